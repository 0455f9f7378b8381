#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon as a linked device, with customers who use independent clients, through the stand-in server.

linked-daemon.py KONTORD KONTORCTL SOURCE BUILD [PART…]. Skips with a word where npm or Node 20.15 is absent.
"""
import json
import os
import sys

from companion import Companion, World
from gi.repository import GLib
from house import Cases

KONTORD, KONTORCTL, SOURCE, BUILD = sys.argv[1:5]
WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, my name is Jeffrey, '
        'BMW 5 series')
GREETING = 'Good morning ☀️, שלום, مرحبا'


def hear(shop, customer, text, **more):
    """The customer says it; the message as it stands in the conversation."""
    customer.ask('send', **{'to': shop.jid, 'kind': 'text', 'text': text, **more})
    return shop.wait(lambda: shop.find(customer, text=text))


def say(shop, customer, text, **options):
    """A person answers in the conversation; what the customer sees, and the message's number."""
    number = shop.send(shop.of('+' + customer.phone)['id'], text, **options)
    return customer.wait('message', fromMe=False, **({'text': text} if text else {})), number


def ask_bus(shop, method, form, *arguments):
    shop.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                       GLib.Variant(form, arguments), None, 0, -1, None)


def wait_state(shop, customer, number, *states):
    return shop.wait_message(shop.of('+' + customer.phone)['id'], number, *states)


def greet(shop, world, cases):
    customer = world.customer()
    asked = customer.ask('send', to=shop.jid, kind='text', text='Hi, can I book a ride?')
    reply = customer.wait('message', kind='text', fromMe=False)
    cases.check(bool(reply['text']), 'a customer who writes is answered', reply)
    customer.wait('receipt', id=asked['id'], type='delivered')
    cases.check(shop.of('+' + customer.phone) is not None, 'is known by the phone number, and sees two ticks',
                shop.records('contact'))


def book(shop, world, cases):
    """The conversation every newcomer holds first."""
    for kind in ('baileys', 'zapo'):
        customer, before = world.customer(kind), len(shop.records('booking'))
        customer.ask('send', to=shop.jid, kind='text', text=WISH)
        asked = customer.wait('message', fromMe=False)['text']
        cases.check('Let me repeat:' in asked and 'Pickup: Binary Tower' in asked and '250.00 AED' in asked,
                    f'{kind}: what a customer wants is repeated', asked)
        customer.ask('send', to=shop.jid, kind='text', text='yes')
        booked, bookings = customer.wait('message', fromMe=False)['text'], shop.records('booking')
        cases.check('it is booked' in booked and len(bookings) == before + 1, f'{kind}: and a yes books it',
                    (booked, bookings))


def texts(shop, world, cases):
    customer = shop.customer
    said = hear(shop, customer, GREETING)
    cases.check(said['direction'] == 'in' and said['state'] == 'received', 'emoji and right-to-left arrive', said)
    told, number = say(shop, customer, GREETING)
    wait_state(shop, customer, number, 'delivered', 'read')
    cases.check(told['text'] == GREETING, 'and leave, and are delivered', told)
    customer.ask('read', chat=told['chat'], id=told['id'])
    wait_state(shop, customer, number, 'read')
    cases.check(True, 'what the customer reads is read here')
    asked = customer.ask('send', to=shop.jid, kind='text', text='did you read me?')
    shop.wait(lambda: shop.find(customer, text='did you read me?'))
    shop.call('Inbox', 'MarkRead', '(x)', shop.of('+' + customer.phone)['id'])
    customer.wait('receipt', id=asked['id'], type='read')
    cases.check(True, 'what is read here is read at the customer')
    long = 'é' * 40000
    cases.check(hear(shop, customer, long)['text'] == long, '80 kB arrive whole')
    cases.check(say(shop, customer, long)[0]['text'] == long, 'and leave whole')


def phone(shop, world, cases):
    """What the owner's phone sees, and says."""
    customer = shop.customer
    told, _ = say(shop, customer, 'seen on the phone')
    heard = world.server.ask('phone-heard', phone=shop.phone, id=told['id'])
    cases.check(any(one['text'] == 'seen on the phone' and one['fromMe'] for one in heard['inbox']) and
                not heard['failures'], 'what is said here shows on the owner’s phone', heard)
    other = world.customer()
    hear(shop, other, 'is anybody there?')
    conversation = shop.of('+' + other.phone)['id']
    shop.call('Inbox', 'Hold', '(xb)', conversation, False)
    for form in ('lid', 's.whatsapp.net'):
        text = f'typed by hand, {form}'
        world.server.ask('phone-says', phone=shop.phone, to=other.jid, text=text, server=form)
        other.wait('message', text=text)
        said = shop.wait(lambda: shop.find(other, text=text))
        cases.check(said['direction'] == 'out' and said['author'] == 'phone',
                    f'what the owner types on the phone stands here as that ({form})', said)
    held = shop.conversation(conversation)
    cases.check(held['held-by'] == 'phone', 'and takes the conversation over', held)


def kinds(shop, world, cases):
    for name in ('baileys', 'zapo'):
        customer = world.customer(name)
        first = customer.ask('send', to=shop.jid, kind='text', text='the first')
        mine = shop.wait(lambda: shop.find(customer, text='the first'))
        target = {'chat': shop.jid, 'id': first['id'], 'fromMe': True}
        customer.ask('send', to=shop.jid, kind='reaction', emoji='❤️', target=target)
        said = shop.wait(lambda: shop.find(customer, kind='reaction'))
        cases.check(said['about'] == mine['id'] and json.loads(said['body'])['emoji'] == '❤️',
                    f'{name}: a reaction points at its message', said)
        customer.ask('send', to=shop.jid, kind='edit', text='the second', target=target)
        said = shop.wait(lambda: shop.find(customer, text='the second'))
        cases.check(said['about'] == mine['id'] and json.loads(said['body'])['edited'],
                    f'{name}: an edit names what it changes', said)
        customer.ask('send', to=shop.jid, kind='revoke', target=target)
        said = shop.wait(lambda: shop.find(customer, kind='system'))
        cases.check(said['about'] == mine['id'], f'{name}: so does what is taken back', said)
        customer.ask('send', to=shop.jid, kind='location', latitude=52.5, longitude=13.25, name='Salon')
        said = shop.wait(lambda: shop.find(customer, kind='location'))
        cases.check(json.loads(said['body'])['latitude'] == 52.5, f'{name}: a place arrives', said)
        customer.ask('send', to=shop.jid, kind='contact', name='Bea', phone='4915199999999')
        said = shop.wait(lambda: shop.find(customer, kind='contacts'))
        cases.check('4915199999999' in said['body'], f'{name}: a contact arrives', said)
        told, number = say(shop, customer, 'At ten.', about=mine['id'])
        cases.check(told['kind'] == 'quote' and told['target'] == first['id'], f'{name}: a quote leaves', told)
        customer.ask('send', to=shop.jid, kind='quote', text='Fine.', target=told['id'], author=shop.jid,
                     quoted='At ten.')
        said = shop.wait(lambda: shop.find(customer, text='Fine.'))
        cases.check(said['about'] == number, f'{name}: and one comes back', said)
        told, _ = say(shop, customer, '', kind='reaction', body='{"emoji": "👍"}', about=mine['id'])
        cases.check(told['kind'] == 'reaction' and told['emoji'] == '👍' and told['target'] == first['id'],
                    f'{name}: a reaction leaves', told)
        told, _ = say(shop, customer, '', kind='location', body='{"latitude": 1.5, "longitude": 2.5}')
        cases.check(told['kind'] == 'location' and told['latitude'] == 1.5, f'{name}: a place leaves', told)


def changes(shop, world, cases):
    """What we said is said in other words and taken back; a contact leaves as a card."""
    for name in ('baileys', 'zapo'):
        customer = world.customer(name)
        hear(shop, customer, 'When?')
        first, number = say(shop, customer, 'At ten.')
        told, again = say(shop, customer, 'At eleven.', body='{"edited": true}', about=number)
        cases.check(told['kind'] == 'edit' and told['target'] == first['id'],
                    f'{name}: an edit takes the place of what was said', told)
        wait_state(shop, customer, again, 'delivered', 'read')
        told, gone = say(shop, customer, '', kind='system', body='{"type": "taken-back"}', about=again)
        cases.check(told['kind'] == 'revoke' and told['target'] == first['id'],
                    f'{name}: and what was said can be taken back', told)
        wait_state(shop, customer, gone, 'sent', 'delivered', 'read')
        refused = shop.refused(shop.of('+' + customer.phone)['id'], 'At twelve.', body='{"edited": true}',
                               about=number)
        cases.check('taken back already' in refused, f'{name}: but not changed any more', refused)
        told, _ = say(shop, customer, '', kind='contacts',
                      body='{"contacts": [{"name": "Bea; Berg", "phones": ["+4915199999999"]}]}')
        cases.check(told['kind'] == 'contact' and told['name'] == 'Bea; Berg' and told['phone'] == '4915199999999',
                    f'{name}: a contact leaves', told)


def see_typing(shop, customer, cases):
    """We were just writing: WhatsApp tells us who else does."""
    def types():
        return shop.of('+' + customer.phone)['typing']
    cases.check(not types(), f'{customer.name}: who does not write is not shown as writing')
    customer.ask('typing', to=shop.jid, on=True)
    cases.check(shop.wait(types), f'{customer.name}: that a customer writes is seen here')
    customer.ask('typing', to=shop.jid, on=False)
    cases.check(shop.wait(lambda: not types()), f'{customer.name}: and that it stopped')
    customer.ask('typing', to=shop.jid, on=True)
    shop.wait(types)
    hear(shop, customer, 'written')
    cases.check(shop.wait(lambda: not types()), f'{customer.name}: and it is over with the message')


def presence(shop, world, cases):
    """A customer who looks sees that somebody writes, and only then that anybody is there."""
    for name in ('baileys', 'zapo'):
        customer = world.customer(name)
        hear(shop, customer, 'Hello')
        customer.ask('watch', to=shop.jid)
        customer.wait('presence', state='unavailable')
        shop.call('Inbox', 'Typing', '(x)', shop.of('+' + customer.phone)['id'])
        customer.wait('presence', state='available')
        cases.check(customer.wait('presence', state='composing'), f'{name}: sees that somebody writes')
        see_typing(shop, customer, cases)
    shop.house.ctl('channel', 'set', 'CH2', 'hides-writing=yes')
    shop.wait_state('connected')
    customer.events.clear()
    shop.call('Inbox', 'Typing', '(x)', shop.of('+' + customer.phone)['id'])
    say(shop, customer, 'fine')
    seen = [told for told in customer.events if told['event'] == 'presence' and told['state'] != 'unavailable']
    cases.check(not seen, 'and nothing of it where that is hidden', seen)
    shop.house.ctl('channel', 'set', 'CH2', 'hides-writing=no')
    shop.wait_state('connected')


def room(shop, subject):
    """The conversation that a group is."""
    contact = next((c for c in shop.records('contact') if c.get('name') == subject), None)
    return contact and next((c for c in shop.conversations() if c['contact'] == contact['id']), None)


def hear_in(shop, subject, text):
    def look():
        there = room(shop, subject)
        return there and next((m for m in shop.messages(there['id']) if m['text'] == text), None)
    return shop.wait(look)


def say_in(shop, subject, text, readers, **options):
    """The shop says it in the group; what each of @readers sees, and the message's number."""
    number = shop.send(room(shop, subject)['id'], text, **options)
    return [reader.wait('message', fromMe=False, text=text) for reader in readers], number


def groups(shop, world, cases):
    """Three in a group, addressed by LID or by number."""
    ask, three = world.server.ask, [world.customer('baileys'), world.customer('zapo')]
    first, second = three
    for mode in ('lid', 'pn'):
        subject = f'Team {mode}'
        jid = ask('group', creator=first.phone, members=[shop.phone, second.phone], subject=subject, mode=mode)['jid']
        for customer in three:
            customer.ask('send', to=jid, kind='text', text=f'from {customer.name}')
            said = hear_in(shop, subject, f'from {customer.name}')
            member = json.loads(said['body'])['member']
            cases.check(said['direction'] == 'in' and member['phone'] == '+' + customer.phone,
                        f'{mode}: what {customer.name} says in a group stands there with who said it', said)
        before = ask('violations')['hashes']
        seen, number = say_in(shop, subject, GREETING, three)
        after = ask('violations')['hashes']
        cases.check(all(told['chat'] == jid for told in seen), f'{mode}: what the shop says is read by all', seen)
        cases.check(after['wrong'] == before['wrong'] and after['right'] > before['right'],
                    f'{mode}: by just those whom WhatsApp knows', (before, after))
        shop.wait_message(room(shop, subject)['id'], number, 'delivered', 'read')
        seen, _ = say_in(shop, subject, 'once more', three, about=said['id'])
        cases.check(all(told['kind'] == 'quote' for told in seen), f'{mode}: so is a quote with the same key', seen)
        for customer in three:
            customer.ask('send', to=jid, kind='text', text=f'again from {customer.name}')
            hear_in(shop, subject, f'again from {customer.name}')
        ask('fault', what='corrupt', device=shop.device)
        first.ask('send', to=jid, kind='text', text='asked for again')
        cases.check(hear_in(shop, subject, 'asked for again'), f'{mode}: what was changed is asked for again')
        for customer in three:
            ask('fault', what='corrupt', device=customer.device)
        cases.check(say_in(shop, subject, 'sent again', three), f'{mode}: and sent again')
        fourth = world.customer('zapo')
        ask('group-change', group=jid, what='add', phone=fourth.phone)
        ask('settled', phones=[shop.phone])
        cases.check(say_in(shop, subject, 'to four', [*three, fourth]), f'{mode}: who joins reads it')
        ask('group-change', group=jid, what='remove', phone=fourth.phone)
        ask('settled', phones=[shop.phone])
        cases.check(say_in(shop, subject, 'to three', three), f'{mode}: who left gets nothing')
        fourth.ask('send', to=shop.jid, kind='text', text=f'left {mode}')
        shop.wait(lambda: shop.find(fourth, text=f'left {mode}'))
        cases.check(not any(told.get('text') == 'to three' for told in fourth.events), f'{mode}: nothing at all')


def group_kinds(shop, world, cases):
    """In a group a reaction, a quote and a change name whose message they are about."""
    first, second, ask = world.customer('baileys'), world.customer('zapo'), world.server.ask
    jid = ask('group', creator=first.phone, members=[shop.phone, second.phone], subject='Kinds', mode='lid')['jid']
    sent = first.ask('send', to=jid, kind='text', text='mine')
    mine = hear_in(shop, 'Kinds', 'mine')
    seen, number = say_in(shop, 'Kinds', 'ours', [first, second])
    there = room(shop, 'Kinds')['id']

    def about(emoji):
        return shop.wait(lambda: next((m for m in shop.messages(there) if m['kind'] == 'reaction' and
                                       json.loads(m['body'])['emoji'] == emoji), None))['about']

    for customer, emoji, target, whose in (
            (first, '👍', {'id': seen[0]['id'], 'participant': shop.lid + '@lid'}, number),
            (second, '❤️', {'id': sent['id'], 'participant': first.lid}, mine['id']),
            (first, '🙏', {'id': sent['id'], 'fromMe': True}, mine['id'])):
        customer.ask('send', to=jid, kind='reaction', emoji=emoji, target={'chat': jid, **target})
        cases.check(about(emoji) == whose, f'{customer.name}: {emoji} stands at the message it is about')
    shop.send(there, '', kind='reaction', body='{"emoji": "😂"}', about=mine['id'])
    told = [customer.wait('message', kind='reaction', emoji='😂') for customer in (first, second)]
    cases.check(all(one['target'] == sent['id'] for one in told), 'and so does ours', told)
    first.ask('send', to=jid, kind='edit', text='mine, in other words', target={'chat': jid, 'id': sent['id'],
                                                                             'fromMe': True})
    said = hear_in(shop, 'Kinds', 'mine, in other words')
    cases.check(said['about'] == mine['id'] and json.loads(said['body'])['edited'], 'an edit names what it changes',
                said)
    told, _ = say_in(shop, 'Kinds', 'ours, in other words', [first, second], body='{"edited": true}', about=number)
    cases.check(all(one['kind'] == 'edit' and one['target'] == seen[0]['id'] for one in told), 'and so does ours', told)
    shop.send(there, '', kind='system', body='{"type": "taken-back"}', about=number)
    told = [customer.wait('message', kind='revoke') for customer in (first, second)]
    cases.check(all(one['target'] == seen[0]['id'] for one in told), 'and what we take back', told)


def group_names(shop, world, cases):
    """A group is called here as its members call it, until the owner calls it otherwise."""
    ask, customer = world.server.ask, world.customer()
    jid = ask('group', creator=customer.phone, members=[shop.phone], subject='Drivers', mode='lid')['jid']
    customer.ask('send', to=jid, kind='text', text='Hello')
    hear_in(shop, 'Drivers', 'Hello')
    ask('group-name', group=jid, subject='Drivers of June')
    cases.check(shop.wait(lambda: room(shop, 'Drivers of June')), 'a group that is renamed is renamed here',
                shop.records('contact'))
    contact = next(c['id'] for c in shop.records('contact') if c.get('name') == 'Drivers of June')
    shop.house.ctl('save', 'contact', contact, 'name=The night shift')
    ask('group-name', group=jid, subject='Drivers of July')
    ask('settled', phones=[shop.phone])
    customer.ask('send', to=jid, kind='text', text='And now?')
    cases.check(hear_in(shop, 'The night shift', 'And now?'), 'and keeps the name that the owner gave it',
                shop.records('contact'))


def group_own(shop, world, cases):
    """Another device of ours in a group; and when we are thrown out."""
    ask, customer = world.server.ask, world.customer()
    mate = world.link('baileys', shop.phone, shop.lid + '@lid')
    jid = ask('group', creator=customer.phone, members=[shop.phone], subject='Own', mode='lid')['jid']
    customer.ask('send', to=jid, kind='text', text='Hello')
    hear_in(shop, 'Own', 'Hello')
    mate.ask('send', to=jid, kind='text', text='typed elsewhere')
    said = hear_in(shop, 'Own', 'typed elsewhere')
    cases.check(said['direction'] == 'out' and said['author'] == 'phone',
                'what another device of ours says in a group stands there as ours', said)
    say_in(shop, 'Own', 'typed here', [customer])
    cases.check(mate.wait('message', text='typed here', chat=jid)['fromMe'], 'and it reads what is said here')
    ask('remove', device=mate.device)
    mate.wait('closed')
    ask('group-change', group=jid, what='remove', phone=shop.phone)
    ask('settled', phones=[shop.phone])
    number = shop.send(room(shop, 'Own')['id'], 'too late')
    told = shop.wait_message(room(shop, 'Own')['id'], number, 'failed')
    cases.check('not in the group' in told['reason'], 'who was removed from a group is told so', told)


def forgotten(shop, world, cases):
    """Who got a device, or joined a group, without a word to us is found by the server's word on a message."""
    ask, before = world.server.ask, world.violations()
    cases.check(not before, 'the server had nothing to complain of', before)
    for name in ('baileys', 'zapo'):
        customer, member = world.customer(name), world.customer(name)
        hear(shop, customer, 'before')
        jid = ask('group', creator=customer.phone, members=[shop.phone], subject=f'Quiet {name}', mode='lid')['jid']
        customer.ask('send', to=jid, kind='text', text='before')
        hear_in(shop, f'Quiet {name}', 'before')
        say(shop, customer, 'to one')
        say_in(shop, f'Quiet {name}', 'to one more', [customer])
        ask('quiet')
        other = world.companion(customer)
        ask('group-change', group=jid, what='add', phone=member.phone)
        ask('quiet', on=False)
        say(shop, customer, 'to both')
        cases.check(other.wait('message', text='to both'), f'{name}: a device nobody told us of gets it after all')
        say_in(shop, f'Quiet {name}', 'to all', [customer, other])
        cases.check(member.wait('message', text='to all', chat=jid), f'{name}: and so does a new member of a group')
        before = ask('violations')['hashes']
        say_in(shop, f'Quiet {name}', 'again to all', [customer, other, member])
        say(shop, customer, 'again to both')
        other.wait('message', text='again to both')
        after = ask('violations')['hashes']
        cases.check(after['wrong'] == before['wrong'], f'{name}: and the next time at once', (before, after))
    # The phones of those new members were given what they had no key for, and the stand-in's ask nobody.
    wrong = [one for one in world.violations() if 'missing sender key' not in one['what']]
    cases.check(not wrong, 'nothing was amiss but that', wrong)
    ask('forgive')


def trust(shop, world, cases):
    """Tokens of those who know each other."""
    ask, customer = world.server.ask, world.customer()
    hear(shop, customer, 'Hello')
    say(shop, customer, 'Welcome')
    given = ask('tokens', phone=shop.phone)['given']
    cases.check([token['type'] for token in given if token['jid'] == customer.lid] == ['trusted_contact'],
                'who is written to gets a token', given)
    ask('give-token', phone=customer.phone, device=shop.device, token='c0ffee')
    ask('settled', phones=[shop.phone])
    say(shop, customer, 'Welcome again')
    cases.check(ask('tokens', phone=customer.phone)['shown'] == ['c0ffee'], 'and its own is shown with what is said')
    given = [token for token in ask('tokens', phone=shop.phone)['given'] if token['jid'] == customer.lid]
    cases.check(len(given) == 1, 'one a week is given', given)


def silence(shop, world, cases):
    """The assistant answers people, and never in a group."""
    customer = world.customer()
    jid = world.server.ask('group', creator=customer.phone, members=[shop.phone], subject='Quiet', mode='lid')['jid']
    shop.house.ctl('save', 'channel', 'CH2', 'mode=automatic')
    for text in ('Hi, can I book a ride?', 'STOP', WISH):
        customer.ask('send', to=jid, kind='text', text=text)
    hear_in(shop, 'Quiet', WISH)
    customer.ask('send', to=shop.jid, kind='text', text='Hi, can I book a ride?')
    customer.wait('message', kind='text', fromMe=False)
    shop.settle()
    said = [m for m in shop.messages(room(shop, 'Quiet')['id']) if m['direction'] != 'in']
    cases.check(not said and room(shop, 'Quiet')['unread'] == 3, 'in a group nothing is answered by itself', said)
    shop.house.ctl('save', 'channel', 'CH2', 'mode=off')


def ping_pong(shop, world, cases):
    customer = shop.customer
    for n in range(100):
        hear(shop, customer, f'ping {n}')
        say(shop, customer, f'pong {n}')
    cases.check(True, '200 messages go to and fro')


def trouble(shop, world, cases):
    """The wire repeats, swaps, loses and changes."""
    for kind in ('baileys', 'zapo'):
        customer, ask = world.customer(kind), world.server.ask
        hear(shop, customer, 'before')
        ask('fault', what='corrupt', device=shop.device)
        hear(shop, customer, 'asked for again')
        cases.check(hear(shop, customer, 'after'), f'{kind}: what was changed on the way is asked for again')
        ask('fault', what='corrupt', device=customer.device)
        say(shop, customer, 'sent again')
        cases.check(say(shop, customer, 'and on'), f'{kind}: and sent again')
        ask('fault', what='swap', device=shop.device)
        customer.ask('send', to=shop.jid, kind='text', text='first')
        hear(shop, customer, 'second')
        cases.check(shop.wait(lambda: shop.find(customer, text='first')), f'{kind}: two may change places')
        ask('fault', what='duplicate', device=shop.device)
        hear(shop, customer, 'twice')
        hear(shop, customer, 'once')
        cases.check(len(shop.all(customer, text='twice')) == 1, f'{kind}: what comes twice stands here once')
        ask('fault', what='lose', device=shop.device, times=40)
        for n in range(40):
            customer.ask('send', to=shop.jid, kind='text', text=f'lost {n}')
        cases.check(hear(shop, customer, 'after the gap'), f'{kind}: 40 that are lost do the next no harm')


def gap(shop, world, cases):
    """More than a session can skip: it is begun anew."""
    customer = world.customer('zapo')
    hear(shop, customer, 'before the gap')
    world.server.ask('fault', what='lose', device=shop.device, times=2001)
    for n in range(2001):
        customer.ask('send', to=shop.jid, kind='text', text=f'lost {n}')
    cases.check(hear(shop, customer, 'after the gap'), 'after 2,001 lost messages the next is asked for again')
    cases.check(say(shop, customer, 'fine'), 'and both talk')


def people(shop, world, cases):
    """Names by LID and by number, new phones, new devices, no keys."""
    stranger = world.customer()
    said = hear(shop, stranger, 'to your LID', to=shop.lid + '@lid')
    cases.check(said and shop.of('+' + stranger.phone), 'who writes to the LID is known by number')
    hear(shop, stranger, 'to your number')
    cases.check(len({m['conversation'] for m in shop.all(stranger)}) == 1 and say(shop, stranger, 'one'),
                'a session moves from number to LID, and the contact stays one')
    world.server.ask('no-one-time-keys', device=shop.device)
    cases.check(hear(shop, world.customer(), 'no key left'), 'who finds no one-time key can write')
    world.server.ask('no-one-time-keys', device=shop.device, on=False)
    other = world.companion(stranger)
    say(shop, stranger, 'to both')
    cases.check(other.wait('message', text='to both'), 'a device that was added gets what is said')
    world.server.ask('remove', device=other.device)
    other.wait('closed')
    cases.check(say(shop, stranger, 'to one again'), 'one that was removed does no harm')
    world.server.ask('new-identity', phone=stranger.phone)
    again = world.companion(stranger)
    shop.send(shop.of('+' + stranger.phone)['id'], 'to the new phone')
    cases.check(again.wait('message', text='to the new phone'), 'a new phone is written to')
    again.ask('send', to=shop.jid, kind='text', text='from the new phone')
    cases.check(shop.wait(lambda: shop.find(stranger, text='from the new phone')), 'and heard')
    told = [json.loads(m['body'])['type'] for m in shop.all(stranger, kind='system')]
    cases.check(told == ['identity-changed'], 'and the team reads once that its security code has changed', told)


def line(shop, world, cases):
    """The line breaks, in every way."""
    ask, customer = world.server.ask, shop.customer
    for fault in ('drop', '503', '515'):
        ask('fault', what=fault, device=shop.device)
        for n in range(3):
            customer.ask('send', to=shop.jid, kind='text', text=f'{fault} {n}')
        cases.check(all(shop.wait(lambda: shop.find(customer, text=f'{fault} {n}')) for n in range(3)),
                    f'after {fault} it comes back, and misses nothing')
    ask('oldest-revision', revision=1099999999)
    ask('fault', what='drop', device=shop.device)
    cases.check(hear(shop, customer, 'a newer version'), 'after 405 a newer version is learned, and it comes back')
    ask('oldest-revision', revision=0)
    device = ask('drain-prekeys', device=shop.device, leave=4)
    cases.check(device['prekeys'] > 4, 'prekeys are brought when few are left', device)


def keys(shop, world, cases):
    """The line is taken up anew again and again right after it was linked."""
    fresh = shop.another()
    fresh.link()
    for n in range(4):
        shop.house.ctl('channel', 'set', fresh.id, f'a-day={1000 + n}')
        fresh.wait_state('connected')
    world.server.ask('settled', phones=[fresh.phone])
    twice = [one for one in world.violations() if 'uploaded before' in one['what']]
    cases.check(not twice, 'no key is brought twice by a line that is restarted right after it was linked', twice)
    customer = world.customer()
    customer.ask('send', to=fresh.jid, kind='text', text='to the new line')
    cases.check(fresh.wait(lambda: fresh.find(customer, text='to the new line')), 'and it is written to')


def lose(line, world):
    """WhatsApp is out of reach, until the line is several tries behind; when it would try again."""
    world.server.ask('fault', what='failure 503', device=line.device, times=5)
    world.server.ask('fault', what='drop', device=line.device)
    return line.wait(lambda: max(line.channel()['retry-at'] - GLib.get_real_time() - 7000000, 0) and
                     line.channel()['retry-at'])


def wake(shop, world, cases):
    """The computer sleeps and wakes; who is logind is a stand-in."""
    banned = shop.another()
    banned.link()
    world.server.ask('fault', what='failure 402', device=banned.device)
    world.server.ask('fault', what='drop', device=banned.device)
    banned.wait_state('banned')
    at = lose(shop, world)
    ask_bus(shop, 'RequestName', '(su)', 'org.freedesktop.login1', 0)
    shop.bus.emit_signal(None, '/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep',
                         GLib.Variant('(b)', (False,)))
    shop.wait_state('connected')
    cases.check(GLib.get_real_time() < at, 'when the computer wakes, a line that waits connects at once', at)
    cases.check(banned.channel()['state'] == 'banned', 'and one that was told to wait waits on', banned.channel())
    ask_bus(shop, 'ReleaseName', '(s)', 'org.freedesktop.login1')


def ends(shop, world, cases):
    """What ends a line, and who may begin it anew."""
    for reason, state in (('401', 'logged-out'), ('402', 'banned'), ('403', 'logged-out'), ('406', 'banned')):
        other = shop.another()
        other.link()
        world.server.ask('fault', what=f'failure {reason}', device=other.device)
        world.server.ask('fault', what='drop', device=other.device)
        told = other.wait_state(state)
        cases.check(reason in told['cause'], f'{reason} is told', told)
    other = shop.another()
    other.link()
    world.server.ask('remove', device=other.device)
    told = other.wait_state('logged-out')
    cases.check('Link it again' in told['cause'], 'a companion that the owner removes is told so', told)
    code = other.letters()
    world.server.ask('code', phone=other.phone, code=code)
    other.wait_state('connected')
    cases.check(True, 'it is linked again, by letters')
    device = world.server.ask('devices', phone=other.phone)[1]['name']
    guarded = shop.another()
    guarded.ctl_shows('link-qr', 'channel', 'add', 'linked', 'Guarded', '--qr')[1].terminate()
    world.server.ask('ask-passkey')
    told = shop.wait(lambda: 'passkey' in guarded.channel()['cause'] and guarded.channel())
    cases.check('Cloud API' in told['cause'], 'an account that wants a passkey is told what to do', told)
    shop.house.ctl('channel', 'remove', guarded.id)
    shop.house.ctl('channel', 'remove', other.id)
    world.server.ask('gone', device=device)
    cases.check(True, 'a channel that is removed is no device any more')


def ours(shop, world, cases):
    """Two lines of one daemon talk to each other."""
    other = shop.another()
    other.link()
    world.server.ask('phone-says', phone=other.phone, to=shop.jid, text='from our other shop')
    here = shop.wait(lambda: next((m for m in shop.everything() if m['text'] == 'from our other shop' and
                                   m['direction'] == 'in'), None))
    shop.send(here['conversation'], 'welcome')
    there = shop.wait(lambda: next((m for m in shop.everything() if m['text'] == 'welcome' and
                                    m['direction'] == 'in'), None))
    shop.send(there['conversation'], 'thank you')
    cases.check(shop.wait(lambda: [m for m in shop.everything() if m['text'] == 'thank you' and
                                   m['direction'] == 'in']), 'two lines of ours talk to each other')


PARTS = {part.__name__: part for part in (greet, book, texts, phone, kinds, changes, presence, groups, group_kinds,
                                          group_names, group_own, forgotten, trust, silence,
                                          ping_pong, trouble, gap, people, line, keys,
                                          wake, ends, ours)}
ANSWERED = ('greet', 'book')


def play(shop, world, cases, names):
    shop.link()
    cases.check(True, 'a number is linked by the code of kontorctl')
    for name in names:
        if name not in ANSWERED and not hasattr(shop, 'customer'):
            shop.house.ctl('save', 'channel', 'CH2', 'mode=off')
            shop.customer = world.customer()
            hear(shop, shop.customer, 'Hello')
        try:
            PARTS[name](shop, world, cases)
        except (AssertionError, RuntimeError, GLib.Error, KeyError, TypeError) as error:
            cases.check(False, name, f'{type(error).__name__}: {error}')
    shop.settle()
    try:
        world.server.ask('settled', phones=[shop.phone])
        cases.check(True, 'all that was delivered was acknowledged')
    except AssertionError:
        cases.check(False, 'all that was delivered was acknowledged', world.server.ask('accounts'))
    violations = world.violations()
    cases.check(not violations, 'the server has nothing to complain of', violations)


def main():
    cases, world = Cases(), World(SOURCE, BUILD, os.environ)
    shop = Companion(KONTORD, KONTORCTL, SOURCE, world)
    try:
        play(shop, world, cases, sys.argv[5:] or PARTS)
    finally:
        errors = shop.close()
        world.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
