#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""idle.py KONTORD KONTORCTL SOURCE [SECONDS]: how often the idle daemon wakes, and what it holds.

Limits: less than one wake-up a second, less than 30 MiB resident. Exits 1 beyond them.
"""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'bus'))
from house import House


def read(pid, key):
    status = pathlib.Path(f'/proc/{pid}/status').read_text()
    return int(next(line for line in status.splitlines() if line.startswith(key)).split()[1])


def main():
    house = House(*sys.argv[1:4])
    seconds = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    house.start()
    house.ctl('demo', 'load', 'chauffeur')
    house.ctl('practice', 'I need a car from Binary Tower to Dubai Mall tomorrow at 9')
    threads = [int(p.name) for p in pathlib.Path(f'/proc/{house.daemon.pid}/task').iterdir()]
    before = sum(read(t, 'voluntary_ctxt_switches') for t in threads)
    time.sleep(seconds)
    wakes = (sum(read(t, 'voluntary_ctxt_switches') for t in threads) - before) / seconds
    resident = read(house.daemon.pid, 'VmRSS') / 1024
    print(f'wake-ups a second: {wakes:.2f} (limit 1)   resident: {resident:.1f} MiB (limit 30)')
    house.close()
    return 0 if wakes < 1 and resident < 30 else 1


sys.exit(main())
