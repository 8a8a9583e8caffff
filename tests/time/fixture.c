/* fixture.c: what the tests of expressions of time share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

static const char *const kind_names[] = { "date", "clock", "span", "event-relative", "duration", "temponym" };

DatelineData *
fixture_open_data (void)
{
  g_autoptr (GError) error = NULL;
  DatelineData      *data = dateline_data_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);

  g_assert_no_error (error);
  return data;
}

void
fixture_read (Fixture *self, const DatelineData *data, const char *text, DatelineDay published)
{
  self->article = dateline_article_new ("test", g_strdup (text), strlen (text));
  self->article->published_day = published;
  self->document = dateline_document_new (data, self->article->text, self->article->length);
  self->timexes = dateline_timex_find (self->document);
  self->anchor = dateline_timex_choose_anchor (self->document, self->timexes, self->article);
  dateline_timex_resolve (self->document, self->timexes, &self->anchor, DATELINE_REGION_OFFSET_MINUTES);
}

void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->document, dateline_document_free);
  g_clear_pointer (&self->article, dateline_article_free);
  g_clear_pointer (&self->anchor.reason, g_free);
}

static char *
describe_minute (gint64 seconds)
{
  g_autofree char *stamp = dateline_seconds_to_iso8601 (seconds, DATELINE_REGION_OFFSET_MINUTES);

  stamp[strlen (stamp) - strlen (":00+03:00")] = '\0';
  return g_steal_pointer (&stamp);
}

static char *
describe_interval (DatelineDateInterval interval)
{
  gint64           shift = DATELINE_REGION_OFFSET_MINUTES * 60;
  g_autofree char *first = NULL, *last = NULL;

  if (!dateline_date_interval_is_set (interval))
    return g_strdup ("-");
  if ((interval.start + shift) % DATELINE_SECONDS_PER_DAY == 0 && (interval.end + shift) % DATELINE_SECONDS_PER_DAY == 0)
    {
      first = dateline_day_to_string (dateline_day_at (interval.start, DATELINE_REGION_OFFSET_MINUTES));
      last = dateline_day_to_string (dateline_day_at (interval.end - 1, DATELINE_REGION_OFFSET_MINUTES));
      return strcmp (first, last) == 0 ? g_steal_pointer (&first) : g_strdup_printf ("%s..%s", first, last);
    }
  first = describe_minute (interval.start);
  if (interval.end - interval.start == 60)
    return g_steal_pointer (&first);
  last = describe_minute (interval.end);
  return g_strdup_printf ("%s..%s", first, last);
}

/* "date 2024-01-23 p1 {Tuesday}"; @brief leaves out precision and flags */
char *
fixture_describe (const Fixture *self, const DatelineTimex *timex, gboolean brief)
{
  static const struct
  {
    guint       flag;
    const char *name;
  } flags[] = {
    { DATELINE_TIMEX_NARRATIVE, "narrative" },
    { DATELINE_TIMEX_FUTURE, "future" },
    { DATELINE_TIMEX_ANNIVERSARY, "anniversary" },
    { DATELINE_TIMEX_IN_DATELINE, "dateline" },
    { DATELINE_TIMEX_SET, "set" },
  };
  g_autofree char *interval = describe_interval (timex->interval);
  g_autofree char *words = dateline_document_dup_text (self->document, dateline_timex_get_span (self->document, timex));
  GString         *line = g_string_new (kind_names[timex->kind]);

  g_string_append_printf (line, " %s", interval);
  if (!brief && timex->precision != DATELINE_DATE_UNKNOWN)
    g_string_append_printf (line, " p%d", timex->precision);
  for (guint i = 0; !brief && i < G_N_ELEMENTS (flags); i++)
    if (timex->flags & flags[i].flag)
      g_string_append_printf (line, " %s", flags[i].name);
  g_strdelimit (words, "\n", ' ');
  g_string_append_printf (line, " {%s}", words);
  return g_string_free (line, FALSE);
}
