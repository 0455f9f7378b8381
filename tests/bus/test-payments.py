#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments: keys saved, a link sent in the chat, paid and known to be paid by a webhook, by looking
and by both, given back and paid out. The gateway is a stand-in."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gateway import SECRET_KEY, SIGNING, Stripe
from house import Cases
from shop import Shop


def keys(shop, cases):
    bad = shop.account('stripe', 'PA1', secret_key='sk_test_51WrongKeyHere', webhook_secret=SIGNING)
    account = shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'refused' and
                        shop.record('payment-account', 'PA1'))
    cases.check(bad.returncode == 0 and 'Stripe' in account['reason'], 'wrong keys are refused in words',
                account)
    cases.check('WrongKeyHere' not in str(shop.records('payment-account')) +
                str(shop.records('audit')) + str(shop.records('timeline')),
                'no key stands in a record, the audit or the timeline')
    shop.account('stripe', 'PA1', secret_key=SECRET_KEY)
    account = shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'working' and
                        shop.record('payment-account', 'PA1'))
    cases.check(account['mode'] == 'test', 'right keys count at once and show their mode', account)


def by_webhook(shop, cases):
    booking = shop.book()
    payment = shop.request(booking)
    said = shop.wait_said(payment['link'])
    cases.check(booking in said['text'] and '250.00 AED' in said['text'], 'the link goes out in the chat',
                said)
    cases.check(shop.record('booking', booking)['payment'] == 'link-sent', 'the booking waits for money')
    cases.check('already' in shop.do('request-payment', booking=booking).stderr,
                'what is asked for already is not asked for twice')
    event = shop.gateway.pay(payment['remote'])
    cases.check(shop.hook(event, secret='whsec_other') == 401, 'a wrong secret is refused')
    cases.check(shop.hook(event, shift_s=-301) == 401, 'an old signature is refused')
    cases.check(shop.hook(event) == 200 and shop.record('booking', booking)['payment'] == 'paid',
                'a signed webhook makes it paid before it is told so')
    said = shop.wait_said('received')
    cases.check('250.00 AED' in said['text'], 'the customer gets a receipt', said)
    shop.hook(event)
    shop.look(payment['id'])
    cases.check(shop.count_said('received', booking) == 1 and shop.entries(booking, 'paid') == 1,
                'told again and looked for, it counts once')
    return booking, payment


def refunded(shop, cases):
    booking, payment = by_webhook(shop, cases)
    unsure = shop.do('refund-payment', payment=payment['id'], amount='100 AED')
    cases.check(unsure.returncode == 1 and 'sure=yes' in unsure.stderr, 'a refund is asked for twice',
                unsure)
    shop.do('refund-payment', payment=payment['id'], amount='100 AED', sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'part-refunded')
    cases.check(shop.record('payment', payment['id'])['state'] == 'part-refunded', 'a part goes back')
    too_much = shop.do('refund-payment', payment=payment['id'], amount='200 AED', sure='yes')
    cases.check(too_much.returncode == 1, 'never more than is left', too_much)
    shop.do('refund-payment', payment=payment['id'], sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'refunded')
    for event in list(shop.gateway.events):
        shop.hook(event)
    cases.check(sum(shop.gateway.refunds.values()) == 25000 and shop.entries(booking, 'refunded') == 2,
                'all of it is back, and each refund counts once')


def by_looking(shop, cases):
    shop.account('stripe', 'PA1', poll='1s')
    booking = shop.book()
    payment = shop.request(booking)
    shop.gateway.pay(payment['remote'])
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'paid')
    cases.check(True, 'without any webhook it is found by looking')
    both = shop.book()
    payment = shop.request(both)
    event = shop.gateway.pay(payment['remote'])
    shop.hook(event)
    shop.wait(lambda: shop.record('booking', both)['payment'] == 'paid')
    shop.look(payment['id'])
    cases.check(shop.entries(both, 'paid') == 1 and shop.count_said('received', both) == 1,
                'both at once count once')


def lost(shop, cases):
    """The gateway made it, and its answer never came."""
    cut = {'/v1/payment_links': 1}

    def judge(method, path, *_):
        if method == 'POST' and cut.get(path, 0) > 0:
            cut[path] -= 1
            return 'hang up'
        return None
    shop.gateway.judge = judge
    links = len(shop.gateway.links)
    payment = shop.request(shop.book())
    cases.check(len(shop.gateway.links) == links + 1, 'a lost answer makes no second link')
    shop.hook(shop.gateway.pay(payment['remote']))
    cut['/v1/refunds'] = 1
    refunds = len(shop.gateway.refunds)
    shop.do('refund-payment', payment=payment['id'], sure='yes')
    shop.wait(lambda: shop.record('payment', payment['id'])['state'] == 'refunded')
    cases.check(len(shop.gateway.refunds) == refunds + 1, 'nor a second refund')
    shop.gateway.judge = None


def withdrawn(shop, cases):
    booking = shop.book()
    payment = shop.request(booking)
    shop.do('withdraw-payment', payment=payment['id'])
    shop.wait(lambda: not shop.gateway.links[payment['remote']]['active'])
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'unpaid')
    cases.check(shop.record('payment', payment['id'])['state'] == 'withdrawn', 'a link is taken back')
    event = shop.gateway.pay(payment['remote'])
    shop.hook(event)
    cases.check(shop.record('booking', booking)['payment'] == 'paid', 'money that comes late is counted')


def paid_out(shop, cases):
    shop.do('pay-out', account='PA1', amount='40 AED', destination='acct_1', teammate='TM2', sure='yes')
    done = shop.wait(lambda: [p for p in shop.records('payout') if p['state'] == 'done'])
    cases.check(done[0]['remote'] in shop.gateway.payouts, 'a pay-out shows the gateway\'s id', done)
    entries = [e for e in shop.records('ledger') if e['entry'] == 'paid-out']
    cases.check([e['subject'] for e in entries] == ['TM2'], 'it stands in the ledger', entries)
    refused = shop.do('request-payment', booking=shop.book(), amount='9000 AED')
    cases.check(refused.returncode == 1, 'more than the price is refused', refused)


def restarted(shop, cases):
    payment = shop.request(shop.book())
    over = [p['id'] for p in shop.records('payment') if p['state'] in ('paid', 'refunded', 'part-refunded')]
    for one in over:
        shop.look(one)
    shop.house.kill()
    before = len(shop.gateway.asked)
    shop.house.start()
    shop.wait(lambda: shop.record('payment', payment['id']).get('looked', 0) > 0)
    shop.look(payment['id'])
    looks = [path for _, path, *_ in shop.gateway.asked[before:]
             if path.startswith('/v1/events') and 'starting_after' not in path]
    cases.check(0 < len(looks) < len(over), 'a start looks for what is open, and not for what was paid',
                (over, looks))


def main():
    cases, shop = Cases(), Shop(*sys.argv[1:4], Stripe())
    try:
        for part in (keys, refunded, by_looking, lost, withdrawn, paid_out, restarted):
            part(shop, cases)
    finally:
        errors = shop.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and
                'runtime error' not in errors, 'the daemon made no fuss', errors[-8000:])
    cases.check(SECRET_KEY not in errors and SIGNING not in errors, 'no key stands in the log', errors)
    return cases.end()


sys.exit(main())
