/* dateline-session-views.c: filters that an analyst gave a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are in the project, and each change of them is a step that can be
 * undone.
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *wanted;
  GPtrArray  *names;  /* NULL to look for the one wanted */
  char       *filter; /* of the one wanted */
} Views;

static void
add_view (const char *name, const char *filter, gpointer user_data)
{
  Views *views = user_data;

  if (views->names != NULL)
    g_ptr_array_add (views->names, g_strdup (name));
  else if (g_str_equal (name, views->wanted))
    views->filter = g_strdup (filter);
}

/* NULL when there is no view of that name. */
static char *
load_filter (DatelineSession *self, const char *name)
{
  Views              views = { name, NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (!dateline_store_foreach_view (dateline_session_get_store (self), add_view, &views, &error))
    g_warning ("%s", error->message);
  return views.filter;
}

/**
 * dateline_session_list_views:
 * @self: a session
 *
 * Returns: (transfer full): the names of its views, by name
 */
char **
dateline_session_list_views (DatelineSession *self)
{
  Views              views = { NULL, g_ptr_array_new (), NULL };
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  if (!dateline_store_foreach_view (dateline_session_get_store (self), add_view, &views, &error))
    g_warning ("%s", error->message);
  g_ptr_array_add (views.names, NULL);
  return (char **) g_ptr_array_free (views.names, FALSE);
}

/**
 * dateline_session_save_view:
 * @self: a session
 * @name: what to call its filter; a view of that name is replaced
 * @error: return location for a #GError
 *
 * Errors: those of the store, as for all below; then nothing was changed
 */
gboolean
dateline_session_save_view (DatelineSession *self, const char *name, GError **error)
{
  g_autofree char *filter = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);

  filter = dateline_filter_to_string (dateline_session_get_filter (self));
  label = g_strdup_printf (_ ("Save view “%s”"), name);
  return dateline_session_begin_step (self, label, error) &&
         dateline_session_end_step (self, dateline_store_set_view (dateline_session_get_store (self), name, filter, error), error);
}

/**
 * dateline_session_rename_view:
 * @self: a session
 * @from: the name of a view
 * @to: its new name, which no other view may have
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_CONFLICT when another has it
 */
gboolean
dateline_session_rename_view (DatelineSession *self, const char *from, const char *to, GError **error)
{
  g_autofree char *other = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (to != NULL && *to != '\0', FALSE);

  if (g_str_equal (from, to))
    return TRUE;
  other = load_filter (self, to);
  if (other != NULL)
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_CONFLICT, _ ("There is a view “%s” already; choose another name"), to);
      return FALSE;
    }
  label = g_strdup_printf (_ ("Rename view “%s”"), from);
  return dateline_session_begin_step (self, label, error) &&
         dateline_session_end_step (self, dateline_store_rename_view (dateline_session_get_store (self), from, to, error), error);
}

gboolean
dateline_session_remove_view (DatelineSession *self, const char *name, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Delete view “%s”"), name);

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return dateline_session_begin_step (self, label, error) &&
         dateline_session_end_step (self, dateline_store_remove_view (dateline_session_get_store (self), name, error), error);
}

/**
 * dateline_session_apply_view:
 * @self: a session
 * @name: the name of a view
 * @error: return location for a #GError
 *
 * Filters as the view says. What it asks for that this version does not
 * know is left out.
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID, and those of
 *   dateline_filter_parse()
 */
gboolean
dateline_session_apply_view (DatelineSession *self, const char *name, GError **error)
{
  g_autofree char           *text = NULL;
  g_autoptr (DatelineFilter) filter = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  text = load_filter (self, name);
  if (text == NULL)
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID, _ ("There is no view “%s” any more"), name);
      return FALSE;
    }
  filter = dateline_filter_parse (text, error);
  if (filter == NULL)
    return FALSE;
  dateline_session_set_filter (self, filter);
  return TRUE;
}
