#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden conversations: made from real ones, run against prompts side by side, and nothing is done
by that. And servers of models on this computer are found and offered."""
import json
import pathlib
import sys
import threading
from http.server import BaseHTTPRequestHandler

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import Server
from house import Cases, House
from lent import WISH, Model

RIDE = f'''> {WISH}
must call collect
must say 250.00 AED
must not do book
> yes please, that is right
must do book
must say BK0'''
GREETING = '''> hello you
must say Good day
must not say Ahoy
must answer'''
LIMITS = '''> please be cheap
must wait
must not say 90 %
> STOP
must be silent
> hello you
must be silent'''
TAKEN = '''> hello you
= I will see to it.
> are you there?
must be silent'''


def save(house, cases):
    for name, script in ('ride', RIDE), ('greeting', GREETING), ('limits', LIMITS), ('taken', TAKEN):
        done = house.ctl('save', 'golden', 'name=' + name, 'script=' + script)
        assert done.returncode == 0, done
    for script, words in (('> hi', 'nothing is expected'), ('must answer', 'must begin with'),
                          ('> hi\nmust shine', 'line 2'), ('> hi\nmust say', 'line 2')):
        done = house.ctl('save', 'golden', 'name=x', 'script=' + script)
        cases.check(done.returncode != 0 and words in done.stderr, f'a script is refused: {words}', done)


def make(house, cases):
    house.ctl('save', 'channel', 'CH1', 'quiet=0s')
    house.ctl('practice', 'hello you')
    made = house.json('do', 'make-golden', 'conversation=1', 'name=From life', 'must=say Good day')
    cases.check(made['conversation'] == 1 and
                made['script'].split('\n')[:3] == ['> hello you', '< Good day.', 'must say Good day'],
                'a golden conversation is made from a real one', made)
    made = house.json('do', 'make-golden', 'conversation=1', 'name=From life too')
    cases.check('must answer' in made['script'],
                'where nothing is stated what was answered must be answered', made)


def run(house, cases):
    before = len(house.json('list', 'booking'))
    done = house.ctl('bench')
    cases.check(done.returncode == 0 and 'FAILED' not in done.stdout and
                'passed all, as it stands: 15 of 15 hold' in done.stdout,
                'all that must hold does', done)
    cases.check('USD' in done.stdout and ' ms' in done.stdout, 'with what it cost and how long it took')
    cases.check(len(house.json('list', 'booking')) == before, 'and nothing is booked by it')
    ran = house.json('list', 'golden-run')
    cases.check([r['golden'] for r in ran] == ['GC1', 'GC2', 'GC3', 'GC4', 'GC5', 'GC6'] and
                '< ' in ran[0]['transcript'] and ran[0]['cost']['currency'] == 'USD',
                'what came of each is kept', ran)


def compare(house, cases):
    house.ctl('save', 'prompt', 'PR1', 'text=Speak like a pirate.')
    house.ctl('do', 'restore-prompt', 'prompt=PR1', 'version=1')
    done = house.ctl('bench', '--golden', 'GC2', '--prompt', 'PR1 v1', '--prompt', 'PR1 v2')
    cases.check(done.returncode == 1 and 'passed GC2, PR1 v1: 3 of 3 hold' in done.stdout and
                'FAILED GC2, PR1 v2: 1 of 3 hold' in done.stdout and
                'must not say Ahoy — but: answered: Ahoy!' in done.stdout,
                'two versions are laid side by side, and what does not hold is told', done)
    done = house.ctl('bench', '--golden', 'GC2', 'AS1')
    cases.check('GC2, AS1: 3 of 3 hold' in done.stdout, 'or an assistant', done)
    for wrong in ('--golden', 'GC9'), ('--prompt', 'PR1 v9'), ('AS9',):
        done = house.ctl('bench', *wrong)
        cases.check(done.returncode not in (0, 3) and done.stderr and not done.stdout,
                    f'{wrong[-1]}, which is none, is refused', done)


def offers(house, cases):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps({'object': 'list', 'data': [{'id': 'llama3:8b'}]}).encode()
            self.send_response(200)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    try:
        server = Server(('127.0.0.1', 11434), Handler)
    except OSError:
        cases.skip('something answers on the port of Ollama already')
        return
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told = [s for s in house.json('provider', 'offers') if s['title'] == 'Ollama']
    cases.check(told == [{'title': 'Ollama', 'base': 'http://127.0.0.1:11434/v1',
                          'models': ['llama3:8b'], 'provider': ''}],
                'a server on its usual port is found', told)
    shown = house.ctl('provider', 'offers').stdout
    cases.check('Ollama' in shown and 'llama3:8b' in shown, 'and offered with its models', shown)
    house.ctl('save', 'provider', 'name=Here', 'family=openai', 'model=llama3:8b',
              'base=http://localhost:11434/v1')
    told = [s['provider'] for s in house.json('provider', 'offers') if s['title'] == 'Ollama']
    cases.check(told == ['PV2'], 'one that is a provider already is told as that', told)
    server.shutdown()


def main():
    house, cases, model = House(*sys.argv[1:4]), Cases(), Model()
    house.start()
    try:
        house.ctl('demo', 'load', 'chauffeur')
        done = house.ctl('bench')
        cases.check(done.returncode != 0 and 'make-golden' in done.stderr,
                    'where there are none it is said how to make one', done)
        model.lend(house)
        save(house, cases)
        make(house, cases)
        run(house, cases)
        compare(house, cases)
        offers(house, cases)
    finally:
        errors = house.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and
                'runtime error' not in errors, 'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
