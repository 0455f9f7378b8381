// SPDX-License-Identifier: GPL-3.0-or-later
// Is a stanza one that WhatsApp Web itself would send? Judged by wa-wire's outgoing.json and iq.json where
// that folder is present. Where wa-wire knows no children
// (it could not follow the code that makes them) children are not judged.
import fs from 'node:fs';
import path from 'node:path';
import { brief } from './world.mjs';

const names = (kind, ...list) => list.map((name) => ({ name, kind, required: kind !== 'optional' }));

// What wa-wire's extraction does not show, seen in other clients (whatsmeow, Baileys, zapo-js).
const ALSO = {
  'iq encrypt get': [{ tag: 'count', attrs: [], children: [] }],
  'iq w:p get': [{ tag: 'ping', attrs: [], children: [] }],
  message: [
    { tag: 'participants', attrs: [], children: [], open: true },
    { tag: 'device-identity', attrs: [], children: [] },
    {
      tag: 'enc',
      attrs: [
        ...names('string', 'v', 'type'),
        ...names('optional', 'mediatype', 'decrypt-fail', 'count', 'state', 'session_type'),
      ],
      children: [],
    },
    { tag: 'tctoken', attrs: [], children: [] },
    { tag: 'reporting', attrs: [], children: [], open: true },
  ],
  receipt: [
    { tag: 'keys', attrs: [], children: [], open: true },
    { tag: 'biz', attrs: [], children: [], open: true },
  ],
  chatstate: [
    { tag: 'composing', attrs: names('optional', 'media'), children: [] },
    { tag: 'paused', attrs: [], children: [] },
  ],
};
const CLOSED = ['encrypt', 'md', 'passive', 'usync', 'w:p'];
const ALWAYS = { iq: ['id', 'to', 'xmlns', 'type', 'smax_id'], message: ['type'], call: ['id'] };
const TYPES = ['text', 'media', 'medianotify', 'pay', 'poll', 'reaction', 'event'];

function load(folder, name) {
  const { stanzas } = JSON.parse(fs.readFileSync(path.join(folder, name)));
  return stanzas.filter(({ fragment }) => !fragment);
}

export function readRules(folder) {
  if (!folder || !fs.existsSync(path.join(folder, 'outgoing.json'))) return null;
  const rules = new Map(),
    put = (key, shape) => rules.set(key, [...(rules.get(key) ?? []), shape]);
  for (const { request } of load(folder, 'iq.json')) {
    const closed = request.children.length || CLOSED.includes(request.namespace);
    put(`iq ${request.namespace} ${request.iqType}`, {
      attrs: [],
      children: request.children,
      open: !closed,
    });
  }
  for (const { stanzaType, attrs, children } of load(folder, 'outgoing.json'))
    put(stanzaType, { attrs, children });
  return rules;
}

const isRequired = ({ kind, required }) => required && !['optional', 'dynamic'].includes(kind);

function attributeFaults(node, allowed, always = []) {
  const faults = [];
  for (const [name, value] of Object.entries(node.attrs)) {
    const rule = allowed.find((one) => one.name === name);
    if (!rule && !always.includes(name)) faults.push(`${node.tag}: attribute ${name}`);
    if (rule?.kind === 'const' && rule.value !== value) faults.push(`${node.tag}: ${name}="${value}"`);
  }
  for (const rule of allowed)
    if (isRequired(rule) && !(rule.name in node.attrs)) faults.push(`${node.tag}: no ${rule.name}`);
  return faults;
}

function contentFaults(node, { content }) {
  if (content?.kind !== 'bytes' || !content.byteLength) return [];
  return Buffer.isBuffer(node.content) && node.content.length === content.byteLength
    ? []
    : [`${node.tag}: not ${content.byteLength} bytes`];
}

function childFaults(node, shapes) {
  if (!Array.isArray(node.content)) return [];
  return node.content.flatMap((part) => {
    const fitting = shapes.filter(({ tag }) => tag === part.tag);
    if (!fitting.length) return [`${node.tag}: child ${part.tag}`];
    return least(
      fitting.map((shape) =>
        shape.open
          ? []
          : [
              ...attributeFaults(part, shape.attrs),
              ...contentFaults(part, shape),
              ...(shape.children.length ? childFaults(part, shape.children) : []),
            ],
      ),
    );
  });
}

const least = (lists) => lists.reduce((best, list) => (list.length < best.length ? list : best));

export function judge(rules, node) {
  const answer = node.tag === 'iq' && ['result', 'error'].includes(node.attrs.type);
  if (!rules || answer || node.tag === 'ib') return [];
  const key = node.tag === 'iq' ? `iq ${node.attrs.xmlns} ${node.attrs.type}` : node.tag,
    also = ALSO[key] ?? [];
  const shapes = rules.get(key);
  if (!shapes) return [`no ${brief(node)}`];
  if (node.tag === 'message' && !TYPES.includes(node.attrs.type))
    return [`message: type="${node.attrs.type}"`];
  return least(
    shapes.map((shape) =>
      shape.open
        ? []
        : [
            ...attributeFaults(node, shape.attrs, ALWAYS[node.tag]),
            ...childFaults(node, [...shape.children, ...also]),
          ],
    ),
  );
}
