#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of OpenAI, judged by the vendor's own description of it.

contract-models.py MODEL-CLI SOURCE BUILD: requests of every shape go to a strict server made from
../shared/vendor's specification. Skips with a word where the vendor folder, npm or Node 20.15 is
absent.
"""
import http.client
import json
import os
import pathlib
import subprocess
import sys

CLI, SOURCE, BUILD = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
sys.path.insert(0, str(SOURCE / 'tests' / 'bus'))
from house import Cases
from line import free_port
from npm import find_packages, skip

VENDOR = SOURCE.parent / 'shared' / 'vendor'
OWN = 'https://api.openai.com/v1'
FORM = {'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object', 'properties': {
    'day': {'type': 'string', 'format': 'date', 'description': 'The day'},
    'cars': {'type': 'array', 'items': {'type': 'string', 'enum': ['sedan', 'van']}}},
    'required': ['day'], 'additionalProperties': False}
TOOL = {'name': 'prices', 'description': 'What things cost.', 'form': FORM}
ASKED = {'role': 'user', 'text': 'How much is it?'}
CALLED = {'role': 'assistant', 'text': '', 'calls': [
    {'id': 'c1', 'name': 'prices', 'arguments': '{"day":"2026-11-21"}'}]}
TOLD = {'role': 'tool', 'id': 'c1', 'name': 'prices', 'text': '{"minor":4500}'}
REQUESTS = {
    'a bare question': {'said': [ASKED]},
    'a question with a system text': {'system': 'Be brief.', 'said': [ASKED]},
    'settings': {'said': [ASKED], 'temperature': 700, 'max': 300},
    'tools': {'said': [ASKED], 'tools': [TOOL, dict(TOOL, name='hours')]},
    'a tool without arguments': {'said': [ASKED], 'tools': [
        {'name': 'hand-over', 'description': 'x', 'form': {'type': 'object', 'properties': {}}}]},
    'a call and its result': {'said': [ASKED, CALLED, TOLD], 'tools': [TOOL]},
    'a form': {'said': [ASKED], 'form': FORM},
    'a strict form': {'said': [ASKED], 'form': dict(FORM, required=['day', 'cars'])},
    'everything at once': {'system': 'Be brief.', 'said': [ASKED, CALLED, TOLD, dict(ASKED, text='Größe 👍')],
                           'tools': [TOOL], 'form': FORM, 'temperature': 0, 'max': 1},
}


def ask_cli(arguments, request):
    run = subprocess.run([CLI, *arguments], input=json.dumps(request), capture_output=True, text=True,
                         timeout=60)
    return json.loads(run.stdout) if run.returncode == 0 else {'failed': run.stderr}


class Judge:
    """The strict server."""

    def __init__(self, packages):
        self.port = free_port()
        self.process = subprocess.Popen(
            ['node', str(VENDOR / 'openapi_mock.mjs'), str(VENDOR / 'specs' / 'openai.clean.json'),
             str(self.port)], env=dict(os.environ, NPM_DIR=str(packages) + '/', BASE_PATH='/v1'),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        first = self.process.stderr.readline()
        assert first.startswith('listening'), first + self.process.stderr.read()

    def ask(self, headers, body):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        connection.request('POST', '/v1/chat/completions', body,
                           dict(headers, **{'Content-Type': 'application/json'}))
        answer = connection.getresponse()
        told = answer.status, answer.read().decode()
        connection.close()
        return told

    def heard(self):
        """The next request that came, as the server tells it."""
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.terminate()
        self.process.communicate()


def control(judge, cases):
    """A judge that lets everything pass is none."""
    fine = {'model': 'm', 'messages': [{'role': 'user', 'content': 'x'}]}
    for what, wrong in (('a text for a number', {'temperature': 'warm'}),
                        ('a tool without a name', {'tools': [{'type': 'function', 'function': {}}]}),
                        ('an unknown form', {'response_format': {'type': 'poem'}}),
                        ('no messages', {'messages': []})):
        told = judge.ask({'Authorization': 'Bearer k'}, json.dumps(dict(fine, **wrong)))
        judge.heard()
        cases.check(told[0] == 400, f'the judge refuses {what}', told)


def letters(judge, cases):
    for base in (OWN, 'http://127.0.0.1/v1'):
        for what, request in REQUESTS.items():
            letter = ask_cli(['--write', 'openai', base, 'gpt-4.1-mini', 'test-key'], request)
            told = judge.ask(letter['headers'], letter['body'].encode())
            judge.heard()
            cases.check(told[0] == 200, f'{what} passes, to {base.split("/")[2]}', (told, letter['body']))


def on_the_wire(judge, cases):
    """Once as the daemon sends it; the judge's answer has no choices and is none."""
    request = REQUESTS['everything at once']
    told = ask_cli(['openai', f'http://127.0.0.1:{judge.port}/v1', 'gpt-4.1-mini', 'test-key'], request)
    heard = judge.heard()
    cases.check(heard['code'] == 200 and not heard['errs'], 'what goes over the wire passes', heard)
    cases.check(heard['headers'].get('authorization') == 'Bearer test-key', 'the key is where it belongs', heard)
    cases.check('half-way' in told.get('error', ''), 'an answer without choices is none', told)


def main():
    if not (VENDOR / 'openapi_mock.mjs').exists():
        skip('vendor')
    judge, cases = Judge(find_packages(BUILD)), Cases()
    try:
        control(judge, cases)
        letters(judge, cases)
        on_the_wire(judge, cases)
    finally:
        judge.close()
    return cases.end()


sys.exit(main())
