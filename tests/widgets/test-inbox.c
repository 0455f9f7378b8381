/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the inbox is made of, one by one: what a message says of itself, and where people write.
 * Needs a display: run under Xvfb. */
#include "fake-daemon.h"

#include <string.h>

#include "inbox/body.h"
#include "inbox/canned-box.h"
#include "inbox/composer.h"
#include "inbox/message-row.h"
#include "inbox/picture-viewer.h"
#include "inbox/template-box.h"

#include <glib/gstdio.h>

#define REPLIES \
  "([{'id': <'CR1'>, 'shortcut': <'hours'>, 'title': <'Opening hours'>," \
  "   'text': <'Dear {first-name}, we open at {booking}.'>}," \
  "  {'id': <'CR2'>, 'shortcut': <'bye'>, 'title': <'Goodbye'>, 'text': <'Bye'>}], '')"
#define TEMPLATES \
  "([{'id': <'TE1'>, 'name': <'hello'>, 'language': <'en'>, 'state': <'approved'>," \
  "   'channel': <'CH2'>," \
  "   'components': <'[{\"type\":\"BODY\",\"text\":\"Hello {{1}}, are you still there?\"}]'>}], '')"

static KontorRemoteRecord *
make_record (const char *text)
{
  return kontor_remote_record_new (g_variant_new_parsed (text));
}

static void
set_up (FakeDaemon *self, gconstpointer data)
{
  fake_daemon_open (self);
  fake_daemon_answer (self, "Kinds", "([{'name': <'canned-reply'>, 'fields': <@aa{sv} []>}],)");
  fake_daemon_answer (self, "Query canned-reply", REPLIES);
  fake_daemon_answer (self, "Query template", TEMPLATES);
  fake_daemon_answer (self, "FillReply", "('Dear Mona, we open at {booking}.',)");
  fake_daemon_answer (self, "Send", "(int64 7,)");
  fake_daemon_tell (self);
}

static void
tear_down (FakeDaemon *self, gconstpointer data)
{
  fake_daemon_close (self);
}

/* -- a message -- */

static GtkWidget *
make_row (FakeDaemon *self, GtkWidget *(*make) (gpointer), const char *message)
{
  g_autoptr(KontorRemoteRecord) record = make_record (message);
  g_autoptr(KontorThreadItem) item = kontor_thread_item_new (record);
  GtkWidget *row = g_object_ref_sink (make (self->house));

  g_object_set (row, "item", item, NULL);

  return row;
}

static void
test_ticks (FakeDaemon *self, gconstpointer data)
{
  static const struct { const char *state, *words; } expected[] = {
    { "sent", "Sent" }, { "delivered", "Delivered" }, { "read", "Read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *message = g_strdup_printf (
        "{'id': <int64 1>, 'direction': <'out'>, 'author': <'assistant'>, 'kind': <'text'>,"
        " 'text': <'Hello'>, 'at': <int64 1>, 'state': <'%s'>}", expected[i].state);
      GtkWidget *row = make_row (self, kontor_message_row_new, message);
      g_autofree char *summary = NULL;

      g_object_get (row, "summary", &summary, NULL);
      g_assert_true (g_str_has_prefix (summary, "Assistant, "));
      g_assert_true (g_str_has_suffix (summary, expected[i].words));
      g_assert_null (fake_find (row, GTK_TYPE_BUTTON, "_Send Again"));
      g_object_unref (row);
    }
}

static void
test_failure (FakeDaemon *self, gconstpointer data)
{
  const char *failed = "{'id': <int64 1>, 'direction': <'out'>, 'author': <'assistant'>,"
    " 'kind': <'text'>, 'text': <'Hello'>, 'at': <int64 1>, 'state': <'failed'>,"
    " 'reason': <'the number has no WhatsApp'>}";
  GtkWidget *row = make_row (self, kontor_message_row_new, failed);
  GtkWidget *customers = make_row (self, kontor_message_row_new_customer, failed);

  g_assert_nonnull (fake_find (row, GTK_TYPE_LABEL, "The number has no WhatsApp."));
  g_assert_null (fake_find (customers, GTK_TYPE_LABEL, "The number has no WhatsApp."));
  g_object_unref (row);
  g_object_unref (customers);
}

static void
test_draft (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *row = make_row (
    self, kontor_message_row_new,
    "{'id': <int64 1>, 'direction': <'out'>, 'author': <'assistant'>, 'kind': <'text'>,"
    " 'text': <'Hello'>, 'at': <int64 1>, 'state': <'draft'>}");

  g_autofree char *summary = NULL;

  g_object_get (row, "summary", &summary, NULL);
  g_assert_true (g_str_has_suffix (summary, "Draft by the assistant"));
  g_assert_nonnull (fake_find (row, GTK_TYPE_BUTTON, "_Discard"));
  g_assert_nonnull (fake_find (row, GTK_TYPE_BUTTON, "Se_nd"));
  g_object_unref (row);
}

static void
test_member (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *row = make_row (
    self, kontor_message_row_new,
    "{'id': <int64 1>, 'direction': <'in'>, 'author': <'contact'>, 'kind': <'text'>,"
    " 'text': <'Hello'>, 'at': <int64 1>, 'state': <'received'>,"
    " 'body': <'{\"member\": {\"name\": \"Bea\", \"phone\": \"+49151\"}}'>}");
  g_autofree char *summary = NULL;

  g_object_get (row, "summary", &summary, NULL);
  g_assert_true (g_str_has_prefix (summary, "Bea, "));
  g_assert_nonnull (fake_find (row, GTK_TYPE_LABEL, "Bea"));
  g_object_unref (row);
}

static void
test_changes (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *edited = make_row (
    self, kontor_message_row_new,
    "{'id': <int64 2>, 'direction': <'out'>, 'author': <'teammate:TM1'>, 'kind': <'text'>,"
    " 'text': <'At ten'>, 'at': <int64 1>, 'state': <'sent'>, 'body': <'{\"edited\": true}'>}");
  GtkWidget *deleted = make_row (
    self, kontor_message_row_new,
    "{'id': <int64 3>, 'direction': <'in'>, 'author': <'contact'>, 'kind': <'system'>,"
    " 'at': <int64 1>, 'state': <'received'>, 'body': <'{\"type\": \"taken-back\"}'>}");
  GtkWidget *changed = make_row (
    self, kontor_message_row_new,
    "{'id': <int64 4>, 'direction': <'in'>, 'author': <'contact'>, 'kind': <'system'>,"
    " 'at': <int64 1>, 'state': <'received'>, 'body': <'{\"type\": \"identity-changed\"}'>}");
  g_autofree char *summary = NULL;

  g_object_get (edited, "summary", &summary, NULL);
  g_assert_nonnull (strstr (summary, "Edited, "));
  g_clear_pointer (&summary, g_free);
  g_assert_nonnull (fake_find (deleted, GTK_TYPE_LABEL, "This message was deleted"));
  g_object_get (changed, "summary", &summary, NULL);
  g_assert_nonnull (strstr (summary, "security code"));
  g_object_unref (changed);
  g_object_unref (edited);
  g_object_unref (deleted);
}

/* -- where people write -- */

typedef struct {
  FakeDaemon         daemon;
  GtkWidget         *window;
  KontorComposer    *composer;
  GtkTextBuffer     *buffer;
} Desk;

static void
show (Desk *self, const char *conversation)
{
  g_autoptr(KontorRemoteRecord) record = make_record (conversation);

  kontor_composer_set_conversation (self->composer, record);
}

static void
sit_down (Desk *self, gconstpointer data)
{
  set_up (&self->daemon, NULL);
  self->window = gtk_window_new ();
  self->composer = g_object_new (KONTOR_TYPE_COMPOSER, NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->composer));
  kontor_composer_set_house (self->composer, self->daemon.house);
  show (self, "{'id': <int64 1>}");
  gtk_window_present (GTK_WINDOW (self->window));
  self->buffer = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (fake_find (self->window, GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
stand_up (Desk *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  tear_down (&self->daemon, NULL);
}

static void
put (Desk *self, const char *text)
{
  gtk_text_buffer_set_text (self->buffer, text, -1);
}

static gboolean
holds (Desk *self, const char *text)
{
  GtkTextIter start, end;
  g_autofree char *held = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  held = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);

  return g_str_equal (held, text);
}

/* As the keys do: the list of saved replies is asked first. */
static void
press_enter (Desk *self)
{
  GtkWidget *box = fake_find (self->window, KONTOR_TYPE_CANNED_BOX, NULL);

  if (box == NULL || !kontor_canned_box_take_key (KONTOR_CANNED_BOX (box), GDK_KEY_Return))
    g_signal_emit_by_name (fake_find (self->window, GTK_TYPE_BUTTON, "Send (Enter)"), "clicked");
}

static void
test_begun (Desk *self, gconstpointer data)
{
  put (self, "Half a sen");
  show (self, "{'id': <int64 2>}");
  g_assert_true (holds (self, ""));
  put (self, "Another");
  show (self, "{'id': <int64 1>}");
  g_assert_true (holds (self, "Half a sen"));
  show (self, "{'id': <int64 2>}");
  g_assert_true (holds (self, "Another"));
}

static void
test_sent (Desk *self, gconstpointer data)
{
  const char *call;

  put (self, "  ");
  g_assert_false (gtk_widget_get_sensitive (
    fake_find (self->window, GTK_TYPE_BUTTON, "Send (Enter)")));
  put (self, "Hello Mona");
  press_enter (self);
  call = fake_daemon_await (&self->daemon, "Send");
  g_assert_true (g_str_has_prefix (call, "Send (1, 'Hello Mona', {"));
  g_assert_nonnull (strstr (call, "'once'"));
  g_assert_true (holds (self, ""));
}

static void
test_refused (Desk *self, gconstpointer data)
{
  fake_daemon_refuse (&self->daemon, "Send", "the line is off");
  put (self, "Hello Mona");
  press_enter (self);
  fake_daemon_await (&self->daemon, "Send");
  put (self, "and more");
  fake_daemon_until (holds (self, "Hello Mona\nand more"));
}

/* It comes back where it was written, not where people have gone since. */
static void
test_refused_elsewhere (Desk *self, gconstpointer data)
{
  fake_daemon_refuse (&self->daemon, "Send", "the line is off");
  put (self, "Hello Mona");
  press_enter (self);
  show (self, "{'id': <int64 2>}");
  fake_daemon_await (&self->daemon, "Send");
  fake_daemon_until ((show (self, "{'id': <int64 1>}"), holds (self, "Hello Mona")) ||
                     (show (self, "{'id': <int64 2>}"), FALSE));
  show (self, "{'id': <int64 2>}");
  g_assert_true (holds (self, ""));
}

static void
test_note (Desk *self, gconstpointer data)
{
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (fake_find (self->window, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  put (self, "Likes the back seat");
  press_enter (self);
  g_assert_cmpstr (fake_daemon_await (&self->daemon, "Note"), ==,
                   "Note (1, 'Likes the back seat')");
  g_assert_false (fake_daemon_heard (&self->daemon, "Send"));
}

static void
test_saved_reply (Desk *self, gconstpointer data)
{
  fake_daemon_await (&self->daemon, "Query");
  g_assert_null (fake_find (self->window, KONTOR_TYPE_CANNED_BOX, NULL));
  put (self, "/hou");
  fake_daemon_until (fake_find (self->window, GTK_TYPE_LABEL, "/hours") != NULL);
  g_assert_null (fake_find (self->window, GTK_TYPE_LABEL, "/bye"));
  press_enter (self);
  fake_daemon_until (holds (self, "Dear Mona, we open at {booking}."));
  press_enter (self);
  g_assert_false (fake_daemon_heard (&self->daemon, "Send"));
  g_assert_cmpstr (fake_daemon_await (&self->daemon, "FillReply"), ==, "FillReply (1, 'CR1')");
  put (self, "Dear Mona, we open at nine.");
  press_enter (self);
  g_assert_nonnull (strstr (fake_daemon_await (&self->daemon, "Send"), "'reply': <'CR1'>"));
}

static void
test_window (Desk *self, gconstpointer data)
{
  const char *sent;
  GtkWidget *box;

  show (self, "{'id': <int64 3>, 'channel': <'CH2'>, 'window-until': <int64 0>}");
  box = fake_find (self->window, KONTOR_TYPE_TEMPLATE_BOX, NULL);
  g_assert_nonnull (box);
  g_assert_null (fake_find (self->window, GTK_TYPE_TEXT_VIEW, NULL));
  fake_daemon_until (fake_find (box, GTK_TYPE_LABEL, "Hello {{1}}, are you still there?") != NULL);
  g_assert_false (gtk_widget_get_sensitive (fake_find (box, GTK_TYPE_BUTTON, "Send Template")));
  gtk_editable_set_text (GTK_EDITABLE (fake_find (box, GTK_TYPE_ENTRY, NULL)), "Mona");
  g_assert_nonnull (fake_find (box, GTK_TYPE_LABEL, "Hello Mona, are you still there?"));
  g_signal_emit_by_name (fake_find (box, GTK_TYPE_BUTTON, "Send Template"), "clicked");
  sent = fake_daemon_await (&self->daemon, "Send");
  g_assert_true (g_str_has_prefix (sent, "Send (3, 'Hello Mona, are you still there?', {"));
  g_assert_nonnull (strstr (sent, "'alone': <true>"));
  fake_daemon_until (fake_find (box, GTK_TYPE_LABEL, "Hello {{1}}, are you still there?") != NULL);
  show (self, "{'id': <int64 3>, 'channel': <'CH2'>, 'window-until': <int64 9000000000000000>}");
  g_assert_nonnull (fake_find (self->window, GTK_TYPE_TEXT_VIEW, NULL));
}

static void
test_template_refused (Desk *self, gconstpointer data)
{
  GtkWidget *box, *send;

  fake_daemon_refuse (&self->daemon, "Send", "the line is off");
  show (self, "{'id': <int64 3>, 'channel': <'CH2'>, 'window-until': <int64 0>}");
  box = fake_find (self->window, KONTOR_TYPE_TEMPLATE_BOX, NULL);
  fake_daemon_until (fake_find (box, GTK_TYPE_ENTRY, NULL) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (fake_find (box, GTK_TYPE_ENTRY, NULL)), "Mona");
  send = fake_find (box, GTK_TYPE_BUTTON, "Send Template");
  g_signal_emit_by_name (send, "clicked");
  g_assert_false (gtk_widget_get_sensitive (send));
  fake_daemon_await (&self->daemon, "Send");
  fake_daemon_until (gtk_widget_get_sensitive (send));
  g_assert_nonnull (fake_find (box, GTK_TYPE_LABEL, "Hello Mona, are you still there?"));
}

static void
test_picture (Desk *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "kontor-picture.png", NULL);
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 20);
  GtkWidget *viewer, *picture;
  GdkPaintable *shown;

  gdk_pixbuf_fill (pixbuf, 0x208040ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  viewer = kontor_picture_viewer_show (self->window, path, "seat.png");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (viewer)), ==, "seat.png");
  fake_daemon_until ((picture = fake_find (viewer, GTK_TYPE_PICTURE, NULL)) != NULL);
  shown = gtk_picture_get_paintable (GTK_PICTURE (picture));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shown), ==, 40);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (shown), ==, 20);
  gtk_window_destroy (GTK_WINDOW (viewer));
  g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
  viewer = kontor_picture_viewer_show (self->window, path, "");
  fake_daemon_until (fake_find (viewer, GTK_TYPE_LABEL, "This picture cannot be shown") != NULL);
  gtk_window_destroy (GTK_WINDOW (viewer));
  g_unlink (path);
}

/* "Ça va @Zoë?": counted in characters, drawn by bytes. */
#define NOTE \
  "{'id': <int64 9>, 'direction': <'note'>, 'text': <'Ça va @Zoë?'>," \
  " 'body': <'{\"mentions\": [{\"teammate\": \"TM2\", \"at\": 6, \"length\": 4}," \
  " {\"teammate\": \"TM3\", \"at\": 6, \"length\": 40}, {\"at\": -1, \"length\": 3}]}'>}"

static void
test_mention (void)
{
  g_autoptr(KontorRemoteRecord) note = make_record (NOTE);
  g_autoptr(KontorRemoteRecord) text = make_record (
    "{'id': <int64 9>, 'direction': <'out'>, 'text': <'a'>, 'body': <'{\"mentions\": []}'>}");
  g_autoptr(PangoAttrList) others = kontor_body_dup_marks (note, "TM1");
  g_autoptr(PangoAttrList) mine = kontor_body_dup_marks (note, "TM2");
  GSList *bold = pango_attr_list_get_attributes (others);
  GSList *called = pango_attr_list_get_attributes (mine);
  const PangoAttribute *first = bold->data;

  g_assert_cmpuint (g_slist_length (bold), ==, 1);
  g_assert_cmpuint (first->start_index, ==, strlen ("Ça va "));
  g_assert_cmpuint (first->end_index, ==, strlen ("Ça va @Zoë"));
  g_assert_cmpuint (g_slist_length (called), ==, 3);
  g_assert_null (kontor_body_dup_marks (text, "TM1"));
  g_slist_free_full (bold, (GDestroyNotify) pango_attribute_destroy);
  g_slist_free_full (called, (GDestroyNotify) pango_attribute_destroy);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (FakeDaemon *, gconstpointer); } rows[] = {
    { "/inbox/a-message-says-how-far-it-got", test_ticks },
    { "/inbox/one-that-failed-says-why-and-not-to-the-customer", test_failure },
    { "/inbox/a-draft-waits-for-a-person", test_draft },
    { "/inbox/in-a-group-a-message-says-whose-it-is", test_member },
    { "/inbox/what-was-changed-or-deleted-says-so", test_changes },
  };
  static const struct { const char *name; void (*test) (Desk *, gconstpointer); } desks[] = {
    { "/inbox/what-was-begun-is-found-in-its-conversation", test_begun },
    { "/inbox/what-is-written-is-sent-once", test_sent },
    { "/inbox/what-is-refused-comes-back-before-what-was-written-since", test_refused },
    { "/inbox/and-comes-back-where-it-was-written", test_refused_elsewhere },
    { "/inbox/a-note-stays-with-the-team", test_note },
    { "/inbox/a-saved-reply-is-filled-and-sent-without-blanks", test_saved_reply },
    { "/inbox/after-24-hours-only-a-template-goes", test_window },
    { "/inbox/a-template-that-is-refused-stays-filled-in", test_template_refused },
    { "/inbox/a-picture-is-looked-at-in-its-size", test_picture },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/inbox/whom-a-note-mentions-stands-out", test_mention);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].name, FakeDaemon, NULL, set_up, rows[i].test, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    g_test_add (desks[i].name, Desk, NULL, sit_down, desks[i].test, stand_up);

  return g_test_run ();
}
