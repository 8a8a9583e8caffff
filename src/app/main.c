/* main.c: dateline, the program with a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "dateline-application.h"
#include "dateline-data-dir.h"

int
main (int argc, char **argv)
{
  g_autofree char                *locale_folder = dateline_locale_find ();
  g_autoptr (DatelineApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("dateline");

  application = dateline_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
