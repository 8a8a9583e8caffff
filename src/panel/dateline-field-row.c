/* dateline-field-row.c: one field of an incident: its name and its values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-field-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dateline-locale-text.h"

struct _DatelineFieldRow
{
  GtkWidget parent_instance;

  DatelineField field;

  /* Template widgets */
  GtkLabel *name_label;
  GtkBox   *values_box;
  GtkLabel *confidence_label;
};

enum
{
  SIGNAL_EMPHASISE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineFieldRow, dateline_field_row, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
update_marking (DatelineFieldRow *self)
{
  gboolean                  dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (PangoAttrList) attributes = dateline_field_to_attributes (self->field, dark);

  gtk_label_set_attributes (self->name_label, attributes);
}

static GtkWidget *
add_label (DatelineFieldRow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_box_append (self->values_box, label);
  return label;
}

static void
on_enter_cb (DatelineFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EMPHASISE], 0, (int) self->field);
}

static void
on_leave_cb (DatelineFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EMPHASISE], 0, (int) DATELINE_FIELD_NONE);
}

static void
dateline_field_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dateline_field_row_parent_class)->dispose (object);
}

static void
dateline_field_row_class_init (DatelineFieldRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_field_row_dispose;

  signals[SIGNAL_EMPHASISE] =
    g_signal_new ("emphasise",
                  DATELINE_TYPE_FIELD_ROW,
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineFieldRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineFieldRow, values_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFieldRow, confidence_label);
  gtk_widget_class_bind_template_callback (widget_class, on_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
}

static void
dateline_field_row_init (DatelineFieldRow *self)
{
  self->field = DATELINE_FIELD_WHAT;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_marking), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_field_row_new:
 * @field: the field whose colour it bears
 * @label: (nullable): its name, or %NULL for the field's own
 *
 * Returns: (transfer floating): a row without values
 */
GtkWidget *
dateline_field_row_new (DatelineField field, const char *label)
{
  DatelineFieldRow *self = g_object_new (DATELINE_TYPE_FIELD_ROW, NULL);

  self->field = field;
  gtk_label_set_label (self->name_label, label != NULL ? label : dateline_field_get_label (field));
  update_marking (self);

  return GTK_WIDGET (self);
}

DatelineField
dateline_field_row_get_field (DatelineFieldRow *self)
{
  g_return_val_if_fail (DATELINE_IS_FIELD_ROW (self), DATELINE_FIELD_NONE);

  return self->field;
}

/**
 * dateline_field_row_add_value:
 * @self: a row
 * @value: what is known, in words
 */
void
dateline_field_row_add_value (DatelineFieldRow *self, const char *value)
{
  GtkWidget *label;

  g_return_if_fail (DATELINE_IS_FIELD_ROW (self));

  label = add_label (self, value);
  if (gtk_widget_get_prev_sibling (label) != NULL)
    gtk_widget_set_margin_top (label, 4);
}

/**
 * dateline_field_row_add_note:
 * @self: a row
 * @note: how well it is known, or that it is not; shown quietly
 */
void
dateline_field_row_add_note (DatelineFieldRow *self, const char *note)
{
  GtkWidget *label;

  g_return_if_fail (DATELINE_IS_FIELD_ROW (self));

  label = add_label (self, note);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
}

/**
 * dateline_field_row_add_warning:
 * @self: a row
 * @warning: what the value rests on, where that is a guess
 */
void
dateline_field_row_add_warning (DatelineFieldRow *self, const char *warning)
{
  GtkWidget *label;

  g_return_if_fail (DATELINE_IS_FIELD_ROW (self));

  label = add_label (self, warning);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_add_css_class (label, "warning");
}

/**
 * dateline_field_row_set_confidence:
 * @self: a row
 * @confidence: how likely its first value is right, 0–1; what nobody rated
 *   (0) and what an analyst said (1) shows none
 */
void
dateline_field_row_set_confidence (DatelineFieldRow *self, double confidence)
{
  g_autofree char *percent = NULL;

  g_return_if_fail (DATELINE_IS_FIELD_ROW (self));

  percent = dateline_strdup_printf (_ ("%u %%"), (guint) (CLAMP (confidence, 0.0, 1.0) * 100.0 + 0.5));
  gtk_label_set_label (self->confidence_label, percent);
  gtk_widget_set_visible (GTK_WIDGET (self->confidence_label), confidence > 0 && confidence < 1);
}

void
dateline_field_row_set_emphasised (DatelineFieldRow *self, gboolean emphasised)
{
  g_return_if_fail (DATELINE_IS_FIELD_ROW (self));

  if (emphasised)
    gtk_widget_add_css_class (GTK_WIDGET (self), "emphasised");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "emphasised");
}
