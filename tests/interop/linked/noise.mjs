// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of Noise_XX_25519_AESGCM_SHA256 as WhatsApp Web uses it; a client that resumes with IK is
// led back to XX (XXfallback), as the protocol allows. Frames have three bytes of length.
import crypto from 'node:crypto';
import { hkdf, keyPair, shared } from './curve.mjs';
import { decode, encode, Handshake } from './proto.mjs';

const XX = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0');
const FALLBACK = Buffer.from('Noise_XXfallback_25519_AESGCM_SHA256');
const NONE = Buffer.alloc(0),
  TAG_BYTES = 16;
const HEADER = Buffer.from('WA');
const NOISE_VERSION = 6,
  DICTIONARY_VERSION = 3;
export const FRAME_LIMIT = 1 << 24;

const sha256 = (...parts) => crypto.createHash('sha256').update(Buffer.concat(parts)).digest();

function iv(counter) {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(counter, 8);
  return bytes;
}

class Cipher {
  counter = 0;
  constructor(key) {
    this.key = key;
  }
  seal(plain, aad = NONE) {
    const cipher = crypto.createCipheriv('aes-256-gcm', this.key, iv(this.counter++)).setAAD(aad);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
  open(sealed, aad = NONE) {
    if (sealed.length < TAG_BYTES) throw new Error('noise: too short');
    const cipher = crypto.createDecipheriv('aes-256-gcm', this.key, iv(this.counter++)).setAAD(aad);
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]);
  }
}

class Symmetric {
  constructor(name, prologue) {
    this.hash = this.salt = name.length === 32 ? name : sha256(name);
    this.mix(prologue);
  }
  mix(data) {
    this.hash = sha256(this.hash, data);
  }
  mixKey(secret) {
    const keys = hkdf(secret, this.salt, NONE, 64);
    this.salt = keys.subarray(0, 32);
    this.cipher = new Cipher(keys.subarray(32));
  }
  seal(plain) {
    const sealed = this.cipher.seal(plain, this.hash);
    this.mix(sealed);
    return sealed;
  }
  open(sealed) {
    const plain = this.cipher.open(sealed, this.hash);
    this.mix(sealed);
    return plain;
  }
  split() {
    const keys = hkdf(NONE, this.salt, NONE, 64);
    return { incoming: new Cipher(keys.subarray(0, 32)), outgoing: new Cipher(keys.subarray(32)) };
  }
}

// Bytes of the socket in, whole frames out; the first bytes are the header, with routing information before it.
export class Frames {
  rest = NONE;
  push(bytes) {
    this.rest = Buffer.concat([this.rest, bytes]);
    const frames = [];
    if (!this.header && !this.readHeader()) return frames;
    while (this.rest.length >= 3) {
      const length = this.rest.readUIntBE(0, 3);
      if (this.rest.length < 3 + length) break;
      frames.push(this.rest.subarray(3, 3 + length));
      this.rest = this.rest.subarray(3 + length);
    }
    return frames;
  }
  readHeader() {
    if (this.rest.length < 7) return false;
    if (this.rest.subarray(0, 4).equals(Buffer.from([0x45, 0x44, 0, 1]))) {
      const length = this.rest.readUIntBE(4, 3);
      if (this.rest.length < 11 + length) return false;
      this.routing = this.rest.subarray(7, 7 + length);
      this.rest = this.rest.subarray(7 + length);
    }
    this.header = Buffer.from(this.rest.subarray(0, 4));
    if (!this.header.subarray(0, 2).equals(HEADER)) throw new Error('noise: no WA header');
    if (this.header[2] !== NOISE_VERSION || this.header[3] !== DICTIONARY_VERSION)
      throw new Error(`noise: version ${this.header[2]}.${this.header[3]}`);
    this.rest = this.rest.subarray(4);
    return true;
  }
}

export const frame = (bytes) => {
  if (bytes.length >= FRAME_LIMIT) throw new Error('noise: frame too long');
  const length = Buffer.alloc(3);
  length.writeUIntBE(bytes.length, 0, 3);
  return Buffer.concat([length, bytes]);
};

export class Responder {
  constructor(serverKey, chain) {
    this.serverKey = serverKey;
    this.chain = chain;
  }
  // The first frame of the client; the answer to send.
  hello(header, bytes) {
    const { clientHello } = decode(Handshake, bytes);
    if (clientHello?.ephemeral?.length !== 32) throw new Error('noise: no client hello');
    const state = (this.state = new Symmetric(clientHello.static ? FALLBACK : XX, header));
    this.ephemeral = keyPair();
    state.mix(clientHello.ephemeral);
    state.mix(this.ephemeral.pub);
    state.mixKey(shared(this.ephemeral.priv, clientHello.ephemeral));
    const sealedKey = state.seal(this.serverKey.pub);
    state.mixKey(shared(this.serverKey.priv, clientHello.ephemeral));
    return encode(Handshake, {
      serverHello: { ephemeral: this.ephemeral.pub, static: sealedKey, payload: state.seal(this.chain) },
    });
  }
  // The second frame; the client's static key and payload.
  finish(bytes) {
    const { clientFinish } = decode(Handshake, bytes);
    if (!clientFinish?.static || !clientFinish.payload) throw new Error('noise: no client finish');
    const clientKey = this.state.open(clientFinish.static);
    this.state.mixKey(shared(this.ephemeral.priv, clientKey));
    const payload = this.state.open(clientFinish.payload);
    return { clientKey, payload, ...this.state.split() };
  }
}
