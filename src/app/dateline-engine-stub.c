/* dateline-engine-stub.c: stands in for the engine until it is linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-engine.h"

DatelineEngine *
dateline_engine_open (const char *data_path, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSYS, "%s: there is no engine yet", data_path);
  return NULL;
}

DatelineExtraction *
dateline_engine_extract (const DatelineEngine *self, const DatelineArticle *article, DatelineExtractFlags flags)
{
  return dateline_extraction_new ();
}
