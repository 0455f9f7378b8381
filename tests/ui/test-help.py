#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help where one stands: F1 opens the text of the page that is shown, About says what this is, and the
shortcuts are listed."""
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
    desk.close()
    return cases.end()


sys.exit(main())
