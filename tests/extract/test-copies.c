/* test-copies.c: wire reports printed by others are known as copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-copies.h"

#define WIRE                                                                                                               \
  "MOSUL, Iraq - A car bomb exploded outside a police station in the east of the city on Tuesday morning, killing "        \
  "at least nine people and wounding twenty others, a hospital official said. The blast tore the front off three shops "   \
  "and set several vehicles on fire, residents told the agency by telephone. No group has said that it carried out the "   \
  "attack, but fighters who hold villages to the south have struck the same road twice this month. The interior ministry " \
  "said that it had sent more officers to the district, and that schools there would stay closed until Sunday."

#define HALF                                                                                                               \
  "A car bomb exploded outside a police station in the east of the city on Tuesday morning, killing at least nine "        \
  "people and wounding twenty others, a hospital official said. The blast tore the front off three shops and set several " \
  "vehicles on fire, residents told the agency by telephone."

#define EDITED                                                                                                                  \
  "Our correspondent in Baghdad - MOSUL, IRAQ \xe2\x80\x93 A car bomb exploded outside a police station in the east of the "    \
  "city on Tuesday morning, killing at least nine people and wounding twenty others, a hospital official said. The blast tore " \
  "the front off three shops, and set several cars ablaze, residents told the agency by telephone. No group has said that it "  \
  "carried out the attack. The interior ministry said that it had sent more officers to the district, and that schools there "  \
  "would stay closed until Sunday. Share this story with your friends."

#define OTHER                                                                                                                  \
  "Nine people died and some twenty were hurt when a vehicle packed with explosives went off in front of a Mosul police "      \
  "post early on Tuesday, according to doctors. Witnesses described burning cars and shop windows blown into the street. "     \
  "Nobody claimed responsibility at first. Officials in the capital promised reinforcements for the eastern districts, where " \
  "classes have been called off for the rest of the week, and blamed militants active on the southern outskirts."

#define QUOTING                                                                                                                 \
  "The governor visited the wounded on Wednesday. \"A car bomb exploded outside a police station\", he said, \"and we will "    \
  "rebuild every shop.\" He promised money for families and met the head of the tribal council, who asked for new checkpoints " \
  "on the road to the south and for an end to arrests at night. Traders have gone back to work in the covered market since."

static const struct
{
  const char *path;
  const char *first;
  const char *second;
  gboolean    is_copy;
} cases[] = {
  { "same", WIRE, WIRE, TRUE },
  { "cut", WIRE, HALF, TRUE },
  { "longer", HALF, WIRE, TRUE },
  { "edited", WIRE, EDITED, TRUE },
  { "own-words", WIRE, OTHER, FALSE },
  { "quotation", WIRE, QUOTING, FALSE },
  { "too-short", "A car bomb exploded in Mosul on Tuesday.", "A car bomb exploded in Mosul on Tuesday.", FALSE },
  { "empty", "", "", FALSE },
};

static void
test_case (gconstpointer data)
{
  guint                      i = GPOINTER_TO_UINT (data);
  g_autoptr (DatelineCopies) copies = dateline_copies_new ();
  g_autoptr (GBytes)         first = dateline_copies_sketch (cases[i].first, strlen (cases[i].first));
  g_autoptr (GBytes)         second = dateline_copies_sketch (cases[i].second, strlen (cases[i].second));

  g_assert_cmpint (dateline_copies_find (copies, first, 7), ==, 7);
  dateline_copies_add (copies, 7, 7, first);
  g_assert_cmpint (dateline_copies_find (copies, second, 8), ==, cases[i].is_copy ? 7 : 8);
}

/* A copy is not looked for: what is like it alone is like its original. */
static void
test_originals (void)
{
  g_autoptr (DatelineCopies) copies = dateline_copies_new ();
  g_autoptr (GBytes)         sketch = dateline_copies_sketch (WIRE, strlen (WIRE));

  dateline_copies_add (copies, 1, 1, sketch);
  dateline_copies_add (copies, 2, 1, sketch);
  g_assert_cmpint (dateline_copies_find (copies, sketch, 3), ==, 1);
  g_assert_cmpint (dateline_copies_get_original (copies, 2), ==, 1);
  g_assert_cmpint (dateline_copies_get_original (copies, 1), ==, 1);
  g_assert_cmpint (dateline_copies_get_original (copies, 9), ==, 9);
  g_assert_cmpint (dateline_copies_get_original (NULL, 2), ==, 2);
}

/* A sketch is bounded, and that of a long text still finds its copy among
 * many others. */
static void
test_long (void)
{
  g_autoptr (DatelineCopies) copies = dateline_copies_new ();
  g_autoptr (GRand)          random = g_rand_new_with_seed (5);
  g_autoptr (GString)        kept = g_string_new (NULL);
  g_autoptr (GBytes)         copy = NULL;

  for (guint article = 1; article <= 200; article++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes)  sketch = NULL;

      for (guint i = 0; i < 3000; i++)
        g_string_append_printf (text, "w%d ", g_rand_int_range (random, 0, 5000));
      sketch = dateline_copies_sketch (text->str, text->len);
      g_assert_cmpuint (g_bytes_get_size (sketch), <=, 512);
      g_assert_cmpint (dateline_copies_find (copies, sketch, article), ==, article);
      dateline_copies_add (copies, article, article, sketch);
      if (article == 77)
        g_string_append_len (kept, text->str, (gssize) text->len * 2 / 3);
    }
  copy = dateline_copies_sketch (kept->str, kept->len);
  g_assert_cmpint (dateline_copies_find (copies, copy, 1000), ==, 77);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/copies/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/extract/copies/originals", test_originals);
  g_test_add_func ("/extract/copies/long", test_long);

  return g_test_run ();
}
