#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib

import tap

floors = tap.load('check-floors.py')


def problems(path, text, beside=()):
    files = {path: text, **{name: '' for name in beside}}
    with tap.tree(files) as folder:
        root = pathlib.Path(folder)
        return [line.split(': ', 1)[1] for line in floors.check_file(root, root / path)]


def fails(path, text, word, beside=()):
    found = problems(path, text, beside)
    assert len(found) == 1 and word in found[0], found


def passes(path, text):
    assert problems(path, text) == [], problems(path, text)


def lower_floors():
    """a file may include from lower floors and its own"""
    passes('daemon/desk/desk.c', '#include "desk/turn.h"\n#include "inbox/inbox.h"\n'
                                 '#include "model/record.h"\n#include <gio/gio.h>\n')
    passes('daemon/main.c', '#include "bus/inbox.h"\n#include "desktop/tray.h"\n')
    passes('model/fields/booking.c', '#include "model/record.h"\n#include <string.h>\n')


def upwards():
    """nothing includes from above"""
    fails('daemon/store/store.c', '#include "inbox/inbox.h"\n', 'not below')
    fails('model/record.c', '#include "store/store.h"\n', 'not below')
    fails('daemon/desk/desk.c', '# include "bus/inbox.h"\n', 'not below')


def sideways():
    """nothing includes from a neighbour on its floor"""
    fails('daemon/store/store.c', '#include "net/http.h"\n', 'not below')
    fails('daemon/automation/steps/ask.c', '#include "assistant/answer.h"\n', 'not below')


def strangers():
    """a folder without a floor is found, on both ends"""
    fails('daemon/base/clock.c', '#include "fakes/clock.h"\n', 'no floor')
    fails('daemon/newcomer/it.c', '#include "model/record.h"\n', 'no floor')


def ctl():
    """kontorctl knows the words and nothing of the daemon"""
    passes('daemon/ctl/list.c', '#include "ctl/client.h"\n#include "model/record.h"\n')
    fails('daemon/ctl/list.c', '#include "base/clock.h"\n', 'no floor')
    fails('daemon/desk/desk.c', '#include "ctl/client.h"\n', 'no floor')


def app():
    """pages never include each other; the app never includes the daemon"""
    passes('src/window.c', '#include "inbox/page.h"\n#include "widgets/qr.h"\n#include <gtk/gtk.h>\n')
    passes('src/inbox/page.c', '#include "widgets/qr.h"\n#include "remote/remote-list.h"\n')
    fails('src/inbox/page.c', '#include "contacts/page.h"\n', 'not below')
    fails('src/widgets/qr.c', '#include "inbox/page.h"\n', 'not below')
    fails('src/inbox/page.c', '#include "store/store.h"\n', 'no floor')


def carried():
    """includes carry the folder, but for generated tables"""
    passes('daemon/channels/channel.c', '#include "channels.inc"\n')
    fails('daemon/base/log.c', '#include "log.h"\n', 'carry the folder', ['daemon/base/log.h'])


def system():
    """headers of the system stay with those who may see them"""
    passes('daemon/store/store.c', '#include <sqlite3.h>\n')
    fails('daemon/inbox/messages-table.c', '#include <sqlite3.h>\n', 'door to SQLite')
    fails('daemon/bus/inbox.c', '#include <gtk/gtk.h>\n', 'only the app')
    fails('daemon/desk/desk.c', '#include <libsoup/soup.h>\n', 'network')
    fails('src/window.c', '#include <libsecret/secret.h>\n', 'secrets')
    fails('model/phone.c', '#include <unistd.h>\n', 'no I/O')


def sql():
    """SQL stands in the store and in tables of the daemon only"""
    text = 'static const char q[] = "SELECT id FROM message";\n'
    passes('daemon/store/store.c', text)
    passes('daemon/inbox/messages-table.c', text)
    passes('daemon/http/api.c', 'if (is (method, "DELETE"))\n')
    fails('daemon/inbox/receive.c', text, 'SQL')
    fails('daemon/inbox/receive.c', 'run ("  UPDATE message SET x = 1");\n', 'SQL')
    fails('src/messages-table.c', text, 'SQL')
    fails('daemon/ctl/list-table.c', text, 'SQL')


def whole():
    """the script ends with 1 for a bad tree and for an empty one"""
    with tap.tree({'daemon/base/clock.h': '#include "store/store.h"\n'}) as folder:
        assert floors.main(folder)
    with tap.tree({'daemon/base/clock.h': '#include "model/error.h"\n'}) as folder:
        assert not floors.main(folder)
    with tap.tree({}) as folder:
        assert floors.main(folder)


if __name__ == '__main__':
    tap.run([lower_floors, upwards, sideways, strangers, ctl, app, carried, system, sql, whole])
