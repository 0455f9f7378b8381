# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests beside this file take from npm; a test skips with a word where that is not to be had."""
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OLDEST = [20, 15]


def skip(word):
    print(f'1..0 # SKIP {word}')
    sys.exit(0)


def find_packages(build):
    """The folder that holds node_modules as package-lock.json has them, made once in @build."""
    if not shutil.which('node') or not shutil.which('npm'):
        skip('npm')
    version = subprocess.run(['node', '--version'], capture_output=True, text=True).stdout
    if [int(part) for part in version.strip().lstrip('v').split('.')[:2]] < OLDEST:
        skip('Node')
    folder = pathlib.Path(build) / 'npm-interop'
    lock = (HERE / 'package-lock.json').read_text()
    done = folder / 'done'
    if not done.exists() or done.read_text() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ('package.json', 'package-lock.json'):
            shutil.copy(HERE / name, folder)
        run = subprocess.run(['npm', 'ci', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'],
                             capture_output=True, cwd=folder)
        if run.returncode != 0:
            skip('npm')
        done.write_text(lock)
    return folder
