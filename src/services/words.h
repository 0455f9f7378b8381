/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.h — what rows say of the parts of a service, and the group of what one of them is called in
 * other languages. */
#pragma once

#include "widgets/record-group.h"

G_BEGIN_DECLS

/* All (transfer full). */
char *kontor_services_field_words   (KontorRemoteHouse *house, KontorRemoteRecord *field);
char *kontor_services_choice_words  (KontorRemoteHouse *house, KontorRemoteRecord *choice);

/* (transfer full): a KontorRecordGroup. @subject: the code of the service, or of a part of it.
 * @is_service: a service has no question, and the rest has no text after booking. */
GtkWidget *kontor_services_words_new (KontorRemoteHouse *house, const char *service,
                                      const char *subject, const char *title, const char *text,
                                      gboolean is_service);

G_END_DECLS
