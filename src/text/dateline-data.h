/* dateline-data.h: what the engine knows, mapped read-only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file, little-endian: a header, a section table, and sections of
 * fixed-width arrays that refer to one pool of strings. Every offset in it
 * is checked once, at opening; look-ups check nothing.
 */

#pragma once

#include <glib.h>

#include "dateline-lexicon.h"
#include "dateline-number-words.h"
#include "dateline-time-words.h"
#include "dateline-word-lists.h"

G_BEGIN_DECLS

#define DATELINE_DATA_MAGIC "DATELINE"
#define DATELINE_DATA_VERSION 2

typedef enum
{
  DATELINE_TEXT_ERROR_OPEN,
  DATELINE_TEXT_ERROR_DATA, /* the data file, or a table it is compiled from, is wrong */
} DatelineTextError;

#define DATELINE_TEXT_ERROR (dateline_text_error_quark ())
GQuark dateline_text_error_quark (void);

typedef struct
{
  char    magic[8];
  guint32 version;
  guint32 n_sections;
  guint64 size;       /* of the whole file, bytes */
  char    sha256[72]; /* of all that was compiled into it, hex, nul-terminated */
} DatelineDataHeader;

typedef struct
{
  char    tag[4];
  guint32 element_size;
  guint64 offset; /* from the start of the file, a multiple of 8 */
  guint64 length; /* elements */
} DatelineDataSection;

/* The vocabulary is an open hash table; a word's id is its slot + 1. Most
 * words are known by their first letters, without a look into the pool. */
typedef struct
{
  guint64 letters;    /* the first 8 bytes of the folded word; 0 marks an empty slot */
  guint32 string;     /* into the pool */
  guint32 root_child; /* trie node after this word from the root, 0 none */
} DatelineDataWord;

typedef struct
{
  guint32 node;
  guint32 word;
  guint32 child; /* 0 marks an empty slot */
} DatelineDataEdge;

/* Two masks tell what is not there before it is looked for. */
typedef struct
{
  guint32 first; /* into the payloads */
  guint32 n;
  guint32 lexicons; /* of the payloads, a bit each */
  guint32 words;    /* that go on from here: dateline_data_word_bit() of each */
} DatelineDataNode;

typedef struct
{
  guint32 n_rows;
  guint32 n_columns;
  guint32 first_cell;   /* rows × columns of string offsets */
  guint32 column_names; /* string: names joined by tabs */
} DatelineDataTable;

/* A trie payload: lexicon << 26 | case << 24 | row. */
#define DATELINE_PAYLOAD(lexicon, letter_case, row) ((guint32) (lexicon) << 26 | (guint32) (letter_case) << 24 | (row))
#define DATELINE_PAYLOAD_LEXICON(payload) ((DatelineLexicon) ((payload) >> 26))
#define DATELINE_PAYLOAD_CASE(payload) ((DatelineCase) ((payload) >> 24 & 3))
#define DATELINE_PAYLOAD_ROW(payload) ((payload) &0xffffff)

typedef struct _DatelineData
{
  /*< private >*/
  GMappedFile               *file;
  const char                *bytes;
  const DatelineDataHeader  *header;
  const DatelineDataSection *sections;

  const char              *strings;
  guint                    n_strings; /* bytes */
  const DatelineDataWord  *words;
  guint                    word_mask;
  const DatelineDataEdge  *edges;
  guint                    edge_mask;
  const DatelineDataNode  *nodes;
  guint                    n_nodes;
  const guint32           *payloads;
  guint                    n_payloads;
  const DatelineDataTable *tables;
  const guint32           *cells;
  guint                    n_cells;

  DatelineWordLists  *word_lists;
  DatelineNumberWord *numbers;    /* by row of their table */
  DatelineTimeWord   *time_words; /* by row of theirs */
  guint16            *listed;     /* by slot of the vocabulary: the word's row in the lists */
} DatelineData;

DatelineData *dateline_data_open (const char *path, GError **error);
void          dateline_data_free (DatelineData *self);
const char   *dateline_data_get_sha256 (const DatelineData *self);

guint         dateline_data_get_n_rows (const DatelineData *self, DatelineLexicon lexicon);
int           dateline_data_find_column (const DatelineData *self, DatelineLexicon lexicon, const char *name);
gconstpointer dateline_data_get_section (const DatelineData *self, const char tag[4], gsize element_size, guint *n_elements);
gboolean      dateline_data_check_strings (const DatelineData *self, const guint32 *offsets, guint n, gsize stride);

DatelineWordKey dateline_word_key (const char *folded, gsize length);
guint32         dateline_data_find_word (const DatelineData *self, const char *folded, gsize length);
guint32         dateline_data_find_key (const DatelineData *self, DatelineWordKey key, const char *folded, gsize length);
guint           dateline_data_find_listed (const DatelineData *self, guint32 word, DatelineWordKey key, const char *lower, gsize length);
const char     *dateline_data_get_word (const DatelineData *self, guint32 word);
guint32         dateline_data_find_edge (const DatelineData *self, guint32 node, guint32 word);

static inline const char *
dateline_data_get_string (const DatelineData *self, guint32 offset)
{
  return self->strings + offset;
}

/**
 * dateline_data_get_cell:
 * @self: the data
 * @lexicon: a table
 * @row: less than its number of rows
 * @column: from dateline_data_find_column(); −1 gives ""
 *
 * Returns: the cell's text, "" when empty
 */
static inline const char *
dateline_data_get_cell (const DatelineData *self, DatelineLexicon lexicon, guint row, int column)
{
  const DatelineDataTable *table = &self->tables[lexicon];

  g_return_val_if_fail (row < table->n_rows && column < (int) table->n_columns, "");

  if (column < 0)
    return "";
  return self->strings + self->cells[table->first_cell + row * table->n_columns + (guint) column];
}

#define DATELINE_WORD_HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static inline guint64
dateline_word_hash_step (guint64 hash, guint64 letters)
{
  hash = (hash ^ letters) * DATELINE_WORD_HASH_FACTOR;
  return hash ^ (hash >> 32);
}

static inline guint32
dateline_data_word_bit (guint32 word)
{
  return 1u << (word * 2654435769u >> 27);
}

/* The id of a word of less than 8 bytes, or 0. */
static inline guint32
dateline_data_find_short (const DatelineData *self, DatelineWordKey key)
{
  guint32 slot = key.hash & self->word_mask;

  while (self->words[slot].letters != key.letters)
    {
      if (self->words[slot].letters == 0)
        return 0;
      slot = (slot + 1) & self->word_mask;
    }
  return slot + 1;
}

/* The row in the lists of a word that is spelt as it is folded. */
static inline guint16
dateline_data_get_listed (const DatelineData *self, guint32 word)
{
  return self->listed[word - 1];
}

static inline const DatelineNumberWord *
dateline_data_get_number (const DatelineData *self, guint row)
{
  return &self->numbers[row];
}

static inline const DatelineTimeWord *
dateline_data_get_time_word (const DatelineData *self, guint row)
{
  return &self->time_words[row];
}

static inline const DatelineWordLists *
dateline_data_get_word_lists (const DatelineData *self)
{
  return self->word_lists;
}

/* The trie's node after @word from the root, or 0. */
static inline guint32
dateline_data_get_root_child (const DatelineData *self, guint32 word)
{
  return word == 0 ? 0 : self->words[word - 1].root_child;
}

/* The node after @word, or 0. */
static inline guint32
dateline_data_get_child (const DatelineData *self, guint32 node, guint32 word)
{
  return (self->nodes[node].words & dateline_data_word_bit (word)) == 0 ? 0 : dateline_data_find_edge (self, node, word);
}

/* A bit for each lexicon that has a phrase which ends at the node. */
static inline guint32
dateline_data_get_node_lexicons (const DatelineData *self, guint32 node)
{
  return self->nodes[node].lexicons;
}

static inline const guint32 *
dateline_data_get_payloads (const DatelineData *self, guint32 node, guint *n_payloads)
{
  *n_payloads = self->nodes[node].n;
  return self->payloads + self->nodes[node].first;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineData, dateline_data_free)

G_END_DECLS
