/* dateline-mail-article.c: one mail message to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The subject is the headline, the sender the publisher. Of the
 * alternatives of one message the plain text is read, the page when there
 * is none; attachments are not.
 */

#include "config.h"

#include "dateline-mail-article.h"

#include <gmime/gmime.h>
#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-html-article.h"
#include "dateline-published.h"
#include "dateline-text-decode.h"

/* Parts within parts; real mail has three or four. */
#define MAX_DEPTH 16

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

typedef struct
{
  GMimeTextPart *plain;
  GMimeTextPart *html;
} Body;

static GMimeMessage *
parse (const char *bytes, gsize length)
{
  static gsize            initialised = 0;
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;

  if (g_once_init_enter (&initialised))
    {
      g_mime_init ();
      g_once_init_leave (&initialised, 1);
    }

  stream = g_mime_stream_mem_new_with_buffer (bytes, length);
  parser = g_mime_parser_new_with_stream (stream);
  return g_mime_parser_construct_message (parser, NULL);
}

static gboolean
is_attached (GMimeObject *part)
{
  GMimeContentDisposition *disposition = g_mime_object_get_content_disposition (part);

  return disposition != NULL && g_mime_content_disposition_is_attachment (disposition);
}

/* The first plain text and the first page that are no attachments. */
static void
find_body (GMimeObject *part, guint depth, Body *body)
{
  if (part == NULL || depth > MAX_DEPTH || is_attached (part))
    return;

  if (GMIME_IS_MULTIPART (part))
    {
      for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (part)); i++)
        find_body (g_mime_multipart_get_part (GMIME_MULTIPART (part), i), depth + 1, body);
    }
  else if (GMIME_IS_MESSAGE_PART (part))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (part));

      if (message != NULL)
        find_body (g_mime_message_get_mime_part (message), depth + 1, body);
    }
  else if (GMIME_IS_TEXT_PART (part))
    {
      GMimeContentType *type = g_mime_object_get_content_type (part);

      if (g_mime_content_type_is_type (type, "text", "html") && body->html == NULL)
        body->html = GMIME_TEXT_PART (part);
      else if (g_mime_content_type_is_type (type, "text", "plain") && body->plain == NULL)
        body->plain = GMIME_TEXT_PART (part);
    }
}

/* The part's text in UTF-8: mail that lies about its encoding is common,
 * and what cannot be read of it is marked as such. */
static char *
get_text (GMimeTextPart *part)
{
  g_autofree char *text = part != NULL ? g_mime_text_part_get_text (part) : NULL;
  char            *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid != NULL && dateline_text_is_blank (valid, strlen (valid)))
    g_clear_pointer (&valid, g_free);
  return valid;
}

/* "Example Wire <desk@example.org>": the name, else the address. */
static char *
get_sender (GMimeMessage *message)
{
  InternetAddressList *senders = g_mime_message_get_from (message);
  InternetAddress     *sender = senders != NULL ? internet_address_list_get_address (senders, 0) : NULL;
  const char          *name = sender != NULL ? internet_address_get_name (sender) : NULL;

  if (name != NULL && *name != '\0')
    return g_utf8_make_valid (name, -1);
  if (sender == NULL || !INTERNET_ADDRESS_IS_MAILBOX (sender))
    return NULL;
  name = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (sender));
  return name != NULL && *name != '\0' ? g_utf8_make_valid (name, -1) : NULL;
}

/* The subject before the text, as a headline stands before an article. */
static DatelineArticle *
build_plain (const char *name, const char *subject, const char *body, GError **error)
{
  g_autofree char *text = subject != NULL ? g_strconcat (subject, "\n\n", body, NULL) : g_strdup (body);
  gsize            length = strlen (text);

  if (length > DATELINE_ARTICLE_MAX_BYTES)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                   "%s: the text is larger than 4 MiB, the most that one article may have; split it", name);
      return NULL;
    }
  return dateline_article_new (NULL, g_steal_pointer (&text), length);
}

static DatelineArticle *
build_article (const char *name, const char *subject, const Body *body, GError **error)
{
  g_autofree char *plain = get_text (body->plain);
  g_autofree char *html = plain == NULL ? get_text (body->html) : NULL;

  if (plain != NULL)
    return build_plain (name, subject, plain, error);
  if (html != NULL)
    return dateline_html_article_read (name, html, strlen (html), error);

  g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_EMPTY,
               "%s: the message has no text of its own; save what is attached, and give that", name);
  return NULL;
}

static void
set_metadata (DatelineArticle *article, GMimeMessage *message, const char *subject, const char *fallback_id)
{
  const char *id = g_mime_message_get_message_id (message);
  GDateTime  *date = g_mime_message_get_date (message);

  article->id = id != NULL && *id != '\0' ? g_utf8_make_valid (id, -1) : g_strdup (fallback_id);
  if (subject != NULL)
    {
      g_free (article->title);
      article->title = g_strdup (subject);
    }
  g_free (article->publisher);
  article->publisher = get_sender (message);
  if (date != NULL)
    {
      g_autofree char *published = g_date_time_format_iso8601 (date);

      dateline_article_set_published (article, published);
    }
}

/**
 * dateline_mail_article_read:
 * @name: the input, for messages
 * @bytes: a message as it is sent (RFC 5322 and MIME)
 * @length: its bytes
 * @fallback_id: the article's id when the message has none
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_FORMAT when it is no message,
 *   %DATELINE_EXCHANGE_ERROR_EMPTY, %DATELINE_EXCHANGE_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full) (nullable): the article
 */
DatelineArticle *
dateline_mail_article_read (const char *name, const char *bytes, gsize length, const char *fallback_id, GError **error)
{
  g_autoptr (GMimeMessage) message = parse (bytes, length);
  g_autofree char         *subject = NULL;
  DatelineArticle         *article;
  Body                     body = { NULL };

  if (message == NULL)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_FORMAT,
                   "%s: this is no mail message; save the message with its headers", name);
      return NULL;
    }

  if (g_mime_message_get_subject (message) != NULL)
    subject = g_strstrip (g_utf8_make_valid (g_mime_message_get_subject (message), -1));
  if (subject != NULL && *subject == '\0')
    g_clear_pointer (&subject, g_free);
  find_body (g_mime_message_get_mime_part (message), 0, &body);
  article = build_article (name, subject, &body, error);
  if (article != NULL)
    set_metadata (article, message, subject, fallback_id);
  return article;
}

static gboolean
is_from_line (const char *line, gsize length)
{
  return length > 5 && memcmp (line, "From ", 5) == 0;
}

/* ">From" at a line's beginning was "From" when it was sent. */
static gboolean
is_quoted_from (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] == '>')
    n++;
  return n > 0 && is_from_line (line + n, length - n);
}

/* Whether the next message begins here, or nothing more can be read. */
static gboolean
is_at_next (DatelineInput *input, gboolean may_be, GError **error)
{
  const char *head;
  gsize       length;

  return may_be && (!dateline_input_peek (input, 6, &head, &length, error) || is_from_line (head, length));
}

static void
append_line (GString *message, const char *line, gsize length)
{
  gsize skip = is_quoted_from (line, length) ? 1 : 0;

  if (message->len + length >= DATELINE_MAIL_MAX_BYTES)
    {
      g_string_set_size (message, DATELINE_MAIL_MAX_BYTES);
      return;
    }
  g_string_append_len (message, line + skip, (gssize) (length - skip));
  g_string_append_c (message, '\n');
}

/**
 * dateline_mailbox_read:
 * @input: a mailbox (RFC 4155, "mboxrd"), before a message
 * @error: return location for a #GError
 *
 * Reads one message. A line that begins with "From " and follows an empty
 * one parts two.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_READ; %DATELINE_EXCHANGE_ERROR_TOO_LARGE
 *   for a message or a line of it, and the next call goes on after it.
 *
 * Returns: (transfer full) (nullable): the message; %NULL without @error
 *   at the end
 */
GString *
dateline_mailbox_read (DatelineInput *input, GError **error)
{
  g_autoptr (GString) message = NULL;
  g_autoptr (GError)  local_error = NULL;
  gboolean            after_blank = TRUE;
  const char         *line;
  gsize               length;

  while (!is_at_next (input, message != NULL && after_blank, &local_error))
    {
      if (!dateline_input_read_line (input, &line, &length, &local_error))
        {
          if (!g_error_matches (local_error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE))
            break;
          /* The rest of the message goes with the line. */
          line = "";
          length = 0;
          if (message == NULL)
            message = g_string_new (NULL);
          g_string_set_size (message, DATELINE_MAIL_MAX_BYTES);
          g_clear_error (&local_error);
        }
      length -= length > 0 && line[length - 1] == '\r';
      after_blank = length == 0;
      if (message == NULL && after_blank)
        continue;
      if (message == NULL)
        {
          message = g_string_new (NULL);
          if (is_from_line (line, length))
            continue;
        }
      append_line (message, line, length);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (message != NULL && message->len >= DATELINE_MAIL_MAX_BYTES)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                   "%s: the message that ends in line %" G_GUINT64_FORMAT " is larger than %u MiB; save its text alone",
                   dateline_input_get_name (input), dateline_input_get_line (input), DATELINE_MAIL_MAX_BYTES >> 20);
      return NULL;
    }
  return g_steal_pointer (&message);
}
