/* bench-open.c: how long it takes to open the mapped data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-open ENGINE.DAT
 * Maps and checks it again and again; the file is in the page cache, the
 * pages are mapped anew each time. At most 5 ms are asked for.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dateline-engine.h"

#define N_TIMES 50

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

int
main (int argc, char *argv[])
{
  double times[N_TIMES], first;

  if (argc != 2)
    {
      fputs ("Usage: bench-open ENGINE.DAT\n", stderr);
      return 2;
    }
  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (GError)         error = NULL;
      double                     start = get_cpu_ms ();
      g_autoptr (DatelineEngine) engine = dateline_engine_open (argv[1], &error);

      times[i] = get_cpu_ms () - start;
      if (engine == NULL)
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
    }
  first = times[0];
  qsort (times, N_TIMES, sizeof *times, compare);
  printf ("opening the data: first %.2f ms, median %.2f ms, fastest %.2f ms of CPU\n", first, times[N_TIMES / 2], times[0]);
  return 0;
}
