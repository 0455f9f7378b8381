#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help: a text for each page of the window, in words that its reader knows."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
HELP = ROOT / 'data/help'
TEXTS = sorted(HELP.glob('*.md'))
MARKS = re.compile(r'^(# |## |- )?[^#\s-][^`<>\[\]]*$')


def pages():
    """every page of the window has one"""
    table = (ROOT / 'src/window.c').read_text()
    table = table[table.index('} pages[]'):]
    names = re.findall(r'^  \{ "([a-z-]+)", N_\(', table[:table.index('\n};')], re.M)
    assert names
    missing = [name for name in names if not (HELP / f'{name}.md').is_file()]
    assert not missing, f'data/help lacks {missing}'


def packed():
    """every text is in the program, and nothing else is"""
    listed = re.findall(r'<file>(.*)</file>', (HELP / 'kontor-help.gresource.xml').read_text())
    assert listed == [text.name for text in TEXTS], listed


def readable():
    """each has a title, short paragraphs, and no marks but those that the window draws"""
    for text in TEXTS:
        lines = [line for line in text.read_text().splitlines() if line]
        assert lines[0].startswith('# '), text
        assert len(lines) <= 24, (text, len(lines))
        for line in lines:
            assert MARKS.match(line) and line.count('**') % 2 == 0, (text, line)
            assert len(line) <= 400, (text, line)


failed = 0
for number, case in enumerate((pages, packed, readable), 1):
    try:
        case()
        print(f'ok {number} - {case.__doc__}')
    except AssertionError as problem:
        failed += 1
        print(f'not ok {number} - {case.__doc__}\n# {problem!r}')
print('1..3')
sys.exit(failed > 0)
