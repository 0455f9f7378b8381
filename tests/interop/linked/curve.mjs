// SPDX-License-Identifier: GPL-3.0-or-later
// X25519 and XEdDSA. What is signed here is signed by zapo-js, what is verified is verified by OpenSSL's
// Ed25519 after carrying the key over (XEdDSA, revision 1, section 2.3): never by the client under test.
import crypto from 'node:crypto';
import { load } from './packages.mjs';

const { xeddsaSign } = await load('zapo-js/crypto');
// What goes before that which is signed when a phone and its companion are tied together.
export const ACCOUNT_SIGNS = Buffer.from([6, 0]);
export const DEVICE_SIGNS = Buffer.from([6, 1]);
export const KEY_INDEX_SIGNS = Buffer.from([6, 2]);

const PRIME = 2n ** 255n - 19n;
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const X_SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const ED_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const der = (prefix, raw, type) => ({ key: Buffer.concat([prefix, raw]), format: 'der', type });
const privateKey = (raw) => crypto.createPrivateKey(der(PKCS8, raw, 'pkcs8'));
const publicKey = (raw) => crypto.createPublicKey(der(X_SPKI, raw, 'spki'));

export function keyPair(priv = crypto.randomBytes(32)) {
  const scalar = Buffer.from(priv);
  scalar[0] &= 248;
  scalar[31] = (scalar[31] & 127) | 64;
  const pub = crypto
    .createPublicKey(privateKey(scalar))
    .export({ format: 'der', type: 'spki' })
    .subarray(-32);
  return { priv: scalar, pub: Buffer.from(pub) };
}

export const shared = (priv, pub) =>
  crypto.diffieHellman({ privateKey: privateKey(priv), publicKey: publicKey(pub) });

export const sign = async (priv, message) => Buffer.from(await xeddsaSign(priv, message));

function power(base, exponent) {
  let result = 1n;
  for (let b = base, e = exponent; e; e >>= 1n, b = (b * b) % PRIME)
    if (e & 1n) result = (result * b) % PRIME;
  return result;
}

// The Edwards y of a Montgomery u: (u - 1) / (u + 1).
function edwards(pub, signBit) {
  const u = (BigInt('0x' + Buffer.from(pub).reverse().toString('hex')) % 2n ** 255n) % PRIME;
  const y = ((u - 1n + PRIME) * power(u + 1n, PRIME - 2n)) % PRIME;
  const raw = Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse();
  raw[31] |= signBit;
  return raw;
}

export function verify(pub, message, signature) {
  if (pub?.length !== 32 || signature?.length !== 64) return false;
  const plain = Buffer.from(signature);
  const signBit = plain[63] & 128;
  plain[63] &= 127;
  try {
    return crypto.verify(
      null,
      message,
      crypto.createPublicKey(der(ED_SPKI, edwards(pub, signBit), 'spki')),
      plain,
    );
  } catch {
    return false;
  }
}

export const hkdf = (secret, salt, info, length) =>
  Buffer.from(crypto.hkdfSync('sha256', secret, salt, info, length));
