#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bookings in other people's calendars, judged by a reader of theirs, and booked once more."""
import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases, House

try:
    import icalendar
except ImportError:
    icalendar = None

UTC = datetime.timezone.utc
NOTE = 'Two suitcases; a pram, too\nहवाई अड्डे से लेने के लिए, कृपया समय पर आएँ — ' + '🚗' * 30


def book(house, at, **more):
    told = {'service': 'chauffeur', 'contact': 'CT1', 'at': at, 'x-pickup': 'Hotel, Dubai; Marina',
            'x-dropoff': 'Airport', 'x-name': 'Ben', 'x-vehicle': 'BMW 5 Series'}
    return house.json('do', 'book', *[f'{n}={v}' for n, v in dict(told, **more).items()])['id']


def strict(text):
    """The lines, unfolded, of a file that keeps to RFC 5545, 3.1; what does not is told."""
    assert text.endswith('\r\n') and '\n' not in text.replace('\r\n', ''), 'lines end with CRLF'
    raw = text[:-2].split('\r\n')
    assert all(0 < len(line.encode()) <= 75 for line in raw), 'no line is longer than 75 octets'
    lines = []
    for line in raw:
        if line[0] in ' \t':
            lines[-1] += line[1:]
        else:
            lines.append(line)
    assert all(line.split(':')[0].split(';')[0].replace('-', '').isupper() for line in lines), lines
    return lines


def export(house, cases):
    first, second = book(house, '2027-03-01 09:00', note=NOTE), book(house, '2027-07-01 12:30')
    house.ctl('do', 'cancel-booking', f'booking={second}')
    done = house.ctl('calendar')
    lines = strict(done.stdout.replace('\r\n', '\n').replace('\n', '\r\n'))
    cases.check(lines[0] == 'BEGIN:VCALENDAR' and lines[-1] == 'END:VCALENDAR' and
                lines.count('BEGIN:VEVENT') == lines.count('END:VEVENT') == 2 and 'VERSION:2.0' in lines,
                'the book is a calendar with an event for each booking', lines)
    cases.check('DTSTART:20270301T050000Z' in lines and 'DTSTART:20270701T083000Z' in lines,
                'times are the same moment in UTC', lines)
    cases.check(any('Hotel\\, Dubai\\; Marina' in line and '\\nDrop-off' in line for line in lines),
                'what would end a value is escaped', [line for line in lines if 'Hotel' in line])
    uids = [line for line in lines if line.startswith('UID:')]
    again = [line for line in strict(house.json('calendar')['ics']) if line.startswith('UID:')]
    cases.check(len(set(uids)) == 2 and uids == again, 'each has a name of its own that stays', (uids, again))
    return first, second


def read(house, cases, first, second):
    if icalendar is None:
        cases.skip('python3-icalendar is not here')
        return
    text = house.json('calendar')['ics']
    events = {str(e['UID']).split('.')[0]: e for e in icalendar.Calendar.from_ical(text).walk('VEVENT')}
    one, other = events[first], events[second]
    cases.check(one['DTSTART'].dt == datetime.datetime(2027, 3, 1, 5, tzinfo=UTC) and
                one['DTEND'].dt > one['DTSTART'].dt, 'a reader of calendars finds when it is', one)
    cases.check('Ben' in str(one['SUMMARY']) and str(one['STATUS']) == 'CONFIRMED' and
                str(other['STATUS']) == 'CANCELLED', 'with whom, and whether it stands', one)
    cases.check(NOTE in str(one['DESCRIPTION']) and 'Hotel, Dubai; Marina' in str(one['DESCRIPTION']),
                'and every word as it was written', str(one['DESCRIPTION']))


def narrow(house, cases, first, second):
    def count(*filters):
        return house.ctl('calendar', *filters).stdout.count('BEGIN:VEVENT')
    cases.check(count(f'id={first}') == 1 and count('state=cancelled') == 1 and count('at<2027-01-01') == 0,
                'one booking, or those that fit a filter', [count(f'id={first}'), count('state=cancelled')])
    wrong = house.ctl('calendar', 'colour=red')
    cases.check(wrong.returncode == 1 and 'colour' in wrong.stderr, 'a filter that there is not is refused',
                wrong.stderr)


def again(house, cases, first, second):
    done = house.ctl('do', 'rebook', f'booking={second}', 'at=2027-08-01 10:00')
    new = house.json('get', 'booking', 'BK000003')
    old = house.json('get', 'booking', second)
    cases.check(done.returncode == 0 and new['at']['local'] == '2027-08-01T10:00' and
                new['state'] == 'confirmed' and new['x-pickup'] == old['x-pickup'] and
                new['contact'] == 'CT1' and new['payment'] == 'unpaid',
                'what was cancelled is booked once more, with what it was', (done.stderr, new))
    cases.check(old['state'] == 'cancelled', 'the old one stays as it is', old)
    for words, what in ((['at=2020-01-01 10:00'], 'past'), ([], 'at'), (['at=2027-08-02 10:00', 'x-vehicle=Tank'], 'Tank'),
                        (['at=2027-08-02 10:00', 'places=0'], 'places')):
        refused = house.ctl('do', 'rebook', f'booking={second}', *words)
        cases.check(refused.returncode == 1, f'and checked as any other ({what})', refused.stderr)
    house.ctl('save', 'service', 'chauffeur', 'active=no')
    refused = house.ctl('do', 'rebook', f'booking={second}', 'at=2027-08-03 10:00')
    cases.check(refused.returncode == 1 and 'not offered' in refused.stderr,
                'a service that is not offered any more is not booked again', refused.stderr)


def main():
    house, cases = House(*sys.argv[1:]), Cases()
    try:
        house.start()
        house.ctl('demo', 'load', 'chauffeur')
        house.ctl('practice', 'Hello', '--name', 'Ben')
        made = export(house, cases)
        for part in (read, narrow, again):
            part(house, cases, *made)
    finally:
        errors = house.close()
    cases.check('runtime error' not in errors and 'ERROR' not in errors, 'the sanitizers are silent',
                errors)
    return cases.end()


sys.exit(main())
