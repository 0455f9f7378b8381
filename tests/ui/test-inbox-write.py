#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What helps who writes: saved replies by keyboard, later, drafts, labels, and nothing sent twice."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks


def said(desk, conversation='1'):
    return [m['text'] for m in desk.json('messages', conversation)
            if m['author'].startswith('teammate')]


def furnish(desk):
    desk.ctl('demo', 'load', 'chauffeur')
    desk.ctl('practice', 'Hello', '--name', 'Mona Haddad')
    desk.ctl('practice', 'Hello', '--from', '+971500000009', '--name', 'Omar Farouk')
    desk.ctl('save', 'contact', 'CT1', 'labels=VIP')
    desk.ctl('save', 'canned-reply', 'shortcut=hours', 'title=Opening hours',
             'text=Dear {first-name}, we drive day and night.')
    desk.ctl('save', 'canned-reply', 'shortcut=booking', 'title=Your booking',
             'text=It is {booking}', 'label=LB1', 'note=Asked for it')
    desk.ctl('save', 'canned-reply', 'shortcut=bye', 'title=Close it', 'state=closed')


def open_row(desk, page, name):
    pane = desk.find('KontorConversationPane', None, page)
    desk.choose(lambda n: n.startswith(name), page,
                lambda: desk.find(lambda n: n.startswith(name), 'label', pane))


def find_row(desk, page, *words):
    return desk.wait(lambda: desk.find(lambda n: all(word in n for word in words), 'list item',
                                       page))


def write(desk, page, text, *keys):
    desk.click('Message', 'text', page)
    desk.write(text)
    if keys:
        desk.key(*keys)


def saved_replies(desk, cases, page):
    open_row(desk, page, 'Mona')
    write(desk, page, '/', 'Down')
    listed = find_row(desk, page, '/hours, Opening hours')
    cases.check(listed is not None, '“/” lists the saved replies', desk.texts(page))
    desk.write('hou')
    desk.wait(lambda: desk.find(lambda n: n.startswith('/booking'), 'list item', page) is None)
    desk.key('Return')
    filled = desk.wait(lambda: 'Dear Mona, we drive day and night.' in desk.texts(page))
    cases.check(filled, 'one is filled in by the keyboard alone', desk.texts(page))
    cases.check(said(desk) == [], 'and not sent before a person does', said(desk))
    desk.key('Return')
    cases.check(desk.wait(lambda: said(desk) == ['Dear Mona, we drive day and night.']),
                'Enter sends it', said(desk))


def macros(desk, cases, page):
    write(desk, page, '/boo')
    find_row(desk, page, '/booking')
    desk.key('Return')
    shown = desk.wait(lambda: 'Puts the label: VIP' in desk.texts(page))
    cases.check(shown, 'what a saved reply does is said before', desk.texts(page))
    desk.key('Return')
    cases.check(len(said(desk)) == 1, 'a blank that nothing is known for is not sent')
    desk.write('at nine')
    desk.key('Return')
    sent = desk.wait(lambda: 'It is at nine' in said(desk))
    cases.check(sent and 'Asked for it' in said(desk), 'what is written over it is, with the note',
                said(desk))
    write(desk, page, '/bye')
    find_row(desk, page, '/bye')
    desk.key('Return')
    closed = desk.wait(lambda: [c for c in desk.json('inbox') if c['id'] == 1][0]['state'] == 'closed')
    cases.check(closed, 'one without a text is done at once')
    desk.ctl('state', '1', 'open')


def later(desk, cases, page):
    write(desk, page, 'Good morning')
    desk.click('Send Later', None, page)
    desk.expect('Tomorrow, 09:00', 'push button')
    desk.shoot('later', True)
    desk.press('Tomorrow, 09:00', 'push button')
    row = find_row(desk, page, 'Good morning', 'Will be sent later')
    waits = desk.json('messages', '1')[-1]
    cases.check(row is not None and waits['state'] == 'scheduled', 'what is for later stands there',
                waits)
    desk.press('Take Back', 'push button', page)
    gone = desk.wait(lambda: desk.find(lambda n: 'Will be sent later' in n, 'list item', page) is None)
    cases.check(gone and 'Good morning' in desk.texts(page), 'taken back it is in the entry again',
                desk.texts(page))
    desk.click('Message', 'text', page)
    desk.key('ctrl+a', 'Delete')


def drafts(desk, cases, page):
    desk.ctl('mode', '2', 'draft')
    open_row(desk, page, 'Omar')
    for button, expected in (('Send', 'sent'), ('Discard', 'discarded')):
        desk.ctl('practice', 'Do you have child seats?', '--from', '+971500000009')
        row = find_row(desk, page, 'child seats and boosters', 'Draft by the assistant')
        cases.check(row is not None, 'what the assistant would say is a draft', desk.texts(page))
        desk.press(button, 'push button', desk.expect('KontorPendingBar', root=page))
        done = desk.wait(lambda: [m for m in desk.json('messages', '2')
                                  if m['author'] == 'assistant'][-1]['state'] == expected)
        cases.check(done, f'and is {expected} by a button')
    desk.ctl('practice', 'Do you have child seats?', '--from', '+971500000009')
    find_row(desk, page, 'Draft by the assistant')
    desk.press('Edit', 'push button', page)
    desk.wait(lambda: 'Instead of the draft' in desk.texts(page))
    desk.key('ctrl+a')
    desk.write('Three of them')
    desk.key('Return')
    cases.check(desk.wait(lambda: 'Three of them' in said(desk, '2')), 'or said in other words',
                said(desk, '2'))


def labels(desk, cases, page):
    open_row(desk, page, 'Mona')
    desk.press('About the Customer', 'push button', page)
    desk.press('Labels', 'push button', page)
    ticked = desk.wait(lambda: desk.find('VIP', 'check box'))
    cases.check(ticked is not None, 'what labels there are is shown', desk.texts())
    desk.key('Tab', 'Tab')
    desk.write('pays late')
    desk.key('Return')
    kept = desk.wait(lambda: desk.json('get', 'contact', 'CT1').get('labels') == 'pays late, VIP')
    cases.check(kept, 'a new label is put on', desk.json('get', 'contact', 'CT1'))
    row = find_row(desk, page, 'Mona', 'pays late, VIP')
    cases.check(row is not None, 'and told with the conversation', desk.texts(page))
    desk.press('Hide', 'push button', page)


def lists(desk, cases, page):
    """Saved replies and labels have a place where they are seen, changed and deleted."""
    write(desk, page, '/')
    desk.press('All Saved Replies…', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Saved replies'))
    row = desk.wait(lambda: desk.find(lambda n: n == 'Edit Your booking', 'push button', dialog))
    cases.check(row is not None and 'Leaves a note for the team: Asked for it' in desk.texts(dialog),
                'all saved replies are listed, with what they do', desk.texts(dialog))
    desk.shoot('saved-replies', True)
    desk.press('Edit Your booking', 'push button', dialog)
    form = desk.wait(lambda: desk.find_dialog('Saved reply'))
    desk.put('Title', 'Where it stands', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: desk.find('Edit Where it stands', 'push button', dialog)),
                'one is changed', desk.texts(dialog))
    desk.press('Delete Where it stands', 'push button', dialog)
    asked = desk.wait(lambda: next((one for one in desk.dialogs()
                                    if 'Delete “Where it stands”?' in desk.texts(one)), None))
    desk.press('Delete', 'push button', asked)
    cases.check(desk.wait(lambda: len(desk.json('list', 'canned-reply')) == 2 and
                          not desk.find('Edit Where it stands', 'push button', dialog)),
                'and deleted, after a question', desk.json('list', 'canned-reply'))
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'Escape leaves the list')
    desk.click('Message', 'text', page)
    desk.key('ctrl+a', 'Delete')
    desk.press('About the Customer', 'push button', page)
    desk.press('Labels', 'push button', page)
    desk.press('All Labels…', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Labels'))
    cases.check(desk.wait(lambda: desk.find('Delete pays late', 'push button', dialog)),
                'so are labels', desk.texts(dialog))
    desk.shoot('labels', True)
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())
    desk.press('Hide', 'push button', page)


def lost_answer(desk, cases, page):
    desk.daemon.terminate()
    desk.daemon.communicate()
    desk.wait(lambda: 'What you write is kept' in desk.texts())
    write(desk, page, 'Once only', 'Return')
    desk.wait(lambda: 'Once only' in desk.texts(page))
    desk.start()
    desk.wait(lambda: 'What you write is kept' not in desk.texts())
    desk.click('Message', 'text', page)
    desk.key('Return')
    desk.wait(lambda: 'Once only' in said(desk))
    cases.check(said(desk).count('Once only') == 1,
                'what could not be handed over comes back and is sent once', said(desk))


def ask_first(desk):
    """The question before anything is sent over another one's head."""
    return desk.wait(lambda: next((one for one in desk.dialogs()
                                   if 'Somebody else answers here' in desk.texts(one)), None))


def collision(desk, cases, page):
    """Somebody else sits down here; the one before still holds the conversation."""
    first, before = desk.json('status')['teammate'], said(desk, '2')
    desk.ctl('release', '2')
    desk.ctl('practice', 'Do you have child seats?', '--from', '+971500000009')
    desk.ctl('hold', '2')
    desk.ctl('save', 'teammate', 'name=Zoe Nassar', 'manager=yes')
    desk.ctl('save', 'teammate', first, 'manager=no')
    desk.daemon.terminate()
    desk.daemon.communicate()
    desk.start()
    desk.wait(lambda: 'What you write is kept' not in desk.texts())
    open_row(desk, page, 'Omar')
    cases.check(desk.wait(lambda: 'answers here' in desk.texts(page) and 'You answer here' not in desk.texts(page)),
                'who holds a conversation is told to the others', desk.texts(page))
    desk.press('Send', 'push button', desk.expect('KontorPendingBar', root=page))
    asked = ask_first(desk)
    desk.press('Do Not Send', 'push button', asked)
    cases.check(desk.wait(lambda: not desk.dialogs()) and desk.json('messages', '2')[-1]['state'] == 'draft',
                'who sends a draft where another person answers is asked first', desk.json('messages', '2')[-1])
    write(desk, page, 'Me too', 'Return')
    asked = ask_first(desk)
    cases.check(asked is not None and said(desk, '2') == before, 'who writes there is asked first', said(desk, '2'))
    desk.press('Do Not Send', 'push button', asked)
    cases.check(desk.wait(lambda: not desk.dialogs() and 'Me too' in desk.texts(page)) and said(desk, '2') == before,
                'nothing is sent over another one’s head, and nothing is lost', said(desk, '2'))
    desk.click('Message', 'text', page)
    desk.key('Return')
    asked = ask_first(desk)
    desk.press('Take Over and Send', 'push button', asked)
    cases.check(desk.wait(lambda: said(desk, '2') == before + ['Me too'] and 'You answer here' in desk.texts(page)),
                'whoever takes it over sends it and answers there', said(desk, '2'))


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        furnish(desk)
        desk.open()
        desk.key('ctrl+2')
        page = desk.expect('KontorInboxPage')
        for part in (saved_replies, macros, later, drafts, labels, lists, lost_answer, collision):
            part(desk, cases, page)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
