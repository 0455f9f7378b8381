#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-recording.py KONTORD FILE.json FILE.said: a recording is answered as it was."""
import difflib
import pathlib
import subprocess
import sys

kontord, recording, said = sys.argv[1:4]
shop = pathlib.Path(recording).stem
done = subprocess.run([kontord, '--replay', recording, '--shop', shop], capture_output=True, text=True)
wanted = pathlib.Path(said).read_text()
fine = done.returncode == 0 and done.stdout == wanted
print('1..1')
print(f'{"ok" if fine else "not ok"} 1 the recording {shop} is answered as it was')
if not fine:
    for line in difflib.unified_diff(wanted.splitlines(), done.stdout.splitlines(), lineterm=''):
        print('#', line)
    print('#', done.stderr.replace('\n', '\n# '))
sys.exit(not fine)
