/* SPDX-License-Identifier: GPL-3.0-or-later */
/* node-codec.h — nodes as bytes, and bytes as nodes: pure. One node is one frame.
 *
 * Facts (whatsmeow binary/, Baileys 7.0.0-rc14 WABinary/, zapo-js 0.3.0 transport/binary/): the
 * first byte has bit 1 set where zlib follows. A node is a list: tag, name and value of each
 * attribute, and its content where the length is even. A text is a token, a packed row of digits
 * or hexadecimal digits, an address, or bytes with their length.
 */
#pragma once

#include "model/error.h"
#include "protocol/node.h"

G_BEGIN_DECLS

/* No server nests deeper; far from what the stack holds. */
#define KONTOR_NODE_MAX_DEPTH 64
/* Of one frame, once it is unpacked: what a short frame may grow to. */
#define KONTOR_NODE_MAX_SIZE  (32 * 1024 * 1024)
/* Nodes and attributes of one frame: what memory they may take. */
#define KONTOR_NODE_MAX_ITEMS 2000000
/* Of one node. */
#define KONTOR_NODE_MAX_ATTRIBUTES 500

/* (transfer full) */
GBytes     *kontor_node_write (const KontorNode *node);
/* (transfer full): BAD_INPUT says what is wrong with the bytes. */
KontorNode *kontor_node_read  (GBytes *frame, GError **error);

G_END_DECLS
