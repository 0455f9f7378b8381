/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action.h — what the business can do, by name.
 *
 * An action is written once and has five mouths: a button of the app, a step of a flow, a tool of
 * the assistant, a command given in chat, a call over HTTP. Who may, the arguments, audit and
 * "only once" are checked here, in one place, and the whole is one transaction.
 *
 * An action never waits for the outside. What must reach the world is stored with it (a message in
 * the outbox, a job in the agenda) and leaves when the transaction stands.
 *
 * To add one: <folder>/<verb>.c with a KontorAction named kontor_<verb>_action, and its name in the
 * list of actions in the folder's meson.build.
 */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * KontorAction:
 * @name: as in "mark-paid"
 * @title: what a button says, marked with N_()
 * @of: (nullable): the kind it is done to or makes; fields "x-…" of that kind may be given
 * @own: the roles that may, for what is theirs: every link among the arguments must lead to the
 *   actor's own contact, or to a record with that contact
 * @all: the roles that may, for everybody's
 * @takes: its arguments, ended by a field without name
 * @offered: (nullable): the states of @of in which its button is shown, ended by NULL; needed only
 *   where no table of states has it
 * @run: does it, inside the transaction; (transfer full): the record it was done to
 */
typedef struct {
  const char        *name;
  const char        *title;
  const char        *of;
  KontorRoles        own;
  KontorRoles        all;
  const KontorField *takes;
  const char *const *offered;
  GVariant        *(*run) (KontorStore *store, const KontorActor *actor, GVariant *arguments,
                           GError **error);
} KontorAction;

/* Ended by NULL. */
const KontorAction *const *kontor_actions_get_all (void);
const KontorAction *kontor_action_find (const char *name);
gboolean  kontor_action_may (const KontorAction *action, const KontorActor *actor);

/* @arguments: a{sv}. @once: (nullable): a name of the caller's choosing; under the same name the
 * same action, asked for by the same actor with the same arguments, is not done again: its first
 * result is given instead. Anything else under that name is NOT_ALLOWED.
 * (transfer full): the record it was done to. Nothing is changed on error. */
GVariant *kontor_action_run (KontorStore *store, const KontorActor *actor, const char *name,
                             GVariant *arguments, const char *once, GError **error);

G_END_DECLS
