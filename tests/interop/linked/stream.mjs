// SPDX-License-Identifier: GPL-3.0-or-later
// Messages for one device that are sealed and written before anybody looks at a clock, and then all go at once:
// what is measured is whoever receives them, and not this server.
import { performance } from 'node:perf_hooks';
import { child, children, encodeNode, make } from './node.mjs';
import { encode, Message } from './proto.mjs';
import { heads } from './router.mjs';
import { Session } from './session.mjs';
import { nowS } from './world.mjs';

// The phones of @phones each say @each texts, in turns. Those who are to have heard @heard messages have.
export async function makeReady(world, device, phones, { text, each, heard = 0 }) {
  await world.until(() => phones.every(({ phoneSim }) => phoneSim.inbox.length >= heard));
  const ready = [];
  for (let n = 1; n <= each; n++)
    for (const account of phones) {
      const { phoneSim } = account,
        id = world.id('STREAM'),
        plain = encode(Message, { conversation: `${text} ${n}` });
      const enc = await phoneSim.seal(device, plain);
      const node = make(
        'message',
        heads(world, account.devices.get(0), make('message', { id, type: 'text' }), device, device.jid()),
        [enc],
      );
      ready.push({ id, bytes: encodeNode(node) });
    }
  return ready;
}

// What comes back is counted and answered, and goes to nobody: that would cost more than whoever is measured.
function count(session, left, done) {
  session.onNode = (node) => {
    const { class: kind, id, to, type } = node.attrs;
    if (node.tag === 'receipt') {
      for (const one of [id, ...children(child(node, 'list'), 'item').map(({ attrs }) => attrs.id)])
        left.delete(one);
      session.send(make('ack', { class: 'receipt', id, from: to, type, t: nowS() }));
    } else if (node.tag === 'ack' && kind === 'message') left.delete(id);
    else return Session.prototype.onNode.call(session, node);
    return left.size || done();
  };
}

// How long it took until the device had acknowledged all of them, and what this server did meanwhile.
export async function letGo(device, ready) {
  const session = device.link,
    left = new Set(ready.map(({ id }) => id)),
    used = process.cpuUsage(),
    begun = performance.now();
  const over = new Promise((resolve) => {
    count(session, left, resolve);
  });
  for (const { bytes } of ready) session.sendPlain(bytes);
  await over;
  delete session.onNode;
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - begun) / 1000, own_cpu_s: (user + system) / 1e6 };
}
