/* SPDX-License-Identifier: GPL-3.0-or-later */
/* why.h — “Why did it say that?”: what an automatic answer was made from. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

void kontor_why_show (GtkWidget *widget, KontorRemoteHouse *house, KontorRemoteRecord *message);

G_END_DECLS
