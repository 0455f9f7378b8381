/* SPDX-License-Identifier: GPL-3.0-or-later */
/* receipts.h — what became of messages, and "I could not read this one": nodes and values. Pure;
 * nodes we write have no id of their own, a receipt's id is the message's.
 *
 * Facts: whatsmeow receipt.go and retry.go, Baileys 7.0.0-rc14 Socket/messages-recv.js, zapo-js
 * 0.3.0 retry/, wa-wire outgoing.json "receipt". To add a type: its line in the table in
 * receipts.c.
 */
#pragma once

#include "protocol/keys.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_RECEIPT_DELIVERED,
  KONTOR_RECEIPT_INACTIVE,      /* delivered to a device that nobody looks at */
  KONTOR_RECEIPT_READ,
  KONTOR_RECEIPT_PLAYED,
  KONTOR_RECEIPT_SENDER,        /* another device of ours has what we sent */
  KONTOR_RECEIPT_READ_SELF,     /* read on another device of ours */
  KONTOR_RECEIPT_PLAYED_SELF,
  KONTOR_RECEIPT_PEER,          /* between devices of ours */
  KONTOR_RECEIPT_HISTORY,
  KONTOR_RECEIPT_SERVER_ERROR,  /* a file is not there any more */
  KONTOR_RECEIPT_RETRY,         /* kontor_retry_read () reads it */
  KONTOR_RECEIPT_OTHER,         /* acknowledge it, and nothing else */
} KontorReceiptKind;

/* Addresses as text; all (nullable) but @address. */
typedef struct {
  KontorReceiptKind kind;
  char             *address;      /* whose it is, or whom it is for: a device or a group */
  char             *participant;  /* in a group: who */
  char             *recipient;    /* of what we sent ourselves: to whom */
  GPtrArray        *ids;          /* of char *, at least one */
  gint64            at_s;         /* 0: not said */
} KontorWireReceipt;

KontorWireReceipt *kontor_wire_receipt_new  (KontorReceiptKind kind, const char *address);
void               kontor_wire_receipt_free (KontorWireReceipt *receipt);

/* The state a message of ours is in by it, as in KontorReceipt: "delivered", "read", "played",
 * "failed"; NULL where it says nothing of that. */
const char        *kontor_receipt_kind_get_state (KontorReceiptKind kind);

/* BAD_INPUT where it has no id or nobody sent it. */
KontorWireReceipt *kontor_receipts_read     (const KontorNode *node, GError **error);
/* (transfer full) */
KontorNode        *kontor_receipts_write    (const KontorWireReceipt *receipt);

/* A device could not read a message and asks for it once more. */
typedef struct {
  char              *id;               /* of the message */
  char              *address;          /* as in KontorWireReceipt */
  char              *participant;
  char              *recipient;
  guint              count;            /* from 1 on */
  int                error;            /* kontor_signal_outcome_get_retry () */
  gint64             at_s;             /* when the message was sent */
  guint32            registration_id;  /* of who asks */
  gboolean           has_bundle;
  KontorPrekeyBundle bundle;           /* to begin a new session with */
  GBytes            *device_identity;  /* (nullable) */
} KontorRetry;

/* After so many nobody asks or answers any more. */
#define KONTOR_RETRY_MOST 5
/* From this one on keys are sent along. */
#define KONTOR_RETRY_WITH_KEYS 2

void         kontor_retry_free  (KontorRetry *retry);
KontorRetry *kontor_retry_read  (const KontorNode *node, GError **error);
/* (transfer full) */
KontorNode  *kontor_retry_write (const KontorRetry *retry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWireReceipt, kontor_wire_receipt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorRetry, kontor_retry_free)

G_END_DECLS
