/* test-event-spec.c: mentions and quantities, specified by example
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * test-event-spec KIND SPEC DATA: the blocks of tests/spec/SPEC are
 *   @@ title
 *   country: YE          (may be missing)
 *   day: 2016-08-01      (may be missing)
 *   the text
 *   --
 *   what is found, a line each
 */

#include "config.h"

#include <string.h>

#include "dateline-event-mentions.h"
#include "dateline-organisation.h"
#include "dateline-quantity.h"

typedef struct
{
  char *kind;
  char *country;
  char *day;
  char *text;
  char *expected;
} Example;

static DatelineData        *data;
static DatelineEventTables *tables;

static void
example_free (gpointer pointer)
{
  Example *example = pointer;

  g_free (example->kind);
  g_free (example->country);
  g_free (example->day);
  g_free (example->text);
  g_free (example->expected);
  g_free (example);
}

static void
append_words (GString *out, const DatelineDocument *document, guint first, guint end)
{
  g_autofree char *words = dateline_document_dup_text (document, dateline_document_get_span (document, first, end));

  g_string_append_printf (out, ": %s", words);
}

static void
append_number (GString *out, int low, int best, int high)
{
  const int numbers[] = { low, best, high };

  if (low == best && best == high)
    {
      g_string_append_printf (out, "%d", best);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append (out, i > 0 ? "/" : "");
      if (numbers[i] < 0)
        g_string_append_c (out, '-');
      else
        g_string_append_printf (out, "%d", numbers[i]);
    }
}

static void
append_casualty (GString *out, const DatelineCasualtyMention *mention)
{
  static const char *const kinds[] = { "killed", "injured", "other" };

  g_string_append_printf (out, "%s ", kinds[mention->kind]);
  append_number (out, mention->low, mention->best, mention->high);
  g_string_append_printf (out, "%s%s", *mention->victim != '\0' ? " " : "", mention->victim);
  g_string_append_printf (out, "%s%s%s%s%s\n", mention->subset ? " part" : "", mention->update ? " update" : "", mention->additive ? " additive" : "",
                          mention->statistic ? " statistic" : "", mention->victims_are_attackers ? " attackers" : "");
}

static void
append_actor (GString *out, const DatelineDocument *document, const DatelineActorMention *mention)
{
  g_autoptr (GString) flags = g_string_new (NULL);

  g_string_append (out, *mention->id != '\0' ? mention->id : "-");
  append_words (out, document, mention->first_token, mention->end_token);
  g_string_append_printf (flags, "%s%s%s%s%s%s", mention->generic ? " generic" : "", mention->country_name ? " country" : "", mention->possessive ? " possessive" : "",
                          mention->modifier ? " modifier" : "", mention->pronoun ? " pronoun" : "", mention->sponsor_row != G_MAXUINT32 ? " sponsored" : "");
  if (flags->len > 0)
    g_string_append_printf (out, " [%s]", flags->str + 1);
  g_string_append_c (out, '\n');
}

static void
append_thing (GString *out, const DatelineDocument *document, const DatelineThingMention *mention)
{
  g_string_append_printf (out, "%s %s", mention->kind == DATELINE_THING_WEAPON ? "weapon" : "target", mention->id);
  if (mention->count >= 0)
    g_string_append_printf (out, " %d", mention->count);
  append_words (out, document, mention->first_token, mention->end_token);
  g_string_append_c (out, '\n');
}

static void
append_source (GString *out, const DatelineDocument *document, const DatelineSourceMention *mention)
{
  g_string_append_printf (out, "%s %s", mention->kind, mention->attitude);
  append_words (out, document, mention->first_token, mention->end_token);
  g_string_append_c (out, '\n');
}

static void
append_organisations (GString *out, const DatelineDocument *document, const DatelineEventMentions *mentions)
{
  GArray *spans = dateline_organisations_find (document, tables, mentions);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *words = dateline_document_dup_text (document, g_array_index (spans, DatelineSpan, i));

      g_string_append_printf (out, "%s\n", words);
    }
}

static void
append_mentions (GString *out, const Example *example, const DatelineDocument *document)
{
  DatelineEventMentions *mentions;
  DatelineDay            day = example->day != NULL ? dateline_day_parse (example->day, NULL) : DATELINE_DAY_NONE;

  mentions = dateline_event_mentions_find (document, tables, day, example->country);
  if (strcmp (example->kind, "casualties") == 0)
    for (guint i = 0; i < mentions->casualties->len; i++)
      append_casualty (out, &g_array_index (mentions->casualties, DatelineCasualtyMention, i));
  else if (strcmp (example->kind, "actors") == 0)
    for (guint i = 0; i < mentions->actors->len; i++)
      append_actor (out, document, &g_array_index (mentions->actors, DatelineActorMention, i));
  else if (strcmp (example->kind, "organisations") == 0)
    append_organisations (out, document, mentions);
  else if (strcmp (example->kind, "things") == 0)
    for (guint i = 0; i < mentions->things->len; i++)
      append_thing (out, document, &g_array_index (mentions->things, DatelineThingMention, i));
  else
    for (guint i = 0; i < mentions->sources->len; i++)
      append_source (out, document, &g_array_index (mentions->sources, DatelineSourceMention, i));
}

/* All quantities of the text, lone articles aside. */
static void
append_quantities (GString *out, const DatelineDocument *document)
{
  guint token = 0;

  while (token < document->n_tokens)
    {
      DatelineQuantity quantity;

      if (!dateline_quantity_find (document, token, &quantity) ||
          (quantity.end_token == token + 1 && dateline_document_token_is_any (document, token, "a|an")))
        {
          token++;
          continue;
        }
      append_number (out, quantity.low, quantity.best, quantity.high);
      append_words (out, document, quantity.first_token, quantity.end_token);
      g_string_append_c (out, '\n');
      token = quantity.end_token;
    }
}

static void
test_example (gconstpointer pointer)
{
  const Example               *example = pointer;
  g_autoptr (DatelineDocument) document = dateline_document_new (data, example->text, strlen (example->text));
  g_autoptr (GString)          found = g_string_new (NULL);

  if (strcmp (example->kind, "quantities") == 0)
    append_quantities (found, document);
  else
    append_mentions (found, example, document);
  if (found->len == 0)
    g_string_append (found, "none\n");
  g_test_message ("%s", example->text);
  g_assert_cmpstr (found->str, ==, example->expected);
}

/* Returns the value of "key: value\n" and moves past it. */
static char *
take_header (char **block, const char *key)
{
  g_autofree char *prefix = g_strconcat (key, ": ", NULL);
  char            *value, *end;

  if (!g_str_has_prefix (*block, prefix))
    return NULL;
  value = *block + strlen (prefix);
  end = strchr (value, '\n');
  g_assert_nonnull (end);
  *block = end + 1;
  return g_strndup (value, end - value);
}

static void
add_example (const char *kind, char *block)
{
  Example         *example = g_new0 (Example, 1);
  char            *end = strchr (block, '\n'), *rule;
  g_autofree char *path = NULL;

  g_assert_nonnull (end);
  *end = '\0';
  path = g_strdup_printf ("/event/%s/%s", kind, g_strdelimit (block, "/", '|'));
  block = end + 1;
  example->kind = g_strdup (kind);
  example->country = take_header (&block, "country");
  example->day = take_header (&block, "day");
  rule = strstr (block, "\n--\n");
  g_assert_nonnull (rule);
  *rule = '\0';
  example->text = g_strdup (block);
  example->expected = g_strconcat (g_strstrip (rule + 4), "\n", NULL);
  g_test_add_data_func_full (path, example, test_example, example_free);
}

static void
add_examples (const char *kind, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *contents = NULL;
  g_auto (GStrv)     blocks = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  blocks = g_strsplit (contents, "@@ ", -1);
  g_assert_cmpuint (g_strv_length (blocks), >, 1);
  for (guint i = 1; blocks[i] != NULL; i++)
    add_example (kind, blocks[i]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 4);
  data = dateline_data_open (argv[3], &error);
  g_assert_no_error (error);
  tables = dateline_event_tables_new (data);
  add_examples (argv[1], argv[2]);
  status = g_test_run ();
  dateline_event_tables_free (tables);
  dateline_data_free (data);
  return status;
}
