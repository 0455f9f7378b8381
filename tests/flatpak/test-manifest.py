#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest: understood without a warning, every source checked, nothing allowed that is
not needed, and every library of meson.build is in the runtime or built."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1]).resolve()
# What GNOME's runtime brings, by the names of pkg-config.
RUNTIME = {'gio-2.0', 'gio-unix-2.0', 'gtk4', 'json-glib-1.0', 'libadwaita-1', 'libcrypto',
           'libsecret-1', 'libsoup-3.0', 'sqlite3'}
ALLOWED = {'--share=network', '--share=ipc', '--socket=wayland', '--socket=fallback-x11',
           '--socket=pulseaudio', '--device=dri', '--talk-name=org.kde.StatusNotifierWatcher'}


def show():
    with tempfile.TemporaryDirectory(prefix='kontor-flatpak-') as folder:
        # It keeps its state where it stands.
        done = subprocess.run(['flatpak-builder', '--show-manifest',
                               ROOT / 'flatpak/org.kontor.Kontor.yml'],
                              capture_output=True, text=True, cwd=folder)
    return done


def silent(done, manifest):
    """flatpak-builder has nothing to say against it"""
    assert done.returncode == 0 and done.stderr == '', done.stderr


def named(done, manifest):
    """it is the application, on GNOME's runtime"""
    assert manifest['id'] == 'org.kontor.Kontor' and manifest['command'] == 'kontor'
    assert manifest['runtime'] == 'org.gnome.Platform' and manifest['sdk'] == 'org.gnome.Sdk'
    assert int(manifest['runtime-version']) >= 50


def least(done, manifest):
    """nothing is allowed but network, window, sound and tray: no folder, no other name"""
    assert set(manifest['finish-args']) == ALLOWED, set(manifest['finish-args']) ^ ALLOWED


def checked(done, manifest):
    """what is downloaded comes by HTTPS, with its SHA-256"""
    sources = [source for module in manifest['modules'] for source in module['sources']
               if source['type'] != 'dir']
    assert sources
    for source in sources:
        assert source['type'] == 'archive' and source['url'].startswith('https://'), source
        assert re.fullmatch('[0-9a-f]{64}', source['sha256']), source


def whole(done, manifest):
    """each library that meson.build asks for is in the runtime or a module"""
    asked = set(re.findall(r"\bdependency\('([^']+)'", (ROOT / 'meson.build').read_text()))
    built = {module['name'] for module in manifest['modules']}
    assert asked - RUNTIME - built == set(), asked - RUNTIME - built


def portals(done, manifest):
    """inside, portals start the service at login: it is built for that"""
    kontor = next(module for module in manifest['modules'] if module['name'] == 'kontor')
    assert '-Dsandbox=true' in kontor['config-opts']


def main():
    done = show()
    try:
        manifest = json.loads(done.stdout)
    except ValueError:
        print(f'Bail out! {done.stderr!r}')
        sys.exit(1)
    cases = (silent, named, least, checked, whole, portals)
    failed = 0
    for number, case in enumerate(cases, 1):
        try:
            case(done, manifest)
            print(f'ok {number} - {case.__doc__}')
        except (AssertionError, KeyError) as problem:
            failed += 1
            print(f'not ok {number} - {case.__doc__}\n# {problem!r}')
    print(f'1..{len(cases)}')
    sys.exit(failed > 0)


main()
