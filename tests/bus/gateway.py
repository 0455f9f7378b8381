# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-ins for payment gateways on loopback: they take money, tell of it by signed webhooks and when
asked, and count what came and went, so that a ledger can be compared."""
import hashlib
import hmac
import http.client
import itertools
import json
import threading
import time
import urllib.parse
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
        if method == 'GET' and parts == ['refunds']:
            found = [r for r in self.made.values() if r['payment_intent'] == query['payment_intent'][0]]
            return 200, {'object': 'list', 'data': found, 'has_more': False}
        if method == 'GET':
            return 200, {'object': 'list', 'data': [], 'has_more': False}
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
        return dict(made, status='paid') if what == 'payouts' else made

    def list_events(self, query):
        """Two a page, so that pages are turned; the latest first."""
        types = set(query.get('types[]', []))
        found = [e for e in reversed(self.events) if e['type'] in types]
        after = query.get('starting_after', [None])[0]
        if after:
            found = found[[e['id'] for e in found].index(after) + 1:]
        return {'object': 'list', 'data': found[:2], 'has_more': len(found) > 2}

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
