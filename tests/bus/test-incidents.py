#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong while nobody looks is told: a line that stays away or is logged out, models that
do not answer, a disk that fills, a file that is broken. The disk is a small one of the test's own."""
import os
import pathlib
import sqlite3
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import GLib
from graph import NUMBER
from house import Cases, House
from lent import Model
import line as stage
from mock import Mock, is_there

NOTES = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.freedesktop.Notifications'
WINDOW = 'org.kontor.Kontor', '/org/kontor/Kontor', 'org.freedesktop.Application'
SMALL = ['unshare', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=100m kontor "$0" && exec "$@"']


class Deaf(Model):
    """Refuses every question while it is deaf."""
    is_deaf = True

    def __init__(self):
        super().__init__()
        handler, hear = self.server.RequestHandlerClass, self.server.RequestHandlerClass.do_POST

        def do_POST(request):
            if not self.is_deaf:
                hear(request)
                return
            request.rfile.read(int(request.headers['Content-Length']))
            request.send_response(401)
            request.send_header('Content-Length', '0')
            request.end_headers()
        handler.do_POST = do_POST


class Shown:
    """The notifications of the desktop: those that were shown, and whether they still are."""

    def __init__(self, line, mock=None):
        self.mock, self.line = mock or Mock(line, *NOTES, template='notification_daemon'), line
        self.mock.follow(line)

    def find(self, title):
        """The number and the text of the latest one called @title."""
        number, found = 0, None
        for _, replaces, _, called, body, *_ in self.mock.calls('Notify'):
            number += not replaces
            found = (replaces or number, body) if called == title else found
        return found

    def wait(self, title):
        return self.line.wait(lambda: self.find(title))

    def wait_gone(self, number):
        return self.line.wait(lambda: [number] in self.mock.calls('CloseNotification'))


def write(line, text):
    said = {'from': GLib.Variant('s', '+971500000002'), 'text': GLib.Variant('s', text)}
    return line.call('Channels', 'Practise', '(sa{sv})', '', said)[0]


def channels(line, cases, shown, mood):
    mood['answer'] = (503, {})
    line.house.ctl('save', 'notices', '1', 'away-after=1h')
    line.house.ctl('channel', 'set', 'CH2', 'name=Main')
    line.wait_state('degraded')
    write(line, 'Is anybody there?')
    line.wait(lambda: any(call[4] == 'Is anybody there?' for call in shown.mock.calls('Notify')))
    cases.check(shown.find('Main is not connected') is None, 'a line that tries again rings nobody')
    line.house.ctl('save', 'notices', '1', 'away-after=1s')
    line.house.ctl('channel', 'set', 'CH2', 'name=Main')
    number, why = shown.wait('Main is not connected')
    cases.check(why, 'until it is away for too long: that rings, with why', why)
    mood['answer'] = None
    line.house.ctl('channel', 'set', 'CH2', 'name=Main')
    line.wait_state('connected')
    cases.check(shown.wait_gone(number), 'and goes when it is back')
    mood['answer'] = stage.refusal(190, 'Session has expired', 401)
    line.house.ctl('channel', 'set', 'CH2', 'name=Main')
    line.wait_state('logged-out')
    number, why = shown.wait('Main is logged out')
    cases.check('token' in why, 'a line that is logged out rings at once, with what to do', why)
    mood['answer'] = None
    line.house.ctl('channel', 'set', 'CH2', 'name=Main')
    cases.check(shown.wait_gone(number), 'and is forgotten when somebody mended it')


def models(line, cases, shown, window):
    model = Deaf()
    model.lend(line.house)
    write(line, 'What do you do?')
    number, _ = shown.wait('No model answers')
    cases.check(line.wait(lambda: any(m['direction'] == 'out' for m in line.messages(1))),
                'where no model answers the built-in assistant does, and the owner hears of it')
    shown.mock.emit('ActionInvoked', 'us', ('u', number), ('s', 'default'))
    opened = line.wait(lambda: window.calls('ActivateAction'))
    cases.check(opened[-1][1] == ['assistants'], 'it opens where that is mended', opened)
    rung = len([c for c in shown.mock.calls('Notify') if c[3] == 'No model answers'])
    write(line, 'And what else?')
    line.wait(lambda: len([c for c in line.records('ai-call') if c['outcome'] == 'failed']) >= 1 and
              not line.conversation(1)['busy'])
    cases.check(len([c for c in shown.mock.calls('Notify') if c[3] == 'No model answers']) == rung,
                'again and again is told once')
    model.is_deaf = False
    line.house.ctl('save', 'provider', line.records('provider')[0]['id'], 'priority=2')
    write(line, 'Good morning')
    cases.check(shown.wait_gone(number), 'and is over when one answers')


def full(line, cases, shown):
    number, _ = shown.wait('The disk is almost full')
    cases.check(number, 'little space is told before there is none')
    fill = f'/proc/{line.house.daemon.pid}/root{line.house.folder}/data/fill'
    with open(fill, 'wb') as out:
        try:
            while out.write(b'x' * 65536):
                out.flush()
        except OSError:
            pass
    try:
        for turn in range(200):
            write(line, f'Is anybody there {turn}?' + 'x' * 4000)
    except GLib.Error as refusal:
        cases.check('could not be kept' in refusal.message, 'nothing is taken that cannot be kept', refusal)
    shown.wait('The disk is full')
    cases.check(True, 'a full disk is told')
    os.truncate(fill, 0)
    write(line, 'Now?')
    cases.check(shown.wait_gone(shown.find('The disk is full')[0]), 'and over when there is space again')


def break_file(path):
    """Overwrites what the messages' table begins with."""
    with sqlite3.connect(path) as db:
        page, size = db.execute("SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master"
                                " WHERE name = 'message'").fetchone()
    db.close()
    with open(path, 'r+b') as file:
        file.seek((page - 1) * size)
        file.write(b'\xff' * size)


def damaged(cases):
    line = stage.Line(*sys.argv[1:4])
    shown = Shown(line)
    try:
        write(line, 'Hello')
        line.settle()
        line.call('Daemon', 'Quit')
        line.house.daemon.wait()
        break_file(line.house.folder + '/data/demo/chauffeur/kontor.db')
        line.house.start()
        try:
            write(line, 'Is it kept?')
        except GLib.Error:
            pass
        _, what = shown.wait('What Kontor keeps is damaged')
        cases.check('restore a backup' in what, 'a broken file is told, with what to do', what)
    finally:
        shown.mock.close()
        line.close()


class Bus(stage.Line):
    """The bus alone: what the stand-in needs of a line before there is one."""

    def __init__(self, house):
        self.house = house
        self.listen()


class Small(House):
    """The data is on a disk with little space; notifications are shown from the first on."""

    def launch(self):
        self.mock = Mock(Bus(self), *NOTES, template='notification_daemon')
        data = self.folder + '/data'
        os.makedirs(data, exist_ok=True)
        self.daemon = subprocess.Popen([*SMALL, data, self.kontord, '--data', data], env=self.env,
                                       stderr=subprocess.PIPE, text=True)


def may_mount():
    return subprocess.run([*SMALL, '/mnt', 'true'], capture_output=True, check=False).returncode == 0


def small(cases):
    if not may_mount():
        cases.skip('no disk of its own may be mounted here')
        return
    stage.House, kept = Small, stage.House
    line = stage.Line(*sys.argv[1:4])
    stage.House, shown = kept, Shown(line, line.house.mock)
    try:
        write(line, 'Hello')
        full(line, cases, shown)
    finally:
        shown.mock.close()
        errors = line.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss there', errors[-8000:])


def main():
    cases, mood = Cases(), {'answer': None}
    if not is_there():
        cases.skip('python3-dbusmock is not here')
        return cases.end()
    line = stage.Line(*sys.argv[1:4], answer=lambda method, path, body: mood['answer']
                      if path.split('?')[0].endswith(NUMBER) else None)
    shown = Shown(line)
    window = Mock(line, *WINDOW, methods=[('ActivateAction', 'sava{sv}', '', '')])
    try:
        channels(line, cases, shown, mood)
        models(line, cases, shown, window)
    finally:
        for mock in window, shown.mock:
            mock.close()
        errors = line.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    small(cases)
    damaged(cases)
    return cases.end()


sys.exit(main())
