# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at random moments while signed webhooks pour in and replies go out, and what must hold.

Each kill is a round with customers of its own. Two senders post webhooks of one to three messages
until the daemon is gone; they draw breath now and then, so that answers are under way by then. After the restart all that was told 200 must be there once; then
what was not told 200 is brought again, as Meta does, along with some that was; at last the stand-in
says what it took, by our own id, and every reply must be known to be out or not, and out once.
"""
import collections
import http.client
import json
import random
import threading

from line import Line

SENDERS, LONGEST_ROUND_S = 2, 0.25
LONGEST_PAUSE_S, SLOWEST_ANSWER_S = 0.1, 0.05
QUESTION = 'Do you have child seats?'


class Posted:
    """One webhook: its messages are (phone, wamid, text)."""

    def __init__(self, messages):
        self.messages, self.acknowledged = messages, False


class Crash:
    def __init__(self, arguments, seed):
        self.chance = random.Random(seed)
        self.slow = random.Random(seed + 1)
        self.taken = collections.Counter()   # our own id → how often the stand-in took it
        self.faults, self.n = [], 0
        self.kills = self.kept = self.out = self.cut_off = self.unsure = 0
        self.last, self.drop = threading.Lock(), threading.Event()
        self.errors = ''
        self.line = Line(*arguments, answer=self.answer)

    def answer(self, method, path, body):
        if b'"biz_opaque_callback_data"' not in body:
            return None
        with self.last:
            self.taken[json.loads(body)['biz_opaque_callback_data']] += 1
            wait_s = self.slow.uniform(0, SLOWEST_ANSWER_S)
        self.drop.wait(wait_s)
        return None

    # A round.

    def next_post(self, chance, sender):
        """Customers write up to three times, to be answered one after the other."""
        messages = []
        for _ in range(chance.randint(1, 3)):
            with self.last:
                self.n += 1
                n = self.n
            phone = '1650%02d%05d' % (sender, chance.randint(0, 7) + 8 * (self.kills % 12000))
            messages.append((phone, f'wamid.C{n}', f'{QUESTION} {n}'))
        return Posted(messages)

    def post(self, posted):
        told = [self.line.meta.message({'type': 'text', 'text': {'body': text}}, phone, wamid)
                for phone, wamid, text in posted.messages]
        try:
            posted.acknowledged |= self.line.meta.messages(told, posted.messages[0][0]) == 200
        except (OSError, http.client.HTTPException):
            return False
        return posted.acknowledged

    def pour(self, seed, sender, posts, gone):
        chance = random.Random(seed)
        while not gone.is_set():
            posted = self.next_post(chance, sender)
            posts.append(posted)
            if not self.post(posted):
                return
            gone.wait(chance.uniform(0, LONGEST_PAUSE_S))

    def kill_while_pouring(self):
        posts, gone = [], threading.Event()
        pourers = [threading.Thread(target=self.pour, args=(self.chance.random(), sender, posts, gone))
                   for sender in range(SENDERS)]
        moment = self.chance.uniform(0, LONGEST_ROUND_S)
        for pourer in pourers:
            pourer.start()
        gone.wait(moment)
        self.note(self.line.house.kill())
        gone.set()
        for pourer in pourers:
            pourer.join()
        return posts

    def restart(self):
        """Now and then the daemon is killed again while it gets up."""
        while self.chance.random() < 0.2:
            self.line.house.launch()
            self.drop.wait(self.chance.uniform(0, 0.3))
            self.note(self.line.house.kill())
        self.line.house.start()
        self.line.wait_state('connected')

    def note(self, errors):
        if 'CRITICAL' in errors or 'Sanitizer' in errors:
            self.errors += errors

    # What must hold.

    def blame(self, words):
        self.faults.append(f'kill {self.kills}: {words}')

    def look(self, posts):
        """(conversation, its messages) of the customers of this round; they are the latest."""
        phones = {'+' + m[0] for p in posts for m in p.messages}
        found = self.line.latest(2 * len(phones) + 10)
        ids = {c['id'] for c in self.line.records_of('contact', 'phone', sorted(phones))}
        return [(c, self.line.messages(c['id'])) for c in found if c['contact'] in ids]

    def check_came(self, posts, all_of_them):
        there, seen = collections.Counter(), self.look(posts)
        for conversation, messages in seen:
            came = [m['text'] for m in messages if m['direction'] == 'in']
            there.update(came)
            if conversation['unread'] != len(came):
                self.blame(f'{conversation["unread"]} unread of {len(came)} messages that came')
        for posted in posts:
            for _, wamid, text in posted.messages:
                if there[text] > 1:
                    self.blame(f'{wamid} is there {there[text]} times')
                if there[text] == 0 and (posted.acknowledged or all_of_them):
                    self.blame(f'{wamid} was told 200 and is lost')
        return seen

    def tell_statuses(self, seen):
        """Meta's receipts: our own id comes back with the id that Meta gave."""
        tokens = {int(token.split('.')[0]): token for token in self.taken}
        answers = [m['id'] for _, messages in seen for m in messages if m['direction'] == 'out']
        self.line.meta.statuses([
            {'id': f'wamid.S{answer}', 'status': 'delivered', 'timestamp': '1750030073',
             'biz_opaque_callback_data': tokens[answer]} for answer in answers if answer in tokens])
        return tokens

    def check_said(self, seen, posts):
        tokens = self.tell_statuses(seen)
        for _, messages in self.look(posts):
            answers = [m for m in messages if m['direction'] == 'out']
            questions = len(messages) - len(answers)
            if len(answers) != questions:
                self.blame(f'{len(answers)} answers to {questions} questions')
            for m in answers:
                times, state = self.taken[tokens.get(m['id'])], m['state']
                self.out, self.unsure = self.out + 1, self.unsure + (state == 'unknown')
                if times > 1:
                    self.blame(f'the answer {m["id"]} was said {times} times')
                if (state, times) not in (('delivered', 1), ('unknown', 0)):
                    self.blame(f'the answer {m["id"]} was said {times} times and is {state}')
        self.taken.clear()

    def round(self):
        posts = self.kill_while_pouring()
        self.restart()
        self.kills += 1
        seen = self.check_came(posts, False)
        self.cut_off += sum(m['state'] == 'unknown' for _, messages in seen for m in messages)
        for posted in posts:
            if not posted.acknowledged or self.chance.random() < 0.2:
                if not self.post(posted):
                    self.blame('a webhook that came again was refused')
        self.line.settle()
        seen = self.check_came(posts, True)
        self.check_said(seen, posts)
        self.kept += sum(len(p.messages) for p in posts)

    def sum_up(self):
        return (f'{self.kills} kills, {self.kept} came, {self.out} were said, {self.cut_off} cut off '
                f'while being said, {self.unsure} of them never left')

    def end(self):
        """Closes the house; what is wrong with the whole."""
        unread = sum(c['unread'] for c in self.line.conversations())
        if unread != self.kept:
            self.blame(f'{unread} are unread of {self.kept} that came')
        whole = self.line.call('Daemon', 'CheckStore')[0]
        self.faults += [f'the store: {fault}' for fault in whole]
        self.note(self.line.close())
        return self.faults
