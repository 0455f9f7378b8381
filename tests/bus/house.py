# SPDX-License-Identifier: GPL-3.0-or-later
"""A private session bus with an unlocked keyring, and the real kontord on it, for tests."""
import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile


class House:
    def __init__(self, kontord, kontorctl, source):
        self.kontord, self.kontorctl = kontord, kontorctl
        self.folder = tempfile.mkdtemp(prefix='kontor-bus-')
        self.daemon = self.keyring = self.bus = None
        atexit.register(self.end)
        self.env = dict(os.environ, XDG_DATA_HOME=self.folder + '/home', XDG_RUNTIME_DIR=self.folder,
                        KONTOR_DEMO_DIR=source + '/data/demo',
                        ASAN_OPTIONS=os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0')
        self.env.pop('SECRET_BACKEND', None)
        os.makedirs(self.folder + '/home')
        self.bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--nopidfile',
                                     '--print-address=1', '--address=unix:dir=' + self.folder],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.bus.stdout.readline().strip()
        self.keyring = subprocess.Popen(['gnome-keyring-daemon', '--foreground', '--components=secrets',
                                         '--unlock'], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, env=self.env)
        self.keyring.stdin.write(b'a word for tests')
        self.keyring.stdin.close()
        self.wait_for('org.freedesktop.secrets')

    def wait_for(self, name):
        """Blocks until the bus knows @name; the bus itself tells, nothing is polled in time."""
        subprocess.run(['gdbus', 'wait', '--session', '--timeout', '60', name], env=self.env, check=True)

    def launch(self):
        self.daemon = subprocess.Popen([self.kontord, '--data', self.folder + '/data'], env=self.env,
                                       stderr=subprocess.PIPE, text=True)

    def start(self):
        self.launch()
        self.wait_for('org.kontor.Kontor.Daemon')

    def kill(self):
        self.daemon.send_signal(signal.SIGKILL)
        return self.daemon.communicate()[1]

    def ctl(self, *arguments, text=None):
        return subprocess.run([self.kontorctl, *arguments], env=self.env, input=text,
                              capture_output=True, text=True)

    def json(self, *arguments):
        done = self.ctl('--json', *arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        return json.loads(done.stdout)

    def end(self):
        """A test that dies leaves nothing behind: what runs on holds the pipes of whoever waits."""
        for process in (self.daemon, self.keyring, self.bus):
            if process is not None and process.poll() is None:
                process.kill()

    def close(self):
        errors = ''
        if self.daemon is not None and self.daemon.poll() is None:
            self.daemon.terminate()
            errors = self.daemon.communicate()[1]
        for process in (self.keyring, self.bus):
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
        return errors


class Cases:
    """Counts what holds, in the form that meson reads."""

    def __init__(self):
        self.n = self.failed = 0

    def check(self, holds, sentence, detail=''):
        self.n += 1
        self.failed += not holds
        print(f'{"ok" if holds else "not ok"} {self.n} {sentence}', flush=True)
        if not holds and detail:
            print('# ' + str(detail).replace('\n', '\n# '), flush=True)

    def skip(self, word):
        self.n += 1
        print(f'ok {self.n} # SKIP {word}', flush=True)

    def end(self):
        print(f'1..{self.n}')
        return 1 if self.failed else 0


def play(parts):
    """Plays @parts, each called with the house and the cases, on one daemon; its store is whole in the end."""
    house, cases = House(*sys.argv[1:]), Cases()
    try:
        house.start()
        for part in parts:
            part(house, cases)
        faults = house.ctl('check-store')
        cases.check(faults.returncode == 0, 'the store is whole', faults.stdout)
    finally:
        errors = house.close()
    cases.check('runtime error' not in errors and 'ERROR' not in errors, 'the sanitizers are silent',
                errors)
    return cases.end()
