/* dateline-day-scale.c: an end of the window, as a slider
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-day-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-locale-text.h"
#include "dateline-words.h"

struct _DatelineDayScale
{
  GtkScale parent_instance;

  DatelineSession    *session; /* NULL for none */
  GSignalGroup       *session_signals;
  DatelineDayScaleEnd end;
  gboolean            updating; /* it moves because the session did */
};

G_DEFINE_FINAL_TYPE (DatelineDayScale, dateline_day_scale, GTK_TYPE_SCALE)

static DatelineDay
get_day (DatelineDayScale *self)
{
  return self->end == DATELINE_DAY_SCALE_DATE ? dateline_session_get_day (self->session)
                                              : dateline_session_get_window_first (self->session);
}

/* "24 January 2024, 3 incidents" */
static void
update_value_text (DatelineDayScale *self)
{
  g_autofree char *day = dateline_day_to_words (get_day (self));
  g_autofree char *text = NULL;
  guint            n_shown;

  g_object_get (self->session, "n-shown", &n_shown, NULL);
  /* Translators: what a screen reader says of the date slider: a day, then how many incidents */
  text = dateline_strdup_printf (ngettext ("%s, %u incident", "%s, %u incidents", n_shown), day, n_shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
update (DatelineDayScale *self)
{
  DatelineDay    first = DATELINE_DAY_NONE, last = DATELINE_DAY_NONE;
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));

  if (self->session != NULL)
    dateline_session_get_span (self->session, &first, &last);
  gtk_widget_set_sensitive (GTK_WIDGET (self), first != DATELINE_DAY_NONE);
  if (first == DATELINE_DAY_NONE)
    return;

  self->updating = TRUE;
  if (gtk_adjustment_get_lower (adjustment) != first || gtk_adjustment_get_upper (adjustment) != last)
    gtk_adjustment_configure (adjustment, CLAMP (get_day (self), first, last), first, last, 1, 7, 0);
  gtk_range_set_value (GTK_RANGE (self), get_day (self));
  update_value_text (self);
  self->updating = FALSE;
}

static void
on_value_changed_cb (DatelineDayScale *self)
{
  DatelineDay day = (DatelineDay) lround (gtk_range_get_value (GTK_RANGE (self)));

  if (self->updating || self->session == NULL)
    return;

  if (self->end == DATELINE_DAY_SCALE_DATE)
    dateline_session_set_day (self->session, day);
  else
    dateline_session_set_window_first (self->session, day);
  /* The session may have gone less far, and then tells nothing. */
  update (self);
}

static void
dateline_day_scale_dispose (GObject *object)
{
  DatelineDayScale *self = DATELINE_DAY_SCALE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_day_scale_parent_class)->dispose (object);
}

static void
dateline_day_scale_class_init (DatelineDayScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_day_scale_dispose;
}

static void
dateline_day_scale_init (DatelineDayScale *self)
{
  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (update), self);

  gtk_range_set_round_digits (GTK_RANGE (self), 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  /* Time runs from left to right whatever the language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  g_signal_connect (self, "value-changed", G_CALLBACK (on_value_changed_cb), NULL);
}

GtkWidget *
dateline_day_scale_new (DatelineDayScaleEnd end)
{
  DatelineDayScale *self = g_object_new (DATELINE_TYPE_DAY_SCALE, NULL);

  self->end = end;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, end == DATELINE_DAY_SCALE_DATE ? _ ("Date") : _ ("First day shown"),
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * dateline_day_scale_set_session:
 * @self: a slider
 * @session: (nullable): whose window to show and to move
 */
void
dateline_day_scale_set_session (DatelineDayScale *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_DAY_SCALE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  update (self);
}
