#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Independent clients of the linked-device protocol with each other, through the stand-in server of linked/.

linked.py SOURCE BUILD [PART…]: links, talks, fails and comes back, as linked/run.mjs tells it. Stanzas are
judged by ../shared/vendor/wa-wire where that is. Skips with a word where npm or Node 20.15 is absent.
"""
import os
import pathlib
import sys

from npm import HERE, find_packages

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WIRE = SOURCE.parent / 'shared' / 'vendor' / 'wa-wire'

packages = find_packages(BUILD)
os.execvpe('node', ['node', str(HERE / 'linked' / 'run.mjs'), str(WIRE) if WIRE.exists() else '-', *sys.argv[3:]],
           dict(os.environ, KONTOR_NPM=str(packages)))
