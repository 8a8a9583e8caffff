/* test-round-trip.c: what goes into the project file comes out the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "dateline-store.h"

static void
assert_spans_equal (DatelineSpan a, DatelineSpan b)
{
  g_assert_cmpuint (a.begin, ==, b.begin);
  g_assert_cmpuint (a.end, ==, b.end);
}

static void
assert_provenances_equal (DatelineProvenance a, DatelineProvenance b)
{
  g_assert_cmpint (a.article, ==, b.article);
  assert_spans_equal (a.span, b.span);
}

static void
assert_points_equal (DatelinePoint a, DatelinePoint b)
{
  g_assert_cmpint (isnan (a.lat), ==, isnan (b.lat));
  g_assert_cmpint (isnan (a.lon), ==, isnan (b.lon));
  if (!isnan (a.lat))
    g_assert_cmpfloat (a.lat, ==, b.lat);
  if (!isnan (a.lon))
    g_assert_cmpfloat (a.lon, ==, b.lon);
}

static void
assert_alternatives_equal (GArray *a, GArray *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a == NULL)
    return;

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DatelinePlaceAlternative *p = &g_array_index (a, DatelinePlaceAlternative, i);
      const DatelinePlaceAlternative *q = &g_array_index (b, DatelinePlaceAlternative, i);

      g_assert_cmpstr (p->id, ==, q->id);
      g_assert_cmpstr (p->name, ==, q->name);
      g_assert_cmpstr (p->country, ==, q->country);
      g_assert_cmpstr (p->adm1, ==, q->adm1);
      assert_points_equal (p->point, q->point);
      g_assert_cmpfloat (p->score, ==, q->score);
    }
}

static void
assert_places_equal (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DatelinePlace *p = &g_array_index (a, DatelinePlace, i);
      const DatelinePlace *q = &g_array_index (b, DatelinePlace, i);

      g_assert_cmpstr (p->name, ==, q->name);
      g_assert_cmpstr (p->id, ==, q->id);
      g_assert_cmpstr (p->country, ==, q->country);
      g_assert_cmpstr (p->adm1, ==, q->adm1);
      assert_points_equal (p->point, q->point);
      g_assert_cmpint (p->precision, ==, q->precision);
      g_assert_cmpfloat (p->radius_km, ==, q->radius_km);
      g_assert_cmpint (p->derived, ==, q->derived);
      g_assert_cmpint (p->role, ==, q->role);
      g_assert_cmpfloat (p->confidence, ==, q->confidence);
      assert_provenances_equal (p->provenance, q->provenance);
      assert_alternatives_equal (p->alternatives, q->alternatives);
    }
}

static void
assert_actors_equal (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DatelineActor *p = &g_array_index (a, DatelineActor, i);
      const DatelineActor *q = &g_array_index (b, DatelineActor, i);

      g_assert_cmpstr (p->id, ==, q->id);
      g_assert_cmpstr (p->name, ==, q->name);
      g_assert_cmpstr (p->sponsor, ==, q->sponsor);
      g_assert_cmpint (p->role, ==, q->role);
      g_assert_cmpint (p->status, ==, q->status);
      g_assert_cmpfloat (p->confidence, ==, q->confidence);
      assert_provenances_equal (p->provenance, q->provenance);
    }
}

static void
assert_things_equal (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DatelineThing *p = &g_array_index (a, DatelineThing, i);
      const DatelineThing *q = &g_array_index (b, DatelineThing, i);

      g_assert_cmpstr (p->id, ==, q->id);
      g_assert_cmpstr (p->name, ==, q->name);
      assert_provenances_equal (p->provenance, q->provenance);
    }
}

static void
assert_tolls_equal (const DatelineToll *a, const DatelineToll *b)
{
  g_assert_cmpint (a->low, ==, b->low);
  g_assert_cmpint (a->best, ==, b->best);
  g_assert_cmpint (a->high, ==, b->high);
  g_assert_cmpint (a->claims == NULL, ==, b->claims == NULL);
  if (a->claims == NULL)
    return;

  g_assert_cmpuint (a->claims->len, ==, b->claims->len);
  for (guint i = 0; i < a->claims->len; i++)
    {
      const DatelineTollClaim *p = &g_array_index (a->claims, DatelineTollClaim, i);
      const DatelineTollClaim *q = &g_array_index (b->claims, DatelineTollClaim, i);

      g_assert_cmpint (p->low, ==, q->low);
      g_assert_cmpint (p->high, ==, q->high);
      g_assert_cmpstr (p->source, ==, q->source);
      assert_provenances_equal (p->provenance, q->provenance);
    }
}

static void
assert_sources_equal (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DatelineSource *p = &g_array_index (a, DatelineSource, i);
      const DatelineSource *q = &g_array_index (b, DatelineSource, i);

      g_assert_cmpstr (p->name, ==, q->name);
      g_assert_cmpstr (p->kind, ==, q->kind);
      assert_provenances_equal (p->provenance, q->provenance);
    }
}

static void
assert_strings_equal (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (a->pdata[i], ==, b->pdata[i]);
}

static void
assert_incidents_equal (const DatelineIncident *a, const DatelineIncident *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->type, ==, b->type);
  assert_provenances_equal (a->type_provenance, b->type_provenance);
  g_assert_cmpint (a->when.interval.start, ==, b->when.interval.start);
  g_assert_cmpint (a->when.interval.end, ==, b->when.interval.end);
  g_assert_cmpint (a->when.precision, ==, b->when.precision);
  g_assert_cmpint (a->when.offset_minutes, ==, b->when.offset_minutes);
  g_assert_cmpstr (a->when.timezone, ==, b->when.timezone);
  g_assert_cmpint (a->when.assumed, ==, b->when.assumed);
  assert_provenances_equal (a->when.provenance, b->when.provenance);
  assert_places_equal (a->places, b->places);
  assert_actors_equal (a->actors, b->actors);
  assert_things_equal (a->targets, b->targets);
  assert_things_equal (a->weapons, b->weapons);
  assert_tolls_equal (&a->killed, &b->killed);
  assert_tolls_equal (&a->injured, &b->injured);
  g_assert_cmpint (a->n_strikes, ==, b->n_strikes);
  assert_provenances_equal (a->n_strikes_provenance, b->n_strikes_provenance);
  assert_sources_equal (a->sources, b->sources);
  g_assert_cmpuint (a->evidence->len, ==, b->evidence->len);
  for (guint i = 0; i < a->evidence->len; i++)
    assert_provenances_equal (g_array_index (a->evidence, DatelineProvenance, i),
                              g_array_index (b->evidence, DatelineProvenance, i));
  g_assert_cmpint (a->background, ==, b->background);
  g_assert_cmpfloat (a->confidence, ==, b->confidence);
  g_assert_cmpfloat (a->type_confidence, ==, b->type_confidence);
  g_assert_cmpfloat (a->when.confidence, ==, b->when.confidence);
  g_assert_cmpfloat (a->killed.confidence, ==, b->killed.confidence);
  g_assert_cmpfloat (a->injured.confidence, ==, b->injured.confidence);
  g_assert_cmpint (a->grade, ==, b->grade);
  assert_strings_equal (a->rules, b->rules);
  assert_strings_equal (a->explanations, b->explanations);
}

static DatelineProvenance
random_provenance (GRand *random)
{
  guint32 begin = (guint32) g_rand_int_range (random, 0, 1000000);

  return (DatelineProvenance){ 0, { begin, begin + (guint32) g_rand_int_range (random, 0, 200) } };
}

/* NULL, empty, plain, or with all that could trip SQL. */
static char *
random_text (GRand *random)
{
  static const char *const texts[] = { NULL, "", "Ain al-Asad", "عين الأسد", "O'Neill \"); DROP TABLE article; --", "1", "0.5", "NULL", "line\nbreak\ttab" };

  return g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
}

static DatelinePoint
random_point (GRand *random)
{
  if (g_rand_int_range (random, 0, 4) == 0)
    return dateline_point_none ();
  return (DatelinePoint){ g_rand_double_range (random, -90, 90), g_rand_double_range (random, -180, 180) };
}

static void
random_country (GRand *random, char country[3])
{
  static const char *const countries[] = { "", "IQ", "SY", "YE" };

  g_strlcpy (country, countries[g_rand_int_range (random, 0, G_N_ELEMENTS (countries))], 3);
}

static void
add_random_alternatives (GRand *random, DatelinePlace *place)
{
  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      g_autofree char         *id = random_text (random);
      g_autofree char         *name = random_text (random);
      g_autofree char         *adm1 = random_text (random);
      DatelinePlaceAlternative alternative = { id, name, "", adm1, random_point (random), g_rand_double (random) };

      random_country (random, alternative.country);
      dateline_place_add_alternative (place, &alternative);
    }
}

static void
add_random_places (GRand *random, DatelineIncident *incident)
{
  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      DatelinePlace place = { 0 };

      place.name = random_text (random);
      place.id = random_text (random);
      random_country (random, place.country);
      place.adm1 = random_text (random);
      place.point = random_point (random);
      place.precision = g_rand_int_range (random, 0, 8);
      place.radius_km = g_rand_double_range (random, 0, 500);
      place.derived = g_rand_boolean (random);
      place.role = g_rand_int_range (random, 0, 2);
      place.confidence = g_rand_double (random);
      place.provenance = random_provenance (random);
      add_random_alternatives (random, &place);
      g_array_append_val (incident->places, place);
    }
}

static void
add_random_actors (GRand *random, DatelineIncident *incident)
{
  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      DatelineActor actor = { random_text (random), random_text (random), random_text (random) };

      actor.role = g_rand_int_range (random, 0, 3);
      actor.status = g_rand_int_range (random, 0, 4);
      actor.confidence = g_rand_double (random);
      actor.provenance = random_provenance (random);
      g_array_append_val (incident->actors, actor);
    }
}

static void
add_random_things (GRand *random, GArray *things)
{
  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      DatelineThing thing = { random_text (random), random_text (random), random_provenance (random) };

      g_array_append_val (things, thing);
    }
}

static void
add_random_toll (GRand *random, DatelineToll *toll)
{
  toll->low = g_rand_int_range (random, -1, 5);
  toll->best = g_rand_int_range (random, -1, 50);
  toll->high = g_rand_int_range (random, -1, 100000);
  for (int n = g_rand_int_range (random, 0, 3); n > 0; n--)
    {
      g_autofree char *source = random_text (random);

      dateline_toll_add_claim (toll, g_rand_int_range (random, -1, 9), g_rand_int_range (random, -1, 9), source, random_provenance (random));
    }
}

static void
add_random_words (GRand *random, DatelineIncident *incident)
{
  for (int n = g_rand_int_range (random, 0, 3); n > 0; n--)
    {
      DatelineSource     source = { random_text (random), random_text (random), random_provenance (random) };
      DatelineProvenance evidence = random_provenance (random);

      g_array_append_val (incident->sources, source);
      g_array_append_val (incident->evidence, evidence);
      g_ptr_array_add (incident->rules, g_strdup_printf ("rule-%d", n));
      g_ptr_array_add (incident->explanations, g_strdup_printf ("Because of “%d”.", n));
    }
}

static void
set_random_when (GRand *random, DatelineWhen *when)
{
  static const char *const zones[] = { NULL, "Asia/Baghdad", "Asia/Aden" };

  if (g_rand_int_range (random, 0, 4) > 0)
    {
      when->interval.start = (gint64) g_rand_int (random) * 20 - 60000000000;
      when->interval.end = when->interval.start + g_rand_int_range (random, 0, 400 * 86400);
    }
  when->precision = g_rand_int_range (random, 0, 6);
  when->offset_minutes = (gint16) g_rand_int_range (random, -720, 841);
  when->timezone = zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))];
  when->assumed = g_rand_boolean (random);
  when->provenance = random_provenance (random);
}

static DatelineIncident *
random_incident (GRand *random)
{
  DatelineIncident *incident = dateline_incident_new (g_rand_int_range (random, 0, DATELINE_N_INCIDENT_TYPES));

  incident->id = random_text (random);
  incident->type_provenance = random_provenance (random);
  set_random_when (random, &incident->when);
  add_random_places (random, incident);
  add_random_actors (random, incident);
  add_random_things (random, incident->targets);
  add_random_things (random, incident->weapons);
  add_random_toll (random, &incident->killed);
  add_random_toll (random, &incident->injured);
  incident->n_strikes = g_rand_int_range (random, -1, 100);
  incident->n_strikes_provenance = random_provenance (random);
  add_random_words (random, incident);
  incident->background = g_rand_boolean (random);
  incident->confidence = g_rand_double (random);
  incident->type_confidence = g_rand_double (random);
  incident->when.confidence = g_rand_double (random);
  incident->killed.confidence = g_rand_double (random);
  incident->injured.confidence = g_rand_double (random);
  incident->grade = g_rand_int_range (random, 0, 4);

  return incident;
}

static DatelineArticle *
new_article (const char *text)
{
  return dateline_article_new (NULL, g_strdup (text), strlen (text));
}

static DatelineStore *
new_store (void)
{
  g_autoptr (GError) error = NULL;
  DatelineStore     *store = dateline_store_open (NULL, &error);

  g_assert_no_error (error);
  return store;
}

static gint64
add (DatelineStore *store, const DatelineArticle *article, const DatelineExtraction *extraction)
{
  g_autoptr (GError) error = NULL;
  gint64             id = dateline_store_add_extraction (store, article, extraction, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* Many random incidents, one article each; the ids count up from 1. */
static void
test_incidents (void)
{
  enum
  {
    N = 300
  };
  g_autoptr (GRand)         random = g_rand_new_with_seed (20240124);
  g_autoptr (DatelineStore) store = new_store ();
  g_autoptr (GPtrArray)     expected = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  g_autoptr (GError)        error = NULL;

  for (guint i = 0; i < N; i++)
    {
      g_autofree char               *text = g_strdup_printf ("Article %u", i);
      g_autoptr (DatelineArticle)    article = new_article (text);
      g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
      DatelineIncident              *incident = random_incident (random);
      DatelineIncident              *copy = dateline_incident_copy (incident);

      g_ptr_array_add (extraction->incidents, incident);
      g_ptr_array_add (expected, copy);
      dateline_incident_set_article (copy, add (store, article, extraction));
    }

  for (guint i = 0; i < N; i++)
    {
      g_autoptr (DatelineIncident) loaded = dateline_store_load_incident (store, i + 1, &error);

      g_assert_no_error (error);
      assert_incidents_equal (loaded, expected->pdata[i]);
    }
}

/* The whole of an article's extraction, not only its incidents. */
static void
test_extraction (void)
{
  static const struct
  {
    DatelineDay  day;
    const char  *source;
    const char  *reason;
    DatelineSpan span;
    guint        n_incidents;
    guint        n_rejected;
  } cases[] = {
    { 19746, "text", "The text speaks of “Wednesday”.", { 12, 21 }, 3, 2 },
    { DATELINE_DAY_NONE, "none", NULL, { 0, 0 }, 0, 0 },
    { 0, "metadata", NULL, { 0, 0 }, 1, 0 },
  };
  static const char *const  reasons[] = { "statistic", "out_of_region" };
  g_autoptr (GRand)         random = g_rand_new_with_seed (5);
  g_autoptr (DatelineStore) store = new_store ();
  g_autoptr (GError)        error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char               *text = g_strdup_printf ("Article %u", i);
      g_autoptr (DatelineArticle)    article = new_article (text);
      g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
      g_autoptr (DatelineExtraction) loaded = NULL;
      gint64                         id;

      extraction->anchor = (DatelineAnchor){ cases[i].day, cases[i].source, g_strdup (cases[i].reason), cases[i].span };
      for (guint j = 0; j < cases[i].n_incidents; j++)
        g_ptr_array_add (extraction->incidents, random_incident (random));
      for (guint32 j = 0; j < cases[i].n_rejected; j++)
        {
          DatelineRejection rejection = { reasons[j], { 100 * j, 100 * j + 7 } };

          g_array_append_val (extraction->rejected, rejection);
        }
      id = add (store, article, extraction);
      loaded = dateline_store_load_extraction (store, id, &error);
      g_assert_no_error (error);

      g_assert_cmpint (loaded->anchor.day, ==, cases[i].day);
      g_assert_cmpstr (loaded->anchor.source, ==, cases[i].source);
      g_assert_cmpstr (loaded->anchor.reason, ==, cases[i].reason);
      assert_spans_equal (loaded->anchor.span, cases[i].span);
      g_assert_cmpuint (loaded->incidents->len, ==, cases[i].n_incidents);
      for (guint j = 0; j < cases[i].n_incidents; j++)
        {
          dateline_incident_set_article (extraction->incidents->pdata[j], id);
          assert_incidents_equal (loaded->incidents->pdata[j], extraction->incidents->pdata[j]);
        }
      g_assert_cmpuint (loaded->rejected->len, ==, cases[i].n_rejected);
      for (guint j = 0; j < cases[i].n_rejected; j++)
        {
          g_assert_cmpstr (g_array_index (loaded->rejected, DatelineRejection, j).reason, ==, reasons[j]);
          assert_spans_equal (g_array_index (loaded->rejected, DatelineRejection, j).span,
                              g_array_index (extraction->rejected, DatelineRejection, j).span);
        }
    }

  g_assert_null (dateline_store_load_extraction (store, 99, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
}

static void
test_article (void)
{
  static const struct
  {
    const char *id, *title, *publisher, *url, *published;
    DatelineDay day;
    const char *text;
  } cases[] = {
    { "a", "Title", "Agency", "https://example.org/?a=1&b='", "2024-02-08T10:00:00Z", 19761, "Air strikes hit Qa’im." },
    { NULL, NULL, NULL, NULL, NULL, DATELINE_DAY_NONE, "" },
    { "", "", "", "", "", -719162, "first day of year 1: قصف" },
    { "z", NULL, NULL, NULL, "soon", 2932896, "last day of year 9999" },
    { "e", NULL, NULL, NULL, NULL, 0, "the epoch is a date" },
  };
  g_autoptr (DatelineStore) store = new_store ();
  g_autoptr (GError)        error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
      g_autoptr (DatelineArticle)    article = new_article (cases[i].text);
      g_autoptr (DatelineArticle)    loaded = NULL;

      article->id = g_strdup (cases[i].id);
      article->title = g_strdup (cases[i].title);
      article->publisher = g_strdup (cases[i].publisher);
      article->url = g_strdup (cases[i].url);
      article->published = g_strdup (cases[i].published);
      article->published_day = cases[i].day;
      loaded = dateline_store_load_article (store, add (store, article, extraction), &error);
      g_assert_no_error (error);

      g_assert_cmpstr (loaded->id, ==, cases[i].id);
      g_assert_cmpstr (loaded->title, ==, cases[i].title);
      g_assert_cmpstr (loaded->publisher, ==, cases[i].publisher);
      g_assert_cmpstr (loaded->url, ==, cases[i].url);
      g_assert_cmpstr (loaded->published, ==, cases[i].published);
      g_assert_cmpint (loaded->published_day, ==, cases[i].day);
      g_assert_cmpstr (loaded->text, ==, cases[i].text);
      g_assert_cmpuint (loaded->length, ==, strlen (cases[i].text));
    }
}

static DatelineStoreCounts
get_counts (DatelineStore *store)
{
  DatelineStoreCounts counts;
  g_autoptr (GError)  error = NULL;

  dateline_store_get_counts (store, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

static void
test_duplicate (void)
{
  g_autoptr (DatelineStore)      store = new_store ();
  g_autoptr (DatelineArticle)    first = new_article ("One text.");
  g_autoptr (DatelineArticle)    second = new_article ("One text.");
  g_autoptr (DatelineArticle)    other = new_article ("One text. ");
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  gint64                         id;

  second->title = g_strdup ("Another title, the same text");
  g_ptr_array_add (extraction->incidents, dateline_incident_new (DATELINE_INCIDENT_RAID));
  g_ptr_array_add (extraction->incidents, dateline_incident_new (DATELINE_INCIDENT_SHELLING));
  id = add (store, first, extraction);

  g_assert_cmpint (add (store, second, extraction), ==, id);
  g_assert_cmpuint (get_counts (store).n_articles, ==, 1);
  g_assert_cmpuint (get_counts (store).n_incidents, ==, 2);
  g_assert_cmpuint (get_counts (store).n_reports, ==, 2);

  g_assert_cmpint (add (store, other, extraction), !=, id);
  g_assert_cmpuint (get_counts (store).n_articles, ==, 2);
  g_assert_cmpuint (get_counts (store).n_incidents, ==, 4);
}

static void
test_unknown_id (void)
{
  g_autoptr (DatelineStore) store = new_store ();
  g_autoptr (GError)        error = NULL;

  g_assert_null (dateline_store_load_incident (store, 7, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
  g_assert_nonnull (strstr (error->message, "incident 7"));
  g_clear_error (&error);
  g_assert_null (dateline_store_load_article (store, -1, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
}

static void
test_rollback (void)
{
  g_autoptr (DatelineStore)      store = new_store ();
  g_autoptr (DatelineArticle)    first = new_article ("first");
  g_autoptr (DatelineArticle)    second = new_article ("second");
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GError)             error = NULL;

  g_assert_true (dateline_store_begin (store, &error));
  add (store, first, extraction);
  g_assert_true (dateline_store_commit (store, &error));
  g_assert_true (dateline_store_begin (store, &error));
  add (store, second, extraction);
  g_assert_true (dateline_store_rollback (store, &error));
  g_assert_cmpuint (get_counts (store).n_articles, ==, 1);
  g_assert_true (dateline_store_rollback (store, &error)); /* nothing to take back */
  add (store, second, extraction);
  g_assert_cmpuint (get_counts (store).n_articles, ==, 2);
}

static void
copy_summary (const DatelineIncidentSummary *summary, gpointer data)
{
  g_array_append_val ((GArray *) data, *summary);
}

static void
copy_site (const DatelineFurtherSite *site, gpointer data)
{
  g_array_append_val ((GArray *) data, *site);
}

static void
append_place (DatelineIncident *incident, DatelinePlaceRole role, double lat, DatelineWherePrecision precision)
{
  DatelinePlace place = { .role = role, .point = { lat, 44 }, .precision = precision, .radius_km = lat / 10, .country = "IQ" };

  g_array_append_val (incident->places, place);
}

/* The summary shows the first site, wherever in the list it stands. */
static void
test_summaries (void)
{
  g_autoptr (DatelineStore)      store = new_store ();
  g_autoptr (DatelineArticle)    article = new_article ("text");
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GArray)             summaries = g_array_new (FALSE, FALSE, sizeof (DatelineIncidentSummary));
  g_autoptr (GArray)             sites = g_array_new (FALSE, FALSE, sizeof (DatelineFurtherSite));
  g_autoptr (GError)             error = NULL;
  DatelineIncident              *incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineIncident              *bare = dateline_incident_new (DATELINE_INCIDENT_RAID);
  DatelineIncidentSummary       *summary;
  DatelineFurtherSite           *site;

  append_place (incident, DATELINE_PLACE_LAUNCH_ORIGIN, 30, DATELINE_WHERE_COUNTRY);
  append_place (incident, DATELINE_PLACE_SITE, 34, DATELINE_WHERE_NEAR);
  append_place (incident, DATELINE_PLACE_LAUNCH_ORIGIN, 31, DATELINE_WHERE_COUNTRY);
  append_place (incident, DATELINE_PLACE_SITE, 32, DATELINE_WHERE_EXACT);
  append_place (bare, DATELINE_PLACE_LAUNCH_ORIGIN, 30, DATELINE_WHERE_COUNTRY);
  incident->when.interval = (DatelineDateInterval){ 1706044500, 1706044560 };
  incident->when.precision = DATELINE_DATE_DAY;
  incident->background = TRUE;
  incident->killed.best = 4;
  g_ptr_array_add (extraction->incidents, incident);
  g_ptr_array_add (extraction->incidents, bare);
  add (store, article, extraction);

  g_assert_true (dateline_store_foreach_summary (store, copy_summary, summaries, &error));
  g_assert_true (dateline_store_foreach_further_site (store, copy_site, sites, &error));
  g_assert_cmpuint (summaries->len, ==, 2);
  summary = &g_array_index (summaries, DatelineIncidentSummary, 0);
  g_assert_cmpint (summary->id, ==, 1);
  g_assert_cmpint (summary->type, ==, DATELINE_INCIDENT_AIR_STRIKE);
  g_assert_cmpint (summary->interval.start, ==, 1706044500);
  g_assert_cmpint (summary->interval.end, ==, 1706044560);
  g_assert_cmpint (summary->date_precision, ==, DATELINE_DATE_DAY);
  g_assert_cmpfloat (summary->point.lat, ==, 34);
  g_assert_cmpint (summary->where_precision, ==, DATELINE_WHERE_NEAR);
  g_assert_cmpfloat (summary->radius_km, ==, 3.4);
  g_assert_cmpstr (summary->country, ==, "IQ");
  g_assert_true (summary->background);
  g_assert_cmpint (summary->status, ==, 0);
  g_assert_cmpuint (summary->n_reports, ==, 1);
  g_assert_cmpint (summary->killed, ==, 4);

  summary = &g_array_index (summaries, DatelineIncidentSummary, 1);
  g_assert_false (dateline_date_interval_is_set (summary->interval));
  g_assert_false (dateline_point_is_set (summary->point));
  g_assert_cmpstr (summary->country, ==, "");
  g_assert_cmpint (summary->where_precision, ==, DATELINE_WHERE_UNKNOWN);
  g_assert_cmpint (summary->killed, ==, -1);

  g_assert_cmpuint (sites->len, ==, 1);
  site = &g_array_index (sites, DatelineFurtherSite, 0);
  g_assert_cmpint (site->incident, ==, 1);
  g_assert_cmpfloat (site->point.lat, ==, 32);
  g_assert_cmpint (site->where_precision, ==, DATELINE_WHERE_EXACT);
}

/* A store with articles 1 to N, each with the report of the same row. */
static DatelineStore *
new_store_with_reports (GRand *random, guint n_reports)
{
  DatelineStore *store = new_store ();

  for (guint i = 0; i < n_reports; i++)
    {
      g_autofree char               *text = g_strdup_printf ("Article %u", i);
      g_autoptr (DatelineArticle)    article = new_article (text);
      g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();

      article->title = g_strdup_printf ("Title-%u", i + 1);
      g_ptr_array_add (extraction->incidents, random_incident (random));
      add (store, article, extraction);
    }
  return store;
}

/* A random incident whose excerpts and claims come from many articles. */
static DatelineIncident *
random_whole (GRand *random, guint n_articles)
{
  DatelineIncident *whole = random_incident (random);

  dateline_incident_set_article (whole, 1);
  dateline_toll_add_claim (&whole->killed, 58, 58, "a monitor", (DatelineProvenance){ 2, { 1, 2 } });
  for (guint i = 0; i < n_articles; i++)
    {
      DatelineProvenance evidence = { i + 1, { 3, 5 + i } };

      g_array_append_val (whole->evidence, evidence);
    }
  whole->when.provenance = (DatelineProvenance){ 0, { 0, 0 } }; /* a date that no words give */
  g_ptr_array_add (whole->rules, g_strdup ("merge.2-reports"));
  return whole;
}

static void
assert_counts (DatelineStore *store, guint n_articles, guint n_reports, guint n_incidents)
{
  g_autoptr (GError)  error = NULL;
  DatelineStoreCounts counts;

  g_assert_true (dateline_store_get_counts (store, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_articles, ==, n_articles);
  g_assert_cmpuint (counts.n_reports, ==, n_reports);
  g_assert_cmpuint (counts.n_incidents, ==, n_incidents);
}

static void
append_part (gint64 report, gint64 whole, gboolean reviewed, gpointer user_data)
{
  g_string_append_printf (user_data, "%d:%d%s ", (int) report, (int) whole, reviewed ? "!" : "");
}

static void
assert_parts (DatelineStore *store, const char *expected)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (GString) parts = g_string_new (NULL);

  g_assert_true (dateline_store_foreach_part (store, append_part, parts, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (parts->str, ==, expected);
}

static void
append_match (gint64 incident, gpointer user_data)
{
  g_string_append_printf (user_data, "%d ", (int) incident);
}

static gint64
add_whole (DatelineStore *store, const DatelineIncident *whole, const gint64 *reports, guint n_reports)
{
  g_autoptr (GError) error = NULL;
  gint64             id = dateline_store_add_whole (store, whole, reports, n_reports, &error);

  g_assert_no_error (error);
  return id;
}

static void
test_wholes (void)
{
  static const gint64          reports[] = { 2, 4, 5 };
  g_autoptr (GRand)            random = g_rand_new_with_seed (20161008);
  g_autoptr (DatelineStore)    store = new_store_with_reports (random, 6);
  g_autoptr (DatelineIncident) before = dateline_store_load_incident (store, 4, NULL);
  g_autoptr (DatelineIncident) after = NULL;
  g_autoptr (GArray)           summaries = g_array_new (FALSE, FALSE, sizeof (DatelineIncidentSummary));
  g_autoptr (GString)          matches = g_string_new (NULL);
  g_autoptr (GError)           error = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (DatelineIncident) whole = random_whole (random, 6);
      g_autoptr (DatelineIncident) loaded = NULL;
      gint64                       id = add_whole (store, whole, reports, G_N_ELEMENTS (reports));

      loaded = dateline_store_load_incident (store, id, &error);
      g_assert_no_error (error);
      assert_incidents_equal (loaded, whole);
      g_assert_cmpint (dateline_store_find_whole (store, 4, &error), ==, id);
      g_assert_cmpint (dateline_store_find_report (store, id, &error), ==, 2);
      assert_counts (store, 6, 6, 4);
      if (i < 49)
        g_assert_true (dateline_store_remove_whole (store, id, &error));
      g_assert_no_error (error);
    }

  assert_parts (store, "1:0 2:56 3:0 4:56 5:56 6:0 ");
  g_assert_cmpint (dateline_store_find_whole (store, 3, &error), ==, 3);
  g_assert_cmpint (dateline_store_find_report (store, 3, &error), ==, 3);
  g_assert_true (dateline_store_search (store, "Title-4", append_match, matches, &error));
  g_assert_cmpstr (matches->str, ==, "56 ");

  g_assert_true (dateline_store_foreach_summary (store, copy_summary, summaries, &error));
  g_assert_cmpuint (summaries->len, ==, 4);
  g_assert_cmpint (g_array_index (summaries, DatelineIncidentSummary, 3).id, ==, 56);
  g_assert_cmpuint (g_array_index (summaries, DatelineIncidentSummary, 3).n_reports, ==, 3);
  g_assert_cmpuint (g_array_index (summaries, DatelineIncidentSummary, 0).n_reports, ==, 1);

  /* The report is what it was. */
  after = dateline_store_load_incident (store, 4, &error);
  g_assert_no_error (error);
  assert_incidents_equal (after, before);
}

/* A report leaves the whole that it was part of; a removed whole leaves
 * its reports. */
static void
test_parts_move (void)
{
  static const gint64          first[] = { 1, 2 }, second[] = { 2, 3 };
  g_autoptr (GRand)            random = g_rand_new_with_seed (8);
  g_autoptr (DatelineStore)    store = new_store_with_reports (random, 3);
  g_autoptr (DatelineIncident) whole = random_whole (random, 3);
  g_autoptr (GError)           error = NULL;

  g_assert_cmpint (add_whole (store, whole, first, 2), ==, 4);
  assert_parts (store, "1:4 2:4 3:0 ");
  g_assert_cmpint (add_whole (store, whole, second, 2), ==, 5);
  assert_parts (store, "1:4 2:5 3:5 ");
  assert_counts (store, 3, 3, 2);
  g_assert_true (dateline_store_remove_whole (store, 4, &error));
  assert_parts (store, "1:0 2:5 3:5 ");
  g_assert_true (dateline_store_remove_whole (store, 5, &error));
  assert_parts (store, "1:0 2:0 3:0 ");
  assert_counts (store, 3, 3, 3);
}

/* What cannot be is refused, and nothing of it stays. */
static void
test_wholes_refused (void)
{
  static const gint64          missing[] = { 1, 99 };
  g_autoptr (GRand)            random = g_rand_new_with_seed (9);
  g_autoptr (DatelineStore)    store = new_store_with_reports (random, 2);
  g_autoptr (DatelineIncident) whole = random_whole (random, 2);
  g_autoptr (GError)           error = NULL;

  g_assert_cmpint (dateline_store_add_whole (store, whole, missing, 2, &error), ==, 0);
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
  g_clear_error (&error);
  assert_parts (store, "1:0 2:0 ");
  assert_counts (store, 2, 2, 2);

  g_assert_false (dateline_store_remove_whole (store, 1, &error)); /* a report */
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
  g_clear_error (&error);
  assert_counts (store, 2, 2, 2);

  g_assert_cmpint (dateline_store_find_whole (store, 99, &error), ==, 0);
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
  g_clear_error (&error);

  /* A whole that rests on an article that is not there. */
  g_array_index (whole->evidence, DatelineProvenance, 0).article = 77;
  g_assert_cmpint (dateline_store_add_whole (store, whole, missing, 1, &error), ==, 0);
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_WRITE);
  assert_counts (store, 2, 2, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/round-trip/incidents", test_incidents);
  g_test_add_func ("/store/round-trip/extraction", test_extraction);
  g_test_add_func ("/store/round-trip/article", test_article);
  g_test_add_func ("/store/round-trip/duplicate", test_duplicate);
  g_test_add_func ("/store/round-trip/unknown-id", test_unknown_id);
  g_test_add_func ("/store/round-trip/rollback", test_rollback);
  g_test_add_func ("/store/round-trip/summaries", test_summaries);
  g_test_add_func ("/store/round-trip/wholes", test_wholes);
  g_test_add_func ("/store/round-trip/parts-move", test_parts_move);
  g_test_add_func ("/store/round-trip/wholes-refused", test_wholes_refused);

  return g_test_run ();
}
