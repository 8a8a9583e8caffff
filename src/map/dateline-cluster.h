/* dateline-cluster.h: gathers a million incidents into the marks of a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells are a power of two in world units, so that a cluster keeps its
 * members while the map is panned. No GTK, no state but scratch memory.
 */

#pragma once

#include "dateline-incident-table.h"
#include "dateline-symbol.h"

G_BEGIN_DECLS

/* In the family column: the row is not drawn as a mark of its own. */
#define DATELINE_CLUSTER_NOT_DRAWN DATELINE_N_SYMBOL_FAMILIES

typedef struct
{
  double  x; /* mean of its members, world units */
  double  y;
  guint   n;
  guint   row;    /* its only member when n is 1; else the mean, which is about the middle of its dates */
  guint32 cell_x; /* the cell, for recognising it again */
  guint32 cell_y;
  guint   families[DATELINE_N_SYMBOL_FAMILIES];
} DatelineCluster;

/* What part of the world is looked at, in cells. */
typedef struct
{
  guint   shift; /* a cell is 1 << shift world units wide */
  guint32 first_column;
  guint32 first_row;
  guint   n_columns;
  guint   n_rows;
} DatelineClusterView;

/* World units. */
typedef struct
{
  guint32 x_min;
  guint32 y_min;
  guint32 x_max;
  guint32 y_max;
} DatelineClusterBounds;

/* Marks nearer than this would hide each other. */
#define DATELINE_CLUSTER_MIN_DISTANCE_PX 26.0

typedef struct _DatelineClusterer DatelineClusterer;

DatelineClusterer *dateline_clusterer_new (void);
void               dateline_clusterer_free (DatelineClusterer *self);
void               dateline_clusterer_set_table (DatelineClusterer *self, const DatelineIncidentTable *table, const guint8 *families);
GArray            *dateline_clusterer_run (DatelineClusterer *self, DatelineClusterView view, DatelineDateInterval window);
GArray            *dateline_clusterer_find_rows (DatelineClusterer *self, DatelineClusterView view, DatelineDateInterval window);

DatelineClusterView dateline_cluster_view_new (double x_min, double y_min, double x_max, double y_max, double px_per_unit);
GArray             *dateline_cluster_merge (GArray *clusters, double min_distance);
gboolean            dateline_cluster_can_split (DatelineClusterBounds bounds, double px_per_unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineClusterer, dateline_clusterer_free)

G_END_DECLS
