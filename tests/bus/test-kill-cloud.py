#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twenty seeded kills while webhooks pour in: nothing acknowledged is lost, nothing is said twice.
tests/bench/crash does the same many times."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from crash import Crash
from house import Cases

# At least, and at most where none met what was under way.
KILLS, MOST_KILLS = 20, 100


def main():
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20261121
    print(f'# seed {seed}', flush=True)
    cases, crash = Cases(), Crash(sys.argv[1:4], seed)
    for i in range(MOST_KILLS):
        if i >= KILLS and crash.cut_off > 0:
            break
        crash.round()
    faults = crash.end()
    print('# ' + crash.sum_up())
    cases.check(crash.kept > KILLS and crash.cut_off > 0, 'there was something to lose')
    lost = [f for f in faults if 'lost' in f or 'refused' in f]
    cases.check(not lost, 'every acknowledged message is there', '\n'.join(lost))
    twice = [f for f in faults if 'is there' in f]
    cases.check(not twice, 'none is there twice', '\n'.join(twice))
    unread = [f for f in faults if 'unread' in f]
    cases.check(not unread, 'the count of unread messages is exact', '\n'.join(unread))
    said = [f for f in faults if 'answer' in f]
    cases.check(not said, 'every answer was said once, or not at all and is marked unknown',
                '\n'.join(said))
    cases.check(not any('store' in f for f in faults), 'the store is whole', '\n'.join(faults))
    cases.check(not crash.errors, 'the daemon made no fuss', crash.errors[-8000:])
    return cases.end()


sys.exit(main())
