#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One person plays a customer and answers as the business, in the real window."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks

QUESTION, ANSWER = 'Do you have child seats?', 'Mara here, I will call you.'


def play_customer(desk, cases):
    desk.key('ctrl+2')
    page = desk.expect('KontorInboxPage')
    desk.press('Play a Customer', 'push button', page)
    phone = desk.expect('KontorPracticePane')
    desk.put('Customer’s name', 'Mona Haddad', phone)
    desk.put('Write as the customer', QUESTION, phone)
    desk.press('Send as the Customer', 'push button', phone)
    row = desk.wait(lambda: desk.find(lambda n: n.startswith('Mona Haddad'), 'list item', page))
    cases.check(row is not None, 'who writes appears in the list', desk.texts(page))
    said = desk.wait(lambda: desk.find(lambda n: n.startswith('Assistant') and 'child seats' in n,
                                       'list item', page))
    cases.check(said is not None, 'what the assistant answers stands in the thread',
                desk.texts(page))
    return page, phone


def answer(desk, cases, page, phone):
    desk.press('Take Over', 'push button', page)
    cases.check(desk.wait(lambda: 'You answer here' in desk.texts(page)),
                'a conversation is taken over', desk.texts(page))
    cases.check(desk.json('inbox')[0]['held-by'] != '', 'and the daemon knows')
    desk.click('Message', 'text', page)
    desk.write(ANSWER)
    desk.key('Return')
    arrived = desk.wait(lambda: desk.find(lambda n: ANSWER in n, 'list item', phone))
    cases.check(arrived is not None, 'what is written arrives on the customer’s phone',
                desk.texts(phone))
    desk.put('Write as the customer', 'Thank you, and the price?', phone)
    desk.press('Send as the Customer', 'push button', phone)
    desk.wait(lambda: desk.find(lambda n: 'the price?' in n, 'list item', page))
    cases.check(desk.find(lambda n: n.startswith('Assistant') and 'price' in n, 'list item',
                          page) is None, 'the machine is silent where a person answers')
    desk.press('Hand Back', 'push button', page)
    cases.check(desk.wait(lambda: 'The assistant answers here' in desk.texts(page)),
                'and it is handed back')


def note(desk, cases, page, phone):
    desk.press('Note for the Team', None, page)
    desk.click('Message', 'text', page)
    desk.write('Likes the back seat')
    desk.key('Return')
    kept = desk.wait(lambda: desk.find(lambda n: 'Likes the back seat' in n, 'list item', page))
    cases.check(kept is not None, 'a note stands in the thread')
    cases.check('Likes the back seat' not in desk.texts(phone), 'and not on the customer’s phone')


def look_around(desk, cases, page):
    cases.check(desk.shoot('inbox').exists(), 'the page is photographed')
    desk.press('About the Customer', 'push button', page)
    cases.check(desk.wait(lambda: 'Not asked for consent' in desk.texts(page)),
                'the customer is shown beside the conversation')
    desk.shoot('inbox-contact')
    desk.press('Hide', 'push button', page)
    desk.put('Search all messages', 'child sea', page)
    hit = desk.wait(lambda: desk.find(lambda n: n.startswith('Mona') and QUESTION in n, 'list item',
                                      page))
    cases.check(hit is not None, 'a message is found by an unfinished word', desk.texts(page))
    desk.put('Search all messages', '', page)
    desk.resize(360, 720)
    desk.shoot('inbox-360')


def go_far_back(desk, cases):
    """To a message that more was said after than is read at once."""
    desk.ctl('practice', '--name', 'Omar', '--from', '+971501110009', 'Hello')
    desk.ctl('hold', '2')
    desk.ctl('send', '2', 'A needle lies here')
    for i in range(120):
        desk.ctl('send', '2', f'Line {i} of many')
    page = desk.expect('KontorInboxPage')
    desk.put('Search all messages', 'needle', page)
    pane = desk.expect('KontorConversationPane', None, page)
    found = desk.choose(lambda n: n.startswith('Omar') and 'needle' in n, page,
                        lambda: desk.find(lambda n: 'A needle lies here' in n, 'list item', pane))
    cases.check(found is not None and desk.find(lambda n: 'Line 119' in n, 'list item', pane) is None,
                'a message far back is shown without all that was said since', desk.texts(pane))
    cases.check(desk.find(lambda n: 'Line 5 of' in n, 'list item', pane) is not None,
                'with what was said after it', desk.texts(pane))
    desk.shoot('inbox-far-back')
    desk.press('Latest messages', 'push button', pane)
    latest = desk.wait(lambda: desk.find(lambda n: 'Line 119' in n, 'list item', pane))
    cases.check(latest is not None, 'and one click leads back to the latest', desk.texts(pane))
    desk.put('Search all messages', '', page)


def close_and_look_dark(desk, cases, page):
    cases.ends_well(desk.shut(), 'the window ends without complaint')
    desk.open(dark=True)
    desk.key('ctrl+2')
    page = desk.expect('KontorInboxPage')
    said = desk.choose(lambda n: n.startswith('Mona Haddad'), page,
                       lambda: desk.find(lambda n: ANSWER in n, 'list item',
                                         desk.find('KontorConversationPane', None, page)))
    cases.check(said is not None,
                'what was said is there when the window is opened again')
    desk.shoot('inbox-dark')
    desk.daemon.terminate()
    desk.daemon.communicate()
    cases.check(desk.wait(lambda: 'What you write is kept' in desk.texts()),
                'a daemon that is gone is told')
    desk.click('Message', 'text', page)
    desk.write('half a word')
    desk.start()
    cases.check(desk.wait(lambda: 'half a word' in desk.texts(page) and
                          desk.find(lambda n: ANSWER in n, 'list item', page)),
                'and what was being written is still there when it is back')
    cases.ends_well(desk.shut(), 'and the window ends without complaint')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        desk.open()
        page, phone = play_customer(desk, cases)
        answer(desk, cases, page, phone)
        note(desk, cases, page, phone)
        go_far_back(desk, cases)
        look_around(desk, cases, page)
        close_and_look_dark(desk, cases, page)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
