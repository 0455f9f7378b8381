#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first quarter of an hour with Kontor by the keyboard alone: nothing is clicked or pressed but keys."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from focus import Focus
from stage import WISH

REPLY = 'Mara here: your driver is Tom.'


def marked(desk, pages):
    """The row of the sidebar @pages that is marked, if the focus is there as well."""
    state = desk.atspi().StateType
    for row in desk.all(pages):
        states = row.get_state_set()
        if states.contains(state.SELECTED) and states.contains(state.FOCUSED):
            return row.get_name()
    return None


def page_of(one):
    """The page that @one stands on."""
    while one is not None and not re.match('Kontor.*Page$', one.get_name() or ''):
        one = one.get_parent()
    return one.get_name() if one is not None else None


def sidebar(desk, cases, focus):
    desk.expect('KontorHomePage')
    pages = desk.expect('Pages')
    focus.go_to('Home')
    names = [name.capitalize() for name in desk.keys]
    for name in names[1:]:
        desk.key('Down')
        cases.check(desk.wait(lambda: marked(desk, pages) == name), f'an arrow in the sidebar goes on to {name}',
                    marked(desk, pages))
    desk.go('bookings')
    cases.check(desk.wait(lambda: marked(desk, pages) == 'Bookings'), 'a page that a key shows is marked',
                marked(desk, pages))
    desk.key('Up')
    cases.check(desk.wait(lambda: marked(desk, pages) == 'Inbox'), 'and the arrows go on from there',
                marked(desk, pages))
    for key, name in (('End', 'Settings'), ('Home', 'Home'), ('KP_Down', 'Inbox')):
        desk.key(key)
        cases.check(desk.wait(lambda: marked(desk, pages) == name) and desk.find(f'Kontor{name}Page'),
                    f'{key} goes to {name}', marked(desk, pages))
    met = []
    while len(met) < 20 and not any(met):
        met.append(page_of(focus.next()))
    cases.check(met[-1] == 'KontorInboxPage', 'what is marked is what is shown', met)
    desk.go('home')


def open_demo(desk, cases, focus):
    home = desk.expect('KontorHomePage')
    desk.expect('Open the Demo', 'push button', home)
    focus.go_to('Open the Demo')
    desk.key('Return')
    cases.check(desk.wait(lambda: 'This is a demo business' in desk.texts(home)),
                'the demo is opened by Tab and Enter', desk.texts(home))


def play(desk, cases, focus):
    desk.key('ctrl+k')
    palette = desk.wait(lambda: desk.find_dialog('Find or Do'))
    desk.write('play a cus')
    desk.wait(lambda: not desk.find('New booking', None, palette))
    desk.key('Return')
    phone = desk.expect('KontorPracticePane')
    page = desk.expect('KontorInboxPage')
    for text in (WISH, 'yes'):
        desk.wait(lambda: desk.find('Write as the customer', 'text', phone))
        desk.write(text)
        desk.key('Return')
        desk.wait(lambda: desk.find(lambda n: n.startswith('Assistant') and
                                    ('shall' in n.lower() or text == 'yes' and 'BK000001' in n),
                                    'list item', page))
    cases.check(desk.wait(lambda: desk.find(lambda n: 'BK000001' in n, 'list item', phone)),
                'a customer is played from the palette, and books', desk.texts(phone))


def pay(desk, cases, focus):
    desk.key('ctrl+3')
    page = desk.expect('KontorBookingsPage')
    desk.wait(lambda: desk.find(lambda n: 'BK000001' in n, 'list item', page))
    focus.go_to(lambda name: 'BK000001' in name)
    desk.key('Return')
    cases.check(desk.wait(lambda: desk.find('Mark paid…', 'push button', page)),
                'Enter opens the booking', desk.texts(page))
    focus.go_to('Mark paid…')
    desk.key('Return')
    form = desk.wait(lambda: desk.find_dialog('Mark paid'))
    desk.expect('Mark paid', 'push button', form)
    focus.go_to('Mark paid')
    desk.key('Return')
    cases.check(desk.wait(lambda: desk.json('get', 'booking', 'bk1')['payment'] == 'paid'),
                'it is paid', desk.texts(form))


def answer(desk, cases, focus):
    focus.go_to('Open the Conversation')
    desk.key('Return')
    page = desk.expect('KontorInboxPage')
    desk.wait(lambda: desk.find('Take Over', 'push button', page))
    focus.go_to('Take Over')
    desk.key('Return')
    cases.check(desk.wait(lambda: 'You answer here' in desk.texts(page)), 'the conversation is taken over',
                desk.texts(page))
    focus.go_to('Message')
    desk.write(REPLY)
    desk.key('Return')
    phone = desk.expect('KontorPracticePane')
    cases.check(desk.wait(lambda: desk.find(lambda n: REPLY in n, 'list item', phone)),
                'and the answer arrives', desk.texts(phone))


def leave(desk, cases):
    desk.key('ctrl+k')
    palette = desk.wait(lambda: desk.find_dialog('Find or Do'))
    desk.write('remove the demo')
    desk.wait(lambda: not desk.find('New booking', None, palette))
    desk.key('Return')
    cases.check(desk.wait(lambda: desk.find('Open the Demo', 'push button', desk.find('KontorHomePage'))),
                'the demo is removed again, and Home is as it was', desk.texts())
    desk.key('ctrl+3')
    page = desk.expect('KontorBookingsPage')
    cases.check(desk.wait(lambda: 'BK000001' not in desk.texts(page)),
                'nothing of it is on the screen any more', desk.texts(page))


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.open()
        focus = Focus(desk)
        for part in (sidebar, open_demo, play, pay, answer):
            part(desk, cases, focus)
        leave(desk, cases)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
