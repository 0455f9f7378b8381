#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do in the inbox over the bus: a message that goes once, one for later, labels, saved
replies and counts."""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import play

FAR = '2126-01-01T09:00:00Z'


def texts(house):
    return [m['text'] for m in house.json('messages', '1') if m['author'].startswith('teammate')]


def once(house, cases):
    house.ctl('practice', 'Hello', '--name', 'Mona Haddad')
    first = house.json('send', '--once', 'a', '1', 'One moment')['message']
    again = house.json('send', '--once', 'a', '1', 'One moment')['message']
    cases.check(first == again and texts(house) == ['One moment'],
                'a message under the same name is sent once', texts(house))
    other = house.ctl('send', '--once', 'a', '1', 'Two moments')
    cases.check(other.returncode == 1 and texts(house) == ['One moment'],
                'and the name does not stand for another', other.stderr)
    house.ctl('send', '1', 'Again')
    house.ctl('send', '1', 'Again')
    cases.check(texts(house) == ['One moment', 'Again', 'Again'],
                'who says the same twice means it', texts(house))
    errors = house.kill()
    house.start()
    kept = house.json('send', '--once', 'a', '1', 'One moment')['message']
    cases.check(kept == first and texts(house).count('One moment') == 1,
                'a daemon that was killed remembers the name', errors)


def later(house, cases):
    id_ = house.json('send', '--at', FAR, '1', 'Happy new year')['message']
    found = [m for m in house.json('messages', '1') if m['id'] == id_][0]
    cases.check(found['state'] == 'scheduled' and found['at'] > 4_900_000_000_000_000,
                'what is for later stands in the thread with its time', found)
    house.kill()
    house.start()
    found = [m for m in house.json('messages', '1') if m['id'] == id_][0]
    cases.check(found['state'] == 'scheduled', 'and is still there after a kill', found)
    done = house.ctl('cancel', str(id_))
    found = [m for m in house.json('messages', '1') if m['id'] == id_][0]
    cases.check(done.returncode == 0 and found['state'] == 'discarded', 'until it is cancelled',
                done.stderr)
    past = house.ctl('send', '--at', '2020-01-01T09:00:00Z', '1', 'Too late')
    cases.check(past.returncode == 1 and 'passed' in past.stderr, 'a time that has passed is refused',
                past.stderr)


def replies(house, cases):
    contact = house.json('inbox')[0]['contact']
    house.ctl('save', 'contact', contact, 'labels=regular, pays late')
    labels = {one['name']: one['id'] for one in house.json('list', 'label')}
    cases.check(set(labels) == {'regular', 'pays late'}, 'new words become labels', labels)
    cases.check(house.json('inbox')[0]['labels'] == ['pays late', 'regular'],
                'and stand with the conversation')
    cases.check(len(house.json('inbox', 'label=' + labels['regular'])) == 1 and
                house.json('inbox', 'label=LB99') == [], 'which is found by them')
    reply = house.ctl('save', 'canned-reply', 'shortcut=bye', 'title=Goodbye', 'state=closed',
                      'text=Thank you, {first-name}! {business}').stdout.strip()
    filled = house.ctl('fill', '1', reply).stdout.strip()
    cases.check(filled == 'Thank you, Mona! My business', 'a saved reply is filled in', filled)
    house.ctl('send', '--reply', reply, '1', filled)
    cases.check(house.json('inbox')[0]['state'] == 'closed' and texts(house)[-1] == filled,
                'and what it says besides is done when it is sent')
    twice = house.ctl('save', 'canned-reply', 'shortcut=BYE', 'title=Again', 'text=x')
    cases.check(twice.returncode == 1, 'no two have the same shortcut', twice.stdout)


def counts(house, cases):
    house.ctl('state', '1', 'open')
    house.ctl('assign', '1', 'TM1')
    status = house.json('status')
    cases.check((status['conversations'], status['mine'], status['unassigned']) == (1, 1, 0),
                'what is mine is counted', status)


def call(house, method, *arguments):
    return subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.kontor.Kontor.Daemon', '--object-path',
                           '/org/kontor/Kontor/Daemon', '--method', 'org.kontor.Kontor.Inbox.' + method,
                           *map(str, arguments)], env=house.env, capture_output=True, text=True)


def page(house, conversation, **options):
    """The texts of a page of messages, as the window asks for it."""
    told = ', '.join(f"'{name.replace('_', '-')}': <{value}>" for name, value in options.items())
    done = call(house, 'Messages', conversation, '{' + told + '}')
    return re.findall(r"'text': <'(.*?)'>", done.stdout) if done.returncode == 0 else done.stderr


def middle(house, cases):
    house.ctl('practice', 'Good morning', '--name', 'Ana', '--from', '+971501110009')
    ids = [house.json('send', '2', f'Line {i}')['message'] for i in range(5)]
    here = f'int64 {ids[2]}'
    older = page(house, 2, limit='uint32 2', **{'from': here})
    newer = page(house, 2, limit='uint32 2', oldest_first='true', **{'from': here})
    cases.check((older, newer) == (['Line 2', 'Line 1'], ['Line 3', 'Line 4']),
                'a thread is read from its middle, both ways', (older, newer))
    cases.check('another conversation' in page(house, 1, **{'from': here}) and
                'there is no message' in page(house, 1, **{'from': 'int64 9999'}),
                'and not from a message that is not in it')


def say(house, conversation, text, options):
    return call(house, 'Send', conversation, text, options)


def accept(house, draft, text, options):
    return call(house, 'AcceptDraft', draft, text, options)


def collision(house, cases):
    """Somebody else sits down at the desk; the one before still holds the conversation."""
    first = house.json('status')['teammate']
    house.ctl('practice', 'Hello', '--from', '+971500000009', '--name', 'Omar Farouk')
    conversation = [one for one in house.json('inbox') if one['name'] == 'Omar Farouk'][0]['id']

    def held():
        return house.json('inbox', f'id={conversation}')[0]['held-by']
    cases.check(say(house, conversation, 'Here I am', "{'alone': <true>}").returncode == 0,
                'who answers alone just writes', held())
    cases.check(say(house, conversation, 'Again', "{'alone': <true>}").returncode == 0, 'and goes on')
    house.ctl('save', 'teammate', 'name=Zoe Nassar', 'manager=yes')
    house.ctl('save', 'teammate', first, 'manager=no')
    house.kill()
    house.start()
    second = house.json('status')['teammate']
    holder = house.json('get', 'teammate', first)['name']
    refused = say(house, conversation, 'Me too', "{'alone': <true>}")
    said = [m['text'] for m in house.json('messages', str(conversation))]
    cases.check(second != first and refused.returncode == 1 and f'{holder} answers Omar Farouk' in refused.stderr and
                'take the conversation over' in refused.stderr and
                'Me too' not in said and held() == f'teammate:{first}',
                'who writes where another person answers is told so, and nothing is sent', (refused.stderr, said))
    taken = say(house, conversation, 'Me too', "{'take-over': <true>}")
    said = [m['text'] for m in house.json('messages', str(conversation))]
    cases.check(taken.returncode == 0 and said[-1] == 'Me too' and held() == f'teammate:{second}',
                'whoever takes it over says it and holds it', (taken.stderr, said, held()))
    collision_of_drafts(house, cases, conversation, first, second)


def sit_down(house, teammate, before):
    """@teammate is the manager at this desk from now on."""
    house.ctl('save', 'teammate', teammate, 'manager=yes')
    house.ctl('save', 'teammate', before, 'manager=no')
    house.kill()
    house.start()


def collision_of_drafts(house, cases, conversation, first, second):
    """What an assistant proposed is said by whoever holds the conversation, too."""
    house.ctl('release', str(conversation))
    house.ctl('mode', str(conversation), 'draft')
    house.ctl('practice', 'Thank you', '--from', '+971500000009')
    draft = house.json('messages', str(conversation))[-1]
    house.ctl('hold', str(conversation))
    sit_down(house, first, second)

    def now():
        one = house.json('inbox', f'id={conversation}')[0]
        return one['held-by'], [m['state'] for m in house.json('messages', str(conversation)) if m['id'] == draft['id']]
    refused = accept(house, draft['id'], 'In my words', "{'alone': <true>}")
    cases.check(draft['state'] == 'draft' and refused.returncode == 1 and 'Zoe Nassar answers' in refused.stderr and
                now() == (f'teammate:{second}', ['draft']),
                'who accepts a draft where another person answers is told so, and nothing is sent',
                (draft, refused.stderr, now()))
    taken = accept(house, draft['id'], '', "{'take-over': <true>}")
    cases.check(taken.returncode == 0 and now()[0] == f'teammate:{first}' and now()[1] != ['draft'],
                'whoever takes it over sends it and holds it', (taken.stderr, now()))


sys.exit(play([once, later, replies, counts, middle, collision]))
