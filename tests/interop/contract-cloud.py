#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the daemon asks of the Graph, judged by the vendor's own description of it.

contract-cloud.py KONTORD KONTORCTL SOURCE BUILD: each request goes through a strict server made from
../shared/vendor's specification before the stand-in answers it. Skips with a word where the vendor
folder, npm or Node 20.15 is absent. BUILD keeps what npm brings.

The specification leaves what a path's last part is to its name, so the ids of the test take the
places of {Phone-Number-ID} and {WABA-ID}; and the query of a list of templates, which it names in
its text alone, is added.
"""
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import urllib.parse

SOURCE, BUILD = pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
sys.path.insert(0, str(SOURCE / 'tests' / 'bus'))
from graph import ACCOUNT, NUMBER, Graph
from house import Cases
from line import PATIENCE_S, Line, free_port

VENDOR = SOURCE.parent / 'shared' / 'vendor'
PACKAGES = ['ajv@8.20.0', 'ajv-formats@3.0.1', 'qs@6.14.0']
LIST_QUERY = ['fields', 'limit', 'after', 'status']
BUTTONS = [{'id': 'yes', 'title': 'Yes'}, {'id': 'no', 'title': 'No'}]
SECTIONS = [{'title': 'Cars', 'rows': [{'id': 's', 'title': 'Sedan', 'description': 'Three seats'},
                                       {'id': 'v', 'title': 'Van'}]}]
TEMPLATE = {'name': 'order_confirmation', 'language': 'en_US'}
BODY = {'type': 'BODY', 'text': 'Your car for {{1}} is confirmed.', 'example': {'body_text': [['Friday']]}}
SUBMITTED = {
    'trip_ready': [BODY],
    'trip_soon': [{'type': 'HEADER', 'format': 'TEXT', 'text': 'Your trip'}, BODY,
                  {'type': 'FOOTER', 'text': 'Pearl'},
                  {'type': 'BUTTONS', 'buttons': [{'type': 'QUICK_REPLY', 'text': 'Fine'}]}],
}
FILES = {
    'image': ('car.png', b'\x89PNG\r\n\x1a\n' + bytes(64)),
    'video': ('car.mp4', b'\0\0\0\x20ftypisom' + bytes(64)),
    'audio': ('horn.mp3', b'ID3\x03' + bytes(64)),
    'voice': ('voice.ogg', b'OggS' + bytes(64)),
    'document': ('bill.pdf', b'%PDF-1.4\n' + bytes(64)),
    'sticker': ('smile.webp', b'RIFF\x24\0\0\0WEBPVP8 ' + bytes(64)),
}


def skip(word):
    print(f'1..0 # SKIP {word}')
    sys.exit(0)


def is_new_enough(version):
    return [int(part) for part in version.lstrip('v').split('.')[:2]] >= [20, 15]


def find_tools():
    if not (VENDOR / 'openapi_mock.mjs').exists():
        skip('vendor')
    if not shutil.which('node') or not shutil.which('npm'):
        skip('npm')
    version = subprocess.run(['node', '--version'], capture_output=True, text=True).stdout.strip()
    if not is_new_enough(version):
        skip('Node')
    packages = BUILD / 'npm-openapi'
    if not (packages / 'node_modules' / 'ajv-formats').exists():
        packages.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefix',
                               str(packages), *PACKAGES], capture_output=True, cwd=packages)
        if done.returncode != 0:
            skip('npm')
    return packages


def sharpen():
    spec = json.loads((VENDOR / 'specs' / 'whatsapp-cloud-v23.clean.json').read_text())
    spec['paths'] = {path.replace('{Phone-Number-ID}', NUMBER).replace('{WABA-ID}', ACCOUNT): operations
                     for path, operations in spec['paths'].items()}
    listing = spec['paths'][f'/{{Version}}/{ACCOUNT}/message_templates']['get']
    listing['parameters'] += [{'name': name, 'in': 'query'} for name in LIST_QUERY]
    path = BUILD / 'whatsapp-cloud.json'
    path.write_text(json.dumps(spec))
    return path


class Judge:
    """The strict server."""

    def __init__(self, packages):
        self.port = free_port()
        self.process = subprocess.Popen(
            ['node', str(VENDOR / 'openapi_mock.mjs'), str(sharpen()), str(self.port)],
            env=dict(os.environ, NPM_DIR=str(packages) + '/'), stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)
        first = self.process.stderr.readline()
        assert first.startswith('listening'), first + self.process.stderr.read()

    def ask(self, method, path, headers, body):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        told = answer.status, answer.read()
        connection.close()
        return told

    def close(self):
        self.process.terminate()
        self.process.communicate()


class JudgedGraph(Graph):
    """Answers as the stand-in does, after the judge has agreed."""

    def __init__(self, judge):
        self.judged, self.refused, self.heard = [], [], threading.Condition()
        self.shelf = {}
        self.strict = judge
        super().__init__()

    def usual(self, method, path, body):
        """Meta's list of templates, besides what the stand-in does."""
        if 'message_templates' not in path:
            return super().usual(method, path, body)
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)
        if method == 'POST':
            told = json.loads(body)
            self.shelf[told['name']] = dict(told, id=str(77001 + len(self.shelf)), status='PENDING')
            return 200, {'id': self.shelf[told['name']]['id'], 'status': 'PENDING',
                         'category': told['category']}
        if method == 'DELETE':
            self.shelf.pop(query['name'][0], None)
            return 200, {'success': True}
        return 200, {'data': list(self.shelf.values()), 'paging': {}}

    def judge(self, method, path, headers, body):
        if path.startswith('/file/'):
            return self.usual(method, path, body)
        passed = {name: value for name, value in headers.items()
                  if name.lower() in ('content-type', 'authorization', 'user-agent')}
        status, said = self.strict.ask(method, path, passed, body)
        with self.heard:
            self.judged.append((method, path, body))
            self.heard.notify_all()
            if status != 200:
                self.refused.append((method, path, body[:1500], status, said))
        return self.usual(method, path, body) if status == 200 else (400, {'error': {
            'message': '(#100) ' + said.decode(), 'type': 'OAuthException', 'code': 100}})

    def wait_judged(self, wanted, part):
        def is_there():
            return any(method == wanted and part in path for method, path, _ in self.judged)
        with self.heard:
            return self.heard.wait_for(is_there, PATIENCE_S)


def control(judge, cases):
    """A judge that lets everything pass is none."""
    headers = {'Content-Type': 'application/json', 'Authorization': 'Bearer test-token'}
    for what, wrong in (('a number as text', {'to': '1', 'type': 'text', 'text': {'body': 5}}),
                        ('an unknown type', {'to': '1', 'type': 'hologram'}),
                        ('a button without a title', {'to': '1', 'type': 'interactive', 'interactive': {
                            'type': 'button', 'body': {'text': 'x'}, 'action': {
                                'buttons': [{'type': 'reply', 'reply': {'id': 'y'}}]}}})):
        body = json.dumps(dict(wrong, messaging_product='whatsapp')).encode()
        told = judge.ask('POST', f'/v26.0/{NUMBER}/messages', headers, body)
        cases.check(told[0] == 400, f'the judge refuses {what}', told)
    told = judge.ask('GET', f'/v26.0/{NUMBER}/subscribed_app', headers, None)
    cases.check(told[0] == 404, 'the judge refuses what the Graph does not know', told)


class Contract:
    def __init__(self, line, cases):
        self.line, self.cases = line, cases
        self.conversation = line.meet('16505551234')
        line.call('Inbox', 'MarkRead', '(x)', self.conversation)
        line.call('Inbox', 'Typing', '(x)', self.conversation)
        self.came = line.messages(self.conversation)[0]['id']
        self.folder = pathlib.Path(line.house.folder, 'files')
        self.folder.mkdir()

    def says(self, what, text='', **options):
        number = self.line.send(self.conversation, text, **options)
        message = self.line.wait_message(self.conversation, number, 'sent', 'failed', 'unknown')
        self.cases.check(message['state'] == 'sent', f'{what} passes', message['reason'])
        return number

    def holds(self, what, kind, text, body, **options):
        return self.says(what, text, kind=kind, body=json.dumps(body), **options)

    def texts(self):
        first = self.says('a text', 'Good morning')
        self.holds('a text with a preview', 'text', 'See https://example.com', {'preview': True})
        self.says('a reply', 'As you said', about=self.came)
        self.holds('a reaction', 'reaction', '', {'emoji': '👍'}, about=self.came)
        self.holds('a reaction taken back', 'reaction', '', {'emoji': ''}, about=self.came)
        return first

    def files(self):
        for kind, (name, content) in FILES.items():
            path = self.folder / name
            path.write_bytes(content)
            caption = 'As promised' if kind in ('image', 'video', 'document') else ''
            self.says(f'a file: {kind}', caption, kind=kind, file=str(path))
        uploads = [path for method, path, _ in self.line.graph.judged if path.endswith('/media')]
        self.cases.check(len(uploads) == len(FILES), 'each file was uploaded once', uploads)

    def places(self):
        self.holds('a location', 'location', '', {'latitude': 25.1, 'longitude': 55.2, 'name': 'Burj',
                                                  'address': 'Dubai'})
        self.holds('a contact card', 'contacts', '', {'contacts': [
            {'name': 'Anna', 'phones': ['+971501234567']}]})

    def choices(self):
        self.holds('buttons', 'buttons', 'Shall I?', {'buttons': BUTTONS, 'header': 'Car', 'footer': 'K'})
        self.holds('a list', 'list', 'Which?', {'button': 'Choose', 'sections': SECTIONS})
        self.holds('a button with an address', 'url-button', 'Pay here',
                   {'title': 'Pay', 'url': 'https://example.com/pay'})
        self.holds('a request for a location', 'location-request', 'Where are you?', {})

    def templates(self):
        self.holds('a bare template', 'template', '', TEMPLATE)
        self.holds('a template with positions', 'template', '', dict(TEMPLATE, body=['Anna', '12']))
        self.holds('a template with names', 'template', '',
                   dict(TEMPLATE, header='Anna', body={'name': 'Anna', 'count': '12'}))
        for file in ('image', 'video', 'document'):
            self.holds(f'a template with a header: {file}', 'template', '',
                       dict(TEMPLATE, header={file: '900001'}, body=['Anna']))
        self.holds('a template with buttons', 'template', '', dict(TEMPLATE, buttons=[
            {'index': 0, 'type': 'url', 'value': 'tail'},
            {'index': 1, 'type': 'quick-reply', 'value': 'payload'},
            {'index': 2, 'type': 'copy-code', 'value': 'SAVE10'}]))

    def templates_at_meta(self):
        def states():
            return {t['name']: (t['state'], t.get('reason', ''), t['id'])
                    for t in self.line.records('template')}
        for name, components in SUBMITTED.items():
            told = {'channel': 'CH2', 'name': name, 'language': 'en_US', 'category': 'UTILITY',
                    'components': json.dumps(components)}
            self.line.house.ctl('do', 'submit-template', *[f'{n}={v}' for n, v in told.items()])
            state = self.line.wait(lambda: states().get(name, ('submitting',))[0] in (
                'pending', 'approved', 'failed') and states()[name])
            self.cases.check(state[0] == 'pending', f'a template is submitted: {name}', state)
        self.line.house.ctl('do', 'delete-template', 'template=' + states()['trip_ready'][2])
        self.line.wait(lambda: 'trip_ready' not in states())
        self.line.house.ctl('do', 'refresh-templates', 'channel=CH2')
        for wanted in ('GET', 'POST', 'DELETE'):
            was_judged = self.line.graph.wait_judged(wanted, 'message_templates')
            self.cases.check(was_judged, f'{wanted} of templates was judged',
                             [(method, path) for method, path, _ in self.line.graph.judged])

    def media_in(self):
        self.line.graph.files['700001'] = b'\xff\xd8\xff picture'
        self.line.meta.messages([self.line.meta.message(
            {'type': 'image', 'image': {'id': '700001', 'mime_type': 'image/jpeg'}})])
        self.line.wait(lambda: [m for m in self.line.messages(self.conversation)
                                if m.get('media-state') == 'here'])
        self.cases.check(True, 'the address of a file is asked for')

    def line_itself(self):
        steps = self.line.steps()
        self.cases.check(all(step['fine'] for step in steps), 'the test of the line passes', steps)

    def all_asked(self):
        asked = [(method, path.split('?')[0]) for method, path, _ in self.line.graph.judged]
        for method, path in (('GET', NUMBER), ('GET', f'{ACCOUNT}/subscribed_apps'),
                             ('POST', f'{NUMBER}/media'), ('GET', '700001')):
            self.cases.check((method, '/v26.0/' + path) in asked, f'{method} {path} was judged')
        bodies = [body for _, path, body in self.line.graph.judged if path.endswith('/messages')]
        self.cases.check(sum(b'"status":"read"' in b for b in bodies) == 2 and
                         sum(b'"typing_indicator"' in b for b in bodies) == 1,
                         'a read receipt and typing were judged')
        self.cases.check(not self.line.graph.refused, 'nothing was refused',
                         '\n'.join(map(str, self.line.graph.refused)))


def play(judge, cases):
    line = Line(*sys.argv[1:4], graph=JudgedGraph(judge))
    try:
        contract = Contract(line, cases)
        for part in (contract.texts, contract.files, contract.places, contract.choices,
                     contract.templates, contract.templates_at_meta, contract.media_in,
                     contract.line_itself, contract.all_asked):
            part()
    finally:
        errors = line.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors, 'the daemon made no fuss', errors)


def main():
    judge, cases = Judge(find_tools()), Cases()
    try:
        control(judge, cases)
        play(judge, cases)
    finally:
        judge.close()
    return cases.end()


sys.exit(main())
