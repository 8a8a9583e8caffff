/* dateline-span.h: a half-open range of UTF-8 bytes in an article's text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* [begin, end) in bytes of the article's text as read; both lie on
 * character boundaries. begin == end means "no words". */
typedef struct
{
  guint32 begin;
  guint32 end;
} DatelineSpan;

/* Where a value comes from: the words of one article. @article is 0 in
 * the extraction of a single article and the store's row id elsewhere. */
typedef struct
{
  gint64       article;
  DatelineSpan span;
} DatelineProvenance;

static inline gboolean
dateline_span_is_empty (DatelineSpan span)
{
  return span.end <= span.begin;
}

static inline gboolean
dateline_span_contains (DatelineSpan outer, DatelineSpan inner)
{
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

static inline gboolean
dateline_span_overlaps (DatelineSpan a, DatelineSpan b)
{
  return a.begin < b.end && b.begin < a.end;
}

static inline DatelineSpan
dateline_span_union (DatelineSpan a, DatelineSpan b)
{
  if (dateline_span_is_empty (a))
    return b;
  if (dateline_span_is_empty (b))
    return a;
  return (DatelineSpan){ MIN (a.begin, b.begin), MAX (a.end, b.end) };
}

G_END_DECLS
