/* SPDX-License-Identifier: GPL-3.0-or-later */
/* servers-group.h — servers of models on this computer, each to be lent with one press. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "added" (string): the id of the provider that was made of one. */
#define KONTOR_TYPE_SERVERS_GROUP (kontor_servers_group_get_type ())
G_DECLARE_FINAL_TYPE (KontorServersGroup, kontor_servers_group, KONTOR, SERVERS_GROUP, AdwBin)

GtkWidget *kontor_servers_group_new (KontorRemoteHouse *house);

G_END_DECLS
