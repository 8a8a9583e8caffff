/* test-tokenizer.c: words, numbers and punctuation beside the text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-tokenizer.h"

#include <string.h>

static const struct
{
  guint flag;
  char  letter;
} letters[] = {
  { DATELINE_TOKEN_WORD, 'w' },
  { DATELINE_TOKEN_NUMBER, 'n' },
  { DATELINE_TOKEN_PUNCT, 'p' },
  { DATELINE_TOKEN_CAPITAL, 'C' },
  { DATELINE_TOKEN_UPPER, 'U' },
  { DATELINE_TOKEN_HYPHEN, 'h' },
  { DATELINE_TOKEN_GLUED, 'g' },
  { DATELINE_TOKEN_CLOCK, 'c' },
  { DATELINE_TOKEN_ORDINAL, 'o' },
  { DATELINE_TOKEN_DECIMAL, 'd' },
  { DATELINE_TOKEN_POSSESSIVE, 's' },
  { DATELINE_TOKEN_DOTTED, '.' },
};

/* "Syria/wC ’s/wgs", without the flags of lines */
static char *
describe (const char *text, GArray *tokens)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      const DatelineToken *token = &g_array_index (tokens, DatelineToken, i);

      g_string_append_printf (line, "%s%.*s/", i > 0 ? " " : "", (int) (token->end - token->begin), text + token->begin);
      for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
        if (token->flags & letters[j].flag)
          g_string_append_c (line, letters[j].letter);
    }
  return g_string_free (line, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "", "" },
    { "Jets struck.", "Jets/wC struck/w ./pg" },
    { "al-Qa'im", "al/w Qa'im/wCh" },
    { "al-Qa’im", "al/w Qa’im/wCh" },
    { "al-Qaʿim", "al/w Qaʿim/wCh" },
    { "Deir ez-Zor", "Deir/wC ez/w Zor/wCh" },
    { "Iran-backed", "Iran/wC backed/wh" },
    { "Iran–backed", "Iran/wC backed/wh" },
    { "Syria's army", "Syria/wC 's/wgs army/w" },
    { "Syria’s army", "Syria/wC ’s/wgs army/w" },
    { "forces' base", "forces/w '/pg base/w" },
    { "151 times", "151/n times/w" },
    { "1,200 men", "1,200/n men/w" },
    { "12,50 men", "12/n ,/pg 50/ng men/w" },
    { "3.5 km", "3.5/nd km/w" },
    { "12:15 a.m.", "12:15/nc a.m./w." },
    { "25:15", "25/n :/pg 15/ng" },
    { "12:75", "12/n :/pg 75/ng" },
    { "24th Brigade", "24th/no Brigade/wC" },
    { "6pm", "6/n pm/wg" },
    { "U.S. jets", "U.S./wCU. jets/w" },
    { "U.S jets", "U.S/wCU. jets/w" },
    { "U.Sé", "U/wC ./pg Sé/wCg" },
    { "U.é", "U/wC ./pg é/wg" },
    { "ISIS fled", "ISIS/wCU fled/w" },
    { "15-year-old", "15/n year/wh old/wh" },
    { "19–20 January", "19/n 20/nh January/wC" },
    { "war - peace", "war/w -/p peace/w" },
    { "war—peace", "war/w —/pg peace/wg" },
    { "@CENTCOM", "@/p CENTCOM/wCUg" },
    { "so\u00adft", "so\u00adft/w" },
    { "e\u0301t\u00e9", "e\u0301t\u00e9/w" },
    { "\xff\xfeword", "\xff/p \xfe/pg word/wg" },
    { "حلب الشهباء", "حلب/w الشهباء/w" },
    { "99999999999999999999", "99999999999999999999/n" },
    { "'tis", "'/p tis/wg" },
    { "MQ-9", "MQ/wCU 9/nh" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DatelineToken));
      g_autofree char   *found = NULL;

      dateline_tokenize (rows[i].text, strlen (rows[i].text), tokens);
      found = describe (rows[i].text, tokens);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    guint32     number;
  } rows[] = {
    { "0", 0 }, { "151", 151 }, { "1,200", 1200 }, { "1,200,300", 1200300 }, { "24th", 24 }, { "12:15", 735 }, { "00:00", 0 }, { "23:59", 1439 }, { "3.5", 3 }, { "4294967295", G_MAXUINT32 }, { "99999999999999999999", G_MAXUINT32 }, { ".", '.' }, { "—", 0x2014 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DatelineToken));

      dateline_tokenize (rows[i].text, strlen (rows[i].text), tokens);
      g_assert_cmpuint (tokens->len, ==, 1);
      g_assert_cmpuint (g_array_index (tokens, DatelineToken, 0).number, ==, rows[i].number);
    }
}

static void
test_lines (void)
{
  static const char  text[] = "one two\nthree\r\n\r\nfour\n \nfive\u2028six";
  static const guint expected[] = {
    DATELINE_TOKEN_LINE | DATELINE_TOKEN_PARAGRAPH, 0, DATELINE_TOKEN_LINE, DATELINE_TOKEN_LINE | DATELINE_TOKEN_PARAGRAPH,
    DATELINE_TOKEN_LINE | DATELINE_TOKEN_PARAGRAPH, DATELINE_TOKEN_LINE
  };
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DatelineToken));

  dateline_tokenize (text, strlen (text), tokens);
  g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < tokens->len; i++)
    g_assert_cmpuint (g_array_index (tokens, DatelineToken, i).flags & (DATELINE_TOKEN_LINE | DATELINE_TOKEN_PARAGRAPH), ==, expected[i]);
}

/* Tokens of any bytes lie in order, inside the text, and none is empty. */
static void
test_soup (void)
{
  static const char *const pieces[] = {
    "a", "Z", "9", ".", ",", ":", "-", "–", "'", "’", "ʿ", " ", "\n", "\r\n", "\t", "\xff", "\xe2\x80", "\xc3", "é", "e\u0301", "\u00ad", "\u200f", "حلب", "年", "😀", "U.S.", "12:15", "1,000", "3rd", "'s", "\u2028"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray)  tokens = g_array_new (FALSE, FALSE, sizeof (DatelineToken));
      guint32             end = 0;

      for (int n = g_rand_int_range (random, 0, 30); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      dateline_tokenize (text->str, text->len, tokens);
      for (guint j = 0; j < tokens->len; j++)
        {
          const DatelineToken *token = &g_array_index (tokens, DatelineToken, j);

          g_assert_cmpuint (token->begin, >=, end);
          g_assert_cmpuint (token->begin, <, token->end);
          g_assert_cmpuint (token->end, <=, text->len);
          g_assert_true (((token->flags & DATELINE_TOKEN_GLUED) != 0) == (j > 0 && token->begin == end));
          g_assert_cmpint (((token->flags & DATELINE_TOKEN_WORD) != 0) + ((token->flags & DATELINE_TOKEN_NUMBER) != 0) + ((token->flags & DATELINE_TOKEN_PUNCT) != 0), ==, 1);
          if (g_utf8_validate (text->str, (gssize) text->len, NULL))
            g_assert_true (g_utf8_validate (text->str + token->begin, (gssize) (token->end - token->begin), NULL));
          end = token->end;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/tokenizer/table", test_table);
  g_test_add_func ("/text/tokenizer/numbers", test_numbers);
  g_test_add_func ("/text/tokenizer/lines", test_lines);
  g_test_add_func ("/text/tokenizer/soup", test_soup);

  return g_test_run ();
}
