/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alarm.h — being called once after a while, by the house's clock: where that is set (tests,
 * `--turn` files) an alarm goes off when it is moved there and never by itself, so nothing needs
 * to sleep. Main thread only; nothing of it survives a restart (that is the agenda's).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*KontorAlarmFunc) (gpointer data);

/* Calls @func once, @wait_us from now, never at once. Lends @data until then. Returns an id,
 * never 0. */
guint kontor_alarm_set   (gint64 wait_us, KontorAlarmFunc func, gpointer data);
/* It will not go off; *id becomes 0. One that went off, and 0, are harmless. */
void  kontor_alarm_clear (guint *id);

G_END_DECLS
