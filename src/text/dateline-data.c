/* dateline-data.c: what the engine knows, mapped read-only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-data.h"

#include <string.h>

G_DEFINE_QUARK (dateline - text - error - quark, dateline_text_error)

static gboolean
is_power_of_two (guint n)
{
  return n != 0 && (n & (n - 1)) == 0;
}

static gboolean
check_sections (const DatelineData *self, gsize size)
{
  if (size < sizeof (DatelineDataHeader) ||
      memcmp (self->header->magic, DATELINE_DATA_MAGIC, 8) != 0 ||
      self->header->version != DATELINE_DATA_VERSION ||
      self->header->size != size ||
      self->header->n_sections > 64 || self->header->sha256[71] != 0 ||
      size < sizeof (DatelineDataHeader) + self->header->n_sections * sizeof (DatelineDataSection))
    return FALSE;

  for (guint i = 0; i < self->header->n_sections; i++)
    {
      const DatelineDataSection *section = &self->sections[i];

      if (section->element_size == 0 || section->offset % 8 != 0 || section->offset > size ||
          section->length > G_MAXUINT32 || section->length > (size - section->offset) / section->element_size)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_trie (const DatelineData *self)
{
  for (guint i = 0; i <= self->word_mask; i++)
    if (self->words[i].letters != 0 &&
        (self->words[i].string >= self->n_strings || self->words[i].root_child >= self->n_nodes))
      return FALSE;
  for (guint i = 0; i <= self->edge_mask; i++)
    if (self->edges[i].child >= self->n_nodes)
      return FALSE;
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].first > self->n_payloads || self->nodes[i].n > self->n_payloads - self->nodes[i].first)
      return FALSE;
  for (guint i = 0; i < self->n_payloads; i++)
    {
      DatelineLexicon lexicon = DATELINE_PAYLOAD_LEXICON (self->payloads[i]);

      if (lexicon >= DATELINE_N_LEXICONS || DATELINE_PAYLOAD_ROW (self->payloads[i]) >= self->tables[lexicon].n_rows)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_tables (const DatelineData *self)
{
  for (guint i = 0; i < DATELINE_N_LEXICONS; i++)
    {
      const DatelineDataTable *table = &self->tables[i];
      guint64                  n_cells = (guint64) table->n_rows * table->n_columns;

      /* Places have a section of their own. */
      if (table->n_columns == 0 && table->n_rows > 0 && i != DATELINE_LEXICON_PLACE)
        return FALSE;
      if (table->column_names >= self->n_strings || table->first_cell > self->n_cells || n_cells > self->n_cells - table->first_cell)
        return FALSE;
    }
  return dateline_data_check_strings (self, self->cells, self->n_cells, sizeof (guint32));
}

/* A hash table needs an empty slot, or a look-up would never end. */
static gboolean
has_empty_slots (const DatelineData *self)
{
  gboolean word = FALSE, edge = FALSE;

  for (guint i = 0; i <= self->word_mask && !word; i++)
    word = self->words[i].letters == 0;
  for (guint i = 0; i <= self->edge_mask && !edge; i++)
    edge = self->edges[i].child == 0;
  return word && edge;
}

static gboolean
load (DatelineData *self)
{
  guint n_words, n_edges, n_tables;

  self->strings = dateline_data_get_section (self, "STRS", 1, &self->n_strings);
  self->words = dateline_data_get_section (self, "WORD", sizeof (DatelineDataWord), &n_words);
  self->edges = dateline_data_get_section (self, "EDGE", sizeof (DatelineDataEdge), &n_edges);
  self->nodes = dateline_data_get_section (self, "NODE", sizeof (DatelineDataNode), &self->n_nodes);
  self->payloads = dateline_data_get_section (self, "PAYL", sizeof (guint32), &self->n_payloads);
  self->tables = dateline_data_get_section (self, "TABL", sizeof (DatelineDataTable), &n_tables);
  self->cells = dateline_data_get_section (self, "CELL", sizeof (guint32), &self->n_cells);

  if (self->n_strings == 0 || self->strings[self->n_strings - 1] != '\0' ||
      !is_power_of_two (n_words) || !is_power_of_two (n_edges) || self->n_nodes == 0 || n_tables != DATELINE_N_LEXICONS)
    return FALSE;

  self->word_mask = n_words - 1;
  self->edge_mask = n_edges - 1;
  return check_tables (self) && check_trie (self) && has_empty_slots (self);
}

/* So that a token's word and its lists take one look-up. */
static void
find_listed_words (DatelineData *self)
{
  guint n_words = dateline_word_lists_get_n_words (self->word_lists);

  self->listed = g_new0 (guint16, self->word_mask + 1);
  for (guint i = 1; i < n_words; i++)
    {
      gsize       length;
      guint       row;
      const char *word = dateline_word_lists_get_word (self->word_lists, i, &length, &row);
      guint32     id = dateline_data_find_word (self, word, length);

      if (id != 0)
        self->listed[id - 1] = (guint16) row;
    }
}

/**
 * dateline_data_open:
 * @path: a file that dateline-compile-data wrote
 * @error: return location for a #GError
 *
 * Maps the file and checks every offset in it.
 *
 * Errors: %DATELINE_TEXT_ERROR_OPEN when it cannot be read,
 *   %DATELINE_TEXT_ERROR_DATA when it is cut off, damaged or of another
 *   version.
 *
 * Returns: (transfer full): the data, or %NULL
 */
DatelineData *
dateline_data_open (const char *path, GError **error)
{
  g_autoptr (DatelineData) self = g_new0 (DatelineData, 1);
  g_autoptr (GError)       file_error = NULL;
  gsize                    size;

  self->file = g_mapped_file_new (path, FALSE, &file_error);
  if (self->file == NULL)
    {
      g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_OPEN,
                   "%s: cannot be read: %s", path, file_error->message);
      return NULL;
    }

  self->bytes = g_mapped_file_get_contents (self->file);
  size = g_mapped_file_get_length (self->file);
  self->header = (const DatelineDataHeader *) self->bytes;
  self->sections = (const DatelineDataSection *) (self->bytes + sizeof (DatelineDataHeader));
  if (self->bytes == NULL || !check_sections (self, size) || !load (self))
    {
      g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA,
                   "%s: not a data file of this version, or damaged; install Dateline again", path);
      return NULL;
    }

  self->word_lists = dateline_word_lists_new ();
  find_listed_words (self);
  self->numbers = dateline_number_words_new (self);
  self->time_words = dateline_time_words_new (self);
  return g_steal_pointer (&self);
}

void
dateline_data_free (DatelineData *self)
{
  if (self == NULL)
    return;

  dateline_word_lists_free (self->word_lists);
  g_free (self->listed);
  g_free (self->numbers);
  g_free (self->time_words);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

/**
 * dateline_data_get_sha256:
 * @self: the data
 *
 * Returns: (transfer full): 64 hex digits over all that was compiled
 */
const char *
dateline_data_get_sha256 (const DatelineData *self)
{
  return self->header->sha256;
}

/**
 * dateline_data_get_section:
 * @self: the data
 * @tag: four letters
 * @element_size: bytes of an element as the caller knows it
 * @n_elements: (out): 0 when the section is missing
 *
 * Returns: (nullable): the elements; %NULL when the section is missing or
 *   its elements have another size
 */
gconstpointer
dateline_data_get_section (const DatelineData *self, const char tag[4], gsize element_size, guint *n_elements)
{
  *n_elements = 0;
  for (guint i = 0; i < self->header->n_sections; i++)
    {
      const DatelineDataSection *section = &self->sections[i];

      if (memcmp (section->tag, tag, 4) != 0 || section->element_size != element_size)
        continue;
      *n_elements = (guint) section->length;
      return self->bytes + section->offset;
    }
  return NULL;
}

/**
 * dateline_data_check_strings:
 * @self: the data
 * @offsets: the first of @n offsets into the string pool
 * @n: how many
 * @stride: bytes from one to the next
 *
 * For whoever adds a section of his own: to be called once, at opening.
 *
 * Returns: whether all lie in the pool
 */
gboolean
dateline_data_check_strings (const DatelineData *self, const guint32 *offsets, guint n, gsize stride)
{
  guint32 n_strings = self->n_strings;

  for (guint i = 0; i < n; i++)
    if (*(const guint32 *) ((const char *) offsets + i * stride) >= n_strings)
      return FALSE;
  return TRUE;
}

guint
dateline_data_get_n_rows (const DatelineData *self, DatelineLexicon lexicon)
{
  return self->tables[lexicon].n_rows;
}

/**
 * dateline_data_find_column:
 * @self: the data
 * @lexicon: a table
 * @name: a column's name in its header row
 *
 * Returns: its index, or −1
 */
int
dateline_data_find_column (const DatelineData *self, DatelineLexicon lexicon, const char *name)
{
  const char *p = self->strings + self->tables[lexicon].column_names;

  for (int column = 0; *p != '\0'; column++)
    {
      gsize i = 0;

      while (name[i] != '\0' && name[i] == p[i])
        i++;
      if (name[i] == '\0' && (p[i] == '\t' || p[i] == '\0'))
        return column < (int) self->tables[lexicon].n_columns ? column : -1;
      for (p += i; *p != '\0' && *p++ != '\t';)
        ;
    }
  return -1;
}

/**
 * dateline_word_key:
 * @folded: a folded word
 * @length: its bytes
 *
 * Returns: what finds it in the vocabulary and in the lists of words
 */
DatelineWordKey
dateline_word_key (const char *folded, gsize length)
{
  DatelineWordKey key = { 0, 0 };
  guint64         hash = 0;

  for (gsize at = 0; at < length; at += 8)
    {
      guint64 letters = 0;

      memcpy (&letters, folded + at, MIN (length - at, 8));
      letters = GUINT64_FROM_LE (letters);
      if (at == 0)
        key.letters = letters;
      hash = dateline_word_hash_step (hash, letters);
    }
  key.hash = (guint32) hash;
  return key;
}

/**
 * dateline_data_find_key:
 * @self: the data
 * @key: dateline_word_key() of the word
 * @folded: a folded word
 * @length: its bytes
 *
 * Returns: the word's id, or 0 when no phrase contains it
 */
guint32
dateline_data_find_key (const DatelineData *self, DatelineWordKey key, const char *folded, gsize length)
{
  for (guint32 slot = key.hash & self->word_mask; self->words[slot].letters != 0; slot = (slot + 1) & self->word_mask)
    {
      const DatelineDataWord *word = &self->words[slot];
      const char             *rest;

      if (word->letters != key.letters)
        continue;
      if (length < 8)
        return slot + 1;
      rest = self->strings + word->string + 8;
      if (strncmp (rest, folded + 8, length - 8) == 0 && rest[length - 8] == '\0')
        return slot + 1;
    }
  return 0;
}

/**
 * dateline_data_find_word:
 * @self: the data
 * @folded: a folded word
 * @length: its bytes
 *
 * Returns: the word's id, or 0 when no phrase contains it
 */
guint32
dateline_data_find_word (const DatelineData *self, const char *folded, gsize length)
{
  return length == 0 ? 0 : dateline_data_find_key (self, dateline_word_key (folded, length), folded, length);
}

/**
 * dateline_data_find_listed:
 * @self: the data
 * @word: the id of the word, when @lower is how it is folded, else 0
 * @key: dateline_word_key() of @lower
 * @lower: a word as in the text, its ASCII letters lower-case
 * @length: its bytes
 *
 * Returns: the word's row in the lists, 0 when it is in none
 */
guint
dateline_data_find_listed (const DatelineData *self, guint32 word, DatelineWordKey key, const char *lower, gsize length)
{
  return word != 0 ? self->listed[word - 1] : dateline_word_lists_find (self->word_lists, key, lower, length);
}

const char *
dateline_data_get_word (const DatelineData *self, guint32 word)
{
  return word == 0 ? "" : self->strings + self->words[word - 1].string;
}

/* As dateline_data_get_child(), which has seen that there may be one. */
guint32
dateline_data_find_edge (const DatelineData *self, guint32 node, guint32 word)
{
  guint32 slot = (node * 2654435761u ^ word * 2246822519u) & self->edge_mask;

  for (; self->edges[slot].child != 0; slot = (slot + 1) & self->edge_mask)
    if (self->edges[slot].node == node && self->edges[slot].word == word)
      return self->edges[slot].child;
  return 0;
}
