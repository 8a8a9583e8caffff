/* dateline-precision.h: how exactly a place or a date is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source of the codes: UCDP GED Codebook, where_prec and date_prec.
 */

#pragma once

typedef enum
{
  DATELINE_WHERE_UNKNOWN = 0,
  DATELINE_WHERE_EXACT = 1,    /* the named place itself */
  DATELINE_WHERE_NEAR = 2,     /* within about 25 km of a known point */
  DATELINE_WHERE_DISTRICT = 3, /* second-order division (ADM2) */
  DATELINE_WHERE_PROVINCE = 4, /* first-order division (ADM1) */
  DATELINE_WHERE_REGION = 5,   /* a line or a fuzzy area; the point stands for it */
  DATELINE_WHERE_COUNTRY = 6,
  DATELINE_WHERE_SEA_OR_AIR = 7 /* international waters or airspace */
} DatelineWherePrecision;

typedef enum
{
  DATELINE_DATE_UNKNOWN = 0,
  DATELINE_DATE_DAY = 1,
  DATELINE_DATE_2_TO_6_DAYS = 2,
  DATELINE_DATE_WEEK = 3,
  DATELINE_DATE_MONTH = 4, /* 8 to 31 days */
  DATELINE_DATE_YEAR = 5   /* more than a month, at most a year */
} DatelineDatePrecision;
