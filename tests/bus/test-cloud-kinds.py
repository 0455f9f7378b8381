#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every type that Meta documents, kept and shown as what it is; and the vendor's own examples."""
import base64
import hashlib
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from graph import NUMBER
from line import run

VENDOR = pathlib.Path(sys.argv[3]).parent / 'shared' / 'vendor' / 'payloads' / 'meta'
SHA = base64.b64encode(hashlib.sha256(b'file').digest()).decode()
CARD = {'name': {'formatted_name': 'Lucía Gómez', 'first_name': 'Lucía'},
        'phones': [{'phone': '+1 983', 'type': 'MOBILE'}]}
REFERRAL = {'source_url': 'https://fb.me/x', 'source_id': '9007199254740993', 'source_type': 'ad',
            'headline': 'Ride in style', 'body': 'Half price', 'media_type': 'image',
            'ctwa_clid': 'Aff-n8ZTODi'}
ORDER = {'catalog_id': '194836987003835', 'text': 'Soon please', 'product_items': [
    {'product_retailer_id': 'di9ozbzfi4', 'quantity': 2, 'item_price': 30, 'currency': 'USD'}]}


def media(mime, **more):
    return dict({'id': '1003383421387256', 'mime_type': mime, 'sha256': SHA, 'file_size': '4'}, **more)


# What Meta calls it, what it holds; what it is here, its text, and what else must stand in it.
KINDS = [
    ('text', {'text': {'body': 'Good day'}}, 'text', 'Good day', {}),
    ('image', {'image': media('image/jpeg', caption='Taj Mahal')}, 'image', 'Taj Mahal', {}),
    ('video', {'video': media('video/mp4', caption='Drive')}, 'video', 'Drive', {}),
    ('audio', {'audio': media('audio/mpeg')}, 'audio', '', {}),
    ('audio', {'audio': media('audio/ogg; codecs=opus', voice=True)}, 'voice', '', {}),
    ('document', {'document': media('application/pdf', filename='Bill.pdf', caption='Bill')},
     'document', 'Bill', {}),
    ('sticker', {'sticker': media('image/webp', animated=True)}, 'sticker', '', {'animated': True}),
    ('location', {'location': {'latitude': 25.25, 'longitude': 55.5, 'name': 'Burj', 'address': 'Dubai'}},
     'location', 'Burj\nDubai', {'latitude': 25.25, 'longitude': 55.5, 'name': 'Burj',
                                 'address': 'Dubai'}),
    ('contacts', {'contacts': [CARD, CARD]}, 'contacts', 'Lucía Gómez, Lucía Gómez', {}),
    ('button', {'button': {'payload': 'stop-news', 'text': 'Stop promotions?'}}, 'choice',
     'Stop promotions?', {'id': 'stop-news'}),
    ('interactive', {'interactive': {'type': 'button_reply', 'button_reply': {
        'id': 'later', 'title': 'Later'}}}, 'choice', 'Later', {'id': 'later'}),
    ('interactive', {'interactive': {'type': 'list_reply', 'list_reply': {
        'id': 'suv', 'title': 'SUV', 'description': 'Seven seats'}}}, 'choice', 'SUV',
     {'id': 'suv', 'description': 'Seven seats'}),
    ('interactive', {'interactive': {'type': 'nfm_reply', 'nfm_reply': {
        'name': 'flow', 'body': 'Sent', 'response_json': '{"seats": "2"}'}}}, 'flow-reply', 'Sent',
     {'name': 'flow', 'response': '{"seats": "2"}'}),
    ('order', {'order': ORDER}, 'order', 'Soon please\n2 × di9ozbzfi4', {
        'catalog': '194836987003835', 'items': ORDER['product_items']}),
    ('unsupported', {'errors': [{'code': 131051, 'title': 'Message type unknown'}]}, 'unsupported', None,
     {'type': 'unsupported'}),
    ('hologram', {'hologram': {'depth': 3}}, 'unsupported', None, {'type': 'hologram'}),
    ('text', {'text': {'body': 'From an ad'}, 'referral': REFERRAL}, 'text', 'From an ad',
     {'referral': REFERRAL}),
    ('text', {'text': {'body': 'Passed on'}, 'context': {'forwarded': True}}, 'text', 'Passed on',
     {'forwarded': True}),
    ('text', {'text': {'body': 'This one?'}, 'context': {'referred_product': {
        'catalog_id': '1', 'product_retailer_id': 'p'}}}, 'text', 'This one?',
     {'product': {'catalog_id': '1', 'product_retailer_id': 'p'}}),
]


def came(line, sender, content):
    """Posts one message of @content; the status and the message as it is kept."""
    before = {m['id'] for m in line.everything()}
    status = line.meta.messages([line.meta.message(content, sender)], sender)
    fresh = [m for m in line.everything() if m['direction'] == 'in' and m['id'] not in before]
    return status, fresh[0] if len(fresh) == 1 else fresh


def every_type(line, cases):
    for n, (type_, holds, kind, text, body) in enumerate(KINDS):
        status, message = came(line, f'165055520{n:02}', dict(holds, type=type_))
        what = ', '.join([type_] + [k for k in holds if k not in (type_, 'errors')] +
                         ([holds[type_]['type']] if type_ == 'interactive' else []))
        right = (status == 200 and message['kind'] == kind and
                 (text is None or message['text'] == text))
        cases.check(right, f'{what} is kept as {kind}', (status, message))
        told = json.loads(message['body'] or '{}')
        cases.check(all(told.get(name) == value for name, value in body.items()),
                    f'{what} holds what Meta said', told)
        if 'media-state' in message:
            part = holds[type_]
            cases.check(message['media-mime'] == part['mime_type'] and message['media-size'] == 4 and
                        message['media-state'] in ('waiting', 'gone'),
                        f'{what} has a placeholder for its file', message)
        elif type_ in ('image', 'video', 'audio', 'document', 'sticker'):
            cases.check(False, f'{what} has a placeholder for its file', message)
    line.settle()
    shown = [c for c in line.conversations() if c['unread'] != 1]
    cases.check(not shown, 'each is one unread message', shown)


def reaction(line, cases):
    sender = '16505552000'
    about = line.messages(line.of('+' + sender)['id'])[0]
    status, message = came(line, sender, {'type': 'reaction', 'reaction': {
        'message_id': 'wamid.IN1', 'emoji': '🙏'}})
    cases.check(status == 200 and message['kind'] == 'reaction' and message['text'] == '🙏' and
                message['about'] == about['id'], 'a reaction stands by what it is about', message)
    _, message = came(line, sender, {'type': 'reaction', 'reaction': {'message_id': 'wamid.IN1'}})
    cases.check(message['kind'] == 'reaction' and message['text'] == '' and
                json.loads(message['body'])['emoji'] == '', 'a reaction is taken back', message)
    conversation = line.of('+' + sender)
    cases.check(conversation['unread'] == 1, 'reactions are not unread', conversation)
    _, message = came(line, sender, {'type': 'text', 'text': {'body': 'About the above'},
                                     'context': {'from': '15550783881', 'id': 'wamid.IN1'}})
    cases.check(message['about'] == about['id'], 'a reply stands by what it answers', message)


def system(line, cases):
    sender = '16505552777'
    came(line, sender, {'type': 'text', 'text': {'body': 'I will move'}})
    conversation = line.of('+' + sender)['id']
    moved = {'type': 'system', 'system': {'type': 'user_changed_number', 'wa_id': '16505552778',
                                          'body': 'User A changed from 1 to 2'}}
    told = line.meta.value({'messaging_product': 'whatsapp', 'metadata': {'phone_number_id': NUMBER},
                            'messages': [line.meta.message(moved, sender)]})
    now = line.of('+16505552778')
    cases.check(told == 200 and now and now['id'] == conversation,
                'a changed number goes on in the same conversation', now)
    last = [m for m in line.messages(conversation) if m['direction'] == 'in'][-1]
    cases.check(last['kind'] == 'system' and 'changed' in last['text'], 'and it is told there', last)
    came(line, '16505552779', {'type': 'text', 'text': {'body': 'Hi'}})
    changed = {'type': 'system', 'system': {
        'type': 'user_changed_user_id', 'user_id': 'US.2NEW', 'previous_user_id': 'US.1OLD'}}
    told = line.meta.value({'messaging_product': 'whatsapp', 'metadata': {'phone_number_id': NUMBER},
                            'messages': [line.meta.message(changed, '16505552779')]})
    later = {'from_user_id': 'US.2NEW', 'id': 'wamid.LATER', 'timestamp': '1749416383', 'type': 'text',
             'text': {'body': 'It is still me'}}
    line.meta.value({'messaging_product': 'whatsapp', 'metadata': {'phone_number_id': NUMBER},
                     'contacts': [], 'messages': [later]})
    texts = [m['text'] for m in line.messages(line.of('+16505552779')['id'])]
    cases.check(told == 200 and 'It is still me' in texts, 'a changed user id is the same contact', texts)


def notices(line, cases):
    timeline = lambda: [t for t in line.records('timeline') if t.get('subject', '') == 'CH2']
    for field, value, sentence, look in (
            ('phone_number_quality_update', {'display_phone_number': '1', 'event': 'FLAGGED',
                                             'current_limit': 'TIER_250'}, 'a lower tier is shown',
             lambda c: c['facts'].get('tier') == 'TIER_250' and c['facts']['quality-event'] == 'FLAGGED'),
            ('phone_number_quality_update', {'event': 'UPGRADE',
                                             'max_daily_conversations_per_business': 'TIER_10K'},
             'a higher tier is shown', lambda c: c['facts'].get('tier') == 'TIER_10K'),
            ('account_alerts', {'entity_type': 'WABA', 'alert_info': {
                'alert_severity': 'CRITICAL', 'alert_type': 'OBA'}}, 'an alert is taken', lambda c: True),
            ('account_update', {'event': 'VERIFIED_ACCOUNT'}, 'good news stops nothing',
             lambda c: c['state'] == 'connected' and
             c['facts'].get('account-event') == 'VERIFIED_ACCOUNT'),
            ('account_update', {'event': 'DISABLED_UPDATE', 'ban_info': {'waba_ban_state': 'DISABLE'}},
             'a ban stops the line and says why',
             lambda c: c['state'] == 'banned' and 'DISABLED_UPDATE' in c['cause'] and c['retry-at'] > 0)):
        status = line.meta.value(value, field)
        cases.check(status == 200 and look(line.channel()), sentence, line.channel())
    cases.check(len(timeline()) >= 5, 'all of it stands in the line’s history', timeline())
    line.house.ctl('channel', 'set', 'CH2', 'name=Again')
    line.wait_state('connected')
    cases.check(True, 'once the account is well the line is taken up again')


def replay(line, cases):
    """The vendor's examples share ids; each gets one of its own, and is signed as it then is."""
    if not VENDOR.is_dir():
        print('# skipped: vendor')
        return
    kinds = {'contact-sharing-message': 'contacts', 'image-message': 'image', 'text-message': 'text',
             'interactive-button-reply-message': 'choice', 'location-message': 'location',
             'text-username-user-no-phone.assembled': 'text'}
    for path in sorted(VENDOR.glob('*.json')):
        before = {m['id'] for m in line.everything()}
        body = re.sub(rb'wamid\.HBg\w+=*', b'wamid.' + path.stem.encode(), path.read_bytes())
        status = line.meta.post(body)
        fresh = [m for m in line.everything() if m['direction'] == 'in' and m['id'] not in before]
        wanted = [kinds[path.stem]] if path.stem in kinds else []
        cases.check(status == 200 and [m['kind'] for m in fresh] == wanted,
                    f'the vendor’s {path.stem} is taken', (status, fresh))


sys.exit(run([every_type, reaction, system, notices, replay]))
