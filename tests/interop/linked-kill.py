#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon is killed amid 1,000 messages on a linked device: none is lost, none stands twice, no session breaks.

linked-kill.py KONTORD KONTORCTL SOURCE BUILD [SEED]. Skips with a word where npm or Node 20.15 is absent.
"""
import os
import random
import sys

from companion import Companion, World
from house import Cases

KONTORD, KONTORCTL, SOURCE, BUILD = sys.argv[1:5]
SEED = int(sys.argv[5]) if len(sys.argv) > 5 else random.randrange(1 << 32)
CUSTOMERS, EACH, KILLS = 4, 250, 20


def kept(shop):
    """Nobody reads them, so that what is unread is what is kept."""
    return sum(shop.conversation(number)['unread'] for number in shop.threads)


def kill(shop, chance):
    """After some more messages, wherever the daemon is then."""
    aim = kept(shop) + chance.randrange(1, 40)
    shop.wait(lambda: kept(shop) >= min(aim, CUSTOMERS * (EACH + 1)))
    print(f'# killed with {kept(shop)} kept', flush=True)
    shop.bus.close_sync(None)
    errors = shop.house.kill()
    shop.house.start()
    shop.listen()
    return errors


def main():
    print(f'# seed {SEED}', flush=True)
    cases, world, chance = Cases(), World(SOURCE, BUILD, os.environ), random.Random(SEED)
    shop = Companion(KONTORD, KONTORCTL, SOURCE, world)
    told = ''
    try:
        shop.link()
        shop.house.ctl('save', 'channel', 'CH2', 'mode=off')
        shop.customers = [world.customer('baileys' if n % 2 else 'zapo') for n in range(CUSTOMERS)]
        for customer in shop.customers:
            customer.ask('send', to=shop.jid, kind='text', text='Hello')
            shop.wait(lambda: shop.find(customer, text='Hello'))
        shop.threads = [shop.of('+' + customer.phone)['id'] for customer in shop.customers]
        for customer in shop.customers:
            customer.post([{'to': shop.jid, 'kind': 'text', 'text': f'message {n}'} for n in range(EACH)])
        try:
            for _ in range(KILLS):
                told += kill(shop, chance)
            shop.wait(lambda: kept(shop) >= CUSTOMERS * (EACH + 1))
        except AssertionError:
            cases.check(False, 'all of them are kept', world.server.ask('devices', phone=shop.phone))
        wanted = sorted(['Hello'] + [f'message {n}' for n in range(EACH)])
        for n, customer in enumerate(shop.customers):
            stands = sorted(said['text'] for said in shop.all(customer, direction='in'))
            cases.check(stands == wanted, f'customer {n + 1}: none of {EACH} is lost, and none stands twice',
                        (len(stands), set(wanted) - set(stands)))
            number = shop.send(shop.of('+' + customer.phone)['id'], 'still there?')
            there = customer.wait('message', text='still there?')
            shop.wait_message(shop.of('+' + customer.phone)['id'], number, 'delivered', 'read')
            cases.check(there, f'customer {n + 1}: and the session holds')
        world.server.ask('settled', phones=[shop.phone])
        violations = world.violations()
        cases.check(not violations, 'the server has nothing to complain of', violations)
    finally:
        told += shop.close()
        world.close()
        if sys.exc_info()[0] is not None:
            print('# ' + told[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in told and 'Sanitizer' not in told and 'runtime error' not in told,
                'the daemon made no fuss', told[-8000:])
    return cases.end()


sys.exit(main())
