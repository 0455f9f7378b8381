#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a linked device refuses: wrong letters, forged proofs and certificates, and whatever no honest server sends.
The reason of each stands in the log without anybody's number, and the daemon goes on.

linked-refused.py KONTORD KONTORCTL SOURCE BUILD. Skips with a word where npm or Node 20.15 is absent.
"""
import os
import sys

from companion import Companion, World
from house import Cases

KONTORD, KONTORCTL, SOURCE, BUILD = sys.argv[1:5]
# Every wrong chain of the stand-in, and what the owner reads of it.
CHAINS = {'root': 'not signed by who should', 'leaf-signature': 'not signed by who should',
          'expired': 'not valid today', 'not-yet': 'not valid today', 'key': 'for another key',
          'issuer': 'another issuer', 'root-issuer': 'another issuer', 'no-intermediate': 'not there'}
# What is sent; whether the connection outlives it; and a word of its reason in the log.
HOSTILE = [('a node nested 1,000 deep', True, 'nested too deep'),
           ('a bad token', True, 'a token that there is not'),
           ('a node that is cut short', True, 'it is cut short'),
           ('an empty node', True, 'a node without a tag'),
           ('a node that inflates to 64 MiB', True, 'it unpacks to more than it may'),
           ('a message of an unknown device', True, 'a message could not be read'),
           ('a replayed frame', False, 'is not what the other side sent'),
           ('a garbled frame', False, 'is not what the other side sent'),
           ('a frame of 17 MiB', False, 'The connection broke'),
           ('half a frame, and the line drops', False, 'The server closed the connection')]


def refusal(call, *arguments, **given):
    try:
        call(*arguments, **given)
    except RuntimeError as error:
        return str(error)
    return ''


def proofs(shop, world, cases):
    """The phone never saw the code, or the account did not sign."""
    text, waits = shop.ctl_shows('link-qr', 'channel', 'add', 'linked', 'Main', '--qr')
    for forge in ('hmac', 'account-signature'):
        refused = refusal(world.server.ask, 'scan', phone=shop.phone, text=text, forge=forge)
        cases.check('refused' in refused, f'a forged {forge} is refused', refused)
        told = shop.wait_state('logged-out')
        cases.check(told['cause'] and 'link-qr' not in told['facts'], 'the owner reads why', told)
        cases.check(waits.wait() == 1, 'and kontorctl ends with it')
        cases.check(len(world.server.ask('devices', phone=shop.phone)) == 1, 'and no device was made')
        text, waits = shop.ctl_shows('link-qr', 'channel', 'link', shop.id)
    waits.kill()


def letters(shop, world, cases):
    code = shop.letters()
    wrong = code[:-1] + ('A' if code[-1] != 'A' else 'B')
    refused = refusal(world.server.ask, 'code', phone=shop.phone, code=wrong)
    cases.check('wrong' in refused, 'wrong letters are refused', refused)
    cases.check(shop.channel()['state'] == 'logged-out' and 'link-code' in shop.channel()['facts'],
                'the letters are shown on', shop.channel())
    shop.device = world.server.ask('code', phone=shop.phone, code=code)['name']
    cases.check(shop.wait_state('connected'), 'and the right ones link it')


def chains(shop, world, cases):
    """Somebody else answers where WhatsApp should."""
    for chain, word in CHAINS.items():
        world.server.ask('wrong-chain', chain=chain)
        world.server.ask('fault', what='drop', device=shop.device)
        told = shop.wait(lambda: word in shop.channel()['cause'] and shop.channel())
        cases.check(told['state'] == 'degraded', f'a wrong certificate is no WhatsApp ({chain})', told)
        world.server.ask('wrong-chain')
        cases.check(shop.wait_state('connected'), 'and the right one is, again')


def hear(shop, customer, text):
    customer.ask('send', to=shop.jid, kind='text', text=text)
    return shop.wait(lambda: shop.find(customer, text=text))


def hostile(shop, world, cases):
    shop.customer = world.customer()
    hear(shop, shop.customer, 'Hello')
    for what, outlives, _ in HOSTILE:
        before = world.server.ask('devices', phone=shop.phone)[-1]['logins']
        world.server.ask('hostile', what=what, device=shop.device)
        cases.check(hear(shop, shop.customer, f'after {what}'), f'{what} does no lasting harm')
        after = world.server.ask('devices', phone=shop.phone)[-1]['logins']
        cases.check((after == before) == outlives, 'and the connection stays' if outlives else
                    'and the connection is begun anew', (before, after))


def read_log(shop, cases, errors):
    for what, _, word in HOSTILE:
        cases.check(word in errors, f'the log says why: {what}', errors[-4000:])
    known = [number for number in (shop.phone, shop.lid, shop.customer.phone, '4900000000000') if number in errors]
    cases.check(not known, 'and nobody’s number', known)


def main():
    cases, world = Cases(), World(SOURCE, BUILD, os.environ)
    shop = Companion(KONTORD, KONTORCTL, SOURCE, world)
    try:
        for part in (proofs, letters, chains, hostile):
            part(shop, world, cases)
        violations = world.violations()
        cases.check(not violations, 'the server has nothing to complain of', violations)
    finally:
        errors = shop.close()
        world.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    read_log(shop, cases, errors)
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
