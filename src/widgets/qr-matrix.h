/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qr-matrix.h — a text as the squares of a QR code (ISO/IEC 18004), and how they are put on whole
 * pixels. Values; draws into any snapshot, so it is tested without a screen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The white margin that a reader needs, in squares. */
#define KONTOR_QR_QUIET 4

typedef struct {
  guint     side;   /* squares in a row, without the margin */
  gboolean *dark;   /* side × side, row by row */
} KontorQrMatrix;

/* NULL: @text is empty, or longer than a code can hold. */
KontorQrMatrix *kontor_qr_matrix_new     (const char *text);
void            kontor_qr_matrix_free    (KontorQrMatrix *self);

/* In the middle of @width × @height, as large as whole pixels of the screen allow, on white.
 * @scale: pixels of the screen in one of those that @width counts. */
void            kontor_qr_matrix_draw    (const KontorQrMatrix *self, GtkSnapshot *snapshot,
                                          int width, int height, int scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorQrMatrix, kontor_qr_matrix_free)

G_END_DECLS
