/* dateline-json-scanner.c: reads JSON piece by piece, without a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-json-scanner.h"

#include <string.h>

#define MAX_DEPTH 512

/**
 * dateline_json_scanner_init:
 * @self: a scanner
 * @text: valid UTF-8; must outlive @self
 * @length: its bytes
 */
void
dateline_json_scanner_init (DatelineJsonScanner *self, const char *text, gsize length)
{
  *self = (DatelineJsonScanner){ text, text, text + length, NULL };
}

static gboolean
fail (DatelineJsonScanner *self, const char *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  return FALSE;
}

/**
 * dateline_json_scanner_peek:
 * @self: a scanner
 *
 * Returns: the first byte of what comes next, after white space; '\0' at
 *   the end and after a problem
 */
char
dateline_json_scanner_peek (DatelineJsonScanner *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
  return self->at < self->end && self->problem == NULL ? *self->at : '\0';
}

gboolean
dateline_json_scanner_accept (DatelineJsonScanner *self, char mark)
{
  if (dateline_json_scanner_peek (self) != mark || mark == '\0')
    return FALSE;

  self->at++;
  return TRUE;
}

gboolean
dateline_json_scanner_expect (DatelineJsonScanner *self, char mark)
{
  if (dateline_json_scanner_accept (self, mark))
    return TRUE;
  if (self->at == self->end)
    return fail (self, "it ends in the middle of a value");
  switch (mark)
    {
    case ':':
      return fail (self, "expected a colon");
    case '{':
      return fail (self, "expected an object");
    default:
      return fail (self, "expected a comma or a closing bracket");
    }
}

/**
 * dateline_json_scanner_next_member:
 * @self: a scanner inside an object or an array
 * @first: (inout): %TRUE before the first member
 * @close: '}' or ']'
 *
 * Steps over the comma before the next member, or over the end.
 *
 * Returns: whether a member follows; %FALSE at the end and on a problem
 */
gboolean
dateline_json_scanner_next_member (DatelineJsonScanner *self, gboolean *first, char close)
{
  if (dateline_json_scanner_accept (self, close))
    return FALSE;
  if (!*first && !dateline_json_scanner_expect (self, ','))
    return FALSE;
  *first = FALSE;
  if (dateline_json_scanner_peek (self) == '\0')
    return fail (self, "it ends in the middle of a value");
  if (*self->at == close)
    return fail (self, "expected another value after the comma");
  return TRUE;
}

static gboolean
read_hex4 (DatelineJsonScanner *self, gunichar *value)
{
  *value = 0;
  if (self->end - self->at < 4)
    return fail (self, "\\u needs four hexadecimal digits");
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return fail (self, "\\u needs four hexadecimal digits");
      *value = *value << 4 | (gunichar) digit;
    }
  self->at += 4;
  return TRUE;
}

/* A half of a surrogate pair that stands alone becomes U+FFFD. */
static gboolean
read_unicode_escape (DatelineJsonScanner *self, GString *out)
{
  gunichar value, low;

  if (!read_hex4 (self, &value))
    return FALSE;
  if (value >= 0xd800 && value < 0xdc00 && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      const char *before = self->at;

      self->at += 2;
      if (!read_hex4 (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
      else
        self->at = before;
    }
  if (value == 0)
    return fail (self, "a string holds the character NUL");
  g_string_append_unichar (out, value >= 0xd800 && value < 0xe000 ? 0xfffd : value);
  return TRUE;
}

static gboolean
read_escape (DatelineJsonScanner *self, GString *out)
{
  static const char marks[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char       *mark;

  if (self->at == self->end)
    return fail (self, "a string has no end");
  if (*self->at == 'u')
    {
      self->at++;
      return read_unicode_escape (self, out);
    }
  mark = *self->at != '\0' ? strchr (marks, *self->at) : NULL;
  if (mark == NULL)
    return fail (self, "a backslash before a character that needs none");
  self->at++;
  g_string_append_c (out, values[mark - marks]);
  return TRUE;
}

/**
 * dateline_json_find_plain_end:
 * @p: inside a string
 * @end: the end of what may be read
 *
 * Returns: the first byte from @p on that JSON wants escaped, or @end
 */
const char *
dateline_json_find_plain_end (const char *p, const char *end)
{
  const char *begin = p;
  guint64     bytes;

  for (; (gsize) (end - p) >= sizeof bytes; p += sizeof bytes)
    {
      memcpy (&bytes, p, sizeof bytes);
      if (dateline_json_has_special (bytes))
        break;
    }
  if (p < end && end - p < (gssize) sizeof bytes && end - begin >= (gssize) sizeof bytes)
    { /* the last eight, of which the first were looked at */
      memcpy (&bytes, end - sizeof bytes, sizeof bytes);
      if (!dateline_json_has_special (bytes))
        return end;
    }
  else if (end - p >= 4 && end - p < (gssize) sizeof bytes)
    { /* the first four and the last four */
      guint32 first, last;

      memcpy (&first, p, sizeof first);
      memcpy (&last, end - sizeof last, sizeof last);
      if (!dateline_json_has_special ((guint64) last << 32 | first))
        return end;
    }
  while (p < end && *p != '"' && *p != '\\' && (guchar) *p >= 0x20)
    p++;
  return p;
}

/* Reads up to the closing quote, into @out unless that is NULL. */
static gboolean
read_string (DatelineJsonScanner *self, GString *out)
{
  g_autoptr (GString) scratch = out == NULL ? g_string_new (NULL) : NULL;

  if (!dateline_json_scanner_accept (self, '"'))
    return fail (self, "expected a string in double quotes");
  for (;;)
    {
      const char *plain_end = dateline_json_find_plain_end (self->at, self->end);

      if (out != NULL)
        g_string_append_len (out, self->at, plain_end - self->at);
      self->at = plain_end;
      if (self->at == self->end)
        return fail (self, "a string has no end");
      if (*self->at == '"')
        break;
      if (*self->at != '\\')
        return fail (self, "a line break, tab or control character inside a string must be escaped");
      self->at++;
      if (!read_escape (self, out != NULL ? out : scratch))
        return FALSE;
    }
  self->at++;
  return TRUE;
}

/**
 * dateline_json_scanner_read_string:
 * @self: a scanner before a string
 * @length: (out) (optional): its bytes
 *
 * Returns: (transfer full) (nullable): the string, %NULL on a problem
 */
char *
dateline_json_scanner_read_string (DatelineJsonScanner *self, gsize *length)
{
  GString *out;

  if (dateline_json_scanner_peek (self) == '"')
    {
      const char *begin = self->at + 1;
      const char *plain_end = dateline_json_find_plain_end (begin, self->end);

      if (plain_end < self->end && *plain_end == '"')
        {
          self->at = plain_end + 1;
          if (length != NULL)
            *length = (gsize) (plain_end - begin);
          return g_strndup (begin, (gsize) (plain_end - begin));
        }
    }

  out = g_string_new (NULL);
  if (!read_string (self, out))
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  if (length != NULL)
    *length = out->len;
  return g_string_free (out, FALSE);
}

static gsize
count_digits (const DatelineJsonScanner *self)
{
  gsize n_digits = 0;

  while (self->at + n_digits < self->end && g_ascii_isdigit (self->at[n_digits]))
    n_digits++;
  return n_digits;
}

static gboolean
skip_digits (DatelineJsonScanner *self)
{
  gsize n_digits = count_digits (self);

  self->at += n_digits;
  return n_digits > 0 ? TRUE : fail (self, "a number is written wrongly");
}

static gboolean
skip_number (DatelineJsonScanner *self)
{
  if (*self->at == '-')
    self->at++;
  if (count_digits (self) > 1 && *self->at == '0')
    return fail (self, "a number begins with a needless 0");
  if (!skip_digits (self))
    return FALSE;
  if (self->at < self->end && *self->at == '.')
    {
      self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      return skip_digits (self);
    }
  return TRUE;
}

/**
 * dateline_json_scanner_read_number:
 * @self: a scanner before a number
 *
 * Returns: (transfer full) (nullable): the number as written, %NULL on a
 *   problem
 */
char *
dateline_json_scanner_read_number (DatelineJsonScanner *self)
{
  const char *begin;

  dateline_json_scanner_peek (self);
  begin = self->at;
  if (begin == self->end || !skip_number (self))
    return NULL;
  return g_strndup (begin, (gsize) (self->at - begin));
}

static gboolean
skip_word (DatelineJsonScanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }
  return fail (self, "expected a value");
}

static gboolean
skip_scalar (DatelineJsonScanner *self)
{
  char mark = dateline_json_scanner_peek (self);

  if (mark == '\0')
    return fail (self, "it ends in the middle of a value");
  if (mark == '"')
    return read_string (self, NULL);
  if (mark == '-' || g_ascii_isdigit (mark))
    return skip_number (self);
  return skip_word (self);
}

static gboolean
skip_key (DatelineJsonScanner *self)
{
  return read_string (self, NULL) && dateline_json_scanner_expect (self, ':');
}

/**
 * dateline_json_scanner_skip:
 * @self: a scanner before any value
 *
 * Steps over the value, checking it; nests at most 512 deep.
 *
 * Returns: %FALSE on a problem
 */
gboolean
dateline_json_scanner_skip (DatelineJsonScanner *self)
{
  char     closes[MAX_DEPTH];
  gboolean firsts[MAX_DEPTH];
  guint    depth = 0;

  for (;;)
    {
      char mark = dateline_json_scanner_peek (self);

      if (mark == '{' || mark == '[')
        {
          if (depth == MAX_DEPTH)
            return fail (self, "values are nested more than 512 deep");
          closes[depth] = mark == '{' ? '}' : ']';
          firsts[depth++] = TRUE;
          self->at++;
        }
      else if (!skip_scalar (self))
        return FALSE;

      while (depth > 0 && !dateline_json_scanner_next_member (self, &firsts[depth - 1], closes[depth - 1]))
        {
          if (self->problem != NULL)
            return FALSE;
          depth--;
        }
      if (depth == 0)
        return self->problem == NULL;
      if (closes[depth - 1] == '}' && !skip_key (self))
        return FALSE;
    }
}

/**
 * dateline_json_scanner_get_line:
 * @self: a scanner
 *
 * Returns: the line it stands on, from 1
 */
guint64
dateline_json_scanner_get_line (const DatelineJsonScanner *self)
{
  guint64     line = 1;
  const char *p = self->begin;

  while ((p = memchr (p, '\n', (gsize) (self->at - p))) != NULL)
    {
      line++;
      p++;
    }
  return line;
}
