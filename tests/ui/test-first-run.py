#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first quarter of an hour with Kontor, in the real window: open the demo, play a customer, see the
booking appear, take over, reply, mark it paid; and nothing is lost when the service dies meanwhile."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from stage import WISH

REPLY = 'Mara here: your driver is Tom.'


def first_run(desk, cases):
    home = desk.expect('KontorHomePage')
    for card in ('Try it now', 'Open a demo business', 'Connect a number'):
        cases.check(desk.find(card, None, home) is not None, f'a new owner is offered: {card}')
    cases.check(desk.find('Add what you sell, to do', None, home) is not None,
                'and what is to be done first', desk.texts(home))
    form = desk.choose('Tell who you are, to do', home, lambda: desk.find_dialog('Business'))
    cases.check(form is not None, 'a step opens where it is done', desk.texts(home))
    desk.put('Name', 'Corner Salon', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: desk.find('Tell who you are, done', None, home)),
                'and ticks itself', desk.texts(home))
    desk.press('Open the Demo', 'push button', home)
    cases.check(desk.wait(lambda: 'This is a demo business' in desk.texts(home) and
                          desk.json('status').get('demo')), 'the demo is opened by one click')


def book(desk, cases):
    desk.press('Play a Customer', 'push button', desk.expect('KontorHomePage'))
    page, phone = desk.expect('KontorInboxPage'), desk.expect('KontorPracticePane')
    desk.put('Customer’s name', 'Jeffrey', phone)
    for text in (WISH, 'yes'):
        desk.put('Write as the customer', text, phone)
        desk.press('Send as the Customer', 'push button', phone)
        desk.wait(lambda: desk.find(lambda n: n.startswith('Assistant') and
                                    ('shall' in n.lower() or text == 'yes' and 'BK000001' in n),
                                    'list item', page))
    cases.check(desk.wait(lambda: desk.find(lambda n: 'BK000001' in n, 'list item', phone)),
                'the customer is told the booking', desk.texts(phone))
    desk.key('ctrl+3')
    bookings = desk.expect('KontorBookingsPage')
    cases.check(desk.wait(lambda: desk.find(lambda n: 'BK000001' in n, 'list item', bookings)),
                'and it stands in the book', desk.texts(bookings))
    return bookings


def reply(desk, cases, bookings):
    desk.choose(lambda n: 'BK000001' in n, bookings,
                lambda: desk.find('Open the Conversation', 'push button', bookings))
    desk.press('Open the Conversation', 'push button', bookings)
    page = desk.expect('KontorInboxPage')
    desk.press('Take Over', 'push button', page)
    desk.wait(lambda: 'You answer here' in desk.texts(page))
    desk.click('Message', 'text', page)
    desk.write(REPLY)
    desk.key('Return')
    phone = desk.expect('KontorPracticePane')
    cases.check(desk.wait(lambda: desk.find(lambda n: REPLY in n, 'list item', phone)),
                'from the booking to the conversation, and the answer arrives', desk.texts(page))


def pay(desk, cases):
    desk.key('ctrl+3')
    bookings = desk.expect('KontorBookingsPage')
    desk.press('Mark paid…', 'push button', bookings)
    desk.press('Mark paid', 'push button', desk.wait(lambda: desk.find_dialog('Mark paid')))
    cases.check(desk.wait(lambda: desk.json('get', 'booking', 'bk1')['payment'] == 'paid'),
                'the booking is paid', desk.texts(bookings))


def die_and_come_back(desk, cases):
    """The service is killed while somebody writes, and in a form."""
    desk.key('ctrl+2')
    page = desk.expect('KontorInboxPage')
    desk.click('Message', 'text', page)
    desk.write('Half a sen')
    desk.kill()
    cases.check(desk.wait(lambda: 'What you write is kept' in desk.texts()),
                'a service that was killed is told, with a way to try again')
    desk.click('Message', 'text', page)
    desk.key('End')
    desk.write('tence')
    desk.key('ctrl+3')
    desk.key('ctrl+n')
    form = desk.wait(lambda: desk.find_dialog('New Booking'))
    desk.put('Note (optional)', 'Two bags', form)
    desk.press('Book', 'push button', form)
    cases.check(desk.wait(lambda: 'is away' in desk.texts(form)), 'a form says why it cannot be kept',
                desk.texts(form))
    desk.start()
    cases.check(desk.wait(lambda: 'What you write is kept' not in desk.texts()), 'it is back')
    cases.check('Two bags' in desk.texts(form), 'and the form holds what was put in')
    desk.key('Escape')
    desk.key('ctrl+2')
    cases.check(desk.wait(lambda: 'Half a sentence' in desk.texts(page)),
                'so does the message that was being written', desk.texts(page))
    cases.check(desk.wait(lambda: desk.find(lambda n: REPLY in n, 'list item', page)),
                'and all that was said is there')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.open()
        first_run(desk, cases)
        bookings = book(desk, cases)
        reply(desk, cases, bookings)
        pay(desk, cases)
        die_and_come_back(desk, cases)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
