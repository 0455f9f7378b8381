// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there and who is writing. Nothing of it is kept for a device that is away.
import { jidParts, make } from './node.mjs';
import { LID, nowS, SERVER } from './world.mjs';

const serverOf = (jid) => (jidParts(jid)?.server === LID ? LID : SERVER);
const isThere = (account) => [...account.devices.values()].some(({ available }) => available);

function tell(device, account, server) {
  if (device.link?.ready)
    device.link.send(
      make('presence', {
        from: account.jid(server),
        ...(isThere(account) ? {} : { type: 'unavailable', last: nowS() }),
      }),
    );
}

export function onPresence(session, node) {
  const { world, device } = session,
    { type = 'available', to, name } = node.attrs;
  if (!device) return;
  if (type === 'subscribe') {
    const account = world.account(to);
    if (!account) return;
    (account.watchers ??= new Map()).set(device, serverOf(to));
    tell(device, account, serverOf(to));
    return;
  }
  if (name) device.pushName = name;
  device.available = type === 'available';
  for (const [watcher, server] of device.account.watchers ?? []) tell(watcher, device.account, server);
}

export function onChatstate(session, node) {
  const { world, device } = session,
    { to } = node.attrs,
    group = world.groups.get(to);
  const targets = group
    ? [...group.members].filter((account) => account !== device.account)
    : [world.account(to)].filter(Boolean);
  const from = group ? to : device.account.jid(serverOf(to));
  for (const account of targets)
    for (const other of account.devices.values())
      if (other.link?.ready && other.available)
        other.link.send(
          make(
            'chatstate',
            {
              from,
              participant: group ? device.account.jid(group.mode === 'lid' ? LID : SERVER) : undefined,
            },
            node.content,
          ),
        );
}
