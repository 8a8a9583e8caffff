/* dateline-scratch.c: memory for the work on one article, used again for the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each thread has one. What it hands out stays its own, is never freed by
 * the one who took it, and goes back all at once with
 * dateline_scratch_reset(); then the next article finds the arrays and
 * blocks warm, and needs no allocator.
 */

#include "config.h"

#include "dateline-scratch.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)
#define ALIGNMENT 16
#define MAX_ELEMENT_SIZE 512
/* What a very long article needed goes back to the system. */
#define MAX_KEPT_BLOCKS 16
#define MAX_KEPT_ARRAYS 256 /* of one element size */
#define MAX_KEPT_ARRAY_BYTES (64 * 1024)

struct _DatelineScratch
{
  char      *next; /* free bytes of the current block */
  char      *end;
  guint      n_blocks; /* of the blocks, those begun */
  GPtrArray *blocks;   /* of BLOCK_BYTES each */
  GPtrArray *large;    /* allocations that would waste a block */

  GPtrArray *taken;                         /* GArray * */
  GPtrArray *waiting[MAX_ELEMENT_SIZE + 1]; /* GArray * to be taken, by element size; NULL while none was */
  GPtrArray *taken_pointers;                /* GPtrArray * */
  GPtrArray *waiting_pointers;              /* GPtrArray * */
};

/**
 * dateline_scratch_new:
 *
 * Returns: (transfer full): memory for one thread
 */
DatelineScratch *
dateline_scratch_new (void)
{
  DatelineScratch *self = g_new0 (DatelineScratch, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->large = g_ptr_array_new_with_free_func (g_free);
  self->taken = g_ptr_array_new ();
  self->taken_pointers = g_ptr_array_new ();
  self->waiting_pointers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
dateline_scratch_free (DatelineScratch *self)
{
  if (self == NULL)
    return;

  dateline_scratch_reset (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->waiting); i++)
    g_clear_pointer (&self->waiting[i], g_ptr_array_unref);
  g_ptr_array_unref (self->taken);
  g_ptr_array_unref (self->taken_pointers);
  g_ptr_array_unref (self->waiting_pointers);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->large);
  g_free (self);
}

static void
let_wait (DatelineScratch *self, GArray *array)
{
  guint      element_size = g_array_get_element_size (array);
  GPtrArray *waiting = self->waiting[element_size];

  if ((gsize) array->len * element_size > MAX_KEPT_ARRAY_BYTES || waiting->len >= MAX_KEPT_ARRAYS)
    g_array_unref (array);
  else
    g_ptr_array_add (waiting, array);
}

/**
 * dateline_scratch_reset:
 * @self: a thread's memory
 *
 * Takes back all that was handed out.
 */
void
dateline_scratch_reset (DatelineScratch *self)
{
  for (guint i = 0; i < self->taken->len; i++)
    let_wait (self, g_ptr_array_index (self->taken, i));
  self->taken->len = 0;

  for (guint i = 0; i < self->taken_pointers->len; i++)
    {
      GPtrArray *pointers = g_ptr_array_index (self->taken_pointers, i);

      if (pointers->len * sizeof (gpointer) > MAX_KEPT_ARRAY_BYTES || self->waiting_pointers->len >= MAX_KEPT_ARRAYS)
        g_ptr_array_unref (pointers);
      else
        g_ptr_array_add (self->waiting_pointers, pointers);
    }
  self->taken_pointers->len = 0;

  if (self->large->len > 0)
    g_ptr_array_set_size (self->large, 0);
  if (self->blocks->len > MAX_KEPT_BLOCKS)
    g_ptr_array_set_size (self->blocks, MAX_KEPT_BLOCKS);
  self->n_blocks = 0;
  self->next = self->end = NULL;
}

static gpointer
alloc_in_next_block (DatelineScratch *self, gsize size)
{
  if (size > BLOCK_BYTES / 4)
    {
      g_ptr_array_add (self->large, g_malloc (size));
      return g_ptr_array_index (self->large, self->large->len - 1);
    }

  if (self->n_blocks == self->blocks->len)
    g_ptr_array_add (self->blocks, g_malloc (BLOCK_BYTES));
  self->next = g_ptr_array_index (self->blocks, self->n_blocks++);
  self->end = self->next + BLOCK_BYTES;
  self->next += size;
  return self->next - size;
}

/**
 * dateline_scratch_alloc:
 * @self: a thread's memory
 * @size: bytes
 *
 * Returns: (transfer none): memory until the reset, aligned for anything
 */
gpointer
dateline_scratch_alloc (DatelineScratch *self, gsize size)
{
  size = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  if (size > (gsize) (self->end - self->next))
    return alloc_in_next_block (self, size);
  self->next += size;
  return self->next - size;
}

gpointer
dateline_scratch_alloc0 (DatelineScratch *self, gsize size)
{
  return memset (dateline_scratch_alloc (self, size), 0, size);
}

char *
dateline_scratch_strndup (DatelineScratch *self, const char *text, gsize length)
{
  char *copy = dateline_scratch_alloc (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/* As g_strdup(): of NULL there is NULL. */
char *
dateline_scratch_strdup (DatelineScratch *self, const char *text)
{
  return text != NULL ? dateline_scratch_strndup (self, text, strlen (text)) : NULL;
}

/**
 * dateline_scratch_take_array:
 * @self: a thread's memory
 * @element_size: bytes of an element, at most 512
 *
 * Returns: (transfer none): an empty array until the reset; it neither
 *   clears its elements nor ends in a zero
 */
GArray *
dateline_scratch_take_array (DatelineScratch *self, guint element_size)
{
  GPtrArray *waiting;
  GArray    *array;

  g_return_val_if_fail (element_size <= MAX_ELEMENT_SIZE, NULL);

  if ((waiting = self->waiting[element_size]) == NULL)
    waiting = self->waiting[element_size] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  if (waiting->len > 0)
    {
      array = g_ptr_array_index (waiting, --waiting->len);
      array->len = 0;
    }
  else
    array = g_array_new (FALSE, FALSE, element_size);
  g_ptr_array_add (self->taken, array);
  return array;
}

/**
 * dateline_scratch_put_array:
 * @self: a thread's memory
 * @array: from dateline_scratch_take_array()
 *
 * Gives @array back before the reset: for a loop that would take ever more.
 */
void
dateline_scratch_put_array (DatelineScratch *self, GArray *array)
{
  for (guint i = self->taken->len; i-- > 0;)
    if (g_ptr_array_index (self->taken, i) == array)
      {
        g_ptr_array_index (self->taken, i) = g_ptr_array_index (self->taken, self->taken->len - 1);
        self->taken->len--;
        let_wait (self, array);
        return;
      }
  g_return_if_reached ();
}

/**
 * dateline_scratch_take_pointers:
 * @self: a thread's memory
 *
 * Returns: (transfer none): an empty array until the reset, that frees nothing
 */
GPtrArray *
dateline_scratch_take_pointers (DatelineScratch *self)
{
  GPtrArray *pointers;

  if (self->waiting_pointers->len > 0)
    {
      pointers = g_ptr_array_index (self->waiting_pointers, --self->waiting_pointers->len);
      pointers->len = 0;
    }
  else
    pointers = g_ptr_array_new ();
  g_ptr_array_add (self->taken_pointers, pointers);
  return pointers;
}
