/* test-scratch.c: memory for the work on one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-scratch.h"

#include <string.h>

/* Pieces of all sizes keep what is written to them, and do not overlap. */
static void
test_pieces (void)
{
  g_autoptr (DatelineScratch) scratch = dateline_scratch_new ();

  for (guint round = 0; round < 3; round++)
    {
      char *pieces[400];

      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        {
          pieces[i] = dateline_scratch_alloc (scratch, i * i);
          g_assert_cmpuint ((guintptr) pieces[i] % 16, ==, 0);
          memset (pieces[i], (int) (i & 0x7f), i * i);
        }
      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        for (guint j = 0; j < i * i; j++)
          g_assert_cmpint (pieces[i][j], ==, (int) (i & 0x7f));
      dateline_scratch_reset (scratch);
    }
}

static void
test_zeroed (void)
{
  g_autoptr (DatelineScratch) scratch = dateline_scratch_new ();

  memset (dateline_scratch_alloc (scratch, 100), 0xff, 100);
  dateline_scratch_reset (scratch);
  for (const char *p = dateline_scratch_alloc0 (scratch, 100), *end = p + 100; p < end; p++)
    g_assert_cmpint (*p, ==, 0);
  g_assert_cmpstr (dateline_scratch_strndup (scratch, "Mosul, Iraq", 5), ==, "Mosul");
}

/* An array comes back empty, and is no one else's until then. */
static void
test_arrays (void)
{
  g_autoptr (DatelineScratch) scratch = dateline_scratch_new ();
  GArray                     *first, *second;
  guint32                     value = 7;

  for (guint round = 0; round < 3; round++)
    {
      first = dateline_scratch_take_array (scratch, sizeof value);
      second = dateline_scratch_take_array (scratch, sizeof value);
      g_assert_true (first != second);
      g_assert_cmpuint (first->len, ==, 0);
      g_assert_cmpuint (second->len, ==, 0);
      for (guint i = 0; i < 100000; i++)
        g_array_append_val (first, value);
      g_array_append_val (second, value);
      dateline_scratch_put_array (scratch, second);
      g_assert_true (dateline_scratch_take_array (scratch, sizeof value) == second);
      g_assert_cmpuint (second->len, ==, 0);
      g_assert_cmpuint (dateline_scratch_take_array (scratch, sizeof (guint64))->len, ==, 0);
      dateline_scratch_reset (scratch);
    }
}

static void
test_pointers (void)
{
  g_autoptr (DatelineScratch) scratch = dateline_scratch_new ();

  for (guint round = 0; round < 3; round++)
    {
      GPtrArray *first = dateline_scratch_take_pointers (scratch);
      GPtrArray *second = dateline_scratch_take_pointers (scratch);

      g_assert_true (first != second);
      g_assert_cmpuint (first->len, ==, 0);
      for (guint i = 0; i < 20000; i++)
        g_ptr_array_add (first, scratch);
      g_assert_cmpuint (second->len, ==, 0);
      dateline_scratch_reset (scratch);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/scratch/pieces", test_pieces);
  g_test_add_func ("/core/scratch/zeroed", test_zeroed);
  g_test_add_func ("/core/scratch/arrays", test_arrays);
  g_test_add_func ("/core/scratch/pointers", test_pointers);
  return g_test_run ();
}
