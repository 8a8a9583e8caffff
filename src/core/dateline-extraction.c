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

/**
 * dateline_extraction_new_in:
 * @scratch: what holds the extraction and all that is put into it
 *
 * Returns: (transfer none): an empty extraction until @scratch is reset; it
 *   is never freed, and may be copied
 */
DatelineExtraction *
dateline_extraction_new_in (DatelineScratch *scratch)
{
  DatelineExtraction *self = dateline_scratch_new0 (scratch, DatelineExtraction, 1);

  self->anchor.day = DATELINE_DAY_NONE;
  self->anchor.source = "none";
  self->incidents = dateline_scratch_take_pointers (scratch);
  self->rejected = dateline_scratch_take_array (scratch, sizeof (DatelineRejection));

  return self;
}

/**
 * dateline_extraction_copy:
 * @self: an extraction
 *
 * Returns: (transfer full): a deep copy
 */
DatelineExtraction *
dateline_extraction_copy (const DatelineExtraction *self)
{
  DatelineExtraction *copy = dateline_extraction_new ();

  copy->importer = self->importer;
  copy->anchor = self->anchor;
  copy->anchor.reason = g_strdup (self->anchor.reason);
  for (guint i = 0; i < self->incidents->len; i++)
    g_ptr_array_add (copy->incidents, dateline_incident_copy (g_ptr_array_index (self->incidents, i)));
  g_array_append_vals (copy->rejected, self->rejected->data, self->rejected->len);
  if (self->entities != NULL)
    {
      copy->entities = g_array_new (FALSE, FALSE, sizeof (DatelineEntity));
      g_array_append_vals (copy->entities, self->entities->data, self->entities->len);
    }
  return copy;
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
