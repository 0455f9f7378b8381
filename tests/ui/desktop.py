# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a screen of its own, used as a person would: by what a screen reader sees, the
keyboard and the pointer. A house (tests/bus) with a display; one window at a time."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'bus'))
from house import Cases, House

SETTINGS = '''[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-icon-theme-name=Adwaita
'''
# Only a test that fails waits as long: a computer may be busy with other things.
LIMIT_S = 60
COMPLAINT = re.compile('CRITICAL|ERROR|runtime error|(Gtk|Gsk|Gdk|Adwaita|GLib|kontor)-WARNING')
# GTK 4.8, of the trough of a scrollbar beside a text that grows while it is drawn: the next frame is right.
GTKS_OWN = re.compile('Trying to snapshot GtkGizmo .* without a current allocation')


class Looks(Cases):
    def ends_well(self, errors, sentence):
        self.check(errors == '', sentence, errors)


class Desktop(House):
    def __init__(self, kontord, kontorctl, kontor, source, build, width=1320, height=860):
        # The bus of what is seen is started by the session's and keeps its socket here: one for each
        # house, so that two of them do not take each other's away.
        self.own = tempfile.mkdtemp(prefix='kontor-ui-')
        os.environ.update(XDG_RUNTIME_DIR=self.own, XDG_CACHE_HOME=self.own + '/cache')
        super().__init__(kontord, kontorctl, source)
        self.keys = dict(re.findall(r'"win\.go::(\w+)", { "<Control>(\d)"',
                                    (pathlib.Path(source) / 'src' / 'application.c').read_text()))
        self.kontor, self.window, self.xid = kontor, None, None
        self.shots = pathlib.Path(build) / 'screens'
        self.shots.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        self.display = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writing), '-screen', '0', f'{width}x{height}x24', '-noreset'],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        config = pathlib.Path(self.folder) / 'config'
        (config / 'gtk-4.0').mkdir(parents=True)
        (config / 'gtk-4.0' / 'settings.ini').write_text(SETTINGS)
        self.env.update(DISPLAY=':' + number, GDK_BACKEND='x11', GSK_RENDERER='cairo',
                        GSETTINGS_BACKEND='memory', XDG_CONFIG_HOME=str(config),
                        XDG_CURRENT_DESKTOP='GNOME', NO_AT_BRIDGE='0', GTK_A11Y='atspi',
                        GSETTINGS_SCHEMA_DIR=str(pathlib.Path(build) / 'data'),
                        LC_ALL='C.UTF-8', TZ='Asia/Dubai', G_DEBUG='fatal-criticals')
        # What looks at the window from here reads the same bus and screen.
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'):
            os.environ[name] = self.env[name]

    def open(self, width=1200, height=800, dark=False, **more):
        """Opens the window and waits until it is there."""
        env = dict(self.env, ADW_DEBUG_COLOR_SCHEME='prefer-dark' if dark else 'default', **more)
        self.window = subprocess.Popen([self.kontor], env=env, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.PIPE, text=True)
        self.frame = self.wait(lambda: self.find_frame())
        self.xid = None
        self.resize(width, height)

    def quit(self):
        """Ctrl+Q until it has ended: a key that meets a dialog on its way out is lost."""
        until = time.monotonic() + LIMIT_S
        while True:
            self.key('ctrl+q')
            try:
                return self.window.communicate(timeout=5)[1]
            except subprocess.TimeoutExpired:
                if time.monotonic() > until:
                    raise

    def shut(self):
        """Closes the window; what it complained of is told."""
        errors = self.quit()
        code, self.window = self.window.returncode, None
        faults = [line for line in errors.splitlines() if COMPLAINT.search(line) and not GTKS_OWN.search(line)]
        return '\n'.join(faults) + (f'ended with {code}' if code else '')

    def close(self):
        if self.window is not None and self.window.poll() is None:
            self.window.kill()
        if self.window is not None:
            print('# ' + self.window.communicate()[1].replace('\n', '\n# '))
        errors = super().close()
        self.display.terminate()
        self.display.wait()
        shutil.rmtree(self.own, ignore_errors=True)
        return errors

    # -- what is on the screen --

    def atspi(self):
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        return Atspi

    def find_frame(self):
        screen = self.atspi().get_desktop(0)
        for i in range(screen.get_child_count()):
            app = screen.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.window.pid and app.get_child_count():
                return app.get_child_at_index(0)
        return None

    def dialogs(self):
        """The windows besides the first."""
        app = self.frame.get_parent()
        if app is None:
            self.tell_end()
        windows = [app.get_child_at_index(i) for i in range(app.get_child_count())]
        return [one for one in windows if one is not None and one != self.frame]

    def tell_end(self):
        """That there is no window any more, and what it said in the end."""
        if self.window.poll() is None:
            raise RuntimeError('atspi_error: the application does not tell of itself')
        raise AssertionError(f'the window ended with {self.window.returncode}:\n{self.window.stderr.read()}')

    def find_dialog(self, title):
        return next((one for one in self.dialogs() if one.get_name() == title), None)

    def all(self, root=None):
        """Every accessible from the top. GTK 4.8 does not tell which page of a stack is shown: what
        may stand on several is looked for under the page's own name ("KontorInboxPage")."""
        Atspi = self.atspi()
        waiting = [root or self.frame]
        while waiting:
            one = waiting.pop(0)
            try:
                if one is None or not one.get_state_set().contains(Atspi.StateType.VISIBLE):
                    continue
                yield one
                waiting[0:0] = [one.get_child_at_index(i) for i in range(one.get_child_count())]
            except Exception:  # it went away while it was looked at
                continue

    def find(self, name, role=None, root=None):
        """The first with @name (or a name that @name accepts) and role; None where there is none."""
        # GTK 4.8 names a button "_Do it Do it" where it has a mnemonic.
        fits = name if callable(name) else \
            lambda text: text.replace('_', '') in (name, name + ' ' + name)
        for one in self.all(root):
            try:
                if fits(one.get_name() or '') and (role is None or one.get_role_name() == role):
                    return one
            except Exception:
                continue
        return None

    def texts(self, root=None):
        """All that can be read."""
        said = []
        for one in self.all(root):
            try:
                said.append(one.get_name() or '')
                if one.get_text_iface() is not None:
                    said.append(one.get_text_iface().get_text(0, -1))
            except Exception:
                continue
        return '\n'.join(said)

    def told(self, words):
        """Whether the window just now says @words below the page: it does so for five seconds, and a
        busy computer takes longer to read all that stands there."""
        around = self.find('AdwFlap').get_parent().get_parent()
        beside = [around.get_child_at_index(i) for i in range(1, around.get_child_count())]
        return any(words in self.texts(one) for one in beside if one is not None)

    def ask(self, holds):
        """A window that is busy does not reply in time: that is a no for now."""
        try:
            return holds()
        except Exception as fault:
            if 'atspi_error' not in str(fault):
                raise
            return None

    def wait(self, holds, limit_s=LIMIT_S):
        """What @holds gives as soon as it gives something; AT-SPI tells too little to wait for."""
        until = time.monotonic() + limit_s
        while time.monotonic() < until:
            found = self.ask(holds)
            if found:
                return found
            time.sleep(0.05)
        return None

    def expect(self, name, role=None, root=None):
        found = self.wait(lambda: self.find(name, role, root))
        assert found is not None, f'nothing is called {name}:\n{self.texts(root)}'
        return found

    # -- what a person does --

    def xdo(self, *arguments):
        return subprocess.run(['xdotool', *arguments], env=self.env, check=True,
                              capture_output=True, text=True).stdout

    def resize(self, width, height):
        # The window's own: later a dialog on its way out may stand there as well.
        self.xid = self.xid or \
            self.xdo('search', '--onlyvisible', '--pid', str(self.window.pid)).split()[-1]
        self.xdo('windowmove', self.xid, '0', '0')
        self.xdo('windowsize', self.xid, str(width), str(height))
        self.xdo('windowfocus', self.xid)
        self.settle()

    def press(self, name, role=None, root=None):
        """Does what a click does to the button, row or switch called @name."""
        Atspi = self.atspi()

        def ready():
            found = self.find(name, role, root)
            stands = found and found.get_state_set().contains(Atspi.StateType.SENSITIVE)
            return found if stands and self.box(found)[2] > 0 else None
        # What is not drawn yet or cannot be pressed yet takes a click without a word.
        found = self.wait(ready)
        assert found is not None, f'nothing to press is called {name}:\n{self.texts(root)}'
        # A window that opens a dialog for it may reply late: what follows tells.
        self.ask(lambda: found.get_action_iface().do_action(0))

    def click(self, name, role=None, root=None, times=1):
        """A real click in the middle of it: what has no action of its own."""
        placed = self.wait(lambda: self.place(name, role, root))
        assert placed is not None, f'nothing is called {name}, or stands still:\n{self.texts(root)}'
        found, (x, y, width, height) = placed
        self.xdo('mousemove', '--window', self.window_of(found), str(x + width // 2),
                 str(y + height // 2), 'click', '--repeat', str(times), '1')

    def drag(self, start, end):
        """From one place of the window to another, as a hand does: not in one leap."""
        self.xdo('mousemove', '--window', self.xid, *map(str, start), 'mousedown', '1')
        for i in range(1, 11):
            self.xdo('mousemove', '--window', self.xid,
                     *(str(a + (b - a) * i // 10) for a, b in zip(start, end)))
        self.settle()
        self.xdo('mouseup', '1')

    def place(self, name, role, root):
        """Where it stands, once it stands there twice: rows move while a list fills."""
        found = self.find(name, role, root)
        before = found and self.box(found)
        self.settle()
        return (found, before) if before and before == self.box(found) and before[2] > 0 else None

    def box(self, one):
        """x, y, width and height in its window."""
        box = one.get_component_iface().get_extents(self.atspi().CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def choose(self, name, root, opened):
        """Opens the row called @name: clicks it until @opened holds, as a person would who sees that a
        click met nothing."""
        for _ in range(3):
            self.click(name, 'list item', root)
            found = self.wait(opened, LIMIT_S / 3)
            if found:
                return found
        raise AssertionError(f'{name} is not opened:\n{self.texts(root)}')

    def window_of(self, one):
        """The X window that @one stands in: the first, or a dialog by its title."""
        while one.get_parent() is not None and one.get_parent() != self.frame.get_parent():
            one = one.get_parent()
        if one == self.frame:
            return self.xid
        return self.xdo('search', '--onlyvisible', '--name', f'^{re.escape(one.get_name())}$').split()[-1]

    def field(self, name, root=None):
        for one in self.all(root):
            if one.get_name() == name and one.get_editable_text_iface() is not None:
                return one
        return None

    def put(self, name, text, root=None):
        """Writes into the field called @name, in the place of what stood there."""
        found = self.wait(lambda: self.field(name, root))
        assert found is not None, f'nothing to write in is called {name}:\n{self.texts(root)}'
        found.get_editable_text_iface().set_text_contents(text)

    def written(self, name, root=None):
        """What stands in the field called @name. GTK 4.8 tells nothing where the end is asked for as -1."""
        text = self.field(name, root).get_text_iface()
        return text.get_text(0, text.get_character_count())

    def key(self, *keys):
        self.xdo('key', *keys)

    def go(self, page):
        """To a page, by its key."""
        self.key('ctrl+' + self.keys[page])

    def write(self, text):
        self.xdo('type', '--delay', '2', text)

    def grab(self, window):
        return subprocess.run(['import', '-window', window, '-depth', '8', 'rgb:-'], env=self.env, check=True,
                              capture_output=True).stdout

    def settle(self):
        """Waits until nothing moves on the screen any more."""
        before, until = None, time.monotonic() + LIMIT_S
        while before != (before := self.grab('root')):
            assert time.monotonic() < until, 'something on the screen never stands still'

    def shoot(self, name, whole=False):
        """A picture of the window in the build folder, or of the screen @whole, with dialogs."""
        self.settle()
        path = self.shots / (name + '.png')
        subprocess.run(['import', '-window', 'root' if whole else self.xid, str(path)], env=self.env,
                       check=True)
        return path
