# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: kontord with linked devices, and one Node process with Baileys that holds as many.

Each is linked through the stand-in of tests/interop, and says what it uses: `cpu_s ()`, `switches ()`, `pss_mib ()`,
`rss_mib ()`. `answer ()` has it say a text to each of those who write to its first device, `count ()` is how many texts
of theirs it has read, and kept if it keeps any. `settle ()` waits until nothing is left to do.
"""
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[2]
sys.path[:0] = [str(SOURCE / 'tests' / folder) for folder in ('interop', 'bus', 'bench')]
from companion import Companion, Program  # noqa: E402
from process import Process  # noqa: E402


class Kontor(Process):
    """The desk is on and the assistant off, so that nobody answers by itself."""

    def __init__(self, build, folder, world):
        tempfile.tempdir = str(folder)
        self.lines = [Companion(str(build / 'daemon/kontord'), str(build / 'daemon/ctl/kontorctl'), str(SOURCE), world)]
        self.house = self.lines[0].house
        self.use()

    def use(self):
        """What it says goes to a file: nobody reads a pipe here."""
        self.house.daemon.terminate()
        self.house.daemon.wait()
        self.log = open(self.house.folder + '/log', 'ab')
        self.house.daemon = subprocess.Popen([self.house.kontord, '--data', self.house.folder + '/data'],
                                             env=self.house.env, stderr=self.log)
        self.house.wait_for('org.kontor.Kontor.Daemon')
        super().__init__(self.house.daemon)

    def hold(self, count):
        """So many devices are linked."""
        while len(self.lines) < count or not hasattr(self.lines[-1], 'device'):
            if hasattr(self.lines[-1], 'device'):
                self.lines.append(self.lines[0].another())
            line = self.lines[-1]
            line.link()
            self.house.ctl('save', 'channel', line.id, 'mode=off')
        self.device = self.lines[0].device

    def restart(self):
        """What it holds is then what it needs, and not what linking needed."""
        self.use()
        self.lines[0].listen()
        for line in self.lines:
            self.lines[0].wait(lambda: self.lines[0].channel(line.id)['state'] == 'connected')

    def answer(self, phones, text):
        shop = self.lines[0]
        phone_of = {contact['id']: contact.get('phone', '').lstrip('+') for contact in shop.records('contact')}
        for conversation in shop.conversations():
            if phone_of[conversation['contact']] in phones:
                shop.send(conversation['id'], text)

    def count(self):
        """The demo of a business has a database of its own."""
        path, = pathlib.Path(self.house.folder).glob('data/demo/*/kontor.db')
        with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as database:
            kept, = database.execute("SELECT COUNT(*) FROM message WHERE direction = 'in'"
                                     " AND text LIKE 'stream %'").fetchone()
        database.close()
        return kept

    def close(self):
        self.lines[0].close()
        self.log.close()


class Baileys(Process):
    def __init__(self, world):
        self.world, self.held = world, 0
        self.program = Program('Baileys', ['node', str(HERE / 'baileys.mjs')], world.env)
        super().__init__(self.program.process)

    def hold(self, count):
        where = self.world.where
        while self.held < count:
            self.held += 1
            phone, _ = self.world.account(f'Baileys {self.held}')
            self.program.ask('link', session=self.held, url=where['url'], root=where['root'])
            text = self.program.wait('qr', session=self.held)['text']
            device = self.world.server.ask('scan', phone=phone, text=text)['name']
            self.program.wait('open', session=self.held)
            if self.held == 1:
                self.device = device

    def answer(self, phones, text):
        for phone in phones:
            self.program.ask('say', session=1, to=phone + '@s.whatsapp.net', text=text)

    def count(self):
        return self.program.ask('heard', session=1)

    def close(self):
        self.program.close()
