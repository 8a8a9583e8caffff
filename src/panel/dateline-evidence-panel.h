/* dateline-evidence-panel.h: the selected incident and the words it rests on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EVIDENCE_PANEL (dateline_evidence_panel_get_type ())
G_DECLARE_FINAL_TYPE (DatelineEvidencePanel, dateline_evidence_panel, DATELINE, EVIDENCE_PANEL, GtkWidget)

GtkWidget    *dateline_evidence_panel_new (DatelineSession *session);
GActionGroup *dateline_evidence_panel_get_actions (DatelineEvidencePanel *self); /* "review" */
void          dateline_evidence_panel_correct (DatelineEvidencePanel *self);

G_END_DECLS
