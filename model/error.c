/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/error.h"

static const GDBusErrorEntry entries[] = {
  { KONTOR_ERROR_FAILED,      "org.kontor.Error.Failed" },
  { KONTOR_ERROR_BAD_INPUT,   "org.kontor.Error.BadInput" },
  { KONTOR_ERROR_NOT_FOUND,   "org.kontor.Error.NotFound" },
  { KONTOR_ERROR_NOT_ALLOWED, "org.kontor.Error.NotAllowed" },
  { KONTOR_ERROR_NOT_LINKED,  "org.kontor.Error.NotLinked" },
  { KONTOR_ERROR_TRY_LATER,   "org.kontor.Error.TryLater" },
  { KONTOR_ERROR_UNKNOWN,     "org.kontor.Error.Unknown" },
};

GQuark
kontor_error_quark (void)
{
  static gsize quark;

  g_dbus_error_register_error_domain ("kontor-error", &quark, entries, G_N_ELEMENTS (entries));

  return (GQuark) quark;
}
