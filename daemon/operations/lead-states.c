/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lead-states.c — an enquiry on its way to a sale. The customer adds to it as long as it is open;
 * all else is the office's, and no step is told: people talk with the customer themselves. */
#include "operations/states.h"

#define OFFICE KONTOR_ROLES_OFFICE
#define ANYBODY (KONTOR_ROLES_OFFICE | KONTOR_ROLE_CUSTOMER)
#define NOBODY KONTOR_TOLD_NOBODY

static const KontorStep steps[] = {
  { "new",       "change-lead",  "new",       ANYBODY, NOBODY, "changed" },
  { "new",       "contact-lead", "contacted", OFFICE,  NOBODY },
  { "new",       "lose-lead",    "lost",      OFFICE,  NOBODY },
  { "contacted", "change-lead",  "contacted", ANYBODY, NOBODY, "changed" },
  { "contacted", "lose-lead",    "lost",      OFFICE,  NOBODY },
  { "quoted",    "change-lead",  "quoted",    ANYBODY, NOBODY, "changed" },
  { "quoted",    "lose-lead",    "lost",      OFFICE,  NOBODY },
  { "lost",      "reopen-lead",  "new",       OFFICE,  NOBODY, "reopened" },
  { NULL }
};

static const char *const alive[] = { "new", "contacted", "quoted", NULL };

const KontorStates kontor_lead_states = {
  .kind = "lead", .open = alive, .steps = steps,
};
