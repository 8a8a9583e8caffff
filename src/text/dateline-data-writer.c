/* dateline-data-writer.c: compiles tables and phrases into the data file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-data-writer.h"

#include <string.h>

#include "dateline-fold.h"
#include "dateline-tokenizer.h"

typedef struct
{
  char        tag[4];
  gsize       element_size;
  GByteArray *bytes;
} Section;

typedef struct
{
  GHashTable *children; /* word (guint) → node index */
  GArray     *payloads; /* guint32 */
} Node;

struct _DatelineDataWriter
{
  GByteArray *pool;
  GHashTable *strings; /* char * → offset + 1 */
  GPtrArray  *words;   /* char *, folded; index + 1 is the writer's word number */
  GHashTable *word_numbers;
  GPtrArray  *nodes; /* Node *; 0 is the root */
  GArray     *cells[DATELINE_N_LEXICONS];
  guint       n_columns[DATELINE_N_LEXICONS];
  guint       n_rows[DATELINE_N_LEXICONS];
  guint32     column_names[DATELINE_N_LEXICONS];
  GPtrArray  *sections;
  GChecksum  *checksum;
};

static Node *
node_new (void)
{
  Node *node = g_new0 (Node, 1);

  node->children = g_hash_table_new (NULL, NULL);
  node->payloads = g_array_new (FALSE, FALSE, sizeof (guint32));
  return node;
}

static void
node_free (Node *node)
{
  g_hash_table_unref (node->children);
  g_array_unref (node->payloads);
  g_free (node);
}

static void
section_free (Section *section)
{
  g_byte_array_unref (section->bytes);
  g_free (section);
}

DatelineDataWriter *
dateline_data_writer_new (void)
{
  DatelineDataWriter *self = g_new0 (DatelineDataWriter, 1);

  self->pool = g_byte_array_new ();
  self->strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->word_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < DATELINE_N_LEXICONS; i++)
    self->cells[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (self->nodes, node_new ());
  dateline_data_writer_add_string (self, "");

  return self;
}

void
dateline_data_writer_free (DatelineDataWriter *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->pool);
  g_hash_table_unref (self->strings);
  g_hash_table_unref (self->word_numbers);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->sections);
  g_checksum_free (self->checksum);
  for (guint i = 0; i < DATELINE_N_LEXICONS; i++)
    g_array_unref (self->cells[i]);
  g_free (self);
}

/**
 * dateline_data_writer_add_string:
 * @self: a writer
 * @string: UTF-8
 *
 * Returns: its offset in the pool; equal strings share one
 */
guint32
dateline_data_writer_add_string (DatelineDataWriter *self, const char *string)
{
  guint32 offset = GPOINTER_TO_UINT (g_hash_table_lookup (self->strings, string));

  if (offset != 0)
    return offset - 1;

  offset = self->pool->len;
  g_byte_array_append (self->pool, (const guint8 *) string, (guint) strlen (string) + 1);
  g_hash_table_insert (self->strings, g_strdup (string), GUINT_TO_POINTER (offset + 1));
  return offset;
}

/**
 * dateline_data_writer_set_columns:
 * @self: a writer
 * @lexicon: a table that has no rows yet
 * @names: %NULL-terminated
 */
void
dateline_data_writer_set_columns (DatelineDataWriter *self, DatelineLexicon lexicon, const char *const *names)
{
  g_autofree char *joined = g_strjoinv ("\t", (char **) names);

  g_return_if_fail (self->n_rows[lexicon] == 0);

  self->n_columns[lexicon] = g_strv_length ((char **) names);
  self->column_names[lexicon] = dateline_data_writer_add_string (self, joined);
}

/**
 * dateline_data_writer_add_row:
 * @self: a writer
 * @lexicon: a table with columns
 * @cells: as many strings as it has columns
 *
 * Returns: the row's number
 */
guint
dateline_data_writer_add_row (DatelineDataWriter *self, DatelineLexicon lexicon, const char *const *cells)
{
  for (guint i = 0; i < self->n_columns[lexicon]; i++)
    {
      guint32 offset = dateline_data_writer_add_string (self, cells[i]);

      g_array_append_val (self->cells[lexicon], offset);
    }
  return self->n_rows[lexicon]++;
}

static guint
get_word_number (DatelineDataWriter *self, const char *folded)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->word_numbers, folded));

  if (number == 0)
    {
      char *copy = g_strdup (folded);

      g_ptr_array_add (self->words, copy);
      number = self->words->len;
      g_hash_table_insert (self->word_numbers, copy, GUINT_TO_POINTER (number));
    }
  return number;
}

/* As the document reads articles before a hyphen. Gazetteers write them
 * before a space, too; there only capitals tell them from English words. */
static gboolean
is_article (const char *folded, const char *written, gboolean hyphen_follows)
{
  static const char *const forms[] = { "ad", "an", "ar", "as", "ash", "at", "ath", "az", "adh", "es", "esh", "ez", "ed", "er", "et", "en", "ul", "il", "ud", "ur" };

  if (strcmp (folded, "el") == 0)
    return TRUE;
  if (!hyphen_follows && !g_ascii_isupper (written[0]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (folded, forms[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * dateline_data_writer_add_phrase:
 * @self: a writer
 * @phrase: words as in text
 * @lexicon: the table it belongs to
 * @letter_case: what it demands of the letters
 * @row: the table's row it stands for
 *
 * Returns: %FALSE when @phrase has no words
 */
gboolean
dateline_data_writer_add_phrase (DatelineDataWriter *self, const char *phrase, DatelineLexicon lexicon, DatelineCase letter_case, guint row)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DatelineToken));
  guint32            payload = DATELINE_PAYLOAD (lexicon, letter_case, row);
  guint              at = 0;
  Node              *node;

  dateline_tokenize (phrase, strlen (phrase), tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const DatelineToken *token = &g_array_index (tokens, DatelineToken, i);
      char                 folded[DATELINE_FOLD_SIZE];
      guint                word, child;

      if (token->flags & DATELINE_TOKEN_PUNCT)
        continue;
      if (dateline_fold (phrase + token->begin, token->end - token->begin, folded) == 0)
        continue;
      if (i + 1 < tokens->len &&
          (lexicon == DATELINE_LEXICON_PLACE || (g_array_index (tokens, DatelineToken, i + 1).flags & DATELINE_TOKEN_HYPHEN)) &&
          is_article (folded, phrase + token->begin, (g_array_index (tokens, DatelineToken, i + 1).flags & DATELINE_TOKEN_HYPHEN) != 0))
        strcpy (folded, "al");

      word = get_word_number (self, folded);
      node = g_ptr_array_index (self->nodes, at);
      child = GPOINTER_TO_UINT (g_hash_table_lookup (node->children, GUINT_TO_POINTER (word)));
      if (child == 0)
        {
          child = self->nodes->len;
          g_ptr_array_add (self->nodes, node_new ());
          g_hash_table_insert (node->children, GUINT_TO_POINTER (word), GUINT_TO_POINTER (child));
        }
      at = child;
    }
  if (at == 0)
    return FALSE;

  node = g_ptr_array_index (self->nodes, at);
  for (guint i = 0; i < node->payloads->len; i++)
    if ((g_array_index (node->payloads, guint32, i) & ~(3u << 24)) == (payload & ~(3u << 24)))
      return TRUE;
  g_array_append_val (node->payloads, payload);
  return TRUE;
}

/**
 * dateline_data_read_tsv:
 * @path: a table: lines that begin with '#' are comments, the first other
 *   line names the columns
 * @columns: (out) (transfer full): the names
 * @bytes: (out) (optional) (transfer full): the file
 * @n_bytes: (out) (optional): its size
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_TEXT_ERROR_OPEN, %DATELINE_TEXT_ERROR_DATA with the
 *   line's number.
 *
 * Returns: (transfer full) (element-type GStrv): the rows, each with as
 *   many cells as there are columns
 */
GPtrArray *
dateline_data_read_tsv (const char *path, char ***columns, char **bytes, gsize *n_bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError)    file_error = NULL;
  g_autofree char      *contents = NULL;
  g_auto (GStrv)        lines = NULL;
  g_auto (GStrv)        names = NULL;
  gsize                 size;

  if (!g_file_get_contents (path, &contents, &size, &file_error))
    {
      g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_OPEN, "%s: %s", path, file_error->message);
      return NULL;
    }

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = NULL;

      g_strchomp (lines[i]);
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      cells = g_strsplit (lines[i], "\t", -1);
      if (names == NULL)
        {
          names = g_steal_pointer (&cells);
          continue;
        }
      if (g_strv_length (cells) > g_strv_length (names))
        {
          g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA,
                       "%s: line %u: expected %u columns, found %u", path, i + 1, g_strv_length (names), g_strv_length (cells));
          return NULL;
        }
      /* Editors drop trailing tabs: missing last cells are empty. */
      {
        char **row = g_new0 (char *, g_strv_length (names) + 1);

        for (guint j = 0; names[j] != NULL; j++)
          row[j] = g_strdup (j < g_strv_length (cells) ? cells[j] : "");
        g_ptr_array_add (rows, row);
      }
    }
  if (names == NULL)
    {
      g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA, "%s: no line names the columns", path);
      return NULL;
    }

  *columns = g_steal_pointer (&names);
  if (bytes != NULL)
    *bytes = g_steal_pointer (&contents);
  if (n_bytes != NULL)
    *n_bytes = size;
  return g_steal_pointer (&rows);
}

static gboolean
add_row_phrases (DatelineDataWriter *self, DatelineLexicon lexicon, const char *phrases, guint row)
{
  g_auto (GStrv) each = g_strsplit (phrases, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      const char  *phrase = each[i];
      DatelineCase letter_case = DATELINE_CASE_ANY;

      if (*phrase == '^')
        {
          g_autofree char *upper = g_ascii_strup (++phrase, -1);

          letter_case = strcmp (upper, phrase) == 0 ? DATELINE_CASE_UPPER : DATELINE_CASE_CAPITAL;
        }
      if (*phrase != '\0' && !dateline_data_writer_add_phrase (self, phrase, lexicon, letter_case, row))
        return FALSE;
    }
  return TRUE;
}

/**
 * dateline_data_writer_add_table:
 * @self: a writer
 * @lexicon: which table it is
 * @path: a TSV file with a column `phrases`: alternatives parted by '|', one
 *   that begins with '^' demands its capitals of the text
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set when the file is wrong
 */
gboolean
dateline_data_writer_add_table (DatelineDataWriter *self, DatelineLexicon lexicon, const char *path, GError **error)
{
  g_auto (GStrv)        columns = NULL;
  g_autofree char      *bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gsize                 n_bytes;
  int                   phrases = -1;

  rows = dateline_data_read_tsv (path, &columns, &bytes, &n_bytes, error);
  if (rows == NULL)
    return FALSE;
  for (int i = 0; columns[i] != NULL; i++)
    if (strcmp (columns[i], "phrases") == 0)
      phrases = i;
  if (phrases < 0)
    {
      g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA, "%s: no column is named phrases", path);
      return FALSE;
    }

  dateline_data_writer_add_checksum (self, bytes, n_bytes);
  dateline_data_writer_set_columns (self, lexicon, (const char *const *) columns);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      guint  row = dateline_data_writer_add_row (self, lexicon, (const char *const *) cells);

      if (!add_row_phrases (self, lexicon, cells[phrases], row))
        {
          g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA,
                       "%s: a phrase without words: \"%s\"", path, cells[phrases]);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * dateline_data_writer_add_section:
 * @self: a writer
 * @tag: four letters
 * @elements: plain little-endian data; copied
 * @element_size: bytes of one
 * @n_elements: how many
 */
void
dateline_data_writer_add_section (DatelineDataWriter *self, const char tag[4], gconstpointer elements, gsize element_size, gsize n_elements)
{
  Section *section = g_new0 (Section, 1);

  memcpy (section->tag, tag, 4);
  section->element_size = element_size;
  section->bytes = g_byte_array_sized_new ((guint) (element_size * n_elements));
  if (n_elements > 0)
    g_byte_array_append (section->bytes, elements, (guint) (element_size * n_elements));
  g_ptr_array_add (self->sections, section);
}

void
dateline_data_writer_add_checksum (DatelineDataWriter *self, const char *bytes, gsize length)
{
  g_checksum_update (self->checksum, (const guchar *) bytes, (gssize) length);
}

static guint
table_size_for (guint n)
{
  guint size = 16;

  while (size < n + n / 2)
    size *= 2;
  return size;
}

/* Returns the ids by word number. */
static guint32 *
write_words (DatelineDataWriter *self, DatelineDataWord *slots, guint n_slots)
{
  guint32 *ids = g_new0 (guint32, self->words->len + 1);

  for (guint i = 0; i < self->words->len; i++)
    {
      const char     *word = g_ptr_array_index (self->words, i);
      DatelineWordKey key = dateline_word_key (word, strlen (word));
      guint32         slot = key.hash & (n_slots - 1);
      Node           *root = g_ptr_array_index (self->nodes, 0);

      while (slots[slot].letters != 0)
        slot = (slot + 1) & (n_slots - 1);
      slots[slot].letters = key.letters;
      slots[slot].string = dateline_data_writer_add_string (self, word);
      slots[slot].root_child = GPOINTER_TO_UINT (g_hash_table_lookup (root->children, GUINT_TO_POINTER (i + 1)));
      ids[i + 1] = slot + 1;
    }
  return ids;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const DatelineDataEdge *x = a, *y = b;

  if (x->node != y->node)
    return x->node < y->node ? -1 : 1;
  return x->word < y->word ? -1 : x->word > y->word;
}

static void
write_trie (DatelineDataWriter *self, const guint32 *word_ids)
{
  g_autoptr (GArray)           list = g_array_new (FALSE, FALSE, sizeof (DatelineDataEdge));
  g_autoptr (GArray)           payloads = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree DatelineDataNode *nodes = g_new0 (DatelineDataNode, self->nodes->len);
  g_autofree DatelineDataEdge *edges = NULL;
  guint                        n_edges;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node          *node = g_ptr_array_index (self->nodes, i);
      GHashTableIter iter;
      gpointer       word, child;

      nodes[i].first = payloads->len;
      nodes[i].n = node->payloads->len;
      for (guint j = 0; j < node->payloads->len; j++)
        nodes[i].lexicons |= DATELINE_LEXICON_BIT (DATELINE_PAYLOAD_LEXICON (g_array_index (node->payloads, guint32, j)));
      g_array_append_vals (payloads, node->payloads->data, node->payloads->len);
      if (i == 0)
        continue; /* the words hold the root's children */
      g_hash_table_iter_init (&iter, node->children);
      while (g_hash_table_iter_next (&iter, &word, &child))
        {
          DatelineDataEdge edge = { i, word_ids[GPOINTER_TO_UINT (word)], GPOINTER_TO_UINT (child) };

          nodes[i].words |= dateline_data_word_bit (edge.word);
          g_array_append_val (list, edge);
        }
    }

  /* Sorted, so that the same tables give the same file. */
  g_array_sort (list, compare_edges);
  n_edges = table_size_for (list->len);
  edges = g_new0 (DatelineDataEdge, n_edges);
  for (guint i = 0; i < list->len; i++)
    {
      DatelineDataEdge *edge = &g_array_index (list, DatelineDataEdge, i);
      guint32           slot = (edge->node * 2654435761u ^ edge->word * 2246822519u) & (n_edges - 1);

      while (edges[slot].child != 0)
        slot = (slot + 1) & (n_edges - 1);
      edges[slot] = *edge;
    }

  dateline_data_writer_add_section (self, "EDGE", edges, sizeof *edges, n_edges);
  dateline_data_writer_add_section (self, "NODE", nodes, sizeof *nodes, self->nodes->len);
  dateline_data_writer_add_section (self, "PAYL", payloads->data, sizeof (guint32), payloads->len);
}

static void
write_tables (DatelineDataWriter *self)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  DatelineDataTable  tables[DATELINE_N_LEXICONS];

  for (guint i = 0; i < DATELINE_N_LEXICONS; i++)
    {
      tables[i] = (DatelineDataTable){ self->n_rows[i], self->n_columns[i], cells->len, self->column_names[i] };
      g_array_append_vals (cells, self->cells[i]->data, self->cells[i]->len);
    }
  dateline_data_writer_add_section (self, "TABL", tables, sizeof *tables, DATELINE_N_LEXICONS);
  dateline_data_writer_add_section (self, "CELL", cells->data, sizeof (guint32), cells->len);
}

static void
pad (GByteArray *bytes)
{
  static const guint8 zeros[8];

  g_byte_array_append (bytes, zeros, (8 - bytes->len % 8) % 8);
}

/**
 * dateline_data_writer_save:
 * @self: a writer; it can be saved once
 * @path: where to
 * @error: return location for a #GError
 *
 * Writes the file whole or not at all. The same tables give the same bytes.
 *
 * Returns: %FALSE with @error set when it cannot be written
 */
gboolean
dateline_data_writer_save (DatelineDataWriter *self, const char *path, GError **error)
{
  guint                           n_slots = table_size_for (self->words->len);
  g_autofree DatelineDataWord    *words = g_new0 (DatelineDataWord, n_slots);
  g_autofree guint32             *word_ids = write_words (self, words, n_slots);
  g_autoptr (GByteArray)          file = g_byte_array_new ();
  DatelineDataHeader              header = { DATELINE_DATA_MAGIC, DATELINE_DATA_VERSION, 0, 0, "" };
  g_autofree DatelineDataSection *table = NULL;

  dateline_data_writer_add_section (self, "WORD", words, sizeof *words, n_slots);
  write_trie (self, word_ids);
  write_tables (self);
  dateline_data_writer_add_section (self, "STRS", self->pool->data, 1, self->pool->len);

  header.n_sections = self->sections->len;
  memcpy (header.sha256, g_checksum_get_string (self->checksum), 64);
  table = g_new0 (DatelineDataSection, header.n_sections);
  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  g_byte_array_append (file, (const guint8 *) table, (guint) (header.n_sections * sizeof *table));
  for (guint i = 0; i < header.n_sections; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      pad (file);
      memcpy (table[i].tag, section->tag, 4);
      table[i].element_size = (guint32) section->element_size;
      table[i].offset = file->len;
      table[i].length = section->bytes->len / section->element_size;
      g_byte_array_append (file, section->bytes->data, section->bytes->len);
    }
  header.size = file->len;
  memcpy (file->data, &header, sizeof header);
  memcpy (file->data + sizeof header, table, header.n_sections * sizeof *table);

  return g_file_set_contents (path, (const char *) file->data, file->len, error);
}
