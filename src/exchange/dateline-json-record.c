/* dateline-json-record.c: the incidents of one article, as we wrote them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys are those of dateline-json-writer.c. A record quotes its article
 * and does not hold it: the text is put together from the quotations, each
 * where it stood, with white space between them as long as what it stands
 * for, in bytes and in characters.
 */

#include "config.h"

#include "dateline-json-record.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dateline-exchange-error.h"

typedef struct
{
  DatelineSpan byte;
  DatelineSpan character; /* of the same words; empty when not known */
  char        *text;
  guint        article;
} Quotation;

typedef DatelineJsonRecord  Record;
typedef DatelineJsonScanner Scanner;
typedef void (*ReadMember) (Record *self, Scanner *scanner, const char *key, gpointer target);
typedef void (*ReadItem) (Record *self, Scanner *scanner, gpointer target);

static void
clear_quotation (gpointer data)
{
  g_free (((Quotation *) data)->text);
}

DatelineJsonRecord *
dateline_json_record_new (void)
{
  Record *self = g_new0 (Record, 1);

  self->extraction = dateline_extraction_new ();
  self->ends = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->quotations = g_array_new (FALSE, TRUE, sizeof (Quotation));
  g_array_set_clear_func (self->quotations, clear_quotation);
  return self;
}

void
dateline_json_record_free (DatelineJsonRecord *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->extraction, dateline_extraction_free);
  g_array_unref (self->quotations);
  g_array_unref (self->ends);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self);
}

static void
name_article (Record *self, Scanner *scanner)
{
  g_autofree char *id = dateline_json_scanner_read_string (scanner, NULL);
  guint            number = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id)) : 0;

  if (number > 0)
    self->article = self->named = number - 1;
}

/* What has another type than it should is stepped over. */
static void
read_object (Record *self, Scanner *scanner, ReadMember read, gpointer target)
{
  gboolean first = TRUE;
  guint    around = self->article;

  if (dateline_json_scanner_peek (scanner) != '{')
    {
      dateline_json_scanner_skip (scanner);
      return;
    }
  dateline_json_scanner_expect (scanner, '{');
  self->article = self->first;
  while (dateline_json_scanner_next_member (scanner, &first, '}'))
    {
      g_autofree char *key = dateline_json_scanner_read_string (scanner, NULL);

      if (key == NULL || !dateline_json_scanner_expect (scanner, ':'))
        break;
      if (self->numbers != NULL && (strcmp (key, "article") == 0 || strcmp (key, "n_strikes_article") == 0) && dateline_json_scanner_peek (scanner) == '"')
        name_article (self, scanner);
      else
        read (self, scanner, key, target);
    }
  self->article = around;
}

static void
read_list (Record *self, Scanner *scanner, ReadItem read, gpointer target)
{
  gboolean first = TRUE;

  if (dateline_json_scanner_peek (scanner) != '[')
    {
      dateline_json_scanner_skip (scanner);
      return;
    }
  dateline_json_scanner_expect (scanner, '[');
  while (dateline_json_scanner_next_member (scanner, &first, ']'))
    read (self, scanner, target);
}

static char *
read_string (Scanner *scanner)
{
  if (dateline_json_scanner_peek (scanner) == '"')
    return dateline_json_scanner_read_string (scanner, NULL);
  dateline_json_scanner_skip (scanner);
  return NULL;
}

static void
take_string (Scanner *scanner, char **to)
{
  g_free (*to);
  *to = read_string (scanner);
}

static double
read_number (Scanner *scanner, double otherwise)
{
  char             mark = dateline_json_scanner_peek (scanner);
  g_autofree char *number = NULL;

  if (mark != '-' && !g_ascii_isdigit (mark))
    {
      dateline_json_scanner_skip (scanner);
      return otherwise;
    }
  number = dateline_json_scanner_read_number (scanner);
  return number != NULL ? g_ascii_strtod (number, NULL) : otherwise;
}

static int
read_integer (Scanner *scanner, int least, int most, int otherwise)
{
  double value = read_number (scanner, otherwise);

  return value >= least && value <= most ? (int) value : otherwise;
}

static double
read_share (Scanner *scanner)
{
  double value = read_number (scanner, 0);

  return isfinite (value) ? CLAMP (value, 0, 1) : 0;
}

static gboolean
read_boolean (Scanner *scanner)
{
  gboolean value = dateline_json_scanner_peek (scanner) == 't';

  dateline_json_scanner_skip (scanner);
  return value;
}

typedef struct
{
  guint   n;
  guint32 values[2];
} Pair;

static void
read_pair_item (Record *self, Scanner *scanner, gpointer target)
{
  Pair *pair = target;
  int   value = read_integer (scanner, 0, DATELINE_ARTICLE_MAX_BYTES, 0);

  if (pair->n < 2)
    pair->values[pair->n] = (guint32) value;
  pair->n++;
}

static guint32
get_end (Record *self, guint article)
{
  return article < self->ends->len ? g_array_index (self->ends, guint32, article) : 0;
}

static void
set_end (Record *self, guint article, guint32 end)
{
  if (article >= self->ends->len)
    g_array_set_size (self->ends, article + 1);
  g_array_index (self->ends, guint32, article) = end;
}

static DatelineSpan
read_span (Record *self, Scanner *scanner)
{
  Pair pair = { 0 };

  read_list (self, scanner, read_pair_item, &pair);
  if (pair.n != 2 || pair.values[0] > pair.values[1])
    return (DatelineSpan){ 0, 0 };
  set_end (self, self->article, MAX (get_end (self, self->article), pair.values[1]));
  return (DatelineSpan){ pair.values[0], pair.values[1] };
}

static DatelineProvenance
read_provenance (Record *self, Scanner *scanner)
{
  return (DatelineProvenance){ self->article, read_span (self, scanner) };
}

static void
read_seconds (Scanner *scanner, gint64 *seconds, gint16 *offset_minutes)
{
  g_autofree char      *text = read_string (scanner);
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (time == NULL)
    return;
  *seconds = g_date_time_to_unix (time);
  *offset_minutes = (gint16) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
}

static void
read_time_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineWhen *when = target;

  if (strcmp (key, "start") == 0)
    read_seconds (scanner, &when->interval.start, &when->offset_minutes);
  else if (strcmp (key, "end") == 0)
    read_seconds (scanner, &when->interval.end, &when->offset_minutes);
  else if (strcmp (key, "precision") == 0)
    when->precision = (DatelineDatePrecision) read_integer (scanner, 0, DATELINE_DATE_YEAR, 0);
  else if (strcmp (key, "timezone") == 0)
    {
      g_autofree char *timezone = read_string (scanner);

      when->timezone = g_intern_string (timezone);
    }
  else if (strcmp (key, "assumed") == 0)
    when->assumed = read_boolean (scanner);
  else if (strcmp (key, "confidence") == 0)
    when->confidence = read_share (scanner);
  else if (strcmp (key, "span") == 0)
    when->provenance = read_provenance (self, scanner);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_country (Scanner *scanner, char country[3])
{
  g_autofree char *text = read_string (scanner);

  if (text != NULL && strlen (text) == 2)
    memcpy (country, text, 3);
}

static double
read_degrees (Scanner *scanner, double most)
{
  double value = read_number (scanner, NAN);

  return fabs (value) <= most ? value : NAN;
}

/* Half the way around the earth is the most. */
static double
read_radius_km (Scanner *scanner)
{
  double value = read_number (scanner, 0);

  return CLAMP (value, 0, 20038);
}

static void
read_alternative_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelinePlaceAlternative *alternative = target;

  if (strcmp (key, "id") == 0)
    take_string (scanner, &alternative->id);
  else if (strcmp (key, "name") == 0)
    take_string (scanner, &alternative->name);
  else if (strcmp (key, "country") == 0)
    read_country (scanner, alternative->country);
  else if (strcmp (key, "adm1") == 0)
    take_string (scanner, &alternative->adm1);
  else if (strcmp (key, "lat") == 0)
    alternative->point.lat = read_degrees (scanner, 90);
  else if (strcmp (key, "lon") == 0)
    alternative->point.lon = read_degrees (scanner, 180);
  else if (strcmp (key, "score") == 0)
    alternative->score = read_number (scanner, 0);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_alternative (Record *self, Scanner *scanner, gpointer target)
{
  DatelinePlaceAlternative alternative = { .point = dateline_point_none () };

  read_object (self, scanner, read_alternative_member, &alternative);
  if (!dateline_point_is_set (alternative.point))
    alternative.point = dateline_point_none ();
  dateline_place_add_alternative (target, &alternative);
  g_free (alternative.id);
  g_free (alternative.name);
  g_free (alternative.adm1);
}

static void
read_place_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelinePlace *place = target;

  if (strcmp (key, "name") == 0)
    take_string (scanner, &place->name);
  else if (strcmp (key, "id") == 0)
    take_string (scanner, &place->id);
  else if (strcmp (key, "country") == 0)
    read_country (scanner, place->country);
  else if (strcmp (key, "adm1") == 0)
    take_string (scanner, &place->adm1);
  else if (strcmp (key, "lat") == 0)
    place->point.lat = read_degrees (scanner, 90);
  else if (strcmp (key, "lon") == 0)
    place->point.lon = read_degrees (scanner, 180);
  else if (strcmp (key, "precision") == 0)
    place->precision = (DatelineWherePrecision) read_integer (scanner, 0, DATELINE_WHERE_SEA_OR_AIR, 0);
  else if (strcmp (key, "radius_km") == 0)
    place->radius_km = read_radius_km (scanner);
  else if (strcmp (key, "derived") == 0)
    place->derived = read_boolean (scanner);
  else if (strcmp (key, "role") == 0)
    {
      g_autofree char *role = read_string (scanner);

      place->role = g_strcmp0 (role, dateline_place_role_get_id (DATELINE_PLACE_LAUNCH_ORIGIN)) == 0 ? DATELINE_PLACE_LAUNCH_ORIGIN : DATELINE_PLACE_SITE;
    }
  else if (strcmp (key, "confidence") == 0)
    place->confidence = read_share (scanner);
  else if (strcmp (key, "span") == 0)
    place->provenance = read_provenance (self, scanner);
  else if (strcmp (key, "alternatives") == 0)
    read_list (self, scanner, read_alternative, place);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_place (Record *self, Scanner *scanner, gpointer target)
{
  DatelinePlace place = { .point = dateline_point_none () };

  read_object (self, scanner, read_place_member, &place);
  if (!dateline_point_is_set (place.point))
    place.point = dateline_point_none ();
  g_array_append_val ((GArray *) target, place);
}

static void
read_actor_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineActor   *actor = target;
  g_autofree char *text = NULL;

  if (strcmp (key, "id") == 0)
    take_string (scanner, &actor->id);
  else if (strcmp (key, "name") == 0)
    take_string (scanner, &actor->name);
  else if (strcmp (key, "sponsor") == 0)
    take_string (scanner, &actor->sponsor);
  else if (strcmp (key, "role") == 0)
    {
      text = read_string (scanner);
      for (int role = DATELINE_ACTOR_INITIATOR; role <= DATELINE_ACTOR_PARTICIPANT; role++)
        if (g_strcmp0 (text, dateline_actor_role_get_id ((DatelineActorRole) role)) == 0)
          actor->role = (DatelineActorRole) role;
    }
  else if (strcmp (key, "status") == 0)
    {
      text = read_string (scanner);
      for (int status = DATELINE_ACTOR_ASSERTED; status <= DATELINE_ACTOR_DENIED; status++)
        if (g_strcmp0 (text, dateline_actor_status_get_id ((DatelineActorStatus) status)) == 0)
          actor->status = (DatelineActorStatus) status;
    }
  else if (strcmp (key, "confidence") == 0)
    actor->confidence = read_share (scanner);
  else if (strcmp (key, "span") == 0)
    actor->provenance = read_provenance (self, scanner);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_actor (Record *self, Scanner *scanner, gpointer target)
{
  DatelineActor actor = { .role = DATELINE_ACTOR_PARTICIPANT };

  read_object (self, scanner, read_actor_member, &actor);
  g_array_append_val ((GArray *) target, actor);
}

/* Targets have "text" and "class", weapons "name" and "id". */
static void
read_thing_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineThing *thing = target;

  if (strcmp (key, "text") == 0 || strcmp (key, "name") == 0)
    take_string (scanner, &thing->name);
  else if (strcmp (key, "class") == 0 || strcmp (key, "id") == 0)
    take_string (scanner, &thing->id);
  else if (strcmp (key, "span") == 0)
    thing->provenance = read_provenance (self, scanner);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_thing (Record *self, Scanner *scanner, gpointer target)
{
  DatelineThing thing = { 0 };

  read_object (self, scanner, read_thing_member, &thing);
  g_array_append_val ((GArray *) target, thing);
}

static void
read_claim_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineTollClaim *claim = target;

  if (strcmp (key, "value") == 0)
    {
      int value = read_integer (scanner, 0, G_MAXINT, -1);

      /* Of an open range only one end follows. */
      claim->low = claim->high = value;
    }
  else if (strcmp (key, "low") == 0)
    {
      claim->low = read_integer (scanner, 0, G_MAXINT, -1);
      claim->high = -1;
    }
  else if (strcmp (key, "high") == 0)
    {
      int value = read_integer (scanner, 0, G_MAXINT, -1);

      claim->low = claim->high == claim->low ? -1 : claim->low;
      claim->high = value;
    }
  else if (strcmp (key, "source") == 0)
    take_string (scanner, &claim->source);
  else if (strcmp (key, "span") == 0)
    claim->provenance = read_provenance (self, scanner);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_claim (Record *self, Scanner *scanner, gpointer target)
{
  DatelineTollClaim claim = { -1, -1, NULL, { 0 } };

  read_object (self, scanner, read_claim_member, &claim);
  dateline_toll_add_claim (target, claim.low, claim.high, claim.source, claim.provenance);
  g_free (claim.source);
}

static void
read_toll_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineToll *toll = target;

  if (strcmp (key, "low") == 0)
    toll->low = read_integer (scanner, 0, G_MAXINT, -1);
  else if (strcmp (key, "best") == 0)
    toll->best = read_integer (scanner, 0, G_MAXINT, -1);
  else if (strcmp (key, "high") == 0)
    toll->high = read_integer (scanner, 0, G_MAXINT, -1);
  else if (strcmp (key, "confidence") == 0)
    toll->confidence = read_share (scanner);
  else if (strcmp (key, "claims") == 0)
    read_list (self, scanner, read_claim, toll);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_source_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineSource *source = target;

  if (strcmp (key, "name") == 0)
    take_string (scanner, &source->name);
  else if (strcmp (key, "kind") == 0)
    take_string (scanner, &source->kind);
  else if (strcmp (key, "span") == 0)
    source->provenance = read_provenance (self, scanner);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_source (Record *self, Scanner *scanner, gpointer target)
{
  DatelineSource source = { 0 };

  read_object (self, scanner, read_source_member, &source);
  g_array_append_val ((GArray *) target, source);
}

static void
read_quotation_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  Quotation *quotation = target;
  guint32    end = get_end (self, self->article);

  quotation->article = self->article;
  if (strcmp (key, "byte") == 0 || strcmp (key, "span") == 0)
    quotation->byte = read_span (self, scanner);
  else if (strcmp (key, "char") == 0)
    {
      quotation->character = read_span (self, scanner);
      set_end (self, self->article, end);
    }
  else if (strcmp (key, "text") == 0)
    take_string (scanner, &quotation->text);
  else
    dateline_json_scanner_skip (scanner);
}

/* Keeps a quotation that is as long as it says. */
static void
keep_quotation (Record *self, Quotation *quotation)
{
  gsize length = quotation->byte.end - quotation->byte.begin;

  if (quotation->text != NULL && length > 0 && strlen (quotation->text) == length)
    g_array_append_val (self->quotations, *quotation);
  else
    g_free (quotation->text);
}

static void
read_evidence (Record *self, Scanner *scanner, gpointer target)
{
  Quotation          quotation = { 0 };
  DatelineProvenance provenance = { 0 };

  self->named = self->first;
  read_object (self, scanner, read_quotation_member, &quotation);
  provenance = (DatelineProvenance){ self->named, quotation.byte };
  set_end (self, self->named, MAX (get_end (self, self->named), quotation.byte.end));
  if (!dateline_span_is_empty (provenance.span) || self->numbers != NULL)
    g_array_append_val ((GArray *) target, provenance);
  keep_quotation (self, &quotation);
}

static void
read_text_item (Record *self, Scanner *scanner, gpointer target)
{
  char *text = read_string (scanner);

  if (text != NULL)
    g_ptr_array_add (target, text);
}

static void
read_grade (Scanner *scanner, DatelineIncident *incident)
{
  g_autofree char *text = read_string (scanner);

  for (int grade = DATELINE_GRADE_CONFIRMED; grade <= DATELINE_GRADE_CONTESTED; grade++)
    if (g_strcmp0 (text, dateline_grade_get_id ((DatelineGrade) grade)) == 0)
      incident->grade = (DatelineGrade) grade;
}

static void
read_status (Scanner *scanner, DatelineIncident *incident)
{
  g_autofree char *text = read_string (scanner);

  for (int status = DATELINE_STATUS_UNREVIEWED; status <= DATELINE_STATUS_REJECTED; status++)
    if (g_strcmp0 (text, dateline_status_get_id ((DatelineStatus) status)) == 0)
      incident->status = (DatelineStatus) status;
}

static void
read_tags (Record *self, Scanner *scanner, DatelineIncident *incident)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  read_list (self, scanner, read_text_item, tags);
  g_ptr_array_add (tags, NULL);
  g_strfreev (incident->tags);
  incident->tags = (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

static gboolean
read_what_member (Record *self, Scanner *scanner, const char *key, DatelineIncident *incident)
{
  if (strcmp (key, "id") == 0)
    take_string (scanner, &incident->id);
  else if (strcmp (key, "type") == 0)
    {
      g_autofree char *type = read_string (scanner);

      dateline_incident_type_parse (type, &incident->type);
    }
  else if (strcmp (key, "type_span") == 0)
    incident->type_provenance = read_provenance (self, scanner);
  else if (strcmp (key, "type_confidence") == 0)
    incident->type_confidence = read_share (scanner);
  else if (strcmp (key, "n_strikes") == 0)
    incident->n_strikes = read_integer (scanner, 0, G_MAXINT, -1);
  else if (strcmp (key, "n_strikes_span") == 0)
    incident->n_strikes_provenance = read_provenance (self, scanner);
  else if (strcmp (key, "background") == 0)
    incident->background = read_boolean (scanner);
  else if (strcmp (key, "confidence") == 0)
    incident->confidence = read_share (scanner);
  else if (strcmp (key, "grade") == 0)
    read_grade (scanner, incident);
  else if (strcmp (key, "status") == 0)
    read_status (scanner, incident);
  else if (strcmp (key, "note") == 0)
    take_string (scanner, &incident->note);
  else
    return FALSE;
  return TRUE;
}

static void
read_incident_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineIncident *incident = target;

  if (read_what_member (self, scanner, key, incident))
    return;
  if (strcmp (key, "time") == 0)
    read_object (self, scanner, read_time_member, &incident->when);
  else if (strcmp (key, "places") == 0)
    read_list (self, scanner, read_place, incident->places);
  else if (strcmp (key, "actors") == 0)
    read_list (self, scanner, read_actor, incident->actors);
  else if (strcmp (key, "targets") == 0)
    read_list (self, scanner, read_thing, incident->targets);
  else if (strcmp (key, "weapons") == 0)
    read_list (self, scanner, read_thing, incident->weapons);
  else if (strcmp (key, "killed") == 0)
    read_object (self, scanner, read_toll_member, &incident->killed);
  else if (strcmp (key, "injured") == 0)
    read_object (self, scanner, read_toll_member, &incident->injured);
  else if (strcmp (key, "sources") == 0)
    read_list (self, scanner, read_source, incident->sources);
  else if (strcmp (key, "evidence") == 0)
    read_list (self, scanner, read_evidence, incident->evidence);
  else if (strcmp (key, "rules") == 0)
    read_list (self, scanner, read_text_item, incident->rules);
  else if (strcmp (key, "explain") == 0)
    read_list (self, scanner, read_text_item, incident->explanations);
  else if (strcmp (key, "tags") == 0)
    read_tags (self, scanner, incident);
  else
    dateline_json_scanner_skip (scanner);
}

static void
read_incident (Record *self, Scanner *scanner, gpointer target)
{
  DatelineIncident *incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);

  read_object (self, scanner, read_incident_member, incident);
  if (incident->when.interval.start == G_MININT64 || incident->when.interval.end <= incident->when.interval.start)
    incident->when.interval = DATELINE_DATE_INTERVAL_NONE;
  g_ptr_array_add (self->extraction->incidents, incident);
}

/**
 * dateline_json_record_read_incident:
 * @self: a record
 * @scanner: before an incident's object
 */
void
dateline_json_record_read_incident (DatelineJsonRecord *self, DatelineJsonScanner *scanner)
{
  read_incident (self, scanner, NULL);
}

/**
 * dateline_json_record_read_incidents:
 * @self: a record
 * @scanner: before the value of "incidents"
 *
 * A value that is missing or of the wrong type is one that is not known.
 */
void
dateline_json_record_read_incidents (DatelineJsonRecord *self, DatelineJsonScanner *scanner)
{
  read_list (self, scanner, read_incident, NULL);
}

typedef struct
{
  Quotation quotation;
  char     *reason;
} Rejected;

static void
read_rejected_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  Rejected *rejected = target;

  if (strcmp (key, "reason") == 0)
    take_string (scanner, &rejected->reason);
  else
    read_quotation_member (self, scanner, key, &rejected->quotation);
}

static void
read_rejection (Record *self, Scanner *scanner, gpointer target)
{
  Rejected          rejected = { 0 };
  DatelineRejection rejection;

  read_object (self, scanner, read_rejected_member, &rejected);
  rejection = (DatelineRejection){ g_intern_string (rejected.reason), rejected.quotation.byte };
  if (rejection.reason != NULL)
    g_array_append_val (self->extraction->rejected, rejection);
  g_free (rejected.reason);
  keep_quotation (self, &rejected.quotation);
}

/**
 * dateline_json_record_read_rejected:
 * @self: a record
 * @scanner: before the value of "rejected"
 */
void
dateline_json_record_read_rejected (DatelineJsonRecord *self, DatelineJsonScanner *scanner)
{
  read_list (self, scanner, read_rejection, NULL);
}

static void
read_anchor_member (Record *self, Scanner *scanner, const char *key, gpointer target)
{
  DatelineAnchor  *anchor = &self->extraction->anchor;
  g_autofree char *text = NULL;
  const char      *rest;

  if (strcmp (key, "date") == 0)
    {
      text = read_string (scanner);
      anchor->day = text != NULL ? dateline_day_parse (text, &rest) : DATELINE_DAY_NONE;
    }
  else if (strcmp (key, "source") == 0)
    {
      text = read_string (scanner);
      anchor->source = text != NULL ? g_intern_string (text) : "none";
    }
  else if (strcmp (key, "reason") == 0)
    take_string (scanner, &anchor->reason);
  else if (strcmp (key, "span") == 0)
    anchor->span = read_span (self, scanner);
  else
    dateline_json_scanner_skip (scanner);
}

/**
 * dateline_json_record_read_anchor:
 * @self: a record
 * @scanner: before the value of "anchor"
 */
void
dateline_json_record_read_anchor (DatelineJsonRecord *self, DatelineJsonScanner *scanner)
{
  read_object (self, scanner, read_anchor_member, NULL);
}

static int
compare_quotations (gconstpointer a, gconstpointer b)
{
  const Quotation *x = a, *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->byte.begin != y->byte.begin)
    return x->byte.begin < y->byte.begin ? -1 : 1;
  return x->byte.end < y->byte.end ? 1 : x->byte.end > y->byte.end ? -1
                                                                   : 0;
}

/* White space of @n_bytes in @n_chars characters, as nearly as can be. */
static void
append_gap (GString *text, gsize n_bytes, gsize n_chars)
{
  static const char *const spaces[] = { " ", "\xc2\xa0", "\xe2\x80\x83", "\xf3\xa0\x80\xa0" };

  if (n_chars == 0 || n_chars > n_bytes || n_bytes > 4 * n_chars)
    n_chars = n_bytes;
  for (; n_chars > 0; n_chars--)
    {
      gsize width = (n_bytes + n_chars - 1) / n_chars;

      g_string_append (text, spaces[width - 1]);
      n_bytes -= width;
    }
}

static gboolean
is_whole (const GString *text, DatelineSpan span)
{
  return (text->str[span.begin] & 0xc0) != 0x80 && (text->str[span.end] & 0xc0) != 0x80;
}

/* Leaves out what would cut a character in two. */
static void
drop_cut_spans (Record *self, const GString *text)
{
  for (guint i = 0; i < self->extraction->incidents->len; i++)
    {
      GArray *evidence = ((DatelineIncident *) g_ptr_array_index (self->extraction->incidents, i))->evidence;

      for (guint j = evidence->len; j > 0; j--)
        if (!is_whole (text, g_array_index (evidence, DatelineProvenance, j - 1).span))
          g_array_remove_index (evidence, j - 1);
    }
  for (guint i = self->extraction->rejected->len; i > 0; i--)
    if (!is_whole (text, g_array_index (self->extraction->rejected, DatelineRejection, i - 1).span))
      g_array_remove_index (self->extraction->rejected, i - 1);
}

/**
 * dateline_json_record_restore_text:
 * @self: a record that was read
 * @article: which of its articles, each asked for once and in their order;
 *   0 for the only one
 * @length: (out): bytes of the text
 *
 * Returns: (transfer full) (nullable): a text in which every quotation
 *   stands where it stood; %NULL when they contradict one another
 */
char *
dateline_json_record_restore_text (DatelineJsonRecord *self, guint article, gsize *length)
{
  GString *text = g_string_new (NULL);
  gsize    n_chars = 0;

  if (self->next == 0)
    g_array_sort (self->quotations, compare_quotations);
  for (; self->next < self->quotations->len; self->next++)
    {
      const Quotation *quotation = &g_array_index (self->quotations, Quotation, self->next);
      gsize            skip;

      if (quotation->article > article)
        break;
      if (quotation->byte.begin > text->len)
        append_gap (text, quotation->byte.begin - text->len,
                    quotation->character.begin > n_chars ? quotation->character.begin - n_chars : 0);
      if (quotation->byte.end <= text->len)
        continue;
      skip = text->len - quotation->byte.begin;
      g_string_append (text, quotation->text + skip);
      n_chars = !dateline_span_is_empty (quotation->character) ? quotation->character.end : (gsize) g_utf8_strlen (text->str, -1);
    }
  if (get_end (self, article) > text->len)
    append_gap (text, get_end (self, article) - text->len, 0);

  if (text->len == 0)
    g_string_append_c (text, ' ');
  *length = text->len;
  if (!g_utf8_validate_len (text->str, text->len, NULL) || text->len > DATELINE_ARTICLE_MAX_BYTES)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  if (self->numbers == NULL)
    drop_cut_spans (self, text);
  return g_string_free (text, FALSE);
}

static double
round_to (double value, double unit)
{
  return isfinite (value) ? round (value * unit) / unit : value;
}

/**
 * dateline_json_record_round:
 * @incident: an incident
 *
 * Rounds its values to the decimals that a record has, so that what is
 * made of it is the same whether it was written and read in between.
 */
void
dateline_json_record_round (DatelineIncident *incident)
{
  incident->confidence = round_to (incident->confidence, 1e3);
  incident->type_confidence = round_to (incident->type_confidence, 1e3);
  incident->when.confidence = round_to (incident->when.confidence, 1e3);
  incident->killed.confidence = round_to (incident->killed.confidence, 1e3);
  incident->injured.confidence = round_to (incident->injured.confidence, 1e3);
  for (guint i = 0; i < incident->actors->len; i++)
    {
      DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      actor->confidence = round_to (actor->confidence, 1e3);
    }
  for (guint i = 0; i < incident->places->len; i++)
    {
      DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      place->point.lat = round_to (place->point.lat, 1e5);
      place->point.lon = round_to (place->point.lon, 1e5);
      place->radius_km = round_to (place->radius_km, 1e2);
      place->confidence = round_to (place->confidence, 1e3);
    }
}
