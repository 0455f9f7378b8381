#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files come into the knowledge while customers are answered: with progress, all or nothing, and
nothing is left of one that is stopped, broken or cut off."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gi.repository import Gio, GLib

from house import Cases, House
from line import NAME, PATH, Line


class Learner(Line):
    """The house with somebody on its bus who takes files in."""

    def __init__(self, *programs):
        self.house = House(*programs)
        self.house.start()
        self.listen()
        self.shares, self.ended = [], {}
        for signal in 'Learning', 'LearnEnded':
            self.bus.signal_subscribe(NAME, None, signal, PATH, None, Gio.DBusSignalFlags.NONE, self.on_learn)

    def on_learn(self, bus, sender, path, interface, signal, values):
        trial, told = values.unpack()
        if signal == 'Learning':
            self.shares.append(told)
        else:
            self.ended[trial] = told
        self.changed = True

    def begin(self, name, content):
        self.shares.clear()
        self.ended.clear()
        return self.call('Assistants', 'Learn', '(ss)', name, content)[0]

    def learn(self, name, content):
        trial = self.begin(name, content)
        return self.wait(lambda: self.ended.get(trial))

    def passages(self):
        return self.house.json('list', 'knowledge')

    def asked(self, question):
        return self.call('Assistants', 'Ask', '(s)', question)


def chapters(count, words, start=0):
    return ''.join(f'## Song {i}\nIt lasts {i} minutes. ' + words * 20 + '\n\n' for i in range(start, start + count))


def whole(shop, cases):
    told = shop.learn('songs.md', chapters(40, 'la '))
    cases.check(told == {'outcome': 'done', 'added': 40, 'changed': 0, 'skipped': 0, 'removed': 0},
                'a file is taken', told)
    first = {p['title']: p['id'] for p in shop.passages()}
    cases.check(len(first) == 40 and shop.asked('How many minutes is song 7?')[0], 'and is found')
    told = shop.learn('songs.md', chapters(39, 'la ', 1) + '## Song 40\nNever sung.\n')
    cases.check((told['skipped'], told['added'], told['removed'], told['changed']) == (39, 1, 1, 0),
                'taken in again, only what is new comes and what is gone goes', told)
    now = {p['title']: p['id'] for p in shop.passages()}
    cases.check('Song 0' not in now and now['Song 40'] and all(now[t] == first[t] for t in now if t in first),
                'and what stays keeps its number', now)
    told = shop.learn('songs.md', chapters(39, 'la ', 1) + '## Song 40\nSung once.\n')
    kept = next(p for p in shop.passages() if p['title'] == 'Song 40')
    cases.check(told['changed'] == 1 and kept['id'] == now['Song 40'] and kept['text'] == 'Sung once.',
                'what says something else under its title is changed', told)
    told = shop.learn('prices.csv', 'title,text\nTaxi,Forty.\nBus,"Two, or three."\n')
    cases.check(told['added'] == 2 and [p['text'] for p in shop.passages() if p.get('source') == 'prices.csv'] ==
                ['Forty.', 'Two, or three.'], 'a table is a source, too', told)


def broken(shop, cases):
    before = shop.passages()
    for name, content, words in (('wrong.csv', 'title,text\nTaxi,Forty.\nBus,\n', 'line 3'),
                                 ('wrong.csv', 'title,text\nTaxi,"Forty.\n', 'line'),
                                 ('wrong.csv', 'title,colour\nTaxi,red\n', 'colour'), ('wrong.csv', '', 'empty')):
        told = shop.learn(name, content)
        cases.check(told['outcome'] == 'failed' and words in told['reason'], f'a broken one names {words}', told)
    cases.check(shop.passages() == before, 'and nothing of it is taken')


def stopped(shop, cases):
    before = shop.passages()
    trial = shop.begin('long.md', chapters(4000, 'sol ', 100))
    shop.wait(lambda: shop.shares and shop.shares[-1] > 0)
    shop.house.ctl('practice', 'hello')
    cases.check(trial not in shop.ended, 'customers are answered while a long one is taken', shop.ended.get(trial))
    cases.check(shop.passages() == before, 'nothing of it is seen before all of it is taken')
    cases.check(shop.asked('sol sol sol?')[0] == [], 'and nothing of it is found')
    shop.call('Assistants', 'CancelTrial', '(s)', trial)
    told = shop.wait(lambda: shop.ended.get(trial))
    cases.check(told['outcome'] == 'cancelled' and shop.passages() == before, 'stopped, it leaves nothing', told)
    cases.check(shop.shares == sorted(shop.shares) and 0 < shop.shares[-1] < 1, 'and told how far it was', shop.shares)


def killed(shop, cases):
    before = shop.passages()
    shop.begin('long.md', chapters(4000, 'sol ', 100))
    shop.wait(lambda: shop.shares and shop.shares[-1] > 0)
    shop.house.kill()
    shop.house.start()
    cases.check(shop.passages() == before, 'after a crash there is nothing of a file that was under way')
    told = shop.learn('long.md', chapters(30, 'sol ', 100))
    cases.check(told['outcome'] == 'done' and told['added'] == 30, 'and it can be taken anew', told)
    checked = shop.house.ctl('check-store')
    cases.check(checked.returncode == 0, 'the store is whole', checked.stdout)


def main():
    shop, cases = Learner(*sys.argv[1:4]), Cases()
    try:
        whole(shop, cases)
        broken(shop, cases)
        stopped(shop, cases)
        killed(shop, cases)
    finally:
        errors = shop.house.close()
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and 'runtime error' not in errors,
                'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
