#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The owner's lock at the window: closed, nothing of the business can be read; its word brings back
what was there."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks


def prepare(desk):
    desk.start()
    desk.ctl('demo', 'load', 'chauffeur')
    desk.ctl('practice', '--name', 'Mona Haddad', '--from', '+971501110003', 'Do you have child seats?')
    desk.open()


def set_one(desk, cases):
    desk.expect('KontorHomePage')
    desk.key('ctrl+l')
    dialog = desk.wait(lambda: desk.find_dialog('Lock of Kontor'))
    desk.put('New word or PIN', 'blue door', dialog)
    desk.put('The same again', 'red door', dialog)
    desk.press('Save', 'push button', dialog)
    cases.check(desk.wait(lambda: 'not the same' in desk.texts(dialog)) and
                desk.json('status')['lock'] == 'none', 'a slip sets nothing', desk.texts(dialog))
    desk.put('The same again', 'blue door', dialog)
    desk.press('Save', 'push button', dialog)
    cases.check(desk.wait(lambda: desk.json('status')['lock'] == 'open'),
                'where no lock is, Ctrl+L asks for its word, and leaves it open', desk.texts())
    desk.wait(lambda: desk.dialogs() == [])


def lock(desk, cases):
    desk.key('ctrl+2')
    page = desk.expect('KontorInboxPage')
    desk.click(lambda n: n.startswith('Mona Haddad'), 'list item', page)
    desk.wait(lambda: desk.find(lambda n: 'child seats' in n, 'list item', page))
    desk.key('ctrl+l')
    cases.check(desk.wait(lambda: 'Kontor Is Locked' in desk.texts()), 'Ctrl+L locks', desk.texts())
    said = desk.texts() + desk.frame.get_name()
    cases.check(not any(word in said for word in ('Mona', 'child', 'Chauffeur')),
                'nothing of the business can be read, not even its name', said)
    desk.key('ctrl+k')
    desk.key('ctrl+1')
    cases.check(desk.dialogs() == [] and 'Kontor Is Locked' in desk.texts(), 'no shortcut leads in')


def unlock(desk, cases):
    desk.write('red door')
    desk.key('Return')
    cases.check(desk.wait(lambda: 'not the word of the lock' in desk.texts()),
                'another word is refused in words', desk.texts())
    desk.write('blue door')
    desk.key('Return')
    page = desk.expect('KontorInboxPage')
    cases.check(desk.wait(lambda: desk.find(lambda n: 'child seats' in n, 'list item', page)),
                'its word brings back what was open', desk.texts())
    cases.check('Kontor Is Locked' not in desk.texts(), 'and the lock is gone', desk.texts())


def start_again(desk, cases):
    desk.kill()
    desk.start()
    cases.check(desk.wait(lambda: 'Kontor Is Locked' in desk.texts()),
                'a service that starts again is locked, and so is the window', desk.texts())
    desk.write('blue door')
    desk.key('Return')
    cases.check(desk.wait(lambda: 'Kontor Is Locked' not in desk.texts()),
                'until the word is given', desk.texts())


def main():
    desk, cases = Desktop(*sys.argv[1:6]), Looks()
    prepare(desk)
    for part in (set_one, lock, unlock, start_again):
        part(desk, cases)
    cases.ends_well(desk.shut(), 'the window complained of nothing')
    desk.close()
    return cases.end()


sys.exit(main())
