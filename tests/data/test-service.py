#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that start kontord fit each other, and systemd understands its own."""
import configparser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def read(path):
    text = pathlib.Path(path).read_text()
    assert '@libexecdir@' not in text, path
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def fit(bus, unit):
    """both name the same bus name and the same program"""
    assert pathlib.Path(sys.argv[1]).name == bus['D-BUS Service']['Name'] + '.service'
    assert bus['D-BUS Service']['SystemdService'] == pathlib.Path(sys.argv[2]).name
    assert bus['D-BUS Service']['Name'] == unit['Service']['BusName']
    assert bus['D-BUS Service']['Exec'] == unit['Service']['ExecStart']
    assert os.path.isabs(bus['D-BUS Service']['Exec'])


def login(bus, unit):
    """the session starts the same program at login, by the bus, and no menu shows it"""
    entry = read(sys.argv[3])['Desktop Entry']
    assert entry['Exec'] == bus['D-BUS Service']['Exec'] + ' --login', entry['Exec']
    assert entry['NoDisplay'] == 'true' and entry['Type'] == 'Application'


def verify(bus, unit):
    """systemd finds nothing to complain about in the unit"""
    with tempfile.TemporaryDirectory(prefix='kontor-unit-') as folder:
        # The program need not be installed for this; anything that can be run stands in.
        text = pathlib.Path(sys.argv[2]).read_text()
        copy = pathlib.Path(folder, 'kontord.service')
        copy.write_text(text.replace(unit['Service']['ExecStart'], shutil.which('true')))
        done = subprocess.run(['systemd-analyze', '--user', 'verify', copy], text=True,
                              env={**os.environ, 'XDG_RUNTIME_DIR': folder, 'HOME': folder},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        ours = [line for line in done.stdout.splitlines() if 'kontord.service' in line]
        assert not ours, done.stdout


def main():
    bus, unit = read(sys.argv[1]), read(sys.argv[2])
    cases = (fit, login, verify)
    print(f'1..{len(cases)}')
    failed = 0
    for number, case in enumerate(cases, 1):
        name = f'{number} - {case.__doc__}'
        if case is verify and not shutil.which('systemd-analyze'):
            print(f'ok {name} # SKIP systemd-analyze is not installed')
            continue
        try:
            case(bus, unit)
            print(f'ok {name}')
        except AssertionError as problem:
            failed += 1
            print(f'not ok {name}\n# {problem!r}')
    sys.exit(failed > 0)


main()
