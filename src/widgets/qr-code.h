/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qr-code.h — a text for the camera of a phone: always black on white, whatever the theme. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_QR_CODE (kontor_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (KontorQrCode, kontor_qr_code, KONTOR, QR_CODE, GtkWidget)

/* @text: (nullable): nothing is drawn then. */
void kontor_qr_code_set_text (KontorQrCode *self, const char *text);

G_END_DECLS
