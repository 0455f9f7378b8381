#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares model/phone with libphonenumber (the Python port), country by country.

For every region and kind of number: the example and seeded neighbours of it that libphonenumber
holds valid, each written in several ways, must come out as the same E.164 number.

Three differences are meant:
- services (freephone, premium, shared cost, personal, pager, UAN, voicemail) may be refused, since
  the table has the lengths of subscribers' lines only; a *different* number is still a failure,
  but for services written with a calling code without plus, which nobody does;
- digits that may begin with the calling code or not, by their length, may be refused;
- the forms named in KNOWN, each with its reason.
"""
import random
import subprocess
import sys

try:
    import phonenumbers as pn
    from phonenumbers import PhoneNumberFormat as Form, PhoneNumberType as Kind
except ImportError:
    print('1..0 # SKIP python3-phonenumbers is not installed')
    sys.exit(0)

SUBSCRIBERS = {Kind.FIXED_LINE, Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE}
KINDS = [kind for kind in Kind.values() if kind != Kind.UNKNOWN]
NEIGHBOURS = 4
SEED = 20261121

# region -> (forms or None for all, what may come out instead, why)
KNOWN = {
    'GA': (None, lambda got, text: got == '-',
           'lines of before 2019 (+241 01 …) are no longer reachable'),
    'DE': (('no plus',), lambda got, text: got == '+' + text,
           '49151… of 13 digits is a mobile with its calling code, not a line in Leer (0491)'),
    'ID': (('no plus',), lambda got, text: got == '+' + text,
           '62… of this length is far more often the calling code than the area codes 62x'),
}
UNCLEAR = {'national', 'digits', 'significant', 'no plus'}


def is_known(region, form, text, got):
    if form in UNCLEAR and got == '-' and pn.country_code_for_region(region) and \
       text.lstrip('(').startswith(str(pn.country_code_for_region(region))):
        return True
    if region not in KNOWN:
        return False
    forms, allows, _ = KNOWN[region]
    return (forms is None or form in forms) and allows(got, text)


def neighbours(number, dice):
    """Valid numbers that share all but the last digits with the example."""
    yield number
    nsn = pn.national_significant_number(number)
    for _ in range(NEIGHBOURS):
        keep = dice.randint(max(1, len(nsn) - 7), len(nsn) - 1)
        text = nsn[:keep] + ''.join(dice.choice('0123456789') for _ in nsn[keep:])
        try:
            other = pn.parse(f'+{number.country_code}{text}')
        except pn.NumberParseException:
            continue
        if pn.is_valid_number(other):
            yield other


def written(number, region):
    """How people write it: (name, default country, text)."""
    e164 = pn.format_number(number, Form.E164)
    national = pn.format_number(number, Form.NATIONAL)
    yield 'e164', '', e164
    yield 'e164 at home', region, e164
    yield 'international', '', pn.format_number(number, Form.INTERNATIONAL)
    yield 'rfc3966', '', pn.format_number(number, Form.RFC3966)[4:]
    yield 'national', region, national
    yield 'digits', region, ''.join(c for c in national if c.isdigit())
    yield 'no plus', region, e164[1:]
    yield 'from abroad', 'DE', '00' + e164[1:]
    yield 'from the US', 'US', pn.format_out_of_country_calling_number(number, 'US')
    yield 'significant', region, pn.national_significant_number(number)


def expected(text, region):
    try:
        number = pn.parse(text, region or None)
    except pn.NumberParseException:
        return None
    return pn.format_number(number, Form.E164) if pn.is_valid_number(number) else None


def cases(region, dice):
    for kind in KINDS:
        example = pn.example_number_for_type(region, kind)
        if example is None:
            continue
        for number in neighbours(example, dice):
            if pn.region_code_for_number(number) != region:
                continue
            real = pn.number_type(number)
            for form, home, text in written(number, region):
                want = expected(text, home)
                if want is not None and not any(c.isalpha() for c in text):
                    yield real, form, home, text, want


def main():
    dice = random.Random(SEED)
    regions = sorted(pn.SUPPORTED_REGIONS)
    asked = [(region,) + case for region in regions for case in cases(region, dice)]
    lines = ''.join(f'{home}\t{text}\n' for _, _, _, home, text, _ in asked)
    answer = subprocess.run([sys.argv[1]], input=lines, capture_output=True, text=True, check=True)
    got = [line.split('\t') for line in answer.stdout.splitlines()]
    assert len(got) == len(asked)

    bad = {region: [] for region in regions}
    refused = known = countries = 0
    for (region, kind, form, home, text, want), found in zip(asked, got):
        if kind not in SUBSCRIBERS and (found[0] == '-' or form == 'no plus'):
            refused += found[0] == '-'
        elif found[0] != want and is_known(region, form, text, found[0]):
            known += 1
        elif found[0] != want:
            bad[region].append(f'{form} “{text}”: {found[0]}, not {want} ({Kind.to_string(kind)})')
        elif found[0] == want and kind in SUBSCRIBERS and found[1] != region:
            countries += 1

    print(f'1..{len(regions)}')
    print(f'# {len(asked)} numbers, seed {SEED}; {refused} of services refused, {known} known, '
          f'{countries} told as the main country of a shared calling code')
    for number, region in enumerate(regions, 1):
        print(f'{"not ok" if bad[region] else "ok"} {number} - {region} as libphonenumber reads it')
        for line in bad[region][:10]:
            print(f'# {line}')
    return 1 if any(bad.values()) else 0


sys.exit(main())
