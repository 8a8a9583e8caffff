/* draw-map.c: pictures of the map, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: draw-map FOLDER [PART-OF-NAME]
 *
 * Draws Iraq, Syria and Yemen at four zooms, light, dark, in Arabic and in
 * high contrast, each as a PNG in FOLDER; only those whose name holds
 * PART-OF-NAME when it is given. Not a test: see test-basemap.c for those.
 */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "../model/fixture.h"
#include "dateline-map.h"

#define WIDTH_PX 1000
#define HEIGHT_PX 640

static const struct
{
  const char   *name;
  DatelinePoint at;
} places[] = {
  { "iraq", { 33.6, 43.6 } },
  { "syria", { 35.4, 38.3 } },
  { "yemen", { 14.6, 44.6 } },
};

static const struct
{
  const char           *name;
  gboolean              dark;
  gboolean              high_contrast;
  DatelineLabelLanguage language;
} looks[] = {
  { "light", FALSE, FALSE, DATELINE_LABELS_ENGLISH },
  { "dark", TRUE, FALSE, DATELINE_LABELS_ENGLISH },
  { "arabic", FALSE, FALSE, DATELINE_LABELS_ARABIC },
  { "both", TRUE, FALSE, DATELINE_LABELS_BOTH },
  { "contrast", FALSE, TRUE, DATELINE_LABELS_ENGLISH },
};

static const int zooms[] = { 4, 6, 8, 11 };

/* Where the zoom is too near to show anything of a whole country. */
static const DatelinePoint towns[] = { { 33.31, 44.37 }, { 36.20, 37.16 }, { 15.35, 44.20 } };

static void
on_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
run_for (guint timeout_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (timeout_ms, on_timeout_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture)    texture = NULL;
  GtkSnapshot              *snapshot = gtk_snapshot_new ();
  int                       scale = gtk_widget_get_scale_factor (widget);

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_print ("%s\n", path);
}

static void
draw (GtkWidget *map, const char *folder, const char *part, guint look)
{
  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
      {
        g_autofree char *name = g_strdup_printf ("%s-z%d-%s.png", places[p].name, zooms[z], looks[look].name);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (part != NULL && strstr (name, part) == NULL)
          continue;
        dateline_map_go_to (DATELINE_MAP (map), zooms[z] > 8 ? towns[p] : places[p].at, zooms[z]);
        run_for (1200);
        save (map, path);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (DatelineSession) session = NULL;
  GtkWidget                  *window;
  GtkWidget                  *map;

  if (argc < 2)
    {
      g_printerr ("usage: draw-map FOLDER [PART-OF-NAME]\n");
      return 2;
    }

  gtk_init ();
  session = fixture_session (NULL, 0);
  map = dateline_map_new (session, g_getenv ("DATELINE_TEST_BASEMAP"));
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  run_for (500);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", looks[i].dark, NULL);
      dateline_map_set_high_contrast (DATELINE_MAP (map), looks[i].high_contrast);
      g_object_set (map, "label-language", looks[i].language, NULL);
      draw (map, argv[1], argc > 2 ? argv[2] : NULL, i);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
