// SPDX-License-Identifier: GPL-3.0-or-later
// Made vectors.json, once: node make-vectors.mjs FOLDER > vectors.json, where FOLDER has node_modules of
// `npm install --ignore-scripts baileys@7.0.0-rc14 zapo-js@0.3.0`. Every value comes from both, and nothing is
// written where they disagree; signatures are zapo-js' alone, since Baileys believes any. What may not be the same
// twice (signatures) or is not fixed by a caller (padding) is checked by reading it back.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';

const folder = path.resolve(process.argv[2]);
const require = createRequire(folder + '/');
const inside = (file) => path.join(folder, 'node_modules', file);
const baileys = await import(inside('baileys/lib/index.js'));
const { proto } = await import(inside('baileys/WAProto/index.js'));
const zapo = require('zapo-js/crypto');
const codec = require(inside('zapo-js/dist/transport/binary/index.js'));
const adv = require(inside('zapo-js/dist/signal/crypto/WaAdvSignature.js'));
const padding = require(inside('zapo-js/dist/message/padding.js'));
const { computePhashV2 } = require(inside('zapo-js/dist/message/phash.js'));
const { verifyNoiseCertificateChain } = require(inside('zapo-js/dist/transport/noise/WaNoiseCert.js'));
const { completeCompanionFinish } = require(inside('zapo-js/dist/auth/pairing/pairing-code-crypto.js'));

const hex = (bytes) => Buffer.from(bytes).toString('hex');
const filled = (size, start) => Buffer.from(Array.from({ length: size }, (_, i) => (start + i) & 255));
const same = (a, b) => { assert.equal(hex(a), hex(b)); return hex(a); };
const pair = async (start) => {
  const privKey = filled(32, start);
  privKey[0] &= 248;
  privKey[31] = privKey[31] & 127 | 64;
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), privKey]);
  const key = crypto.createPublicKey(crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  return { privKey, pubKey: Buffer.from(key.export({ format: 'der', type: 'spki' }).subarray(-32)) };
};

async function nodes() {
  const given = {
    ping: { tag: 'iq', attrs: { id: '1.1', to: 's.whatsapp.net', type: 'get', xmlns: 'w:p' }, content: [{ tag: 'ping', attrs: {} }] },
    message: { tag: 'message', attrs: { id: '3EB0A1B2C3D4E5F60718', to: '491510000000@s.whatsapp.net', type: 'text' },
      content: [{ tag: 'participants', attrs: {}, content: [
        { tag: 'to', attrs: { jid: '491510000000:12@s.whatsapp.net' }, content: [{ tag: 'enc', attrs: { v: '2', type: 'pkmsg' }, content: filled(40, 200) }] },
        { tag: 'to', attrs: { jid: '100000000000001:3@lid' }, content: [{ tag: 'enc', attrs: { v: '2', type: 'msg' }, content: filled(300, 0) }] }] }] },
    group: { tag: 'receipt', attrs: { to: '120363000000000001@g.us', id: 'ABC', participant: '100000000000001@lid', t: '1790000000' } },
    words: { tag: 'x-unknown', attrs: { name: 'Grüße 😀', empty: '', odd: '12.5-', low: 'abcdef', high: 'ABCDEF0' } },
    long: { tag: 'blob', attrs: {}, content: filled(1500, 3) },
    many: { tag: 'list', attrs: {}, content: Array.from({ length: 300 }, (_, i) => ({ tag: 'item', attrs: { n: String(i) } })) },
  };
  return Object.entries(given).map(([name, node]) => {
    const one = baileys.encodeBinaryNode(node);
    const two = Buffer.concat([Buffer.from([0]), Buffer.from(codec.encodeBinaryNode(node))]);
    const shown = JSON.parse(JSON.stringify(node, (_, value) => value?.type === 'Buffer' ? { hex: hex(value.data) } : value));
    return { name, node: shown, frame: hex(one), other: hex(two) === hex(one) ? undefined : hex(two),
      packed: name === 'many' ? hex(Buffer.concat([Buffer.from([2]), zlib.deflateSync(one.subarray(1))])) : undefined };
  });
}

async function derived() {
  const given = [[filled(32, 1), filled(32, 50), '', 64], [filled(32, 9), null, 'adv_secret', 32],
    [filled(96, 77), filled(32, 5), 'link_code_pairing_key_bundle_encryption_key', 32], [Buffer.alloc(0), filled(32, 90), '', 64]];
  return Promise.all(given.map(async ([secret, salt, info, size]) => ({ secret: hex(secret), salt: salt ? hex(salt) : null, info,
    key: same(await zapo.hkdf(secret, salt, info, size), baileys.hkdf(secret, size, { salt: salt ?? undefined, info })) })));
}

async function padded() {
  const plain = filled(10, 65);
  const texts = [];
  for (const n of [1, 7, 16]) {
    const text = Buffer.concat([plain, Buffer.alloc(n, n)]);
    assert.equal(same(baileys.unpadRandomMax16(text), padding.unpadPkcs7(text)), hex(plain));
    texts.push(hex(text));
  }
  return { plain: hex(plain), padded: texts };
}

// Baileys cuts the text, not the hash, and agrees in the first six letters.
async function phashes() {
  const given = [['491510000000:0@s.whatsapp.net', '491510000000:12@s.whatsapp.net', '491600000000:0@s.whatsapp.net'],
    ['100000000000002:3@lid', '100000000000001:0@lid']];
  return Promise.all(given.map(async (devices) => ({ devices, phash: await computePhashV2([...devices]) })));
}

async function proofs() {
  const account = await pair(11), identity = await pair(60), secret = filled(32, 150), made = [];
  for (const hosted of [false, true]) {
    const details = Buffer.from(proto.ADVDeviceIdentity.encode({ rawId: 77, timestamp: 1790000000, keyIndex: 3,
      accountType: hosted ? 1 : 0, deviceType: hosted ? 1 : 0 }).finish());
    const prefix = Buffer.from(hosted ? [6, 5] : [6, 0]);
    const accountSignature = await zapo.xeddsaSign(account.privKey, Buffer.concat([prefix, details, identity.pubKey]));
    assert(await adv.verifyDeviceIdentityAccountSignature(details, accountSignature, identity.pubKey, account.pubKey, hosted));
    const inner = Buffer.from(proto.ADVSignedDeviceIdentity.encode({ details, accountSignatureKey: account.pubKey, accountSignature }).finish());
    const signed = hosted ? Buffer.concat([prefix, inner]) : inner;
    const hmac = await adv.computeAdvIdentityHmac(secret, signed);
    const container = Buffer.from(proto.ADVSignedDeviceIdentityHMAC.encode({ details: inner, hmac, accountType: hosted ? 1 : 0 }).finish());
    const node = { tag: 'iq', attrs: { id: '1', from: 's.whatsapp.net' }, content: [{ tag: 'pair-success', attrs: {}, content: [
      { tag: 'device-identity', attrs: {}, content: container }, { tag: 'device', attrs: { jid: '491510000000:12@s.whatsapp.net', lid: '1:12@lid' } }] }] };
    const { creds } = baileys.configureSuccessfulPairing(node, { advSecretKey: secret.toString('base64'),
      signedIdentityKey: { public: identity.pubKey, private: identity.privKey }, signalIdentities: [] });
    assert.equal(hex(creds.account.accountSignatureKey), hex(account.pubKey));
    made.push({ hosted, container: hex(container), details: hex(details), account_key: hex(account.pubKey) });
  }
  return { secret: hex(secret), identity: { private: hex(identity.privKey), public: hex(identity.pubKey) }, made };
}

async function chain() {
  const root = await pair(21), middle = await pair(22), server = await pair(23);
  const sign = async (signer, values) => {
    const details = Buffer.from(proto.CertChain.NoiseCertificate.Details.encode(values).finish());
    return { details, signature: await zapo.xeddsaSign(signer.privKey, details) };
  };
  const intermediate = await sign(root, { serial: 7, issuerSerial: 0, key: middle.pubKey, notBefore: 1700000000, notAfter: 1900000000 });
  const leaf = await sign(middle, { serial: 8, issuerSerial: 7, key: server.pubKey, notBefore: 1780000000, notAfter: 1800000000 });
  const bytes = Buffer.from(proto.CertChain.encode({ leaf, intermediate }).finish());
  await verifyNoiseCertificateChain(bytes, server.pubKey, { publicKey: root.pubKey, serial: 0 });
  return { root: hex(root.pubKey), server: hex(server.pubKey), chain: hex(bytes), intermediate: hex(middle.privKey) };
}

// A phone that has the code: what it sends, and what it can do with what a companion answers.
async function linkCode() {
  const code = '1A2B3C4D', salt = filled(32, 33), iv = filled(16, 44), phone = await pair(70), companion = await pair(80);
  const identity = await pair(60), primary = await pair(90);
  const key = crypto.pbkdf2Sync(code, salt, 131072, 32, 'sha256');
  assert.equal(hex(await baileys.derivePairingCodeKey(code, salt)), hex(key));
  const wrapped = (pub) => Buffer.concat([salt, iv, baileys.aesEncryptCTR(pub, key, iv)]);
  const finish = await completeCompanionFinish({ pairingCode: code, companionEphemeralPrivKey: companion.privKey,
    wrappedPrimaryEphemeralPub: wrapped(phone.pubKey), primaryIdentityPub: primary.pubKey, registrationIdentityKeyPair: identity });
  assert.equal(finish.advSecret.length, 32);
  return { code, bytes: '0844210844', companion: hex(companion.privKey), wrapped_phone: hex(wrapped(phone.pubKey)), phone: hex(phone.privKey),
    wrapped_companion: hex(wrapped(companion.pubKey)), phone_identity: { private: hex(primary.privKey), public: hex(primary.pubKey) },
    letters: baileys.bytesToCrockford(Buffer.from('0844210844', 'hex')) };
}

console.log(JSON.stringify({
  made: 'By make-vectors.mjs beside this file from baileys@7.0.0-rc14 and zapo-js@0.3.0; every value by both.',
  nodes: await nodes(), hkdf: await derived(), padding: await padded(), phash: await phashes(), adv: await proofs(), certificate: await chain(),
  code: await linkCode(),
}, null, 1));
