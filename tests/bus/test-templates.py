#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates: submitted, read by Meta, approved or not, sent, and deleted again. Meta's list of them
is a stand-in's; what the daemon shows must follow it."""
import json
import pathlib
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from line import refusal, run

BODY = [{'type': 'BODY', 'text': 'Your car for {{1}} is confirmed.',
         'example': {'body_text': [['Friday']]}}]


class Shelf:
    """What Meta has. @refuse: code → the next request for a change gets it."""

    def __init__(self):
        self.templates, self.refuse, self.asked = {}, [], []

    def add(self, name, status='APPROVED', **more):
        self.templates[name] = dict({'id': f'77{len(self.templates)}', 'name': name, 'language': 'en',
                                     'status': status, 'category': 'UTILITY', 'components': BODY,
                                     'rejected_reason': 'NONE'}, **more)

    def answer(self, method, path, body):
        where = urllib.parse.urlsplit(path)
        if not where.path.endswith('/message_templates'):
            return None
        query = urllib.parse.parse_qs(where.query)
        self.asked.append((method, query))
        if method == 'GET':
            return 200, self.page(query)
        if self.refuse:
            told = self.refuse.pop(0)
            return told if isinstance(told, str) else refusal(told)
        if method == 'POST':
            told = json.loads(body)
            self.add(told['name'], 'PENDING', components=told['components'])
            return 200, {'id': self.templates[told['name']]['id'], 'status': 'PENDING',
                         'category': told['category']}
        self.templates.pop(query['name'][0], None)
        return 200, {'success': True}

    def page(self, query):
        """One a page, so that pages are turned."""
        names = sorted(self.templates)
        at = int(query.get('after', ['0'])[0])
        paging = {'cursors': {'before': str(at), 'after': str(at + 1)}}
        if at + 1 < len(names):
            paging['next'] = 'https://graph.facebook.com/next'
        return {'data': [self.templates[n] for n in names[at:at + 1]], 'paging': paging}


SHELF = Shelf()


def states(line):
    return {t['name']: t['state'] for t in line.records('template')}


def find(line, name):
    return next(t for t in line.records('template') if t['name'] == name)


def tell(line, name, event):
    """Meta's webhook about a template."""
    assert line.meta.value({'event': event, 'message_template_id': 1, 'message_template_name': name,
                            'message_template_language': 'en', 'reason': 'NONE'},
                           'message_template_status_update') == 200


def submit(line, name, **more):
    told = dict({'channel': 'CH2', 'name': name, 'language': 'en', 'category': 'UTILITY',
                 'components': json.dumps(BODY)}, **more)
    return line.house.ctl('do', 'submit-template', *[f'{n}={v}' for n, v in told.items()])


def listed(line, cases):
    wanted = {'welcome': 'approved', 'old_offer': 'rejected', 'worn': 'paused'}
    cases.check(line.wait(lambda: states(line) == wanted),
                'a line that comes up has its templates listed, page by page')
    worn, offer = find(line, 'worn'), find(line, 'old_offer')
    cases.check(worn['quality'] == 'RED' and offer['reason'] == 'INVALID_FORMAT' and
                json.loads(worn['components']) == BODY,
                'quality, reason and parts are shown', (worn, offer))


def submitted(line, cases):
    done = submit(line, 'trip_ready')
    cases.check(done.returncode == 0 and line.wait(lambda: states(line)['trip_ready'] == 'pending'),
                'a template is submitted and waits to be read', done)
    SHELF.templates['trip_ready'].update(status='APPROVED', quality_score={'score': 'GREEN'})
    tell(line, 'trip_ready', 'APPROVED')
    cases.check(line.wait(lambda: states(line)['trip_ready'] == 'approved') and
                find(line, 'trip_ready')['quality'] == 'GREEN',
                'a webhook has the list read again: it is approved')
    again = submit(line, 'trip_ready')
    cases.check(again.returncode == 1 and 'approved' in again.stderr,
                'the same name twice is refused in clear words', again)


def refused(line, cases):
    for name, more in (('Bad Name', {}), ('fine', {'components': '{}'}), ('fine', {'components': '[1'}),
                       ('fine', {'category': 'SPAM'}), ('fine', {'language': 'English'})):
        done = submit(line, name, **more)
        cases.check(done.returncode == 1 and done.stderr, f'{name} {more} is refused before it is sent',
                    done)
    SHELF.refuse = [100]
    submit(line, 'too_pushy')
    cases.check(line.wait(lambda: states(line).get('too_pushy') == 'failed') and
                'as the vendor words it' in find(line, 'too_pushy')['reason'],
                'what Meta does not take says why')
    submit(line, 'too_pushy')
    cases.check(line.wait(lambda: states(line)['too_pushy'] == 'pending'), 'and may be submitted again')


def lost(line, cases):
    """The answer never came, but Meta has it."""
    SHELF.add('half_way', 'PENDING')
    SHELF.refuse = [2388024]
    submit(line, 'half_way')
    cases.check(line.wait(lambda: states(line).get('half_way') == 'pending'),
                'a name that Meta has already is found on its list')


def sent(line, cases):
    conversation = line.meet('16505559876')
    body = json.dumps({'name': 'trip_ready', 'language': 'en', 'body': ['Friday']})
    line.send(conversation, kind='template', body=body)
    said = line.graph.next_request('/messages')[3]
    while said.get('type') != 'template':
        said = line.graph.next_request('/messages')[3]
    cases.check(said['template']['name'] == 'trip_ready' and
                said['template']['components'][0]['parameters'][0]['text'] == 'Friday',
                'an approved template is sent with its variables', said)


def deleted(line, cases):
    line.house.ctl('do', 'delete-template', 'template=' + find(line, 'trip_ready')['id'])
    cases.check(line.wait(lambda: 'trip_ready' not in states(line)) and 'trip_ready' not in SHELF.templates,
                'a template is deleted there and here')
    SHELF.refuse = [100]
    kept = find(line, 'welcome')['id']
    line.house.ctl('do', 'delete-template', 'template=' + kept)
    line.wait(lambda: states(line)['welcome'] == 'approved' and not SHELF.refuse)
    cases.check('welcome' in states(line), 'one that Meta keeps stays, as its list says')
    del SHELF.templates['worn']
    line.house.ctl('do', 'refresh-templates', 'channel=CH2')
    cases.check(line.wait(lambda: 'worn' not in states(line)), 'one that is gone there goes here')


if __name__ == '__main__':
    SHELF.add('welcome')
    SHELF.add('old_offer', 'REJECTED', rejected_reason='INVALID_FORMAT')
    SHELF.add('worn', 'PAUSED', quality_score={'score': 'RED'})
    sys.exit(run([listed, submitted, refused, lost, sent, deleted], SHELF.answer))
