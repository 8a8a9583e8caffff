/* dateline-mail-article.h: one mail message to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-input.h"

G_BEGIN_DECLS

DatelineArticle *dateline_mail_article_read (const char *name, const char *bytes, gsize length, const char *fallback_id, GError **error);
GString         *dateline_mailbox_read (DatelineInput *input, GError **error);

G_END_DECLS
