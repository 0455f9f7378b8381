#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Home tells what waits, and leads there: orders where any are taken."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks


def furnish(desk):
    desk.ctl('demo', 'load', 'chauffeur')
    desk.ctl('practice', 'Hello', '--name', 'Mona Haddad')


def tile(desk, home, words):
    return desk.wait(lambda: desk.find(words, 'push button', home))


def no_orders(desk, cases, home):
    cases.check(tile(desk, home, 'Open conversations: 1'), 'Home counts the open conversations', desk.texts(home))
    cases.check(desk.find(lambda n: n.startswith('Open orders'), None, home) is None,
                'a business without orders has no place for them on Home', desk.texts(home))


def orders(desk, cases, home):
    desk.ctl('save', 'service', 'name=Moving house', 'fulfilment=seller')
    cases.check(tile(desk, home, 'Open orders: 0'), 'one that takes them has', desk.texts(home))
    conversation, contact = desk.json('inbox')[0]['id'], desk.json('inbox')[0]['contact']
    desk.ctl('do', 'place-order', 'service=moving-house', f'contact={contact}', f'conversation={conversation}')
    cases.check(tile(desk, home, 'Open orders: 1'), 'and counts them as they come', desk.texts(home))
    desk.shoot('home-orders')
    desk.press('Open orders: 1', 'push button', home)
    dialog = desk.wait(lambda: desk.find_dialog('Open Orders'))
    row = desk.wait(lambda: desk.find(lambda n: 'Mona Haddad' in n and 'Moving house · OR1' in n and
                                      'Today' in n and 'Received' in n, 'list item', dialog))
    cases.check(row is not None, 'the tile shows what is to be done, and for whom', desk.texts(dialog))
    desk.shoot('orders', True)
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'Escape leaves it')
    desk.press('Open orders: 1', 'push button', home)
    dialog = desk.wait(lambda: desk.find_dialog('Open Orders'))
    pane = desk.choose(lambda n: 'OR1' in n, dialog, lambda: desk.find('KontorConversationPane'))
    cases.check(desk.wait(lambda: not desk.dialogs() and desk.find(lambda n: n.startswith('Mona'), 'label', pane)),
                'an order leads to where its customer is answered', desk.texts())
    desk.ctl('do', 'cancel-order', 'order=OR1')
    desk.go('home')
    cases.check(tile(desk, home, 'Open orders: 0'), 'what is over is not counted', desk.texts(home))


def counted(desk, cases, home):
    """What a figure counts is what it leads to."""
    desk.ctl('practice', 'Good morning', '--from', '+971500000009', '--name', 'Omar Farouk')
    desk.ctl('practice', 'Good morning', '--from', '+971500000008', '--name', 'Ana Silva')
    ids = {one['name']: one['id'] for one in desk.json('inbox')}
    desk.ctl('read', str(ids['Omar Farouk']))
    desk.ctl('state', str(ids['Ana Silva']), 'closed')
    open_ = sum(one['state'] == 'open' for one in desk.json('inbox'))
    tile(desk, home, f'Open conversations: {open_}')
    desk.press(f'Open conversations: {open_}', 'push button', home)
    page = desk.expect('KontorInboxPage')

    def shown(name):
        return desk.find(lambda n: n.startswith(name), 'list item', page) is not None
    cases.check(open_ == 2 and desk.wait(lambda: shown('Mona') and shown('Omar') and not shown('Ana')),
                'the figure of open conversations leads to them', desk.texts(page))
    desk.go('home')
    desk.press(lambda n: n.startswith('Unread messages'), 'push button', home)
    cases.check(desk.wait(lambda: shown('Ana') and not shown('Omar')), 'and that of unread messages to those',
                desk.texts(page))
    desk.go('home')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        furnish(desk)
        desk.open()
        home = desk.expect('KontorHomePage')
        for part in (no_orders, orders, counted):
            part(desk, cases, home)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
