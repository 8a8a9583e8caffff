/* dateline-incident-list.c: the incidents shown, loaded when a row is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-incident-list.h"

#include <stdlib.h>

/* Items kept alive after they were asked for: some screens full. */
#define N_CACHED 512

/* More separate changes than this are told as one. */
#define MAX_RUNS 16

struct _DatelineIncidentList
{
  GObject parent_instance;

  DatelineStore               *store;
  const DatelineIncidentTable *table;
  DatelineDateInterval         window;
  gint64                      *max_end; /* of a row and all before it */

  /* What is shown is rows[0 … n_rows), and while a change is being told
   * in steps, the rows of the new state and then the tail of the old. */
  guint32 *rows;
  guint    n_rows;
  guint32 *old_rows;
  guint    n_old_rows;
  guint    n_told;
  guint    old_begin;
  gboolean telling;

  guint    candidates_end; /* of the last update, for moves of the window's end */
  gboolean updating;

  /* What was asked for since. */
  DatelineDateInterval wanted_window;
  gboolean             refilters;

  GHashTable *cache; /* row id → item */
  gint64      cached_ids[N_CACHED];
  guint       next_cached;
};

static void dateline_incident_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineIncidentList, dateline_incident_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dateline_incident_list_list_model_init))

/* The first of @n sorted @values that is not below @value. */
static guint
lower_bound (const gint64 *values, guint n, gint64 value)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (values[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where @row is in rows[begin … end), which ascend; G_MAXUINT when absent. */
static guint
find_row (const guint32 *rows, guint begin, guint end, guint row)
{
  guint low = begin, high = end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rows[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low < end && rows[low] == row ? low : G_MAXUINT;
}

static gboolean
is_shown (DatelineIncidentList *self, guint row)
{
  return self->table->passes[row] && self->table->end[row] > self->window.start;
}

static void
append_rows (DatelineIncidentList *self, guint begin, guint end)
{
  for (guint row = begin; row < end; row++)
    if (is_shown (self, row))
      self->rows[self->n_rows++] = row;
}

/* Where two sorted arrays next differ, and how long. */
typedef struct
{
  guint old_begin;
  guint new_begin;
  guint n_removed;
  guint n_added;
} Run;

static gboolean
find_run (DatelineIncidentList *self, guint i, guint j, Run *run)
{
  const guint32 *old_rows = self->old_rows, *new_rows = self->rows;
  guint          n_old = self->n_old_rows, n_new = self->n_rows;

  while (i < n_old && j < n_new && old_rows[i] == new_rows[j])
    i++, j++;

  run->old_begin = i;
  run->new_begin = j;
  while ((i < n_old || j < n_new) && !(i < n_old && j < n_new && old_rows[i] == new_rows[j]))
    {
      if (j == n_new || (i < n_old && old_rows[i] < new_rows[j]))
        i++;
      else
        j++;
    }
  run->n_removed = i - run->old_begin;
  run->n_added = j - run->new_begin;

  return run->n_removed > 0 || run->n_added > 0;
}

static guint
count_runs (DatelineIncidentList *self, guint limit)
{
  Run   run = { 0 };
  guint n_runs = 0;

  while (n_runs < limit && find_run (self, run.old_begin + run.n_removed, run.new_begin + run.n_added, &run))
    n_runs++;
  return n_runs;
}

static void
tell_as_one (DatelineIncidentList *self)
{
  guint n_shared = MIN (self->n_old_rows, self->n_rows);
  guint prefix = 0, suffix = 0;

  while (prefix < n_shared && self->old_rows[prefix] == self->rows[prefix])
    prefix++;
  while (suffix < n_shared - prefix &&
         self->old_rows[self->n_old_rows - suffix - 1] == self->rows[self->n_rows - suffix - 1])
    suffix++;

  g_list_model_items_changed (G_LIST_MODEL (self), prefix,
                              self->n_old_rows - prefix - suffix, self->n_rows - prefix - suffix);
}

/* Tells run after run; in between, the list is new rows, then old ones. */
static void
tell_runs (DatelineIncidentList *self)
{
  Run run = { 0 };

  while (find_run (self, run.old_begin + run.n_removed, run.new_begin + run.n_added, &run))
    {
      self->telling = TRUE;
      self->n_told = run.new_begin + run.n_added;
      self->old_begin = run.old_begin + run.n_removed;
      g_list_model_items_changed (G_LIST_MODEL (self), run.new_begin, run.n_removed, run.n_added);
    }
  self->telling = FALSE;
}

static void
rebuild (DatelineIncidentList *self, guint begin, guint end)
{
  guint32 *spare = self->old_rows;

  self->old_rows = self->rows;
  self->n_old_rows = self->n_rows;
  self->rows = spare;
  self->n_rows = 0;
  append_rows (self, begin, end);
  self->candidates_end = end;

  if (count_runs (self, MAX_RUNS + 1) > MAX_RUNS)
    tell_as_one (self);
  else
    tell_runs (self);
}

/* The window's end moved and its start stayed: rows come or go at the
 * list's end alone. */
static void
move_end (DatelineIncidentList *self, guint end)
{
  guint n_before = self->n_rows;
  guint n_kept = n_before;

  while (n_kept > 0 && self->rows[n_kept - 1] >= end)
    n_kept--;
  self->n_rows = n_kept;
  append_rows (self, MIN (self->candidates_end, end), end);
  self->candidates_end = end;

  if (self->n_rows != n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept, self->n_rows - n_kept);
}

static void
drop_cache (DatelineIncidentList *self)
{
  g_hash_table_remove_all (self->cache);
  self->next_cached = 0;
  for (guint i = 0; i < N_CACHED; i++)
    self->cached_ids[i] = 0;
}

static DatelineIncidentItem *
load_item (DatelineIncidentList *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  DatelineIncident  *incident = dateline_store_load_incident (self->store, id, &error);

  if (incident == NULL)
    {
      g_warning ("%s", error->message);
      incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);
    }
  return dateline_incident_item_new (id, incident);
}

/* Forgets the item that was asked for longest ago. */
static void
remember_item (DatelineIncidentList *self, DatelineIncidentItem *item)
{
  gint64 *key = g_new (gint64, 1);
  gint64 *slot = &self->cached_ids[self->next_cached];

  if (*slot != 0)
    g_hash_table_remove (self->cache, slot);
  *key = *slot = dateline_incident_item_get_id (item);
  g_hash_table_insert (self->cache, key, item);
  self->next_cached = (self->next_cached + 1) % N_CACHED;
}

static GType
dateline_incident_list_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_INCIDENT_ITEM;
}

static guint
dateline_incident_list_get_n_items (GListModel *model)
{
  DatelineIncidentList *self = DATELINE_INCIDENT_LIST (model);

  return self->telling ? self->n_told + self->n_old_rows - self->old_begin : self->n_rows;
}

static gpointer
dateline_incident_list_get_item (GListModel *model, guint position)
{
  DatelineIncidentList *self = DATELINE_INCIDENT_LIST (model);
  DatelineIncidentItem *item;
  guint32               row;

  if (position >= dateline_incident_list_get_n_items (model))
    return NULL;

  if (self->telling && position >= self->n_told)
    row = self->old_rows[position - self->n_told + self->old_begin];
  else
    row = self->rows[position];
  item = g_hash_table_lookup (self->cache, &self->table->id[row]);
  if (item == NULL)
    {
      item = load_item (self, self->table->id[row]);
      remember_item (self, item);
    }
  return g_object_ref (item);
}

static void
dateline_incident_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dateline_incident_list_get_item_type;
  iface->get_n_items = dateline_incident_list_get_n_items;
  iface->get_item = dateline_incident_list_get_item;
}

static void
dateline_incident_list_finalize (GObject *object)
{
  DatelineIncidentList *self = DATELINE_INCIDENT_LIST (object);

  g_free (self->rows);
  g_free (self->old_rows);
  g_free (self->max_end);
  g_hash_table_unref (self->cache);

  G_OBJECT_CLASS (dateline_incident_list_parent_class)->finalize (object);
}

static void
dateline_incident_list_class_init (DatelineIncidentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_incident_list_finalize;
}

static void
dateline_incident_list_init (DatelineIncidentList *self)
{
  self->window = DATELINE_DATE_INTERVAL_NONE;
  self->wanted_window = DATELINE_DATE_INTERVAL_NONE;
  self->cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

DatelineIncidentList *
dateline_incident_list_new (void)
{
  return g_object_new (DATELINE_TYPE_INCIDENT_LIST, NULL);
}

/* Shows nothing of @table yet. */
static void
take_table (DatelineIncidentList *self, const DatelineIncidentTable *table)
{
  guint n_dated = table != NULL ? table->n_dated : 0;

  self->n_rows = 0;
  self->candidates_end = 0;
  self->refilters = FALSE;
  self->table = table;

  g_free (self->rows);
  g_free (self->old_rows);
  g_free (self->max_end);
  self->rows = g_new (guint32, n_dated);
  self->old_rows = g_new (guint32, n_dated);
  self->max_end = g_new (gint64, n_dated);
  for (guint row = 0; row < n_dated; row++)
    self->max_end[row] = row > 0 ? MAX (self->max_end[row - 1], table->end[row]) : table->end[row];
}

/**
 * dateline_incident_list_set_table:
 * @self: a list
 * @store: (nullable): where the rows' incidents are; outlives its use here
 * @table: (nullable): a sorted table; outlives its use here
 *
 * Empties the list and lets it show @table, once it has a window. The
 * former table must still be there.
 */
void
dateline_incident_list_set_table (DatelineIncidentList *self, DatelineStore *store, const DatelineIncidentTable *table)
{
  guint n_removed = self->n_rows;

  take_table (self, table);
  self->window = DATELINE_DATE_INTERVAL_NONE;
  self->wanted_window = DATELINE_DATE_INTERVAL_NONE;
  self->store = store;
  drop_cache (self);

  if (n_removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, 0);
}

static gint64 *
copy_ids (DatelineIncidentList *self)
{
  gint64 *ids = g_new (gint64, self->n_rows);

  for (guint i = 0; i < self->n_rows; i++)
    ids[i] = self->table->id[self->rows[i]];
  return ids;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* Whether the list shows at @position what it showed as @old_id. */
static gboolean
is_same (DatelineIncidentList *self, guint position, gint64 old_id, const GArray *changed)
{
  return self->table->id[self->rows[position]] == old_id &&
         bsearch (&old_id, changed->data, changed->len, sizeof old_id, compare_ids) == NULL;
}

/**
 * dateline_incident_list_change_table:
 * @self: a list with a table
 * @table: another in its place; outlives its use here
 * @changed: (element-type gint64): rows of the store that differ, by id;
 *   what else @table has is what the former one had
 *
 * Goes on to show what it showed, and tells of what lies between the
 * first and the last change. The former table must still be there.
 */
void
dateline_incident_list_change_table (DatelineIncidentList *self, const DatelineIncidentTable *table, const GArray *changed)
{
  g_autofree gint64 *old_ids = copy_ids (self);
  guint              n_old = self->n_rows, prefix = 0, suffix = 0, n_shared;

  take_table (self, table);
  for (guint i = 0; i < changed->len; i++)
    g_hash_table_remove (self->cache, &g_array_index (changed, gint64, i));
  if (dateline_date_interval_is_set (self->window))
    {
      self->candidates_end = lower_bound (table->start, table->n_dated, self->window.end);
      append_rows (self, lower_bound (self->max_end, table->n_dated, self->window.start + 1), self->candidates_end);
    }

  n_shared = MIN (n_old, self->n_rows);
  while (prefix < n_shared && is_same (self, prefix, old_ids[prefix], changed))
    prefix++;
  while (suffix < n_shared - prefix && is_same (self, self->n_rows - suffix - 1, old_ids[n_old - suffix - 1], changed))
    suffix++;
  if (prefix + suffix < MAX (n_old, self->n_rows))
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, n_old - prefix - suffix, self->n_rows - prefix - suffix);
}

/* Goes to the wanted window and filter. Who hears of a change may ask for
 * another one: that has its turn when all have heard of the first. */
static void
update (DatelineIncidentList *self)
{
  if (self->updating)
    return;

  self->updating = TRUE;
  while (self->refilters || !dateline_date_interval_equal (self->window, self->wanted_window))
    {
      const DatelineIncidentTable *table = self->table;
      gboolean                     moves_end = !self->refilters && self->window.start == self->wanted_window.start;
      guint                        begin, end;

      self->refilters = FALSE;
      self->window = self->wanted_window;
      begin = lower_bound (self->max_end, table->n_dated, self->window.start + 1);
      end = lower_bound (table->start, table->n_dated, self->window.end);
      if (moves_end)
        move_end (self, end);
      else
        rebuild (self, begin, end);
    }
  self->updating = FALSE;
}

/* Loads from @store from now on, which has the same rows. */
void
dateline_incident_list_set_store (DatelineIncidentList *self, DatelineStore *store)
{
  self->store = store;
}

/**
 * dateline_incident_list_set_window:
 * @self: a list
 * @window: what to show
 *
 * Costs a binary search and the rows that change when only the window's
 * end moves, and else the rows of both windows.
 */
void
dateline_incident_list_set_window (DatelineIncidentList *self, DatelineDateInterval window)
{
  if (self->table == NULL)
    return;

  self->wanted_window = window;
  update (self);
}

/**
 * dateline_incident_list_refilter:
 * @self: a list
 *
 * Looks again at which rows pass.
 */
void
dateline_incident_list_refilter (DatelineIncidentList *self)
{
  if (self->table == NULL)
    return;

  self->refilters = TRUE;
  update (self);
}

/**
 * dateline_incident_list_find_row:
 * @self: a list
 * @row: a row of its table
 *
 * Returns: its position, right at every step of a change; %G_MAXUINT
 *   when it is not shown
 */
guint
dateline_incident_list_find_row (DatelineIncidentList *self, guint row)
{
  guint n_new = self->telling ? self->n_told : self->n_rows;
  guint position = find_row (self->rows, 0, n_new, row);

  if (position == G_MAXUINT && self->telling)
    {
      position = find_row (self->old_rows, self->old_begin, self->n_old_rows, row);
      if (position != G_MAXUINT)
        position += self->n_told - self->old_begin;
    }
  return position;
}

guint
dateline_incident_list_get_n_rows (DatelineIncidentList *self)
{
  return self->n_rows;
}

/**
 * dateline_incident_list_get_rows:
 * @self: a list
 *
 * Returns: (transfer none): the table's rows that are shown, ascending;
 *   until the window, the filter or the table changes
 */
const guint32 *
dateline_incident_list_get_rows (DatelineIncidentList *self)
{
  return self->rows;
}
