#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twenty kills at random moments of a conversation: nothing kept is lost, nothing is said twice."""
import pathlib
import random
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases, House

KILLS = 20
SAYS = ['I need a car tomorrow', 'Binary Tower', 'Dubai Mall', 'Jeffrey', 'BMW 5 series', 'at 9', 'yes',
        'Do you have child seats?']


def say(house, text, phone, number):
    """The line's own id makes saying it again after a crash harmless."""
    message = ("{'from': <'%s'>, 'text': <'%s'>, 'id': <'m%d'>}" % (phone, text, number))
    return subprocess.run(['gdbus', 'call', '--session', '--timeout', '20',
                           '--dest', 'org.kontor.Kontor.Daemon',
                           '--object-path', '/org/kontor/Kontor/Daemon',
                           '--method', 'org.kontor.Kontor.Channels.Practise', '', message],
                          env=house.env, capture_output=True, text=True).returncode == 0


def settle(house):
    """Asks until nothing is on its way; each question is a full turn of the daemon."""
    while any(c['busy'] for c in house.json('inbox')):
        pass


def main():
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20261121
    print(f'# seed {seed}')
    chance, kept = random.Random(seed), 0
    house, cases = House(*sys.argv[1:4]), Cases()
    house.start()
    house.ctl('demo', 'load', 'chauffeur')
    house.ctl('save', 'business', '1', 'automatic-most=0')  # scripts write faster than people
    for kill in range(KILLS):
        phone = '+9715000001%02d' % (kill // len(SAYS))
        text = SAYS[kill % len(SAYS)]
        victim = threading.Timer(chance.uniform(0, 0.03), house.daemon.kill)
        victim.start()
        acknowledged = say(house, text, phone, kill)
        victim.join()
        house.kill()
        house.start()
        if not acknowledged:
            say(house, text, phone, kill)
        kept += 1
        settle(house)
    messages = [m for c in house.json('inbox') for m in house.json('messages', str(c['id']))]
    came = [m for m in messages if m['direction'] == 'in']
    out = [m for m in messages if m['direction'] == 'out']
    cases.check(len(came) == kept, 'every message is kept once', (len(came), kept))
    cases.check(len(out) == len(came), 'every message is answered once', [m['text'] for m in out])
    cases.check(all(m['state'] == 'sent' for m in out), 'every answer was sent', [m['state'] for m in out])
    bookings = house.json('list', 'booking')
    cases.check(len(bookings) == KILLS // len(SAYS), 'every yes made one booking', bookings)
    unread = sum(c['unread'] for c in house.json('inbox'))
    cases.check(unread == kept, 'the count of unread messages is exact', unread)
    cases.check(house.ctl('check-store').returncode == 0, 'the store is whole')
    house.close()
    return cases.end()


sys.exit(main())
