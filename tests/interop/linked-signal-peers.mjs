// SPDX-License-Identifier: GPL-3.0-or-later
// linked-signal-peers.mjs: the Signal implementations of Baileys (libsignal from npm) and of zapo-js, each
// with its keys in memory, as one small class: bundle, begin, encrypt, decrypt and the same for a group.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const OURS = '11:5@lid';
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, child: () => silent };

export async function loadPeers(packages) {
  const require = createRequire(packages + '/');
  const load = (path) => import(pathToFileURL(packages + '/node_modules/' + path));
  // libsignal prints whole sessions; nothing but results may stand on stdout.
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = () => {};
  const { proto } = await load('baileys/WAProto/index.js');
  const { makeLibSignalRepository } = await load('baileys/lib/Signal/libsignal.js');
  const { initAuthCreds } = await load('baileys/lib/Utils/auth-utils.js');
  const { Curve } = await load('baileys/lib/Utils/crypto.js');
  return {
    proto,
    verify: require('curve25519-js').verify,
    sign: require('curve25519-js').sign,
    zapoPhash: (list) => require(packages + '/node_modules/zapo-js/dist/message/phash.js').computePhashV2(list),
    paddings: {
      baileys: await load('baileys/lib/Utils/generics.js').then((m) => (
        { add: m.writeRandomPadMax16, remove: m.unpadRandomMax16 })),
      zapo: (({ writeRandomPadMax16, unpadPkcs7 }) => ({ add: writeRandomPadMax16, remove: unpadPkcs7 }))(
        require(packages + '/node_modules/zapo-js/dist/message/padding.js')),
    },
    peers: [
      // Baileys 7.0.0-rc14 cannot read the keys of a group again that it skipped and stored.
      { name: 'libsignal', keepsGroupKeys: false,
        make: (jid) => new Baileys(jid, { makeLibSignalRepository, initAuthCreds, Curve }) },
      { name: 'zapo-js', keepsGroupKeys: true,
        make: (jid) => Zapo.make(jid, require('zapo-js/signal'), require('zapo-js/store')) },
    ],
  };
}

class Baileys {
  constructor(jid, { makeLibSignalRepository, initAuthCreds, Curve }) {
    const kept = {};
    const keys = {
      get: async (type, ids) => Object.fromEntries(ids.map((id) => [id, kept[type]?.[id]])),
      set: async (data) => {
        for (const type of Object.keys(data)) kept[type] = { ...kept[type], ...data[type] };
      },
      transaction: (work) => work(),
    };
    this.jid = jid;
    this.next = 1;
    this.keys = keys;
    this.Curve = Curve;
    this.creds = initAuthCreds();
    this.signal = makeLibSignalRepository({ creds: this.creds, keys }, silent);
  }

  async bundle(withKey) {
    const { registrationId, signedIdentityKey, signedPreKey } = this.creds;
    const bundle = { registration: registrationId, identity: signedIdentityKey.public,
      signedId: signedPreKey.keyId, signedKey: signedPreKey.keyPair.public, signature: signedPreKey.signature };
    if (withKey) {
      const pair = this.Curve.generateKeyPair();
      await this.keys.set({ 'pre-key': { [this.next]: pair } });
      Object.assign(bundle, { keyId: this.next++, key: pair.public });
    }
    return bundle;
  }

  async begin(bundle) {
    const typed = (key) => Buffer.concat([Buffer.from([5]), key]);
    await this.signal.injectE2ESession({ jid: OURS, session: {
      registrationId: bundle.registration, identityKey: typed(bundle.identity),
      signedPreKey: { keyId: bundle.signedId, publicKey: typed(bundle.signedKey), signature: bundle.signature },
      preKey: bundle.key && { keyId: bundle.keyId, publicKey: typed(bundle.key) } } });
  }

  async encrypt(data) {
    const { type, ciphertext } = await this.signal.encryptMessage({ jid: OURS, data });
    return { type, sealed: ciphertext };
  }

  decrypt(type, sealed) {
    return this.signal.decryptMessage({ jid: OURS, type, ciphertext: sealed });
  }

  async distribute(group) {
    return this.signal.getSenderKeyDistributionMessage({ group, meId: this.jid });
  }

  accept(group, key) {
    return this.signal.processSenderKeyDistributionMessage({ authorJid: OURS,
      item: { groupId: group, axolotlSenderKeyDistributionMessage: key } });
  }

  async encryptGroup(group, data) {
    return (await this.signal.encryptGroupMessage({ group, meId: this.jid, data })).ciphertext;
  }

  decryptGroup(group, sealed) {
    return this.signal.decryptGroupMessage({ group, authorJid: OURS, msg: sealed });
  }
}

class Zapo {
  static async make(jid, signal, store) {
    const self = new Zapo();
    const [user, device] = jid.split('@')[0].split(':');
    self.own = { user, server: 'lid', device: Number(device) };
    self.ours = { user: '11', server: 'lid', device: 5 };
    self.stores = { signal: new store.WaSignalMemoryStore(), preKey: new store.WaPreKeyMemoryStore(),
      session: new store.WaSessionMemoryStore(), identity: new store.WaIdentityMemoryStore() };
    self.first = await signal.createAndStoreInitialKeys(self.stores.signal, self.stores.preKey);
    self.protocol = new signal.SignalProtocol(self.stores, silent);
    self.groups = new signal.SenderKeyManager(new store.SenderKeyMemoryStore());
    self.waiting = {};
    return self;
  }

  async bundle(withKey) {
    const { registrationInfo, signedPreKey, firstPreKey } = this.first;
    const raw = (key) => key.length === 33 ? key.subarray(1) : key;
    return { registration: registrationInfo.registrationId, identity: raw(registrationInfo.identityKeyPair.pubKey),
      signedId: signedPreKey.keyId, signedKey: raw(signedPreKey.keyPair.pubKey), signature: signedPreKey.signature,
      ...(withKey && { keyId: firstPreKey.keyId, key: raw(firstPreKey.keyPair.pubKey) }) };
  }

  begin(bundle) {
    return this.protocol.establishOutgoingSession(this.ours, {
      regId: bundle.registration, identity: bundle.identity,
      signedKey: { id: bundle.signedId, publicKey: bundle.signedKey, signature: bundle.signature },
      oneTimeKey: bundle.key && { id: bundle.keyId, publicKey: bundle.key } });
  }

  async encrypt(data) {
    const { type, ciphertext } = await this.protocol.encryptMessage(this.ours, data);
    return { type, sealed: ciphertext };
  }

  decrypt(type, sealed) {
    return this.protocol.decryptMessage(this.ours, { type, ciphertext: sealed });
  }

  // zapo gives the key with the first message of a group.
  async distribute(group) {
    const first = await this.groups.prepareGroupEncryption(group, this.own, Buffer.from('first'));
    this.waiting[group] = first.ciphertext.ciphertext;
    return first.distributionMessage.axolotlSenderKeyDistributionMessage;
  }

  accept(group, key) {
    return this.groups.processSenderKeyDistributionPayload(group, this.ours, key);
  }

  async encryptGroup(group, data) {
    return (await this.groups.prepareGroupEncryption(group, this.own, data)).ciphertext.ciphertext;
  }

  decryptGroup(group, sealed) {
    return this.groups.decryptGroupMessage({ groupId: group, sender: this.ours, ciphertext: sealed });
  }
}
