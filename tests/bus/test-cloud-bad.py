#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What strangers, and Meta on a bad day, may post to a Cloud API line: each has a clear outcome, and
what is refused leaves nothing behind."""
import json
import os
import pathlib
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import ACCOUNT, NUMBER, sign
from line import run

LIMIT = 3 * 1024 * 1024
METADATA = {'display_phone_number': '15550783881', 'phone_number_id': NUMBER}


def webhook(value, field='messages'):
    return {'object': 'whatsapp_business_account',
            'entry': [{'id': ACCOUNT, 'changes': [{'field': field, 'value': value}]}]}


def said(words, wamid, sender='16505550001', **more):
    message = {'from': sender, 'id': wamid, 'timestamp': '1749416383', 'type': 'text',
               'text': {'body': words}}
    return webhook({'messaging_product': 'whatsapp', 'metadata': METADATA,
                    'contacts': [{'profile': {'name': 'Mallory'}, 'wa_id': sender}],
                    'messages': [dict(message, **more)]})


def raw(text, wamid):
    return json.dumps(said(text, wamid)).encode()


class Kept:
    """How many messages and contacts there are; what is refused changes neither."""

    def __init__(self, line, cases):
        self.line, self.cases, self.before = line, cases, self.count(line)

    @staticmethod
    def count(line):
        line.settle()
        came = [m for m in line.everything() if m['direction'] == 'in']
        return len(came), len(line.records('contact'))

    def check(self, status, wanted, sentence, more=0, contacts=0):
        now = self.count(self.line)
        wanted_now = self.before[0] + more, self.before[1] + contacts
        self.cases.check(status == wanted and now == wanted_now, sentence,
                         (status, wanted, now, wanted_now))
        self.before = now


def unsigned(line, cases):
    kept, body = Kept(line, cases), raw('Give me all', 'wamid.FORGED')
    post = line.meta.ask
    right = sign(body)
    for sentence, headers in (
            ('no signature', {}),
            ('an empty signature', {'X-Hub-Signature-256': ''}),
            ('a signature with another secret', {'X-Hub-Signature-256': sign(body, 'guessed')}),
            ('a signature with no secret', {'X-Hub-Signature-256': sign(body, '')}),
            ('the signature of another body', {'X-Hub-Signature-256': sign(body + b' ')}),
            ('half a signature', {'X-Hub-Signature-256': right[:40]}),
            ('a signature and more', {'X-Hub-Signature-256': right + '00'}),
            ('a signature that does not say how', {'X-Hub-Signature-256': right[7:]}),
            ('the old header', {'X-Hub-Signature': right}),
            ('a signature of no hex', {'X-Hub-Signature-256': 'sha256=' + 'zz' * 32})):
        kept.check(post('POST', body, headers)[0], 401, f'{sentence} is told 401 and keeps nothing')
    kept.check(post('POST', b'', {})[0], 401, 'nothing at all is told 401')


def repeated(line, cases):
    kept, body = Kept(line, cases), raw('Once', 'wamid.ONCE')
    kept.check(line.meta.post(body), 200, 'a signed message is kept', more=1, contacts=1)
    kept.check(line.meta.post(body), 200, 'the same body again is told 200 and kept once')
    again = said('Once', 'wamid.ONCE')
    again['entry'][0]['changes'][0]['value']['contacts'] = []
    kept.check(line.meta.post(again), 200, 'the same message in another body is kept once')
    both = said('Double', 'wamid.DOUBLE')
    both['entry'][0]['changes'][0]['value']['messages'] *= 2
    both['entry'][0]['changes'] *= 2
    both['entry'] *= 2
    kept.check(line.meta.post(both), 200, 'the same message eight times in one body is kept once', more=1)
    conversation = line.of('+16505550001')
    cases.check(conversation['unread'] == 2, 'unread counts what was kept', conversation)
    answers = [m for m in line.messages(conversation['id']) if m['direction'] == 'out']
    tokens = [line.graph.next_said()['biz_opaque_callback_data'] for _ in answers]
    cases.check(len(set(tokens)) == len(answers) <= 2, 'and each is answered at most once', answers)


def speak(port, head, body, whole=True):
    """Bytes on a socket of one's own; the status, None where the daemon just hung up."""
    with socket.create_connection(('127.0.0.1', port), timeout=60) as wire:
        wire.sendall(head)
        try:
            wire.sendall(body)
            if not whole:
                wire.shutdown(socket.SHUT_WR)
            answer = wire.recv(65536)
        except ConnectionError:
            return None
    return int(answer.split()[1]) if answer else None


def too_much_or_too_little(line, cases):
    kept, body = Kept(line, cases), raw('Cut', 'wamid.CUT')
    half = body[:len(body) // 2]
    kept.check(line.meta.post(half), 400, 'a body cut in half by who signed it is told 400')
    head = (f'POST /cloud/CH2 HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Hub-Signature-256: {sign(body)}\r\n'
            f'Content-Type: application/json\r\n')
    told = speak(line.port, f'{head}Content-Length: {len(body)}\r\n\r\n'.encode(), half, whole=False)
    kept.check(told in (None, 400, 401), True, 'a body that ends too early keeps nothing')
    full = raw('Full', 'wamid.FULL')
    full += b' ' * (LIMIT - len(full))
    kept.check(line.meta.post(full), 200, 'a body of 3 MiB is kept', more=1)
    over = raw('Over', 'wamid.OVER')
    over += b' ' * (LIMIT + 1 - len(over))
    kept.check(line.meta.post(over), 413, 'one that is longer is told 413')
    chunks = b''.join(b'%x\r\n%s\r\n' % (len(part), part) for part in
                      (over[i:i + 65536] for i in range(0, len(over), 65536)))
    told = speak(line.port, f'{head}Transfer-Encoding: chunked\r\n\r\n'.encode(), chunks + b'0\r\n\r\n')
    kept.check(told in (413, None), True, 'one in pieces that grows longer is told 413')
    kept.check(line.meta.say('Still there?', '16505550001', 'wamid.AFTER'), 200,
               'and the line goes on', more=1)


def flood(line, cases):
    """What is refused for its length, or comes to no address of ours, takes no memory."""
    before = resident_mb(line)
    for path in ('/cloud/CH2', '/anything'):
        head = f'POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n'
        told = speak(line.port, f'{head}Content-Length: {64 << 20}\r\n\r\n'.encode(), bytes(64 << 20))
        cases.check(told in (413, 404), f'64 MiB to {path} are refused', told)
        pieces = (b'%x\r\n' % (1 << 20) + bytes(1 << 20) + b'\r\n') * 64 + b'0\r\n\r\n'
        told = speak(line.port, f'{head}Transfer-Encoding: chunked\r\n\r\n'.encode(), pieces)
        cases.check(told in (413, 404), f'64 MiB in pieces to {path} are refused', told)
    grown = resident_mb(line) - before
    cases.check(grown < 32, 'and the daemon keeps none of it', f'it grew by {grown:.0f} MiB')


def resident_mb(line):
    status = pathlib.Path(f'/proc/{line.house.daemon.pid}/status').read_text()
    return int(next(row for row in status.splitlines() if row.startswith('VmHWM')).split()[1]) / 1024


def not_json(line, cases):
    kept = Kept(line, cases)
    deep = raw('X', 'wamid.DEEP').replace(b'"X"', b'[' * 5000 + b']' * 5000)
    for sentence, body in (
            ('deep JSON', deep), ('JSON deep beyond reason', b'{"a":' * 300000),
            ('no body', b''), ('no JSON', b'object=whatsapp'), ('a JSON number', b'5'),
            ('JSON null', b'null'), ('a JSON list', b'[]'), ('no entries', b'{}'),
            ('an entry that is no list', b'{"entry": {}}'),
            ('nesting behind a comment', b'/* " */' + b'[' * 300000),
            ('nesting behind a quote', b"'\"'" + b'[' * 300000),
            ('two JSON texts', raw('A', 'wamid.TWO') + raw('B', 'wamid.TWO2')),
            ('bytes that are no UTF-8', raw('@', 'wamid.LATIN').replace(b'@', b'\xe9')),
            ('overlong UTF-8', raw('@', 'wamid.OVERLONG').replace(b'@', b'\xc0\x80')),
            ('half a surrogate in bytes', raw('@', 'wamid.CESU').replace(b'@', b'\xed\xa0\x80')),
            ('a byte 0', raw('@', 'wamid.NUL').replace(b'@', b'\0')),
            ('an escaped U+0000', raw('a\0b', 'wamid.ESCAPED'))):
        kept.check(line.meta.post(body), 400, f'{sentence}: 400, and nothing is kept')


def wrong_types(line, cases):
    """One bad part hides no good one: each body brings a good message besides."""
    kept = Kept(line, cases)
    wrongs = {
        'from is a number': {'from': 16505550001}, 'from is no number': {'from': 'Mallory'},
        'from is missing': {'from': None}, 'from is far too long': {'from': '1' * 4000},
    }
    for n, (sentence, wrong) in enumerate(wrongs.items()):
        told = said('Wrong', f'wamid.WRONG{n}', **wrong)
        value = told['entry'][0]['changes'][0]['value']
        value['contacts'] = 'none'
        value['messages'] += [None, 5, 'text', [], {}, said(
            'Right', f'wamid.RIGHT{n}')['entry'][0]['changes'][0]['value']['messages'][0]]
        kept.check(line.meta.post(told), 200, f'{sentence}: left out, and its neighbour is kept', more=1)
    wrongs = {
        'text is a text': {'text': 'Hello'}, 'text is missing': {'text': None},
        'type is a number': {'type': 7}, 'type is missing': {'type': None},
    }
    for n, (sentence, wrong) in enumerate(wrongs.items()):
        kept.check(line.meta.post(said('X', f'wamid.RAW{n}', **wrong)), 200,
                   f'{sentence}: kept as unsupported', more=1)
        last = line.messages(line.of('+16505550001')['id'])
        came = [m for m in last if m['direction'] == 'in'][-1]
        cases.check(came['kind'] == 'unsupported' and f'wamid.RAW{n}' in came['body'],
                    f'{sentence}: it stands there as it came', came)
    for sentence, told in (
            ('messages is an object', webhook({'metadata': METADATA, 'messages': {}})),
            ('statuses hold nonsense', webhook({'metadata': METADATA, 'statuses': [
                None, 1, [], {}, {'id': 5, 'status': 'read'}, {'id': 'wamid.X', 'status': 'sunk'}]})),
            ('value is a text', webhook('value')), ('metadata is a list', webhook({'metadata': []})),
            ('changes is a number', {'entry': [{'changes': 3}, None, 4, []]}),
            ('field is unknown', webhook({'a': 1}, 'moon_phase_update')),
            ('a field’s value is null', webhook(None, 'account_update'))):
        kept.check(line.meta.post(told), 200, f'{sentence}: 200, as there is nothing to keep')


def strange_values(line, cases):
    kept = Kept(line, cases)
    sender = '16505550007'
    long_text = 'Grüße ' * 10922 + 'ok..'
    assert len(long_text) == 65536
    kept.check(line.meta.say(long_text, sender, 'wamid.LONG'), 200, 'a text of 65,536 characters is kept',
               more=1, contacts=1)
    conversation = line.of('+' + sender)['id']
    cases.check(line.messages(conversation)[0]['text'] == long_text, 'and it is whole')
    kept.check(line.meta.say('a\ud83d\ude00\u202eb\u200d\ufeff', sender, 'wamid.EMOJI'), 200,
               'an emoji, a turn of direction and marks of no width are kept', more=1)
    lone = raw('@', 'wamid.LONE').replace(b'@', b'a\\ud83db').replace(b'16505550001', sender.encode())
    told = line.meta.post(lone)
    cases.check(told in (200, 400), 'half a surrogate in an escape has an outcome', told)
    kept.check(told, told, 'and it is kept or not', more=told == 200)
    for n, stamp in enumerate(('99999999999999999999', 9007199254740993, -1, '', 'now', 1e308)):
        kept.check(line.meta.post(said('When', f'wamid.WHEN{n}', sender, timestamp=stamp)), 200,
                   f'the timestamp {stamp!r} is survived', more=1)
    order = {'type': 'order', 'order': {'catalog_id': '1', 'product_items': [
        {'product_retailer_id': 9007199254740993, 'quantity': '9223372036854775807',
         'item_price': 12.5, 'currency': 'USD'}]}}
    body = json.dumps(said('', 'wamid.ORDER', sender, **order)).encode()
    kept.check(line.meta.post(body.replace(b'12.5', b'1e400')), 400,
               'a number that no computer holds is told 400')
    kept.check(line.meta.post(body), 200, 'an order with numbers beyond 2^53 is kept', more=1)
    came = [m for m in line.messages(conversation) if m['kind'] == 'order'][-1]
    cases.check('9007199254740993' in came['body'] and '9223372036854775807 × 9007199254740993' in
                came['text'], 'and they are exact', came)
    known = said('Unknown things', 'wamid.FIELDS', sender, moon={'phase': [1]}, hologram=None)
    kept.check(line.meta.post(known), 200, 'unknown fields are no trouble', more=1)
    cases.check('Unknown things' in [m['text'] for m in line.messages(conversation)],
                'and the message is what it is')


def crowd(line, cases):
    """A thousand in one body, as Meta may send."""
    kept = Kept(line, cases)
    messages = [line.meta.message({'type': 'reaction', 'reaction': {
        'message_id': 'wamid.ONCE', 'emoji': '👍'}}, '16505550001', f'wamid.CROWD{n}') for n in range(1000)]
    status = line.meta.messages(messages, '16505550001')
    kept.check(status, 200, 'a thousand messages in one body are all kept', more=1000)


# A sanitizer holds back what was freed, which would look like memory that is kept.
os.environ['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':quarantine_size_mb=4'
sys.exit(run([flood, unsigned, repeated, too_much_or_too_little, not_json, wrong_types,
              strange_values, crowd]))
