#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account is added, a booking is asked for its money, paid, given back and compared, in the real
window. The gateway is a stand-in."""
import csv
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
    desk.go('payments')
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
    desk.go('payments')
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
    desk.choose(lambda n: n.startswith('Jeffrey, PM1'), page,
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


def choose(desk, item, page):
    """An entry of the page's menu."""
    desk.click('What to Do with Money', None, page)
    desk.press(lambda n: n.replace('_', '').startswith(item), 'menu item')


def pay_out(desk, cases, gateway, page):
    choose(desk, 'Pay Out', page)
    dialog = desk.wait(lambda: desk.find_dialog('Pay Out'))
    desk.put('Amount', '40 AED', dialog)
    desk.put('Where to, as the gateway names it (optional)', 'acct_1', dialog)
    desk.shoot('payments-pay-out', whole=True)
    desk.press('Pay Out', 'push button', dialog)
    sure = desk.wait(lambda: desk.find_dialog('Are you sure?'))
    words = desk.texts(sure)
    cases.check('40.00 AED' in words and 'acct_1' in words, 'a pay-out says how much and where to', words)
    cases.check(not gateway.payouts, 'and nothing leaves before a second yes')
    desk.press('Pay Out', 'push button', sure)
    desk.press('Pay-Outs', None, page)
    row = desk.wait(lambda: desk.find(lambda n: 'acct_1' in n and n.endswith('Done'), 'list item', page))
    cases.check(row is not None and sum(gateway.payouts.values()) == 4000, 'then it is paid, once',
                desk.texts(page))


def compare(desk, cases, gateway, page):
    gateway.paid['pi_of_the_web_shop'] = 700
    choose(desk, 'Compare', page)
    dialog = desk.wait(lambda: desk.find_dialog('Compare'))
    desk.press('Compare', 'push button', dialog)
    row = desk.wait(lambda: desk.find(lambda n: 'pi_of_the_web_shop' in n and n.endswith('Only theirs'),
                                      'list item', page))
    cases.check(row is not None, 'what differs from the company\'s own list is marked', desk.texts(page))
    desk.shoot('payments-compared')
    desk.press('Requests', None, page)


def narrow(desk, cases, page):
    desk.click('Filter', None, page)
    box = desk.expect('KontorPaymentFilter')

    def pick(which, times):
        combo = desk.expect(which, 'combo box', box)
        desk.press('GtkToggleButton', 'push button', combo)
        desk.expect('GtkListView', None, combo)
        desk.key(*['Down'] * times, 'Return')
        desk.wait(lambda: not desk.find('GtkListView', None, combo))
    pick('Currency', 1)
    cases.check(desk.wait(lambda: desk.find(lambda n: 'PM1' in n, 'list item', page)),
                'one currency shows what is in it', desk.texts(page))
    pick('Account', 2)
    cases.check(desk.wait(lambda: not desk.find(lambda n: 'PM1' in n, 'list item', page)),
                'and one account its own', desk.texts(page))
    desk.shoot('payments-filter', whole=True)
    desk.press('Show All', 'push button', box)
    cases.check(desk.wait(lambda: desk.find(lambda n: 'PM1' in n, 'list item', page)),
                'without a filter all is shown again', desk.texts(page))
    desk.key('Escape')


def export(desk, cases, page):
    desk.press('Ledger', None, page)
    target = pathlib.Path(desk.folder) / 'ledger-of-the-window.csv'
    choose(desk, 'Save as a Table', page)
    dialog = desk.wait(lambda: desk.find_dialog('Save as a Table'))
    desk.key('ctrl+a')
    desk.write(str(target))
    desk.shoot('payments-export', whole=True)
    desk.key('Return')
    rows = desk.wait(lambda: target.exists() and list(csv.DictReader(target.open(encoding='utf-8'))))
    entries = sorted(row['entry'] for row in rows or [])
    cases.check(dialog is not None and entries == ['paid', 'paid-out', 'refunded', 'requested'],
                'the ledger is saved as a table', rows)
    cases.check(SECRET_KEY not in str(rows) and SIGNING not in str(rows), 'without a key in it', rows)
    desk.press('Requests', None, page)


def look_around(desk, cases):
    desk.xdo('mousemove', '1300', '850')  # no tooltip is in the way
    desk.wait(lambda: not desk.find('GtkTooltipWindow'))
    desk.resize(360, 720)
    desk.shoot('payments-pane-360')
    desk.press('Back to All Payments')
    desk.shoot('payments-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')
    desk.open(dark=True)
    desk.go('payments')
    page = desk.expect('KontorPaymentsPage')
    desk.choose(lambda n: n.startswith('Jeffrey, PM1'), page,
                lambda: desk.find('Refund…', 'push button', page))
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
        pay_out(desk, cases, gateway, page)
        compare(desk, cases, gateway, page)
        desk.ctl('save', 'payment-account', 'name=Other', 'gateway=stripe', 'active=no')
        narrow(desk, cases, page)
        export(desk, cases, page)
        look_around(desk, cases)
    finally:
        desk.close()
        gateway.close()
    return cases.end()


sys.exit(main())
