/* SPDX-License-Identifier: GPL-3.0-or-later */
/* order-states.c — a job that people do. One of the office may take up what came in, or what
 * somebody accepted; the states of offering are left by what offers. */
#include "operations/states.h"

#define OFFICE KONTOR_ROLES_OFFICE
#define ANYBODY (KONTOR_ROLES_OFFICE | KONTOR_ROLE_CUSTOMER)
#define CUSTOMER KONTOR_TOLD_CUSTOMER
#define NOBODY KONTOR_TOLD_NOBODY

static const KontorStep steps[] = {
  { "received",    "change-order",     "received",    ANYBODY, CUSTOMER, "changed" },
  { "received",    "cancel-order",     "cancelled",   ANYBODY, CUSTOMER },
  { "received",    "start-order",      "in-progress", OFFICE,  CUSTOMER },
  { "received",    "invalidate-order", "invalid",     OFFICE,  CUSTOMER },
  { "received",    "delete-order",     "deleted",     OFFICE,  NOBODY },
  { "offered",     "cancel-order",     "cancelled",   OFFICE,  CUSTOMER },
  { "accepted",    "start-order",      "in-progress", OFFICE,  CUSTOMER },
  { "accepted",    "complete-order",   "completed",   OFFICE,  CUSTOMER },
  { "accepted",    "cancel-order",     "cancelled",   OFFICE,  CUSTOMER },
  { "in-progress", "complete-order",   "completed",   OFFICE,  CUSTOMER },
  { NULL }
};

static const char *const alive[] = {
  "received", "offered", "accepted", "in-progress", "unfulfilled", "returned", NULL
};

const KontorStates kontor_order_states = {
  .kind = "order", .open = alive, .texts = "order-told", .steps = steps,
};
