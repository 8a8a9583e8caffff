/* dateline-incident.h: one incident, every value with the words it came from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-date.h"
#include "dateline-incident-type.h"
#include "dateline-point.h"
#include "dateline-precision.h"
#include "dateline-scratch.h"
#include "dateline-span.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_PLACE_SITE,
  DATELINE_PLACE_LAUNCH_ORIGIN
} DatelinePlaceRole;

typedef enum
{
  DATELINE_ACTOR_INITIATOR,
  DATELINE_ACTOR_TARGET,
  DATELINE_ACTOR_PARTICIPANT
} DatelineActorRole;

typedef enum
{
  DATELINE_ACTOR_ASSERTED,
  DATELINE_ACTOR_CLAIMED,
  DATELINE_ACTOR_ALLEGED,
  DATELINE_ACTOR_DENIED
} DatelineActorStatus;

/* A suggestion by the number and kind of independent sources, after
 * Airwars' harm gradings; the analyst decides. */
typedef enum
{
  DATELINE_GRADE_CONFIRMED,
  DATELINE_GRADE_FAIR,
  DATELINE_GRADE_WEAK,
  DATELINE_GRADE_CONTESTED
} DatelineGrade;

/* What an analyst decided. */
typedef enum
{
  DATELINE_STATUS_UNREVIEWED,
  DATELINE_STATUS_ACCEPTED,
  DATELINE_STATUS_CORRECTED,
  DATELINE_STATUS_REJECTED
} DatelineStatus;

/* Another place that the same name could be. */
typedef struct
{
  char         *id;
  char         *name;
  char          country[3];
  char         *adm1;
  DatelinePoint point;
  double        score;
} DatelinePlaceAlternative;

typedef struct
{
  char                  *name;       /* the gazetteer's English name, or the text's own */
  char                  *id;         /* the gazetteer's; NULL for a place anchored to its container */
  char                   country[3]; /* ISO 3166-1 alpha-2, "" when none */
  char                  *adm1;
  DatelinePoint          point;
  DatelineWherePrecision precision;
  double                 radius_km;
  gboolean               derived; /* the point was computed ("20 km west of …") */
  DatelinePlaceRole      role;
  double                 confidence; /* 0–1 */
  DatelineProvenance     provenance;
  GArray                *alternatives; /* DatelinePlaceAlternative, best first; NULL when none */
} DatelinePlace;

typedef struct
{
  DatelineDateInterval  interval;
  DatelineDatePrecision precision;
  gint16                offset_minutes; /* of the zone it is told in */
  const char           *timezone;       /* IANA name, interned; NULL when unknown */
  gboolean              assumed;        /* rests on the article's own date alone */
  DatelineProvenance    provenance;     /* empty when assumed */
  double                confidence;     /* 0–1; 0 when nobody rated it */
} DatelineWhen;

typedef struct
{
  char               *id; /* the lexicon's; NULL for a name the lexicon does not know */
  char               *name;
  char               *sponsor; /* "Iran" in "Iran-backed"; not an actor of the event */
  DatelineActorRole   role;
  DatelineActorStatus status;
  double              confidence;
  DatelineProvenance  provenance;
} DatelineActor;

/* A target or a weapon. */
typedef struct
{
  char              *id; /* class in the lexicon: "headquarters", "ballistic-missile" */
  char              *name;
  DatelineProvenance provenance;
} DatelineThing;

typedef struct
{
  int                low; /* −1 when open */
  int                high;
  char              *source; /* NULL when the text names none */
  DatelineProvenance provenance;
} DatelineTollClaim;

/* Numbers are −1 when unknown; low ≤ best ≤ high where they are known. */
typedef struct
{
  int     low;
  int     best;
  int     high;
  double  confidence; /* of the best, 0–1; 0 when nobody rated it */
  GArray *claims;     /* DatelineTollClaim; NULL when none */
} DatelineToll;

typedef struct
{
  char              *name;
  char              *kind; /* official, military, medical, monitor, media, resident, belligerent, anonymous */
  DatelineProvenance provenance;
} DatelineSource;

typedef struct
{
  char                *id;
  DatelineIncidentType type;
  DatelineProvenance   type_provenance;
  double               type_confidence; /* 0–1; 0 when nobody rated it */
  DatelineWhen         when;
  GArray              *places;  /* DatelinePlace, sites first */
  GArray              *actors;  /* DatelineActor */
  GArray              *targets; /* DatelineThing */
  GArray              *weapons; /* DatelineThing */
  DatelineToll         killed;
  DatelineToll         injured;
  int                  n_strikes; /* −1 when unknown */
  DatelineProvenance   n_strikes_provenance;
  GArray              *sources;  /* DatelineSource */
  GArray              *evidence; /* DatelineProvenance, in text order */
  gboolean             background;
  double               confidence; /* 0–1 */
  DatelineGrade        grade;
  GPtrArray           *rules;        /* char *, names of the rules that fired */
  GPtrArray           *explanations; /* char *, sentences for --explain; empty otherwise */

  /* The analyst's, where they go along: in exports, and in what is read
   * from them. */
  DatelineStatus status;
  char          *note; /* NULL for none */
  char         **tags; /* NULL for none */
} DatelineIncident;

typedef void (*DatelineProvenanceFunc) (DatelineProvenance *provenance, gpointer user_data);

DatelineIncident    *dateline_incident_new (DatelineIncidentType type);
DatelineIncident    *dateline_incident_new_in (DatelineScratch *scratch, DatelineIncidentType type);
DatelineIncident    *dateline_incident_copy (const DatelineIncident *self);
void                 dateline_incident_free (DatelineIncident *self);
const DatelinePlace *dateline_incident_get_site (const DatelineIncident *self);
const DatelineActor *dateline_incident_get_actor (const DatelineIncident *self, DatelineActorRole role);
void                 dateline_incident_set_article (DatelineIncident *self, gint64 article);
void                 dateline_incident_foreach_provenance (DatelineIncident *self, DatelineProvenanceFunc func, gpointer user_data);
void                 dateline_place_add_alternative (DatelinePlace *self, const DatelinePlaceAlternative *alternative);
void                 dateline_toll_add_claim (DatelineToll *self, int low, int high, const char *source, DatelineProvenance provenance);

const char *dateline_place_role_get_id (DatelinePlaceRole role);
const char *dateline_actor_role_get_id (DatelineActorRole role);
const char *dateline_actor_status_get_id (DatelineActorStatus status);
const char *dateline_grade_get_id (DatelineGrade grade);
const char *dateline_status_get_id (DatelineStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineIncident, dateline_incident_free)

G_END_DECLS
