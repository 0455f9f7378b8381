#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib

import tap

limits = tap.load('check-limits.py')
SPDX = limits.SPDX + '\n'


def problems(text, path='daemon/base/clock.c'):
    with tap.tree({path: text}) as folder:
        return [line.split(': ', 1)[1] for line in limits.check_file(pathlib.Path(folder, path))]


def fails(text, word, path='daemon/base/clock.c'):
    found = problems(text, path)
    assert len(found) == 1 and word in found[0], found


def passes(text, path='daemon/base/clock.c'):
    assert problems(text, path) == [], problems(text, path)


def function(body):
    return f'{SPDX}static void\nfunc (int x)\n{{\n{body}}}\n'


def licence():
    """the licence is the first line"""
    passes(SPDX)
    fails('\n' + SPDX, 'first line')
    fails(SPDX.replace('GPL', 'LGPL'), 'first line')


def lines():
    """lines have 100 columns, counted in characters, no tabs and no blanks at the end"""
    passes(SPDX + '/* ' + 'é' * 97 + '\n')
    fails(SPDX + 'x' * 101 + '\n', '101 columns')
    fails(SPDX + '\tint x;\n', 'tab')
    fails(SPDX + 'int x; \n', 'blank')
    fails(SPDX + 'int x;', 'line end')
    fails(SPDX + '\n', 'line end')


def files():
    """a file of code has 500 lines, a pure table as many as it needs"""
    code = ''.join(f'\nvoid\nf{n} (void)\n{{\n  g ();\n}}\n' for n in range(83))
    passes(SPDX + code)
    fails(SPDX + code + '\n' * 8 + 'int x;\n', 'lines')
    passes(SPDX + 'static const int table[] = {\n' + '  1,\n' * 2000 + '};\n')
    passes(SPDX + code + '\n' * 8 + 'int x;\n', 'model/record.h')


def lengths():
    """a function has 60 lines"""
    passes(function('  g ();\n' * 58))
    fails(function('  g ();\n' * 59), '61 lines')


def nest(depth, braces):
    opened = '  if (x)\n' + ('  {\n' if braces else '')
    closed = '  }\n' if braces else ''
    return opened * depth + '  g ();\n' + closed * depth


def nesting():
    """nesting goes four deep, with braces or without"""
    for braces in (True, False):
        passes(function(nest(4, braces)))
        fails(function(nest(5, braces)), 'nested 5')


def nesting_words():
    """every control word nests; else-if, labels, blocks and initialisers do not"""
    passes(function('  if (a)\n    g ();\n' + '  else if (b)\n    g ();\n' * 9))
    passes(function('  {\n  {\n  {\n  {\n  {\n  g ();\n  }\n  }\n  }\n  }\n  }\n'))
    passes(function('  int x[] = { { { { { { 1 } } } } } };\n  f ((S) { { 1 } });\n'))
    fails(function('  switch (x)\n  {\n  case A:\n    for (;;)\n      while (a)\n        do\n'
                   '          if (b)\n            g ();\n        while (c);\n  }\n'), 'nested 5')
    fails(function('  for (a)\n  for (b)\n  for (c)\n  if (d)\n    g ();\n  else\n    while (e)\n'
                   '      g ();\n'), 'nested 5')


def words():
    """no goto, no data hung on objects, no notes for later; comments and texts may name them"""
    fails(function('  goto out;\n'), 'goto')
    fails(function('  g_object_set_data (x, "a", b);\n'), 'use a field')
    fails(function('  g_object_set_qdata_full (x, q, b, c);\n'), 'use a field')
    fails(SPDX + '/* TO' 'DO: more */\n', 'later')
    fails(SPDX + '// FIX' 'ME\n', 'later')
    passes(function('  pay ("XXX");\n'))
    passes(function('  puts ("goto \\" goto"); /* goto */\n'))


def names():
    """no file has a name that invites everything"""
    fails(SPDX, 'manager', 'src/inbox/chat-manager.c')
    fails(SPDX, 'utils', 'daemon/base/utils.h')
    fails('', 'common', 'tests/common.py')
    passes(SPDX, 'daemon/base/community.c')


def whole():
    """the script ends with 1 for a bad tree and for an empty one"""
    with tap.tree({'model/misc.c': SPDX}) as folder:
        assert limits.main(folder)
    with tap.tree({'model/money.c': SPDX}) as folder:
        assert not limits.main(folder)
    with tap.tree({}) as folder:
        assert limits.main(folder)


if __name__ == '__main__':
    tap.run([licence, lines, files, lengths, nesting, nesting_words, words, names, whole])
