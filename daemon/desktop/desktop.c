/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desktop/background.h"
#include "desktop/notices.h"
#include "desktop/power.h"
#include "desktop/tray.h"

struct _KontorDesktop
{
  KontorDesktopHouse  house;
  KontorNotices      *notices;
  KontorTray         *tray;
  KontorPower        *power;
  KontorBackground   *background;
};

KontorDesktop *
kontor_desktop_open (const KontorDesktopHouse *house)
{
  KontorDesktop *self = g_new0 (KontorDesktop, 1);

  self->house = *house;
  self->notices = kontor_notices_open (&self->house);
  self->tray = kontor_tray_open (&self->house);
  self->power = kontor_power_open (&self->house);
  self->background = kontor_background_open (&self->house);

  return self;
}

void
kontor_desktop_close (KontorDesktop *self)
{
  kontor_background_close (self->background);
  kontor_power_close (self->power);
  kontor_tray_close (self->tray);
  kontor_notices_close (self->notices);
  g_free (self);
}
