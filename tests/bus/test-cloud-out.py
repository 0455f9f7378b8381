#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a message that a Cloud API line is to say when Meta, or the wire, will not have it."""
import json
import pathlib
import sqlite3
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from line import refusal, run

DAY_US = 24 * 3600 * 1000000


class Verdicts:
    """What the stand-in answers to each recipient, in turn; the usual after that."""

    def __init__(self):
        self.mutex, self.next, self.said = threading.Lock(), {}, []

    def __call__(self, method, path, body):
        if b'"biz_opaque_callback_data"' not in body:
            return None
        told = json.loads(body)
        with self.mutex:
            self.said.append((told['to'], told['biz_opaque_callback_data']))
            verdicts = self.next.get(told['to'], [])
            return verdicts.pop(0) if verdicts else None

    def count(self, message):
        with self.mutex:
            return sum(token.split('.')[0] == str(message) for _, token in self.said)

    def token(self, message):
        return next(token for _, token in self.said if token.split('.')[0] == str(message))


verdicts, phones = Verdicts(), iter(range(16505553000, 16505554000))


def offer(line, *answers, said=None):
    """A person writes to a customer of its own, to whom Meta answers so: (phone, conversation, message)."""
    phone = str(next(phones))
    conversation = line.meet(phone)
    verdicts.next[phone] = list(answers)
    return phone, conversation, line.send(conversation, said or 'Your car is there')


def never(line, cases):
    for code, word in ((131026, 'not on WhatsApp'), (131008, 'does not accept'), (131021, 'itself'),
                       (131050, 'marketing'), (130403, 'blocked'), (131051, 'type'), (33, 'deleted'),
                       (132001, 'template'), (131053, 'file'), (135000, 'does not accept')):
        _, conversation, number = offer(line, refusal(code))
        message = line.wait_message(conversation, number, 'failed', 'sent', 'unknown')
        cases.check(message['state'] == 'failed' and word in message['reason'] and
                    str(code) in message['reason'] and verdicts.count(number) == 1,
                    f'{code} fails at once, once, with a reason', message)
    cases.check(line.channel()['state'] == 'connected', 'and the line is none the worse')
    phone, conversation, number = offer(line, refusal(131026))
    line.wait_message(conversation, number, 'failed')
    line.call('Inbox', 'SendAgain', '(x)', number)
    message = line.wait_message(conversation, number, 'sent')
    cases.check(verdicts.count(number) == 2, 'what failed goes again when a person says so', message)


def final(line, cases):
    """Meta has no way to change what was sent, or to take it back."""
    _, conversation, number = offer(line)
    line.wait_message(conversation, number, 'sent', 'delivered', 'read')
    for options in ({'body': '{"edited": true}'}, {'kind': 'system', 'body': '{"type": "taken-back"}'}):
        words = line.refused(conversation, 'In other words', about=number, **options)
        cases.check(words and 'neither changed nor taken back' in words,
                    f'what was sent stays as it is: {options["body"]}', words)


def later(line, cases):
    """What is surely not said goes again by itself; the three waits pass side by side."""
    waits = {code: offer(line, refusal(code, http=http)) for code, http in
             ((131000, 500), (131016, 500), (131056, 400))}
    weather = offer(line, (503, {'error': {'message': 'An unknown error', 'code': 2}}))
    eco = offer(line, refusal(131049))
    told = line.wait_message(eco[1], eco[2], 'queued')
    other = offer(line)
    line.wait_message(other[1], other[2], 'sent')
    cases.check(verdicts.count(waits[131056][2]) == 1,
                'while one contact must wait (131056), others are written to')
    for code, (_, conversation, number) in list(waits.items()) + [('2', weather)]:
        message = line.wait_message(conversation, number, 'sent', 'failed')
        cases.check(message['state'] == 'sent' and verdicts.count(number) == 2,
                    f'{code} goes again, and only once more', message)
    told = line.message(eco[1], eco[2])
    cases.check(told['state'] == 'queued' and 'hold' in told['reason'] and verdicts.count(eco[2]) == 1,
                '131049 waits for a day, and says why', told)


def slower(line, cases):
    """130429: the whole line waits."""
    first = offer(line, refusal(130429))
    line.wait(lambda: verdicts.count(first[2]) and line.message(first[1], first[2])['reason'])
    second = line.send(first[1], 'And another')
    line.wait_message(first[1], first[2], 'sent')
    line.wait_message(first[1], second, 'sent')
    cases.check(verdicts.count(first[2]) == 2 and verdicts.count(second) == 1,
                '130429 slows the line down, and what waited goes once')
    cases.check(line.channel()['state'] == 'connected', 'and the line stays connected', line.channel())


def window(line, cases):
    phone, conversation, number = offer(line, refusal(131047))
    message = line.wait_message(conversation, number, 'failed')
    cases.check('template' in message['reason'], '131047 fails and speaks of templates', message)
    now = line.conversation(conversation)
    cases.check(now['window-until'] == 0, 'and the window is shut', now)
    words = line.refused(conversation, 'Still there?')
    cases.check(words and 'template' in words, 'a person is told before writing in vain', words)
    template = json.dumps({'name': 'hello_world', 'language': 'en_US'})
    number = line.send(conversation, '', kind='template', body=template)
    line.wait_message(conversation, number, 'sent')
    cases.check(True, 'a template goes all the same')
    line.meta.say('Here I am again', phone)
    line.wait(lambda: line.conversation(conversation)['window-until'] > 0)
    number = line.send(conversation, 'Welcome back')
    line.wait_message(conversation, number, 'sent')
    cases.check(True, 'when the customer writes the window is open')


def window_by_status(line, cases):
    """Meta may take a message and say later that it was too late."""
    _, conversation, number = offer(line)
    line.wait_message(conversation, number, 'sent')
    line.meta.status('wamid.LATE', 'failed', biz_opaque_callback_data=verdicts.token(number),
                     errors=[{'code': 131047, 'title': 'Re-engagement message', 'error_data': {
                         'details': 'more than 24 hours'}}])
    message = line.message(conversation, number)
    cases.check(message['state'] == 'failed' and '131047' in message['reason'],
                'a status of 131047 makes what was sent failed', message)
    words = line.refused(conversation, 'Still there?')
    cases.check(line.conversation(conversation)['window-until'] == 0 and words and 'template' in words,
                'and shuts the window', words)


def window_by_clock(line, cases):
    """The last word of a customer is moved a day back, as only time can do it."""
    _, conversation, number = offer(line)
    line.wait_message(conversation, number, 'sent')
    until = line.conversation(conversation)['window-until']
    word = [m for m in line.messages(conversation) if m['direction'] == 'in'][-1]
    cases.check(until - word['at'] == DAY_US, 'the window ends 24 hours after the customer’s last word')
    line.house.daemon.terminate()
    line.house.daemon.communicate()
    path = next(p for p in pathlib.Path(line.house.folder, 'data', 'demo', 'chauffeur').iterdir()
                if p.suffix in ('.db', '.sqlite'))
    with sqlite3.connect(path) as database:
        database.execute('UPDATE conversation SET last_in_at = last_in_at - ? WHERE id = ?',
                         (DAY_US, conversation))
    database.close()
    line.house.start()
    line.wait_state('connected')
    now = line.conversation(conversation)
    cases.check(now['window-until'] == 0, 'a day later it is shut', now)
    words = line.refused(conversation, 'Still there?')
    cases.check(words and '24 hours' in words, 'after that nothing but a template is taken', words)
    number = line.send(conversation, '', kind='template',
                       body=json.dumps({'name': 'hello_world', 'language': 'en_US'}))
    line.wait_message(conversation, number, 'sent')
    cases.check(True, 'and that one goes')


def perhaps(line, cases):
    """The wire is cut after the request was read: nobody knows, and nothing is said twice."""
    for what, answer in (('no answer', 'hang up'), ('a gateway’s page', (502, b'<html>Bad gateway')),
                         ('an answer that cannot be read', (200, b'{"messages":')),
                         ('an answer without an id', (200, {'messaging_product': 'whatsapp'}))):
        _, conversation, number = offer(line, answer)
        message = line.wait_message(conversation, number, 'unknown', 'sent', 'failed')
        cases.check(message['state'] == 'unknown' and message['reason'], f'{what}: unknown', message)
        after = line.send(conversation, 'Something else')
        line.wait_message(conversation, after, 'sent')
        cases.check(verdicts.count(number) == 1, f'{what}: it is not said again')
        forged = verdicts.token(number)[:-1] + ('0' if verdicts.token(number)[-1] != '0' else '1')
        line.meta.status(f'wamid.F{number}', 'read', biz_opaque_callback_data=forged)
        message = line.message(conversation, number)
        cases.check(message['state'] == 'unknown', f'{what}: a made-up id of ours settles nothing', message)
        line.meta.status(f'wamid.R{number}', 'sent', biz_opaque_callback_data=verdicts.token(number))
        message = line.message(conversation, number)
        cases.check(message['state'] == 'sent' and message['reason'] == '',
                    f'{what}: the status with our id settles it', message)
        line.meta.status(f'wamid.R{number}', 'read')
        cases.check(line.message(conversation, number)['state'] == 'read',
                    f'{what}: and further statuses find it by Meta’s id')
    _, conversation, number = offer(line, 'hang up')
    line.wait_message(conversation, number, 'unknown')
    line.call('Inbox', 'SendAgain', '(x)', number)
    line.wait_message(conversation, number, 'sent')
    cases.check(verdicts.count(number) == 2, 'what is unknown goes again when a person says so')


def stopped(line, cases):
    for code, http, state, word in ((190, 401, 'logged-out', 'token'), (10, 403, 'logged-out', 'permission'),
                                    (131042, 400, 'banned', 'payment'), (368, 403, 'banned', 'policy')):
        _, conversation, number = offer(line, refusal(code, http=http))
        channel = line.wait_state(state)
        cases.check(word in channel['cause'], f'{code}: the line is {state} and says why', channel)
        message = line.message(conversation, number)
        cases.check(message['state'] == 'queued' and word in message['reason'],
                    f'{code}: the message waits', message)
        if state == 'banned':
            cases.check(channel['retry-at'] > 0, f'{code}: it says when it is looked at again', channel)
        line.house.ctl('channel', 'set', 'CH2', 'token=test-token')
        line.wait_state('connected')
        line.wait_message(conversation, number, 'sent')
        cases.check(verdicts.count(number) == 2, f'{code}: once the line is well the message goes')


def main_limit(line, cases):
    """80007 rests for minutes, so it comes last: nothing else may go meanwhile."""
    _, conversation, number = offer(line, refusal(80007))
    line.wait(lambda: line.message(conversation, number)['reason'])
    phone = str(next(phones))
    line.meta.say('Do you have child seats?', phone)
    waiting = line.wait(lambda: [m for c in line.latest(1) for m in line.messages(c['id'])
                                 if m['direction'] == 'out'])[0]
    cases.check(waiting['state'] == 'queued' and verdicts.count(waiting['id']) == 0 and
                verdicts.count(number) == 1, '80007 lets the whole line rest', waiting)


sys.exit(run([never, final, later, slower, window, window_by_status, perhaps, stopped, window_by_clock,
              main_limit], answer=verdicts))
