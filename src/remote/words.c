/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.c — an error of the bus, or of the daemon, as an owner can use it. The daemon's own texts
 * say what to do already; what the code adds is whether asking again can help. */
#include "remote/remote.h"

#include <glib/gi18n.h>

#include "model/error.h"
#include "remote/refusals.h"

static gboolean
is_gone (const GError *error)
{
  static const int codes[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER, G_DBUS_ERROR_NO_SERVER,
    G_DBUS_ERROR_DISCONNECTED, G_DBUS_ERROR_UNKNOWN_OBJECT, G_DBUS_ERROR_UNKNOWN_METHOD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_DBUS_ERROR, codes[i]))
      return TRUE;

  /* A proxy says so by itself, with this code, when nobody has the name. */
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static gboolean
is_unanswered (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

char *
kontor_remote_dup_sentence (const char *text)
{
  g_autofree char *stripped = g_strstrip (kontor_refusal_dup_words (text));
  gunichar first = g_unichar_toupper (g_utf8_get_char_validated (stripped, -1));
  gboolean has_end = *stripped == '\0' || g_str_has_suffix (stripped, ".") ||
                     g_str_has_suffix (stripped, "!") || g_str_has_suffix (stripped, "?");
  char start[7] = { 0 };

  if (first >= (gunichar) -2 || *stripped == '\0')
    return g_steal_pointer (&stripped);
  start[g_unichar_to_utf8 (first, start)] = '\0';

  return g_strconcat (start, g_utf8_next_char (stripped), has_end ? "" : ".", NULL);
}

char *
kontor_remote_dup_words (const GError *error)
{
  g_autoptr(GError) plain = g_error_copy (error);
  g_autofree char *sentence = NULL;

  if (is_gone (error))
    return g_strdup (_("Kontor’s service is away. Try again in a moment."));
  if (is_unanswered (error))
    return g_strdup (_("Kontor’s service did not answer. It may have done what was asked: look "
                       "before you ask again."));
  g_dbus_error_strip_remote_error (plain);
  sentence = kontor_remote_dup_sentence (plain->message);
  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
    return g_strdup_printf ("%s %s", sentence, _("Trying again later may help."));
  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN))
    return g_strdup_printf ("%s %s", sentence,
                            _("It may have happened: look before you ask again."));

  return g_steal_pointer (&sentence);
}
