/* SPDX-License-Identifier: GPL-3.0-or-later */
/* services-page.h — what is sold: the services, and the one that is open with all that it asks
 * customers for. Places: a service's code, or "new". */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_SERVICES_PAGE (kontor_services_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorServicesPage, kontor_services_page, KONTOR, SERVICES_PAGE, AdwBin)

GtkWidget *kontor_services_page_new (KontorRemoteHouse *house);

G_END_DECLS
