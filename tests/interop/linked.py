#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients of the linked-device protocol with each other, through the stand-in server of linked/.

linked.py SOURCE BUILD [KIND=PROGRAM…] [PART…]: links, talks, fails and comes back, as linked/run.mjs tells it,
with the clients from npm and with each PROGRAM that has the interface of linked/README.md. Stanzas are judged
by ../shared/vendor/wa-wire where that is. Skips with a word where npm or Node 20.15 is absent.
"""
import json
import os
import pathlib
import sys

from npm import HERE, find_packages

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WIRE = SOURCE.parent / 'shared' / 'vendor' / 'wa-wire'

peers = dict(word.split('=', 1) for word in sys.argv[3:] if '=' in word)
parts = [word for word in sys.argv[3:] if '=' not in word]
packages = find_packages(BUILD)
os.execvpe('node', ['node', str(HERE / 'linked' / 'run.mjs'), str(WIRE) if WIRE.exists() else '-', *parts],
           dict(os.environ, KONTOR_NPM=str(packages),
                KONTOR_LINKED_PEERS=json.dumps({kind: [program] for kind, program in peers.items()})))
