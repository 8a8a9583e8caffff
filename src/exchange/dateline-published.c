/* dateline-published.c: the publication date as metadata writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-published.h"

#include <string.h>

static int
parse_month (const char *word, gsize length)
{
  static const char *const months[] = { "january", "february", "march", "april", "may", "june",
                                        "july", "august", "september", "october", "november", "december" };

  if (length < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    if (length <= strlen (months[i]) && g_ascii_strncasecmp (word, months[i], length) == 0)
      return i + 1;
  return length == 4 && g_ascii_strncasecmp (word, "sept", 4) == 0 ? 9 : 0;
}

static DatelineDay
parse_compact (const char *text)
{
  int digits[8];

  for (int i = 0; i < 8; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return DATELINE_DAY_NONE;
      digits[i] = text[i] - '0';
    }
  if (g_ascii_isdigit (text[8]))
    return DATELINE_DAY_NONE;
  return dateline_day_new (digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
                           digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]);
}

/* "Tue, 23 Jan 2024 12:00:00 GMT", "January 23rd, 2024": a month's name,
 * a number of one or two digits and one of four, in any order. */
static DatelineDay
parse_words (const char *text)
{
  int year = 0, month = 0, day = 0;

  for (const char *p = text; *p != '\0' && (year == 0 || month == 0 || day == 0);)
    {
      const char *begin = p;

      if (g_ascii_isdigit (*p))
        {
          int value = 0;

          for (; g_ascii_isdigit (*p) && p - begin < 5; p++)
            value = value * 10 + (*p - '0');
          if (p - begin == 4 && year == 0)
            year = value;
          else if (p - begin <= 2 && day == 0)
            day = value;
        }
      else if (g_ascii_isalpha (*p))
        {
          while (g_ascii_isalpha (*p))
            p++;
          if (month == 0)
            month = parse_month (begin, (gsize) (p - begin));
        }
      else
        p++;
    }
  return dateline_day_new (year, month, day);
}

/**
 * dateline_published_parse:
 * @text: a date as metadata writes it
 *
 * Knows ISO 8601 (2024-01-23T12:00:00Z, 20240123), RFC 822 and English
 * with the month's name; never 1/2/2024, whose order nobody knows. The
 * civil day is the one written, in whatever zone that is.
 *
 * Returns: the day, or %DATELINE_DAY_NONE
 */
DatelineDay
dateline_published_parse (const char *text)
{
  DatelineDay day;

  while (g_ascii_isspace (*text))
    text++;
  day = dateline_day_parse (text, NULL);
  if (day == DATELINE_DAY_NONE)
    day = parse_compact (text);
  if (day == DATELINE_DAY_NONE)
    day = parse_words (text);
  return day;
}

static const char *
read_url_number (const char *p, int max_digits, int *value)
{
  const char *begin = p;

  *value = 0;
  for (; g_ascii_isdigit (*p) && p - begin < max_digits; p++)
    *value = *value * 10 + (*p - '0');
  return p > begin && !g_ascii_isdigit (*p) ? p : NULL;
}

static const char *
read_url_month (const char *p, int *month)
{
  const char *end = p;

  if (g_ascii_isdigit (*p))
    return read_url_number (p, 2, month);
  while (g_ascii_isalpha (*end))
    end++;
  *month = parse_month (p, (gsize) (end - p));
  return *month > 0 ? end : NULL;
}

/**
 * dateline_published_find_in_url:
 * @url: an address
 *
 * Returns: the day of its /YYYY/MM/DD/, /YYYY/mon/DD/ or /YYYY-MM-DD, or
 *   %DATELINE_DAY_NONE
 */
DatelineDay
dateline_published_find_in_url (const char *url)
{
  for (const char *p = strchr (url, '/'); p != NULL; p = strchr (p + 1, '/'))
    {
      const char *q;
      int         year, month, day_of_month;
      DatelineDay day;

      if ((q = read_url_number (p + 1, 4, &year)) == NULL || year < 1900 || (*q != '/' && *q != '-') ||
          (q = read_url_month (q + 1, &month)) == NULL || (*q != '/' && *q != '-') ||
          read_url_number (q + 1, 2, &day_of_month) == NULL)
        continue;
      day = dateline_day_new (year, month, day_of_month);
      if (day != DATELINE_DAY_NONE)
        return day;
    }
  return DATELINE_DAY_NONE;
}

/**
 * dateline_article_set_published:
 * @article: an article
 * @text: a date as metadata writes it
 *
 * Keeps @text, and the day when it can be read.
 *
 * Returns: whether it could
 */
gboolean
dateline_article_set_published (DatelineArticle *article, const char *text)
{
  g_free (article->published);
  article->published = g_strdup (text);
  article->published_day = dateline_published_parse (text);

  return article->published_day != DATELINE_DAY_NONE;
}
