/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.h — what kontorctl can do: one entry a command.
 *
 * Help, completion and the tests read this table; nothing else knows the names.
 *
 * To add one: a run function in the file of its group, declared below, and its entry in command.c.
 */
#pragma once

#include "ctl/arguments.h"
#include "ctl/connection.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_CTL_PLAIN    = 0,
  KONTOR_CTL_ALONE    = 1 << 0, /* needs no daemon */
  KONTOR_CTL_NO_START = 1 << 1, /* wants the daemon, but does not start it */
} KontorCtlFlags;

/**
 * KontorCtlCommand:
 * @name: one word, or two ("channel add")
 * @takes: its words as the help shows them
 * @help: one line
 * @more: (nullable): what else to know, for “kontorctl help COMMAND”
 * @options: (nullable): ended by one without name
 * @least, @most: how many words; -1: any number
 * @run: FALSE with an error: 1, or what the error's code says (see main.c)
 */
typedef struct {
  const char            *name;
  const char            *takes;
  const char            *help;
  const char            *more;
  const KontorCtlOption *options;
  int                    least;
  int                    most;
  KontorCtlFlags         flags;
  gboolean             (*run) (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error);
} KontorCtlCommand;

/* Ended by one without name. */
const KontorCtlCommand *kontor_ctl_commands_get_all (void);
/* What every command takes; ended by one without name. */
const KontorCtlOption  *kontor_ctl_commands_get_common (void);

/* @words: NULL at the end; *@used: how many of them are the command's name. A group alone
 * ("channel") is its "list". USAGE, with what there is instead, when it is none. */
const KontorCtlCommand *kontor_ctl_command_find (const char *const *words, guint *used,
                                                 GError **error);
/* (transfer full): "Usage: kontorctl …", options and all. */
char *kontor_ctl_command_dup_help (const KontorCtlCommand *command);

#define KONTOR_CTL_RUN(name) \
  gboolean kontor_ctl_##name (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)

/* records.c */
KONTOR_CTL_RUN (kinds);
KONTOR_CTL_RUN (list);
KONTOR_CTL_RUN (audit);
KONTOR_CTL_RUN (get);
KONTOR_CTL_RUN (save);
KONTOR_CTL_RUN (remove);
/* files.c */
KONTOR_CTL_RUN (import);
KONTOR_CTL_RUN (export);
KONTOR_CTL_RUN (calendar);
/* sum.c */
KONTOR_CTL_RUN (sum);
/* actions.c */
KONTOR_CTL_RUN (do);
/* inbox.c */
KONTOR_CTL_RUN (inbox);
KONTOR_CTL_RUN (messages);
KONTOR_CTL_RUN (search);
/* conversation.c */
KONTOR_CTL_RUN (send);
KONTOR_CTL_RUN (again);
KONTOR_CTL_RUN (cancel);
KONTOR_CTL_RUN (fill);
KONTOR_CTL_RUN (note);
KONTOR_CTL_RUN (hold);
KONTOR_CTL_RUN (release);
KONTOR_CTL_RUN (mode);
KONTOR_CTL_RUN (accept);
KONTOR_CTL_RUN (discard);
KONTOR_CTL_RUN (assign);
KONTOR_CTL_RUN (state);
KONTOR_CTL_RUN (read);
/* why.c */
KONTOR_CTL_RUN (why);
/* practice.c */
KONTOR_CTL_RUN (practice);
/* channel.c */
KONTOR_CTL_RUN (channel_list);
KONTOR_CTL_RUN (channel_kinds);
KONTOR_CTL_RUN (channel_add);
KONTOR_CTL_RUN (channel_set);
KONTOR_CTL_RUN (channel_remove);
KONTOR_CTL_RUN (channel_test);
/* link.c */
KONTOR_CTL_RUN (channel_link);
/* assistant.c */
KONTOR_CTL_RUN (understand);
KONTOR_CTL_RUN (ask);
KONTOR_CTL_RUN (preview);
/* try.c */
KONTOR_CTL_RUN (try);
/* bench.c */
KONTOR_CTL_RUN (bench);
/* provider.c */
KONTOR_CTL_RUN (provider_offers);
/* demo.c */
KONTOR_CTL_RUN (demo_list);
KONTOR_CTL_RUN (demo_load);
KONTOR_CTL_RUN (demo_remove);
/* status.c */
KONTOR_CTL_RUN (status);
KONTOR_CTL_RUN (check_store);
KONTOR_CTL_RUN (quit);
/* lock.c */
KONTOR_CTL_RUN (lock_set);
KONTOR_CTL_RUN (lock_unlock);
KONTOR_CTL_RUN (lock_lock);
KONTOR_CTL_RUN (lock_remove);
/* watch.c */
KONTOR_CTL_RUN (watch);
/* help.c */
KONTOR_CTL_RUN (help);

G_END_DECLS
