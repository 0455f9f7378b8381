#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files on a Cloud API line: down with a checksum, a placeholder meanwhile and an address that
expires; up once for each content, whoever gets it."""
import base64
import hashlib
import json
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import NUMBER
from line import refusal, run


class Shelf:
    """What the stand-in has and how often it was asked. @refuse: path → answers, in turn."""

    def __init__(self):
        self.mutex, self.asked, self.refuse, self.hold = threading.Lock(), [], {}, {}

    def __call__(self, method, path, body):
        bare = path.split('?')[0]
        with self.mutex:
            self.asked.append((method, bare))
            told = self.refuse.get(bare, [])
            answer = told.pop(0) if told else None
        if bare in self.hold:
            self.hold[bare].wait(60)
        return answer

    def count(self, method, path):
        with self.mutex:
            return self.asked.count((method, path))


shelf, names = Shelf(), iter(range(700001, 800000))


def put(line, content):
    """A file at Meta's."""
    name = str(next(names))
    line.graph.files[name] = content
    return name


def picture(line, name, sender, sha=None, type_='image', **more):
    part = dict({'id': name, 'mime_type': 'image/jpeg'}, **more)
    if sha is not None:
        part['sha256'] = base64.b64encode(sha).decode()
    status = line.meta.messages([line.meta.message({'type': type_, type_: part}, sender)], sender)
    assert status == 200
    return line.of('+' + sender)['id']


def got(line, conversation, *states):
    def look():
        told = [m for m in line.messages(conversation) if 'media-state' in m][-1]
        return told if told['media-state'] in states else None
    return line.wait(look)


def down(line, cases):
    content = b'\xff\xd8\xff' + b'a picture' * 5000
    digest = hashlib.sha256(content)
    name = put(line, content)
    shelf.hold[f'/file/{name}'] = threading.Event()
    conversation = picture(line, name, '16505554001', digest.digest(), caption='Look')
    message = got(line, conversation, 'waiting')
    cases.check(message['text'] == 'Look' and not message.get('media-path'),
                'a placeholder stands there until the file has come', message)
    shelf.hold[f'/file/{name}'].set()
    message = got(line, conversation, 'here')
    path = pathlib.Path(message['media-path'])
    cases.check(path.read_bytes() == content and message['media-size'] == len(content),
                'then the file is here, whole', message)
    cases.check(path.name == digest.hexdigest() and path.stat().st_mode & 0o077 == 0,
                'named by its content, for nobody else’s eyes', path)
    asked = [r for r in iter_requests(line) if name in r[1]]
    cases.check([r[1].split('?')[0] for r in asked] == [f'/v26.0/{name}', f'/file/{name}'] and
                all(r[2].get('Authorization') == 'Bearer test-token' for r in asked) and
                f'phone_number_id={NUMBER}' in asked[0][1], 'the address is asked for, then the file', asked)
    again = picture(line, put(line, content), '16505554002', digest.digest())
    message = got(line, again, 'here')
    cases.check(message['media-path'] == str(path), 'the same content is kept once', message)


def iter_requests(line):
    while not line.graph.requests.empty():
        yield line.graph.requests.get()


def in_trouble(line, cases):
    """What may pass is tried again; the waits pass side by side."""
    stale, damaged, slow = (put(line, b'content %d' % n) for n in range(3))
    shelf.refuse[f'/file/{stale}'] = [(404, {})]
    shelf.refuse[f'/file/{damaged}'] = [(200, b'other content')]
    shelf.refuse[f'/v26.0/{slow}'] = [(500, {'error': {'message': 'x', 'code': 131000}})]
    good = hashlib.sha256(b'content 1').digest()
    waiting = [picture(line, stale, '16505554011'), picture(line, damaged, '16505554012', good),
               picture(line, slow, '16505554013')]
    gone = picture(line, put(line, b'never'), '16505554014')
    lost = str(int(put(line, b'lost')))
    shelf.refuse[f'/v26.0/{lost}'] = [refusal(100)]
    lost_in = picture(line, lost, '16505554015')
    got(line, gone, 'here')
    message = got(line, lost_in, 'gone', 'here')
    cases.check(message['media-state'] == 'gone' and message['media-reason'],
                'a file that Meta has no more is gone, with a reason', message)
    for conversation in waiting:
        message = got(line, conversation, 'waiting', 'here')
    for what, conversation, name in zip(('an address that expired is asked for anew',
                                         'a file with another checksum is brought again',
                                         'trouble at Meta is waited out'), waiting, (stale, damaged, slow)):
        message = got(line, conversation, 'here')
        cases.check(shelf.count('GET', f'/v26.0/{name}') == 2 and
                    pathlib.Path(message['media-path']).read_bytes() == line.graph.files[name], what, message)


def hostile(line, cases):
    for n, (name, more) in enumerate((('../../etc/passwd', {}), ('x?fields=a#b', {}),
                                      (str(next(names)), {'filename': '../../../etc/passwd'}))):
        sender = f'1650555402{n}'
        conversation = picture(line, name, sender, type_='document', **more)
        message = got(line, conversation, 'gone')
        asked = [r for r in iter_requests(line) if 'messages' not in r[1]]
        cases.check(not any('etc/passwd' in r[1] for r in asked) and
                    '/' not in message.get('media-name', ''), f'the id {name!r} leads nowhere', message)
    left = [p for p in pathlib.Path(line.house.folder).rglob('*.incoming')]
    cases.check(not left, 'no half file is left behind', left)


def up(line, cases):
    first, second = line.meet('16505554031'), line.meet('16505554032')
    path = pathlib.Path(line.house.folder, 'bill & more.pdf')
    path.write_bytes(b'%PDF-1.4\n' + b'bill' * 100)
    list(iter_requests(line))
    number = line.send(first, 'Your bill', file=str(path))
    line.wait_message(first, number, 'sent')
    asked = [r for r in iter_requests(line)]
    upload = next(r for r in asked if r[1].endswith('/media'))
    said = json.loads(asked[-1][3])
    cases.check(asked.index(upload) < len(asked) - 1 and said['type'] == 'document' and
                said['document'] == {'id': said['document']['id'], 'filename': path.name,
                                     'caption': 'Your bill'} and said['document']['id'].startswith('9000'),
                'the file goes up first, then the message with its id', said)
    cases.check(upload[2]['Content-Type'].startswith('multipart/form-data') and
                path.read_bytes() in upload[3] and b'application/pdf' in upload[3] and
                b'whatsapp' in upload[3], 'whole, with its type', upload)
    path.rename(path.with_name('other name.pdf'))
    number = line.send(second, '', file=str(path.with_name('other name.pdf')))
    line.wait_message(second, number, 'sent')
    asked = [r for r in iter_requests(line)]
    cases.check(not any(r[1].endswith('/media') for r in asked) and
                json.loads(asked[-1][3])['document']['id'] == said['document']['id'],
                'the same content is not uploaded again, whatever its name', asked)
    mine = line.message(first, [m for m in line.messages(first) if 'media-state' in m][0]['id'])
    cases.check(mine['media-state'] == 'here' and
                hashlib.sha256(pathlib.Path(mine['media-path']).read_bytes()).hexdigest() in
                mine['media-path'], 'our copy stands by its content', mine)


def up_in_trouble(line, cases):
    conversation = line.meet('16505554041')
    path = pathlib.Path(line.house.folder, 'photo.png')
    path.write_bytes(b'\x89PNG\r\n\x1a\n' + bytes(100))
    upload = f'/v26.0/{NUMBER}/media'
    shelf.refuse[upload] = [refusal(131053)]
    number = line.send(conversation, '', file=str(path))
    message = line.wait_message(conversation, number, 'failed', 'sent')
    cases.check(message['state'] == 'failed' and 'file' in message['reason'],
                'a file that Meta will not have fails, with a reason', message)
    shelf.refuse[upload] = ['hang up']
    before = shelf.count('POST', f'/v26.0/{NUMBER}/messages')
    number = line.send(conversation, '', file=str(path))
    line.wait_message(conversation, number, 'sent')
    cases.check(shelf.count('POST', f'/v26.0/{NUMBER}/messages') == before + 1,
                'an upload that was cut is made again: nothing was said yet')
    for sentence, options, word in (
            ('a file that is not there', {'file': '/nowhere/at-all.png'}, 'at-all'),
            ('an empty file', {'file': empty(line)}, 'empty'),
            ('a caption that is too long', {'file': str(path), 'text': 'x' * 1025}, '1024')):
        words = line.refused(conversation, options.pop('text', ''), **options)
        cases.check(words and word in words, f'{sentence} is refused in clear words', words)


def empty(line):
    path = pathlib.Path(line.house.folder, 'empty.pdf')
    path.write_bytes(b'')
    return str(path)


sys.exit(run([down, in_trouble, hostile, up, up_in_trouble], answer=shelf))
