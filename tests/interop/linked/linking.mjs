// SPDX-License-Identifier: GPL-3.0-or-later
// How one client of a kind gets linked, is refused, and is thrown out.
import { startServer } from './lines.mjs';
import { linkByCode, linkByQr, newPeer } from './peers.mjs';
import { say } from './scenarios.mjs';

// What ends a session for good: the fault at the next login.
const FINAL = ['401', '403', '406'];

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

// Baileys accepts any certificate: nothing about it is to be learnt from it.
const checksCertificates = (kind) => kind !== 'baileys';

export async function linking(cases, waWire, kind, blameless) {
  const server = await startServer(waWire), peers = [];
  const fresh = async (more) => {
    const peer = await newPeer(server, kind, more);
    peers.push(peer);
    return peer;
  };
  try {
    const first = await fresh({ business: 'Salon Ada' }), second = await fresh();
    await cases.run(`${kind}: links by QR, and logs in after 515`, async () => {
      const device = await linkByQr(first);
      const [, companion] = await server.ask('devices', { phone: first.phone });
      return companion.name === device.name && companion.logins === 1;
    });
    await cases.run(`${kind}: a wrong code is refused, the right one links`, async () => {
      const { refused: told } = await linkByCode(second, { wrongFirst: true });
      if (!/code is wrong/.test(told ?? '')) throw new Error(`told ${told}`);
      return true;
    });
    await cases.run(`${kind}: who was linked by code talks`, async () =>
      (await say(second, first, { kind: 'text', text: 'linked by code' })).told.text === 'linked by code');
    if (checksCertificates(kind))
      for (const chain of ['root', 'leaf-signature', 'key', 'issuer', 'root-issuer', 'no-intermediate'])
        await cases.run(`${kind}: a wrong certificate is refused (${chain})`, async () => refused(server, await fresh(), chain));
    await cases.run(`${kind}: another companion of the account is told of`, async () => {
      await server.ask('remove', { device: second.device });
      await second.wait('closed');
      return (await server.ask('devices', { phone: second.phone })).length === 1;
    });
    for (const reason of FINAL) await cases.run(`${kind}: ${reason} at login is told, and ends it`, async () => {
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
