#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer is tried: it comes as it would be given, from what it would be given from, and nothing
is left of it but the calls of models."""
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases, House
from lent import WISH, Model

PLAIN = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, '
         'my name is Jeffrey, BMW 5 series')


def left(house):
    """All that a trial could leave behind."""
    kinds = 'booking', 'lead', 'order', 'contact', 'channel', 'audit', 'timeline', 'prompt-version'
    return {kind: len(house.json('list', kind)) for kind in kinds} | {
        'conversations': len(house.json('inbox'))}


def wait_for(look):
    """What @look gives, once it gives anything."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = look()
        if found:
            return found
    return None


def without(house, cases):
    told = house.json('try', 'Do you have child seats?')
    cases.check(told['outcome'] == 'answered' and told['by'] == 'built-in' and told['passages'] and
                'switched on' in told['failure'],
                'with no provider the built-in assistant answers, with its passages', told)
    told = house.json('try', 'STOP')
    cases.check(told['outcome'] == 'silent' and 'STOP' in told['reason'],
                'to STOP nothing is answered', told)
    told = house.ctl('try', '--assistant', 'AS9', 'hello')
    cases.check(told.returncode == 4 or told.returncode == 1, 'an assistant that is none is refused', told)


def with_model(house, cases, model):
    shown = house.ctl('try', 'Is anybody there at all?').stdout
    for part in ('Good day.', 'outcome: answered', 'prompt: PR1 v1', 'by: model', 'facts:',
                 'cost: 0.03 USD', 'model: small PV1', 'time: '):
        cases.check(part in shown, f'a trial shows “{part}”', shown)
    calls = house.json('list', 'ai-call')
    cases.check([c['purpose'] for c in calls] == ['trial'] and 'message' not in calls[0] and
                'conversation' not in calls[0], 'the call is kept, and belongs to no message', calls)
    again = house.json('try', 'Is anybody there at all?')
    cases.check(again['cost-nano'] > 0, 'the same is asked anew, for what it costs', again)


def conversation(house, cases):
    before = left(house)
    shown = house.ctl('try', text=f'{WISH}\nyes please, that is right\nthanks\n')
    cases.check('Pickup: Binary Tower' in shown.stdout and 'tools: collect done' in shown.stdout,
                'a wish is repeated for a yes', shown)
    cases.check('Your booking is BK' in shown.stdout and 'would do: book BK000001' in shown.stdout,
                'the yes of the next line would book it', shown)
    cases.check(left(house) == before, 'and nothing is left of all that', (before, left(house)))


def prompts(house, cases, model):
    path = pathlib.Path(house.folder) / 'prompt.txt'
    path.write_text('Speak like a pirate.')
    told = house.json('try', '--text', str(path), 'hello you')
    cases.check(told['reply'] == 'Ahoy!' and told['prompts'] == ['unsaved'],
                'a text is tried before it is saved', told)
    house.ctl('save', 'prompt', 'PR1', 'text=Speak like a pirate.')
    told = [house.json('try', '--prompt', f'PR1 v{n}', 'hello you')['reply'] for n in (1, 2)]
    cases.check(told == ['Good day.', 'Ahoy!'], 'two versions are laid side by side', told)
    told = house.ctl('try', '--prompt', 'PR1 v9', 'hello you')
    cases.check(told.returncode != 0 and 'no version 9' in told.stderr, 'one that is none is refused', told)
    house.ctl('save', 'assistant', 'name=Pirate', 'reply=PR1')
    house.ctl('do', 'restore-prompt', 'prompt=PR1', 'version=1')
    told = house.json('try', '--assistant', 'AS2', 'hello you')
    cases.check(told['assistant'] == 'AS2', 'the assistant can be chosen', told)


def trouble(house, cases, model):
    told = house.json('try', 'please be cheap')
    cases.check(told['outcome'] == 'draft' and '90' in told['reply'] and told['reason'],
                'what would wait for a person is told so', told)
    told = house.json('try', 'Do you have child seats?')
    cases.check(told['by'] == 'built-in' and told['failure'] and told['outcome'] == 'answered',
                'a stream that breaks off ends in words, and the built-in assistant', told)
    calls = len(house.json('list', 'ai-call'))
    trying = subprocess.Popen([house.kontorctl, 'try', 'please wait for ever'], env=house.env,
                              stdout=subprocess.PIPE, text=True)
    cases.check(trying.stdout.read(3) == 'One', 'what the model writes is shown as it comes')
    trying.kill()
    trying.wait()
    told = wait_for(lambda: house.json('list', 'ai-call')[calls:])
    model.hanging.set()
    cases.check([c['outcome'] for c in told] == ['cancelled'],
                'a trial whose caller goes away is cancelled', told)


class Other(Model):
    """One that always answers."""

    def answer(self, messages, out):
        self.say(out, 'The second ', 'speaks.')


def switched_off(house, cases, model):
    """By its own switch, while its answer streams."""
    model.hanging.clear()
    before = len(house.json('list', 'ai-call'))
    trying = subprocess.Popen([house.kontorctl, 'try', 'please wait for ever'], env=house.env,
                              stdout=subprocess.PIPE, text=True)
    begun = trying.stdout.read(3)
    house.ctl('save', 'provider', 'PV1', 'enabled=no')
    shown = trying.communicate(timeout=60)[0]
    cases.check(begun == 'One' and 'Lent was switched off while it answered' in shown,
                'a provider switched off mid-stream ends in a plain message', shown)
    call = house.json('list', 'ai-call')[before:]
    cases.check([c['outcome'] for c in call] == ['failed'] and call[0]['cost-nano'] > 0 and
                f'cost: {call[0]["cost-nano"] / 1e11:.5f} USD' in shown, 'and what it had cost is told', (call, shown))
    house.ctl('save', 'provider', 'PV1', 'enabled=yes')
    Other().lend(house)
    house.ctl('save', 'provider', 'PV2', 'priority=9')
    told = house.json('try', 'Do you have child seats?')
    costs = [(c['provider'], c['outcome'], c['cost-nano']) for c in told['calls']]
    cases.check([c[:2] for c in costs] == [('PV1', 'failed'), ('PV2', 'answered')] and
                min(c[2] for c in costs) > 0 and told['cost-nano'] == sum(c[2] for c in costs),
                'what one cost that failed before the answer is counted', told)
    asked = len(model.asked)
    customer = subprocess.Popen([house.kontorctl, 'practice', 'please wait for ever'], env=house.env,
                                stdout=subprocess.PIPE, text=True)
    wait_for(lambda: len(model.asked) > asked)
    house.ctl('save', 'provider', 'PV1', 'enabled=no')
    shown = customer.communicate(timeout=60)[0]
    cases.check('The second speaks.' in shown, 'and a customer is answered by the next', shown)
    house.ctl('save', 'provider', 'PV2', 'enabled=no')
    house.ctl('save', 'provider', 'PV1', 'enabled=yes')
    asked = len(model.asked)
    customer = subprocess.Popen([house.kontorctl, 'practice', '--from', '+971501110009', f'{PLAIN}, I wait for ever'],
                                env=house.env, stdout=subprocess.PIPE, text=True)
    wait_for(lambda: len(model.asked) > asked)
    house.ctl('save', 'provider', 'PV1', 'enabled=no')
    shown = customer.communicate(timeout=60)[0]
    cases.check('Pickup: Binary Tower' in shown, 'or by the built-in assistant', shown)
    model.hanging.set()


def main():
    house, cases, model = House(*sys.argv[1:4]), Cases(), Model()
    house.start()
    try:
        house.ctl('demo', 'load', 'chauffeur')
        without(house, cases)
        model.lend(house)
        with_model(house, cases, model)
        conversation(house, cases)
        prompts(house, cases, model)
        trouble(house, cases, model)
        switched_off(house, cases, model)
    finally:
        errors = house.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and
                'runtime error' not in errors, 'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
