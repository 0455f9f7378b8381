# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo business on an ordinary day, for whoever looks at pages; and a language nobody speaks."""
import pathlib
import re
import subprocess

from graph import ACCOUNT, NUMBER, SECRET, TOKEN, VERIFY, Graph, Meta
from line import free_port

WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, '
        'my name is Jeffrey, BMW 5 series')
PAGES = [('home', 'KontorHomePage'), ('inbox', 'KontorInboxPage'), ('bookings', 'KontorBookingsPage'),
         ('contacts', 'KontorContactsPage'), ('services', 'KontorServicesPage'),
         ('assistants', 'KontorAssistantsPage'),
         ('payments', 'KontorPaymentsPage'), ('channels', 'KontorChannelsPage'),
         ('settings', 'KontorSettingsPage')]


class Stage:
    """Customers wrote, one booked and paid, one waits for a person, and a number is connected."""

    def __init__(self, desk):
        # What the window says for an English text: another function where it speaks another language.
        self.say = lambda text: text
        self.desk, self.graph, port = desk, Graph(), free_port()
        desk.ctl('demo', 'load', 'chauffeur')
        told = {'name': 'Dubai desk', 'phone-number-id': NUMBER, 'token': TOKEN, 'app-secret': SECRET,
                'verify-token': VERIFY, 'account': ACCOUNT, 'app-id': '42', 'port': port,
                'base-url': self.graph.url, 'public-url': f'http://127.0.0.1:{port}/cloud/CH2'}
        desk.ctl('channel', 'add', 'cloud', *[f'{n}={v}' for n, v in told.items()])
        desk.ctl('channel', 'test', 'CH2')
        self.meta = Meta(port, 'CH2')
        self.converse()

    def converse(self):
        ctl = self.desk.ctl
        ctl('practice', '--name', 'Jeffrey', '--from', '+971501110001', WISH)
        ctl('practice', '--name', 'Jeffrey', '--from', '+971501110001', 'yes')
        ctl('do', 'mark-paid', 'booking=BK000001')
        ctl('practice', '--name', 'Amal Rashid', '--from', '+971501110002',
            WISH.replace('Jeffrey', 'Amal').replace('at 9', 'at 11'))
        ctl('practice', '--name', 'Amal Rashid', '--from', '+971501110002', 'yes')
        ctl('practice', '--name', 'Mona Haddad', '--from', '+971501110003', 'Do you have child seats?')
        ctl('practice', '--name', 'Mona Haddad', '--from', '+971501110003', 'Can a person call me?')
        self.meta.say('Is the airport transfer still 250?', '16505551234', name='Sheena Nelson')
        self.graph.next_said()

    def open_page(self, name, kind):
        """Goes to a page and opens the first thing on it."""
        desk = self.desk
        desk.go(name)
        page = desk.expect(kind)
        if name == 'inbox':
            desk.choose(lambda n: n.startswith('Mona Haddad'), page,
                        lambda: desk.find(lambda n: 'Can a person call' in n, 'list item',
                                          desk.find('KontorConversationPane', None, page)))
        if name == 'contacts':
            desk.choose(lambda n: n.startswith('Mona Haddad'), page,
                        lambda: desk.find('Mona Haddad', None, desk.find('KontorContactPane', None, page) or page))
        if name == 'bookings':
            desk.choose(lambda n: 'BK000001' in n, page,
                        lambda: 'Pickup: Binary Tower' in desk.texts(page))
        if name == 'payments':
            desk.press(lambda n: self.say('Ledger') in n, None, page)
        if name == 'services':
            desk.choose(lambda n: n.startswith('Chauffeur ride'), page,
                        lambda: 'Shall I book it?' in desk.texts(page))
        desk.wait(lambda: desk.find(lambda n: 'Dubai desk' in n or 'Mona' in n or 'BK0' in n or
                                    'Chauffeur' in n or
                                    n in (self.say('Time zone'), self.say('Versions')),
                                    None, page))
        return page

    def close(self):
        self.graph.close()


def is_within(desk, page, width):
    """The page does not ask for more than the window has."""
    x, _, wide, _ = desk.box(page)
    return x >= 0 and x + wide <= width


def stretch(text):
    """[What it says~~~~], from right to left and a third longer, as other languages are. Lines end alike."""
    bare = text.removesuffix('\\n')
    return f'\u202b[{bare}{"~" * (len(bare) // 3)}]\u202c' + text[len(bare):]


def make_pseudo(source, folder):
    """A catalogue of all texts of the window as an Arabic that everybody can read."""
    source, folder = pathlib.Path(source), pathlib.Path(folder) / 'ar' / 'LC_MESSAGES'
    folder.mkdir(parents=True, exist_ok=True)
    template = folder / 'kontor.pot'
    subprocess.run([source / 'build-aux' / 'translations', '--template', template], check=True)
    entries = subprocess.run(['msgcat', '--no-wrap', '--no-location', template], check=True,
                             capture_output=True, text=True).stdout
    told, wanted = [], ''
    for line in entries.splitlines():
        found = re.match(r'msgid(_plural)? "(.*)"$', line)
        wanted = found[2] if found else wanted
        if line.startswith('msgstr') and wanted:
            line = line.split(' ')[0] + f' "{stretch(wanted)}"'
        told.append(line.replace('charset=CHARSET', 'charset=UTF-8')
                    .replace('nplurals=INTEGER; plural=EXPRESSION', 'nplurals=2; plural=n!=1'))
    subprocess.run(['msgfmt', '-o', str(folder / 'kontor.mo'), '-'], input='\n'.join(told), check=True,
                   text=True)
