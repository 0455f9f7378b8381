#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""linked-signal.py SIGNAL-CLI BUILD: our end-to-end encryption against the libraries of two independent
clients. Skips with a word where npm or Node 20.15 is absent."""
import subprocess
import sys

from npm import HERE, find_packages

CLI, BUILD = sys.argv[1:3]
sys.exit(subprocess.run(['node', str(HERE / 'linked-signal.mjs'), str(find_packages(BUILD)), CLI]).returncode)
