/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a harness over every file of the folder given, and over the same with bytes flipped, cut
 * out and repeated, by a fixed seed: what a fuzzer found once stays found, on any machine. */
#include <glib.h>
#include <string.h>

#define SEED 20261120
#define ROUNDS_PER_FILE 300

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
mutate (GRand *dice, GByteArray *bytes)
{
  for (int n = g_rand_int_range (dice, 1, 6); n > 0 && bytes->len > 0; n--)
    {
      guint at = g_rand_int_range (dice, 0, bytes->len);

      switch (g_rand_int_range (dice, 0, 4))
        {
        case 0:
          bytes->data[at] ^= 1 << g_rand_int_range (dice, 0, 8);
          break;
        case 1:
          bytes->data[at] = g_rand_int_range (dice, 0, 256);
          break;
        case 2:
          g_byte_array_remove_index (bytes, at);
          break;
        default:
          {
            guint8 piece[16];
            guint len = MIN (sizeof piece, bytes->len - at);

            memcpy (piece, bytes->data + at, len);
            g_byte_array_append (bytes, piece, len);
          }
        }
    }
}

static gboolean
replay (const char *folder, const char *name, GRand *dice)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  gsize len;

  if (!g_file_get_contents (path, &contents, &len, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  LLVMFuzzerTestOneInput ((const guint8 *) contents, len);
  for (guint round = 0; round < ROUNDS_PER_FILE; round++)
    {
      g_autoptr(GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) contents, len);
      mutate (dice, bytes);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (SEED);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;

  if (folder == NULL)
    {
      g_printerr ("Give the folder of inputs.\n");
      return 2;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    if (!replay (argv[1], names->pdata[i], dice))
      return 1;
  g_print ("%u inputs, %u rounds each, seed %d\n", names->len, ROUNDS_PER_FILE, SEED);
  return names->len > 0 ? 0 : 1;
}
