// SPDX-License-Identifier: GPL-3.0-or-later
// How one client of a kind gets linked, is refused, and is thrown out.
import { startServer } from './lines.mjs';
import { HOSTILE } from './hostile.mjs';
import { chainsRefused, EXCEPT, isLibrary, linkByCode, linkByQr, newPeer } from './peers.mjs';
import { say } from './scenarios.mjs';

// What ends a session for good: the fault at the next login.
const FINAL = ['401', '402', '403', '406'];

// The client hangs up after the server's hello, and does not go on.
async function refused(server, peer, chain) {
  await server.ask('wrong-chain', { chain });
  const before = await server.ask('handshakes');
  peer.ask('connect', server.where).catch(() => {});
  try {
    return await server.ask('refused', { more: before.refused });
  } finally {
    await peer.close();
    await server.ask('wrong-chain', {});
  }
}

// The companion hangs up, or says that it is an error.
async function forged(server, peer, forge) {
  await peer.ask('connect', server.where);
  const { text } = await peer.wait('qr');
  const told = await server.ask('scan', { phone: peer.phone, text, forge }).then(
    () => 'it was linked',
    () => null,
  );
  if (told) throw new Error(told);
}

// Its own phone still reaches it, in this connection or in the next.
async function survives(server, peer, what) {
  await server.ask('hostile', { what, device: peer.device });
  const { id } = await server.ask('phone-says', { phone: peer.phone, to: peer.jid, text: `after ${what}` });
  await peer.wait('message', (event) => event.id === id);
}

async function refresh(server, peer) {
  const newer = 1099999999;
  await server.ask('oldest-revision', { revision: newer });
  await server.ask('fault', { what: 'drop', device: peer.device });
  await peer.wait('closed', ({ code }) => code === 405);
  if (isLibrary(peer.kind)) await peer.ask('connect', { ...server.where, revision: newer });
  await peer.wait('open');
  await server.ask('oldest-revision', { revision: 0 });
}

export async function linking(cases, waWire, kind, blameless) {
  const server = await startServer(waWire),
    peers = [];
  const fresh = async (more) => {
    const peer = await newPeer(server, kind, more);
    peers.push(peer);
    return peer;
  };
  const run = (title, body) => {
    const except = EXCEPT[kind]?.[title];
    return except
      ? console.log(`# ${kind}: not “${title}”: ${except}`)
      : cases.run(`${kind}: ${title}`, body);
  };
  try {
    const first = await fresh({ business: 'Salon Ada' }),
      second = await fresh();
    await run(`links by QR, and logs in after 515`, async () => {
      const device = await linkByQr(first);
      const [, companion] = await server.ask('devices', { phone: first.phone });
      return companion.name === device.name && companion.logins === 1;
    });
    await run(`a wrong code is refused, the right one links`, async () => {
      const { refused: told } = await linkByCode(second, { wrongFirst: true });
      if (!/code is wrong/.test(told ?? '')) throw new Error(`told ${told}`);
      return true;
    });
    await run(
      `who was linked by code talks`,
      async () =>
        (await say(second, first, { kind: 'text', text: 'linked by code' })).told.text === 'linked by code',
    );
    for (const chain of chainsRefused(kind))
      await run(`a wrong certificate is refused (${chain})`, async () =>
        refused(server, await fresh(), chain),
      );
    for (const forge of ['hmac', 'account-signature'])
      await run(`a forged ${forge} at pairing is refused`, async () => forged(server, await fresh(), forge));
    await run(`prekeys are brought when few are left`, async () => {
      const { prekeys } = await server.ask('drain-prekeys', { device: first.device, leave: 4 });
      return prekeys > 4;
    });
    await run(`a version that is too old is told, and a newer one gets in`, () => refresh(server, first));
    await run(`who logs out is no device any more`, async () => {
      const peer = await fresh();
      await linkByQr(peer);
      await peer.ask('logout');
      await server.ask('gone', { device: peer.device });
    });
    await run(`a companion that the owner removes is told so`, async () => {
      await server.ask('remove', { device: second.device });
      await second.wait('closed');
      return (await server.ask('devices', { phone: second.phone })).length === 1;
    });
    for (const what of Object.keys(HOSTILE))
      await run(`${what} does no lasting harm`, () => survives(server, first, what));
    for (const reason of FINAL)
      await run(`${reason} at login is told, and ends it`, async () => {
        const peer = await fresh();
        await linkByQr(peer);
        await server.ask('fault', { what: `failure ${reason}`, device: peer.device });
        await server.ask('fault', { what: 'drop', device: peer.device });
        await peer.wait('closed', ({ code }) => String(code) === reason);
      });
    await blameless(server, `${kind}: the server has nothing to complain of in linking`, peers);
  } catch (error) {
    cases.check(false, `${kind}: linking`, error);
  } finally {
    await Promise.all(peers.map((peer) => peer.close()));
    await server.close();
  }
}
