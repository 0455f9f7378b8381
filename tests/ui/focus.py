# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard is: what somebody without a mouse comes to."""
from gi.repository import GLib

# A reply comes after what was told before it, and a key is handled at most a few turns of the window's
# main loop after it was pressed.
MOST_TABS, TURNS = 60, 10


class Focus:
    """Hears where the focus goes: a look at everything after each key would take minutes."""

    def __init__(self, desk):
        self.desk, self.told = desk, []
        self.listener = desk.atspi().EventListener.new(self.hear)
        self.listener.register('object:state-changed:focused')

    def hear(self, event):
        if event.detail1:
            self.told.append(event.source)

    def next(self, key='Tab'):
        """What has the focus after a key; None where it stays, or goes to an entry: those tell nothing
        in this version of GTK."""
        self.told = []
        self.desk.key(key)
        for _ in range(TURNS):
            self.desk.wait(lambda: self.desk.box(self.desk.frame))
            while GLib.MainContext.default().iteration(False):
                pass
            if self.told:
                return self.told[-1]
        return None

    def name(self, one):
        """'' where nothing has the focus, or what had it went away meanwhile, as a dialog does."""
        return one is not None and self.desk.ask(one.get_name) or ''

    def go_to(self, name, key='Tab'):
        """Tab until what has the focus is called @name (or by a name that @name accepts)."""
        fits = name if callable(name) else lambda text: text.replace('_', '') in (name, name + ' ' + name)
        met = []
        for _ in range(MOST_TABS):
            one = self.next(key)
            met.append(self.name(one))
            if one is not None and fits(met[-1]):
                return one
        raise AssertionError(f'Tab does not come to {name}: {met}')
