/* SPDX-License-Identifier: GPL-3.0-or-later */
/* error.h — the one error domain of the project, the same on both sides of the bus.
 *
 * A code says what the caller can do about it, never where it came from;
 * the message says where, for the log and for a person who asks for details.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KONTOR_ERROR (kontor_error_quark ())

typedef enum {
  KONTOR_ERROR_FAILED,       /* nothing to do but tell the person */
  KONTOR_ERROR_BAD_INPUT,    /* ask again: what was given cannot be right */
  KONTOR_ERROR_NOT_FOUND,    /* it is not there (any more) */
  KONTOR_ERROR_NOT_ALLOWED,  /* the role, the law or the channel forbids it */
  KONTOR_ERROR_NOT_LINKED,   /* sign in or pair again */
  KONTOR_ERROR_TRY_LATER,    /* passing trouble: trying again may help */
  KONTOR_ERROR_UNKNOWN,      /* it may have happened: a person decides, never repeat it unasked */
} KontorError;

/* Registers the domain with GDBus as well: a code crosses the bus as
 * org.kontor.Error.BadInput and arrives as the same code. */
GQuark kontor_error_quark (void);

G_END_DECLS
