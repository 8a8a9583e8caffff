/* dateline-json-record.h: the incidents of one article, as we wrote them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-extraction.h"
#include "dateline-json-scanner.h"

G_BEGIN_DECLS

/* What stands behind "incidents" and "rejected" of a record, and what it
 * quotes: enough to stand for the text. */
typedef struct
{
  DatelineExtraction *extraction;
  GArray             *quotations; /* DatelineQuotation */
  GArray             *ends;       /* guint32, of each article's last span, in bytes */

  /* Of several articles: values name theirs, and provenances count them. */
  GHashTable *numbers; /* id → number + 1; NULL for one article */
  guint       first;   /* of what names none */
  guint       article; /* of the value being read */
  guint       named;   /* by what was last read */
  guint       next;    /* of the quotations, to be put into a text */
} DatelineJsonRecord;

DatelineJsonRecord *dateline_json_record_new (void);
void                dateline_json_record_free (DatelineJsonRecord *self);
void                dateline_json_record_read_anchor (DatelineJsonRecord *self, DatelineJsonScanner *scanner);
void                dateline_json_record_read_incident (DatelineJsonRecord *self, DatelineJsonScanner *scanner);
void                dateline_json_record_read_incidents (DatelineJsonRecord *self, DatelineJsonScanner *scanner);
void                dateline_json_record_read_rejected (DatelineJsonRecord *self, DatelineJsonScanner *scanner);
char               *dateline_json_record_restore_text (DatelineJsonRecord *self, guint article, gsize *length);
void                dateline_json_record_round (DatelineIncident *incident);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineJsonRecord, dateline_json_record_free)

G_END_DECLS
