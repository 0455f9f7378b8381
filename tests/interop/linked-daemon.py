#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon as a linked device, with customers who use independent clients, through the stand-in server.

linked-daemon.py KONTORD KONTORCTL SOURCE BUILD. Skips with a word where npm or Node 20.15 is absent.
"""
import os
import sys

from companion import Companion, World
from house import Cases

KONTORD, KONTORCTL, SOURCE, BUILD = sys.argv[1:5]


WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, my name is Jeffrey, '
        'BMW 5 series')


def book(shop, customer, cases):
    """The conversation every newcomer holds first."""
    customer.ask('send', to=shop.jid, kind='text', text=WISH)
    asked = customer.wait('message', fromMe=False)['text']
    cases.check('Let me repeat:' in asked and 'Pickup: Binary Tower' in asked and '250.00 AED' in asked,
                'what a customer wants is repeated', asked)
    customer.ask('send', to=shop.jid, kind='text', text='yes')
    booked = customer.wait('message', fromMe=False)['text']
    bookings = shop.records('booking')
    cases.check('BK000001' in booked and len(bookings) == 1 and bookings[0]['x-pickup'] == 'Binary Tower',
                'and a yes books it', (booked, bookings))


def greet(shop, customer, cases):
    asked = customer.ask('send', to=shop.jid, kind='text', text='Hi, can I book a ride to the airport tomorrow at 10?')
    reply = customer.wait('message', kind='text', fromMe=False)
    cases.check(bool(reply['text']), 'a customer who writes is answered', reply)
    customer.wait('receipt', id=asked['id'], type='delivered')
    cases.check(True, 'and sees that it was delivered')
    said = shop.of('+' + customer.phone)
    cases.check(said is not None, 'the contact is known by the phone number', shop.records('contact'))
    return said


def main():
    cases, world = Cases(), World(SOURCE, BUILD, os.environ)
    shop = Companion(KONTORD, KONTORCTL, SOURCE, world)
    try:
        shop.link()
        cases.check(True, 'a number is linked by its code')
        customer = world.customer()
        greet(shop, customer, cases)
        book(shop, world.customer('zapo'), cases)
        shop.settle()
        world.server.ask('settled', phones=[shop.phone])
        cases.check(True, 'all that was delivered was acknowledged')
        violations = world.violations()
        cases.check(not violations, 'the server has nothing to complain of', violations)
    finally:
        errors = shop.close()
        world.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
