/* test-data-set.c: rows of ACLED, UCDP GED and GTD as incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows are our own, in the columns of the data sets.
 */

#include <string.h>

#include "dateline-article-reader.h"

#define ACLED "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n"
#define GED "id,type_of_violence,side_a,side_b,source_article,source_headline,date_start,date_end,date_prec,where_coordinates,adm_1,country,latitude,longitude,where_prec,best,low,high\n"
#define GTD "eventid,iyear,imonth,iday,attacktype1,suicide,gname,claimed,target1,weaptype1_txt,country_txt,provstate,city,latitude,longitude,specificity,summary,nkill,nwound\n"

/* "type|start|end|precision|place|country|precision|lat|killed|role name:words; …" */
static char *
describe (const DatelineArticle *article, const DatelineIncident *incident)
{
  GString             *out = g_string_new (dateline_incident_type_get_id (incident->type));
  const DatelinePlace *site = dateline_incident_get_site (incident);
  g_autofree char     *start = dateline_date_interval_is_set (incident->when.interval) ? dateline_day_to_string (dateline_day_at (incident->when.interval.start, 180)) : g_strdup ("-");
  g_autofree char     *end = dateline_date_interval_is_set (incident->when.interval) ? dateline_day_to_string (dateline_day_at (incident->when.interval.end, 180)) : g_strdup ("-");

  g_string_append_printf (out, "|%s|%s|%d", start, end, incident->when.precision);
  if (site != NULL)
    g_string_append_printf (out, "|%s|%s|%d|%.2f", site->name, site->country, site->precision, site->point.lat);
  g_string_append_printf (out, "|%d-%d-%d|", incident->killed.low, incident->killed.best, incident->killed.high);
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      DatelineSpan         span = actor->provenance.span;

      /* The value's words are the value. */
      g_assert_cmpuint (strlen (actor->name), ==, span.end - span.begin);
      g_assert_cmpint (memcmp (article->text + span.begin, actor->name, span.end - span.begin), ==, 0);
      g_string_append_printf (out, "%s %s %s; ", dateline_actor_role_get_id (actor->role), dateline_actor_status_get_id (actor->status), actor->name);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *path;
  const char *table;
  const char *expected; /* NULL: an article, and no incident */
  const char *rule;
  const char *note;
} cases[] = {
  { "acled/strike", ACLED "YEM1,24 January 2024,1,Explosions/Remote violence,Air/drone strike,Military Forces of the United States (2021-),Houthis,Yemen,Al Hudaydah,Hodeidah,14.7978,42.9545,1,Al Masirah; AP,\"Warplanes struck \"\"Ras Isa\"\".\",0\n",
    "air-strike|2024-01-24|2024-01-25|1|Hodeidah|YE|1|14.80|0-0-0|initiator asserted Military Forces of the United States (2021-); target asserted Houthis; ", "data-set.acled", "Warplanes struck \"Ras Isa\"." },
  { "acled/order-means-nothing", ACLED "IRQ1,2024-01-24,2,Battles,Armed clash,A,B,Iraq,Ninewa,Mosul,36.3,43.1,3,AP,They fought.,4\n",
    "armed-clash|2024-01-21|2024-01-28|3|Mosul|IQ|4|36.30|4-4-4|participant asserted A; participant asserted B; ", "data-set.acled", "They fought." },
  { "acled/month", ACLED "SYR1,10 February 2024,3,Battles,Government regains territory,A,B,Syria,Idleb,Idleb,35.9,36.6,2,AP,Taken.,\n",
    "territorial-change|2024-02-01|2024-03-01|4|Idleb|SY|2|35.90|-1--1--1|initiator asserted A; target asserted B; ", "data-set.acled", "Taken." },
  { "acled/protest", ACLED "YEM2,25 January 2024,1,Protests,Peaceful protest,Protesters (Yemen),,Yemen,Sanaa,Sanaa,15.3,44.2,1,Saba,People marched.,0\n", NULL, NULL, "People marched." },
  { "acled/semicolons", "event_id_cnty;event_date;sub_event_type;actor1;latitude;longitude;notes\nYEM3;2024-01-24;Grenade;A;15,3;x;Thrown.\n",
    "bombing|2024-01-24|2024-01-25|1|-1--1--1|initiator asserted A; ", "data-set.acled", "Thrown." },
  { "ged/one-sided", GED "9,3,IS,Civilians,\"Wire, 2016\",Shot,2016-01-05 00:00:00.000,2016-01-09 00:00:00.000,2,Mosul town,Ninawa,Iraq,36.3,43.1,3,5,4,9\n",
    "unspecified-attack|2016-01-05|2016-01-10|2|Mosul town|IQ|3|36.30|4-5-9|initiator asserted IS; target asserted Civilians; ", "data-set.ucdp-ged", "Shot\n\nWire, 2016" },
  { "ged/state-based", GED "10,1,Government of Yemen (North Yemen),AQAP,Text,,2015-03-01,2015-03-31,4,Yemen,,Yemen (North Yemen),15.5,48,6,1,1,1\n",
    "armed-clash|2015-03-01|2015-04-01|4|Yemen|YE|6|15.50|1-1-1|participant asserted Government of Yemen (North Yemen); participant asserted AQAP; ", "data-set.ucdp-ged", "Text" },
  { "gtd/suicide", GTD "201406100001,2014,6,10,3,1,ISIL,1,Police station,Explosives,Iraq,Nineveh,Mosul,36.3,43.1,1,06/10/2014: A bomber.,4.0,10\n",
    "suicide-bombing|2014-06-10|2014-06-11|1|Mosul|IQ|1|36.30|4-4-4|initiator claimed ISIL; ", "data-set.gtd", "06/10/2014: A bomber." },
  { "gtd/day-not-known", GTD "201406000002,2014,6,0,6,0,Unknown,0,,,Syria,,Unknown,,,5,Taken.,,\n",
    "abduction|2014-06-01|2014-07-01|4|Syria|SY|6|nan|-1--1--1|", "data-set.gtd", "Taken." },
};

static void
test_case (gconstpointer data)
{
  guint                             i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes)                bytes = g_bytes_new_static (cases[i].table, strlen (cases[i].table));
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes ("x.csv", bytes);
  g_autoptr (GError)                error = NULL;
  g_autoptr (DatelineArticle)       article = dateline_article_reader_next (reader, &error);
  g_autoptr (DatelineExtraction)    extraction = dateline_article_reader_take_extraction (reader);
  const DatelineIncident           *incident;
  g_autofree char                  *description = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (extraction);
  g_assert_true (g_str_has_prefix (article->text, cases[i].note));
  g_assert_cmpuint (strlen (article->text), ==, article->length);
  g_assert_cmpuint (extraction->incidents->len, ==, cases[i].expected != NULL);
  if (cases[i].expected == NULL)
    return;

  incident = g_ptr_array_index (extraction->incidents, 0);
  description = describe (article, incident);
  g_assert_cmpstr (description, ==, cases[i].expected);
  g_assert_cmpstr (g_ptr_array_index (incident->rules, 0), ==, cases[i].rule);
  g_assert_cmpuint (g_array_index (incident->evidence, DatelineProvenance, 0).span.end, ==, strlen (cases[i].note));
}

/* Two named sources are more than one. */
static void
test_grade (void)
{
  static const struct
  {
    const char   *sources;
    guint         n_sources;
    DatelineGrade grade;
  } grades[] = { { "AP", 1, DATELINE_GRADE_WEAK }, { "\"AP; Al Masirah;\"", 2, DATELINE_GRADE_FAIR }, { "", 0, DATELINE_GRADE_WEAK } };

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_autofree char                  *table = g_strdup_printf (ACLED "Y,2024-01-24,1,Battles,Armed clash,A,B,Yemen,,,15,44,1,%s,Note.,0\n", grades[i].sources);
      g_autoptr (GBytes)                bytes = g_bytes_new (table, strlen (table));
      g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes ("x.csv", bytes);
      g_autoptr (DatelineArticle)       article = dateline_article_reader_next (reader, NULL);
      g_autoptr (DatelineExtraction)    extraction = dateline_article_reader_take_extraction (reader);
      const DatelineIncident           *incident = g_ptr_array_index (extraction->incidents, 0);

      g_assert_cmpuint (incident->sources->len, ==, grades[i].n_sources);
      g_assert_cmpint (incident->grade, ==, grades[i].grade);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/data-set/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/exchange/data-set/grade", test_grade);

  return g_test_run ();
}
