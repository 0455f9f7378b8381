#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved views of the inbox: what they show, for whom, and what becomes of them."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import play


def shown(house, *filters):
    return [one['name'] for one in house.json('inbox', *filters)]


def furnish(house, cases):
    house.ctl('demo', 'load', 'chauffeur')
    house.ctl('practice', 'Hello', '--from', '+971500000001', '--name', 'Mona Haddad')
    house.ctl('practice', 'Where is my driver?', '--from', '+971500000002', '--name', 'Omar Farouk')
    house.ctl('practice', 'Hello', '--from', '+971500000003', '--name', 'Sheena Nelson')
    house.ctl('save', 'contact', 'CT1', 'labels=VIP')
    house.ctl('save', 'contact', 'CT3', 'labels=VIP')
    house.ctl('state', '3', 'pending')
    house.ctl('assign', '2', 'TM1')


def keep(house, cases):
    made = house.ctl('save', 'inbox-view', 'name=Waiting VIPs', 'label=LB1', 'state=pending')
    cases.check(made.returncode == 0 and shown(house, 'view=VW1') == ['Sheena Nelson'],
                'a view shows what all of its filters fit', (made.stderr, shown(house, 'view=VW1')))
    house.ctl('state', '1', 'pending')
    cases.check(shown(house, 'view=VW1') == ['Sheena Nelson', 'Mona Haddad'],
                'as it is now, and not as it was when it was saved', shown(house, 'view=VW1'))
    cases.check(shown(house, 'view=VW1', 'state=open') == [], 'it can be narrowed further',
                shown(house, 'view=VW1', 'state=open'))
    house.ctl('save', 'inbox-view', 'VW1', 'state=')
    cases.check(shown(house, 'view=VW1', 'state=pending') == shown(house, 'view=VW1'),
                'and changed', shown(house, 'view=VW1'))


def whose(house, cases):
    house.ctl('save', 'inbox-view', 'name=Mine', 'whose=me', 'teammate=TM1')
    house.ctl('save', 'inbox-view', 'name=Free', 'whose=nobody')
    cases.check(shown(house, 'view=vw2') == ['Omar Farouk'], '“me” is who looks', shown(house, 'view=vw2'))
    cases.check('Omar Farouk' not in shown(house, 'view=VW3') and len(shown(house, 'view=VW3')) == 2,
                'and “nobody” what is not assigned', shown(house, 'view=VW3'))


def words(house, cases):
    house.ctl('save', 'inbox-view', 'name=Drivers', 'words=my dri')
    cases.check(shown(house, 'view=VW4') == ['Omar Farouk'],
                'words are looked for in the messages, the last one unfinished', shown(house, 'view=VW4'))
    cases.check(shown(house, 'words="*" (') == shown(house, 'words=nothing like it') == [],
                'whatever is put in is words', shown(house, 'words="*" ('))
    bad = house.ctl('inbox', 'words="')
    cases.check(bad.returncode == 1 and 'no word' in bad.stderr, 'and something that is none is refused',
                bad.stderr)


def end(house, cases):
    wrong = house.ctl('inbox', 'view=VW9')
    cases.check(wrong.returncode == 1 and 'VW9' in wrong.stderr, 'a view that is not there is told',
                wrong.stderr)
    house.ctl('remove', 'inbox-view', 'VW4')
    house.ctl('remove', 'label', 'LB1')
    left = [one['name'] for one in house.json('list', 'inbox-view')]
    cases.check(left == ['Mine', 'Free'], 'a view goes by itself, or with its label', left)


def mentions(house, cases):
    house.ctl('save', 'teammate', 'name=Ivo Said', 'sales=yes')
    house.ctl('save', 'teammate', 'name=Lea', 'sales=yes')
    house.ctl('note', '1', 'Please call her, @ivo said, or @Lea? Not lea@example.org')
    note = house.json('messages', '1')[-1]
    ids = {one['name']: one['id'] for one in house.json('list', 'teammate')}
    told = [(m['teammate'], note['text'][m['at']:m['at'] + m['length']])
            for m in json.loads(note['body'])['mentions']]
    cases.check(told == [(ids['Ivo Said'], '@ivo said'), (ids['Lea'], '@Lea')],
                'a note mentions people by name, and not an e-mail address', told)
    cases.check(shown(house, f'mentioned={ids["Lea"]}') == ['Mona Haddad'],
                'where somebody is mentioned is found', shown(house, f'mentioned={ids["Lea"]}'))
    house.ctl('save', 'inbox-view', 'name=For me', 'mentioned=yes')
    cases.check(shown(house, 'view=VW5') == [], 'a view of it is of who looks', shown(house, 'view=VW5'))
    house.ctl('send', '1', 'I ask @Lea')
    said = house.json('messages', '1')[-1]
    cases.check('mentions' not in said['body'], 'what goes to customers mentions nobody', said)
    house.ctl('note', '2', 'Ask @Ivo')
    first = shown(house, f'mentioned={ids["Ivo Said"]}')
    house.ctl('save', 'teammate', 'name=Ivo Farid', 'sales=yes')
    house.ctl('note', '3', 'Ask @Ivo')
    cases.check(first == ['Omar Farouk', 'Mona Haddad'] == shown(house, f'mentioned={ids["Ivo Said"]}'),
                'a first name that two have is nobody’s', shown(house, f'mentioned={ids["Ivo Said"]}'))


sys.exit(play([furnish, keep, whose, words, end, mentions]))
