# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at random moments of create, pay, webhook, look and refund, and what must hold afterwards.

Each kill is a round: links are asked for, customers pay by them and some get money back, while the
gateway answers slowly, hangs up now and then before or after it did what was asked, and tells of
everything by webhooks that may find nobody there. After the restart all must come to rest by itself,
and the books must be the gateway's: one link for each payment, one entry and one receipt for each
charge, and nothing given back twice.
"""
import collections
import random
import threading
import time

from gateway import SECRET_KEY, SIGNING, Stripe
from gi.repository import GLib
from shop import Shop

# A kill comes when the gateway was asked for so much, and a little later: a slow machine does as much
# between two of them as a fast one.
MOST_ASKED, LONGEST_ROUND_S, SLOWEST_ANSWER_S = 5, 30, 0.05


class PayCrash:
    def __init__(self, arguments, seed):
        self.chance, self.slow = random.Random(seed), random.Random(seed + 1)
        self.drop, self.faults, self.errors = threading.Event(), [], ''
        self.kills = self.hung_up = self.unheard = self.asked = 0
        self.rude = False   # whether the gateway hangs up now and then
        self.told, self.given_back = set(), set()
        gateway = Stripe(self.judge)
        self.shop = Shop(*arguments, gateway)
        self.shop.account('stripe', 'PA1', secret_key=SECRET_KEY, webhook_secret=SIGNING, poll='1s')
        self.shop.wait(lambda: self.shop.record('payment-account', 'PA1')['state'] == 'working')

    def judge(self, method, path, *_):
        self.asked += method == 'POST'
        self.drop.wait(self.slow.uniform(0, SLOWEST_ANSWER_S))
        if method != 'POST' or not self.rude or self.slow.random() > 0.2:
            return None
        self.hung_up += 1
        return self.slow.choice(['hang up', 'hang up before'])

    # A round.

    def do(self, what, *arguments, **named):
        """What somebody asks of a daemon that may be gone."""
        try:
            return getattr(self.shop, what)(*arguments, **named)
        except (AssertionError, GLib.Error, StopIteration):
            return None

    def sell(self, gone):
        while not gone.is_set():
            booking = self.do('book')
            if booking is None:
                return
            self.do('do', 'request-payment', booking=booking)
            for payment in self.do('records', 'payment') or []:
                if payment['state'] == 'paid' and payment['id'] not in self.given_back and \
                        self.chance.random() < 0.3:
                    self.given_back.add(payment['id'])
                    self.do('do', 'refund-payment', payment=payment['id'], amount='100 AED', sure='yes')

    def pay(self, gone):
        while not gone.wait(self.slow.uniform(0, 0.05)):
            self.pay_open(0.5)

    def pay_open(self, share):
        gateway = self.shop.gateway
        sent = {p.get('remote') for p in self.do('records', 'payment') or [] if p['state'] == 'open'}
        for name in sent & set(gateway.links):
            if 'intent' not in gateway.links[name] and self.slow.random() < share:
                gateway.pay(name)
        for event in list(gateway.events):
            if event['id'] not in self.told and self.slow.random() < 0.7:
                status = self.shop.hook(event)
                self.told |= {event['id']} if status == 200 else set()
                self.unheard += status == 0

    def kill_while_selling(self):
        gone, self.rude = threading.Event(), True
        people = [threading.Thread(target=one, args=(gone,)) for one in (self.sell, self.pay)]
        enough = self.asked + self.chance.randrange(1, MOST_ASKED)
        until = time.monotonic() + LONGEST_ROUND_S
        for one in people:
            one.start()
        while self.asked < enough and time.monotonic() < until:
            self.drop.wait(0.005)
        self.drop.wait(self.chance.uniform(0, SLOWEST_ANSWER_S))
        self.note(self.shop.house.kill())
        gone.set()
        self.rude = False
        for one in people:
            one.join()

    def restart(self):
        while self.chance.random() < 0.2:
            self.shop.house.launch()
            self.drop.wait(self.chance.uniform(0, 0.5))
            self.note(self.shop.house.kill())
        self.shop.house.start()
        self.shop.wait(lambda: self.do('records', 'payment') is not None)

    def note(self, errors):
        if 'CRITICAL' in errors or 'Sanitizer' in errors:
            self.errors += errors

    # What must hold.

    def is_at_rest(self):
        gateway = self.shop.gateway
        entries = {e['reference'] for e in self.shop.records('ledger')
                   if e['entry'] in ('paid', 'refunded')}
        return not any(p['state'] == 'asking' for p in self.shop.records('payment')) and \
            not any(r['state'] in ('asking', 'pending') for r in self.shop.records('refund')) and \
            entries >= set(gateway.paid) | set(gateway.refunds)

    def blame(self, words):
        self.faults.append(f'kill {self.kills}: {words}')

    def check_links(self, payments, texts):
        made = collections.Counter(link['metadata']['kontor']
                                   for link in self.shop.gateway.links.values())
        for payment in payments:
            if made[payment['key']] != 1:
                self.blame(f'{payment["id"]} is {payment["state"]} ({payment.get("reason", "")}) and '
                           f'has {made[payment["key"]]} links')
            said = sum(payment.get('link', '-') + '\n' in text for text in texts)
            if said != 1:
                self.blame(f'the link of {payment["id"]} was said {said} times')
        if set(made) - {payment['key'] for payment in payments}:
            self.blame('a link is nobody\'s')

    def check_money(self, payments, texts):
        gateway = self.shop.gateway
        booked = collections.Counter(), collections.Counter()
        for entry in self.shop.records('ledger'):
            if entry['entry'] in ('paid', 'refunded'):
                booked[entry['entry'] == 'refunded'][entry['reference']] += 1
        for what, theirs, ours in (('charge', gateway.paid, booked[0]),
                                   ('refund', gateway.refunds, booked[1])):
            for name in theirs:
                if ours[name] != 1:
                    self.blame(f'the {what} {name} stands {ours[name]} times in the ledger')
            if set(ours) - set(theirs):
                self.blame(f'a {what} in the ledger never was')
        refunds = collections.Counter(r['metadata']['kontor'] for r in gateway.made.values())
        for refund in self.shop.records('refund'):
            if refunds[refund['key']] != 1 or refund['state'] != 'done':
                self.blame(f'{refund["id"]} is {refund["state"]} and was made '
                           f'{refunds[refund["key"]]} times')
        for payment in payments:
            receipts = sum('received' in t and payment['booking'] in t for t in texts)
            came = 'intent' in gateway.links.get(payment.get('remote'), {})
            if receipts != came:
                self.blame(f'{receipts} receipts for {payment["id"]}')

    def round(self):
        self.kill_while_selling()
        self.restart()
        self.kills += 1
        self.pay_open(1)
        self.shop.wait(self.is_at_rest)
        payments = self.shop.records('payment')
        texts = [m['text'] or '' for m in self.shop.texts()]
        self.check_links(payments, texts)
        self.check_money(payments, texts)

    def sum_up(self):
        gateway = self.shop.gateway
        return (f'{self.kills} kills, {len(gateway.links)} links, {len(gateway.paid)} charges, '
                f'{len(gateway.refunds)} refunds, {self.hung_up} answers lost, {self.unheard} '
                f'webhooks found nobody')

    def end(self):
        """Closes the house; what is wrong with the whole."""
        for fault in self.shop.call('Daemon', 'CheckStore')[0]:
            self.blame(f'the store: {fault}')
        self.note(self.shop.close())
        return self.faults
