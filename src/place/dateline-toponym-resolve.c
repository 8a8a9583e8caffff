/* dateline-toponym-resolve.c: which place a name is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Candidates are scored by spelling, fame, what the words beside the name
 * call it, what contains it, the countries that the sentence and the
 * article name, and nearness to what is already resolved. Two passes; in
 * the second, each name sees its neighbours' places. Linear: neighbours
 * are a bounded window, countries a table.
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include <math.h>
#include <string.h>

#include "dateline-toponym-private.h"

/* Names before and after that pull. */
#define WINDOW 5
#define N_COUNTRIES (27 * 27)
/* What a sentence names together lies no farther apart, as a rule. */
#define FAR_KM 110
/* Of the article's names, what a country must have at least. */
#define SMALL_SHARE 0.15
#define KM_A_DEGREE (DATELINE_EARTH_RADIUS_KM * G_PI / 180)
/* What no candidate must fall below to be a place at all. */
#define NULL_SCORE 0.6

typedef struct
{
  const DatelineDocument  *document;
  const DatelineGazetteer *gazetteer;
  GArray                  *toponyms;
  double                   weights[N_COUNTRIES]; /* of the article's names */
  double                   weight;               /* of all */
  guint32                 *sense_of;             /* by toponym, which of the senses */
  guint32                 *senses;               /* row + 1 */
  guint                    pass;
  gboolean                 changed; /* a place was chosen in this pass that was not before */
} Resolver;

static guint
country_index (const char *country)
{
  if (country[0] < 'A' || country[0] > 'Z' || country[1] < 'A' || country[1] > 'Z')
    return 0;
  return (guint) (country[0] - 'A' + 1) * 27 + (guint) (country[1] - 'A' + 1);
}

static const DatelineGazetteerPlace *
get_place (const Resolver *self, guint row)
{
  return dateline_gazetteer_get_place (self->gazetteer, row);
}

static DatelinePoint
point_of (const DatelineGazetteerPlace *place)
{
  return (DatelinePoint){ (double) place->lat, (double) place->lon };
}

static gboolean
is_no_place (const DatelineToponym *toponym)
{
  return (toponym->flags & DATELINE_TOPONYM_PERSON) != 0;
}

/* Who fights where: "Houthi" says Yemen. */
static double
count_actors (Resolver *self)
{
  int    column = dateline_data_find_column (self->document->data, DATELINE_LEXICON_ACTOR, "country");
  double sum = 0;

  for (guint i = 0; column >= 0 && i < self->document->n_matches; i++)
    {
      const DatelineMatch *match = &self->document->matches[i];
      const char          *country;

      if (match->lexicon != DATELINE_LEXICON_ACTOR)
        continue;
      country = dateline_data_get_cell (self->document->data, DATELINE_LEXICON_ACTOR, match->row, column);
      if (country[0] == '\0' || (strcmp (country, "IQ") != 0 && strcmp (country, "SY") != 0 && strcmp (country, "YE") != 0))
        continue;
      self->weights[country_index (country)] += 0.7;
      sum += 0.7;
    }
  return sum;
}

/* Each name gives its country a share; ambiguous ones part it. */
static void
count_countries (Resolver *self)
{
  double sum = count_actors (self);

  for (guint i = 0; i < self->toponyms->len; i++)
    {
      const DatelineToponym *toponym = &g_array_index (self->toponyms, DatelineToponym, i);
      double                 weight, n = toponym->n_candidates;

      if (is_no_place (toponym) || n == 0)
        continue;
      for (guint j = 0; j < toponym->n_candidates; j++)
        {
          const DatelineGazetteerPlace *place = get_place (self, toponym->candidates[j].row);

          weight = place->place_class == DATELINE_PLACE_COUNTRY ? 1.0 : place->place_class == DATELINE_PLACE_ADM1 || place->population > 100000 ? 2.0
                                                                                                                                                : 1.0;
          weight /= n;
          if (place->in_region)
            weight *= 2;
          self->weights[country_index (place->country)] += weight;
          sum += weight;
        }
    }
  self->weights[0] = 0;
  self->weight = sum;
}

/* What part of the article's names speaks of the country. */
static double
get_share (const Resolver *self, const char *country)
{
  return self->weight > 0 ? self->weights[country_index (country)] / self->weight : 0;
}

static double
class_score (const DatelineGazetteerPlace *place)
{
  static const double scores[DATELINE_N_PLACE_CLASSES] = {
    [DATELINE_PLACE_COUNTRY] = 3.5,
    [DATELINE_PLACE_ADM1] = 1.8,
    [DATELINE_PLACE_ADM2] = 0.1,
    [DATELINE_PLACE_CAPITAL] = 1.0,
    [DATELINE_PLACE_SEAT] = 0.8,
    [DATELINE_PLACE_TOWN] = 0.5,
    [DATELINE_PLACE_VILLAGE] = 0.0,
    [DATELINE_PLACE_QUARTER] = 0.2,
    [DATELINE_PLACE_BASE] = 0.9,
    [DATELINE_PLACE_AIRPORT] = 0.6,
    [DATELINE_PLACE_CAMP] = 0.5,
    [DATELINE_PLACE_CROSSING] = 0.5,
    [DATELINE_PLACE_FIELD] = 0.5,
    [DATELINE_PLACE_FACILITY] = 0.5,
    [DATELINE_PLACE_ISLAND] = 0.8,
    [DATELINE_PLACE_WATER] = 1.5,
    [DATELINE_PLACE_AREA] = 0.8,
  };

  return scores[place->place_class] + 0.35 * log10 ((double) place->population + 1);
}

static gboolean
is_settlement (guint8 place_class)
{
  return place_class >= DATELINE_PLACE_CAPITAL && place_class <= DATELINE_PLACE_VILLAGE;
}

/* Whether the noun beside the name fits the place. */
static double
kind_score (DatelinePlaceKind kind, const DatelineGazetteerPlace *place)
{
  guint8 c = place->place_class;

  switch (kind)
    {
    case DATELINE_KIND_ADM1:
      return c == DATELINE_PLACE_ADM1 ? 3.5 : c == DATELINE_PLACE_SEAT || c == DATELINE_PLACE_CAPITAL ? 0
                                                                                                      : -1.5;
    case DATELINE_KIND_ADM2:
      return c == DATELINE_PLACE_ADM2 ? 2.0 : c == DATELINE_PLACE_ADM1                                ? -1.0
                                            : c == DATELINE_PLACE_QUARTER || c == DATELINE_PLACE_AREA ? 1.5
                                            : c == DATELINE_PLACE_VILLAGE                             ? -1.0
                                                                                                      : 0;
    case DATELINE_KIND_TOWN:
      return is_settlement (c) ? 1.5 : c == DATELINE_PLACE_ADM1 || c == DATELINE_PLACE_ADM2 ? -2.0
                                                                                            : 0;
    case DATELINE_KIND_VILLAGE:
      return c == DATELINE_PLACE_VILLAGE ? 1.5 : c == DATELINE_PLACE_TOWN ? 0.3
                                                                          : -1.5;
    case DATELINE_KIND_QUARTER:
      return c == DATELINE_PLACE_QUARTER ? 2.0 : c == DATELINE_PLACE_ADM1 || c == DATELINE_PLACE_COUNTRY ? -2.0
                                                                                                         : 0;
    case DATELINE_KIND_BASE:
      return c == DATELINE_PLACE_BASE ? 2.5 : c == DATELINE_PLACE_AIRPORT ? 1.5
                                            : c == DATELINE_PLACE_ADM1    ? -1.5
                                                                          : 0;
    case DATELINE_KIND_AIRPORT:
      return c == DATELINE_PLACE_AIRPORT ? 2.5 : c == DATELINE_PLACE_BASE ? 1.5
                                               : c == DATELINE_PLACE_ADM1 ? -1.5
                                                                          : 0;
    case DATELINE_KIND_CAMP:
      return c == DATELINE_PLACE_CAMP || c == DATELINE_PLACE_BASE ? 2.5 : c == DATELINE_PLACE_ADM1 ? -1.5
                                                                                                   : 0;
    case DATELINE_KIND_CROSSING:
      return c == DATELINE_PLACE_CROSSING ? 2.5 : c == DATELINE_PLACE_ADM1 ? -1.5
                                                                           : 0;
    case DATELINE_KIND_FIELD:
      return c == DATELINE_PLACE_FIELD ? 2.5 : c == DATELINE_PLACE_ADM1 ? -1.5
                                                                        : 0;
    case DATELINE_KIND_FACILITY:
      return c == DATELINE_PLACE_FACILITY ? 2.5 : c == DATELINE_PLACE_ADM1 ? -1.5
                                                                           : 0;
    case DATELINE_KIND_ISLAND:
      return c == DATELINE_PLACE_ISLAND ? 2.5 : 0;
    case DATELINE_KIND_WATER:
      return c == DATELINE_PLACE_WATER ? 2.5 : 0;
    case DATELINE_KIND_AREA:
      return c == DATELINE_PLACE_AREA ? 1.0 : 0;
    case DATELINE_KIND_NONE:
    case DATELINE_KIND_ROAD:
    case DATELINE_KIND_BORDER:
    case DATELINE_N_KINDS:
    default:
      return 0;
    }
}

/* The words that name a place may say what it is: "Hodeidah port". */
static double
container_score (const Resolver *self, const DatelineToponym *toponym, guint row)
{
  const DatelineToponym *container;
  double                 best = -3.0;

  if (toponym->container < 0)
    return 0;
  container = &g_array_index (self->toponyms, DatelineToponym, toponym->container);
  if (container->row != G_MAXUINT32)
    return dateline_place_contains (self->gazetteer, container->row, row) ? 3.0 : -3.0;
  for (guint i = 0; i < container->n_candidates; i++)
    if (dateline_place_contains (self->gazetteer, container->candidates[i].row, row))
      best = 2.5;
  return best;
}

/* On a plane: right enough where it counts, up to some 200 km. */
static double
near_distance_squared (const DatelineGazetteerPlace *a, const DatelineGazetteerPlace *b)
{
  double middle = ((double) a->lat + (double) b->lat) * 0.5 * G_PI / 180;
  double north = (double) (b->lat - a->lat) * KM_A_DEGREE;
  double east = (double) (b->lon - a->lon) * KM_A_DEGREE * (1 - middle * middle / 2 + middle * middle * middle * middle / 24);

  return north * north + east * east;
}

/* What else is named near a name, of what is already resolved. */
typedef struct
{
  const DatelineGazetteerPlace *place;
  gboolean                      same_sentence;
  gboolean                      stands_for_itself; /* no demonym, metonym or modifier */
} Neighbour;

static guint
find_neighbours (const Resolver *self, guint index, Neighbour neighbours[2 * WINDOW])
{
  const DatelineToponym *toponym = &g_array_index (self->toponyms, DatelineToponym, index);
  guint                  first = index > WINDOW ? index - WINDOW : 0;
  guint                  end = MIN (self->toponyms->len, index + WINDOW + 1);
  guint                  n = 0;

  for (guint i = first; i < end; i++)
    {
      const DatelineToponym *other = &g_array_index (self->toponyms, DatelineToponym, i);

      if (i == index || other->row == G_MAXUINT32 || is_no_place (other))
        continue;
      neighbours[n++] = (Neighbour){
        get_place (self, other->row),
        other->sentence == toponym->sentence,
        !(other->flags & (DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_METONYM | DATELINE_TOPONYM_MODIFIER)),
      };
    }
  return n;
}

static gboolean
is_same_country (const DatelineGazetteerPlace *a, const DatelineGazetteerPlace *b)
{
  return memcmp (a->country, b->country, sizeof a->country) == 0;
}

/* 0 where nothing is near. */
static double
pull (double square_km, double reach_km)
{
  return square_km == G_MAXDOUBLE ? 0 : exp (-sqrt (square_km) / reach_km);
}

/* Countries and governorates that the sentence names, and near neighbours. */
static double
neighbour_score (const Neighbour *neighbours, guint n, const DatelineGazetteerPlace *place)
{
  double nearest = G_MAXDOUBLE, nearest_far = G_MAXDOUBLE; /* square kilometres */
  double country = 0, adm1 = 0;

  for (guint i = 0; i < n; i++)
    {
      const DatelineGazetteerPlace *neighbour = neighbours[i].place;
      gboolean                      same = neighbours[i].same_sentence;

      if (neighbour->place_class == DATELINE_PLACE_COUNTRY)
        {
          if (same && neighbour->in_region)
            country = is_same_country (neighbour, place) ? 2.0 : country > 0 ? country
                                                                             : -1.0;
          else if (same && neighbours[i].stands_for_itself && is_same_country (neighbour, place))
            country = MAX (country, 0.8);
        }
      else if (neighbour->place_class == DATELINE_PLACE_ADM1)
        {
          if (neighbour->name == place->adm1 && is_same_country (neighbour, place))
            adm1 = MAX (adm1, same ? 1.5 : 0.6);
        }
      else
        {
          double square = near_distance_squared (neighbour, place);

          if (same)
            nearest = MIN (nearest, square);
          else
            nearest_far = MIN (nearest_far, square);
        }
    }
  return country + adm1 + 1.5 * pull (nearest, 60) + 0.8 * pull (nearest_far, 120);
}

/* What does not change from pass to pass. */
static double
prior_score (const Resolver *self, const DatelineToponym *toponym, const DatelineToponymCandidate *candidate)
{
  static const double           spellings[] = { 3.0, 2.4, 1.5, 0.3 };
  const DatelineGazetteerPlace *place = get_place (self, candidate->row);
  double                        sum = spellings[candidate->spelling] + class_score (place);

  sum += kind_score (toponym->kind, place);
  sum += place->in_region ? 1.0 : 0;
  sum += 1.5 * get_share (self, place->country);
  return sum;
}

static double
score (const Resolver *self, const DatelineToponym *toponym, const DatelineToponymCandidate *candidate, const Neighbour *neighbours, guint n_neighbours, guint sense)
{
  const DatelineGazetteerPlace *place = get_place (self, candidate->row);
  double                        sum = candidate->prior;

  sum += container_score (self, toponym, candidate->row);
  if (self->pass > 0 && toponym->n_candidates > 1)
    sum += neighbour_score (neighbours, n_neighbours, place);
  if (sense == candidate->row + 1)
    sum += 1.5;
  if (place->weak && place->in_region)
    sum -= 0.5;
  return sum;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const DatelineToponymCandidate *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* The same letters in the same article are the same place. */
static guint32
sense_key (const Resolver *self, const DatelineToponym *toponym)
{
  guint32 hash = 2166136261u;

  for (guint i = toponym->first_token; i < toponym->end_token; i++)
    {
      const DatelineToken *token = &self->document->tokens[i];

      if (token->flags & DATELINE_TOKEN_PUNCT)
        continue;
      for (guint32 j = token->begin; j < token->end; j++)
        {
          guchar c = (guchar) self->document->text[j];

          hash = (hash ^ (c >= 'A' && c <= 'Z' ? c | 0x20u : c)) * 16777619u;
        }
      hash = (hash ^ ' ') * 16777619u;
    }
  return (hash ^ toponym->kind) | 1;
}

/* Numbers what is written alike: the senses are chosen once for all. */
static void
number_senses (Resolver *self)
{
  guint    n = self->toponyms->len, n_slots = 16;
  guint32 *keys; /* slots; 0 is empty, no key is 0 */

  while (n_slots < n * 2)
    n_slots *= 2;
  keys = dateline_scratch_new0 (self->document->scratch, guint32, n_slots);
  self->senses = dateline_scratch_new0 (self->document->scratch, guint32, n_slots);
  self->sense_of = dateline_scratch_new0 (self->document->scratch, guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const DatelineToponym *toponym = &g_array_index (self->toponyms, DatelineToponym, i);
      guint32                key, slot;

      if (toponym->n_candidates == 0)
        continue;
      key = sense_key (self, toponym);
      for (slot = key * 2654435769u & (n_slots - 1); keys[slot] != 0 && keys[slot] != key; slot = (slot + 1) & (n_slots - 1))
        ;
      keys[slot] = key;
      self->sense_of[i] = slot;
    }
}

/* Best first, those of equal score as they were. */
static void
sort_candidates (DatelineToponym *toponym)
{
  for (guint i = 1; i < toponym->n_candidates; i++)
    {
      DatelineToponymCandidate candidate = toponym->candidates[i];
      guint                    at = i;

      for (; at > 0 && compare_candidates (&toponym->candidates[at - 1], &candidate) > 0; at--)
        toponym->candidates[at] = toponym->candidates[at - 1];
      toponym->candidates[at] = candidate;
    }
}

static void
rank (DatelineToponym *toponym)
{
  double best, sum = 0;

  sort_candidates (toponym);
  best = toponym->candidates[0].score;
  for (guint i = 0; i < toponym->n_candidates; i++)
    sum += i == 0 ? 1 : exp (toponym->candidates[i].score - best);
  toponym->confidence = 1 / (sum + exp (NULL_SCORE - best));
}

static void
choose (Resolver *self, guint index)
{
  DatelineToponym          *toponym = &g_array_index (self->toponyms, DatelineToponym, index);
  DatelineToponymCandidate *best = NULL;
  Neighbour                 neighbours[2 * WINDOW];
  guint                     sense, n_neighbours = 0;

  if (toponym->n_candidates == 0 || (toponym->n_candidates == 1 && self->pass > 0 && toponym->container < 0))
    return;
  if (self->pass > 0 && toponym->n_candidates > 1)
    n_neighbours = find_neighbours (self, index, neighbours);
  sense = self->senses[self->sense_of[index]];
  for (guint i = 0; i < toponym->n_candidates; i++)
    {
      DatelineToponymCandidate *candidate = &toponym->candidates[i];

      if (self->pass == 0)
        candidate->prior = prior_score (self, toponym, candidate);
      candidate->score = score (self, toponym, candidate, neighbours, n_neighbours, sense);
      if (best == NULL || compare_candidates (candidate, best) < 0)
        best = candidate;
    }
  self->changed |= toponym->row != best->row || sense != best->row + 1;
  toponym->row = best->row;
  self->senses[self->sense_of[index]] = best->row + 1;
}

/* A name in the same sentence that is surely where it is. */
static gboolean
is_anchor (const Resolver *self, const DatelineToponym *toponym)
{
  const DatelineGazetteerPlace *place;

  if (toponym->row == G_MAXUINT32 || (toponym->flags & (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_METONYM | DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_IN_DATELINE)))
    return FALSE;
  place = get_place (self, toponym->row);
  return place->in_region && place->place_class != DATELINE_PLACE_COUNTRY && place->place_class != DATELINE_PLACE_WATER &&
         !dateline_toponym_is_doubtful (self->gazetteer, toponym);
}

/* The nearest anchor by place, or by position where none is near. */
static int
find_anchor (const Resolver *self, guint index, gboolean *near)
{
  const DatelineToponym        *toponym = &g_array_index (self->toponyms, DatelineToponym, index);
  const DatelineGazetteerPlace *place = get_place (self, toponym->row);
  guint                         first = index > WINDOW ? index - WINDOW : 0;
  guint                         end = MIN (self->toponyms->len, index + WINDOW + 1);
  int                           after = -1, before = -1;

  *near = FALSE;
  for (guint i = first; i < end; i++)
    {
      const DatelineToponym        *other = &g_array_index (self->toponyms, DatelineToponym, i);
      const DatelineGazetteerPlace *anchor;

      if (i == index || other->sentence != toponym->sentence || !is_anchor (self, other))
        continue;
      anchor = get_place (self, other->row);
      if (sqrt (near_distance_squared (anchor, place)) <= FAR_KM + (double) anchor->radius_km)
        *near = TRUE;
      if (i < index)
        before = (int) i;
      else if (after < 0)
        after = (int) i;
    }
  return after >= 0 ? after : before;
}

/* A hamlet far from every place that its sentence names, or in a country
 * that the article is not about, is another of the same name: one that the
 * gazetteer lacks. */
static void
doubt (const Resolver *self, guint index)
{
  DatelineToponym              *toponym = &g_array_index (self->toponyms, DatelineToponym, index);
  const DatelineGazetteerPlace *place;
  int                           anchor;
  gboolean                      near;

  if (toponym->row == G_MAXUINT32 || toponym->container >= 0 || (toponym->flags & DATELINE_TOPONYM_DEMONYM))
    return;
  place = get_place (self, toponym->row);
  if (!place->in_region || (!(toponym->flags & DATELINE_TOPONYM_FUZZY) && !dateline_toponym_is_doubtful (self->gazetteer, toponym)))
    return;

  anchor = find_anchor (self, index, &near);
  if (near || (anchor < 0 && get_share (self, place->country) >= SMALL_SHARE))
    return;
  toponym->row = G_MAXUINT32;
  toponym->container = anchor;
  toponym->flags |= DATELINE_TOPONYM_UNKNOWN_NAME;
  toponym->flags &= ~DATELINE_TOPONYM_FUZZY;
}

static DatelineWherePrecision
precision_of (const DatelineGazetteerPlace *place)
{
  switch (place->place_class)
    {
    case DATELINE_PLACE_COUNTRY:
      return DATELINE_WHERE_COUNTRY;
    case DATELINE_PLACE_ADM1:
      return DATELINE_WHERE_PROVINCE;
    case DATELINE_PLACE_ADM2:
      return DATELINE_WHERE_DISTRICT;
    case DATELINE_PLACE_WATER:
      return place->country[0] == '\0' ? DATELINE_WHERE_SEA_OR_AIR : DATELINE_WHERE_REGION;
    case DATELINE_PLACE_AREA:
      return place->radius_km > 60 ? DATELINE_WHERE_REGION : place->radius_km > 15 ? DATELINE_WHERE_DISTRICT
                                                                                   : DATELINE_WHERE_NEAR;
    default:
      return DATELINE_WHERE_EXACT;
    }
}

static gboolean
is_facility_kind (DatelinePlaceKind kind)
{
  return kind >= DATELINE_KIND_BASE && kind <= DATELINE_KIND_FACILITY;
}

static gboolean
is_facility (guint8 place_class)
{
  return place_class >= DATELINE_PLACE_BASE && place_class <= DATELINE_PLACE_FACILITY;
}

static void
widen (DatelineToponym *toponym, DatelineWherePrecision precision, double radius_km)
{
  if (toponym->precision < precision)
    toponym->precision = precision;
  toponym->radius_km = MAX (toponym->radius_km, radius_km);
}

/* "20 km west of X", "west of X". */
static void
move_from_landmark (DatelineToponym *toponym)
{
  double distance = toponym->offset_km;

  if (isnan (distance))
    distance = 10;
  toponym->point = dateline_point_offset (toponym->point, distance, toponym->bearing_degrees);
  widen (toponym, DATELINE_WHERE_NEAR, isnan (toponym->offset_km) ? 25 : MAX (0.2 * distance, 3));
}

/* "western Iraq", "the countryside of Aleppo", "northern Idlib". */
static void
take_part (DatelineToponym *toponym, const DatelineGazetteerPlace *place)
{
  switch (place->place_class)
    {
    case DATELINE_PLACE_COUNTRY:
      toponym->precision = DATELINE_WHERE_REGION;
      if (!isnan (toponym->bearing_degrees))
        {
          toponym->point = dateline_point_offset (toponym->point, (double) place->radius_km * 0.55, toponym->bearing_degrees);
          toponym->radius_km = (double) place->radius_km * 0.6;
        }
      return;
    case DATELINE_PLACE_ADM1:
    case DATELINE_PLACE_ADM2:
    case DATELINE_PLACE_WATER:
    case DATELINE_PLACE_AREA:
      return;
    case DATELINE_PLACE_CAPITAL:
    case DATELINE_PLACE_SEAT:
      /* Of a governorate's seat, the countryside is the governorate. */
      if (!toponym->countryside)
        return;
      if (!isnan (toponym->bearing_degrees))
        toponym->point = dateline_point_offset (toponym->point, 12, toponym->bearing_degrees);
      widen (toponym, DATELINE_WHERE_PROVINCE, 40);
      return;
    default:
      if (toponym->countryside)
        widen (toponym, DATELINE_WHERE_NEAR, 12);
      return;
    }
}

static void
place_toponym (const Resolver *self, DatelineToponym *toponym)
{
  const DatelineGazetteerPlace *place = get_place (self, toponym->row);

  toponym->point = point_of (place);
  toponym->radius_km = MAX ((double) place->radius_km, 0.5);
  toponym->precision = precision_of (place);

  /* "Hays district" where no district of that name is known; "Qaim base" */
  if (toponym->kind == DATELINE_KIND_ADM2 && (is_settlement (place->place_class)) && place->place_class != DATELINE_PLACE_VILLAGE)
    widen (toponym, DATELINE_WHERE_DISTRICT, 15);
  if (is_facility_kind (toponym->kind) && !is_facility (place->place_class))
    widen (toponym, DATELINE_WHERE_NEAR, 10);

  if ((toponym->flags & DATELINE_TOPONYM_DERIVED) && !isnan (toponym->bearing_degrees))
    move_from_landmark (toponym);
  else if (toponym->flags & DATELINE_TOPONYM_SUBAREA)
    take_part (toponym, place);
  if ((toponym->flags & DATELINE_TOPONYM_DERIVED) && toponym->kind == DATELINE_KIND_WATER)
    {
      toponym->precision = DATELINE_WHERE_SEA_OR_AIR;
      toponym->radius_km = MAX (toponym->radius_km, 40);
    }
  if ((toponym->flags & DATELINE_TOPONYM_NEAR) && toponym->precision == DATELINE_WHERE_EXACT)
    widen (toponym, DATELINE_WHERE_NEAR, MAX (10.0, (double) place->radius_km * 2));
}

/* "between A and B", "the A–B road" */
static void
place_between (const Resolver *self, DatelineToponym *toponym)
{
  const DatelineToponym *other = &g_array_index (self->toponyms, DatelineToponym, toponym->other);

  if (!dateline_point_is_set (other->point))
    return;
  toponym->radius_km = MAX (dateline_point_distance_km (toponym->point, other->point) / 2, 1);
  toponym->point = dateline_point_midpoint (toponym->point, other->point);
  toponym->precision = toponym->radius_km <= 12 ? DATELINE_WHERE_NEAR : DATELINE_WHERE_REGION;
  toponym->flags |= DATELINE_TOPONYM_DERIVED;
}

/* A name that the gazetteer lacks lies in what the text puts it in. */
static void
place_unknown (const Resolver *self, DatelineToponym *toponym)
{
  const DatelineToponym *container;

  if (toponym->container < 0)
    return;
  container = &g_array_index (self->toponyms, DatelineToponym, toponym->container);
  if (container->row == G_MAXUINT32 || !dateline_point_is_set (container->point))
    return;
  toponym->row = container->row;
  toponym->point = container->point;
  toponym->precision = MAX (container->precision, DATELINE_WHERE_NEAR);
  toponym->radius_km = MAX (container->radius_km, 15);
  toponym->confidence = container->confidence * 0.7;
}

/**
 * dateline_toponym_resolve:
 * @document: the text
 * @gazetteer: the places
 * @toponyms: (element-type DatelineToponym): as found
 *
 * Chooses a place for each name, with its point, precision and radius;
 * orders the candidates by score.
 *
 * Source: weights from the notes on disambiguation, fitted by eye on the
 *   development sets; tests/spec/toponyms.txt.
 */
void
dateline_toponym_resolve (const DatelineDocument *document, const DatelineGazetteer *gazetteer, GArray *toponyms)
{
  Resolver self = { .document = document, .gazetteer = gazetteer, .toponyms = toponyms };

  count_countries (&self);
  number_senses (&self);
  /* The last pass would see what the one before saw, if that changed nothing. */
  for (self.pass = 0; self.pass < 2 || (self.pass == 2 && self.changed); self.pass++)
    {
      self.changed = FALSE;
      for (guint i = 0; i < toponyms->len; i++)
        choose (&self, i);
    }

  for (guint i = 0; i < toponyms->len; i++)
    {
      if (g_array_index (toponyms, DatelineToponym, i).n_candidates > 0)
        rank (&g_array_index (toponyms, DatelineToponym, i));
      doubt (&self, i);
    }
  for (guint i = 0; i < toponyms->len; i++)
    {
      DatelineToponym *toponym = &g_array_index (toponyms, DatelineToponym, i);

      if (toponym->row != G_MAXUINT32)
        place_toponym (&self, toponym);
    }
  for (guint i = toponyms->len; i-- > 0;)
    {
      DatelineToponym *toponym = &g_array_index (toponyms, DatelineToponym, i);

      if (toponym->row != G_MAXUINT32 && toponym->other >= 0)
        place_between (&self, toponym);
      else if (toponym->flags & DATELINE_TOPONYM_UNKNOWN_NAME)
        place_unknown (&self, toponym);
      if (is_no_place (toponym))
        toponym->point = dateline_point_none ();
    }
}
