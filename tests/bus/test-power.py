#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The computer sleeps and wakes, the network goes and comes back, and sleep waits for what is being
sent. logind, the network and Meta are stand-ins."""
import os
import pathlib
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import GLib
from house import Cases, House
import line as stage
from mock import Mock, is_there

LOGIND = 'org.freedesktop.login1', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager'
NETWORK = ('org.freedesktop.NetworkManager', '/org/freedesktop/NetworkManager',
           'org.freedesktop.NetworkManager')
PORTAL = ('org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop',
          'org.freedesktop.portal.Inhibit')
REQUEST = '/org/freedesktop/portal/desktop/request/kontor'
NONE, FULL = 1, 4
# What was lent is held until its last holder closes it.
INHIBIT = '''
reading, writing = os.pipe()
os.set_blocking(reading, False)
self.locks = getattr(self, 'locks', []) + [reading]
ret = dbus.types.UnixFd(writing)
os.close(writing)
'''
HELD = '''
ret = 0
for reading in getattr(self, 'locks', []):
    try:
        os.read(reading, 1)
    except BlockingIOError:
        ret += 1
'''


class Awake(House):
    """The bus of the system is the same one, with a network that can be taken away."""

    def launch(self):
        self.env.update(DBUS_SYSTEM_BUS_ADDRESS=self.env['DBUS_SESSION_BUS_ADDRESS'],
                        GIO_USE_NETWORK_MONITOR='networkmanager')
        self.mocks = [Mock(Stand(self), *LOGIND, methods=[('Inhibit', 'ssss', 'h', INHIBIT), ('Held', '', 'i', HELD)]),
                      Mock(Stand(self), *NETWORK, Connectivity=FULL, State=70, Metered=2, Version='1.42')]
        super().launch()

    def close(self):
        for mock in self.mocks:
            mock.close()
        return super().close()


class Dozing(House):
    """Nobody says when the computer sleeps; a word in a pipe is the end of it (tests/fakes/sleep.c)."""

    def launch(self):
        self.env.update(DBUS_SYSTEM_BUS_ADDRESS='unix:path=/nowhere', LD_PRELOAD=sys.argv[4],
                        KONTOR_TEST_SLEEP=self.folder + '/sleep')
        self.env['ASAN_OPTIONS'] += ':verify_asan_link_order=0'
        os.mkfifo(self.folder + '/sleep')
        super().launch()
        del self.env['LD_PRELOAD']

    def end_sleep(self, word):
        with open(self.folder + '/sleep', 'w', encoding='ascii') as pipe:
            pipe.write(word)


class Stand:
    """As much of a line as a stand-in needs before there is one."""

    def __init__(self, house):
        self.house = house
        stage.Line.listen(self)

    def on_changed(self, *_):
        self.changed = True


class Graph(stage.Graph):
    """Meta, which can be out of reach, and can take its time."""

    def __init__(self):
        self.is_away, self.slow, self.probes = False, threading.Event(), 0
        self.slow.set()
        super().__init__(self.reply)

    def reply(self, method, path, body):
        self.probes += method == 'GET' and 'fields=' in path
        if method == 'POST':
            self.slow.wait(60)
        return (503, {}) if self.is_away else None


def lose(line, graph):
    """Meta is out of reach, until the line is several tries behind."""
    graph.is_away = True
    line.house.ctl('channel', 'set', 'CH2', 'name=Main')  # begins anew
    line.wait(lambda: line.channel()['state'] == 'degraded')
    graph.is_away = False
    return line.channel()['retry-at']


def lock(line, cases, logind):
    line.house.ctl('lock', 'set', text='blue door\nblue door\n')
    cases.check(line.call('Daemon', 'Status')[0]['lock'] == 'open', 'the owner has a lock')
    logind.emit('PrepareForSleep', 'b', ('b', True))
    cases.check(line.wait(lambda: line.call('Daemon', 'Status')[0]['lock'] == 'closed'),
                'it is closed when the computer goes to sleep')
    logind.emit('PrepareForSleep', 'b', ('b', False))
    done = line.house.ctl('list', 'contact')
    cases.check(done.returncode == 1 and 'locked' in done.stderr, 'and still is when it wakes', done.stderr)
    line.house.ctl('lock', 'remove', text='blue door\n')


def slept(line, cases, graph):
    line.house.ctl('lock', 'set', text='blue door\nblue door\n')
    at = lose(line, graph)
    line.house.end_sleep('c')
    line.wait_state('connected')
    cases.check(GLib.get_real_time() < at and line.call('Daemon', 'Status')[0]['lock'] == 'open',
                'when the clock is set, what is due by it is done', at)
    line.house.end_sleep('s')
    cases.check(line.wait(lambda: line.call('Daemon', 'Status')[0]['lock'] == 'closed'),
                'the end of sleep is noticed without a word from anybody, and the lock is closed')


def change(network_, connectivity, state):
    told = {'Connectivity': GLib.Variant('u', connectivity), 'State': GLib.Variant('u', state)}
    network_.call('org.freedesktop.DBus.Mock', 'UpdateProperties', '(sa{sv})', NETWORK[2], told)


def network(line, cases, graph, network_):
    change(network_, NONE, 20)
    at, probes = lose(line, graph), graph.probes
    cases.check(at > 0, 'a line that is not reached is tried again later', at)
    change(network_, FULL, 70)
    line.wait_state('connected')
    cases.check(GLib.get_real_time() < at and graph.probes == probes + 1,
                'when the network is back, at once', (GLib.get_real_time(), at))


def sleep(line, cases, graph, logind):
    at = lose(line, graph)
    logind.emit('PrepareForSleep', 'b', ('b', True))
    logind.emit('PrepareForSleep', 'b', ('b', False))
    line.wait_state('connected')
    cases.check(GLib.get_real_time() < at, 'and so it is when the computer wakes', at)


def hold(line, cases, graph, logind):
    conversation = line.meet('16505551234')
    line.settle()
    line.wait(lambda: logind.call(LOGIND[2], 'Held')[0] == 0)
    before = len(logind.calls('Inhibit'))
    graph.slow.clear()
    line.send(conversation, 'On its way')
    line.wait(lambda: logind.call(LOGIND[2], 'Held')[0] == 1)
    asked = logind.calls('Inhibit')[before:]
    cases.check(len(asked) == 1 and asked[0][0] == 'sleep' and asked[0][3] == 'delay',
                'while something is being sent, sleep waits', asked)
    graph.slow.set()
    line.settle()
    cases.check(line.wait(lambda: logind.call(LOGIND[2], 'Held')[0] == 0), 'and no longer')


def alone(line, cases):
    house = line.house
    data = house.folder + '/data'
    second = subprocess.run([house.kontord, '--data', data], env=house.env, capture_output=True, text=True,
                            timeout=60, check=False)
    cases.check(second.returncode == 1 and 'another Kontor works with' in second.stderr,
                'a second daemon does not touch the same data', second)
    second = subprocess.run([house.kontord, '--data', data + '-2'], env=house.env, capture_output=True, text=True,
                            timeout=60, check=False)
    cases.check(second.returncode == 1 and 'another Kontor is running' in second.stderr,
                'nor does one with other data answer on the same bus', second)
    cases.check(line.call('Daemon', 'Status')[0]['version'], 'and the first goes on')


def through_portal(cases):
    """Inside Flatpak there is no logind: the portal gives a request, and takes it back."""
    os.environ['FLATPAK_ID'] = 'org.kontor.Kontor'
    graph, stage.House = Graph(), Dozing
    line = stage.Line(*sys.argv[1:4], graph=graph)
    portal = Mock(line, *PORTAL, methods=[('Inhibit', 'sua{sv}', 'o', f'ret = {REQUEST!r}')])
    portal.call('org.freedesktop.DBus.Mock', 'AddObject', '(ssa{sv}a(ssss))', REQUEST,
                'org.freedesktop.portal.Request', {}, [('Close', '', '', '')])
    try:
        conversation = line.meet('16505551234')
        graph.slow.clear()
        line.send(conversation, 'On its way')
        asked = line.wait(lambda: portal.calls('Inhibit'))
        cases.check(asked[-1][1] == 4, 'inside Flatpak the portal holds sleep up', asked)
        graph.slow.set()
        line.settle()
        portal.path = REQUEST
        cases.check(line.wait(lambda: portal.calls('Close')), 'and no longer there either')
        slept(line, cases, graph)
    finally:
        graph.slow.set()
        portal.close()
        errors = line.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss there', errors[-8000:])


def main():
    cases = Cases()
    if not is_there():
        cases.skip('python3-dbusmock is not here')
        return cases.end()
    stage.House, graph = Awake, Graph()
    line = stage.Line(*sys.argv[1:4], graph=graph)
    logind, network_ = line.house.mocks
    try:
        network(line, cases, graph, network_)
        sleep(line, cases, graph, logind)
        hold(line, cases, graph, logind)
        lock(line, cases, logind)
        alone(line, cases)
    finally:
        graph.slow.set()
        errors = line.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    through_portal(cases)
    return cases.end()


sys.exit(main())
