/* dump-toponyms.c: prints the toponyms of texts, to read and to measure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: dump-toponyms ENGINE-DATA < TEXTS
 *
 * TEXTS are parted by NUL. One line a toponym: number of the text, bytes,
 * name, flags, place, latitude, longitude, precision, radius, confidence,
 * container, candidates.
 */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "dateline-document.h"
#include "dateline-gazetteer.h"
#include "dateline-toponym.h"

static const char *const flag_names[] = {
  "locative", "near", "origin", "direction", "qualifier", "container", "metonym", "modifier", "person",
  "demonym", "dateline", "derived", "unknown", "part", "landmark", "fuzzy"
};

static void
print_flags (guint flags)
{
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (flags & (1u << i))
      {
        printf ("%s%s", first ? "" : "+", flag_names[i]);
        first = FALSE;
      }
}

static void
print_toponym (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const DatelineToponym *toponym, guint number)
{
  DatelineSpan     span = dateline_document_get_span (document, toponym->first_token, toponym->end_token);
  g_autofree char *name = g_strdelimit (dateline_document_dup_text (document, span), "\n\t", ' ');
  const char      *place = "-";

  if (toponym->row != G_MAXUINT32)
    place = dateline_gazetteer_get_string (gazetteer, dateline_gazetteer_get_place (gazetteer, toponym->row)->id);
  printf ("%u\t%u\t%u\t%s\t", number, (guint) span.begin, (guint) span.end, name);
  print_flags (toponym->flags);
  printf ("\t%s\t%.4f\t%.4f\t%d\t%.1f\t%.2f\t%d\t", place, toponym->point.lat, toponym->point.lon, toponym->precision,
          toponym->radius_km, toponym->confidence, toponym->container);
  for (guint i = 0; i < toponym->n_candidates; i++)
    {
      const DatelineToponymCandidate *candidate = &toponym->candidates[i];
      const DatelineGazetteerPlace   *p = dateline_gazetteer_get_place (gazetteer, candidate->row);

      printf ("%s%s:%.4f:%.4f:%.2f", i == 0 ? "" : " ", dateline_gazetteer_get_string (gazetteer, p->id), (double) p->lat, (double) p->lon, candidate->score);
    }
  printf ("\n");
}

static GString *
read_all (FILE *stream)
{
  GString *text = g_string_new (NULL);
  char     buffer[65536];
  gsize    n;

  while ((n = fread (buffer, 1, sizeof buffer, stream)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  return text;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (DatelineData)      data = NULL;
  g_autoptr (DatelineGazetteer) gazetteer = NULL;
  g_autoptr (GString)           input = NULL;
  guint                         number = 0;

  if (argc != 2)
    {
      g_printerr ("usage: %s ENGINE-DATA < TEXTS\n", argv[0]);
      return 2;
    }
  data = dateline_data_open (argv[1], &error);
  if (data != NULL)
    gazetteer = dateline_gazetteer_new (data, &error);
  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }

  input = read_all (stdin);
  for (gsize at = 0; at < input->len; number++)
    {
      gsize                        length = strlen (input->str + at);
      g_autoptr (DatelineDocument) document = dateline_document_new (data, input->str + at, length);
      GArray                      *toponyms = dateline_toponym_find (document, gazetteer);

      dateline_toponym_resolve (document, gazetteer, toponyms);
      for (guint i = 0; i < toponyms->len; i++)
        print_toponym (document, gazetteer, &g_array_index (toponyms, DatelineToponym, i), number);
      at += length + 1;
    }
  return 0;
}
