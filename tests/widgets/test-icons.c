/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK finds the icons that are drawn for Kontor, in both directions of writing. Needs a display:
 * run under Xvfb. */
#include <gtk/gtk.h>

static const char *const icons[] = {
  "kontor-coins-symbolic", "kontor-funnel-symbolic", "kontor-send-symbolic",
  "kontor-spark-symbolic", "kontor-tag-symbolic",
};

static char *
look_up (const char *name, int size, GtkTextDirection direction)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr(GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, size, 1, direction, 0);
  g_autoptr(GFile) file = gtk_icon_paintable_get_file (icon);

  return file != NULL ? g_file_get_basename (file) : g_strdup ("");
}

static void
test_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      g_autofree char *small = look_up (icons[i], 16, GTK_TEXT_DIR_LTR);
      g_autofree char *large = look_up (icons[i], 128, GTK_TEXT_DIR_LTR);
      g_autofree char *pixels = g_strconcat (icons[i], ".symbolic.png", NULL);
      g_autofree char *drawing = g_strconcat (icons[i], ".svg", NULL);

      g_assert_cmpstr (small, ==, pixels);
      g_assert_cmpstr (large, ==, drawing);
    }
}

static void
test_mirrored (void)
{
  g_autofree char *small = look_up ("kontor-send-symbolic", 16, GTK_TEXT_DIR_RTL);
  g_autofree char *large = look_up ("kontor-send-symbolic", 128, GTK_TEXT_DIR_RTL);

  g_assert_cmpstr (small, ==, "kontor-send-symbolic-rtl.symbolic.png");
  g_assert_cmpstr (large, ==, "kontor-send-symbolic-rtl.svg");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/icons/pixels-at-the-usual-size-and-a-drawing-beyond", test_found);
  g_test_add_func ("/icons/sending-points-the-other-way-where-people-write-so", test_mirrored);

  return g_test_run ();
}
