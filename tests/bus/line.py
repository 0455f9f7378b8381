# SPDX-License-Identifier: GPL-3.0-or-later
"""The real daemon with a Cloud API line to the stand-in, asked and watched over its bus."""
import socket
import sys
import time

from gi.repository import Gio, GLib

from graph import ACCOUNT, NUMBER, SECRET, TOKEN, VERIFY, Graph, Meta
from house import Cases, House

NAME, PATH = 'org.kontor.Kontor.Daemon', '/org/kontor/Kontor/Daemon'
PATIENCE_S = 60


def free_port():
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        return taken.getsockname()[1]


def refusal(code, details='as the vendor words it', http=400):
    """An answer of the Graph that is no success."""
    return http, {'error': {'message': f'(#{code}) Refused', 'type': 'OAuthException', 'code': code,
                            'error_data': {'messaging_product': 'whatsapp', 'details': details}}}


class Line:
    """A demo business with the line CH2. @graph: a stand-in of one's own; @settings: of the line,
    besides those that are needed."""

    def __init__(self, kontord, kontorctl, source, answer=None, graph=None, **settings):
        self.house, self.graph = House(kontord, kontorctl, source), graph or Graph(answer)
        self.port = free_port()
        self.meta = Meta(self.port, 'CH2')
        self.house.start()
        self.house.ctl('demo', 'load', 'chauffeur')
        # Scripts write faster than people.
        self.house.ctl('save', 'business', '1', 'automatic-most=0')
        self.listen()
        told = {'name': 'Main', 'phone-number-id': NUMBER, 'token': TOKEN, 'app-secret': SECRET,
                'verify-token': VERIFY, 'account': ACCOUNT, 'app-id': '42', 'port': self.port,
                'base-url': self.graph.url, 'quiet': '0s', 'public-url': f'http://127.0.0.1:{self.port}/cloud/CH2'}
        told.update({name.replace('_', '-'): value for name, value in settings.items()})
        added = self.house.ctl('channel', 'add', 'cloud', *[f'{n}={v}' for n, v in told.items()])
        assert added.stdout == 'CH2\n', added
        self.wait_state('connected')

    def listen(self):
        """Hears from now on when something changed."""
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.house.env['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.changed = False
        self.bus.signal_subscribe(NAME, None, 'Changed', PATH, None, Gio.DBusSignalFlags.NONE,
                                  self.on_changed)

    def on_changed(self, *_):
        self.changed = True

    def call(self, interface, method, form='()', *arguments):
        """What the daemon answers, as plain values. A refusal is a GLib.Error."""
        done = self.bus.call_sync(NAME, PATH, 'org.kontor.Kontor.' + interface, method,
                                  GLib.Variant(form, arguments), None,
                                  Gio.DBusCallFlags.NO_AUTO_START, PATIENCE_S * 1000, None)
        return done.unpack()

    def wait(self, question):
        """Asks again whenever the daemon says that something changed, until the answer is a yes."""
        end, context = time.monotonic() + PATIENCE_S, GLib.MainContext.default()
        awake = GLib.timeout_add_seconds(PATIENCE_S, lambda: True)
        try:
            while time.monotonic() < end:
                self.changed = False
                told = question()
                if told:
                    return told
                while not self.changed and time.monotonic() < end:
                    context.iteration(True)
        finally:
            GLib.source_remove(awake)
        raise AssertionError(f'waited {PATIENCE_S} s in vain')

    # What is there.

    def channel(self, which='CH2'):
        return next(c for c in self.call('Channels', 'List')[0] if c['id'] == which)

    def wait_state(self, state):
        return self.wait(lambda: self.channel()['state'] == state and self.channel())

    def steps(self):
        return self.call('Channels', 'Test', '(s)', 'CH2')[0]

    def pages(self, interface, method, form, *arguments, **options):
        """All of a list that comes in pages."""
        options, found = dict(options, limit=GLib.Variant('u', 500)), []
        while True:
            page, after = self.call(interface, method, form, *arguments, options)
            found += page
            if not after:
                return found
            options['after'] = GLib.Variant('s', after)

    def conversations(self):
        return self.pages('Inbox', 'Conversations', '(a{sv}a{sv})', {})

    def latest(self, limit):
        return self.call('Inbox', 'Conversations', '(a{sv}a{sv})', {},
                         {'limit': GLib.Variant('u', limit)})[0]

    def conversation(self, number):
        return self.call('Inbox', 'Conversations', '(a{sv}a{sv})', {'id': GLib.Variant('x', number)},
                         {})[0][0]

    def messages(self, conversation):
        return self.pages('Inbox', 'Messages', '(xa{sv})', conversation,
                          **{'oldest-first': GLib.Variant('b', True)})

    def message(self, conversation, number):
        return next(m for m in self.messages(conversation) if m['id'] == number)

    def everything(self):
        return [m for c in self.conversations() for m in self.messages(c['id'])]

    def records(self, kind):
        return self.pages('Records', 'Query', '(sa{sv}a{sv})', kind, {})

    def records_of(self, kind, field, values):
        """Those whose @field is any of @values."""
        return self.pages('Records', 'Query', '(sa{sv}a{sv})', kind,
                          {field: GLib.Variant('as', values)})

    def of(self, phone):
        """The conversation with a phone; None where there is none."""
        contacts = {c['id'] for c in self.records('contact') if c.get('phone') == phone}
        return next((c for c in self.conversations() if c['contact'] in contacts), None)

    # What is done.

    def send(self, conversation, text='', **options):
        forms = {'about': 'x', 'despite_stop': 'b'}
        told = {n.replace('_', '-'): GLib.Variant(forms.get(n, 's'), v) for n, v in options.items()}
        return self.call('Inbox', 'Send', '(xsa{sv})', conversation, text, told)[0]

    def refused(self, *arguments, **options):
        """The words with which a message is refused at the door; None where it was taken."""
        try:
            self.send(*arguments, **options)
        except GLib.Error as error:
            return error.message
        return None

    def meet(self, phone, text='Hello'):
        """A customer writes, is answered, and a person takes over: the conversation's number."""
        before = {c['id'] for c in self.conversations()}
        assert self.meta.say(text, phone) == 200
        found = self.wait(lambda: [c for c in self.conversations()
                                   if c['id'] not in before and not c['busy']])
        number = found[0]['id']
        self.call('Inbox', 'Hold', '(xb)', number, True)
        return number

    def wait_message(self, conversation, number, *states):
        def look():
            message = self.message(conversation, number)
            return message if message['state'] in states else None
        return self.wait(look)

    def settle(self, latest=100):
        """Until nothing is on its way in the conversations that were used last."""
        self.wait(lambda: not any(c['busy'] for c in self.latest(latest)))

    def close(self):
        self.bus.close_sync(None)
        errors = self.house.close()
        self.graph.close()
        return errors


def run(parts, answer=None):
    """Plays @parts, each called with the line and the cases, on one daemon."""
    line, cases = Line(*sys.argv[1:4], answer=answer), Cases()
    try:
        for part in parts:
            part(line, cases)
    finally:
        errors = line.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()
