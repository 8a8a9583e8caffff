/* dateline-data-dir.c: where the program's own data files are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-data-dir.h"

static char *
find_below (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, "/");

  return g_file_test (canonical, G_FILE_TEST_EXISTS) ? g_steal_pointer (&canonical) : NULL;
}

/* Below @relative to the folder of the program that runs; NULL when it is
 * not there. */
static char *
find_beside (const char *relative, const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *program_folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *folder = program_folder != NULL ? g_build_filename (program_folder, relative, NULL) : NULL;

  return folder != NULL ? find_below (folder, name) : NULL;
}

/* What the environment asks for, whether or not it is there; NULL when it
 * asks for nothing. */
static char *
get_asked (const char *variable)
{
  const char *folder = g_getenv (variable);

  return folder != NULL && *folder != '\0' ? g_canonicalize_filename (folder, NULL) : NULL;
}

/**
 * dateline_data_find:
 * @name: a file or a folder below the data folder, "samples"
 *
 * Looks in $DATELINE_DATA_DIR alone when that is set. Else in the share/
 * beside the program's own bin/, so that an installed tree may be moved;
 * then in the data/ of the build tree that the program or the test lies
 * in; then where the build was told to install.
 *
 * Returns: (transfer full) (nullable): an absolute path, or %NULL when
 *   there is no such file
 */
char *
dateline_data_find (const char *name)
{
  static const char *const beside[] = { "../share/" DATELINE_DATA_SUBDIR, "../../data" };
  g_autofree char         *asked = get_asked ("DATELINE_DATA_DIR");

  g_return_val_if_fail (name != NULL, NULL);

  if (asked != NULL)
    return find_below (asked, name);

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      char *path = find_beside (beside[i], name);

      if (path != NULL)
        return path;
    }

  return find_below (DATELINE_DATA_DIR, name);
}

/**
 * dateline_locale_find:
 *
 * Looks where dateline_data_find() would, for the translations:
 * $DATELINE_LOCALE_DIR alone when that is set, beside the program, in the
 * build tree, where the build was told to install.
 *
 * Returns: (transfer full): the folder that bindtextdomain() is to be told
 */
char *
dateline_locale_find (void)
{
  static const char *const beside[] = { "../" DATELINE_LOCALE_SUBDIR, "../../po" };
  char                    *folder = get_asked ("DATELINE_LOCALE_DIR");

  for (guint i = 0; folder == NULL && i < G_N_ELEMENTS (beside); i++)
    folder = find_beside (beside[i], ".");

  return folder != NULL ? folder : g_strdup (DATELINE_LOCALE_DIR);
}
