/* dateline-word-lists.h: short lists of words, asked of a token by one bit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list stands where it is asked for: DATELINE_WORD_LIST ("in|on|at"). The
 * linker gathers all lists of a program in one section, so that a list's
 * place in it is its number; dateline_word_lists_new() turns them round once,
 * from lists of words to words with a bit for each list.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *words; /* lower-case ASCII, separated by '|' */
} DatelineWordList;

/* Weak: a program may have no list. */
extern const DatelineWordList __start_dateline_word_lists[] __attribute__ ((weak));
extern const DatelineWordList __stop_dateline_word_lists[] __attribute__ ((weak));

/* The list as a constant, of which only the address tells anything. */
#define DATELINE_WORD_LIST(list)                                                                                                       \
  (G_GNUC_EXTENSION ({                                                                                                                 \
    static const DatelineWordList list_ __attribute__ ((section ("dateline_word_lists"), used, aligned (sizeof (char *)))) = { list }; \
    &list_;                                                                                                                            \
  }))

/* How a word is looked up, here and in the vocabulary. */
typedef struct
{
  guint64 letters; /* its first 8 bytes, the first lowest; zeros fill up */
  guint32 hash;
} DatelineWordKey;

typedef struct _DatelineWordLists DatelineWordLists;

DatelineWordLists *dateline_word_lists_new (void);
void               dateline_word_lists_free (DatelineWordLists *self);
guint              dateline_word_lists_find (const DatelineWordLists *self, DatelineWordKey key, const char *lower, gsize length);
guint              dateline_word_lists_get_n_words (const DatelineWordLists *self);
const char        *dateline_word_lists_get_word (const DatelineWordLists *self, guint index, gsize *length, guint *row);
const guint64     *dateline_word_lists_get_bits (const DatelineWordLists *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineWordLists, dateline_word_lists_free)

G_END_DECLS
