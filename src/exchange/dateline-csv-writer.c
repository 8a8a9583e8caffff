/* dateline-csv-writer.c: incidents as rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source: RFC 4180. A cell that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, "CSV Injection").
 */

#include "config.h"

#include "dateline-csv-writer.h"

#include <string.h>

#include "dateline-json-output.h"

/* One row under way. */
typedef struct
{
  GString                *out;
  const DatelineIncident *incident;
  GPtrArray              *articles;
  gboolean                merged;
} Row;

typedef void (*AppendCell) (Row *row);

/**
 * dateline_csv_append_text:
 * @out: to append to
 * @text: (nullable): of one cell; %NULL for an empty one
 *
 * Appends the cell in quotes, and so that no spreadsheet takes it for a
 * formula.
 */
void
dateline_csv_append_text (GString *out, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_c (out, '"');
  if (*text != '\0' && strchr ("=+-@\t\r\n|%", *text) != NULL)
    g_string_append_c (out, '\'');
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (out, text, quote - text + 1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, text);
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, int value)
{
  if (value >= 0)
    dateline_json_append_integer (out, value);
}

static gint64
get_article_index (const Row *row, DatelineProvenance provenance)
{
  return row->merged && provenance.article >= 0 && provenance.article < row->articles->len ? provenance.article : 0;
}

static const DatelineArticle *
get_article (const Row *row)
{
  const GArray *evidence = row->incident->evidence;
  gint64        i = evidence->len > 0 ? get_article_index (row, g_array_index (evidence, DatelineProvenance, 0)) : 0;

  return g_ptr_array_index (row->articles, (guint) i);
}

/* What would part an item in two gets a space that does not break. */
static void
append_item (GString *out, const char *item)
{
  gsize before = out->len;

  g_string_append (out, item);
  for (char *at = out->str + before; (at = strstr (at, DATELINE_CSV_ITEM_SEPARATOR)) != NULL;)
    {
      gsize position = (gsize) (at - out->str) + 1;

      g_string_erase (out, (gssize) position, 1);
      g_string_insert (out, (gssize) position, "\xc2\xa0");
      at = out->str + position;
    }
}

static void
append_list (GString *out, const GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (texts->len == 0)
    return;
  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (joined, DATELINE_CSV_ITEM_SEPARATOR);
      append_item (joined, g_ptr_array_index (texts, i));
    }
  dateline_csv_append_text (out, joined->str);
}

static void
append_id (Row *row)
{
  dateline_csv_append_text (row->out, row->incident->id);
}

static void
append_type (Row *row)
{
  dateline_csv_append_text (row->out, dateline_incident_type_get_id (row->incident->type));
}

static void
append_acled_event (Row *row)
{
  dateline_csv_append_text (row->out, dateline_incident_type_get_acled_event (row->incident->type));
}

static void
append_acled_sub_event (Row *row)
{
  dateline_csv_append_text (row->out, dateline_incident_type_get_acled_sub_event (row->incident->type));
}

static void
append_plover (Row *row)
{
  dateline_csv_append_text (row->out, dateline_incident_type_get_plover (row->incident->type));
}

static void
append_start (Row *row)
{
  if (dateline_date_interval_is_set (row->incident->when.interval))
    dateline_json_append_time (row->out, row->incident->when.interval.start, row->incident->when.offset_minutes);
}

static void
append_end (Row *row)
{
  if (dateline_date_interval_is_set (row->incident->when.interval))
    dateline_json_append_time (row->out, row->incident->when.interval.end, row->incident->when.offset_minutes);
}

static void
append_date_precision (Row *row)
{
  if (row->incident->when.precision != DATELINE_DATE_UNKNOWN)
    append_number (row->out, row->incident->when.precision);
}

static void
append_date_assumed (Row *row)
{
  if (dateline_date_interval_is_set (row->incident->when.interval))
    g_string_append (row->out, row->incident->when.assumed ? "true" : "false");
}

static void
append_place (Row *row)
{
  const DatelinePlace *site = dateline_incident_get_site (row->incident);

  dateline_csv_append_text (row->out, site != NULL ? site->name : NULL);
}

static void
append_adm1 (Row *row)
{
  const DatelinePlace *site = dateline_incident_get_site (row->incident);

  dateline_csv_append_text (row->out, site != NULL ? site->adm1 : NULL);
}

static void
append_country (Row *row)
{
  const DatelinePlace *site = dateline_incident_get_site (row->incident);

  dateline_csv_append_text (row->out, site != NULL && site->country[0] != '\0' ? site->country : NULL);
}

/* A country is not a point. */
static const DatelinePlace *
get_placed_site (const Row *row)
{
  const DatelinePlace *site = dateline_incident_get_site (row->incident);

  return site != NULL && dateline_point_is_set (site->point) && site->precision != DATELINE_WHERE_COUNTRY ? site : NULL;
}

static void
append_lat (Row *row)
{
  const DatelinePlace *site = get_placed_site (row);

  if (site != NULL)
    dateline_json_append_decimal (row->out, site->point.lat, 5);
}

static void
append_lon (Row *row)
{
  const DatelinePlace *site = get_placed_site (row);

  if (site != NULL)
    dateline_json_append_decimal (row->out, site->point.lon, 5);
}

static void
append_where_precision (Row *row)
{
  const DatelinePlace *site = dateline_incident_get_site (row->incident);

  if (site != NULL && site->precision != DATELINE_WHERE_UNKNOWN)
    append_number (row->out, site->precision);
}

static void
append_radius_km (Row *row)
{
  const DatelinePlace *site = get_placed_site (row);

  if (site != NULL)
    dateline_json_append_decimal (row->out, site->radius_km, 2);
}

static void
append_other_places (Row *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const DatelinePlace  *site = dateline_incident_get_site (row->incident);

  for (guint i = 0; i < row->incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (row->incident->places, DatelinePlace, i);

      if (place != site && place->role == DATELINE_PLACE_SITE && place->name != NULL)
        g_ptr_array_add (names, place->name);
    }
  append_list (row->out, names);
}

static void
append_actor_names (Row *row, DatelineActorRole role)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < row->incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (row->incident->actors, DatelineActor, i);

      if (actor->role == role && (actor->name != NULL || actor->id != NULL))
        g_ptr_array_add (names, actor->name != NULL ? actor->name : actor->id);
    }
  append_list (row->out, names);
}

static void
append_initiators (Row *row)
{
  append_actor_names (row, DATELINE_ACTOR_INITIATOR);
}

static void
append_initiator_status (Row *row)
{
  const DatelineActor *actor = dateline_incident_get_actor (row->incident, DATELINE_ACTOR_INITIATOR);

  dateline_csv_append_text (row->out, actor != NULL ? dateline_actor_status_get_id (actor->status) : NULL);
}

static void
append_target_actors (Row *row)
{
  append_actor_names (row, DATELINE_ACTOR_TARGET);
}

static void
append_participants (Row *row)
{
  append_actor_names (row, DATELINE_ACTOR_PARTICIPANT);
}

static void
append_things (Row *row, const GArray *things)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < things->len; i++)
    {
      const DatelineThing *thing = &g_array_index (things, DatelineThing, i);

      if (thing->name != NULL || thing->id != NULL)
        g_ptr_array_add (names, thing->name != NULL ? thing->name : thing->id);
    }
  append_list (row->out, names);
}

static void
append_targets (Row *row)
{
  append_things (row, row->incident->targets);
}

static void
append_weapons (Row *row)
{
  append_things (row, row->incident->weapons);
}

static void
append_killed_low (Row *row)
{
  append_number (row->out, row->incident->killed.low);
}

static void
append_killed_best (Row *row)
{
  append_number (row->out, row->incident->killed.best);
}

static void
append_killed_high (Row *row)
{
  append_number (row->out, row->incident->killed.high);
}

static void
append_injured_low (Row *row)
{
  append_number (row->out, row->incident->injured.low);
}

static void
append_injured_best (Row *row)
{
  append_number (row->out, row->incident->injured.best);
}

static void
append_injured_high (Row *row)
{
  append_number (row->out, row->incident->injured.high);
}

static void
append_n_strikes (Row *row)
{
  append_number (row->out, row->incident->n_strikes);
}

static void
append_background (Row *row)
{
  g_string_append (row->out, row->incident->background ? "true" : "false");
}

static void
append_confidence (Row *row)
{
  dateline_json_append_decimal (row->out, row->incident->confidence, 3);
}

static void
append_grade (Row *row)
{
  dateline_csv_append_text (row->out, dateline_grade_get_id (row->incident->grade));
}

static void
append_sources (Row *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < row->incident->sources->len; i++)
    if (g_array_index (row->incident->sources, DatelineSource, i).name != NULL)
      g_ptr_array_add (names, g_array_index (row->incident->sources, DatelineSource, i).name);
  append_list (row->out, names);
}

/* The articles of a row, each once: those of its quotations in their
 * order. */
static GPtrArray *
list_articles (const Row *row)
{
  GPtrArray             *articles = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (row->incident->evidence->len == 0)
    g_ptr_array_add (articles, (gpointer) get_article (row));
  for (guint i = 0; i < row->incident->evidence->len; i++)
    {
      gint64   index = get_article_index (row, g_array_index (row->incident->evidence, DatelineProvenance, i));
      gpointer article = g_ptr_array_index (row->articles, (guint) index);

      if (g_hash_table_add (seen, article))
        g_ptr_array_add (articles, article);
    }
  return articles;
}

/* One value of each article, in the order of them all; what one has not
 * keeps its place. */
static void
append_of_articles (Row *row, gsize member)
{
  g_autoptr (GPtrArray) articles = list_articles (row);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  gboolean              is_empty = TRUE;

  for (guint i = 0; i < articles->len; i++)
    {
      const char *value = G_STRUCT_MEMBER (const char *, g_ptr_array_index (articles, i), member);

      is_empty = is_empty && value == NULL;
      g_ptr_array_add (values, (gpointer) (value != NULL ? value : ""));
    }
  if (!is_empty)
    append_list (row->out, values);
}

static void
append_articles (Row *row)
{
  append_of_articles (row, G_STRUCT_OFFSET (DatelineArticle, id));
}

static void
append_publisher (Row *row)
{
  append_of_articles (row, G_STRUCT_OFFSET (DatelineArticle, publisher));
}

static void
append_published (Row *row)
{
  append_of_articles (row, G_STRUCT_OFFSET (DatelineArticle, published));
}

static void
append_url (Row *row)
{
  append_of_articles (row, G_STRUCT_OFFSET (DatelineArticle, url));
}

static void
append_title (Row *row)
{
  append_of_articles (row, G_STRUCT_OFFSET (DatelineArticle, title));
}

static void
append_quotations (GString *joined, const Row *row, const DatelineArticle *of)
{
  gsize before = joined->len;

  for (guint i = 0; i < row->incident->evidence->len; i++)
    {
      DatelineProvenance     provenance = g_array_index (row->incident->evidence, DatelineProvenance, i);
      const DatelineArticle *article = g_ptr_array_index (row->articles, (guint) get_article_index (row, provenance));
      gsize                  begin = MIN (provenance.span.begin, article->length);
      gsize                  end = CLAMP (provenance.span.end, begin, article->length);

      if (article != of || end == begin)
        continue;
      if (joined->len > before)
        g_string_append (joined, DATELINE_CSV_QUOTATION_SEPARATOR);
      g_string_append_len (joined, article->text + begin, (gssize) (end - begin));
    }
}

static void
append_evidence (Row *row)
{
  g_autoptr (GPtrArray) articles = list_articles (row);
  g_autoptr (GString)   joined = g_string_new (NULL);
  gboolean              is_empty = TRUE;

  for (guint i = 0; i < articles->len; i++)
    {
      gsize before;

      if (i > 0)
        g_string_append (joined, DATELINE_CSV_ARTICLE_SEPARATOR);
      before = joined->len;
      append_quotations (joined, row, g_ptr_array_index (articles, i));
      is_empty = is_empty && joined->len == before;
    }
  dateline_csv_append_text (row->out, is_empty ? NULL : joined->str);
}

static void
append_status (Row *row)
{
  dateline_csv_append_text (row->out, dateline_status_get_id (row->incident->status));
}

static void
append_note (Row *row)
{
  dateline_csv_append_text (row->out, row->incident->note);
}

static void
append_tags (Row *row)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (char **tag = row->incident->tags; tag != NULL && *tag != NULL; tag++)
    g_ptr_array_add (tags, *tag);
  append_list (row->out, tags);
}

static const struct
{
  const char *name;
  AppendCell  append;
} columns[] = {
  { "incident", append_id },
  { "type", append_type },
  { "acled_event", append_acled_event },
  { "acled_sub_event", append_acled_sub_event },
  { "plover", append_plover },
  { "start", append_start },
  { "end", append_end },
  { "date_precision", append_date_precision },
  { "date_assumed", append_date_assumed },
  { "place", append_place },
  { "adm1", append_adm1 },
  { "country", append_country },
  { "lat", append_lat },
  { "lon", append_lon },
  { "where_precision", append_where_precision },
  { "radius_km", append_radius_km },
  { "other_places", append_other_places },
  { "initiators", append_initiators },
  { "initiator_status", append_initiator_status },
  { "target_actors", append_target_actors },
  { "participants", append_participants },
  { "targets", append_targets },
  { "weapons", append_weapons },
  { "killed_low", append_killed_low },
  { "killed_best", append_killed_best },
  { "killed_high", append_killed_high },
  { "injured_low", append_injured_low },
  { "injured_best", append_injured_best },
  { "injured_high", append_injured_high },
  { "n_strikes", append_n_strikes },
  { "background", append_background },
  { "confidence", append_confidence },
  { "grade", append_grade },
  { "sources", append_sources },
  { "articles", append_articles },
  { "publisher", append_publisher },
  { "published", append_published },
  { "title", append_title },
  { "url", append_url },
  { "evidence", append_evidence },
  { "status", append_status },
  { "note", append_note },
  { "tags", append_tags },
};

/**
 * dateline_csv_writer_write_header:
 * @out: to append to
 *
 * Appends the row of the columns' names.
 */
void
dateline_csv_writer_write_header (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, columns[i].name);
    }
  g_string_append (out, "\r\n");
}

/**
 * dateline_csv_writer_write_rows:
 * @out: to append to
 * @incidents: (element-type DatelineIncident): what to write
 * @articles: (element-type DatelineArticle): the one article they are
 *   from, or those that their provenances count from 0
 * @merged: which of the two
 *
 * Appends a row for each incident; lists in a cell are parted by "; ",
 * and what is not known is an empty cell.
 */
void
dateline_csv_writer_write_rows (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      Row row = { out, g_ptr_array_index (incidents, i), articles, merged };

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          if (j > 0)
            g_string_append_c (out, ',');
          columns[j].append (&row);
        }
      g_string_append (out, "\r\n");
    }
}
