// SPDX-License-Identifier: GPL-3.0-or-later
// Messages for one device that are sealed and written before anybody looks at a clock, and then all go at once:
// what is measured is whoever receives them, and not this server.
import { performance } from 'node:perf_hooks';
import { encodeNode, make } from './node.mjs';
import { encode, Message } from './proto.mjs';
import { heads } from './router.mjs';

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
      ready.push({ node, bytes: encodeNode(node) });
    }
  return ready;
}

// How long it took until the device had acknowledged all of them, and what this server did meanwhile.
export async function letGo(world, device, ready) {
  const used = process.cpuUsage(),
    begun = performance.now();
  for (const { node, bytes } of ready) {
    device.waiting.set(++world.lastStanza, node);
    device.link.sendPlain(bytes);
  }
  await world.until(() => !device.waiting.size);
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - begun) / 1000, own_cpu_s: (user + system) / 1e6 };
}
