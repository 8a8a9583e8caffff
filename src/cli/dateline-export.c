/* dateline-export.c: incidents out of a project, as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document is the one that dateline-extract --merge writes of the same
 * articles: same order, same bytes. What analysts said goes along.
 */

#define G_LOG_DOMAIN "dateline-cli"

#include "config.h"

#include "dateline-export.h"

#include <string.h>

#include "dateline-data-dir.h"
#include "dateline-incident-table-load.h"
#include "dateline-map-picture.h"
#include "dateline-merge.h"
#include "dateline-whole-file.h"

struct _DatelineExport
{
  DatelineStore *store;
  gboolean       whole;       /* all incidents, hence all articles */
  GArray        *ids;         /* gint64, of the incidents */
  GArray        *article_ids; /* gint64, ascending; NULL until the incidents are loaded */
  GHashTable    *copies;      /* article → the one that it copies */
  GPtrArray     *incidents;
  GPtrArray     *articles;
  GHashTable    *engines; /* SHA-256 of what the engines of the articles knew */
};

static void
add_id (const DatelineIncidentSummary *summary, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, summary->id);
}

static gint64 *
new_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
add_copy (gint64 article, GBytes *sketch, gint64 copy_of, gpointer user_data)
{
  if (copy_of != 0)
    g_hash_table_insert (user_data, new_id (article), new_id (copy_of));
}

/**
 * dateline_export_new:
 * @store: a project; must outlive the loading
 * @incidents: (nullable): rows of the incidents; %NULL for all of the
 *   project, with the articles in which there are none
 * @n_incidents: how many
 *
 * Returns: (transfer full): an export that is yet to be loaded
 */
DatelineExport *
dateline_export_new (DatelineStore *store, const gint64 *incidents, guint n_incidents)
{
  DatelineExport *self = g_new0 (DatelineExport, 1);

  self->store = store;
  self->whole = incidents == NULL;
  if (incidents != NULL)
    {
      self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_incidents);
      g_array_append_vals (self->ids, incidents, n_incidents);
    }
  self->copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->engines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_article_free);
  return self;
}

void
dateline_export_free (DatelineExport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->article_ids, g_array_unref);
  g_hash_table_unref (self->copies);
  g_hash_table_unref (self->engines);
  g_ptr_array_unref (self->incidents);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static void
note_article (DatelineProvenance *provenance, gpointer user_data)
{
  GHashTable *articles = user_data;

  if (provenance->article != 0 && !g_hash_table_contains (articles, &provenance->article))
    g_hash_table_add (articles, new_id (provenance->article));
}

static GArray *
sort_ids (GHashTable *set)
{
  GArray        *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  g_array_sort (ids, compare_ids);
  return ids;
}

/* Which articles are needed, now that the incidents are known. */
static gboolean
list_articles (DatelineExport *self, GError **error)
{
  g_autoptr (GHashTable) cited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64                 last = 0;

  if (self->whole && !dateline_store_get_last_article (self->store, &last, error))
    return FALSE;
  for (gint64 id = 1; id <= last; id++)
    g_hash_table_add (cited, new_id (id));
  for (guint i = 0; i < self->incidents->len; i++)
    dateline_incident_foreach_provenance (g_ptr_array_index (self->incidents, i), note_article, cited);
  self->article_ids = sort_ids (cited);
  return dateline_store_foreach_sketch (self->store, add_copy, self->copies, error);
}

static gboolean
begin (DatelineExport *self, GError **error)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!dateline_store_foreach_summary (self->store, add_id, self->ids, error))
    return FALSE;
  g_array_sort (self->ids, compare_ids);
  return TRUE;
}

static gboolean
load_incident (DatelineExport *self, gint64 id, GError **error)
{
  DatelineIncident          *incident = dateline_store_load_incident (self->store, id, error);
  g_autoptr (DatelineReview) review = incident != NULL ? dateline_store_load_review (self->store, id, error) : NULL;

  if (incident == NULL)
    return FALSE;
  g_ptr_array_add (self->incidents, incident);
  if (review == NULL)
    return FALSE;
  incident->status = review->status;
  incident->note = g_steal_pointer (&review->note);
  incident->tags = review->tags[0] != NULL ? g_steal_pointer (&review->tags) : NULL;
  return TRUE;
}

/* The id of the article that @article copies. */
static char *
find_original (DatelineExport *self, gint64 article, GError **error)
{
  const gint64               *id = g_hash_table_lookup (self->copies, &article);
  g_autoptr (DatelineArticle) original = id != NULL ? dateline_store_load_article (self->store, *id, error) : NULL;

  return original != NULL ? g_steal_pointer (&original->id) : NULL;
}

/* Rows of articles may be missing, where all are asked for. */
static gboolean
load_article (DatelineExport *self, guint i, GError **error)
{
  gint64                      id = g_array_index (self->article_ids, gint64, i);
  g_autoptr (GError)          local_error = NULL;
  g_autoptr (DatelineArticle) article = dateline_store_load_article (self->store, id, &local_error);
  g_autoptr (DatelineOrigin)  origin = article != NULL ? dateline_store_load_origin (self->store, id, &local_error) : NULL;

  if (article != NULL && origin != NULL)
    article->copy_of = find_original (self, id, &local_error);
  if (local_error != NULL && !(self->whole && article == NULL && g_error_matches (local_error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (origin != NULL)
    {
      article->text_sha256 = g_steal_pointer (&origin->sha256);
      if (origin->engine_data != NULL && strlen (origin->engine_data) + 1 == DATELINE_SHA256_SIZE)
        g_hash_table_add (self->engines, g_strdup (origin->engine_data));
    }
  g_ptr_array_add (self->articles, g_steal_pointer (&article));
  return TRUE;
}

typedef struct
{
  GHashTable *index_of; /* gint64 → index + 1 */
} Renumbering;

static void
renumber (DatelineProvenance *provenance, gpointer user_data)
{
  const Renumbering *renumbering = user_data;
  guint              index = GPOINTER_TO_UINT (g_hash_table_lookup (renumbering->index_of, &provenance->article));

  provenance->article = index > 0 ? (gint64) index - 1 : 0;
}

/* From now on provenances count the articles from 0. */
static void
finish (DatelineExport *self)
{
  g_autoptr (GHashTable) index_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Renumbering            renumbering = { index_of };
  guint                  n_kept = 0;

  for (guint i = 0; i < self->articles->len; i++)
    if (self->articles->pdata[i] != NULL)
      {
        self->articles->pdata[n_kept++] = self->articles->pdata[i];
        g_hash_table_insert (index_of, new_id (g_array_index (self->article_ids, gint64, i)), GUINT_TO_POINTER (n_kept));
      }
  for (guint i = n_kept; i < self->articles->len; i++)
    self->articles->pdata[i] = NULL;
  g_ptr_array_set_size (self->articles, (int) n_kept);
  for (guint i = 0; i < self->incidents->len; i++)
    dateline_incident_foreach_provenance (g_ptr_array_index (self->incidents, i), renumber, &renumbering);
  dateline_merge_sort (self->incidents);
}

/**
 * dateline_export_load:
 * @self: an export
 * @budget_us: how long to load, about; −1 for to the end
 * @fraction: (out): how much of it is loaded, 1 when all is
 * @error: return location for a #GError
 *
 * Errors: those of the store
 */
gboolean
dateline_export_load (DatelineExport *self, gint64 budget_us, double *fraction, GError **error)
{
  gint64 begin_us = g_get_monotonic_time ();
  guint  n;

  if (self->ids == NULL && !begin (self, error))
    return FALSE;
  do
    {
      if (self->incidents->len < self->ids->len)
        {
          if (!load_incident (self, g_array_index (self->ids, gint64, self->incidents->len), error))
            return FALSE;
        }
      else if (self->article_ids == NULL)
        {
          if (!list_articles (self, error))
            return FALSE;
        }
      else if (self->articles->len < self->article_ids->len)
        {
          if (!load_article (self, self->articles->len, error))
            return FALSE;
        }
      else
        {
          finish (self);
          *fraction = 1;
          return TRUE;
        }
    }
  while (budget_us < 0 || g_get_monotonic_time () - begin_us < budget_us);

  n = self->ids->len + (self->article_ids != NULL ? self->article_ids->len : self->ids->len);
  *fraction = MIN (0.99, (double) (self->incidents->len + self->articles->len) / MAX (n, 1));
  return TRUE;
}

GPtrArray *
dateline_export_get_incidents (DatelineExport *self)
{
  return self->incidents;
}

GPtrArray *
dateline_export_get_articles (DatelineExport *self)
{
  return self->articles;
}

/**
 * dateline_export_write:
 * @self: an export that is loaded
 * @format: the form
 * @picture: (nullable): a map for a report
 * @func: called with the bytes
 * @user_data: for @func
 *
 * Returns: %FALSE as soon as @func does
 */
gboolean
dateline_export_write (DatelineExport *self, DatelineOutputFormat format, const char *picture, DatelineOutputFunc func, gpointer user_data)
{
  DatelineOutputDocument document = { self->incidents, self->articles, NULL, picture };
  GHashTableIter         iter;
  gpointer               key;

  /* What several engines made has no one version. */
  g_hash_table_iter_init (&iter, self->engines);
  if (g_hash_table_size (self->engines) == 1 && g_hash_table_iter_next (&iter, &key, NULL))
    document.data_version = key;
  return dateline_output_format_write_merged (format, &document, func, user_data);
}

typedef struct
{
  DatelineWholeFile *file;
  GCancellable      *cancellable;
  GError           **error;
} Writing;

static gboolean
write_bytes (const char *bytes, gsize length, gpointer user_data)
{
  Writing *writing = user_data;

  return !g_cancellable_set_error_if_cancelled (writing->cancellable, writing->error) &&
         dateline_whole_file_write (writing->file, bytes, length, writing->error);
}

/**
 * dateline_export_write_file:
 * @self: an export that is loaded
 * @format: the form
 * @picture: (nullable): a map for a report
 * @path: of the file
 * @cancellable: (nullable): stops it
 * @error: return location for a #GError
 *
 * Writes the file whole or not at all.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_WRITE, %G_IO_ERROR_CANCELLED
 */
gboolean
dateline_export_write_file (DatelineExport *self, DatelineOutputFormat format, const char *picture, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DatelineWholeFile) file = dateline_whole_file_new (path, error);
  Writing                       writing = { file, cancellable, error };

  return file != NULL &&
         dateline_export_write (self, format, picture, write_bytes, &writing) &&
         dateline_whole_file_commit (file, error);
}

/**
 * dateline_export_draw:
 * @incidents: (element-type DatelineIncident): what a report is about
 *
 * Returns: (transfer full) (nullable): a map of them, as an address with
 *   the picture in it
 */
char *
dateline_export_draw (const GPtrArray *incidents)
{
  static const DatelineMapPictureOptions options = { .width_px = 1200, .height_px = 800, .has_legend = TRUE };
  g_autofree char                       *path = dateline_data_find ("basemap.dat");
  g_autoptr (GError)                     error = NULL;
  g_autoptr (DatelineBasemap)            basemap = path != NULL ? dateline_basemap_new_from_file (path, &error) : NULL;
  g_autoptr (DatelineIncidentTable)      table = NULL;
  g_autoptr (DatelineMapPicture)         picture = NULL;
  g_autoptr (GBytes)                     png = NULL;
  g_autofree char                       *base64 = NULL;
  DatelineDateInterval                   days;

  if (basemap != NULL)
    {
      table = dateline_incident_table_new_for_incidents (incidents);
      days = dateline_map_picture_get_span (table);
      picture = dateline_map_picture_new (basemap, table, &options);
      dateline_map_picture_set_whole (picture, days);
      dateline_map_picture_set_window (picture, days);
      dateline_map_picture_fit (picture);
      png = dateline_map_picture_to_png (picture, 1.5, &error);
    }
  if (png == NULL)
    {
      g_warning ("the report has no map: %s", error != NULL ? error->message : "basemap.dat is missing");
      return NULL;
    }
  base64 = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  return g_strconcat ("data:image/png;base64,", base64, NULL);
}

static void
note_index (DatelineProvenance *provenance, gpointer user_data)
{
  g_hash_table_add (user_data, new_id (provenance->article));
}

/**
 * dateline_export_keep_cited:
 * @incidents: (element-type DatelineIncident): a part of all
 * @articles: (element-type DatelineArticle): which their provenances count
 *   from 0; owned by the array
 *
 * Removes the articles that none of @incidents cites.
 */
void
dateline_export_keep_cited (GPtrArray *incidents, GPtrArray *articles)
{
  g_autoptr (GHashTable) cited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) index_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Renumbering            renumbering = { index_of };
  guint                  n_kept = 0;

  for (guint i = 0; i < incidents->len; i++)
    dateline_incident_foreach_provenance (g_ptr_array_index (incidents, i), note_index, cited);
  for (gint64 i = 0; i < articles->len; i++)
    if (g_hash_table_contains (cited, &i))
      {
        DatelineArticle *article = g_steal_pointer (&articles->pdata[i]);

        articles->pdata[n_kept++] = article;
        g_hash_table_insert (index_of, new_id (i), GUINT_TO_POINTER (n_kept));
      }
    else
      g_clear_pointer ((DatelineArticle **) &articles->pdata[i], dateline_article_free);
  for (guint i = n_kept; i < articles->len; i++)
    articles->pdata[i] = NULL;
  g_ptr_array_set_size (articles, (int) n_kept);
  for (guint i = 0; i < incidents->len; i++)
    dateline_incident_foreach_provenance (g_ptr_array_index (incidents, i), renumber, &renumbering);
}
