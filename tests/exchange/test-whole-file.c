/* test-whole-file.c: a file is written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-exchange-error.h"
#include "dateline-whole-file.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-whole-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.csv", NULL);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (DatelineWholeFile) file = NULL;
  struct stat                   status;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  file = dateline_whole_file_new (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (dateline_whole_file_write (file, "new ", 4, &error));
  g_assert_true (dateline_whole_file_write (file, "words", 5, &error));
  assert_holds (fixture->path, "old");
  g_assert_true (dateline_whole_file_commit (file, &error));
  assert_holds (fixture->path, "new words");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What is given up leaves no trace. */
static void
test_gives_up (Fixture *fixture, gconstpointer data)
{
  DatelineWholeFile *file = dateline_whole_file_new (fixture->path, NULL);

  g_assert_true (dateline_whole_file_write (file, "half", 4, NULL));
  dateline_whole_file_free (file);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A disk that takes no more, as a limit of the process makes one. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *much = g_strnfill (1 << 20, 'x');
  DatelineWholeFile *file;
  struct rlimit      before, little;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little = (struct rlimit){ 4096, before.rlim_max };
  file = dateline_whole_file_new (fixture->path, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (dateline_whole_file_write (file, much, 1 << 20, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  dateline_whole_file_free (file);

  g_assert_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "not enough room"));
  g_assert_nonnull (strstr (error->message, "untouched"));
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, "missing", "out.csv", NULL);

  g_assert_null (dateline_whole_file_new (path, &error));
  g_assert_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_null (dateline_whole_file_new (fixture->folder, &error));
  g_assert_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_WRITE);
}

/* A symbolic link stays one, and what it points to is replaced. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char              *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (DatelineWholeFile) file = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (symlink ("out.csv", link), ==, 0);
  file = dateline_whole_file_new (link, NULL);
  g_assert_true (dateline_whole_file_write (file, "new", 3, NULL));
  g_assert_true (dateline_whole_file_commit (file, NULL));
  assert_holds (fixture->path, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/exchange/whole-file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("replaces", test_replaces);
  ADD ("gives-up", test_gives_up);
  ADD ("full-disk", test_full_disk);
  ADD ("no-folder", test_no_folder);
  ADD ("link", test_link);

  return g_test_run ();
}
