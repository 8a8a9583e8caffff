/* dateline-search-provider.h: finds incidents from the desktop's own search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks the program to show an incident, or what words find in a window. */
typedef void (*DatelineShowIncidentFunc) (GtkApplication *application, const char *project, gint64 incident);
typedef void (*DatelineShowSearchFunc) (GtkApplication *application, const char *words);

typedef struct _DatelineSearchProvider DatelineSearchProvider;

DatelineSearchProvider *dateline_search_provider_new (GtkApplication *application, DatelineShowIncidentFunc show_incident, DatelineShowSearchFunc show_search);
void                    dateline_search_provider_free (DatelineSearchProvider *self);
gboolean                dateline_search_provider_export (DatelineSearchProvider *self, GDBusConnection *connection, const char *path, GError **error);
void                    dateline_search_provider_unexport (DatelineSearchProvider *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchProvider, dateline_search_provider_free)

G_END_DECLS
