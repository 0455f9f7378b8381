# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: the real daemon, and two servers as one would write them without it.

Each is started anew in an empty folder, takes signed webhooks on `port` at `path`, and says what it
used: `cpu_s ()`, `pss_mib ()`. `settle ()` waits until nothing of what came in is left to do.
"""
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[2]
sys.path[:0] = [str(SOURCE / 'tests' / 'bus'), str(SOURCE / 'tests' / 'bench')]
from graph import NUMBER, SECRET, TOKEN, VERIFY, Graph  # noqa: E402
from house import House  # noqa: E402
from process import Process  # noqa: E402

MIGRATIONS = sorted(str(path) for path in (SOURCE / 'daemon/store/migrations').glob('*.sql'))


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Node(Process):
    path = '/hook'

    def __init__(self, how, folder):
        self.folder = tempfile.mkdtemp(prefix='node-', dir=folder)
        self.database = self.folder + '/node.db'
        super().__init__(subprocess.Popen(
            ['node', str(HERE / 'server.mjs'), how, self.database, '/hook', SECRET, *MIGRATIONS],
            stdout=subprocess.PIPE, text=True))
        self.port = int(self.process.stdout.readline())

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        shutil.rmtree(self.folder)


class Kontor(Process):
    """With a cloud channel, the desk on, and replies off: a person holds every conversation."""

    def __init__(self, build, folder):
        tempfile.tempdir = str(folder)
        self.graph = Graph()
        self.house = House(str(build / 'daemon/kontord'), str(build / 'daemon/ctl/kontorctl'),
                           str(SOURCE))
        self.database = self.house.folder + '/data/kontor.db'
        self.log = open(self.house.folder + '/log', 'wb')
        self.port = free_port()
        self.start()
        added = self.house.ctl('channel', 'add', 'cloud', 'app-secret=' + SECRET, 'token=' + TOKEN,
                               'verify-token=' + VERIFY, 'phone-number-id=' + NUMBER,
                               f'port={self.port}', 'base-url=' + self.graph.url)
        assert added.returncode == 0, added.stderr
        self.path = '/cloud/' + next(line['id'] for line in self.house.json('list', 'channel')
                                     if line['kind'] == 'cloud')

    def start(self):
        """As House does, but what it says goes to a file: nobody reads a pipe here."""
        self.house.daemon = subprocess.Popen(
            [self.house.kontord, '--data', self.house.folder + '/data'], env=self.house.env,
            stderr=self.log)
        self.process = self.house.daemon
        self.house.wait_for('org.kontor.Kontor.Daemon')

    def turn_replies_off(self):
        """What a take-over of each conversation does, for all of them at once."""
        self.process.terminate()
        self.process.wait()
        with sqlite3.connect(self.database) as database:
            database.execute('DELETE FROM outbox')
            database.execute('DELETE FROM turn')
            database.execute("DELETE FROM agenda WHERE what IN ('outbox', 'unknown', 'answer')")
            database.execute("UPDATE conversation SET held_by = 'teammate:TM1', waiting = 0")
        database.close()
        self.start()

    def close(self):
        self.house.close()
        self.graph.close()
        self.log.close()


def count_rows(database):
    """What a server kept: messages that came in, and the unread of all conversations."""
    with sqlite3.connect(f'file:{database}?mode=ro', uri=True) as opened:
        kept = opened.execute("SELECT COUNT(*) FROM message WHERE direction = 'in'").fetchone()[0]
        unread = opened.execute('SELECT SUM(unread) FROM conversation').fetchone()[0]
    opened.close()
    return kept, unread
