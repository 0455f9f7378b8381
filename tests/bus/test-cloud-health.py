#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Cloud API line says of itself: connected only when proved, else why and when it is looked
at again; and the test that says what to mend."""
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import NUMBER, NUMBER_FACTS, Graph
from line import free_port, refusal, run

TITLES = ['credentials', 'number', 'subscription', 'listening', 'reach']


class Mood:
    """@answers: the end of a path → what the Graph answers for now. @held: what the next message
    waits for; it is refused then for want of payment."""

    def __init__(self):
        self.answers, self.held, self.reached = {}, None, threading.Event()

    def __call__(self, method, path, body):
        bare = path.split('?')[0]
        if bare.endswith('/messages') and self.held is not None:
            held, self.held = self.held, None
            self.reached.set()
            held.wait(60)
            return refusal(131042)
        return next((a for end, a in self.answers.items() if bare.endswith(end)), None)


mood = Mood()


def change(line, **settings):
    line.house.ctl('channel', 'set', 'CH2', *[f'{n.replace("_", "-")}={v}' for n, v in settings.items()])


def tested(line, cases, wrong, word, sentence):
    """Exactly the step @wrong is not fine, and its advice has @word."""
    steps = dict(zip(TITLES, line.steps()))
    bad = [name for name, step in steps.items() if not step['fine']]
    advice = steps[wrong]['advice'] if wrong else ''
    cases.check(bad == ([wrong] if wrong else []) and word in advice, sentence, steps)


def steps_told(line, cases):
    """The set-up that the window draws is the test's, step by step."""
    kind = next(k for k in line.call('Channels', 'Kinds')[0] if k['name'] == 'cloud')
    fields = {field['name'] for field in kind['fields']}
    cases.check([s['title'] for s in kind['steps']] == [s['title'] for s in line.steps()],
                'the set-up has the steps of the test', kind['steps'])
    named = [name for step in kind['steps'] for name in step['needs'] + step['takes']]
    cases.check(set(named) <= fields and len(named) == len(set(named)) and 'x-token' in named,
                'and each asks for settings that there are', named)
    channel = line.channel()
    cases.check(channel['facts']['incoming'] == 'reached' and channel['facts']['address'].endswith('CH2'),
                'a test that gets through is told as a fact', channel['facts'])
    cases.check(line.call('Daemon', 'Status')[0]['troubled'] == 0, 'no line needs a look')


def trial(line, cases):
    tested(line, cases, None, '', 'a line that is well passes its test')
    mood.answers = {NUMBER: refusal(190, 'Session has expired', 401)}
    tested(line, cases, 'number', 'token', 'an expired token: enter a new one')
    mood.answers = {NUMBER: refusal(100, 'Object with ID does not exist')}
    tested(line, cases, 'number', 'phone number id', 'a wrong number: check its id')
    mood.answers = {'/subscribed_apps': (200, {'data': []})}
    tested(line, cases, 'subscription', 'Subscribe', 'no app is subscribed: subscribe it')
    mood.answers = {'/subscribed_apps': (200, {'data': [{'whatsapp_business_api_data': {'id': '43'}}]})}
    tested(line, cases, 'subscription', 'Subscribe', 'another app is subscribed: subscribe ours')
    mood.answers = {'/subscribed_apps': refusal(100, 'Object with ID does not exist')}
    tested(line, cases, 'subscription', 'account id', 'a wrong account: check its id')
    mood.answers = {'/subscribed_apps': refusal(200, 'Requires permission', 403)}
    tested(line, cases, 'subscription', 'permission', 'a permission is missing: it is named')
    mood.answers = {}


def reach(line, cases):
    here = f'http://127.0.0.1:{line.port}/cloud/CH2'
    change(line, public_url=f'http://127.0.0.1:{free_port()}/cloud/CH2')
    line.wait_state('connected')
    tested(line, cases, 'reach', 'cannot be reached', 'nobody at the public address: it says so')
    change(line, public_url=line.graph.url + '/cloud/CH2')
    line.wait_state('connected')
    tested(line, cases, 'reach', '404', 'another program at the public address: see the tunnel')
    change(line, public_url=here.replace('CH2', 'CH3'))
    line.wait_state('connected')
    tested(line, cases, 'reach', '404', 'another line’s address: see the tunnel')
    change(line, public_url='')
    line.wait_state('connected')
    tested(line, cases, 'reach', f'port {line.port}', 'no public address: set one, and to which port')
    change(line, public_url=here)
    line.wait_state('connected')
    change(line, token='')
    line.wait_state('logged-out')
    cases.check(line.call('Daemon', 'Status')[0]['troubled'] == 1, 'a line without a token needs a look')
    steps = dict(zip(TITLES, line.steps()))
    cases.check([s['fine'] for s in steps.values()] == [False, False, False, True, True] and
                'token' in steps['credentials']['advice'] and 'waits' in steps['number']['advice'],
                'no token: enter one, and what waits for it', steps)
    done = line.house.ctl('channel', 'test', 'CH2')
    cases.check(done.returncode == 1 and 'System users' in done.stdout, 'kontorctl channel test says the same',
                done)
    change(line, token='test-token')
    line.wait_state('connected')


def proved(line, cases):
    """Webhooks prove that Meta finds us, not that we find Meta."""
    change(line, base_url=f'http://127.0.0.1:{free_port()}')
    channel = line.wait_state('degraded')
    cases.check('cannot be reached' in channel['cause'] and channel['retry-at'] > 0,
                'a Graph that cannot be reached: degraded, why, and when it is tried again', channel)
    cases.check(line.meta.say('Do you have child seats?', '16505555001') == 200,
                'what comes in is kept all the same')
    conversation = line.of('+16505555001')['id']
    answer = line.wait(lambda: [m for m in line.messages(conversation) if m['direction'] == 'out' and
                                m['reason']])[0]
    cases.check(answer['state'] == 'queued' and line.channel()['state'] == 'degraded',
                'its answer waits, and the line is no better for it', (answer, line.channel()))
    change(line, base_url=line.graph.url)
    line.wait_state('connected')
    line.wait_message(conversation, answer['id'], 'sent')
    said = [line.graph.next_said()]
    cases.check(said[0]['biz_opaque_callback_data'].startswith(f'{answer["id"]}.'),
                'once the Graph is there it goes', said)


def lost_on_the_way(line, cases):
    """The Graph goes away while the line is connected: the next message finds out."""
    conversation = line.meet('16505555002')
    line.graph.next_said()
    port, ids = line.graph.port, line.graph.ids
    line.graph.close()
    number = line.send(conversation, 'Hello?')
    channel = line.wait_state('degraded')
    cases.check(channel['cause'] and channel['retry-at'] > 0,
                'a message that finds no Graph makes the line degraded', channel)
    line.graph = Graph(mood, port)
    line.graph.ids = ids
    message = line.wait_message(conversation, number, 'sent', 'unknown')
    cases.check(message['state'] == 'sent' and len(said_of(line, number)) == 1,
                'it goes once when the Graph is back', message)
    cases.check(bool(line.wait_state('connected')), 'and the line says so')


def said_of(line, number):
    found = []
    while not line.graph.requests.empty():
        body = line.graph.requests.get()[3]
        if f'"biz_opaque_callback_data":"{number}.'.encode() in body:
            found.append(body)
    return found


def barred(line, cases):
    mood.answers = {NUMBER: (200, dict(NUMBER_FACTS, status='BANNED', quality_rating='RED'))}
    change(line, name='Barred')
    channel = line.wait_state('banned')
    cases.check('BANNED' in channel['cause'] and channel['retry-at'] > 0 and
                channel['facts']['quality'] == 'RED', 'a number that Meta bars: banned, and why', channel)
    mood.answers = {NUMBER: refusal(10, 'no permission', 403)}
    change(line, name='Without permission')
    channel = line.wait_state('logged-out')
    cases.check('permission' in channel['cause'], 'a token without permission: logged out, and why', channel)
    mood.answers = {}
    change(line, name='Well')
    line.wait_state('connected')


def too_late(line, cases):
    """An answer to a line that was hung up meanwhile says nothing about the one that is up now."""
    conversation = line.meet('16505555004')
    mood.held = held = threading.Event()
    number = line.send(conversation, 'Who pays?')
    mood.reached.wait(60)
    change(line, name='Another')
    line.wait_state('connected')
    held.set()
    message = line.wait_message(conversation, number, 'sent')
    cases.check(line.channel()['state'] == 'connected', 'an old line’s trouble is not the new one’s', message)


def off(line, cases):
    change(line, active='no')
    line.wait_state('off')
    try:
        line.meta.say('Anybody?', '16505555003')
        cases.check(False, 'a line that is off does not listen')
    except OSError:
        cases.check(True, 'a line that is off does not listen')
    change(line, active='yes')
    line.wait_state('connected')
    cases.check(line.meta.say('Anybody?', '16505555003') == 200, 'switched on it listens again')


sys.exit(run([steps_told, trial, reach, proved, too_late, lost_on_the_way, barred, off], answer=mood))
