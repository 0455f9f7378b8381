#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the daemon asks of payment gateways, judged by others than us.

contract-payments.py KONTORD KONTORCTL SOURCE BUILD: requests to Stripe and PayPal go through a strict
server made from the vendors' specifications in ../shared/vendor before the stand-in answers them;
webhooks are signed by Stripe's own npm package; and Razorpay's requests equal what its npm package
sends. Skips with a word where the vendor folder, npm or Node 20.15 is absent. BUILD keeps what npm
brings.
"""
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import sys

SOURCE, BUILD = pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
sys.path.insert(0, str(SOURCE / 'tests' / 'bus'))
from gateway import SECRET_KEY, SIGNING, PayPal, Razorpay, Stripe
from house import Cases
from line import free_port
from shop import Shop

VENDOR = SOURCE.parent / 'shared' / 'vendor'
PACKAGES = ['ajv@8.20.0', 'ajv-formats@3.0.1', 'qs@6.14.0', 'stripe', 'razorpay']
SPECS = {'/v1/payments/payouts': 'paypal_payments_payouts_batch_v1', '/v2/payments':
         'paypal_payments_payment_v2', '/v2/checkout': 'paypal_checkout_orders_v2'}
SIGN = '''
const Stripe = require('stripe'), stripe = new Stripe('sk_test_x');
const [secret, shift] = process.argv.slice(1);
const payload = require('fs').readFileSync(0, 'utf8');
process.stdout.write(stripe.webhooks.generateTestHeaderString({
  payload, secret, timestamp: Math.floor(Date.now() / 1000) + Number(shift)}));
'''
RAZORPAY = '''
const Razorpay = require('razorpay'), [url, secret] = process.argv.slice(1);
const told = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const one = new Razorpay({key_id: 'rzp_test_1', key_secret: secret});
one.api.rq.defaults.baseURL = url;
(async () => {
  await one.paymentLink.create(told.link);
  await one.paymentLink.fetch(told.id);
  await one.paymentLink.cancel(told.id);
  await one.payments.refund(told.payment, told.refund);
})().catch(error => { console.error(error); process.exit(1); });
'''
VERIFY = '''
const Razorpay = require('razorpay'), [mark, secret] = process.argv.slice(1);
const body = require('fs').readFileSync(0, 'utf8');
process.stdout.write(String(Razorpay.validateWebhookSignature(body, mark, secret)));
'''


def skip(word):
    print(f'1..0 # SKIP {word}')
    sys.exit(0)


def find_tools():
    if not (VENDOR / 'openapi_mock.mjs').exists():
        skip('vendor')
    if not shutil.which('node') or not shutil.which('npm'):
        skip('npm')
    version = subprocess.run(['node', '--version'], capture_output=True, text=True).stdout.strip()
    if [int(part) for part in version.lstrip('v').split('.')[:2]] < [20, 15]:
        skip('Node')
    packages = BUILD / 'npm-payments'
    if not (packages / 'node_modules' / 'razorpay').exists():
        packages.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefix',
                               str(packages), *PACKAGES], capture_output=True, cwd=packages)
        if done.returncode != 0:
            skip('npm')
    return packages


def node(packages, script, *arguments, text=''):
    done = subprocess.run(['node', '-e', script, *arguments], cwd=packages, input=text,
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Judge:
    """The strict server of one specification."""

    def __init__(self, packages, spec):
        self.port = free_port()
        self.process = subprocess.Popen(
            ['node', str(VENDOR / 'openapi_mock.mjs'), str(VENDOR / 'specs' / f'{spec}.clean.json'),
             str(self.port)], env=dict(os.environ, NPM_DIR=str(packages) + '/'),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if line.startswith('listening'):
                return
        raise AssertionError(f'the judge of {spec} does not listen')

    def ask(self, method, path, headers, body):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        told = answer.status, answer.read().decode()
        connection.close()
        return told

    def close(self):
        self.process.terminate()
        self.process.communicate()


class Bench:
    """@choose: a request's path → its judge, None for what nobody described."""

    def __init__(self, choose):
        self.choose, self.judged, self.refused = choose, set(), []

    def judge(self, method, path, headers, body):
        judge = self.choose(path)
        if judge is None:
            return None
        status, said = judge.ask(method, path, {name: value for name, value in headers.items()
                                                if name.lower() not in ('host', 'content-length')}, body)
        self.judged.add((method, path.split('?')[0].rstrip('0123456789_')))
        if status >= 300:
            self.refused.append((method, path, body, status, said))
            return 400, {'error': {'message': said}}
        return None


def controls(cases, judge, path, headers, wrong):
    """A judge that lets everything pass is none."""
    for body in wrong:
        told = judge.ask('POST', path, headers, body)
        cases.check(told[0] == 400, f'the judge refuses {body}', told)


def deal(shop, cases, title, settings, to):
    """All that is ever asked for."""
    shop.account(title, 'PA1', poll='1s', **settings)
    shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'working')
    booking = shop.book()
    payment = shop.request(booking)
    shop.gateway.pay(payment['remote'])
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'paid')
    shop.do('refund-payment', payment=payment['id'], amount='100 ' + shop.currency, sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'part-refunded')
    open_one = shop.request(shop.book())
    shop.do('withdraw-payment', payment=open_one['id'])
    shop.wait(lambda: shop.record('payment', open_one['id'])['closed'])
    for destination in to:
        shop.do('pay-out', account='PA1', amount='40 ' + shop.currency, sure='yes',
                **({'destination': destination} if destination else {}))
    shop.wait(lambda: sum(p['state'] == 'done' for p in shop.records('payout')) == len(to))
    told, lines = shop.reconcile()
    cases.check(told['state'] == 'done' and told['differing'] == 0, f'{title}: its list is ours', told)
    return open_one


def sit(cases, title, bench, wanted):
    cases.check(not bench.refused, f'{title}: nothing was refused', '\n'.join(map(str, bench.refused)))
    for method, part in wanted:
        cases.check(any(m == method and part in path for m, path in bench.judged),
                    f'{title}: {method} {part} was judged', bench.judged)


def hooks(shop, packages, cases, body):
    """The package signs; then one thing of it is wrong."""
    def stamp(header):
        return header.replace(header[2:12], str(int(header[2:12]) - 1), 1)
    tries = (('as it is', SIGNING, 0, '', None, 200), ('once more', SIGNING, -240, '', None, 200),
             ('too long ago', SIGNING, -301, '', None, 401), ('one byte more', SIGNING, 0, ' ', None, 401),
             ('one second off', SIGNING, 0, '', stamp, 401), ('one secret wrong', SIGNING + 'x', 0, '', None, 401))
    for what, secret, shift, more, change, status in tries:
        header = node(packages, SIGN, secret, str(shift), text=body)
        told = shop.gateway.post(shop.port, 'PA1', body + more,
                                 {'Stripe-Signature': change(header) if change else header})
        cases.check(told == status, f'Stripe: signed by its package, {what}: {status}', told)


def razorpay_hooks(shop, packages, cases):
    """What its package takes is taken, and what it refuses is refused."""
    payment = shop.request(shop.book())
    body = json.dumps(shop.gateway.pay(payment['remote']))
    right = hmac.new(SIGNING.encode(), body.encode(), hashlib.sha256).hexdigest()
    other = hmac.new(b'another', body.encode(), hashlib.sha256).hexdigest()
    for what, text, mark in (('as it is', body, right), ('one byte more', body + ' ', right),
                             ('one digit wrong', body, right[:-1] + ('0' if right[-1] != '0' else '1')),
                             ('one secret wrong', body, other)):
        theirs = node(packages, VERIFY, mark, SIGNING, text=text) == 'true'
        told = shop.gateway.post(shop.port, 'PA1', text, {'X-Razorpay-Signature': mark})
        cases.check((told == 200) == theirs == (what == 'as it is') and told in (200, 401),
                    f'Razorpay: a webhook, {what}, is judged as its package does', (theirs, told))
    cases.check(shop.record('payment', payment['id'])['state'] == 'paid', 'Razorpay: and so it was paid')


def try_stripe(packages, cases):
    judge = Judge(packages, 'stripe')
    # The vendor folder's part of the specification has no list of intents.
    bench = Bench(lambda path: None if path.startswith('/v1/payment_intents?') else judge)
    shop = Shop(*sys.argv[1:4], Stripe(bench.judge))
    try:
        controls(cases, judge, '/v1/payment_links', {
            'Content-Type': 'application/x-www-form-urlencoded', 'Authorization': 'Bearer x'},
            ['metadata[a]=b', 'line_items[0][quantity]=x', 'line_items[0][quantity]=1&colour=red'])
        payment = deal(shop, cases, 'stripe', {'secret_key': SECRET_KEY, 'webhook_secret': SIGNING},
                       [None, 'acct_1'])
        sit(cases, 'Stripe', bench, [('POST', '/v1/payment_links'), ('GET', '/v1/events'),
                                     ('POST', '/v1/refunds'), ('POST', '/v1/payouts'),
                                     ('POST', '/v1/transfers'), ('POST', '/v1/payment_links/plink'),
                                     ('GET', '/v1/refunds'), ('GET', '/v1/payouts'),
                                     ('GET', '/v1/transfers')])
        hooks(shop, packages, cases, json.dumps(shop.gateway.pay(payment['remote'])))
    finally:
        shop.close()
        judge.close()


def try_paypal(packages, cases):
    judges = {path: Judge(packages, spec) for path, spec in SPECS.items()}
    bench = Bench(lambda path: next((judge for start, judge in judges.items()
                                     if path.startswith(start)), None))
    shop = Shop(*sys.argv[1:4], PayPal(bench.judge), 'USD')
    try:
        controls(cases, judges['/v2/checkout'], '/v2/checkout/orders', {
            'Content-Type': 'application/json', 'Authorization': 'Bearer x'},
            ['{}', '{"intent":"CAPTURE","purchase_units":[]}', '{"intent":"CAPTURE","purchase_units":'
             '[{"amount":{"currency_code":"USD","value":5}}]}'])
        deal(shop, cases, 'paypal', {'client_id': 'client', 'client_secret': SECRET_KEY},
             ['omar@example.com'])
        sit(cases, 'PayPal', bench, [('POST', '/v2/checkout/orders'), ('GET', '/v2/checkout/orders/'),
                                     ('POST', '/capture'), ('POST', '/refund'),
                                     ('POST', '/v1/payments/payouts')])
    finally:
        shop.close()
        for judge in judges.values():
            judge.close()


def pick(gateway, method, ending):
    """(path, basic credentials, body) of the last such request."""
    found = [(path, headers.get('Authorization'), json.loads(body) if body else None)
             for m, path, headers, body in gateway.asked if m == method and ending(path)]
    return found[-1] if found else None


def try_razorpay(packages, cases):
    shop, recorder = Shop(*sys.argv[1:4], Razorpay()), Razorpay()
    try:
        withdrawn = deal(shop, cases, 'razorpay', {'key_id': 'rzp_test_1', 'key_secret': SECRET_KEY,
                                                   'webhook_secret': SIGNING}, [])
        razorpay_hooks(shop, packages, cases)
        kinds = {'a link': ('POST', lambda p: p.endswith('/payment_links')),
                 'a look': ('GET', lambda p: p.endswith('/' + withdrawn['remote'])),
                 'the end of a link': ('POST', lambda p: p.endswith('/cancel')),
                 'a refund': ('POST', lambda p: p.endswith('/refund'))}
        ours = {what: pick(shop.gateway, *how) for what, how in kinds.items()}
        recorder.links[withdrawn['remote']] = {'id': withdrawn['remote'], 'reference_id': 'other'}
        told = {'link': ours['a link'][2], 'id': withdrawn['remote'],
                'payment': ours['a refund'][0].split('/')[3], 'refund': ours['a refund'][2]}
        node(packages, RAZORPAY, recorder.url, SECRET_KEY, text=json.dumps(told))
        for what, how in kinds.items():
            theirs = pick(recorder, *how)
            theirs = theirs and (theirs[0], theirs[1], theirs[2] or None)
            cases.check(ours[what] == theirs, f'Razorpay: {what} equals what its package sends',
                        (ours[what], theirs))
    finally:
        shop.close()
        recorder.close()


def main():
    packages, cases = find_tools(), Cases()
    try_stripe(packages, cases)
    try_razorpay(packages, cases)
    if shutil.which('openssl'):
        try_paypal(packages, cases)
    else:
        cases.skip('PayPal: openssl signs its webhooks and is not here')
    return cases.end()


sys.exit(main())
