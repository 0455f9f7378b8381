// SPDX-License-Identifier: GPL-3.0-or-later
// The binary form of nodes, {tag, attrs, content}, where content is nodes, bytes or undefined. Written for
// this folder; only the two dictionaries are Baileys', and they are compared with wa-wire's where that is.
import zlib from 'node:zlib';
import { load } from './packages.mjs';

const { SINGLE_BYTE_TOKENS: single, DOUBLE_BYTE_TOKENS: double } = await load(
  'baileys/lib/WABinary/constants.js',
);
const EMPTY = 0,
  DICTIONARY = 236,
  AD_JID = 247,
  LIST_8 = 248,
  LIST_16 = 249,
  JID_PAIR = 250,
  HEX = 251,
  BINARY_8 = 252,
  BINARY_20 = 253,
  BINARY_32 = 254,
  NIBBLE = 255;
const COMPRESSED = 2,
  DEEPEST = 64;
const NIBBLES = '0123456789-.',
  HEXES = '0123456789ABCDEF';
const DOMAINS = { 's.whatsapp.net': 0, lid: 1, hosted: 128, 'hosted.lid': 129 };
const DOMAIN_OF = Object.fromEntries(Object.entries(DOMAINS).map(([name, number]) => [number, name]));

export const dictionaries = { single, double };
const tokens = new Map();
double.forEach((words, n) => words.forEach((word, i) => tokens.set(word, [DICTIONARY + n, i])));
single.forEach((word, i) => {
  if (word) tokens.set(word, [i]);
});

export const jidParts = (jid) => {
  const found = /^(?:([^@:]*)(?::(\d+))?@)?([a-z.]+)$/.exec(jid ?? '');
  return found ? { user: found[1] ?? '', device: Number(found[2] ?? 0), server: found[3] } : null;
};
export const jidOf = (user, device, server) => `${user}${device ? ':' + device : ''}@${server}`;

class Writer {
  parts = [];
  bytes(...values) {
    this.parts.push(Buffer.from(values));
  }
  length(n) {
    if (n < 256) this.bytes(BINARY_8, n);
    else if (n < 1 << 20) this.bytes(BINARY_20, n >> 16, (n >> 8) & 255, n & 255);
    else this.bytes(BINARY_32, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255);
  }
  list(n) {
    n < 256 ? this.bytes(LIST_8, n) : this.bytes(LIST_16, n >> 8, n & 255);
  }
  packed(kind, alphabet, text) {
    this.bytes(kind, Math.ceil(text.length / 2) | (text.length % 2 ? 128 : 0));
    for (let i = 0; i < text.length; i += 2)
      this.bytes(
        (alphabet.indexOf(text[i]) << 4) | (i + 1 < text.length ? alphabet.indexOf(text[i + 1]) : 15),
      );
  }
  string(text) {
    const token = tokens.get(text);
    if (token) return this.bytes(...token);
    if (text && text.length < 128 && [...text].every((c) => NIBBLES.includes(c)))
      return this.packed(NIBBLE, NIBBLES, text);
    if (text && text.length < 128 && [...text].every((c) => HEXES.includes(c)))
      return this.packed(HEX, HEXES, text);
    const bytes = Buffer.from(text);
    this.length(bytes.length);
    this.parts.push(bytes);
  }
  value(text) {
    const jid = text.includes('@') ? jidParts(text) : null;
    if (jid && !jid.user) {
      this.bytes(JID_PAIR, EMPTY);
      return this.string(jid.server);
    }
    if (jid?.user && jid.device && jid.server in DOMAINS) {
      this.bytes(AD_JID, DOMAINS[jid.server], jid.device);
      return this.string(jid.user);
    }
    if (!jid || jid.device) return this.string(text);
    this.bytes(JID_PAIR);
    this.string(jid.user);
    this.string(jid.server);
  }
  node({ tag, attrs = {}, content }) {
    const given = Object.entries(attrs).filter(([, value]) => value !== undefined && value !== null);
    this.list(1 + 2 * given.length + (content === undefined ? 0 : 1));
    this.string(tag);
    for (const [name, value] of given) {
      this.string(name);
      this.value(String(value));
    }
    if (content === undefined) return;
    if (Array.isArray(content)) {
      this.list(content.length);
      for (const child of content) this.node(child);
      return;
    }
    const bytes = Buffer.from(content);
    this.length(bytes.length);
    this.parts.push(bytes);
  }
}

export function encodeNode(node, { compress = false } = {}) {
  const writer = new Writer();
  writer.node(node);
  const bytes = Buffer.concat(writer.parts);
  return compress
    ? Buffer.concat([Buffer.from([COMPRESSED]), zlib.deflateSync(bytes)])
    : Buffer.concat([Buffer.from([0]), bytes]);
}

class Reader {
  constructor(bytes) {
    this.all = bytes;
    this.at = 0;
  }
  take(n) {
    if (this.at + n > this.all.length) throw new Error('node: cut short');
    this.at += n;
    return this.all.subarray(this.at - n, this.at);
  }
  byte() {
    return this.take(1)[0];
  }
  number(n) {
    return this.take(n).readUIntBE(0, n);
  }
  packed(alphabet) {
    const start = this.byte();
    let text = '';
    for (const byte of this.take(start & 127))
      text += (alphabet[byte >> 4] ?? '?') + (alphabet[byte & 15] ?? '');
    if (start & 128 && text.length % 2 === 0) text = text.slice(0, -1);
    if (text.includes('?')) throw new Error('node: bad packed text');
    return text;
  }
  jid(kind) {
    if (kind === JID_PAIR) {
      const user = this.value(this.byte()),
        server = this.value(this.byte());
      return user ? `${user}@${server}` : String(server);
    }
    const domain = this.byte(),
      device = this.byte(),
      user = this.value(this.byte());
    if (!(domain in DOMAIN_OF)) throw new Error(`node: unknown domain ${domain}`);
    return jidOf(user, device, DOMAIN_OF[domain]);
  }
  // Text, or bytes where they stand as bytes.
  value(token) {
    if (token === EMPTY) return '';
    if (token === JID_PAIR || token === AD_JID) return this.jid(token);
    if (token === NIBBLE) return this.packed(NIBBLES);
    if (token === HEX) return this.packed(HEXES);
    if (token === BINARY_8) return this.take(this.number(1));
    if (token === BINARY_20) return this.take(this.number(3) & 0xfffff);
    if (token === BINARY_32) return this.take(this.number(4));
    const word = token < DICTIONARY ? single[token] : double[token - DICTIONARY]?.[this.byte()];
    if (word === undefined) throw new Error(`node: no token ${token}`);
    return word;
  }
  list(token) {
    if (token === EMPTY) return 0;
    if (token === LIST_8) return this.number(1);
    if (token === LIST_16) return this.number(2);
    throw new Error(`node: ${token} is no list`);
  }
  node(depth = 0) {
    if (depth > DEEPEST) throw new Error('node: too deep');
    const size = this.list(this.byte());
    if (!size) throw new Error('node: empty');
    const tag = String(this.value(this.byte())),
      attrs = {};
    for (let i = 0; i < Math.floor((size - 1) / 2); i++) {
      const name = String(this.value(this.byte()));
      if (name in attrs) throw new Error(`node: ${tag} has ${name} twice`);
      attrs[name] = String(this.value(this.byte()));
    }
    if (size % 2) return { tag, attrs };
    const token = this.byte();
    if (token === EMPTY || token === LIST_8 || token === LIST_16) {
      const content = [];
      for (let n = this.list(token); n; n--) content.push(this.node(depth + 1));
      return { tag, attrs, content };
    }
    return { tag, attrs, content: Buffer.from(this.value(token)) };
  }
}

export function decodeNode(frame) {
  const bytes = frame[0] & COMPRESSED ? zlib.inflateSync(frame.subarray(1)) : frame.subarray(1);
  const reader = new Reader(bytes),
    node = reader.node();
  if (reader.at !== bytes.length) throw new Error('node: more than one');
  return node;
}

export const children = (node, tag) =>
  Array.isArray(node?.content) ? node.content.filter((child) => !tag || child.tag === tag) : [];
export const child = (node, tag) => children(node, tag)[0];
export const bytesOf = (node, tag) => {
  const found = child(node, tag)?.content;
  return Buffer.isBuffer(found) ? found : undefined;
};
export const make = (tag, attrs = {}, content) => ({ tag, attrs, content });
