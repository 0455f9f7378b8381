/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake-channel.h — a line whose outside is the test: it says what becomes of each message and file,
 * sees what was to be said, and lets customers write.
 *
 * Three kinds: "fake" might say a message twice and confirms, "fake-repeating" repeats safely,
 * "fake-strict" has a window of 24 hours and lets two messages to a contact go at once, then one in
 * six seconds. Link channel-kinds.c with it: the tests' own list takes the place of the daemon's.
 */
#pragma once

#include "channels/channel.h"

G_BEGIN_DECLS

typedef enum {
  FAKE_SENT,           /* the line took it; what happens unless the test says otherwise */
  FAKE_TRY_LATER,
  FAKE_CONTACT_LATER,  /* and nothing more to this contact for a while */
  FAKE_UNKNOWN,
  FAKE_REFUSED,
  FAKE_TOO_LATE,       /* refused: the contact wrote too long ago, whatever our clock says */
  FAKE_NOT_LINKED,     /* the line needs a person from now on */
  FAKE_SILENT,         /* no answer until fake_channel_answer(), or the line is stopped */
} FakeOutcome;

#define FAKE_TYPE_CHANNEL (fake_channel_get_type ())
G_DECLARE_DERIVABLE_TYPE (FakeChannel, fake_channel, FAKE, CHANNEL, KontorChannel)

struct _FakeChannelClass
{
  KontorChannelClass parent_class;
};

GType       fake_repeating_channel_get_type (void);
GType       fake_strict_channel_get_type    (void);

/* What becomes of the next message that nothing was decided for yet. */
void        fake_channel_decide     (FakeChannel *self, FakeOutcome outcome);
/* What becomes of the message that has been waiting for an answer the longest. */
void        fake_channel_answer     (FakeChannel *self, FakeOutcome outcome);
/* The texts the line was asked to say, in that order, separated by "|". Lent until the next one. */
const char *fake_channel_get_said   (FakeChannel *self);
/* Our token with the last of them. */
const char *fake_channel_get_token  (FakeChannel *self);
/* How often it was started. */
guint       fake_channel_get_starts (FakeChannel *self);
/* The text of the setting "x-word" it was started with last, or NULL. */
const char *fake_channel_get_word   (FakeChannel *self);

/* A customer writes; a batch of one. @external, @phone, @name: (nullable) */
void        fake_channel_hear       (FakeChannel *self, const char *external, const char *phone,
                                     const char *name, const char *text);
/* The line says what became of a message; a batch of one. Takes @receipt. */
void        fake_channel_confirm    (FakeChannel *self, KontorReceipt *receipt);

/* What the next file holds that is asked for; NULL: it cannot be brought just now. Without any the
 * line no longer has it. */
void        fake_channel_promise    (FakeChannel *self, const char *content);
/* The line's ids of the files it was asked for, separated by "|". */
const char *fake_channel_get_asked  (FakeChannel *self);
/* "read" and "typing", as the contact was told, separated by "|". */
const char *fake_channel_get_marked (FakeChannel *self);

G_END_DECLS
