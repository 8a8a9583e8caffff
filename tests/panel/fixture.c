/* fixture.c: a session with hand-made incidents of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

/* Names with letters of two and three bytes, so that bytes and characters
 * part ways before the evidence begins. */
const char *const fixture_text =
  "BAGHDĀD — “We shall see,” said the spokesman on the evening of the Ḥajj — القائم.\n"
  "\n"
  "On Jan. 24 at 12:15 a.m. U.S. forces carried out airstrikes on three\n"
  "facilities of Kataib Hezbollah near al-Qa’im, killing at least 3 fighters with precision-guided bombs.\n"
  "A day before, strikes hit Houthi targets in Yemen.\n"
  "An attack was also reported.\n";

static const char strike_sentence[] =
  "On Jan. 24 at 12:15 a.m. U.S. forces carried out airstrikes on three\n"
  "facilities of Kataib Hezbollah near al-Qa’im, killing at least 3 fighters with precision-guided bombs.";

/* The first occurrence of @words, in bytes. */
DatelineSpan
fixture_find (const char *text, const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (DatelineSpan){ (guint32) (found - text), (guint32) (found - text + strlen (words)) };
}

static DatelineProvenance
words (const char *text)
{
  return (DatelineProvenance){ 0, fixture_find (fixture_text, text) };
}

static void
add_place (DatelineIncident *incident, const char *name, const char *adm1, const char *country, DatelinePoint point, DatelineWherePrecision precision, const char *text)
{
  DatelinePlace place = { 0 };

  place.name = g_strdup (name);
  place.adm1 = g_strdup (adm1);
  g_strlcpy (place.country, country, sizeof place.country);
  place.point = point;
  place.precision = precision;
  place.radius_km = precision == DATELINE_WHERE_NEAR ? 25 : 0;
  place.confidence = 0.9;
  place.provenance = words (text);
  g_array_append_val (incident->places, place);
}

static void
add_actor (DatelineIncident *incident, const char *name, const char *sponsor, DatelineActorRole role, DatelineActorStatus status, const char *text)
{
  DatelineActor actor = { 0 };

  actor.name = g_strdup (name);
  actor.sponsor = g_strdup (sponsor);
  actor.role = role;
  actor.status = status;
  actor.confidence = 0.9;
  actor.provenance = words (text);
  g_array_append_val (incident->actors, actor);
}

static void
add_thing (GArray *things, const char *name, const char *text)
{
  DatelineThing thing = { NULL, g_strdup (name), words (text) };

  g_array_append_val (things, thing);
}

static DatelineIncident *
strike_new (void)
{
  DatelineIncident  *incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineProvenance evidence = words (strike_sentence);

  incident->type_provenance = words ("airstrikes");
  incident->when.interval = (DatelineDateInterval){ 1706044500, 1706044560 };
  incident->when.precision = DATELINE_DATE_DAY;
  incident->when.offset_minutes = 180;
  incident->when.provenance = words ("Jan. 24 at 12:15 a.m.");
  add_place (incident, "al-Qa’im", "Anbar", "IQ", (DatelinePoint){ 34.369, 41.094 }, DATELINE_WHERE_NEAR, "al-Qa’im");
  add_actor (incident, "United States", NULL, DATELINE_ACTOR_INITIATOR, DATELINE_ACTOR_CLAIMED, "U.S. forces");
  add_actor (incident, "Kataib Hezbollah", "Iran", DATELINE_ACTOR_TARGET, DATELINE_ACTOR_ASSERTED, "Kataib Hezbollah");
  add_thing (incident->targets, "facilities", "facilities");
  add_thing (incident->weapons, "guided bombs", "precision-guided bombs");
  incident->killed.low = 3;
  incident->killed.best = 3;
  dateline_toll_add_claim (&incident->killed, 3, -1, NULL, words ("at least 3"));
  g_array_append_val (incident->evidence, evidence);
  incident->confidence = 0.9;

  return incident;
}

static DatelineIncident *
country_new (void)
{
  DatelineIncident  *incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineProvenance evidence = words ("A day before, strikes hit Houthi targets in Yemen.");

  incident->type_provenance = words ("strikes hit");
  incident->when.interval = dateline_date_interval_for_days (dateline_day_new (2024, 1, 22), dateline_day_new (2024, 1, 22), 180);
  incident->when.precision = DATELINE_DATE_DAY;
  incident->when.offset_minutes = 180;
  incident->when.assumed = TRUE;
  incident->background = TRUE;
  add_place (incident, "Yemen", NULL, "YE", (DatelinePoint){ 15.5, 47.5 }, DATELINE_WHERE_COUNTRY, "Yemen");
  add_actor (incident, "Houthis", NULL, DATELINE_ACTOR_TARGET, DATELINE_ACTOR_ASSERTED, "Houthi");
  g_array_append_val (incident->evidence, evidence);

  return incident;
}

static DatelineIncident *
unknown_new (void)
{
  DatelineIncident  *incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);
  DatelineProvenance evidence = words ("An attack was also reported.");

  incident->type_provenance = words ("attack");
  g_array_append_val (incident->evidence, evidence);

  return incident;
}

/**
 * fixture_fill:
 * @store: an empty store
 *
 * Adds the fixture's article and its incidents.
 */
void
fixture_fill (DatelineStore *store)
{
  g_autoptr (GError)             error = NULL;
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (DatelineArticle)    article = dateline_article_new ("fixture", g_strdup (fixture_text), strlen (fixture_text));
  article->title = g_strdup ("Strikes in Iraq’s west");
  article->publisher = g_strdup ("The Example");
  article->url = g_strdup ("https://example.org/strikes");
  article->published = g_strdup ("2024-01-24");
  article->published_day = dateline_day_new (2024, 1, 24);
  extraction->anchor.day = article->published_day;
  g_ptr_array_add (extraction->incidents, strike_new ());
  g_ptr_array_add (extraction->incidents, country_new ());
  g_ptr_array_add (extraction->incidents, unknown_new ());

  dateline_store_begin (store, &error);
  g_assert_no_error (error);
  dateline_store_add_extraction (store, article, extraction, &error);
  g_assert_no_error (error);
  dateline_store_commit (store, &error);
  g_assert_no_error (error);
}

/* The panel shows what it is given: the engine's way is tested with it. */
static DatelineIncident *
fuse_first (DatelineStore *store, GPtrArray *reports)
{
  return dateline_incident_copy (g_ptr_array_index (reports, 0));
}

/**
 * fixture_session_new:
 *
 * Returns: (transfer full): a session over a store in memory
 */
DatelineSession *
fixture_session_new (void)
{
  g_autoptr (GError) error = NULL;
  DatelineStore     *store = dateline_store_open (NULL, &error);
  DatelineSession   *session;

  g_assert_no_error (error);
  fixture_fill (store);
  session = dateline_session_new (store);
  dateline_session_set_fuse (session, fuse_first);
  return session;
}
