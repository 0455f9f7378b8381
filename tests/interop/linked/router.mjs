// SPDX-License-Identifier: GPL-3.0-or-later
// Where stanzas go: a message to every device that has a ciphertext in it, a receipt to the author, and each of
// them kept until the device says it has it.
import crypto from 'node:crypto';
import { checkEnvelope, checkRetry } from './envelope.mjs';
import { child, children, jidParts, make } from './node.mjs';
import { applyFaults } from './faults.mjs';
import { GROUP, LID, nowS, SERVER } from './world.mjs';

// To a device, now or when it comes back.
export function deliver(world, device, node) {
  if (device.id === 0) return void world.later(device.account.phoneSim.receive(node));
  device.waiting.set(++world.lastStanza, node);
  if (device.link?.ready) device.link.send(node);
}

// The device has it: the first of this kind, id and sender (and of this type, where receipts differ by it).
function settle(device, kind, id, to, type) {
  for (const [number, node] of device.waiting)
    if (
      node.tag === kind &&
      node.attrs.id === id &&
      jidParts(node.attrs.from)?.user === jidParts(to)?.user &&
      (kind !== 'receipt' || node.attrs.type === type)
    )
      return device.waiting.delete(number);
  return false;
}

export function onAck(session, node) {
  const { class: kind, id, to, type } = node.attrs;
  if (!['message', 'receipt', 'notification'].includes(kind))
    return session.blame(`an acknowledgement of class ${kind}`, node);
  settle(session.device, kind, id, to, type);
  return session.world.changed();
}

// What all devices of a message, with the one that sends, are known by; a client with another list asks again.
const hashed = ({ account, id }, server) =>
  `${server === LID ? account.lid : account.phone}.0:${id}@${server}`;
export const participantHash = (devices, server) =>
  '2:' +
  crypto
    .createHash('sha256')
    .update(
      devices
        .map((device) => hashed(device, server))
        .sort()
        .join(''),
    )
    .digest()
    .subarray(0, 6)
    .toString('base64');

// What is told of a message besides its ciphertext.
export function heads(world, sender, node, device, to) {
  const { account } = sender,
    own = device.account === account,
    parts = jidParts(to);
  const common = {
    id: node.attrs.id,
    type: node.attrs.type,
    t: nowS(),
    notify: account.name,
    edit: node.attrs.edit,
    category: node.attrs.category,
  };
  if (parts.server === GROUP) {
    const mode = world.groups.get(to).mode,
      lid = mode === 'lid';
    return {
      ...common,
      from: to,
      participant: sender.jid(lid ? LID : SERVER),
      addressing_mode: mode,
      [lid ? 'participant_pn' : 'participant_lid']: account.jid(lid ? SERVER : LID),
    };
  }
  const server = parts.server === LID ? LID : SERVER,
    other = server === LID ? SERVER : LID,
    suffix = server === LID ? 'pn' : 'lid';
  const peer = world.account(to);
  return {
    ...common,
    from: sender.jid(server),
    addressing_mode: server === LID ? 'lid' : 'pn',
    ...(own && peer !== account
      ? { recipient: peer.jid(server), [`peer_recipient_${suffix}`]: peer.jid(other) }
      : { [`sender_${suffix}`]: account.jid(other) }),
  };
}

function sendOn(world, sender, node, device, encs) {
  const rest = children(node).filter(({ tag }) =>
    ['device-identity', 'meta', 'biz', 'reporting'].includes(tag),
  );
  const identity =
    sender.id && encs.some((enc) => enc.attrs.type === 'pkmsg')
      ? rest
      : rest.filter(({ tag }) => tag !== 'device-identity');
  const message = make('message', heads(world, sender, node, device, node.attrs.to), [...encs, ...identity]);
  for (const faulty of applyFaults(world, device, message)) deliver(world, device, faulty);
}

// The devices a message must reach: all of both sides, or of every member; never the one that sends.
function expected(world, sender, to) {
  const group = world.groups.get(to);
  const accounts = group ? [...group.members] : [world.account(to), sender.account];
  return new Set(
    accounts.flatMap((account) => [...account.devices.values()]).filter((device) => device !== sender),
  );
}

function fanOut(world, sender, node) {
  const { to } = node.attrs,
    wanted = expected(world, sender, to),
    shared = children(node, 'enc');
  const given = new Map(
    children(child(node, 'participants'), 'to').map((part) => [
      world.device(part.attrs.jid),
      children(part, 'enc'),
    ]),
  );
  const group = world.groups.get(to);
  let missing = false;
  for (const device of wanted) {
    const encs = [...(given.get(device) ?? []), ...shared];
    if (encs.length) sendOn(world, sender, node, device, encs);
    else missing = true;
    if (!group && !given.has(device)) missing = true;
  }
  for (const device of given.keys())
    if (device && !wanted.has(device))
      world.blame(sender.name, 'a message has a ciphertext for a device it must not go to', node);
  return missing;
}

// A client whose list of devices is not ours is told our hash of it.
function fanOutChecked(world, sender, node) {
  const { to, phash } = node.attrs,
    lid = (world.groups.get(to)?.mode ?? jidParts(to).server) === LID;
  const missing = fanOut(world, sender, node),
    hash = participantHash([...expected(world, sender, to), sender], lid ? LID : SERVER);
  if (phash) world.hashes[phash === hash ? 'right' : 'wrong']++;
  return missing || (phash && phash !== hash) ? { phash: hash } : {};
}

// A message from a device; the acknowledgement's further attributes.
export async function route(world, sender, node) {
  const { to } = node.attrs,
    parts = jidParts(to),
    group = world.groups.get(to);
  checkEnvelope(world, sender, node);
  if (parts?.server === GROUP && !group?.members.has(sender.account)) return { error: 404 };
  if (!group && !world.account(to)) return { error: 404 };
  const single = group
    ? node.attrs.participant
    : parts.device ||
        node.attrs.category === 'peer' ||
        node.attrs.device_fanout === 'false' ||
        !child(node, 'participants')
      ? to
      : undefined;
  const token = child(node, 'tctoken')?.content;
  if (token && !group) (world.account(to).shownTokens ??= []).push(token.toString('hex'));
  if (!single) return fanOutChecked(world, sender, node);
  const device = world.device(single);
  if (!device) return { error: 479 };
  sendOn(world, sender, node, device, children(node, 'enc'));
  return {};
}

export async function onMessage(session, node) {
  const { world, device } = session,
    { id, to } = node.attrs;
  if (!id) return session.blame('a message without id', node);
  const answer = await route(world, device, node);
  session.send(
    make('ack', {
      class: 'message',
      id,
      from: to,
      t: nowS(),
      participant: node.attrs.participant,
      ...answer,
    }),
  );
}

function forward(world, session, node, targets, from, more) {
  const { id, type, t } = node.attrs;
  for (const device of targets)
    if (device && device !== session.device)
      deliver(
        world,
        device,
        make(
          'receipt',
          { from, id, type, t: t ?? nowS(), ...more },
          children(node).length ? node.content : undefined,
        ),
      );
}

function routeReceipt(session, node) {
  const {
      world,
      device,
      device: { account },
    } = session,
    { to, type, participant } = node.attrs;
  const parts = jidParts(to),
    lid = parts?.server === LID,
    group = world.groups.get(to);
  const reader = device.jid(lid || group?.mode === 'lid' ? LID : SERVER);
  const author = world.device(participant ?? to) ?? world.account(participant ?? to)?.devices.get(0);
  if (type === 'retry') {
    checkRetry(session, node);
    if (!author) return undefined;
    return forward(
      world,
      session,
      node,
      [author],
      group ? to : reader,
      group
        ? { participant: reader }
        : { recipient: author.account === account ? node.attrs.recipient : undefined },
    );
  }
  if (!author || type === 'sender' || type === 'hist_sync' || type === 'peer_msg') return undefined;
  if (group)
    return forward(world, session, node, [...author.account.devices.values()], to, { participant: reader });
  if (type === 'read-self' || author.account === account) return undefined;
  return forward(world, session, node, [...author.account.devices.values()], reader);
}

export function onReceipt(session, node) {
  const { id, to, type, participant } = node.attrs,
    { world, device } = session;
  if (!id || !to) return session.blame('a receipt without id or to', node);
  for (const one of [id, ...children(child(node, 'list'), 'item').map(({ attrs }) => attrs.id)])
    while (settle(device, 'message', one, to));
  world.changed();
  routeReceipt(session, node);
  return session.send(make('ack', { class: 'receipt', id, from: to, type, participant, t: nowS() }));
}
