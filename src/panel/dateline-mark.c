/* dateline-mark.c: which words of an article speak for which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-mark.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *label;
  const char *light;
  const char *dark;
} FieldStyle;

/* The hues of Okabe and Ito ("Color Universal Design", 2008), which stay
 * apart for the common kinds of colour blindness; lightened for a dark
 * ground. */
static const FieldStyle styles[DATELINE_N_FIELDS] = {
  [DATELINE_FIELD_WHAT] = { N_ ("What"), "#d55e00", "#ff9452" },
  [DATELINE_FIELD_WHERE] = { N_ ("Where"), "#0072b2", "#6cc0f5" },
  [DATELINE_FIELD_WHEN] = { N_ ("When"), "#00875f", "#3bd6a8" },
  [DATELINE_FIELD_WHO] = { N_ ("Who"), "#b0518a", "#eba5cf" },
  [DATELINE_FIELD_HOW_MANY] = { N_ ("How many"), "#b88600", "#f0d34b" },
};

/* Shares of the field's colour behind the words. */
static const double tint_alpha = 0.16;
static const double tint_alpha_emphasised = 0.42;
static const double tint_alpha_faded = 0.05;

static guint16
alpha_to_pango (double alpha)
{
  return (guint16) (alpha * G_MAXUINT16 + 0.5);
}

static void
add_mark (GArray *marks, DatelineProvenance provenance, DatelineField field)
{
  DatelineMark mark = { provenance, field };

  if (!dateline_span_is_empty (provenance.span))
    g_array_append_val (marks, mark);
}

static void
add_things (GArray *marks, const GArray *things, DatelineField field)
{
  for (guint i = 0; i < things->len; i++)
    add_mark (marks, g_array_index (things, DatelineThing, i).provenance, field);
}

static void
add_toll (GArray *marks, const DatelineToll *toll)
{
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    add_mark (marks, g_array_index (toll->claims, DatelineTollClaim, i).provenance, DATELINE_FIELD_HOW_MANY);
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const DatelineMarkedSpan *first = a;
  const DatelineMarkedSpan *second = b;
  guint32                   first_length = first->span.end - first->span.begin;
  guint32                   second_length = second->span.end - second->span.begin;

  if (first_length != second_length)
    return first_length > second_length ? -1 : 1;
  if (first->span.begin != second->span.begin)
    return first->span.begin < second->span.begin ? -1 : 1;
  return (int) first->field - (int) second->field;
}

static int
compare_begin (gconstpointer a, gconstpointer b)
{
  const DatelineMarkedSpan *first = a;
  const DatelineMarkedSpan *second = b;

  return first->span.begin < second->span.begin ? -1 : first->span.begin > second->span.begin;
}

/* Takes @hole out of every span, so that a later mark may stand there. */
static void
cut (GArray *spans, DatelineSpan hole)
{
  guint n_spans = spans->len;

  for (guint i = 0; i < n_spans; i++)
    {
      DatelineMarkedSpan *marked = &g_array_index (spans, DatelineMarkedSpan, i);
      DatelineMarkedSpan  rest = *marked;

      if (!dateline_span_overlaps (marked->span, hole))
        continue;

      rest.span.begin = hole.end;
      marked->span.end = MAX (marked->span.begin, hole.begin);
      if (!dateline_span_is_empty (rest.span))
        g_array_append_val (spans, rest);
    }
}

static void
add_underline (PangoAttrList *list, const GdkRGBA *color, guint begin, guint end)
{
  PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  PangoAttribute *underline_color = pango_attr_underline_color_new (alpha_to_pango (color->red), alpha_to_pango (color->green), alpha_to_pango (color->blue));

  underline->start_index = underline_color->start_index = begin;
  underline->end_index = underline_color->end_index = end;
  pango_attr_list_insert (list, underline);
  pango_attr_list_insert (list, underline_color);
}

static void
add_tint (PangoAttrList *list, const GdkRGBA *color, double alpha, guint begin, guint end)
{
  PangoAttribute *background = pango_attr_background_new (alpha_to_pango (color->red), alpha_to_pango (color->green), alpha_to_pango (color->blue));
  PangoAttribute *background_alpha = pango_attr_background_alpha_new (alpha_to_pango (alpha));

  background->start_index = background_alpha->start_index = begin;
  background->end_index = background_alpha->end_index = end;
  pango_attr_list_insert (list, background);
  pango_attr_list_insert (list, background_alpha);
}

/**
 * dateline_field_get_label:
 * @field: a field
 *
 * Returns: its name in the reader's language
 */
const char *
dateline_field_get_label (DatelineField field)
{
  g_return_val_if_fail (field >= 0 && field < DATELINE_N_FIELDS, NULL);

  return _ (styles[field].label);
}

/**
 * dateline_field_get_color:
 * @field: a field
 * @dark: whether it stands on a dark ground
 *
 * Returns: the colour of its underline, and of its tint when thinned
 */
GdkRGBA
dateline_field_get_color (DatelineField field, gboolean dark)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  g_return_val_if_fail (field >= 0 && field < DATELINE_N_FIELDS, color);

  gdk_rgba_parse (&color, dark ? styles[field].dark : styles[field].light);
  return color;
}

/**
 * dateline_marks_collect:
 * @incident: an incident
 *
 * Gathers the words of every value. Targets speak for who, weapons for
 * what, and the number of strikes for how many.
 *
 * Returns: (transfer full): #DatelineMark, in no order
 */
GArray *
dateline_marks_collect (const DatelineIncident *incident)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DatelineMark));

  add_mark (marks, incident->type_provenance, DATELINE_FIELD_WHAT);
  add_mark (marks, incident->when.provenance, DATELINE_FIELD_WHEN);
  add_mark (marks, incident->n_strikes_provenance, DATELINE_FIELD_HOW_MANY);
  for (guint i = 0; i < incident->places->len; i++)
    add_mark (marks, g_array_index (incident->places, DatelinePlace, i).provenance, DATELINE_FIELD_WHERE);
  for (guint i = 0; i < incident->actors->len; i++)
    add_mark (marks, g_array_index (incident->actors, DatelineActor, i).provenance, DATELINE_FIELD_WHO);
  add_things (marks, incident->targets, DATELINE_FIELD_WHO);
  add_things (marks, incident->weapons, DATELINE_FIELD_WHAT);
  add_toll (marks, &incident->killed);
  add_toll (marks, &incident->injured);

  return marks;
}

/**
 * dateline_marks_flatten:
 * @marks: #DatelineMark
 * @article: the article to look at
 * @within: the bytes to look at
 *
 * Where marks overlap, the shorter one shows: it says more exactly which
 * words are meant.
 *
 * Returns: (transfer full): #DatelineMarkedSpan inside @within, in text
 *   order, none overlapping
 */
GArray *
dateline_marks_flatten (const GArray *marks, gint64 article, DatelineSpan within)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (DatelineMarkedSpan));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (DatelineMarkedSpan));
  GArray            *spans = g_array_new (FALSE, FALSE, sizeof (DatelineMarkedSpan));

  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);
      DatelineMarkedSpan  marked = { mark->provenance.span, mark->field };

      if (mark->provenance.article != article || !dateline_span_overlaps (marked.span, within))
        continue;

      marked.span.begin = MAX (marked.span.begin, within.begin);
      marked.span.end = MIN (marked.span.end, within.end);
      g_array_append_val (wanted, marked);
    }

  g_array_sort (wanted, compare_longest_first);
  for (guint i = 0; i < wanted->len; i++)
    {
      cut (pieces, g_array_index (wanted, DatelineMarkedSpan, i).span);
      g_array_append_val (pieces, g_array_index (wanted, DatelineMarkedSpan, i));
    }

  for (guint i = 0; i < pieces->len; i++)
    if (!dateline_span_is_empty (g_array_index (pieces, DatelineMarkedSpan, i).span))
      g_array_append_val (spans, g_array_index (pieces, DatelineMarkedSpan, i));
  g_array_sort (spans, compare_begin);

  return spans;
}

/**
 * dateline_marks_to_attributes:
 * @spans: #DatelineMarkedSpan, none overlapping
 * @origin: the byte of the article at which the label's text begins
 * @dark: whether the label stands on a dark ground
 * @emphasised: the field to stress, or %DATELINE_FIELD_NONE
 *
 * Returns: (transfer full): underline and tint for each span
 */
PangoAttrList *
dateline_marks_to_attributes (const GArray *spans, guint32 origin, gboolean dark, DatelineField emphasised)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const DatelineMarkedSpan *marked = &g_array_index (spans, DatelineMarkedSpan, i);
      GdkRGBA                   color = dateline_field_get_color (marked->field, dark);
      double                    alpha = tint_alpha;

      if (emphasised != DATELINE_FIELD_NONE)
        alpha = marked->field == emphasised ? tint_alpha_emphasised : tint_alpha_faded;
      add_underline (list, &color, marked->span.begin - origin, marked->span.end - origin);
      add_tint (list, &color, alpha, marked->span.begin - origin, marked->span.end - origin);
    }

  return list;
}

/**
 * dateline_field_to_attributes:
 * @field: a field
 * @dark: whether the label stands on a dark ground
 *
 * Returns: (transfer full): the same marking for a field's own name, which
 *   makes the names the legend of the colours
 */
PangoAttrList *
dateline_field_to_attributes (DatelineField field, gboolean dark)
{
  PangoAttrList *list = pango_attr_list_new ();
  GdkRGBA        color = dateline_field_get_color (field, dark);

  add_underline (list, &color, 0, PANGO_ATTR_INDEX_TO_TEXT_END);
  add_tint (list, &color, tint_alpha, 0, PANGO_ATTR_INDEX_TO_TEXT_END);

  return list;
}
