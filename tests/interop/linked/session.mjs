// SPDX-License-Identifier: GPL-3.0-or-later
// One connection: handshake, registration or login, then stanzas one after another in the order they came.
import { makeChain } from './certificate.mjs';
import { failureAtLogin } from './faults.mjs';
import { frame, Frames, Responder } from './noise.mjs';
import { decodeNode, encodeNode, make } from './node.mjs';
import { offerPairing } from './pairing.mjs';
import { ClientPayload, decode } from './proto.mjs';
import { judge } from './rules.mjs';
import { handlers } from './services.mjs';
import { brief, ITSELF, LID, nowS, SERVER } from './world.mjs';

const COMPRESS_FROM_BYTES = 512,
  CLOSE_AFTER_MS = 20;
const ROUTING = Buffer.from('0808', 'hex');

const askedOf = ({ attrs: { to } }) => (!to || to === SERVER ? ITSELF : to);

export class Session {
  frames = new Frames();
  answers = new Map(); // id → who waits for the answer
  order = Promise.resolve();
  constructor(world, socket) {
    Object.assign(this, { world, socket });
    world.sessions.add(this);
    socket.on('message', (bytes, isBinary) => {
      this.order = this.order.then(() => this.onBytes(bytes, isBinary));
    });
    socket.on('close', () => this.onClose());
    socket.on('error', () => {});
  }
  get name() {
    return this.device?.name ?? 'a companion';
  }

  async onBytes(bytes, isBinary) {
    try {
      if (!isBinary) throw new Error('a text frame');
      for (const one of this.frames.push(bytes)) await this.onFrame(one);
    } catch (error) {
      this.blame(error.message);
      this.drop();
    }
  }

  async onFrame(bytes) {
    if (this.incoming) return this.onNode(decodeNode(this.incoming.open(bytes)));
    if (!this.responder) {
      this.responder = new Responder(
        this.world.serverKey,
        await makeChain(this.world.root, this.world.serverKey.pub, this.world.wrongChain),
      );
      return this.socket.send(frame(this.responder.hello(Buffer.from(this.frames.header), bytes)));
    }
    const { clientKey, payload, incoming, outgoing } = this.responder.finish(bytes);
    if (this.world.wrongChain && !this.world.wrongChainIsFine)
      this.blame(`went on with a wrong certificate (${this.world.wrongChain})`);
    Object.assign(this, { clientKey, incoming, outgoing });
    return this.onPayload(decode(ClientPayload, payload));
  }

  onPayload(payload) {
    const revision = payload.userAgent?.appVersion?.tertiary ?? 0;
    if (revision < this.world.oldestRevision)
      return this.end(make('failure', { reason: 405, location: 'lla' }));
    if (payload.devicePairingData) {
      const failure = failureAtLogin(this.world);
      return failure ? this.end(failure) : offerPairing(this, payload.devicePairingData);
    }
    return this.login(payload);
  }

  login({ username, device: id, pull }) {
    const account = this.world.accounts.get(String(username)),
      device = account?.devices.get(id);
    const failure = failureAtLogin(this.world, device?.name);
    if (failure) return this.end(failure);
    if (!device) return this.end(make('failure', { reason: 401, location: 'lla' }));
    if (!device.noiseKey.equals(this.clientKey)) {
      this.blame('login: another noise key than was paired');
      return this.end(make('failure', { reason: 401, location: 'lla' }));
    }
    if (!pull) this.blame('login: pull is not set');
    device.link?.end(make('stream:error', {}, [make('conflict', { type: 'replaced' })]));
    device.link = this;
    this.device = device;
    device.logins = (device.logins ?? 0) + 1;
    this.send(
      make('success', {
        t: nowS(),
        lid: device.jid(LID),
        display_name: account.name,
        props: '31',
        abprops: '1',
        location: 'lla',
        creation: nowS() - 1000,
      }),
    );
    this.send(make('ib', { from: ITSELF }, [make('edge_routing', {}, [make('routing_info', {}, ROUTING)])]));
    this.sendBacklog();
  }

  // All that waits, in order, between the preview and the end of it.
  sendBacklog() {
    const nodes = [...this.device.waiting.values()],
      count = (tag) => nodes.filter((node) => node.tag === tag).length;
    this.send(
      make('ib', { from: ITSELF }, [
        make('offline_preview', {
          count: nodes.length,
          message: count('message'),
          receipt: count('receipt'),
          notification: count('notification'),
          appdata: 0,
          call: 0,
          t: nowS(),
        }),
      ]),
    );
    nodes.forEach((node, n) => this.send({ ...node, attrs: { ...node.attrs, offline: String(n) } }));
    this.ready = true;
    this.send(make('ib', { from: ITSELF }, [make('offline', { count: nodes.length })]));
  }

  async onNode(node) {
    for (const fault of judge(this.world.rules, node)) this.blame(`shape: ${fault}`, node);
    this.world.trace?.(`${this.name} → ${brief(node)}`);
    if (node.tag === 'iq' && ['result', 'error'].includes(node.attrs.type)) {
      const waiter = this.answers.get(node.attrs.id);
      if (!waiter) return this.blame('an answer to no question', node);
      this.answers.delete(node.attrs.id);
      return waiter(node);
    }
    if (node.tag === 'iq' && !node.attrs.id) return this.blame('an iq without id', node);
    const handler = handlers[node.tag];
    if (!handler) return this.blame(`an unknown stanza <${node.tag}>`, node);
    if (
      !this.device &&
      node.tag !== 'iq' &&
      node.tag !== 'ack' &&
      node.tag !== 'ib' &&
      node.tag !== 'presence'
    )
      return this.blame(`<${node.tag}> before login`, node);
    return handler(this, node);
  }

  send(node) {
    if (this.socket.readyState !== this.socket.OPEN || !this.outgoing) return;
    this.world.trace?.(`${this.name} ← ${brief(node)}`);
    const plain = encodeNode(node);
    this.sendPlain(plain.length > COMPRESS_FROM_BYTES ? encodeNode(node, { compress: true }) : plain);
  }
  sendPlain(bytes) {
    this.lastFrame = frame(this.outgoing.seal(bytes));
    this.socket.send(this.lastFrame);
  }
  ask(node, waiter) {
    const id = this.world.id('Q');
    this.answers.set(id, waiter);
    this.send({ ...node, attrs: { ...node.attrs, id } });
  }
  result(node, content) {
    this.send(make('iq', { from: askedOf(node), type: 'result', id: node.attrs.id }, content));
  }
  refuse(node, code, text) {
    this.send(
      make('iq', { from: askedOf(node), type: 'error', id: node.attrs.id }, [make('error', { code, text })]),
    );
  }
  blame(what, node) {
    this.world.blame(this.name, what, node);
  }

  // Says why, and closes.
  end(node) {
    this.send(node);
    this.ready = false;
    setTimeout(() => this.socket.close(), CLOSE_AFTER_MS);
  }
  drop() {
    this.socket.terminate();
  }
  onClose() {
    this.world.sessions.delete(this);
    this.ready = false;
    if (this.device?.link === this) {
      this.device.link = null;
      this.device.available = false;
    }
    if (this.responder && !this.incoming) this.world.refusals++;
    this.world.changed();
    this.onClosed?.();
  }
}
