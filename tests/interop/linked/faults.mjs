// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong on command. A fault of a message hits the next ones to one device; a fault of a connection
// hits at once, or at the next logins.
import { children, make } from './node.mjs';
import { nowS } from './world.mjs';

const onMessages = {
  corrupt: (node) => [
    {
      ...node,
      content: node.content.map((part) => {
        if (part.tag !== 'enc') return part;
        const bytes = Buffer.from(part.content);
        bytes[bytes.length - 12] ^= 1;
        return { ...part, content: bytes };
      }),
    },
  ],
  duplicate: (node) => [node, node],
  lose: () => [],
  // Two messages change places.
  swap: (node, fault) => {
    if (!fault.held) {
      fault.held = node;
      fault.times++;
      return [];
    }
    return [node, fault.held];
  },
};
// A failure is told at login; the number of logins it lasts, 1 unless told.
const failures = {
  401: {},
  402: { code: 101, expire: 3600 },
  403: {},
  405: {},
  406: {},
  409: {},
  415: {},
  500: {},
  503: {},
};

export const FAULTS = [
  ...Object.keys(onMessages),
  ...Object.keys(failures).map((reason) => `failure ${reason}`),
  'drop',
  '515',
  '503',
  'replaced',
  'device_removed',
  'end',
];

export function applyFaults(world, device, node) {
  const fault = world.faults.find(
    ({ what, device: name, times }) => what in onMessages && name === device.name && times > 0,
  );
  if (!fault || !children(node, 'enc').length) return [node];
  fault.times--;
  return onMessages[fault.what](node, fault);
}

// The failure to tell at this login, or undefined.
export function failureAtLogin(world, name) {
  const fault = world.faults.find(
    ({ what, device, times }) => what.startsWith('failure ') && (!device || device === name) && times > 0,
  );
  if (!fault) return undefined;
  fault.times--;
  const reason = fault.what.split(' ')[1];
  return make('failure', { reason, location: 'lla', ...failures[reason] });
}

const ends = {
  515: () => make('stream:error', { code: 515 }),
  503: () => make('stream:error', { code: 503 }),
  replaced: () => make('stream:error', {}, [make('conflict', { type: 'replaced' })]),
  device_removed: () => make('stream:error', { code: 401 }, [make('conflict', { type: 'device_removed' })]),
  end: () => make('xmlstreamend'),
};

export function inject(world, { what, device, times = 1 }) {
  if (!FAULTS.includes(what)) throw new Error(`no fault is called ${what}`);
  const links = [...world.sessions].filter((session) => !device || session.device?.name === device);
  if (what === 'drop') links.forEach((session) => session.drop());
  else if (ends[what]) links.forEach((session) => session.end(ends[what]()));
  else world.faults.push({ what, device, times, at: nowS() });
}
