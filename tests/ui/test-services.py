#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A service is made from nothing in the real window, with what it asks customers for in two
languages, and the conversation it makes is the one that a customer then has."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks


def make_service(desk, cases):
    desk.go('services')
    page = desk.expect('KontorServicesPage')
    cases.check(desk.wait(lambda: 'Nothing is offered yet' in desk.texts(page)),
                'an empty page says what will be here')
    desk.press('New Service', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('New Service'))
    desk.put('Name', 'Chauffeur ride', form)
    desk.put('Words customers use for it (optional)', 'car, ride', form)
    desk.put('Price (optional)', 'lots', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: '“lots” is no amount' in desk.texts(form) and desk.find_dialog('New Service')
                          and not desk.json('list', 'service')),
                'what is no price is refused, and kept to be mended', desk.texts(form))
    desk.put('Price (optional)', '250 AED', form)
    desk.put('Duration (optional)', '2h', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: desk.json('list', 'service')) and
                desk.json('get', 'service', 'chauffeur-ride')['name'] == 'Chauffeur ride',
                'its code is made of its name', desk.json('list', 'service'))
    cases.check(desk.wait(lambda: 'Which day would you like?' in desk.texts(page)),
                'a new one is open, and shows the conversation it makes', desk.texts(page))
    return page


def add_field(desk, page, title, question, kind=None):
    desk.press('New Field', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Field to collect'))
    desk.put('Title', title, form)
    desk.put('Question (optional)', question, form)
    if kind is not None:
        desk.click('Type', 'combo box', form)
        desk.key(*['Down'] * kind, 'Return')
    desk.press('Save', 'push button', form)
    return desk.wait(lambda: desk.find_dialog(title))


def make_fields(desk, cases, page):
    dialog = add_field(desk, page, 'Pickup', 'Where shall we pick you up?')
    cases.check(dialog is not None and desk.json('list', 'service-field')[0]['name'] == 'pickup',
                'a field is added, and opens', desk.json('list', 'service-field'))
    desk.press('New Language', 'push button', dialog)
    form = desk.wait(lambda: desk.find_dialog('Wording'))
    desk.put('Title', 'Abholort', form)
    desk.put('Question, of a field (optional)', 'Wo dürfen wir Sie abholen?', form)
    desk.click('Language', 'combo box', form)
    desk.key('Down', 'Return')
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'Deutsch · Wo dürfen wir Sie abholen?' in desk.texts(dialog)),
                'with its question in another language', desk.texts(dialog))
    desk.shoot('services-field', True)
    desk.key('Escape')
    dialog = add_field(desk, page, 'Vehicle', 'Which car would you like?', 4)
    for title, price in ('BMW 5', '250 AED'), ('BMW 7', '400 AED'):
        desk.press('New Choice', 'push button', dialog)
        form = desk.wait(lambda: desk.find_dialog('Choice'))
        desk.put('Title', title, form)
        desk.put('Price (optional)', price, form)
        desk.press('Save', 'push button', form)
        desk.wait(lambda: desk.find_dialog('Choice') is None and title in desk.texts(dialog))
    cases.check('400.00 AED' in desk.texts(dialog), 'a choice has its price', desk.texts(dialog))
    desk.shoot('services-choices', True)
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'and goes by Escape')


def see(desk, cases, page):
    wanted = ['Where shall we pick you up?', 'Which car would you like? (BMW 5, BMW 7)',
              'Which day would you like?', 'Shall I book it?', 'it is booked']

    def in_order(said):
        places = [said.find(text) for text in wanted]
        return -1 not in places and places == sorted(places)
    cases.check(desk.wait(lambda: in_order(desk.texts(desk.find('KontorPreview', None, page)))),
                'the conversation asks for each, repeats it all and books', desk.texts(page))
    cases.check(desk.json('list', 'booking') == [] and desk.json('list', 'contact') == [],
                'and nothing of it stands', desk.json('list', 'booking'))
    desk.click('Edit Vehicle', 'push button', page)
    desk.wait(lambda: desk.find_dialog('Vehicle'))
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())
    desk.xdo('windowfocus', desk.xid)
    desk.key('alt+Up')
    wanted[:2] = wanted[1::-1]
    cases.check(desk.wait(lambda: in_order(desk.texts(desk.find('KontorPreview', None, page)))),
                'a field is moved up by the keyboard, and is asked for first', desk.texts(page))
    desk.click('Language of the conversation', 'combo box', page)
    desk.key('Down', 'Down', 'Return')
    cases.check(desk.wait(lambda: 'Wo dürfen wir Sie abholen?' in desk.texts(page)),
                'it can be seen in German', desk.texts(page))


def talk(desk, cases):
    desk.ctl('practice', 'Hi, I need a car')
    conversation = desk.json('inbox')[0]['id']

    def said():
        return [m['text'] for m in desk.json('messages', str(conversation)) if m['direction'] == 'out']
    cases.check(desk.wait(lambda: any('Which car would you like?' in text for text in said())),
                'a customer is asked just that', said())


def remove(desk, cases, page):
    desk.press('Delete Pickup', 'push button', page)
    asked = desk.wait(lambda: next((d for d in desk.dialogs() if 'Delete “Pickup”?' in desk.texts(d)), None))
    desk.press('Delete', 'push button', asked)
    cases.check(desk.wait(lambda: [f['name'] for f in desk.json('list', 'service-field')] == ['vehicle']),
                'a field is deleted after a question', desk.json('list', 'service-field'))


def look_around(desk, cases, page):
    desk.shoot('services')
    desk.resize(360, 720)
    desk.shoot('services-360')
    desk.press('Back to All Services', 'push button', page)
    desk.shoot('services-list-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.ctl('save', 'business', '--id', '1', 'zone=Asia/Dubai', 'currency=AED')
        desk.open()
        page = make_service(desk, cases)
        make_fields(desk, cases, page)
        see(desk, cases, page)
        talk(desk, cases)
        remove(desk, cases, page)
        look_around(desk, cases, page)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
