/* dateline-html-writer.c: incidents as a report that is read in a browser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file without a script and without an address that would be fetched;
 * its policy forbids both, should a hostile text get past the escaping.
 * The elements are those of HTML 4, which every checker knows.
 */

#include "config.h"

#include "dateline-html-writer.h"

#include <string.h>

static void
append_text (GString *out, const char *text, gsize length)
{
  for (const char *p = text, *end = text + length; p < end; p++)
    switch (*p)
      {
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, (guchar) *p < 0x20 && *p != '\n' && *p != '\t' ? ' ' : *p);
      }
}

static void
append_string (GString *out, const char *text)
{
  if (text != NULL)
    append_text (out, text, strlen (text));
}

/* A name may run from right to left: it keeps to its own. */
static void
append_cell (GString *out, const char *text)
{
  g_string_append (out, "<td dir=\"auto\">");
  append_string (out, text);
  g_string_append (out, "</td>");
}

static void
append_days (GString *out, const DatelineWhen *when)
{
  char        day[DATELINE_ISO8601_SIZE];
  DatelineDay first, last;

  if (!dateline_date_interval_is_set (when->interval))
    {
      g_string_append (out, "no date");
      return;
    }
  first = dateline_day_at (when->interval.start, when->offset_minutes);
  last = dateline_day_at (when->interval.end - 1, when->offset_minutes);
  dateline_day_write (day, first);
  g_string_append (out, day);
  if (last > first)
    {
      dateline_day_write (day, last);
      g_string_append_printf (out, " to %s", day);
    }
  if (when->assumed)
    g_string_append (out, " (by the date of the article)");
}

static const char *
describe_precision (DatelineWherePrecision precision)
{
  static const char *const words[] = {
    [DATELINE_WHERE_UNKNOWN] = "not placed",
    [DATELINE_WHERE_EXACT] = "the place itself",
    [DATELINE_WHERE_NEAR] = "near it",
    [DATELINE_WHERE_DISTRICT] = "somewhere in the district",
    [DATELINE_WHERE_PROVINCE] = "somewhere in the governorate",
    [DATELINE_WHERE_REGION] = "somewhere in the area",
    [DATELINE_WHERE_COUNTRY] = "somewhere in the country",
    [DATELINE_WHERE_SEA_OR_AIR] = "at sea or in the air",
  };

  return words[MIN (precision, DATELINE_WHERE_SEA_OR_AIR)];
}

static void
append_place (GString *out, const DatelineIncident *incident)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  const char          *parts[3];

  if (site == NULL)
    {
      g_string_append (out, "no place");
      return;
    }
  parts[0] = site->name;
  parts[1] = g_strcmp0 (site->adm1, site->name) != 0 ? site->adm1 : NULL;
  parts[2] = site->country[0] != '\0' ? site->country : NULL;
  for (guint i = 0, n = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      {
        g_string_append (out, n++ > 0 ? ", " : "");
        append_string (out, parts[i]);
      }
}

static void
append_actors (GString *out, const DatelineIncident *incident, DatelineActorRole role)
{
  guint n = 0;

  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      if (actor->role != role || (actor->name == NULL && actor->id == NULL))
        continue;
      g_string_append (out, n++ > 0 ? "; " : "");
      append_string (out, actor->name != NULL ? actor->name : actor->id);
      if (actor->status != DATELINE_ACTOR_ASSERTED)
        g_string_append_printf (out, " (%s)", dateline_actor_status_get_id (actor->status));
    }
}

static void
append_toll (GString *out, const DatelineToll *toll)
{
  if (toll->best >= 0)
    g_string_append_printf (out, "%d", toll->best);
  if (toll->low >= 0 && toll->high > toll->low)
    g_string_append_printf (out, " (%d–%d)", toll->low, toll->high);
}

static void
append_row (GString *out, guint number, const DatelineIncident *incident)
{
  g_string_append_printf (out, "<tr><td><a href=\"#i%u\">%u</a></td><td>", number, number);
  append_days (out, &incident->when);
  g_string_append (out, "</td>");
  append_cell (out, dateline_incident_type_get_label (incident->type));
  g_string_append (out, "<td dir=\"auto\">");
  append_place (out, incident);
  g_string_append (out, "</td><td dir=\"auto\">");
  append_actors (out, incident, DATELINE_ACTOR_INITIATOR);
  g_string_append (out, "</td><td>");
  append_toll (out, &incident->killed);
  g_string_append (out, "</td><td>");
  append_toll (out, &incident->injured);
  g_string_append (out, "</td>");
  append_cell (out, dateline_grade_get_id (incident->grade));
  append_cell (out, dateline_status_get_id (incident->status));
  g_string_append (out, "</tr>\n");
}

/**
 * dateline_html_writer_begin:
 * @out: to append to
 * @incidents: (element-type DatelineIncident): all of the report
 * @articles: (element-type DatelineArticle): which their provenances count
 *   from 0
 * @picture: (nullable): the address of a map, with the picture in it
 *
 * Appends the head, the map and the table.
 */
void
dateline_html_writer_begin (GString *out, GPtrArray *incidents, GPtrArray *articles, const char *picture)
{
  g_string_append (out,
                   "<!DOCTYPE html>\n<html lang=\"en\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
                   "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"generator\" content=\"Dateline " DATELINE_VERSION "\">"
                   "<title>Incidents</title><style type=\"text/css\">\n"
                   "body{font:15px/1.45 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222;background:#fff}\n"
                   "img{max-width:100%;border:1px solid #ccc}\ntable{border-collapse:collapse;width:100%}\n"
                   "td,th{border-bottom:1px solid #ddd;padding:.3em .5em;text-align:left;vertical-align:top}\nth{background:#f3f3f3}\n"
                   ".i{margin:1.6em 0;border-top:2px solid #ccc}\nblockquote{margin:.5em 0;padding:.2em 1em;border-left:4px solid #bbb}\n"
                   "b.m{background:#ffe9a8;font-weight:bold}\n.s{color:#555;font-size:.9em}\ndt{font-weight:bold}\n"
                   "@media print{body{font-size:10pt;margin:0;max-width:none}thead{display:table-header-group}"
                   ".i,tr,blockquote{page-break-inside:avoid}a{color:#222;text-decoration:none}}\n"
                   "</style></head><body>\n<h1>Incidents</h1>\n");
  g_string_append_printf (out, "<p>%u incident%s from %u article%s, found by Dateline " DATELINE_VERSION "%s.</p>\n",
                          incidents->len, incidents->len == 1 ? "" : "s", articles->len, articles->len == 1 ? "" : "s",
                          incidents->len > 0 ? "; every value rests on the quotations below" : "");
  if (picture != NULL)
    {
      g_string_append (out, "<p><img alt=\"Map of the incidents\" src=\"");
      append_string (out, picture);
      g_string_append (out, "\"></p>\n");
    }
  g_string_append (out, "<table><thead><tr><th>No.</th><th>When</th><th>What</th><th>Where</th><th>By</th><th>Killed</th><th>Injured</th><th>Grade</th><th>Review</th></tr></thead><tbody>\n");
  for (guint i = 0; i < incidents->len; i++)
    append_row (out, i + 1, g_ptr_array_index (incidents, i));
  g_string_append (out, "</tbody></table>\n<h2>What they rest on</h2>\n");
}

typedef struct
{
  gint64       article;
  DatelineSpan within;
  GArray      *marks; /* DatelineSpan */
} Marking;

/* The words of the values; what is as long as the quotation is no mark. */
static void
add_mark (DatelineProvenance *provenance, gpointer user_data)
{
  Marking     *marking = user_data;
  DatelineSpan span = provenance->span;

  if (provenance->article == marking->article && !dateline_span_is_empty (span) &&
      span.begin >= marking->within.begin && span.end <= marking->within.end &&
      span.end - span.begin < marking->within.end - marking->within.begin)
    g_array_append_val (marking->marks, span);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const DatelineSpan *x = a, *y = b;

  return x->begin != y->begin ? (x->begin < y->begin ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

static void
append_quotation (GString *out, DatelineIncident *incident, DatelineProvenance provenance, const DatelineArticle *article)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DatelineSpan));
  guint32            begin = MIN (provenance.span.begin, (guint32) article->length);
  guint32            end = CLAMP (provenance.span.end, begin, (guint32) article->length);
  Marking            marking = { provenance.article, { begin, end }, marks };

  dateline_incident_foreach_provenance (incident, add_mark, &marking);
  g_array_sort (marks, compare_spans);
  g_string_append (out, "<blockquote dir=\"auto\"><p>");
  for (guint i = 0; i < marks->len; i++)
    {
      DatelineSpan mark = g_array_index (marks, DatelineSpan, i);

      if (mark.begin < begin)
        continue;
      append_text (out, article->text + begin, mark.begin - begin);
      g_string_append (out, "<b class=\"m\">");
      append_text (out, article->text + mark.begin, mark.end - mark.begin);
      g_string_append (out, "</b>");
      begin = mark.end;
    }
  append_text (out, article->text + begin, end - begin);
  g_string_append (out, "</p>");
}

/* Only what a browser opens as a page is a link. */
static void
append_source (GString *out, const DatelineArticle *article)
{
  const char *parts[] = { article->publisher, article->title, article->published, article->copy_of != NULL ? "a copy" : NULL };
  gboolean    is_link = article->url != NULL && (g_str_has_prefix (article->url, "https://") || g_str_has_prefix (article->url, "http://"));
  guint       n = 0;

  g_string_append (out, "<p class=\"s\" dir=\"auto\">");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      {
        g_string_append (out, n++ > 0 ? " · " : "");
        append_string (out, parts[i]);
      }
  if (n == 0)
    append_string (out, article->id);
  if (is_link)
    {
      g_string_append (out, " · <a rel=\"noreferrer\" href=\"");
      append_string (out, article->url);
      g_string_append (out, "\">");
      append_string (out, article->url);
      g_string_append (out, "</a>");
    }
  g_string_append (out, "</p>");
}

static void
append_evidence (GString *out, DatelineIncident *incident, GPtrArray *articles)
{
  for (guint i = 0; i < incident->evidence->len; i++)
    {
      DatelineProvenance     provenance = g_array_index (incident->evidence, DatelineProvenance, i);
      guint                  index = provenance.article >= 0 && provenance.article < articles->len ? (guint) provenance.article : 0;
      const DatelineArticle *article = g_ptr_array_index (articles, index);

      if (dateline_span_is_empty (provenance.span))
        g_string_append (out, "<blockquote>");
      else
        append_quotation (out, incident, provenance, article);
      append_source (out, article);
      g_string_append (out, "</blockquote>\n");
    }
}

static void
append_term (GString *out, const char *term, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "<dt>%s</dt><dd dir=\"auto\">", term);
  g_string_append (out, value);
  g_string_append (out, "</dd>\n");
}

static void
append_things (GString *out, const GArray *things)
{
  for (guint i = 0; i < things->len; i++)
    {
      const DatelineThing *thing = &g_array_index (things, DatelineThing, i);

      g_string_append (out, i > 0 ? "; " : "");
      append_string (out, thing->name != NULL ? thing->name : thing->id);
    }
}

static void
append_sources (GString *out, const GArray *sources)
{
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const DatelineSource *source = &g_array_index (sources, DatelineSource, i);

      if (source->name == NULL && source->kind == NULL)
        continue;
      g_string_append (out, n++ > 0 ? "; " : "");
      append_string (out, source->name != NULL ? source->name : source->kind);
    }
}

/* What the table has no room for. */
static void
append_details (GString *out, const DatelineIncident *incident)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  g_autoptr (GString)  text = g_string_new (NULL);

#define TERM(term, append)              \
  G_STMT_START                          \
  {                                     \
    g_string_truncate (text, 0);        \
    append;                             \
    append_term (out, term, text->str); \
  }                                     \
  G_STMT_END
  g_string_append (out, "<dl>\n");
  if (site != NULL)
    TERM ("How exactly", append_string (text, describe_precision (site->precision)));
  TERM ("Against", append_actors (text, incident, DATELINE_ACTOR_TARGET));
  TERM ("Between", append_actors (text, incident, DATELINE_ACTOR_PARTICIPANT));
  TERM ("Hit", append_things (text, incident->targets));
  TERM ("With", append_things (text, incident->weapons));
  TERM ("According to", append_sources (text, incident->sources));
  TERM ("Note", append_string (text, incident->note));
#undef TERM
  g_string_append (out, "</dl>\n");
}

/**
 * dateline_html_writer_write_incidents:
 * @out: to append to
 * @incidents: (element-type DatelineIncident): the next of the report
 * @articles: (element-type DatelineArticle): which their provenances count
 *   from 0
 * @first: how many came before
 *
 * Appends what each rests on.
 */
void
dateline_html_writer_write_incidents (GString *out, GPtrArray *incidents, GPtrArray *articles, guint first)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      DatelineIncident *incident = g_ptr_array_index (incidents, i);

      g_string_append_printf (out, "<div class=\"i\" id=\"i%u\"><h3 dir=\"auto\">%u. ", first + i + 1, first + i + 1);
      append_string (out, dateline_incident_type_get_label (incident->type));
      g_string_append (out, " · ");
      append_place (out, incident);
      g_string_append (out, " · ");
      append_days (out, &incident->when);
      g_string_append (out, "</h3>\n");
      append_details (out, incident);
      append_evidence (out, incident, articles);
      g_string_append (out, "</div>\n");
    }
}

/**
 * dateline_html_writer_get_end:
 *
 * Returns: what stands behind the last incident
 */
const char *
dateline_html_writer_get_end (void)
{
  return "<h2>Data and licences</h2>\n"
         "<p class=\"s\">Quotations belong to those who wrote them. Map: made with Natural Earth (public domain); coastline and lakes: GSHHG 2.3.7, "
         "P. Wessel and W. H. F. Smith, LGPL v3 or later. Place names © GeoNames (geonames.org), CC BY 4.0, modified. Contains data © OpenStreetMap contributors, "
         "available under the Open Database License 1.0, openstreetmap.org/copyright. Airport data from OurAirports (public domain).</p>\n"
         "<p class=\"s\">Codes of precision follow UCDP GED’s where_prec. What is marked in a quotation is what a value was read from.</p>\n"
         "</body></html>\n";
}
