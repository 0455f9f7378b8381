/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-cli.h — what the files of signal-cli share. */
#pragma once

#include "protocol/signal.h"

typedef struct {
  const char *name;
  guint       words;  /* at least */
  void      (*run) (char **words, guint count);
} CliCommand;

/* Keys and receipts as nodes, each as a frame in hexadecimal digits. Ends with a name of NULL. */
extern const CliCommand cli_node_commands[];

extern KontorSignal *cli_signal;

/* (transfer full) */
GBytes *cli_read_hex  (const char *hex);
/* They add to the answer. */
void    cli_say       (const char *format, ...) G_GNUC_PRINTF (1, 2);
void    cli_say_bytes (GBytes *bytes);
