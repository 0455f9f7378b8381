// SPDX-License-Identifier: GPL-3.0-or-later
// What the server knows: accounts with their devices, groups, the faults asked for, and what a client did that
// it must not do. Only state and how to find it; the files beside this one act on it.
import crypto from 'node:crypto';
import { keyPair } from './curve.mjs';
import { jidOf, jidParts } from './node.mjs';

// On the wire the server itself is the jid of nobody there.
export const ITSELF = '@s.whatsapp.net';
export const SERVER = 's.whatsapp.net',
  LID = 'lid',
  GROUP = 'g.us';
export const nowS = () => Math.floor(Date.now() / 1000);

export class Device {
  link = null; // the session that is logged in, or null
  available = false;
  waiting = new Map(); // stanzas not yet acknowledged, in order
  prekeys = new Map(); // id → public key
  constructor(account, id, facts) {
    Object.assign(this, { account, id, ...facts });
  }
  jid(server = SERVER) {
    return jidOf(server === LID ? this.account.lid : this.account.phone, this.id, server);
  }
  get name() {
    return `${this.account.phone}:${this.id}`;
  }
}

export class Account {
  devices = new Map(); // id → Device; 0 is the phone itself
  lastDevice = 0;
  lastKeyIndex = 0;
  rawId = crypto.randomInt(1, 1 << 30);
  constructor(phone, lid, name, facts = {}) {
    Object.assign(this, { phone, lid, name, ...facts });
  }
  jid(server = SERVER) {
    return `${server === LID ? this.lid : this.phone}@${server}`;
  }
  owns(jid) {
    const parts = jidParts(jid);
    return parts?.server === LID
      ? parts.user === this.lid
      : parts?.server === SERVER && parts.user === this.phone;
  }
}

export class World {
  accounts = new Map();
  groups = new Map(); // jid → {jid, subject, creator, mode, members: Set of Account}
  sessions = new Set();
  faults = [];
  violations = [];
  hashes = { right: 0, wrong: 0 };
  unhandled = new Map(); // what no handler knows → how often
  root = keyPair();
  serverKey = keyPair();
  oldestRevision = 0; // below it a client is told 405
  lastId = 0;
  lastStanza = 0;

  id(prefix = 'S') {
    return `${prefix}${++this.lastId}-${nowS() % 100000}`;
  }

  refusals = 0; // connections that ended after the server's hello, by the client's choice
  waiters = [];

  // Something a test may wait for has changed.
  changed() {
    this.waiters.splice(0).forEach((resolve) => resolve());
  }
  async until(isTrue) {
    while (!isTrue())
      await new Promise((resolve) => {
        this.waiters.push(resolve);
      });
  }

  // Work that nobody waits for; a failure of it is ours, and loud.
  later(promise) {
    Promise.resolve(promise).catch((error) => {
      this.violations.push({ who: 'the server itself', what: error.stack });
    });
  }

  // Everything a client does wrong passes here.
  blame(who, what, node) {
    this.violations.push({ who: String(who), what, stanza: node ? brief(node) : undefined });
  }

  account(jid) {
    const parts = jidParts(jid);
    if (!parts) return undefined;
    return parts.server === SERVER
      ? this.accounts.get(parts.user)
      : parts.server === LID
        ? [...this.accounts.values()].find((account) => account.lid === parts.user)
        : undefined;
  }
  device(jid) {
    return this.account(jid)?.devices.get(jidParts(jid).device);
  }
  allDevices() {
    return [...this.accounts.values()].flatMap((account) => [...account.devices.values()]);
  }
}

const given = (attrs) => Object.entries(attrs).filter(([, value]) => value !== undefined);
export const brief = (node, depth = 0) =>
  `<${node.tag}${given(node.attrs)
    .map(([k, v]) => ` ${k}="${v}"`)
    .join('')}>` +
  (Array.isArray(node.content) && depth < 2
    ? node.content
        .slice(0, 6)
        .map((child) => brief(child, depth + 1))
        .join('')
    : '');
