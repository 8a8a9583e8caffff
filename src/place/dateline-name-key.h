/* dateline-name-key.h: the sound of a transliterated name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer keys are cut. */
#define DATELINE_NAME_KEY_SIZE 48

/* Forms of the Arabic article. */
#define DATELINE_NAME_ARTICLES "al|el|ul|il|ad|an|ar|as|ash|at|ath|az|adh|en|es|esh|ez|ed|er|et|ud|ur|uz|us"

/* One spelling of one place, by its sound; sorted by hash, then row. */
typedef struct _DatelineNameKey
{
  guint32 hash; /* of the key's consonants */
  guint32 key;  /* string: the whole key */
  guint32 row;  /* place */
} DatelineNameKey;

gboolean dateline_name_is_article (const char *folded);
gsize    dateline_name_key_append (const char *folded, char key[DATELINE_NAME_KEY_SIZE], gsize length);
guint32  dateline_name_key_hash (const char *key);
gboolean dateline_name_keys_are_near (const char *a, const char *b);

G_END_DECLS
