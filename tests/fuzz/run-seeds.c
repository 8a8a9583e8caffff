/* run-seeds.c: gives a fuzz target each file of a folder, once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands in for libFuzzer's main() where there is none.
 */

#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes);

int
main (int argc, char *argv[])
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      const char      *name;

      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);
          g_autofree char *contents = NULL;
          gsize            length;

          if (!g_file_get_contents (path, &contents, &length, NULL))
            return 1;
          LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
          printf ("%s\n", name);
          n_files++;
        }
    }
  return n_files > 0 ? 0 : 1;
}
