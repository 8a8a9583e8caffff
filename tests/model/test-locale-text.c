/* test-locale-text.c: digits and directions of the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-locale-text.h"

static void
test_digits (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *expected;
  } cases[] = {
    { "C", "38 of 40", "38 of 40" },
    { "de_DE.UTF-8", "38", "38" },
    { "ar_IQ.UTF-8", "38 من 40", "٣٨ من ٤٠" },
    { "ar_SY", "2014", "٢٠١٤" },
    { "ar_YE.UTF-8", "12:30", "١٢:٣٠" },
    /* The west of the Arab world writes European digits. */
    { "ar_MA.UTF-8", "2014", "2014" },
    { "fa_IR.UTF-8", "2014", "۲۰۱۴" },
    /* What an article says keeps its digits. */
    { "ar_IQ.UTF-8", "3 · ⁨Tower 22⁩ · 4", "٣ · ⁨Tower 22⁩ · ٤" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dateline_localize_digits (g_strdup (cases[i].text), cases[i].locale);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_typed (void)
{
  g_autofree char *arabic = dateline_digits_to_ascii ("٢٤ كانون الثاني ٢٠٢٤");
  g_autofree char *persian = dateline_digits_to_ascii ("۲۰۲۴-۰۱-۲۴");

  g_assert_cmpstr (arabic, ==, "24 كانون الثاني 2024");
  g_assert_cmpstr (persian, ==, "2024-01-24");
}

/* In English, here. */
static void
test_isolates (void)
{
  g_autofree char *latin = dateline_isolate ("Tower 22");
  g_autofree char *arabic = dateline_isolate ("الموصل");

  g_assert_cmpstr (latin, ==, "Tower 22");
  g_assert_cmpstr (arabic, ==, "⁨الموصل⁩");
  g_assert_true (dateline_text_is_right_to_left ("«الموصل», Mosul"));
  g_assert_false (dateline_text_is_right_to_left ("12 Mosul الموصل"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/locale-text/digits", test_digits);
  g_test_add_func ("/model/locale-text/typed", test_typed);
  g_test_add_func ("/model/locale-text/isolates", test_isolates);

  return g_test_run ();
}
