// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated phone of an account: device 0. It holds the account's identity key, signs companions in, reads
// what is fanned out to it and sends as an owner would by hand. Its Signal sessions are zapo-js's, kept in
// memory and always addressed by LID.
import crypto from 'node:crypto';
import { KEY_INDEX_SIGNS, keyPair, sign } from './curve.mjs';
import { load } from './packages.mjs';
import { decode, encode, KeyIndexList, Message, SignedKeyIndexList } from './proto.mjs';
import { children, make } from './node.mjs';
import { Device, LID, nowS } from './world.mjs';

const { SignalProtocol, SenderKeyManager } = await load('zapo-js/signal');
const {
  WaSignalMemoryStore,
  WaPreKeyMemoryStore,
  WaSessionMemoryStore,
  WaIdentityMemoryStore,
  SenderKeyMemoryStore,
} = await load('zapo-js/store');
const ONE_TIME_KEYS = 30;
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error'].map((level) => [level, () => {}]),
);
silent.child = () => silent;

export const pad = (bytes) => {
  const n = crypto.randomInt(1, 17);
  return Buffer.concat([bytes, Buffer.alloc(n, n)]);
};
export const unpad = (bytes) => {
  const n = bytes[bytes.length - 1];
  if (!n || n > 16 || n > bytes.length || !bytes.subarray(-n).every((byte) => byte === n))
    throw new Error('bad padding');
  return bytes.subarray(0, -n);
};
const asPair = ({ priv, pub }) => ({ privKey: priv, pubKey: pub });
const address = (device) => ({ user: device.account.lid, server: LID, device: device.id });

export class Phone {
  inbox = []; // what it could read: {from, chat, id, text, reaction, fromMe}
  failures = []; // what it could not
  receipts = [];
  order = Promise.resolve();
  replaced = new Map(); // device → sessions before the one in use
  sent = new Map(); // id → plaintext, for retries
  constructor(world, account) {
    Object.assign(this, { world, account });
  }

  async install() {
    this.identity = keyPair();
    const skey = keyPair(),
      registrationId = crypto.randomInt(1, 16380);
    const signature = await sign(this.identity.priv, Buffer.concat([Buffer.from([5]), skey.pub]));
    this.stores = {
      signal: new WaSignalMemoryStore(),
      preKey: new WaPreKeyMemoryStore(),
      session: new WaSessionMemoryStore(),
      identity: new WaIdentityMemoryStore(),
    };
    await this.stores.signal.setRegistrationInfo({ registrationId, identityKeyPair: asPair(this.identity) });
    await this.stores.signal.setSignedPreKey({ keyId: 1, keyPair: asPair(skey), signature });
    this.signal = new SignalProtocol(this.stores, silent);
    this.senderKeys = new SenderKeyManager(new SenderKeyMemoryStore());
    const prekeys = new Map();
    for (let id = 1; id <= ONE_TIME_KEYS; id++) {
      const pair = keyPair();
      await this.stores.preKey.putPreKey({ keyId: id, keyPair: asPair(pair), uploaded: true });
      prekeys.set(id, pair.pub);
    }
    const device = new Device(this.account, 0, {
      identity: this.identity.pub,
      registrationId,
      keyIndex: 0,
      skey: { id: 1, value: skey.pub, signature },
      prekeys,
    });
    this.account.devices.set(0, device);
  }

  // Signed once for each set of devices: who asks while much is going on waits for no signature, and does not
  // give up and write to the phone alone.
  keyIndexList() {
    const valid = [...this.account.devices.values()].map((device) => device.keyIndex),
      of = `${this.identity.pub.toString('hex')} ${this.account.lastKeyIndex} ${valid}`;
    if (this.signedList?.of !== of) this.signedList = { of, list: this.signKeyIndexList(valid) };
    return this.signedList.list;
  }

  async signKeyIndexList(validIndexes) {
    const details = encode(KeyIndexList, {
      rawId: this.account.rawId,
      timestamp: nowS(),
      currentIndex: this.account.lastKeyIndex,
      validIndexes,
    });
    return encode(SignedKeyIndexList, {
      details,
      accountSignature: await sign(this.identity.priv, Buffer.concat([KEY_INDEX_SIGNS, details])),
    });
  }

  // A stanza for device 0, as it would go over the wire; one after another.
  receive(node) {
    this.order = this.order.then(() => this.take(node));
    return this.order;
  }

  async take(node) {
    if (node.tag !== 'message') return this.router.answerRetry(this, node);
    const author = this.world.device(node.attrs.participant ?? node.attrs.from);
    try {
      for (const enc of children(node, 'enc')) await this.read(node, author, enc);
    } catch (error) {
      this.failures.push({ id: node.attrs.id, from: author?.name, error: error.message });
      this.world.blame(
        author?.name,
        `the phone ${this.account.phone} cannot read it: ${error.message}`,
        node,
      );
    }
    this.world.changed();
  }

  // A copy of the ciphertext: zapo-js clears the sign bit of a signature in place, and all devices share it.
  async read(node, author, { attrs: { type }, content }) {
    const ciphertext = Buffer.from(content),
      sender = address(author);
    const plain =
      type === 'skmsg'
        ? await this.senderKeys.decryptGroupMessage({ groupId: node.attrs.from, sender, ciphertext })
        : await this.open(author, { type, ciphertext });
    let message = decode(Message, unpad(Buffer.from(plain)));
    const fromMe = author.account === this.account,
      chat =
        message.deviceSent?.destinationJid ??
        (node.attrs.participant || !fromMe ? node.attrs.from : node.attrs.recipient);
    if (
      fromMe &&
      type !== 'skmsg' &&
      !message.deviceSent &&
      !message.senderKeyDistribution &&
      !message.protocol
    )
      this.world.blame(author.name, 'a message for an own device is not wrapped as sent by a device', node);
    message = message.deviceSent?.message ?? message;
    if (message.senderKeyDistribution)
      await this.senderKeys.processSenderKeyDistributionPayload(
        message.senderKeyDistribution.groupId,
        sender,
        message.senderKeyDistribution.payload,
      );
    const text = message.conversation ?? message.extendedText?.text;
    if (text !== undefined || message.reaction || message.protocol)
      this.inbox.push({
        from: author.name,
        chat,
        id: node.attrs.id,
        text,
        reaction: message.reaction?.text,
        fromMe,
        protocol: message.protocol?.type,
      });
  }

  // zapo-js forgets the session that a new one made here replaces; what still comes in that one is to be read.
  async open(author, sealed) {
    const { session } = this.stores,
      sender = address(author),
      archive = this.replaced.get(author) ?? [];
    try {
      return await this.signal.decryptMessage(sender, sealed);
    } catch (error) {
      const current = await session.getSession(sender);
      for (const [n, old] of archive.entries()) {
        await session.setSession(sender, old);
        const plain = await this.signal.decryptMessage(sender, sealed).catch(() => null);
        archive[n] = plain ? current : old;
        if (plain) return plain;
      }
      if (current) await session.setSession(sender, current);
      throw error;
    }
  }

  async replace(device, bundle) {
    const old = await this.stores.session.getSession(address(device));
    if (old) this.replaced.set(device, [old, ...(this.replaced.get(device) ?? [])]);
    await this.signal.establishOutgoingSession(address(device), bundle ?? this.router.takeBundle(device));
  }

  // One encryption for one device; in a new session where there is none, or where a bundle is given.
  async seal(device, plain, bundle) {
    if (bundle || !(await this.stores.session.hasSession(address(device))))
      await this.replace(device, bundle);
    const { type, ciphertext } = await this.signal.encryptMessage(address(device), pad(plain));
    return make('enc', { v: '2', type }, Buffer.from(ciphertext));
  }

  // The owner types a text by hand.
  async sendText(to, text, server = LID) {
    const id = this.world.id('PHONE'),
      target = this.world.account(to);
    const plain = encode(Message, { conversation: text });
    const own = encode(Message, {
      deviceSent: { destinationJid: target.jid(server), message: { conversation: text } },
    });
    const list = [];
    for (const account of new Set([target, this.account]))
      for (const device of account.devices.values()) {
        if (device.account === this.account && device.id === 0) continue;
        const enc = await this.seal(device, account === this.account ? own : plain);
        list.push(make('to', { jid: device.jid(server) }, [enc]));
      }
    this.sent.set(id, { plain, own });
    await this.router.route(
      this.account.devices.get(0),
      make('message', { id, to: target.jid(server), type: 'text' }, [make('participants', {}, list)]),
    );
    return id;
  }
}
