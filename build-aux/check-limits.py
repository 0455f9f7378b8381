#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails where C code is larger than the house allows, or holds what it forbids.

check-limits.py ROOT. Files of at most 500 lines, unless they are pure tables (nearly no code in
functions), functions of 60, nesting of 4, lines of 100 columns; the licence in the first line;
no goto, no data hung on objects by a string, no notes for later, no tabs, no file name that
invites everything.
"""
import pathlib
import re
import sys

FILE_LINES, FUNCTION_LINES, NESTING, COLUMNS = 500, 60, 4, 100
TABLE_CODE = 60  # lines of functions that a pure table may have
SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */'
BAD_NAMES = {'engine', 'manager', 'helper', 'helpers', 'util', 'utils', 'misc', 'common'}
TOPS = ('model', 'daemon', 'src', 'tests')
SUFFIXES = ('.c', '.h', '.py', '.ui', '.blp', '.sh')

BARE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
FORBIDDEN = [
    (re.compile(r'\bgoto\b'), 'goto: return early or split the function'),
    (re.compile(r'\bg_object_(set|get|steal)_q?data(_full)?\b'), 'data hung on an object: use a field'),
]
NOTES = re.compile(r'\b(TODO|FIXME)\b')
TOKEN = re.compile(r'[A-Za-z_]\w*|[{}();]')


def blank(match):
    """A comment or a text, gone but for its lines."""
    text = match[0]
    return '\n' * text.count('\n') if text.startswith('/') else '""'


class Nesting:
    """Reads one function's statements and finds how deep they go, with braces or without."""

    def __init__(self, tokens):
        self.tokens, self.at, self.deepest = tokens, 0, 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ''

    def skip_balanced(self, opening, closing):
        depth = 0
        while self.peek():
            depth += (self.peek() == opening) - (self.peek() == closing)
            self.at += 1
            if depth == 0:
                return

    def skip_expression(self):
        while self.peek() not in ('', ';', '}'):
            if self.peek() in '({':
                self.skip_balanced(self.peek(), ')' if self.peek() == '(' else '}')
            else:
                self.at += 1
        if self.peek() == ';':
            self.at += 1

    def block(self, depth):
        self.at += 1
        while self.peek() not in ('', '}'):
            self.statement(depth)
        self.at += 1

    def controlled(self, depth):
        """What a control word governs: a block or one statement."""
        self.deepest = max(self.deepest, depth + 1)
        if self.peek() == '{':
            self.block(depth + 1)
        else:
            self.statement(depth + 1)

    def conditional(self, depth):
        self.skip_balanced('(', ')')
        self.controlled(depth)
        if self.peek() == 'else':
            self.at += 1
            if self.peek() == 'if':
                self.at += 1
                self.conditional(depth)
            else:
                self.controlled(depth)

    def statement(self, depth):
        word = self.peek()
        if word == '{':
            self.block(depth)
        elif word == 'if':
            self.at += 1
            self.conditional(depth)
        elif word in ('for', 'while', 'switch'):
            self.at += 1
            self.skip_balanced('(', ')')
            self.controlled(depth)
        elif word == 'do':
            self.at += 1
            self.controlled(depth)
            self.skip_expression()
        elif word in ('case', 'default'):
            # A label has no end among the tokens; the statement after it is read as its rest.
            self.at += 1
            while self.peek() not in ('', ';', '{', '}', 'if', 'for', 'while', 'switch', 'do',
                                      'return', 'break', 'case', 'default'):
                self.at += 1
        else:
            self.skip_expression()


def functions(lines):
    """(first line, body) of each function, by the house style: braces in the first column."""
    start = None
    for number, line in enumerate(lines):
        if line.rstrip() == '{' and number > 0 and lines[number - 1].rstrip().endswith(')'):
            start = number
        elif line.startswith('}') and start is not None:
            yield start, lines[start:number + 1]
            start = None


def check_name(path):
    words = set(re.split(r'[-_.]', path.name.lower()))
    for word in sorted(words & BAD_NAMES):
        yield f'{path}: no file is named {word}: say what it does'


def check_lines(path, text):
    lines = text.split('\n')
    if lines[0] != SPDX:
        yield f'{path}:1: the first line must be {SPDX}'
    if not text.endswith('\n') or text.endswith('\n\n'):
        yield f'{path}: must end with one line end'
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            yield f'{path}:{number}: {len(line)} columns, {COLUMNS} are allowed'
        if '\t' in line or line.endswith((' ', '\r')):
            yield f'{path}:{number}: a tab or a blank at the end'
        if NOTES.search(line):
            yield f'{path}:{number}: a note for later: do it or open an issue'


def check_code(path, text):
    bare = BARE.sub(blank, text)
    lines = bare.split('\n')
    code = 0
    for pattern, why in FORBIDDEN:
        for found in pattern.finditer(bare):
            yield f'{path}:{bare.count(chr(10), 0, found.start()) + 1}: {why}'
    for start, body in functions(lines):
        code += len(body)
        if len(body) > FUNCTION_LINES:
            yield f'{path}:{start}: a function of {len(body)} lines, {FUNCTION_LINES} are allowed'
        nesting = Nesting(TOKEN.findall('\n'.join(line for line in body
                                                  if not line.startswith('#'))))
        nesting.statement(0)
        if nesting.deepest > NESTING:
            yield f'{path}:{start}: nested {nesting.deepest} deep, {NESTING} are allowed'
    length = len(lines) - 1
    if path.suffix == '.c' and length > FILE_LINES and code > TABLE_CODE:
        yield f'{path}: {length} lines, {FILE_LINES} are allowed'


def check_file(path):
    yield from check_name(path)
    if path.suffix in ('.c', '.h'):
        text = path.read_text()
        yield from check_lines(path, text)
        yield from check_code(path, text)


def main(root):
    paths = [path for top in TOPS for path in sorted(pathlib.Path(root).glob(f'{top}/**/*'))
             if path.suffix in SUFFIXES and 'node_modules' not in path.parts]
    problems = [problem for path in paths for problem in check_file(path)]
    print('\n'.join(problems) if problems else f'{len(paths)} files keep the limits')
    return not paths or bool(problems)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
