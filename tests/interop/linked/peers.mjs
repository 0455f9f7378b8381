// SPDX-License-Identifier: GPL-3.0-or-later
// The clients that scenarios are run with. To add one: a program with the interface of README.md, and a
// line here.
import path from 'node:path';
import { WRONG_CHAINS } from './certificate.mjs';
import { HERE, Program } from './lines.mjs';

const ours = (file, ...flags) => [process.execPath, [...flags, path.join(HERE, 'clients', file)]];
// KONTOR_LINKED_PEERS may name more of them, as JSON: {kind: [program, argument…]}.
export const PEERS = {
  baileys: () => ours('baileys.mjs'),
  zapo: () => ours('zapo.mjs', '--experimental-websocket', '--no-warnings'),
  ...Object.fromEntries(
    Object.entries(JSON.parse(process.env.KONTOR_LINKED_PEERS ?? '{}')).map(([kind, [program, ...args]]) => [
      kind,
      () => [program, args],
    ]),
  ),
};
// Wrong chains that a kind refuses: Baileys looks at none, zapo-js at no dates, others are to refuse all.
const CHAINS_REFUSED = {
  baileys: [],
  zapo: WRONG_CHAINS.filter((chain) => !['expired', 'not-yet'].includes(chain)),
};
export const chainsRefused = (kind) => CHAINS_REFUSED[kind] ?? WRONG_CHAINS;
// A library has to be told a newer version; a client that is whole finds it by itself.
export const isLibrary = (kind) => kind === 'baileys' || kind === 'zapo';

// What the clients from npm do that WhatsApp Web, as wa-wire has it, does not; each is their own affair.
// Ours has no line here.
export const QUIRKS = {
  baileys: [
    /^shape: ack: attribute from$/,
    /^shape: message: attribute device_fanout$/,
    /^a message has a ciphertext for a device it must not/,
    /^shape: chatstate: attribute from$/,
    /^shape: presence: attribute id$/,
  ],
  zapo: [
    /^shape: chatstate: attribute id$/,
    /^shape: presence: attribute id$/,
    /^device-identity: not the account’s key$/,
    /^a request before login$/,
  ],
};
const BY_NUMBER = 'what is typed on the own phone shows on both sides, by phone number';
const TWO_SESSIONS = 'it keeps one session by LID and one by number, and they part';
// Scenarios that a client's own ways make senseless when it is the one under test.
export const EXCEPT = {
  baileys: {
    'nothing is sent on a forged prekey': 'it checks no signature',
    'a forged account-signature at pairing is refused': 'it checks no signature',
    ...Object.fromEntries(
      ['a replayed frame', 'a garbled frame', 'a frame of 17 MiB'].map((what) => [
        `${what} does no lasting harm`,
        'it goes on with a broken cipher until its keepalive notices',
      ]),
    ),
  },
  zapo: {
    [BY_NUMBER]: TWO_SESSIONS,
    'nothing is sent on a forged prekey': 'it does not verify the signed prekey of a bundle',
    'a 515 is followed by a new login': 'it forgets its keys at a 515 after login',
    '402 at login is told, and ends it': 'it does not know of 402',
    'a frame of 17 MiB does no lasting harm': 'it goes on with a broken cipher until its keepalive notices',
  },
};
// And when it is the peer.
export const EXCEPT_AS_PEER = { zapo: { [BY_NUMBER]: TWO_SESSIONS } };

let count = 0;

// A client with an account and a phone of its own; not linked yet.
export async function newPeer(server, kind, more = {}) {
  const n = ++count,
    phone = `49151000000${String(n).padStart(2, '0')}`,
    lid = `1900000000${String(n).padStart(2, '0')}`;
  await server.ask('account', { phone, lid, name: `${kind} ${n}`, ...more });
  const peer = new Program(`${kind} ${n}`, ...PEERS[kind]());
  return Object.assign(peer, { kind, phone, jid: `${phone}@s.whatsapp.net`, lid: `${lid}@lid`, server });
}

// A further companion of an account that is there.
export function companionOf(peer, kind) {
  const other = new Program(`${kind} of ${peer.name}`, ...PEERS[kind]());
  return Object.assign(other, { kind, phone: peer.phone, jid: peer.jid, lid: peer.lid, server: peer.server });
}

export async function linkByQr(peer, { connect = {}, forge } = {}) {
  await peer.ask('connect', { ...peer.server.where, ...connect });
  const { text } = await peer.wait('qr');
  const device = await peer.server.ask('scan', { phone: peer.phone, text, forge });
  peer.device = device.name;
  await peer.wait('paired');
  await peer.wait('open');
  return device;
}

export async function linkByCode(peer, { wrongFirst } = {}) {
  await peer.ask('connect', peer.server.where);
  await peer.wait('qr');
  let { code } = await peer.ask('code', { phone: peer.phone });
  let refused;
  if (wrongFirst) {
    const wrong = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    refused = await peer.server.ask('code', { phone: peer.phone, code: wrong }).then(
      () => null,
      (error) => error.message,
    );
    ({ code } = await peer.ask('code', { phone: peer.phone }));
  }
  const device = await peer.server.ask('code', { phone: peer.phone, code });
  peer.device = device.name;
  await peer.wait('open');
  return { device, refused };
}
