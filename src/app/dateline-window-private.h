/* dateline-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-import-job.h"
#include "dateline-window.h"

G_BEGIN_DECLS

/* See dateline-window-export.c. */
typedef struct _DatelineWindowExport DatelineWindowExport;

struct _DatelineWindow
{
  AdwApplicationWindow parent_instance;

  DatelineSession *session;
  char            *path;     /* of the project; NULL in a temporary file */
  gboolean         opening;  /* another project is being read */
  gboolean         saving;   /* nothing may be imported meanwhile */
  gboolean         closes;   /* when it is saved */
  gboolean         discards; /* the project, when it closes */
  GSettings       *settings; /* NULL where the schema is not installed */

  /* Importing; see dateline-window-import.c */
  GCancellable         *import_cancellable; /* NULL when nothing is imported */
  gint64                import_start_us;
  DatelineSession      *import_session; /* kept while its store is written to */
  GQueue                imports;        /* GListModel, waiting for their turn */
  DatelineImportReport *report;         /* of the last import; NULL before it */

  GtkWidget *table_window;      /* weak; NULL for none */
  DatelineWindowExport *export; /* under way; NULL when there is none */

  guint    marker_source; /* in a test run; see dateline-window-markers.c */
  gboolean marker_moved;

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle  *window_title;
  GtkWidget       *open_button;
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
  GMenu           *recent_menu;
  GMenu           *step_menu;
};

/* dateline-window.c */
void dateline_window_set_session (DatelineWindow *self, DatelineSession *session);
void dateline_window_update_title (DatelineWindow *self);

/* dateline-window-project.c */
void  dateline_window_class_install_project_actions (GtkWidgetClass *widget_class);
void  dateline_window_init_project (DatelineWindow *self);
void  dateline_window_start_project (DatelineWindow *self);
void  dateline_window_close_project (DatelineWindow *self);
void  dateline_window_follow_project (DatelineWindow *self);
char *dateline_window_name_project (DatelineWindow *self);

/* dateline-window-import.c */
const DatelineEngine *dateline_window_get_engine (GError **error);
void                  dateline_window_show_work (DatelineWindow *self, const char *what);
void                  dateline_window_merge (DatelineWindow *self);
void                  dateline_window_continue_import (DatelineWindow *self);

/* dateline-window-export.c */
void dateline_window_class_install_export_actions (GtkWidgetClass *widget_class);
void dateline_window_cancel_export (DatelineWindow *self);

/* dateline-window-actions.c */
void dateline_window_class_install_actions (GtkWidgetClass *widget_class);
void dateline_window_init_actions (DatelineWindow *self);
void dateline_window_offer_way_back (DatelineWindow *self);
void dateline_window_init_keys (DatelineWindow *self);

/* dateline-window-table.c */
void dateline_window_show_tables (DatelineWindow *self);
void dateline_window_close_tables (DatelineWindow *self);

/* dateline-window-view.c */
void  dateline_window_save_view (DatelineWindow *self);
void  dateline_window_resume_view (DatelineWindow *self, const char *path);
char *dateline_window_get_last_project (DatelineWindow *self);

/* dateline-window-pictures.c */
void dateline_window_class_install_picture_actions (GtkWidgetClass *widget_class);
/* dateline-window-drag.c */
void dateline_window_init_drag (DatelineWindow *self);

/* dateline-window-markers.c */
void dateline_window_report_markers (DatelineWindow *self);

G_END_DECLS
