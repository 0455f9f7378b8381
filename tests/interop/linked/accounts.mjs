// SPDX-License-Identifier: GPL-3.0-or-later
// A new account with its simulated phone, and what that phone needs of the server.
import { bytesOf, child, children, jidParts, make } from './node.mjs';
import { readKey, readSigned, takePrekey } from './keys.mjs';
import { Phone } from './phone.mjs';
import { route } from './router.mjs';
import { Account, LID, SERVER } from './world.mjs';

const asBundle = (device, skey, key) => ({
  regId: device.registrationId,
  identity: device.identity,
  signedKey: { id: skey.id, publicKey: skey.value, signature: skey.signature },
  ...(key ? { oneTimeKey: { id: key.id, publicKey: key.value } } : {}),
});

// A device could not read what the phone sent: once more, for that device only, in a new session.
async function answerRetry(world, phone, node) {
  if (node.attrs.type !== 'retry')
    return void phone.receipts.push({
      id: node.attrs.id,
      type: node.attrs.type ?? 'delivered',
      from: world.device(node.attrs.participant ?? node.attrs.from)?.name,
    });
  const device = world.device(node.attrs.participant ?? node.attrs.from),
    kept = phone.sent.get(node.attrs.id);
  if (!device || !kept) return undefined;
  const keys = child(node, 'keys'),
    offered = children(keys, 'key')[0];
  const bundle = keys
    ? asBundle(
        { registrationId: bytesOf(node, 'registration').readUInt32BE(), identity: bytesOf(keys, 'identity') },
        readSigned(child(keys, 'skey')),
        offered && readKey(offered, 'id', 'value'),
      )
    : asBundle(device, device.skey, takePrekey(world, device));
  const enc = await phone.seal(device, device.account === phone.account ? kept.own : kept.plain, bundle);
  enc.attrs.count = child(node, 'retry').attrs.count;
  const server = jidParts(node.attrs.from).server === LID ? LID : SERVER;
  return route(
    world,
    phone.account.devices.get(0),
    make('message', { id: node.attrs.id, to: device.jid(server), type: 'text' }, [enc]),
  );
}

export async function addAccount(world, { phone, lid, name, business }) {
  const account = new Account(phone, lid, name, { business });
  account.phoneSim = new Phone(world, account);
  account.phoneSim.router = {
    route: (sender, node) => route(world, sender, node),
    takeBundle: (device) => asBundle(device, device.skey, takePrekey(world, device)),
    answerRetry: (sim, node) => answerRetry(world, sim, node),
  };
  await account.phoneSim.install();
  world.accounts.set(phone, account);
  return account;
}
