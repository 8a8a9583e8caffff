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

static void
test_table (void)
{
  static const struct
  {
    const char *word;
    const char *folded;
  } rows[] = {
    { "", "" },
    { "Mosul", "mosul" },
    { "MOSUL", "mosul" },
    { "U.S.", "us" },
    { "Sana'a", "sanaa" },
    { "Sana’a", "sanaa" },
    { "Sanaʿa", "sanaa" },
    { "Ṣanʿāʾ", "sana" },
    { "Ḥalab", "halab" },
    { "e\u0301te\u0301", "ete" },
    { "\u00e9t\u00e9", "ete" },
    { "so\u00adft", "soft" },
    { "Diyarbakır", "diyarbakir" },
    { "ﬁre", "fire" },
    { "أحمد", "احمد" },
    { "القائم", "القايم" },
    { "مدينة", "مدينه" },
    { "حـلب", "حلب" },
    { "حَلَب", "حلب" },
    { "على", "علي" },
    { "2024", "2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char  folded[DATELINE_FOLD_SIZE];
      gsize length = dateline_fold (rows[i].word, strlen (rows[i].word), folded);

      g_assert_cmpstr (folded, ==, rows[i].folded);
      g_assert_cmpuint (length, ==, strlen (folded));
    }
}

/* Folding again changes nothing, whatever the bytes and however long. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      char  word[300], once[DATELINE_FOLD_SIZE], twice[DATELINE_FOLD_SIZE];
      gsize n = (gsize) g_rand_int_range (random, 0, (gint32) sizeof word), length;

      for (gsize j = 0; j < n; j++)
        word[j] = (char) (i % 2 == 0 ? g_rand_int_range (random, 1, 256) : g_rand_int_range (random, ' ', 127));
      length = dateline_fold (word, n, once);
      g_assert_cmpuint (length, <, DATELINE_FOLD_SIZE);
      g_assert_cmpuint (length, ==, strlen (once));
      g_assert_true (g_utf8_validate (once, -1, NULL));
      dateline_fold (once, length, twice);
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { " \t. ", "" },
    { "Sana'a, al-Ḥudayda.", "sanaa al hudayda" },
    { "\u2018Ayn al-ʿArab\u2019s", "ayn al arabs" },
    { "Mosul.The 3.5", "mosul the 3 5" },
    { "أحمد في الرقّة", "احمد في الرقه" },
    { "مستشفى\u060c إدلب", "مستشفي ادلب" },
    { "\u0640\u0640 x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = dateline_fold_text (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/words", test_words);
  g_test_add_func ("/text/fold/long", test_long);
  g_test_add_func ("/text/fold/table", test_table);
  g_test_add_func ("/text/fold/any-bytes", test_any_bytes);

  g_test_add_func ("/text/fold/text", test_text);

  return g_test_run ();
}
