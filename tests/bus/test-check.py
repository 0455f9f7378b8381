#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept is read from end to end while the daemon answers: with how far it is, a way to stop,
and by name what is broken."""
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import Gio, GLib

from house import Cases, House
from line import NAME, PATH, Line


class Keeper(Line):
    def __init__(self, *programs):
        self.house = House(*programs)
        self.house.start()
        self.listen()
        self.shares = []
        self.bus.signal_subscribe(NAME, None, 'Checking', PATH, None, Gio.DBusSignalFlags.NONE,
                                  lambda *told: self.shares.append(told[5].unpack()[0]))

    def begin(self, method, done):
        self.bus.call(NAME, PATH, 'org.kontor.Kontor.Daemon', method, None, None,
                      Gio.DBusCallFlags.NO_AUTO_START, -1, None, done)

    def check(self):
        """What is broken; the error's name where it was stopped."""
        told = []

        def done(bus, result):
            try:
                told.append(bus.call_finish(result).unpack()[0])
            except GLib.Error as error:
                told.append(error.message)
        self.shares.clear()
        self.begin('CheckStore', done)
        return told

    def wait_told(self, told):
        while not told:
            GLib.MainContext.default().iteration(True)
        return told[0]

    def spoil(self, *sql):
        """Behind the daemon's back, while it is away."""
        self.house.daemon.terminate()
        self.house.daemon.communicate()
        path = pathlib.Path(self.house.folder) / 'data' / 'kontor.db'
        store = sqlite3.connect(path)
        for one in sql:
            store.execute(one)
        store.commit()
        store.close()
        self.house.start()


def whole(keeper, cases):
    for i in range(30):
        keeper.house.ctl('save', 'contact', f'name=Guest {i}')
    told = keeper.check()
    answered = keeper.call('Daemon', 'Status')
    faults = keeper.wait_told(told)
    cases.check(faults == [] and answered, 'what is sound is told so, and others are answered meanwhile', faults)
    cases.check(len(keeper.shares) > 10 and keeper.shares == sorted(keeper.shares) and keeper.shares[-1] == 1,
                'it tells how far it is', keeper.shares)
    told = keeper.check()
    keeper.begin('StopCheck', None)
    stopped = keeper.wait_told(told)
    cases.check('ancelled' in str(stopped), 'and can be stopped', stopped)
    cases.check(keeper.wait_told(keeper.check()) == [], 'and begun anew')


def broken(keeper, cases):
    keeper.spoil('PRAGMA foreign_keys = OFF', 'INSERT INTO contact_label (contact_id, label_id) VALUES (999, 999)')
    faults = keeper.wait_told(keeper.check())
    cases.check(any('contact_label' in fault and 'not there' in fault for fault in faults),
                'a row that refers to nothing is named', faults)
    keeper.spoil('DELETE FROM contact_label WHERE contact_id = 999',
                 "UPDATE audit SET action = 'nothing' WHERE id = 9")
    faults = keeper.wait_told(keeper.check())
    cases.check(len(faults) == 1 and 'AU9' in faults[0], 'so is an entry of the log that was changed', faults)
    keeper.spoil('PRAGMA writable_schema = ON',
                 "UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT', 'name TEXT NOT NULL') WHERE name = 'contact'",
                 "UPDATE contact SET name = NULL WHERE id = 3")
    faults = keeper.wait_told(keeper.check())
    cases.check(any('contact' in fault and 'NULL' in fault for fault in faults), 'and a table that is damaged', faults)


def main():
    keeper, cases = Keeper(*sys.argv[1:4]), Cases()
    try:
        whole(keeper, cases)
        broken(keeper, cases)
    finally:
        errors = keeper.house.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
