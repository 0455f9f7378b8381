# SPDX-License-Identifier: GPL-3.0-or-later
"""Another application on the same screen: a file or a picture to drag out of it, or on its clipboard.
Run by Giver; it says "ready" once it can be taken from."""
import os
import subprocess
import sys

SIZE = 100


def serve(what, path):
    import gi
    gi.require_version('Gdk', '4.0')
    gi.require_version('Gtk', '4.0')
    from gi.repository import Gdk, Gio, GLib, Gtk
    file = Gio.File.new_for_path(path)
    offered = (Gdk.ContentProvider.new_for_bytes('text/uri-list', GLib.Bytes.new(file.get_uri().encode() + b'\r\n'))
               if what == 'file' else
               Gdk.ContentProvider.new_for_bytes('image/png', GLib.Bytes.new(open(path, 'rb').read())))
    Gtk.init()
    window = Gtk.Window(title='Giver', default_width=SIZE, default_height=SIZE, decorated=False)
    label = Gtk.Label(label='Take it')
    drag = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    drag.set_content(offered)
    window.add_controller(drag)
    window.set_child(label)
    window.connect('map', lambda _: print('ready', flush=True))
    window.get_clipboard().set_content(offered)
    window.present()
    GLib.MainLoop().run()


class Giver:
    def __init__(self, desk, what, path):
        self.desk = desk
        self.process = subprocess.Popen(['/usr/bin/python3', __file__, what, str(path)], env=desk.env, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self.process.stdout.readline() == 'ready\n', 'the other application does not start'
        self.window = desk.xdo('search', '--onlyvisible', '--name', '^Giver$').split()[-1]
        desk.xdo('windowmove', self.window, '0', '0')
        desk.settle()

    def drag_to(self, x, y):
        """Drags it to a place in the first window, in steps as a hand does."""
        xdo = self.desk.xdo
        xdo('mousemove', '--window', self.window, '50', '50', 'mousedown', '1')
        for step in (60, 70, 80, 90):
            xdo('mousemove', '--window', self.window, str(step), str(step))
            self.desk.settle()
        for way in (0.5, 0.9, 1):
            xdo('mousemove', '--window', self.desk.xid, str(int(x * way)), str(int(y * way)))
            self.desk.settle()
        xdo('mouseup', '1')

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        self.desk.xdo('windowfocus', self.desk.xid)
        self.desk.settle()


if __name__ == '__main__':
    serve(*sys.argv[1:])
