#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the token tables of the linked-device protocol as C.

make-tokens.py TOKENS.JSON: for reading by number, and for writing sorted by text, in bytes.
"""
import json
import sys

PER_DICTIONARY = 256


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def main(path):
    tables = json.load(open(path, encoding='utf-8'))
    single, double = tables['single_byte'], tables['double_byte']
    print(f'static const char *const single_words[] = {{ {", ".join(map(quote, single))} }};')
    print(f'static const char *const double_words[][{PER_DICTIONARY}] = {{')
    for words in double:
        print(f'{{ {", ".join(map(quote, words))} }},')
    print('};')
    places = {word: (n, i) for n, words in enumerate(double) for i, word in enumerate(words)}
    places.update({word: (-1, i) for i, word in enumerate(single)})
    places.pop('', None)
    print('static const Token sorted_tokens[] = {')
    for word in sorted(places, key=lambda word: word.encode()):
        print(f'{{ {quote(word)}, {places[word][0]}, {places[word][1]} }},')
    print('};')


if __name__ == '__main__':
    main(sys.argv[1])
