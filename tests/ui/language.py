#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page in one language, for who reads them once more: language.py KONTORD KONTORCTL
KONTOR SOURCE BUILD LOCALE, where LOCALE is such as ar_AE. They come to screens/<language>/ of the
build folder. Weekdays and months are those of the locale, which is made here."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from stage import PAGES, Stage


def make_locale(name, folder):
    """The folder to be told as LOCPATH."""
    where = pathlib.Path(folder) / 'locales'
    where.mkdir()
    subprocess.run(['localedef', '--no-archive', '--inputfile', name, '--charmap', 'UTF-8',
                    where / (name + '.UTF-8')], check=True, stderr=subprocess.DEVNULL)
    return str(where)


def pages(desk, stage, cases, **how):
    desk.open(**how)
    for name, kind in PAGES:
        cases.check(stage.open_page(name, kind) is not None, f'{name} opens')
        desk.shoot(name)
    for name, keys in (('form', 'ctrl+n'), ('palette', 'ctrl+k'), ('shortcuts', 'ctrl+question')):
        desk.key(keys)
        drawn = desk.wait(lambda: any(desk.find(len, None, one) for one in desk.dialogs()))
        cases.check(drawn, f'{name} opens')
        desk.shoot(name, True)
        desk.key('Escape')
        desk.wait(lambda: not desk.dialogs())
    cases.ends_well(desk.shut(), 'the window ends without complaint')


def main():
    *where, locale = sys.argv[1:]
    desk, cases, stage = Desktop(*where), Looks(), None
    desk.shots = desk.shots / locale.split('_')[0]
    desk.shots.mkdir(exist_ok=True)
    how = {'LC_ALL': locale + '.UTF-8', 'LOCPATH': make_locale(locale, desk.folder), 'LANGUAGE': '',
           'KONTOR_LOCALE_DIR': where[4] + '/po'}
    try:
        desk.start()
        desk.open(**how)
        desk.wait(lambda: desk.find('KontorHomePage'))
        desk.shoot('first-run')
        cases.ends_well(desk.shut(), 'the first window ends without complaint')
        stage = Stage(desk)
        pages(desk, stage, cases, **how)
    finally:
        if stage is not None:
            stage.close()
        desk.close()
    return cases.end()


sys.exit(main())
