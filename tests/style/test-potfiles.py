#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with texts for people, and none that is gone; every choice has a word."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
MARK = re.compile(r'\b(?:_|N_|C_) ?\("|ngettext \(')


def has_texts(path):
    text = path.read_text()
    return 'translatable="yes"' in text if path.suffix == '.ui' else bool(MARK.search(text))


named = set((root / 'po/POTFILES').read_text().split())
paths = [p for pattern in ('src/**/*.c', 'model/fields/*.c', 'daemon/**/*.c', 'resources/**/*.ui')
         for p in root.glob(pattern)]
wanted = {str(p.relative_to(root)) for p in paths if has_texts(p)}
wanted |= {str(p.relative_to(root)) for p in (root / 'data').glob('*.in')
           if p.suffixes[-2] in ('.desktop', '.xml')}

# kontor_wording_choice() finds "in-progress" as "In progress" in this list.
words = (root / 'src/widgets/wording.c').read_text().split('known_choices[] =')[1].split('};')[0]
words = set(re.findall(r'N_\("([^"]+)"\)', words))
choices = {name.replace('-', ' ').capitalize() for path in (root / 'model/fields').glob('*.c')
           for found in re.findall(r'\.choices = ((?:"[^"]*"\s*)+)', path.read_text())
           for name in re.sub(r'[\s"]', '', found).split('|')}

# The window knows what the daemon refuses by its English form.
def joined(text):
    return re.sub(r'"\s*\n\s*"', '', text)


refusals = set(re.findall(r'N_\("([^"]+)"\)', joined((root / 'src/remote/refusals.c').read_text())))
said = joined('\n'.join(path.read_text() for room in ('model', 'daemon') for path in sorted((root / room).rglob('*.c'))))
unsaid = {form for form in refusals
          if not re.search(re.escape(form).replace('%s', '%(?:s|d|u|ld)'), said)}
for number, (sentence, wrong) in enumerate((
        ('every file with texts for people is named', wanted - named),
        ('no file is named that has none', named - wanted),
        ('every choice of a field has a word for people', choices - words),
        ('every refusal that the window words is one of the daemon', unsaid)), 1):
    print(f'{"not ok" if wrong else "ok"} {number} {sentence}')
    for name in sorted(wrong):
        print('# ' + name)
print('1..4')
