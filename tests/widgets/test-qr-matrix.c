/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a phone's camera sees: black or white, whole pixels, a white margin, and the text that was
 * put in. Drawn without a screen. */
#include <glib/gstdio.h>
#include <qrencode.h>

#include "widgets/qr-matrix.h"

/* As long as what links a device: a reference and three keys. */
#define TEXT \
  "2@8F3uHkq0cV1mLxYw5jTzNd7RbGsPaEiQoCfKv+/=,mK9qWcB4tXn2LdRzVhYs6PjGfAu0EoIi1TwNxUbSgE=," \
  "pQ7zRkXcYb2NvMt5LwHs8DfJgUaEo0Ii3TxWnVhKdE=,Zb4nQmWcRt6YvXk9LpHs2DfJgUaEo0Ii7TxNwVhKdE="

static cairo_surface_t *
paint (const KontorQrMatrix *matrix, int width, int height, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale,
                                                         height * scale);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  kontor_qr_matrix_draw (matrix, snapshot, width, height, scale);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* Every pixel of every square, and of the margin, is what the encoder says and nothing between. */
static void
check_squares (cairo_surface_t *surface, const QRcode *code, int width, int height, int scale)
{
  int side = code->width + 2 * KONTOR_QR_QUIET;
  int pixels = MIN (width, height) * scale / side;
  int left = (width * scale - pixels * side) / 2, top = (height * scale - pixels * side) / 2;

  for (int y = 0; y < pixels * side; y++)
    for (int x = 0; x < pixels * side; x++)
      {
        int column = x / pixels - KONTOR_QR_QUIET, row = y / pixels - KONTOR_QR_QUIET;
        gboolean is_dark = column >= 0 && row >= 0 && column < code->width && row < code->width &&
                           (code->data[row * code->width + column] & 1) != 0;

        g_assert_cmphex (get_pixel (surface, left + x, top + y), ==, is_dark ? 0x000000 : 0xffffff);
      }
}

static void
test_crisp (void)
{
  static const struct { int width, height, scale; } sizes[] = {
    { 264, 264, 1 }, { 320, 320, 1 }, { 321, 300, 1 }, { 320, 320, 2 }, { 333, 401, 2 },
    { 277, 264, 3 },
  };
  g_autoptr(KontorQrMatrix) matrix = kontor_qr_matrix_new (TEXT);
  QRcode *code = QRcode_encodeString8bit (TEXT, 0, QR_ECLEVEL_L);

  g_assert_cmpuint (matrix->side, ==, code->width);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = paint (matrix, sizes[i].width, sizes[i].height, sizes[i].scale);

      check_squares (surface, code, sizes[i].width, sizes[i].height, sizes[i].scale);
      cairo_surface_destroy (surface);
    }
  QRcode_free (code);
}

/* A square of 3 pixels or more on the smallest code that is shown. */
static void
test_large_enough (void)
{
  g_autoptr(KontorQrMatrix) matrix = kontor_qr_matrix_new (TEXT);

  g_assert_cmpuint (264 / (matrix->side + 2 * KONTOR_QR_QUIET), >=, 3);
}

static void
test_read_back (void)
{
  g_autofree char *reader = g_find_program_in_path ("zbarimg");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "kontor-qr-XXXXXX.png", NULL);
  g_autofree char *read = NULL;
  g_autoptr(KontorQrMatrix) matrix = kontor_qr_matrix_new (TEXT);
  cairo_surface_t *surface;
  int file;

  if (reader == NULL)
    {
      g_test_skip ("there is no zbarimg (zbar-tools) to read with");
      return;
    }
  file = g_mkstemp (path);
  g_assert_cmpint (file, !=, -1);
  g_close (file, NULL);
  surface = paint (matrix, 264, 264, 1);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  {
    const char *const command[] = { reader, "--quiet", "--raw", path, NULL };
    g_autoptr(GError) error = NULL;
    gboolean ran = g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                                 NULL, &read, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_true (ran);
  }
  g_unlink (path);
  g_assert_cmpstr (g_strchomp (read), ==, TEXT);
}

static void
test_nothing (void)
{
  g_autofree char *long_text = g_strnfill (4000, 'x');

  g_assert_null (kontor_qr_matrix_new (""));
  g_assert_null (kontor_qr_matrix_new (long_text));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check (); /* the kinds of nodes are known after it, with or without a screen */
  g_test_add_func ("/qr-matrix/every-pixel-is-black-or-white", test_crisp);
  g_test_add_func ("/qr-matrix/squares-are-large-enough-for-a-camera", test_large_enough);
  g_test_add_func ("/qr-matrix/what-is-drawn-is-read-again", test_read_back);
  g_test_add_func ("/qr-matrix/what-cannot-be-drawn-is-nothing", test_nothing);

  return g_test_run ();
}
