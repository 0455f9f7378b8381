#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and signature secrets are nowhere in the clear: not in what the daemon logs, answers, signals
or exports, not in a file of the business or a copy of it. The gateways repeat what they were told."""
import base64
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import shop as stage
from gateway import SECRET_KEY, SIGNING, PayPal, Razorpay, Stripe
from house import Cases, House

WRONG = 'sk_test_51NeverTheRightKey'
TOKEN = 'A21AA-stand-in'


class Watched(House):
    """Says all it could say, into a file, on a bus that is listened to."""

    def launch(self):
        self.log = pathlib.Path(self.folder) / 'log'
        self.heard = pathlib.Path(self.folder) / 'heard'
        self.listener = subprocess.Popen(
            ['dbus-monitor', '--session', "type='signal',sender='org.kontor.Kontor.Daemon'",
             "type='method_return'", "type='error'"],
            env=self.env, stdout=self.heard.open('wb'), stderr=subprocess.DEVNULL)
        self.daemon = subprocess.Popen([self.kontord, '--data', self.folder + '/data'],
                                       env=dict(self.env, G_MESSAGES_DEBUG='all'),
                                       stderr=self.log.open('wb'))

    def end(self):
        super().end()
        if self.listener.poll() is None:
            self.listener.kill()


def repeat(gateway, status, times):
    """A gateway that puts all it was asked with into its next refusals."""
    left = [times]

    def judge(method, path, headers, body):
        if left[0] == 0 or path == '/cert':
            return None
        left[0] -= 1
        said = f'Refused: {dict(headers)} {body.decode(errors="replace")}'
        return status, {'error': {'message': said, 'description': said}, 'message': said,
                        'error_description': said}
    gateway.judge = judge


def play(shop, title, wrong):
    """Everything that asks the gateway for something, with refusals on the way."""
    shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'working')
    repeat(shop.gateway, 500, 1)
    payment = shop.request(shop.book())
    event = shop.gateway.pay(payment['remote'])
    answers = [shop.hook(event, secret=wrong), shop.hook(event)]
    shop.wait(lambda: shop.record('payment', payment['id'])['state'] == 'paid')
    shop.do('refund-payment', payment=payment['id'], sure='yes')
    shop.do('pay-out', account='PA1', amount='40 ' + shop.currency, destination='acct_1', sure='yes')
    shop.wait(lambda: shop.record('payment', payment['id'])['state'] == 'refunded')
    repeat(shop.gateway, 400, 1)
    shop.reconcile()
    repeat(shop.gateway, 401, -1)
    shop.account(None, 'PA1', **{'key_secret' if title == 'Razorpay' else
                                 'client_secret' if title == 'PayPal' else 'secret_key': WRONG})
    shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'refused')
    return answers


def find(shop, secrets):
    """Where one of them stands, as the words before it."""
    house = shop.house
    kinds = [kind['name'] for kind in house.json('kinds')]
    told = {'export ' + kind: house.ctl('export', kind).stdout.encode() for kind in kinds}
    told.update({'list ' + kind: house.ctl('--json', 'list', kind).stdout.encode() for kind in kinds})
    told['get'] = house.ctl('--json', 'get', 'payment-account', 'PA1').stdout.encode()
    data = pathlib.Path(house.folder) / 'data'
    told.update({str(path): path.read_bytes() for path in data.rglob('*') if path.is_file()})
    told['log'], told['bus'] = house.log.read_bytes(), house.heard.read_bytes()
    assert b'Main' in told['get'] and b'Main' in told['export payment-account'], told['get']
    assert b'member=Changed' in told['bus'] and len(told['log']) > 0, 'nothing was listened to'
    return [f'{where}: {text[max(0, text.find(secret) - 80):text.find(secret)]}'
            for where, text in told.items() for secret in secrets if secret in text]


def run(cases, gateway, title, settings, wrong):
    shop = stage.Shop(*sys.argv[1:4], gateway, 'USD' if title == 'PayPal' else 'AED')
    user = {'Razorpay': 'rzp_test_1:', 'PayPal': 'client:'}.get(title, '')
    secrets = [secret.encode() for secret in (SECRET_KEY, SIGNING, WRONG, TOKEN)]
    secrets += [base64.b64encode(f'{user}{key}'.encode()) for key in (SECRET_KEY, WRONG)]
    try:
        shop.account(title.lower(), 'PA1', **settings)
        answers = play(shop, title, wrong)
        cases.check(answers == [401, 200], f'{title}: only what is signed is taken', answers)
        found = find(shop, secrets)
        cases.check(not found, f'{title}: no key and no signature secret stands anywhere', found)
        copy = pathlib.Path(shop.house.folder) / 'copy'
        shop.house.ctl('quit')
        shop.house.daemon.wait()
        shutil.copytree(pathlib.Path(shop.house.folder) / 'data', copy)
        found = [str(path) for path in copy.rglob('*') if path.is_file()
                 and any(secret in path.read_bytes() for secret in secrets)]
        cases.check(not found, f'{title}: nor in a copy of the folder', found)
        log = shop.house.log.read_text(errors='replace')
        cases.check('CRITICAL' not in log and 'Sanitizer' not in log and 'runtime error' not in log,
                    f'{title}: the daemon made no fuss', log[-4000:])
    finally:
        shop.close()


def main():
    cases, stage.House = Cases(), Watched
    run(cases, Stripe(), 'Stripe', {'secret_key': SECRET_KEY, 'webhook_secret': SIGNING}, 'other')
    run(cases, Razorpay(), 'Razorpay', {'key_id': 'rzp_test_1', 'key_secret': SECRET_KEY,
                                        'webhook_secret': SIGNING, 'account_number': '787878'}, 'other')
    if shutil.which('openssl'):
        run(cases, PayPal(), 'PayPal', {'client_id': 'client', 'client_secret': SECRET_KEY,
                                        'webhook_id': 'WH-STANDIN'}, 'WH-OTHER')
    else:
        cases.skip('PayPal: openssl signs its webhooks and is not here')
    return cases.end()


sys.exit(main())
