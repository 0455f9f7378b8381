#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icon in the tray: what it shows, its menu, and that automatic replies pause from it. The tray
and the window are stand-ins."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import Gio, GLib
from gateway import Stripe
from house import Cases
from line import NAME
from mock import Mock, is_there
from shop import Shop

WATCHER = 'org.kde.StatusNotifierWatcher', '/StatusNotifierWatcher', 'org.kde.StatusNotifierWatcher'
WINDOW = 'org.kontor.Kontor', '/org/kontor/Kontor', 'org.freedesktop.Application'
ITEM, MENU = 'org.kde.StatusNotifierItem', 'com.canonical.dbusmenu'


class Tray:
    """What a tray sees of the item that was registered with it."""

    def __init__(self, shop):
        self.shop = shop
        self.watcher = Mock(shop, *WATCHER, methods=[('RegisterStatusNotifierItem', 's', '', '')])
        self.item = shop.wait(lambda: self.watcher.calls('RegisterStatusNotifierItem'))[-1][0]
        for interface in (ITEM, MENU):
            shop.bus.signal_subscribe(self.item, interface, None, None, None, Gio.DBusSignalFlags.NONE,
                                      shop.on_changed)

    def call(self, path, interface, method, form, *arguments):
        return self.shop.bus.call_sync(self.item, path, interface, method, GLib.Variant(form, arguments), None,
                                       Gio.DBusCallFlags.NONE, 10000, None).unpack()

    def get(self, name):
        return self.call('/StatusNotifierItem', 'org.freedesktop.DBus.Properties', 'Get', '(ss)', ITEM, name)[0]

    def entries(self):
        """Label → number, of the whole menu; what only says something has none."""
        found = {}

        def walk(one):
            number, about, children = one
            if about.get('label'):
                found[about['label']] = number if about.get('enabled', True) else None
            for child in children:
                walk(child)
        walk(self.call(self.get('Menu'), MENU, 'GetLayout', '(iias)', 0, -1, [])[1])
        return found

    def choose(self, label):
        number = self.shop.wait(lambda: self.entries().get(label))
        self.call(self.get('Menu'), MENU, 'Event', '(isvu)', number, 'clicked', GLib.Variant('i', 0), 0)


def write(shop, text):
    said = {'from': GLib.Variant('s', '+971500000002'), 'text': GLib.Variant('s', text)}
    return shop.call('Channels', 'Practise', '(sa{sv})', '', said)[0]


def shows(shop, cases, tray):
    cases.check(tray.get('Category') == 'Communications' and tray.get('Status') == 'Active' and
                tray.get('Id') == 'org.kontor.Kontor', 'the icon is registered with a tray that comes')
    cases.check(shop.wait(lambda: '1 unread' in tray.get('Title')) and 'unread' in tray.get('IconName'),
                'it shows that something is unread', tray.get('Title'))
    write(shop, 'Hello again')
    cases.check(shop.wait(lambda: '2 unread' in tray.get('Title') and '2 unread messages' in tray.entries()),
                'and how much, also in its menu', tray.entries())
    shop.call('Inbox', 'MarkRead', '(x)', 1)
    cases.check(shop.wait(lambda: tray.get('Title') == 'Kontor' and 'unread' not in tray.get('IconName')),
                'what is read is gone from it', tray.get('Title'))
    cases.check('Practice: Connected' in tray.entries(), 'the menu has the channels and how they are',
                tray.entries())


def opens(shop, cases, tray, window):
    tray.choose('Open Kontor')
    tray.call('/StatusNotifierItem', ITEM, 'Activate', '(ii)', 0, 0)
    tray.choose('Practice: Connected')
    opened = shop.wait(lambda: len(window.calls('ActivateAction')) == 3 and window.calls('ActivateAction'))
    cases.check([call[1] for call in opened] == [[''], [''], ['channels']],
                'a click and its entries open the window, where they say', opened)


def pauses(shop, cases, tray):
    tray.choose('For 15 Minutes')
    cases.check(shop.wait(lambda: 'Answer Automatically Again' in tray.entries()) and
                'replies pause' in tray.get('Title'), 'automatic replies pause', tray.entries())
    said = len(shop.texts())
    conversation = write(shop, 'Hi, I need a car from Binary Tower to Dubai Mall tomorrow at 9')
    shop.wait(lambda: shop.conversation(conversation)['waiting'] and not shop.conversation(conversation)['busy'])
    cases.check(len(shop.texts()) == said, 'and the next message stays with people', shop.texts())
    until = shop.records('business')[0]['paused-until']
    cases.check(shop.call('Daemon', 'Status')[0]['paused-until'] == until > 0, 'as the daemon says')
    log = [entry['action'] for entry in shop.records('audit')]
    cases.check('pause-replies' in log, 'it stands in the audit log', log[-3:])
    tray.choose('Answer Automatically Again')
    shop.wait(lambda: 'For an Hour' in tray.entries())
    tray.choose('Until Tomorrow')
    shop.wait(lambda: 'Answer Automatically Again' in tray.entries())
    later = shop.records('business')[0]['paused-until']
    cases.check(until + 3600e6 < later, 'until tomorrow is longer', (until, later))
    tray.choose('Answer Automatically Again')
    shop.wait(lambda: 'For an Hour' in tray.entries())
    write(shop, 'Hi, I need a car from Binary Tower to Dubai Mall tomorrow at 9, name Ben, BMW 5 series')
    cases.check(shop.wait_said('Shall I book it'), 'afterwards it answers again')


def troubled(shop, cases, tray):
    added = shop.house.ctl('channel', 'add', 'cloud', 'name=Dubai desk', 'phone-number-id=1', 'token=bad',
                           'app-secret=x', 'verify-token=y', f'port={shop.port}', 'base-url=http://127.0.0.1:1')
    assert added.returncode == 0, added
    cases.check(shop.wait(lambda: tray.get('Status') == 'NeedsAttention') and
                any(label.startswith('Dubai desk: ') for label in tray.entries()),
                'a line in trouble asks for attention', tray.entries())


def locked(shop, cases, tray, window):
    write(shop, 'Before the lock')
    quit_ = shop.wait(lambda: 'unread' in tray.get('IconName') and tray.entries().get('Quit'))
    shop.house.ctl('lock', 'set', text='blue door\nblue door\n')
    shop.house.ctl('lock', 'lock')
    cases.check(shop.wait(lambda: list(tray.entries()) == ['Open Kontor']) and
                tray.get('Title') == 'Kontor · locked' and 'unread' not in tray.get('IconName'),
                'behind the lock there is but the way to it', (tray.entries(), tray.get('Title')))
    before = len(window.calls('ActivateAction'))
    tray.choose('Open Kontor')
    shop.wait(lambda: len(window.calls('ActivateAction')) == before + 1)
    cases.check(shop.call('Daemon', 'Status')[0]['lock'] == 'closed' and quit_, 'and nobody quits there')
    shop.house.ctl('lock', 'remove', text='blue door\n')
    cases.check(shop.wait(lambda: 'Quit' in tray.entries()), 'opened, all is there again', tray.entries())


def main():
    cases = Cases()
    if not is_there():
        cases.skip('python3-dbusmock is not here')
        return cases.end()
    shop = Shop(*sys.argv[1:4], Stripe())
    window = Mock(shop, *WINDOW, methods=[('ActivateAction', 'sava{sv}', '', '')])
    try:
        cases.check(shop.call('Daemon', 'Status')[0]['version'], 'without a tray the daemon works as ever')
        tray = Tray(shop)
        for part, more in ((shows, []), (opens, [window]), (pauses, []), (troubled, []),
                            (locked, [window])):
            part(shop, cases, tray, *more)
        tray.watcher.close()
        again = Tray(shop)
        cases.check(again.item == shop.bus.call_sync(
            'org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetNameOwner', GLib.Variant('(s)', (NAME,)),
            None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0], 'a tray that comes back gets it again')
        again.choose('Quit')
        errors = shop.house.daemon.communicate()[1]
        cases.check(shop.house.daemon.returncode == 0, 'Quit ends the daemon', shop.house.daemon.returncode)
        again.watcher.close()
    finally:
        window.close()
        if shop.house.daemon.poll() is None:
            errors = ''
        errors += shop.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
