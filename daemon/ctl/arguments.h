/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arguments.h — the words of a command line, sorted into options and words in order.
 *
 * Pure: never prints, never asks the daemon. Options may stand anywhere; what comes after "--" is
 * no option. Values are passed on as texts: the daemon reads them.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KONTOR_CTL_ERROR (kontor_ctl_error_quark ())

/* Only what decides the exit code; what the daemon refuses keeps its own code. */
typedef enum {
  KONTOR_CTL_ERROR_USAGE,
  KONTOR_CTL_ERROR_NO_DAEMON,
} KontorCtlError;

GQuark kontor_ctl_error_quark (void);

/**
 * KontorCtlOption:
 * @name: without the dashes
 * @value: (nullable): what it takes, as in "PHONE"; NULL for a switch
 * @help: one line
 */
typedef struct {
  const char *name;
  const char *value;
  const char *help;
} KontorCtlOption;

typedef struct _KontorCtlArguments KontorCtlArguments;

/* @words: NULL at the end, without the program and the command. Lists of options end with one
 * without name. Unknown and unfinished options, a number of words outside @least and @most (-1:
 * as many as there are) and bytes that are no UTF-8 are KONTOR_CTL_ERROR_USAGE. */
KontorCtlArguments *kontor_ctl_arguments_new  (char **words, const KontorCtlOption *options,
                                               const KontorCtlOption *common, int least, int most,
                                               GError **error);
void                kontor_ctl_arguments_free (KontorCtlArguments *arguments);

gboolean    kontor_ctl_arguments_has_option (KontorCtlArguments *arguments, const char *name);
/* NULL when it was not given; the last one counts. */
const char *kontor_ctl_arguments_get_option (KontorCtlArguments *arguments, const char *name);
/* (transfer full): as often as it was given, in that order; ended by NULL. */
char      **kontor_ctl_arguments_dup_all    (KontorCtlArguments *arguments, const char *name);
/* FALSE with USAGE when what was given is no whole number from 0 on; @fallback when missing. */
gboolean    kontor_ctl_arguments_get_count  (KontorCtlArguments *arguments, const char *name,
                                             guint fallback, guint *count, GError **error);

guint       kontor_ctl_arguments_get_n_words (KontorCtlArguments *arguments);
/* NULL when there are fewer words. */
const char *kontor_ctl_arguments_get_word   (KontorCtlArguments *arguments, guint index);
gboolean    kontor_ctl_arguments_get_id     (KontorCtlArguments *arguments, guint index, gint64 *id,
                                             GError **error);
/* (transfer full): the words from @first on, with one space between; USAGE when that is nothing. */
char       *kontor_ctl_arguments_dup_text   (KontorCtlArguments *arguments, guint first,
                                             GError **error);
/* (transfer full): a{sv} of texts from the words NAME=VALUE; USAGE where one has another form. */
GVariant   *kontor_ctl_arguments_dup_values (KontorCtlArguments *arguments, guint first,
                                             GError **error);
/* (transfer full): a{sv} as Records.Query() takes it, from FIELD=VALUE, FIELD>=VALUE, <=, >, <, !=;
 * the same field twice with "=" means any of the values. */
GVariant   *kontor_ctl_arguments_dup_filter (KontorCtlArguments *arguments, guint first,
                                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCtlArguments, kontor_ctl_arguments_free)

G_END_DECLS
