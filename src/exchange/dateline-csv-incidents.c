/* dateline-csv-incidents.c: the rows that dateline-csv-writer.c wrote, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell that is missing or cannot be read is a value that is not known.
 */

#include "config.h"

#include "dateline-csv-incidents.h"

#include <math.h>
#include <string.h>

#include "dateline-csv-writer.h"
#include "dateline-published.h"

/* One row under way. */
typedef struct
{
  const GPtrArray    *header;
  const GPtrArray    *cells;
  DatelineMergedFile *file;
  DatelineIncident   *incident;
} Row;

static const char *
find_cell (const GPtrArray *header, const GPtrArray *cells, const char *name)
{
  for (guint i = 0; i < header->len && i < cells->len; i++)
    if (strcmp (g_ptr_array_index (header, i), name) == 0)
      return g_ptr_array_index (cells, i);
  return NULL;
}

/* Without the apostrophe that keeps a spreadsheet from calculating. */
static const char *
get (const Row *row, const char *name)
{
  const char *cell = find_cell (row->header, row->cells, name);

  if (cell == NULL || *cell == '\0')
    return NULL;
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t\r\n|%", cell[1]) != NULL ? cell + 1 : cell;
}

static double
get_number (const Row *row, const char *name, double least, double most, double otherwise)
{
  const char *cell = get (row, name);
  char       *end = NULL;
  double      value = cell != NULL ? g_ascii_strtod (cell, &end) : otherwise;

  return cell != NULL && end > cell && value >= least && value <= most ? value : otherwise;
}

static gboolean
is_true (const Row *row, const char *name)
{
  const char *cell = get (row, name);

  return cell != NULL && g_ascii_strcasecmp (cell, "true") == 0;
}

/* Never NULL. */
static char **
get_list (const Row *row, const char *name, const char *separator)
{
  const char *cell = get (row, name);

  return g_strsplit (cell != NULL ? cell : "", separator, -1);
}

static void
read_time (const char *text, gint64 *seconds, gint16 *offset_minutes)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (time == NULL)
    return;
  *seconds = g_date_time_to_unix (time);
  *offset_minutes = (gint16) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
}

static void
read_when (Row *row)
{
  DatelineWhen *when = &row->incident->when;

  read_time (get (row, "start"), &when->interval.start, &when->offset_minutes);
  read_time (get (row, "end"), &when->interval.end, &when->offset_minutes);
  if (when->interval.start == G_MININT64 || when->interval.end <= when->interval.start)
    {
      when->interval = DATELINE_DATE_INTERVAL_NONE;
      return;
    }
  when->precision = (DatelineDatePrecision) get_number (row, "date_precision", 0, DATELINE_DATE_YEAR, 0);
  when->assumed = is_true (row, "date_assumed");
}

static void
read_places (Row *row)
{
  DatelinePlace  site = { .point = dateline_point_none (), .role = DATELINE_PLACE_SITE };
  const char    *country = get (row, "country");
  g_auto (GStrv) others = get_list (row, "other_places", DATELINE_CSV_ITEM_SEPARATOR);

  site.name = g_strdup (get (row, "place"));
  site.adm1 = g_strdup (get (row, "adm1"));
  if (country != NULL && strlen (country) == 2)
    memcpy (site.country, country, 3);
  site.point.lat = get_number (row, "lat", -90, 90, NAN);
  site.point.lon = get_number (row, "lon", -180, 180, NAN);
  if (!dateline_point_is_set (site.point))
    site.point = dateline_point_none ();
  site.precision = (DatelineWherePrecision) get_number (row, "where_precision", 0, DATELINE_WHERE_SEA_OR_AIR, 0);
  site.radius_km = get_number (row, "radius_km", 0, 20038, 0);
  if (site.name != NULL || site.adm1 != NULL || site.country[0] != '\0' || dateline_point_is_set (site.point))
    g_array_append_val (row->incident->places, site);

  for (guint i = 0; others[i] != NULL; i++)
    {
      DatelinePlace other = { .name = g_strdup (others[i]), .point = dateline_point_none (), .role = DATELINE_PLACE_SITE };

      g_array_append_val (row->incident->places, other);
    }
}

static void
read_actors (Row *row, const char *column, DatelineActorRole role)
{
  g_auto (GStrv) names = get_list (row, column, DATELINE_CSV_ITEM_SEPARATOR);
  const char    *status = role == DATELINE_ACTOR_INITIATOR ? get (row, "initiator_status") : NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      DatelineActor actor = { .name = g_strdup (names[i]), .role = role };

      for (int each = DATELINE_ACTOR_ASSERTED; i == 0 && each <= DATELINE_ACTOR_DENIED; each++)
        if (g_strcmp0 (status, dateline_actor_status_get_id ((DatelineActorStatus) each)) == 0)
          actor.status = (DatelineActorStatus) each;
      g_array_append_val (row->incident->actors, actor);
    }
}

static void
read_things (Row *row, const char *column, GArray *things)
{
  g_auto (GStrv) names = get_list (row, column, DATELINE_CSV_ITEM_SEPARATOR);

  for (guint i = 0; names[i] != NULL; i++)
    {
      DatelineThing thing = { .name = g_strdup (names[i]) };

      g_array_append_val (things, thing);
    }
}

static void
read_numbers (Row *row)
{
  DatelineIncident *incident = row->incident;

  incident->killed.low = (int) get_number (row, "killed_low", 0, G_MAXINT, -1);
  incident->killed.best = (int) get_number (row, "killed_best", 0, G_MAXINT, -1);
  incident->killed.high = (int) get_number (row, "killed_high", 0, G_MAXINT, -1);
  incident->injured.low = (int) get_number (row, "injured_low", 0, G_MAXINT, -1);
  incident->injured.best = (int) get_number (row, "injured_best", 0, G_MAXINT, -1);
  incident->injured.high = (int) get_number (row, "injured_high", 0, G_MAXINT, -1);
  incident->n_strikes = (int) get_number (row, "n_strikes", 0, G_MAXINT, -1);
  incident->confidence = get_number (row, "confidence", 0, 1, 0);
}

static void
read_judgement (Row *row)
{
  DatelineIncident *incident = row->incident;
  const char       *grade = get (row, "grade"), *status = get (row, "status");
  g_auto (GStrv)    tags = get_list (row, "tags", DATELINE_CSV_ITEM_SEPARATOR);

  for (int i = DATELINE_GRADE_CONFIRMED; i <= DATELINE_GRADE_CONTESTED; i++)
    if (g_strcmp0 (grade, dateline_grade_get_id ((DatelineGrade) i)) == 0)
      incident->grade = (DatelineGrade) i;
  for (int i = DATELINE_STATUS_UNREVIEWED; i <= DATELINE_STATUS_REJECTED; i++)
    if (g_strcmp0 (status, dateline_status_get_id ((DatelineStatus) i)) == 0)
      incident->status = (DatelineStatus) i;
  incident->background = is_true (row, "background");
  incident->note = g_strdup (get (row, "note"));
  incident->tags = tags[0] != NULL ? g_steal_pointer (&tags) : NULL;
}

static const char *
get_item (char **list, guint i)
{
  return i < g_strv_length (list) && *list[i] != '\0' ? list[i] : NULL;
}

static void
add_quotations (Row *row, guint article, const char *group)
{
  g_auto (GStrv) quotations = g_strsplit (group != NULL ? group : "", DATELINE_CSV_QUOTATION_SEPARATOR, -1);

  for (guint i = 0; quotations[i] != NULL; i++)
    {
      DatelineProvenance provenance = { article, dateline_merged_file_add_quotation (row->file, article, quotations[i]) };

      g_array_append_val (row->incident->evidence, provenance);
    }
}

/* The articles of the row, with what each is quoted with. */
static void
read_articles (Row *row, const char *fallback_id)
{
  g_auto (GStrv) ids = get_list (row, "articles", DATELINE_CSV_ITEM_SEPARATOR);
  g_auto (GStrv) publishers = get_list (row, "publisher", DATELINE_CSV_ITEM_SEPARATOR);
  g_auto (GStrv) published = get_list (row, "published", DATELINE_CSV_ITEM_SEPARATOR);
  g_auto (GStrv) titles = get_list (row, "title", DATELINE_CSV_ITEM_SEPARATOR);
  g_auto (GStrv) urls = get_list (row, "url", DATELINE_CSV_ITEM_SEPARATOR);
  g_auto (GStrv) groups = get_list (row, "evidence", DATELINE_CSV_ARTICLE_SEPARATOR);
  guint          n = MAX (g_strv_length (ids), 1);

  for (guint i = 0; i < n; i++)
    {
      DatelineArticle *article = g_new0 (DatelineArticle, 1);
      guint            number;

      article->published_day = DATELINE_DAY_NONE;
      article->id = g_strdup (get_item (ids, i) != NULL ? get_item (ids, i) : fallback_id);
      article->publisher = g_strdup (get_item (publishers, i));
      article->published = g_strdup (get_item (published, i));
      article->title = g_strdup (get_item (titles, i));
      article->url = g_strdup (get_item (urls, i));
      number = dateline_merged_file_add_article (row->file, article);
      if (i == 0)
        dateline_incident_set_article (row->incident, number);
      add_quotations (row, number, get_item (groups, i));
    }
}

static void
read_sources (Row *row)
{
  g_auto (GStrv) names = get_list (row, "sources", DATELINE_CSV_ITEM_SEPARATOR);

  for (guint i = 0; names[i] != NULL; i++)
    {
      DatelineSource source = { .name = g_strdup (names[i]) };

      source.provenance.article = row->incident->type_provenance.article;
      g_array_append_val (row->incident->sources, source);
    }
}

static void
read_row (Row *row, const char *fallback_id)
{
  DatelineIncidentType type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
  const char          *id = get (row, "incident");

  dateline_incident_type_parse (get (row, "type"), &type);
  row->incident = dateline_incident_new (type);
  row->incident->id = g_strdup (id != NULL ? id : fallback_id);
  read_when (row);
  read_places (row);
  read_actors (row, "initiators", DATELINE_ACTOR_INITIATOR);
  read_actors (row, "target_actors", DATELINE_ACTOR_TARGET);
  read_actors (row, "participants", DATELINE_ACTOR_PARTICIPANT);
  read_things (row, "targets", row->incident->targets);
  read_things (row, "weapons", row->incident->weapons);
  read_numbers (row);
  read_judgement (row);
  read_articles (row, fallback_id);
  read_sources (row);
  dateline_merged_file_add_incident (row->file, row->incident);
}

/**
 * dateline_csv_incidents_is_header:
 * @header: (element-type utf8): a table's first row
 *
 * Returns: whether the rows below it are as dateline-csv-writer.c writes
 *   them
 */
gboolean
dateline_csv_incidents_is_header (const GPtrArray *header)
{
  static const char *const names[] = { "incident", "type", "where_precision", "initiator_status", "articles", "evidence" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (find_cell (header, header, names[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * dateline_csv_incidents_read:
 * @name: the input, for messages; must outlive the result
 * @header: (element-type utf8): the first row
 * @reader: behind it
 * @error: return location for a #GError
 *
 * Errors: any #DatelineExchangeError
 *
 * Returns: (transfer full) (nullable): the incidents of all rows, by their
 *   articles
 */
DatelineMergedFile *
dateline_csv_incidents_read (const char *name, const GPtrArray *header, DatelineCsvReader *reader, GError **error)
{
  g_autoptr (DatelineMergedFile) file = dateline_merged_file_new (name);
  GError                        *local_error = NULL;
  g_autoptr (GPtrArray)          cells = NULL;
  guint                          n = 0;

  while ((cells = dateline_csv_reader_next (reader, &local_error)) != NULL)
    {
      Row              row = { header, cells, file, NULL };
      g_autofree char *id = g_strdup_printf ("row-%u", ++n);

      read_row (&row, id);
      g_clear_pointer (&cells, g_ptr_array_unref);
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (dateline_merged_file_finish (file, error))
    return g_steal_pointer (&file);
  return NULL;
}
