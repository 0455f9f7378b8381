/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway.h — a company that takes money for the business, and what it is asked.
 *
 * A gateway is pure: it writes questions and reads answers and webhooks, and keeps and asks
 * nothing itself. accounts.h asks; payments.h keeps. Amounts are in minor units as ISO 4217 counts
 * them; what a vendor counts otherwise its own file turns into that and back.
 *
 * To add one: payments/<name>.c with a KontorGateway named kontor_<name>_gateway, and <name> in the
 * list in daemon/payments/meson.build.
 */
#pragma once

#include "model/field.h"
#include "model/json.h"
#include "net/http.h"

G_BEGIN_DECLS

/* What is wished for. */
typedef enum {
  KONTOR_DEED_NONE,
  KONTOR_DEED_TOKEN,          /* something to ask with, where the keys alone are not enough */
  KONTOR_DEED_TEST,           /* whether the keys are right, and what they are good for */
  KONTOR_DEED_LINK,           /* a link to pay by */
  KONTOR_DEED_FIND_LINK,      /* what an asking before, of which nothing was heard, made */
  KONTOR_DEED_LOOK,           /* whether it was paid */
  KONTOR_DEED_CAPTURE,        /* takes what the customer has agreed to */
  KONTOR_DEED_CLOSE,          /* the link can no longer be paid by */
  KONTOR_DEED_REFUND,
  KONTOR_DEED_FIND_REFUND,
  KONTOR_DEED_LOOK_REFUND,
  KONTOR_DEED_PAY_OUT,
  KONTOR_DEED_FIND_PAY_OUT,
  KONTOR_DEED_LOOK_PAY_OUT,
  KONTOR_DEED_LIST,           /* all that came, went back and was paid out in a time */
} KontorDeedKind;

/**
 * KontorDeed:
 * @key: ours; every asking for the same has the same
 * @id: ours, for people: "PM1"
 * @title: what the customer reads at the gateway
 * @remote: (nullable): the gateway's id of what is asked about
 * @charge: (nullable): the gateway's id of the money that goes back
 * @destination: (nullable): where a pay-out goes
 * @note: (nullable)
 * @cursor: (nullable): where the answer before ended
 * @expires_us, @since_us: when the link ends; when it was looked last
 * @since_us, @until_us: of a list: its time
 * @attempts: how often it was asked for before
 * @closed: the link is over for us: nothing that was agreed to is taken any more
 */
typedef struct {
  KontorDeedKind  kind;
  char           *key, *id, *title, *remote, *charge, *destination, *note, *cursor;
  gint64          minor;
  char            currency[4];
  gint64          expires_us, since_us, until_us;
  gint64          attempts;
  gboolean        closed;
} KontorDeed;

/* One request. */
typedef struct {
  const char *method;
  char       *url;
  GPtrArray  *headers;  /* name, value, … */
  const char *type;     /* (nullable) */
  GBytes     *body;     /* (nullable) */
} KontorQuestion;

typedef enum {
  KONTOR_MONEY_PAID,
  KONTOR_MONEY_APPROVED,        /* the customer agreed: look, and take it */
  KONTOR_MONEY_FAILED,          /* a try to pay that came to nothing; another may come */
  KONTOR_MONEY_CLOSED,          /* the link ended at the gateway */
  KONTOR_MONEY_REFUNDED,
  KONTOR_MONEY_REFUND_FAILED,   /* and so it is still here */
  KONTOR_MONEY_OUT,
  KONTOR_MONEY_OUT_FAILED,
} KontorMoneyKind;

/**
 * KontorMoneyEvent:
 * @id: the gateway's id of the money itself (a payment, a refund, a pay-out), the same whether it
 *   is told by a webhook or found by looking
 * @charge: (nullable): for a refund: the @id of what was paid
 * @link: (nullable): the gateway's id of the link
 * @key: (nullable): the key of the payment, refund or pay-out, where it comes back
 * @reason: (nullable): in the vendor's words
 */
typedef struct {
  KontorMoneyKind  kind;
  char            *id, *charge, *link, *key, *reason;
  gint64           minor;
  char             currency[4];
  gint64           at_us;
} KontorMoneyEvent;

typedef enum { KONTOR_DEED_DONE, KONTOR_DEED_PENDING, KONTOR_DEED_FAILED } KontorDeedState;

/* What was answered. */
typedef struct {
  KontorDeedState  state;
  char            *remote, *link, *reason;
  GPtrArray       *events;       /* of KontorMoneyEvent */
  KontorDeedKind   next;         /* what is to be asked before it is whole; NONE: nothing */
  char            *cursor;       /* for that */
  char            *token;        /* good for @token_for_s */
  gint64           token_for_s;
  const char      *mode;         /* (nullable): "test" or "live" */
} KontorPayAnswer;

/* A webhook as it came. @headers: name in small letters → value, of those that the gateway names.
 * @certificate: (nullable): PEM, from where dup_certificate_url() said. */
typedef struct {
  GBytes     *body;
  GHashTable *headers;
  gint64      now_us;
  const char *certificate;
} KontorPayHook;

/**
 * KontorGateway:
 * @name: as in "stripe"
 * @title: what people read, marked with N_()
 * @fields: the settings, named "x-…": own fields of the account, secrets among them
 * @headers: of a webhook, in small letters, that read_hook() wants; ended by NULL
 * @needs_token: whether a token is asked for (KONTOR_DEED_TOKEN) before anything else
 * @longest_s: how long a link may live there; 0: as long as one likes
 * @lists_pay_outs: whether a list has pay-outs too; of theirs only those with our key are told
 * @check: whether the gateway takes this amount; BAD_INPUT says why not
 * @write: (transfer full): the question. @token: (nullable). NULL without error: the gateway has
 *   no such thing and there is nothing to do
 * @read: (transfer full): what the answer means. NOT_ALLOWED: the vendor refused, in its words;
 *   NOT_LINKED: it does not know the keys; TRY_LATER: surely nothing happened; UNKNOWN
 * @dup_certificate_url: (nullable): (transfer full): where the certificate is that signed a
 *   webhook; NOT_ALLOWED where that is no place of the vendor's
 * @read_hook: (transfer full): of KontorMoneyEvent; none for what does not matter. NOT_ALLOWED: it
 *   was not signed by the vendor, or too long ago. BAD_INPUT: it was, and cannot be read
 */
typedef struct {
  const char        *name;
  const char        *title;
  const KontorField *fields;
  const char *const *headers;
  gboolean           needs_token;
  gint64             longest_s;
  gboolean           lists_pay_outs;
  gboolean         (*check)     (gint64 minor, const char *currency, GError **error);
  KontorQuestion  *(*write)     (const KontorDeed *deed, GVariant *settings, const char *token,
                                 GError **error);
  KontorPayAnswer *(*read)      (const KontorDeed *deed, GVariant *settings,
                                 const KontorReply *reply, GError **error);
  char            *(*dup_certificate_url) (const KontorPayHook *hook, GVariant *settings,
                                           GError **error);
  GPtrArray       *(*read_hook) (const KontorPayHook *hook, GVariant *settings, GError **error);
} KontorGateway;

/* Ended by NULL. */
const KontorGateway *const *kontor_gateways_get_all (void);
const KontorGateway *kontor_gateway_find (const char *name); /* NULL where there is none */

KontorDeed      *kontor_deed_new       (KontorDeedKind kind, const char *key);
void             kontor_deed_free      (KontorDeed *deed);

/* @path is put after the setting "x-base-url", or @base where that is not set. */
KontorQuestion  *kontor_question_new   (const char *method, GVariant *settings, const char *base,
                                        const char *path);
void             kontor_question_free  (KontorQuestion *question);
void             kontor_question_add   (KontorQuestion *question, const char *header,
                                        const char *value);
void             kontor_question_add_basic (KontorQuestion *question, const char *user,
                                            const char *password);
/* Takes @object. */
void             kontor_question_take_json (KontorQuestion *question, JsonObject *object);
/* Where a list of several goes on, a cursor says by "WHICH:REST". *rest: lent by the cursor, "" at
 * the start of one. (transfer full) the other way. */
guint            kontor_deed_get_place  (const KontorDeed *deed, const char **rest);
char            *kontor_deed_dup_place  (guint which, const char *rest);
/* Takes @form, as GLib's URIs write it: "a=b&c=d". */
void             kontor_question_take_form (KontorQuestion *question, GString *form);
/* Appends NAME=VALUE, escaped; @value: (nullable): nothing then. */
void             kontor_form_add       (GString *form, const char *name, const char *value);
void             kontor_form_add_int   (GString *form, const char *name, gint64 value);

KontorPayAnswer *kontor_pay_answer_new  (void);
void             kontor_pay_answer_free (KontorPayAnswer *answer);
KontorMoneyEvent *kontor_money_event_new  (KontorMoneyKind kind, const char *id);
void             kontor_money_event_free (KontorMoneyEvent *event);
/* (transfer full): for KontorMoneyEvent. */
GPtrArray       *kontor_money_events_new (void);

/* The setting, NULL where it is missing or empty. Lent. */
const char      *kontor_setting_get    (GVariant *settings, const char *name);
/* (transfer full): the root of a reply of success, an object; UNKNOWN where it cannot be read. */
JsonNode        *kontor_pay_read_json  (const KontorReply *reply, GError **error);
/* Sets what an answer of no success means; @words: (nullable): the vendor's. Always NULL. */
gpointer         kontor_pay_refuse     (const KontorGateway *gateway, guint status,
                                        const char *words, GError **error);

/* Minor units of a vendor that counts @currency with @theirs decimals, and back. BAD_INPUT where
 * the vendor cannot say it exactly, or does not fit. */
gboolean         kontor_pay_scale_to   (gint64 minor, const char *currency, int theirs,
                                        gint64 *scaled, GError **error);
gboolean         kontor_pay_scale_from (gint64 scaled, const char *currency, int theirs,
                                        gint64 *minor, GError **error);
/* (transfer full): "12.50" with @decimals, and back. */
char            *kontor_pay_dup_decimal  (gint64 scaled, int decimals);
gboolean         kontor_pay_read_decimal (const char *text, int decimals, gint64 *scaled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorDeed, kontor_deed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorQuestion, kontor_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorPayAnswer, kontor_pay_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorMoneyEvent, kontor_money_event_free)

G_END_DECLS
