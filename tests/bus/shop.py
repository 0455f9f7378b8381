# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo business with its practice channel and an account at a stand-in gateway."""
import datetime
import itertools

from line import Line, free_port
from house import House

PHONE = '+971500000002'


class Shop(Line):
    def __init__(self, kontord, kontorctl, source, gateway, currency='AED'):
        self.currency = currency
        self.house, self.gateway, self.graph = House(kontord, kontorctl, source), gateway, gateway
        self.port, self.hours = free_port(), itertools.count(1)
        self.house.start()
        self.house.ctl('demo', 'load', 'chauffeur')
        self.listen()
        self.name = None
        if currency != 'AED':
            self.house.ctl('save', 'service', 'chauffeur', f'price=250 {currency}')
            for choice in self.records('service-choice'):
                self.house.ctl('save', 'service-choice', choice['code'], f'price=250 {currency}')
        self.call('Channels', 'Practise', '(sa{sv})', '', self.said('Hello'))

    def said(self, text):
        from gi.repository import GLib
        return {'from': GLib.Variant('s', PHONE), 'name': GLib.Variant('s', 'Ben'),
                'text': GLib.Variant('s', text)}

    def do(self, action, **arguments):
        return self.house.ctl('do', action, *[f'{n}={v}' for n, v in arguments.items()])

    def account(self, gateway, name, **settings):
        """Makes or changes the account @name."""
        told = {(n if n in ('poll', 'currency', 'deposit', 'active') else 'x-' + n).replace('_', '-'): v
                for n, v in settings.items()}
        if self.name is None:
            self.name = name
            told.update({'name': 'Main', 'gateway': gateway, 'port': self.port,
                         'x-base-url': self.gateway.url})
            name = None
        done = self.house.ctl('save', 'payment-account', *([name] if name else []), *[f'{n}={v}' for n, v in told.items()])
        assert done.returncode == 0, done
        return done

    def record(self, kind, which):
        return next(r for r in self.records(kind) if r['id'] == which)

    def book(self, **more):
        """A ride of its own hour; its id."""
        at = datetime.datetime(2027, 3, 1) + datetime.timedelta(hours=3 * next(self.hours))
        contact = next(c['id'] for c in self.records('contact') if c.get('phone') == PHONE)
        told = {'service': 'chauffeur', 'contact': contact, 'at': at.strftime('%Y-%m-%d %H:%M'),
                'x-pickup': 'Hotel', 'x-dropoff': 'Airport', 'x-name': 'Ben', 'x-vehicle': 'BMW 5 Series'}
        before = {b['id'] for b in self.records('booking')}
        done = self.do('book', **dict(told, **more))
        assert done.returncode == 0, done
        return next(b['id'] for b in self.records('booking') if b['id'] not in before)

    def request(self, booking, **more):
        """The payment, when its link is there."""
        done = self.do('request-payment', booking=booking, **more)
        assert done.returncode == 0, done
        return self.wait(lambda: next((p for p in self.records('payment') if p['booking'] == booking and
                                       p['state'] == 'open'), None))

    def hook(self, event, **how):
        return self.gateway.send(self.port, self.name, event, **how)

    def look(self, payment):
        """Until it was looked for once more."""
        before = self.record('payment', payment).get('looked', 0)
        self.do('look-payment', payment=payment)
        self.wait(lambda: self.record('payment', payment).get('looked', 0) > before)

    def reconcile(self, **more):
        """The reconciliation when it is made, and its lines by verdict."""
        done = self.do('reconcile', account=self.name, **more)
        assert done.returncode == 0, done
        last = self.wait(lambda: (all_of := self.records('reconciliation')) and
                         all_of[-1]['state'] != 'asking' and all_of[-1])
        lines = {}
        for line in self.records('reconciliation-line'):
            if line['reconciliation'] == last['id']:
                lines.setdefault(line['verdict'], []).append(line)
        return last, lines

    def texts(self):
        return [m for m in self.everything() if m['direction'] == 'out']

    def wait_said(self, part):
        return self.wait(lambda: next((m for m in self.texts() if part in (m['text'] or '')), None))

    def count_said(self, *parts):
        return sum(all(part in (m['text'] or '') for part in parts) for m in self.texts())

    def entries(self, subject, entry):
        return sum(e['subject'] == subject and e['entry'] == entry for e in self.records('ledger'))
