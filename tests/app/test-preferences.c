/* test-preferences.c: what is chosen in the preferences, in the settings and in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "dateline-application.h"
#include "dateline-map.h"
#include "dateline-preferences-window.h"
#include "dateline-settings.h"
#include "dateline-window.h"
#include "dateline-words.h"

static DatelineApplication *application;

static GtkWidget *
find_by_type (GtkWidget *widget, GType type, const char *title)
{
  g_autofree char *own = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      if (title == NULL)
        return widget;
      g_object_get (widget, "title", &own, NULL);
      if (g_str_equal (own, title))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_type (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Every line of every list is a value of its setting, and back. */
static void
test_rows (void)
{
  static const struct
  {
    const char *title;
    const char *key;
    const char *values[3];
  } rows[] = {
    { "Time _zone", "display-zone", { "incident", "utc", "computer" } },
    { "_Background", "map-background", { "built-in", "online", "mbtiles" } },
    { "_Names on the map", "map-label-language", { "english", "arabic", "both" } },
    { "_Larger signs for more", "map-size-by", { "toll", "reports" } },
  };
  g_autoptr (GSettings) settings = dateline_settings_new ();
  GtkWidget            *window;

  g_assert_nonnull (settings);
  window = dateline_preferences_window_new (settings);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = find_by_type (window, ADW_TYPE_COMBO_ROW, rows[i].title);

      g_assert_nonnull (row);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].values) && rows[i].values[j] != NULL; j++)
        {
          g_autofree char *value = NULL;

          adw_combo_row_set_selected (ADW_COMBO_ROW (row), j);
          value = g_settings_get_string (settings, rows[i].key);
          g_assert_cmpstr (value, ==, rows[i].values[j]);
        }
      g_settings_reset (settings, rows[i].key);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window (void)
{
  g_autoptr (GSettings) settings = dateline_settings_new ();
  GtkWidget            *window = dateline_window_new (ADW_APPLICATION (application));
  GtkWidget            *map = find_by_type (window, DATELINE_TYPE_MAP, NULL);
  DatelineLabelLanguage language;

  g_settings_set_string (settings, "map-label-language", "both");
  g_object_get (map, "label-language", &language, NULL);
  g_assert_cmpint (language, ==, DATELINE_LABELS_BOTH);

  /* The map's own popover writes to the same place. */
  g_object_set (map, "label-language", DATELINE_LABELS_ARABIC, NULL);
  g_assert_cmpint (g_settings_get_enum (settings, "map-label-language"), ==, DATELINE_LABELS_ARABIC);
  g_settings_reset (settings, "map-label-language");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* 24 January 2024, 00:15 in Baghdad. */
static void
test_zones (void)
{
  static const struct
  {
    DatelineDisplayZone zone;
    const char         *words;
  } cases[] = {
    { DATELINE_ZONE_INCIDENT, "24 January 2024, 00:15 (UTC+03:00)" },
    { DATELINE_ZONE_UTC, "23 January 2024, 21:15 (UTC+00:00)" },
    { DATELINE_ZONE_COMPUTER, "24 January 2024, 02:45 (UTC+05:30)" },
  };
  DatelineWhen when = { .interval = { 1706044500, 1706044560 }, .precision = DATELINE_DATE_DAY, .offset_minutes = 180 };
  DatelineWhen day = { .interval = { 1706043600, 1706043600 + 86400 }, .precision = DATELINE_DATE_DAY, .offset_minutes = 180 };

  g_setenv ("TZ", "Asia/Kolkata", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *whole = NULL;

      dateline_words_set_zone (cases[i].zone);
      words = dateline_when_to_words (&when);
      whole = dateline_when_to_words (&day);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (whole, ==, "24 January 2024");
    }
  dateline_words_set_zone (DATELINE_ZONE_INCIDENT);
}

int
main (int argc, char *argv[])
{
  g_setenv ("DATELINE_TEST", "1", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = dateline_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/app/preferences/rows", test_rows);
  g_test_add_func ("/app/preferences/window", test_window);
  g_test_add_func ("/app/preferences/zones", test_zones);

  return g_test_run ();
}
