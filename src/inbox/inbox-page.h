/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inbox-page.h — the conversations, the one that is open, and beside it the customer or the
 * customer's phone. Places: "12" (a conversation), "contact/CT1", "practice", "unread". */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Action: inbox.side (s): "contact", "practice" or "": shows it, or hides it where it is shown. */
#define KONTOR_TYPE_INBOX_PAGE (kontor_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorInboxPage, kontor_inbox_page, KONTOR, INBOX_PAGE, AdwBin)

GtkWidget *kontor_inbox_page_new (KontorRemoteHouse *house);

G_END_DECLS
