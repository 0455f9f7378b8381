#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+K finds customers and bookings among all there are, and not among the latest alone."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from stage import WISH

MANY = 400


def furnish(desk):
    desk.ctl('demo', 'load', 'chauffeur')
    desk.ctl('practice', WISH, '--name', 'Mona Haddad')
    desk.ctl('practice', 'yes')
    path = pathlib.Path(desk.folder, 'many.csv')
    path.write_text('name\n' + ''.join(f'Customer {n}\n' for n in range(MANY)))
    done = desk.ctl('import', 'contact', str(path))
    assert done.returncode == 0, done


def ask(desk, text):
    """The palette with @text in it."""
    desk.key('ctrl+k')
    palette = desk.wait(lambda: desk.find_dialog('Find or Do'))
    desk.put('Find or Do', text, palette)
    return palette


def listed(desk, palette, name):
    return desk.wait(lambda: desk.find(name, 'list item', palette))


def leave(desk):
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())


def contacts(desk, cases):
    palette = ask(desk, 'hadd')
    cases.check(listed(desk, palette, 'Mona Haddad'), 'the first customer is found among many', desk.texts(palette))
    cases.check(listed(desk, palette, lambda n: n.startswith('BK000001 · ')), 'with what was booked',
                desk.texts(palette))
    cases.check(desk.find(lambda n: n.startswith('Customer'), 'list item', palette) is None, 'and nobody else',
                desk.texts(palette))
    desk.shoot('palette-found', True)
    desk.put('Find or Do', 'customer 399', palette)
    cases.check(listed(desk, palette, 'Customer 399') and not desk.find('Mona Haddad', 'list item', palette),
                'what is typed instead takes the place of what was found', desk.texts(palette))
    desk.put('Find or Do', 'nobody at all', palette)
    cases.check(desk.wait(lambda: not desk.find(lambda n: n.startswith('Customer'), 'list item', palette)),
                'nobody is found where nobody fits', desk.texts(palette))
    desk.put('Find or Do', 'mona hadd', palette)
    listed(desk, palette, 'Mona Haddad')
    desk.key('Return')
    page = desk.expect('KontorInboxPage')
    cases.check(desk.wait(lambda: not desk.dialogs() and
                          desk.find(lambda n: n.startswith('Mona'), 'label', desk.find('KontorConversationPane', None, page))),
                'Enter opens where she is answered', desk.texts(page))


def bookings(desk, cases):
    palette = ask(desk, 'BK000001')
    row = listed(desk, palette, lambda n: n.startswith('BK000001 · '))
    cases.check(row is not None, 'a booking is found by its number', desk.texts(palette))
    desk.key('Return')
    page = desk.expect('KontorBookingsPage')
    cases.check(desk.wait(lambda: not desk.dialogs() and 'Pickup: Binary Tower' in desk.texts(page)),
                'and opened by Enter', desk.texts(page))


def local(desk, cases):
    palette = ask(desk, 'play a cus')
    cases.check(listed(desk, palette, 'Play a customer'), 'what the window knows itself is found as ever',
                desk.texts(palette))
    leave(desk)


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        furnish(desk)
        desk.open()
        desk.expect('KontorHomePage')
        for part in (contacts, bookings, local):
            part(desk, cases)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
