/* SPDX-License-Identifier: GPL-3.0-or-later */
/* templates.c — the agenda starts the asking and holds an entry until the answer is kept: a
 * crash in between asks once more. */
#include "broadcasts/templates.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "store/records.h"

#define SECOND_US ((gint64) G_USEC_PER_SEC)
/* Notices come in flocks: one list answers all of them. */
#define SOON_US (2 * SECOND_US)
#define AGAIN_US (60 * SECOND_US)
/* Longer than any asking takes. */
#define LOST_US (10 * 60 * SECOND_US)
#define DAILY_US (24 * 3600 * SECOND_US)

struct _KontorTemplates
{
  GObject       parent_instance;

  KontorStore  *store;
  KontorLines  *lines;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KontorTemplates, kontor_templates, G_TYPE_OBJECT)

typedef struct {
  KontorTemplates *templates;
  const char      *what;      /* on the agenda */
  char            *subject;
  gboolean         deleting;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->templates);
  g_free (asking->subject);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static gboolean
put_off (KontorStore *store, const char *what, const char *subject, gint64 wait_us, GError **error)
{
  return kontor_agenda_put (store, what, subject, kontor_clock_now_us () + wait_us, error);
}

/* *record: NULL when it was deleted meanwhile. */
static gboolean
find (KontorStore *store, const char *id, GVariant **record, GError **error)
{
  g_autoptr(GError) local = NULL;

  *record = kontor_records_get (store, kontor_kind_find ("template"), id, &local);
  if (*record != NULL || g_error_matches (local, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* A template we know by @id gets what the operator said, or why it did not take it. */
static gboolean
set_state (KontorStore *store, const char *id, const char *state, GVariant *answer,
           const char *reason, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (answer);
  g_autoptr(GVariant) values = NULL;

  g_variant_dict_insert (&changes, "state", "s", state);
  g_variant_dict_insert (&changes, "reason", "s", reason);
  values = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_records_update (store, kontor_kind_find ("template"), id, values, error) &&
         kontor_timeline_write (store, &kontor_actor_system, "template", id, state, reason, error);
}

static gboolean
settle_submitted (KontorStore *store, const char *id, GVariant *answer, GError **error)
{
  const char *status = kontor_record_get_text (answer, "state");

  return set_state (store, id, kontor_template_read_state (status), answer, "", error);
}

/* What was refused may be there already, or still be there: the list says. */
static gboolean
settle_refused (KontorStore *store, GVariant *record, gboolean deleting, const char *reason,
                GError **error)
{
  return set_state (store, kontor_record_get_text (record, "id"), deleting ? "other" : "failed",
                    NULL, reason, error) &&
         put_off (store, KONTOR_TEMPLATES_LIST, kontor_record_get_text (record, "channel"), SOON_US,
                  error);
}

/* @failure: (nullable) */
static gboolean
settle_one (Asking *asking, GVariant *answer, const GError *failure, GError **error)
{
  KontorStore *store = asking->templates->store;
  gboolean gone = g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  g_autoptr(GVariant) record = NULL;

  if (!find (store, asking->subject, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (!kontor_agenda_drop (store, KONTOR_TEMPLATES_ASK, asking->subject, error))
    return FALSE;
  if (asking->deleting && (failure == NULL || gone))
    return kontor_records_delete (store, kontor_kind_find ("template"), asking->subject, error);

  return failure != NULL
         ? settle_refused (store, record, asking->deleting, failure->message, error)
         : settle_submitted (store, asking->subject, answer, error);
}

static gboolean
settle (Asking *asking, GVariant *answer, const GError *failure, GError **error)
{
  KontorStore *store = asking->templates->store;
  gboolean again = g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER) ||
                   g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN) ||
                   g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED);

  if (again)
    return put_off (store, asking->what, asking->subject, AGAIN_US, error);
  if (g_str_equal (asking->what, KONTOR_TEMPLATES_ASK))
    return settle_one (asking, answer, failure, error);

  return put_off (store, asking->what, asking->subject, DAILY_US, error) &&
         (answer == NULL ||
          kontor_templates_fold (store, asking->subject,
                                 kontor_record_get_text (answer, "templates"), error));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Asking) asking = data;
  KontorStore *store = asking->templates->store;
  g_autoptr(GError) failure = NULL, error = NULL;
  g_autoptr(GVariant) answer =
    kontor_channel_ask_finish (KONTOR_CHANNEL (source), result, &failure);

  if (g_cancellable_is_cancelled (asking->templates->cancellable))
    return;
  if (failure != NULL)
    g_info ("%s %s: %s", asking->what, asking->subject, failure->message);
  if (!kontor_store_begin (store, &error))
    {
      g_warning ("%s", error->message);
      return;
    }
  if (settle (asking, answer, failure, &error) && kontor_store_commit (store, &error))
    return;
  kontor_store_undo (store);
  g_warning ("what the operator said of %s cannot be kept: %s", asking->subject, error->message);
}

/* The entry stands until the answer is kept. */
static gboolean
ask (KontorTemplates *self, const char *channel, const char *question, Asking *taken,
     GVariant *arguments, GError **error)
{
  g_autoptr(Asking) asking = taken;
  KontorChannel *line = kontor_lines_find (self->lines, channel);

  if (line == NULL || !kontor_channel_may_send (line))
    return put_off (self->store, asking->what, asking->subject, AGAIN_US, error);
  if (!put_off (self->store, asking->what, asking->subject, LOST_US, error))
    return FALSE;
  kontor_channel_ask_async (line, question, arguments, self->cancellable, on_answered,
                            g_steal_pointer (&asking));

  return TRUE;
}

static Asking *
asking_new (KontorTemplates *self, const char *what, const char *subject)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->templates = g_object_ref (self);
  asking->what = what;
  asking->subject = g_strdup (subject);

  return asking;
}

/* A channel that is switched off or gone has nothing to list; it comes back with its health. */
gboolean
kontor_templates_list (const char *subject, gpointer data, GError **error)
{
  KontorTemplates *self = data;
  g_autoptr(GVariant) nothing = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));

  if (kontor_lines_find (self->lines, subject) == NULL)
    return TRUE;

  return ask (self, subject, "templates", asking_new (self, KONTOR_TEMPLATES_LIST_AGAIN, subject),
              nothing, error);
}

gboolean
kontor_templates_ask (const char *subject, gpointer data, GError **error)
{
  KontorTemplates *self = data;
  g_autoptr(GVariant) record = NULL;
  const char *state;
  Asking *asking;

  if (!find (self->store, subject, &record, error))
    return FALSE;
  state = record != NULL ? kontor_record_get_text (record, "state") : "";
  if (!g_str_equal (state, "submitting") && !g_str_equal (state, "deleting"))
    return TRUE;
  asking = asking_new (self, KONTOR_TEMPLATES_ASK, subject);
  asking->deleting = g_str_equal (state, "deleting");

  return ask (self, kontor_record_get_text (record, "channel"),
              asking->deleting ? "template-delete" : "template-submit", asking, record, error);
}

gboolean
kontor_templates_follow (KontorStore *store, const char *channel, const KontorNotice *notice,
                         GError **error)
{
  return put_off (store, KONTOR_TEMPLATES_LIST, channel, SOON_US, error);
}

static void
on_health_changed (KontorLines *lines, KontorChannel *channel, KontorTemplates *self)
{
  g_autoptr(GError) error = NULL;

  if (KONTOR_CHANNEL_GET_CLASS (channel)->ask_async == NULL ||
      kontor_channel_get_health (channel)->state != KONTOR_CHANNEL_CONNECTED)
    return;
  if (!put_off (self->store, KONTOR_TEMPLATES_LIST, kontor_channel_get_id (channel), SOON_US,
                &error))
    g_warning ("%s", error->message);
}

KontorTemplates *
kontor_templates_new (KontorStore *store, KontorLines *lines)
{
  KontorTemplates *self = g_object_new (KONTOR_TYPE_TEMPLATES, NULL);

  self->store = store;
  self->lines = lines;
  g_signal_connect_object (lines, "health-changed", G_CALLBACK (on_health_changed), self, 0);

  return self;
}

static void
kontor_templates_dispose (GObject *object)
{
  KontorTemplates *self = KONTOR_TEMPLATES (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (kontor_templates_parent_class)->dispose (object);
}

static void
kontor_templates_finalize (GObject *object)
{
  g_clear_object (&KONTOR_TEMPLATES (object)->cancellable);

  G_OBJECT_CLASS (kontor_templates_parent_class)->finalize (object);
}

static void
kontor_templates_class_init (KontorTemplatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_templates_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_templates_finalize;
}

static void
kontor_templates_init (KontorTemplates *self)
{
  self->cancellable = g_cancellable_new ();
}
