#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts are found, made, changed, asked for more, made one, and brought in from a file, in the
real window."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks


def rows(desk, page):
    return desk.ask(lambda: [one.get_name() for one in desk.all(page) if one.get_role_name() == 'list item']) or []


def begin(desk, cases):
    desk.open()
    desk.go('contacts')
    page = desk.expect('KontorContactsPage')
    cases.check(desk.wait(lambda: 'Nobody is known yet' in desk.texts(page)),
                'an empty page says how customers come', desk.texts(page))
    desk.shoot('contacts-empty')
    desk.press('New Contact', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('New Contact'))
    desk.put('Name (optional)', 'Amal Rashid', form)
    desk.put('Phone (optional)', '050 111 0002', form)
    desk.put('E-mail (optional)', 'amal@example.com', form)
    desk.press('Add', 'push button', form)
    cases.check(desk.wait(lambda: any(n.startswith('Amal Rashid, +971501110002') for n in rows(desk, page))),
                'one is made by hand', desk.texts(page))
    return page


def find(desk, cases, page):
    for name, phone in (('Zed Young', '+971501110009'), ('Émile Zola', '+971501110003')):
        desk.ctl('practice', '--from', phone, '--name', name, 'Hello')
    cases.check(desk.wait(lambda: [n.split(',')[0] for n in rows(desk, desk.find('Contacts', 'list', page))][:3] ==
                          ['Amal Rashid', 'Émile Zola', 'Zed Young']), 'they stand by name', rows(desk, page))
    desk.key('ctrl+f')
    desk.write('emile')
    cases.check(desk.wait(lambda: [n.split(',')[0] for n in rows(desk, desk.find('Contacts', 'list', page))] == ['Émile Zola']),
                'and are found as they are typed', rows(desk, page))
    desk.key('ctrl+a')
    desk.write('0501110009')
    cases.check(desk.wait(lambda: [n.split(',')[0] for n in rows(desk, desk.find('Contacts', 'list', page))] == ['Zed Young']),
                'or by a whole number', rows(desk, page))
    desk.key('ctrl+a', 'BackSpace')
    desk.wait(lambda: len(rows(desk, desk.find('Contacts', 'list', page))) == 3)


def ask_more(desk, cases, page):
    """By the menu, with the keyboard."""
    desk.click('More', None, page)
    desk.wait(lambda: desk.find(lambda n: n.startswith('Fields of Customers'), 'menu item', page))
    desk.press(lambda n: n.startswith('Fields of Customers'), 'menu item', page)
    fields = desk.wait(lambda: desk.find_dialog('Fields of Customers'))
    desk.press('New Field', 'push button', fields)
    form = desk.wait(lambda: desk.find_dialog('New Field'))
    desk.put('Title', 'Shoe size', form)
    desk.press('Add', 'push button', form)
    made = desk.wait(lambda: desk.json('list', 'contact-field'))
    cases.check(made and made[0]['name'] == 'shoe-size', 'a field is made', desk.texts(form))
    cases.check(desk.wait(lambda: desk.find(lambda n: 'Shoe size' in n, None, fields)), 'and listed')
    desk.shoot('contacts-fields', True)
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())
    desk.press('Change the Customer’s Data', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Contact'))
    desk.wait(lambda: desk.find('Shoe size', None, form))
    desk.put('Shoe size (optional)', '42', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'x-shoe-size' in str(desk.json('list', 'contact', '~=emile'))),
                'it is asked for in each contact', desk.json('list', 'contact', '~=emile'))
    cases.check(desk.wait(lambda: 'Shoe size' in desk.texts(page)), 'and shown')


def unite(desk, cases, page):
    zola = desk.json('list', 'contact', '~=emile')[0]['id']
    desk.ctl('save', 'contact', zola, 'email=Amal@example.com')
    cases.check(desk.wait(lambda: 'May also be Amal Rashid' in desk.texts(page)),
                'the same address suggests one person', desk.texts(page))
    desk.shoot('contacts-merge')
    desk.press('Merge', 'push button', page)
    cases.check(desk.wait(lambda: len(desk.json('list', 'contact')) == 2), 'who are made one')
    desk.click(lambda n: n.startswith('Amal Rashid'), 'list item', page)
    cases.check(desk.wait(lambda: 'Was also Émile Zola' in desk.texts(page)), 'which is told', desk.texts(page))
    desk.press('Take Apart', 'push button', page)
    cases.check(desk.wait(lambda: len(desk.json('list', 'contact')) == 3), 'and can be undone')
    cases.check(desk.wait(lambda: '+971501110003' not in desk.texts(desk.find('KontorContactPane', None, page))),
                'so that each has their own number', desk.texts(desk.find('KontorContactPane', None, page)))


def consent(desk, cases, page):
    """What somebody said on the phone; who wrote it down is kept."""
    desk.press('Change the Consent', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Consent'))
    desk.press('Change', 'push button', form)
    cases.check(desk.wait(lambda: 'Source: is missing' in desk.texts(form)) and
                not [a for a in desk.json('list', 'audit') if a['action'] == 'opted-out'],
                'a consent is not changed without saying how', desk.texts(form))
    cases.check('Shoe size (optional)' not in desk.texts(form), 'a consent asks for nothing else',
                desk.texts(form))
    desk.click('Consent', 'combo box', form)
    desk.key('Down', 'Return')
    desk.put('How the customer said so, such as by phone', 'by phone', form)
    desk.press('Change', 'push button', form)
    cases.check(desk.wait(lambda: 'Said STOP' in desk.texts(desk.find('KontorContactPane', None, page))),
                'a person changes the consent', desk.texts(page))
    written = [a for a in desk.json('list', 'audit') if a['action'] == 'opted-out']
    cases.check(len(written) == 1 and written[0]['actor'].startswith('teammate:'), 'and is named in the log', written)


def unite_far(desk, cases, page):
    """Whom they are is looked for among all, however many there are."""
    path = pathlib.Path(desk.folder) / 'many.csv'
    path.write_text('name,phone\n' + ''.join(f'Guest {i:03},055{i:07}\n' for i in range(1, 521)) +
                    'Zora Zabel,0559999999\n')
    desk.ctl('import', 'contact', str(path))
    desk.wait(lambda: len(desk.json('list', 'contact')) == 524)
    desk.press('Same Person as…', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Same Person as…'))
    desk.click(lambda n: n.startswith('Choose'), None, form)
    desk.wait(lambda: desk.find('Search in the list', None, form))
    desk.write('zora')
    desk.wait(lambda: desk.find(lambda n: n.startswith('Zora Zabel'), 'list item', form))
    desk.key('Return')
    cases.check(desk.wait(lambda: 'Zora Zabel' in desk.texts(form) and
                          not desk.find('Search in the list', None, form)),
                'one beyond the first five hundred is found', desk.texts(form))
    desk.press('Merge', 'push button', form)
    cases.check(desk.wait(lambda: len(desk.json('list', 'contact')) == 523), 'and made one with',
                len(desk.json('list', 'contact')))


def save(desk, cases, page, name):
    """By the menu and the dialog of files; what is in the file."""
    path = pathlib.Path(desk.folder) / name
    desk.click('More', None, page)
    desk.wait(lambda: desk.find(lambda n: n.startswith('Save'), 'menu item', page))
    desk.press(lambda n: n.startswith('Save'), 'menu item', page)
    desk.wait(lambda: desk.dialogs())
    desk.key('ctrl+a')
    desk.write(str(path))
    desk.key('Return')
    desk.wait(lambda: path.exists() and not desk.dialogs())
    return path.read_text().splitlines()


def take_out(desk, cases, page):
    whole = save(desk, cases, page, 'all.csv')
    cases.check(len(whole) == 4 and 'name' in whole[0] and any('Zed Young' in line for line in whole),
                'all are saved to a file', whole)
    desk.key('ctrl+f')
    desk.write('zed')
    desk.wait(lambda: [n.split(',')[0] for n in rows(desk, desk.find('Contacts', 'list', page))] == ['Zed Young'])
    part = save(desk, cases, page, 'zed.csv')
    cases.check(len(part) == 2 and 'Zed Young' in part[1], 'or those that are shown', part)
    desk.key('ctrl+f', 'ctrl+a', 'BackSpace')
    desk.wait(lambda: len(rows(desk, desk.find('Contacts', 'list', page))) == 3)


def stop(desk, cases, page):
    """A long file is stopped on its way: what was reached is told, and taken back."""
    path = pathlib.Path(desk.folder) / 'long.csv'
    path.write_text('name,phone\n' + ''.join(f'Guest {i:05},0{550000000 + i}\n' for i in range(20000)))
    before = len(desk.json('list', 'contact'))
    open_file(desk, page, path)
    dialog = desk.wait(lambda: desk.find_dialog('Bring In Contacts'))
    desk.press('Try Out', 'push button', dialog)
    desk.press('Cancel', 'push button', dialog)
    cases.check(desk.wait(lambda: 'rows were not reached' in desk.texts(dialog), 120),
                'a trial can be stopped', desk.texts(dialog)[:300])
    cases.check(len(desk.json('list', 'contact')) == before, 'and has changed nothing')
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())


def open_file(desk, page, path):
    desk.click('More', None, page)
    desk.wait(lambda: desk.find(lambda n: n.startswith('Bring In'), 'menu item', page))
    desk.press(lambda n: n.startswith('Bring In'), 'menu item', page)
    desk.wait(lambda: desk.dialogs())
    desk.write(str(path))
    desk.key('Return')


def bring_in(desk, cases, page):
    path = pathlib.Path(desk.folder) / 'guests.csv'
    path.write_text('Full name;Mobile;Shoe size;Colour\n' +
                    ''.join(f'Guest {i:03};05{i:08};{36 + i % 9};red\n' for i in range(1, 250)) +
                    'Nobody;12;40;red\nAmal again;0501110002;40;red\n')
    open_file(desk, page, path)
    dialog = desk.wait(lambda: desk.find_dialog('Bring In Contacts'))
    cases.check(dialog is not None and desk.wait(lambda: desk.find('Try Out', 'push button', dialog)),
                'a file is read', [d.get_name() for d in desk.dialogs()])
    desk.shoot('contacts-mapping', True)
    desk.press('Try Out', 'push button', dialog)
    told = 'Of 251 rows, 249 would be added and 0 changed; 1 would be left out and 1 refused.'
    cases.check(desk.wait(lambda: told in desk.texts(dialog)), 'what would become of each row is told',
                desk.texts(dialog)[:400])
    cases.check(len(desk.json('list', 'contact')) == 3, 'and nothing is changed by that')
    desk.click('Only what is not taken', 'check box', dialog)
    cases.check(desk.wait(lambda: desk.find(lambda n: n.startswith('Line 251, Refused: phone:'), 'list item', dialog)
                          and not desk.find(lambda n: n.startswith('Line 2,'), 'list item', dialog)),
                'what is not taken says why', rows(desk, dialog))
    desk.shoot('contacts-verdicts', True)
    desk.press('Bring In', 'push button', dialog)
    cases.check(desk.wait(lambda: 'Of 251 rows, 249 were added' in desk.texts(dialog), 60),
                'they are brought in', desk.texts(dialog)[:400])
    found = desk.json('list', 'contact', '~=Guest 007')
    cases.check([c['x-shoe-size'] for c in found] == ['43'], 'with the fields that were chosen', found)
    desk.press('Take All Back', 'push button', dialog)
    cases.check(desk.wait(lambda: 'Taken back: 249.' in desk.texts(dialog), 60), 'and taken back',
                desk.texts(dialog)[:400])
    cases.check(len(desk.json('list', 'contact')) == 3, 'so that it is as it was')
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())


def small(desk, cases, page):
    desk.click(lambda n: n.startswith('Amal Rashid'), 'list item', page)
    desk.wait(lambda: 'Known By' in desk.texts(page))
    desk.resize(360, 720)
    desk.shoot('contacts-360')
    desk.press('Back to All Contacts', 'push button', page)
    desk.shoot('contacts-list-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')
    desk.open(dark=True)
    desk.go('contacts')
    page = desk.expect('KontorContactsPage')
    desk.click(lambda n: n.startswith('Amal Rashid'), 'list item', page)
    desk.wait(lambda: 'Known By' in desk.texts(page))
    desk.shoot('contacts-dark')
    cases.ends_well(desk.shut(), 'and again in the dark')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.ctl('save', 'business', '1', 'country=AE')
        page = begin(desk, cases)
        find(desk, cases, page)
        desk.click(lambda n: n.startswith('Émile Zola'), 'list item', page)
        cases.check(desk.wait(lambda: 'Phone number' in desk.texts(page)),
                    'one of them is shown with what they are known by', desk.texts(page))
        desk.shoot('contacts')
        ask_more(desk, cases, page)
        unite(desk, cases, page)
        bring_in(desk, cases, page)
        stop(desk, cases, page)
        take_out(desk, cases, page)
        consent(desk, cases, page)
        unite_far(desk, cases, page)
        small(desk, cases, page)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
