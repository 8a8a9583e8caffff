/* dateline-symbol-icon.h: the sign of a type of incident, beside text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-incident-type.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SYMBOL_ICON (dateline_symbol_icon_get_type ())
G_DECLARE_FINAL_TYPE (DatelineSymbolIcon, dateline_symbol_icon, DATELINE, SYMBOL_ICON, GtkWidget)

void dateline_symbol_icon_set_incident_type (DatelineSymbolIcon *self, DatelineIncidentType type);

G_END_DECLS
