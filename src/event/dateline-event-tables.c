/* dateline-event-tables.c: the event tables' rows, read once for all articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-event-tables.h"

#include <string.h>

/* A table, and the index of each of its columns that is asked for. */
static const char *
get_cell (const DatelineData *data, DatelineLexicon lexicon, guint row, const char *column)
{
  return dateline_data_get_cell (data, lexicon, row, dateline_data_find_column (data, lexicon, column));
}

/* The place of @name among @names; @otherwise when it is none of them. */
static guint
parse_name (const char *name, const char *const *names, guint n, guint otherwise)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return otherwise;
}

static const char **
load_column (const DatelineData *data, DatelineLexicon lexicon, const char *column)
{
  guint        n = dateline_data_get_n_rows (data, lexicon);
  int          index = dateline_data_find_column (data, lexicon, column);
  const char **cells = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = dateline_data_get_cell (data, lexicon, i, index);
  return cells;
}

/* "2016", "2016-07", "2016-07-28": the first day that fits. */
static DatelineDay
parse_first_day (const char *text, DatelineDay otherwise)
{
  static const char first[] = "0001-01-01";
  char              day[sizeof first];
  gsize             length = strlen (text);

  if (length == 0 || length >= sizeof day)
    return otherwise;
  memcpy (day, first, sizeof day);
  memcpy (day, text, length);
  return dateline_day_parse (day, NULL);
}

static void
load_actors (DatelineEventTables *self, const DatelineData *data)
{
  static const char *const kinds[] = { "country", "capital", "state", "coalition", "group", "leader", "organisation", "class", "head-state", "head-armed" };
  const DatelineLexicon    lexicon = DATELINE_LEXICON_ACTOR;
  guint                    n = dateline_data_get_n_rows (data, lexicon);

  self->actors = g_new0 (DatelineActorRow, n + 1);
  self->states = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      DatelineActorRow *row = &self->actors[i];

      row->kind = parse_name (get_cell (data, lexicon, i, "kind"), kinds, G_N_ELEMENTS (kinds), DATELINE_ACTOR_KIND_GROUP);
      row->id = get_cell (data, lexicon, i, "id");
      row->name = get_cell (data, lexicon, i, "name");
      row->side = get_cell (data, lexicon, i, "side");
      row->country = get_cell (data, lexicon, i, "country");
      row->parent = get_cell (data, lexicon, i, "parent");
      row->within = get_cell (data, lexicon, i, "within");
      row->from = parse_first_day (get_cell (data, lexicon, i, "from"), G_MININT32);
      row->to = parse_first_day (get_cell (data, lexicon, i, "to"), G_MAXINT32);
      if (row->kind == DATELINE_ACTOR_KIND_STATE)
        self->states[self->n_states++] = i;
    }
}

static void
load_casualties (DatelineEventTables *self, const DatelineData *data)
{
  static const char *const forms[] = { "active", "past", "intransitive", "adjective", "noun", "of", "toll" };
  static const char *const kinds[] = { "killed", "injured", "either", "both", "other" };
  const DatelineLexicon    lexicon = DATELINE_LEXICON_CASUALTY;
  guint                    n = dateline_data_get_n_rows (data, lexicon);

  self->casualties = g_new0 (DatelineCasualtyRow, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->casualties[i].kind = parse_name (get_cell (data, lexicon, i, "kind"), kinds, G_N_ELEMENTS (kinds), DATELINE_CASUALTY_WORD_OTHER);
      self->casualties[i].form = parse_name (get_cell (data, lexicon, i, "form"), forms, G_N_ELEMENTS (forms), DATELINE_CASUALTY_FORM_NOUN);
    }
}

static void
load_persons (DatelineEventTables *self, const DatelineData *data)
{
  const DatelineLexicon lexicon = DATELINE_LEXICON_PERSON;
  guint                 n = dateline_data_get_n_rows (data, lexicon);

  self->persons = g_new0 (DatelinePersonRow, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->persons[i].victim = get_cell (data, lexicon, i, "class");
      self->persons[i].plural = *get_cell (data, lexicon, i, "number") == 'p';
    }
}

static void
load_speeches (DatelineEventTables *self, const DatelineData *data)
{
  static const char *const forms[] = { "other", "verb", "according" };
  const DatelineLexicon    lexicon = DATELINE_LEXICON_SPEECH;
  guint                    n = dateline_data_get_n_rows (data, lexicon);

  self->speeches = g_new0 (DatelineSpeechRow, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->speeches[i].form = parse_name (get_cell (data, lexicon, i, "form"), forms, G_N_ELEMENTS (forms), DATELINE_SPEECH_FORM_OTHER);
      self->speeches[i].attitude = get_cell (data, lexicon, i, "attitude");
    }
}

static void
load_nominal (DatelineEventTables *self, const DatelineData *data)
{
  const DatelineLexicon lexicon = DATELINE_LEXICON_TRIGGER;
  guint                 n = dateline_data_get_n_rows (data, lexicon);

  self->nominal = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *form = get_cell (data, lexicon, i, "form");

      self->nominal[i] = g_str_has_prefix (form, "noun") || strcmp (form, "ing") == 0;
    }
}

/**
 * dateline_event_tables_new:
 * @data: what the engine knows; must outlive the tables
 *
 * Returns: (transfer full): the rows, ready to use
 */
DatelineEventTables *
dateline_event_tables_new (const DatelineData *data)
{
  DatelineEventTables *self = g_new0 (DatelineEventTables, 1);

  load_actors (self, data);
  load_casualties (self, data);
  load_persons (self, data);
  load_speeches (self, data);
  load_nominal (self, data);
  self->weapon_ids = load_column (data, DATELINE_LEXICON_WEAPON, "id");
  self->target_ids = load_column (data, DATELINE_LEXICON_TARGET, "id");
  self->source_kinds = load_column (data, DATELINE_LEXICON_SOURCE, "kind");

  return self;
}

void
dateline_event_tables_free (DatelineEventTables *self)
{
  if (self == NULL)
    return;

  g_free (self->actors);
  g_free (self->states);
  g_free (self->casualties);
  g_free (self->persons);
  g_free (self->speeches);
  g_free (self->nominal);
  g_free (self->weapon_ids);
  g_free (self->target_ids);
  g_free (self->source_kinds);
  g_free (self);
}
