/* dateline-sentences.h: where sentences begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"

G_BEGIN_DECLS

void dateline_sentences_find (const DatelineDocument *document, GArray *sentences);

G_END_DECLS
