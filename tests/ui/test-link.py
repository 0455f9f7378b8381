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


def open_codes(desk, page):
    card = desk.expect('Shop', 'list', page)
    desk.click(TITLE, 'list item', card)
    return desk.wait(lambda: desk.find_dialog(TITLE))


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
        by_camera(desk, cases, world, page)
        by_letters(desk, cases, world, page)
        violations = world.violations()
        cases.check(not violations, 'the server has nothing to complain of', violations)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
        world.close()
    return cases.end()


sys.exit(main())
