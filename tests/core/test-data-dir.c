/* test-data-dir.c: where the program's own data files are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "dateline-data-dir.h"

static void
test_environment (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-data-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "here.tsv", NULL);
  g_autofree char *found = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_setenv ("DATELINE_DATA_DIR", folder, TRUE);
  found = dateline_data_find ("here.tsv");
  g_assert_cmpstr (found, ==, file);
  g_assert_null (dateline_data_find ("not-here.tsv"));

  g_unsetenv ("DATELINE_DATA_DIR");
  g_assert_null (dateline_data_find ("here.tsv"));
  g_remove (file);
  g_rmdir (folder);
}

static void
test_build_tree (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *expected = g_build_filename (folder, "../../data", "test-data-dir.tmp", NULL);
  g_autofree char *canonical = g_canonicalize_filename (expected, NULL);
  g_autofree char *found = NULL;

  g_unsetenv ("DATELINE_DATA_DIR");
  g_assert_true (g_file_set_contents (canonical, "x", 1, NULL));
  found = dateline_data_find ("test-data-dir.tmp");
  g_remove (canonical);
  g_assert_cmpstr (found, ==, canonical);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/data-dir/environment", test_environment);
  g_test_add_func ("/core/data-dir/build-tree", test_build_tree);

  return g_test_run ();
}
