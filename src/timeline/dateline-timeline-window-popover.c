/* dateline-timeline-window-popover.c: which days to show with the date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-timeline-window-popover.h"

#include <glib/gi18n.h>

#include "dateline-day-text.h"
#include "dateline-locale-text.h"
#include "dateline-words.h"

struct _DatelineTimelineWindowPopover
{
  GtkPopover parent_instance;

  DatelineSession *session; /* NULL for none */
  GSignalGroup    *session_signals;
  gboolean         updating;

  /* Template widgets */
  GtkCheckButton *day_button;
  GtkCheckButton *week_button;
  GtkCheckButton *month_button;
  GtkCheckButton *span_button;
  GtkCheckButton *free_button;
  GtkCheckButton *up_to_button;
  GtkSpinButton  *span_spin;
};

G_DEFINE_FINAL_TYPE (DatelineTimelineWindowPopover, dateline_timeline_window_popover, GTK_TYPE_POPOVER)

static GtkCheckButton *
get_button (DatelineTimelineWindowPopover *self, DatelineWindowKind kind)
{
  GtkCheckButton *buttons[] = {
    [DATELINE_WINDOW_DAY] = self->day_button,
    [DATELINE_WINDOW_WEEK] = self->week_button,
    [DATELINE_WINDOW_MONTH] = self->month_button,
    [DATELINE_WINDOW_SPAN] = self->span_button,
    [DATELINE_WINDOW_FREE] = self->free_button,
    [DATELINE_WINDOW_UP_TO] = self->up_to_button,
  };

  return buttons[kind];
}

static void
update (DatelineTimelineWindowPopover *self)
{
  g_autofree char *first = NULL;
  g_autofree char *label = NULL;

  if (self->session == NULL || dateline_session_get_day (self->session) == DATELINE_DAY_NONE)
    return;

  self->updating = TRUE;
  gtk_check_button_set_active (get_button (self, dateline_session_get_window_kind (self->session)), TRUE);
  gtk_spin_button_set_value (self->span_spin, dateline_session_get_span_days (self->session));
  first = dateline_day_to_words (dateline_session_get_window_first (self->session));
  /* Translators: a window of days that begins with this one, as in "From 24 January 2024" */
  label = g_strdup_printf (_ ("From %s"), first);
  gtk_check_button_set_label (self->free_button, label);
  self->updating = FALSE;
}

static void
on_toggled_cb (DatelineTimelineWindowPopover *self, GtkCheckButton *button)
{
  if (self->updating || self->session == NULL || !gtk_check_button_get_active (button))
    return;

  for (guint kind = 0; kind < DATELINE_N_WINDOW_KINDS; kind++)
    if (get_button (self, (DatelineWindowKind) kind) == button)
      dateline_session_set_window_kind (self->session, (DatelineWindowKind) kind);
}

static void
on_span_changed_cb (DatelineTimelineWindowPopover *self)
{
  if (!self->updating && self->session != NULL)
    dateline_session_set_span_days (self->session, gtk_spin_button_get_value_as_int (self->span_spin));
}

/* Not the field of a number, which GTK would choose: typing would change it. */
static void
dateline_timeline_window_popover_map (GtkWidget *widget)
{
  DatelineTimelineWindowPopover *self = DATELINE_TIMELINE_WINDOW_POPOVER (widget);

  GTK_WIDGET_CLASS (dateline_timeline_window_popover_parent_class)->map (widget);
  if (self->session != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_button (self, dateline_session_get_window_kind (self->session))));
}

static void
dateline_timeline_window_popover_dispose (GObject *object)
{
  DatelineTimelineWindowPopover *self = DATELINE_TIMELINE_WINDOW_POPOVER (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_timeline_window_popover_parent_class)->dispose (object);
}

static void
dateline_timeline_window_popover_class_init (DatelineTimelineWindowPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_timeline_window_popover_dispose;
  widget_class->map = dateline_timeline_window_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-timeline-window-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, day_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, week_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, month_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, span_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, free_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, up_to_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineWindowPopover, span_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_span_changed_cb);
}

static void
dateline_timeline_window_popover_init (DatelineTimelineWindowPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (update), self);
}

/**
 * dateline_timeline_window_popover_set_session:
 * @self: a popover
 * @session: (nullable): whose window to show and to change
 */
void
dateline_timeline_window_popover_set_session (DatelineTimelineWindowPopover *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_WINDOW_POPOVER (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  update (self);
}

/**
 * dateline_timeline_describe_window:
 * @session: (nullable): whose window
 *
 * Returns: (transfer full): "30 days", "From 24 Jan 2024"
 */
char *
dateline_timeline_describe_window (DatelineSession *session)
{
  DatelineWindowKind kind = session != NULL ? dateline_session_get_window_kind (session) : DATELINE_WINDOW_UP_TO;
  g_autofree char   *first = NULL;
  int                n_days = 1;

  switch (kind)
    {
    case DATELINE_WINDOW_FREE:
      first = dateline_day_to_short (dateline_session_get_window_first (session));
      return g_strdup_printf (_ ("From %s"), first);
    case DATELINE_WINDOW_UP_TO:
      return g_strdup (_ ("Up to the date"));
    case DATELINE_WINDOW_SPAN:
      n_days = dateline_session_get_span_days (session);
      break;
    case DATELINE_WINDOW_WEEK:
      n_days = 7;
      break;
    case DATELINE_WINDOW_MONTH:
      n_days = 30;
      break;
    case DATELINE_WINDOW_DAY:
    case DATELINE_N_WINDOW_KINDS:
    default:
      break;
    }
  /* Translators: how many days are shown, the date's included */
  return dateline_strdup_printf (ngettext ("%d day", "%d days", (gulong) n_days), n_days);
}
