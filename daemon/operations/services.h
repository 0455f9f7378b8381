/* SPDX-License-Identifier: GPL-3.0-or-later */
/* services.h — what is sold, with all that is to be asked before it can be booked, as one value. */
#pragma once

#include "contacts/business.h"
#include "model/hours.h"
#include "model/money.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char        *code;      /* (nullable) */
  char        *title;     /* what the booking holds: "BMW 5 Series" */
  char        *said;      /* (nullable): what the customer reads in its place */
  char       **labels;    /* other words customers use for it; never NULL */
  gboolean     has_price;
  KontorMoney  price;     /* instead of the service's */
} KontorServiceChoice;

typedef enum {
  KONTOR_FOUND_BY_LABEL,   /* only where a label announces it, or its form is unmistakable */
  KONTOR_FOUND_BY_FROM,    /* a place after "from", "pick me up at" */
  KONTOR_FOUND_BY_TO,      /* a place after "to", "drop me at" */
  KONTOR_FOUND_BY_PERSON,  /* a name after "my name is", "this is" */
  KONTOR_FOUND_BY_COUNT,   /* a number before a label: "3 passengers" */
} KontorFoundBy;

typedef struct {
  char            *code;      /* (nullable) */
  char            *name;      /* "pickup"; the booking keeps it as "x-pickup" */
  char            *title;
  KontorFieldType  type;
  KontorFoundBy    found_by;
  char           **labels;    /* never NULL */
  char            *check;     /* (nullable): a regular expression the whole value must match */
  char            *question;  /* (nullable) */
  gboolean         required;
  GPtrArray       *choices;   /* of KontorServiceChoice */
} KontorServiceField;

/* How it is fulfilled, and so what a customer's wish for it becomes. */
typedef enum {
  KONTOR_FULFILLED_BY_SLOT,       /* a place at a time: a booking */
  KONTOR_FULFILLED_BY_DEPARTURE,  /* a place on a journey that sales arranges: a lead */
  KONTOR_FULFILLED_BY_SELLER,     /* a job that people do: an order */
  KONTOR_FULFILLED_BY_QUOTE,      /* what sales must price first: a lead */
} KontorFulfilment;

typedef struct {
  char             *code;
  char             *name;
  KontorFulfilment  fulfilment;
  char            **labels;       /* words customers use for it; never NULL */
  gboolean          has_price;
  KontorMoney       price;
  gint64            duration_s;   /* 0: a moment */
  gint64            capacity;     /* 0: no limit */
  gint64            notice_s;     /* how long before it must be booked at the latest */
  KontorHours      *hours;        /* (nullable): its own, else the business's; NULL: always */
  char             *confirm;      /* "on-yes", "on-payment" or "by-person" */
  char             *confirmation; /* (nullable): said after the booking */
  gboolean          active;
  GPtrArray        *fields;       /* of KontorServiceField, in their order */
} KontorService;

/* (transfer full); NOT_FOUND when there is none. */
KontorService *kontor_service_load     (KontorStore *store, const KontorBusiness *business,
                                        const char *code, GError **error);
/* (transfer full): of KontorService, the active ones. */
GPtrArray     *kontor_services_load    (KontorStore *store, const KontorBusiness *business,
                                        GError **error);
void           kontor_service_free     (KontorService *self);

/* (transfer none) (nullable) */
KontorServiceField  *kontor_service_find_field (const KontorService *self, const char *name);
/* (transfer none) (nullable): by title or label, in any case, the whole text. */
KontorServiceChoice *kontor_service_field_find_choice (const KontorServiceField *field,
                                                       const char *text);

/* "car, ride ,taxi" → {"car", "ride", "taxi"}. (transfer full), never NULL. @text: (nullable) */
char         **kontor_service_split_labels (const char *text);

/* (transfer none): the choice with the title @title as the customer reads it, else @title. */
const char    *kontor_service_field_get_said (const KontorServiceField *field, const char *title);

/* What is collected as own fields "x-…", (transfer full), for kontor_own_fields_free().
 * @all_optional: as for a change, where only what is given is checked. */
KontorField   *kontor_service_dup_own  (const KontorService *self, gboolean all_optional);

/* The price of what @values ("x-…" fields, "places") chose. FALSE: it has none. */
gboolean       kontor_service_get_price (const KontorService *self, GVariant *values,
                                         KontorMoney *price);

/* (transfer full): what @arguments of a change say, without @id, and the price that @whole, the
 * record as it would be, comes to. */
GVariant      *kontor_service_dup_changes (const KontorService *self, GVariant *arguments,
                                           const char *id, GVariant *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorService, kontor_service_free)

G_END_DECLS
