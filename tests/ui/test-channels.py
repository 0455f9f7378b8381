#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Cloud API number is connected step by step in the real window, against a stand-in of Meta's Graph;
then it is switched off, on and deleted."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from graph import ACCOUNT, NUMBER, SECRET, TOKEN, VERIFY, Graph, Meta
from line import free_port

STEPS = ['Credentials are complete', 'Meta knows the phone number and accepts the token',
         'The app is told what customers write', 'Kontor listens on this computer',
         'The incoming address leads to Kontor']


def channel(desk, which='CH2'):
    return next((c for c in desk.json('channel', 'list') if c['id'] == which), None)


def choose(desk, cases):
    """From Home's card to the five steps."""
    desk.press('Connect…', 'push button', desk.expect('KontorHomePage'))
    dialog = desk.wait(lambda: desk.find_dialog('Add a Channel'))
    cases.check(desk.find('Practice', None, dialog) is not None, 'the kinds are those of the daemon',
                desk.texts(dialog))
    desk.shoot('channels-kinds', dialog)
    desk.click('WhatsApp Cloud API', 'list item', dialog)
    dialog = desk.wait(lambda: desk.find_dialog('WhatsApp Cloud API'))
    cases.check(all(desk.find(f'{step}, to do', None, dialog) for step in STEPS),
                'five steps are to do', desk.texts(dialog))
    cases.check(channel(desk) is None, 'and nothing is kept yet')
    return dialog


def stop_and_go_on(desk, cases, dialog, graph, port):
    """Left in the middle: what was written is found again."""
    desk.put('Name', 'Shop', dialog)
    desk.put('Access token', TOKEN, dialog)
    desk.press('Done', 'push button', dialog)
    cases.check(desk.wait(lambda: channel(desk)), 'what was written is kept when the dialog is closed')
    cases.check(desk.wait(lambda: 'Needs you' in desk.texts(desk.expect('KontorChannelsPage'))),
                'and its card says that it needs somebody', desk.texts())
    desk.ctl('channel', 'set', 'CH2', f'base-url={graph.url}', f'port={port}')
    page = desk.expect('KontorChannelsPage')
    card = desk.expect('Shop', 'list', page)
    desk.click('Set Up and Test', 'list item', card)
    dialog = desk.wait(lambda: desk.find_dialog('WhatsApp Cloud API'))
    cases.check(desk.wait(lambda: 'kept; write to replace' in desk.texts(dialog)),
                'the token is kept and never shown', desk.texts(dialog))
    return dialog


def fine(desk, dialog, upto):
    return desk.wait(lambda: all(desk.find(f'{step}, done', None, dialog) for step in STEPS[:upto]))


def fill(desk, cases, dialog, graph, port):
    desk.put('App secret', SECRET, dialog)
    desk.press('Test Again', 'push button', dialog)
    cases.check(fine(desk, dialog, 1), 'the credentials are complete', desk.texts(dialog))
    desk.put('Phone number id', '12345', dialog)
    desk.press('Test Again', 'push button', dialog)
    cases.check(desk.wait(lambda: desk.find(f'{STEPS[1]}, not yet', None, dialog) and
                          'check the phone number id' in desk.texts(dialog)),
                'a wrong number is told, with what to mend', desk.texts(dialog))
    desk.shoot('channels-wrong', dialog)
    desk.put('Phone number id', NUMBER, dialog)
    desk.press('Test Again', 'push button', dialog)
    cases.check(fine(desk, dialog, 2), 'the right one is accepted', desk.texts(dialog))
    desk.put('WhatsApp business account id', ACCOUNT, dialog)
    desk.press('Test Again', 'push button', dialog)
    cases.check(fine(desk, dialog, 4), 'so is the account', desk.texts(dialog))
    desk.shoot('channels-steps', dialog)
    desk.put('Incoming address', f'http://127.0.0.1:{port}/cloud/CH2', dialog)
    desk.put('Verify token', VERIFY, dialog)
    desk.press('Test Again', 'push button', dialog)
    cases.check(fine(desk, dialog, 5), 'all five steps are done', desk.texts(dialog))
    desk.press('Done', 'push button', dialog)
    cases.check(desk.wait(lambda: channel(desk)['state'] == 'connected'), 'the line is up', channel(desk))


def connect(desk, cases, graph, port):
    dialog = choose(desk, cases)
    dialog = stop_and_go_on(desk, cases, dialog, graph, port)
    fill(desk, cases, dialog, graph, port)
    page = desk.expect('KontorChannelsPage')
    cases.check(desk.wait(lambda: 'What customers write gets here' in desk.texts(page)),
                'its address has a green light', desk.texts(page))
    desk.press('Copy the Address', 'push button', page)
    cases.check(desk.wait(lambda: desk.told('The address is copied')), 'and is copied')
    meta = Meta(port, 'CH2')
    cases.check(meta.say('Do you have child seats?') == 200, 'a customer writes on it')
    graph.next_said()
    cases.check(desk.wait(lambda: 'last message just now' in desk.texts(page)),
                'and the card says when it was used last', desk.texts(page))
    desk.shoot('channels')


def switch_and_delete(desk, cases):
    page = desk.expect('KontorChannelsPage')
    desk.press('Shop is switched on', None, page)
    cases.check(desk.wait(lambda: channel(desk)['state'] == 'off'), 'it is switched off', channel(desk))
    desk.press('Shop is switched on', None, page)
    cases.check(desk.wait(lambda: channel(desk)['state'] == 'connected'), 'and on again', channel(desk))
    card = desk.expect('Shop', 'list', page)
    desk.click('More', None, card)
    desk.key('Down', 'Return')
    asked = desk.wait(lambda: next((one for one in desk.dialogs()
                                    if 'Delete “Shop”?' in desk.texts(one)), None))
    cases.check(asked is not None and 'Conversations, customers and bookings are kept' in
                desk.texts(asked), 'what is kept is said before it is deleted', desk.texts())
    desk.shoot('channels-delete', asked)
    desk.press('Delete', 'push button', asked)
    cases.check(desk.wait(lambda: channel(desk) is None and desk.find('Shop', 'list', page) is None),
                'then it is gone', desk.json('channel', 'list'))
    conversation = desk.json('inbox')[0]['id']
    cases.check('child seats' in desk.ctl('messages', str(conversation)).stdout,
                'and its conversation can be read', desk.ctl('messages', str(conversation)))
    said = desk.ctl('send', str(conversation), 'Hello')
    cases.check(said.returncode != 0 and 'was removed' in said.stderr,
                'and not be written in: the channel was removed', said)


def main():
    desk, cases, graph, port = Desktop(*sys.argv[1:]), Looks(), Graph(), free_port()
    try:
        desk.start()
        desk.open()
        connect(desk, cases, graph, port)
        switch_and_delete(desk, cases)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
        graph.close()
    return cases.end()


sys.exit(main())
