/* dateline-word-lists.c: short lists of words, asked of a token by one bit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-word-lists.h"

#include <string.h>

#include "dateline-data.h"

typedef struct
{
  guint64     letters; /* of DatelineWordKey */
  const char *word;    /* in its list, not terminated */
  guint16     length;
  guint16     row; /* where its bits are; 0 marks an empty slot */
} Slot;

struct _DatelineWordLists
{
  Slot    *slots;
  guint    mask;
  guint   *words;   /* the slot of each */
  guint    n_words; /* word 0 stands for those in no list */
  guint    stride;  /* 64 bits each */
  guint64 *bits;    /* words × stride */
};

static guint
count_words (void)
{
  guint n = 0;

  for (const DatelineWordList *list = __start_dateline_word_lists; list < __stop_dateline_word_lists; list++)
    {
      n++;
      for (const char *p = list->words; *p != '\0'; p++)
        {
          g_assert (!g_ascii_isupper (*p));
          n += *p == '|';
        }
    }
  return n;
}

static Slot *
find_slot (const DatelineWordLists *self, DatelineWordKey key, const char *lower, gsize length)
{
  guint slot = key.hash & self->mask;

  while (self->slots[slot].row != 0 &&
         (self->slots[slot].letters != key.letters || self->slots[slot].length != length ||
          (length > 8 && memcmp (self->slots[slot].word + 8, lower + 8, length - 8) != 0)))
    slot = (slot + 1) & self->mask;
  return &self->slots[slot];
}

static void
add_word (DatelineWordLists *self, const char *word, gsize length, guint list)
{
  DatelineWordKey key = dateline_word_key (word, length);
  Slot           *slot = find_slot (self, key, word, length);

  if (slot->row == 0)
    {
      *slot = (Slot){ key.letters, word, (guint16) length, (guint16) (self->n_words * self->stride) };
      self->words[self->n_words++] = (guint) (slot - self->slots);
    }
  self->bits[slot->row + list / 64] |= G_GUINT64_CONSTANT (1) << (list % 64);
}

/**
 * dateline_word_lists_new:
 *
 * Turns round all lists of the program.
 *
 * Returns: (transfer full): the words with their lists
 */
DatelineWordLists *
dateline_word_lists_new (void)
{
  DatelineWordLists *self = g_new0 (DatelineWordLists, 1);
  guint              n_lists = (guint) (__stop_dateline_word_lists - __start_dateline_word_lists);
  guint              n_words = count_words (), n_slots = 16;

  while (n_slots < n_words * 2)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (Slot, n_slots);
  self->words = g_new0 (guint, n_words + 1);
  self->n_words = 1;
  self->stride = n_lists / 64 + 1;
  g_assert ((n_words + 1) * self->stride <= G_MAXUINT16);
  self->bits = g_new0 (guint64, (gsize) (n_words + 1) * self->stride);

  for (guint i = 0; i < n_lists; i++)
    for (const char *p = __start_dateline_word_lists[i].words, *end; *p != '\0'; p = *end == '\0' ? end : end + 1)
      {
        end = strchrnul (p, '|');
        add_word (self, p, (gsize) (end - p), i);
      }
  return self;
}

void
dateline_word_lists_free (DatelineWordLists *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self->words);
  g_free (self->bits);
  g_free (self);
}

/**
 * dateline_word_lists_find:
 * @self: the lists
 * @key: dateline_word_key() of the word
 * @lower: a word as in the text, its ASCII letters lower-case
 * @length: its bytes
 *
 * Returns: where the word's bits are, 0 when no list has it
 */
guint
dateline_word_lists_find (const DatelineWordLists *self, DatelineWordKey key, const char *lower, gsize length)
{
  return find_slot (self, key, lower, length)->row;
}

guint
dateline_word_lists_get_n_words (const DatelineWordLists *self)
{
  return self->n_words;
}

/**
 * dateline_word_lists_get_word:
 * @self: the lists
 * @index: from 1, less than the number of words
 * @length: (out): its bytes
 * @row: (out): where its bits are
 *
 * Returns: the word, not terminated
 */
const char *
dateline_word_lists_get_word (const DatelineWordLists *self, guint index, gsize *length, guint *row)
{
  const Slot *slot = &self->slots[self->words[index]];

  *length = slot->length;
  *row = slot->row;
  return slot->word;
}

/**
 * dateline_word_lists_get_bits:
 * @self: the lists
 *
 * Returns: the rows, a bit for each list
 */
const guint64 *
dateline_word_lists_get_bits (const DatelineWordLists *self)
{
  return self->bits;
}
