/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-field.c — something a business wants to know of its customers; in a contact it is the
 * field x-NAME. */
#include "model/record.h"

static const KontorField fields[] = {
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Title") },
  { "type", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Type"),
    .choices = "text|long-text|number|date|choice|yes-no" },
  { "choices", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Choices, parted by commas") },
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Name in files"),
    .check = "[a-z0-9]+(-[a-z0-9]+)*" },
  { "position", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Position") },
  { NULL }
};

const KontorKind kontor_contact_field_kind = {
  .name = "contact-field",
  .title = N_("Field of customers"),
  .plural = N_("Fields of customers"),
  .prefix = "CF",
  .label = "title",
  .sort = "position",
  .fields = fields,
};
