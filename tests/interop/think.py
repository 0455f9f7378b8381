#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ride in free wording ends in a booking, whichever vendor lends the model.

think.py KONTORD KONTORCTL SOURCE BUILD: the real daemon with the chauffeur's shop; aimock is OpenAI,
Anthropic and Gemini in turn, and then the first of two providers fails. Skips with a word where npm
or Node 20.15 is absent.
"""
import datetime
import json
import pathlib
import sys
import zoneinfo

KONTORD, KONTORCTL, SOURCE, BUILD = sys.argv[1:5]
sys.path.insert(0, str(pathlib.Path(SOURCE) / 'tests' / 'bus'))
from house import Cases, House
from npm import find_packages
from vendors import FAMILIES, StandIn

WISH = ("I'd love a lift from Binary Tower over to Emirates Financial Tower the day after tomorrow "
        "nine-ish, Jeffrey's the name, the five series if you have it")
YES = 'sounds perfect, yes please, thanks a million!'


def make_house():
    house = House(KONTORD, KONTORCTL, SOURCE)
    house.start()
    for words in (('demo', 'load', 'chauffeur'), ('save', 'business', '1', 'automatic-most=0'),
                  ('save', 'channel', 'CH1', 'quiet=0s')):
        done = house.ctl(*words)
        assert done.returncode == 0, done
    return house


def add(house, family, url, **more):
    path, model = FAMILIES[family]
    told = dict({'name': family, 'family': family, 'model': model, 'base': url + path, 'enabled': 'yes',
                 'currency': 'USD', 'price-in': '2.50', 'price-out': '10'}, **more)
    done = house.ctl('save', 'provider', *[f'{n}={v}' for n, v in told.items()])
    assert done.returncode == 0, done


def ride(house, cases, title):
    said = house.ctl('practice', WISH).stdout
    cases.check('With pleasure, Jeffrey.' in said and 'Pickup: Binary Tower' in said and
                '09:00 Dubai time' in said and '250.00 AED' in said and 'yes or no' in said,
                f'{title}: the wish is repeated for a yes', said)
    cases.check(house.json('list', 'booking') == [], f'{title}: nothing is booked before it')
    said = house.ctl('practice', YES).stdout
    bookings = house.json('list', 'booking')
    cases.check('BK000001' in said and len(bookings) == 1 and
                bookings[0]['x-pickup'] == 'Binary Tower' and bookings[0]['source'] == 'assistant' and
                bookings[0]['price'] == {'minor': 25000, 'currency': 'AED'},
                f'{title}: the yes books what was repeated', (said, bookings))


def calls(house, cases, title, expected):
    told = house.json('list', 'ai-call')
    cases.check({(c['provider'], c['outcome']) for c in told} == expected,
                f'{title}: each call is recorded', told)
    answered = [c for c in told if c['outcome'] == 'answered']
    cases.check(all(c['purpose'] == 'reply' and c['prompt'] == 'PR1 v1' and c.get('message', 0) > 0
                    for c in answered), f'{title}: with its prompt and the message it made', told)
    cases.check([c['tokens-in'] for c in answered] == [900, 1000, 1100, 1200],
                f'{title}: and the tokens that the vendor counts', told)


def trial(house, cases, title, provider):
    """The ride has been booked; trying it once more leaves that as it is."""
    before = house.json('list', 'booking'), house.json('messages', '1')
    told = house.json('try', WISH)
    cases.check((told['outcome'], told['by'], told['tools']) == ('answered', 'model', ['collect done']) and
                'With pleasure, Jeffrey.' in told['reply'] and '250.00 AED' in told['reply'],
                f'{title}: an answer is tried', told)
    answered = [c for c in told['calls'] if c['outcome'] == 'answered']
    cases.check([(c['provider'], c['purpose'], c['tokens-in']) for c in answered] ==
                [(provider, 'trial', 900), (provider, 'trial', 1000)] and told['cost-nano'] > 0,
                f'{title}: and says what it cost', told)
    cases.check((house.json('list', 'booking'), house.json('messages', '1')) == before,
                f'{title}: and nothing is said or done by it')


def explain(house, cases):
    message = [c for c in house.json('list', 'ai-call') if c['purpose'] == 'reply'][-1]['message']
    told = json.dumps(house.json('why', str(message)))
    cases.check('PR1 v1' in told and 'confirm done' in told and 'book' in told,
                'why tells prompt, tools and what was done', told)


def edit(house, cases):
    said = house.ctl('practice', 'good morning to you').stdout
    cases.check('Good morning.' in said, 'the prompt is as it was shipped', said)
    house.ctl('save', 'prompt', 'PR1', 'text=Speak like a pirate.')
    said = house.ctl('practice', 'good morning to you, sir').stdout
    cases.check('Ahoy!' in said, 'an edit of the prompt changes the next answer', said)
    told = house.json('do', 'compare-prompt', 'prompt=PR1')
    cases.check('+Speak like a pirate.\n' in told['difference'] and '\n-' in told['difference'],
                'the versions can be compared', told)
    house.ctl('do', 'restore-prompt', 'prompt=PR1', 'version=1')
    said = house.ctl('practice', 'a good morning to you again').stdout
    cases.check('Good morning.' in said and house.json('get', 'prompt', 'PR1')['version'] == 3,
                'and an earlier one restored', said)


def hold_back(house, cases):
    said = house.ctl('practice', "what is my friend's price?").stdout
    drafts = [m for m in house.json('messages', '1') if m['state'] == 'draft']
    cases.check('90' not in said and len(drafts) == 1 and '90 % off' in drafts[0]['text'],
                'a figure from nowhere waits for a person', (said, drafts))


def with_family(family, url, cases):
    house = make_house()
    try:
        add(house, family, url)
        ride(house, cases, family)
        calls(house, cases, family, {('PV1', 'answered')})
        trial(house, cases, family, 'PV1')
        if family == 'openai':
            explain(house, cases)
            edit(house, cases)
            hold_back(house, cases)
    finally:
        errors = house.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors,
                f'{family}: the daemon made no fuss', errors)


def with_one_failing(url, cases):
    house, title = make_house(), 'the first fails'
    try:
        add(house, 'openai', url, model='broken-model', priority='1')
        add(house, 'anthropic', url, priority='2')
        ride(house, cases, title)
        calls(house, cases, title, {('PV1', 'failed'), ('PV2', 'answered')})
        trial(house, cases, title, 'PV2')
    finally:
        house.close()


def main():
    packages = find_packages(BUILD)
    day = datetime.datetime.now(zoneinfo.ZoneInfo('Asia/Dubai')) + datetime.timedelta(days=2)
    stand_in, cases = StandIn(packages, day.strftime('%Y-%m-%d')), Cases()
    try:
        for family in FAMILIES:
            with_family(family, stand_in.url, cases)
        with_one_failing(stand_in.url, cases)
    finally:
        stand_in.close()
    return cases.end()


sys.exit(main())
