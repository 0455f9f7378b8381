#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the office does about payments: a link asked for in chat, the welcome kit, our money laid
beside the gateway's, and the ledger as a table. The gateway is a stand-in."""
import csv
import io
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from gateway import SECRET_KEY, SIGNING, Stripe
from gi.repository import GLib
from house import Cases
from shop import Shop

LAYLA = '+971500000091'   # of operations, in the demo


def write(shop, text):
    """Layla writes to the business; what she is answered."""
    before = len(shop.messages(shop.of(LAYLA)['id'])) if shop.of(LAYLA) else 0
    shop.call('Channels', 'Practise', '(sa{sv})', '',
              {'from': GLib.Variant('s', LAYLA), 'text': GLib.Variant('s', text)})

    def answer():
        said = shop.messages(shop.of(LAYLA)['id']) if shop.of(LAYLA) else []
        new = said[:len(said) - before] if said and said[0]['id'] > said[-1]['id'] else said[before:]
        return next((m['text'] for m in new if m['direction'] == 'out'), None)
    return shop.wait(answer)


def linked(shop, cases):
    booking = shop.book()
    said = write(shop, f'link {booking.lower()} 50%')
    cases.check('125.00 AED' in said and booking in said, 'LINK answers what it asked for', said)
    payment = shop.wait(lambda: next((p for p in shop.records('payment') if p['booking'] == booking and
                                      p['state'] == 'open'), None))
    cases.check(payment['amount'] == (12500, 'AED'), 'half of the price is asked for', payment)
    cases.check('125.00 AED' in shop.wait_said(payment['link'])['text'], 'the customer gets the link')
    said = write(shop, f'link {booking} 126 AED')
    cases.check('already' in said, 'what an open link asks for is not asked for again', said)
    said = write(shop, 'link 25%')
    cases.check('62.50 AED' in said and booking in said, 'without an id the only one owed is meant',
                said)


def welcomed(shop, cases):
    kit = pathlib.Path(shop.house.folder) / 'the way.txt'
    kit.write_text('Turn left at the gate.')
    gone = shop.house.ctl('save', 'service', 'chauffeur', 'welcome-files=/no/such/file.pdf')
    cases.check(gone.returncode == 1 and '/no/such/file.pdf' in gone.stderr,
                'a file that is not there is refused when it is named', gone)
    shop.house.ctl('save', 'service', 'chauffeur', 'welcome=Welcome, {name}! {id}, {date}.',
                   f'welcome-files={kit}')
    booking = shop.book()
    first = shop.request(booking, amount='100 AED')
    shop.hook(shop.gateway.pay(first['remote']))
    said = shop.wait_said('Welcome, Ben!')
    cases.check(booking in said['text'] and '{' not in said['text'], 'the kit goes to who has paid', said)
    file = next(m for m in shop.texts() if m['kind'] == 'document')
    cases.check(file['media-name'] == 'the way.txt', 'with its file', file)
    second = shop.request(booking, part='rest')
    shop.hook(shop.gateway.pay(second['remote']))
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'paid')
    shop.settle()
    cases.check(shop.count_said('Welcome, Ben!') == 1, 'and goes once')
    kit.unlink()
    other = shop.book()
    shop.hook(shop.gateway.pay(shop.request(other)['remote']))
    told = shop.wait(lambda: next((t for t in shop.records('timeline') if t['event'] == 'welcome-sent' and
                                   t['subject'] == other), None))
    cases.check('the way.txt' in told['text'], 'a file that is gone is missed by name, the text goes', told)
    cases.check(shop.count_said('Welcome, Ben!', other) == 1, 'all the same')


def reconciled(shop, cases):
    gateway, booking = shop.gateway, shop.book()
    payment = shop.request(booking)
    shop.hook(gateway.pay(payment['remote']))
    shop.do('refund-payment', payment=payment['id'], amount='100 AED', sure='yes')
    shop.wait(lambda: shop.record('booking', booking)['payment'] == 'part-refunded')
    shop.do('pay-out', account='PA1', amount='40 AED', destination='acct_1', sure='yes')
    shop.do('pay-out', account='PA1', amount='30 AED', sure='yes')
    shop.wait(lambda: sum(p['state'] == 'done' for p in shop.records('payout')) == 2)
    told, lines = shop.reconcile()
    cases.check(told['state'] == 'done' and told['differing'] == 0 and set(lines) == {'same'},
                'what we have is what the gateway has', (told, lines))
    whats = {line['what'] for line in lines['same']}
    cases.check(whats == {'paid', 'refunded', 'paid-out'}, 'payments, refunds and pay-outs', whats)
    ours = [line for line in lines['same'] if line['what'] == 'paid']
    lost, other = ours[0]['remote'], ours[1]['remote']
    del gateway.paid[lost]
    gateway.paid[other] += 500
    gateway.paid['pi_of_the_web_shop'] = 700
    told, lines = shop.reconcile()
    found = {verdict: [line['remote'] for line in some] for verdict, some in lines.items()
             if verdict != 'same'}
    cases.check(found == {'only-ours': [lost], 'differs': [other], 'only-theirs': ['pi_of_the_web_shop']}
                and told['differing'] == 3, 'each difference is marked for what it is', found)
    early = shop.do('reconcile', account='PA1', **{'from': '2026-01-01', 'until': '2026-12-01'})
    cases.check(early.returncode == 1 and 'three months' in early.stderr, 'not a whole year at once', early)
    gateway.judge = lambda method, path, *_: (400, {'error': {'message': 'No lists today'}}) \
        if '/v1/payment_intents' in path else None
    told, lines = shop.reconcile()
    cases.check(told['state'] == 'failed' and 'No lists today' in told['reason'] and not lines,
                'a gateway that refuses is quoted', told)
    gateway.judge = None


def exported(shop, cases):
    done = shop.house.ctl('export', 'ledger')
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    ledger = shop.records('ledger')
    cases.check(len(rows) == len(ledger) and rows[0]['amount'].endswith(' AED'),
                'the ledger is exported line by line', done.stdout[:300])
    paid = sum(round(float(row['amount'].split()[0].replace(',', '')) * 100) for row in rows
               if row['entry'] == 'paid')
    cases.check(paid == sum(e['amount'][0] for e in ledger if e['entry'] == 'paid'), 'to the last fils')


def kept_secret(shop, cases):
    """Wherever a key could stand: tables for others, and every file of the business."""
    folder = pathlib.Path(shop.house.folder) / 'data'
    files = [path for path in folder.rglob('*') if path.is_file()]
    told = [shop.house.ctl('export', kind).stdout.encode() for kind in
            ('payment-account', 'payment', 'audit', 'timeline', 'reconciliation')]
    cases.check(b'Main' in told[0] and len(files) > 1, 'there is an account to give away', files)
    found = [str(path) for path in files if any(secret.encode() in path.read_bytes()
                                                for secret in (SECRET_KEY, SIGNING))]
    cases.check(not found and not any(secret.encode() in text for text in told
                                      for secret in (SECRET_KEY, SIGNING)),
                'no key stands in a table or a file', found)


def asked_by_assistant(shop, cases):
    shop.house.ctl('save', 'service', 'chauffeur', 'confirm=on-payment')
    before = {b['id'] for b in shop.records('booking')}
    for text in ('Hi, I need a car from Binary Tower to Dubai Mall tomorrow at 9, name Ben, BMW 5 series',
                 'yes'):
        count = shop.count_said('')
        shop.call('Channels', 'Practise', '(sa{sv})', '', shop.said(text))
        shop.wait(lambda: shop.count_said('') > count)
    booking = shop.wait(lambda: next((b for b in shop.records('booking') if b['id'] not in before), None))
    payment = shop.wait(lambda: next((p for p in shop.records('payment') if p['booking'] == booking['id'] and
                                      p['state'] == 'open'), None))
    cases.check(payment['source'] == 'assistant' and shop.wait_said(payment['link']),
                'what is sure once it is paid is sent its link by the assistant', payment)
    shop.hook(shop.gateway.pay(payment['remote']))
    said = shop.wait_said('is confirmed')
    cases.check(shop.record('booking', booking['id'])['state'] == 'confirmed' and
                booking['id'] in said['text'], 'and is sure then', said)


def main():
    cases, shop = Cases(), Shop(*sys.argv[1:4], Stripe())
    try:
        shop.account('stripe', 'PA1', secret_key=SECRET_KEY, webhook_secret=SIGNING)
        shop.wait(lambda: shop.record('payment-account', 'PA1')['state'] == 'working')
        for part in (linked, welcomed, reconciled, exported, kept_secret, asked_by_assistant):
            part(shop, cases)
    finally:
        errors = shop.close()
        if sys.exc_info()[0] is not None:
            print('# ' + errors[-8000:].replace('\n', '\n# '))
    cases.check('CRITICAL' not in errors and 'Sanitizer' not in errors and
                'runtime error' not in errors, 'the daemon made no fuss', errors[-8000:])
    return cases.end()


sys.exit(main())
