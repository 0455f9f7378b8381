#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A daemon of a few records for kontorctl's tests: it takes the daemon's name on the session bus,
answers every method of data/dbus/ and keeps nothing. What a customer writes decides what happens:
"slow" is never answered, "silence" gets no answer, anything else gets two messages.

Usage: stand_in.py FOLDER-OF-XML
"""
import pathlib
import sys

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

NAME, PATH = 'org.kontor.Kontor.Daemon', '/org/kontor/Kontor/Daemon'
WHY = ('{"station": "assistant", "answer": {"speaks": true, "questions": '
       '[{"passage": "KN1", "score": 7.5}]}, "calls": [{"id": "AI1", "prompt": "reply 3", '
       '"cost": {"minor": 12, "currency": "EUR"}}]}')
NINE = 1795237200000000  # 2026-11-21 05:00 UTC, 09:00 in Dubai


class Refused(Exception):
    def __init__(self, code, words):
        super().__init__(words)
        self.code = code


def field(name, type_, title, **more):
    told = {'name': ('s', name), 'type': ('s', type_), 'title': ('s', title),
            'required': ('b', more.get('required', False)),
            'read-only': ('b', more.get('read_only', False)),
            'choices': ('as', more.get('choices', [])), 'of': ('s', more.get('of', ''))}
    return {key: GLib.Variant(*value) for key, value in told.items()}


def kind(name, title, prefix, label, fields, writable=True, own=False):
    return {'name': GLib.Variant('s', name), 'title': GLib.Variant('s', title),
            'plural': GLib.Variant('s', title + 's'), 'label': GLib.Variant('s', label),
            'id-prefix': GLib.Variant('s', prefix), 'writable': GLib.Variant('b', writable),
            'has-own': GLib.Variant('b', own), 'fields': GLib.Variant('aa{sv}', fields)}


KINDS = [
    kind('contact', 'Contact', 'CT', 'name', [
        field('name', 'text', 'Name'), field('phone', 'phone', 'Phone'),
        field('notes', 'long-text', 'Notes')]),
    kind('booking', 'Booking', 'BK', 'service', [
        field('service', 'link', 'Service', of='service'), field('at', 'time', 'Time'),
        field('duration', 'duration', 'Duration'), field('places', 'number', 'Places'),
        field('state', 'choice', 'State', choices=['requested', 'confirmed'], read_only=True),
        field('price', 'money', 'Price'), field('created', 'instant', 'Created')],
         writable=False, own=True),
    kind('knowledge', 'Knowledge', 'KN', 'title', [
        field('title', 'text', 'Title'),
        field('text', 'long-text', 'Answer', required=True)]),
    kind('channel', 'Channel', 'CH', 'name', [
        field('name', 'text', 'Name', required=True), field('kind', 'text', 'Kind'),
        field('active', 'yes-no', 'Active')], own=True),
    kind('audit', 'Audit entry', 'AU', 'action', [
        field('at', 'instant', 'When'), field('actor', 'text', 'By'),
        field('action', 'text', 'Action'), field('result', 'text', 'Result')], writable=False),
]
OWN = [field('x-pickup', 'text', 'Pickup'), field('x-seen', 'instant', 'Seen')]
TOKEN = field('x-token', 'secret', 'Token')

RECORDS = {
    'contact': {}, 'knowledge': {}, 'channel': {
        'CH1': {'id': GLib.Variant('s', 'CH1'), 'name': GLib.Variant('s', 'Practice'),
                'kind': GLib.Variant('s', 'practice'), 'active': GLib.Variant('b', True)}},
    'booking': {
        f'BK{n:06d}': {
            'id': GLib.Variant('s', f'BK{n:06d}'), 'service': GLib.Variant('s', 'chauffeur'),
            'at': GLib.Variant('(ssx)', ('2026-11-21T09:00', 'Asia/Dubai', NINE)),
            'duration': GLib.Variant('x', 3600), 'places': GLib.Variant('x', n),
            'state': GLib.Variant('s', 'confirmed' if n % 2 else 'requested'),
            'price': GLib.Variant('(xs)', (145050, 'AED')),
            'created': GLib.Variant('x', NINE), 'x-pickup': GLib.Variant('s', 'Binary Tower'),
            'x-seen': GLib.Variant('x', NINE)} for n in range(1, 451)},
    'audit': {'AU1': {
        'id': GLib.Variant('s', 'AU1'), 'at': GLib.Variant('x', NINE),
        'actor': GLib.Variant('s', 'teammate:TM1'), 'action': GLib.Variant('s', 'book'),
        'result': GLib.Variant('s', 'done')}},
}
ACTIONS = [{
    'name': GLib.Variant('s', 'cancel-booking'), 'title': GLib.Variant('s', 'Cancel'),
    'of': GLib.Variant('s', 'booking'),
    'arguments': GLib.Variant('aa{sv}', [field('booking', 'link', 'Booking', required=True),
                                         field('reason', 'text', 'Reason')]),
    'schema': GLib.Variant('s', '{}')}]


class Daemon:
    def __init__(self, loop):
        self.loop, self.bus = loop, None
        self.numbers = {}
        self.messages, self.busy, self.customers = [], set(), []
        self.held, self.demo, self.word = set(), '', None

    # Records
    def Kinds(self):
        return 'aa{sv}', KINDS

    def OwnFields(self, kind, record):
        return 'aa{sv}', OWN if kind == 'booking' else []

    def kept(self, kind):
        if kind not in RECORDS:
            raise Refused('NotFound', f'there is no kind “{kind}”')
        return RECORDS[kind]

    def matches(self, record, filter_):
        for key, wanted in filter_.items():
            name = key.rstrip('<>=!')
            value = record[name] if name in record else None
            wanted = wanted if isinstance(wanted, list) else [wanted]
            sign = key[len(name):] or '='
            if sign == '=' and str(value) not in wanted:
                return False
            if sign == '!=' and str(value) in wanted:
                return False
            if sign == '>=' and int(value) < int(wanted[0]):
                return False
            if sign == '<' and int(value) >= int(wanted[0]):
                return False
        return True

    def found(self, kind, filter_):
        plain = lambda r: {k: v.unpack() for k, v in r.items()}
        return [r for r in self.kept(kind).values() if self.matches(plain(r), filter_)]

    def Query(self, kind, filter_, options):
        all_ = self.found(kind, filter_)
        if options.get('descending'):
            all_.reverse()
        start = int(options.get('after') or 0)
        end = start + options.get('limit', 50)
        return '(aa{sv}s)', (all_[start:end], str(end) if end < len(all_) else '')

    def Sum(self, kind, filter_, name, by):
        if not any(one['name'] == name and one['type'] == 'money' for told in KINDS
                   if told['name'].unpack() == kind for one in told['fields'].unpack()):
            raise Refused('BadInput', f'“{name}” is no amount of a {kind}')
        sums = {}
        for record in self.found(kind, filter_):
            minor, currency = record[name].unpack()
            sums.setdefault((record[by].unpack(), currency), []).append(minor)
        return 'aa{sv}', [
            {by: GLib.Variant('s', value), 'count': GLib.Variant('x', len(all_)),
             'amount': GLib.Variant('(xs)', (sum(all_), currency))}
            for (value, currency), all_ in sorted(sums.items())]

    def Get(self, kind, id_):
        if id_ not in self.kept(kind):
            raise Refused('NotFound', f'there is no {kind} “{id_}”')
        return 'a{sv}', self.kept(kind)[id_]

    def Save(self, kind, id_, values):
        told = next((k for k in KINDS if k['name'].unpack() == kind), None)
        if told is None or not told['writable'].unpack():
            raise Refused('NotAllowed', f'{kind} records are changed by actions: see “do”')
        if id_ == '' and kind == 'knowledge' and not values.get('text'):
            raise Refused('BadInput', 'text: is missing')
        if id_ == '':
            self.numbers[kind] = self.numbers.get(kind, 1) + 1
            id_ = told['id-prefix'].unpack() + str(self.numbers[kind])
        record = self.kept(kind).setdefault(id_, {'id': GLib.Variant('s', id_)})
        record.update({k: GLib.Variant('s', v) for k, v in values.items()})
        self.emit('Records', 'Changed', GLib.Variant('(a{sas})', ({kind: [id_]},)))
        return 's', id_

    def Remove(self, kind, id_):
        self.Get(kind, id_)
        del RECORDS[kind][id_]

    def Import(self, kind, name, content, options):
        verdicts = []
        for number, line in enumerate(content.splitlines()[1:], 2):
            refused = line.endswith(',')
            verdicts.append({'line': GLib.Variant('x', number),
                             'outcome': GLib.Variant('s', 'refused' if refused else 'added'),
                             'id': GLib.Variant('s', '' if refused else f'KN{number}'),
                             'reason': GLib.Variant('s', 'text: is missing' if refused else '')})
        return 'aa{sv}', verdicts

    def Export(self, kind, filter_):
        rows = [r['id'].unpack() for r in self.found(kind, filter_)]
        return 's', 'id\r\n' + ''.join(f'{row}\r\n' for row in rows)

    def Calendar(self, filter_):
        return 's', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'

    # Inbox
    def Conversations(self, filter_, options):
        told = []
        for number, phone in enumerate(self.customers, 1):
            mine = [m for m in self.messages if m['conversation'].unpack() == number]
            if filter_.get('id', number) != number or filter_.get('unread', True) is not True:
                continue
            told.append({
                'id': GLib.Variant('x', number), 'channel': GLib.Variant('s', 'CH1'),
                'contact': GLib.Variant('s', 'CT1'), 'name': GLib.Variant('s', phone),
                'state': GLib.Variant('s', 'open'), 'assignee': GLib.Variant('s', ''),
                'held-by': GLib.Variant('s', 'TM1' if number in self.held else ''),
                'unread': GLib.Variant('x', 1), 'last-at': GLib.Variant('x', NINE),
                'last-text': mine[-1]['text'], 'last-kind': mine[-1]['kind'],
                'consent': GLib.Variant('s', 'given'),
                'busy': GLib.Variant('b', number in self.busy)})
        return '(aa{sv}s)', (told, '')

    def add(self, conversation, direction, author, text):
        self.messages.append({
            'id': GLib.Variant('x', 9007199254740993 + len(self.messages)),
            'conversation': GLib.Variant('x', conversation), 'at': GLib.Variant('x', NINE),
            'direction': GLib.Variant('s', direction), 'kind': GLib.Variant('s', 'text'),
            'state': GLib.Variant('s', 'sent'), 'author': GLib.Variant('s', author),
            'automatic': GLib.Variant('b', author == 'assistant'),
            'text': GLib.Variant('s', text), 'reason': GLib.Variant('s', ''),
            'why': GLib.Variant('s', WHY if author == 'assistant' else '')})
        return self.messages[-1]['id'].unpack()

    def find(self, message):
        for said in self.messages:
            if said['id'].unpack() == message:
                return said
        raise Refused('NotFound', f'there is no message {message}')

    def Message(self, message):
        return 'a{sv}', self.find(message)

    def SetMode(self, conversation, mode):
        if mode not in ('automatic', 'draft', 'off', ''):
            raise Refused('BadInput', f'{mode} is not one of: automatic, draft, off')

    def AcceptDraft(self, message, text, options):
        said = self.find(message)
        said['text'] = GLib.Variant('s', text or said['text'].unpack())
        return 'x', message

    def DiscardDraft(self, message):
        self.find(message)['state'] = GLib.Variant('s', 'discarded')

    def Messages(self, conversation, options):
        mine = [m for m in self.messages if m['conversation'].unpack() == conversation]
        if not mine:
            raise Refused('NotFound', f'there is no conversation {conversation}')
        if not options.get('oldest-first'):
            mine.reverse()
        start = int(options.get('after') or 0)
        end = start + min(options.get('limit', 50), 3)  # small pages: they must be followed
        return '(aa{sv}s)', (mine[start:end], str(end) if end < len(mine) else '')

    def Send(self, conversation, text, options):
        said = [m['text'].unpack() for m in self.messages
                if m['conversation'].unpack() == conversation]
        if not said:
            raise Refused('NotFound', f'there is no conversation {conversation}')
        if 'STOP' in said and not options.get('despite-stop'):
            raise Refused('NotAllowed', 'the contact said STOP')
        number = self.add(conversation, 'out', 'teammate:TM1', text)
        self.messages[-1].update({
            'kind': GLib.Variant('s', options.get('kind', 'image' if 'file' in options else 'text')),
            'about': GLib.Variant('x', options.get('about', 0)),
            'media-path': GLib.Variant('s', options.get('file', ''))})
        return 'x', number

    def CancelScheduled(self, message):
        if message not in [m['id'].unpack() for m in self.messages]:
            raise Refused('NotFound', f'there is no message {message}')

    def FillReply(self, conversation, reply):
        return 's', f'Dear {{name}}, {reply} for {conversation}'

    def SendAgain(self, message):
        if message not in [m['id'].unpack() for m in self.messages]:
            raise Refused('NotFound', f'there is no message {message}')

    def Note(self, conversation, text):
        return 'x', self.add(conversation, 'note', 'teammate:TM1', text)

    def Assign(self, conversation, teammate):
        pass

    def SetState(self, conversation, state, options):
        if state not in ('open', 'pending', 'snoozed', 'closed'):
            raise Refused('BadInput', f'“{state}” is not one of: open, pending, snoozed, closed')

    def Hold(self, conversation, held):
        (self.held.add if held else self.held.discard)(conversation)

    def MarkRead(self, conversation):
        pass

    def Search(self, text, options):
        hits = [dict(m, snippet=GLib.Variant('s', '‹' + text + '›')) for m in self.messages
                if text in m['text'].unpack()]
        return '(aa{sv}s)', (hits[::-1], '')

    # Channels
    def ChannelKinds(self):
        kinds = [('practice', 'Practice', []), ('cloud', 'Cloud API', [TOKEN])]
        return 'aa{sv}', [{'name': GLib.Variant('s', name), 'title': GLib.Variant('s', title),
                           'fields': GLib.Variant('aa{sv}', fields)}
                          for name, title, fields in kinds]

    def ChannelsList(self):
        return 'aa{sv}', [{
            'id': GLib.Variant('s', id_), 'name': record['name'], 'kind': record['kind'],
            'active': GLib.Variant('b', True), 'state': GLib.Variant('s', 'connected'),
            'cause': GLib.Variant('s', ''), 'attempt': GLib.Variant('x', 0),
            'retry-at': GLib.Variant('x', 0), 'last-at': GLib.Variant('x', NINE)}
            for id_, record in RECORDS['channel'].items()]

    def Test(self, channel):
        record = self.kept('channel').get(channel)
        if record is None:
            raise Refused('NotFound', f'there is no channel “{channel}”')
        fine = record['kind'].unpack() == 'practice'
        return 'aa{sv}', [{'title': GLib.Variant('s', 'Signed in'), 'fine': GLib.Variant('b', fine),
                           'advice': GLib.Variant('s', '' if fine else 'Make a new token')}]

    def Practise(self, channel, message):
        if channel not in ('', 'CH1'):
            raise Refused('NotFound', f'there is no channel “{channel}”')
        if not message['from'].startswith('+'):
            raise Refused('BadInput', 'from: is not a phone number')
        if message['from'] not in self.customers:
            self.customers.append(message['from'])
        conversation = self.customers.index(message['from']) + 1
        kept = self.add(conversation, 'in', 'contact', message['text'])
        self.busy.add(conversation)
        if message['text'] == 'vanish':
            GLib.timeout_add(10, self.loop.quit)
        elif message['text'] != 'slow':
            GLib.timeout_add(10, self.answer, conversation, message)
        return '(xx)', (conversation, kept)

    def answer(self, conversation, message):
        if message['text'] != 'silence':
            self.add(conversation, 'out', 'assistant', f'You said: {message["text"]}')
            self.emit('Inbox', 'Changed', GLib.Variant('(axax)', ([conversation], [])))
            self.add(conversation, 'note', 'system', 'not for the customer')
            self.add(conversation, 'out', 'assistant',
                     f'Hello {message.get("name", "you")}\nof {message["from"]}')
        self.busy.discard(conversation)
        self.emit('Inbox', 'Changed', GLib.Variant('(axax)', ([conversation], [])))

    # Actions
    def ActionsList(self):
        return 'aa{sv}', ACTIONS

    def Run(self, name, arguments, options):
        if name != 'cancel-booking':
            raise Refused('NotFound', f'there is no action “{name}”')
        if 'booking' not in arguments:
            raise Refused('BadInput', 'booking: is missing')
        return self.Get('booking', arguments['booking'])

    # Assistants
    def Understand(self, text, options):
        fields = {'date': '2026-11-21', 'time': '09:00', 'name': text}
        fields.update({'asked': options['asked']} if 'asked' in options else {})
        return '(a{ss}a{sv})', (fields, {
            'intent': GLib.Variant('s', 'book'),
            'service': GLib.Variant('s', options.get('service', '')),
            'problems': GLib.Variant('a{ss}', {'time': 'is in the past'})})

    def Ask(self, text):
        return '(aa{sv}b)', ([{
            'id': GLib.Variant('s', 'KN1'), 'title': GLib.Variant('s', 'Child seats'),
            'text': GLib.Variant('s', 'Yes, on request.'), 'source': GLib.Variant('s', 'faq.csv'),
            'score': GLib.Variant('d', 0.75)}], 'seat' in text)

    def Preview(self, service, options):
        return 'aa{sv}', [{'from': GLib.Variant('s', 'customer'), 'text': GLib.Variant('s', service)},
                          {'from': GLib.Variant('s', 'assistant'),
                           'text': GLib.Variant('s', options['language'] + '?')}]

    # Daemon
    def Status(self):
        return 'a{sv}', {
            'version': GLib.Variant('s', '0'), 'business': GLib.Variant('s', 'Perfect Chauffeur'),
            'demo': GLib.Variant('s', self.demo), 'folder': GLib.Variant('s', '/nowhere'),
            'channels': GLib.Variant('x', 1), 'conversations': GLib.Variant('x', 0),
            'unread': GLib.Variant('x', 0), 'bookings': GLib.Variant('x', 450),
            'unsent': GLib.Variant('x', 0),
            'lock': GLib.Variant('s', 'none' if self.word is None else 'open')}

    def CheckStore(self):
        return 'as', ['a page is broken', 'a row is missing'] if self.demo == 'broken' else []

    def Demos(self):
        return 'as', ['chauffeur', 'broken']

    def LoadDemo(self, name):
        if name not in ('chauffeur', 'broken'):
            raise Refused('NotFound', f'there is no demo “{name}”: chauffeur')
        self.demo = name

    def RemoveDemo(self):
        if self.demo == '':
            raise Refused('NotFound', 'no demo is open')
        self.demo = ''

    def Quit(self):
        GLib.idle_add(self.loop.quit)

    # Lock
    def Change(self, word, fresh, idle):
        self.Open(word)
        self.word = fresh

    def Open(self, word):
        if self.word not in (None, word):
            raise Refused('NotAllowed', 'that is not the word of the lock')

    def Close(self):
        if self.word is None:
            raise Refused('NotFound', 'no lock is set')

    def LockRemove(self, word):
        self.Open(word)
        self.word = None

    # The bus
    def emit(self, interface, signal, arguments):
        self.bus.emit_signal(None, PATH, f'org.kontor.Kontor.{interface}', signal, arguments)

    def on_called(self, bus, sender, path, interface, method, arguments, invocation):
        short = interface.rsplit('.', 1)[1]
        name = {('Channels', 'Kinds'): 'ChannelKinds', ('Channels', 'List'): 'ChannelsList',
                ('Actions', 'List'): 'ActionsList', ('Lock', 'Remove'): 'LockRemove'}.get((short, method), method)
        try:
            answer = getattr(self, name)(*arguments.unpack())
        except Refused as refused:
            invocation.return_dbus_error('org.kontor.Error.' + refused.code, str(refused))
            return
        if answer is None:
            invocation.return_value(None)
        elif answer[0].startswith('('):
            invocation.return_value(GLib.Variant(*answer))
        else:
            invocation.return_value(GLib.Variant(f'({answer[0]})', (answer[1],)))


def main():
    loop = GLib.MainLoop()
    daemon = Daemon(loop)
    daemon.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for path in sorted(pathlib.Path(sys.argv[1]).glob('org.kontor.Kontor.*.xml')):
        for interface in Gio.DBusNodeInfo.new_for_xml(path.read_text()).interfaces:
            daemon.bus.register_object(PATH, interface, daemon.on_called, None, None)
    Gio.bus_own_name_on_connection(daemon.bus, NAME, Gio.BusNameOwnerFlags.NONE, None,
                                   lambda *_: loop.quit())
    loop.run()


main()
