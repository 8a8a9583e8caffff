/* test-text-decode.c: what is text and what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-text-decode.h"

#include <string.h>

/* Each stands once at every place of a run of eight bytes. */
static void
test_is_utf8 (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    gboolean    valid;
    const char *why;
  } cases[] = {
    { "", 0, TRUE, "nothing" },
    { "plain", 5, TRUE, "ASCII" },
    { "\x7f", 1, TRUE, "the last of ASCII" },
    { "\xc3\xa9", 2, TRUE, "two bytes" },
    { "\xe2\x80\x99", 3, TRUE, "three bytes" },
    { "\xf0\x9f\x98\x80", 4, TRUE, "four bytes" },
    { "a\0b", 3, FALSE, "NUL" },
    { "\x80", 1, FALSE, "a byte that goes on from none" },
    { "\xc3", 1, FALSE, "a character without its end" },
    { "\xc3"
      "a",
      2, FALSE, "a character that is broken off" },
    { "\xc0\xaf", 2, FALSE, "longer than need be" },
    { "\xed\xa0\x80", 3, FALSE, "half of a pair" },
    { "\xf4\x90\x80\x80", 4, FALSE, "beyond the last character" },
    { "\xff", 1, FALSE, "no byte of UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize before = 0; before < 18; before++)
      for (gsize after = 0; after < 18; after += 17)
        {
          char text[64];

          memset (text, 'x', sizeof text);
          memcpy (text + before, cases[i].bytes, cases[i].length);
          g_test_message ("%s after %" G_GSIZE_FORMAT " bytes", cases[i].why, before);
          g_assert_cmpint (dateline_text_is_utf8 (text, before + cases[i].length + after), ==, cases[i].valid);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/text-decode/is-utf8", test_is_utf8);
  return g_test_run ();
}
