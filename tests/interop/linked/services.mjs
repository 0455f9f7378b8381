// SPDX-License-Identifier: GPL-3.0-or-later
// Which stanza is whose. To serve one more request, write a line here; what is not served is answered with
// 501 and counted as unhandled.
import { child, children, make } from './node.mjs';
import { companionFinish, companionHello } from './pairing.mjs';
import { onUsync, removeDevice } from './devices.mjs';
import { onEncrypt } from './keys.mjs';
import { onGroups } from './groups.mjs';
import { onAck, onMessage, onReceipt } from './router.mjs';
import { onChatstate, onPresence } from './presence.mjs';
import { nowS } from './world.mjs';

const PRIVACY = {
  readreceipts: 'all',
  last: 'all',
  online: 'all',
  profile: 'all',
  status: 'all',
  groupadd: 'all',
};
const BEFORE_LOGIN = ['md', 'w:p'];

function onMd(session, node) {
  const reg = child(node, 'link_code_companion_reg'),
    stage = reg?.attrs.stage;
  if (stage === 'companion_hello') return companionHello(session, node, reg);
  if (stage === 'companion_finish') return companionFinish(session, node, reg);
  if (stage === 'get_country_code')
    return session.result(node, [make('link_code_companion_reg', {}, [make('country_code', { iso: 'DE' })])]);
  const leave = child(node, 'remove-companion-device');
  if (!leave) return session.refuse(node, 501, 'feature-not-implemented');
  if (session.world.device(leave.attrs.jid) !== session.device) return session.refuse(node, 403, 'forbidden');
  session.result(node);
  return removeDevice(session.world, session.device);
}

function onPassive(session, node) {
  session.device.active = !!child(node, 'active');
  session.result(node);
}

function onPrivacy(session, node) {
  const {
      device: { account },
    } = session,
    tokens = children(child(node, 'tokens'), 'token');
  if (tokens.length) {
    (account.tokens ??= []).push(...tokens.map(({ attrs }) => attrs));
    return session.result(node, [make('tokens')]);
  }
  return session.result(node, [
    make(
      'privacy',
      {},
      Object.entries({ ...PRIVACY, ...account.privacy }).map(([name, value]) =>
        make('category', { name, value }),
      ),
    ),
  ]);
}

// No app state is kept: every collection is at version 0 and empty.
const onAppState = (session, node) =>
  session.result(node, [
    make(
      'sync',
      {},
      children(child(node, 'sync'), 'collection').map(({ attrs: { name } }) =>
        make('collection', { name, version: 0 }),
      ),
    ),
  ]);

const requests = {
  encrypt: onEncrypt,
  md: onMd,
  passive: onPassive,
  privacy: onPrivacy,
  usync: onUsync,
  'w:g2': onGroups,
  'w:p': (session, node) => session.result(node),
  'w:sync:app:state': onAppState,
  abt: (session, node) =>
    session.result(node, [
      make('props', { protocol: '1', ab_key: 'k', hash: 'h', refresh: '86400', refresh_id: '1' }),
    ]),
  blocklist: (session, node) => session.result(node, [make('list', { dhash: 'none' })]),
  'urn:xmpp:whatsapp:dirty': (session, node) => session.result(node),
  'urn:xmpp:whatsapp:push': (session, node) => session.result(node),
  'w:stats': (session, node) => session.result(node),
  status: (session, node) => session.result(node),
  tos: (session, node) => session.result(node, [make('tos', { t: nowS() })]),
};

function onIq(session, node) {
  const handler = requests[node.attrs.xmlns];
  if (!session.device && !BEFORE_LOGIN.includes(node.attrs.xmlns))
    return session.blame('a request before login', node);
  if (handler) return handler(session, node);
  const what = `${node.attrs.xmlns} ${node.attrs.type} ${children(node)
    .map(({ tag }) => tag)
    .join(' ')}`;
  session.world.unhandled.set(what, (session.world.unhandled.get(what) ?? 0) + 1);
  return session.refuse(node, 501, 'feature-not-implemented');
}

export const handlers = {
  iq: onIq,
  message: onMessage,
  receipt: onReceipt,
  ack: (session, node) => {
    if (session.device) onAck(session, node);
  },
  presence: onPresence,
  chatstate: onChatstate,
  ib: () => {},
  call: (session, node) =>
    session.send(make('ack', { class: 'call', id: node.attrs.id, from: node.attrs.to })),
};
