#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other gateways on the same way: a link, paid by a webhook and by looking, refunded, paid out."""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gateway import SECRET_KEY, SIGNING, PayPal, Razorpay
from house import Cases
from shop import Shop


def play(shop, cases, title, wrong):
    booking = shop.book()
    payment = shop.request(booking)
    cases.check(payment['link'] in shop.wait_said(payment['link'])['text'], f'{title}: a link goes out')
    event = shop.gateway.pay(payment['remote'])
    cases.check(shop.hook(event, secret=wrong) == 401, f'{title}: a wrong secret is refused')
    cases.check(shop.hook(event) == 200, f'{title}: a signed webhook is taken')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'paid')
    shop.hook(event)
    shop.look(payment['id'])
    cases.check(shop.entries(booking, 'paid') == 1 and shop.count_said('received', booking) == 1,
                f'{title}: told twice and looked for, it counts once')
    shop.do('refund-payment', payment=payment['id'], amount='100 ' + shop.currency, sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'part-refunded')
    shop.do('refund-payment', payment=payment['id'], sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'refunded')
    cases.check(shop.gateway.sum() == 0, f'{title}: all of it is back')


def by_looking(shop, cases, title):
    shop.account(None, 'PA1', poll='1s')
    booking = shop.book()
    payment = shop.request(booking)
    shop.gateway.pay(payment['remote'])
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'paid')
    cases.check(shop.entries(booking, 'paid') == 1, f'{title}: found by looking alone')


def lost(shop, cases, title, paths):
    """Each answer to what makes something is lost once."""
    cut = set()

    def judge(method, path, headers, body):
        kind = next((p for p in paths if method == 'POST' and path.endswith(p)), None)
        if kind is None or kind in cut:
            return None
        cut.add(kind)
        return 'hang up'
    shop.gateway.judge = judge
    before = len(shop.gateway.links), shop.gateway.sum(), len(shop.gateway.refunds)
    booking = shop.book()
    payment = shop.request(booking)
    shop.gateway.pay(payment['remote'])
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'paid')
    shop.do('refund-payment', payment=payment['id'], sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'refunded')
    after = len(shop.gateway.links), shop.gateway.sum(), len(shop.gateway.refunds)
    cases.check(after == (before[0] + 1, before[1], before[2] + 1) and cut == set(paths),
                f'{title}: lost answers make nothing twice', (before, after, cut))
    shop.gateway.judge = None


def paid_out(shop, cases, title, to):
    shop.do('pay-out', account='PA1', amount='40 ' + shop.currency, destination=to, sure='yes')
    shop.wait(lambda: [p for p in shop.records('payout') if p['state'] == 'done'])
    cases.check(sum(shop.gateway.payouts.values()) == 4000, f'{title}: a pay-out is done once')


def reconciled(shop, cases, title):
    told, lines = shop.reconcile(**{'from': '2026-09-01'} if title == 'PayPal' else {})
    cases.check(told['differing'] == 0 and len(lines['same']) >= 6,
                f'{title}: its own list is ours', (told, lines))
    shop.gateway.paid['not_ours'] = 300
    told, lines = shop.reconcile()
    cases.check([line['remote'] for line in lines['only-theirs']] == ['not_ours'] and
                told['differing'] == 1, f'{title}: what only it has is marked', (told, lines))


def run(cases, gateway, title, settings, wrong, paths, to):
    shop = Shop(*sys.argv[1:4], gateway, 'USD' if title == 'PayPal' else 'AED')
    try:
        shop.account(title.lower(), 'PA1', **settings)
        shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'working')
        cases.check(shop.record('payment-account', 'PA1')['mode'] == 'test', f'{title}: keys work')
        play(shop, cases, title, wrong)
        by_looking(shop, cases, title)
        lost(shop, cases, title, paths)
        paid_out(shop, cases, title, to)
        reconciled(shop, cases, title)
    finally:
        errors = shop.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and
                'runtime error' not in errors, 'the daemon made no fuss', errors[-8000:])
    cases.check(SECRET_KEY not in errors and SIGNING not in errors, 'no key stands in the log', errors)


def main():
    cases = Cases()
    run(cases, Razorpay(), 'Razorpay', {'key_id': 'rzp_test_1', 'key_secret': SECRET_KEY,
                                        'webhook_secret': SIGNING, 'account_number': '787878'},
        'other', ['/payment_links', '/refund'], 'fa_1')
    if shutil.which('openssl'):
        run(cases, PayPal(), 'PayPal', {'client_id': 'client', 'client_secret': SECRET_KEY,
                                        'webhook_id': 'WH-STANDIN'},
            'WH-OTHER', ['/v2/checkout/orders', '/capture', '/refund'], 'omar@example.com')
    else:
        cases.skip('PayPal: openssl signs its webhooks and is not here')
    return cases.end()


sys.exit(main())
