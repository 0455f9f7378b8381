// SPDX-License-Identifier: GPL-3.0-or-later
// What can be told of an end-to-end encrypted stanza without its keys: versions, lengths, who claims to have
// sent it, and every signature on it.
import { ACCOUNT_SIGNS, DEVICE_SIGNS, verify } from './curve.mjs';
import { bytesOf, child, children } from './node.mjs';
import { decode, SignedDeviceIdentity } from './proto.mjs';
import { readKey, readSigned, signedBy } from './keys.mjs';

const VERSION = 0x33,
  MAC_BYTES = 8,
  SIGNATURE_BYTES = 64;
const PrekeyMessage = {
  preKeyId: [1, 'uint'],
  baseKey: [2, 'bytes'],
  identityKey: [3, 'bytes'],
  message: [4, 'bytes'],
  registrationId: [5, 'uint'],
  signedPreKeyId: [6, 'uint'],
};
const SignalMessage = {
  ratchetKey: [1, 'bytes'],
  counter: [2, 'uint'],
  previousCounter: [3, 'uint'],
  ciphertext: [4, 'bytes'],
};
const GroupMessage = { id: [1, 'uint'], iteration: [2, 'uint'], ciphertext: [3, 'bytes'] };

function checkSignal(bytes, fault) {
  if (bytes[0] !== VERSION) return fault(`version ${bytes[0]} of a signal message`);
  const { ratchetKey, counter, ciphertext } = decode(SignalMessage, bytes.subarray(1, -MAC_BYTES));
  if (ratchetKey?.length !== 33 || ratchetKey[0] !== 5) fault('the ratchet key is none');
  if (counter === undefined || !ciphertext?.length || ciphertext.length % 16)
    fault('no counter or a broken ciphertext');
}

const checks = {
  msg: (bytes, sender, fault) => checkSignal(bytes, fault),
  pkmsg: (bytes, sender, fault) => {
    if (bytes[0] !== VERSION) return fault(`version ${bytes[0]} of a prekey message`);
    const found = decode(PrekeyMessage, bytes.subarray(1));
    if (!found.identityKey?.equals(Buffer.concat([Buffer.from([5]), sender.identity])))
      fault('the identity in it is not the sender’s');
    if (found.registrationId !== sender.registrationId)
      fault('the registration id in it is not the sender’s');
    if (found.signedPreKeyId === undefined || found.baseKey?.length !== 33)
      fault('no signed prekey or base key');
    return checkSignal(found.message, fault);
  },
  skmsg: (bytes, sender, fault) => {
    if (bytes[0] !== VERSION) return fault(`version ${bytes[0]} of a group message`);
    const { id, iteration, ciphertext } = decode(GroupMessage, bytes.subarray(1, -SIGNATURE_BYTES));
    if (id === undefined || iteration === undefined || !ciphertext?.length || ciphertext.length % 16)
      fault('a broken group message');
  },
};

export function checkIdentity(sender, bytes, fault) {
  const found = decode(SignedDeviceIdentity, bytes ?? Buffer.alloc(0)),
    account = sender.account.phoneSim.identity.pub;
  if (!found.accountSignatureKey?.equals(account)) return fault('device-identity: not the account’s key');
  if (
    !verify(account, Buffer.concat([ACCOUNT_SIGNS, found.details, sender.identity]), found.accountSignature)
  )
    fault('device-identity: the account signature is wrong');
  if (
    !verify(
      sender.identity,
      Buffer.concat([DEVICE_SIGNS, found.details, sender.identity, account]),
      found.deviceSignature,
    )
  )
    fault('device-identity: the device signature is wrong');
}

export function checkEnvelope(world, sender, node) {
  const fault = (what) => world.blame(sender.name, what, node);
  const encs = [
    ...children(node, 'enc'),
    ...children(child(node, 'participants'), 'to').flatMap((to) => children(to, 'enc')),
  ];
  if (!encs.length) fault('a message without a ciphertext');
  for (const { attrs, content } of encs) {
    if (attrs.v !== '2') fault(`a ciphertext of version ${attrs.v}`);
    if (!checks[attrs.type] || !Buffer.isBuffer(content)) {
      fault(`a ciphertext of type ${attrs.type}`);
      continue;
    }
    try {
      checks[attrs.type](content, sender, fault);
    } catch (error) {
      fault(`${attrs.type}: ${error.message}`);
    }
  }
  if (sender.id && encs.some(({ attrs }) => attrs.type === 'pkmsg'))
    checkIdentity(sender, bytesOf(node, 'device-identity'), fault);
}

export function checkRetry(session, node) {
  const { device } = session,
    retry = child(node, 'retry'),
    keys = child(node, 'keys');
  const fault = (what) => session.blame(`retry receipt: ${what}`, node);
  if (
    retry?.attrs.id !== node.attrs.id ||
    retry.attrs.v !== '1' ||
    !Number(retry.attrs.count) ||
    !retry.attrs.t
  )
    fault('a bad retry node');
  const registration = bytesOf(node, 'registration');
  if (registration?.length !== 4 || registration.readUInt32BE() !== device.registrationId)
    fault('another registration id');
  if (!keys) return Number(retry?.attrs.count) > 1 ? fault('no keys from the second on') : undefined;
  try {
    if (!bytesOf(keys, 'type')?.equals(Buffer.from([5]))) fault('the key type is not 5');
    if (!bytesOf(keys, 'identity')?.equals(device.identity)) fault('another identity');
    if (!signedBy(device.identity, readSigned(child(keys, 'skey'))))
      fault('the signed prekey’s signature is wrong');
    if (child(keys, 'key')) readKey(child(keys, 'key'), 'id', 'value');
    checkIdentity(device, bytesOf(keys, 'device-identity'), fault);
  } catch (error) {
    fault(error.message);
  }
  return undefined;
}
