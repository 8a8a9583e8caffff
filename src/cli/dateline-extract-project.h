/* dateline-extract-project.h: what is read goes into a project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-extract-job.h"

G_BEGIN_DECLS

typedef struct
{
  const char *path;     /* of the project */
  char      **inputs;   /* NULL for none */
  gboolean    writes;   /* its incidents, in the options' format */
  guint       n_read;   /* out */
  GPtrArray  *failures; /* out: char *, one an input that was not read */
} DatelineExtractProject;

gboolean dateline_extract_project_run (DatelineExtractProject *self, const DatelineEngine *engine, const DatelineExtractOptions *options, DatelineOutput *output, GError **error);

G_END_DECLS
