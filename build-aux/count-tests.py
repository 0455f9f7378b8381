#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of a finished `meson test` and says which failed and how.

count-tests.py BUILD reads BUILD/meson-logs/testlog.json, where the output of every program is,
and meson's list of tests, so that one that never ran is missed. A program that speaks TAP counts
its cases (of subtests the cases inside, not the line that sums them up); any other counts one.
Whatever goes wrong beside the cases, as a crash, a leak or a plan not kept, counts as a failure.
"""
import json
import pathlib
import re
import subprocess
import sys

LINE = re.compile(r'^( *)(not ok|ok)\b[ \t]*(\d*)[ \t]*-?[ \t]*(.*)$')
PLAN = re.compile(r'^1\.\.(\d+)\s*(?:#\s*(skip)?.*)?$', re.IGNORECASE)
DIRECTIVE = re.compile(r'(?:^|\s)#\s*(skip|todo)\b', re.IGNORECASE)
TAIL = 80


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.why = []

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def fail(self, why, times=1):
        self.failed += times
        self.why.append(why)

    def case(self, good, text):
        found = DIRECTIVE.search(text)
        directive = found[1].lower() if found else ''
        if directive == 'skip':
            self.skipped += 1
        elif directive == 'todo' and good:
            self.fail(f'passes although it was not expected to: {text}')
        elif directive == 'todo':
            self.skipped += 1
        elif good:
            self.passed += 1
        else:
            self.fail(text or 'a case without a name')


def count_tap(text):
    """Cases of one program's output. Deeper lines belong to the next line outside them."""
    total, inside = Count(), {}
    plan, seen, skip_all = None, 0, False
    for line in text.splitlines():
        found = PLAN.match(line)
        if found and plan is None:
            plan, skip_all = int(found[1]), bool(found[2])
            continue
        if line.startswith('Bail out!'):
            total.fail(line)
            continue
        found = LINE.match(line)
        if not found:
            continue
        depth, good, name = len(found[1]) // 4, found[2] == 'ok', found[4]
        deeper = Count()
        for level in [level for level in inside if level > depth]:
            deeper.add(inside[level])
            deeper.why += inside.pop(level).why
        here = total if depth == 0 else inside.setdefault(depth, Count())
        here.add(deeper)
        here.why += deeper.why
        seen += depth == 0
        sums_up = deeper.passed + deeper.failed + deeper.skipped > 0
        if not sums_up or (not good and deeper.failed == 0):
            here.case(good, name)
    for count in inside.values():
        total.add(count)
        total.fail('a subtest without an end')
    if plan is None:
        total.fail('printed no plan')
    elif plan == 0:
        total.skipped += skip_all
        if not skip_all:
            total.fail('ran nothing')
    elif seen < plan:
        total.fail(f'planned {plan} cases and ran {seen}', plan - seen)
    elif seen > plan:
        total.fail(f'planned {plan} cases and ran {seen}')
    return total


def count_program(entry, protocol):
    """The cases of one entry of testlog.json."""
    result = entry.get('result', 'ERROR')
    if protocol != 'tap':
        count = Count()
        if result in ('OK', 'EXPECTEDFAIL'):
            count.passed = 1
        elif result == 'SKIP':
            count.skipped = 1
        else:
            count.fail(f'{result.lower()}, exit status {entry.get("returncode")}')
        return count
    count = count_tap(entry.get('stdout') or '')
    bad_end = entry.get('returncode') != 0 or result in ('TIMEOUT', 'INTERRUPT')
    if bad_end and count.failed == 0:
        count.fail(f'{result.lower()}, exit status {entry.get("returncode")}')
    return count


def tail(text):
    lines = (text or '').splitlines()
    skipped = len(lines) - TAIL
    return ([f'… {skipped} lines before'] if skipped > 0 else []) + lines[-TAIL:]


def show(name, count, entry):
    print(f'\n── {name}: {count.failed} failed')
    for why in count.why:
        print(f'   {why}')
    for stream in ('stdout', 'stderr'):
        for line in tail(entry.get(stream)):
            print(f'   | {line}')


def count_build(tests, entries):
    """Everything; prints what failed."""
    total = Count()
    protocols = {json.dumps(test['cmd']): test['protocol'] for test in tests}
    left = {json.dumps(test['cmd']): test for test in tests}
    for entry in entries:
        command = json.dumps(entry.get('command'))
        left.pop(command, None)
        count = count_program(entry, protocols.get(command, 'tap'))
        total.add(count)
        if count.failed:
            show(entry.get('name', '?'), count, entry)
    for test in left.values():
        total.fail('')
        print(f'\n── {test["name"]}: never ran')
    return total


def main(build):
    log = pathlib.Path(build) / 'meson-logs' / 'testlog.json'
    tests = json.loads(subprocess.run(['meson', 'introspect', '--tests', build], check=True,
                                      stdout=subprocess.PIPE).stdout)
    lines = log.read_text().splitlines() if log.exists() else []
    total = count_build(tests, [json.loads(line) for line in lines if line.strip()])
    if total.passed + total.failed == 0:
        total.fail('')
        print('No test ran.')
    skipped = f', {total.skipped} skipped' if total.skipped else ''
    print(f'\n{total.passed} passed, {total.failed} failed{skipped}')
    return total.failed > 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
