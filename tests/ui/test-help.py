#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help where one stands: F1 opens the text of the page that is shown, in the language of the window,
About says what this is, and the shortcuts are listed."""
import gettext
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks

FIRST_WORDS = {1: ('Home', 'What waits for you today'), 2: ('Inbox', 'All conversations of all your'),
               3: ('Bookings', 'What is booked, what was')}


def help_of_pages(desk, cases):
    for key, (title, words) in FIRST_WORDS.items():
        desk.key(f'ctrl+{key}')
        desk.expect(f'Kontor{title}Page')
        desk.key('F1')
        cases.check(desk.wait(lambda: desk.find_dialog('Help') and
                              words in desk.texts(desk.find_dialog('Help'))),
                    f'F1 on {title} explains it', [one.get_name() for one in desk.dialogs()])
        desk.key('Escape')
        cases.check(desk.wait(lambda: desk.find_dialog('Help') is None), 'and Escape leads back')


def help_in_german(desk, cases, source, build):
    german = gettext.translation('kontor', build + '/po', ['de'])
    lines = [line.lstrip('#- ') for line in
             (pathlib.Path(source) / 'data/help/assistants.md').read_text().splitlines() if line]
    wanted = [german.gettext(line).replace('**', '') for line in lines]
    desk.key('ctrl+' + desk.keys['assistants'])
    desk.expect('KontorAssistantsPage')
    desk.key('F1')
    cases.check('Modelle' in wanted and desk.wait(
        lambda: any(set(wanted) <= set(desk.texts(one).splitlines()) for one in desk.dialogs())),
                'in German every line of the help is what the German catalogue says', wanted)
    desk.key('Escape')
    desk.wait(lambda: desk.dialogs() == [])


def shortcuts(desk, cases):
    desk.key('ctrl+question')
    cases.check(desk.wait(lambda: any('Help about this page' in desk.texts(one)
                                      for one in desk.dialogs())), 'the shortcuts name the help')
    desk.key('Escape')
    desk.wait(lambda: desk.dialogs() == [])


def main():
    desk, cases = Desktop(*sys.argv[1:6]), Looks()
    desk.start()
    desk.open()
    help_of_pages(desk, cases)
    shortcuts(desk, cases)
    cases.ends_well(desk.shut(), 'the window complained of nothing')
    desk.open(LANGUAGE='de', LC_ALL='C.UTF-8', KONTOR_LOCALE_DIR=sys.argv[5] + '/po')
    help_in_german(desk, cases, *sys.argv[4:6])
    cases.ends_well(desk.shut(), 'nor did the German one')
    desk.close()
    return cases.end()


sys.exit(main())
