/* dateline-legend.h: what the signs on the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dateline_legend_new (void);

G_END_DECLS
