/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bell.h — notifications of the desktop, each by a key of ours: the same key again replaces what is
 * shown. Inside Flatpak they go through the portal. Where nobody shows them nothing is lost.
 *
 * It decides nothing and remembers nothing but what is shown. Urgency is never more than normal, so
 * that a desktop that is not to disturb does not.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KONTOR_NOTE_MOST_ACTIONS 3

/**
 * KontorNote:
 * @key: "conversation/5"
 * @body: plain text
 * @actions: name, words, …, ended by NULL; "default" is the notification itself
 */
typedef struct {
  const char *key, *title, *body;
  const char *actions[2 * KONTOR_NOTE_MOST_ACTIONS + 1];
} KontorNote;

/* Signal: "answered" (char *key, char *action, char *token): what the person chose; @token:
 * (nullable): for the window that is to be opened by it. */
#define KONTOR_TYPE_BELL (kontor_bell_get_type ())
G_DECLARE_FINAL_TYPE (KontorBell, kontor_bell, KONTOR, BELL, GObject)

KontorBell *kontor_bell_new      (GDBusConnection *connection);
void        kontor_bell_ring     (KontorBell *self, const KontorNote *note);
/* No error where it is not shown. */
void        kontor_bell_withdraw (KontorBell *self, const char *key);
void        kontor_bell_withdraw_all (KontorBell *self);

G_END_DECLS
