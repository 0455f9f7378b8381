# SPDX-License-Identifier: GPL-3.0-or-later
"""The stand-in for WhatsApp's servers, clients of it, and the real daemon as a linked device of it."""
import json
import pathlib
import queue
import subprocess
import sys
import threading
import time

from npm import HERE, find_packages

sys.path.insert(0, str(HERE.parent / 'bus'))
from house import House
from line import Line

PATIENCE_S = 60
FLAGS = {'zapo': ['--experimental-websocket', '--no-warnings']}


class Program:
    """A program that is told {call, do, …} and tells {call, ok} or {event, …}, a line each."""

    def __init__(self, name, command, env):
        self.name, self.calls, self.answers, self.events = name, 0, {}, []
        self.news = threading.Condition()
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.first = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            told = json.loads(line)
            if 'event' not in told and told.get('call') is None:
                self.first.put(told)
                continue
            with self.news:
                if 'event' in told:
                    self.events.append(told)
                else:
                    self.answers[told['call']] = told
                self.news.notify_all()

    def until(self, find, what):
        end = time.monotonic() + PATIENCE_S
        with self.news:
            while True:
                found = find()
                if found is not None:
                    return found
                if time.monotonic() > end or not self.news.wait(end - time.monotonic()):
                    raise AssertionError(f'{self.name}: waited too long for {what}; it told {self.events[-6:]}')

    def tell(self, do, given):
        with self.news:
            self.calls += 1
            self.process.stdin.write(json.dumps({'call': self.calls, 'do': do, **given}) + '\n')
            self.process.stdin.flush()
            return self.calls

    def post(self, messages):
        """Sends them one after the other, while others do other things."""
        def run():
            for message in messages:
                self.ask('send', **message)
        threading.Thread(target=run, daemon=True).start()

    def ask(self, do, **given):
        call = self.tell(do, given)
        told = self.until(lambda: self.answers.pop(call, None), do)
        if 'error' in told:
            raise RuntimeError(f'{self.name}: {told["error"]}')
        return told['ok']

    def wait(self, event, **facts):
        """The first event that fits, among those that were not taken; it is taken."""
        def take():
            for told in self.events:
                if told['event'] == event and all(told.get(name) == value for name, value in facts.items()):
                    self.events.remove(told)
                    return told
            return None
        return self.until(take, f'{event} {facts}')

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class World:
    """The stand-in, and whoever is linked to it. @source: of the project; None: nobody judges the shape of
    stanzas; @build: where packages lie."""

    def __init__(self, source, build, env):
        wire = source and pathlib.Path(source).parent / 'shared' / 'vendor' / 'wa-wire'
        self.env = dict(env, KONTOR_NPM=str(find_packages(build)))
        self.n, self.clients, self.shops = 0, [], []
        self.server = Program('the stand-in', ['node', str(HERE / 'linked' / 'server.mjs'),
                                               *([str(wire)] if wire and wire.exists() else [])], self.env)
        self.where = self.server.first.get(timeout=PATIENCE_S)
        self.place = ' '.join(self.where[name] for name in ('url', 'versions', 'root'))

    def account(self, name):
        """A new account with a phone: its number, its LID."""
        self.n += 1
        phone, lid = f'4915100000{self.n:03}', f'190000000{self.n:03}'
        self.server.ask('account', phone=phone, lid=lid, name=name)
        return phone, lid

    def customer(self, kind='baileys'):
        """A client from npm, linked to an account of its own."""
        phone, lid = self.account(f'{kind} {self.n + 1}')
        return self.link(kind, phone, lid + '@lid')

    def link(self, kind, phone, lid):
        client = Program(kind, ['node', *FLAGS.get(kind, []), str(HERE / 'linked' / 'clients' / f'{kind}.mjs')],
                         self.env)
        client.phone, client.jid, client.lid = phone, phone + '@s.whatsapp.net', lid
        client.ask('connect', **self.where)
        client.device = self.server.ask('scan', phone=phone, text=client.wait('qr')['text'])['name']
        client.wait('paired')
        client.wait('open')
        self.clients.append(client)
        return client

    def companion(self, client):
        """A further device of a client's account."""
        return self.link(client.name, client.phone, client.lid)

    def violations(self):
        """What our side did wrong. Clients from npm, and the phones of their accounts, are their own affair."""
        theirs = tuple(client.device if client.phone in self.shops else client.phone + ':' for client in self.clients)
        return [one for one in self.server.ask('violations')['violations'] if not one['who'].startswith(theirs)]

    def close(self):
        for program in (*self.clients, self.server):
            program.close()


# As fast as tests write, and not as people do.
FAST = {'quiet': '0s', 'jitter-ms': 0, 'a-minute': 100000, 'contact-a-minute': 100000, 'a-day': 1000000,
        'warm-up-days': 0, 'strangers-a-day': 1000000}


class Companion(Line):
    """A demo business with a linked device, CH2; or with @beside one more of the same business."""

    def __init__(self, kontord, kontorctl, source, world, shop='chauffeur', beside=None):
        self.world = world
        self.phone, self.lid = world.account(shop)
        world.shops.append(self.phone)
        self.jid = self.phone + '@s.whatsapp.net'
        if beside is None:
            self.house = House(kontord, kontorctl, source)
            self.house.env.update(KONTOR_LINKED_PLACE=world.place,
                                  DBUS_SYSTEM_BUS_ADDRESS=self.house.env['DBUS_SESSION_BUS_ADDRESS'])
            self.house.start()
            self.house.ctl('demo', 'load', shop)
            self.house.ctl('save', 'business', '1', 'automatic-most=0')
        else:
            self.house = beside.house
        self.listen()
        self.made = (kontord, kontorctl, source, world, shop)

    def another(self):
        return Companion(*self.made, beside=self)

    def ctl_shows(self, name, *words):
        """What kontorctl shows for the phone, and kontorctl, which waits."""
        waits = subprocess.Popen([self.house.kontorctl, '--json', *words], text=True,
                                 env=dict(self.house.env, G_DEBUG='fatal-criticals'),
                                 stdout=subprocess.PIPE)
        for text in waits.stdout:
            if '"id"' in text:
                self.id = text.split('"')[3]
            if text.startswith('{"' + name + '"'):
                return json.loads(text)[name], waits
        raise AssertionError(f'kontorctl shows no {name}')

    def link(self):
        """The owner's phone reads the code that kontorctl draws."""
        told = [f'{name}={value}' for name, value in {**FAST, 'mode': 'automatic'}.items()]
        text, waits = self.ctl_shows('link-qr', 'channel', 'add', 'linked', 'Main', '--qr', *told)
        self.device = self.world.server.ask('scan', phone=self.phone, text=text)['name']
        assert waits.wait(PATIENCE_S) == 0
        self.wait_state('connected')

    def letters(self):
        """What is to be typed on the phone, once more."""
        return self.ctl_shows('link-code', 'channel', 'link', self.id, '--code', self.phone)[0]

    def channel(self, which=None):
        return super().channel(which or self.id)

    def all(self, customer, **facts):
        """The messages of a customer's conversation that fit."""
        conversation = self.of('+' + customer.phone)
        return [said for said in (self.messages(conversation['id']) if conversation else [])
                if all(said.get(name) == value for name, value in facts.items())]

    def find(self, customer, **facts):
        return next(iter(self.all(customer, **facts)), None)

    def close(self):
        self.bus.close_sync(None)
        return self.house.close()
