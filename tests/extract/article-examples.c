/* article-examples.c: the articles of tests/spec/articles.txt and reports.txt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "article-examples.h"

#include <string.h>

static void
article_example_free (ArticleExample *example)
{
  g_free (example->title);
  g_free (example->published);
  g_free (example->text);
  g_strfreev (example->expected);
  g_free (example);
}

static void
read_file (GPtrArray *examples, const char *path)
{
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv)     blocks = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  blocks = g_strsplit (contents, "@@ ", -1);
  for (guint i = 1; blocks[i] != NULL; i++)
    {
      char           *text = strchr (blocks[i], '\n');
      char           *dashes = strstr (blocks[i], "\n--\n");
      char           *body;
      ArticleExample *example = g_new0 (ArticleExample, 1);

      g_assert_nonnull (text);
      g_assert_nonnull (dashes);
      example->title = g_strndup (blocks[i], (gsize) (text - blocks[i]));
      g_assert_true (g_str_has_prefix (text + 1, "published: "));
      body = strchr (text + 1, '\n');
      example->published = g_strstrip (g_strndup (text + 1 + strlen ("published: "), (gsize) (body - text) - 1 - strlen ("published: ")));
      example->text = g_strstrip (g_strndup (body + 1, (gsize) (dashes - body)));
      g_strstrip (dashes + 4);
      example->expected = g_strsplit (dashes + 4, "\n", -1);
      g_ptr_array_add (examples, example);
    }
}

/* @paths are parted by colons.
 *
 * Returns: (transfer full) (element-type ArticleExample) */
GPtrArray *
article_examples_read (const char *paths)
{
  GPtrArray     *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) article_example_free);
  g_auto (GStrv) each = g_strsplit (paths, G_SEARCHPATH_SEPARATOR_S, -1);

  for (guint i = 0; each[i] != NULL; i++)
    read_file (examples, each[i]);
  return examples;
}
