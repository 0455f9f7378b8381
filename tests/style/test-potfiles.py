#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with texts for people, and none that is gone."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
MARK = re.compile(r'\b(?:_|N_|C_) ?\("|g_dngettext \(')


def has_texts(path):
    text = path.read_text()
    return 'translatable="yes"' in text if path.suffix == '.ui' else bool(MARK.search(text))


named = set((root / 'po/POTFILES').read_text().split())
paths = [p for pattern in ('src/**/*.c', 'model/fields/*.c', 'daemon/**/*.c', 'resources/**/*.ui')
         for p in root.glob(pattern)]
wanted = {str(p.relative_to(root)) for p in paths if has_texts(p)}
wanted |= {str(p.relative_to(root)) for p in (root / 'data').glob('*.in')
           if p.suffixes[-2] in ('.desktop', '.xml')}
for number, (sentence, wrong) in enumerate((
        ('every file with texts for people is named', wanted - named),
        ('no file is named that has none', named - wanted)), 1):
    print(f'{"not ok" if wrong else "ok"} {number} {sentence}')
    for name in sorted(wrong):
        print('# ' + name)
print('1..2')
