// SPDX-License-Identifier: GPL-3.0-or-later
// Prekeys: upload, count, digest, rotation, and the bundles others fetch. Every signature is verified.
import crypto from 'node:crypto';
import { verify } from './curve.mjs';
import { bytesOf, child, children, make } from './node.mjs';
import { encode, SignedDeviceIdentity } from './proto.mjs';
import { ITSELF, nowS } from './world.mjs';
import { deliver } from './router.mjs';

const KEY_TYPE = Buffer.from([5]),
  FEW = 5;

export const number = (value, bytes) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

export const signedBy = (identity, skey) =>
  verify(identity, Buffer.concat([KEY_TYPE, skey.value]), skey.signature);

export function readKey(node, ...wanted) {
  const key = {};
  for (const [name, length] of Object.entries({ id: 3, value: 32, signature: 64 })) {
    const bytes = bytesOf(node, name);
    if (wanted.includes(name) && bytes?.length !== length)
      throw new Error(`${node?.tag}: ${name} has not ${length} bytes`);
    key[name] = name === 'id' ? bytes.readUIntBE(0, 3) : bytes;
  }
  return key;
}
export const readSigned = (node) => readKey(node, 'id', 'value', 'signature');

function upload(session, node) {
  const { device } = session;
  const skey = readSigned(child(node, 'skey')),
    keys = children(child(node, 'list'), 'key').map((key) => readKey(key, 'id', 'value'));
  if (!bytesOf(node, 'identity')?.equals(device.identity)) session.blame('prekeys: another identity', node);
  if (!bytesOf(node, 'type')?.equals(KEY_TYPE)) session.blame('prekeys: the type is not 5', node);
  if (
    bytesOf(node, 'registration')?.length !== 4 ||
    bytesOf(node, 'registration').readUInt32BE() !== device.registrationId
  )
    session.blame('prekeys: another registration id', node);
  if (!signedBy(device.identity, skey)) {
    session.blame('prekeys: the signed prekey’s signature is wrong', node);
    return session.refuse(node, 406, 'not-acceptable');
  }
  if (!keys.length) session.blame('prekeys: an empty list', node);
  device.used ??= new Set();
  for (const { id, value } of keys) {
    if (device.used.has(value.toString('hex'))) session.blame(`prekeys: key ${id} was uploaded before`, node);
    device.used.add(value.toString('hex'));
    device.prekeys.set(id, value);
  }
  device.skey = skey;
  session.result(node);
  session.world.changed();
}

function rotate(session, node) {
  const skey = readSigned(child(child(node, 'rotate'), 'skey'));
  if (!signedBy(session.device.identity, skey)) {
    session.blame('rotate: the signature is wrong', node);
    return session.refuse(node, 406, 'not-acceptable');
  }
  session.device.skey = skey;
  session.result(node);
}

const skeyNode = ({ id, value, signature }) =>
  make('skey', {}, [
    make('id', {}, number(id, 3)),
    make('value', {}, value),
    make('signature', {}, signature),
  ]);

function digest(session, node) {
  const { device } = session;
  if (!device.prekeys.size) return session.refuse(node, 404, 'item-not-found');
  const hash = crypto
    .createHash('sha1')
    .update(
      Buffer.concat([device.identity, device.skey.value, device.skey.signature, ...device.prekeys.values()]),
    )
    .digest();
  session.result(node, [
    make('digest', {}, [
      make('registration', {}, number(device.registrationId, 4)),
      make('type', {}, KEY_TYPE),
      make('identity', {}, device.identity),
      skeyNode(device.skey),
      make(
        'list',
        {},
        [...device.prekeys.keys()].map((id) => make('id', {}, number(id, 3))),
      ),
      make('hash', {}, hash),
    ]),
  ]);
}

const tellFew = (world, device) =>
  deliver(
    world,
    device,
    make('notification', { from: ITSELF, type: 'encrypt', id: world.id('N'), t: nowS() }, [
      make('count', { value: device.prekeys.size }),
    ]),
  );

// A one-time key is given once; none where there are none left or a test took them.
export function takePrekey(world, device) {
  const [first] = device.prekeys;
  if (!first || device.withoutOneTimeKeys) return undefined;
  device.prekeys.delete(first[0]);
  if (device.id && device.prekeys.size === FEW) tellFew(world, device);
  return { id: first[0], value: first[1] };
}

// Others took all but a few; the device is told, and is to bring more.
export function drainPrekeys(world, device, leave) {
  for (const id of [...device.prekeys.keys()].slice(leave)) device.prekeys.delete(id);
  tellFew(world, device);
}

function bundle(world, jid) {
  const device = world.device(jid);
  if (!device?.skey) return make('user', { jid }, [make('error', { code: 406, text: 'not-acceptable' })]);
  const key = takePrekey(world, device),
    forged = device.forgeSkey;
  const skey = forged ? { ...device.skey, signature: crypto.randomBytes(64) } : device.skey;
  return make('user', { jid, t: nowS() }, [
    make('registration', {}, number(device.registrationId, 4)),
    make('type', {}, KEY_TYPE),
    make('identity', {}, device.identity),
    skeyNode(skey),
    ...(key ? [make('key', {}, [make('id', {}, number(key.id, 3)), make('value', {}, key.value)])] : []),
    ...(device.id ? [make('device-identity', {}, encode(SignedDeviceIdentity, device.signedIdentity))] : []),
  ]);
}

export function onEncrypt(session, node) {
  const { world, device } = session,
    set = node.attrs.type === 'set';
  try {
    if (set && child(node, 'rotate')) return rotate(session, node);
    if (set && child(node, 'list')) return upload(session, node);
    if (child(node, 'count')) return session.result(node, [make('count', { value: device.prekeys.size })]);
    if (child(node, 'digest')) return digest(session, node);
    if (child(node, 'key'))
      return session.result(node, [
        make(
          'list',
          {},
          children(child(node, 'key'), 'user').map(({ attrs }) => bundle(world, attrs.jid)),
        ),
      ]);
    if (child(node, 'identity'))
      return session.result(node, [
        make(
          'list',
          {},
          children(child(node, 'identity'), 'user').map(({ attrs: { jid } }) =>
            make('user', { jid }, [
              make('identity', {}, world.device(jid)?.identity),
              make('type', {}, KEY_TYPE),
            ]),
          ),
        ),
      ]);
  } catch (error) {
    session.blame(error.message, node);
    return session.refuse(node, 400, 'bad-request');
  }
  return session.refuse(node, 501, 'feature-not-implemented');
}
