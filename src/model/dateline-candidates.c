/* dateline-candidates.c: where the incident that is being corrected may have been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-candidates.h"

struct _DatelineCandidates
{
  GObject parent_instance;

  GArray *candidates; /* DatelineCandidate */
  guint   chosen;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHOSEN,
  SIGNAL_SHOW_ALL,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineCandidates, dateline_candidates, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
clear_candidate (gpointer data)
{
  g_free (((DatelineCandidate *) data)->line);
}

static void
dateline_candidates_finalize (GObject *object)
{
  g_array_unref (DATELINE_CANDIDATES (object)->candidates);

  G_OBJECT_CLASS (dateline_candidates_parent_class)->finalize (object);
}

static void
dateline_candidates_class_init (DatelineCandidatesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_candidates_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DATELINE_TYPE_CANDIDATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", DATELINE_TYPE_CANDIDATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SHOW_ALL] =
    g_signal_new ("show-all", DATELINE_TYPE_CANDIDATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_candidates_init (DatelineCandidates *self)
{
  self->candidates = g_array_new (FALSE, FALSE, sizeof (DatelineCandidate));
  g_array_set_clear_func (self->candidates, clear_candidate);
}

/**
 * dateline_candidates_new:
 *
 * Returns: (transfer full): none yet
 */
DatelineCandidates *
dateline_candidates_new (void)
{
  return g_object_new (DATELINE_TYPE_CANDIDATES, NULL);
}

/**
 * dateline_candidates_offer:
 * @self: candidates
 * @candidates: (array length=n_candidates) (nullable): copied
 * @n_candidates: how many; 0 when nothing is corrected any more
 * @chosen: which of them is the place now
 */
void
dateline_candidates_offer (DatelineCandidates *self, const DatelineCandidate *candidates, guint n_candidates, guint chosen)
{
  g_return_if_fail (DATELINE_IS_CANDIDATES (self));

  if (n_candidates == 0 && self->candidates->len == 0)
    return;

  g_array_set_size (self->candidates, 0);
  for (guint i = 0; i < n_candidates; i++)
    {
      DatelineCandidate copy = { candidates[i].point, g_strdup (candidates[i].line) };

      g_array_append_val (self->candidates, copy);
    }
  self->chosen = chosen;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * dateline_candidates_choose:
 * @self: candidates
 * @index: one of them
 *
 * Asks whoever offers them to take this one.
 */
void
dateline_candidates_choose (DatelineCandidates *self, guint index)
{
  g_return_if_fail (DATELINE_IS_CANDIDATES (self));
  g_return_if_fail (index < self->candidates->len);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, index);
}

/**
 * dateline_candidates_show_all:
 * @self: candidates
 *
 * Asks the map to bring them into view.
 */
void
dateline_candidates_show_all (DatelineCandidates *self)
{
  g_return_if_fail (DATELINE_IS_CANDIDATES (self));

  g_signal_emit (self, signals[SIGNAL_SHOW_ALL], 0);
}

guint
dateline_candidates_get_n (DatelineCandidates *self)
{
  g_return_val_if_fail (DATELINE_IS_CANDIDATES (self), 0);

  return self->candidates->len;
}

guint
dateline_candidates_get_chosen (DatelineCandidates *self)
{
  g_return_val_if_fail (DATELINE_IS_CANDIDATES (self), 0);

  return self->chosen;
}

/**
 * dateline_candidates_get:
 * @self: candidates
 * @index: one of them
 *
 * Returns: (transfer none): that one, valid until others are offered
 */
const DatelineCandidate *
dateline_candidates_get (DatelineCandidates *self, guint index)
{
  g_return_val_if_fail (DATELINE_IS_CANDIDATES (self), NULL);
  g_return_val_if_fail (index < self->candidates->len, NULL);

  return &g_array_index (self->candidates, DatelineCandidate, index);
}
