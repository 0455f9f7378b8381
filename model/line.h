/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line.h — how a line to the outside is, and how it may be spoken on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_CHANNEL_OFF,
  KONTOR_CHANNEL_CONNECTING,
  KONTOR_CHANNEL_CONNECTED,   /* proved by recent traffic or a probe */
  KONTOR_CHANNEL_DEGRADED,
  KONTOR_CHANNEL_LOGGED_OUT,
  KONTOR_CHANNEL_BANNED,
} KontorChannelState;

/* What a failed attempt says about the next one. */
typedef enum {
  KONTOR_SETBACK_MESSAGE,   /* this message alone */
  KONTOR_SETBACK_CONTACT,   /* everything to this contact */
  KONTOR_SETBACK_LINE,      /* everything on this line */
  KONTOR_SETBACK_WINDOW,    /* the contact's 24 hours are over, whatever our clock says */
  KONTOR_SETBACK_TEMPLATE,  /* the template is not to be used as it is */
} KontorSetbackScope;

typedef struct {
  KontorSetbackScope scope;
  gint64             wait_us;  /* at least; 0: the caller knows best */
  KontorChannelState state;    /* of the line; KONTOR_CHANNEL_OFF where it goes on */
} KontorSetback;

/* How fast a line may be spoken on; 0: no limit. Learned limits are slower, never faster. */
typedef struct {
  guint  per_second;         /* messages on the line */
  gint64 contact_every_us;   /* one to the same contact */
  guint  contact_burst;      /* this many may go at once before that counts */
  gint64 window_us;          /* free-form messages only so long after the contact wrote */
  guint  at_once;            /* calls under way at the same time, each to another contact */
  gint64 edit_us;            /* a text may be changed so long after it was sent; 0: never */
  gint64 take_back_us;       /* and a message be taken back; 0: never */
} KontorPacing;

G_END_DECLS
