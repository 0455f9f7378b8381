// SPDX-License-Identifier: GPL-3.0-or-later
// Who has which devices: usync queries, and the notifications when that changes.
import crypto from 'node:crypto';
import { child, children, jidParts, make } from './node.mjs';
import { LID, nowS, SERVER } from './world.mjs';
import { deliver } from './router.mjs';

const deviceHash = (account) =>
  '2:' +
  crypto
    .createHash('sha256')
    .update(
      [...account.devices.values()]
        .map((device) => device.jid())
        .sort()
        .join(''),
    )
    .digest('base64')
    .slice(0, 8);

async function devicesOf(account) {
  return make('devices', {}, [
    make(
      'device-list',
      { hash: deviceHash(account) },
      [...account.devices.values()].map((device) =>
        make('device', { id: device.id, 'key-index': device.id ? device.keyIndex : undefined }),
      ),
    ),
    make('key-index-list', { ts: nowS() }, await account.phoneSim.keyIndexList()),
  ]);
}

async function answerUser(world, user, protocols) {
  const typed = child(user, 'contact')?.content?.toString();
  const account =
    world.account(user.attrs.jid ?? user.attrs.pn_jid) ?? world.accounts.get(typed?.replace(/^\+/, '') ?? '');
  const asked = user.attrs.jid ?? user.attrs.pn_jid;
  if (!account)
    return make(
      'user',
      { jid: asked ?? `${typed?.replace(/^\+/, '')}@${SERVER}` },
      protocols.includes('contact')
        ? [make('contact', { type: 'out' }, typed ? Buffer.from(typed) : undefined)]
        : [],
    );
  const server = jidParts(asked)?.server === LID ? LID : SERVER,
    parts = [];
  for (const protocol of protocols) {
    if (protocol === 'devices') parts.push(await devicesOf(account));
    else if (protocol === 'lid') parts.push(make('lid', { val: account.jid(LID) }));
    else if (protocol === 'contact')
      parts.push(make('contact', { type: 'in' }, typed ? Buffer.from(typed) : undefined));
    else if (protocol === 'status') parts.push(make('status', { t: nowS() }, Buffer.from('')));
    else parts.push(make(protocol));
  }
  return make(
    'user',
    { jid: account.jid(server), pn_jid: server === LID ? account.jid() : undefined },
    parts,
  );
}

export async function onUsync(session, node) {
  const usync = child(node, 'usync'),
    protocols = children(child(usync, 'query')).map(({ tag }) => tag);
  if (!protocols.length) return session.refuse(node, 400, 'bad-request');
  if (protocols.includes('devices') && child(child(usync, 'query'), 'devices').attrs.version !== '2')
    session.blame('usync: devices without version 2', node);
  const users = [];
  for (const user of children(child(usync, 'list'), 'user'))
    users.push(await answerUser(session.world, user, protocols));
  session.result(node, [
    make(
      'usync',
      {
        sid: usync.attrs.sid,
        index: '0',
        last: 'true',
        mode: usync.attrs.mode,
        context: usync.attrs.context,
      },
      [
        make(
          'result',
          {},
          protocols.map((protocol) => make(protocol)),
        ),
        make('list', {}, users),
      ],
    ),
  ]);
}

function notify(world, device, type, from, content, more = {}) {
  deliver(
    world,
    device,
    make('notification', { from, type, id: world.id('N'), t: nowS(), ...more }, content),
  );
}

// Everybody who is known is told; the account's own companions in their own way.
export async function announceDevices(world, account, what, changed) {
  if (world.quiet) return;
  const list = await account.phoneSim.keyIndexList();
  for (const device of world.allDevices()) {
    if (device.id === 0 || device === changed) continue;
    if (device.account === account)
      notify(world, device, 'account_sync', account.jid(), [
        make(
          'devices',
          { dhash: deviceHash(account) },
          [...account.devices.values()].map((own) =>
            make('device', { jid: own.jid(), 'key-index': own.id ? own.keyIndex : undefined }),
          ),
        ),
      ]);
    notify(
      world,
      device,
      'devices',
      account.jid(),
      [
        make(what, { device_hash: deviceHash(account) }, [
          make('device', {
            jid: changed.jid(),
            lid: changed.jid(LID),
            'key-index': what === 'add' ? changed.keyIndex : undefined,
          }),
          make('key-index-list', { ts: nowS() }, what === 'add' ? list : undefined),
        ]),
      ],
      { lid: account.jid(LID) },
    );
  }
}

// The owner removes a companion by hand, or it leaves by itself.
export async function removeDevice(world, device) {
  device.account.devices.delete(device.id);
  world.changed();
  await announceDevices(world, device.account, 'remove', device);
  device.link?.end(make('stream:error', { code: 401 }, [make('conflict', { type: 'device_removed' })]));
}

// The owner gets a new phone: a new identity, and every companion is gone.
export async function changeIdentity(world, account) {
  for (const device of [...account.devices.values()]) if (device.id) await removeDevice(world, device);
  await account.phoneSim.install();
  for (const device of world.allDevices())
    if (device.account !== account && device.id)
      notify(world, device, 'encrypt', account.jid(), [make('identity')], { lid: account.jid(LID) });
}
