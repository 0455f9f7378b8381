/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk.c — the list of stations is the policy: the law first, people before machines.
 *
 * Turns that wait together share a transaction; where one of them fails they are taken once more,
 * each in a part of it that can be taken back alone. They work for a few milliseconds at a time, so
 * that what comes in is never kept waiting for long.
 *
 * Their commit does not wait for the disk: the message that a turn is about is safe already, and
 * nothing that it says leaves before the outbox has committed "sending", which puts on the disk all
 * that came before. What a power cut takes back until then is a turn to be taken again. */
#include "desk/desk.h"

#include "desk/stations.h"
#include "inbox/outbox.h"
#include "inbox/turns.h"
#include "model/error.h"
#include "store/records.h"

#define AT_ONCE 16
#define SLICE_US 500

typedef struct {
  const char *name;
  /* *taken: this station answers, or keeps silent on purpose; the ones below do not see it. */
  gboolean (*take) (KontorTurn *turn, gboolean *taken, GError **error);
} Station;

static const Station stations[] = {
  { "opt-out",   kontor_station_opt_out },    /* STOP and START, and the silence after STOP */
  { "command",   kontor_station_command },    /* a teammate gives an order */
  { "held",      kontor_station_held },       /* a person holds this conversation */
  { "off",       kontor_station_off },        /* the assistant may say nothing here, or now */
  { "limit",     kontor_station_limit },      /* too much was said by itself */
  { "quiet",     kontor_station_quiet },      /* the customer may be writing on */
  { "greet",     kontor_station_greet },      /* a new customer; the turn goes on */
  { "assistant", kontor_station_assistant },  /* a dialogue under way or begun, then knowledge */
  { "people",    kontor_station_people },     /* everything else */
};

struct _KontorDesk
{
  GObject      parent_instance;

  KontorStore    *store;
  KontorBusiness *business;   /* (nullable): as it stands in the store */
  KontorAnswers  *answers;
  gint64          passed;     /* the last turn that was taken since the start */
  guint           idle;
  guint           watch;
};

enum { ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorDesk, kontor_desk, G_TYPE_OBJECT)

gint64
kontor_turn_say (KontorTurn *turn, const char *text, const char *why, GError **error)
{
  static const KontorActor assistant = { "assistant", NULL, KONTOR_ROLE_CUSTOMER, NULL };

  return kontor_outbox_say (turn->store, &assistant, turn->conversation->id, text,
                            KONTOR_SAY_AUTOMATIC, why, error);
}

GVariant *
kontor_turn_get_contact (KontorTurn *turn, GError **error)
{
  if (turn->contact == NULL)
    turn->contact = kontor_records_get (turn->store, kontor_kind_find ("contact"),
                                        turn->conversation->contact, error);

  return turn->contact;
}

static void
turn_clear (KontorTurn *turn)
{
  g_clear_pointer (&turn->message, kontor_said_free);
  g_clear_pointer (&turn->text, g_free);
  g_clear_pointer (&turn->found, g_free);
  g_clear_pointer (&turn->conversation, kontor_conversation_free);
  g_clear_pointer (&turn->contact, g_variant_unref);
}

static gboolean
load (KontorTurn *turn, gint64 message, GError **error)
{
  const char *heard;

  turn->message = kontor_messages_get (turn->store, message, error);
  turn->conversation = turn->message != NULL
                       ? kontor_conversation_get (turn->store, turn->message->conversation, error)
                       : NULL;
  if (turn->conversation == NULL)
    return FALSE;
  if (!turn->is_due)
    turn->text = g_strdup (turn->message->text);
  heard = turn->text != NULL && !kontor_turn_is_order (turn->text) ? turn->text : "";
  turn->language = kontor_contact_hear (turn->store, turn->conversation->contact,
                                        turn->conversation->language, turn->business, heard,
                                        error);

  return turn->language != NULL;
}

static gboolean
pass (KontorTurn *turn, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    {
      gboolean taken = FALSE;

      turn->station = stations[i].name;
      if (!stations[i].take (turn, &taken, error))
        {
          g_prefix_error (error, "%s: ", stations[i].name);
          return FALSE;
        }
      if (taken)
        {
          g_debug ("message %" G_GINT64_FORMAT ": %s", turn->message->id, stations[i].name);
          return TRUE;
        }
    }
  g_return_val_if_reached (TRUE);
}

/* What waited for more has heard it now, whoever answered that. */
static gboolean
settle (KontorTurn *turn, GError **error)
{
  gint64 conversation = turn->conversation->id, message = turn->message->id;

  if (turn->waits)
    return TRUE;
  if (turn->is_due)
    return kontor_turns_settle_waiting (turn->store, conversation, message, error);

  return kontor_turns_settle (turn->store, message, error) &&
         kontor_turns_hurry (turn->store, conversation, message, error);
}

/* Of a turn that has waited. @text, @thought: (nullable) */
typedef struct {
  const char   *text;
  GAsyncResult *thought;
} Waited;

/* Inside a transaction. @waited: (nullable): it is new. @people_only: what a station could not do
 * is left to people, so that one bad message never stands in the way of the next. */
static gboolean
take (KontorDesk *self, gint64 message, const Waited *waited, gboolean people_only, GError **error)
{
  KontorTurn turn = {
    .store = self->store, .business = self->business, .answers = self->answers,
    .station = "people", .is_due = waited != NULL,
    .text = waited != NULL ? g_strdup (waited->text) : NULL,
    .thought = waited != NULL ? waited->thought : NULL,
  };
  gboolean fine, taken;

  fine = load (&turn, message, error) &&
         (people_only ? kontor_station_people (&turn, &taken, error) : pass (&turn, error)) &&
         settle (&turn, error);
  turn_clear (&turn);

  return fine;
}

/* In a part of the transaction that can be taken back alone. */
static gboolean
take_apart (KontorDesk *self, gint64 message, const Waited *waited, gboolean people_only,
            GError **error)
{
  if (!kontor_store_begin (self->store, error))
    return FALSE;
  if (take (self, message, waited, people_only, error) && kontor_store_commit (self->store, error))
    return TRUE;
  kontor_store_undo (self->store);

  return FALSE;
}

/* FALSE with error: it is not even left to people. */
static gboolean
take_or_leave (KontorDesk *self, gint64 message, const Waited *waited, GError **error)
{
  g_autoptr(GError) local = NULL;

  if (take_apart (self, message, waited, FALSE, &local))
    return TRUE;
  g_warning ("message %" G_GINT64_FORMAT " is left to people: %s", message, local->message);

  return take_apart (self, message, waited, TRUE, error);
}

static void
take_new (KontorDesk *self, gint64 message)
{
  g_autoptr(GError) error = NULL;

  if (!take_or_leave (self, message, NULL, &error))
    g_warning ("message %" G_GINT64_FORMAT " waits for the next start: %s", message,
               error->message);
}

/* As many of @pending as there is time for, at least one; how many were taken. 0: one of them
 * fails, and takes the others with it unless they are taken @apart. */
static guint
take_some (KontorDesk *self, GArray *pending, gboolean apart)
{
  gint64 until_us = g_get_monotonic_time () + SLICE_US;
  guint taken = 0;

  while (taken < pending->len && (taken == 0 || g_get_monotonic_time () < until_us))
    {
      gint64 message = g_array_index (pending, gint64, taken++);

      if (apart)
        take_new (self, message);
      else if (!take (self, message, NULL, FALSE, NULL))
        return 0;
    }

  return taken;
}

/* How many of @pending were taken; 0 with error: none. */
static guint
take_all (KontorDesk *self, GArray *pending, gboolean apart, GError **error)
{
  guint taken;

  if (!kontor_store_begin_derived (self->store, error))
    return 0;
  taken = take_some (self, pending, apart);
  if (taken > 0 && kontor_store_commit (self->store, error))
    return taken;
  kontor_store_undo (self->store);

  return 0;
}

static gboolean
know_business (KontorDesk *self, GError **error)
{
  if (self->business == NULL)
    self->business = kontor_business_load (self->store, error);

  return self->business != NULL;
}

/* FALSE with error: none of @pending is taken. */
static gboolean
work (KontorDesk *self, GArray *pending, GError **error)
{
  guint taken;

  if (!know_business (self, error))
    return FALSE;
  taken = take_all (self, pending, FALSE, NULL);
  if (taken == 0)
    taken = take_all (self, pending, TRUE, error);
  if (taken > 0)
    self->passed = g_array_index (pending, gint64, taken - 1);

  return taken > 0;
}

static gboolean
on_idle (gpointer data)
{
  KontorDesk *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) pending = kontor_turns_pending (self->store, self->passed, AT_ONCE, &error);

  if (pending != NULL && pending->len > 0 && work (self, pending, &error))
    return G_SOURCE_CONTINUE;
  if (error != NULL)
    g_warning ("the turns wait for the next message: %s", error->message);
  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
wake (KontorDesk *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorDesk *self = data;

  if (g_str_equal (kind, "turn"))
    wake (self);
  if (g_str_equal (kind, "business"))
    g_clear_pointer (&self->business, kontor_business_free);
}

/* All that waits in the conversation up to @last_of (0: to the end); nothing where the desk has not
 * seen all of it yet. */
static gboolean
take_waiting (KontorDesk *self, gint64 conversation, gint64 last_of, GAsyncResult *thought,
              GError **error)
{
  g_autofree char *text = NULL;
  gint64 last;

  if (!kontor_turns_get_waiting (self->store, conversation, last_of, &last, &text, error))
    return FALSE;

  return last == 0 || (know_business (self, error) &&
                       take_or_leave (self, last, &(Waited) { text, thought }, error));
}

gboolean
kontor_desk_answer (const char *subject, gpointer data, GError **error)
{
  KontorDesk *self = data;
  gint64 conversation = g_ascii_strtoll (subject, NULL, 10);

  return kontor_answers_is_asking (self->answers, conversation) ||
         take_waiting (self, conversation, 0, NULL, error);
}

static void
on_asked (gint64 conversation, gpointer data)
{
  g_signal_emit (data, signals[ASKED], 0, conversation);
}

static void
on_answered (gint64 conversation, gint64 last, GAsyncResult *result, gpointer data)
{
  KontorDesk *self = data;
  g_autoptr(GError) error = NULL;

  if (!take_waiting (self, conversation, last, result, &error) ||
      !kontor_turns_hurry (self->store, conversation, G_MAXINT64, &error))
    g_warning ("conversation %" G_GINT64_FORMAT " waits for the next start: %s", conversation,
               error->message);
}

KontorDesk *
kontor_desk_new (KontorStore *store, KontorChoose *choose)
{
  KontorDesk *self = g_object_new (KONTOR_TYPE_DESK, NULL);

  self->store = store;
  self->answers = kontor_answers_new (store, choose, on_asked, on_answered, self);

  return self;
}

void
kontor_desk_open (KontorDesk *self)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_turns_hurry_all (self->store, &error))
    g_warning ("what waits is answered when the customer writes again: %s", error->message);
  self->watch = kontor_store_watch (self->store, on_touched, self);
  wake (self);
}

static void
kontor_desk_finalize (GObject *object)
{
  KontorDesk *self = KONTOR_DESK (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->answers, kontor_answers_free);
  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  g_clear_pointer (&self->business, kontor_business_free);

  G_OBJECT_CLASS (kontor_desk_parent_class)->finalize (object);
}

static void
kontor_desk_class_init (KontorDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_desk_finalize;
  signals[ASKED] = g_signal_new ("asked", KONTOR_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
kontor_desk_init (KontorDesk *self)
{
}
