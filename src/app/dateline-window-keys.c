/* dateline-window-keys.c: the keys of date and review, wherever the focus is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include "dateline-map.h"

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} Key;

static const Key keys[] = {
  { GDK_KEY_space, 0, "timeline.play-pause" },
  { GDK_KEY_k, 0, "timeline.pause" },
  { GDK_KEY_j, 0, "timeline.shuttle-back" },
  { GDK_KEY_l, 0, "timeline.shuttle-forward" },
  { GDK_KEY_Left, 0, "timeline.step-back" },
  { GDK_KEY_Right, 0, "timeline.step-forward" },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "timeline.previous-incident-day" },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "timeline.next-incident-day" },
  { GDK_KEY_Home, 0, "timeline.first" },
  { GDK_KEY_End, 0, "timeline.last" },
  { GDK_KEY_a, 0, "review.accept" },
  { GDK_KEY_e, 0, "review.correct" },
  { GDK_KEY_r, 0, "review.reject" },
  { GDK_KEY_s, 0, "review.skip" },
};

/* What text goes into keeps every key, and so does what lies over the
 * window: a popover, a menu. */
static gboolean
keeps_all_keys (GtkWidget *focus)
{
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
  return GTK_IS_EDITABLE (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* The map is panned, and a slider moved, with the keys that move the
 * date; with Shift they do so there, too. Whoever went to a button by
 * keyboard presses it with Space. */
static gboolean
keeps_key (DatelineWindow *self, GtkWidget *focus, const Key *key)
{
  if (keeps_all_keys (focus))
    return TRUE;
  if (key->key == GDK_KEY_space)
    return (GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus)) && gtk_window_get_focus_visible (GTK_WINDOW (self));
  if (key->modifiers == 0 && key->key >= GDK_KEY_Home)
    return GTK_IS_RANGE (focus) || gtk_widget_get_ancestor (focus, DATELINE_TYPE_MAP) != NULL;
  return FALSE;
}

static gboolean
on_key_pressed_cb (DatelineWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget      *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == keyval && keys[i].modifiers == modifiers && (focus == NULL || !keeps_key (self, focus, &keys[i])))
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

/**
 * dateline_window_init_keys:
 * @self: a window
 *
 * Takes these keys before the focus would: Space is to play
 * also where a list would select with it.
 */
void
dateline_window_init_keys (DatelineWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
