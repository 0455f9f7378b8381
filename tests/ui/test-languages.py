#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page in Arabic, which is mirrored, German, whose words are long, and Hindi, which
has letters of its own: test-languages.py KONTORD KONTORCTL KONTOR SOURCE BUILD [LOCALE], where LOCALE,
such as fr_FR, is another one. They come to screens/<language>/ of the build folder, to be read; that each
page opens, fits and is in that language is tested here. Weekdays and months are those of the locale,
which is made here."""
import gettext
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from stage import PAGES, Stage, is_within

LOCALES = ['ar_AE', 'de_DE', 'hi_IN']
WIDTH = 1200
SHOTS = [('form', 'ctrl+n'), ('palette', 'ctrl+k'), ('shortcuts', 'ctrl+question'), ('help', 'F1')]


class Language:
    """One locale: how a window is opened in it, and what it says there for an English text."""

    def __init__(self, name, build, folder):
        self.code = name.split('_')[0]
        self.how = {'LC_ALL': name + '.UTF-8', 'LOCPATH': str(folder), 'LANGUAGE': '',
                    'KONTOR_LOCALE_DIR': build + '/po'}
        self.shots = pathlib.Path(build) / 'screens' / self.code
        self.shots.mkdir(parents=True, exist_ok=True)
        self.say = gettext.translation('kontor', build + '/po', [name]).gettext
        subprocess.run(['localedef', '--no-archive', '--inputfile', name, '--charmap', 'UTF-8',
                        folder / (name + '.UTF-8')], check=True, stderr=subprocess.DEVNULL)


def is_drawn(desk):
    """A dialog is open, and something stands in it."""
    return any(desk.box(one)[2] > 0 for dialog in desk.dialogs() for one in desk.all(dialog)
               if one != dialog and one.get_name() and one.get_component_iface() is not None)


def stands_before(desk, first, second):
    """Of the two that are called so, the first stands further left."""
    left, _, _, _ = desk.box(desk.expect(first, root=desk.dialogs()[0]))
    right, _, _, _ = desk.box(desk.expect(second, root=desk.dialogs()[0]))
    return left < right


def first_run(desk, cases, language):
    desk.shots = language.shots
    desk.open(WIDTH, **language.how)
    found = desk.wait(lambda: desk.find(language.say('Try it now')))
    desk.shoot('first-run')
    cases.check(found, f'the first window speaks {language.code}')
    cases.ends_well(desk.shut(), 'and ends without complaint')


def pages(desk, cases, stage, language):
    desk.shots, stage.say = language.shots, language.say
    desk.open(WIDTH, **language.how)
    for name, kind in PAGES:
        page = stage.open_page(name, kind)
        desk.shoot(name)
        cases.check(is_within(desk, page, WIDTH), f'{name} fits in {language.code}')
    for name, keys in SHOTS:
        desk.key(keys)
        drawn = desk.wait(lambda: is_drawn(desk))
        desk.shoot(name, True)
        cases.check(drawn, f'{name} opens in {language.code}')
        if name == 'form':
            cases.check(stands_before(desk, language.say('Hour'), language.say('Minute')),
                        f'a clock has its hour first in {language.code}')
        desk.key('Escape')
        desk.wait(lambda: not desk.dialogs())
    cases.ends_well(desk.shut(), f'the window in {language.code} ends without complaint')


def main():
    *where, build = sys.argv[1:6]
    desk, cases, stage = Desktop(*where, build), Looks(), None
    folder = pathlib.Path(desk.folder) / 'locales'
    folder.mkdir()
    languages = [Language(name, build, folder) for name in sys.argv[6:] or LOCALES]
    try:
        desk.start()
        for language in languages:
            first_run(desk, cases, language)
        stage = Stage(desk)
        for language in languages:
            pages(desk, cases, stage, language)
    finally:
        if stage is not None:
            stage.close()
        desk.close()
    return cases.end()


sys.exit(main())
