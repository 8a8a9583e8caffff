/* dateline-scratch.h: memory for the work on one article, used again for the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DatelineScratch DatelineScratch;

DatelineScratch *dateline_scratch_new (void);
void             dateline_scratch_free (DatelineScratch *self);
void             dateline_scratch_reset (DatelineScratch *self);
gpointer         dateline_scratch_alloc (DatelineScratch *self, gsize size);
gpointer         dateline_scratch_alloc0 (DatelineScratch *self, gsize size);
char            *dateline_scratch_strndup (DatelineScratch *self, const char *text, gsize length);
char            *dateline_scratch_strdup (DatelineScratch *self, const char *text);
GArray          *dateline_scratch_take_array (DatelineScratch *self, guint element_size);
void             dateline_scratch_put_array (DatelineScratch *self, GArray *array);
GPtrArray       *dateline_scratch_take_pointers (DatelineScratch *self);

/* The first elements of an array find their room without a call. */
#define DATELINE_SCRATCH_ROOM 32

#define dateline_scratch_append(array, value)                                         \
  G_STMT_START                                                                        \
  {                                                                                   \
    if (G_LIKELY ((array)->len < DATELINE_SCRATCH_ROOM))                              \
      (((__typeof__ (&(value))) (gpointer) (array)->data)[(array)->len++]) = (value); \
    else                                                                              \
      g_array_append_val ((array), (value));                                          \
  }                                                                                   \
  G_STMT_END

#define dateline_scratch_new0(self, type, n) ((type *) dateline_scratch_alloc0 ((self), sizeof (type) * (gsize) (n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineScratch, dateline_scratch_free)

G_END_DECLS
