# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program that is measured uses, as the kernel counts it."""
import pathlib
import time

SCHEDULED = 2   # of the clocks that a process has: <linux/posix-timers.h>


class Process:
    """@process: a Popen."""

    def __init__(self, process):
        self.process = process

    def cpu_s(self):
        """Of all its threads, to the nanosecond."""
        return time.clock_gettime((~self.process.pid << 3) | SCHEDULED)

    def switches(self):
        """How often one of its threads began to wait, or was made to."""
        return sum(int(line.split()[1])
                   for task in pathlib.Path(f'/proc/{self.process.pid}/task').iterdir()
                   for line in (task / 'status').read_text().splitlines() if 'ctxt_switches' in line)

    def mib(self, file, key):
        text = pathlib.Path(f'/proc/{self.process.pid}/{file}').read_text()
        return next(int(line.split()[1]) for line in text.splitlines() if line.startswith(key)) / 1024

    def pss_mib(self):
        return self.mib('smaps_rollup', 'Pss:')

    def rss_mib(self):
        return self.mib('status', 'VmRSS:')

    def settle(self):
        """Three looks in a row at which it did nothing."""
        quiet, before = 0, self.cpu_s()
        while quiet < 3:
            time.sleep(0.3)
            now = self.cpu_s()
            quiet = quiet + 1 if now - before <= 0.02 else 0
            before = now
