# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a desktop that are not here, played by python-dbusmock on the house's bus."""
import json
import pathlib
import subprocess

from gi.repository import Gio, GLib

MOCK = 'org.freedesktop.DBus.Mock'
TOOL = ['/usr/bin/python3', '-m', 'dbusmock', '--session']


def is_there():
    return subprocess.run(['/usr/bin/python3', '-c', 'import dbusmock'], capture_output=True,
                          check=False).returncode == 0


TEMPLATE = '''import dbus

BUS_NAME, MAIN_OBJ, MAIN_IFACE, SYSTEM_BUS = {name!r}, {path!r}, {interface!r}, False


def load(mock, parameters):
    mock.AddMethods(MAIN_IFACE, {methods!r})
    mock.AddProperties(MAIN_IFACE, {{
        name: dbus.UInt32(value) if isinstance(value, int) else value for name, value in parameters.items()}})
'''


class Mock:
    """@line: whose bus it is on; it hears of calls as of changes. @template: of dbusmock's, or an object
    with @methods: [(name, in, out, code)] and properties."""

    def __init__(self, line, name, path, interface, template=None, methods=(), **parameters):
        self.line, self.name, self.path, self.interface = line, name, path, interface
        if template is None:
            # All is there before anybody can ask: the main loop runs after the template is read.
            template = f'{line.house.folder}/{name}.py'
            pathlib.Path(template).write_text(TEMPLATE.format(name=name, path=path, interface=interface,
                                                              methods=list(methods)), encoding='utf-8')
        self.follow(line)
        self.process = subprocess.Popen([*TOOL, '-t', template, '-p', json.dumps(parameters)],
                                        env=line.house.env, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        line.house.wait_for(name)

    def follow(self, line):
        """@line hears of calls as well."""
        line.bus.signal_subscribe(self.name, MOCK, 'MethodCalled', None, None, Gio.DBusSignalFlags.NONE,
                                  line.on_changed)

    def call(self, interface, method, form='()', *arguments):
        return self.line.bus.call_sync(self.name, self.path, interface, method,
                                       GLib.Variant(form, arguments), None, Gio.DBusCallFlags.NONE,
                                       10000, None).unpack()

    def calls(self, method):
        """What it was called with, the first first."""
        return [arguments for _, name, arguments in self.call(MOCK, 'GetCalls')[0] if name == method]

    def emit(self, signal, form, *arguments):
        self.call(MOCK, 'EmitSignal', '(sssav)', self.interface, signal, form,
                  [GLib.Variant(letter, value) for letter, value in arguments])

    def close(self):
        self.process.terminate()
        self.process.wait()
