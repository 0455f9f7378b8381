#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of data/help/*.md as a template for gettext, each line without the mark that it begins
with: src/help/help-window.c asks for them so. xgettext reads no Markdown, but it reads templates."""
import pathlib
import re
import sys

MARK = re.compile('## |# |- ')

print('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"')
for path in sorted((pathlib.Path(sys.argv[1]) / 'data' / 'help').glob('*.md')):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line:
            text = MARK.sub('', line, count=1) if MARK.match(line) else line
            text = text.replace('\\', '\\\\').replace('"', '\\"')
            told = '#. ** stands around what is bold\n' if '**' in text else ''
            print(f'\n{told}#: data/help/{path.name}:{number}\nmsgid "{text}"\nmsgstr ""')
