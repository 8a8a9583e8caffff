/* bench-import.c: how long 10,000 articles take from file to merged project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-import SAMPLES [N]
 *
 * Each article is a sample with other numbers and another date, filled up
 * to 2 kB with sentences in which nothing happens. The longest turn of the
 * main loop is what a frame would have waited for.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "dateline-article-reader.h"
#include "dateline-data-dir.h"
#include "dateline-fold.h"
#include "dateline-import-job.h"
#include "dateline-json-output.h"
#include "dateline-merge-job.h"

#define ARTICLE_BYTES 2000

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
} Run;

/* Of the main loop, between two polls, while it is timed. */
static gint64 turn_begin;
static gint64 longest_turn;

static void
on_done_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->result = g_object_ref (result);
  g_main_loop_quit (run->loop);
}

static int
poll_and_time (GPollFD *descriptors, guint n_descriptors, int timeout_ms)
{
  int n;

  if (turn_begin != 0)
    longest_turn = MAX (longest_turn, g_get_monotonic_time () - turn_begin);
  n = g_poll (descriptors, n_descriptors, timeout_ms);
  turn_begin = g_get_monotonic_time ();
  return n;
}

/* As often as frames come. */
static gboolean
on_frame_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static GPtrArray *
read_texts (const char *path)
{
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new (path);
  GPtrArray                        *texts = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineArticle) article = dateline_article_reader_next (reader, &error);

      if (error != NULL)
        g_error ("%s", error->message);
      if (article == NULL)
        return texts;
      g_ptr_array_add (texts, g_strdup (article->text));
    }
}

/* Sentences in which nothing happens, each another. */
static void
append_plain (GString *text, GRand *random)
{
  static const char *const words[] = { "the", "council", "market", "spoke", "of", "bread", "and", "water", "in", "long", "talks", "with", "a", "minister", "about", "prices", "schools", "roads", "where", "people", "waited", "for", "news", "that", "would", "not", "come", "before", "winter", "elections", "budget", "trade", "oil", "harvest", "new", "law" };

  for (guint i = 0; i < 14; i++)
    g_string_append_printf (text, i > 0 ? " %s" : "Then %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  g_string_append (text, ". ");
}

static void
append_article (GString *out, GRand *random, const GPtrArray *texts, guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char         *sample = g_ptr_array_index (texts, (guint) g_rand_int_range (random, 0, (gint32) texts->len));

  for (const char *p = sample; *p != '\0'; p++)
    g_string_append_c (text, *p >= '2' && *p <= '9' && !g_ascii_isdigit (p[1]) ? (char) g_rand_int_range (random, '2', '9' + 1) : *p);
  g_string_append (text, "\n\n");
  while (text->len < ARTICLE_BYTES)
    append_plain (text, random);
  g_string_append_printf (out, "{\"id\":\"%u\",\"published\":\"%d-%02d-%02d\",\"text\":", number,
                          g_rand_int_range (random, 2014, 2025), g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
  dateline_json_append_string (out, text->str, text->len);
  g_string_append (out, "}\n");
}

static void
write_corpus (const char *path, const GPtrArray *texts, guint n)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GRand)   random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n; i++)
    append_article (out, random, texts, i);
  if (!g_file_set_contents (path, out->str, (gssize) out->len, NULL))
    g_error ("%s cannot be written", path);
  printf ("%u articles, %.1f MB\n", n, (double) out->len / 1e6);
}

/* What other programs do does not count. */
static double
get_cpu_seconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static double
wait (Run *run, gint64 begin)
{
  g_main_loop_run (run->loop);
  return (double) (g_get_monotonic_time () - begin) / 1e6;
}

int
main (int argc, char *argv[])
{
  guint                            n = argc > 2 ? (guint) atoi (argv[2]) : 10000;
  g_autofree char                 *folder = g_dir_make_tmp ("dateline-bench-XXXXXX", NULL);
  g_autofree char                 *corpus = g_build_filename (folder, "corpus.ndjson", NULL);
  g_autofree char                 *project = g_build_filename (folder, "bench.dateline", NULL);
  g_autofree char                 *data = dateline_data_find ("engine.dat");
  g_autoptr (GPtrArray)            texts = argc > 1 ? read_texts (argv[1]) : NULL;
  g_autoptr (DatelineEngine)       engine = dateline_engine_open (data, NULL);
  g_autoptr (DatelineStore)        store = dateline_store_open_folding (project, dateline_fold_text, NULL);
  g_autoptr (GListStore)           files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile)                file = g_file_new_for_path (corpus);
  g_autoptr (DatelineImportReport) report = NULL;
  Run                              run = { .loop = g_main_loop_new (NULL, FALSE) };
  DatelineStoreCounts              counts = { 0 };
  gint64                           begin;
  double                           imported, merged, cpu, main_cpu;

  if (texts == NULL || engine == NULL || store == NULL)
    g_error ("usage: bench-import SAMPLES [N]");
  write_corpus (corpus, texts, n);
  g_list_store_append (files, file);
  g_timeout_add (16, on_frame_cb, NULL);
  g_main_context_set_poll_func (NULL, poll_and_time);

  main_cpu = get_cpu_seconds (CLOCK_THREAD_CPUTIME_ID);
  cpu = get_cpu_seconds (CLOCK_PROCESS_CPUTIME_ID);
  begin = g_get_monotonic_time ();
  dateline_import_async (store, engine, G_LIST_MODEL (files), NULL, NULL, NULL, on_done_cb, &run);
  imported = wait (&run, begin);
  report = dateline_import_finish (run.result, NULL);
  g_clear_object (&run.result);
  begin = g_get_monotonic_time ();
  dateline_merge_async (store, NULL, on_done_cb, &run);
  merged = wait (&run, begin);
  dateline_merge_finish (run.result, NULL);
  dateline_store_get_counts (store, &counts, NULL);

  printf ("read, extracted, stored: %.2f s\nmerged: %.2f s\ntogether: %.2f s\n", imported, merged, imported + merged);
  printf ("CPU: %.2f s, of which the main thread's %.2f s\n", get_cpu_seconds (CLOCK_PROCESS_CPUTIME_ID) - cpu, get_cpu_seconds (CLOCK_THREAD_CPUTIME_ID) - main_cpu);
  printf ("%u articles read, %u failed; %u reports, %u incidents\n", report->n_read, report->failed->len, counts.n_reports, counts.n_incidents);
  printf ("longest turn of the main loop: %.1f ms\n", (double) longest_turn / 1e3);

  g_clear_object (&run.result);
  g_main_loop_unref (run.loop);
  dateline_store_free (g_steal_pointer (&store));
  g_unlink (corpus);
  g_unlink (project);
  g_rmdir (folder);
  return 0;
}
