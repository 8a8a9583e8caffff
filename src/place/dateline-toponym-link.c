/* dateline-toponym-link.c: which names tell where another one lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Qaim, Anbar", "Anbar's Qaim", "X, 20 km west of Y": what joins two names
 * that stand together, once each has been read in its place.
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include <math.h>
#include <string.h>

#include "dateline-toponym-private.h"

/* What is said to be near or so many kilometres from a place is no farther. */
#define LANDMARK_KM 120
/* What is said to be in a place lies no farther from its edge. */
#define OUTSIDE_KM 60
/* Names of a list that are looked at for its "and"; keeps the work linear. */
#define MAX_LIST 24
/* Towns with fewer people share their names with hamlets. */
#define DOUBTFUL_POPULATION 3000

/**
 * dateline_place_contains:
 * @gazetteer: the places
 * @container: a place's row
 * @row: another's
 *
 * Returns: whether the second lies in the first: a country, a governorate,
 *   or what reaches as far from its point
 */
gboolean
dateline_place_contains (const DatelineGazetteer *gazetteer, guint container, guint row)
{
  const DatelineGazetteerPlace *outer = dateline_gazetteer_get_place (gazetteer, container);
  const DatelineGazetteerPlace *inner = dateline_gazetteer_get_place (gazetteer, row);
  double                        distance;

  if (container == row)
    return FALSE;
  switch (outer->place_class)
    {
    case DATELINE_PLACE_COUNTRY:
      return inner->place_class != DATELINE_PLACE_COUNTRY && strcmp (outer->country, inner->country) == 0;
    case DATELINE_PLACE_ADM1:
      return inner->place_class != DATELINE_PLACE_COUNTRY && inner->place_class != DATELINE_PLACE_ADM1 &&
             outer->name == inner->adm1 && strcmp (outer->country, inner->country) == 0;
    default:
      if (inner->place_class <= DATELINE_PLACE_SEAT || outer->place_class == DATELINE_PLACE_WATER ||
          (outer->place_class != DATELINE_PLACE_ADM2 && outer->place_class != DATELINE_PLACE_AREA && inner->place_class < DATELINE_PLACE_VILLAGE))
        return FALSE;
      distance = dateline_point_distance_km ((DatelinePoint){ (double) outer->lat, (double) outer->lon },
                                             (DatelinePoint){ (double) inner->lat, (double) inner->lon });
      return (double) outer->radius_km > (double) inner->radius_km && distance < MAX (10.0, (double) outer->radius_km * 1.3);
    }
}

static gboolean
can_contain (const DatelineGazetteer *gazetteer, const DatelineToponym *outer, const DatelineToponym *inner)
{
  if (outer->n_candidates == 0)
    return FALSE;
  if (inner->n_candidates == 0)
    return TRUE;
  for (guint i = 0; i < outer->n_candidates; i++)
    for (guint j = 0; j < inner->n_candidates; j++)
      if (dateline_place_contains (gazetteer, outer->candidates[i].row,
                                   inner->candidates[j].row))
        return TRUE;
  return FALSE;
}

typedef enum
{
  LINK_NONE,
  LINK_FORWARD, /* "X in Y", "X, Y" */
  LINK_BACKWARD /* "Y's X" */
} Link;

/* What joins two neighbouring names. */
static Link
find_link (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const DatelineToponym *a, const DatelineToponym *b, gboolean *inside)
{
  gboolean linked = FALSE, possessive = FALSE;

  *inside = FALSE;
  if (b->first_token > a->end_token + 6)
    return LINK_NONE;
  for (guint token = a->end_token; token < b->first_token;)
    {
      guint              n = 1;
      const DatelineCue *cue = dateline_cue_at (document, gazetteer, token, &n);

      if (document->tokens[token].flags & DATELINE_TOKEN_POSSESSIVE)
        possessive = TRUE;
      else if (dateline_document_token_is_any (document, token, "in|of|inside|within"))
        linked = *inside = TRUE;
      else if (dateline_document_token_is_punct (document, token, ',') ||
               dateline_document_token_is_punct (document, token, '('))
        linked = TRUE;
      else if (dateline_document_token_is_any (document, token, "the|'s|located|situated"))
        ;
      else if (cue == NULL || (cue->cue != DATELINE_CUE_CLASS && cue->cue != DATELINE_CUE_PART && cue->cue != DATELINE_CUE_COUNTRYSIDE && cue->cue != DATELINE_CUE_BEARING))
        return LINK_NONE;
      token += n;
    }
  if (possessive)
    return LINK_BACKWARD;
  return linked ? LINK_FORWARD : LINK_NONE;
}

#define NOT_A_SITE (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_METONYM)

/**
 * dateline_toponym_is_doubtful:
 * @gazetteer: the places
 * @toponym: a name
 *
 * Returns: whether only places that hardly anyone knows have that name, so
 *   that another of the same name is as likely
 */
gboolean
dateline_toponym_is_doubtful (const DatelineGazetteer *gazetteer, const DatelineToponym *toponym)
{
  for (guint i = 0; i < toponym->n_candidates; i++)
    {
      const DatelineToponymCandidate *candidate = &toponym->candidates[i];
      const DatelineGazetteerPlace   *place = dateline_gazetteer_get_place (gazetteer, candidate->row);

      if (candidate->spelling == DATELINE_SPELLING_NEAR || place->weak)
        continue;
      if (place->place_class == DATELINE_PLACE_TOWN || place->place_class == DATELINE_PLACE_VILLAGE || place->place_class == DATELINE_PLACE_ADM2)
        {
          if (place->population < DOUBTFUL_POPULATION)
            continue;
        }
      return FALSE;
    }
  return TRUE;
}

/* Drops the places of the one name that lie far from all of the other:
 * "Husayniyah in Deir ez-Zor" is none of those in Iraq, however well known. */
static void
drop_far_candidates (const DatelineGazetteer *gazetteer, DatelineToponym *a, const DatelineToponym *b, double limit_km)
{
  guint n = 0;

  for (guint i = 0; i < a->n_candidates; i++)
    {
      const DatelineGazetteerPlace *x = dateline_gazetteer_get_place (gazetteer, a->candidates[i].row);
      gboolean                      far = x->place_class != DATELINE_PLACE_COUNTRY && x->place_class != DATELINE_PLACE_WATER;

      for (guint j = 0; j < b->n_candidates && far; j++)
        {
          const DatelineGazetteerPlace *y = dateline_gazetteer_get_place (gazetteer, b->candidates[j].row);

          far = y->in_region && y->place_class != DATELINE_PLACE_COUNTRY && y->place_class != DATELINE_PLACE_WATER &&
                dateline_point_distance_km ((DatelinePoint){ (double) x->lat, (double) x->lon }, (DatelinePoint){ (double) y->lat, (double) y->lon }) >
                  limit_km + (double) x->radius_km + (double) y->radius_km;
        }
      if (!far)
        a->candidates[n++] = a->candidates[i];
    }
  a->n_candidates = n;
}

/* "Harasta, Arbin and Saqba": one of several, though a district has its
 * name as well. */
static gboolean
is_in_list (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const GArray *toponyms, guint index)
{
  const DatelineToponym *toponym = &g_array_index (toponyms, DatelineToponym, index);
  gboolean               settled = FALSE;

  for (guint i = 0; i < toponym->n_candidates; i++)
    {
      guint place_class = dateline_gazetteer_get_place (gazetteer, toponym->candidates[i].row)->place_class;

      if (place_class == DATELINE_PLACE_ADM1 || place_class == DATELINE_PLACE_COUNTRY)
        return FALSE;
      settled = settled || place_class != DATELINE_PLACE_ADM2;
    }
  for (guint i = index + 1; settled && i < toponyms->len && i <= index + MAX_LIST; i++)
    {
      const DatelineToponym *next = &g_array_index (toponyms, DatelineToponym, i);
      gboolean               comma = dateline_document_token_is_punct (document, toponym->end_token, ',');
      guint                  token = toponym->end_token + (comma ? 1 : 0);

      if (dateline_document_token_is (document, token, "and"))
        return next->first_token == token + 1;
      if (!comma || next->first_token != token)
        return FALSE;
      toponym = next;
    }
  return FALSE;
}

static void
link_pair (const DatelineGazetteer *gazetteer, GArray *toponyms, guint inner, guint outer, gboolean inside)
{
  DatelineToponym *a = &g_array_index (toponyms, DatelineToponym, inner);
  DatelineToponym *b = &g_array_index (toponyms, DatelineToponym, outer);

  if (!can_contain (gazetteer, b, a))
    {
      /* "Khashbah in Dhale": not the hamlet of that name elsewhere */
      if (!inside || b->n_candidates == 0)
        return;
      if (dateline_toponym_is_doubtful (gazetteer, a))
        a->n_candidates = 0;
      else
        drop_far_candidates (gazetteer, a, b, OUTSIDE_KM);
      if (a->n_candidates > 0)
        return;
      a->flags |= DATELINE_TOPONYM_UNKNOWN_NAME;
      a->flags &= ~DATELINE_TOPONYM_FUZZY;
    }
  a->container = (int) outer;
  b->flags |= DATELINE_TOPONYM_CONTAINER;
  b->flags &= ~DATELINE_TOPONYM_MODIFIER;
}

/* "Basra, some 550 km south of Baghdad" lies as far as it says. */
static double
get_landmark_km (const DatelineToponym *landmark)
{
  return isnan (landmark->offset_km) ? LANDMARK_KM : MAX (LANDMARK_KM, landmark->offset_km * 1.3);
}

/* "Kafr Naseej near Maarat al-Numan": not the hamlet of that name far away. */
static void
check_landmark (const DatelineGazetteer *gazetteer, GArray *toponyms, guint index)
{
  DatelineToponym *a = &g_array_index (toponyms, DatelineToponym, index);
  DatelineToponym *b = &g_array_index (toponyms, DatelineToponym, index + 1);

  if (!(b->flags & DATELINE_TOPONYM_LANDMARK) || (b->flags & DATELINE_TOPONYM_DEMONYM) || b->n_candidates == 0 || a->n_candidates == 0)
    return;
  if (!dateline_toponym_is_doubtful (gazetteer, a))
    {
      drop_far_candidates (gazetteer, a, b, get_landmark_km (b));
      if (a->n_candidates > 0)
        return;
    }
  for (guint i = 0; i < a->n_candidates; i++)
    for (guint j = 0; j < b->n_candidates; j++)
      {
        const DatelineGazetteerPlace *x = dateline_gazetteer_get_place (gazetteer, a->candidates[i].row);
        const DatelineGazetteerPlace *y = dateline_gazetteer_get_place (gazetteer, b->candidates[j].row);

        if (dateline_point_distance_km ((DatelinePoint){ (double) x->lat, (double) x->lon }, (DatelinePoint){ (double) y->lat, (double) y->lon }) <
            get_landmark_km (b) + (double) y->radius_km)
          return;
      }
  a->n_candidates = 0;
  a->flags |= DATELINE_TOPONYM_UNKNOWN_NAME;
  a->flags &= ~DATELINE_TOPONYM_FUZZY;
  a->container = (int) index + 1;
}

/* "on the Raqqa - Tabqa road": half way. */
static void
join_ends_of_road (const DatelineDocument *document, const DatelineGazetteer *gazetteer, DatelineToponym *a, DatelineToponym *b, guint index_b)
{
  guint              n;
  const DatelineCue *cue;

  if (b->first_token > a->end_token + 1 || a->other >= 0 || b->end_token >= document->sentences[b->sentence].end_token ||
      ((a->flags | b->flags) & DATELINE_TOPONYM_DEMONYM))
    return;
  if (b->first_token == a->end_token ? !dateline_document_token_has (document, b->first_token, DATELINE_TOKEN_HYPHEN)
                                     : !(dateline_document_token_is_punct (document, a->end_token, '-') || dateline_document_token_is_punct (document, a->end_token, 0x2013) ||
                                         dateline_document_token_is_punct (document, a->end_token, '/') || dateline_document_token_is (document, a->end_token, "to")))
    return;
  cue = dateline_cue_at (document, gazetteer, b->end_token, &n);
  if (cue == NULL || cue->cue != DATELINE_CUE_CLASS || cue->kind != DATELINE_KIND_ROAD)
    return;
  a->other = (int) index_b;
  a->flags = (a->flags | DATELINE_TOPONYM_LOCATIVE) & ~(DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_ORIGIN);
  b->flags |= DATELINE_TOPONYM_QUALIFIER;
}

/* An unknown name is where the next named place is, or the last. */
static void
anchor_unknown (GArray *toponyms, guint index)
{
  DatelineToponym *unknown = &g_array_index (toponyms, DatelineToponym, index);

  for (guint i = index + 1; i < toponyms->len && i < index + 3 && unknown->container < 0; i++)
    {
      DatelineToponym *next = &g_array_index (toponyms, DatelineToponym, i);

      if (next->sentence == unknown->sentence && next->first_token < unknown->end_token + 8 && next->n_candidates > 0 &&
          !(next->flags & (NOT_A_SITE | DATELINE_TOPONYM_DEMONYM)))
        unknown->container = (int) i;
    }
  for (guint i = index; i > 0 && i + 3 > index && unknown->container < 0; i--)
    {
      DatelineToponym *before = &g_array_index (toponyms, DatelineToponym, i - 1);

      if (before->sentence == unknown->sentence && before->n_candidates > 0 && !(before->flags & NOT_A_SITE))
        unknown->container = (int) i - 1;
    }
}

/* "In Baghdad, a bomb in the Amiriyah district …": the one of that name
 * there, of all those in the land. */
static gboolean
opens_with_container (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const DatelineToponym *outer, const DatelineToponym *inner)
{
  guint first = document->sentences[outer->sentence].first_token;

  return outer->first_token == first + 1 && dateline_document_token_is (document, first, "in") &&
         dateline_document_token_is_punct (document, outer->end_token, ',') && inner->container < 0 && inner->n_candidates > 1 &&
         !((outer->flags | inner->flags) & DATELINE_TOPONYM_DEMONYM) && can_contain (gazetteer, outer, inner);
}

/**
 * dateline_toponym_link:
 * @document: the text
 * @gazetteer: the places
 * @toponyms: (element-type DatelineToponym): with their flags
 *
 * Finds which names tell where another lies: "Qaim, Anbar".
 */
void
dateline_toponym_link (const DatelineDocument *document, const DatelineGazetteer *gazetteer, GArray *toponyms)
{
  for (guint i = 0; i + 1 < toponyms->len; i++)
    {
      DatelineToponym *a = &g_array_index (toponyms, DatelineToponym, i);
      DatelineToponym *b = &g_array_index (toponyms, DatelineToponym, i + 1);
      gboolean         inside;

      if (a->other == -2)
        a->other = -1;
      if (a->sentence != b->sentence || ((a->flags | b->flags) & NOT_A_SITE))
        continue;
      switch (find_link (document, gazetteer, a, b, &inside))
        {
        case LINK_FORWARD:
          if (inside && (b->flags & DATELINE_TOPONYM_LANDMARK) && !dateline_toponym_is_doubtful (gazetteer, a)) /* "X, north of Y" */
            check_landmark (gazetteer, toponyms, i);
          else if (!((a->flags | b->flags) & DATELINE_TOPONYM_DEMONYM) && (inside || !is_in_list (document, gazetteer, toponyms, i + 1)))
            link_pair (gazetteer, toponyms, i, i + 1, inside);
          break;
        case LINK_BACKWARD:
          link_pair (gazetteer, toponyms, i + 1, i, FALSE);
          break;
        case LINK_NONE:
        default:
          join_ends_of_road (document, gazetteer, a, b, i + 1);
          check_landmark (gazetteer, toponyms, i);
          if (opens_with_container (document, gazetteer, a, b))
            b->container = (int) i;
          break;
        }
    }
  for (guint i = 0; i < toponyms->len; i++)
    {
      DatelineToponym *toponym = &g_array_index (toponyms, DatelineToponym, i);

      if (toponym->other == -2)
        toponym->other = -1;
      if (toponym->flags & DATELINE_TOPONYM_UNKNOWN_NAME)
        anchor_unknown (toponyms, i);
    }
}
