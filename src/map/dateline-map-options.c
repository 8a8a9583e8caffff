/* dateline-map-options.c: the popover in which the reader chooses the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-map-options.h"

#include <glib/gi18n.h>

#include "dateline-tile-server.h"

struct _DatelineMapOptions
{
  GtkPopover parent_instance;

  DatelineBackground    background;
  DatelineLabelLanguage label_language;
  DatelineSizeBy        size_by;
  char                 *tile_url;
  char                 *mbtiles_path;
  GtkFileChooserNative *chooser; /* NULL while none is open */

  /* Template widgets */
  GtkCheckButton *built_in_check;
  GtkCheckButton *online_check;
  GtkCheckButton *mbtiles_check;
  GtkEntry       *url_entry;
  GtkLabel       *file_label;
  GtkCheckButton *english_check;
  GtkCheckButton *arabic_check;
  GtkCheckButton *both_check;
  GtkCheckButton *toll_check;
  GtkCheckButton *reports_check;
};

enum
{
  PROP_0,
  PROP_BACKGROUND,
  PROP_TILE_URL,
  PROP_MBTILES_PATH,
  PROP_LABEL_LANGUAGE,
  PROP_SIZE_BY,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DatelineMapOptions, dateline_map_options, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static void
set_background (DatelineMapOptions *self, DatelineBackground background)
{
  GtkCheckButton *checks[] = { self->built_in_check, self->online_check, self->mbtiles_check };

  if (self->background == background)
    return;

  self->background = background;
  gtk_check_button_set_active (checks[background], TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKGROUND]);
}

static void
set_label_language (DatelineMapOptions *self, DatelineLabelLanguage language)
{
  GtkCheckButton *checks[] = { self->english_check, self->arabic_check, self->both_check };

  if (self->label_language == language)
    return;

  self->label_language = language;
  gtk_check_button_set_active (checks[language], TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL_LANGUAGE]);
}

static void
set_size_by (DatelineMapOptions *self, DatelineSizeBy size_by)
{
  if (self->size_by == size_by)
    return;

  self->size_by = size_by;
  gtk_check_button_set_active (size_by == DATELINE_SIZE_BY_REPORTS ? self->reports_check : self->toll_check, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE_BY]);
}

static void
set_tile_url (DatelineMapOptions *self, const char *url)
{
  if (g_strcmp0 (self->tile_url, url) == 0)
    return;

  g_free (self->tile_url);
  self->tile_url = g_strdup (url);
  gtk_editable_set_text (GTK_EDITABLE (self->url_entry), url != NULL ? url : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TILE_URL]);
}

static void
set_mbtiles_path (DatelineMapOptions *self, const char *path)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (self->mbtiles_path, path) == 0)
    return;

  g_free (self->mbtiles_path);
  self->mbtiles_path = g_strdup (path);
  if (path != NULL && path[0] != '\0')
    name = g_filename_display_basename (path);
  gtk_label_set_label (self->file_label, name != NULL ? name : _ ("Choose a File…"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MBTILES_PATH]);
}

/* --- what the reader does ------------------------------------------- */

static void
on_response_cb (DatelineMapOptions *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char  *path = g_file_get_path (file);

      if (path != NULL)
        {
          set_mbtiles_path (self, path);
          set_background (self, DATELINE_BACKGROUND_MBTILES);
        }
    }
  else if (self->mbtiles_path == NULL || self->mbtiles_path[0] == '\0')
    set_background (self, DATELINE_BACKGROUND_BUILT_IN);
}

static void
on_choose_file_cb (DatelineMapOptions *self)
{
  GtkRoot                  *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_ ("Choose a Map File"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("MBTiles maps"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_background_toggled_cb (DatelineMapOptions *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;

  if (check == self->mbtiles_check && (self->mbtiles_path == NULL || self->mbtiles_path[0] == '\0') && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      on_choose_file_cb (self);
      return;
    }
  set_background (self, check == self->online_check ? DATELINE_BACKGROUND_ONLINE : check == self->mbtiles_check ? DATELINE_BACKGROUND_MBTILES
                                                                                                                : DATELINE_BACKGROUND_BUILT_IN);
}

static void
on_language_toggled_cb (DatelineMapOptions *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    set_label_language (self, check == self->arabic_check ? DATELINE_LABELS_ARABIC : check == self->both_check ? DATELINE_LABELS_BOTH
                                                                                                               : DATELINE_LABELS_ENGLISH);
}

static void
on_size_toggled_cb (DatelineMapOptions *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    set_size_by (self, check == self->reports_check ? DATELINE_SIZE_BY_REPORTS : DATELINE_SIZE_BY_TOLL);
}

static void
on_url_activate_cb (DatelineMapOptions *self)
{
  g_autofree char *url = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->url_entry))));

  if (dateline_tile_server_is_template (url))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->url_entry), "error");
      set_tile_url (self, url);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->url_entry), "error");
}

static void
on_url_icon_cb (DatelineMapOptions *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->url_entry), DATELINE_TILE_SERVER_DEFAULT_URL);
  on_url_activate_cb (self);
}

/* --- life ----------------------------------------------------------- */

static void
dateline_map_options_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DatelineMapOptions *self = DATELINE_MAP_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_BACKGROUND:
      g_value_set_enum (value, self->background);
      break;
    case PROP_TILE_URL:
      g_value_set_string (value, self->tile_url);
      break;
    case PROP_MBTILES_PATH:
      g_value_set_string (value, self->mbtiles_path);
      break;
    case PROP_LABEL_LANGUAGE:
      g_value_set_enum (value, self->label_language);
      break;
    case PROP_SIZE_BY:
      g_value_set_enum (value, self->size_by);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_map_options_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DatelineMapOptions *self = DATELINE_MAP_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_BACKGROUND:
      set_background (self, g_value_get_enum (value));
      break;
    case PROP_TILE_URL:
      set_tile_url (self, g_value_get_string (value));
      break;
    case PROP_MBTILES_PATH:
      set_mbtiles_path (self, g_value_get_string (value));
      break;
    case PROP_LABEL_LANGUAGE:
      set_label_language (self, g_value_get_enum (value));
      break;
    case PROP_SIZE_BY:
      set_size_by (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_map_options_dispose (GObject *object)
{
  DatelineMapOptions *self = DATELINE_MAP_OPTIONS (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (dateline_map_options_parent_class)->dispose (object);
}

static void
dateline_map_options_finalize (GObject *object)
{
  DatelineMapOptions *self = DATELINE_MAP_OPTIONS (object);

  g_clear_pointer (&self->tile_url, g_free);
  g_clear_pointer (&self->mbtiles_path, g_free);

  G_OBJECT_CLASS (dateline_map_options_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_BACKGROUND] = g_param_spec_enum ("background", NULL, NULL, DATELINE_TYPE_BACKGROUND, DATELINE_BACKGROUND_BUILT_IN, flags);
  properties[PROP_TILE_URL] = g_param_spec_string ("tile-url", NULL, NULL, NULL, flags);
  properties[PROP_MBTILES_PATH] = g_param_spec_string ("mbtiles-path", NULL, NULL, NULL, flags);
  properties[PROP_LABEL_LANGUAGE] = g_param_spec_enum ("label-language", NULL, NULL, DATELINE_TYPE_LABEL_LANGUAGE, DATELINE_LABELS_ENGLISH, flags);
  properties[PROP_SIZE_BY] = g_param_spec_enum ("size-by", NULL, NULL, DATELINE_TYPE_SIZE_BY, DATELINE_SIZE_BY_TOLL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_map_options_class_init (DatelineMapOptionsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dateline_map_options_get_property;
  object_class->set_property = dateline_map_options_set_property;
  object_class->dispose = dateline_map_options_dispose;
  object_class->finalize = dateline_map_options_finalize;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-map-options.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, built_in_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, online_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, mbtiles_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, url_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, file_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, english_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, arabic_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, both_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, toll_check);
  gtk_widget_class_bind_template_child (widget_class, DatelineMapOptions, reports_check);
  gtk_widget_class_bind_template_callback (widget_class, on_background_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_language_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_size_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_url_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_url_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_file_cb);
}

static void
dateline_map_options_init (DatelineMapOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_tile_url (self, DATELINE_TILE_SERVER_DEFAULT_URL);
}

/**
 * dateline_map_options_new:
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
dateline_map_options_new (void)
{
  return g_object_new (DATELINE_TYPE_MAP_OPTIONS, NULL);
}
