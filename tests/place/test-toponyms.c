/* test-toponyms.c: place names against their specification by example
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: test-toponyms ENGINE-DATA TOPONYMS-TXT NAMES-TSV
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "dateline-document.h"
#include "dateline-gazetteer.h"
#include "dateline-toponym.h"

/* How far a name of tests/spec/names.tsv may be found from its point. */
#define NAME_KM 20
/* In 100 spellings, how many must be found. */
#define NAME_PERCENT 97
/* Towns whose names are respelt, in how many ways, and how many must be found. */
#define TOWN_POPULATION 5000
#define N_RESPELLINGS 6
#define RESPELT_PERCENT 95

static DatelineData      *data;
static DatelineGazetteer *gazetteer;

static const char *const flag_names[] = {
  "locative", "near", "origin", "direction", "qualifier", "container", "metonym", "modifier", "person",
  "demonym", "dateline", "derived", "unknown", "part", "landmark", "fuzzy"
};

typedef struct
{
  char             *title;
  char             *text;
  char            **expectations;
  DatelineDocument *document;
  GArray           *toponyms;
} Example;

static void
example_clear (Example *example)
{
  g_free (example->title);
  g_free (example->text);
  g_strfreev (example->expectations);
}

static guint
flag_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (strcmp (flag_names[i], name) == 0)
      return 1u << i;
  g_error ("unknown flag \"%s\"", name);
}

static void
analyse (Example *example)
{
  example->document = dateline_document_new (data, example->text, strlen (example->text));
  example->toponyms = dateline_toponym_find (example->document, gazetteer);
  dateline_toponym_resolve (example->document, gazetteer, example->toponyms);
}

static void
forget (Example *example)
{
  dateline_document_free (example->document);
}

/* The toponym whose letters are @name, or one that contains them. */
static const DatelineToponym *
find (const Example *example, const char *name, gboolean part)
{
  for (guint i = 0; i < example->toponyms->len; i++)
    {
      const DatelineToponym *toponym = &g_array_index (example->toponyms, DatelineToponym, i);
      DatelineSpan           span = dateline_document_get_span (example->document, toponym->first_token, toponym->end_token);
      g_autofree char       *text = dateline_document_dup_text (example->document, span);

      if (part ? strstr (text, name) != NULL : strcmp (text, name) == 0)
        return toponym;
    }
  return NULL;
}

static void
check_none (const Example *example, const char *name)
{
  const DatelineToponym *toponym = find (example, name, TRUE);

  if (toponym != NULL && dateline_point_is_set (toponym->point) && !(toponym->flags & DATELINE_TOPONYM_PERSON))
    g_test_message ("%s: \"%s\" is taken for a place", example->title, name);
  g_assert_true (toponym == NULL || !dateline_point_is_set (toponym->point) || (toponym->flags & DATELINE_TOPONYM_PERSON));
}

static void
check_word (const Example *example, const DatelineToponym *toponym, const char *name, const char *word)
{
  gboolean absent = *word == '-';
  guint    flag;

  if (g_str_has_prefix (word, "precision="))
    {
      if (toponym->precision != (DatelineWherePrecision) atoi (word + 10))
        g_test_message ("%s: \"%s\" has precision %d, expected %s", example->title, name, toponym->precision, word + 10);
      g_assert_cmpint (toponym->precision, ==, atoi (word + 10));
      return;
    }
  flag = flag_of (word + absent);
  if (((toponym->flags & flag) != 0) == absent)
    g_test_message ("%s: \"%s\": flag %s", example->title, name, word);
  g_assert_true (((toponym->flags & flag) != 0) != absent);
}

static void
check_point (const Example *example, const DatelineToponym *toponym, const char *name, const char *lat_lon, const char *within)
{
  g_auto (GStrv) parts = g_strsplit (lat_lon, ",", 2);
  DatelinePoint  point = { g_ascii_strtod (parts[0], NULL), g_ascii_strtod (parts[1], NULL) };
  double         distance = dateline_point_distance_km (point, toponym->point);

  if (!(distance <= g_ascii_strtod (within, NULL)))
    {
      g_autofree char *explanation = dateline_toponym_explain (example->document, gazetteer, toponym);

      g_test_message ("%s: \"%s\" is %.1f km off: %.4f,%.4f\n%s", example->title, name, distance, toponym->point.lat, toponym->point.lon, explanation);
    }
  g_assert_cmpfloat (distance, <=, g_ascii_strtod (within, NULL));
}

static void
check_expectation (const Example *example, const char *line)
{
  const char            *colon = strstr (line, ": ");
  g_autofree char       *name = NULL;
  g_auto (GStrv)         words = NULL;
  const DatelineToponym *toponym;
  guint                  first = 2;

  g_assert_nonnull (colon);
  name = g_strndup (line, (gsize) (colon - line));
  words = g_strsplit (colon + 2, " ", -1);
  if (strcmp (words[0], "none") == 0)
    {
      check_none (example, name);
      return;
    }
  toponym = find (example, name, FALSE);
  if (toponym == NULL)
    g_test_message ("%s: \"%s\" is not found", example->title, name);
  g_assert_nonnull (toponym);

  if (strcmp (words[0], "outside") == 0)
    {
      g_assert_cmpuint (toponym->row, !=, G_MAXUINT32);
      g_assert_false (dateline_gazetteer_get_place (gazetteer, toponym->row)->in_region);
      first = 1;
    }
  else
    check_point (example, toponym, name, words[0], words[1]);
  for (guint i = first; words[i] != NULL; i++)
    check_word (example, toponym, name, words[i]);
}

static void
test_example (gconstpointer user_data)
{
  Example *example = (Example *) user_data;

  analyse (example);
  for (guint i = 0; example->expectations[i] != NULL; i++)
    check_expectation (example, example->expectations[i]);
  forget (example);
}

static void
add_example (GArray *examples, const char *title, GString *text, GPtrArray *expectations)
{
  Example example = { g_strdup (title), g_strchomp (g_strdup (text->str)), NULL, NULL, NULL };

  g_ptr_array_add (expectations, NULL);
  example.expectations = (char **) g_ptr_array_free (expectations, FALSE);
  g_assert_nonnull (example.expectations[0]);
  g_array_append_val (examples, example);
}

/* "@@ title", text, "--", expectations. */
static GArray *
read_examples (const char *path)
{
  GArray             *examples = g_array_new (FALSE, TRUE, sizeof (Example));
  g_autofree char    *contents = NULL;
  g_autoptr (GError)  error = NULL;
  g_auto (GStrv)      lines = NULL;
  g_autofree char    *title = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray          *expectations = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "@@ "))
        {
          if (title != NULL)
            add_example (examples, title, text, g_steal_pointer (&expectations));
          g_free (title);
          title = g_strdup (lines[i] + 3);
          g_string_truncate (text, 0);
          expectations = NULL;
        }
      else if (title != NULL && strcmp (lines[i], "--") == 0)
        expectations = g_ptr_array_new ();
      else if (expectations != NULL && lines[i][0] != '\0')
        g_ptr_array_add (expectations, g_strdup (lines[i]));
      else if (title != NULL && expectations == NULL)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  add_example (examples, title, text, expectations);
  g_array_set_clear_func (examples, (GDestroyNotify) example_clear);
  return examples;
}

static gboolean
name_is_found (const char *spelling, DatelinePoint point)
{
  Example  example = { .text = g_strdup_printf ("Clashes broke out in %s on Monday.", spelling) };
  gboolean found = FALSE;

  analyse (&example);
  for (guint i = 0; i < example.toponyms->len; i++)
    if (dateline_point_distance_km (g_array_index (example.toponyms, DatelineToponym, i).point, point) <= NAME_KM)
      found = TRUE;
  forget (&example);
  g_free (example.text);
  return found;
}

static void
test_names (gconstpointer user_data)
{
  const char        *path = user_data;
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv)     lines = NULL;
  guint              n = 0, n_found = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '#' || g_strv_length (cells) != 4 || strcmp (cells[2], "lat") == 0)
        continue;
      n++;
      if (name_is_found (cells[0], (DatelinePoint){ g_ascii_strtod (cells[2], NULL), g_ascii_strtod (cells[3], NULL) }))
        n_found++;
      else
        g_test_message ("\"%s\" is not found as %s", cells[0], cells[1]);
    }
  g_test_message ("%u of %u spellings are found", n_found, n);
  g_assert_cmpuint (n, >=, 150);
  g_assert_cmpuint (n_found * 100, >=, n * NAME_PERCENT);
}

/* --- spellings ----------------------------------------------------------- */

static char *
replace (const char *text, const char *from, const char *to)
{
  GString *result = g_string_new (text);

  g_string_replace (result, from, to, 0);
  return g_string_free (result, FALSE);
}

/* Another way that the press may write the name; equal when there is none. */
static char *
respell (const char *name, guint way)
{
  g_autofree char *el = NULL;
  gsize            length = strlen (name);

  switch (way)
    {
    case 0:
      el = replace (name, "Al ", "El-");
      return replace (el, "al-", "el-");
    case 1:
      return replace (name, "q", "k");
    case 2:
      return replace (name, "u", "ou");
    case 3:
      return g_str_has_suffix (name, "ah") ? g_strndup (name, length - 1) : g_strdup (name);
    case 4:
      return replace (name, "ayy", "ay");
    default:
      return replace (name, "'", "ʿ");
    }
}

/* The place itself, or an honest alternative. */
static gboolean
is_meant (const char *spelling, guint row)
{
  const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (gazetteer, row);
  DatelinePoint                 point = { (double) place->lat, (double) place->lon };
  Example                       example = { .text = g_strdup_printf ("Clashes broke out in %s on Monday.", spelling) };
  gboolean                      meant = FALSE;

  analyse (&example);
  for (guint i = 0; i < example.toponyms->len; i++)
    {
      const DatelineToponym *toponym = &g_array_index (example.toponyms, DatelineToponym, i);

      meant = meant || dateline_point_distance_km (toponym->point, point) <= NAME_KM;
      for (guint j = 0; j < toponym->n_candidates; j++)
        meant = meant || toponym->candidates[j].row == row;
    }
  forget (&example);
  g_free (example.text);
  return meant;
}

/* Every town of the region is still meant when its name is spelt otherwise. */
static void
test_spellings (void)
{
  guint n = 0, n_meant = 0;

  for (guint row = 0; row < dateline_gazetteer_get_n_places (gazetteer); row++)
    {
      const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (gazetteer, row);
      const char                   *name = dateline_gazetteer_get_string (gazetteer, place->name);

      if (!place->in_region || place->demonym || place->population < TOWN_POPULATION || g_utf8_get_char (name) > 0x24f)
        continue;
      for (guint way = 0; way < N_RESPELLINGS; way++)
        {
          g_autofree char *spelling = respell (name, way);

          if (strcmp (spelling, name) == 0)
            continue;
          n++;
          if (is_meant (spelling, row))
            n_meant++;
          else
            g_test_message ("\"%s\" is not %s", spelling, name);
        }
    }
  g_test_message ("%u of %u respelt names are meant", n_meant, n);
  g_assert_cmpuint (n, >=, 250);
  g_assert_cmpuint (n_meant * 100, >=, n * RESPELT_PERCENT);
}

/* Names without end must take time without squares, and find their places. */
static void
test_many_names (void)
{
  GString *text = g_string_new (NULL);
  Example  example = { NULL };

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i % 2 == 0 ? "Idlib, " : "Ramadi and ");
  example.text = g_string_free (text, FALSE);
  analyse (&example);
  g_assert_cmpuint (example.toponyms->len, ==, 5000);
  for (guint i = 0; i < example.toponyms->len; i++)
    g_assert_true (dateline_point_is_set (g_array_index (example.toponyms, DatelineToponym, i).point));
  forget (&example);
  g_free (example.text);
}

/* Whatever the text, spans are in order and in it, and points are finite. */
static void
test_invariants (gconstpointer user_data)
{
  GArray  *examples = (GArray *) user_data;
  GString *text = g_string_new ("\xff\xc3 of , 's north of the - ( ");

  for (guint i = 0; i < examples->len; i++)
    g_string_append (text, g_array_index (examples, Example, i).text);
  for (gsize cut = text->len; cut > 0; cut = cut * 9 / 10)
    {
      Example example = { .text = g_strndup (text->str, cut) };
      guint   end = 0;

      analyse (&example);
      for (guint i = 0; i < example.toponyms->len; i++)
        {
          const DatelineToponym *toponym = &g_array_index (example.toponyms, DatelineToponym, i);

          g_assert_cmpuint (toponym->first_token, >=, end);
          g_assert_cmpuint (toponym->end_token, >, toponym->first_token);
          g_assert_cmpuint (toponym->end_token, <=, example.document->n_tokens);
          g_assert_cmpuint (toponym->cue_token, <=, toponym->first_token);
          g_assert_cmpint (toponym->container, <, (int) example.toponyms->len);
          g_assert_true (toponym->container != (int) i);
          g_assert_true (!dateline_point_is_set (toponym->point) || (ABS (toponym->point.lat) <= 90 && ABS (toponym->point.lon) <= 180));
          g_assert_true (toponym->confidence >= 0 && toponym->confidence <= 1);
          end = toponym->first_token + 1;
        }
      forget (&example);
      g_free (example.text);
    }
  g_string_free (text, TRUE);
}

static void
test_expressions (void)
{
  static const char *const expected[] = { "the Tigris River", "Tigris River", "western Mosul", "Mosul", "the city" };

  Example            example = { .text = (char *) "Troops crossed the Tigris River into western Mosul and held the city. Iraqi officials said so." };
  g_autoptr (GArray) expressions = NULL;

  analyse (&example);
  expressions = dateline_toponym_list_expressions (example.document, gazetteer, example.toponyms);
  for (guint i = 0; i < expressions->len; i++)
    {
      const DatelinePlaceExpression *expression = &g_array_index (expressions, DatelinePlaceExpression, i);
      DatelineSpan                   span = dateline_document_get_span (example.document, expression->first_token, expression->end_token);
      g_autofree char               *text = dateline_document_dup_text (example.document, span);

      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (text, ==, expected[i]);
      g_assert_cmpint (dateline_point_is_set (expression->point), ==, i < 4);
    }
  g_assert_cmpuint (expressions->len, ==, G_N_ELEMENTS (expected));
  forget (&example);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) examples = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  if (argc != 4)
    g_error ("usage: %s ENGINE-DATA TOPONYMS-TXT NAMES-TSV", argv[0]);
  data = dateline_data_open (argv[1], &error);
  g_assert_no_error (error);
  gazetteer = dateline_gazetteer_new (data, &error);
  g_assert_no_error (error);

  examples = read_examples (argv[2]);
  for (guint i = 0; i < examples->len; i++)
    {
      Example         *example = &g_array_index (examples, Example, i);
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/place/toponyms/%s", example->title), " ", '-');

      g_test_add_data_func (path, example, test_example);
    }
  g_test_add_data_func ("/place/names", argv[3], test_names);
  g_test_add_func ("/place/spellings", test_spellings);
  g_test_add_func ("/place/expressions", test_expressions);
  g_test_add_func ("/place/many-names", test_many_names);
  g_test_add_data_func ("/place/invariants", examples, test_invariants);
  status = g_test_run ();

  g_clear_pointer (&gazetteer, dateline_gazetteer_free);
  g_clear_pointer (&data, dateline_data_free);
  return status;
}
