#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS can be compiled, lacks no text, and its texts keep what the originals hold."""
import gettext
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
KEPT = re.compile(r'\{[a-z-]+\}|--[a-z]+|\bkontorctl\b|\*\*')


def compile_po(path, folder):
    """The texts and their translations, and what msgfmt says against them."""
    made = pathlib.Path(folder) / 'made.mo'
    done = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '-o', made, path],
                          capture_output=True, text=True)
    if done.returncode != 0:
        return {}, [done.stderr]
    with made.open('rb') as file:
        texts = gettext.GNUTranslations(file)._catalog
    return {(key if isinstance(key, str) else key[0]): text
            for key, text in texts.items() if key}, []


def compare(text, translated):
    """What @translated lost or gained against @text; placeholders that printf() knows are msgfmt's."""
    wrong = []
    if sorted(KEPT.findall(text)) != sorted(KEPT.findall(translated)):
        wrong.append('a placeholder or a command differs')
    if text.endswith('…') != translated.endswith('…'):
        wrong.append('dots are lost or gained')
    if text[:1].isspace() != translated[:1].isspace() or text[-1:].isspace() != translated[-1:].isspace():
        wrong.append('a blank at an end is lost or gained')
    if '%s' in text and text.count('%') != translated.count('%'):
        wrong.append('a value is lost')
    return [f'“{text}” → “{translated}”: {what}' for what in wrong]


def look(path, folder):
    texts, wrong = compile_po(path, folder)
    for text, translated in texts.items():
        wrong += compare(text, translated)
    return wrong


def count_missing(folder):
    """How many texts each language lacks, and whether the help is among the texts."""
    made = pathlib.Path(folder) / 'kontor.pot'
    subprocess.run([root / 'build-aux' / 'translations', '--template', made], check=True)
    told = subprocess.run([root / 'build-aux' / 'translations'], check=True, capture_output=True, text=True)
    first = (root / 'data' / 'help' / 'home.md').read_text().splitlines()[1]
    return ({line.split()[0]: line for line in told.stdout.splitlines() if ' 0 missing' not in line},
            f'msgid "{first}"' in made.read_text())


languages = (root / 'po/LINGUAS').read_text().split()
there = sorted(path.stem for path in (root / 'po').glob('*.po'))
results = [('LINGUAS names every language', [] if sorted(languages) == there else there),
           ('a lost placeholder is noticed',
            [] if compare('Dear {name}…', 'Liebe {nom}') else ['it is not'])]
with tempfile.TemporaryDirectory() as folder:
    bad = pathlib.Path(folder) / 'bad.po'
    bad.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                   '#, c-format\nmsgid "%d left"\nmsgstr "%s"\n')
    results.append(('a wrong value is noticed', [] if look(bad, folder) else ['it is not']))
    missing, has_help = count_missing(folder)
    results.append(('the help is among the texts', [] if has_help else ['it is not']))
    for language in languages:
        results.append((f'{language} is sound', look(root / 'po' / f'{language}.po', folder)))
        results.append((f'{language} lacks no text', [missing[language]] if language in missing else []))
for number, (sentence, wrong) in enumerate(results, 1):
    print(f'{"not ok" if wrong else "ok"} {number} {sentence}')
    for line in '\n'.join(wrong).splitlines():
        print('# ' + line)
print(f'1..{len(results)}')
