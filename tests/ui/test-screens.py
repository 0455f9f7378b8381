#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page: light, dark, with high contrast, at 360 pixels and from right to left. They
come to screens/ of the build folder, to be looked at; that each page fits and nothing complains is
tested here."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from stage import PAGES, Stage, is_within, make_pseudo


def look(desk, cases, stage, variant, width=1200, height=800, **how):
    desk.open(width, height, **how)
    for name, kind in PAGES:
        page = stage.open_page(name, kind)
        desk.shoot(f'{name}-{variant}')
        cases.check(is_within(desk, page, width), f'{name} fits, {variant}')
        if width < 500:
            desk.key('Escape')
    return desk


def dialogs(desk, variant):
    """What stands before a page."""
    desk.key('ctrl+n')
    desk.wait(lambda: desk.find_dialog('New Booking'))
    desk.shoot(f'form-{variant}', True)
    desk.key('Escape')
    desk.key('ctrl+k')
    desk.wait(lambda: desk.dialogs())
    desk.shoot(f'palette-{variant}', True)
    desk.key('Escape')
    page = desk.expect('KontorChannelsPage')
    desk.go('channels')
    card = desk.expect('Dubai desk', 'list', page)
    desk.click('Set Up and Test', 'list item', card)
    dialog = desk.wait(lambda: desk.find_dialog('WhatsApp Cloud API'))
    desk.wait(lambda: desk.find(lambda n: n.startswith('The incoming address') and n.endswith('done'),
                                None, dialog))
    desk.shoot(f'set-up-{variant}', True)
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())


def first_run(desk, cases):
    desk.open()
    desk.expect('Try it now')
    desk.shoot('first-run')
    desk.resize(360, 720)
    desk.shoot('first-run-narrow')
    cases.ends_well(desk.shut(), 'the first window ends without complaint')


def main():
    desk, cases, stage = Desktop(*sys.argv[1:]), Looks(), None
    try:
        desk.start()
        first_run(desk, cases)
        stage = Stage(desk)
        make_pseudo(sys.argv[4], desk.folder + '/locale')
        look(desk, cases, stage, 'light')
        dialogs(desk, 'light')
        cases.ends_well(desk.shut(), 'the light window ends without complaint')
        look(desk, cases, stage, 'dark', dark=True)
        dialogs(desk, 'dark')
        cases.ends_well(desk.shut(), 'so does the dark one')
        look(desk, cases, stage, 'contrast', ADW_DEBUG_HIGH_CONTRAST='1')
        cases.ends_well(desk.shut(), 'so does that with high contrast')
        look(desk, cases, stage, 'narrow', 360, 720)
        cases.ends_well(desk.shut(), 'so does the narrow one')
        look(desk, cases, stage, 'rtl', LANGUAGE='ar', KONTOR_LOCALE_DIR=desk.folder + '/locale')
        cases.ends_well(desk.shut(), 'so does that from right to left')
    finally:
        if stage is not None:
            stage.close()
        desk.close()
    return cases.end()


sys.exit(main())
