#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop tells the owner while the window is closed: rung, answered and withdrawn. The
notification server, the window and the portal are stand-ins."""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import GLib
from gateway import SECRET_KEY, SIGNING, Stripe
from house import Cases
from line import NAME, PATH
from mock import Mock, is_there
from shop import Shop

NOTES = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.freedesktop.Notifications'
WINDOW = 'org.kontor.Kontor', '/org/kontor/Kontor', 'org.freedesktop.Application'
PORTAL = ('org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop',
          'org.freedesktop.portal.Notification')
WISH = 'Hi, I need a car from Binary Tower to Dubai Mall tomorrow at 9, name Ben, BMW 5 series'

NID = 'Hi, I need NID service. My name is Salma Khatun, NID: 98765432'


def said(text, phone, name):
    return {'from': GLib.Variant('s', phone), 'name': GLib.Variant('s', name), 'text': GLib.Variant('s', text)}


def write(shop, text, phone='+971500000002', name='Ben'):
    return shop.call('Channels', 'Practise', '(sa{sv})', '', said(text, phone, name))[0]


def write_all(shop, text, phones):
    """All are under way before one is answered."""
    for phone in phones:
        shop.bus.call(NAME, PATH, 'org.kontor.Kontor.Channels', 'Practise',
                      GLib.Variant('(sa{sv})', ('', said(text, phone, phone))), None, 0, -1, None, None)
    return [shop.wait(lambda: shop.of(phone)) for phone in phones]


class Server:
    """The notifications that are shown, as people see them."""

    def __init__(self, shop):
        self.mock, self.shop = Mock(shop, *NOTES, template='notification_daemon'), shop

    def rung(self):
        """(number, title, body, actions, hints) of each, a replaced one under its number."""
        out, number = [], 0
        for _, replaces, _, title, body, actions, hints, _ in self.mock.calls('Notify'):
            number += not replaces
            out.append((replaces or number, title, body, dict(zip(actions[::2], actions[1::2])), hints))
        return out

    def wait(self, part, since=0):
        """The latest with @part in its title or body, after the first @since of all."""
        return self.shop.wait(lambda: next((n for n in reversed(self.rung()[since:]) if part in n[1] + n[2]),
                                           None))

    def wait_withdrawn(self, number):
        return self.shop.wait(lambda: [number] in self.mock.calls('CloseNotification'))

    def answer(self, number, action):
        self.mock.emit('ActivationToken', 'us', ('u', number), ('s', 'token-7'))
        self.mock.emit('ActionInvoked', 'us', ('u', number), ('s', action))


def messages(shop, cases, server, window):
    conversation = write(shop, 'Do you have <child> seats & snacks?')
    number, title, body, actions, hints = server.wait('child')
    cases.check(title == 'Ben' and body == 'Do you have &lt;child&gt; seats &amp; snacks?',
                'a message rings with who wrote what, and no markup of theirs', (title, body))
    cases.check('reply' in actions and 'default' in actions, 'it can be replied to', actions)
    cases.check(hints['urgency'] == 1 and hints['desktop-entry'] == 'org.kontor.Kontor',
                'a desktop that is not to disturb may keep it back', hints)
    write(shop, 'And a second thing?')
    again = server.wait('second thing')
    cases.check(again[0] == number, 'a conversation has one notification, which is replaced', again)
    server.answer(number, 'reply')
    opened = shop.wait(lambda: window.calls('ActivateAction'))
    cases.check(opened[-1][:2] == ['open', [f'inbox/{conversation}']] and
                opened[-1][2]['activation-token'] == 'token-7', 'Reply opens that conversation', opened)
    shop.call('Inbox', 'MarkRead', '(x)', conversation)
    cases.check(server.wait_withdrawn(number), 'what is read elsewhere is withdrawn')
    write(shop, 'Third?')
    number = server.wait('Third')[0]
    server.answer(number, 'snooze')
    cases.check(shop.wait(lambda: shop.conversation(conversation)['state'] == 'snoozed'),
                'it can be put off')
    return conversation


def crowd(shop, cases, server, window):
    before = len(server.rung())
    threads = write_all(shop, 'All at once?', [f'+9715000001{i:02}' for i in range(20)])
    number, title, body, actions, _ = server.wait('unread messages', before)
    rung = [note[1] for note in server.rung()[before:]]
    cases.check(len(rung) <= 10 and body == '', 'twenty customers at once ring as one', rung)
    server.answer(number, 'default')
    cases.check(shop.wait(lambda: window.calls('ActivateAction')[-1][:2] == ['open', ['inbox']]),
                'and lead to the inbox', window.calls('ActivateAction'))
    for thread in threads:
        shop.call('Inbox', 'MarkRead', '(x)', thread['id'])
    cases.check(server.wait_withdrawn(number), 'which goes when one of them is read')


def needed(shop, cases, server):
    conversation = write(shop, 'Can a person call me, please?', '+971500000003', 'Mona')
    number = server.wait('Mona needs you')[0]
    cases.check(shop.conversation(conversation)['waiting'], 'what is left to people says so', number)


def switches(shop, cases, server):
    before = len(server.rung())
    shop.house.ctl('save', 'notices', '1', 'messages=no', 'unsure=no')
    write(shop, 'Nobody hears this')
    shop.settle()
    shop.house.ctl('save', 'notices', '1', 'messages=yes', 'quiet-from=00:00', 'quiet-until=23:59')
    write(shop, 'Nor this at night')
    shop.settle()
    shop.house.ctl('save', 'notices', '1', 'private=yes', 'quiet-from=', 'quiet-until=')
    write(shop, 'A secret')
    server.wait('New message')
    rung = server.rung()[before:]
    cases.check([note[1:3] for note in rung] == [('New message', '')],
                'switched off, at quiet hours and in private, no word of theirs is shown', rung)
    bad = shop.house.ctl('save', 'notices', '1', 'quiet-from=25:00')
    cases.check(bad.returncode == 1, 'an hour that there is not is refused', bad)
    shop.house.ctl('save', 'notices', '1', 'private=no', 'unsure=yes')


def work(shop, cases, server):
    shop.house.ctl('save', 'service', 'chauffeur', 'confirm=by-person')
    for part in ('accept', 'decline'):
        before, since = {b['id'] for b in shop.records('booking')}, len(server.rung())
        for text in (WISH, 'yes'):
            write(shop, text)
            shop.settle()
        booking = shop.wait(lambda: next((b for b in shop.records('booking') if b['id'] not in before), None))
        number, title, body, actions, _ = server.wait('New booking', since)
        cases.check('accept' in actions and 'Ben' in body and 'Chauffeur' in title,
                    f'a booking to decide on rings ({part})', (title, body, actions))
        server.answer(number, part)
        state = 'confirmed' if part == 'accept' else 'cancelled'
        cases.check(shop.wait(lambda: shop.record('booking', booking['id'])['state'] == state) and
                    server.wait_withdrawn(number), f'and is {state} from there')
    before = len(server.rung())
    shop.book()
    write(shop, 'After a booking of ours')
    server.wait('After a booking of ours')
    cases.check(not any('New booking' in note[1] for note in server.rung()[before:]),
                'what the team booked itself rings nobody', server.rung()[before:])


def jobs(shop, cases, server):
    shop.house.ctl('demo', 'load', 'documents')
    for part, state, number in (('accept', 'in-progress', '10'), ('decline', 'cancelled', '11')):
        before, since = {o['id'] for o in shop.records('order')}, len(server.rung())
        write(shop, NID + number, '+88017000000' + number, 'Salma')
        order = shop.wait(lambda: next((o for o in shop.records('order') if o['id'] not in before), None))
        number, title, body, actions, _ = server.wait('New order', since)
        cases.check({'accept', 'decline'} <= set(actions), f'an order to decide on rings ({part})',
                    (title, body, actions))
        server.answer(number, part)
        cases.check(shop.wait(lambda: shop.record('order', order['id'])['state'] == state) and
                    server.wait_withdrawn(number), f'and is {state} from there')


def paid(shop, cases, server, window):
    shop.account('stripe', 'PA1', secret_key=SECRET_KEY, webhook_secret=SIGNING)
    shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'working')
    booking = shop.book()
    event = shop.gateway.pay(shop.request(booking)['remote'])
    shop.hook(event)
    number, title, body, *_ = server.wait('Payment received')
    cases.check(booking in body and '250.00 AED' in body, 'a payment rings, with how much and what for', body)
    server.answer(number, 'default')
    cases.check(shop.wait(lambda: [['open', [f'bookings/{booking}']] == call[:2]
                                   for call in window.calls('ActivateAction')][-1]), 'and opens it')
    shop.hook(event)
    write(shop, 'After the payment')
    server.wait('After the payment')
    cases.check(sum('Payment received' in note[1] for note in server.rung()) == 1, 'once')


def start_again(shop):
    shop.house.daemon.terminate()
    shop.house.daemon.communicate()
    shop.house.start()


def mentioned(shop, cases, server):
    """Who sits at the desk changes: the next one finds what was left for them."""
    conversation, before = write(shop, 'For the next shift'), len(server.rung())
    shop.house.ctl('save', 'teammate', 'name=Zoe Nassar', 'manager=yes')
    shop.house.ctl('note', str(conversation), '@Zoe, please call. @Layla knows')
    server.wait('For the next shift')
    shop.settle()
    cases.check(not any('mentions you' in note[1] for note in server.rung()[before:]),
                'a note of one’s own rings nobody', server.rung()[before:])
    done = shop.house.ctl('save', 'teammate', 'TM1', 'manager=no')
    shop.house.ctl('lock', 'set', text='blue door\nblue door\n')
    start_again(shop)
    _, title, body, *_ = server.wait('mentions you', before)
    cases.check((title, body) == ('A note mentions you', ''),
                'while Kontor is locked it is told by nobody’s name, and not what', (title, body))
    shop.house.ctl('lock', 'unlock', text='blue door\n')
    shop.house.ctl('lock', 'remove', text='blue door\n')
    before = len(server.rung())
    start_again(shop)
    number, title, body, *_ = server.wait('mentions you', before)
    writer = shop.record('teammate', 'TM1')['name']
    cases.check(title.startswith(writer) and body == '@Zoe, please call. @Layla knows',
                'who is mentioned is told by whom, and what', (done, title, body))
    shop.call('Inbox', 'MarkRead', '(x)', conversation)
    cases.check(server.wait_withdrawn(number), 'what is seen is withdrawn')
    before = len(server.rung())
    start_again(shop)
    write(shop, 'After the shift')
    server.wait('After the shift')
    cases.check(not any('mentions you' in note[1] for note in server.rung()[before:]),
                'and not told again', server.rung()[before:])


def restarted(shop, cases, server):
    server.mock.close()
    write(shop, 'Nobody shows this')
    shop.settle()
    other = Server(shop)
    write(shop, 'Now somebody does')
    cases.check(other.wait('Now somebody does')[0] == 1, 'another server begins anew')
    shop.call('Daemon', 'Quit')
    shop.house.daemon.wait()
    cases.check([1] in other.mock.calls('CloseNotification'), 'what is shown goes with the daemon')
    other.mock.close()


def through_portal(cases):
    os.environ['FLATPAK_ID'] = 'org.kontor.Kontor'
    shop = Shop(*sys.argv[1:4], Stripe())
    portal = Mock(shop, *PORTAL, methods=[('AddNotification', 'sa{sv}', '', ''), ('RemoveNotification', 's', '', '')])
    window = Mock(shop, *WINDOW, methods=[('ActivateAction', 'sava{sv}', '', '')])
    try:
        conversation = write(shop, 'Through the portal')
        key, note = shop.wait(lambda: next((c for c in portal.calls('AddNotification')
                                            if c[1]['body'] == 'Through the portal'), None))
        cases.check('Ben' in note['title'] and note['priority'] == 'normal' and
                    [b['action'] for b in note['buttons']] == ['reply', 'snooze'],
                    'inside Flatpak the portal is asked', note)
        portal.emit('ActionInvoked', 'ssav', ('s', key), ('s', 'reply'), ('av', []))
        opened = shop.wait(lambda: window.calls('ActivateAction'))
        cases.check(opened[-1][:2] == ['open', [f'inbox/{conversation}']], 'and its answers are heard', opened)
        shop.call('Inbox', 'MarkRead', '(x)', conversation)
        cases.check(shop.wait(lambda: [key] in portal.calls('RemoveNotification')), 'and withdrawals told')
    finally:
        for one in (portal, window):
            one.close()
        errors = shop.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss there', errors[-8000:])


def main():
    cases = Cases()
    if not is_there():
        cases.skip('python3-dbusmock is not here')
        return cases.end()
    shop = Shop(*sys.argv[1:4], Stripe())
    server = Server(shop)
    window = Mock(shop, *WINDOW, methods=[('ActivateAction', 'sava{sv}', '', '')])
    try:
        messages(shop, cases, server, window)
        crowd(shop, cases, server, window)
        needed(shop, cases, server)
        switches(shop, cases, server)
        work(shop, cases, server)
        paid(shop, cases, server, window)
        jobs(shop, cases, server)
        mentioned(shop, cases, server)
        restarted(shop, cases, server)
    finally:
        window.close()
        if server.mock.process.poll() is None:
            server.mock.close()
        errors = shop.house.daemon.stderr.read() if shop.house.daemon.poll() is not None else ''
        errors += shop.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    through_portal(cases)
    return cases.end()


sys.exit(main())
