#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""When the daemon answers on a real line: once, to all that was written in one breath, with a model
where one is lent, and whatever is killed or taken over meanwhile."""
import json
import pathlib
import queue
import sys
import threading
from http.server import BaseHTTPRequestHandler

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import Server
from house import Cases
from line import Line

WEDDINGS, OURS = 'Do you drive for weddings?', 'Yes, we gladly do.'


class Model:
    """A server that speaks as OpenAI does; each question waits until the test answers it."""

    def __init__(self):
        self.asked = queue.Queue()
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
                answer = queue.Queue()
                model.asked.put((body['messages'][-1]['content'], answer))
                model.stream(self, answer.get())

            def log_message(self, *_):
                pass

        self.server = Server(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server.server_address[1]}/v1'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @staticmethod
    def stream(handler, text):
        choice = {'index': 0, 'delta': {'content': text}, 'finish_reason': 'stop'}
        usage = {'prompt_tokens': 1000, 'completion_tokens': 10, 'total_tokens': 1010}
        handler.send_response(200)
        handler.send_header('Content-Type', 'text/event-stream')
        handler.end_headers()
        for event in {'choices': [choice]}, {'choices': [], 'usage': usage}:
            handler.wfile.write(b'data: ' + json.dumps(event).encode() + b'\n\n')
        handler.wfile.write(b'data: [DONE]\n\n')

    def next_asked(self):
        """What is asked, and the queue that takes the answer."""
        return self.asked.get(timeout=60)


def said(line, number):
    return [m['text'] for m in line.messages(number) if m['direction'] == 'out']


def settled(line, phone):
    def look():
        found = line.of('+' + phone)
        return found if found and not found['busy'] else None
    return line.wait(look)['id']


def start_again(line):
    line.house.kill()
    line.house.start()
    line.listen()


def burst(line, cases):
    phone = '971500000001'
    for text in 'Hello', 'I need a car from Binary Tower to Dubai Mall', 'my name is Jeffrey':
        line.meta.say(text, phone)
    cases.check(line.of('+' + phone)['busy'], 'what is not answered yet is seen')
    line.graph.next_said()
    told = said(line, settled(line, phone))
    cases.check(len(told) == 1, 'three messages in one breath get one answer', told)


def killed_while_quiet(line, cases):
    phone = '971500000002'
    line.meta.say('Do you have child seats?', phone)
    start_again(line)
    line.graph.next_said()
    told = said(line, settled(line, phone))
    cases.check(len(told) == 1, 'what waited when the daemon was killed is answered once', told)


def killed_while_asked(line, cases, model):
    phone = '971500000003'
    line.meta.say(WEDDINGS, phone)
    first, late = model.next_asked()
    start_again(line)
    second, answer = model.next_asked()
    cases.check(WEDDINGS in first and WEDDINGS in second, 'a daemon that was killed asks again',
                [first, second])
    late.put('nobody hears this')
    answer.put(OURS)
    line.graph.next_said()
    number = settled(line, phone)
    cases.check(said(line, number) == [OURS], 'and says the answer once', said(line, number))
    reasons(line, cases, number)


def reasons(line, cases, number):
    message = next(m['id'] for m in line.messages(number) if m['direction'] == 'out')
    told = line.house.ctl('why', str(message)).stdout
    for part in ('station: assistant', 'rule: a model answered', 'prompts:', 'cost: 0.02 USD'):
        cases.check(part in told, f'its reasons have “{part}”', told)
    calls = [c for c in line.records('ai-call') if c.get('message') == message]
    cases.check(len(calls) == 1, 'the call is linked to the message', calls)


def written_on(line, cases, model):
    phone = '971500000004'
    line.meta.say('Do you drive to the beach?', phone)
    late = model.next_asked()[1]
    line.meta.say('In a white car?', phone)
    both, answer = model.next_asked()
    cases.check('beach' in both and 'In a white car?' in both, 'who writes on is asked for as a whole',
                both)
    late.put('nobody hears this')
    answer.put(OURS)
    line.graph.next_said()
    told = said(line, settled(line, phone))
    cases.check(told == [OURS], 'and answered once', told)


def taken_over(line, cases, model):
    phone = '971500000005'
    line.meta.say('Do you drive at night?', phone)
    late = model.next_asked()[1]
    number = line.of('+' + phone)['id']
    line.send(number, 'I will ask.')
    line.graph.next_said()
    late.put('nobody hears this')
    told = said(line, settled(line, phone))
    cases.check(told == ['I will ask.'], 'a person in the middle silences the assistant', told)


def main():
    line, cases, model = Line(*sys.argv[1:4], quiet='1s'), Cases(), Model()
    try:
        burst(line, cases)
        killed_while_quiet(line, cases)
        lent = line.house.ctl('save', 'provider', 'name=Lent', 'family=openai', 'model=small',
                              'base=' + model.url, 'enabled=yes', 'currency=USD', 'price-in=20',
                              'price-out=20')
        assert lent.returncode == 0, lent
        killed_while_asked(line, cases, model)
        written_on(line, cases, model)
        taken_over(line, cases, model)
    finally:
        errors = line.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and
                'runtime error' not in errors, 'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
