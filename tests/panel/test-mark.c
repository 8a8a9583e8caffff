/* test-mark.c: which words speak for which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-mark.h"
#include "dateline-quote.h"

#define MARK(a, b, c, f)       \
  {                            \
    { (a), { (b), (c) } }, (f) \
  }

typedef struct
{
  const char  *name;
  DatelineMark marks[4];
  guint        n_marks;
  const char  *expected; /* begin-end:field, in order */
  const char  *reason;
} Case;

static const Case cases[] = {
  { "apart",
    { MARK (1, 10, 14, DATELINE_FIELD_WHERE), MARK (1, 2, 5, DATELINE_FIELD_WHAT) },
    2,
    "2-5:0 10-14:1",
    "spans come in text order" },
  { "nested",
    { MARK (1, 2, 20, DATELINE_FIELD_WHO), MARK (1, 8, 12, DATELINE_FIELD_WHERE) },
    2,
    "2-8:3 8-12:1 12-20:3",
    "the shorter shows, on both sides of it the longer" },
  { "same words",
    { MARK (1, 4, 8, DATELINE_FIELD_WHEN), MARK (1, 4, 8, DATELINE_FIELD_WHERE) },
    2,
    "4-8:2",
    "only one field shows" },
  { "clipped",
    { MARK (1, 0, 4, DATELINE_FIELD_WHAT), MARK (1, 28, 40, DATELINE_FIELD_WHEN) },
    2,
    "2-4:0 28-30:2",
    "nothing stands outside the sentence" },
  { "elsewhere",
    { MARK (2, 4, 8, DATELINE_FIELD_WHAT), MARK (1, 40, 44, DATELINE_FIELD_WHAT) },
    2,
    "",
    "marks of another article or sentence do not count" },
  { "crossing",
    { MARK (1, 4, 14, DATELINE_FIELD_WHO), MARK (1, 10, 18, DATELINE_FIELD_WHERE), MARK (1, 12, 13, DATELINE_FIELD_HOW_MANY) },
    3,
    "4-10:3 10-12:1 12-13:4 13-18:1",
    "each byte has one field, that of the shortest mark" },
};

static void
test_flatten (gconstpointer data)
{
  const Case         *test = data;
  g_autoptr (GArray)  marks = g_array_new (FALSE, FALSE, sizeof (DatelineMark));
  g_autoptr (GArray)  spans = NULL;
  g_autoptr (GString) got = g_string_new (NULL);

  g_array_append_vals (marks, test->marks, test->n_marks);
  spans = dateline_marks_flatten (marks, 1, (DatelineSpan){ 2, 30 });
  for (guint i = 0; i < spans->len; i++)
    {
      const DatelineMarkedSpan *marked = &g_array_index (spans, DatelineMarkedSpan, i);

      g_string_append_printf (got, "%s%u-%u:%d", i > 0 ? " " : "", marked->span.begin, marked->span.end, marked->field);
    }
  g_test_message ("%s", test->reason);
  g_assert_cmpstr (got->str, ==, test->expected);
}

/* Words are quoted with a little of their sentence, and no other. */
static void
test_quote (void)
{
  static const struct
  {
    const char *text, *words, *quote;
  } quotes[] = {
    { "A raid. At least 3 died.", "At least 3", "At least 3 died" },
    { "A raid in which some said at least 3 died.", "at least 3", "… raid in which some said at least 3 died" },
    { "Three\ndied, the ministry of health said later in a statement of its own.", "Three", "Three died, the ministry of health said later in a …" },
    { "مقتل 3 في حلب", "3", "مقتل 3 في حلب" },
    { "No number", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (DatelineArticle) article = dateline_article_new (NULL, g_strdup (quotes[i].text), strlen (quotes[i].text));
      const char                 *at = strstr (quotes[i].text, quotes[i].words);
      guint32                     begin = (guint32) (at - quotes[i].text);
      g_autofree char            *quote = dateline_quote_around (article, (DatelineSpan){ begin, begin + (guint32) strlen (quotes[i].words) });

      g_assert_cmpstr (quote, ==, quotes[i].quote);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/panel/mark/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_flatten);
    }
  g_test_add_func ("/panel/mark/quote", test_quote);
  return g_test_run ();
}
