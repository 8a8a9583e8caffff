/* dateline-window-markers.c: tells a test where the markers are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Markers are drawn, so no accessibility tool can find them: a test that
 * is to click on one has to be told.
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <json-glib/json-glib.h>

#include "dateline-incident-item.h"
#include "dateline-map.h"

/* Often enough for a test, which waits. */
#define INTERVAL_MS 250

static void
add_marker (DatelineWindow *self, JsonBuilder *builder, gint64 incident, const DatelinePlace *place)
{
  GtkWidget *map = adw_bin_get_child (self->map_bin);
  double     x = 0;
  double     y = 0;

  if (place->role != DATELINE_PLACE_SITE || !dateline_point_is_set (place->point) ||
      !dateline_map_get_position (DATELINE_MAP (map), place->point, &x, &y))
    return;

  gtk_widget_translate_coordinates (map, GTK_WIDGET (self), x, y, &x, &y);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "incident");
  json_builder_add_int_value (builder, incident);
  json_builder_set_member_name (builder, "place");
  json_builder_add_string_value (builder, place->name);
  json_builder_set_member_name (builder, "x");
  json_builder_add_double_value (builder, x);
  json_builder_set_member_name (builder, "y");
  json_builder_add_double_value (builder, y);
  json_builder_end_object (builder);
}

static char *
describe_markers (DatelineWindow *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;
  GListModel             *list = dateline_session_get_list (self->session);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DatelineIncidentItem) item = g_list_model_get_item (list, i);
      const DatelineIncident          *incident = dateline_incident_item_get_incident (item);

      for (guint j = 0; j < incident->places->len; j++)
        add_marker (self, builder, dateline_incident_item_get_id (item), &g_array_index (incident->places, DatelinePlace, j));
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
on_interval_cb (gpointer user_data)
{
  DatelineWindow  *self = user_data;
  g_autofree char *markers = describe_markers (self);

  g_printerr ("markers %s\n", markers);
  return G_SOURCE_CONTINUE;
}

static void
add_row (const DatelineIncidentSummary *summary, gpointer user_data)
{
  if (dateline_date_interval_is_set (summary->interval) && dateline_point_is_set (summary->point))
    g_string_append_printf (user_data, "%s[%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT "]", ((GString *) user_data)->len > 0 ? ", " : "",
                            summary->id, summary->interval.start, summary->interval.end);
}

/* What the map is to show when, by the store alone. */
static void
on_incidents_changed_cb (DatelineWindow *self)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  dateline_store_foreach_summary (dateline_session_get_store (self->session), add_row, rows, NULL);
  g_printerr ("stored [%s]\n", rows->str);
}

static void
on_visible_changed_cb (DatelineWindow *self)
{
  self->marker_moved = TRUE;
}

/* What the map showed when the frame was painted. */
static void
on_after_paint_cb (DatelineWindow *self)
{
  DatelineDay         first = dateline_session_get_window_first (self->session);
  DatelineDay         day = dateline_session_get_day (self->session);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GArray)  drawn = NULL;

  if (!self->marker_moved || day == DATELINE_DAY_NONE)
    return;

  self->marker_moved = FALSE;
  drawn = dateline_map_list_drawn (DATELINE_MAP (adw_bin_get_child (self->map_bin)));
  for (guint i = 0; i < drawn->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (drawn, gint64, i));
  g_printerr ("drawn {\"first\": %d, \"last\": %d, \"incidents\": [%s]}\n", first, day, ids->str);
}

static void
on_realize_cb (DatelineWindow *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (on_after_paint_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_window_report_markers:
 * @self: a window in a test run
 *
 * From now on, prints on standard error where each marker is, in pixels of
 * the window; what is stored, whenever that changes; and, for every frame
 * that shows another window of days, what it drew: the first and the last
 * civil day, and the row ids.
 */
void
dateline_window_report_markers (DatelineWindow *self)
{
  self->marker_source = g_timeout_add (INTERVAL_MS, on_interval_cb, self);
  g_signal_connect_object (self->session, "incidents-changed", G_CALLBACK (on_incidents_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "visible-changed", G_CALLBACK (on_visible_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize_cb), NULL);
}
