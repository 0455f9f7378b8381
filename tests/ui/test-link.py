#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A number is linked in the real window: a phone of the stand-in for WhatsApp's servers reads the code from
the screen, or its owner types letters. Skips with a word where npm or Node 20.15 is absent."""
import os
import pathlib
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent / 'interop')]
from companion import World
from desktop import Desktop, Looks

KIND, TITLE = 'Linked device', 'Link Your Phone'
RISK = ('At Your Own Risk', 'unofficial client', 'a service of somebody else', 'tested against independent clients',
        'never against WhatsApp itself', 'may close a number')


def channel(desk, which='CH2'):
    return next((c for c in desk.json('channel', 'list') if c['id'] == which), None)


def look(desk, dialog):
    """What a camera reads on the screen; nothing while the dialog still comes up."""
    desk.settle()
    picture = desk.shots / 'link-camera.png'
    subprocess.run(['import', '-window', desk.window_of(dialog.get_child_at_index(0)), str(picture)], env=desk.env,
                   check=True)
    return subprocess.run(['zbarimg', '-q', '--raw', str(picture)], capture_output=True, text=True).stdout.strip()


def add(desk, cases):
    """From the list of kinds to a line that waits for its phone."""
    desk.go('channels')
    page = desk.expect('KontorChannelsPage')
    desk.press('Add a Channel', 'push button')
    dialog = desk.wait(lambda: desk.find_dialog('Add a Channel'))
    cases.check('unofficial and at your own risk' in desk.texts(dialog), 'the risk is said before it is chosen',
                desk.texts(dialog))
    desk.click(KIND, 'list item', dialog)
    dialog = desk.wait(lambda: desk.find_dialog(KIND))
    told = desk.texts(dialog)
    cases.check(all(word in told for word in ('unofficial client', 'at your own risk', 'official Cloud API')),
                'and once more where it is set up, with the official way', told)
    desk.shoot('link-setup', dialog)
    desk.put('Name', 'Shop', dialog)
    desk.press('Done', 'push button', dialog)
    return page


def open_link(desk, page):
    card = desk.expect('Shop', 'list', page)
    desk.click(TITLE, 'list item', card)
    return desk.wait(lambda: desk.find_dialog(TITLE))


def open_codes(desk, page):
    dialog = open_link(desk, page)
    desk.press('Link at My Own Risk', 'push button', dialog)
    return dialog


def choose_official(desk, cases, page):
    """What is risked is said before any code, and the official way is one click from there."""
    dialog = open_link(desk, page)
    cases.check(desk.wait(lambda: all(word in desk.texts(dialog) for word in RISK)),
                'before the code the risk is said plainly', desk.texts(dialog))
    cases.check(look(desk, dialog) == '', 'and no camera reads a code beside it')
    desk.xdo('windowsize', desk.window_of(dialog.get_child_at_index(0)), '360', '640')
    desk.shoot('link-risk', whole=True)
    desk.press('Use the Official Cloud API', 'push button', dialog)
    official = desk.wait(lambda: desk.find_dialog('WhatsApp Cloud API'))
    cases.check(official is not None and desk.wait(lambda: desk.find_dialog(TITLE) is None) and
                desk.find('Credentials are complete, to do', None, official) is not None,
                'one click leads to the set-up of the official Cloud API', desk.texts())
    desk.press('Done', 'push button', official)
    desk.wait(lambda: not desk.dialogs())


def by_camera(desk, cases, world, page):
    phone, _ = world.account('Shop')
    dialog = open_codes(desk, page)
    first = desk.wait(lambda: look(desk, dialog))
    cases.check(bool(first), 'a camera reads the code on the screen', desk.texts(dialog))
    desk.shoot('link-code', dialog)
    world.server.ask('new-refs')
    second = desk.wait(lambda: (read := look(desk, dialog)) != first and read)
    cases.check(bool(second), 'another code takes its place when the server has one')
    try:
        world.server.ask('scan', phone=phone, text=second, forge='hmac')
    except RuntimeError as error:
        cases.check('refused' in str(error), 'a phone that did not see the code is refused', error)
    cases.check(desk.wait(lambda: 'not from the phone' in desk.texts(dialog)), 'and the owner reads why',
                desk.texts(dialog))
    cases.check('Begin again' in desk.texts(page), 'as does the card', desk.texts(page))
    desk.shoot('link-over', dialog)
    desk.press('Begin Again', 'push button', dialog)
    third = desk.wait(lambda: look(desk, dialog))
    cases.check(third not in ('', first, second), 'it is begun again, with a new code', desk.texts(dialog))
    world.server.ask('scan', phone=phone, text=third)
    cases.check(desk.wait(lambda: desk.find_dialog(TITLE) is None), 'the dialog goes once the phone is linked')
    cases.check(desk.wait(lambda: 'Connected' in desk.texts(page) and f'+{phone}' in desk.texts(page)),
                'and the card says which number is connected', desk.texts(page))
    desk.shoot('link-connected')
    return phone


def said(desk, phone):
    """The conversation with a phone, and what was said in it."""
    contact = next((c['id'] for c in desk.json('list', 'contact') if c.get('phone') == '+' + phone), None)
    there = next((c['id'] for c in desk.json('inbox') if c['contact'] == contact), None)
    return desk.json('messages', str(there)) if there else []


def row(desk, page, *words):
    return desk.wait(lambda: desk.find(lambda n: all(word in n for word in words), 'list item', page))


def choose_from_menu(desk, page, message, entry):
    """What may be done with a message stands in its own menu."""
    desk.click('What to Do With This Message', None, row(desk, page, *message))
    desk.press(entry, 'menu item', page)


def change(desk, cases, world, shop):
    """What was sent to a customer is said in other words and then taken back."""
    desk.ctl('channel', 'set', 'CH2', 'mode=off', 'jitter-ms=0')
    desk.wait(lambda: channel(desk)['state'] == 'connected')
    customer = world.customer()
    customer.ask('send', to=shop + '@s.whatsapp.net', kind='text', text='When do you come?')
    desk.wait(lambda: said(desk, customer.phone))
    desk.go('inbox')
    page = desk.expect('KontorInboxPage')
    pane = desk.expect('KontorConversationPane', None, page)
    desk.choose(lambda n: 'When do you come?' in n, page, lambda: row(desk, pane, 'When do you come?'))
    desk.click('Message', 'text', page)
    desk.write('At ten.')
    desk.key('Return')
    first = customer.wait('message', text='At ten.')
    row(desk, pane, 'At ten.', 'Delivered')
    customer.ask('typing', to=shop + '@s.whatsapp.net', on=True)
    cases.check(desk.wait(lambda: 'typing…' in desk.texts(desk.find('KontorConversationHeader', None, pane))),
                'that a customer writes stands above the messages', desk.texts(pane))
    cases.check(row(desk, page, customer.name, 'typing…'), 'and in the list', desk.texts(page))
    desk.shoot('link-typing')
    customer.ask('typing', to=shop + '@s.whatsapp.net', on=False)
    cases.check(desk.wait(lambda: 'typing…' not in desk.texts(page)), 'and goes when the customer stops',
                desk.texts(page))
    choose_from_menu(desk, pane, ('At ten.',), 'Edit')
    cases.check(desk.wait(lambda: 'Instead of what was sent' in desk.texts(pane)), 'what was sent can be edited',
                desk.texts(pane))
    desk.shoot('link-edit')
    desk.click('Message', 'text', page)
    desk.key('ctrl+a')
    desk.write('At eleven.')
    desk.key('Return')
    told = customer.wait('message', kind='edit')
    cases.check(told['target'] == first['id'] and told['text'] == 'At eleven.',
                'the customer reads the new words in the place of the old', told)
    cases.check(row(desk, pane, 'Edited', 'At eleven.'), 'and here it stands as edited', desk.texts(pane))
    desk.shoot('link-edited')
    choose_from_menu(desk, pane, (': At ten.',), 'Delete for Everyone…')
    asked = desk.wait(lambda: next((one for one in desk.dialogs() if 'Delete for everyone?' in desk.texts(one)), None))
    cases.check(asked is not None and len(said(desk, customer.phone)) == 3, 'a question comes before it is deleted',
                desk.texts())
    desk.press('Delete', 'push button', asked)
    told = customer.wait('message', kind='revoke')
    cases.check(told['target'] == first['id'], 'then it is deleted at the customer', told)
    cases.check(row(desk, pane, 'This message was deleted'), 'and here that is said', desk.texts(pane))
    desk.click('What to Do With This Message', None, row(desk, pane, ': At ten.'))
    desk.expect('Copy Text', 'menu item', pane)
    cases.check(desk.find('Edit', 'menu item', pane) is None and desk.find('Delete for Everyone…', 'menu item', pane)
                is None, 'and what is deleted is neither edited nor deleted any more', desk.texts(pane))
    desk.key('Escape')
    desk.shoot('link-deleted')


def by_letters(desk, cases, world, page):
    phone, _ = world.account('Shop')
    desk.ctl('channel', 'remove', 'CH2')
    desk.wait(lambda: desk.find('Shop', 'list', page) is None)
    desk.ctl('channel', 'add', 'linked', 'Shop', f'phone=+{phone}')
    dialog = open_codes(desk, page)
    letters = desk.wait(lambda: channel(desk, 'CH3')['facts'].get('link-code'))
    shown = f'{letters[:4]}-{letters[4:]}' if '-' not in letters else letters
    cases.check(desk.wait(lambda: shown in desk.texts(dialog)), 'letters stand below the code', desk.texts(dialog))
    desk.shoot('link-letters', dialog)
    world.server.ask('code', phone=phone, code=shown)
    cases.check(desk.wait(lambda: desk.find_dialog(TITLE) is None and 'Connected' in desk.texts(page)),
                'they link it', desk.texts(page))


def main():
    world = World(sys.argv[4], sys.argv[5], os.environ)
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    desk.env['KONTOR_LINKED_PLACE'] = world.place
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        desk.open()
        page = add(desk, cases)
        choose_official(desk, cases, page)
        change(desk, cases, world, by_camera(desk, cases, world, page))
        desk.go('channels')
        by_letters(desk, cases, world, page)
        violations = world.violations()
        cases.check(not violations, 'the server has nothing to complain of', violations)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
        world.close()
    return cases.end()


sys.exit(main())
