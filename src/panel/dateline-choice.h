/* dateline-choice.h: a drop-down that gives way in a narrow panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dateline_choice_new (const char *const *choices, const char *label);

G_END_DECLS
