/* bench-store.c: what a large project costs to fill, open, search, change and copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-store [ARTICLES [INCIDENTS-EACH]]: articles of 2 kB of the words of
 * the sample articles' kind; prints one line a measure, CPU.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dateline-fold.h"
#include "dateline-incident-table-load.h"
#include "dateline-session.h"

static const char *const words[] = {
  "strike",
  "killed",
  "hospital",
  "market",
  "الرقة",
  "Sana'a",
  "forces",
  "villagers",
  "convoy",
  "said",
  "the",
  "of",
  "near",
  "monitor",
  "Ḥudayda",
  "مستشفى",
  "rocket",
  "bakery",
  "bridge",
  "wounded",
  "officials",
  "on",
  "Tuesday",
  "city",
  "district",
};

/* CPU of the process, so that a busy machine does not count. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
tell (const char *what, gint64 since_us, guint n)
{
  g_print ("%-44s %10.3f ms\n", what, (double) (get_cpu_us () - since_us) / 1000 / n);
}

static void
add_incident (DatelineExtraction *extraction, GRand *random)
{
  DatelineIncident *incident = dateline_incident_new (g_rand_int_range (random, 0, DATELINE_N_INCIDENT_TYPES));
  DatelineDay       day = 16000 + g_rand_int_range (random, 0, 3650);
  DatelinePlace     place = { .precision = DATELINE_WHERE_EXACT, .country = "SY" };
  DatelineActor     actor = { .name = g_strdup ("Government forces"), .role = DATELINE_ACTOR_INITIATOR };

  place.name = g_strdup_printf ("Town %d", g_rand_int_range (random, 0, 2000));
  place.adm1 = g_strdup_printf ("Province %d", g_rand_int_range (random, 0, 50));
  place.point = (DatelinePoint){ g_rand_double_range (random, 30, 37), g_rand_double_range (random, 38, 48) };
  incident->when.interval = dateline_date_interval_for_days (day, day, DATELINE_REGION_OFFSET_MINUTES);
  incident->when.precision = DATELINE_DATE_DAY;
  g_array_append_val (incident->places, place);
  g_array_append_val (incident->actors, actor);
  g_array_append_val (incident->evidence, ((DatelineProvenance){ 0, { 0, 9 } }));
  g_ptr_array_add (extraction->incidents, incident);
}

static void
fill (DatelineStore *store, guint n_articles, guint n_each)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
      g_autoptr (DatelineArticle)    article = NULL;
      GString                       *text = g_string_new (NULL);

      while (text->len < 2000)
        g_string_append_printf (text, "%s%d ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                                g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 5000) : 0);
      article = dateline_article_new (NULL, text->str, text->len);
      g_string_free (text, FALSE);
      for (guint j = 0; j < n_each; j++)
        add_incident (extraction, random);
      if (i % 256 == 0)
        dateline_store_begin (store, NULL);
      dateline_store_add_extraction (store, article, extraction, NULL);
      if (i % 256 == 255 || i + 1 == n_articles)
        dateline_store_commit (store, NULL);
    }
}

static void
count (gint64 incident, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
search (DatelineStore *store, const char *what)
{
  gint64           start_us = get_cpu_us ();
  guint            n = 0;
  g_autofree char *label = NULL;

  dateline_store_search (store, what, count, &n, NULL);
  label = g_strdup_printf ("search “%s”, %u found", what, n);
  tell (label, start_us, 1);
}

static void
change (DatelineSession *session)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  g_autofree gint64           *ids = g_memdup2 (table->id, table->n_rows * sizeof *table->id);
  guint                        n_many = MIN (1000, table->n_rows);
  gint64                       start_us = get_cpu_us ();

  for (guint i = 0; i < 20; i++)
    dateline_session_set_status (session, &ids[i * 97], 1, DATELINE_STATUS_ACCEPTED, NULL);
  tell ("accept one, of 20", start_us, 20);
  start_us = get_cpu_us ();
  for (guint i = 0; i < 20; i++)
    dateline_session_undo (session, NULL);
  tell ("undo it, of 20", start_us, 20);
  start_us = get_cpu_us ();
  dateline_session_set_status (session, ids, n_many, DATELINE_STATUS_REJECTED, NULL);
  tell ("reject 1000 in one step", start_us, 1);
}

static void
copy (DatelineStore *store, const char *path)
{
  gint64                        start_us = get_cpu_us ();
  g_autoptr (DatelineStoreCopy) self = dateline_store_copy_new (store, path, NULL);
  gboolean                      done = FALSE;

  while (!done && dateline_store_copy_step (self, 64, &done, NULL))
    ;
  dateline_store_copy_finish (self, NULL);
  tell ("copy into another file", start_us, 1);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  guint                  n_articles = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  guint                  n_each = argc > 2 ? (guint) atoi (argv[2]) : 10;
  g_autofree char       *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char       *path = g_build_filename (folder, "bench.dateline", NULL);
  g_autofree char       *other = g_build_filename (folder, "copy.dateline", NULL);
  DatelineStore         *store = dateline_store_open_folding (path, dateline_fold_text, NULL);
  DatelineSession       *session;
  DatelineStoreCounts    counts;
  gint64                 start_us = get_cpu_us ();
  DatelineIncidentTable *table;
  GStatBuf               buffer;

  fill (store, n_articles, n_each);
  tell ("add all", start_us, 1);
  dateline_store_free (store);
  g_stat (path, &buffer);
  g_print ("%u articles, %u incidents, %.1f MB\n", n_articles, n_articles * n_each, (double) buffer.st_size / 1e6);

  start_us = get_cpu_us ();
  store = dateline_store_open_folding (path, dateline_fold_text, NULL);
  tell ("open", start_us, 1);
  start_us = get_cpu_us ();
  table = dateline_incident_table_load (store, &counts, NULL);
  tell ("load the table", start_us, 1);
  start_us = get_cpu_us ();
  session = dateline_session_new_loaded (store, table, &counts);
  tell ("make a session of it", start_us, 1);

  search (store, "town 17");
  search (store, "province");
  search (store, "hospital0");
  search (store, "sanaa12 rocket");
  search (store, "hudayda77");
  search (store, "مستشفي مارکت");
  search (store, "h");
  copy (store, other);
  change (session);

  g_object_unref (session);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
