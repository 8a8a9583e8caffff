/* dateline-gazetteer-compiler.h: from data/gazetteer to the data file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Build time only.
 */

#pragma once

#include "dateline-data-writer.h"

G_BEGIN_DECLS

gboolean dateline_gazetteer_compile (DatelineDataWriter *writer, const char *folder, GError **error);

G_END_DECLS
