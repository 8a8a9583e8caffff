/* fixture.h: what the tests of expressions of time share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-timex.h"

/* A text, analysed. */
typedef struct
{
  DatelineArticle  *article;
  DatelineDocument *document;
  GArray           *timexes;
  DatelineAnchor    anchor;
} Fixture;

DatelineData *fixture_open_data (void);
void          fixture_read (Fixture *self, const DatelineData *data, const char *text, DatelineDay published);
void          fixture_clear (Fixture *self);
char         *fixture_describe (const Fixture *self, const DatelineTimex *timex, gboolean brief);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)
