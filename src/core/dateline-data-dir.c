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
  const char              *folder = g_getenv ("DATELINE_DATA_DIR");
  g_autofree char         *program = NULL;
  g_autofree char         *program_folder = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (folder != NULL && *folder != '\0')
    {
      g_autofree char *absolute = g_canonicalize_filename (folder, NULL);

      return find_below (absolute, name);
    }

  program = g_file_read_link ("/proc/self/exe", NULL);
  program_folder = program != NULL ? g_path_get_dirname (program) : NULL;
  for (guint i = 0; program_folder != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *candidate = g_build_filename (program_folder, beside[i], NULL);
      char            *path = find_below (candidate, name);

      if (path != NULL)
        return path;
    }

  return find_below (DATELINE_DATA_DIR, name);
}
