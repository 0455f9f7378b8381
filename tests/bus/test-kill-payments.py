#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twenty seeded kills while links are made and paid: the books are the gateway's every time."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases
from pay_crash import PayCrash

# At least, and at most where nothing was lost meanwhile.
KILLS, MOST_KILLS = 20, 100


def has_lost(crash):
    gateway = crash.shop.gateway
    return len(gateway.paid) > KILLS / 2 and gateway.refunds and crash.hung_up and crash.unheard


def main():
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20261121
    print(f'# seed {seed}', flush=True)
    cases, crash = Cases(), PayCrash(sys.argv[1:4], seed)
    try:
        for i in range(MOST_KILLS):
            if i >= KILLS and has_lost(crash):
                break
            crash.round()
    except BaseException:
        print('# ' + crash.sum_up(), crash.shop.close()[-4000:])
        raise
    print('# ' + crash.sum_up())
    cases.check(has_lost(crash), 'there was something to lose', crash.sum_up())
    faults = crash.end()
    for sentence, word in (('every payment has one link, said once', 'link'),
                           ('every charge and every refund stands once in the ledger', 'ledger'),
                           ('nothing was given back twice', 'made'),
                           ('every charge has one receipt', 'receipts'),
                           ('the store is whole', 'store')):
        found = [fault for fault in faults if word in fault]
        cases.check(not found, sentence, '\n'.join(found))
    cases.check(not crash.errors, 'the daemon made no fuss', crash.errors[-8000:])
    return cases.end()


sys.exit(main())
