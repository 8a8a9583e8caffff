/* dateline-country-codes.h: countries as data sets name and number them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *iso; /* 3166-1 alpha-2 */
  const char *iso_number;
  const char *gw_number;    /* of Gleditsch and Ward; "" without one */
  const char *acled_region; /* as ACLED groups them */
  const char *names;        /* parted by "|", the one to write first */
} DatelineCountryCodes;

const DatelineCountryCodes *dateline_country_codes_find (const char *iso);
gboolean                    dateline_country_codes_parse (const char *name, char iso[3]);

G_END_DECLS
