/* fixture.h: a session with hand-made incidents of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

/* Rows of the fixture, in the order in which they were added. */
#define FIXTURE_STRIKE 1  /* air strike near al-Qa'im: every field, multi-byte text */
#define FIXTURE_COUNTRY 2 /* country only, told as background, date assumed */
#define FIXTURE_UNKNOWN 3 /* nothing but its type: no place, no date */
#define FIXTURE_N_INCIDENTS 3

void             fixture_fill (DatelineStore *store);
DatelineSession *fixture_session_new (void);
DatelineSpan     fixture_find (const char *text, const char *words);

extern const char *const fixture_text;

G_END_DECLS
