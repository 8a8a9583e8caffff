/* dateline-compile-data.c: compiles data/lexicon and data/gazetteer into one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Build time only: dateline-compile-data OUTPUT LEXICON-FOLDER GAZETTEER-FOLDER
 */

#include "config.h"

#include <stdlib.h>

#include "dateline-data-writer.h"
#include "dateline-gazetteer-compiler.h"

static const struct
{
  DatelineLexicon lexicon;
  const char     *file;
} tables[] = {
  { DATELINE_LEXICON_PLACE_CUE, "place-cues.tsv" },
  { DATELINE_LEXICON_NOT_PLACE, "not-places.tsv" },
  { DATELINE_LEXICON_TEMPORAL, "temporal.tsv" },
  { DATELINE_LEXICON_TEMPONYM, "temponyms.tsv" },
  { DATELINE_LEXICON_NUMBER, "numbers.tsv" },
  { DATELINE_LEXICON_ACTOR, "actors.tsv" },
  { DATELINE_LEXICON_TRIGGER, "triggers.tsv" },
  { DATELINE_LEXICON_WEAPON, "weapons.tsv" },
  { DATELINE_LEXICON_TARGET, "targets.tsv" },
  { DATELINE_LEXICON_PERSON, "persons.tsv" },
  { DATELINE_LEXICON_CASUALTY, "casualties.tsv" },
  { DATELINE_LEXICON_REALIS, "realis.tsv" },
  { DATELINE_LEXICON_SPEECH, "speech.tsv" },
  { DATELINE_LEXICON_SOURCE, "sources.tsv" },
  { DATELINE_LEXICON_ABBREVIATION, "abbreviations.tsv" },
  { DATELINE_LEXICON_BOILERPLATE, "boilerplate.tsv" },
};

static gboolean
compile (const char *output, const char *lexicon_folder, const char *gazetteer_folder, GError **error)
{
  g_autoptr (DatelineDataWriter) writer = dateline_data_writer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (lexicon_folder, tables[i].file, NULL);

      if (!dateline_data_writer_add_table (writer, tables[i].lexicon, path, error))
        return FALSE;
    }
  return dateline_gazetteer_compile (writer, gazetteer_folder, error) &&
         dateline_data_writer_save (writer, output, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: %s OUTPUT LEXICON-FOLDER GAZETTEER-FOLDER\n", argv[0]);
      return 2;
    }
  if (!compile (argv[1], argv[2], argv[3], &error))
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
