/* dateline-public-copy.h: incidents made fit to be handed to anybody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-engine.h"

G_BEGIN_DECLS

/* How near a place of a public copy may be to the true one. */
typedef enum
{
  DATELINE_COARSENESS_NONE, /* no public copy at all */
  DATELINE_COARSENESS_GRID, /* a tenth of a degree */
  DATELINE_COARSENESS_ADM2, /* the centre of the nearest district */
  DATELINE_COARSENESS_ADM1  /* the centre of the governorate */
} DatelineCoarseness;

typedef struct
{
  DatelineCoarseness coarseness;
  gboolean           quotations; /* are kept */
} DatelinePublicOptions;

/* What a public copy has no more. */
typedef struct
{
  guint n_places; /* made coarser */
  guint n_names;  /* that may be a person's */
  guint n_notes;  /* notes and tags */
  guint n_quotations;
} DatelinePublicLoss;

typedef struct _DatelinePublicCopy DatelinePublicCopy;

gboolean            dateline_coarseness_parse (const char *name, DatelineCoarseness *coarseness);
DatelinePublicCopy *dateline_public_copy_new (const DatelineEngine *engine, const DatelinePublicOptions *options);
void                dateline_public_copy_free (DatelinePublicCopy *self);
void                dateline_public_copy_apply (const DatelinePublicCopy *self, GPtrArray *incidents, DatelinePublicLoss *loss);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelinePublicCopy, dateline_public_copy_free)

G_END_DECLS
