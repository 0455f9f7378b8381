#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inside Flatpak: the owner is asked, in words, whether Kontor may go on behind its window and start
at login, once there is a line; and what was agreed to starts it. The portal is a stand-in."""
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import Gio, GLib
from house import Cases, House
from line import Line
from mock import MOCK, Mock, is_there

NAME = 'org.kontor.Kontor.Daemon'
PORTAL = ('org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop',
          'org.freedesktop.portal.Background')


class Sandbox(House):
    """Its data is where the sandbox keeps it; what it says is read at its end."""

    def launch(self):
        env = dict(self.env, G_MESSAGES_DEBUG='all')
        self.daemon = subprocess.Popen([self.kontord], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                       text=True)


class Bus(Line):
    """The bus alone: what the stand-in needs of a line."""

    def __init__(self, house):
        self.house = house
        self.listen()


def asked(line, cases, portal):
    house = line.house
    house.ctl('practice', 'Hello')
    line.wait(lambda: house.json('inbox'))
    cases.check(not portal.calls('RequestBackground'), 'who only looks around is asked nothing')
    done = house.ctl('channel', 'add', 'cloud', 'name=Main', 'phone-number-id=1', 'token=t', 'app-secret=s',
                     'verify-token=v', 'base-url=http://127.0.0.1:1')
    assert done.returncode == 0, done
    window, options = line.wait(lambda: portal.calls('RequestBackground'))[0]
    cases.check(window == '' and options['autostart'] and 'answers your customers' in options['reason'],
                'with the first line the owner is asked, and told what for', options)
    house.ctl('channel', 'add', 'cloud', 'name=Other', 'phone-number-id=2', 'token=t', 'app-secret=s',
              'verify-token=v', 'base-url=http://127.0.0.1:1')
    line.wait(lambda: len(house.json('channel', 'list')) == 3)
    cases.check(len(portal.calls('RequestBackground')) == 1, 'once')
    return options


def answer(line, portal, token):
    """As the portal does, when the owner said yes."""
    owner = line.bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetNameOwner',
                               GLib.Variant('(s)', (NAME,)), None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
    path = f'{PORTAL[1]}/request/{owner[1:].replace(".", "_")}/{token}'
    portal.call(MOCK, 'AddObject', '(ssa{sv}a(ssss))', path, 'org.freedesktop.portal.Request', {}, [])
    line.bus.call_sync(PORTAL[0], path, MOCK, 'EmitSignal', GLib.Variant('(sssav)', (
        'org.freedesktop.portal.Request', 'Response', 'ua{sv}', [GLib.Variant('u', 0), GLib.Variant('a{sv}', {
            'background': GLib.Variant('b', True), 'autostart': GLib.Variant('b', True)})])), None,
        Gio.DBusCallFlags.NONE, 10000, None)


def is_running(line):
    return line.bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                              GLib.Variant('(s)', (NAME,)), None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]


def main():
    cases = Cases()
    if not is_there():
        cases.skip('python3-dbusmock is not here')
        return cases.end()
    with tempfile.TemporaryDirectory(prefix='kontor-background-') as share:
        services = pathlib.Path(share, 'dbus-1/services')
        services.mkdir(parents=True)
        os.environ.update(XDG_DATA_DIRS=share + ':/usr/share', FLATPAK_ID='org.kontor.Kontor')
        house = Sandbox(*sys.argv[1:4])
        home = house.env['XDG_DATA_HOME']
        (services / (NAME + '.service')).write_text(
            f'[D-BUS Service]\nName={NAME}\nExec=/usr/bin/env XDG_DATA_HOME={home} {house.kontord}\n')
        line = Bus(house)
        portal = Mock(line, *PORTAL, methods=[('RequestBackground', 'sa{sv}', 'o',
                                               "ret = '/org/freedesktop/portal/desktop/request/kontor'")])
        house.start()
        options = asked(line, cases, portal)
        answer(line, portal, options['handle_token'])
        line.call('Daemon', 'Quit')
        said = house.daemon.communicate()[0]
        cases.check('start at login: yes' in said, 'its answer is heard', said[-2000:])
        cases.check(not is_running(line), 'the session ended')
        done = subprocess.run(options['commandline'], env=house.env, capture_output=True, text=True, check=False)
        cases.check(done.returncode == 0 and is_running(line),
                    'what the portal was told to start at login has it back', done.stderr)
        again = line.wait(lambda: len(portal.calls('RequestBackground')) == 2)
        cases.check(again, 'which the portal is told at each start, and asks nobody again')
        line.call('Daemon', 'Quit')
        portal.close()
        house.close()
    return cases.end()


sys.exit(main())
