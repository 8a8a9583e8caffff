/* dateline-names.c: the other names of places and actors, for searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who looks for حلب or Haleb wants what is written of Aleppo: each name in
 * what is typed is joined by those that the gazetteer and the table of
 * actors have for the same place or actor.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-names.h"

#include <string.h>

#include "dateline-data-phrases.h"
#include "dateline-fold.h"
#include "dateline-gazetteer.h"
#include "dateline-name-key.h"

#define MAX_PHRASE_WORDS 5
/* Of as many places of one name are the others looked for. */
#define MAX_PLACES 4
/* Words too short to be told apart by their sound. */
#define SHORTEST_SOUND 3

/* A name of a row of one of the two tables. */
typedef struct
{
  guint32 payload;
  char   *phrase;
} Name;

struct _DatelineNames
{
  DatelineData      *data;
  DatelineGazetteer *gazetteer;
  GStringChunk      *phrases;
  GArray            *names; /* Name, by payload */
  int                id_column;
  int                name_column;
  int                kind_column;
  int                within_column;
};

/* Without how its letters must be written. */
static guint32
get_row_key (guint32 payload)
{
  return DATELINE_PAYLOAD (DATELINE_PAYLOAD_LEXICON (payload), 0, DATELINE_PAYLOAD_ROW (payload));
}

static void
add_name (const char *phrase, guint32 payload, gpointer user_data)
{
  DatelineNames *self = user_data;
  Name           name = { get_row_key (payload), g_string_chunk_insert_const (self->phrases, phrase) };

  g_array_append_val (self->names, name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *x = a, *y = b;

  return x->payload < y->payload ? -1 : x->payload > y->payload;
}

/**
 * dateline_names_open:
 * @data_path: engine.dat
 * @error: return location for a #GError
 *
 * Errors: those of dateline_data_open()
 *
 * Returns: (transfer full) (nullable): all names
 */
DatelineNames *
dateline_names_open (const char *data_path, GError **error)
{
  g_autoptr (DatelineNames) self = g_new0 (DatelineNames, 1);

  self->phrases = g_string_chunk_new (1 << 16);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  if ((self->data = dateline_data_open (data_path, error)) == NULL ||
      (self->gazetteer = dateline_gazetteer_new (self->data, error)) == NULL)
    return NULL;

  self->id_column = dateline_data_find_column (self->data, DATELINE_LEXICON_ACTOR, "id");
  self->name_column = dateline_data_find_column (self->data, DATELINE_LEXICON_ACTOR, "name");
  self->kind_column = dateline_data_find_column (self->data, DATELINE_LEXICON_ACTOR, "kind");
  self->within_column = dateline_data_find_column (self->data, DATELINE_LEXICON_ACTOR, "within");
  dateline_data_foreach_phrase (self->data, DATELINE_LEXICON_BIT (DATELINE_LEXICON_PLACE) | DATELINE_LEXICON_BIT (DATELINE_LEXICON_ACTOR), add_name, self);
  g_array_sort (self->names, compare_names);
  return g_steal_pointer (&self);
}

void
dateline_names_free (DatelineNames *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->names);
  g_string_chunk_free (self->phrases);
  g_clear_pointer (&self->gazetteer, dateline_gazetteer_free);
  g_clear_pointer (&self->data, dateline_data_free);
  g_free (self);
}

/* --- what words are a name of ----------------------------------------- */

/* The trie's node after @words, all forms of the article being "al". */
static guint32
find_node (const DatelineNames *self, char **words, guint n_words, gboolean after_article)
{
  guint32 node = 0;

  for (guint i = after_article ? 0 : 1; i <= n_words; i++)
    {
      gboolean    is_article = i == 0 || (i < n_words && dateline_name_is_article (words[i - 1]));
      const char *word = is_article ? "al" : words[i - 1];
      guint32     id = dateline_data_find_word (self->data, word, strlen (word));

      if (id == 0)
        return 0;
      node = node == 0 ? dateline_data_get_root_child (self->data, id) : dateline_data_get_child (self->data, node, id);
      if (node == 0)
        return 0;
    }
  return node;
}

static void
append_payloads (const DatelineNames *self, guint32 node, GArray *payloads)
{
  guint          n_payloads;
  const guint32 *found;

  if (node == 0)
    return;
  found = dateline_data_get_payloads (self->data, node, &n_payloads);
  for (guint i = 0; i < n_payloads; i++)
    {
      DatelineLexicon lexicon = DATELINE_PAYLOAD_LEXICON (found[i]);
      guint32         payload = get_row_key (found[i]);

      if (lexicon == DATELINE_LEXICON_PLACE || lexicon == DATELINE_LEXICON_ACTOR)
        g_array_append_val (payloads, payload);
    }
}

/* Arabic writes its article with the noun: "الرقة", "رقة". */
static void
append_arabic_payloads (const DatelineNames *self, char **words, guint n_words, GArray *payloads)
{
  static const char article[] = "ال";
  gboolean          has_article = g_str_has_prefix (words[0], article);
  g_autofree char  *first = has_article ? g_strdup (words[0] + strlen (article)) : g_strconcat (article, words[0], NULL);
  char             *changed[MAX_PHRASE_WORDS];

  if ((guchar) words[0][0] < 0xd8 || (guchar) words[0][0] > 0xdb)
    return;
  memcpy (changed, words, n_words * sizeof *words);
  changed[0] = first;
  append_payloads (self, find_node (self, changed, n_words, FALSE), payloads);
}

static void
append_payloads_by_sound (const DatelineNames *self, char **words, guint n_words, GArray *payloads)
{
  char  key[DATELINE_NAME_KEY_SIZE] = "";
  guint rows[4 * MAX_PLACES];
  guint n_rows, n_exact;
  gsize length = 0;

  for (guint i = 0; i < n_words; i++)
    if (i + 1 == n_words || !dateline_name_is_article (words[i]))
      length = dateline_name_key_append (words[i], key, length);
  if (length < SHORTEST_SOUND)
    return;
  n_rows = dateline_gazetteer_find_by_sound (self->gazetteer, key, rows, &n_exact, G_N_ELEMENTS (rows));
  for (guint i = 0; i < (n_exact > 0 ? n_exact : n_rows); i++)
    {
      guint32 payload = DATELINE_PAYLOAD (DATELINE_LEXICON_PLACE, 0, rows[i]);

      g_array_append_val (payloads, payload);
    }
}

static void
find_payloads (const DatelineNames *self, char **words, guint n_words, gboolean by_sound, GArray *payloads)
{
  append_payloads (self, find_node (self, words, n_words, FALSE), payloads);
  append_payloads (self, find_node (self, words, n_words, TRUE), payloads);
  if (n_words > 1 && dateline_name_is_article (words[0]))
    append_payloads (self, find_node (self, words + 1, n_words - 1, FALSE), payloads);
  append_arabic_payloads (self, words, n_words, payloads);
  if (payloads->len == 0 && by_sound)
    append_payloads_by_sound (self, words, n_words, payloads);
}

/* --- which of them is meant ------------------------------------------- */

/* The larger, the likelier; 0 for what has no names of its own. */
static double
get_weight (const DatelineNames *self, guint32 payload)
{
  const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (self->gazetteer, DATELINE_PAYLOAD_ROW (payload));

  if (place->demonym)
    return 0;
  if (place->place_class <= DATELINE_PLACE_ADM2)
    return 1e6;
  return (place->in_region ? 1e5 : 1) + place->population + (place->weak ? 0 : 10);
}

static gboolean
contains (const GArray *payloads, guint32 payload)
{
  for (guint i = 0; i < payloads->len; i++)
    if (g_array_index (payloads, guint32, i) == payload)
      return TRUE;
  return FALSE;
}

/* An actor, unless the words mean it only in articles on its country. */
static gboolean
is_named (const DatelineNames *self, guint32 payload)
{
  guint row = DATELINE_PAYLOAD_ROW (payload);

  return *dateline_data_get_cell (self->data, DATELINE_LEXICON_ACTOR, row, self->within_column) == '\0' &&
         strcmp (dateline_data_get_cell (self->data, DATELINE_LEXICON_ACTOR, row, self->kind_column), "class") != 0;
}

/* The likeliest places, and all actors. */
static GArray *
choose (const DatelineNames *self, GArray *payloads)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint n_places = 0; n_places < MAX_PLACES; n_places++)
    {
      double  best_weight = 0;
      guint32 best = 0;

      for (guint i = 0; i < payloads->len; i++)
        {
          guint32 payload = g_array_index (payloads, guint32, i);
          double  weight = DATELINE_PAYLOAD_LEXICON (payload) == DATELINE_LEXICON_PLACE ? get_weight (self, payload) : 0;

          if (weight > best_weight && !contains (chosen, payload))
            {
              best_weight = weight;
              best = payload;
            }
        }
      if (best_weight <= 0)
        break;
      g_array_append_val (chosen, best);
    }
  for (guint i = 0; i < payloads->len; i++)
    {
      guint32 payload = g_array_index (payloads, guint32, i);

      if (DATELINE_PAYLOAD_LEXICON (payload) == DATELINE_LEXICON_ACTOR && is_named (self, payload) && !contains (chosen, payload))
        g_array_append_val (chosen, payload);
    }
  return chosen;
}

/* --- their names ------------------------------------------------------ */

/* "deir al zor" is written "Deir ez-Zor": the article is left out. */
static char *
drop_articles (const char *phrase)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  GString       *kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i + 1] == NULL || !dateline_name_is_article (words[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", words[i]);
  return g_string_free (kept, FALSE);
}

static gboolean
is_arabic (const char *phrase)
{
  return (guchar) phrase[0] >= 0xd8 && (guchar) phrase[0] <= 0xdb;
}

static void
add_alternative (GPtrArray *line, char *alternative)
{
  if (*alternative == '\0' || g_ptr_array_find_with_equal_func (line, alternative, g_str_equal, NULL))
    g_free (alternative);
  else
    g_ptr_array_add (line, alternative);
}

/* A name, and how it stands with what is written onto it: "Aleppo's", and
 * in Arabic "in", "and", "to". */
static void
add_forms (GPtrArray *line, const char *phrase)
{
  static const char *const prefixes[] = { "ب", "و", "ل" };
  g_autofree char         *plain = drop_articles (phrase);

  add_alternative (line, g_strdup (plain));
  if (!is_arabic (plain))
    add_alternative (line, g_strconcat (plain, "s", NULL));
  else
    for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
      add_alternative (line, g_strconcat (prefixes[i], plain, NULL));
}

/* An actor's other names that are words of their own: "army and
 * committees" is found anywhere. */
static gboolean
is_distinct (guint32 payload, const char *phrase)
{
  const char *space = strchr (phrase, ' ');

  return DATELINE_PAYLOAD_LEXICON (payload) == DATELINE_LEXICON_PLACE || space == NULL || (is_arabic (phrase) && strchr (space + 1, ' ') == NULL);
}

static guint
find_first_name (const DatelineNames *self, guint32 payload)
{
  guint low = 0, high = self->names->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->names, Name, middle).payload < payload)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_names (const DatelineNames *self, guint32 payload, GPtrArray *line)
{
  for (guint i = find_first_name (self, payload); i < self->names->len && g_array_index (self->names, Name, i).payload == payload; i++)
    if (is_distinct (payload, g_array_index (self->names, Name, i).phrase))
      add_forms (line, g_array_index (self->names, Name, i).phrase);
}

/* What the engine calls the actor, and the names in all of its rows. */
static void
add_actor_names (const DatelineNames *self, guint32 payload, GPtrArray *line)
{
  guint       n_rows = dateline_data_get_n_rows (self->data, DATELINE_LEXICON_ACTOR);
  guint       row = DATELINE_PAYLOAD_ROW (payload);
  const char *id = dateline_data_get_cell (self->data, DATELINE_LEXICON_ACTOR, row, self->id_column);

  add_alternative (line, dateline_fold_text (dateline_data_get_cell (self->data, DATELINE_LEXICON_ACTOR, row, self->name_column)));
  for (guint other = 0; other < n_rows; other++)
    {
      guint32 other_payload = DATELINE_PAYLOAD (DATELINE_LEXICON_ACTOR, 0, other);

      if (strcmp (dateline_data_get_cell (self->data, DATELINE_LEXICON_ACTOR, other, self->id_column), id) == 0 && is_named (self, other_payload))
        add_names (self, other_payload, line);
    }
}

static void
append_line (GString *out, const GPtrArray *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < line->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", (const char *) g_ptr_array_index (line, i));
}

/* Appends the longest name that begins @words, or its first word, and all
 * that means the same; tells how many words it has. */
static guint
respell_first (const DatelineNames *self, char **words, guint n_words, gboolean by_sound, GString *out)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)    payloads = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray)    chosen = NULL;
  g_autofree char      *typed = NULL;
  char                 *after;
  guint                 n_taken = MIN (n_words, MAX_PHRASE_WORDS) + 1;

  while (payloads->len == 0 && --n_taken > 0)
    find_payloads (self, words, n_taken, by_sound, payloads);
  n_taken = MAX (n_taken, 1);

  after = words[n_taken];
  words[n_taken] = NULL;
  typed = g_strjoinv (" ", words);
  words[n_taken] = after;
  g_ptr_array_add (line, g_steal_pointer (&typed));
  chosen = choose (self, payloads);
  for (guint i = 0; i < chosen->len; i++)
    {
      guint32 payload = g_array_index (chosen, guint32, i);

      if (DATELINE_PAYLOAD_LEXICON (payload) == DATELINE_LEXICON_PLACE)
        add_names (self, payload, line);
      else
        add_actor_names (self, payload, line);
    }
  append_line (out, line);
  return n_taken;
}

/**
 * dateline_names_respell:
 * @self: all names
 * @words: what someone looks for, valid UTF-8
 * @by_sound: whether words that are no name are taken for those that sound
 *   so
 *
 * Returns: (transfer full): a line for each name or other word of @words,
 *   first as it was typed, then, after "|" each, the other names of the
 *   places and actors that it may mean, in Latin and Arabic letters; all
 *   folded
 */
char *
dateline_names_respell (const DatelineNames *self, const char *words, gboolean by_sound)
{
  g_autofree char *folded = dateline_fold_text (words);
  g_auto (GStrv)   each = g_strsplit (folded, " ", -1);
  guint            n_words = g_strv_length (each);
  GString         *out = g_string_new (NULL);

  for (guint i = 0; i < n_words;)
    i += respell_first (self, each + i, n_words - i, by_sound, out);
  return g_string_free (out, FALSE);
}
