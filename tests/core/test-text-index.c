/* test-text-index.c: from byte offsets to code points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-text-index.h"

static void
check (const char *text)
{
  gsize                         length = strlen (text);
  g_autoptr (DatelineTextIndex) index = dateline_text_index_new (text, length);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      guint32 byte = (guint32) (p - text);

      g_assert_cmpuint (dateline_text_index_get_char (index, byte), ==, (guint32) g_utf8_strlen (text, byte));
      if (*p == '\0')
        break;
    }
}

static void
test_offsets (void)
{
  g_autoptr (GString) mixed = g_string_new (NULL);

  while (mixed->len < 5000)
    g_string_append (mixed, "Al-Qa’im القائم – 24 ");

  check ("");
  check ("plain");
  check ("صنعاء");
  check (mixed->str);
  for (gsize length = 254; length < 259; length++)
    {
      g_autofree char *text = g_strnfill (length, 'x');

      check (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text-index/offsets", test_offsets);

  return g_test_run ();
}
