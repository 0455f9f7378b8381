/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-incident.c — what is wrong on this computer or with those who lend models. What goes wrong
 * again and again is told once an hour; the disk is looked at while there is something to write. */
#include "desktop/notices-inside.h"

#include <sys/statvfs.h>

#include "base/clock.h"
#include "config.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

#define AGAIN_US (3600 * (gint64) G_USEC_PER_SEC)
#define LOOK_US (60 * (gint64) G_USEC_PER_SEC)
#define LEAST_BYTES (200 * (guint64) 1000 * 1000)
#define NONE_BYTES (5 * (guint64) 1000 * 1000)

typedef struct {
  const char *name, *title, *body;
} Incident;

static const Incident incidents[] = {
  { "full", N_("The disk is full"),
    N_("Nothing that customers write can be kept. Free some space at once.") },
  { "low", N_("The disk is almost full"),
    N_("Free some space, so that what customers write can be kept.") },
  { "damaged", N_("What Kontor keeps is damaged"),
    N_("Leave its folder as it is, and restore a backup.") },
  { "failing", N_("Kontor cannot use its folder"),
    N_("Look whether the disk is well and whether you may write there.") },
  { "models", N_("No model answers"),
    N_("The built-in assistant answers customers until one does. Look at your providers.") },
};

/* Quiet hours or a switch keep it back until it happens again. */
static gboolean
is_time (KontorNotices *self, const char *key)
{
  gint64 now_us = kontor_clock_now_us ();
  const gint64 *told = g_hash_table_lookup (self->told, key);

  if (!kontor_notices_may (self, "incidents") || (told != NULL && now_us - *told < AGAIN_US))
    return FALSE;
  g_hash_table_insert (self->told, g_strdup (key), g_memdup2 (&now_us, sizeof now_us));

  return TRUE;
}

static void
ring (KontorNotices *self, const char *name)
{
  g_autofree char *key = g_strconcat ("incident/", name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (incidents); i++)
    if (g_str_equal (incidents[i].name, name) && is_time (self, key))
      kontor_notices_ring (self, &(KontorNote) {
        key, _(incidents[i].title), _(incidents[i].body),
        { "default", C_("notification", "Open"), NULL } }, _("Kontor is in trouble"));
}

/* What comes next is told anew. */
static void
settle (KontorNotices *self, const char *key)
{
  if (g_hash_table_remove (self->told, key))
    kontor_bell_withdraw (self->bell, key);
}

void
kontor_notice_store (KontorNotices *self, const char *fault, GError **error)
{
  ring (self, fault);
}

void
kontor_notice_models (KontorNotices *self, const char *id, GError **error)
{
  ring (self, "models");
}

void
kontor_notice_call (KontorNotices *self, const char *id, GError **error)
{
  g_autoptr(GVariant) call = NULL;

  if (!g_hash_table_contains (self->told, "incident/models"))
    return;
  call = kontor_records_get (self->house->store, kontor_kind_find ("ai-call"), id, error);
  if (call != NULL && g_strcmp0 (kontor_record_get_text (call, "outcome"), "answered") == 0)
    settle (self, "incident/models");
}

void
kontor_notice_disk (KontorNotices *self)
{
  gint64 now_us = kontor_clock_now_us ();
  gboolean is_full = g_hash_table_contains (self->told, "incident/full");
  struct statvfs disk;
  guint64 left;

  if ((now_us < self->disk_us && !is_full) || statvfs (self->house->folder, &disk) != 0)
    return;
  self->disk_us = now_us + LOOK_US;
  left = (guint64) disk.f_bavail * disk.f_frsize;
  if (left >= NONE_BYTES)
    settle (self, "incident/full");
  if (left >= LEAST_BYTES)
    settle (self, "incident/low");
  else
    ring (self, "low");
}
