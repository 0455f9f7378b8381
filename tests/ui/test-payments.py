#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account is added, a booking is asked for its money, paid, given back and compared, in the real
window. The gateway is a stand-in."""
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path[0:0] = [str(HERE), str(HERE.parent / 'bus')]
from desktop import Desktop, Looks
from gateway import SECRET_KEY, SIGNING, Stripe
from line import free_port

WISH = ('Hi, I need a car from Binary Tower to Emirates Financial Tower tomorrow at 9, '
        'my name is Jeffrey, BMW 5 series')


def add_account(desk, cases, gateway, port):
    desk.key('ctrl+4')
    page = desk.expect('KontorPaymentsPage')
    desk.shoot('payments-empty')
    desk.press('New Account', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('New Payment Account'))
    desk.expect('Secret key (optional)', root=dialog)
    desk.put('Name', 'Main', dialog)
    desk.put('Secret key (optional)', SECRET_KEY, dialog)
    desk.put('Signing secret of the webhook (optional)', SIGNING, dialog)
    desk.put('Address of Stripe\'s API (optional)', gateway.url, dialog)
    desk.put('Port of the webhook (optional)', str(port), dialog)
    desk.shoot('payments-account', whole=True)
    desk.press('Save', 'push button', dialog)
    card = desk.wait(lambda: desk.find(lambda n: n.startswith('Main') and 'Working' in n, None, page))
    cases.check(card is not None and 'Test' in card.get_name(),
                'an account shows that its keys work, and in which mode', desk.texts(page))
    cases.check(SECRET_KEY not in desk.texts(), 'and never its key')
    return page


def ask(desk, cases):
    desk.ctl('practice', '--name', 'Jeffrey', WISH)
    desk.ctl('practice', 'yes')
    desk.key('ctrl+3')
    page = desk.expect('KontorBookingsPage')
    desk.choose(lambda n: 'BK000001' in n, page, lambda: 'Pickup: Binary Tower' in desk.texts(page))
    desk.press('Ask for Payment', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Ask for Payment'))
    desk.press('Send Link', 'push button', dialog)
    row = desk.wait(lambda: desk.find(lambda n: 'PM1' in n and n.endswith('Open'), 'list item', page))
    cases.check(row is not None, 'a booking is asked for its money, and shows the link', desk.texts(page))
    desk.shoot('payments-booking')
    desk.key('ctrl+2')
    page = desk.expect('KontorInboxPage')
    row = desk.choose(lambda n: n.startswith('Jeffrey'), page,
                      lambda: desk.find(lambda n: 'PM1' in n and n.endswith('Open'), 'list item',
                                        desk.find('KontorContactPane')))
    cases.check(row is not None, 'beside the conversation it stands too', desk.texts(page))
    desk.shoot('payments-inbox')
    return desk.json('get', 'payment', 'PM1')


def paid(desk, cases, gateway, port, payment):
    gateway.send(port, 'PA1', gateway.pay(payment['remote']))
    desk.key('ctrl+4')
    page = desk.expect('KontorPaymentsPage')
    row = desk.wait(lambda: desk.find(lambda n: 'PM1' in n and n.endswith('Paid'), 'list item', page))
    cases.check(row is not None, 'what was paid says so by itself', desk.texts(page))
    cases.check(desk.wait(lambda: '250.00 AED' in desk.texts(desk.find('KontorTotals'))),
                'the total of the month has it', desk.texts(page))
    desk.press('Ledger', None, page)
    cases.check(desk.wait(lambda: desk.find(lambda n: 'BK000001' in n and 'Paid' in n, 'list item', page)),
                'so has the ledger', desk.texts(page))
    desk.press('Requests', None, page)
    return page


def refund(desk, cases, gateway, page):
    desk.choose(lambda n: 'PM1' in n and n.endswith('Paid'), page,
                lambda: desk.find('Refund…', 'push button', page))
    desk.press('Refund…', 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Refund'))
    desk.put('Amount (optional)', '100 AED', dialog)
    desk.press('Refund', 'push button', dialog)
    sure = desk.wait(lambda: desk.find_dialog('Are you sure?'))
    words = desk.texts(sure)
    cases.check('100.00 AED' in words and 'Jeffrey' in words, 'a refund says how much and to whom', words)
    desk.shoot('payments-sure', whole=True)
    cases.check(not gateway.refunds, 'and nothing was given back before a second yes')
    desk.press('Refund', 'push button', sure)
    row = desk.wait(lambda: desk.find(lambda n: 'PM1' in n and n.endswith('Part refunded'), 'list item', page))
    cases.check(row is not None and sum(gateway.refunds.values()) == 10000, 'then it is', desk.texts(page))
    desk.shoot('payments')


def compare(desk, cases, gateway, page):
    gateway.paid['pi_of_the_web_shop'] = 700
    done = desk.ctl('do', 'reconcile', 'account=PA1')
    assert done.returncode == 0, done
    desk.press('Compared', None, page)
    row = desk.wait(lambda: desk.find(lambda n: 'pi_of_the_web_shop' in n and n.endswith('Only theirs'),
                                      'list item', page))
    cases.check(row is not None, 'what differs from the company\'s own list is marked', desk.texts(page))
    desk.shoot('payments-compared')
    desk.press('Requests', None, page)


def look_around(desk, cases):
    desk.resize(360, 720)
    desk.shoot('payments-pane-360')
    desk.press('Back to All Payments')
    desk.shoot('payments-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')
    desk.open(dark=True)
    desk.key('ctrl+4')
    page = desk.expect('KontorPaymentsPage')
    desk.choose(lambda n: 'PM1' in n, page, lambda: desk.find('Refund…', 'push button', page))
    desk.shoot('payments-dark')
    cases.ends_well(desk.shut(), 'and ends without complaint again')


def main():
    desk, cases, gateway, port = Desktop(*sys.argv[1:]), Looks(), Stripe(), free_port()
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        desk.open()
        page = add_account(desk, cases, gateway, port)
        payment = ask(desk, cases)
        page = paid(desk, cases, gateway, port, payment)
        refund(desk, cases, gateway, page)
        compare(desk, cases, gateway, page)
        look_around(desk, cases)
    finally:
        desk.close()
        gateway.close()
    return cases.end()


sys.exit(main())
