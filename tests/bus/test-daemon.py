#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the owner relies on, seen through kontorctl on the real daemon."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import Gio, GLib
from house import Cases, House

NAME = 'org.kontor.Kontor.Daemon'
WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, '
        'my name is Jeffrey, BMW 5 series')


def converse(house, cases):
    said = house.ctl('practice', WISH).stdout
    for part in ('Binary Tower', 'Emirates Financial Tower', '09:00 Dubai time', 'Jeffrey',
                 'BMW 5 Series', '250.00 AED', 'yes or no'):
        cases.check(part in said, f'the wish is repeated with {part}', said)
    said = house.ctl('practice', 'yes').stdout
    cases.check('BK000001' in said, 'a yes books', said)
    said = house.ctl('practice', "what's the status of my booking?").stdout
    cases.check('BK000001' in said and 'confirmed' in said, 'the status is told', said)
    bookings = house.json('list', 'booking')
    cases.check(len(bookings) == 1 and bookings[0]['x-pickup'] == 'Binary Tower' and
                bookings[0]['price'] == {'minor': 25000, 'currency': 'AED'},
                'the booking stands in the book', bookings)


def actions(house, cases):
    told = {a['name']: a for a in house.json('do')}
    cases.check(told['confirm-booking'].get('from') == ['requested'] and 'from' not in told['mark-paid'],
                'an action tells from which states it leads', told.get('confirm-booking'))


def pay(house, cases):
    done = house.ctl('do', 'mark-paid', 'booking=bk1', 'amount=100 AED')
    cases.check(done.returncode == 0 and house.json('get', 'booking', 'bk1')['payment'] == 'part-paid',
                'money that came by hand is part of the price', done.stderr)
    house.ctl('do', 'mark-paid', 'booking=bk1')
    cases.check(house.json('get', 'booking', 'BK000001')['payment'] == 'paid', 'the rest makes it paid')
    done = house.ctl('do', 'mark-paid', 'booking=bk1')
    cases.check(done.returncode == 1 and 'paid already' in done.stderr,
                'what is paid is not paid twice', done.stderr)


def stop_and_start(house, cases):
    said = house.ctl('practice', 'STOP').stdout
    cases.check('START' in said, 'STOP is confirmed', said)
    said = house.ctl('practice', 'Do you have child seats?').stdout
    cases.check(said.strip() == '', 'after STOP nothing automatic is said', said)
    refused = house.ctl('send', '1', 'Hello')
    cases.check(refused.returncode == 1 and 'STOP' in refused.stderr,
                'a person is warned before writing after STOP', refused.stderr)
    sent = house.ctl('send', '1', 'Hello', '--despite-stop')
    cases.check(sent.returncode == 0, 'a person may write all the same', sent.stderr)
    house.ctl('release', '1')
    said = house.ctl('practice', 'START').stdout
    cases.check('Welcome back' in said, 'START brings the messages back', said)
    said = house.ctl('practice', 'Do you have child seats?').stdout
    cases.check('child seat' in said, 'the knowledge answers with the passage itself', said)


def records(house, cases):
    saved = house.ctl('save', 'contact', 'name=Aisha', 'phone=050 123 4567')
    cases.check(saved.returncode == 0, 'a contact is saved', saved.stderr)
    found = house.json('list', 'contact', 'phone=+971501234567')
    cases.check(len(found) == 1 and found[0]['name'] == 'Aisha', 'a sealed phone is found', found)
    either = house.json('list', 'service', 'capacity=3', 'capacity=99', 'active=yes', 'active=no')
    cases.check(len(either) > 0 and house.json('list', 'service', 'capacity=98', 'capacity=99') == [],
                'the same condition twice means either, of numbers and yes or no too', either)
    found = house.json('list', 'contact', 'phone=050 123 4567', 'phone=+12025550999')
    cases.check(len(found) == 1, 'and of sealed phones, however they are written', found)
    refused = house.ctl('save', 'contact', 'phone=12')
    cases.check(refused.returncode == 1 and 'phone' in refused.stderr, 'a wrong phone is refused by name',
                refused.stderr)
    refused = house.ctl('save', 'booking', 'state=completed')
    cases.check(refused.returncode == 1, 'no state of a booking is skipped by saving it')
    csv = house.ctl('export', 'service-choice').stdout
    path = house.folder + '/choices.csv'
    pathlib.Path(path).write_text(csv)
    verdict = house.ctl('import', 'service-choice', path)
    cases.check(verdict.returncode == 0 and house.ctl('export', 'service-choice').stdout == csv,
                'what is exported is imported as it was', verdict.stderr)
    found = house.json('search', 'child sea')
    cases.check(len(found) > 0, 'messages are found by an unfinished word', found)
    lines = house.json('preview', 'chauffeur', '--language', 'de')
    cases.check(lines[1]['text'].startswith('Wo dürfen wir') and 'BK0' in lines[-1]['text'] and
                'Chauffeurfahrt' in lines[-1]['text'], 'a service is previewed in another language', lines)
    cases.check(house.ctl('preview', 'chauffeur', '--language', 'xx').returncode == 1,
                'but not in one that nobody knows')
    house.ctl('save', 'service', 'name=Küche und Bad')
    house.ctl('save', 'service-field', 'service=kuche-und-bad', 'title=Datum', 'type=date')
    house.ctl('save', 'service-field', 'service=kuche-und-bad', 'title=Date', 'type=date')
    codes = [f['code'] for f in house.json('list', 'service-field', 'service=kuche-und-bad')]
    cases.check(codes == ['kuche-und-bad.datum', 'kuche-und-bad.date-2'],
                'codes are made of titles, and keep clear of what a booking has itself', codes)
    house.ctl('save', 'service', 'name=Küche und Bad')
    cases.check(len(house.json('list', 'service', 'name=Küche und Bad')) == 2,
                'the same name twice is two services')
    faults = house.ctl('check-store')
    cases.check(faults.returncode == 0, 'the store is whole and the audit log unbroken', faults.stdout)


def sealed(house, cases):
    data = pathlib.Path(house.folder, 'data', 'demo', 'chauffeur')
    open_texts = [p.name for p in data.iterdir() if b'501234567' in p.read_bytes()]
    cases.check(open_texts == [], 'no phone number lies open in the database', open_texts)


def changed(house, cases):
    monitor = subprocess.Popen(['dbus-monitor', '--session', "interface='org.kontor.Kontor.Records'"],
                               env=house.env, stdout=subprocess.PIPE, text=True)
    for line in monitor.stdout:
        if 'NameAcquired' in line or 'NameLost' in line:
            break
    house.ctl('save', 'contact', 'name=Changed')
    heard = ''
    for line in monitor.stdout:
        heard += line
        if 'string "contact"' in heard and 'member=Changed' in heard:
            break
    monitor.terminate()
    monitor.wait()
    cases.check('member=Changed' in heard, 'dbus-monitor shows Changed', heard)


def learn(house, cases):
    shelf = pathlib.Path(house.folder, 'house.md')
    shelf.write_text('## Pets\nDogs may come.\n\n## Smoking\nNever.\n')
    house.ctl('import', 'knowledge', str(shelf))
    pets = [p for p in house.json('list', 'knowledge') if p['source'] == 'house.md']
    shelf.write_text('## Pets\nCats may come.\n\n## Wine\nBring your own.\n')
    dry = house.json('import', 'knowledge', str(shelf), '--dry-run')
    cases.check(sorted(v['outcome'] for v in dry) == ['added', 'changed', 'removed'],
                'a file taken in again says first what it would change', dry)
    house.ctl('import', 'knowledge', str(shelf))
    now = {p['title']: p for p in house.json('list', 'knowledge') if p['source'] == 'house.md'}
    cases.check(len(pets) == 2 and set(now) == {'Pets', 'Wine'} and
                now['Pets']['text'] == 'Cats may come.' and now['Pets']['id'] == pets[0]['id'],
                'a file taken in again stands in place of what it said before', now)


def frugal(house, cases):
    status = pathlib.Path(f'/proc/{house.daemon.pid}/status').read_text()
    print('# ' + next(line for line in status.splitlines() if line.startswith('VmRSS')))


def remove_demo(house, cases):
    removed = house.ctl('demo', 'remove')
    left = [p for p in pathlib.Path(house.folder, 'data').rglob('*') if 'chauffeur' in str(p)]
    cases.check(removed.returncode == 0 and left == [], 'the demo leaves no file behind', removed.stderr)
    cases.check(house.json('list', 'service') == [] and house.json('list', 'booking') == [],
                'the owner’s business is open again, and empty')


def switch(house, cases):
    """While another business is opened the daemon has no doors."""
    asked = []
    for words in (('demo', 'load', 'chauffeur'), ('demo', 'remove')):
        load = subprocess.Popen([house.kontorctl, *words], env=house.env, stdout=subprocess.DEVNULL)
        while load.poll() is None:
            asked.append(house.ctl('list', 'service'))
    failed = [one.stderr for one in asked if one.returncode != 0]
    cases.check(len(asked) >= 2 and failed == [], 'who asks while the business changes waits until it is there',
                (len(asked), failed))


def orders(house, cases):
    cases.check('orders' not in house.json('status'), 'a business that takes no orders is told of none')
    house.ctl('save', 'service', 'name=Moving house', 'fulfilment=seller')
    contact = house.ctl('save', 'contact', 'name=Aisha').stdout.strip()
    cases.check(house.json('status').get('orders') == 0, 'one that may have some is told that none is open')
    for _ in range(2):
        house.ctl('do', 'place-order', 'service=moving-house', f'contact={contact}')
    cases.check(house.json('status').get('orders') == 2, 'what came in is counted', house.json('list', 'order'))
    house.ctl('do', 'start-order', 'order=OR1')
    cases.check(house.json('status')['orders'] == 2, 'what is being done, too')
    house.ctl('do', 'complete-order', 'order=OR1')
    cases.check(house.json('status')['orders'] == 1, 'and what is done no more', house.json('list', 'order'))
    house.ctl('save', 'service', 'moving-house', 'active=no')
    still = house.json('status').get('orders')
    house.ctl('do', 'cancel-order', 'order=OR2')
    cases.check(still == 1 and 'orders' not in house.json('status'),
                'an order outlives the offer, and is the last to be told of', (still, house.json('status')))


def broken(house, cases):
    """Nobody is told that a daemon is there before it has something behind its doors."""
    named = []
    bus = Gio.DBusConnection.new_for_address_sync(
        house.env['DBUS_SESSION_BUS_ADDRESS'],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    bus.signal_subscribe('org.freedesktop.DBus', None, 'NameOwnerChanged', None, NAME, Gio.DBusSignalFlags.NONE,
                         lambda *told: named.append(told[5].unpack()))
    folder = pathlib.Path(house.folder, 'broken')
    folder.mkdir()
    (folder / 'kontor.db').write_text('This is no database. ' * 200)
    done = subprocess.run([house.kontord, '--data', folder], env=house.env, capture_output=True, text=True)
    while GLib.MainContext.default().iteration(False):
        pass
    cases.check(done.returncode == 1 and done.stderr.startswith('kontord: ') and named == [],
                'a daemon that cannot open the business says so, and never takes the name', (done, named))
    bus.close_sync(None)


def main():
    house, cases = House(*sys.argv[1:4]), Cases()
    no_daemon = house.ctl('status')
    cases.check(no_daemon.returncode == 3, 'without a daemon the exit code is 3', no_daemon.stderr)
    broken(house, cases)
    house.start()
    loaded = house.ctl('demo', 'load', 'chauffeur')
    cases.check(loaded.returncode == 0, 'the demo is loaded', loaded.stderr)
    for part in (converse, actions, pay, stop_and_start, records, sealed, changed, learn, frugal, remove_demo,
                     switch, orders):
        part(house, cases)
    errors = house.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors, 'the daemon made no fuss', errors)
    return cases.end()


sys.exit(main())
