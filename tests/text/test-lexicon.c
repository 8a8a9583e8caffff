/* test-lexicon.c: the tables of data/lexicon hold no dead, double or clashing words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each phrase is put into a text and must be found there as what its row
 * says: a phrase that the tokenizer cuts otherwise could never match. What
 * else is found tells which phrases stand twice.
 */

#include <string.h>

#include "dateline-document.h"

#define BEFORE "so "
#define AFTER " so"

static DatelineData *data;

static const struct
{
  DatelineLexicon lexicon;
  const char     *name;
  const char     *discerned_by; /* columns that tell rows of one phrase apart */
} tables[] = {
  { DATELINE_LEXICON_PLACE_CUE, "place-cues.tsv", "cue" },
  { DATELINE_LEXICON_NOT_PLACE, "not-places.tsv", "" },
  { DATELINE_LEXICON_TEMPORAL, "temporal.tsv", "kind" },
  { DATELINE_LEXICON_TEMPONYM, "temponyms.tsv", "" },
  { DATELINE_LEXICON_NUMBER, "numbers.tsv", "kind" },
  { DATELINE_LEXICON_ACTOR, "actors.tsv", "kind within" },
  { DATELINE_LEXICON_TRIGGER, "triggers.tsv", "form" },
  { DATELINE_LEXICON_WEAPON, "weapons.tsv", "" },
  { DATELINE_LEXICON_TARGET, "targets.tsv", "" },
  { DATELINE_LEXICON_PERSON, "persons.tsv", "" },
  { DATELINE_LEXICON_CASUALTY, "casualties.tsv", "form" },
  { DATELINE_LEXICON_REALIS, "realis.tsv", "" },
  { DATELINE_LEXICON_SPEECH, "speech.tsv", "" },
  { DATELINE_LEXICON_SOURCE, "sources.tsv", "" },
  { DATELINE_LEXICON_ABBREVIATION, "abbreviations.tsv", "" },
  { DATELINE_LEXICON_BOILERPLATE, "boilerplate.tsv", "" },
};

/* What is one can never be the other. */
static const struct
{
  DatelineLexicon a, b;
} clashes[] = {
  { DATELINE_LEXICON_PERSON, DATELINE_LEXICON_TARGET },
  { DATELINE_LEXICON_PERSON, DATELINE_LEXICON_CASUALTY },
  { DATELINE_LEXICON_PERSON, DATELINE_LEXICON_TEMPORAL },
  { DATELINE_LEXICON_PERSON, DATELINE_LEXICON_NUMBER },
  { DATELINE_LEXICON_WEAPON, DATELINE_LEXICON_CASUALTY },
  { DATELINE_LEXICON_WEAPON, DATELINE_LEXICON_REALIS },
  { DATELINE_LEXICON_WEAPON, DATELINE_LEXICON_TEMPORAL },
  { DATELINE_LEXICON_TARGET, DATELINE_LEXICON_CASUALTY },
  { DATELINE_LEXICON_TARGET, DATELINE_LEXICON_TRIGGER },
  { DATELINE_LEXICON_CASUALTY, DATELINE_LEXICON_NUMBER },
  { DATELINE_LEXICON_ACTOR, DATELINE_LEXICON_REALIS },
  { DATELINE_LEXICON_ACTOR, DATELINE_LEXICON_NUMBER },
  { DATELINE_LEXICON_SPEECH, DATELINE_LEXICON_NUMBER },
};

/* But these are used both ways. */
static const char *const both_ways[] = {
  "displaced",                                 /* "the displaced", "were displaced" */
  "protesters", "demonstrators", "protestors", /* who is shot, and what a sentence is about */
  "Tornado",                                   /* the jet and the storm */
  "reportedly", "allegedly", "estimated",      /* hedge a number, and a telling */
  NULL
};

static const char *
get (DatelineLexicon lexicon, guint row, const char *column)
{
  int index = dateline_data_find_column (data, lexicon, column);

  return index >= 0 ? dateline_data_get_cell (data, lexicon, row, index) : "";
}

static DatelineDocument *
read_phrase (const char *phrase)
{
  const char      *words = phrase + (*phrase == '^' || *phrase == '~');
  g_autofree char *text = g_strconcat (BEFORE, words, AFTER, NULL);

  return dateline_document_new (data, g_intern_string (text), strlen (text));
}

static gboolean
is_whole (const DatelineDocument *document, const DatelineMatch *match)
{
  return match->token == 1 && match->n_tokens == document->n_tokens - 2;
}

static gboolean
is_discerned (const char *columns, DatelineLexicon lexicon, guint a, guint b)
{
  g_auto (GStrv) each = g_strsplit (columns, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (strcmp (get (lexicon, a, each[i]), get (lexicon, b, each[i])) != 0)
      return TRUE;
  return FALSE;
}

/* Two actors at one time; "" reaches without end, and the last day is not included. */
static gboolean
is_ambiguous (guint a, guint b)
{
  const char *from_a = get (DATELINE_LEXICON_ACTOR, a, "from"), *to_a = get (DATELINE_LEXICON_ACTOR, a, "to");
  const char *from_b = get (DATELINE_LEXICON_ACTOR, b, "from"), *to_b = get (DATELINE_LEXICON_ACTOR, b, "to");

  if (strcmp (get (DATELINE_LEXICON_ACTOR, a, "id"), get (DATELINE_LEXICON_ACTOR, b, "id")) == 0)
    return FALSE;
  return (*to_a == '\0' || strcmp (from_b, to_a) < 0) && (*to_b == '\0' || strcmp (from_a, to_b) < 0);
}

/* Says what is wrong with the phrase; nothing when all is well. */
static void
check_phrase (guint table, guint row, const char *phrase, GString *faults)
{
  DatelineLexicon              lexicon = tables[table].lexicon;
  g_autoptr (DatelineDocument) document = read_phrase (phrase);
  guint                        n, n_own = 0;
  const DatelineMatch         *matches = dateline_document_get_matches (document, 1, &n);

  for (guint i = 0; i < n; i++)
    {
      const DatelineMatch *match = &matches[i];

      if (!is_whole (document, match))
        continue;
      if (match->lexicon == lexicon && match->row == row)
        n_own++;
      else if (match->lexicon == lexicon && match->row < row && !is_discerned (tables[table].discerned_by, lexicon, row, match->row) &&
               (lexicon != DATELINE_LEXICON_ACTOR || is_ambiguous (row, match->row)))
        g_string_append_printf (faults, "%s: row %u: \"%s\" stands in row %u, too\n", tables[table].name, row + 1, phrase, match->row + 1);
      for (guint j = 0; j < G_N_ELEMENTS (clashes); j++)
        if (clashes[j].a == lexicon && clashes[j].b == match->lexicon && !g_strv_contains (both_ways, phrase))
          g_string_append_printf (faults, "%s: row %u: \"%s\" is something else in another table (%d)\n", tables[table].name, row + 1, phrase, match->lexicon);
    }
  if (n_own == 0)
    g_string_append_printf (faults, "%s: row %u: \"%s\" can never match\n", tables[table].name, row + 1, phrase);
}

static void
check_row (guint table, guint row, GString *faults)
{
  g_auto (GStrv)         phrases = g_strsplit (get (tables[table].lexicon, row, "phrases"), "|", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      if (*phrases[i] == '\0')
        continue;
      if (!g_hash_table_add (seen, phrases[i]))
        g_string_append_printf (faults, "%s: row %u: \"%s\" stands twice in it\n", tables[table].name, row + 1, phrases[i]);
      check_phrase (table, row, phrases[i], faults);
    }
}

static void
tell (const GString *faults)
{
  if (faults->len == 0)
    return;
  g_test_message ("%s", faults->str);
  g_test_fail ();
}

static void
test_table (gconstpointer user_data)
{
  guint               table = GPOINTER_TO_UINT (user_data);
  guint               n_rows = dateline_data_get_n_rows (data, tables[table].lexicon);
  g_autoptr (GString) faults = g_string_new (NULL);

  g_assert_cmpuint (n_rows, >, 0);
  for (guint row = 0; row < n_rows; row++)
    check_row (table, row, faults);
  tell (faults);
}

static gboolean
is_day_or_empty (const char *text)
{
  return *text == '\0' || g_regex_match_simple ("^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$", text, 0, 0);
}

/* A seeded fault is told: the check can fail. */
static void
test_faults_are_told (void)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  guint               weapons = 0;

  while (tables[weapons].lexicon != DATELINE_LEXICON_WEAPON)
    weapons++;
  check_phrase (weapons, 0, "air strike", faults);
  g_assert_cmpstr (faults->str, ==, "");
  check_phrase (weapons, 0, "two (2) strikes", faults);
  g_assert_nonnull (strstr (faults->str, "can never match"));
  g_string_truncate (faults, 0);
  check_phrase (weapons, dateline_data_get_n_rows (data, DATELINE_LEXICON_WEAPON) - 1, "air strike", faults);
  g_assert_nonnull (strstr (faults->str, "stands in row 1, too"));
}

/* Parents are known, no actor is its own, and no name ends before it begins. */
static void
test_actors (void)
{
  g_autoptr (GString)    faults = g_string_new (NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  n_rows = dateline_data_get_n_rows (data, DATELINE_LEXICON_ACTOR);

  for (guint row = 0; row < n_rows; row++)
    g_hash_table_add (ids, (char *) get (DATELINE_LEXICON_ACTOR, row, "id"));
  for (guint row = 0; row < n_rows; row++)
    {
      const char *id = get (DATELINE_LEXICON_ACTOR, row, "id"), *parent = get (DATELINE_LEXICON_ACTOR, row, "parent");
      const char *from = get (DATELINE_LEXICON_ACTOR, row, "from"), *to = get (DATELINE_LEXICON_ACTOR, row, "to");

      if (*parent != '\0' && (!g_hash_table_contains (ids, parent) || strcmp (id, parent) == 0))
        g_string_append_printf (faults, "actors.tsv: row %u: no such parent: %s\n", row + 1, parent);
      if (!is_day_or_empty (from) || !is_day_or_empty (to) || (*from != '\0' && *to != '\0' && strcmp (from, to) > 0))
        g_string_append_printf (faults, "actors.tsv: row %u: from \"%s\" to \"%s\"\n", row + 1, from, to);
    }
  tell (faults);
}

static void
test_temponyms (void)
{
  for (guint row = 0; row < dateline_data_get_n_rows (data, DATELINE_LEXICON_TEMPONYM); row++)
    {
      const char *start = get (DATELINE_LEXICON_TEMPONYM, row, "start"), *end = get (DATELINE_LEXICON_TEMPONYM, row, "end");

      g_assert_true (*start != '\0' && *end != '\0' && is_day_or_empty (start) && is_day_or_empty (end));
      g_assert_cmpint (strcmp (start, end), <=, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  data = dateline_data_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/text/lexicon/", tables[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/text/lexicon/actors", test_actors);
  g_test_add_func ("/text/lexicon/temponyms", test_temponyms);
  g_test_add_func ("/text/lexicon/faults-are-told", test_faults_are_told);

  status = g_test_run ();
  dateline_data_free (data);
  return status;
}
