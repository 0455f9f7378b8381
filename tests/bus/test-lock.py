#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The owner's lock, on the real daemon: closed means nothing is read or done but the state."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases, House

EVERYTHING = (('list', 'contact'), ('save', 'contact', 'name=Aisha'), ('inbox',), ('messages', '1'),
              ('search', 'car'), ('channel', 'list'), ('do',), ('do', 'mark-paid', 'booking=BK1'),
              ('ask', 'Do you have child seats'), ('practice', 'Hello'), ('demo', 'list'),
              ('demo', 'remove'), ('check-store',), ('quit',))


def unlock(house, word):
    return house.ctl('lock', 'unlock', text=word + '\n')


def set_one(house, cases):
    cases.check(house.json('status')['lock'] == 'none', 'nothing is locked unless the owner wants it')
    done = house.ctl('lock', 'lock')
    cases.check(done.returncode == 1 and 'no lock is set' in done.stderr,
                'without a word there is nothing to lock', done.stderr)
    done = house.ctl('lock', 'set', text='blue door\nblue floor\n')
    cases.check(done.returncode == 2 and 'not the same' in done.stderr,
                'a slip in the new word sets nothing', done.stderr)
    done = house.ctl('lock', 'set', '--idle', '10', text='blue door\nblue door\n')
    cases.check(done.returncode == 0 and house.json('status')['lock'] == 'open',
                'who sets it stays inside', done.stderr)


def closed(house, cases):
    house.ctl('lock', 'lock')
    for command in EVERYTHING:
        done = house.ctl(*command)
        cases.check(done.returncode == 1 and 'Kontor is locked' in done.stderr and not done.stdout,
                    f'locked, “{" ".join(command)}” says so and nothing else',
                    done.stdout + done.stderr)
    status = house.json('status')
    cases.check(status['lock'] == 'closed', 'the state is told', status)


def opened(house, cases):
    done = unlock(house, 'red door')
    cases.check(done.returncode == 1 and house.json('status')['lock'] == 'closed',
                'another word leaves it closed', done.stderr)
    done = unlock(house, 'blue door')
    cases.check(done.returncode == 0 and house.ctl('list', 'contact').returncode == 0,
                'its word opens everything', done.stderr)
    house.kill()
    house.start()
    done = house.ctl('list', 'contact')
    cases.check(done.returncode == 1 and 'locked' in done.stderr,
                'a daemon that starts again is locked', done.stderr)


def demo(house, cases):
    unlock(house, 'blue door')
    house.ctl('demo', 'load', 'chauffeur')
    house.ctl('lock', 'lock')
    done = house.ctl('list', 'service')
    cases.check(done.returncode == 1 and 'locked' in done.stderr,
                'the lock stands before a demo as well', done.stderr)


def removed(house, cases):
    done = house.ctl('lock', 'remove', text='red door\n')
    cases.check(done.returncode == 1 and house.json('status')['lock'] == 'closed',
                'nobody takes it away without its word', done.stderr)
    done = house.ctl('lock', 'remove', text='blue door\n')
    cases.check(done.returncode == 0 and house.ctl('list', 'service').returncode == 0,
                'its owner does', done.stderr)
    house.kill()
    house.start()
    cases.check(house.json('status')['lock'] == 'none', 'and it stays away')


def main():
    house, cases = House(*sys.argv[1:4]), Cases()
    house.start()
    for part in (set_one, closed, opened, demo, removed):
        part(house, cases)
    errors = house.close()
    cases.check('CRITICAL' not in errors and 'WARNING' not in errors, 'the daemon is silent', errors)
    return cases.end()


sys.exit(main())
