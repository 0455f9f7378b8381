#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package: built as Debian builds, laid out in an empty folder, and looked at there. Each
file stands where the specification of its kind has it found."""
import configparser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1]).resolve()
ID = 'org.kontor.Kontor'
FILES = {
    'the programs': ('usr/bin/kontor', 'usr/bin/kontorctl', 'usr/libexec/kontord'),
    'what the bus starts': (f'usr/share/dbus-1/services/{ID}.service',
                            f'usr/share/dbus-1/services/{ID}.Daemon.service'),
    'the unit of systemd': ('usr/lib/systemd/user/kontord.service',),
    'the start at login': (f'etc/xdg/autostart/{ID}.Daemon.desktop',),
    'the entry in the menu': (f'usr/share/applications/{ID}.desktop',),
    'the metainfo': (f'usr/share/metainfo/{ID}.metainfo.xml',),
    'the settings': (f'usr/share/glib-2.0/schemas/{ID}.gschema.xml',),
    'the icons': (f'usr/share/icons/hicolor/scalable/apps/{ID}.svg',
                  f'usr/share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
                  *(f'usr/share/icons/hicolor/symbolic/apps/{ID}-{state}-symbolic.svg'
                    for state in ('idle', 'paused', 'trouble', 'unread'))),
    'the manual page': ('usr/share/man/man1/kontorctl.1.gz',),
    'the completion': ('usr/share/bash-completion/completions/kontorctl',),
    'the licence': ('usr/share/doc/kontor/copyright',),
}


def build(folder):
    env = {**os.environ, 'DEB_BUILD_OPTIONS': 'noopt noautodbgsym', 'CCACHE_NOHASHDIR': '1'}
    if os.path.isdir('/usr/lib/ccache'):
        env['PATH'] = '/usr/lib/ccache:' + env['PATH']
    for name in ('CFLAGS', 'CC', 'ASAN_OPTIONS', 'MALLOC_PERTURB_', 'G_DEBUG'):
        env.pop(name, None)
    done = subprocess.run([ROOT / 'build-aux/deb', folder], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


def places(tree):
    """every file stands where its specification has it found"""
    missing = [path for paths in FILES.values() for path in paths if not (tree / path).is_file()]
    assert not missing, missing


def starts(tree):
    """what starts a program names one that is installed"""
    entries = [*tree.glob('usr/share/dbus-1/services/*'), *tree.glob('etc/xdg/autostart/*'),
               *tree.glob('usr/lib/systemd/user/*')]
    assert len(entries) == 4, entries
    for entry in entries:
        program = re.search(r'^Exec(?:Start)?=/(\S+)', entry.read_text(), re.M).group(1)
        assert os.access(tree / program, os.X_OK), (entry, program)


def menu(tree):
    """the menu's program is on the path, its icon in the theme"""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(tree / FILES['the entry in the menu'][0])
    entry = parser['Desktop Entry']
    assert (tree / 'usr/bin' / entry['Exec'].split()[0]).is_file()
    assert (tree / f'usr/share/icons/hicolor/scalable/apps/{entry["Icon"]}.svg').is_file()


def schema(tree):
    """the settings compile where they lie"""
    subprocess.run(['glib-compile-schemas', '--strict', '--dry-run',
                    tree / 'usr/share/glib-2.0/schemas'], check=True)


def runs(tree):
    """the programs say the version of the package"""
    for program in ('usr/bin/kontorctl', 'usr/libexec/kontord'):
        done = subprocess.run([tree / program, '--version'], capture_output=True, text=True)
        assert done.stdout.split()[-1:] == ['0.1.0'], (program, done.stdout, done.stderr)


def nothing_else(tree):
    """nothing lies outside of /usr and /etc/xdg, and no headers or libraries come along"""
    for path in tree.rglob('*'):
        name = str(path.relative_to(tree))
        assert name in ('etc', 'usr') or name.startswith(('etc/xdg', 'usr/')), name
        assert not name.endswith(('.a', '.h', '.so')), name


def asked():
    # Whatever building needs is asked for.
    wanted = {line.split()[1] for line in (ROOT / 'build-aux/packages').read_text().splitlines()
              if line.startswith('build ')}
    control = (ROOT / 'build-aux/debian/control').read_text()
    there = set(re.findall(r'^(?: |Build-Depends: )([a-z0-9.+-]+)', control, re.M))
    # A compiler is there wherever Debian builds.
    assert wanted - there <= {'gcc', 'libc6-dev'}, wanted - there


def main():
    if not shutil.which('dpkg-buildpackage') or not shutil.which('dh'):
        print('1..0 # SKIP dpkg-buildpackage or debhelper is not installed')
        return 0
    cases = (places, starts, menu, schema, runs, nothing_else)
    failed = 0
    with tempfile.TemporaryDirectory(prefix='kontor-deb-') as folder:
        asked()
        package = build(folder)
        print('ok 1 - dpkg-buildpackage builds it, with all that building needs')
        tree = pathlib.Path(folder, 'tree')
        subprocess.run(['dpkg', '-x', package, tree], check=True)
        for number, case in enumerate(cases, 2):
            try:
                case(tree)
                print(f'ok {number} - {case.__doc__}')
            except (AssertionError, AttributeError, subprocess.CalledProcessError) as problem:
                failed += 1
                print(f'not ok {number} - {case.__doc__}\n# {problem!r}')
    print(f'1..{len(cases) + 1}')
    return failed > 0


sys.exit(main())
