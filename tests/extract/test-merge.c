/* test-merge.c: which reports tell one event, and what becomes of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-merge.h"

/* A place; what is left out is not known. */
typedef struct
{
  const char            *id;
  double                 lat, lon;
  DatelineWherePrecision precision;
  double                 radius_km;
  const char            *adm1;
  const char            *country;
} Site;

static const Site sanaa = { "sanaa", 15.3547, 44.2066, DATELINE_WHERE_EXACT, 9, "Sanaa", "YE" };
static const Site great_hall = { "great-hall", 15.32, 44.21, DATELINE_WHERE_EXACT, 1, "Sanaa", "YE" };
static const Site sanaa_province = { "sanaa-province", 15.4, 44.4, DATELINE_WHERE_PROVINCE, 70, "Sanaa", "YE" };
static const Site saada = { "saada", 16.9402, 43.7639, DATELINE_WHERE_EXACT, 7, "Saada", "YE" };
static const Site saada_province = { "saada-province", 17.0, 43.8, DATELINE_WHERE_PROVINCE, 70, "Saada", "YE" };
static const Site dhamar = { "dhamar", 15.12, 44.21, DATELINE_WHERE_EXACT, 1, "Sanaa", "YE" };         /* 26 km from Sanaa, reach 10 */
static const Site bani_matar = { "bani-matar", 15.05, 44.21, DATELINE_WHERE_EXACT, 1, "Sanaa", "YE" }; /* 34 km, reach 10 */
static const Site yemen = { "yemen", 15.5, 47.5, DATELINE_WHERE_COUNTRY, 600, NULL, "YE" };
static const Site mosul = { "mosul", 36.335, 43.1189, DATELINE_WHERE_EXACT, 7, "Nineveh", "IQ" };

typedef struct
{
  const Site           *site; /* NULL for none */
  DatelineIncidentType  type;
  int                   day;                /* −1 for none */
  int                   from_hour, to_hour; /* both 0: the whole day */
  gboolean              assumed;
  const char           *doer, *target;
  DatelineActorStatus   status;
  int                   killed; /* 0 for unknown */
  DatelineDatePrecision precision;
} Report;

static void
add_actor (DatelineIncident *incident, DatelineActorRole role, DatelineActorStatus status, const char *id)
{
  DatelineActor actor = { .id = g_strdup (id), .name = g_strdup (id), .role = role, .status = status };

  if (id != NULL)
    g_array_append_val (incident->actors, actor);
}

static void
add_site (DatelineIncident *incident, const Site *site, gint64 article)
{
  DatelinePlace place = { .role = DATELINE_PLACE_SITE, .precision = site->precision, .radius_km = site->radius_km };

  place.id = g_strdup (site->id);
  place.name = g_strdup (site->id);
  place.adm1 = g_strdup (site->adm1);
  place.point = (DatelinePoint){ site->lat, site->lon };
  place.provenance = (DatelineProvenance){ article, { 10, 20 } };
  g_strlcpy (place.country, site->country, sizeof place.country);
  g_array_append_val (incident->places, place);
}

static DatelineIncident *
make_incident (const Report *report, gint64 article)
{
  DatelineIncident  *incident = dateline_incident_new (report->type);
  DatelineProvenance provenance = { article, { 0, 30 } };

  incident->id = g_strdup_printf ("article-%d#1", (int) article);
  incident->type_provenance = provenance;
  if (report->day >= 0)
    {
      incident->when.interval.start = ((gint64) report->day * 24 + report->from_hour) * 3600;
      incident->when.interval.end = ((gint64) report->day * 24 + (report->to_hour > 0 ? report->to_hour : 24)) * 3600;
      incident->when.precision = report->precision > 0 ? report->precision : DATELINE_DATE_DAY;
      incident->when.assumed = report->assumed;
      incident->when.provenance = provenance;
    }
  if (report->site != NULL)
    add_site (incident, report->site, article);
  add_actor (incident, DATELINE_ACTOR_INITIATOR, report->status, report->doer);
  add_actor (incident, DATELINE_ACTOR_TARGET, DATELINE_ACTOR_ASSERTED, report->target);
  g_array_append_val (incident->evidence, provenance);
  if (report->killed > 0)
    {
      dateline_toll_add_claim (&incident->killed, report->killed, report->killed, article == 1 ? "the ministry" : NULL, provenance);
      incident->killed.low = incident->killed.best = incident->killed.high = report->killed;
    }
  incident->confidence = 0.6;

  return incident;
}

#define STRIKE DATELINE_INCIDENT_AIR_STRIKE

static const struct
{
  const char *what;
  Report      a, b;
  const char *reason; /* NULL: two events */
} pairs[] = {
  { "all but the doer the same", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 8, .killed = 140 }, "same-day same-place same-type same-toll" },
  { "a hall within the town", { &great_hall, STRIKE, 8 }, { &sanaa, STRIKE, 8 }, "same-day near-place same-type" },
  { "the doer the same", { &sanaa, STRIKE, 8, .doer = "saudi-coalition" }, { &sanaa, STRIKE, 8, .doer = "saudi-coalition" }, "same-day same-place same-type same-doer" },
  { "tolls that grew", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 8, .killed = 155 }, "same-day same-place same-type like-toll" },
  { "tolls in conflict, all else precise", { &sanaa, STRIKE, 8, .killed = 82 }, { &sanaa, STRIKE, 8, .killed = 155 }, "same-day same-place same-type" },
  { "an hour of the day", { &sanaa, STRIKE, 8, 13, 15 }, { &sanaa, STRIKE, 8 }, "same-day same-place same-type" },
  { "clock times an hour apart", { &sanaa, STRIKE, 8, 13, 14 }, { &sanaa, STRIKE, 8, 15, 16 }, "near-day same-place same-type" },
  { "the date assumed, the day before", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 9, .assumed = TRUE, .killed = 140 }, "near-day same-place same-type same-toll" },
  { "an attack of unsaid kind", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, DATELINE_INCIDENT_UNSPECIFIED_ATTACK, 8, .killed = 140 }, "same-day same-place like-type same-toll" },
  { "one family", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, DATELINE_INCIDENT_MISSILE_ATTACK, 8, .killed = 140 }, "same-day same-place like-type same-toll" },
  { "a town of the province, toll the same", { &sanaa, STRIKE, 8, .killed = 12 }, { &sanaa_province, STRIKE, 8, .killed = 12 }, "same-day same-region same-type same-toll" },
  { "a town of the country, toll and doer the same", { &sanaa, STRIKE, 8, .killed = 12, .doer = "usa" }, { &yemen, STRIKE, 8, .killed = 12, .doer = "usa" }, "same-day same-country same-type same-doer same-toll" },
  { "a doer alleged, another asserted", { &sanaa, STRIKE, 8, .doer = "russia", .killed = 9 }, { &sanaa, STRIKE, 8, .doer = "syria", .status = DATELINE_ACTOR_ALLEGED, .killed = 9 }, "same-day same-place same-type same-toll" },
  { "a fight told from both sides", { &sanaa, DATELINE_INCIDENT_ARMED_CLASH, 8, .doer = "houthi", .target = "yemen-forces", .killed = 9 }, { &sanaa, DATELINE_INCIDENT_ARMED_CLASH, 8, .doer = "yemen-forces", .target = "houthi", .killed = 9 }, "same-day same-place same-type same-toll" },

  { "veto: two precise days", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 9, .killed = 140 }, NULL },
  { "veto: two precise days far apart", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 30, .killed = 140 }, NULL },
  { "veto: written before it happened", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 7, .assumed = TRUE, .killed = 140 }, NULL },
  { "veto: written too long after", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, STRIKE, 12, .assumed = TRUE, .killed = 140 }, NULL },
  { "veto: clock times hours apart", { &sanaa, STRIKE, 8, 2, 3, .killed = 140 }, { &sanaa, STRIKE, 8, 14, 15, .killed = 140 }, NULL },
  { "veto: two towns", { &sanaa, STRIKE, 8, .killed = 140 }, { &saada, STRIKE, 8, .killed = 140 }, NULL },
  { "near enough: 26 km, reach 10", { &sanaa, STRIKE, 8, .killed = 140, .doer = "usa" }, { &dhamar, STRIKE, 8, .killed = 140, .doer = "usa" }, "same-day near-place same-type same-doer same-toll" },
  { "veto: 34 km, reach 10", { &sanaa, STRIKE, 8, .killed = 140, .doer = "usa" }, { &bani_matar, STRIKE, 8, .killed = 140, .doer = "usa" }, NULL },
  { "veto: a town of another province", { &saada, STRIKE, 8, .killed = 140 }, { &sanaa_province, STRIKE, 8, .killed = 140 }, NULL },
  { "veto: two provinces", { &saada_province, STRIKE, 8, .killed = 140 }, { &sanaa_province, STRIKE, 8, .killed = 140 }, NULL },
  { "veto: two countries", { &mosul, STRIKE, 8, .killed = 140 }, { &yemen, STRIKE, 8, .killed = 140 }, NULL },
  { "veto: two families of types", { &sanaa, STRIKE, 8, .killed = 140 }, { &sanaa, DATELINE_INCIDENT_SUICIDE_BOMBING, 8, .killed = 140 }, NULL },
  { "veto: the doer is the other's target", { &sanaa, STRIKE, 8, .doer = "saudi-coalition", .target = "houthi", .killed = 9 }, { &sanaa, STRIKE, 8, .doer = "houthi", .killed = 9 }, NULL },
  { "veto: other type, other doer", { &sanaa, STRIKE, 8, .doer = "saudi-coalition", .killed = 9 }, { &sanaa, DATELINE_INCIDENT_SHELLING, 8, .doer = "houthi", .killed = 9 }, NULL },

  { "no date", { &sanaa, STRIKE, -1, .killed = 140 }, { &sanaa, STRIKE, -1, .killed = 140 }, NULL },
  { "no place", { NULL, STRIKE, 8, .killed = 140 }, { NULL, STRIKE, 8, .killed = 140 }, NULL },
  { "a kind unsaid, and places that differ", { &great_hall, DATELINE_INCIDENT_SUICIDE_BOMBING, 8 }, { &sanaa, DATELINE_INCIDENT_UNSPECIFIED_ATTACK, 8 }, NULL },
  { "the country alone", { &yemen, STRIKE, 8 }, { &yemen, STRIKE, 8 }, NULL },
  { "the province alone, tolls in conflict", { &sanaa_province, STRIKE, 8, .killed = 4 }, { &sanaa_province, STRIKE, 8, .killed = 40 }, NULL },
  { "a town, and a day that neither tells", { &sanaa, STRIKE, 8, .assumed = TRUE }, { &sanaa, STRIKE, 8, .assumed = TRUE, .killed = 9 }, NULL },
  { "some day of the month", { &sanaa, STRIKE, 8 }, { &sanaa, STRIKE, 8, 0, 24 * 30, .precision = DATELINE_DATE_MONTH }, NULL },
};

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint turn = 0; turn < 2; turn++)
      {
        g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
        g_autoptr (GPtrArray) groups = NULL;
        const char           *reason = NULL;

        g_ptr_array_add (incidents, make_incident (turn == 0 ? &pairs[i].a : &pairs[i].b, 1));
        g_ptr_array_add (incidents, make_incident (turn == 0 ? &pairs[i].b : &pairs[i].a, 2));
        groups = dateline_merge_find_groups (incidents);
        if (groups->len > 0)
          reason = ((DatelineMergeGroup *) g_ptr_array_index (groups, 0))->reason;
        if (g_strcmp0 (reason, pairs[i].reason) != 0)
          g_error ("%s: expected %s, got %s (%.3f)", pairs[i].what, pairs[i].reason, reason,
                   dateline_merge_score (g_ptr_array_index (incidents, 0), g_ptr_array_index (incidents, 1)));
      }
}

static GPtrArray *
make_incidents (const Report *reports, guint n_reports)
{
  GPtrArray *incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);

  for (guint i = 0; i < n_reports; i++)
    g_ptr_array_add (incidents, make_incident (&reports[i], i + 1));
  return incidents;
}

/* What an article tells as two events are two. */
static void
test_one_article (void)
{
  static const Report   report = { &sanaa, STRIKE, 8, .killed = 140 };
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  g_autoptr (GPtrArray) groups = NULL;

  g_ptr_array_add (incidents, make_incident (&report, 7));
  g_ptr_array_add (incidents, make_incident (&report, 7));
  groups = dateline_merge_find_groups (incidents);
  g_assert_cmpuint (groups->len, ==, 0);
}

/* The first and the last are too far apart, whatever lies between. */
static void
test_chain (void)
{
  static const Site     town = { "a", 15.0, 44.0, DATELINE_WHERE_EXACT, 5, "Sanaa", "YE" };
  static const Site     next = { "b", 15.13, 44.0, DATELINE_WHERE_EXACT, 5, "Sanaa", "YE" };
  static const Site     last = { "c", 15.29, 44.0, DATELINE_WHERE_EXACT, 5, "Sanaa", "YE" };
  static const Report   reports[] = { { &town, STRIKE, 8, .killed = 9, .doer = "usa" },
                                      { &next, STRIKE, 8, .killed = 9, .doer = "usa" },
                                      { &last, STRIKE, 8, .killed = 9, .doer = "usa" } };
  g_autoptr (GPtrArray) incidents = make_incidents (reports, G_N_ELEMENTS (reports));
  g_autoptr (GPtrArray) groups = dateline_merge_find_groups (incidents);

  g_assert_cmpfloat (dateline_merge_score (incidents->pdata[1], incidents->pdata[2]), >, 0.7);
  g_assert_cmpfloat (dateline_merge_score (incidents->pdata[0], incidents->pdata[2]), <, 0);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((DatelineMergeGroup *) groups->pdata[0])->members->len, ==, 2);
}

static char *
describe_groups (GPtrArray *incidents, GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const DatelineMergeGroup *group = groups->pdata[i];

      for (guint j = 0; j < group->members->len; j++)
        g_string_append_printf (text, "%s ", ((DatelineIncident *) incidents->pdata[g_array_index (group->members, guint, j)])->id);
      g_string_append_printf (text, "%s\n", group->reason);
    }
  return g_string_free (text, FALSE);
}

/* Random reports give the same groups in any order, and each group holds
 * together in all of its pairs. */
static void
test_any_order (void)
{
  static const Site *const sites[] = { &sanaa, &great_hall, &sanaa_province, &saada, &saada_province, &dhamar, &bani_matar, &yemen, &mosul, NULL };
  g_autoptr (GRand)        random = g_rand_new_with_seed (20161008);
  g_autoptr (GPtrArray)    incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  g_autofree char         *expected = NULL;

  for (guint i = 0; i < 400; i++)
    {
      Report report = { sites[g_rand_int_range (random, 0, G_N_ELEMENTS (sites))], STRIKE, g_rand_int_range (random, 0, 20) };

      report.killed = g_rand_int_range (random, 0, 6);
      report.assumed = g_rand_int_range (random, 0, 4) == 0;
      g_ptr_array_add (incidents, make_incident (&report, i + 1));
    }
  for (guint turn = 0; turn < 5; turn++)
    {
      g_autoptr (GPtrArray) groups = dateline_merge_find_groups (incidents);
      g_autofree char      *text = describe_groups (incidents, groups);

      g_assert_cmpuint (groups->len, >, 20);
      for (guint i = 0; i < groups->len; i++)
        {
          const DatelineMergeGroup *group = groups->pdata[i];

          for (guint j = 0; j < group->members->len; j++)
            for (guint k = 0; k < j && j < 12; k++)
              g_assert_cmpfloat (dateline_merge_score (incidents->pdata[g_array_index (group->members, guint, j)],
                                                       incidents->pdata[g_array_index (group->members, guint, k)]),
                                 >=, group->score);
        }
      if (expected == NULL)
        expected = g_strdup (text);
      g_assert_cmpstr (text, ==, expected);
      for (guint i = incidents->len - 1; i > 0; i--)
        {
          guint    j = (guint) g_rand_int_range (random, 0, (int) i + 1);
          gpointer swapped = incidents->pdata[i];

          incidents->pdata[i] = incidents->pdata[j];
          incidents->pdata[j] = swapped;
        }
    }
}

static gboolean
has_rule (const DatelineIncident *incident, const char *rule)
{
  for (guint i = 0; i < incident->rules->len; i++)
    if (g_strcmp0 (incident->rules->pdata[i], rule) == 0)
      return TRUE;
  return FALSE;
}

/* The whole takes the most exact of each, keeps all claims and excerpts,
 * and leaves the reports as they were. */
static void
test_fuse (void)
{
  static const gint64          articles[] = { 1, 3, 2 };
  static const Report          reports[] = { { &sanaa, DATELINE_INCIDENT_UNSPECIFIED_ATTACK, 8, .killed = 155 },
                                             { &great_hall, STRIKE, 8, 13, 15, .killed = 155, .doer = "saudi-coalition" },
                                             { &sanaa, STRIKE, 8, .killed = 140 } };
  g_autoptr (GPtrArray)        incidents = make_incidents (reports, G_N_ELEMENTS (reports));
  g_autoptr (GPtrArray)        groups = dateline_merge_find_groups (incidents);
  g_autoptr (DatelineIncident) whole = NULL;
  const DatelineIncident      *first = incidents->pdata[0];

  g_assert_cmpuint (groups->len, ==, 1);
  whole = dateline_merge_fuse (incidents, groups->pdata[0], NULL);
  g_assert_cmpuint (((DatelineMergeGroup *) groups->pdata[0])->members->len, ==, 3);

  g_assert_cmpint (whole->type, ==, STRIKE);
  g_assert_cmpint (whole->when.interval.start, ==, (8 * 24 + 13) * 3600);
  g_assert_cmpint (whole->when.provenance.article, ==, 2);
  g_assert_false (whole->when.assumed);
  g_assert_cmpstr (dateline_incident_get_site (whole)->name, ==, "great-hall");
  g_assert_cmpint (dateline_incident_get_site (whole)->provenance.article, ==, 2);
  g_assert_cmpstr (dateline_incident_get_actor (whole, DATELINE_ACTOR_INITIATOR)->id, ==, "saudi-coalition");
  g_assert_cmpint (whole->killed.best, ==, 155);
  g_assert_cmpint (whole->killed.low, ==, 140);
  g_assert_cmpint (whole->killed.high, ==, 155);
  g_assert_cmpuint (whole->killed.claims->len, ==, 3);
  g_assert_cmpstr (g_array_index (whole->killed.claims, DatelineTollClaim, 0).source, ==, "the ministry");
  for (guint i = 0; i < 3; i++) /* by start: the hour comes last */
    g_assert_cmpint (g_array_index (whole->evidence, DatelineProvenance, i).article, ==, articles[i]);
  g_assert_true (has_rule (whole, "merge.3-reports"));
  g_assert_true (has_rule (whole, "merge.like-toll"));
  g_assert_false (has_rule (whole, "merge.same-place"));
  g_assert_cmpfloat (whole->confidence, >, 0.6);
  g_assert_cmpint (whole->grade, ==, DATELINE_GRADE_FAIR);

  g_assert_cmpint (first->when.interval.start, ==, 8 * 24 * 3600);
  g_assert_cmpuint (first->evidence->len, ==, 1);
  g_assert_cmpuint (first->killed.claims->len, ==, 1);
  g_assert_cmpstr (dateline_incident_get_site (first)->name, ==, "sanaa");
}

static void
test_grade (void)
{
  static const Report          reports[] = { { &sanaa, STRIKE, 8, .killed = 20 }, { &sanaa, STRIKE, 8, .killed = 155 } };
  g_autoptr (GPtrArray)        incidents = make_incidents (reports, G_N_ELEMENTS (reports));
  g_autoptr (GPtrArray)        groups = dateline_merge_find_groups (incidents);
  g_autoptr (DatelineIncident) whole = NULL;

  g_assert_cmpuint (groups->len, ==, 1);
  whole = dateline_merge_fuse (incidents, groups->pdata[0], NULL);
  g_assert_cmpint (whole->grade, ==, DATELINE_GRADE_CONTESTED);
  g_assert_cmpuint (whole->killed.claims->len, ==, 2);
}

/* A copy is quoted, and makes nothing surer. */
static void
test_copies (void)
{
  static const Report          reports[] = { { &sanaa, STRIKE, 8, .killed = 20 }, { &sanaa, STRIKE, 8, .killed = 20 } };
  g_autoptr (GPtrArray)        incidents = make_incidents (reports, G_N_ELEMENTS (reports));
  g_autoptr (GPtrArray)        groups = dateline_merge_find_groups (incidents);
  const DatelineIncident      *first = g_ptr_array_index (incidents, 0);
  gint64                       articles[2];
  g_autoptr (DatelineCopies)   copies = dateline_copies_new ();
  g_autoptr (DatelineIncident) two = NULL;
  g_autoptr (DatelineIncident) one = NULL;

  for (guint i = 0; i < 2; i++)
    articles[i] = g_array_index (((DatelineIncident *) g_ptr_array_index (incidents, i))->evidence, DatelineProvenance, 0).article;
  g_assert_cmpuint (groups->len, ==, 1);
  two = dateline_merge_fuse (incidents, groups->pdata[0], copies);
  dateline_copies_add (copies, articles[1], articles[0], NULL);
  one = dateline_merge_fuse (incidents, groups->pdata[0], copies);

  g_assert_cmpint (two->grade, ==, DATELINE_GRADE_FAIR);
  g_assert_cmpint (one->grade, ==, DATELINE_GRADE_WEAK);
  g_assert_cmpfloat (two->confidence, >, first->confidence);
  g_assert_cmpfloat (one->confidence, ==, first->confidence);
  g_assert_cmpuint (two->evidence->len, ==, 2);
  g_assert_cmpuint (one->evidence->len, ==, 2);
  g_assert_true (has_rule (one, "merge.2-reports"));
  g_assert_true (has_rule (one, "merge.1-copy"));
  g_assert_false (has_rule (two, "merge.1-copy"));
}

static void
test_incidents (void)
{
  static const Report   reports[] = { { &saada, STRIKE, 9 }, { &sanaa, STRIKE, 8 }, { &sanaa, STRIKE, -1 }, { &sanaa, STRIKE, 8 } };
  g_autoptr (GPtrArray) incidents = make_incidents (reports, G_N_ELEMENTS (reports));

  dateline_merge_incidents (incidents, NULL);

  g_assert_cmpuint (incidents->len, ==, 3);
  g_assert_cmpstr (((DatelineIncident *) incidents->pdata[0])->id, ==, "article-3#1");
  g_assert_cmpstr (((DatelineIncident *) incidents->pdata[1])->id, ==, "article-2#1");
  g_assert_true (has_rule (incidents->pdata[1], "merge.2-reports"));
  g_assert_cmpstr (((DatelineIncident *) incidents->pdata[2])->id, ==, "article-1#1");
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  g_autoptr (GPtrArray) groups = dateline_merge_find_groups (incidents);

  g_assert_cmpuint (groups->len, ==, 0);
  dateline_merge_incidents (incidents, NULL);
  g_assert_cmpuint (incidents->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extract/merge/pairs", test_pairs);
  g_test_add_func ("/extract/merge/one-article", test_one_article);
  g_test_add_func ("/extract/merge/chain", test_chain);
  g_test_add_func ("/extract/merge/any-order", test_any_order);
  g_test_add_func ("/extract/merge/fuse", test_fuse);
  g_test_add_func ("/extract/merge/grade", test_grade);
  g_test_add_func ("/extract/merge/copies", test_copies);
  g_test_add_func ("/extract/merge/incidents", test_incidents);
  g_test_add_func ("/extract/merge/nothing", test_nothing);

  return g_test_run ();
}
