/* dateline-data-set-writer.c: incidents in the columns of ACLED and UCDP GED
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not known is an empty cell: none of their coders has looked at
 * these rows, and no number is made up. A row can be read by whatever
 * reads theirs, and by dateline-data-set.c.
 */

#include "config.h"

#include "dateline-data-set-writer.h"

#include <string.h>

#include "dateline-country-codes.h"
#include "dateline-csv-writer.h"
#include "dateline-json-output.h"

typedef struct
{
  const char *id;
  const char *side;
  const char *country;
  const char *kind;
} KnownActor;

static const KnownActor known_actors[] = {
#include "actors.inc"
};

static const struct
{
  const char *side;
  const char *inter;
} sides[] = {
#include "sides.inc"
};

/* ACLED's codes of who acts. */
enum
{
  INTER_NONE = 0,
  INTER_STATE = 1,
  INTER_REBELS = 2,
  INTER_PROTESTERS = 6,
  INTER_CIVILIANS = 7,
  INTER_EXTERNAL = 8
};

/* One row under way. */
typedef struct
{
  GString                    *out;
  const DatelineIncident     *incident;
  const DatelinePlace        *site;
  const DatelineCountryCodes *country;
  GPtrArray                  *articles;
  gboolean                    merged;
  const DatelineActor        *a, *b;
} Row;

typedef void (*AppendCell) (Row *row);

typedef struct
{
  const char *name;
  AppendCell  append; /* NULL: always empty */
} Column;

static const KnownActor *
find_actor (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (known_actors); i++)
    if (strcmp (known_actors[i].id, id) == 0)
      return &known_actors[i];
  return NULL;
}

static int
get_inter (const Row *row, const DatelineActor *actor)
{
  const KnownActor *known = actor != NULL ? find_actor (actor->id) : NULL;
  const char       *here = row->site != NULL ? row->site->country : "";

  if (known == NULL)
    return actor != NULL && actor->name != NULL && g_ascii_strncasecmp (actor->name, "civilian", 8) == 0 ? INTER_CIVILIANS : INTER_NONE;
  if (strcmp (known->id, "protesters") == 0)
    return INTER_PROTESTERS;
  if (strcmp (known->kind, "class") == 0)
    return INTER_NONE;
  if (strcmp (known->kind, "group") != 0)
    return strcmp (known->country, here) == 0 ? INTER_STATE : INTER_EXTERNAL;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (strcmp (sides[i].side, known->side) == 0)
      return sides[i].inter[0] - '0';
  return INTER_REBELS;
}

static gboolean
is_state (const Row *row, const DatelineActor *actor)
{
  int inter = get_inter (row, actor);

  return inter == INTER_STATE || inter == INTER_EXTERNAL;
}

static void
append_integer (GString *out, int value)
{
  if (value >= 0)
    dateline_json_append_integer (out, value);
}

static const DatelineArticle *
get_article (const Row *row, DatelineProvenance provenance)
{
  guint i = row->merged && provenance.article >= 0 && provenance.article < row->articles->len ? (guint) provenance.article : 0;

  return g_ptr_array_index (row->articles, i);
}

static void
append_id (Row *row)
{
  dateline_csv_append_text (row->out, row->incident->id);
}

static gboolean
get_days (const Row *row, DatelineDay *first, DatelineDay *last)
{
  const DatelineWhen *when = &row->incident->when;

  if (!dateline_date_interval_is_set (when->interval))
    return FALSE;
  *first = dateline_day_at (when->interval.start, when->offset_minutes);
  *last = dateline_day_at (MAX (when->interval.end - 1, when->interval.start), when->offset_minutes);
  return TRUE;
}

static void
append_day (Row *row, gboolean last_one)
{
  DatelineDay first, last;

  if (get_days (row, &first, &last))
    {
      g_autofree char *day = dateline_day_to_string (last_one ? last : first);

      g_string_append (row->out, day);
    }
}

static void
append_first_day (Row *row)
{
  append_day (row, FALSE);
}

static void
append_last_day (Row *row)
{
  append_day (row, TRUE);
}

/* The middle of what is known, as ACLED has it. */
static void
append_event_date (Row *row)
{
  DatelineDay first, last;

  if (get_days (row, &first, &last))
    {
      g_autofree char *day = dateline_day_to_string (first + (last - first) / 2);

      g_string_append (row->out, day);
    }
}

static void
append_year (Row *row)
{
  DatelineDay first, last;
  int         year, month, day;

  if (!get_days (row, &first, &last))
    return;
  dateline_day_get_ymd (first, &year, &month, &day);
  append_integer (row->out, year);
}

static void
append_time_precision (Row *row)
{
  DatelineDatePrecision precision = row->incident->when.precision;

  if (precision != DATELINE_DATE_UNKNOWN)
    append_integer (row->out, precision == DATELINE_DATE_DAY ? 1 : precision <= DATELINE_DATE_WEEK ? 2
                                                                                                   : 3);
}

static void
append_date_prec (Row *row)
{
  if (row->incident->when.precision != DATELINE_DATE_UNKNOWN)
    append_integer (row->out, row->incident->when.precision);
}

static void
append_disorder_type (Row *row)
{
  const char *event = dateline_incident_type_get_acled_event (row->incident->type);

  dateline_csv_append_text (row->out, strcmp (event, "Strategic developments") == 0 ? event : "Political violence");
}

static void
append_event_type (Row *row)
{
  dateline_csv_append_text (row->out, dateline_incident_type_get_acled_event (row->incident->type));
}

static void
append_sub_event_type (Row *row)
{
  dateline_csv_append_text (row->out, dateline_incident_type_get_acled_sub_event (row->incident->type));
}

static void
append_actor (Row *row, const DatelineActor *actor)
{
  if (actor != NULL)
    dateline_csv_append_text (row->out, actor->name != NULL ? actor->name : actor->id);
}

static void
append_actor_a (Row *row)
{
  append_actor (row, row->a);
}

static void
append_actor_b (Row *row)
{
  append_actor (row, row->b);
}

static void
append_inter_a (Row *row)
{
  if (get_inter (row, row->a) != INTER_NONE)
    append_integer (row->out, get_inter (row, row->a));
}

static void
append_inter_b (Row *row)
{
  if (get_inter (row, row->b) != INTER_NONE)
    append_integer (row->out, get_inter (row, row->b));
}

/* The two codes, the smaller first; 0 for a side that is not there. */
static void
append_interaction (Row *row)
{
  int a = get_inter (row, row->a), b = get_inter (row, row->b);

  if ((row->a != NULL && a == INTER_NONE) || (row->b != NULL && b == INTER_NONE) || (a == INTER_NONE && b == INTER_NONE))
    return;
  if (a == INTER_NONE || b == INTER_NONE)
    append_integer (row->out, MAX (a, b) * 10);
  else
    append_integer (row->out, MIN (a, b) * 10 + MAX (a, b));
}

static void
append_iso (Row *row)
{
  if (row->country != NULL)
    g_string_append (row->out, row->country->iso_number);
}

static void
append_gw (Row *row)
{
  if (row->country != NULL)
    g_string_append (row->out, row->country->gw_number);
}

static void
append_region (Row *row)
{
  dateline_csv_append_text (row->out, row->country != NULL ? row->country->acled_region : NULL);
}

static void
append_country (Row *row)
{
  g_auto (GStrv) names = row->country != NULL ? g_strsplit (row->country->names, "|", 2) : NULL;

  dateline_csv_append_text (row->out, names != NULL ? names[0] : row->site != NULL ? row->site->country
                                                                                   : NULL);
}

static void
append_adm1 (Row *row)
{
  dateline_csv_append_text (row->out, row->site != NULL ? row->site->adm1 : NULL);
}

static void
append_location (Row *row)
{
  dateline_csv_append_text (row->out, row->site != NULL ? row->site->name : NULL);
}

static void
append_lat (Row *row)
{
  if (row->site != NULL && dateline_point_is_set (row->site->point))
    dateline_json_append_decimal (row->out, row->site->point.lat, 5);
}

static void
append_lon (Row *row)
{
  if (row->site != NULL && dateline_point_is_set (row->site->point))
    dateline_json_append_decimal (row->out, row->site->point.lon, 5);
}

/* ACLED has no code for what is only known to be in a country: 3 is the
 * broadest. */
static void
append_geo_precision (Row *row)
{
  DatelineWherePrecision precision = row->site != NULL ? row->site->precision : DATELINE_WHERE_UNKNOWN;

  if (precision != DATELINE_WHERE_UNKNOWN)
    append_integer (row->out, precision == DATELINE_WHERE_EXACT ? 1 : precision <= DATELINE_WHERE_DISTRICT ? 2
                                                                                                           : 3);
}

static void
append_where_prec (Row *row)
{
  if (row->site != NULL && row->site->precision != DATELINE_WHERE_UNKNOWN)
    append_integer (row->out, row->site->precision);
}

/* Publishers of the articles, then whom they cite. */
static void
append_source (Row *row)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString)    names = g_string_new (NULL);

  for (guint i = 0; i < row->incident->evidence->len + row->incident->sources->len; i++)
    {
      guint       j = i - row->incident->evidence->len;
      const char *name = i < row->incident->evidence->len ? get_article (row, g_array_index (row->incident->evidence, DatelineProvenance, i))->publisher
                                                          : g_array_index (row->incident->sources, DatelineSource, j).name;

      if (name != NULL && g_hash_table_add (seen, (gpointer) name))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }
  dateline_csv_append_text (row->out, names->len > 0 ? names->str : NULL);
}

static void
append_notes (Row *row)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (guint i = 0; i < row->incident->evidence->len; i++)
    {
      DatelineProvenance     provenance = g_array_index (row->incident->evidence, DatelineProvenance, i);
      const DatelineArticle *article = get_article (row, provenance);
      gsize                  begin = MIN (provenance.span.begin, article->length);
      gsize                  end = CLAMP (provenance.span.end, begin, article->length);

      if (notes->len > 0 && end > begin)
        g_string_append (notes, " […] ");
      g_string_append_len (notes, article->text + begin, (gssize) (end - begin));
    }
  dateline_csv_append_text (row->out, notes->len > 0 ? notes->str : NULL);
}

static void
append_headline (Row *row)
{
  if (row->incident->evidence->len > 0)
    dateline_csv_append_text (row->out, get_article (row, g_array_index (row->incident->evidence, DatelineProvenance, 0))->title);
}

static void
append_best (Row *row)
{
  append_integer (row->out, row->incident->killed.best);
}

static void
append_low (Row *row)
{
  append_integer (row->out, row->incident->killed.low);
}

static void
append_high (Row *row)
{
  append_integer (row->out, row->incident->killed.high);
}

/* The status of the doer and what else has no column of its own. */
static void
append_tags (Row *row)
{
  g_autoptr (GString) tags = g_string_new (NULL);
  char                confidence[G_ASCII_DTOSTR_BUF_SIZE];

  /* A point, whatever the reader's language writes. */
  g_ascii_formatd (confidence, sizeof confidence, "%.3f", row->incident->confidence);
  g_string_append_printf (tags, "grade=%s; confidence=%s", dateline_grade_get_id (row->incident->grade), confidence);
  if (row->a != NULL)
    g_string_append_printf (tags, "; actor1 %s", dateline_actor_status_get_id (row->a->status));
  dateline_csv_append_text (row->out, tags->str);
}

/* UCDP: 1 a state against an armed group or a state, 2 between groups, 3
 * against people who are no part of it. */
static void
append_type_of_violence (Row *row)
{
  const char *event = dateline_incident_type_get_acled_event (row->incident->type);

  if (get_inter (row, row->b) == INTER_CIVILIANS || strcmp (event, "Violence against civilians") == 0)
    append_integer (row->out, 3);
  else if (row->a != NULL && row->b != NULL && get_inter (row, row->a) != INTER_NONE && get_inter (row, row->b) != INTER_NONE)
    append_integer (row->out, is_state (row, row->a) || is_state (row, row->b) ? 1 : 2);
  else if (strcmp (event, "Battles") == 0)
    append_integer (row->out, 1);
}

static const Column acled_columns[] = {
  { "event_id_cnty", append_id },
  { "event_date", append_event_date },
  { "year", append_year },
  { "time_precision", append_time_precision },
  { "disorder_type", append_disorder_type },
  { "event_type", append_event_type },
  { "sub_event_type", append_sub_event_type },
  { "actor1", append_actor_a },
  { "assoc_actor_1", NULL },
  { "inter1", append_inter_a },
  { "actor2", append_actor_b },
  { "assoc_actor_2", NULL },
  { "inter2", append_inter_b },
  { "interaction", append_interaction },
  { "civilian_targeting", NULL },
  { "iso", append_iso },
  { "region", append_region },
  { "country", append_country },
  { "admin1", append_adm1 },
  { "admin2", NULL },
  { "admin3", NULL },
  { "location", append_location },
  { "latitude", append_lat },
  { "longitude", append_lon },
  { "geo_precision", append_geo_precision },
  { "source", append_source },
  { "source_scale", NULL },
  { "notes", append_notes },
  { "fatalities", append_best },
  { "tags", append_tags },
  { "timestamp", NULL },
};

static const Column ged_columns[] = {
  { "id", append_id },
  { "year", append_year },
  { "type_of_violence", append_type_of_violence },
  { "conflict_name", NULL },
  { "dyad_name", NULL },
  { "side_a", append_actor_a },
  { "side_b", append_actor_b },
  { "source_article", append_notes },
  { "source_headline", append_headline },
  { "source_original", append_source },
  { "where_prec", append_where_prec },
  { "where_coordinates", append_location },
  { "where_description", NULL },
  { "adm_1", append_adm1 },
  { "adm_2", NULL },
  { "latitude", append_lat },
  { "longitude", append_lon },
  { "country", append_country },
  { "country_id", append_gw },
  { "event_clarity", NULL },
  { "date_prec", append_date_prec },
  { "date_start", append_first_day },
  { "date_end", append_last_day },
  { "deaths_a", NULL },
  { "deaths_b", NULL },
  { "deaths_civilians", NULL },
  { "deaths_unknown", NULL },
  { "best", append_best },
  { "high", append_high },
  { "low", append_low },
};

static const Column *
get_columns (DatelineTableKind kind, guint *n)
{
  *n = kind == DATELINE_TABLE_GED ? G_N_ELEMENTS (ged_columns) : G_N_ELEMENTS (acled_columns);
  return kind == DATELINE_TABLE_GED ? ged_columns : acled_columns;
}

/**
 * dateline_data_set_writer_write_header:
 * @kind: %DATELINE_TABLE_ACLED or %DATELINE_TABLE_GED
 * @out: to append to
 *
 * Appends the row of the columns' names.
 */
void
dateline_data_set_writer_write_header (DatelineTableKind kind, GString *out)
{
  guint         n;
  const Column *columns = get_columns (kind, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", columns[i].name);
  g_string_append (out, "\r\n");
}

/* The two that fight, or the one who did it and the other. */
static void
choose_sides (Row *row)
{
  const GArray *actors = row->incident->actors;

  row->a = dateline_incident_get_actor (row->incident, DATELINE_ACTOR_INITIATOR);
  row->b = dateline_incident_get_actor (row->incident, DATELINE_ACTOR_TARGET);
  for (guint i = 0; i < actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (actors, DatelineActor, i);

      if (actor->role != DATELINE_ACTOR_PARTICIPANT)
        continue;
      if (row->a == NULL)
        row->a = actor;
      else if (row->b == NULL)
        row->b = actor;
    }
}

/**
 * dateline_data_set_writer_write_rows:
 * @kind: %DATELINE_TABLE_ACLED or %DATELINE_TABLE_GED
 * @out: to append to
 * @incidents: (element-type DatelineIncident): what to write
 * @articles: (element-type DatelineArticle): the one article they are
 *   from, or those that their provenances count from 0
 * @merged: which of the two
 *
 * Appends a row for each incident.
 */
void
dateline_data_set_writer_write_rows (DatelineTableKind kind, GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged)
{
  guint         n;
  const Column *columns = get_columns (kind, &n);

  for (guint i = 0; i < incidents->len; i++)
    {
      Row row = { .out = out, .incident = g_ptr_array_index (incidents, i), .articles = articles, .merged = merged };

      row.site = dateline_incident_get_site (row.incident);
      row.country = row.site != NULL ? dateline_country_codes_find (row.site->country) : NULL;
      choose_sides (&row);
      for (guint j = 0; j < n; j++)
        {
          if (j > 0)
            g_string_append_c (out, ',');
          if (columns[j].append != NULL)
            columns[j].append (&row);
        }
      g_string_append (out, "\r\n");
    }
}
