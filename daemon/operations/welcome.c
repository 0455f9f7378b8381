/* SPDX-License-Identifier: GPL-3.0-or-later */
/* welcome.c — reading files takes a while, so the agenda holds an entry until all is said: a crash
 * in between reads them once more. */
#include "operations/welcome.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "contacts/language.h"
#include "inbox/conversation.h"
#include "inbox/media.h"
#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "model/text.h"
#include "store/records.h"

/* Longer than reading the files takes. */
#define LOST_US (10 * 60 * (gint64) G_USEC_PER_SEC)

struct _KontorWelcome
{
  GObject       parent_instance;

  KontorStore  *store;
  char         *folder;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KontorWelcome, kontor_welcome, G_TYPE_OBJECT)

/* A kit on its way. */
typedef struct {
  KontorWelcome *welcome;
  char          *booking;
  char         **paths;
  guint          next;      /* of @paths */
  GPtrArray     *files;     /* of KontorMedia */
  GString       *missing;   /* what could not be read, in words */
} Kit;

static void
kit_free (Kit *kit)
{
  g_object_unref (kit->welcome);
  g_free (kit->booking);
  g_strfreev (kit->paths);
  g_ptr_array_unref (kit->files);
  g_string_free (kit->missing, TRUE);
  g_free (kit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kit, kit_free)

char **
kontor_welcome_dup_paths (GVariant *service)
{
  const char *text = kontor_record_get_text (service, "welcome-files");
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr(GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (paths, g_strdup (lines[i]));
  g_ptr_array_add (paths, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

gboolean
kontor_welcome_has_kit (GVariant *service)
{
  const char *text = kontor_record_get_text (service, "welcome");
  g_auto(GStrv) paths = kontor_welcome_dup_paths (service);

  return (text != NULL && *text != '\0') || paths[0] != NULL;
}

/* (transfer full) (nullable): as the customer reads it. */
static char *
dup_text (KontorStore *store, GVariant *booking, GVariant *service, GError **error)
{
  const char *text = kontor_record_get_text (service, "welcome"), *local, *zone;
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(GVariant) contact = business != NULL
    ? kontor_records_get (store, kontor_kind_find ("contact"),
                          kontor_record_get_text (booking, "contact"), error) : NULL;
  g_autofree char *date = NULL, *time = NULL;
  const char *language;
  KontorWallTime at;

  if (contact == NULL)
    return NULL;
  language = kontor_contact_get_language (contact, business)->code;
  if (g_variant_lookup (booking, "at", "(&s&sx)", &local, &zone, NULL) &&
      kontor_wall_time_parse (local, &at, NULL))
    {
      date = kontor_texts_dup_date (language, &at);
      time = kontor_texts_dup_time (language, &at, zone);
    }

  return kontor_text_fill (text != NULL ? text : "", "name",
                           kontor_record_get_text (contact, "name"), "id",
                           kontor_record_get_text (booking, "id"), "service",
                           kontor_record_get_text (service, "name"), "date", date, "time", time,
                           "business", business->name, NULL);
}

/* Where it was booked, else where the contact was met last; 0: nowhere. −1 on error. */
static gint64
find_conversation (KontorStore *store, GVariant *booking, GError **error)
{
  gint64 conversation = kontor_record_get_int (booking, "conversation", 0);
  const KontorConversationQuery query = {
    .contact = kontor_record_get_text (booking, "contact"), .limit = 1,
  };
  g_autoptr(GPtrArray) found = NULL;

  if (conversation != 0)
    return conversation;
  found = kontor_conversations_query (store, &query, NULL, error);
  if (found == NULL)
    return -1;

  return found->len > 0 ? ((KontorConversation *) found->pdata[0])->id : 0;
}

static gboolean
say_all (Kit *kit, gint64 conversation, const char *text, GError **error)
{
  KontorStore *store = kit->welcome->store;

  if (*text != '\0' &&
      kontor_outbox_say (store, &kontor_actor_system, conversation, text, 0, NULL, error) == 0)
    return FALSE;
  for (guint i = 0; i < kit->files->len; i++)
    {
      const KontorMedia *media = kit->files->pdata[i];
      const KontorDraft draft = { .kind = kontor_media_kind_of (media->mime), .media = media };

      if (kontor_outbox_say_draft (store, &kontor_actor_system, conversation, &draft, 0,
                                   error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell (Kit *kit, GVariant *booking, const char *event, const char *text, GError **error)
{
  KontorStore *store = kit->welcome->store;

  return kontor_timeline_write (store, &kontor_actor_system, "booking", kit->booking, event, text,
                                error) &&
         kontor_timeline_write (store, &kontor_actor_system, "contact",
                                kontor_record_get_text (booking, "contact"), event, kit->booking,
                                error);
}

/* What may not be said there stands in the timeline, as does what could not be read. */
static gboolean
settle (Kit *kit, GError **error)
{
  KontorStore *store = kit->welcome->store;
  g_autoptr(GVariant) booking = kontor_records_get (store, kontor_kind_find ("booking"),
                                                    kit->booking, error);
  g_autoptr(GVariant) service = booking != NULL
    ? kontor_records_get (store, kontor_kind_find ("service"),
                          kontor_record_get_text (booking, "service"), error) : NULL;
  gint64 conversation = service != NULL ? find_conversation (store, booking, error) : -1;
  g_autofree char *text = conversation >= 0 ? dup_text (store, booking, service, error) : NULL;
  g_autoptr(GError) refusal = NULL;

  if (text == NULL || !kontor_agenda_drop (store, KONTOR_WELCOME_SEND, kit->booking, error))
    return FALSE;
  if (conversation == 0)
    return tell (kit, booking, "welcome-not-sent", "there is no conversation with the contact",
                 error);
  if (say_all (kit, conversation, text, &refusal))
    return tell (kit, booking, "welcome-sent", kit->missing->str, error);
  if (!g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) &&
      !g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT) &&
      !g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  return tell (kit, booking, "welcome-not-sent", refusal->message, error);
}

static void
finish (Kit *kit)
{
  KontorStore *store = kit->welcome->store;
  g_autoptr(GError) error = NULL;

  if (!kontor_store_begin (store, &error))
    {
      g_warning ("%s", error->message);
      return;
    }
  if (settle (kit, &error) && kontor_store_commit (store, &error))
    return;
  kontor_store_undo (store);
  g_warning ("the welcome kit of %s is not sent yet: %s", kit->booking, error->message);
}

static void on_read (GObject *source, GAsyncResult *result, gpointer data);

static void
go_on (Kit *taken)
{
  g_autoptr(Kit) kit = taken;
  KontorWelcome *self = kit->welcome;
  const char *path = kit->paths[kit->next];

  if (path == NULL)
    {
      finish (kit);
      return;
    }
  kit->next++;
  kontor_media_import_async (self->folder, path, self->cancellable, on_read,
                             g_steal_pointer (&kit));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Kit) kit = data;
  g_autoptr(GError) error = NULL;
  KontorMedia *media = kontor_media_import_finish (result, &error);

  if (media != NULL)
    g_ptr_array_add (kit->files, media);
  if (g_cancellable_is_cancelled (kit->welcome->cancellable))
    return;
  if (media == NULL)
    g_string_append_printf (kit->missing, "%s%s", kit->missing->len > 0 ? "; " : "",
                            error->message);
  go_on (g_steal_pointer (&kit));
}

gboolean
kontor_welcome_send (const char *subject, gpointer data, GError **error)
{
  KontorWelcome *self = data;
  g_autoptr(GVariant) booking = kontor_records_get (self->store, kontor_kind_find ("booking"),
                                                    subject, error);
  g_autoptr(GVariant) service = booking != NULL
    ? kontor_records_get (self->store, kontor_kind_find ("service"),
                          kontor_record_get_text (booking, "service"), error) : NULL;
  Kit *kit;

  if (service == NULL || !kontor_agenda_put (self->store, KONTOR_WELCOME_SEND, subject,
                                             kontor_clock_now_us () + LOST_US, error))
    return FALSE;
  kit = g_new0 (Kit, 1);
  kit->welcome = g_object_ref (self);
  kit->booking = g_strdup (subject);
  kit->paths = kontor_welcome_dup_paths (service);
  kit->files = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_media_free);
  kit->missing = g_string_new (NULL);
  go_on (kit);

  return TRUE;
}

static void
kontor_welcome_dispose (GObject *object)
{
  g_cancellable_cancel (KONTOR_WELCOME (object)->cancellable);

  G_OBJECT_CLASS (kontor_welcome_parent_class)->dispose (object);
}

static void
kontor_welcome_finalize (GObject *object)
{
  g_clear_object (&KONTOR_WELCOME (object)->cancellable);
  g_free (KONTOR_WELCOME (object)->folder);

  G_OBJECT_CLASS (kontor_welcome_parent_class)->finalize (object);
}

static void
kontor_welcome_class_init (KontorWelcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_welcome_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_welcome_finalize;
}

static void
kontor_welcome_init (KontorWelcome *self)
{
  self->cancellable = g_cancellable_new ();
}

KontorWelcome *
kontor_welcome_new (KontorStore *store, const char *folder)
{
  KontorWelcome *self = g_object_new (KONTOR_TYPE_WELCOME, NULL);

  self->store = store;
  self->folder = g_strdup (folder);

  return self;
}
