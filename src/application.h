/* SPDX-License-Identifier: GPL-3.0-or-later */
/* application.h — the program: one connection to the daemon, shared by all windows. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_APPLICATION (kontor_application_get_type ())
G_DECLARE_FINAL_TYPE (KontorApplication, kontor_application, KONTOR, APPLICATION, AdwApplication)

KontorApplication *kontor_application_new (void);

G_END_DECLS
