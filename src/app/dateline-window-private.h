/* dateline-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-import-job.h"
#include "dateline-window.h"

G_BEGIN_DECLS

struct _DatelineWindow
{
  AdwApplicationWindow parent_instance;

  DatelineSession *session;
  GSettings       *settings; /* NULL where the schema is not installed */

  /* Importing; see dateline-window-import.c */
  GCancellable         *import_cancellable; /* NULL when nothing is imported */
  DatelineSession      *import_session;     /* kept while its store is written to */
  GQueue                imports;            /* GListModel, waiting for their turn */
  DatelineImportReport *report;             /* of the last import; NULL before it */

  guint marker_source; /* in a test run; see dateline-window-markers.c */

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle  *window_title;
  GtkWidget       *list_button;
  GtkWidget       *evidence_button;
  GtkMenuButton   *menu_button;
  GtkRevealer     *import_revealer;
  GtkSpinner      *import_spinner;
  GtkLabel        *import_label;
  GtkStack        *stack;
  AdwFlap         *list_flap;
  AdwFlap         *evidence_flap;
  AdwBin          *list_bin;
  AdwBin          *evidence_bin;
  AdwBin          *map_bin;
  AdwBin          *timeline_bin;
  GtkWidget       *timeline_box;
};

/* dateline-window-actions.c */
void dateline_window_class_install_actions (GtkWidgetClass *widget_class);
void dateline_window_init_actions (DatelineWindow *self);
void dateline_window_init_keys (DatelineWindow *self);

/* dateline-window-markers.c */
void dateline_window_report_markers (DatelineWindow *self);

G_END_DECLS
