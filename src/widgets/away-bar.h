/* SPDX-License-Identifier: GPL-3.0-or-later */
/* away-bar.h — the word that the daemon is away, with a button that tries again. Shown only
 * then. */
#pragma once

#include <adwaita.h>

#include "remote/remote.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_AWAY_BAR (kontor_away_bar_get_type ())
G_DECLARE_FINAL_TYPE (KontorAwayBar, kontor_away_bar, KONTOR, AWAY_BAR, AdwBin)

void kontor_away_bar_set_remote (KontorAwayBar *self, KontorRemote *remote);

G_END_DECLS
