/* dateline-copies.c: articles that are, word for word, another's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wire report printed by ten papers is one source. Of each article a
 * sketch is kept: the least hashes of its sequences of five words. Two
 * sketches, held against one another up to the greatest hash that both
 * reach, say how much of the shorter text stands in the longer one.
 *
 * Source: Broder, "On the resemblance and containment of documents"
 * (1997): shingles, and the containment of one document in another from a
 * sample of them.
 */

#include "config.h"

#include "dateline-copies.h"

#include <stdlib.h>

#define WORDS_PER_SHINGLE 5
#define MAX_HASHES 128

/* Fewer are no evidence: a sentence may be quoted. */
#define MIN_HASHES 20

/* Of the hashes of the shorter text that both have; two reports of one
 * event in words of their own share less than a tenth. */
#define MIN_CONTAINMENT 0.6

/* Hashes of a sketch by which others are found, how many of them two
 * copies have at least, and how many articles a hash may lead to: one that
 * is in more is of a form that all of them use. */
#define N_KEYS 24
#define MIN_KEYS 3
#define MAX_FOUND 16

#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

struct _DatelineCopies
{
  GHashTable *sketches;  /* gint64 → GBytes, of originals */
  GHashTable *found;     /* guint32 → GArray of gint64 */
  GHashTable *originals; /* gint64 → gint64, of copies alone */
};

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Leaves the least hashes, each once, by size. */
static void
cut (GArray *hashes)
{
  guint n = 0;

  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len && n < MAX_HASHES; i++)
    if (n == 0 || g_array_index (hashes, guint32, i) != g_array_index (hashes, guint32, n - 1))
      g_array_index (hashes, guint32, n++) = g_array_index (hashes, guint32, i);
  g_array_set_size (hashes, n);
}

static guint32
mix (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint32) (hash >> 32);
}

/* The word at @p in small letters, whatever the script: bytes beyond ASCII
 * are letters. */
static const char *
hash_word (const char *p, const char *end, guint64 *hash)
{
  *hash = 0;
  while (p < end && !g_ascii_isalnum (*p) && (guchar) *p < 0x80)
    p++;
  for (; p < end && (g_ascii_isalnum (*p) || (guchar) *p >= 0x80); p++)
    *hash = (*hash ^ (guchar) g_ascii_tolower (*p)) * G_GUINT64_CONSTANT (0x100000001b3);
  return p;
}

/**
 * dateline_copies_sketch:
 * @text: an article's text, UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full): what is kept of it to know its copies by, at
 *   most 512 bytes; empty for a text too short to be told from a quotation
 */
GBytes *
dateline_copies_sketch (const char *text, gsize length)
{
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char        *end = text + length;
  guint64            words[WORDS_PER_SHINGLE] = { 0 };
  guint32            limit = G_MAXUINT32;
  guint              n_words = 0;

  for (const char *p = text; p < end;)
    {
      guint64 shingle = 0;
      guint32 hash;

      p = hash_word (p, end, &words[n_words % WORDS_PER_SHINGLE]);
      if (words[n_words % WORDS_PER_SHINGLE] == 0 || ++n_words < WORDS_PER_SHINGLE)
        continue;
      for (guint i = 0; i < WORDS_PER_SHINGLE; i++)
        shingle = (shingle + words[(n_words + i) % WORDS_PER_SHINGLE]) * MULTIPLIER;
      hash = mix (shingle);
      if (hash > limit)
        continue;
      g_array_append_val (hashes, hash);
      if (hashes->len < 4 * MAX_HASHES)
        continue;
      cut (hashes);
      if (hashes->len == MAX_HASHES)
        limit = g_array_index (hashes, guint32, MAX_HASHES - 1);
    }

  cut (hashes);
  if (hashes->len < MIN_HASHES)
    g_array_set_size (hashes, 0);
  return g_bytes_new (hashes->data, hashes->len * sizeof (guint32));
}

static const guint32 *
get_hashes (GBytes *sketch, guint *n)
{
  gsize          n_bytes = 0;
  const guint32 *hashes = sketch != NULL ? g_bytes_get_data (sketch, &n_bytes) : NULL;

  *n = (guint) (n_bytes / sizeof (guint32));
  return hashes;
}

/* How many of the first @n are at most @limit. */
static guint
count_up_to (const guint32 *hashes, guint n, guint32 limit)
{
  while (n > 0 && hashes[n - 1] > limit)
    n--;
  return n;
}

/* How much of the shorter text is in the longer, 0 to 1; 0 also when too
 * little can be compared. */
static double
compare (GBytes *a, GBytes *b)
{
  guint          n_a, n_b, n_both = 0;
  const guint32 *x = get_hashes (a, &n_a);
  const guint32 *y = get_hashes (b, &n_b);
  guint32        limit = G_MAXUINT32;

  if (n_a == 0 || n_b == 0)
    return 0;
  /* A sketch that is full says nothing of what lies beyond it. */
  if (n_a == MAX_HASHES)
    limit = MIN (limit, x[n_a - 1]);
  if (n_b == MAX_HASHES)
    limit = MIN (limit, y[n_b - 1]);
  n_a = count_up_to (x, n_a, limit);
  n_b = count_up_to (y, n_b, limit);
  if (MIN (n_a, n_b) < MIN_HASHES)
    return 0;

  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    if (x[i] == y[j])
      {
        n_both++;
        i++;
        j++;
      }
    else if (x[i] < y[j])
      i++;
    else
      j++;
  return (double) n_both / MIN (n_a, n_b);
}

/**
 * dateline_copies_new:
 *
 * Returns: (transfer full): what is known of no article yet
 */
DatelineCopies *
dateline_copies_new (void)
{
  DatelineCopies *self = g_new0 (DatelineCopies, 1);

  self->sketches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->originals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
dateline_copies_free (DatelineCopies *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->sketches);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->originals);
  g_free (self);
}

/* Articles that share a key with @sketch, each as often as it does. */
static GArray *
find_candidates (const DatelineCopies *self, GBytes *sketch)
{
  GArray        *candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint          n;
  const guint32 *hashes = get_hashes (sketch, &n);

  for (guint i = 0; i < MIN (n, N_KEYS); i++)
    {
      const GArray *articles = g_hash_table_lookup (self->found, GUINT_TO_POINTER (hashes[i]));

      if (articles != NULL)
        g_array_append_vals (candidates, articles->data, articles->len);
    }
  return candidates;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/**
 * dateline_copies_find:
 * @self: what is known
 * @sketch: of an article that is not among them
 * @otherwise: what to return when it is like none
 *
 * Returns: the article of which it is a copy: of several the most like,
 *   of those the one with the least number
 */
gint64
dateline_copies_find (const DatelineCopies *self, GBytes *sketch, gint64 otherwise)
{
  g_autoptr (GArray) candidates = find_candidates (self, sketch);
  gint64             best = otherwise;
  double             most = 0;

  g_array_sort (candidates, compare_ids);
  for (guint i = 0; i < candidates->len;)
    {
      gint64 article = g_array_index (candidates, gint64, i);
      guint  begin = i;
      double containment;

      while (i < candidates->len && g_array_index (candidates, gint64, i) == article)
        i++;
      if (i - begin < MIN_KEYS)
        continue;
      containment = compare (sketch, g_hash_table_lookup (self->sketches, &article));
      if (containment >= MIN_CONTAINMENT && containment > most)
        {
          most = containment;
          best = article;
        }
    }
  return best;
}

static void
add_key (DatelineCopies *self, guint32 hash, gint64 article)
{
  GArray *articles = g_hash_table_lookup (self->found, GUINT_TO_POINTER (hash));

  if (articles == NULL)
    {
      articles = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 1);
      g_hash_table_insert (self->found, GUINT_TO_POINTER (hash), articles);
    }
  if (articles->len < MAX_FOUND)
    g_array_append_val (articles, article);
}

/**
 * dateline_copies_add:
 * @self: what is known
 * @article: a further article's number
 * @original: the article that it copies, which is no copy itself, or
 *   @article
 * @sketch: (nullable): of @article; %NULL when none will be looked for
 *
 * An original is found from now on; copies of a copy are found as copies
 * of the original.
 */
void
dateline_copies_add (DatelineCopies *self, gint64 article, gint64 original, GBytes *sketch)
{
  guint          n;
  const guint32 *hashes = get_hashes (sketch, &n);

  if (original != article)
    {
      g_hash_table_insert (self->originals, g_memdup2 (&article, sizeof article), g_memdup2 (&original, sizeof original));
      return;
    }
  if (n == 0)
    return;

  g_hash_table_insert (self->sketches, g_memdup2 (&article, sizeof article), g_bytes_ref (sketch));
  for (guint i = 0; i < MIN (n, N_KEYS); i++)
    add_key (self, hashes[i], article);
}

/**
 * dateline_copies_get_original:
 * @self: (nullable): what is known; %NULL for nothing
 * @article: an article's number
 *
 * Returns: the article that it copies; @article when it is no copy
 */
gint64
dateline_copies_get_original (const DatelineCopies *self, gint64 article)
{
  const gint64 *original = self != NULL ? g_hash_table_lookup (self->originals, &article) : NULL;

  return original != NULL ? *original : article;
}
