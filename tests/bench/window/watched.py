# SPDX-License-Identifier: GPL-3.0-or-later
"""What watch.c wrote down about a program, and what people want to know of it. Times in seconds."""
import pathlib
import statistics
import time


class Watched:
    """@path: the file; @begun: time.monotonic () when the program was started."""

    def __init__(self, path, begun):
        self.path, self.begun = pathlib.Path(path), begun

    def read(self, since=0.0):
        """(word, times…) of all lines since then."""
        lines = self.path.read_text().splitlines() if self.path.exists() else []
        told = [(line.split()[0], *[int(n) for n in line.split()[1:]]) for line in lines
                if len(line.split()) > 1]
        return [line for line in told if line[1] / 1e6 >= since]

    def last(self, word, since=0.0):
        return next((line for line in reversed(self.read(since)) if line[0] == word), None)

    def quiet(self, for_s=0.7, limit_s=20, since=None):
        """Waits until other words were shown since then, and nothing was drawn for a while."""
        until = time.monotonic() + limit_s
        while time.monotonic() < until:
            found = self.last('frame')
            if since is not None and self.last('shown', since) is None:
                time.sleep(0.01)
            elif found and time.monotonic() - found[2] / 1e6 > for_s:
                return
            else:
                time.sleep(0.05)

    def started(self):
        """(s, CPU s) of when the window was mapped, of when as many rows were first there as in the
        end, and of when the words on the screen were the last."""
        shown = [line for line in self.read() if line[0] == 'shown']
        filled = next(line for line in shown if line[3] == shown[-1][3])
        return [n for line in (self.last('mapped'), filled, shown[-1])
                for n in (line[1] / 1e6 - self.begun, line[2] / 1e6)]

    def answered(self, since):
        """From the first key after then to when the words were the last; None: they did not change."""
        key = next((line for line in self.read(since) if line[0] == 'key'), None)
        shown = self.last('shown', since)
        if key is None or shown is None:
            return None
        return (shown[1] - key[1]) / 1e6

    def frames(self, since):
        """Of what was drawn since then: how many frames, ms of the middle one, of the 99th of a
        hundred and of the longest, and of the longest turn of the main loop."""
        told = self.read(since)
        times = sorted((line[2] - line[1]) / 1000 for line in told if line[0] == 'frame')
        turns = [(line[2] - line[1]) / 1000 for line in told if line[0] == 'turn']
        if not times:
            return None
        return (len(times), statistics.median(times), times[int(len(times) * 0.99)], times[-1],
                max(turns, default=0))
