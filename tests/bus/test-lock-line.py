#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""While the owner's lock is closed customers are answered as ever, and no word of theirs is shown:
what the desktop showed before is taken away."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases
from line import Line
from mock import Mock, is_there

NOTES = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.freedesktop.Notifications'

WINDOW = 'org.kontor.Kontor', '/org/kontor/Kontor', 'org.freedesktop.Application'


def main():
    if not is_there():
        print('1..0 # SKIP python3-dbusmock is not installed')
        return 0
    line, cases = Line(*sys.argv[1:4]), Cases()
    server = Mock(line, *NOTES, template='notification_daemon')
    window = Mock(line, *WINDOW, methods=[('ActivateAction', 'sava{sv}', '', '')])
    line.meta.say('Good morning, is anybody there?', '16505551111', name='Amal Haddad')
    line.wait(lambda: [c for c in server.calls('Notify') if 'anybody there' in c[4]])
    line.house.ctl('lock', 'set', text='blue door\nblue door\n')
    line.house.ctl('lock', 'lock')
    cases.check(line.wait(lambda: [1] in server.calls('CloseNotification')),
                'what is on the screen goes when the owner locks')
    line.graph.next_said()
    before = len(server.calls('Notify'))
    line.meta.say('Do you have child seats?', '16505551234', name='Sheena Nelson')
    said = str(line.graph.next_said())
    cases.check('child seat' in said, 'a customer is answered while Kontor is locked', said)
    line.meta.say('Please can a person call me?', '16505552222', name='Mona Aziz')
    line.wait(lambda: [c for c in server.calls('Notify') if c[3] == 'A customer needs you'])
    shown = [(title, body, actions[::2]) for _, _, _, title, body, actions, *_ in server.calls('Notify')[before:]]
    cases.check(all(one in (('New message', '', ['default']), ('A customer needs you', '', ['default']))
                    for one in shown), 'and the desktop shows neither who nor what', shown)
    server.emit('ActionInvoked', 'us', ('u', len(shown) + 1), ('s', 'default'))
    cases.check(line.wait(lambda: window.calls('ActivateAction')), 'a click on it leads to the lock')
    done = line.house.ctl('messages', '2')
    cases.check(done.returncode == 1 and 'locked' in done.stderr, 'which nobody reads here', done)
    line.house.ctl('lock', 'unlock', text='blue door\n')
    cases.check('child seats' in line.house.ctl('messages', '2').stdout, 'until the word is given')
    server.close()
    window.close()
    line.house.close()
    return cases.end()


sys.exit(main())
