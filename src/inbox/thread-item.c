/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/thread-item.h"

#include "widgets/wording.h"

#define MOMENT_US (5 * G_TIME_SPAN_MINUTE)

struct _KontorThreadItem
{
  GObject             parent_instance;

  KontorRemoteRecord *record;
  KontorRemoteRecord *quoted;
  char               *reactions;
  gboolean            starts_day;
  gboolean            goes_on;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorThreadItem, kontor_thread_item, G_TYPE_OBJECT)

static void
tell (KontorThreadItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

KontorThreadItem *
kontor_thread_item_new (KontorRemoteRecord *record)
{
  KontorThreadItem *self = g_object_new (KONTOR_TYPE_THREAD_ITEM, NULL);

  self->record = g_object_ref (record);
  g_signal_connect_object (record, "notify::values", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);

  return self;
}

KontorRemoteRecord *
kontor_thread_item_get_record (KontorThreadItem *self)
{
  return self->record;
}

gboolean
kontor_thread_item_starts_day (KontorThreadItem *self)
{
  return self->starts_day;
}

gboolean
kontor_thread_item_goes_on (KontorThreadItem *self)
{
  return self->goes_on;
}

KontorRemoteRecord *
kontor_thread_item_get_quoted (KontorThreadItem *self)
{
  return self->quoted;
}

const char *
kontor_thread_item_get_reactions (KontorThreadItem *self)
{
  return self->reactions;
}

static gboolean
is_same_side (KontorRemoteRecord *a, KontorRemoteRecord *b)
{
  return g_str_equal (kontor_remote_record_get_text (a, "author"),
                      kontor_remote_record_get_text (b, "author")) &&
         g_str_equal (kontor_remote_record_get_text (a, "direction"),
                      kontor_remote_record_get_text (b, "direction"));
}

void
kontor_thread_item_place (KontorThreadItem *self, KontorRemoteRecord *before,
                          KontorRemoteRecord *quoted, const char *reactions)
{
  gint64 at_us = kontor_remote_record_get_int (self->record, "at");
  gint64 before_us = before != NULL ? kontor_remote_record_get_int (before, "at") : 0;
  gboolean starts_day = before == NULL || !kontor_wording_is_same_day (at_us, before_us);
  gboolean goes_on = !starts_day && at_us - before_us < MOMENT_US &&
                     is_same_side (before, self->record);

  if (starts_day == self->starts_day && goes_on == self->goes_on && quoted == self->quoted &&
      g_str_equal (reactions, self->reactions))
    return;
  self->starts_day = starts_day;
  self->goes_on = goes_on;
  g_set_object (&self->quoted, quoted);
  g_free (self->reactions);
  self->reactions = g_strdup (reactions);
  tell (self);
}

static void
kontor_thread_item_finalize (GObject *object)
{
  KontorThreadItem *self = KONTOR_THREAD_ITEM (object);

  g_object_unref (self->record);
  g_clear_object (&self->quoted);
  g_free (self->reactions);

  G_OBJECT_CLASS (kontor_thread_item_parent_class)->finalize (object);
}

static void
kontor_thread_item_class_init (KontorThreadItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_thread_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_THREAD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_thread_item_init (KontorThreadItem *self)
{
  self->reactions = g_strdup ("");
}
