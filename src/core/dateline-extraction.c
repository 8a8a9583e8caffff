/* dateline-extraction.c: all that one article says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-extraction.h"

DatelineExtraction *
dateline_extraction_new (void)
{
  DatelineExtraction *self = g_new0 (DatelineExtraction, 1);

  self->anchor.day = DATELINE_DAY_NONE;
  self->anchor.source = "none";
  self->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  self->rejected = g_array_new (FALSE, FALSE, sizeof (DatelineRejection));

  return self;
}

void
dateline_extraction_free (DatelineExtraction *self)
{
  if (self == NULL)
    return;

  g_free (self->anchor.reason);
  g_ptr_array_unref (self->incidents);
  g_array_unref (self->rejected);
  g_clear_pointer (&self->entities, g_array_unref);
  g_free (self);
}
