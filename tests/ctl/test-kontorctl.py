#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kontorctl as people and scripts use it: every command, what it prints and how it ends.

test-kontorctl.py KONTORCTL SOURCE [DAEMON ARGUMENT…] runs on a bus of its own, where the stand-in
is started by the bus itself. Given a daemon, that one is started instead, with a home of its own,
and other cases hold the conversations of the demo.
"""
import csv
import fcntl
import json
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import traceback

KONTORCTL, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
DAEMON = sys.argv[3:]
NAME = 'org.kontor.Kontor.Daemon'
STAND_IN = ['/usr/bin/python3', str(SOURCE / 'tests/ctl/stand_in.py'), str(SOURCE / 'data/dbus')]
LIMIT_S = 60
USED = set()
# What needs more than a stand-in: tests/bus/test-{try,bench}.py and tests/interop/linked-daemon.py.
ELSEWHERE = {'try', 'bench', 'provider offers', 'channel link'}

CONFIG = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/bus</listen>{services}
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>'''


class Bus:
    """A bus that can start @daemon, or nothing at all."""

    def __init__(self, daemon=None):
        self.folder = tempfile.TemporaryDirectory(prefix='kontor-ctl-')
        folder = pathlib.Path(self.folder.name)
        services = ''
        if daemon:
            (folder / 'services').mkdir()
            quoted = ' '.join("'" + word + "'" for word in daemon)
            (folder / 'services' / f'{NAME}.service').write_text(
                f'[D-BUS Service]\nName={NAME}\nExec={quoted}\n')
            services = f'<servicedir>{folder}/services</servicedir>'
        (folder / 'bus.conf').write_text(CONFIG.format(folder=folder, services=services))
        self.environment = {
            **os.environ, 'DBUS_SESSION_BUS_ADDRESS': f'unix:path={folder}/bus', 'HOME': str(folder),
            'XDG_RUNTIME_DIR': str(folder), 'XDG_DATA_HOME': f'{folder}/data',
            'XDG_CONFIG_HOME': f'{folder}/config', 'XDG_CACHE_HOME': f'{folder}/cache',
            'SECRET_BACKEND': 'file', 'SECRET_FILE_TEST_PATH': f'{folder}/keyring',
            'SECRET_FILE_TEST_PASSWORD': 'test', 'KONTOR_DEMO_DIR': str(SOURCE / 'data/demo'),
            'PATH': os.path.dirname(KONTORCTL) + ':' + os.environ['PATH']}
        self.process = subprocess.Popen(
            ['dbus-daemon', f'--config-file={folder}/bus.conf', '--nofork', '--print-address'],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.process.stdout.readline()

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()


class Done:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)


def run(bus, *words, given=''):
    done = subprocess.run([KONTORCTL, *words], env=bus.environment, input=given, text=True,
                          capture_output=True, timeout=LIMIT_S)
    return Done(done.returncode, done.stdout, done.stderr)


def ctl(*words, given='', code=0):
    """What kontorctl did; with the code it must end with."""
    plain = [word for word in words if not word.startswith('--')]
    USED.update({' '.join(plain[:1]), ' '.join(plain[:2])})
    done = run(BUS, *words, given=given)
    assert done.code == code, f'{words} ended with {done.code}:\n{done.out}{done.err}'
    assert code != 0 or not done.err or '(no answer)' in done.err, done.err
    assert code == 0 or done.err.startswith('kontorctl: '), done.err
    return done


def terminal(*words, given='', columns=60):
    """What a terminal of so many columns shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
    process = subprocess.Popen([KONTORCTL, *words], env=BUS.environment, stdin=theirs,
                               stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, given.encode())
    shown = b''
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # the other side is closed
        pass
    os.close(ours)
    return process.wait(LIMIT_S), shown.decode().replace('\r\n', '\n')


def complete(*words):
    """What the completion offers after these words."""
    script = (f'source {SOURCE}/data/kontorctl.bash; COMP_WORDS=(kontorctl "$@"); '
              'COMP_CWORD=$#; _kontorctl; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(['bash', '-c', script, 'bash', *words], env=BUS.environment, text=True,
                          capture_output=True, timeout=LIMIT_S)
    assert done.returncode == 0 and done.stderr == '', done.stderr
    return done.stdout.split('\n')[:-1]


CASES = []


def case(function):
    CASES.append((function, None))
    return function


def stand_in_only(function):
    CASES.append((function, 'the stand-in'))
    return function


def daemon_only(function):
    CASES.append((function, 'the daemon'))
    return function


@case
def version_and_help():
    """version and help need neither daemon nor bus"""
    alone = {key: value for key, value in NO_DAEMON.environment.items() if 'DBUS' not in key}
    for words in (['--version'], ['help'], ['--help'], ['help', 'send'], ['send', '--help'],
                  ['help', 'demo', 'load'], ['--json', 'help'], ['list', '--version']):
        done = subprocess.run([KONTORCTL, *words], env=alone, capture_output=True, text=True)
        assert done.returncode == 0 and done.stdout and not done.stderr, words
    assert re.match(r'kontorctl \d+\.\d+', run(NO_DAEMON, '--version').out)
    assert '--despite-stop' in run(NO_DAEMON, 'help', 'send').out


@case
def without_a_daemon():
    """without a daemon every command ends with 3 and says how to start one"""
    examples = {'practice': ['hi'], 'list': ['booking'], 'get': ['booking', 'BK1'],
                'save': ['contact', 'name=x'], 'remove': ['contact', 'CT1'],
                'import': ['contact', '/dev/null'], 'export': ['contact'], 'sum': ['ledger'], 'messages': ['1'],
                'search': ['x'], 'send': ['1', 'x'], 'note': ['1', 'x'], 'hold': ['1'],
                'mode': ['1', 'off'], 'accept': ['1'], 'why': ['1'], 'discard': ['1'], 'release': ['1'], 'again': ['1'], 'cancel': ['1'], 'fill': ['1', 'CR1'], 'assign': ['1'], 'state': ['1', 'open'], 'read': ['1'],
                'understand': ['x'], 'ask': ['x'], 'preview': ['x'], 'channel add': ['practice'],
                'channel set': ['CH1', 'name=x'], 'channel remove': ['CH1'], 'channel link': ['CH1'],
                'channel test': ['CH1'], 'demo load': ['x']}
    for command in run(NO_DAEMON, '--json', 'help').json:
        if command['name'] == 'help':
            continue
        done = run(NO_DAEMON, *command['name'].split(), *examples.get(command['name'], []))
        assert done.code == 3, (command['name'], done.code, done.err)
        assert 'kontord' in done.err and done.out == '', command['name']


@case
def without_a_bus():
    """without a bus it ends with 3 as well"""
    nowhere = dict(NO_DAEMON.environment, DBUS_SESSION_BUS_ADDRESS='unix:path=/nonexistent/bus')
    done = subprocess.run([KONTORCTL, 'status'], env=nowhere, capture_output=True, text=True)
    assert done.returncode == 3 and 'kontord' in done.stderr, done.stderr


@case
def completion_without_a_daemon():
    """completion of kinds is silent where no daemon runs, and starts none"""
    assert complete('list', '') == ['']
    assert run(BUS, '--no-start', 'status').code == 3


@case
def wrong_usage():
    """what is not used as it is meant ends with 2"""
    for words in ([], ['dance'], ['demo', 'burn'], ['list'], ['get', 'contact'], ['send', '1'],
                  ['send', 'x', 'hello'], ['list', 'contact', 'name'], ['save', 'contact', 'CT1'],
                  ['list', 'contact', '--limit', 'many'], ['status', '--from', 'x'],
                  ['status', 'now'], ['practice', '--from'], ['messages', 'BK1'],
                  ['list', 'contact', '--columns', 'nothing'], ['--bad', 'status']):
        done = run(BUS, *words)
        assert done.code == 2, (words, done.code, done.err)
        assert done.out == '' and done.err.startswith('kontorctl: '), (words, done.err)


@case
def the_bus_starts_the_daemon():
    """the bus starts the daemon for the first command"""
    assert ctl('status').out != ''
    status = ctl('status', '--json').json
    assert set(status) >= {'version', 'business', 'demo', 'folder', 'channels', 'unsent'}
    assert isinstance(status['channels'], int)


@case
def kinds():
    """kinds tells the kinds, and the fields of one"""
    names = [kind['name'] for kind in ctl('kinds', '--json').json]
    assert {'contact', 'booking', 'knowledge', 'audit'} <= set(names)
    table = ctl('kinds').out.splitlines()
    assert table[0].split() == ['kind', 'title', 'id', 'save'] and len(table) == len(names) + 1
    booking = ctl('kinds', 'booking', '--json').json
    assert 'price' in [field['name'] for field in booking['fields']]
    assert re.search(r'^price +money', ctl('kinds', 'booking').out, re.MULTILINE)
    ctl('kinds', 'unicorn', code=1)


@case
def a_record_from_save_to_remove():
    """a record is made, read, listed, changed and removed"""
    id_ = ctl('save', 'contact', 'name=Zoë 山田').out.strip()
    assert re.fullmatch(r'CT\d+', id_)
    assert ctl('get', 'contact', id_, '--json').json['name'] == 'Zoë 山田'
    assert ctl('save', 'contact', id_, 'notes=first').out.strip() == id_
    assert ctl('save', '--json', 'contact', '--id', id_, 'name=Zoë').json == {'id': id_}
    shown = ctl('get', 'contact', id_).out
    assert re.search(r'^name +Zoë$', shown, re.MULTILINE)
    assert re.search(r'^notes +first$', shown, re.MULTILINE)
    found = ctl('list', 'contact', 'name=Zoë', '--json').json
    assert [record['id'] for record in found] == [id_]
    assert id_ in ctl('list', 'contact').out
    assert ctl('remove', 'contact', id_).out == ''
    ctl('get', 'contact', id_, code=1)
    ctl('remove', 'contact', id_, code=1)


@case
def what_the_daemon_refuses():
    """what the daemon refuses ends with 1 and its words, not the bus's"""
    for words in (['get', 'contact', 'CT999999'], ['list', 'unicorn'], ['get', 'unicorn', '1'],
                  ['save', 'booking', 'note=x'], ['save', 'knowledge', 'title=x'],
                  ['demo', 'load', 'nothing'], ['do', 'fly'], ['messages', '999999999'],
                  ['channel', 'test', 'CH999999'], ['practice', '--channel', 'CH999999', 'hi']):
        done = ctl(*words, code=1)
        assert done.out == '' and 'GDBus' not in done.err and len(done.err) > 15, (words, done.err)


@case
def an_empty_list():
    """an empty list prints nothing into a pipe, and [] as JSON"""
    assert ctl('list', 'contact', 'name=nobody of this name').out == ''
    assert ctl('list', 'contact', 'name=nobody of this name', '--json').json == []


@stand_in_only
def a_long_list():
    """a list follows all pages, or stops at its limit"""
    assert len(ctl('list', 'booking', '--json').json) == 450
    assert len(ctl('list', 'booking').out.splitlines()) == 451
    assert len(ctl('list', 'booking', '--limit', '201', '--json').json) == 201
    last = ctl('list', 'booking', '--limit', '1', '--descending', '--json').json
    assert [record['id'] for record in last] == ['BK000450']
    found = ctl('list', 'booking', 'places>=3', 'places<5', 'state=requested', 'state=confirmed',
                '--json').json
    assert [record['places'] for record in found] == [3, 4]
    assert ctl('list', 'booking', '--limit', '1', '--columns', 'price,id').out == (
        '      price  id\n1450.50 AED  BK000001\n')


@stand_in_only
def a_booking():
    """money and times are as people write them, and exact as JSON"""
    shown = ctl('get', 'booking', 'BK000001').out
    assert '1450.50 AED' in shown and '2026-11-21 09:00 Asia/Dubai' in shown
    assert '17952' not in shown, 'raw microseconds'
    record = ctl('get', 'booking', 'BK000001', '--json').json
    assert record['price'] == {'minor': 145050, 'currency': 'AED'}
    assert record['at']['local'] == '2026-11-21T09:00' and record['created'] == 1795237200000000


@stand_in_only
def a_narrow_terminal():
    """a table fits the terminal"""
    for columns in (30, 60, 79):
        code, shown = terminal('list', 'booking', '--limit', '2', columns=columns)
        assert code == 0 and shown.startswith('id'), shown
        assert all(len(line) <= columns for line in shown.splitlines()), shown


@case
def import_and_export():
    """import tells a verdict for each row, and ends with 1 when one was refused"""
    with tempfile.TemporaryDirectory() as folder:
        good, bad = pathlib.Path(folder, 'good.csv'), pathlib.Path(folder, 'bad.csv')
        good.write_text('title,text\nParking,Behind the house.\nPets,"Small ones, yes"\n')
        bad.write_text('title,text\nNo answer here,\nSmoking,No.\n')
        done = ctl('import', 'knowledge', str(good), '--dry-run')
        assert '\n2 added, 0 changed, 0 refused (a dry run' in done.out, done.out
        verdicts = ctl('import', 'knowledge', str(good), '--json').json
        assert [verdict['outcome'] for verdict in verdicts] == ['added', 'added']
        done = ctl('import', 'knowledge', str(bad), code=1)
        assert '1 refused' in done.out and 'refused' in done.err, done.out
        ctl('import', 'knowledge', '-', given='title,text\nSmell,None.\n')
        ctl('import', 'knowledge', str(pathlib.Path(folder, 'none.csv')), code=1)
        bad.write_bytes(b'title,text\nCaf\xe9,x\n')
        assert 'UTF-8' in ctl('import', 'knowledge', str(bad), code=1).err
    ctl('save', 'knowledge', 'title=Pets and "more"', 'text=a\nb')
    rows = list(csv.reader(ctl('export', 'knowledge').out.splitlines()))
    assert rows[0][0] == 'id' and len(rows) > 1
    assert isinstance(ctl('export', 'knowledge', '--json').json, list)


@case
def calendars():
    """calendar prints bookings for programs that keep calendars"""
    text = ctl('calendar', 'state=confirmed').out
    assert text.startswith('BEGIN:VCALENDAR') and text.rstrip().endswith('END:VCALENDAR'), text
    assert ctl('calendar', '--json').json['ics'].startswith('BEGIN:VCALENDAR\r\n')
    if DAEMON:
        assert 'colour' in ctl('calendar', 'colour=red', code=1).err


@case
def sums():
    """sum adds up what is asked for, for each currency"""
    sums_ = ctl('sum', 'booking', 'state=confirmed', '--json').json
    if DAEMON:
        assert sums_ == [], sums_
    else:
        assert sums_ == [{'state': 'confirmed', 'amount': {'minor': 225 * 145050, 'currency': 'AED'},
                          'count': 225}], sums_
        assert re.search(r'^confirmed +326362.50 AED +225$', ctl('sum', 'booking').out, re.MULTILINE)
    assert ctl('sum', 'booking', '--field', 'price', '--by', 'state', 'places>=9000', '--json').json == []
    assert 'no amount' in ctl('sum', 'booking', '--field', 'service', code=1).err
    assert '--field' in ctl('sum', 'contact', code=1).err


@case
def actions():
    """do alone lists the actions and what they take"""
    actions_ = ctl('do', '--json').json
    assert 'cancel-booking' in [action['name'] for action in actions_]
    assert re.search(r'^cancel-booking +.*booking=…', ctl('do').out, re.MULTILINE)
    assert 'booking' in ctl('do', 'cancel-booking', code=1).err


@stand_in_only
def an_action():
    """an action gives the record it was done to"""
    done = ctl('do', 'cancel-booking', 'booking=BK000002', '--once', 'x', '--json')
    assert done.json['id'] == 'BK000002'
    assert '1450.50 AED' in ctl('do', 'cancel-booking', 'booking=BK000002').out


@stand_in_only
def practice_with_a_text():
    """practice with a text prints what is said to the customer, in order, and no more"""
    done = ctl('practice', 'Hi,', 'a car', '--name', 'Jeffrey', '--from', '+12025550101')
    assert done.out == 'You said: Hi, a car\nHello Jeffrey\nof +12025550101\n', done.out
    done = ctl('practice', 'and a seat', '--from', '+12025550101')
    assert done.out.startswith('You said: and a seat\n') and 'a car' not in done.out
    replies = ctl('practice', '--json', 'x').json
    assert [reply['direction'] for reply in replies] == ['out', 'out']
    assert all(reply['id'] > 2 ** 53 for reply in replies)
    done = ctl('practice', 'silence')
    assert done.out == '' and done.err == ''


@stand_in_only
def practice_line_by_line():
    """practice reads a line for each message and indents what goes on"""
    done = ctl('practice', given='hello\n\n/name Bob\n/from +12025550102\n/name Al\nsilence\nx y\n'
                                 '/quit\nnever sent\n')
    assert done.out == ('< You said: hello\n< Hello you\n  of +12025550123\n'
                        '< You said: x y\n< Hello Al\n  of +12025550102\n'), done.out
    assert done.err == '(no answer)\n'
    assert len(ctl('practice', '--json', given='one\ntwo').json) == 4


@stand_in_only
def practice_in_a_terminal():
    """in a terminal practice asks, and the end of input ends it"""
    code, shown = terminal('practice', '--from', '+12025550103', given='hello\n\x04')
    assert code == 0, shown
    # The terminal echoes what is typed where it likes; the rest is kontorctl's.
    assert '> < You said: hello\n< Hello you\n  of +12025550103\n> ' in shown.replace(
        'hello\n>', '>', 1), shown


@stand_in_only
def practice_without_quiet():
    """practice ends with 1 when no answer comes in time"""
    done = ctl('practice', '--wait', '0', '--from', '+12025550104', 'slow', code=1)
    assert 'no answer came' in done.err and done.out == ''
    ctl('practice', '--wait', '0', '--from', '+12025550104', given='slow\n', code=1)


@stand_in_only
def practice_refused():
    """practice tells what is refused, and goes on where lines are read"""
    ctl('practice', '--from', 'nobody', 'hi', code=1)
    done = ctl('practice', '--from', 'nobody', given='hi\n/from +12025550105\nhi\n', code=1)
    assert done.out.startswith('< You said: hi\n') and 'not a phone' in done.err


@stand_in_only
def practice_when_the_daemon_goes():
    """practice ends with 3 when the daemon goes away"""
    ctl('practice', 'vanish', code=3)
    ctl('practice', given='vanish\nx\n', code=3)


@stand_in_only
def a_conversation():
    """a conversation is read, written to, noted in, held, released and given to somebody"""
    ctl('practice', 'hello', '--from', '+12025550106')
    inbox = ctl('inbox', '--json').json
    id_ = str([one for one in inbox if one['name'] == '+12025550106'][0]['id'])
    assert '+12025550106' in ctl('inbox', 'unread=yes', '--limit', '50').out
    assert len(ctl('inbox', 'id=' + id_, '--json').json) == 1
    said = [message['text'] for message in ctl('messages', id_, '--json').json]
    assert said[0] == 'hello' and said[1] == 'You said: hello' and len(said) == 4
    latest = ctl('messages', id_, '--limit', '2', '--json').json
    assert [message['text'] for message in latest] == said[-2:]
    assert 'You said: hello' in ctl('messages', id_).out
    assert ctl('send', id_, 'A person', 'here').out == ''
    assert ctl('send', '--json', id_, 'again').json['message'] > 2 ** 53
    ctl('again', str(ctl('messages', id_, '--json').json[-1]['id']))
    ctl('again', '999', code=1)
    ctl('cancel', str(ctl('messages', id_, '--json').json[-1]['id']))
    ctl('cancel', '999', code=1)
    assert ctl('fill', id_, 'CR1').out == f'Dear {{name}}, CR1 for {id_}\n'
    assert ctl('fill', id_, 'CR1', '--json').json == {'text': f'Dear {{name}}, CR1 for {id_}'}
    ctl('note', id_, 'a good customer')
    assert [message['text'] for message in ctl('messages', id_, '--json').json][-3:] == [
        'A person here', 'again', 'a good customer']
    ctl('hold', id_)
    assert 'TM1' in ctl('inbox', 'id=' + id_).out
    ctl('release', id_)
    assert 'TM1' not in ctl('inbox', 'id=' + id_).out
    assert ctl('hold', id_, '--json').json == {'conversation': int(id_)}
    first, second = (str(said['id']) for said in ctl('messages', id_, '--json').json[:2])
    why = ctl('why', second).out
    assert 'station: assistant' in why and '  questions:\n    passage: KN1\n    score: 7.50' in why
    assert 'calls:\n  id: AI1\n  prompt: reply 3\n  cost: 0.12 EUR' in why
    assert ctl('why', second, '--json').json['answer']['speaks'] is True
    assert 'said: hello' in ctl('why', first).out and 'station' not in ctl('why', first).out
    ctl('why', '999', code=1)
    assert ctl('mode', id_, 'draft', '--json').json == {'conversation': int(id_)}
    ctl('mode', id_, 'channel')
    ctl('mode', id_, 'loud', code=1)
    last = ctl('messages', id_, '--json').json[-1]['id']
    assert ctl('accept', str(last), 'a better', 'note', '--json').json == {'message': last}
    assert ctl('messages', id_, '--json').json[-1]['text'] == 'a better note'
    assert ctl('accept', str(last)).out == ''
    ctl('discard', str(last))
    assert ctl('messages', id_, '--json').json[-1]['state'] == 'discarded'
    ctl('discard', '999', code=1)
    ctl('assign', id_, 'TM1')
    ctl('assign', id_)
    ctl('state', id_, 'closed')
    ctl('state', id_, 'snoozed', '--until', '2026-11-21T05:00:00Z')
    ctl('state', id_, 'asleep', code=1)
    ctl('state', id_, 'snoozed', '--until', 'later', code=1)
    ctl('read', id_)
    assert '‹hello›' in ctl('search', 'hello').out
    assert ctl('search', 'hello', '--limit', '1', '--json').json[0]['snippet'] == '‹hello›'
    ctl('send', '999', 'x', code=1)


@stand_in_only
def more_than_text():
    """a file, a place or a reaction is sent, and told by its kind"""
    id_ = str(ctl('inbox', '--json').json[0]['id'])
    about = str(ctl('messages', id_, '--json').json[0]['id'])
    ctl('send', id_, '--kind', 'location', '--body', '{"latitude":25.2}')
    assert '[location]' in ctl('messages', id_).out and '[location]' in ctl('inbox').out
    ctl('send', id_, 'the entrance', '--file', 'door.jpg', '--about', about)
    last = ctl('messages', id_, '--json').json[-1]
    assert last['about'] == int(about) and last['media-path'] == os.path.abspath('door.jpg'), last
    assert '[image] the entrance' in ctl('messages', id_).out
    run_wrong = run(BUS, 'send', id_, 'x', '--about', 'that')
    assert run_wrong.code == 1 and '--about' in run_wrong.err


@stand_in_only
def after_stop():
    """after STOP a person is warned, and may write all the same"""
    ctl('practice', 'STOP', '--from', '+12025550107')
    inbox = ctl('inbox', '--json').json
    id_ = str([one for one in inbox if one['name'] == '+12025550107'][0]['id'])
    done = ctl('send', id_, 'but', code=1)
    assert 'STOP' in done.err and '--despite-stop' in done.err
    ctl('send', id_, 'but', '--despite-stop')


@stand_in_only
def a_customer_cannot_command_the_terminal():
    """what a customer wrote reaches the terminal without its control characters"""
    ctl('practice', 'x\x1b[2Jy', '--from', '+12025550108')
    for words in (['inbox'], ['search', 'x'], ['messages', '1']):
        assert '\x1b' not in ctl(*words).out


@stand_in_only
def the_assistant():
    """understand and ask show what would be understood and answered"""
    fields = ctl('understand', 'tomorrow', 'at 9', '--json', '--asked', 'time', '--service', 'cut',
                 '--now', '2026-11-20 12:00', '--zone', 'Asia/Dubai').json
    assert fields == {'date': '2026-11-21', 'time': '09:00', 'name': 'tomorrow at 9',
                      'asked': 'time'}
    about = ctl('understand', 'x', '--json', '--about').json
    assert about['intent'] == 'book' and about['problems'] == {'time': 'is in the past'}
    assert re.search(r'^date +2026-11-21$', ctl('understand', 'x').out, re.MULTILINE)
    told = ctl('ask', 'child', 'seats?', '--json').json
    assert told['answers'] is True and told['passages'][0]['score'] == 0.75
    assert 'would answer' in ctl('ask', 'seats').out and 'would not' in ctl('ask', 'x').out
    told = ctl('preview', 'ride', '--language', 'de', '--json').json
    assert [line['text'] for line in told] == ['ride', 'de?']
    assert re.search(r'^customer +ride$', ctl('preview', 'ride').out, re.MULTILINE)


@stand_in_only
def channels():
    """a channel is added, set, tested, listed and removed"""
    assert 'practice' in ctl('channel').out
    assert ctl('channel', 'list', '--json').json[0]['state'] == 'connected'
    assert 'cloud' in ctl('channel', 'kinds').out
    assert 'x-token' in ctl('channel', 'kinds', 'cloud').out
    id_ = ctl('channel', 'add', 'cloud', 'token=-', given='hush\n').out.strip()
    record = ctl('get', 'channel', id_, '--json').json
    assert (record['kind'], record['name'], record['x-token']) == ('cloud', 'cloud', 'hush')
    ctl('channel', 'set', id_, 'name=Shop', 'token=new')
    assert ctl('get', 'channel', id_, '--json').json['x-token'] == 'new'
    assert 'Make a new token' in ctl('channel', 'test', id_, code=1).out
    assert ctl('channel', 'test', 'CH1', '--json').json == [
        {'title': 'Signed in', 'fine': True, 'advice': ''}]
    ctl('channel', 'remove', id_)
    ctl('channel', 'set', id_, 'name=x', code=1)
    ctl('channel', 'add', 'pigeon', code=1)
    ctl('channel', 'add', 'cloud', 'token=-', code=2)


@case
def demos():
    """a demo is listed, loaded and removed"""
    assert 'chauffeur' in ctl('demo').out.split()
    assert 'chauffeur' in ctl('demo', 'list', '--json').json
    ctl('demo', 'load', 'chauffeur')
    assert ctl('status', '--json').json['demo'] == 'chauffeur'
    ctl('demo', 'remove')
    assert ctl('status', '--json').json['demo'] == ''


@case
def the_lock():
    """a lock is set, opened, closed and taken away by words that are read, never given"""
    ctl('lock', code=2)
    ctl('lock', 'lock', code=1)
    ctl('lock', 'set', given='blue door\nred door\n', code=2)
    assert ctl('lock', 'set', '--json', given='blue door\nblue door\n').json == {'lock': 'open'}
    ctl('lock', 'lock')
    ctl('lock', 'unlock', given='red door\n', code=1)
    ctl('lock', 'unlock', given='blue door\n')
    ctl('lock', 'set', given='blue door\nred door\nred door\n')
    ctl('lock', 'remove', given='red door\n')
    assert ctl('status', '--json').json['lock'] == 'none'


@daemon_only
def a_conversation_with_the_demo():
    """with the demo, practice books after a yes, tells the state and obeys STOP"""
    ctl('demo', 'load', 'chauffeur')
    asked = ctl('practice', 'Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow '
                'at 9, my name is Jeffrey, BMW 5 series').out
    for word in ('Binary Tower', 'Emirates Financial Tower', '09:00 Dubai time', 'Jeffrey', 'BMW 5'):
        assert word in asked, asked
    done = ctl('practice', given="yes\nwhat's the status of my booking?\nSTOP\nhello?\nSTART\n")
    assert done.out.count('BK000001') >= 2 and '(no answer)' in done.err, done.out
    bookings = ctl('list', 'booking', 'state=confirmed', '--json').json
    assert [record['id'] for record in bookings] == ['BK000001'] and list(bookings[0])[0] == 'id'
    assert bookings[0]['price']['currency'] == 'AED' and bookings[0]['x-name'] == 'Jeffrey'
    assert re.search(r'^x-pickup +Binary Tower$', ctl('get', 'booking', 'bk1').out, re.MULTILINE)
    assert 'paid' in ctl('do', 'mark-paid', 'booking=BK000001').out
    id_ = str(ctl('inbox', '--json').json[0]['id'])
    assert len(ctl('messages', id_, '--json').json) == 11
    assert len(ctl('search', 'status', '--json').json) == 1
    ctl('practice', 'STOP')
    assert '--despite-stop' in ctl('send', id_, 'sorry', code=1).err
    ctl('send', id_, 'sorry', '--despite-stop')
    ctl('release', id_)
    ctl('read', id_)
    assert ctl('ask', 'Do you have child seats?', '--json').json['answers'] is True
    fields = ctl('understand', 'tomorrow at 9 from Binary Tower', '--now', '2026-11-20 12:00',
                 '--json').json
    assert (fields['date'], fields['time'], fields['pickup']) == (
        '2026-11-21', '09:00', 'Binary Tower')
    assert ctl('channel', 'test', 'CH1', '--json').json[0]['fine'] is True
    ctl('demo', 'remove')
    assert ctl('list', 'booking', '--json').json == []


@case
def the_store_is_sound():
    """check-store is silent when all is well"""
    assert ctl('check-store').out == ''
    assert ctl('check-store', '--json').json == []


@stand_in_only
def the_store_is_broken():
    """check-store names the faults and ends with 1"""
    ctl('demo', 'load', 'broken')
    assert ctl('check-store', code=1).out == 'a page is broken\na row is missing\n'
    ctl('demo', 'remove')


@case
def audit():
    """audit lists who did what"""
    entries = ctl('audit', '--limit', '1', '--json').json
    assert len(entries) == 1 and {'at', 'actor', 'action'} <= set(entries[0])
    assert ctl('audit', '--limit', '1').out.splitlines()[0].split()[0] == 'id'


@case
def watch():
    """watch prints a change as it comes"""
    USED.add('watch')
    for json_ in ([], ['--json']):
        with subprocess.Popen([KONTORCTL, 'watch', '--count', '1', *json_], env=BUS.environment,
                              stdout=subprocess.PIPE, text=True) as process:
            for _ in range(100):
                if process.poll() is not None:
                    break
                ctl('save', 'contact', 'name=Watched')
            line = process.stdout.readline()
        assert process.returncode == 0
        if json_:
            assert json.loads(line)['changed'] in ('records', 'inbox'), line
        else:
            assert line.startswith(('records contact CT', 'records', 'inbox')), line


@case
def completion():
    """completion offers commands, kinds, fields, actions and options"""
    assert 'practice' in complete('') and 'channel' in complete('ch')
    assert complete('lis') == ['list']
    assert 'booking' in complete('list', '') and 'contact' in complete('save', 'con')
    assert 'price=' in complete('list', 'booking', 'pr')
    assert 'cancel-booking' in complete('do', 'cancel-b')
    assert set(complete('demo', '')) == {'list', 'load', 'remove'}
    assert complete('demo', 'load', 'chau') == ['chauffeur']
    assert '--despite-stop' in complete('send', '--d')
    assert '--from' in complete('practice', '--')


@case
def the_manual():
    """the manual has every command and every option"""
    manual = (SOURCE / 'data/kontorctl.1').read_text().replace('\\-', '-')
    for command in ctl('help', '--json').json:
        assert re.search(r'(?<![a-z-])' + command['name'] + r'(?![a-z-])', manual), command['name']
        for option in command['options']:
            assert '--' + option['name'] in manual, option['name']


@case
def the_end():
    """quit stops the daemon and starts none"""
    ctl('status')
    ctl('quit')
    for _ in range(100):
        if run(BUS, '--no-start', 'status').code == 3:
            break
    ctl('--no-start', 'quit', code=3)
    assert run(BUS, 'quit').code == 3, 'quit must not start a daemon to stop it'


@case
def in_german():
    """it speaks the language that is asked for, in help, in titles and when it refuses"""
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / 'de' / 'LC_MESSAGES'
        made.mkdir(parents=True)
        subprocess.run(['msgfmt', '-o', made / 'kontor.mo', SOURCE / 'po/de.po'], check=True)
        german = {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'de', 'KONTOR_LOCALE_DIR': folder}

        def speak(bus, *words):
            return subprocess.run([KONTORCTL, *words], env={**bus.environment, **german},
                                  capture_output=True, text=True, timeout=LIMIT_S)

        assert speak(NO_DAEMON, 'help').stdout.startswith('Aufruf: kontorctl [--json] COMMAND')
        assert '\n\nMarkiert eine ' in speak(NO_DAEMON, 'help', 'read').stdout
        assert 'Der Dienst von Kontor läuft nicht' in speak(NO_DAEMON, 'status').stderr
        told = speak(BUS, 'kinds')
        assert 'Buchung' in told.stdout, told
        assert 'Buchung' not in speak(BUS, '--json', 'kinds').stdout


@stand_in_only
def nothing_is_forgotten():
    """every command was tried"""
    for command in run(NO_DAEMON, '--json', 'help').json:
        assert command['name'] in USED | ELSEWHERE, command['name']


def main():
    other = 'the stand-in' if DAEMON else 'the daemon'
    cases = [(function, only) for function, only in CASES if only != other]
    print(f'1..{len(cases)}')
    failed = 0
    for number, (function, _) in enumerate(cases, 1):
        name = function.__doc__
        try:
            function()
            print(f'ok {number} - {name}')
        except Exception:
            failed += 1
            print(f'not ok {number} - {name}')
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
        sys.stdout.flush()
    BUS.close()
    NO_DAEMON.close()
    return failed > 0


BUS, NO_DAEMON = Bus(DAEMON or STAND_IN), Bus()
sys.exit(main())
