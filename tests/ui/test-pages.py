#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page as somebody meets it who does not see it, or has no mouse: each control has a name, and
Tab comes to each of them."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from focus import Focus
from stage import PAGES, Stage

CONTROLS = {'push button', 'toggle button', 'switch', 'check box', 'radio button', 'combo box', 'text',
            'password text', 'entry', 'spin button', 'list item', 'menu item', 'link', 'slider'}
# What the toolkit names after its own classes when nobody named it.
UNNAMED = ('Gtk', 'Adw', 'Kontor')
MOST_TABS = 200


def controls(desk, root):
    for one in desk.all(root):
        try:
            if one.get_role_name() in CONTROLS:
                yield one
        except Exception:  # it went away meanwhile
            continue


def path_to(one):
    """Where a control without a name stands: the names of what is around it."""
    around = []
    while one is not None and len(around) < 6:
        around.append(f'{one.get_role_name()} “{one.get_name()}”')
        one = one.get_parent()
    return ' in '.join(around)


def is_part(one):
    """Inside a choice, which has the name: its button and its lines."""
    around = one.get_parent()
    while around is not None and around.get_role_name() != 'list item':
        if around.get_role_name() == 'combo box':
            return True
        around = around.get_parent()
    return False


def nameless(desk, root):
    return [path_to(one) for one in controls(desk, root)
            if (not (one.get_name() or '').strip() or one.get_name().startswith(UNNAMED))
            and not is_part(one)]


def name_of(one):
    return f'{one.get_role_name()} {one.get_name()}'


def patient(desk, look):
    """What @look finds; a window that is busy is asked again."""
    return desk.wait(lambda: [look()])[0]


def tabbed(focus):
    """The names of what Tab comes to, until three follow each other again: a list is entered where it was
    left, so that what was first may not come first the next time."""
    met = []
    while len(met) < MOST_TABS:
        one = focus.next()
        met.append(patient(focus.desk, lambda: name_of(one)) if one is not None else '')
        three = met[-3:]
        if all(three) and len(three) == 3 and any(met[n:n + 3] == three for n in range(len(met) - 3)):
            break
    return met


def reachable(desk, root):
    """The names of buttons and switches that can be used now, besides those in rows and those of the
    window itself."""
    state, found = desk.atspi().StateType, set()
    for one in controls(desk, root):
        states = one.get_state_set()
        if one.get_role_name() in ('push button', 'toggle button', 'switch', 'check box') and \
                states.contains(state.SENSITIVE) and states.contains(state.SHOWING) and \
                one.get_name() not in ('Minimize', 'Maximize', 'Close') and not in_row(one):
            found.add(name_of(one))
    return found


def in_row(one):
    while one is not None:
        if one.get_role_name() in ('list item', 'list box', 'table row'):
            return True
        one = one.get_parent()
    return False


def walk(desk, cases, stage):
    focus = Focus(desk)
    for name, kind in PAGES:
        page = stage.open_page(name, kind)
        missing = patient(desk, lambda: nameless(desk, page))
        cases.check(not missing, f'every control of {name} has a name', '\n'.join(missing))
        wanted, met = patient(desk, lambda: reachable(desk, page)), tabbed(focus)
        cases.check(len(met) < MOST_TABS and len(set(met)) > 3, f'Tab goes round {name}', met)
        cases.check(wanted <= set(met), f'and comes to each button of {name}',
                    (sorted(wanted - set(met)), met))


def walk_dialogs(desk, cases):
    desk.key('ctrl+k')
    palette = desk.wait(lambda: desk.find_dialog('Find or Do'))
    missing = nameless(desk, palette)
    cases.check(not missing, 'every control of the palette has a name', '\n'.join(missing))
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'which goes by Escape')
    desk.key('ctrl+n')
    form = desk.wait(lambda: desk.find_dialog('New Booking'))
    missing = nameless(desk, form)
    cases.check(not missing, 'so has every control of a form', '\n'.join(missing))
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'which goes by Escape too')
    desk.go('channels')
    desk.press('Add a Channel', 'push button', desk.expect('KontorChannelsPage'))
    kinds = desk.wait(lambda: desk.find_dialog('Add a Channel'))
    desk.wait(lambda: desk.find('WhatsApp Cloud API', 'list item', kinds))
    desk.key('Tab', 'Tab', 'Down', 'Return')
    opened = desk.wait(lambda: desk.find_dialog('WhatsApp Cloud API') or desk.find_dialog('Practice'))
    cases.check(opened is not None, 'a channel is added by the keyboard alone', desk.texts(kinds))
    missing = nameless(desk, opened)
    cases.check(not missing, 'and every control of its set-up has a name', '\n'.join(missing))
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'and it goes by Escape')


def main():
    desk, cases, stage = Desktop(*sys.argv[1:]), Looks(), None
    try:
        desk.start()
        stage = Stage(desk)
        desk.open()
        walk(desk, cases, stage)
        walk_dialogs(desk, cases)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        if stage is not None:
            stage.close()
        desk.close()
    return cases.end()


sys.exit(main())
