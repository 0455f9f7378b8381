/* SPDX-License-Identifier: GPL-3.0-or-later */
/* node-marks.h — for the two files of the node codec: the bytes that say what follows. What is
 * none of them is a token of one byte. */
#pragma once

#define MARK_EMPTY       0   /* a list without members, or no text */
#define MARK_DICTIONARY  236 /* and the three after it: a token of two bytes */
#define MARK_LAST_DICTIONARY 239
#define MARK_JID_INTEROP 245 /* user, device, integrator, server */
#define MARK_JID_FB      246 /* user, device, server */
#define MARK_JID_DEVICE  247 /* domain, device, user */
#define MARK_LIST_8      248
#define MARK_LIST_16     249
#define MARK_JID_PAIR    250 /* user, server */
#define MARK_HEX         251
#define MARK_BINARY_8    252
#define MARK_BINARY_20   253
#define MARK_BINARY_32   254
#define MARK_NIBBLE      255

#define FLAG_ZLIB        2

/* A packed text has a byte before it: how many bytes follow, and the flag where the last half is
 * none. */
#define PACKED_ODD       0x80
#define PACKED_MAX_SIZE  127
#define PACKED_FILL      15
#define NIBBLE_LETTERS   "0123456789-."
#define HEX_LETTERS      "0123456789ABCDEF"

#define SERVER_FB        "msgr"
#define SERVER_INTEROP   "interop"
