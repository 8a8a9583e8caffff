/* bench-search.c: from a search that is typed to the incidents shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-search [ARTICLES]: articles of 2 kB, each with an incident in a
 * town of the region; prints CPU, of the first search and then the least
 * of some.
 */

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "dateline-project.h"

#define N_RUNS 5

static const char *const towns[] = { "Aleppo", "Raqqa", "Deir ez-Zor", "Idlib", "Mosul", "Baghdad", "Kirkuk", "Sanaa", "Hodeidah", "Aden", "Taiz", "Saada", "Marib", "Hama", "Homs", "Fallujah" };
static const char *const groups[] = { "Houthi forces", "Islamic State", "Syrian government forces", "Kata'ib Hezbollah" };
static const char *const words[] = { "strike", "killed", "hospital", "market", "forces", "villagers", "convoy", "said", "the", "of", "near", "monitor", "rocket", "bakery", "bridge", "wounded", "officials", "on", "Tuesday", "city" };

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
add_article (DatelineStore *store, GRand *random)
{
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (DatelineArticle)    article = NULL;
  DatelineIncident              *incident = dateline_incident_new (g_rand_int_range (random, 0, DATELINE_N_INCIDENT_TYPES));
  DatelinePlace                  place = { .precision = DATELINE_WHERE_EXACT, .country = "SY", .point = { 35, 38 } };
  DatelineActor                  actor = { .role = DATELINE_ACTOR_INITIATOR };
  DatelineDay                    day = 16000 + g_rand_int_range (random, 0, 3650);
  GString                       *text = g_string_new (NULL);

  place.name = g_strdup (towns[g_rand_int_range (random, 0, G_N_ELEMENTS (towns))]);
  actor.name = g_strdup (groups[g_rand_int_range (random, 0, G_N_ELEMENTS (groups))]);
  g_string_append_printf (text, "%s in %s. ", actor.name, place.name);
  while (text->len < 2000)
    g_string_append_printf (text, "%s%d ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                            g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 5000) : 0);
  incident->when.interval = dateline_date_interval_for_days (day, day, DATELINE_REGION_OFFSET_MINUTES);
  incident->when.precision = DATELINE_DATE_DAY;
  g_array_append_val (incident->places, place);
  g_array_append_val (incident->actors, actor);
  g_ptr_array_add (extraction->incidents, incident);
  article = dateline_article_new (NULL, text->str, text->len);
  g_string_free (text, FALSE);
  dateline_store_add_extraction (store, article, extraction, NULL);
}

static double
search (DatelineSession *session, const char *text, guint *n_found)
{
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();
  g_autoptr (DatelineFilter) all = dateline_filter_new ();
  gint64                     start_us;
  double                     ms;

  filter->text = g_strdup (text);
  start_us = get_cpu_us ();
  dateline_session_set_filter (session, filter);
  for (guint i = 0; i < MIN (30, g_list_model_get_n_items (dateline_session_get_list (session))); i++)
    g_object_unref (g_list_model_get_item (dateline_session_get_list (session), i));
  ms = (double) (get_cpu_us () - start_us) / 1000;
  *n_found = g_list_model_get_n_items (dateline_session_get_list (session));
  dateline_session_set_filter (session, all);
  return ms;
}

static void
measure (DatelineSession *session, const char *text)
{
  guint  n_found;
  double first = search (session, text, &n_found), least = first;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double ms = search (session, text, &n_found);

      least = MIN (least, ms);
    }
  g_print ("%7u found, first %7.2f ms, then %7.2f ms: %s\n", n_found, first, least, text);
}

int
main (int argc, char *argv[])
{
  static const char *const    queries[] = { "حلب", "Haleb", "Alep", "Aleppo", "Sana'a", "صنعاء", "Huthi", "الحوثيين", "Deir al-Zour", "Ar-Raqqeeh", "strike0 حلب", "hospital0", "market77 Homs", "s", "nothing of the kind" };
  g_autoptr (DatelineSession) session = dateline_project_new (NULL, NULL);
  g_autoptr (GRand)           random = g_rand_new_with_seed (1);
  guint                       n_articles = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  DatelineStore              *store = dateline_session_get_store (session);

  setlocale (LC_ALL, "");
  for (guint i = 0; i < n_articles; i++)
    {
      if (i % 256 == 0)
        dateline_store_begin (store, NULL);
      add_article (store, random);
      if (i % 256 == 255 || i + 1 == n_articles)
        dateline_store_commit (store, NULL);
    }
  dateline_session_reload (session);
  g_print ("%u articles\n", n_articles);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    measure (session, queries[i]);
  return 0;
}
