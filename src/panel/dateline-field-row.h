/* dateline-field-row.h: one field of an incident: its name and its values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-mark.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FIELD_ROW (dateline_field_row_get_type ())
G_DECLARE_FINAL_TYPE (DatelineFieldRow, dateline_field_row, DATELINE, FIELD_ROW, GtkWidget)

/* Signals:
 *   "emphasise" (int field)  the pointer came over the row, or with
 *                            %DATELINE_FIELD_NONE left it
 */
GtkWidget    *dateline_field_row_new (DatelineField field, const char *label);
DatelineField dateline_field_row_get_field (DatelineFieldRow *self);
void          dateline_field_row_add_value (DatelineFieldRow *self, const char *value);
void          dateline_field_row_add_note (DatelineFieldRow *self, const char *note);
void          dateline_field_row_add_warning (DatelineFieldRow *self, const char *warning);
void          dateline_field_row_set_confidence (DatelineFieldRow *self, double confidence);
void          dateline_field_row_set_emphasised (DatelineFieldRow *self, gboolean emphasised);

G_END_DECLS
