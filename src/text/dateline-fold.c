/* dateline-fold.c: the form in which words are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* One Arabic letter for those that writers interchange: alef with and
 * without hamza, alef maqsura and ya, ta marbuta and ha. */
static UChar32
fold_arabic (UChar32 c)
{
  switch (c)
    {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0649:
    case 0x06cc:
      return 0x064a;
    case 0x0629:
      return 0x0647;
    case 0x06a9:
      return 0x0643;
    default:
      return c;
    }
}

/* Signs that transliterations put or leave out: apostrophes, ayn, hamza. */
static gboolean
is_dropped (UChar32 c)
{
  return (c >= 0x02b9 && c <= 0x02cf) || c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0x2032 ||
         c == '\'' || c == '`' || c == '.' || c == 0x0640 || c == 0x0621 || c == 0x00b4 ||
         u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_charType (c) == U_NON_SPACING_MARK;
}

static gsize
fold_unicode (const char *word, gsize length, char folded[DATELINE_FOLD_SIZE])
{
  UChar               utf16[DATELINE_FOLD_SIZE * 2], decomposed[DATELINE_FOLD_SIZE * 6];
  int32_t             n_utf16 = 0, n_decomposed, n_read = 0, out = 0;
  UErrorCode          status = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance (&status);

  /* 64 bytes of folded text never need more than that of the word. */
  u_strFromUTF8WithSub (utf16, G_N_ELEMENTS (utf16), &n_utf16, word, (int32_t) MIN (length, G_N_ELEMENTS (utf16) - 1), 0xfffd, NULL, &status);
  n_decomposed = unorm2_normalize (nfkd, utf16, n_utf16, decomposed, G_N_ELEMENTS (decomposed), &status);
  if (U_FAILURE (status))
    return 0;

  while (n_read < n_decomposed)
    {
      UChar32  c;
      gboolean full = FALSE;

      U16_NEXT (decomposed, n_read, n_decomposed, c);
      if (is_dropped (c))
        continue;
      c = fold_arabic (u_foldCase (c, U_FOLD_CASE_DEFAULT));
      if (c == 0x0131) /* Turkish dotless i, as the press writes it */
        c = 'i';
      /* U8_APPEND() checks the room for all but ASCII. */
      if (out == DATELINE_FOLD_SIZE - 1)
        break;
      U8_APPEND ((uint8_t *) folded, out, DATELINE_FOLD_SIZE - 1, c, full);
      if (full)
        break;
    }
  folded[out] = '\0';
  return (gsize) out;
}

/**
 * dateline_fold:
 * @word: UTF-8, need not be valid
 * @length: its bytes
 * @folded: (out): the folded word, nul-terminated, cut to fit
 *
 * Lower case, without marks, apostrophes, ayn, hamza and points; letter
 * variants that Arabic writers interchange are one.
 *
 * Returns: bytes of @folded
 */
gsize
dateline_fold (const char *word, gsize length, char folded[DATELINE_FOLD_SIZE])
{
  gsize out = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) word[i];

      if (c >= 0x80)
        return fold_unicode (word, length, folded);
      if (c == '\'' || c == '`' || c == '.')
        continue;
      if (out == DATELINE_FOLD_SIZE - 1)
        break;
      folded[out++] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
  folded[out] = '\0';
  return out;
}

/* Signs within a word that folding drops: they part no words. */
static gboolean
joins (gunichar c)
{
  return c == '\'' || c == '`' || (c != '.' && c >= 0x80 && is_dropped ((UChar32) c));
}

/**
 * dateline_fold_text:
 * @text: valid UTF-8
 *
 * Folds every word of @text, and parts them by single spaces: what is
 * indexed, and what is looked for.
 *
 * Returns: (transfer full): the folded words
 */
char *
dateline_fold_text (const char *text)
{
  GString    *out = g_string_sized_new (strlen (text));
  const char *begin = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = c != 0 && (c < 0x80 ? g_ascii_isalnum ((char) c) || joins (c) : g_unichar_isalnum (c) || joins (c));

      if (inside && begin == NULL)
        begin = p;
      if (!inside && begin != NULL)
        {
          char  folded[DATELINE_FOLD_SIZE];
          gsize length = dateline_fold (begin, (gsize) (p - begin), folded);

          if (length > 0 && out->len > 0)
            g_string_append_c (out, ' ');
          g_string_append_len (out, folded, (gssize) length);
          begin = NULL;
        }
      if (c == 0)
        break;
    }
  return g_string_free (out, FALSE);
}
