#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A booking comes in, is opened and is marked paid, in the real window."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks

WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, '
        'my name is Jeffrey, BMW 5 series')


def appear(desk, cases):
    desk.key('ctrl+3')
    page = desk.expect('KontorBookingsPage')
    cases.check(desk.find(lambda n: 'BK000001' in n, 'list item', page) is None,
                'nothing is booked')
    desk.ctl('practice', '--name', 'Jeffrey', WISH)
    desk.ctl('practice', 'yes')
    row = desk.wait(lambda: desk.find(lambda n: 'BK000001' in n, 'list item', page))
    cases.check(row is not None, 'a booking appears as it is made', desk.texts(page))
    return page


def open_and_pay(desk, cases, page):
    shown = desk.choose(lambda n: 'BK000001' in n, page,
                        lambda: 'Pickup: Binary Tower' in desk.texts(page))
    cases.check(shown, 'its facts are shown', desk.texts(page))
    cases.check('Source: Assistant' in desk.texts(page), 'and who made it, in a word for people',
                desk.texts(page))
    cases.check(desk.find('Start', 'push button', page) is not None and
                desk.find('Confirm', 'push button', page) is None,
                'what can be done with it is what its state allows', desk.texts(page))
    desk.shoot('bookings')
    desk.press('Mark paid…', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Mark paid'))
    desk.press('Mark paid', 'push button', dialog)
    paid = desk.wait(lambda: desk.json('get', 'booking', 'bk1')['payment'] == 'paid')
    cases.check(paid, 'it is marked paid', desk.json('get', 'booking', 'bk1'))
    cases.check(desk.wait(lambda: desk.find('Mark paid…', 'push button', page) is None),
                'and cannot be paid again')
    cases.check(desk.wait(lambda: desk.find(lambda n: 'BK000001' in n and n.endswith('Paid'),
                                            'list item', page)), 'its row says so')


def welcome(desk, cases, page):
    desk.press('Send welcome kit', 'push button', page)
    cases.check(desk.wait(lambda: desk.told('has no welcome kit')),
                'a service without a welcome kit says so', desk.texts())
    desk.ctl('save', 'service', 'chauffeur', 'welcome=Welcome, {name}!')
    desk.press('Send welcome kit', 'push button', page)
    said = desk.wait(lambda: 'Welcome, Jeffrey!' in [m['text'] for m in desk.json('messages', '1')])
    cases.check(said, 'and one that has it sends it from the booking', desk.json('messages', '1'))


def form_of(desk, page, button, title, does):
    desk.press(button, 'push button', page)
    form = desk.wait(lambda: desk.find_dialog(title))
    desk.expect(does, 'push button', form)
    return form


def change(desk, cases, page):
    before = desk.json('get', 'booking', 'bk1')
    form = form_of(desk, page, 'Change…', 'Change', 'Change')
    desk.put('Note (optional)', 'Two suitcases', form)
    desk.put('Flight (optional)', 'EK202', form)
    desk.press('Change', 'push button', form)
    cases.check(desk.wait(lambda: desk.json('get', 'booking', 'bk1').get('note') == 'Two suitcases'),
                'a booking is changed in a form', desk.json('get', 'booking', 'bk1'))
    after = desk.json('get', 'booking', 'bk1')
    cases.check(after.get('x-flight') == 'EK202', 'so is what its service asks for', after)
    cases.check(after['at'] == before['at'] and after['x-pickup'] == before['x-pickup'],
                'and what was not stays as it is', after)
    cases.check(desk.wait(lambda: 'Two suitcases' in desk.texts(page)), 'the page says so', desk.texts(page))


def cancel_other(desk, cases, page):
    """The second booking of the same customer is cancelled, with a reason."""
    desk.ctl('practice', WISH.replace('at 9', 'at 15'))
    desk.ctl('practice', 'yes')
    desk.choose(lambda n: 'BK000002' in n, page, lambda: desk.find('BK000002', None, page))
    form = form_of(desk, page, 'Cancel…', 'Cancel This Booking', 'Cancel the Booking')
    desk.put('Reason (optional)', 'The flight was cancelled', form)
    desk.press('Cancel the Booking', 'push button', form)
    cases.check(desk.wait(lambda: desk.json('get', 'booking', 'bk2')['state'] == 'cancelled'),
                'a booking is cancelled from the window', desk.json('get', 'booking', 'bk2'))
    cases.check(desk.wait(lambda: not desk.find(lambda n: 'BK000002' in n, 'list item', page)),
                'and leaves the ongoing ones', desk.texts(page))
    cases.check(desk.wait(lambda: any('BK000002' in m['text'] and m['automatic']
                                      for m in desk.json('messages', '1')[-2:])),
                'the customer is told', desk.json('messages', '1')[-2:])
    cases.check(desk.json('get', 'booking', 'bk1')['state'] == 'confirmed', 'the other one is untouched')
    desk.choose(lambda n: 'BK000001' in n, page, lambda: desk.find('BK000001', None, page))


def calendar(desk, cases, page):
    """Saved as a file by the dialog of the desktop."""
    path = pathlib.Path(desk.folder) / 'one.ics'
    desk.press('Save This Booking for a Calendar', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Save This Booking for a Calendar'))
    desk.put('Name:', str(path), dialog)
    desk.press('Save', 'push button', dialog)
    text = desk.wait(lambda: path.exists() and path.read_text())
    cases.check(text and text.count('BEGIN:VEVENT') == 1 and 'BK000001' in text,
                'a booking is saved for a calendar', text)


def book_again(desk, cases, page):
    """What is over is booked once more, by its own button."""
    desk.choose(lambda n: 'BK000001' in n, page, lambda: desk.find('Book again…', 'push button', page))
    form = form_of(desk, page, 'Book again…', 'Book again', 'Book again')
    desk.expect('Hour', 'spin button', form).get_value_iface().set_current_value(17)
    desk.press('Book again', 'push button', form)
    made = desk.wait(lambda: [b for b in desk.json('list', 'booking') if b['id'] == 'BK000003'])
    cases.check(made and made[0]['x-pickup'] == 'Binary Tower' and made[0]['at']['local'].endswith('17:00'),
                'what is over is booked again at another time', made)
    cases.check(desk.wait(lambda: desk.find('BK000003', None, page)), 'and is shown', desk.texts(page))


def cancel(desk, cases, page):
    desk.press('Cancel…', 'push button', page)
    desk.wait(lambda: desk.find_dialog('Cancel This Booking'))
    desk.key('Escape')
    cases.check(desk.wait(lambda: desk.find_dialog('Cancel This Booking') is None),
                'a form that is left changes nothing')
    cases.check(desk.json('get', 'booking', 'bk1')['state'] == 'confirmed', 'and it is confirmed still')
    desk.press('Start', 'push button', page)
    cases.check(desk.wait(lambda: desk.json('get', 'booking', 'bk1')['state'] == 'in-progress'),
                'a step without questions is taken at once')
    desk.press('Complete', 'push button', page)
    cases.check(desk.wait(lambda: not desk.find(lambda n: 'BK000001' in n, 'list item', page)),
                'what is over leaves the ongoing ones', desk.texts(page))
    desk.press('Past', None, page)
    cases.check(desk.wait(lambda: desk.find(lambda n: 'BK000001' in n, 'list item', page)),
                'and stands among the past ones')


def look_around(desk, cases):
    desk.resize(360, 720)
    desk.shoot('bookings-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')
    desk.open(dark=True)
    desk.key('ctrl+3')
    page = desk.expect('KontorBookingsPage')
    desk.press('All', None, page)
    desk.choose(lambda n: 'BK000001' in n, page, lambda: 'Pickup: Binary Tower' in desk.texts(page))
    desk.shoot('bookings-dark')
    desk.key('ctrl+n')
    cases.check(desk.wait(lambda: desk.find_dialog('New Booking')), 'a new booking is asked for')
    desk.key('Escape')
    desk.key('ctrl+1')
    desk.expect('KontorHomePage')
    desk.shoot('home-dark')
    cases.ends_well(desk.shut(), 'and ends without complaint again')


def palette(desk, cases):
    """An action that the daemon told is run by its name."""
    desk.key('ctrl+k')
    desk.wait(lambda: desk.find_dialog('Find or Do'))
    desk.put('Find or Do', 'mark paid', desk.find_dialog('Find or Do'))
    desk.wait(lambda: desk.find('Mark paid…', 'list item', desk.find_dialog('Find or Do')))
    desk.key('Return')
    form = desk.wait(lambda: desk.find_dialog('Mark paid'))
    cases.check(form is not None and desk.find('Booking', None, form),
                'the palette runs an action and asks for what it needs',
                [desk.texts(one) for one in desk.dialogs()])
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        desk.open()
        desk.shoot('home')
        page = appear(desk, cases)
        open_and_pay(desk, cases, page)
        welcome(desk, cases, page)
        change(desk, cases, page)
        cancel_other(desk, cases, page)
        calendar(desk, cases, page)
        cancel(desk, cases, page)
        book_again(desk, cases, page)
        palette(desk, cases)
        look_around(desk, cases)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
