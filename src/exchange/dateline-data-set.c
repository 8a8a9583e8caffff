/* dateline-data-set.c: rows of the field's data sets as incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row becomes an article of its note and, below it, its columns, a line
 * each: so the incident's values point to the very words that they were
 * read from, as those of any article do.
 */

#include "config.h"

#include "dateline-data-set.h"

#include <math.h>
#include <string.h>

#include "dateline-country-codes.h"
#include "dateline-published.h"

/* Coded by people, from sources that are not at hand. */
#define CONFIDENCE 0.9

typedef struct
{
  DatelineTableKind kind;
  const char       *code;
  const char       *type;
  const char       *roles;
} EventType;

typedef struct
{
  DatelineTableKind kind;
  const char       *what;
  const char       *code;
  const char       *precision;
  const char       *radius_km;
} Precision;

static const EventType event_types[] = {
#include "event-types.inc"
};

static const Precision precisions[] = {
#include "precisions.inc"
};

static const struct
{
  const char *name;
  const char *rule;
} data_sets[DATELINE_N_TABLES] = {
  [DATELINE_TABLE_ACLED] = { "ACLED", "data-set.acled" },
  [DATELINE_TABLE_GED] = { "UCDP GED", "data-set.ucdp-ged" },
  [DATELINE_TABLE_GTD] = { "GTD", "data-set.gtd" },
};

/* One row under way. */
typedef struct
{
  const DatelineTableColumns *columns;
  const GPtrArray            *cells;
  GString                    *text;
  DatelineSpan                spans[DATELINE_N_FIELDS]; /* of each field's cell in @text */
  guint32                     note_end;                 /* where its columns begin; 0 without a note */
  DatelineIncident           *incident;
} Row;

static const char *
get (const Row *row, DatelineTableField field)
{
  return dateline_table_columns_get (row->columns, row->cells, field);
}

/* A whole number, −1 when the cell holds none. */
static int
get_number (const Row *row, DatelineTableField field)
{
  const char *cell = get (row, field);
  char       *end = NULL;
  double      value = cell != NULL ? g_ascii_strtod (cell, &end) : -1;

  return cell != NULL && end > cell && value >= 0 && value < 1e9 ? (int) value : -1;
}

/* The name in a cell; %NULL for "Unknown", as GTD writes it. */
static const char *
get_name (const Row *row, DatelineTableField field)
{
  const char *cell = get (row, field);

  return cell != NULL && g_ascii_strcasecmp (cell, "unknown") == 0 ? NULL : cell;
}

static DatelineProvenance
get_provenance (const Row *row, DatelineTableField field)
{
  return (DatelineProvenance){ 0, row->spans[field] };
}

static void
append_cell (Row *row, DatelineTableField field)
{
  const char *cell = get (row, field);
  gsize       length = cell != NULL ? strlen (cell) : 0;

  while (length > 0 && g_ascii_isspace (cell[length - 1]))
    length--;
  row->spans[field].begin = (guint32) row->text->len;
  g_string_append_len (row->text, cell, (gssize) length);
  row->spans[field].end = (guint32) row->text->len;
}

static void
write_text (Row *row)
{
  static const DatelineTableField words[] = { DATELINE_FIELD_HEADLINE, DATELINE_FIELD_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (get (row, words[i]) != NULL)
      {
        append_cell (row, words[i]);
        row->note_end = (guint32) row->text->len;
        g_string_append (row->text, "\n\n");
      }
  for (guint i = 0; i < DATELINE_N_FIELDS; i++)
    if (i != DATELINE_FIELD_NOTE && i != DATELINE_FIELD_HEADLINE && get (row, (DatelineTableField) i) != NULL)
      {
        g_string_append_printf (row->text, "%s: ", row->columns->headers[i]);
        append_cell (row, (DatelineTableField) i);
        g_string_append_c (row->text, '\n');
      }
}

static const EventType *
find_event_type (const Row *row)
{
  DatelineTableKind kind = row->columns->kind;
  const char       *cell = get (row, DATELINE_FIELD_TYPE);
  g_autofree char  *code = cell != NULL ? g_strchomp (g_ascii_strdown (cell, -1)) : g_strdup ("");
  g_autofree char  *suicide = get_number (row, DATELINE_FIELD_SUICIDE) == 1 ? g_strconcat (code, " suicide", NULL) : NULL;
  const EventType  *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (event_types); i++)
    {
      const EventType *each = &event_types[i];

      if (each->kind != kind)
        continue;
      if (suicide != NULL && strcmp (each->code, suicide) == 0)
        return each;
      if (strcmp (each->code, code) == 0)
        found = each;
    }
  return found;
}

static const Precision *
find_precision (const Row *row, const char *what, DatelineTableField field)
{
  g_autofree char *code = g_strdup_printf ("%d", get_number (row, field));

  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    if (precisions[i].kind == row->columns->kind && strcmp (precisions[i].what, what) == 0 && strcmp (precisions[i].code, code) == 0)
      return &precisions[i];
  return NULL;
}

/* The whole month of a day, or its whole year. */
static void
widen_to_month (DatelineDay day, gboolean whole_year, DatelineDay *first, DatelineDay *last)
{
  int year, month, day_of_month;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  *first = dateline_day_new (year, whole_year ? 1 : month, 1);
  *last = dateline_day_add_months (*first, whole_year ? 12 : 1) - 1;
}

/* GTD has the date in three columns; 0 is what is not known of it. */
static DatelineDatePrecision
read_parts (const Row *row, DatelineDay *first, DatelineDay *last)
{
  int         year = get_number (row, DATELINE_FIELD_YEAR);
  int         month = get_number (row, DATELINE_FIELD_MONTH);
  int         day_of_month = get_number (row, DATELINE_FIELD_DAY);
  DatelineDay day = year > 0 ? dateline_day_new (year, MAX (month, 1), MAX (day_of_month, 1)) : DATELINE_DAY_NONE;

  if (day == DATELINE_DAY_NONE)
    return DATELINE_DATE_UNKNOWN;

  *first = *last = day;
  if (month > 0 && day_of_month > 0)
    return DATELINE_DATE_DAY;
  widen_to_month (day, month <= 0, first, last);
  return month > 0 ? DATELINE_DATE_MONTH : DATELINE_DATE_YEAR;
}

static DatelineDatePrecision
read_dates (const Row *row, DatelineDay *first, DatelineDay *last)
{
  const char           *begin = get (row, DATELINE_FIELD_DATE);
  const char           *end = get (row, DATELINE_FIELD_DATE_END);
  const Precision      *found = find_precision (row, "date", DATELINE_FIELD_DATE_PRECISION);
  DatelineDatePrecision precision = found != NULL ? (DatelineDatePrecision) atoi (found->precision) : DATELINE_DATE_DAY;

  if (row->columns->columns[DATELINE_FIELD_YEAR] >= 0)
    return read_parts (row, first, last);

  *first = begin != NULL ? dateline_published_parse (begin) : DATELINE_DAY_NONE;
  *last = end != NULL ? dateline_published_parse (end) : *first;
  if (*first == DATELINE_DAY_NONE)
    return DATELINE_DATE_UNKNOWN;
  if (*last == DATELINE_DAY_NONE || *last < *first)
    *last = *first;

  /* One day that stands for a week, a month or a year. */
  if (*first == *last && precision == DATELINE_DATE_WEEK)
    {
      *first -= 3;
      *last += 3;
    }
  else if (*first == *last && precision >= DATELINE_DATE_MONTH)
    widen_to_month (*first, precision == DATELINE_DATE_YEAR, first, last);
  return precision;
}

static void
set_when (Row *row)
{
  DatelineWhen *when = &row->incident->when;
  DatelineDay   first = DATELINE_DAY_NONE, last = DATELINE_DAY_NONE;
  DatelineSpan  span = row->spans[DATELINE_FIELD_DATE];

  when->precision = read_dates (row, &first, &last);
  if (when->precision == DATELINE_DATE_UNKNOWN)
    return;

  when->interval = dateline_date_interval_for_days (first, last, DATELINE_REGION_OFFSET_MINUTES);
  when->offset_minutes = DATELINE_REGION_OFFSET_MINUTES;
  if (row->columns->columns[DATELINE_FIELD_YEAR] >= 0)
    span = dateline_span_union (row->spans[DATELINE_FIELD_YEAR], row->spans[DATELINE_FIELD_DAY]);
  when->provenance = (DatelineProvenance){ 0, span };
}

static gboolean
get_coordinate (const Row *row, DatelineTableField field, double most, double *value)
{
  const char *cell = get (row, field);
  char       *end = NULL;

  *value = cell != NULL ? g_ascii_strtod (cell, &end) : NAN;
  return cell != NULL && end > cell && isfinite (*value) && fabs (*value) <= most;
}

static void
add_place (Row *row)
{
  static const DatelineTableField names[] = { DATELINE_FIELD_PLACE, DATELINE_FIELD_WHERE, DATELINE_FIELD_ADM2, DATELINE_FIELD_ADM1, DATELINE_FIELD_COUNTRY };
  const Precision                *precision = find_precision (row, "where", DATELINE_FIELD_WHERE_PRECISION);
  DatelinePlace                   place = { .point = dateline_point_none (), .role = DATELINE_PLACE_SITE, .confidence = CONFIDENCE };
  guint                           i = 0;

  while (i < G_N_ELEMENTS (names) && get_name (row, names[i]) == NULL)
    i++;
  if (i < G_N_ELEMENTS (names))
    {
      place.name = g_strchomp (g_strdup (get_name (row, names[i])));
      place.provenance = get_provenance (row, names[i]);
    }
  if (get_name (row, DATELINE_FIELD_ADM1) != NULL)
    place.adm1 = g_strchomp (g_strdup (get_name (row, DATELINE_FIELD_ADM1)));
  dateline_country_codes_parse (get (row, DATELINE_FIELD_COUNTRY), place.country);
  if (precision != NULL)
    {
      place.precision = (DatelineWherePrecision) atoi (precision->precision);
      place.radius_km = g_ascii_strtod (precision->radius_km, NULL);
    }
  if (!get_coordinate (row, DATELINE_FIELD_LAT, 90, &place.point.lat) || !get_coordinate (row, DATELINE_FIELD_LON, 180, &place.point.lon))
    place.point = dateline_point_none ();

  if (place.name != NULL || dateline_point_is_set (place.point))
    g_array_append_val (row->incident->places, place);
  else
    g_free (place.adm1);
}

static void
add_actor (Row *row, DatelineTableField field, DatelineActorRole role)
{
  const char    *name = get_name (row, field);
  DatelineActor  actor = { .role = role, .confidence = CONFIDENCE };
  DatelineActor *first = row->incident->actors->len > 0 ? &g_array_index (row->incident->actors, DatelineActor, 0) : NULL;

  if (name == NULL)
    return;
  actor.name = g_strchomp (g_strdup (name));
  actor.status = get_number (row, DATELINE_FIELD_CLAIMED) == 1 && first == NULL ? DATELINE_ACTOR_CLAIMED : DATELINE_ACTOR_ASSERTED;
  actor.provenance = get_provenance (row, field);
  g_array_append_val (row->incident->actors, actor);
}

static void
add_actors (Row *row, gboolean directed)
{
  DatelineActorRole a = directed ? DATELINE_ACTOR_INITIATOR : DATELINE_ACTOR_PARTICIPANT;
  DatelineActorRole b = directed ? DATELINE_ACTOR_TARGET : DATELINE_ACTOR_PARTICIPANT;

  add_actor (row, DATELINE_FIELD_SIDE_A, a);
  add_actor (row, DATELINE_FIELD_ALLIES_A, a);
  add_actor (row, DATELINE_FIELD_SIDE_B, b);
  add_actor (row, DATELINE_FIELD_ALLIES_B, b);
}

static void
add_thing (Row *row, GArray *things, DatelineTableField field)
{
  const char   *name = get_name (row, field);
  DatelineThing thing = { .provenance = get_provenance (row, field) };

  if (name == NULL)
    return;
  thing.name = g_strchomp (g_strdup (name));
  g_array_append_val (things, thing);
}

static void
set_toll (Row *row, DatelineToll *toll, DatelineTableField best, DatelineTableField low, DatelineTableField high)
{
  int n_best = get_number (row, best), n_low = get_number (row, low), n_high = get_number (row, high);

  if (n_best < 0)
    return;
  toll->best = n_best;
  toll->low = n_low >= 0 ? MIN (n_low, n_best) : n_best;
  toll->high = MAX (n_high, n_best);
  dateline_toll_add_claim (toll, toll->low, toll->high, data_sets[row->columns->kind].name, get_provenance (row, best));
}

/* Two sources and more, as two articles, are more than one. */
static void
add_sources (Row *row)
{
  const char    *cell = get (row, DATELINE_FIELD_SOURCES);
  DatelineSpan   span = row->spans[DATELINE_FIELD_SOURCES];
  g_auto (GStrv) names = g_strsplit (cell != NULL ? cell : "", ";", 64);
  guint32        begin = span.begin;

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize          length = strlen (names[i]);
      DatelineSource source = { .provenance = { 0, { begin, MIN (begin + (guint32) length, span.end) } } };

      begin += (guint32) length + 1;
      g_strstrip (names[i]);
      if (*names[i] == '\0')
        continue;
      source.name = g_strdup (names[i]);
      source.kind = g_strdup ("media");
      g_array_append_val (row->incident->sources, source);
    }
  row->incident->grade = row->incident->sources->len > 1 ? DATELINE_GRADE_FAIR : DATELINE_GRADE_WEAK;
}

static void
add_evidence (Row *row)
{
  guint32            begin = row->note_end > 0 ? row->note_end + 2 : 0;
  DatelineProvenance note = { 0, { 0, row->note_end } };
  DatelineProvenance columns = { 0, { begin, (guint32) row->text->len } };

  if (!dateline_span_is_empty (note.span))
    g_array_append_val (row->incident->evidence, note);
  if (!dateline_span_is_empty (columns.span))
    g_array_append_val (row->incident->evidence, columns);
}

static DatelineIncident *
build_incident (Row *row, const EventType *event_type, const char *id)
{
  DatelineIncidentType type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
  DatelineIncident    *incident;

  dateline_incident_type_parse (event_type->type, &type);
  incident = row->incident = dateline_incident_new (type);
  incident->id = g_strconcat (id, "#1", NULL);
  incident->type_provenance = get_provenance (row, DATELINE_FIELD_TYPE);
  incident->confidence = CONFIDENCE;
  set_when (row);
  add_place (row);
  add_actors (row, strcmp (event_type->roles, "directed") == 0);
  add_thing (row, incident->targets, DATELINE_FIELD_TARGET);
  add_thing (row, incident->weapons, DATELINE_FIELD_WEAPON);
  set_toll (row, &incident->killed, DATELINE_FIELD_KILLED, DATELINE_FIELD_KILLED_LOW, DATELINE_FIELD_KILLED_HIGH);
  set_toll (row, &incident->injured, DATELINE_FIELD_INJURED, DATELINE_FIELD_INJURED, DATELINE_FIELD_INJURED);
  add_sources (row);
  add_evidence (row);
  g_ptr_array_add (incident->rules, g_strdup (data_sets[row->columns->kind].rule));
  return incident;
}

static DatelineArticle *
build_article (Row *row, const char *fallback_id)
{
  const char      *id = get (row, DATELINE_FIELD_ID);
  gsize            length = row->text->len;
  DatelineArticle *article = dateline_article_new (NULL, g_string_free (row->text, FALSE), length);

  row->text = NULL;
  article->id = id != NULL ? g_strchomp (g_strdup (id)) : g_strdup (fallback_id);
  article->publisher = g_strdup (data_sets[row->columns->kind].name);
  article->title = g_strdup_printf ("%s %s", article->publisher, article->id);
  return article;
}

/**
 * dateline_data_set_read_row:
 * @columns: of a data set of incidents
 * @cells: (element-type utf8): one row
 * @fallback_id: the article's id when the row has none
 * @extraction: (out) (transfer full): the row's incident, or nothing when
 *   it tells of no attack
 *
 * A value that is missing or cannot be read is one that is not known. The
 * type's code being unknown, the incident is an unspecified attack.
 *
 * Returns: (transfer full): the row's note and columns as an article
 */
DatelineArticle *
dateline_data_set_read_row (const DatelineTableColumns *columns, const GPtrArray *cells, const char *fallback_id, DatelineExtraction **extraction)
{
  static const EventType unknown = { DATELINE_TABLE_ARTICLES, "", "unspecified-attack", "mutual" };
  Row                    row = { .columns = columns, .cells = cells, .text = g_string_new (NULL) };
  const EventType       *type = find_event_type (&row);
  const char            *id = get (&row, DATELINE_FIELD_ID);

  *extraction = dateline_extraction_new ();
  (*extraction)->anchor.source = "none";
  (*extraction)->importer = data_sets[columns->kind].name;
  write_text (&row);
  if (type == NULL || strcmp (type->type, "none") != 0)
    {
      DatelineIncident *incident = build_incident (&row, type != NULL ? type : &unknown, id != NULL ? id : fallback_id);

      g_ptr_array_add ((*extraction)->incidents, incident);
      if (dateline_date_interval_is_set (incident->when.interval))
        {
          (*extraction)->anchor.day = dateline_day_at (incident->when.interval.start, incident->when.offset_minutes);
          (*extraction)->anchor.source = "metadata";
        }
    }
  return build_article (&row, fallback_id);
}
