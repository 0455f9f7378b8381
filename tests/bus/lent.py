# SPDX-License-Identifier: GPL-3.0-or-later
"""A model for tests of the bus: it does what the last thing it is told asks for."""
import json
import threading
from http.server import BaseHTTPRequestHandler

from graph import Server

WISH = ("I'd love a lift from Binary Tower over to Emirates Financial Tower in three days nine-ish, "
        "Jeffrey's the name, the five series if you have it")
VALUES = {'service': 'chauffeur', 'pickup': 'Binary Tower', 'dropoff': 'Emirates Financial Tower',
          'name': 'Jeffrey', 'vehicle': 'BMW 5 Series', 'date': 'in three days', 'time': '09:00'}


class Model:
    """A server that speaks as OpenAI does, and does what the last thing it is told asks for."""

    def __init__(self):
        self.asked, self.hanging = [], threading.Event()
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
                model.asked.append(body)
                self.send_response(200)
                self.send_header('Content-Type', 'text/event-stream')
                self.end_headers()
                model.answer(body['messages'], self.wfile)

            def log_message(self, *_):
                pass

        self.server = Server(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server.server_address[1]}/v1'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, messages, out):
        system, last = messages[0]['content'], messages[-1]
        if last['role'] == 'tool':
            self.say(out, 'With ', 'pleasure.')
        elif 'a lift' in last['content']:
            self.call(out, 'collect', VALUES)
        elif 'child seats' in last['content']:
            self.write(out, {'choices': [{'index': 0, 'delta': {'content': 'Half of an'}}]})
        elif 'wait for ever' in last['content']:
            self.write(out, {'choices': [{'index': 0, 'delta': {'content': 'One'}}]})
            self.hanging.wait(60)
        elif 'cheap' in last['content']:
            self.say(out, 'For you it is 90 % off.')
        elif 'yes please' in last['content']:
            self.call(out, 'confirm', {})
        else:
            self.say(out, 'Ahoy!' if 'pirate' in system else 'Good day.')

    @staticmethod
    def write(out, event):
        out.write(b'data: ' + json.dumps(event).encode() + b'\n\n')
        out.flush()

    def end(self, out, reason):
        self.write(out, {'choices': [{'index': 0, 'delta': {}, 'finish_reason': reason}]})
        self.write(out, {'choices': [], 'usage': {'prompt_tokens': 1000, 'completion_tokens': 100,
                                                  'total_tokens': 1100}})
        out.write(b'data: [DONE]\n\n')

    def say(self, out, *pieces):
        for piece in pieces:
            self.write(out, {'choices': [{'index': 0, 'delta': {'content': piece}}]})
        self.end(out, 'stop')

    def call(self, out, name, arguments):
        function = {'name': name, 'arguments': json.dumps(arguments)}
        self.write(out, {'choices': [{'index': 0, 'delta': {'tool_calls': [
            {'index': 0, 'id': 'c1', 'type': 'function', 'function': function}]}}]})
        self.end(out, 'tool_calls')

    def lend(self, house):
        done = house.ctl('save', 'provider', 'name=Lent', 'family=openai', 'model=small',
                         'base=' + self.url, 'enabled=yes', 'currency=USD', 'price-in=20',
                         'price-out=100')
        assert done.returncode == 0, done
