// SPDX-License-Identifier: GPL-3.0-or-later
// A judge that lets everything pass is none: what the server verifies and judges by, shown something wrong.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { keyPair, shared, sign, verify } from './curve.mjs';
import { decodeNode, dictionaries, encodeNode, make } from './node.mjs';
import { load } from './packages.mjs';
import { judge, readRules } from './rules.mjs';

const { encodeBinaryNode, decodeBinaryNode } = await load('baileys');
const curve = (await load('curve25519-js')).default;

const sample = make(
  'iq',
  {
    to: '@s.whatsapp.net',
    via: 's.whatsapp.net',
    id: '3EB0AB',
    from: '4915:3@lid',
    jid: '4915@s.whatsapp.net',
    n: '12-3.4',
  },
  [
    make('a', {}, Buffer.from([1, 2, 3])),
    make(
      'list',
      {},
      Array.from({ length: 300 }, (unused, n) => make('item', { id: String(n) })),
    ),
  ],
);
const wrong = [
  [
    'an unknown request',
    make('iq', { id: '1', to: 's.whatsapp.net', type: 'get', xmlns: 'encrypt' }, [make('keys')]),
  ],
  [
    'an attribute too many',
    make('iq', { id: '1', to: 's.whatsapp.net', type: 'set', xmlns: 'passive', extra: '1' }, [
      make('active'),
    ]),
  ],
  [
    'a key that is too short',
    make('iq', { id: '1', to: 's.whatsapp.net', type: 'set', xmlns: 'encrypt' }, [
      make('rotate', {}, [make('skey', {}, [make('id', {}, Buffer.alloc(2))])]),
    ]),
  ],
  ['a receipt to nobody', make('receipt', { id: '1' })],
  ['an acknowledgement without class', make('ack', { id: '1', to: 's.whatsapp.net' })],
  ['a message of no known type', make('message', { id: '1', to: '1@lid', type: 'poem' })],
];

export async function control(cases, waWire) {
  const pair = keyPair(),
    other = keyPair(),
    text = Buffer.from('what is signed');
  for (const [who, signature] of [
    ['zapo-js', await sign(pair.priv, text)],
    ['curve25519-js', Buffer.from(curve.sign(pair.priv, text, crypto.randomBytes(64)))],
  ]) {
    const flipped = Buffer.from(signature);
    flipped[5] ^= 1;
    cases.check(verify(pair.pub, text, signature), `a signature of ${who} is right`);
    cases.check(
      ![
        verify(other.pub, text, signature),
        verify(pair.pub, Buffer.from('another'), signature),
        verify(pair.pub, text, flipped),
        verify(pair.pub, text, Buffer.alloc(64)),
        verify(Buffer.alloc(32), text, signature),
      ].some(Boolean),
      `a signature of ${who} for another key or text, or changed, is wrong`,
    );
  }
  cases.check(
    shared(pair.priv, other.pub).equals(Buffer.from(curve.sharedKey(other.priv, pair.pub))),
    'a shared key is that of curve25519-js',
  );
  cases.check(
    encodeNode(sample).equals(Buffer.from(encodeBinaryNode(sample))),
    'a node has the bytes Baileys writes',
  );
  const read = JSON.stringify(decodeNode(encodeNode(sample, { compress: true })));
  cases.check(
    read === JSON.stringify(await decodeBinaryNode(encodeNode(sample))).replace('@s.what', 's.what'),
    'a node reads as Baileys reads it',
  );
  const rules = readRules(waWire);
  if (!rules) return console.log('# wa-wire is absent: shapes are not judged');
  for (const [what, node] of wrong) cases.check(judge(rules, node).length, `the judge refuses ${what}`);
  const { single_byte: single, double_byte: double } = JSON.parse(
    fs.readFileSync(path.join(waWire, 'tokens.json')),
  );
  return cases.check(
    JSON.stringify([single, double]) === JSON.stringify([dictionaries.single, dictionaries.double]),
    'the dictionaries are those of WhatsApp Web',
  );
}
