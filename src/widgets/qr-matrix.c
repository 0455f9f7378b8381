/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qr-matrix.c — squares are drawn as rectangles with whole pixels of the screen as their edges, not
 * as a picture that is made larger: nothing is ever grey. Neighbours in a row are one rectangle, so
 * that there are a few hundred and not thousands. */
#include "widgets/qr-matrix.h"

#include <qrencode.h>

KontorQrMatrix *
kontor_qr_matrix_new (const char *text)
{
  QRcode *code = *text != '\0' ? QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L) : NULL;
  KontorQrMatrix *self = NULL;

  if (code == NULL)
    return NULL;
  self = g_new0 (KontorQrMatrix, 1);
  self->side = code->width;
  self->dark = g_new (gboolean, self->side * self->side);
  for (guint i = 0; i < self->side * self->side; i++)
    self->dark[i] = (code->data[i] & 1) != 0;
  QRcode_free (code);

  return self;
}

void
kontor_qr_matrix_free (KontorQrMatrix *self)
{
  g_free (self->dark);
  g_free (self);
}

static void
draw_row (const KontorQrMatrix *self, GtkSnapshot *snapshot, guint row, float left, float top,
          float square)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const gboolean *dark = self->dark + row * self->side;

  for (guint at = 0; at < self->side; at++)
    {
      guint from = at;

      while (at < self->side && dark[at])
        at++;
      if (at > from)
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT (left + from * square, top + row * square,
                                                        (at - from) * square, square));
    }
}

void
kontor_qr_matrix_draw (const KontorQrMatrix *self, GtkSnapshot *snapshot, int width, int height,
                       int scale)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  int side = self->side + 2 * KONTOR_QR_QUIET;
  int pixels = MAX (MIN (width, height) * scale / side, 1);
  int left = (width * scale - pixels * side) / 2, top = (height * scale - pixels * side) / 2;
  float square = (float) pixels / scale;

  gtk_snapshot_append_color (snapshot, &white,
                             &GRAPHENE_RECT_INIT ((float) left / scale, (float) top / scale,
                                                  side * square, side * square));
  for (guint row = 0; row < self->side; row++)
    draw_row (self, snapshot, row, (float) left / scale + KONTOR_QR_QUIET * square,
              (float) top / scale + KONTOR_QR_QUIET * square, square);
}
