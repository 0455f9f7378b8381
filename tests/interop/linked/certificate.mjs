// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate chain a client gets: root → intermediate → leaf, the leaf for the server's Noise key. A
// client is told the root (key and serial 0, as WhatsApp's own); every kind of wrong chain can be asked for.
import { keyPair, sign } from './curve.mjs';
import { CertificateChain, CertificateDetails, encode } from './proto.mjs';

const DAY_S = 86400,
  ROOT_SERIAL = 0,
  INTERMEDIATE_SERIAL = 7,
  LEAF_SERIAL = 8;

export const WRONG_CHAINS = [
  'root',
  'leaf-signature',
  'expired',
  'not-yet',
  'key',
  'issuer',
  'root-issuer',
  'no-intermediate',
];

async function certificate(signer, details) {
  const bytes = encode(CertificateDetails, details);
  return { details: bytes, signature: await sign(signer.priv, bytes) };
}

export async function makeChain(root, serverPub, wrong, nowS = Math.floor(Date.now() / 1000)) {
  const intermediate = keyPair();
  const from = nowS + (wrong === 'not-yet' ? DAY_S : -DAY_S),
    to = nowS + (wrong === 'expired' ? -60 : 30 * DAY_S);
  const upper = await certificate(wrong === 'root' ? keyPair() : root, {
    serial: INTERMEDIATE_SERIAL,
    issuerSerial: wrong === 'root-issuer' ? 3 : ROOT_SERIAL,
    key: intermediate.pub,
    notBefore: from,
    notAfter: to,
  });
  const leaf = await certificate(wrong === 'leaf-signature' ? keyPair() : intermediate, {
    serial: LEAF_SERIAL,
    issuerSerial: wrong === 'issuer' ? 5 : INTERMEDIATE_SERIAL,
    key: wrong === 'key' ? keyPair().pub : serverPub,
    notBefore: from,
    notAfter: to,
  });
  return encode(CertificateChain, { leaf, intermediate: wrong === 'no-intermediate' ? undefined : upper });
}
