#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray in a panel that nobody here wrote: xfce4-panel shows the icon and its menu, and what is
chosen there is done. Skips where that panel is absent."""
import glob
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path[0:0] = [str(HERE), str(HERE.parent / 'bus')]
from desktop import Desktop, Looks

WATCHER = 'org.kde.StatusNotifierWatcher'
XFCONFD = glob.glob('/usr/lib/*/xfce4/xfconf/xfconfd')
# One panel with a tray, and nothing else.
PANEL = '''<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="40"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
'''


class Panel:
    def __init__(self, desk, source):
        self.desk = desk
        folder = pathlib.Path(desk.env['XDG_CONFIG_HOME']) / 'xfce4/xfconf/xfce-perchannel-xml'
        folder.mkdir(parents=True)
        (folder / 'xfce4-panel.xml').write_text(PANEL)
        env = dict(desk.env, XDG_DATA_DIRS=source + '/data:/usr/local/share:/usr/share')
        self.parts = [self.run(env, XFCONFD[0])]
        desk.wait_for('org.xfce.Xfconf')
        self.parts.append(self.run(env, 'xfce4-panel', '--disable-wm-check'))
        desk.wait_for(WATCHER)

    @staticmethod
    def run(env, *command):
        return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def items(self):
        return subprocess.run(['gdbus', 'call', '--session', '--dest', WATCHER, '--object-path',
                               '/StatusNotifierWatcher', '--method', 'org.freedesktop.DBus.Properties.Get',
                               WATCHER, 'RegisteredStatusNotifierItems'], env=self.desk.env,
                              capture_output=True, text=True, check=False).stdout

    def icon(self):
        """How many colours are on the panel where its first icon is: nothing is drawn there in one."""
        told = subprocess.run(['import', '-window', 'root', '-crop', '24x40+0+0', '-format', '%k', 'info:'],
                              env=self.desk.env, capture_output=True, text=True, check=True).stdout
        return int(told)

    def open_menu(self):
        """A click on the panel's first icon; TRUE when that drew something."""
        before = self.desk.grab('root')
        self.desk.xdo('mousemove', '12', '20', 'click', '3')
        return self.desk.wait(lambda: self.desk.grab('root') != before)

    def close(self):
        for part in reversed(self.parts):
            part.terminate()
            part.wait()


def main():
    cases = Looks()
    if shutil.which('xfce4-panel') is None or not XFCONFD:
        cases.skip('xfce4-panel is not here')
        return cases.end()
    desk, panel = Desktop(*sys.argv[1:]), None
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        panel = Panel(desk, sys.argv[4])
        cases.check(desk.wait(lambda: ':1.' in panel.items()), 'the panel knows the icon', panel.items())
        cases.check(desk.wait(lambda: panel.icon() > 8), 'and draws it', panel.icon())
        cases.check(panel.open_menu(), 'a click shows its menu')
        desk.settle()
        subprocess.run(['import', '-window', 'root', str(desk.shots / 'panel.png')], env=desk.env, check=True)
        # Open Kontor, the practice channel, Pause; and into its menu.
        desk.key('Down', 'Down', 'Down', 'Right', 'Return')
        cases.check(desk.wait(lambda: desk.json('status').get('paused-until', 0) > 0),
                    'what is chosen there is done', desk.json('status'))
    finally:
        if panel is not None:
            panel.close()
        desk.close()
    return cases.end()


sys.exit(main())
