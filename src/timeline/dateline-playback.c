/* dateline-playback.c: moves the session's day as time goes by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-playback.h"

#include <glib/gi18n.h>

#include <math.h>

/* Between two steps; thirty a second look even. */
#define INTERVAL_MS 33

/* For readers who asked for less motion: nothing changes more often than
 * this, below the three flashes a second of WCAG 2.1, 2.3.1. */
#define CALM_INTERVAL_MS 400

/* After a longer pause, a suspended machine or a stuck frame, the replay
 * goes on from where it was instead of leaping. */
#define MAX_ELAPSED_US (G_USEC_PER_SEC / 2)

#define DEFAULT_SPEED 3

/* 365.2425 / 12: the Gregorian calendar's mean month */
#define DAYS_PER_MONTH 30.436875

static const struct
{
  double      days_per_second;
  const char *label;
  const char *short_label;
} speeds[] = {
  { 1 / 24.0, N_ ("1 hour a second"), N_ ("1 h/s") },
  { 0.25, N_ ("6 hours a second"), N_ ("6 h/s") },
  { 0.5, N_ ("12 hours a second"), N_ ("12 h/s") },
  { 1, N_ ("1 day a second"), N_ ("1 day/s") },
  { 3, N_ ("3 days a second"), N_ ("3 days/s") },
  { 7, N_ ("1 week a second"), N_ ("1 week/s") },
  { 14, N_ ("2 weeks a second"), N_ ("2 weeks/s") },
  { DAYS_PER_MONTH, N_ ("1 month a second"), N_ ("1 month/s") },
};

struct _DatelinePlayback
{
  GObject parent_instance;

  DatelineSession  *session;
  DatelineClockFunc clock;
  gpointer          clock_data;

  guint    speed;
  gboolean playing;
  gboolean backwards;
  gboolean loop;
  gboolean skip_quiet;
  gboolean calm;

  guint    timeout;
  gint64   last_us;  /* of the clock, at the last step */
  double   position; /* days since the Unix epoch */
  gboolean moving;   /* the day changes because of us */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAYING,
  PROP_BACKWARDS,
  PROP_SPEED,
  PROP_LOOP,
  PROP_SKIP_QUIET,
  PROP_CALM,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DatelinePlayback, dateline_playback, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static gint64
get_monotonic_time (gpointer user_data)
{
  return g_get_monotonic_time ();
}

/* A day begins at its own number when played forwards, and is left
 * there when played backwards. */
static void
stand_on (DatelinePlayback *self, DatelineDay day)
{
  self->position = self->backwards ? nextafter ((double) day + 1, day) : (double) day;
}

static void
move_to (DatelinePlayback *self, DatelineDay day)
{
  self->moving = TRUE;
  dateline_session_set_day (self->session, day);
  self->moving = FALSE;
}

/* The day to show after the clock brought us to @day: itself, or the next
 * one with incidents; %DATELINE_DAY_NONE past the end. */
static DatelineDay
find_target (DatelinePlayback *self, DatelineDay day, DatelineDay first, DatelineDay last)
{
  int direction = self->backwards ? -1 : 1;

  if (self->skip_quiet && day >= first && day <= last)
    day = dateline_session_find_day_with_incidents (self->session, day - direction, direction);

  return day >= first && day <= last ? day : DATELINE_DAY_NONE;
}

static void
reach_end (DatelinePlayback *self, DatelineDay first, DatelineDay last)
{
  DatelineDay day;

  if (self->loop)
    {
      day = find_target (self, self->backwards ? last : first, first, last);
      if (day != DATELINE_DAY_NONE)
        {
          stand_on (self, day);
          move_to (self, day);
          return;
        }
    }

  /* With the quiet days skipped, the last day with incidents is the end. */
  if (!self->skip_quiet)
    move_to (self, self->backwards ? first : last);
  dateline_playback_set_playing (self, FALSE);
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  DatelinePlayback *self = user_data;

  dateline_playback_step (self);
  return G_SOURCE_CONTINUE;
}

static void
on_day_changed_cb (DatelinePlayback *self)
{
  if (!self->moving)
    stand_on (self, dateline_session_get_day (self->session));
}

/* Below the priority of drawing and of the map's loading of tiles, which
 * a replay would starve otherwise. */
static guint
add_timeout (DatelinePlayback *self)
{
  return g_timeout_add_full (G_PRIORITY_LOW, self->calm ? CALM_INTERVAL_MS : INTERVAL_MS, on_timeout_cb, self, NULL);
}

static gboolean
start (DatelinePlayback *self)
{
  DatelineDay day = dateline_session_get_day (self->session);
  DatelineDay first, last;

  if (!dateline_session_get_span (self->session, &first, &last))
    return FALSE;

  if (self->backwards && day <= first)
    move_to (self, last);
  else if (!self->backwards && find_target (self, day + 1, first, last) == DATELINE_DAY_NONE)
    move_to (self, first);

  stand_on (self, dateline_session_get_day (self->session));
  self->last_us = self->clock (self->clock_data);
  self->timeout = add_timeout (self);
  return TRUE;
}

static void
dateline_playback_dispose (GObject *object)
{
  DatelinePlayback *self = DATELINE_PLAYBACK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_playback_parent_class)->dispose (object);
}

static void
dateline_playback_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DatelinePlayback *self = DATELINE_PLAYBACK (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_BACKWARDS:
      g_value_set_boolean (value, self->backwards);
      break;
    case PROP_SPEED:
      g_value_set_uint (value, self->speed);
      break;
    case PROP_LOOP:
      g_value_set_boolean (value, self->loop);
      break;
    case PROP_SKIP_QUIET:
      g_value_set_boolean (value, self->skip_quiet);
      break;
    case PROP_CALM:
      g_value_set_boolean (value, self->calm);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_playback_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DatelinePlayback *self = DATELINE_PLAYBACK (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_PLAYING:
      dateline_playback_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_BACKWARDS:
      dateline_playback_set_backwards (self, g_value_get_boolean (value));
      break;
    case PROP_SPEED:
      dateline_playback_set_speed (self, g_value_get_uint (value));
      break;
    case PROP_LOOP:
      dateline_playback_set_loop (self, g_value_get_boolean (value));
      break;
    case PROP_SKIP_QUIET:
      dateline_playback_set_skip_quiet (self, g_value_get_boolean (value));
      break;
    case PROP_CALM:
      dateline_playback_set_calm (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_playback_constructed (GObject *object)
{
  DatelinePlayback *self = DATELINE_PLAYBACK (object);

  G_OBJECT_CLASS (dateline_playback_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::day", G_CALLBACK (on_day_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dateline_playback_class_init (DatelinePlaybackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dateline_playback_constructed;
  object_class->dispose = dateline_playback_dispose;
  object_class->get_property = dateline_playback_get_property;
  object_class->set_property = dateline_playback_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DATELINE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAYING] =
    g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BACKWARDS] =
    g_param_spec_boolean ("backwards", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPEED] =
    g_param_spec_uint ("speed", NULL, NULL, 0, G_N_ELEMENTS (speeds) - 1, DEFAULT_SPEED,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOOP] =
    g_param_spec_boolean ("loop", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SKIP_QUIET] =
    g_param_spec_boolean ("skip-quiet", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CALM] =
    g_param_spec_boolean ("calm", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_playback_init (DatelinePlayback *self)
{
  self->speed = DEFAULT_SPEED;
  self->clock = get_monotonic_time;
}

DatelinePlayback *
dateline_playback_new (DatelineSession *session)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);

  return g_object_new (DATELINE_TYPE_PLAYBACK, "session", session, NULL);
}

/**
 * dateline_playback_set_clock:
 * @self: a playback
 * @clock: (scope forever): what time it is
 * @user_data: for @clock
 *
 * Replaces the monotonic clock, for tests.
 */
void
dateline_playback_set_clock (DatelinePlayback *self, DatelineClockFunc clock, gpointer user_data)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));
  g_return_if_fail (clock != NULL);

  self->clock = clock;
  self->clock_data = user_data;
}

gboolean
dateline_playback_get_playing (DatelinePlayback *self)
{
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (self), FALSE);

  return self->playing;
}

/**
 * dateline_playback_set_playing:
 * @self: a playback
 * @playing: whether to play
 *
 * Plays on from the session's day; from the other end when there is
 * nothing left to play. Without a dated incident it stays paused.
 */
void
dateline_playback_set_playing (DatelinePlayback *self, gboolean playing)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));

  if (self->playing == playing || (playing && !start (self)))
    return;
  if (!playing)
    g_clear_handle_id (&self->timeout, g_source_remove);

  self->playing = playing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

gboolean
dateline_playback_get_backwards (DatelinePlayback *self)
{
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (self), FALSE);

  return self->backwards;
}

void
dateline_playback_set_backwards (DatelinePlayback *self, gboolean backwards)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));

  if (self->backwards == backwards)
    return;

  self->backwards = backwards;
  stand_on (self, dateline_session_get_day (self->session));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKWARDS]);
}

guint
dateline_playback_get_speed (DatelinePlayback *self)
{
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (self), 0);

  return self->speed;
}

void
dateline_playback_set_speed (DatelinePlayback *self, guint speed)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));
  g_return_if_fail (speed < G_N_ELEMENTS (speeds));

  if (self->speed == speed)
    return;

  self->speed = speed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

gboolean
dateline_playback_get_loop (DatelinePlayback *self)
{
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (self), FALSE);

  return self->loop;
}

void
dateline_playback_set_loop (DatelinePlayback *self, gboolean loop)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));

  if (self->loop == loop)
    return;

  self->loop = loop;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOP]);
}

gboolean
dateline_playback_get_skip_quiet (DatelinePlayback *self)
{
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (self), FALSE);

  return self->skip_quiet;
}

void
dateline_playback_set_skip_quiet (DatelinePlayback *self, gboolean skip_quiet)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));

  if (self->skip_quiet == skip_quiet)
    return;

  self->skip_quiet = skip_quiet;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SKIP_QUIET]);
}

gboolean
dateline_playback_get_calm (DatelinePlayback *self)
{
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (self), FALSE);

  return self->calm;
}

/**
 * dateline_playback_set_calm:
 * @self: a playback
 * @calm: whether the desktop asks for less motion
 *
 * Keeps the speed, and moves in fewer and larger steps.
 */
void
dateline_playback_set_calm (DatelinePlayback *self, gboolean calm)
{
  g_return_if_fail (DATELINE_IS_PLAYBACK (self));

  if (self->calm == calm)
    return;

  self->calm = calm;
  if (self->playing)
    {
      g_source_remove (self->timeout);
      self->timeout = add_timeout (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALM]);
}

/**
 * dateline_playback_step:
 * @self: a playback
 *
 * Moves the session's day to where the clock says; what the timer does,
 * for tests to do by hand. Stops at the end unless it loops.
 */
void
dateline_playback_step (DatelinePlayback *self)
{
  gint64      now_us;
  double      days;
  DatelineDay first, last, day;

  g_return_if_fail (DATELINE_IS_PLAYBACK (self));

  if (!self->playing)
    return;
  if (!dateline_session_get_span (self->session, &first, &last))
    {
      dateline_playback_set_playing (self, FALSE);
      return;
    }

  now_us = self->clock (self->clock_data);
  days = (double) MIN (now_us - self->last_us, MAX_ELAPSED_US) / G_USEC_PER_SEC * speeds[self->speed].days_per_second;
  self->last_us = now_us;
  self->position += self->backwards ? -days : days;

  day = (DatelineDay) floor (self->position);
  if (day == dateline_session_get_day (self->session))
    return;

  day = find_target (self, day, first, last);
  if (day == DATELINE_DAY_NONE)
    {
      reach_end (self, first, last);
      return;
    }

  if (day != (DatelineDay) floor (self->position))
    stand_on (self, day);
  move_to (self, day);
}

guint
dateline_playback_get_n_speeds (void)
{
  return G_N_ELEMENTS (speeds);
}

double
dateline_playback_speed_get_days_per_second (guint speed)
{
  g_return_val_if_fail (speed < G_N_ELEMENTS (speeds), 0);

  return speeds[speed].days_per_second;
}

/**
 * dateline_playback_speed_get_label:
 * @speed: an index
 *
 * Returns: "3 days a second", in the reader's language
 */
const char *
dateline_playback_speed_get_label (guint speed)
{
  g_return_val_if_fail (speed < G_N_ELEMENTS (speeds), NULL);

  return _ (speeds[speed].label);
}

/**
 * dateline_playback_speed_get_short_label:
 * @speed: an index
 *
 * Returns: "3 days/s", in the reader's language
 */
const char *
dateline_playback_speed_get_short_label (guint speed)
{
  g_return_val_if_fail (speed < G_N_ELEMENTS (speeds), NULL);

  return _ (speeds[speed].short_label);
}
