/* dateline-country-codes.c: countries as data sets name and number them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-country-codes.h"

#include <string.h>

static const DatelineCountryCodes countries[] = {
#include "countries.inc"
};

/**
 * dateline_country_codes_find:
 * @iso: ISO 3166-1 alpha-2
 *
 * Returns: (nullable): the country's codes; %NULL for one that is neither
 *   of the region nor near it
 */
const DatelineCountryCodes *
dateline_country_codes_find (const char *iso)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strcmp (countries[i].iso, iso) == 0)
      return &countries[i];
  return NULL;
}

static gboolean
has_name (const DatelineCountryCodes *country, const char *name)
{
  g_auto (GStrv) names = g_strsplit (country->names, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return strcmp (country->iso, name) == 0;
}

/**
 * dateline_country_codes_parse:
 * @name: (nullable): a country's name in a data set
 * @iso: set to its code, "" when it is not known
 *
 * Returns: whether it is known
 */
gboolean
dateline_country_codes_parse (const char *name, char iso[3])
{
  g_autofree char *plain = name != NULL ? g_strchomp (g_strdup (name)) : NULL;

  memset (iso, 0, 3);
  for (guint i = 0; plain != NULL && i < G_N_ELEMENTS (countries); i++)
    if (has_name (&countries[i], plain))
      {
        memcpy (iso, countries[i].iso, 2);
        return TRUE;
      }
  return FALSE;
}
