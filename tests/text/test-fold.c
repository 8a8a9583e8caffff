/* test-fold.c: the form in which words are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-fold.h"

/* A fold, and a guard that no fold may touch. */
typedef struct
{
  char folded[DATELINE_FOLD_SIZE];
  char guard[256];
} Guarded;

static void
assert_fold (const char *word, const char *expected)
{
  Guarded guarded;

  memset (&guarded, 'x', sizeof guarded);
  g_assert_cmpuint (dateline_fold (word, strlen (word), guarded.folded), ==, strlen (expected));
  g_assert_cmpstr (guarded.folded, ==, expected);
  for (guint i = 0; i < sizeof guarded.guard; i++)
    g_assert_cmpint (guarded.guard[i], ==, 'x');
}

static void
test_words (void)
{
  assert_fold ("", "");
  assert_fold ("Aleppo", "aleppo");
  assert_fold ("al-Qa'im", "al-qaim");
  assert_fold ("al-Qa\xe2\x80\x99im", "al-qaim");
  assert_fold ("U.S.", "us");
  assert_fold ("K\xc3\xb6ln", "koln");
  assert_fold ("\xd8\xa3\xd8\xa8\xd9\x88", "\xd8\xa7\xd8\xa8\xd9\x88");
}

/* Cut to fit, at a character, whatever the word is made of. */
static void
test_long (void)
{
  static const char *const prefixes[] = { "", "\xe2\x80\x99", "\xc3\xa9", "\xd8\xa8" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    for (guint n = 40; n < 200; n++)
      {
        g_autofree char    *eights = g_strnfill (n, '8');
        g_autofree char    *word = g_strconcat (prefixes[i], eights, NULL);
        g_autoptr (GString) expected = g_string_new (i == 2 ? "e" : i == 3 ? prefixes[3]
                                                                           : "");

        g_string_append (expected, eights);
        g_string_truncate (expected, MIN (expected->len, DATELINE_FOLD_SIZE - 1));
        assert_fold (word, expected->str);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/words", test_words);
  g_test_add_func ("/text/fold/long", test_long);

  return g_test_run ();
}
