# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for Meta's Graph on loopback, and a sender of signed webhooks."""
import hashlib
import hmac
import http.client
import itertools
import json
import queue
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET, TOKEN, VERIFY, NUMBER, ACCOUNT = 'test-app-secret', 'test-token', 'test-verify', '106540352242922', '102290129340398'
NUMBER_FACTS = {'verified_name': 'Pearl Chauffeurs', 'display_phone_number': '+1 555-078-3881',
                'quality_rating': 'GREEN', 'status': 'CONNECTED', 'messaging_limit_tier': 'TIER_1K',
                'throughput': {'level': 'STANDARD'}, 'id': NUMBER}


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A daemon that was killed hangs up: no news."""


class Graph:
    """Answers as Meta does. @answer: called with (method, path, body); None or (status, json)."""

    def __init__(self, answer=None, port=0):
        self.answer, self.requests, self.ids = answer, queue.Queue(), itertools.count(1)
        self.files, self.wires = {}, []
        graph = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def setup(self):
                super().setup()
                graph.wires.append(self.connection)

            def handle_all(self):
                body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
                graph.requests.put((self.command, self.path, dict(self.headers), body))
                told = graph.judge(self.command, self.path, self.headers, body)
                if told == 'hang up':
                    self.close_connection = True
                    return
                status, answer = told
                raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                self.send_header('Content-Type', 'application/json')
                self.send_header('Content-Length', str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            do_GET = do_POST = do_DELETE = handle_all

            def log_message(self, *_):
                pass

        self.server = Server(('127.0.0.1', port), Handler)
        self.port = self.server.server_address[1]
        self.url = f'http://127.0.0.1:{self.port}'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def judge(self, method, path, headers, body):
        told = self.answer(method, path, body) if self.answer else None
        return told or self.usual(method, path, body)

    def usual(self, method, path, body):
        where = path.split('?')[0].strip('/').split('/')
        if where[0] == 'file':
            return (200, self.files[where[1]]) if where[1] in self.files else (404, {})
        if method == 'GET' and where[-1] == NUMBER:
            return 200, NUMBER_FACTS
        if method == 'GET' and where[-1] == 'subscribed_apps':
            return 200, {'data': [{'whatsapp_business_api_data': {'id': '42', 'name': 'Kontor'}}]}
        if method == 'GET' and where[-1] in self.files:
            content = self.files[where[-1]]
            return 200, {'url': f'{self.url}/file/{where[-1]}', 'id': where[-1],
                         'sha256': hashlib.sha256(content).hexdigest(), 'file_size': str(len(content))}
        if where[-1] == 'media':
            return 200, {'id': str(900000 + next(self.ids))}
        if where[-1] == 'messages' and b'"status":"read"' in body:
            return 200, {'success': True}
        if where[-1] == 'messages':
            to = json.loads(body).get('to', '')
            return 200, {'messaging_product': 'whatsapp', 'contacts': [{'input': to, 'wa_id': to}],
                         'messages': [{'id': f'wamid.OUT{next(self.ids)}'}]}
        return 404, {'error': {'message': 'Unsupported request', 'type': 'GraphMethodException', 'code': 100}}

    def next_request(self, wanted='/messages', timeout=60):
        """The next request whose path has @wanted; others are passed over."""
        while True:
            method, path, headers, body = self.requests.get(timeout=timeout)
            if wanted in path:
                return method, path, headers, json.loads(body) if body[:1] == b'{' else body

    def next_said(self, timeout=60):
        """The next message that was said, leaving out read receipts."""
        while True:
            body = self.next_request('/messages', timeout)[3]
            if 'status' not in body:
                return body

    def close(self):
        """Nobody listens any more, and who was connected is cut off."""
        self.server.shutdown()
        self.server.server_close()
        for wire in self.wires:
            try:
                wire.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def sign(body, secret=SECRET):
    return 'sha256=' + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


class Meta:
    """Posts webhooks to a channel's address."""

    def __init__(self, port, channel):
        self.port, self.path = port, '/cloud/' + channel
        self.ids = itertools.count(1)

    def ask(self, method, body=None, headers=None, query=''):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        connection.request(method, self.path + query, body, headers or {})
        answer = connection.getresponse()
        status, text = answer.status, answer.read()
        connection.close()
        return status, text

    def post(self, payload, **kwargs):
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        return self.ask('POST', body, {'X-Hub-Signature-256': sign(body, **kwargs),
                                       'Content-Type': 'application/json'})[0]

    def value(self, value, field='messages'):
        return self.post({'object': 'whatsapp_business_account', 'entry': [
            {'id': ACCOUNT, 'changes': [{'field': field, 'value': value}]}]})

    def messages(self, messages, sender='16505551234', name='Sheena Nelson', **contact):
        return self.value({
            'messaging_product': 'whatsapp',
            'metadata': {'display_phone_number': '15550783881', 'phone_number_id': NUMBER},
            'contacts': [dict({'profile': {'name': name}, 'wa_id': sender}, **contact)],
            'messages': messages})

    def message(self, content, sender='16505551234', wamid=None, **more):
        return dict({'from': sender, 'id': wamid or f'wamid.IN{next(self.ids)}',
                     'timestamp': '1749416383'}, **content, **more)

    def say(self, text, sender='16505551234', wamid=None, **kwargs):
        return self.messages([self.message({'type': 'text', 'text': {'body': text}}, sender, wamid)],
                             sender, **kwargs)

    def statuses(self, statuses):
        return self.value({
            'messaging_product': 'whatsapp',
            'metadata': {'display_phone_number': '15550783881', 'phone_number_id': NUMBER},
            'statuses': statuses})

    def status(self, wamid, state, **more):
        return self.statuses([dict({'id': wamid, 'status': state, 'timestamp': '1750030073',
                                    'recipient_id': '16505551234'}, **more)])
