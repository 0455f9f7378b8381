#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Streams of three families, understood by us as by the vendors' own clients.

models.py MODEL-CLI KONTORD KONTORCTL SOURCE BUILD: aimock stands in for OpenAI, Anthropic and Gemini;
the official packages and our reader are asked the same, and then the daemon asks it with a key from
the keyring and records what it cost. Skips with a word where npm or Node 20.15 is absent.
"""
import json
import pathlib
import subprocess
import sys

CLI, KONTORD, KONTORCTL, SOURCE, BUILD = sys.argv[1:6]
sys.path.insert(0, str(pathlib.Path(SOURCE) / 'tests' / 'bus'))
from house import Cases, House
from npm import HERE, find_packages
from vendors import FAMILIES, StandIn

TRY_LATER, UNKNOWN = 5, 6
FORM = {'type': 'object', 'properties': {'day': {'type': 'string'}, 'car': {'type': 'string'}}}
TOOLS = [{'name': name, 'description': name, 'form': FORM} for name in ('prices', 'hours')]
# 1,200 tokens at 2.50 and 34 at 10.00 USD a million are 0.334 cents.
PRICES = {'currency': 'USD', 'in': '2.50', 'out': '10'}
NANO = 334000000


def ask(stand_in, family, request):
    path, model = FAMILIES[family]
    run = subprocess.run([CLI, family, stand_in.url + path, model, 'test-key'], input=json.dumps(request),
                         capture_output=True, text=True, timeout=60)
    return json.loads(run.stdout) if run.returncode == 0 else {'failed': run.stderr}


def question(text, **more):
    return dict({'said': [{'role': 'user', 'text': text}], 'tools': TOOLS}, **PRICES, **more)


def same(ours, theirs):
    return (ours.get('text'), ours.get('calls'), ours.get('tokens-in'), ours.get('tokens-out')) == \
        (theirs.get('text'), theirs.get('calls'), theirs.get('in'), theirs.get('out'))


def compare(stand_in, packages, cases):
    run = subprocess.run(['node', str(HERE / 'models-sdk.mjs'), str(packages), stand_in.url],
                         capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    theirs = json.loads(run.stdout)
    for family in FAMILIES:
        for text, finish in (('text', 'stopped'), ('one tool', 'calls'), ('two tools', 'calls'),
                             ('to the limit', 'cut')):
            ours = ask(stand_in, family, question(text))
            cases.check(same(ours, theirs[family][text]),
                        f'{family}: “{text}” is to us what it is to the vendor’s client',
                        (ours, theirs[family][text]))
            cases.check(ours.get('finish') == finish, f'{family}: “{text}” ends as it does', ours)
        cases.check(theirs[family]['too many'].get('status') == 429,
                    f'{family}: the client is told to wait as well', theirs[family]['too many'])
        cases.check('status' in theirs[family]['half'], f'{family}: half an answer is none to the client',
                    theirs[family]['half'])


def hardships(stand_in, cases):
    for family in FAMILIES:
        told = ask(stand_in, family, question('text'))
        cases.check(told.get('nano') == NANO, f'{family}: the cost is exact', told)
        cases.check(told.get('pieces', 0) > 3, f'{family}: the text comes piece by piece', told)
        told = ask(stand_in, family, question('too many'))
        cases.check((told.get('code'), told.get('wait')) == (TRY_LATER, 3000),
                    f'{family}: 429 says how long to wait', told)
        told = ask(stand_in, family, question('broken server'))
        cases.check(told.get('code') == TRY_LATER, f'{family}: 500 may be tried again', told)
        told = ask(stand_in, family, question('half'))
        cases.check(told.get('code') == UNKNOWN and 'text' not in told,
                    f'{family}: half an answer is none', told)


def second_round(stand_in, cases):
    for family in FAMILIES:
        told = ask(stand_in, family, {'tools': TOOLS, 'said': [
            {'role': 'user', 'text': 'one tool'},
            {'role': 'assistant', 'text': '', 'calls': [
                {'id': 'call_prices', 'name': 'prices', 'arguments': '{"day":"2026-11-21"}'}]},
            {'role': 'tool', 'id': 'call_prices', 'name': 'prices', 'text': '{"minor":4500}'}]})
        cases.check(told.get('text') == 'It costs 45.00 EUR.', f'{family}: the result of a call is understood',
                    told)


def wait_tested(house, provider):
    while True:
        record = next(r for r in house.json('list', 'provider') if r['id'] == provider)
        if record['state'] != 'testing':
            return record


def in_the_daemon(stand_in, cases):
    house = House(KONTORD, KONTORCTL, SOURCE)
    try:
        house.start()
        for n, (family, (path, model)) in enumerate(FAMILIES.items(), 1):
            added = house.ctl('save', 'provider', f'name={family}', f'family={family}', f'model={model}',
                              f'base={stand_in.url}{path}', 'key=test-key-0123456789', 'currency=USD',
                              'price-in=2.50', 'price-out=10')
            assert added.returncode == 0, added.stderr
            house.ctl('do', 'test-provider', f'provider=PV{n}')
            record = wait_tested(house, f'PV{n}')
            cases.check(record['state'] == 'fine', f'the daemon asks {family} with a key', record)
            cases.check('test-key' not in json.dumps(record), 'the key is not shown', record)
        calls = house.json('list', 'ai-call')
        cases.check([(c['provider'], c['outcome'], c['tokens-in'], c['cost-nano'], c.get('left'))
                     for c in calls] == [(f'PV{n}', 'answered', 1000, 252000000, False) for n in (1, 2, 3)],
                    'each call is recorded with its cost', calls)
    finally:
        errors = house.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors, 'the daemon made no fuss', errors)


def main():
    packages = find_packages(BUILD)
    stand_in, cases = StandIn(packages), Cases()
    try:
        compare(stand_in, packages, cases)
        hardships(stand_in, cases)
        second_round(stand_in, cases)
        in_the_daemon(stand_in, cases)
    finally:
        stand_in.close()
    return cases.end()


sys.exit(main())
