#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the window closed a message rings, and the notification opens the window at the right
conversation, where one can write at once. The notification server is a stand-in; the bus starts the
window as it would on a desktop."""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path[0:0] = [str(HERE), str(HERE.parent / 'bus')]
from desktop import Desktop, Looks
from line import Line
from mock import Mock, is_there

NOTES = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.freedesktop.Notifications'


class Bus(Line):
    """The bus alone: what the stand-in needs of a line."""

    def __init__(self, house):
        self.house = house
        self.listen()


def rings(desk, cases, server):
    for name, phone in (('Amal', '+971501110001'), ('Mona', '+971501110002')):
        desk.ctl('practice', '--from', phone, '--name', name, f'Hello, I am {name}')
    rung = desk.wait(lambda: [n for n in server.calls('Notify') if n[4] == 'Hello, I am Amal'])
    cases.check(rung and desk.window is None, 'with the window closed a message rings', rung)
    return 1 + [n[4] for n in server.calls('Notify') if n[1] == 0].index('Hello, I am Amal')


def opens(desk, cases, server, number):
    # The service file has the bus do this; here the test does it.
    desk.window = subprocess.Popen([desk.kontor, '--gapplication-service'], env=desk.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    desk.wait_for('org.kontor.Kontor')
    server.emit('ActionInvoked', 'us', ('u', number), ('s', 'reply'))
    desk.frame = desk.wait(desk.find_frame)
    cases.check(desk.frame is not None, 'Reply opens the window')
    desk.resize(1200, 800)
    pane = desk.expect('KontorConversationPane')
    shown = desk.wait(lambda: 'Hello, I am Amal' in desk.texts(pane) and 'I am Mona' not in desk.texts(pane))
    cases.check(shown, 'at that conversation', desk.texts(pane))
    desk.write('Written at once')
    cases.check(desk.wait(lambda: 'Written at once' in desk.texts(desk.find('KontorComposer'))),
                'with the cursor where one writes', desk.texts(desk.find('KontorComposer')))
    desk.shoot('notices')
    gone = desk.wait(lambda: [number] in server.calls('CloseNotification'))
    cases.check(gone, 'and what is read there is withdrawn', server.calls('CloseNotification'))


def main():
    cases = Looks()
    if not is_there():
        cases.skip('python3-dbusmock is not here')
        return cases.end()
    desk = Desktop(*sys.argv[1:])
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        server = Mock(Bus(desk), *NOTES, template='notification_daemon')
        opens(desk, cases, server, rings(desk, cases, server))
        cases.ends_well(desk.shut(), 'the window ends without complaint')
        server.close()
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
