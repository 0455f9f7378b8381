#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to look at the inbox that are kept: saved, chosen by keyboard, changed, left and deleted; and notes that
mention people."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from focus import Focus


def furnish(desk):
    desk.ctl('demo', 'load', 'chauffeur')
    desk.ctl('practice', 'Hello', '--name', 'Mona Haddad')
    desk.ctl('practice', 'Where is my driver?', '--from', '+971500000009', '--name', 'Omar Farouk')
    desk.ctl('state', '2', 'pending')


def listed(desk, page, name):
    return desk.find(lambda n: n.startswith(name), 'list item', page)


def choose_pending(desk, page):
    """Opens the filter and takes the third state, as the keyboard does."""
    desk.click('Filter', None, page)
    combo = desk.expect('State', 'combo box', page)
    desk.settle()
    desk.press('GtkToggleButton', 'push button', combo)
    desk.expect('GtkListView', None, combo)
    desk.key('Down', 'Down', 'Return')
    desk.wait(lambda: listed(desk, page, 'Omar') and not listed(desk, page, 'Mona'))
    desk.key('Escape')
    desk.settle()


def save(desk, cases, page):
    choose_pending(desk, page)
    desk.click('Saved Views', None, page)
    desk.press('Save This View…', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Save This View'))
    desk.put('Name', 'Waiting', form)
    desk.press('Save', 'push button', form)
    kept = desk.wait(lambda: desk.json('list', 'inbox-view'))
    cases.check(kept and kept[0]['name'] == 'Waiting' and kept[0]['state'] == 'pending',
                'what the inbox shows is kept under a name', kept)
    cases.check(desk.wait(lambda: desk.find('Leave This View', 'push button', page) and
                          listed(desk, page, 'Omar') and not listed(desk, page, 'Mona')),
                'and is shown from then on', desk.texts(page))
    desk.shoot('inbox-view')
    desk.press('Leave This View', 'push button', page)
    cases.check(desk.wait(lambda: listed(desk, page, 'Mona')), 'it can be left', desk.texts(page))


def choose(desk, cases, page):
    focus = Focus(desk)
    desk.click('Search all messages', None, page)
    focus.go_to('Saved Views')
    desk.key('Return')
    desk.expect('Save This View…', 'push button', page)
    focus.go_to('Waiting')
    desk.key('Return')
    cases.check(desk.wait(lambda: desk.find('Leave This View', 'push button', page) and
                          not listed(desk, page, 'Mona')),
                'a view is chosen by the keyboard alone', desk.texts(page))


def follow(desk, cases, page):
    desk.ctl('state', '1', 'pending')
    cases.check(desk.wait(lambda: listed(desk, page, 'Mona')), 'what comes to fit appears', desk.texts(page))
    desk.press('Change This View', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Saved view'))
    desk.put('With the words (optional)', 'driver', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: listed(desk, page, 'Omar') and not listed(desk, page, 'Mona')),
                'a view that is changed shows something else at once', desk.texts(page))


def delete(desk, cases, page):
    desk.click('Saved Views', None, page)
    desk.press('All Saved Views…', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Saved views'))
    desk.press('Delete Waiting', 'push button', dialog)
    asked = desk.wait(lambda: next((one for one in desk.dialogs()
                                    if 'Delete “Waiting”?' in desk.texts(one)), None))
    desk.press('Delete', 'push button', asked)
    cases.check(desk.wait(lambda: desk.json('list', 'inbox-view') == []), 'it is deleted after a question')
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())
    cases.check(desk.wait(lambda: not desk.find('Leave This View', 'push button', page) and
                          listed(desk, page, 'Mona')),
                'and the inbox is whole again', desk.texts(page))


def mention(desk, cases, page):
    desk.ctl('save', 'teammate', 'name=Zoe Nassar', 'sales=yes')
    desk.ctl('save', 'teammate', 'name=Zora Haddad', 'sales=yes')
    pane = desk.find('KontorConversationPane', None, page)
    desk.choose(lambda n: n.startswith('Omar'), page,
                lambda: desk.find(lambda n: n.startswith('Omar'), 'label', pane))
    desk.click('Message', 'text', page)
    desk.write('a @zo')
    desk.settle()
    cases.check(not desk.find('Zoe Nassar', 'list item', page), 'a reply to a customer offers no teammates')
    desk.key('ctrl+a', 'Delete')
    desk.press('Note for the Team', None, page)
    desk.click('Message', 'text', page)
    desk.write('Please call, @zo')
    cases.check(desk.wait(lambda: desk.find('Zoe Nassar', 'list item', page) and
                          desk.find('Zora Haddad', 'list item', page)),
                'in a note, “@” and a few letters list the teammates', desk.texts(page))
    desk.shoot('inbox-mention')
    desk.key('Down', 'Return')
    desk.wait(lambda: '@Zora Haddad' in desk.texts(page))
    desk.write('today')
    desk.key('Return')
    note = desk.wait(lambda: [m for m in desk.json('messages', '2') if m['direction'] == 'note'])
    named = json.loads(note[0]['body'])['mentions'] if note and note[0]['body'] else None
    cases.check(note and note[0]['text'] == 'Please call, @Zora Haddad today' and len(named) == 1,
                'one is chosen by the keyboard, and the note says who is meant', note)
    desk.shoot('inbox-mentioned')


def tick(desk, page, yes):
    """By the keyboard; again where a key met a popover on its way."""
    def ticked():
        box = desk.find('Only where I am mentioned', 'check box', page)
        return box and box.get_state_set().contains(desk.atspi().StateType.CHECKED)
    for _ in range(3):
        desk.key('space')
        if desk.wait(lambda: bool(ticked()) == yes, 15):
            return
    raise AssertionError('the box in the filter is not ticked')


def for_me(desk, cases, page):
    focus = Focus(desk)
    desk.click('Filter', None, page)
    desk.expect('Only where I am mentioned', 'check box', page)
    desk.settle()
    focus.go_to('Only where I am mentioned')
    tick(desk, page, True)
    cases.check(desk.wait(lambda: not listed(desk, page, 'Omar') and 'Nothing fits' in desk.texts(page)),
                'what mentions others is not mine', desk.texts(page))
    me = desk.json('status')['teammate']
    name = desk.json('get', 'teammate', me)['name']
    desk.ctl('note', '1', f'Waits for @{name}')
    cases.check(desk.wait(lambda: listed(desk, page, 'Mona')), 'what mentions me appears', desk.texts(page))
    tick(desk, page, False)
    desk.key('Escape')
    desk.wait(lambda: listed(desk, page, 'Omar'))


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        furnish(desk)
        desk.open()
        desk.key('ctrl+2')
        page = desk.expect('KontorInboxPage')
        desk.wait(lambda: listed(desk, page, 'Mona'))
        for part in (save, choose, follow, delete, mention, for_me):
            part(desk, cases, page)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
