# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-ins for payment gateways on loopback: they take money, tell of it by signed webhooks and when
asked, and count what came and went, so that a ledger can be compared."""
import base64
import hashlib
import hmac
import http.client
import itertools
import json
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.parse
import zlib
from http.server import BaseHTTPRequestHandler

from graph import Server

SECRET_KEY, SIGNING = 'sk_test_51StandInKey', 'whsec_standin'


class Gateway:
    """What all have: a server, idempotency by a header, and a log. @judge: (nullable): called with
    (method, path, headers, body) before an answer: None, 'hang up' or (status, json)."""
    key_header = 'Idempotency-Key'

    def __init__(self, judge=None):
        self.judge, self.ids, self.mutex = judge, itertools.count(1), threading.Lock()
        self.asked, self.answers = [], {}
        self.links, self.paid, self.refunds, self.payouts = {}, {}, {}, {}
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def handle_all(self):
                body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
                told = gateway.take(self.command, self.path, self.headers, body)
                if told == 'hang up':
                    self.close_connection = True
                    return
                raw = json.dumps(told[1]).encode() if not isinstance(told[1], bytes) else told[1]
                self.send_response(told[0])
                self.send_header('Content-Type', 'application/json')
                self.send_header('Content-Length', str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            do_GET = do_POST = do_PATCH = handle_all

            def log_message(self, *_):
                pass

        self.server = Server(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server.server_address[1]}'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, method, path, headers, body):
        with self.mutex:
            self.asked.append((method, path, dict(headers), body))
            told = self.judge(method, path, headers, body) if self.judge else None
            if told == 'hang up before':
                return 'hang up'
            if isinstance(told, tuple):
                return told
            key = headers.get(self.key_header)
            answer = self.answers.get((path, key)) if key else None
            if answer is None:
                answer = self.answer(method, path, headers, body)
                if key and answer[0] < 400:
                    self.answers[path, key] = answer
            return 'hang up' if told == 'hang up' else answer

    def sum(self):
        return sum(self.paid.values()) - sum(self.refunds.values())

    def post(self, port, account, body, headers):
        """What the daemon answers a webhook; 0 where it is not there."""
        try:
            connection = http.client.HTTPConnection('127.0.0.1', port, timeout=60)
            connection.request('POST', f'/pay/{account}', body,
                               dict(headers, **{'Content-Type': 'application/json'}))
            status = connection.getresponse().status
            connection.close()
            return status
        except (OSError, http.client.HTTPException):
            return 0

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def nested(form):
    """{'a[b]': '1'} as {'a': {'b': '1'}}, enough for what is asked here."""
    out = {}
    for name, value in form.items():
        parts = name.replace(']', '').split('[')
        into = out
        for part in parts[:-1]:
            into = into.setdefault(part, {})
        into[parts[-1]] = value
    return out


def page(found, query):
    """Two a page, so that pages are turned; the first of @found first."""
    after = query.get('starting_after', [None])[0]
    if after:
        found = found[[one['id'] for one in found].index(after) + 1:]
    return {'object': 'list', 'data': found[:2], 'has_more': len(found) > 2}


class Stripe(Gateway):
    def __init__(self, judge=None):
        self.events = []
        super().__init__(judge)

    def answer(self, method, path, headers, body):
        where = urllib.parse.urlsplit(path)
        query = urllib.parse.parse_qs(where.query)
        parts = where.path.strip('/').split('/')[1:]
        form = nested(dict(urllib.parse.parse_qsl(body.decode())))
        if headers.get('Authorization') != 'Bearer ' + SECRET_KEY:
            return 401, {'error': {'type': 'invalid_request_error',
                                   'message': 'Invalid API Key provided: ' +
                                   headers.get('Authorization', '')[7:]}}
        if method == 'GET' and parts == ['events']:
            return 200, self.list_events(query)
        if method == 'GET' and 'payment_intent' in query:
            found = [r for r in self.made.values() if r['payment_intent'] == query['payment_intent'][0]]
            return 200, {'object': 'list', 'data': found, 'has_more': False}
        if method == 'GET':
            return 200, page(self.statement(parts[0]), query)
        if parts == ['payment_links']:
            return 200, self.add_link(form)
        if parts[0] == 'payment_links':
            self.links[parts[1]]['active'] = form['active'] == 'true'
            return 200, self.links[parts[1]]
        if parts == ['refunds']:
            return self.refund(form)
        if parts[0] in ('payouts', 'transfers'):
            return 200, self.pay_out(parts[0], form)
        return 404, {'error': {'message': 'No such thing'}}

    made = property(lambda self: self.__dict__.setdefault('_made', {}))
    sent = property(lambda self: self.__dict__.setdefault('_sent', {}))

    def add_link(self, form):
        name = f'plink_{next(self.ids)}'
        price = form['line_items']['0']['price_data']
        self.links[name] = {'id': name, 'object': 'payment_link', 'active': True,
                            'url': f'https://buy.stripe.example/{name}', 'metadata': form['metadata'],
                            'amount': int(price['unit_amount']), 'currency': price['currency']}
        return self.links[name]

    def refund(self, form):
        intent, amount = form['payment_intent'], int(form['amount'])
        left = self.paid.get(intent, 0) - sum(r['amount'] for r in self.made.values()
                                              if r['payment_intent'] == intent)
        if amount > left:
            return 400, {'error': {'message': 'Refund amount is greater than unrefunded amount'}}
        name = f're_{next(self.ids)}'
        self.refunds[name] = amount
        currency = next(link['currency'] for link in self.links.values()
                        if link.get('intent') == intent)
        self.made[name] = {'id': name, 'object': 'refund', 'payment_intent': intent, 'amount': amount,
                           'currency': currency, 'status': 'succeeded',
                           'metadata': form.get('metadata', {}), 'created': int(time.time())}
        self.tell('refund.created', self.made[name])
        return 200, self.made[name]

    def pay_out(self, what, form):
        name = ('po_' if what == 'payouts' else 'tr_') + str(next(self.ids))
        self.payouts[name] = int(form['amount'])
        made = {'id': name, 'amount': int(form['amount']), 'currency': form['currency'],
                'metadata': form.get('metadata', {}), 'created': int(time.time())}
        self.sent[name] = dict(made, status='paid') if what == 'payouts' else made
        return self.sent[name]

    def list_events(self, query):
        types = set(query.get('types[]', []))
        return page([e for e in reversed(self.events) if e['type'] in types], query)

    def statement(self, what):
        """What Stripe's own list of that name has."""
        if what == 'payment_intents':
            link_of = {link.get('intent'): link for link in self.links.values()}
            return [{'id': intent, 'object': 'payment_intent', 'status': 'succeeded', 'metadata': {},
                     'amount_received': amount, 'created': int(time.time()) - 60,   # before it is asked
                     'currency': link_of.get(intent, {'currency': 'aed'})['currency']}
                    for intent, amount in self.paid.items()]
        return list(self.made.values()) if what == 'refunds' else \
            [p for p in self.sent.values() if ('status' in p) == (what == 'payouts')]

    def tell(self, kind, thing):
        event = {'id': f'evt_{next(self.ids)}', 'object': 'event', 'type': kind,
                 'created': int(time.time()), 'livemode': False, 'data': {'object': thing}}
        self.events.append(event)
        return event

    # What customers do.

    def pay(self, name):
        """A customer pays by the link: the event of it."""
        with self.mutex:
            link = self.links[name]
            intent = link['intent'] = f'pi_{next(self.ids)}'
            self.paid[intent] = link['amount']
            return self.tell('checkout.session.completed', {
                'id': f'cs_{next(self.ids)}', 'object': 'checkout.session', 'payment_intent': intent,
                'payment_link': name, 'payment_status': 'paid', 'status': 'complete',
                'amount_total': link['amount'], 'currency': link['currency'],
                'metadata': link['metadata'], 'created': int(time.time())})

    def send(self, port, account, event, secret=SIGNING, shift_s=0):
        body = json.dumps(event)
        at = int(time.time()) + shift_s
        mark = hmac.new(secret.encode(), f'{at}.{body}'.encode(), hashlib.sha256).hexdigest()
        return self.post(port, account, body, {'Stripe-Signature': f't={at},v1={mark},v0=00'})


class PayPal(Gateway):
    """Signs with a key of its own, whose certificate it serves."""
    key_header = 'PayPal-Request-Id'

    def __init__(self, judge=None):
        self.folder = tempfile.mkdtemp(prefix='kontor-paypal-')
        self.key, self.certificate = self.folder + '/key', self.folder + '/certificate'
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj',
                        '/CN=stand-in', '-keyout', self.key, '-out', self.certificate],
                       check=True, capture_output=True)
        self.tokens = 0
        super().__init__(judge)

    def answer(self, method, path, headers, body):
        parts = path.strip('/').split('/')
        if path == '/cert':
            with open(self.certificate, 'rb') as file:
                return 200, file.read()
        if path == '/v1/oauth2/token':
            right = base64.b64encode(f'client:{SECRET_KEY}'.encode()).decode()
            if headers.get('Authorization') != 'Basic ' + right:
                return 401, {'error': 'invalid_client', 'error_description': 'Client failed'}
            self.tokens += 1
            return 200, {'access_token': 'A21AA-stand-in', 'expires_in': 32400}
        if headers.get('Authorization') != 'Bearer A21AA-stand-in':
            return 401, {'message': 'Authentication failed'}
        told = json.loads(body) if body else {}
        if path.startswith('/v1/reporting/transactions?'):
            return 200, self.statement(urllib.parse.parse_qs(urllib.parse.urlsplit(path).query))
        if path == '/v2/checkout/orders':
            return 201, self.add_order(told)
        if parts[1:3] == ['checkout', 'orders']:
            return self.use_order(method, self.links[parts[3]])
        if parts[1:3] == ['payments', 'captures']:
            return self.refund(parts[3], told)
        if parts[1:3] == ['payments', 'payouts']:
            return self.pay_out(method, parts, told)
        return 404, {'message': 'no such thing'}

    def add_order(self, told):
        name, unit = f'ORDER{next(self.ids)}', told['purchase_units'][0]
        self.links[name] = {'id': name, 'status': 'PAYER_ACTION_REQUIRED', 'unit': unit, 'links': [
            {'rel': 'payer-action', 'href': f'https://paypal.example/{name}'}], 'active': True}
        return self.links[name]

    def use_order(self, method, order):
        if method == 'POST' and order['status'] == 'APPROVED':
            amount, name = order['unit']['amount'], f'CAP{next(self.ids)}'
            capture = {'id': name, 'status': 'COMPLETED', 'amount': amount,
                       'custom_id': order['unit']['custom_id'],
                       'supplementary_data': {'related_ids': {'order_id': order['id']}}}
            self.paid[name] = round(float(amount['value']) * 100)
            order.update(status='COMPLETED', purchase_units=[{'payments': {'captures': [capture]}}])
            self.__dict__.setdefault('captures', {})[name] = capture
        elif method == 'POST':
            return 422, {'name': 'UNPROCESSABLE_ENTITY', 'details': [{
                'issue': 'ORDER_ALREADY_CAPTURED' if order['status'] == 'COMPLETED'
                         else 'ORDER_NOT_APPROVED'}]}
        return 200, {k: v for k, v in order.items() if k != 'unit'}

    def refund(self, capture, told):
        name = f'REF{next(self.ids)}'
        self.refunds[name] = round(float(told['amount']['value']) * 100)
        return 201, {'id': name, 'status': 'COMPLETED', 'amount': told['amount'],
                     'custom_id': told['custom_id'], 'links': [
                         {'rel': 'up', 'href': f'{self.url}/v2/payments/captures/{capture}'}]}

    def statement(self, query):
        """The transactions, one a page; a time of more than 31 days is refused as PayPal does."""
        start, end = (time.mktime(time.strptime(query[name][0], '%Y-%m-%dT%H:%M:%SZ'))
                      for name in ('start_date', 'end_date'))
        assert end - start <= 31 * 86400, query
        at, made = int(query['page'][0]), time.time() - 60
        code = 'T0006', 'T1107'
        all_of = [(name, code[sign < 0], sign * cents) for moved, sign in ((self.paid, 1), (self.refunds, -1))
                  for name, cents in moved.items()] if start <= made <= end else []
        shown = all_of[at - 1:at]
        return {'page': at, 'total_pages': max(len(all_of), 1), 'transaction_details': [
            {'transaction_info': {'transaction_id': name, 'transaction_event_code': kind,
                                  'transaction_status': 'S', 'transaction_initiation_date':
                                  time.strftime('%Y-%m-%dT%H:%M:%S+0000', time.gmtime(made)),
                                  'transaction_amount': {'currency_code': 'USD', 'value': f'{cents / 100:.2f}'}}}
            for name, kind, cents in shown]}

    def pay_out(self, method, parts, told):
        if method == 'GET':
            return 200, {'batch_header': {'payout_batch_id': parts[3], 'batch_status': 'SUCCESS'},
                         'items': [{'transaction_status': 'SUCCESS'}]}
        name = f'BATCH{next(self.ids)}'
        self.payouts[name] = round(float(told['items'][0]['amount']['value']) * 100)
        return 201, {'batch_header': {'payout_batch_id': name, 'batch_status': 'PENDING'}}

    def pay(self, name):
        """The customer agrees: the event of that."""
        with self.mutex:
            self.links[name]['status'] = 'APPROVED'
        return {'id': f'WH-{next(self.ids)}', 'event_type': 'CHECKOUT.ORDER.APPROVED',
                'resource': {'id': name, 'status': 'APPROVED'}}

    def send(self, port, account, event, secret='WH-STANDIN', shift_s=0):
        body = json.dumps(event)
        at = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(time.time() + shift_s))
        text = f'T-{next(self.ids)}|{at}|{secret}|{zlib.crc32(body.encode())}'
        mark = subprocess.run(['openssl', 'dgst', '-sha256', '-sign', self.key], input=text.encode(),
                              check=True, capture_output=True).stdout
        return self.post(port, account, body, {
            'PayPal-Transmission-Id': text.split('|')[0], 'PayPal-Transmission-Time': at,
            'PayPal-Transmission-Sig': base64.b64encode(mark).decode(),
            'PayPal-Cert-Url': self.url + '/cert', 'PayPal-Auth-Algo': 'SHA256withRSA'})

    def close(self):
        super().close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Razorpay(Gateway):
    key_header = 'X-No-Such-Key'  # it has none for links; refunds and payouts are looked up below

    def answer(self, method, path, headers, body):
        where = urllib.parse.urlsplit(path)
        parts = where.path.strip('/').split('/')[1:]
        told = json.loads(body) if body else {}
        right = base64.b64encode(f'rzp_test_1:{SECRET_KEY}'.encode()).decode()
        if headers.get('Authorization') != 'Basic ' + right:
            return 401, {'error': {'description': 'Authentication failed'}}
        once = headers.get('X-Refund-Idempotency') or headers.get('X-Payout-Idempotency')
        if once:
            made = self.__dict__.setdefault('once', {})
            made.setdefault(once, None)
            made[once] = made[once] or (self.refund(parts[1], told) if parts[0] == 'payments'
                                        else self.pay_out(told))
            return 200, made[once]
        if parts[-1] == 'refund':
            return 200, self.refund(parts[1], told)
        if method == 'POST' and parts == ['payment_links']:
            return self.add_link(told)
        if method == 'GET' and len(parts) == 1 and parts[0] != 'payment_links':
            return 200, {'entity': 'collection', 'items': self.statement(parts[0])}
        if parts[0] == 'payment_links' and len(parts) == 1:
            reference = urllib.parse.parse_qs(where.query).get('reference_id', [None])[0]
            return 200, {'payment_links': [one for one in self.links.values()
                                           if one['reference_id'] == reference]}
        if parts[0] == 'payment_links':
            link = self.links[parts[1]]
            if parts[-1] == 'cancel':
                link.update(status='cancelled', active=False)
            return 200, link
        return 404, {'error': {'description': 'no such thing'}}

    def add_link(self, told):
        if any(one['reference_id'] == told['reference_id'] for one in self.links.values()):
            return 400, {'error': {'code': 'BAD_REQUEST_ERROR', 'description':
                                   'payment link with given reference_id already exists'}}
        name = f'plink_{next(self.ids)}'
        self.links[name] = dict(told, id=name, status='created', payments=[], active=True,
                                short_url=f'https://rzp.example/{name}')
        return 200, self.links[name]

    def refund(self, payment, told):
        name = f'rfnd_{next(self.ids)}'
        self.refunds[name] = told['amount']
        return {'id': name, 'payment_id': payment, 'amount': told['amount'], 'currency': 'AED',
                'status': 'processed', 'notes': told['notes']}

    def statement(self, what):
        now = int(time.time()) - 60
        if what == 'payments':
            return [{'id': name, 'amount': amount, 'currency': 'AED', 'status': 'captured', 'created_at': now}
                    for name, amount in self.paid.items()]
        return [dict(one, created_at=now) for one in self.__dict__.get('once', {}).values()
                if one['id'].startswith({'refunds': 'rfnd', 'payouts': 'pout'}[what])]

    def pay_out(self, told):
        name = f'pout_{next(self.ids)}'
        self.payouts[name] = told['amount']
        return dict(told, id=name, status='processed')

    def pay(self, name):
        with self.mutex:
            link, payment = self.links[name], f'pay_{next(self.ids)}'
            made = {'id': payment, 'amount': link['amount'], 'currency': link['currency'],
                    'status': 'captured', 'created_at': int(time.time())}
            self.paid[payment] = link['amount']
            link['payments'].append(dict(made, payment_id=payment, id=None))
            link['status'] = 'paid'
            return {'event': 'payment_link.paid', 'payload': {
                'payment_link': {'entity': {k: v for k, v in link.items() if k != 'payments'}},
                'payment': {'entity': made}}}

    def send(self, port, account, event, secret=SIGNING, shift_s=0):
        body = json.dumps(event)
        mark = hmac.new(secret.encode(), body.encode(), hashlib.sha256).hexdigest()
        return self.post(port, account, body, {'X-Razorpay-Signature': mark})
