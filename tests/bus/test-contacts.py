#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts are found, sorted, brought in, taken back, made one and taken apart, by kontorctl."""
import csv
import io
import json
import sys

from house import Cases, House
from line import Line


class Office(Line):
    def __init__(self, house):
        self.house = house
        self.listen()

    def query(self, kind, filter_, **options):
        from gi.repository import GLib
        told = {n: GLib.Variant('b' if isinstance(v, bool) else 'u' if isinstance(v, int) else 's', v)
                for n, v in options.items()}
        return self.call('Records', 'Query', '(sa{sv}a{sv})', kind,
                         {n: GLib.Variant('s', v) for n, v in filter_.items()}, told)


def names(records):
    return [r.get('name') for r in records]


def find(house, cases):
    house.ctl('save', 'contact', 'name=Émile Zola', 'phone=+971501110001', 'email=Emile@paris.example',
              'labels=VIP, writer')
    house.ctl('save', 'contact', 'name=anna karenina', 'phone=+971501110002', 'labels=VIP guests')
    house.ctl('save', 'contact', 'phone=+971501110003')
    cases.check(names(house.json('list', 'contact', '~=emile')) == ['Émile Zola'],
                'a name is found without its accents')
    cases.check(names(house.json('list', 'contact', '~=paris.ex')) == ['Émile Zola'],
                'and by a part of the e-mail address')
    cases.check(names(house.json('list', 'contact', '~=0501110002')) == ['anna karenina'],
                'a number is found as it is written at home')
    cases.check(house.json('list', 'contact', '~=zola anna') == [], 'every word must fit')
    cases.check(names(house.json('list', 'contact', 'labels~=vip')) == ['Émile Zola'],
                'a label is found whole, among others')
    cases.check(house.json('list', 'contact', '~=%') == [], 'signs are looked for as they are')


def sort(office, cases):
    records, after = [], ''
    while True:
        page, after = office.query('contact', {}, sort='name', limit=1, after=after)
        records += page
        if not after:
            break
    cases.check(names(records) == ['anna karenina', 'Émile Zola', None],
                'sorted by name, page by page, whoever has none last', names(records))


def fields(house, cases):
    made = house.ctl('save', 'contact-field', 'title=Date of birth', 'type=date')
    cases.check(made.returncode == 0 and house.json('list', 'contact-field')[0]['name'] == 'date-of-birth',
                'a field gets its name in files from its title', made.stderr)
    house.ctl('save', 'contact-field', 'title=Tier', 'type=choice', 'choices=Silver, Gold')
    bad = house.ctl('save', 'contact', 'CT1', 'x-date-of-birth=yesterday', 'x-tier=Gold')
    cases.check(bad.returncode == 1 and 'x-date-of-birth' in bad.stderr, 'what is no date is refused', bad.stderr)
    house.ctl('save', 'contact', 'CT1', 'x-date-of-birth=1980-04-02', 'x-tier=Gold')
    told = house.json('get', 'contact', 'CT1')
    cases.check(told['x-tier'] == 'Gold' and told['x-date-of-birth'] == '1980-04-02', 'own fields are kept', told)
    other = house.ctl('save', 'contact-field', 'CF1', 'type=text')
    cases.check(other.returncode == 1, 'a type is not changed under what was put in', other.stdout)


def make_file(path, good, bad):
    """Every thirty-fourth row or so is bad in one of three ways."""
    with open(path, 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file)
        table.writerow(['Full name', 'Mobile', 'Birthday', 'Shoe size'])
        every = (good + bad) // bad
        for i in range(good + bad):
            wrong = i % every == every - 1 and i // every < bad
            fault = i // every % 3 if wrong else None
            phone = '+1' if fault == 0 else f'+97150{2000000 + i}' if fault != 2 else '+971502000000'
            table.writerow([f'Guest {i:05}', phone, 'never' if fault == 1 else '1990-01-02', 42])


def bring(house, cases, folder):
    path, n_good, n_bad = f'{folder}/guests.csv', 9700, 300
    make_file(path, n_good, n_bad)
    columns = '--map=Full name=name,Mobile=phone,Birthday=x-date-of-birth,Shoe size='
    tried = house.ctl('--json', 'import', '--dry-run', '--same=refuse', columns, 'contact', path)
    dry = json.loads(tried.stdout)
    cases.check(len(dry) == 10000 and sum(v['outcome'] == 'refused' for v in dry) == n_bad,
                'a trial tells a verdict for each of 10,000 rows', (len(dry), tried.stderr[-200:]))
    cases.check(len(house.json('list', 'contact')) == 3, 'and changes nothing')
    cases.check(all(v['reason'] for v in dry if v['outcome'] == 'refused'), 'each refusal has its reason')
    done = house.ctl('--json', 'import', '--same=refuse', columns, 'contact', path)
    real = json.loads(done.stdout)
    cases.check([v['outcome'] for v in real] == [v['outcome'] for v in dry], 'what was told happens')
    cases.check([v['line'] for v in real] == list(range(2, 10002)), 'each row is named by its line')
    made = house.json('list', 'import')[0]
    cases.check((made['added'], made['refused']) == (n_good, n_bad), 'the import is kept as a record', made)
    last = [v for v in real if v['outcome'] == 'added'][-1]['id']
    house.ctl('save', 'contact', last, 'notes=called')
    undone = house.ctl('do', 'undo-import', 'import=' + made['id'])
    told = house.json('get', 'import', made['id'])
    cases.check((told['state'], told['taken-back'], told['kept']) == ('undone', n_good - 1, 1),
                'an import is taken back, but for what was used since', (told, undone.stderr))
    cases.check(len(house.json('list', 'contact')) == 4, 'and the rest is as it was')
    house.ctl('remove', 'contact', last)


def same(house, cases, folder):
    path = folder + '/same.csv'
    with open(path, 'w', encoding='utf-8') as file:
        file.write('name,phone,email,notes\nEmil,0501110001,,likes tea\nBo,,bo@x.example,\nBo B,,BO@x.example,\n')
    told = {}
    for way in ('skip', 'refuse', 'change'):
        out = house.ctl('--json', 'import', '--dry-run', '--same=' + way, 'contact', path)
        told[way] = [v['outcome'] for v in json.loads(out.stdout)]
    cases.check(told == {'skip': ['skipped', 'added', 'skipped'], 'refuse': ['refused', 'added', 'refused'],
                         'change': ['changed', 'added', 'changed']}, 'who is there already is told', told)
    house.ctl('import', '--same=change', 'contact', path)
    changed = house.json('get', 'contact', 'CT1')
    cases.check((changed['name'], changed['notes']) == ('Emil', 'likes tea'), 'and changed where that is meant', changed)
    house.ctl('do', 'undo-import', 'import=' + house.json('list', 'import')[-1]['id'])
    back = house.json('get', 'contact', 'CT1')
    cases.check(back['name'] == 'Émile Zola' and not back.get('notes') and
                house.json('list', 'contact', '~=bo') == [], 'and is as it was when it is taken back', back)


def export(house, cases):
    rows = list(csv.DictReader(io.StringIO(house.ctl('export', 'contact', 'labels~=vip').stdout)))
    cases.check([r['name'] for r in rows] == ['Émile Zola'] and rows[0]['x-tier'] == 'Gold',
                'a filter is exported, with own fields', rows)


def merge(house, cases):
    for phone, text in (('+971501110001', 'Hello'), ('+971509990000', 'Hello again')):
        house.ctl('practice', '--from', phone, text)
    other = next(c['id'] for c in house.json('list', 'contact') if c.get('phone') == '+971509990000')
    house.ctl('save', 'contact', other, 'email=emile@PARIS.example', 'name=E. Zola', 'notes=second phone')
    found = house.json('list', 'merge')
    cases.check([(m['state'], m['proof'], m['contact'], m['other']) for m in found] ==
                [('suggested', 'email', 'CT1', other)], 'the same address suggests one person', found)
    before = house.json('get', 'contact', 'CT1'), house.json('get', 'contact', other)
    threads = {c['id']: house.ctl('messages', str(c['id'])).stdout for c in house.json('inbox')}
    done = house.ctl('do', 'merge-contact', 'contact=CT1', 'other=' + other)
    one = house.json('get', 'contact', 'CT1')
    cases.check(done.returncode == 0 and one['notes'] == 'second phone' and len(house.json('inbox')) == 1 and
                len(house.json('list', 'identifier', 'contact=CT1')) == 2, 'two become one', (one, done.stderr))
    made = house.json('list', 'merge')
    cases.check([m['state'] for m in made] == ['merged'], 'the suggestion became the merge', made)
    apart = house.ctl('do', 'undo-merge', 'merge=' + made[0]['id'])
    after = house.json('get', 'contact', 'CT1'), house.json('get', 'contact', other)
    cases.check(after == before, 'and two again, each as it was', (before, after, apart.stderr))
    cases.check({c['id']: house.ctl('messages', str(c['id'])).stdout for c in house.json('inbox')} == threads,
                'with their own conversations')
    house.ctl('save', 'contact', other, 'email=')
    house.ctl('save', 'contact', other, 'email=emile@paris.example')
    cases.check([m['state'] for m in house.json('list', 'merge')] == ['undone'],
                'what was taken apart is not suggested again')


def consent(house, cases):
    """What was said elsewhere than in the chat, written down by a teammate."""
    refused = house.ctl('do', 'set-consent', 'contact=CT1', 'consent=opted-out')
    cases.check(refused.returncode != 0 and 'source' in refused.stderr, 'a consent is not changed without saying how',
                refused)
    for word in 'opted-out', 'opted-in':
        house.ctl('do', 'set-consent', 'contact=CT1', 'consent=' + word, 'source=by phone')
        told = house.json('get', 'contact', 'CT1')
        written = [a['actor'] for a in house.json('list', 'audit') if a['action'] == word]
        cases.check((told['consent'], told['consent-source']) == (word, 'by phone') and written == ['teammate:TM1'],
                    f'a teammate writes down {word}, and is named in the log', (told, written))


def main():
    house, cases = House(*sys.argv[1:]), Cases()
    try:
        house.start()
        house.ctl('demo', 'load', 'chauffeur')
        find(house, cases)
        sort(Office(house), cases)
        fields(house, cases)
        bring(house, cases, house.folder)
        same(house, cases, house.folder)
        export(house, cases)
        merge(house, cases)
        consent(house, cases)
        faults = house.ctl('check-store')
        cases.check(faults.returncode == 0, 'the store is whole', faults.stdout)
    finally:
        errors = house.close()
    cases.check('runtime error' not in errors and 'ERROR' not in errors, 'the sanitizers are silent',
                errors[-2000:])
    return cases.end()


sys.exit(main())
