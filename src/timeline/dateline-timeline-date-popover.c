/* dateline-timeline-date-popover.c: a date to type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-timeline-date-popover.h"

#include <glib/gi18n.h>

#include "dateline-day-text.h"
#include "dateline-words.h"

struct _DatelineTimelineDatePopover
{
  GtkPopover parent_instance;

  DatelineSession *session; /* NULL for none */

  /* Template widgets */
  GtkEntry *entry;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (DatelineTimelineDatePopover, dateline_timeline_date_popover, GTK_TYPE_POPOVER)

/* What was typed is wrong when @problem is not NULL. */
static void
show_hint (DatelineTimelineDatePopover *self, const char *problem)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  gtk_label_set_label (self->hint, problem != NULL ? problem : _ ("A day such as 24 Jan 2024 or 2024-01-24, or “last 30 days”"));
  if (problem != NULL)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (entry, "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry),
                               GTK_ACCESSIBLE_STATE_INVALID, problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_outside (DatelineTimelineDatePopover *self, DatelineDay first, DatelineDay last)
{
  g_autofree char *begin = dateline_day_to_words (first);
  g_autofree char *end = dateline_day_to_words (last);
  /* Translators: the first and the last day that can be shown */
  g_autofree char *problem = g_strdup_printf (_ ("The incidents run from %s to %s"), begin, end);

  show_hint (self, problem);
}

/* "last 30 days": a window that ends with the last day. */
static gboolean
enter_last_days (DatelineTimelineDatePopover *self, const char *text)
{
  int         n_days = dateline_parse_last_days (text);
  DatelineDay first, last;

  if (n_days == 0 || !dateline_session_get_span (self->session, &first, &last))
    return FALSE;

  if (n_days == 7 || n_days == 30)
    dateline_session_set_window_kind (self->session, n_days == 7 ? DATELINE_WINDOW_WEEK : DATELINE_WINDOW_MONTH);
  else
    dateline_session_set_span_days (self->session, n_days);
  dateline_session_set_day (self->session, last);
  return TRUE;
}

static void
on_activate_cb (DatelineTimelineDatePopover *self)
{
  if (dateline_timeline_date_popover_enter (self, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_changed_cb (DatelineTimelineDatePopover *self)
{
  show_hint (self, NULL);
}

static void
on_map_cb (DatelineTimelineDatePopover *self)
{
  g_autofree char *day = NULL;

  if (self->session != NULL)
    day = dateline_day_to_heading (dateline_session_get_day (self->session));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day != NULL ? day : "");
  show_hint (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
dateline_timeline_date_popover_dispose (GObject *object)
{
  DatelineTimelineDatePopover *self = DATELINE_TIMELINE_DATE_POPOVER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_timeline_date_popover_parent_class)->dispose (object);
}

static void
dateline_timeline_date_popover_class_init (DatelineTimelineDatePopoverClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_timeline_date_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-timeline-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineDatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineDatePopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_map_cb);
}

static void
dateline_timeline_date_popover_init (DatelineTimelineDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_timeline_date_popover_set_session:
 * @self: a popover
 * @session: (nullable): whose day to move
 */
void
dateline_timeline_date_popover_set_session (DatelineTimelineDatePopover *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_DATE_POPOVER (self));

  g_set_object (&self->session, session);
}

/**
 * dateline_timeline_date_popover_enter:
 * @self: a popover
 * @text: as typed
 *
 * Moves the session to the day that @text names; "last 30 days" sets its
 * window, too. A text that names none,
 * or one outside the span, is marked as wrong and moves nothing.
 *
 * Returns: whether the session stands on that day
 */
gboolean
dateline_timeline_date_popover_enter (DatelineTimelineDatePopover *self, const char *text)
{
  DatelineDay day, first, last;

  g_return_val_if_fail (DATELINE_IS_TIMELINE_DATE_POPOVER (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (self->session == NULL || !dateline_session_get_span (self->session, &first, &last))
    return FALSE;
  if (enter_last_days (self, text))
    return TRUE;

  day = dateline_day_parse_typed (text, dateline_session_get_day (self->session));
  if (day == DATELINE_DAY_NONE)
    {
      show_hint (self, _ ("Not a date. Type a day such as 24 Jan 2024"));
      return FALSE;
    }
  if (day < first || day > last)
    {
      show_outside (self, first, last);
      return FALSE;
    }

  dateline_session_set_day (self->session, day);
  return TRUE;
}
