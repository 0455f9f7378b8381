#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The business is set up in the real window: its clock and hours, who works there, saved replies and
labels, the texts customers read, and what may leave this computer."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks


def section(desk, page, name):
    desk.click(name, 'list item', page)
    return page


def find_switch(desk, name, root):
    """The row around it is called the same."""
    return next((one for one in desk.all(root) if name in (one.get_name() or '') and
                 one.get_role_name() == 'check box'), None)


def is_on(desk, name, root):
    return find_switch(desk, name, root).get_state_set().contains(desk.atspi().StateType.CHECKED)


def flip(desk, name, root):
    """Presses the switch called @name."""
    found = desk.wait(lambda: find_switch(desk, name, root))
    assert found is not None, f'no switch is called {name}:\n{desk.texts(root)}'
    found.get_action_iface().do_action(0)


def choose(desk, page, field, text):
    """From the list that opens beside a field, by what is typed there."""
    desk.click('Choose ' + field, None, page)
    desk.wait(lambda: desk.find('Search in the list', None, page))
    desk.write(text)
    desk.wait(lambda: [n for one in desk.all(desk.find('What may be chosen', 'list', page))
                       if (n := one.get_name() or '') and text in n.lower()])
    desk.key('Return')
    desk.wait(lambda: not desk.find('Search in the list', None, page))


def business(desk):
    return desk.json('get', 'business', '1')


def set_up(desk, cases):
    desk.go('settings')
    page = desk.expect('KontorSettingsPage')
    desk.expect('Time zone', root=page)
    desk.put('Name', 'Gulf Star', page)
    desk.put('Time zone', 'Mars/Olympus', page)
    desk.press('Save', 'push button', page)
    cases.check(desk.wait(lambda: '“Mars/Olympus” is no time zone' in desk.texts(page)) and
                desk.written('Time zone', page) == 'Mars/Olympus' and business(desk)['name'] != 'Gulf Star',
                'a wrong time zone is refused, and what was written is kept', desk.texts(page))
    choose(desk, page, 'Time zone', 'dubai')
    choose(desk, page, 'Currency', 'aed')
    flip(desk, 'Always open', page)
    for day in 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday':
        desk.put(day, '' if day == 'Sunday' else '09:00-18:00', page)
    desk.shoot('settings-business')
    desk.press('Save', 'push button', page)
    cases.check(desk.wait(lambda: business(desk)['name'] == 'Gulf Star' and
                          'Mo 09:00-18:00' in business(desk)['hours']),
                'name, clock and hours are saved', business(desk))
    hours = business(desk)['hours']
    cases.check('Su off' in hours and business(desk)['zone'] == 'Asia/Dubai' and
                business(desk)['currency'] == 'AED', 'a day without hours is closed, and zone and currency are those found in their lists', hours)
    desk.ctl('save', 'business', '--id', '1', 'hours=' + hours + '; 2026-12-25 off; Jul-Aug Mo 10:00-12:00')
    cases.check(desk.wait(lambda: 'Open on 2026-12-25 again' in desk.texts(page)),
                'a closed day has a row of its own', desk.texts(page))
    desk.press('Open on 2026-12-25 again', 'push button', page)
    desk.press('Save', 'push button', page)
    cases.check(desk.wait(lambda: '2026-12-25' not in business(desk)['hours']) and
                'Jul-Aug Mo 10:00-12:00' in business(desk)['hours'],
                'and is open again; what was written otherwise is kept', business(desk))
    return page


def team(desk, cases, page):
    section(desk, page, 'Team')
    desk.press('New Teammate', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Teammate'))
    desk.put('Name', 'Layla', form)
    desk.put('Phone (optional)', '050 123 4567', form)
    flip(desk, 'Sales', form)
    flip(desk, 'Operations', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'Layla' in desk.texts(page) and 'Sales, Operations' in desk.texts(page)),
                'a teammate is added with roles', desk.texts(page))
    layla = next(t for t in desk.json('list', 'teammate') if t['name'] == 'Layla')
    cases.check(layla['phone'] == '+971501234567' and layla['sales'] and not layla['manager'],
                'a number is read as in the country of the business', layla)
    desk.press('Edit Layla', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Teammate'))
    flip(desk, 'Active', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'Switched off' in desk.texts(page)), 'who left is switched off',
                desk.texts(page))
    desk.shoot('settings-team')


def replies(desk, cases, page):
    section(desk, page, 'Replies and Labels')
    desk.press('New Label', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Label'))
    desk.put('Name', 'VIP', form)
    desk.press('Save', 'push button', form)
    desk.press('New Saved Reply', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Saved reply'))
    desk.put('Shortcut', 'hi there', form)
    desk.put('Title', 'Greeting', form)
    desk.put('Text, with {name}, {first-name}, {business}, {booking} or {me} (optional)',
             'Hello {first-name}', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: '“hi there” does not have the form' in desk.texts(form)) and
                not desk.json('list', 'canned-reply'),
                'a shortcut with a blank is refused', desk.texts(form))
    desk.put('Shortcut', 'hi', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: '/hi · Hello {first-name}' in desk.texts(page)),
                'a saved reply is made', desk.texts(page))
    cases.check(desk.wait(lambda: 'VIP' in desk.texts(page)), 'so is a label')
    desk.shoot('settings-replies')


def open_text(desk, page, text):
    desk.put('Find a text', text, page)
    row = desk.wait(lambda: desk.find(lambda n: text in n and ' · ' in n, 'list item', page))
    assert row is not None, desk.texts(page)
    desk.click(lambda n: text in n and ' · ' in n, 'list item', page)
    return desk.wait(lambda: desk.find_dialog('Text to Customers'))


def answer(desk, text):
    desk.ctl('practice', text)
    conversation = desk.json('inbox')[0]['id']
    return [m['text'] for m in desk.json('messages', str(conversation)) if m['direction'] == 'out']


def texts(desk, cases, page):
    section(desk, page, 'Texts to Customers')
    desk.wait(lambda: 'You are welcome.' in desk.texts(page))
    dialog = open_text(desk, page, 'You are welcome')
    desk.put('Your words', 'Our pleasure, {boss}!', dialog)
    desk.press('Save', 'push button', dialog)
    cases.check(desk.wait(lambda: '{boss}' in desk.texts(dialog) and 'not filled in' in desk.texts(dialog)),
                'a blank that nobody fills is refused by name', desk.texts(dialog))
    desk.put('Your words', 'Our pleasure!', dialog)
    desk.shoot('settings-text', True)
    desk.press('Save', 'push button', dialog)
    desk.wait(lambda: not desk.dialogs())
    cases.check(desk.wait(lambda: 'Our pleasure!' in answer(desk, 'Thank you')),
                'the next customer reads the other words', answer(desk, 'Thank you'))
    desk.put('Find a text', '', page)
    desk.wait(lambda: 'Your words' in desk.texts(page))
    desk.shoot('settings-texts')
    dialog = open_text(desk, page, 'Our pleasure')
    desk.press('Restore Kontor’s Words', 'push button', dialog)
    cases.check(desk.wait(lambda: not desk.json('list', 'customer-text')) and
                desk.wait(lambda: answer(desk, 'thanks')[-1] == 'You are welcome.'),
                'and ours again when they are restored', answer(desk, 'thanks'))
    desk.put('Find a text', '', page)
    desk.click('Language of the texts', 'combo box', page)
    desk.key('Down', 'Return')
    cases.check(desk.wait(lambda: 'Darf ich das buchen?' in desk.texts(page) or
                          'Wochentag' in desk.texts(page) or 'Montag' in desk.texts(page)),
                'they are shown in other languages', desk.texts(page))


def notices(desk, cases, page):
    def kept():
        return desk.json('get', 'notices', '1')

    def write_hour(hour):
        desk.click('Quiet from, such as 22:00', 'text', page)
        desk.key('ctrl+a')
        desk.write(hour)
        desk.key('Return')
    section(desk, page, 'Notifications')
    flip(desk, 'Payments received', page)
    cases.check(desk.wait(lambda: kept()['payments'] is False), 'each kind of notice has a switch', kept())
    flip(desk, 'Show neither names nor what customers write', page)
    cases.check(desk.wait(lambda: kept()['private'] is True), 'and so has what is shown', kept())
    write_hour('25:00')
    cases.check(desk.wait(lambda: desk.told('does not have the form')) and not kept().get('quiet-from'),
                'an hour that there is not is refused', desk.texts())
    write_hour('22:00')
    cases.check(desk.wait(lambda: kept().get('quiet-from') == '22:00'), 'quiet hours begin when one says', kept())
    desk.ctl('save', 'notices', '1', 'messages=no', 'quiet-until=07:30')
    cases.check(desk.wait(lambda: not is_on(desk, 'Customers’ messages', page)),
                'what is changed elsewhere is shown', desk.texts(page))
    desk.shoot('settings-notices')


def data(desk, cases, page):
    section(desk, page, 'Privacy and Data')
    flip(desk, 'Nothing leaves this computer', page)
    cases.check(desk.wait(lambda: business(desk).get('local-only') is True),
                'the switch keeps everything on this computer', business(desk))
    cases.check('No question was ever put' in desk.texts(page), 'and says that nothing left it')
    cases.check(desk.folder in desk.texts(page), 'the folder of the data is told', desk.texts(page))
    desk.press('Check', 'push button', page)
    cases.check(desk.wait(lambda: 'All is well' in desk.texts(page)), 'the data is whole', desk.texts(page))
    desk.shoot('settings-data')


def look_around(desk, cases, page):
    desk.resize(360, 720)
    desk.shoot('settings-data-360')
    desk.press('Back to All Settings', 'push button', page)
    desk.shoot('settings-360')
    desk.click('Business', 'list item', page)
    desk.shoot('settings-business-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.ctl('save', 'business', '--id', '1', 'country=AE', 'zone=Europe/Berlin', 'currency=EUR')
        desk.open()
        page = set_up(desk, cases)
        team(desk, cases, page)
        replies(desk, cases, page)
        texts(desk, cases, page)
        notices(desk, cases, page)
        data(desk, cases, page)
        look_around(desk, cases, page)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
