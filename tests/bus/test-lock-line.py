#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""While the owner's lock is closed customers are answered as ever, and no word of theirs is shown."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases
from line import Line
from mock import Mock, is_there

NOTES = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.freedesktop.Notifications'


def main():
    if not is_there():
        print('1..0 # SKIP python3-dbusmock is not installed')
        return 0
    line, cases = Line(*sys.argv[1:4]), Cases()
    server = Mock(line, *NOTES, template='notification_daemon')
    line.house.ctl('lock', 'set', text='blue door\nblue door\n')
    line.house.ctl('lock', 'lock')
    line.meta.say('Do you have child seats?', '16505551234', name='Sheena Nelson')
    said = str(line.graph.next_said())
    cases.check('child seat' in said, 'a customer is answered while Kontor is locked', said)
    rung = line.wait(lambda: server.calls('Notify'))
    shown = [(title, body) for _, _, _, title, body, *_ in rung]
    cases.check(set(shown) == {('New message', '')}, 'and the desktop shows neither who nor what', shown)
    done = line.house.ctl('messages', '1')
    cases.check(done.returncode == 1 and 'locked' in done.stderr, 'which nobody reads here', done)
    line.house.ctl('lock', 'unlock', text='blue door\n')
    cases.check('child seats' in line.house.ctl('messages', '1').stdout, 'until the word is given')
    server.close()
    line.house.close()
    return cases.end()


sys.exit(main())
