/* test-names.c: what is looked for is found by its other names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "dateline-names.h"

static DatelineNames *names;

/* The lines of @words, and whether line @line has @alternative. */
typedef struct
{
  const char *words;
  guint       n_lines;
  guint       line;
  const char *alternative;
  gboolean    has;
  const char *reason;
} Case;

static const Case cases[] = {
  { "حلب", 1, 0, "aleppo", TRUE, "an Arabic name finds the English" },
  { "Haleb", 1, 0, "aleppo", TRUE, "another Latin spelling" },
  { "Alep", 1, 0, "aleppo", TRUE, "the French one" },
  { "Aleppo", 1, 0, "حلب", TRUE, "an English name finds the Arabic" },
  { "Aleppo", 1, 0, "بحلب", TRUE, "Arabic writes “in” with the name" },
  { "Aleppo", 1, 0, "aleppos", TRUE, "Aleppo’s" },
  { "Sana'a", 1, 0, "صنعا", TRUE, "apostrophes are no letters" },
  { "صنعاء", 1, 0, "sanaa", TRUE, "nor is the hamza" },
  { "رقة", 1, 0, "raqqa", TRUE, "Arabic without its article" },
  { "Hasakah", 1, 0, "الحسكه", TRUE, "Latin without its article" },
  { "al-Hasakah", 1, 0, "hasakah", TRUE, "and with it" },
  { "Deir ez-Zor", 1, 0, "دير الزور", TRUE, "a name of three words is one line" },
  { "Deir al-Zour", 1, 0, "deir zor", TRUE, "articles are left out" },
  { "Huthi", 1, 0, "houthi", TRUE, "an actor by another spelling" },
  { "Huthi", 1, 0, "houthi forces", TRUE, "and as the engine calls it" },
  { "الحوثيين", 1, 0, "houthi", TRUE, "an actor in Arabic" },
  { "Houthi", 1, 0, "الحوثيون", TRUE, "an actor in English" },
  { "Houthi", 1, 0, "army committees", FALSE, "words that stand anywhere are no name" },
  { "داعش", 1, 0, "isis", TRUE, "a group by its Arabic name" },
  { "rebels", 1, 0, "houthi", FALSE, "not every rebel is" },
  { "airstrike Aleppo killed", 3, 1, "halab", TRUE, "each name or word has its line" },
  { "airstrike Aleppo killed", 3, 0, "airstrike", TRUE, "what is no name is as it was" },
};

static gboolean
has_alternative (char **lines, guint line, const char *alternative)
{
  g_auto (GStrv) each = g_strsplit (lines[line], "|", -1);

  return g_strv_contains ((const char *const *) each, alternative);
}

static void
test_case (gconstpointer data)
{
  const Case      *test = data;
  g_autofree char *respelled = dateline_names_respell (names, test->words, FALSE);
  g_auto (GStrv)   lines = g_strsplit (respelled, "\n", -1);

  g_test_message ("%s: %s; got %s", test->words, test->reason, respelled);
  g_assert_cmpuint (g_strv_length (lines), ==, test->n_lines);
  g_assert_cmpint (has_alternative (lines, test->line, test->alternative), ==, test->has);
}

/* What no table has is taken for what sounds so, if asked. */
static void
test_sound (void)
{
  g_autofree char *as_written = dateline_names_respell (names, "Ar-Raqqeeh", FALSE);
  g_autofree char *by_sound = dateline_names_respell (names, "Ar-Raqqeeh", TRUE);

  g_assert_null (strstr (as_written, "raqqa"));
  g_assert_nonnull (strstr (by_sound, "raqqa"));
}

static void
test_empty (void)
{
  g_autofree char *nothing = dateline_names_respell (names, "  ’ ", TRUE);
  g_autofree char *article = dateline_names_respell (names, "al", TRUE);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (strncmp (article, "al", 2), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  names = dateline_names_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/names/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/extract/names/sound", test_sound);
  g_test_add_func ("/extract/names/empty", test_empty);
  status = g_test_run ();
  dateline_names_free (names);
  return status;
}
