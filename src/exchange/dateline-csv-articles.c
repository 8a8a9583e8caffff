/* dateline-csv-articles.c: the articles of a table, and the incidents of its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-csv-articles.h"

#include <string.h>

#include "dateline-csv-incidents.h"
#include "dateline-csv-reader.h"
#include "dateline-data-set.h"
#include "dateline-exchange-error.h"
#include "dateline-html-article.h"
#include "dateline-published.h"
#include "dateline-text-decode.h"

struct _DatelineCsvArticles
{
  char                 *name;
  char                 *id;
  DatelineCsvReader    *reader;
  DatelineTableColumns *columns; /* NULL before the first row */
  guint                 n_rows;
  gboolean              at_end;
  DatelineMergedFile   *merged; /* of a table that we wrote */
};

/**
 * dateline_csv_articles_new:
 * @input: a table at its first byte; must outlive the result
 * @id: for articles that have none of their own
 *
 * Returns: (transfer full): a reader before the first row
 */
DatelineCsvArticles *
dateline_csv_articles_new (DatelineInput *input, const char *id)
{
  DatelineCsvArticles *self = g_new0 (DatelineCsvArticles, 1);

  self->name = g_strdup (dateline_input_get_name (input));
  self->id = g_strdup (id);
  self->reader = dateline_csv_reader_new (input);
  return self;
}

void
dateline_csv_articles_free (DatelineCsvArticles *self)
{
  if (self == NULL)
    return;

  dateline_csv_reader_free (self->reader);
  g_clear_pointer (&self->columns, dateline_table_columns_free);
  g_clear_pointer (&self->merged, dateline_merged_file_free);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

/**
 * dateline_csv_articles_is_at_end:
 * @self: a reader
 *
 * Returns: whether an error was about the whole table, not about one row
 */
gboolean
dateline_csv_articles_is_at_end (const DatelineCsvArticles *self)
{
  return self->at_end;
}

/**
 * dateline_csv_articles_get_merged:
 * @self: a reader that gave nothing
 *
 * Returns: (transfer none) (nullable): what is to be read instead, when
 *   the table is one that we wrote
 */
DatelineMergedFile *
dateline_csv_articles_get_merged (DatelineCsvArticles *self)
{
  return self->merged;
}

static gboolean
fail (DatelineCsvArticles *self, DatelineExchangeError code, const char *problem, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, (int) code, "%s, line %" G_GUINT64_FORMAT ": %s",
               self->name, dateline_csv_reader_get_line (self->reader), problem);
  return FALSE;
}

static gboolean
read_header (DatelineCsvArticles *self, GError **error)
{
  g_autoptr (GPtrArray) header = dateline_csv_reader_next (self->reader, error);

  self->at_end = TRUE;
  if (header == NULL)
    return FALSE;
  if (dateline_csv_incidents_is_header (header))
    {
      self->merged = dateline_csv_incidents_read (self->name, header, self->reader, error);
      return FALSE;
    }
  self->columns = dateline_table_columns_find (header);
  if (self->columns == NULL)
    return fail (self, DATELINE_EXCHANGE_ERROR_FORMAT,
                 "the first row names no columns that are known; give a \"text\" or \"html\" column, or a table of ACLED, UCDP GED or GTD", error);
  self->at_end = FALSE;
  return TRUE;
}

static DatelineArticle *
read_body (DatelineCsvArticles *self, const GPtrArray *cells, GError **error)
{
  const char      *text = dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_TEXT);
  const char      *html = dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_HTML);
  gsize            length = text != NULL ? strlen (text) : 0;
  g_autofree char *name = NULL;

  if (text != NULL && length > DATELINE_ARTICLE_MAX_BYTES)
    {
      fail (self, DATELINE_EXCHANGE_ERROR_TOO_LARGE, "the text is larger than 4 MiB, the most that one article may have; split it", error);
      return NULL;
    }
  if (text != NULL && !dateline_text_is_blank (text, length))
    return dateline_article_new (NULL, g_strdup (text), length);
  if (html == NULL)
    {
      fail (self, DATELINE_EXCHANGE_ERROR_EMPTY, "the row has no text; there is nothing to read", error);
      return NULL;
    }
  name = g_strdup_printf ("%s, line %" G_GUINT64_FORMAT, self->name, dateline_csv_reader_get_line (self->reader));
  return dateline_html_article_read (name, html, strlen (html), error);
}

static void
take (char **to, const char *cell)
{
  if (cell == NULL)
    return;

  g_free (*to);
  *to = g_strchomp (g_strdup (cell));
}

static DatelineArticle *
read_article (DatelineCsvArticles *self, const GPtrArray *cells, const char *fallback_id, GError **error)
{
  DatelineArticle *article = read_body (self, cells, error);
  const char      *published = dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_DATE);

  if (article == NULL)
    return NULL;

  article->id = g_strdup (fallback_id);
  take (&article->id, dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_ID));
  take (&article->title, dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_TITLE));
  take (&article->url, dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_URL));
  take (&article->publisher, dateline_table_columns_get (self->columns, cells, DATELINE_FIELD_PUBLISHER));
  if (published != NULL)
    dateline_article_set_published (article, published);
  return article;
}

static DatelineArticle *
read_incident (DatelineCsvArticles *self, const GPtrArray *cells, const char *fallback_id, DatelineExtraction **extraction, GError **error)
{
  g_autoptr (DatelineExtraction) read = NULL;
  g_autoptr (DatelineArticle)    article = dateline_data_set_read_row (self->columns, cells, fallback_id, &read);

  if (article->length == 0)
    fail (self, DATELINE_EXCHANGE_ERROR_EMPTY, "the row has nothing in the columns that are known", error);
  else if (article->length > DATELINE_ARTICLE_MAX_BYTES)
    fail (self, DATELINE_EXCHANGE_ERROR_TOO_LARGE, "the row is larger than 4 MiB, the most that one article may have", error);
  else
    {
      *extraction = g_steal_pointer (&read);
      return g_steal_pointer (&article);
    }
  return NULL;
}

/**
 * dateline_csv_articles_next:
 * @self: a reader
 * @extraction: (out) (transfer full) (nullable): the row's incident, when
 *   the table is a data set of incidents; untouched when it is not
 * @error: return location for a #GError
 *
 * Errors: any #DatelineExchangeError.
 *
 * Returns: (transfer full) (nullable): the next row's article; %NULL
 *   without @error at the end
 */
DatelineArticle *
dateline_csv_articles_next (DatelineCsvArticles *self, DatelineExtraction **extraction, GError **error)
{
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GError)    local_error = NULL;
  g_autofree char      *id = NULL;

  if (self->at_end || (self->columns == NULL && !read_header (self, error)))
    return NULL;

  cells = dateline_csv_reader_next (self->reader, &local_error);
  if (cells == NULL)
    {
      self->at_end = local_error == NULL || g_error_matches (local_error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_READ);
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (self->n_rows == 0)
        fail (self, DATELINE_EXCHANGE_ERROR_EMPTY, "the table has a first row and no other; there is nothing to read", error);
      return NULL;
    }

  self->n_rows++;
  id = g_strdup_printf ("%s:%u", self->id, self->n_rows);
  if (self->columns->kind == DATELINE_TABLE_ARTICLES)
    return read_article (self, cells, id, error);
  return read_incident (self, cells, id, extraction, error);
}
