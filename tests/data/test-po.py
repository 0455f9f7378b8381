#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations: each that is listed is there, each that is there is listed, and msgfmt has nothing
to say against any."""
import pathlib
import subprocess
import sys

PO = pathlib.Path(sys.argv[1], 'po')
listed = {word for line in (PO / 'LINGUAS').read_text().splitlines()
          if not line.startswith('#') for word in line.split()}
there = {path.stem for path in PO.glob('*.po')}


def check(name):
    done = subprocess.run(['msgfmt', '--check', '-o', '/dev/null', PO / f'{name}.po'], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return '' if done.returncode == 0 else done.stdout


cases = [('LINGUAS lists what is there', '\n'.join(sorted(listed ^ there)))]
cases += [(f'msgfmt finds {name}.po right', check(name)) for name in sorted(there)]
for number, (sentence, wrong) in enumerate(cases, 1):
    print(f'{"not ok" if wrong else "ok"} {number} - {sentence}')
    for line in wrong.splitlines():
        print('# ' + line)
print(f'1..{len(cases)}')
sys.exit(any(wrong for _, wrong in cases))
