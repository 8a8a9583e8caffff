/* dateline-place-expressions.c: all that names or means a place in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For readers who mark places in a text: names as they were found, the
 * longer expressions around them, and nouns such as "the city" that mean a
 * place without naming it. Only the names carry points.
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include "dateline-toponym.h"

#define NOUNS "city|camp|area|town|village|airport|river|region|compound|airfield|province|street|bridge|bridges|site|border"

static guint
skip_adjective (const DatelineDocument *document, guint token)
{
  return token + dateline_document_token_is_any (document, token, "ancient|same|old|whole|entire");
}

/* "the city", "their ancient town", "here"; its end, or 0. */
static guint
find_noun (const DatelineDocument *document, guint token, guint limit)
{
  guint noun;

  if (dateline_document_token_is_any (document, token, "here|there"))
    return token + 1;
  if (!dateline_document_token_is_any (document, token, "the|this|their|its"))
    return 0;
  noun = skip_adjective (document, token + 1);
  if (noun >= limit || dateline_document_token_has (document, noun, DATELINE_TOKEN_CAPITAL) || !dateline_document_token_is_any (document, noun, NOUNS))
    return 0;
  return noun + 1;
}

static gboolean
is_extending_noun (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "province|governorate|district|subdistrict|river|road|street|dam|valley|mountain|mountains|neighborhood|neighbourhood|airfield|airport|barrage|region|area");
}

static gboolean
is_direction (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "north|northern|northeast|northeastern|northwest|northwestern|south|southern|southeast|southeastern|southwest|southwestern|east|eastern|west|western|central");
}

/* "the northern Salah ad Din Province", "the Tigris River", "the city of X" */
static gboolean
extend (const DatelineDocument *document, const DatelineToponym *toponym, guint *first, guint *end)
{
  const DatelineSentence *sentence = &document->sentences[toponym->sentence];

  *first = toponym->first_token;
  *end = toponym->end_token;
  if (*end < sentence->end_token && !dateline_document_token_has (document, *end, DATELINE_TOKEN_HYPHEN) && is_extending_noun (document, *end))
    (*end)++;
  if (*first > sentence->first_token && is_direction (document, *first - 1))
    (*first)--;
  if (*first > sentence->first_token + 1 && dateline_document_token_is (document, *first - 1, "of") &&
      dateline_document_token_is_any (document, *first - 2, "city|town|village|district|province"))
    *first -= 2;
  if (*first == toponym->first_token && *end == toponym->end_token &&
      (*end < *first + 2 || !is_extending_noun (document, *end - 1)))
    return FALSE;
  if (*first > sentence->first_token && dateline_document_token_is (document, *first - 1, "the"))
    (*first)--;
  return *first != toponym->first_token || *end != toponym->end_token;
}

static void
add (GArray *expressions, guint first, guint end, DatelinePoint point)
{
  DatelinePlaceExpression expression = { first, end, point };

  g_array_append_val (expressions, expression);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const DatelinePlaceExpression *x = a, *y = b;

  if (x->first_token != y->first_token)
    return x->first_token < y->first_token ? -1 : 1;
  return x->end_token > y->end_token ? -1 : x->end_token < y->end_token;
}

/**
 * dateline_toponym_list_expressions:
 * @document: the text
 * @gazetteer: the places
 * @toponyms: (element-type DatelineToponym): resolved
 *
 * Returns: (transfer full) (element-type DatelinePlaceExpression): by
 *   position, longer ones first; none twice
 */
GArray *
dateline_toponym_list_expressions (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const GArray *toponyms)
{
  GArray *expressions = g_array_new (FALSE, FALSE, sizeof (DatelinePlaceExpression));

  for (guint i = 0; i < toponyms->len; i++)
    {
      const DatelineToponym *toponym = &g_array_index (toponyms, DatelineToponym, i);
      guint                  first, end;

      if (toponym->flags & (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_DEMONYM))
        continue;
      add (expressions, toponym->first_token, toponym->end_token, toponym->point);
      if (extend (document, toponym, &first, &end))
        add (expressions, first, end, toponym->point);
    }
  for (guint i = 0; i < document->n_sentences; i++)
    for (guint token = document->sentences[i].first_token; token < document->sentences[i].end_token; token++)
      {
        guint end = find_noun (document, token, document->sentences[i].end_token);

        if (end != 0)
          add (expressions, token, end, dateline_point_none ());
      }
  g_array_sort (expressions, compare);
  return expressions;
}
