#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons are where desktops look for them, and each says something else at its smallest."""
import pathlib
import re
import subprocess
import sys

ICONS = pathlib.Path(sys.argv[1], 'data/icons/hicolor')
FULL = ICONS / 'scalable/apps/org.kontor.Kontor.svg'
SYMBOLIC = sorted(ICONS.glob('symbolic/*/*.svg'))
STATES = ('idle', 'unread', 'trouble', 'paused')


def draw(path, size):
    done = subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), path],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == 0 and not done.stderr, (path, done.stderr)
    return done.stdout


def names():
    """the application, its symbol and each state of the tray have an icon"""
    assert FULL.is_file()
    wanted = {'org.kontor.Kontor-symbolic'}
    wanted |= {f'org.kontor.Kontor-{state}-symbolic' for state in STATES}
    assert {path.stem for path in SYMBOLIC} == wanted, SYMBOLIC


def grids():
    """the full one is drawn on 128 pixels, the symbols on 16"""
    assert 'viewBox="0 0 128 128"' in FULL.read_text()
    for path in SYMBOLIC:
        assert 'viewBox="0 0 16 16"' in path.read_text(), path


def colours():
    """a symbol has the one colour that themes replace"""
    for path in SYMBOLIC:
        assert set(re.findall(r'#[0-9a-f]{3,6}', path.read_text())) == {'#2e3436'}, path


def pixels():
    """all can be drawn, and no two states look the same at 16 pixels"""
    for size in (16, 32, 128):
        draw(FULL, size)
    pictures = {state: draw(ICONS / f'symbolic/apps/org.kontor.Kontor-{state}-symbolic.svg', 16)
                for state in STATES}
    assert len(set(pictures.values())) == len(STATES)


def main():
    failed = 0
    for number, case in enumerate((names, grids, colours, pixels), 1):
        try:
            case()
            print(f'ok {number} - {case.__doc__}')
        except AssertionError as problem:
            failed += 1
            print(f'not ok {number} - {case.__doc__}\n# {problem!r}')
    print('1..4')
    sys.exit(failed > 0)


main()
