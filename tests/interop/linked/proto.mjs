// SPDX-License-Identifier: GPL-3.0-or-later
// Protocol buffers, only as far as the server reads and writes them: field numbers from WAProto.proto.
const VARINT = 0,
  FIXED64 = 1,
  BYTES = 2,
  FIXED32 = 5;

export const Handshake = {
  clientHello: [2, { ephemeral: [1, 'bytes'], static: [2, 'bytes'], payload: [3, 'bytes'] }],
  serverHello: [3, { ephemeral: [1, 'bytes'], static: [2, 'bytes'], payload: [3, 'bytes'] }],
  clientFinish: [4, { static: [1, 'bytes'], payload: [2, 'bytes'] }],
};
const Certificate = { details: [1, 'bytes'], signature: [2, 'bytes'] };
export const CertificateChain = { leaf: [1, Certificate], intermediate: [2, Certificate] };
export const CertificateDetails = {
  serial: [1, 'uint'],
  issuerSerial: [2, 'uint'],
  key: [3, 'bytes'],
  notBefore: [4, 'uint'],
  notAfter: [5, 'uint'],
};
export const ClientPayload = {
  username: [1, 'uint'],
  passive: [3, 'uint'],
  userAgent: [
    5,
    {
      platform: [1, 'uint'],
      appVersion: [2, { primary: [1, 'uint'], secondary: [2, 'uint'], tertiary: [3, 'uint'] }],
    },
  ],
  webInfo: [6, 'bytes'],
  pushName: [7, 'string'],
  connectType: [12, 'uint'],
  connectReason: [13, 'uint'],
  device: [18, 'uint'],
  devicePairingData: [
    19,
    {
      eRegid: [1, 'bytes'],
      eKeytype: [2, 'bytes'],
      eIdent: [3, 'bytes'],
      eSkeyId: [4, 'bytes'],
      eSkeyVal: [5, 'bytes'],
      eSkeySig: [6, 'bytes'],
      buildHash: [7, 'bytes'],
      deviceProps: [8, 'bytes'],
    },
  ],
  pull: [33, 'uint'],
};
export const DeviceProps = { os: [1, 'string'], platformType: [3, 'uint'] };
export const DeviceIdentityHmac = { details: [1, 'bytes'], hmac: [2, 'bytes'], accountType: [3, 'uint'] };
export const SignedDeviceIdentity = {
  details: [1, 'bytes'],
  accountSignatureKey: [2, 'bytes'],
  accountSignature: [3, 'bytes'],
  deviceSignature: [4, 'bytes'],
};
export const DeviceIdentity = {
  rawId: [1, 'uint'],
  timestamp: [2, 'uint'],
  keyIndex: [3, 'uint'],
  accountType: [4, 'uint'],
  deviceType: [5, 'uint'],
};
export const SignedKeyIndexList = { details: [1, 'bytes'], accountSignature: [2, 'bytes'] };
export const KeyIndexList = {
  rawId: [1, 'uint'],
  timestamp: [2, 'uint'],
  currentIndex: [3, 'uint'],
  validIndexes: [4, 'packed'],
};

const Key = { remoteJid: [1, 'string'], fromMe: [2, 'uint'], id: [3, 'string'], participant: [4, 'string'] };
export const Message = {
  conversation: [1, 'string'],
  senderKeyDistribution: [2, { groupId: [1, 'string'], payload: [2, 'bytes'] }],
  extendedText: [6, { text: [1, 'string'] }],
  protocol: [12, { key: [1, Key], type: [2, 'uint'] }],
  reaction: [46, { key: [1, Key], text: [2, 'string'] }],
};
Message.deviceSent = [31, { destinationJid: [1, 'string'], message: [2, Message] }];

function varint(value) {
  const bytes = [];
  let rest = BigInt(value);
  do {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    rest >>= 7n;
  } while (rest);
  return Buffer.from(bytes);
}

export function encode(schema, values) {
  const parts = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    const [number, type] = schema[name];
    if (type === 'uint') {
      parts.push(varint((number << 3) | VARINT), varint(value));
      continue;
    }
    const bytes =
      type === 'bytes'
        ? value
        : type === 'string'
          ? Buffer.from(value)
          : type === 'packed'
            ? Buffer.concat(value.map(varint))
            : encode(type, value);
    parts.push(varint((number << 3) | BYTES), varint(bytes.length), bytes);
  }
  return Buffer.concat(parts);
}

function reader(bytes) {
  let at = 0;
  const take = (n) => {
    if (at + n > bytes.length) throw new Error('protobuf: cut short');
    at += n;
    return bytes.subarray(at - n, at);
  };
  const number = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = take(1)[0];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
      if (shift > 63n) throw new Error('protobuf: number too long');
    }
  };
  return { take, number, more: () => at < bytes.length };
}

export function decode(schema, data) {
  const bytes = Buffer.from(data),
    read = reader(bytes),
    values = {};
  const byNumber = new Map(Object.entries(schema).map(([name, [number, type]]) => [number, { name, type }]));
  while (read.more()) {
    const tag = Number(read.number()),
      wire = tag & 7,
      field = byNumber.get(tag >> 3);
    const raw =
      wire === VARINT
        ? read.number()
        : wire === FIXED64
          ? read.take(8)
          : wire === FIXED32
            ? read.take(4)
            : read.take(Number(read.number()));
    if (!field || wire === FIXED64 || wire === FIXED32) continue;
    const { name, type } = field;
    if ((type === 'uint') !== (wire === VARINT)) throw new Error(`protobuf: ${name} has the wrong type`);
    values[name] =
      type === 'uint'
        ? Number(raw)
        : type === 'bytes' || type === 'packed'
          ? raw
          : type === 'string'
            ? raw.toString()
            : decode(type, raw);
  }
  return values;
}
