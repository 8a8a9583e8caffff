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

/* A GPtrArray costs a call to another library for each pointer. */
typedef struct
{
  gpointer *items;
  guint     n;
  guint     size;
} Stack;

struct _DatelineScratch
{
  char      *next; /* free bytes of the current block */
  char      *end;
  guint      n_blocks; /* of the blocks, those begun */
  GPtrArray *blocks;   /* of BLOCK_BYTES each */
  GPtrArray *large;    /* allocations that would waste a block */

  Stack taken;                         /* GArray * */
  Stack waiting[MAX_ELEMENT_SIZE + 1]; /* GArray * to be taken, by element size */
  Stack taken_pointers;                /* GPtrArray * */
  Stack waiting_pointers;              /* GPtrArray * to be taken */
};

static void
push (Stack *stack, gpointer item)
{
  if (G_UNLIKELY (stack->n == stack->size))
    {
      stack->size = MAX (16, stack->size * 2);
      stack->items = g_renew (gpointer, stack->items, stack->size);
    }
  stack->items[stack->n++] = item;
}

static gpointer
pop (Stack *stack)
{
  return stack->n > 0 ? stack->items[--stack->n] : NULL;
}

static void
clear (Stack *stack, GDestroyNotify free_item)
{
  for (guint i = 0; i < stack->n; i++)
    free_item (stack->items[i]);
  g_free (stack->items);
}

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

  return self;
}

void
dateline_scratch_free (DatelineScratch *self)
{
  if (self == NULL)
    return;

  dateline_scratch_reset (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->waiting); i++)
    clear (&self->waiting[i], (GDestroyNotify) g_array_unref);
  clear (&self->waiting_pointers, (GDestroyNotify) g_ptr_array_unref);
  g_free (self->taken.items);
  g_free (self->taken_pointers.items);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->large);
  g_free (self);
}

static void
let_wait (DatelineScratch *self, GArray *array)
{
  gsize  element_size = g_array_get_element_size (array);
  Stack *waiting = &self->waiting[element_size];

  if ((gsize) array->len * element_size > MAX_KEPT_ARRAY_BYTES || waiting->n >= MAX_KEPT_ARRAYS)
    g_array_unref (array);
  else
    push (waiting, array);
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
  GArray    *array;
  GPtrArray *pointers;

  while ((array = pop (&self->taken)) != NULL)
    let_wait (self, array);
  while ((pointers = pop (&self->taken_pointers)) != NULL)
    if (pointers->len * sizeof (gpointer) > MAX_KEPT_ARRAY_BYTES || self->waiting_pointers.n >= MAX_KEPT_ARRAYS)
      g_ptr_array_unref (pointers);
    else
      push (&self->waiting_pointers, pointers);

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
 *   clears its elements nor ends in a zero; dateline_scratch_append() is
 *   for it alone
 */
GArray *
dateline_scratch_take_array (DatelineScratch *self, guint element_size)
{
  GArray *array;

  g_return_val_if_fail (element_size <= MAX_ELEMENT_SIZE, NULL);

  array = pop (&self->waiting[element_size]);
  if (array != NULL)
    array->len = 0;
  else
    array = g_array_sized_new (FALSE, FALSE, element_size, DATELINE_SCRATCH_ROOM);
  push (&self->taken, array);
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
  for (guint i = self->taken.n; i-- > 0;)
    if (self->taken.items[i] == array)
      {
        self->taken.items[i] = pop (&self->taken);
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
  GPtrArray *pointers = pop (&self->waiting_pointers);

  if (pointers != NULL)
    pointers->len = 0;
  else
    pointers = g_ptr_array_new ();
  push (&self->taken_pointers, pointers);
  return pointers;
}
