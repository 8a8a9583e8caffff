/* dateline-tray.h: incidents that the map or the slider cannot show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TRAY_WITHOUT_PLACE,
  DATELINE_TRAY_WITHOUT_DATE
} DatelineTrayKind;

#define DATELINE_TYPE_TRAY (dateline_tray_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTray, dateline_tray, DATELINE, TRAY, GtkWidget)

/* Hidden while it is empty. */
GtkWidget *dateline_tray_new (DatelineSession *session, DatelineTrayKind kind);

G_END_DECLS
