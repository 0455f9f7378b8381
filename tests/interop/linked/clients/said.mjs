// SPDX-License-Identifier: GPL-3.0-or-later
// What a message says, in the words of the common interface: {kind, …}. The protobuf objects of both
// libraries have the names of WAProto.proto.
const REVOKE = 0,
  MESSAGE_EDIT = 14;

const vcardPhone = (vcard) => /waid=(\d+)/.exec(vcard ?? '')?.[1];

const readers = {
  conversation: (text) => ({ kind: 'text', text }),
  extendedTextMessage: ({ text, contextInfo }) =>
    contextInfo?.stanzaId ? { kind: 'quote', text, target: contextInfo.stanzaId } : { kind: 'text', text },
  reactionMessage: ({ key, text }) => ({ kind: 'reaction', target: key?.id, emoji: text }),
  locationMessage: ({ degreesLatitude, degreesLongitude, name }) => ({
    kind: 'location',
    latitude: degreesLatitude,
    longitude: degreesLongitude,
    name,
  }),
  contactMessage: ({ displayName, vcard }) => ({
    kind: 'contact',
    name: displayName,
    phone: vcardPhone(vcard),
  }),
  editedMessage: ({ message }) => say(message),
  protocolMessage: ({ type, key, editedMessage }) =>
    type === REVOKE || type === null || type === undefined
      ? { kind: 'revoke', target: key?.id }
      : type === MESSAGE_EDIT
        ? { ...say(editedMessage), kind: 'edit', target: key?.id }
        : null,
};

// Null where there is nothing an owner would see.
export function say(message) {
  for (const [name, read] of Object.entries(readers))
    if (message?.[name] !== undefined && message[name] !== null && message[name] !== '')
      return read(message[name]);
  return null;
}

export const vcard = (name, phone) =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;type=CELL;type=VOICE;waid=${phone}:+${phone}\nEND:VCARD`;
