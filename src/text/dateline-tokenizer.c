/* dateline-tokenizer.c: words, numbers and punctuation beside the text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass, each byte read a bounded number of times. Hyphens part words
 * ("al-Qaim" is two tokens, the second joined), so that every spelling of a
 * name is the same sequence.
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-tokenizer.h"

#include <string.h>

/* Tokens that there is room for from the beginning. */
#define MIN_ROOM 512

typedef enum
{
  CHARACTER_OTHER,
  CHARACTER_SPACE,
  CHARACTER_LINE,
  CHARACTER_LETTER,
  CHARACTER_DIGIT,
  CHARACTER_APOSTROPHE, /* part of a word between letters */
  CHARACTER_SIGN,       /* ayn, hamza: part of a word wherever it touches a letter */
  CHARACTER_HYPHEN,
  CHARACTER_IGNORABLE /* soft hyphen, bidi marks, joiners: inside words, unseen */
} Character;

typedef struct
{
  const char    *text;
  gsize          length;
  gsize          at;
  GArray        *array;
  DatelineToken *next;       /* in the array, the first that is not set */
  DatelineToken *room_end;   /* of the array */
  guint          pending;    /* flags of the next token: line breaks and a hyphen before it */
  gsize          end_before; /* where the token before ended */
} Tokenizer;

static Character
classify_unicode (gunichar c)
{
  if (c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0x00b4 || c == 0x201b)
    return CHARACTER_APOSTROPHE;
  if (c >= 0x02b9 && c <= 0x02cf)
    return CHARACTER_SIGN;
  if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2212)
    return CHARACTER_HYPHEN;
  if (c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff)
    return CHARACTER_IGNORABLE;
  if (c == 0x2028 || c == 0x2029 || c == 0x0085)
    return CHARACTER_LINE;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return CHARACTER_LETTER;
  if (g_unichar_isdigit (c))
    return CHARACTER_DIGIT;
  if (g_unichar_isspace (c))
    return CHARACTER_SPACE;
  return CHARACTER_OTHER;
}

static const guint8 ascii_classes[0x80] = {
  ['\t'] = CHARACTER_SPACE,
  ['\n'] = CHARACTER_LINE,
  ['\v' ... '\r'] = CHARACTER_SPACE,
  [' '] = CHARACTER_SPACE,
  ['\''] = CHARACTER_APOSTROPHE,
  ['`'] = CHARACTER_APOSTROPHE,
  ['-'] = CHARACTER_HYPHEN,
  ['0' ... '9'] = CHARACTER_DIGIT,
  ['A' ... 'Z'] = CHARACTER_LETTER,
  ['a' ... 'z'] = CHARACTER_LETTER,
};

static inline gboolean
is_plain (guchar c)
{
  return c < 0x80 && (ascii_classes[c] == CHARACTER_LETTER || ascii_classes[c] == CHARACTER_DIGIT);
}

static Character
classify_beyond_ascii (const Tokenizer *self, gsize at, gsize *next, gunichar *code_point)
{
  *code_point = g_utf8_get_char_validated (self->text + at, (gssize) (self->length - at));
  if (*code_point >= 0x110000) /* not UTF-8: one byte, one unknown character */
    {
      *code_point = 0xfffd;
      *next = at + 1;
      return CHARACTER_OTHER;
    }
  *next = at + (gsize) (g_utf8_next_char (self->text + at) - (self->text + at));
  return classify_unicode (*code_point);
}

static inline Character
classify (const Tokenizer *self, gsize at, gsize *next, gunichar *code_point)
{
  guchar c;

  if (at >= self->length)
    {
      *next = at;
      *code_point = 0;
      return CHARACTER_SPACE;
    }

  c = (guchar) self->text[at];
  if (c < 0x80)
    {
      *next = at + 1;
      *code_point = c;
      return (Character) ascii_classes[c];
    }
  return classify_beyond_ascii (self, at, next, code_point);
}

static inline Character
peek (const Tokenizer *self, gsize at)
{
  gsize    next;
  gunichar code_point;

  return classify (self, at, &next, &code_point);
}

static gboolean
has_token (const Tokenizer *self)
{
  return self->next != (const DatelineToken *) self->array->data;
}

static void
make_room (Tokenizer *self)
{
  gsize n = (gsize) (self->next - (DatelineToken *) self->array->data);

  g_array_set_size (self->array, (guint) MAX (n * 2, MIN_ROOM));
  self->next = (DatelineToken *) self->array->data + n;
  self->room_end = (DatelineToken *) self->array->data + self->array->len;
}

static inline void
add_token (Tokenizer *self, gsize begin, gsize end, guint32 number, guint flags)
{
  flags |= self->pending | (begin == self->end_before ? DATELINE_TOKEN_GLUED : 0);
  if (G_UNLIKELY (self->next == self->room_end))
    make_room (self);
  *self->next++ = (DatelineToken){ (guint32) begin, (guint32) end, 0, number, (guint16) flags, 0 };
  self->pending = 0;
  self->end_before = end;
  self->at = end;
}

/* One line break ends a line, two end a paragraph. */
static void
take_line_break (Tokenizer *self)
{
  self->pending &= ~(guint) DATELINE_TOKEN_HYPHEN;
  self->pending |= self->pending & DATELINE_TOKEN_LINE ? DATELINE_TOKEN_PARAGRAPH : DATELINE_TOKEN_LINE;
}

/* "U.S.", "a.m.": single letters each with a point; at least two. */
static gsize
find_dotted_end (const Tokenizer *self, gsize begin)
{
  gsize at = begin;
  guint n_letters = 0;

  while (at + 1 < self->length && g_ascii_isalpha (self->text[at]) && self->text[at + 1] == '.')
    {
      at += 2;
      n_letters++;
    }
  if (n_letters == 0)
    return 0;
  if (at < self->length && peek (self, at) == CHARACTER_LETTER)
    {
      /* "U.S" without its last point */
      if (g_ascii_isalpha (self->text[at]) && (at + 1 >= self->length || (peek (self, at + 1) != CHARACTER_LETTER && self->text[at + 1] != '.')))
        return at + 1;
      return 0;
    }
  return n_letters >= 2 ? at : 0;
}

static gboolean
is_possessive (const Tokenizer *self, gsize apostrophe_end)
{
  char      c = apostrophe_end < self->length ? self->text[apostrophe_end] : '\0';
  Character after;

  if (c != 's' && c != 'S')
    return FALSE;
  after = peek (self, apostrophe_end + 1);
  return after != CHARACTER_LETTER && after != CHARACTER_DIGIT && after != CHARACTER_APOSTROPHE;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* The highest bit of each byte that is no ASCII letter or digit. Below 0x80,
 * adding 0x80 - a sets that bit from a on, and no byte carries. */
static inline guint64
find_not_plain (guint64 bytes)
{
  guint64 low = bytes & EACH_BYTE (0x7f), lower = low | EACH_BYTE (0x20);
  guint64 letters = (lower + EACH_BYTE (0x80 - 'a')) & ~(lower + EACH_BYTE (0x7f - 'z'));
  guint64 digits = (low + EACH_BYTE (0x80 - '0')) & ~(low + EACH_BYTE (0x7f - '9'));

  return ~((letters | digits) & ~bytes) & EACH_BYTE (0x80);
}

/* How many ASCII letters and digits begin there. */
static inline gsize
count_plain (const guchar *text, gsize room)
{
  gsize n = 0;

  for (; n + 8 <= room; n += 8)
    {
      guint64 bytes, others;

      memcpy (&bytes, text + n, 8);
      others = find_not_plain (GUINT64_FROM_LE (bytes));
      if (others != 0)
        return n + (gsize) __builtin_ctzll (others) / 8;
    }
  while (n < room && is_plain (text[n]))
    n++;
  return n;
}

/* What may go on a word of ASCII letters and digits, and makes it another. */
static const guint8 goes_on[0x100] = {
  ['\''] = TRUE,
  ['`'] = TRUE,
  [0x80 ... 0xff] = TRUE,
};

/* A word of ASCII letters and digits that no sign goes on: most are. */
static inline gboolean
take_plain_word (Tokenizer *self)
{
  const guchar *word = (const guchar *) self->text + self->at;
  gsize         room = self->length - self->at, n = count_plain (word, room), n_upper = 1;
  guint         flags = DATELINE_TOKEN_WORD | DATELINE_TOKEN_PLAIN;

  if (n < room && (goes_on[word[n]] || (n == 1 && word[1] == '.')))
    return FALSE;

  if (word[0] <= 'Z')
    {
      flags |= DATELINE_TOKEN_CAPITAL;
      while (n_upper < n && word[n_upper] <= 'Z')
        n_upper++;
      if (n > 1 && n_upper == n)
        flags |= DATELINE_TOKEN_UPPER;
    }
  add_token (self, self->at, self->at + n, 0, flags);
  return TRUE;
}

static void
take_word (Tokenizer *self)
{
  gsize    begin = self->at, at = begin, end = begin, next;
  gunichar c;
  guint    n_letters = 0, n_upper = 0, flags = DATELINE_TOKEN_WORD;
  gsize    dotted = find_dotted_end (self, begin);

  if (dotted != 0)
    {
      flags |= DATELINE_TOKEN_DOTTED;
      if (g_ascii_isupper (self->text[begin]))
        flags |= DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_UPPER;
      add_token (self, begin, dotted, 0, flags);
      return;
    }

  for (;;)
    {
      Character character;

      /* Runs of lower-case letters make up most of any text. */
      for (; n_letters > 0 && at < self->length && self->text[at] >= 'a' && self->text[at] <= 'z'; n_letters++)
        end = ++at;
      character = classify (self, at, &next, &c);
      if (character == CHARACTER_LETTER || character == CHARACTER_DIGIT)
        {
          n_letters++;
          if (c < 0x80 ? g_ascii_isupper ((char) c) || g_ascii_isdigit ((char) c) : g_unichar_isupper (c))
            n_upper++;
          if (n_letters == 1 && n_upper == 1)
            flags |= DATELINE_TOKEN_CAPITAL;
          at = end = next;
        }
      else if (character == CHARACTER_SIGN || character == CHARACTER_IGNORABLE)
        at = next;
      else if (character == CHARACTER_APOSTROPHE && end == at && peek (self, next) == CHARACTER_LETTER && !is_possessive (self, next))
        at = next;
      else
        break;
    }
  if (end == begin) /* signs alone */
    end = at;
  if (n_letters > 1 && n_upper == n_letters)
    flags |= DATELINE_TOKEN_UPPER;
  add_token (self, begin, end, 0, flags);
}

static guint32
add_digit (guint32 number, char digit)
{
  if (number > (G_MAXUINT32 - 9) / 10)
    return G_MAXUINT32;
  return number * 10 + (guint32) (digit - '0');
}

static gboolean
is_ascii_digit_at (const Tokenizer *self, gsize at)
{
  return at < self->length && g_ascii_isdigit (self->text[at]);
}

/* "151", "1,200", "3.5", "12:15", "24th" */
static void
take_number (Tokenizer *self)
{
  gsize   begin = self->at, at = begin;
  guint32 number = 0, minutes = 0;
  guint   flags = DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_PLAIN;
  gsize   digits_end;

  while (is_ascii_digit_at (self, at))
    number = add_digit (number, self->text[at++]);
  digits_end = at;
  while (at < self->length && self->text[at] == ',' &&
         is_ascii_digit_at (self, at + 1) && is_ascii_digit_at (self, at + 2) && is_ascii_digit_at (self, at + 3) &&
         !is_ascii_digit_at (self, at + 4) && at - begin <= 12)
    for (at++; is_ascii_digit_at (self, at); at++)
      number = add_digit (number, self->text[at]);

  if (at < self->length && self->text[at] == ':' && is_ascii_digit_at (self, at + 1) && is_ascii_digit_at (self, at + 2) &&
      !is_ascii_digit_at (self, at + 3) && number < 24 && self->text[at + 1] < '6')
    {
      minutes = (guint32) (self->text[at + 1] - '0') * 10 + (guint32) (self->text[at + 2] - '0');
      number = number * 60 + minutes;
      flags |= DATELINE_TOKEN_CLOCK;
      at += 3;
    }
  else if (at < self->length && self->text[at] == '.' && is_ascii_digit_at (self, at + 1))
    {
      for (at++; is_ascii_digit_at (self, at); at++)
        ;
      flags |= DATELINE_TOKEN_DECIMAL;
    }
  else if (at + 1 < self->length && peek (self, at + 2) != CHARACTER_LETTER &&
           (g_ascii_strncasecmp (self->text + at, "st", 2) == 0 || g_ascii_strncasecmp (self->text + at, "nd", 2) == 0 ||
            g_ascii_strncasecmp (self->text + at, "rd", 2) == 0 || g_ascii_strncasecmp (self->text + at, "th", 2) == 0))
    {
      flags |= DATELINE_TOKEN_ORDINAL;
      at += 2;
      digits_end += 2;
    }
  if (at != digits_end)
    flags &= ~(guint) DATELINE_TOKEN_PLAIN;
  add_token (self, begin, at, number, flags);
}

/* A hyphen between two words or numbers joins them; elsewhere it is a dash. */
static gboolean
joins (const Tokenizer *self, gsize hyphen, gsize next)
{
  Character after = peek (self, next);

  return has_token (self) && self->end_before == hyphen && !(self->next[-1].flags & DATELINE_TOKEN_PUNCT) &&
         (after == CHARACTER_LETTER || after == CHARACTER_DIGIT || after == CHARACTER_APOSTROPHE || after == CHARACTER_SIGN);
}

static void
take_other (Tokenizer *self, Character character, gsize next, gunichar c)
{
  Character after = peek (self, next);

  if (character == CHARACTER_HYPHEN && joins (self, self->at, next))
    {
      self->pending |= DATELINE_TOKEN_HYPHEN;
      self->at = next;
    }
  else if (character == CHARACTER_APOSTROPHE && has_token (self) && self->end_before == self->at && is_possessive (self, next))
    add_token (self, self->at, next + 1, 0, DATELINE_TOKEN_WORD | DATELINE_TOKEN_POSSESSIVE);
  else if (character == CHARACTER_APOSTROPHE && (self->pending & DATELINE_TOKEN_HYPHEN) && after == CHARACTER_LETTER)
    self->at = next; /* "al-‘Alam" */
  else
    add_token (self, self->at, next, c, DATELINE_TOKEN_PUNCT);
}

/**
 * dateline_tokenize:
 * @text: UTF-8; a byte that is none counts as one unknown character
 * @length: bytes of @text, less than 4 GiB
 * @tokens: (element-type DatelineToken): emptied; the tokens, without their
 *   words
 *
 * Splits @text; no byte of a token is changed, none belongs to two.
 */
void
dateline_tokenize (const char *text, gsize length, GArray *tokens)
{
  Tokenizer self = { text, length, 0, tokens, NULL, NULL, DATELINE_TOKEN_PARAGRAPH | DATELINE_TOKEN_LINE, G_MAXSIZE };

  g_array_set_size (tokens, MIN_ROOM);
  self.next = (DatelineToken *) tokens->data;
  self.room_end = self.next + MIN_ROOM;
  while (self.at < length)
    {
      gsize     next;
      gunichar  c;
      Character character;

      if (text[self.at] == ' ')
        {
          self.at++;
          continue;
        }
      character = classify (&self, self.at, &next, &c);
      if (character == CHARACTER_LETTER && c < 0x80 && take_plain_word (&self))
        continue;
      switch (character)
        {
        case CHARACTER_LETTER:
          take_word (&self);
          break;
        case CHARACTER_DIGIT:
          if (c < 0x80)
            take_number (&self);
          else
            take_word (&self);
          break;
        case CHARACTER_SIGN:
          if (peek (&self, next) == CHARACTER_LETTER)
            take_word (&self);
          else
            self.at = next;
          break;
        case CHARACTER_LINE:
          take_line_break (&self);
          self.at = next;
          break;
        case CHARACTER_SPACE:
        case CHARACTER_IGNORABLE:
          self.at = next;
          break;
        case CHARACTER_APOSTROPHE:
        case CHARACTER_HYPHEN:
        case CHARACTER_OTHER:
        default:
          take_other (&self, character, next, c);
          break;
        }
    }
  g_array_set_size (tokens, (guint) (self.next - (DatelineToken *) tokens->data));
}
