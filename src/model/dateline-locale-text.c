/* dateline-locale-text.c: digits and directions of the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an article says keeps its own digits and its own direction: names
 * that stand in a sentence are put between the isolates of Unicode's
 * bidirectional algorithm (UAX #9), and digits between isolates are left
 * alone. printf()'s flag I would do for Persian, but glibc knows no digits
 * of Arabic; ICU does.
 */

#include "config.h"

#include "dateline-locale-text.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>
#include <unicode/unumsys.h>
#include <unicode/ustring.h>

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_ISOLATE 0x2069

/* The digit 0 in @locale, "ar_IQ.UTF-8"; '0' where nothing else is known. */
static gunichar
find_zero (const char *locale)
{
  g_auto (GStrv)    parts = g_strsplit_set (locale, ".@", 2);
  UErrorCode        status = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_open (parts[0] != NULL ? parts[0] : "", &status);
  UChar             digits[32];
  gunichar          zero = '0';
  UChar32           first = 0;

  if (U_SUCCESS (status) && !unumsys_isAlgorithmic (system) &&
      unumsys_getDescription (system, digits, G_N_ELEMENTS (digits), &status) > 0 && U_SUCCESS (status))
    {
      U16_GET (digits, 0, 0, 2, first);
      zero = (gunichar) first;
    }
  if (system != NULL)
    unumsys_close (system);
  return zero;
}

/* Of the reader, who has one language for as long as the program runs. */
static gunichar
get_zero (void)
{
  static gsize zero = 0;

  if (g_once_init_enter (&zero))
    g_once_init_leave (&zero, find_zero (setlocale (LC_NUMERIC, NULL)));
  return (gunichar) zero;
}

/**
 * dateline_localize_digits:
 * @text: (transfer full): a text of the program
 * @locale: (nullable): "ar_IQ"; %NULL for the reader's
 *
 * Returns: (transfer full): @text with the digits of @locale, but for those
 *   in names between isolates
 */
char *
dateline_localize_digits (char *text, const char *locale)
{
  gunichar zero = locale != NULL ? find_zero (locale) : get_zero ();
  GString *localized;
  guint    depth = 0;

  if (zero == '0' || text == NULL)
    return text;

  localized = g_string_sized_new (strlen (text) * 2);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      depth += letter == FIRST_STRONG_ISOLATE;
      depth -= letter == POP_ISOLATE && depth > 0;
      g_string_append_unichar (localized, depth == 0 && letter >= '0' && letter <= '9' ? zero + (letter - '0') : letter);
    }
  g_free (text);
  return g_string_free (localized, FALSE);
}

/**
 * dateline_digits_to_ascii:
 * @text: what a person typed
 *
 * Returns: (transfer full): @text with 0 to 9 for the digits of any
 *   language
 */
char *
dateline_digits_to_ascii (const char *text)
{
  GString *ascii = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      int      digit = g_unichar_digit_value (letter);

      g_string_append_unichar (ascii, digit >= 0 ? (gunichar) ('0' + digit) : letter);
    }
  return g_string_free (ascii, FALSE);
}

/**
 * dateline_strdup_printf:
 * @format: as for printf(), a translated one
 *
 * Returns: (transfer full): the text, with the digits of the reader
 */
char *
dateline_strdup_printf (const char *format, ...)
{
  va_list arguments;
  char   *text;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return dateline_localize_digits (text, NULL);
}

/**
 * dateline_text_is_right_to_left:
 * @text: some words
 *
 * Returns: whether the first letter that has a direction says so
 */
gboolean
dateline_text_is_right_to_left (const char *text)
{
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalpha (letter))
        {
          GUnicodeScript script = g_unichar_get_script (letter);

          return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
        }
    }
  return FALSE;
}

static gboolean
has_other_direction (const char *name, gboolean right_to_left)
{
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar       letter = g_utf8_get_char (c);
      GUnicodeScript script = g_unichar_get_script (letter);

      if (g_unichar_isalnum (letter) && (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW) != right_to_left)
        return TRUE;
    }
  return FALSE;
}

/**
 * dateline_isolate:
 * @name: (nullable): what an article or a person wrote
 *
 * Returns: (transfer full): @name, such that the sentence of the program
 *   that it stands in keeps its order; between isolates only where @name
 *   runs against the reader's language
 */
char *
dateline_isolate (const char *name)
{
  /* Any string of the program tells the direction of its language. */
  gboolean right_to_left = dateline_text_is_right_to_left (_ ("Unknown place"));

  if (name == NULL)
    return g_strdup ("");
  return has_other_direction (name, right_to_left) ? g_strconcat ("\342\201\250", name, "\342\201\251", NULL) : g_strdup (name);
}
