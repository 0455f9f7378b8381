/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link-dialog.h — what a phone is to read, or to be told, for a line to become its linked device.
 * First it says what that risks, and shows no code before that was taken; the official way is one
 * click from there. It follows the line: codes change, and it goes when the line is linked. Where
 * none is shown any more it tells why, and begins again. */
#pragma once

#include <adwaita.h>

#include "remote/remote-channels.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LINK_DIALOG (kontor_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorLinkDialog, kontor_link_dialog, KONTOR, LINK_DIALOG, AdwWindow)

/* (transfer none): the dialog, which belongs to itself. @before: (nullable): whose dialog it is,
 * and who goes to the official way. @remote: (nullable): without it nothing can be begun again. */
GtkWidget *kontor_link_dialog_open (GtkWindow *before, KontorRemote *remote,
                                    KontorRemoteRecord *channel);

G_END_DECLS
