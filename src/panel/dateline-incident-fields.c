/* dateline-incident-fields.c: the values of an incident as text to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every value has one form as text, which parses to the same value: what
 * was not touched in the form is not changed by saving it. Dates are ISO
 * 8601 in every language, so that they can be typed without a doubt.
 */

#include "config.h"

#include "dateline-incident-fields.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "dateline-words.h"

#define MINUTE_S 60
#define DAY_MINUTES (24 * 60)

/* A toll beyond this is a slip of the hand. */
#define MAX_NUMBER 1000000

/* No name of an actor or a weapon is longer. */
#define MAX_TEXT_BYTES 2000

static const struct
{
  DatelineEditField field;
  const char       *label;
} lines[] = {
  [DATELINE_LINE_TYPE] = { DATELINE_EDIT_TYPE, N_ ("What") },
  [DATELINE_LINE_WHEN] = { DATELINE_EDIT_WHEN, N_ ("When") },
  /* Translators: a heading over who did it */
  [DATELINE_LINE_BY] = { DATELINE_EDIT_ACTORS, N_ ("By") },
  /* Translators: a heading over whom it was done to */
  [DATELINE_LINE_AGAINST] = { DATELINE_EDIT_ACTORS, N_ ("Against") },
  [DATELINE_LINE_TARGETS] = { DATELINE_EDIT_TARGETS, N_ ("Targets") },
  [DATELINE_LINE_WEAPONS] = { DATELINE_EDIT_WEAPONS, N_ ("Weapons") },
  [DATELINE_LINE_KILLED] = { DATELINE_EDIT_KILLED, N_ ("Killed") },
  [DATELINE_LINE_INJURED] = { DATELINE_EDIT_INJURED, N_ ("Injured") },
  [DATELINE_LINE_STRIKES] = { DATELINE_EDIT_N_STRIKES, N_ ("Strikes") },
  /* Translators: a heading over "The event itself" or "Background" */
  [DATELINE_LINE_BACKGROUND] = { DATELINE_EDIT_BACKGROUND, N_ ("Told as") },
  [DATELINE_LINE_GRADE] = { DATELINE_EDIT_GRADE, N_ ("Grade") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (lines) == DATELINE_N_LINES);

G_DEFINE_QUARK (dateline - line - error - quark, dateline_line_error)

DatelineEditField
dateline_line_get_field (DatelineLine line)
{
  g_return_val_if_fail (line < DATELINE_N_LINES, DATELINE_N_EDIT_FIELDS);

  return lines[line].field;
}

const char *
dateline_line_get_label (DatelineLine line)
{
  g_return_val_if_fail (line < DATELINE_N_LINES, NULL);

  return _ (lines[line].label);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, DATELINE_LINE_ERROR, DATELINE_LINE_ERROR_INVALID, message);
  return FALSE;
}

/* --- choices --------------------------------------------------------- */

static const char *const background_words[] = { NC_ ("told as", "The event itself"), NC_ ("told as", "Background") };

static const char *
get_choice (DatelineLine line, guint choice)
{
  switch (line)
    {
    case DATELINE_LINE_TYPE:
      return choice < DATELINE_N_INCIDENT_TYPES ? dateline_incident_type_to_words (choice) : NULL;
    case DATELINE_LINE_BACKGROUND:
      return choice < G_N_ELEMENTS (background_words) ? g_dpgettext2 (NULL, "told as", background_words[choice]) : NULL;
    case DATELINE_LINE_GRADE:
      return choice <= DATELINE_GRADE_CONTESTED ? dateline_grade_to_words (choice) : NULL;
    default:
      return NULL;
    }
}

/**
 * dateline_line_get_choices:
 * @line: a line of the form
 *
 * Returns: (transfer container) (nullable): the texts it can have, ended
 *   by %NULL; %NULL when any text will do
 */
const char **
dateline_line_get_choices (DatelineLine line)
{
  GPtrArray *choices;

  if (get_choice (line, 0) == NULL)
    return NULL;

  choices = g_ptr_array_new ();
  for (guint i = 0; get_choice (line, i) != NULL; i++)
    g_ptr_array_add (choices, (gpointer) get_choice (line, i));
  g_ptr_array_add (choices, NULL);

  return (const char **) g_ptr_array_free (choices, FALSE);
}

static gboolean
parse_choice (DatelineLine line, const char *text, guint *choice, GError **error)
{
  for (guint i = 0; get_choice (line, i) != NULL; i++)
    if (g_str_equal (get_choice (line, i), text))
      {
        *choice = i;
        return TRUE;
      }
  return fail (error, _ ("Choose one of the list"));
}

/* --- when ------------------------------------------------------------ */

static char *
format_when (const DatelineWhen *when)
{
  DatelineDay      first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64           minutes;

  if (!dateline_date_interval_is_set (when->interval))
    return g_strdup ("");

  first = dateline_day_at (when->interval.start, when->offset_minutes);
  last = dateline_day_at (when->interval.end - 1, when->offset_minutes);
  from = dateline_day_to_string (first);
  minutes = (when->interval.start - dateline_date_interval_for_days (first, first, when->offset_minutes).start) / MINUTE_S;
  if (first == last && when->interval.end - when->interval.start < DAY_MINUTES * MINUTE_S)
    return g_strdup_printf ("%s %02d:%02d", from, (int) minutes / 60, (int) minutes % 60);
  if (first == last)
    return g_steal_pointer (&from);

  to = dateline_day_to_string (last);
  return g_strdup_printf ("%s – %s", from, to);
}

static DatelineDatePrecision
get_precision (DatelineDay first, DatelineDay last)
{
  int n_days = last - first + 1;

  return n_days == 1   ? DATELINE_DATE_DAY
         : n_days < 7  ? DATELINE_DATE_2_TO_6_DAYS
         : n_days == 7 ? DATELINE_DATE_WEEK
         : n_days < 32 ? DATELINE_DATE_MONTH
                       : DATELINE_DATE_YEAR;
}

/* " 18:30" after a day, or nothing. */
static gboolean
parse_clock (const char *text, int *minutes)
{
  int  hour, minute;
  char end;

  *minutes = -1;
  if (*text == '\0')
    return TRUE;
  if (sscanf (text, " %2d:%2d%c", &hour, &minute, &end) != 2 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  *minutes = 60 * hour + minute;
  return TRUE;
}

static gboolean
parse_when (const char *text, DatelineWhen *when, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, strstr (text, "–") != NULL ? "–" : " - ", 3);
  guint          n_parts = g_strv_length (parts);
  DatelineDay    days[2];
  const char    *rest = NULL;
  int            minutes = -1;

  if (n_parts == 0)
    {
      when->interval = DATELINE_DATE_INTERVAL_NONE;
      when->precision = DATELINE_DATE_UNKNOWN;
      return TRUE;
    }

  for (guint i = 0; i < n_parts && i < 2; i++)
    {
      days[i] = dateline_day_parse (g_strstrip (parts[i]), &rest);
      if (days[i] == DATELINE_DAY_NONE || (n_parts > 1 && *rest != '\0'))
        return fail (error, _ ("Write a day as 2024-01-24, or two as 2024-01-22 – 2024-01-23"));
    }
  if (n_parts > 2 || (n_parts == 2 && days[1] < days[0]) || (n_parts == 1 && !parse_clock (rest, &minutes)))
    return fail (error, _ ("Write a day as 2024-01-24 or 2024-01-24 18:30, or two, the earlier first"));

  if (n_parts == 1)
    days[1] = days[0];
  when->interval = dateline_date_interval_for_days (days[0], days[1], when->offset_minutes);
  when->precision = get_precision (days[0], days[1]);
  if (minutes >= 0)
    {
      when->interval.start += minutes * MINUTE_S;
      when->interval.end = when->interval.start + MINUTE_S;
    }
  when->assumed = FALSE;
  return TRUE;
}

/* --- names ----------------------------------------------------------- */

static void
append_name (GString *text, const char *name)
{
  if (name == NULL || *name == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, name);
}

static char *
format_actors (const DatelineIncident *incident, gboolean against)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      if ((actor->role == DATELINE_ACTOR_TARGET) == against)
        append_name (text, actor->name);
    }
  return g_string_free (text, FALSE);
}

static char *
format_things (const GArray *things)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < things->len; i++)
    append_name (text, g_array_index (things, DatelineThing, i).name);
  return g_string_free (text, FALSE);
}

static GStrv
split_names (const char *text)
{
  g_auto (GStrv)           names = g_strsplit_set (text, ";,", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_strv_builder_add (kept, names[i]);
  return g_strv_builder_end (kept);
}

static gint
find_actor (const GArray *actors, const char *name, gboolean against)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (actors, DatelineActor, i);

      if ((actor->role == DATELINE_ACTOR_TARGET) == against && g_strcmp0 (actor->name, name) == 0)
        return (gint) i;
    }
  return -1;
}

static void
remove_unnamed_actors (GArray *actors, GStrv names, gboolean against)
{
  for (guint i = actors->len; i-- > 0;)
    {
      const DatelineActor *actor = &g_array_index (actors, DatelineActor, i);

      if ((actor->role == DATELINE_ACTOR_TARGET) == against && !g_strv_contains ((const char *const *) names, actor->name))
        g_array_remove_index (actors, i);
    }
}

/* Whoever stays keeps the words he was read from. */
static void
parse_actors (const char *text, GArray *actors, gboolean against)
{
  g_auto (GStrv) names = split_names (text);

  remove_unnamed_actors (actors, names, against);
  for (guint i = 0; names[i] != NULL; i++)
    {
      DatelineActor actor = { .role = against ? DATELINE_ACTOR_TARGET : DATELINE_ACTOR_INITIATOR, .confidence = 1.0 };

      if (find_actor (actors, names[i], against) >= 0)
        continue;
      actor.name = g_strdup (names[i]);
      g_array_append_val (actors, actor);
    }
}

static gboolean
has_thing (const GArray *things, const char *name)
{
  for (guint i = 0; i < things->len; i++)
    if (g_strcmp0 (g_array_index (things, DatelineThing, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
parse_things (const char *text, GArray *things)
{
  g_auto (GStrv) names = split_names (text);

  for (guint i = things->len; i-- > 0;)
    {
      const char *name = g_array_index (things, DatelineThing, i).name;

      if (name == NULL || !g_strv_contains ((const char *const *) names, name))
        g_array_remove_index (things, i);
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      DatelineThing thing = { 0 };

      if (has_thing (things, names[i]))
        continue;
      thing.name = g_strdup (names[i]);
      g_array_append_val (things, thing);
    }
}

/* --- numbers --------------------------------------------------------- */

static char *
format_toll (const DatelineToll *toll)
{
  if (toll->best < 0)
    return g_strdup ("");
  if (toll->low == toll->high)
    return g_strdup_printf ("%d", toll->best);
  return g_strdup_printf ("%d (%d–%d)", toll->best, toll->low, toll->high);
}

/* A hyphen does for a dash, which few keyboards have. */
static char *
use_hyphens (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "–", -1);

  return g_strjoinv ("-", parts);
}

/* "12", "10–15", "12 (10–15)", or nothing for unknown. */
static gboolean
parse_toll (const char *given, DatelineToll *toll, GError **error)
{
  g_autofree char *text = use_hyphens (given);
  int              best, low, high;
  char             end;

  if (*text == '\0')
    {
      toll->low = toll->best = toll->high = -1;
      return TRUE;
    }

  if (sscanf (text, "%7d %c", &best, &end) == 1)
    low = high = best;
  else if (sscanf (text, "%7d - %7d %c", &low, &high, &end) == 2)
    best = low;
  else if (sscanf (text, "%7d ( %7d - %7d ) %c", &best, &low, &high, &end) != 3)
    return fail (error, _ ("Write a number as 12, or 10–15, or 12 (10–15)"));
  if (low < 0 || high > MAX_NUMBER || low > best || best > high)
    return fail (error, _ ("Write the lower number first"));

  toll->low = low;
  toll->best = best;
  toll->high = high;
  return TRUE;
}

static gboolean
parse_strikes (const char *text, int *n_strikes, GError **error)
{
  guint64 number;

  if (*text == '\0')
    {
      *n_strikes = -1;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 1, MAX_NUMBER, &number, NULL))
    return fail (error, _ ("Write a number, or nothing"));
  *n_strikes = (int) number;
  return TRUE;
}

/**
 * dateline_line_format:
 * @line: a line of the form
 * @incident: an incident
 *
 * Returns: (transfer full): its value, "" where it is not known
 */
char *
dateline_line_format (DatelineLine line, const DatelineIncident *incident)
{
  switch (line)
    {
    case DATELINE_LINE_TYPE:
      return g_strdup (get_choice (line, incident->type));
    case DATELINE_LINE_WHEN:
      return format_when (&incident->when);
    case DATELINE_LINE_BY:
    case DATELINE_LINE_AGAINST:
      return format_actors (incident, line == DATELINE_LINE_AGAINST);
    case DATELINE_LINE_TARGETS:
      return format_things (incident->targets);
    case DATELINE_LINE_WEAPONS:
      return format_things (incident->weapons);
    case DATELINE_LINE_KILLED:
      return format_toll (&incident->killed);
    case DATELINE_LINE_INJURED:
      return format_toll (&incident->injured);
    case DATELINE_LINE_STRIKES:
      return incident->n_strikes > 0 ? g_strdup_printf ("%d", incident->n_strikes) : g_strdup ("");
    case DATELINE_LINE_BACKGROUND:
      return g_strdup (get_choice (line, incident->background ? 1 : 0));
    case DATELINE_LINE_GRADE:
      return g_strdup (get_choice (line, incident->grade));
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * dateline_line_parse:
 * @line: a line of the form
 * @text: what stands in it
 * @incident: whose value is set; untouched on failure
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_LINE_ERROR_INVALID, which says what to write
 */
gboolean
dateline_line_parse (DatelineLine line, const char *text, DatelineIncident *incident, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint            choice;

  if (strlen (stripped) > MAX_TEXT_BYTES)
    return fail (error, _ ("That is too long"));

  switch (line)
    {
    case DATELINE_LINE_TYPE:
      if (!parse_choice (line, stripped, &choice, error))
        return FALSE;
      incident->type = choice;
      return TRUE;
    case DATELINE_LINE_WHEN:
      return parse_when (stripped, &incident->when, error);
    case DATELINE_LINE_BY:
    case DATELINE_LINE_AGAINST:
      parse_actors (stripped, incident->actors, line == DATELINE_LINE_AGAINST);
      return TRUE;
    case DATELINE_LINE_TARGETS:
      parse_things (stripped, incident->targets);
      return TRUE;
    case DATELINE_LINE_WEAPONS:
      parse_things (stripped, incident->weapons);
      return TRUE;
    case DATELINE_LINE_KILLED:
      return parse_toll (stripped, &incident->killed, error);
    case DATELINE_LINE_INJURED:
      return parse_toll (stripped, &incident->injured, error);
    case DATELINE_LINE_STRIKES:
      return parse_strikes (stripped, &incident->n_strikes, error);
    case DATELINE_LINE_BACKGROUND:
      if (!parse_choice (line, stripped, &choice, error))
        return FALSE;
      incident->background = choice == 1;
      return TRUE;
    case DATELINE_LINE_GRADE:
      if (!parse_choice (line, stripped, &choice, error))
        return FALSE;
      incident->grade = choice;
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * dateline_coordinates_parse:
 * @text: "32.8596, 44.2156", in degrees, north and east
 * @point: (out): where that is
 *
 * Returns: whether it was two numbers on the globe
 */
gboolean
dateline_coordinates_parse (const char *text, DatelinePoint *point)
{
  char  *end;
  double lat = g_ascii_strtod (text, &end);
  double lon;

  if (end == text)
    return FALSE;
  while (*end == ',' || *end == ' ' || *end == ';')
    end++;
  text = end;
  lon = g_ascii_strtod (text, &end);
  while (*end == ' ')
    end++;
  if (end == text || *end != '\0' || !isfinite (lat) || !isfinite (lon) || fabs (lat) > 90.0 || fabs (lon) > 180.0)
    return FALSE;

  point->lat = lat;
  point->lon = lon;
  return TRUE;
}
