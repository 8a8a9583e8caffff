/* dateline-settings.c: what the program remembers from one run to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-settings.h"

#include "dateline-data-dir.h"

/* A program run from its build tree has its schema there alone. */
static GSettingsSchemaSource *
open_build_tree (void)
{
  g_autofree char *compiled = dateline_data_find ("gschemas.compiled");
  g_autofree char *folder = compiled != NULL ? g_path_get_dirname (compiled) : NULL;

  return folder != NULL ? g_settings_schema_source_new_from_directory (folder, g_settings_schema_source_get_default (), TRUE, NULL) : NULL;
}

/**
 * dateline_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their
 *   schema is not installed, and nothing is remembered
 */
GSettings *
dateline_settings_new (void)
{
  GSettingsSchemaSource      *installed = g_settings_schema_source_get_default ();
  GSettingsSchemaSource      *beside = open_build_tree ();
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettings                  *settings = NULL;

  if (beside != NULL)
    schema = g_settings_schema_source_lookup (beside, DATELINE_APPLICATION_ID, FALSE);
  if (schema == NULL && installed != NULL)
    schema = g_settings_schema_source_lookup (installed, DATELINE_APPLICATION_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  g_clear_pointer (&beside, g_settings_schema_source_unref);
  return settings;
}
