// SPDX-License-Identifier: GPL-3.0-or-later
// Groups: who is in them. Members are addressed by LID, as in new groups of WhatsApp, or by phone number
// where a test says so.
import { child, children, make } from './node.mjs';
import { deliver } from './router.mjs';
import { GROUP, LID, nowS, SERVER } from './world.mjs';

export const groupNode = (group) => {
  const server = group.mode === 'lid' ? LID : SERVER;
  return make(
    'group',
    {
      id: group.jid.split('@')[0],
      subject: group.subject,
      s_t: group.at,
      s_o: group.creator.jid(server),
      creation: group.at,
      creator: group.creator.jid(server),
      addressing_mode: group.mode,
      size: group.members.size,
      p_v_id: '1',
      a_v_id: '1',
    },
    [...group.members].map((account) =>
      make('participant', {
        jid: account.jid(server),
        [server === LID ? 'phone_number' : 'lid']: account.jid(server === LID ? SERVER : LID),
        type: account === group.creator ? 'superadmin' : undefined,
      }),
    ),
  );
};

function tell(world, group, author, accounts, content) {
  if (world.quiet) return;
  for (const account of accounts)
    for (const device of account.devices.values())
      if (device.id)
        deliver(
          world,
          device,
          make(
            'notification',
            {
              from: group.jid,
              type: 'w:gp2',
              id: world.id('G'),
              t: nowS(),
              notify: author.name,
              participant: author.jid(group.mode === 'lid' ? LID : SERVER),
              addressing_mode: group.mode,
              [group.mode === 'lid' ? 'participant_pn' : 'participant_lid']: author.jid(
                group.mode === 'lid' ? SERVER : LID,
              ),
            },
            content,
          ),
        );
}

export function createGroup(world, creator, members, subject, mode = 'lid') {
  const group = {
    jid: `12036${3000000000000 + ++world.lastId}@${GROUP}`,
    subject,
    mode,
    creator,
    at: nowS(),
    members: new Set([creator, ...members]),
  };
  world.groups.set(group.jid, group);
  tell(world, group, creator, group.members, [make('create', { type: 'new' }, [groupNode(group)])]);
  return group;
}

export function changeGroup(world, group, what, account) {
  const told = new Set([...group.members, account]),
    server = group.mode === 'lid' ? LID : SERVER;
  if (what === 'add') group.members.add(account);
  else group.members.delete(account);
  tell(world, group, group.creator, told, [
    make(what, {}, [
      make('participant', {
        jid: account.jid(server),
        [server === LID ? 'phone_number' : 'lid']: account.jid(server === LID ? SERVER : LID),
      }),
    ]),
  ]);
}

export function renameGroup(world, group, subject) {
  group.subject = subject;
  const by = group.creator.jid(group.mode === 'lid' ? LID : SERVER);
  tell(world, group, group.creator, group.members, [make('subject', { subject, s_t: nowS(), s_o: by })]);
}

export function onGroups(session, node) {
  const {
      world,
      device: { account },
    } = session,
    group = world.groups.get(node.attrs.to);
  const participating = [...world.groups.values()].filter(({ members }) => members.has(account));
  if (child(node, 'participating'))
    return session.result(node, [make('groups', {}, participating.map(groupNode))]);
  if (child(node, 'query') && group)
    return group.members.has(account)
      ? session.result(node, [groupNode(group)])
      : session.refuse(node, 403, 'forbidden');
  if (child(node, 'create')) {
    const request = child(node, 'create'),
      members = children(request, 'participant').map(({ attrs }) => world.account(attrs.jid));
    return session.result(node, [
      groupNode(createGroup(world, account, members.filter(Boolean), request.attrs.subject)),
    ]);
  }
  const change = child(node, 'add') ?? child(node, 'remove');
  if (!change || !group) return session.refuse(node, 501, 'feature-not-implemented');
  for (const { attrs } of children(change, 'participant'))
    changeGroup(world, group, change.tag, world.account(attrs.jid));
  return session.result(node, [
    make(
      change.tag,
      {},
      children(change, 'participant').map(({ attrs }) => make('participant', { jid: attrs.jid })),
    ),
  ]);
}
