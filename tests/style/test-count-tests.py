#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import tap

tests = tap.load('count-tests.py')


def tap_counts(text, passed, failed=0, skipped=0):
    count = tests.count_tap(text)
    found = (count.passed, count.failed, count.skipped)
    assert found == (passed, failed, skipped), (found, count.why)


def program_counts(entry, protocol, passed, failed=0, skipped=0):
    count = tests.count_program({'result': 'OK', 'returncode': 0, **entry}, protocol)
    found = (count.passed, count.failed, count.skipped)
    assert found == (passed, failed, skipped), (found, count.why)


def cases():
    """cases are counted, whatever stands between them"""
    tap_counts('# seed\n1..2\n# Start\nok 1 /a/b\nnoise ok\nok 2 - c\n', 2)
    tap_counts('ok 1\nnot ok 2 - b\n1..2\n', 1, 1)
    tap_counts('TAP version 14\n1..1\nok\n', 1)


def directives():
    """skipped and not expected to pass are no failures; a surprise is"""
    tap_counts('1..4\nok 1 a # SKIP no network\nnot ok 2 b # TODO later\nok 3 c\nnot ok 4 #skip\n',
               1, 0, 3)
    tap_counts('1..1\nok 1 a # TODO later\n', 0, 1)
    tap_counts('1..0 # SKIP not installed\n', 0, 0, 1)
    tap_counts('1..1\nok 1 issue #12 todo list\n', 1)


def plans():
    """a plan not kept, missing or empty is a failure"""
    tap_counts('1..3\nok 1\n', 1, 2)
    tap_counts('1..1\nok 1\nok 2\n', 2, 1)
    tap_counts('ok 1\n', 1, 1)
    tap_counts('1..0\n', 0, 1)
    tap_counts('', 0, 1)
    tap_counts('Bail out! no bus\n', 0, 2)


def subtests():
    """of subtests the cases inside count, once"""
    tap_counts('1..2\n    ok 1 a\n    ok 2 b\n    1..2\nok 1 - ab\nok 2 - c\n', 3)
    tap_counts('1..1\n    ok 1 a\n    not ok 2 b\nnot ok 1 - ab\n', 1, 1)
    tap_counts('1..1\n    ok 1 a\nnot ok 1 - a crashed later\n', 1, 1)
    tap_counts('1..1\n        ok 1 deep\n    ok 1 mid\nok 1 - top\n', 1)
    tap_counts('1..1\n    ok 1 a\n', 1, 2)


def crashes():
    """a program that ends badly fails at least once"""
    good = {'stdout': '1..1\nok 1\n'}
    program_counts(good, 'tap', 1)
    program_counts({**good, 'returncode': 1, 'result': 'ERROR'}, 'tap', 1, 1)
    program_counts({**good, 'returncode': -6, 'result': 'ERROR'}, 'tap', 1, 1)
    program_counts({**good, 'result': 'TIMEOUT'}, 'tap', 1, 1)
    program_counts({'stdout': '1..2\nnot ok 1\nok 2\n', 'returncode': 1, 'result': 'FAIL'}, 'tap', 1, 1)
    program_counts({}, 'tap', 0, 1)


def plain():
    """a program without TAP counts one"""
    program_counts({}, 'exitcode', 1)
    program_counts({'result': 'SKIP', 'returncode': 77}, 'exitcode', 0, 0, 1)
    program_counts({'result': 'FAIL', 'returncode': 1}, 'exitcode', 0, 1)
    program_counts({'result': 'TIMEOUT', 'returncode': -15}, 'exitcode', 0, 1)


def never_ran():
    """a test that is listed and never ran is a failure"""
    listed = [{'name': name, 'cmd': [name], 'protocol': 'tap'} for name in ('a', 'b')]
    entry = {'name': 'a', 'command': ['a'], 'stdout': '1..1\nok 1\n', 'returncode': 0,
             'result': 'OK'}
    count = tests.count_build(listed, [entry])
    assert (count.passed, count.failed) == (1, 1)


if __name__ == '__main__':
    tap.run([cases, directives, plans, subtests, crashes, plain, never_ran])
