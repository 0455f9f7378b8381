// SPDX-License-Identifier: GPL-3.0-or-later
// What no honest server sends. A client refuses each of it and goes on, in the same connection or in a new one.
import crypto from 'node:crypto';
import zlib from 'node:zlib';
import { encodeNode, make } from './node.mjs';
import { nowS } from './world.mjs';

const DEEP = 1000,
  BOMB_BYTES = 1 << 26,
  LONG_BYTES = 17 << 20;
const LIST_8 = 248,
  NO_TOKEN = 240;

const nested = (depth) => {
  let node = make('iq', { id: 'deep' });
  for (let n = 0; n < depth; n++) node = make('iq', {}, [node]);
  return node;
};
const stranger = () =>
  make(
    'message',
    { from: '4900000000000:7@s.whatsapp.net', id: `STRANGER${nowS()}`, type: 'text', t: nowS() },
    [make('enc', { v: '2', type: 'pkmsg' }, Buffer.concat([Buffer.from([0x33]), crypto.randomBytes(120)]))],
  );

export const HOSTILE = {
  'a node nested 1,000 deep': (session) => session.sendPlain(encodeNode(nested(DEEP))),
  'a bad token': (session) => session.sendPlain(Buffer.from([0, LIST_8, 1, NO_TOKEN])),
  'a node that is cut short': (session) =>
    session.sendPlain(encodeNode(make('iq', { id: 'cut', from: '1@lid' }, Buffer.alloc(80))).subarray(0, 40)),
  'an empty node': (session) => session.sendPlain(Buffer.from([0, LIST_8, 0])),
  'a node that inflates to 64 MiB': (session) =>
    session.sendPlain(Buffer.concat([Buffer.from([2]), zlib.deflateSync(Buffer.alloc(BOMB_BYTES))])),
  'a replayed frame': (session) => session.socket.send(session.lastFrame),
  'a garbled frame': (session) => {
    const garbled = Buffer.from(session.lastFrame);
    garbled[garbled.length - 1] ^= 1;
    session.socket.send(garbled);
  },
  'a frame of 17 MiB': (session) =>
    session.socket.send(Buffer.concat([Buffer.from([255, 255, 255]), Buffer.alloc(LONG_BYTES)])),
  'half a frame, and the line drops': (session) => {
    session.socket.send(Buffer.from([0, 1, 0, 1, 2, 3]));
    setTimeout(() => session.drop(), 20);
  },
  'a message of an unknown device': (session) => session.send(stranger()),
};
