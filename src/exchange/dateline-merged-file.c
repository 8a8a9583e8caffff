/* dateline-merged-file.c: a merged list of incidents that we wrote, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What dateline-json-writer.c and dateline-geojson-writer.c write. Each
 * article is given with the incidents that are its own, then with its
 * parts of those that several articles tell; these come whole with the
 * last article.
 */

#include "config.h"

#include "dateline-merged-file.h"

#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-json-record.h"
#include "dateline-published.h"

#define HEAD_BYTES 1024

struct _DatelineMergedFile
{
  const char         *name;
  DatelineJsonScanner scanner;
  DatelineJsonRecord *record;
  GHashTable         *keys;        /* id and SHA-256 → number + 1 */
  GPtrArray          *texts;       /* GString, one an article, of what was quoted; empty when the record has them */
  GPtrArray          *articles;    /* DatelineArticle; their texts come last */
  GPtrArray          *extractions; /* DatelineExtraction, one an article */
  GArray             *n_parts;     /* guint, one an article: so many of its incidents are parts */
  GPtrArray          *wholes;      /* DatelineWhole */
  guint               next;
};

typedef void (*ReadMember) (DatelineMergedFile *self, const char *key, gpointer target);

void
dateline_whole_free (DatelineWhole *self)
{
  dateline_incident_free (self->incident);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * dateline_merged_file_is_one:
 * @text: JSON
 * @length: its bytes, or of its beginning
 *
 * Returns: whether it is a merged list or a GeoJSON file, as we write them
 */
gboolean
dateline_merged_file_is_one (const char *text, gsize length)
{
  g_autofree char *head = g_strndup (text, MIN (length, HEAD_BYTES));
  const char      *incidents = strstr (head, "\"incidents\":");
  const char      *article = strstr (head, "\"article\":{");
  const char      *articles = strstr (head, "\"articles\":[");

  if (g_str_has_prefix (head, "{\"type\":\"FeatureCollection\""))
    return TRUE;
  return g_str_has_prefix (head, "{\"schema\":\"dateline/1\"") && articles != NULL &&
         (article == NULL || articles < article) && (incidents == NULL || articles < incidents);
}

static void
read_object (DatelineMergedFile *self, ReadMember read, gpointer target)
{
  gboolean first = TRUE;

  if (!dateline_json_scanner_accept (&self->scanner, '{'))
    {
      dateline_json_scanner_skip (&self->scanner);
      return;
    }
  while (dateline_json_scanner_next_member (&self->scanner, &first, '}'))
    {
      g_autofree char *key = dateline_json_scanner_read_string (&self->scanner, NULL);

      if (key == NULL || !dateline_json_scanner_expect (&self->scanner, ':'))
        return;
      read (self, key, target);
    }
}

static void
read_objects (DatelineMergedFile *self, ReadMember read)
{
  gboolean first = TRUE;

  if (!dateline_json_scanner_accept (&self->scanner, '['))
    {
      dateline_json_scanner_skip (&self->scanner);
      return;
    }
  while (dateline_json_scanner_next_member (&self->scanner, &first, ']'))
    read_object (self, read, NULL);
}

static void
read_article_member (DatelineMergedFile *self, const char *key, gpointer target)
{
  DatelineArticle *article = target;
  char           **fields[] = { &article->id, &article->title, &article->publisher, &article->url, &article->published, &article->copy_of, &article->text_sha256 };
  const char      *keys[] = { "id", "title", "publisher", "url", "published", "copy_of", "text_sha256" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (key, keys[i]) == 0 && dateline_json_scanner_peek (&self->scanner) == '"')
      {
        g_free (*fields[i]);
        *fields[i] = dateline_json_scanner_read_string (&self->scanner, NULL);
        return;
      }
  dateline_json_scanner_skip (&self->scanner);
}

/**
 * dateline_merged_file_add_article:
 * @self: a file under way
 * @article: (transfer full): without its text
 *
 * Returns: the article's number, a new one when it was not there before
 */
guint
dateline_merged_file_add_article (DatelineMergedFile *self, DatelineArticle *article)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", article->id, article->text_sha256 != NULL ? article->text_sha256 : "");
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key));
  g_autofree char *published = NULL;

  if (number == 0)
    {
      g_ptr_array_add (self->articles, article);
      number = self->articles->len;
      g_hash_table_insert (self->keys, g_steal_pointer (&key), GUINT_TO_POINTER (number));
      published = g_steal_pointer (&article->published);
      if (published != NULL)
        dateline_article_set_published (article, published);
    }
  g_hash_table_insert (self->record->numbers, g_strdup (article->id), GUINT_TO_POINTER (number));
  if (g_ptr_array_index (self->articles, number - 1) != article)
    dateline_article_free (article);
  return number - 1;
}

/* Values that name no article are of the first of their feature. */
static void
read_articles (DatelineMergedFile *self)
{
  gboolean first = TRUE;
  gboolean is_first = TRUE;

  if (!dateline_json_scanner_accept (&self->scanner, '['))
    {
      dateline_json_scanner_skip (&self->scanner);
      return;
    }
  while (dateline_json_scanner_next_member (&self->scanner, &first, ']'))
    {
      DatelineArticle *article = g_new0 (DatelineArticle, 1);
      guint            number;

      article->published_day = DATELINE_DAY_NONE;
      read_object (self, read_article_member, article);
      if (article->id == NULL)
        article->id = g_strdup_printf ("%u", self->articles->len + 1);
      number = dateline_merged_file_add_article (self, article);
      if (is_first)
        self->record->first = number;
      is_first = FALSE;
    }
}

static void
read_property (DatelineMergedFile *self, const char *key, gpointer target)
{
  if (strcmp (key, "articles") == 0)
    read_articles (self);
  else if (strcmp (key, "incident") == 0)
    dateline_json_record_read_incident (self->record, &self->scanner);
  else
    dateline_json_scanner_skip (&self->scanner);
}

static void
read_feature_member (DatelineMergedFile *self, const char *key, gpointer target)
{
  if (strcmp (key, "properties") == 0)
    read_object (self, read_property, NULL);
  else
    dateline_json_scanner_skip (&self->scanner);
}

static void
read_member (DatelineMergedFile *self, const char *key, gpointer target)
{
  if (strcmp (key, "articles") == 0)
    read_articles (self);
  else if (strcmp (key, "incidents") == 0)
    dateline_json_record_read_incidents (self->record, &self->scanner);
  else if (strcmp (key, "features") == 0)
    read_objects (self, read_feature_member);
  else
    dateline_json_scanner_skip (&self->scanner);
}

static gboolean
fail (const DatelineMergedFile *self, const char *problem, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_FORMAT, "%s, line %" G_GUINT64_FORMAT ": %s",
               self->name, dateline_json_scanner_get_line (&self->scanner), problem);
  return FALSE;
}

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

static GString *
get_text (DatelineMergedFile *self, guint article)
{
  while (self->texts->len <= article)
    g_ptr_array_add (self->texts, g_string_new (NULL));
  return g_ptr_array_index (self->texts, article);
}

/* The text as first read is not known: another article may have the same
 * quotations. */
static void
take_text (DatelineMergedFile *self, guint i, DatelineArticle *article)
{
  GString              *text = get_text (self, i);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) article->id, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) text->str, (gssize) text->len);
  article->text_sha256 = g_strdup (g_checksum_get_string (checksum));
  if (text->len == 0)
    g_string_append_c (text, ' ');
  article->length = text->len;
  article->text = g_strndup (text->str, text->len);
}

/**
 * dateline_merged_file_add_quotation:
 * @self: a file under way
 * @article: whose
 * @text: what is quoted
 *
 * Returns: where it stands in what there is of the article
 */
DatelineSpan
dateline_merged_file_add_quotation (DatelineMergedFile *self, guint article, const char *text)
{
  GString    *all = get_text (self, article);
  const char *found = strstr (all->str, text);
  gsize       begin = found != NULL ? (gsize) (found - all->str) : all->len;

  if (found == NULL)
    {
      if (all->len > 0)
        g_string_append (all, "\n\n");
      begin = all->len;
      g_string_append (all, text);
    }
  return (DatelineSpan){ (guint32) begin, (guint32) (begin + strlen (text)) };
}

/**
 * dateline_merged_file_add_incident:
 * @self: a file under way
 * @incident: (transfer full): its provenances name articles by number
 */
void
dateline_merged_file_add_incident (DatelineMergedFile *self, DatelineIncident *incident)
{
  g_ptr_array_add (self->record->extraction->incidents, incident);
}

static gboolean
restore_texts (DatelineMergedFile *self, GError **error)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      DatelineArticle    *article = g_ptr_array_index (self->articles, i);
      DatelineExtraction *extraction = dateline_extraction_new ();

      if (self->texts->len > 0)
        take_text (self, i, article);
      else
        article->text = dateline_json_record_restore_text (self->record, i, &article->length);
      extraction->anchor.source = "none";
      extraction->anchor.day = article->published_day;
      if (article->published_day != DATELINE_DAY_NONE)
        extraction->anchor.source = "metadata";
      g_ptr_array_add (self->extractions, extraction);
      if (article->text == NULL)
        return fail (self, "its quotations contradict one another; extract the articles again", error);
    }
  g_array_set_size (self->n_parts, self->articles->len);
  return TRUE;
}

/* Leaves out what would cut a character in two. */
static void
check_evidence (DatelineMergedFile *self, DatelineIncident *incident)
{
  for (guint i = incident->evidence->len; i > 0; i--)
    {
      DatelineProvenance     provenance = g_array_index (incident->evidence, DatelineProvenance, i - 1);
      const DatelineArticle *article = g_ptr_array_index (self->articles, (guint) provenance.article);

      if ((article->text[provenance.span.begin] & 0xc0) == 0x80 || (article->text[provenance.span.end] & 0xc0) == 0x80)
        g_array_remove_index (incident->evidence, i - 1);
    }
}

static void
note_article (DatelineProvenance *provenance, gpointer user_data)
{
  if (!dateline_span_is_empty (provenance->span))
    g_hash_table_add (user_data, GUINT_TO_POINTER ((guint) provenance->article + 1));
}

static GHashTable *
find_articles (DatelineIncident *incident)
{
  GHashTable *articles = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < incident->evidence->len; i++)
    g_hash_table_add (articles, GUINT_TO_POINTER ((guint) g_array_index (incident->evidence, DatelineProvenance, i).article + 1));
  dateline_incident_foreach_provenance (incident, note_article, articles);
  return articles;
}

static void
keep_words_of (DatelineProvenance *provenance, gpointer user_data)
{
  if (provenance->article != *(const gint64 *) user_data)
    provenance->span = (DatelineSpan){ 0, 0 };
  provenance->article = 0;
}

/* What one of the articles tells of it: its values, on its words. */
static DatelineIncident *
create_part (const DatelineIncident *whole, gint64 article)
{
  DatelineIncident *part = dateline_incident_copy (whole);

  for (guint i = part->evidence->len; i > 0; i--)
    if (g_array_index (part->evidence, DatelineProvenance, i - 1).article != article)
      g_array_remove_index (part->evidence, i - 1);
  for (guint i = part->sources->len; i > 0; i--)
    if (g_array_index (part->sources, DatelineSource, i - 1).provenance.article != article)
      g_array_remove_index (part->sources, i - 1);
  dateline_incident_foreach_provenance (part, keep_words_of, &article);
  part->status = DATELINE_STATUS_UNREVIEWED;
  g_clear_pointer (&part->note, g_free);
  g_clear_pointer (&part->tags, g_strfreev);
  return part;
}

static void
count_back (DatelineProvenance *provenance, gpointer user_data)
{
  provenance->article = *(const gint64 *) user_data - provenance->article;
}

/* Takes @incident. */
static void
add_whole (DatelineMergedFile *self, DatelineIncident *incident)
{
  g_autoptr (GHashTable) articles = find_articles (incident);
  DatelineWhole         *whole = g_new0 (DatelineWhole, 1);
  gint64                 last = (gint64) self->articles->len - 1;

  whole->incident = incident;
  whole->parts = g_array_new (FALSE, FALSE, sizeof (DatelineWholePart));
  for (guint i = 0; i < self->articles->len; i++)
    if (g_hash_table_contains (articles, GUINT_TO_POINTER (i + 1)))
      {
        DatelineExtraction *extraction = g_ptr_array_index (self->extractions, i);
        DatelineWholePart   part = { (guint) last - i, extraction->incidents->len };

        g_ptr_array_add (extraction->incidents, create_part (incident, i));
        g_array_index (self->n_parts, guint, i)++;
        g_array_append_val (whole->parts, part);
      }
  dateline_incident_foreach_provenance (incident, count_back, &last);
  g_ptr_array_add (self->wholes, whole);
}

/* Those of one article first: parts follow them. */
static void
share_out (DatelineMergedFile *self)
{
  GPtrArray            *incidents = self->record->extraction->incidents;
  g_autoptr (GPtrArray) several = g_ptr_array_new ();

  for (guint i = 0; i < incidents->len; i++)
    {
      DatelineIncident      *incident = g_ptr_array_index (incidents, i);
      g_autoptr (GHashTable) articles = NULL;
      guint                  number;

      check_evidence (self, incident);
      articles = find_articles (incident);
      number = incident->evidence->len > 0 ? (guint) g_array_index (incident->evidence, DatelineProvenance, 0).article : (guint) incident->type_provenance.article;
      if (g_hash_table_size (articles) > 1)
        {
          g_ptr_array_add (several, incident);
          continue;
        }
      dateline_incident_set_article (incident, 0);
      g_ptr_array_add (((DatelineExtraction *) g_ptr_array_index (self->extractions, number))->incidents, incident);
    }
  g_ptr_array_set_free_func (incidents, NULL);
  g_ptr_array_set_size (incidents, 0);
  for (guint i = 0; i < several->len; i++)
    add_whole (self, g_ptr_array_index (several, i));
}

/**
 * dateline_merged_file_new:
 * @name: the input, for messages; must outlive the result
 *
 * Returns: (transfer full): a file without anything in it
 */
DatelineMergedFile *
dateline_merged_file_new (const char *name)
{
  DatelineMergedFile *self = g_new0 (DatelineMergedFile, 1);

  self->name = name;
  self->record = dateline_json_record_new ();
  self->record->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_ptr_array_new_with_free_func (free_text);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_article_free);
  self->extractions = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_extraction_free);
  self->n_parts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->wholes = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_whole_free);
  return self;
}

/**
 * dateline_merged_file_finish:
 * @self: a file into which all was put
 * @error: return location for a #GError
 *
 * Makes it ready for dateline_merged_file_next().
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_FORMAT, %DATELINE_EXCHANGE_ERROR_EMPTY
 */
gboolean
dateline_merged_file_finish (DatelineMergedFile *self, GError **error)
{
  if (self->articles->len == 0)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_EMPTY,
                   "%s: it names no articles that Dateline could read; give an export of Dateline, or articles", self->name);
      return FALSE;
    }
  if (!restore_texts (self, error))
    return FALSE;
  share_out (self);
  return TRUE;
}

/**
 * dateline_merged_file_read:
 * @name: the input, for messages; must outlive the result
 * @text: as of dateline_merged_file_is_one()
 * @length: its bytes
 * @error: return location for a #GError
 *
 * Errors: as for dateline_merged_file_finish()
 *
 * Returns: (transfer full) (nullable): the file before its first article
 */
DatelineMergedFile *
dateline_merged_file_read (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (DatelineMergedFile) self = dateline_merged_file_new (name);

  dateline_json_scanner_init (&self->scanner, text, length);
  read_object (self, read_member, NULL);
  if (self->scanner.problem != NULL)
    fail (self, self->scanner.problem, error);
  else if (dateline_merged_file_finish (self, error))
    return g_steal_pointer (&self);
  return NULL;
}

void
dateline_merged_file_free (DatelineMergedFile *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->record, dateline_json_record_free);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->extractions);
  g_array_unref (self->n_parts);
  g_clear_pointer (&self->wholes, g_ptr_array_unref);
  g_free (self);
}

/**
 * dateline_merged_file_next:
 * @self: a document
 * @extraction: (out) (transfer full): the article's incidents, then its
 *   parts of those of several articles
 * @n_parts: (out): how many are parts
 *
 * Returns: (transfer full) (nullable): the next article
 */
DatelineArticle *
dateline_merged_file_next (DatelineMergedFile *self, DatelineExtraction **extraction, guint *n_parts)
{
  guint i = self->next;

  if (i == self->articles->len)
    return NULL;
  self->next++;
  *extraction = g_steal_pointer (&g_ptr_array_index (self->extractions, i));
  *n_parts = g_array_index (self->n_parts, guint, i);
  return g_steal_pointer (&g_ptr_array_index (self->articles, i));
}

GPtrArray *
dateline_merged_file_take_wholes (DatelineMergedFile *self)
{
  return self->next == self->articles->len ? g_steal_pointer (&self->wholes) : NULL;
}
