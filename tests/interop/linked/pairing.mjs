// SPDX-License-Identifier: GPL-3.0-or-later
// How a companion becomes a device of an account: the phone scans its QR text, or types its code. Both end in
// pair-success, the companion's signature, and 515.
import crypto from 'node:crypto';
import { ACCOUNT_SIGNS, DEVICE_SIGNS, hkdf, keyPair, shared, sign, verify } from './curve.mjs';
import { bytesOf, child, make } from './node.mjs';
import {
  decode,
  DeviceIdentity,
  DeviceIdentityHmac,
  DeviceProps,
  encode,
  SignedDeviceIdentity,
} from './proto.mjs';
import { Device, ITSELF, LID, nowS } from './world.mjs';
import { announceDevices } from './devices.mjs';

// zapo-js restarts by itself and takes a 515 that overtakes it for a logout; the service is not that fast.
const RESTART_AFTER_MS = 400;
const REFS = 6,
  ROUNDS = 131072;
const QR_PREFIX = /^https:\/\/wa\.me\/settings\/linked_devices#/;
const DISPLAY = /^\S[^()]* \([^()]+\)$/;

// A connection that asked to be registered.
export function offerPairing(session, data) {
  const { world } = session;
  const fields = {
    eRegid: 4,
    eKeytype: 1,
    eIdent: 32,
    eSkeyId: 3,
    eSkeyVal: 32,
    eSkeySig: 64,
    buildHash: 16,
  };
  for (const [name, length] of Object.entries(fields))
    if (data[name]?.length !== length)
      world.blame(session.name, `registration: ${name} has ${data[name]?.length} bytes, not ${length}`);
  if (data.eKeytype?.[0] !== 5) world.blame(session.name, 'registration: the key type is not 5');
  if (
    !verify(data.eIdent, Buffer.concat([Buffer.from([5]), data.eSkeyVal ?? Buffer.alloc(0)]), data.eSkeySig)
  )
    world.blame(session.name, 'registration: the signed prekey is not signed by the identity');
  const props = decode(DeviceProps, data.deviceProps ?? Buffer.alloc(0));
  if (!props.os) world.blame(session.name, 'registration: no os in the device properties');
  const refs = Array.from({ length: REFS }, () => `2@${crypto.randomBytes(48).toString('base64')}`);
  session.pairing = { data, refs, props };
  session.ask(
    make('iq', { from: ITSELF, type: 'set' }, [
      make(
        'pair-device',
        {},
        refs.map((ref) => make('ref', {}, Buffer.from(ref))),
      ),
    ]),
    (answer) => {
      if (answer.attrs.type !== 'result')
        world.blame(session.name, 'pair-device was not acknowledged', answer);
    },
  );
}

// The owner holds the phone's camera over the QR text.
export async function scanQr(world, account, text, { forge } = {}) {
  const fields = text.replace(QR_PREFIX, '').split(',');
  const [ref, noise, identity, adv] = fields;
  const session = [...world.sessions].find((candidate) => candidate.pairing?.refs.includes(ref));
  if (!session) throw new Error('no connection has this ref');
  const keys = [noise, identity, adv].map((part) => Buffer.from(part ?? '', 'base64'));
  if (keys.some((key) => key.length !== 32)) world.blame(session.name, 'QR: a key is not of 32 bytes');
  if (!keys[0].equals(session.clientKey))
    world.blame(session.name, 'QR: the noise key is not that of the connection');
  if (!keys[1].equals(session.pairing.data.eIdent))
    world.blame(session.name, 'QR: the identity is not that of the registration');
  return link(session, account, keys[2], forge);
}

// A companion that asks for a code: its ephemeral key comes under the code, which only the owner sees.
export function companionHello(session, node, request) {
  const { world } = session,
    wrapped = bytesOf(request, 'link_code_pairing_wrapped_companion_ephemeral_pub');
  const display = String(bytesOf(request, 'companion_platform_display') ?? '');
  const account = world.account(request.attrs.jid);
  if (!account) return session.refuse(node, 404, 'item-not-found');
  if (!DISPLAY.test(display)) {
    world.blame(session.name, `code pairing: display name “${display}”`, node);
    return session.refuse(node, 400, 'bad-request');
  }
  if (wrapped?.length !== 80)
    world.blame(session.name, 'code pairing: the wrapped key has not 80 bytes', node);
  if (!bytesOf(request, 'companion_server_auth_key_pub')?.equals(session.clientKey))
    world.blame(session.name, 'code pairing: the auth key is not the noise key', node);
  session.codePairing = {
    account,
    wrapped,
    ref: Buffer.from(`code-${crypto.randomBytes(8).toString('hex')}`),
  };
  session.result(node, [
    make('link_code_companion_reg', { stage: 'companion_hello' }, [
      make('link_code_pairing_ref', {}, session.codePairing.ref),
    ]),
  ]);
}

const codeKey = (code, salt) => crypto.pbkdf2Sync(code, salt, ROUNDS, 32, 'sha256');
function counterMode(key, counter, bytes) {
  const cipher = crypto.createCipheriv('aes-256-ctr', key, counter);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

// The owner types a code; it is not known to be right before companion_finish.
export async function typeCode(world, account, code) {
  const session = [...world.sessions].find((candidate) => candidate.codePairing?.account === account);
  if (!session) throw new Error('nobody asked for a code for this number');
  const pending = session.codePairing,
    { wrapped } = pending;
  const text = code.replace(/-/g, '').toUpperCase();
  pending.companion = counterMode(
    codeKey(text, wrapped.subarray(0, 32)),
    wrapped.subarray(32, 48),
    wrapped.subarray(48),
  );
  pending.mine = keyPair();
  const salt = crypto.randomBytes(32),
    counter = crypto.randomBytes(16);
  const sealed = Buffer.concat([salt, counter, counterMode(codeKey(text, salt), counter, pending.mine.pub)]);
  const outcome = new Promise((resolve, reject) => {
    pending.settle = { resolve, reject };
  });
  session.send(
    make('notification', { from: ITSELF, type: 'link_code_companion_reg', id: world.id(), t: nowS() }, [
      make('link_code_companion_reg', { stage: 'primary_hello' }, [
        make('link_code_pairing_wrapped_primary_ephemeral_pub', {}, sealed),
        make('primary_identity_pub', {}, account.phoneSim.identity.pub),
        make('link_code_pairing_ref', {}, pending.ref),
      ]),
    ]),
  );
  return outcome;
}

export async function companionFinish(session, node, request) {
  const { world } = session,
    pending = session.codePairing,
    identity = bytesOf(request, 'companion_identity_public');
  if (!pending?.settle || !bytesOf(request, 'link_code_pairing_ref')?.equals(pending.ref))
    return session.refuse(node, 400, 'bad-request');
  session.result(node);
  const bundle = bytesOf(request, 'link_code_pairing_wrapped_key_bundle') ?? Buffer.alloc(60);
  const secret = shared(pending.mine.priv, pending.companion);
  const key = hkdf(secret, bundle.subarray(0, 32), 'link_code_pairing_key_bundle_encryption_key', 32);
  let plain;
  try {
    const cipher = crypto.createDecipheriv('aes-256-gcm', key, bundle.subarray(32, 44));
    cipher.setAuthTag(bundle.subarray(-16));
    plain = Buffer.concat([cipher.update(bundle.subarray(44, -16)), cipher.final()]);
  } catch {
    return pending.settle.reject(new Error('the code is wrong'));
  }
  const own = pending.account.phoneSim.identity;
  if (!plain.subarray(0, 32).equals(identity) || !identity.equals(session.pairing.data.eIdent))
    world.blame(session.name, 'code pairing: the identity in the bundle is another', node);
  if (!plain.subarray(32, 64).equals(own.pub))
    world.blame(session.name, 'code pairing: the bundle names another phone', node);
  const adv = hkdf(
    Buffer.concat([secret, shared(own.priv, identity), plain.subarray(64)]),
    Buffer.alloc(0),
    'adv_secret',
    32,
  );
  const { settle } = pending;
  session.codePairing = null;
  link(session, pending.account, adv).then(settle.resolve, settle.reject);
}

async function signIn(account, facts, forge) {
  const details = encode(DeviceIdentity, {
    rawId: account.rawId,
    timestamp: nowS(),
    keyIndex: facts.keyIndex,
    accountType: 0,
    deviceType: 0,
  });
  const { identity } = account.phoneSim,
    signer = forge === 'account-signature' ? keyPair() : identity;
  return {
    details,
    accountSignatureKey: identity.pub,
    accountSignature: await sign(signer.priv, Buffer.concat([ACCOUNT_SIGNS, details, facts.identity])),
  };
}

// The phone signs the companion in; resolves to the new device once the companion has signed as well.
async function link(session, account, adv, forge) {
  const {
      world,
      pairing: { data },
    } = session,
    id = account.lastDevice + 1,
    keyIndex = account.lastKeyIndex + 1;
  const device = new Device(account, id, {
    keyIndex,
    identity: data.eIdent,
    noiseKey: session.clientKey,
    registrationId: data.eRegid.readUInt32BE(),
    skey: { id: data.eSkeyId.readUIntBE(0, 3), value: data.eSkeyVal, signature: data.eSkeySig },
  });
  const signed = await signIn(account, device, forge),
    details = encode(SignedDeviceIdentity, signed);
  const hmac = crypto
    .createHmac('sha256', forge === 'hmac' ? crypto.randomBytes(32) : adv)
    .update(details)
    .digest();
  const answer = await new Promise((resolve, reject) => {
    session.onClosed = () => reject(new Error('the companion hung up'));
    session.ask(
      make('iq', { from: ITSELF, type: 'set' }, [
        make('pair-success', {}, [
          make('device-identity', {}, encode(DeviceIdentityHmac, { details, hmac })),
          make('device', { jid: device.jid(), lid: device.jid(LID) }),
          make('platform', { name: account.business ? 'smba' : 'android' }),
          ...(account.business ? [make('biz', { name: account.business })] : []),
        ]),
      ]),
      resolve,
    );
  });
  if (answer.attrs.type !== 'result') throw new Error('the companion refused');
  if (forge) world.blame(session.name, `a forged ${forge} was accepted`, answer);
  const node = child(child(answer, 'pair-device-sign'), 'device-identity');
  const theirs = decode(SignedDeviceIdentity, node?.content ?? Buffer.alloc(0));
  if (node?.attrs['key-index'] !== String(keyIndex))
    world.blame(session.name, 'pair-device-sign: wrong key-index', answer);
  if (theirs.accountSignatureKey?.length)
    world.blame(session.name, 'pair-device-sign: carries the account key', answer);
  if (!theirs.details?.equals(signed.details) || !theirs.accountSignature?.equals(signed.accountSignature))
    world.blame(session.name, 'pair-device-sign: the phone’s part was changed', answer);
  if (
    !verify(
      device.identity,
      Buffer.concat([DEVICE_SIGNS, signed.details, device.identity, signed.accountSignatureKey]),
      theirs.deviceSignature,
    )
  ) {
    world.blame(session.name, 'pair-device-sign: the device signature is wrong', answer);
    throw new Error('the device signature is wrong');
  }
  device.signedIdentity = { ...signed, deviceSignature: theirs.deviceSignature };
  account.lastDevice = id;
  account.lastKeyIndex = keyIndex;
  account.devices.set(id, device);
  session.pairing = null;
  setTimeout(() => session.end(make('stream:error', { code: 515 })), RESTART_AFTER_MS);
  await announceDevices(world, account, 'add', device);
  return device;
}
