/* dateline-quantity.h: how many, in digits or words, with what hedges it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"

G_BEGIN_DECLS

typedef struct
{
  guint    first_token; /* "at least" belongs to it */
  guint    end_token;
  int      low;          /* −1 open */
  int      best;         /* −1 when only vague words say it */
  int      high;         /* −1 open */
  gboolean vague;        /* dozens, several */
  guint    number_token; /* the number itself, after its hedges */
} DatelineQuantity;

gboolean dateline_quantity_find (const DatelineDocument *document, guint token, DatelineQuantity *quantity);

G_END_DECLS
