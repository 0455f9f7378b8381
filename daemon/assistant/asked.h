/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asked.h — what a message asks: its questions one by one, each as weighed words.
 *
 * Pure: it knows the English tables, not the shop. Statements, thanks, chit-chat and questions
 * about the customer's own case are told apart here, and carry no words.
 */
#pragma once

#include "assistant/asked-unit.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_ASKED_NOTHING,   /* a statement, a greeting, thanks */
  KONTOR_ASKED_QUESTION,  /* something the knowledge may answer */
  KONTOR_ASKED_CHAT,      /* about us as people, about jobs, about nothing */
  KONTOR_ASKED_CASE,      /* about their own booking, payment, driver */
  KONTOR_ASKED_REQUEST,   /* that something be done */
} KontorAskedKind;

/* What the passage must speak of, whatever else it covers. */
typedef enum {
  KONTOR_NEEDS_NOTHING  = 0,
  KONTOR_NEEDS_MONEY    = 1 << 0,
  KONTOR_NEEDS_SPAN     = 1 << 1, /* "how long" */
  KONTOR_NEEDS_DISTANCE = 1 << 2, /* "how far" */
  KONTOR_NEEDS_COUNT    = 1 << 3, /* "how many", of @counted */
} KontorAskedNeeds;

typedef struct {
  char             *text;
  KontorAskedKind   kind;
  GPtrArray        *units;         /* of KontorAskedUnit */
  KontorAskedNeeds  needs;
  char             *counted;       /* (nullable): a stem */
  gboolean          is_offer;      /* asks what can be had or done */
  gboolean          is_possession; /* "do you have …" */
} KontorAsked;

/* (transfer full): of KontorAsked, one for each sentence or question; none for an empty text.
 * @is_for_people: (out): trouble, or the wish for a person, stands in it. */
GPtrArray   *kontor_asked_read   (const char *text, gboolean *is_for_people);
/* (transfer full): @text taken for one question, whatever it is. */
KontorAsked *kontor_asked_all    (const char *text);
/* (transfer full): the parts of @self around "and", "or" and commas; NULL when there is but one. */
GPtrArray   *kontor_asked_split  (const KontorAsked *self);
void         kontor_asked_free   (KontorAsked *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAsked, kontor_asked_free)

G_END_DECLS
