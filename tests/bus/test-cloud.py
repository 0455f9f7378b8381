#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Cloud API line from the customer's first word to a booking with two blue ticks, and who it is
that writes. Meta is a stand-in on loopback; the daemon, its bus and its keyring are real."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import NUMBER, VERIFY
from line import run

WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, '
        'my name is Jeffrey, BMW 5 series')
KNOCK = '?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token='


def verify(line, cases):
    meta = line.meta
    cases.check(meta.ask('GET', query=KNOCK + VERIFY) == (200, b'1158201444'),
                'the right verify token gets the bare challenge back')
    cases.check(meta.ask('GET', query=KNOCK + 'guessed')[0] == 403, 'a guessed verify token gets 403')
    cases.check(meta.ask('GET', query=KNOCK)[0] == 403, 'an empty verify token gets 403')
    cases.check(meta.ask('GET')[0] == 403, 'a bare visit gets 403')
    cases.check(meta.ask('GET', query='?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=' +
                         VERIFY)[0] == 403, 'another mode gets 403')
    cases.check(meta.ask('PUT', b'{}')[0] == 405, 'another method gets 405')
    facts = line.channel()['facts']
    cases.check(facts.get('name') == 'Pearl Chauffeurs' and facts.get('quality') == 'GREEN' and
                facts.get('tier') == 'TIER_1K' and facts.get('throughput') == 'STANDARD',
                'the line shows the number’s name, quality, tier and throughput', facts)


def converse(line, cases):
    cases.check(line.meta.say(WISH) == 200, 'a signed webhook is told 200')
    said = line.graph.next_said()
    cases.check(said['to'] == '16505551234' and said['type'] == 'text' and
                'yes or no' in said['text']['body'], 'the wish is repeated through the Graph', said)
    cases.check(len(said.get('biz_opaque_callback_data', '')) <= 512 and
                said.get('biz_opaque_callback_data'), 'our own id travels with it', said)
    line.meta.say('yes')
    said = line.graph.next_said()
    cases.check('BK000001' in said['text']['body'], 'a yes books', said)
    line.settle()
    bookings = line.records('booking')
    cases.check(len(bookings) == 1 and bookings[0]['x-pickup'] == 'Binary Tower',
                'the booking stands in the book', bookings)
    conversation = line.conversations()[0]
    cases.check(conversation['unread'] == 2 and conversation['name'] == 'Sheena Nelson',
                'the conversation bears the sender’s name and two unread messages', conversation)


def tick(line, cases):
    conversation = line.conversations()[0]['id']
    last = line.messages(conversation)[-1]['id']
    cases.check(line.message(conversation, last)['state'] == 'sent', 'what Meta took is sent')
    for state, shown in (('delivered', 'delivered'), ('sent', 'delivered'), ('read', 'read'),
                         ('delivered', 'read'), ('sent', 'read'), ('failed', 'read')):
        status = line.meta.status('wamid.OUT2', state,
                                  pricing={'billable': True, 'pricing_model': 'PMP',
                                           'type': 'regular', 'category': 'service'})
        message = line.message(conversation, last)
        cases.check(status == 200 and message['state'] == shown,
                    f'after the status {state} the tick says {shown}', message)
    cases.check(message['cost'] == 'service, regular', 'what it is charged as is kept', message)
    first = line.messages(conversation)[1]['id']
    line.meta.status('wamid.OUT1', 'read')
    cases.check(line.message(conversation, first)['state'] == 'read', 'read may come without delivered')
    cases.check(line.meta.status('wamid.NOBODYS', 'read') == 200, 'a status of nobody’s message is let go')


def mark_read(line, cases):
    conversation = line.conversations()[0]['id']
    line.call('Inbox', 'MarkRead', '(x)', conversation)
    asked = line.graph.next_request('/messages')
    cases.check(asked[1] == f'/v26.0/{NUMBER}/messages' and asked[2]['Authorization'] == 'Bearer test-token',
                'the Graph is asked by version, number and token', asked[:3])
    cases.check(asked[3] == {'messaging_product': 'whatsapp', 'status': 'read',
                             'message_id': 'wamid.IN2'}, 'the customer sees that it was read', asked[3])
    cases.check(line.conversation(conversation)['unread'] == 0, 'and nothing is unread')
    line.call('Inbox', 'Typing', '(x)', conversation)
    asked = line.graph.next_request('/messages')[3]
    cases.check(asked.get('typing_indicator') == {'type': 'text'}, 'typing is shown to the customer', asked)


def without_phone(line, cases):
    """A user id alone is somebody; a phone that is heard of later makes two contacts one."""
    alone = {'id': 'wamid.ALONE1', 'from_user_id': 'US.13491208655302741918', 'timestamp': '1794000000',
             'type': 'text', 'text': {'body': 'Do you have child seats?'}}
    contact = {'profile': {'name': 'Sol', 'username': '@sol'}, 'user_id': alone['from_user_id']}
    line.meta.value(value([alone], [contact]))
    said = line.graph.next_said()
    cases.check(said.get('recipient') == alone['from_user_id'] and 'to' not in said,
                'who has no phone is answered by the user id', said)
    line.meta.say('Do you have child seats?', '16505550042', name='Sol')
    line.graph.next_said()
    line.settle()
    before = line.conversations(), line.records('contact')
    both = dict(alone, id='wamid.BOTH1', **{'from': '16505550042'})
    line.meta.value(value([both], [dict(contact, wa_id='16505550042')]))
    said = line.graph.next_said()
    line.settle()
    after = line.conversations(), line.records('contact')
    cases.check(said.get('to') == '16505550042', 'once the phone is known it is used', said)
    cases.check(len(after[0]) == len(before[0]) - 1 and len(after[1]) == len(before[1]) - 1,
                'the two contacts and conversations became one', after)
    joined = line.of('+16505550042')
    came = [m['text'] for m in line.messages(joined['id']) if m['direction'] == 'in']
    cases.check(len(came) == 3 and joined['unread'] == 3, 'nothing that was said is lost', (came, joined))
    moved = {'id': 'wamid.MOVED1', 'from': '16505550042', 'timestamp': '1794000000', 'type': 'system',
             'system': {'type': 'user_changed_number', 'body': 'Sol changed from 1 to 2',
                        'wa_id': '16505550043'}}
    line.meta.value(value([moved], None))
    cases.check(line.of('+16505550043')['id'] == joined['id'],
                'who changes the number stays the same contact', line.records('contact'))


def value(messages, contacts):
    told = {'messaging_product': 'whatsapp', 'messages': messages,
            'metadata': {'display_phone_number': '15550783881', 'phone_number_id': NUMBER}}
    return dict(told, contacts=contacts) if contacts is not None else told


def restart(line, cases):
    before = len(line.everything())
    line.house.daemon.terminate()
    line.house.daemon.communicate()
    line.house.start()
    line.wait_state('connected')
    line.meta.say('Do you have child seats?')
    line.graph.next_said()
    line.settle()
    cases.check(len(line.everything()) == before + 2, 'after a restart the line goes on where it was')


sys.exit(run([verify, converse, tick, mark_read, without_phone, restart]))
