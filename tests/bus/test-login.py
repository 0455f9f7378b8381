#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start at login: by the bus, once, and only where a business is kept."""
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import Cases, House

NAME = 'org.kontor.Kontor.Daemon'


def owner(house):
    """The process that has the daemon's name, or None; asking starts nothing."""
    done = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus',
                           '--object-path', '/org/freedesktop/DBus', '--method',
                           'org.freedesktop.DBus.GetConnectionUnixProcessID', NAME],
                          env=house.env, capture_output=True, text=True)
    found = re.search(r'uint32 (\d+)', done.stdout)
    return int(found.group(1)) if found else None


def stop(house):
    process = os.pidfd_open(owner(house))
    house.ctl('quit')
    select.select([process], [], [], 60)
    os.close(process)


def login(house, data):
    return subprocess.run([house.kontord, '--data', data, '--login'], env=house.env,
                          capture_output=True, text=True)


def main():
    with tempfile.TemporaryDirectory(prefix='kontor-login-') as share:
        services = pathlib.Path(share, 'dbus-1/services')
        services.mkdir(parents=True)
        os.environ['XDG_DATA_DIRS'] = share + ':/usr/share'
        house, cases = House(*sys.argv[1:4]), Cases()
        data = house.folder + '/data'
        (services / (NAME + '.service')).write_text(
            f'[D-BUS Service]\nName={NAME}\nExec={house.kontord} --data {data}\n')

        done = login(house, data)
        cases.check(done.returncode == 0 and owner(house) is None, 'where nobody ever opened '
                    'Kontor nothing is started', done.stderr)
        cases.check(not os.path.exists(data), 'and no folder is made')

        told = house.ctl('status')
        cases.check(told.returncode == 0, 'a command has the bus start it', told.stderr)
        stop(house)
        done = login(house, data)
        first = owner(house)
        cases.check(done.returncode == 0 and first is not None,
                    'where a business is kept it runs when login is done', done.stderr)
        done = login(house, data)
        cases.check(done.returncode == 0 and owner(house) == first,
                    'a second login leaves the one that runs', done.stderr)
        stop(house)
        house.close()
    return cases.end()


sys.exit(main())
