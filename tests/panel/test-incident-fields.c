/* test-incident-fields.c: what stands in the form is what is saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-incident-fields.h"

typedef struct
{
  DatelineLine line;
  const char  *text;
  const char  *again; /* as it is written then; NULL when it is refused */
} Case;

static const Case cases[] = {
  { DATELINE_LINE_TYPE, "Air strike", "Air strike" },
  { DATELINE_LINE_TYPE, "Picnic", NULL },
  { DATELINE_LINE_WHEN, "2024-01-24", "2024-01-24" },
  { DATELINE_LINE_WHEN, " 2024-01-24 ", "2024-01-24" },
  { DATELINE_LINE_WHEN, "2024-01-24 18:30", "2024-01-24 18:30" },
  { DATELINE_LINE_WHEN, "2024-01-24 00:00", "2024-01-24 00:00" },
  { DATELINE_LINE_WHEN, "2024-01-22 – 2024-01-23", "2024-01-22 – 2024-01-23" },
  { DATELINE_LINE_WHEN, "2024-01-22 - 2024-01-23", "2024-01-22 – 2024-01-23" },
  { DATELINE_LINE_WHEN, "2024-01-22–2024-01-22", "2024-01-22" },
  { DATELINE_LINE_WHEN, "", "" },
  { DATELINE_LINE_WHEN, "2024-01-24 24:00", NULL },
  { DATELINE_LINE_WHEN, "2024-01-24 18:30 or so", NULL },
  { DATELINE_LINE_WHEN, "2024-02-30", NULL },
  { DATELINE_LINE_WHEN, "2024-01-23 – 2024-01-22", NULL },
  { DATELINE_LINE_WHEN, "2024-01-22 – 2024-01-23 – 2024-01-24", NULL },
  { DATELINE_LINE_WHEN, "Tuesday", NULL },
  { DATELINE_LINE_BY, "Islamic State", "Islamic State" },
  { DATELINE_LINE_BY, " US forces ;; Iraqi army, ", "US forces; Iraqi army" },
  { DATELINE_LINE_AGAINST, "", "" },
  { DATELINE_LINE_TARGETS, "a mosque; a market", "a mosque; a market" },
  { DATELINE_LINE_WEAPONS, "Tochka", "Tochka" },
  { DATELINE_LINE_KILLED, "12", "12" },
  { DATELINE_LINE_KILLED, "0", "0" },
  { DATELINE_LINE_KILLED, "10–15", "10 (10–15)" },
  { DATELINE_LINE_KILLED, "10-15", "10 (10–15)" },
  { DATELINE_LINE_KILLED, "12 (10–15)", "12 (10–15)" },
  { DATELINE_LINE_KILLED, "12 (10-15)", "12 (10–15)" },
  { DATELINE_LINE_KILLED, "", "" },
  { DATELINE_LINE_KILLED, "-3", NULL },
  { DATELINE_LINE_KILLED, "15–10", NULL },
  { DATELINE_LINE_KILLED, "20 (10–15)", NULL },
  { DATELINE_LINE_KILLED, "dozens", NULL },
  { DATELINE_LINE_KILLED, "99999999", NULL },
  { DATELINE_LINE_STRIKES, "3", "3" },
  { DATELINE_LINE_STRIKES, "", "" },
  { DATELINE_LINE_STRIKES, "0", NULL },
  { DATELINE_LINE_STRIKES, "3.5", NULL },
  { DATELINE_LINE_BACKGROUND, "Background", "Background" },
  { DATELINE_LINE_GRADE, "Contested", "Contested" },
};

static DatelineIncident *
new_incident (void)
{
  DatelineIncident *incident = dateline_incident_new (DATELINE_INCIDENT_SHELLING);

  incident->when.offset_minutes = DATELINE_REGION_OFFSET_MINUTES;
  return incident;
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DatelineIncident) incident = new_incident ();
      g_autofree char             *before = dateline_line_format (cases[i].line, incident);
      g_autofree char             *after = NULL;
      g_autoptr (GError)           error = NULL;
      gboolean                     parsed = dateline_line_parse (cases[i].line, cases[i].text, incident, &error);

      g_test_message ("%s: “%s”", dateline_line_get_label (cases[i].line), cases[i].text);
      after = dateline_line_format (cases[i].line, incident);
      g_assert_cmpint (parsed, ==, cases[i].again != NULL);
      g_assert_cmpstr (after, ==, parsed ? cases[i].again : before);
      if (!parsed)
        g_assert_error (error, DATELINE_LINE_ERROR, DATELINE_LINE_ERROR_INVALID);
    }
}

/* Whoever is still named keeps the words he was read from. */
static void
test_names_keep_their_words (void)
{
  g_autoptr (DatelineIncident) incident = new_incident ();
  DatelineActor                actor = { .id = g_strdup ("islamic-state"), .name = g_strdup ("Islamic State"), .role = DATELINE_ACTOR_INITIATOR, .provenance = { 7, { 3, 16 } } };
  const DatelineActor         *kept;

  g_array_append_val (incident->actors, actor);
  g_assert_true (dateline_line_parse (DATELINE_LINE_BY, "Ansar al-Islam; Islamic State", incident, NULL));
  g_assert_true (dateline_line_parse (DATELINE_LINE_AGAINST, "Iraqi army", incident, NULL));
  g_assert_cmpuint (incident->actors->len, ==, 3);
  kept = &g_array_index (incident->actors, DatelineActor, 0);
  g_assert_cmpstr (kept->id, ==, "islamic-state");
  g_assert_cmpuint (kept->provenance.span.end, ==, 16);

  g_assert_true (dateline_line_parse (DATELINE_LINE_BY, "", incident, NULL));
  g_assert_cmpuint (incident->actors->len, ==, 1);
  g_assert_cmpstr (g_array_index (incident->actors, DatelineActor, 0).name, ==, "Iraqi army");
}

static void
test_coordinates (void)
{
  static const struct
  {
    const char *text;
    double      lat, lon; /* 99 when refused */
  } points[] = {
    { "32.8596, 44.2156", 32.8596, 44.2156 },
    { "32.8596 44.2156", 32.8596, 44.2156 },
    { " -33.5;-44 ", -33.5, -44 },
    { "91, 44", 99, 99 },
    { "32, 181", 99, 99 },
    { "32", 99, 99 },
    { "", 99, 99 },
    { "32, 44 north", 99, 99 },
    { "nan, nan", 99, 99 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      DatelinePoint point = { 99, 99 };

      g_test_message ("“%s”", points[i].text);
      g_assert_cmpint (dateline_coordinates_parse (points[i].text, &point), ==, points[i].lat != 99);
      g_assert_cmpfloat (point.lat, ==, points[i].lat);
      g_assert_cmpfloat (point.lon, ==, points[i].lon);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panel/incident-fields/parse", test_parse);
  g_test_add_func ("/panel/incident-fields/names-keep-their-words", test_names_keep_their_words);
  g_test_add_func ("/panel/incident-fields/coordinates", test_coordinates);

  return g_test_run ();
}
