/* SPDX-License-Identifier: GPL-3.0-or-later */
/* english.h — what English words do in a question to a shop, as tables and nothing else.
 *
 * Words are folded (lower case, no accents, no apostrophes) and parted by "|"; a phrase is words
 * with one space between. The tables fit any shop: a word of one trade alone does not belong here.
 * To widen one: the word in its list. Nothing here is ever said to a customer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *phrase;
  const char *word;
} KontorEnglishPhrase;

/* Phrases that are one word: "how much" is "price", "wi fi" is "wifi". Ends with NULL. */
extern const KontorEnglishPhrase kontor_english_phrases[];

/* Words that may stand for one another, a group a line. Ends with NULL. */
extern const char *const kontor_english_groups[];

/* Say nothing about the subject: "do", "you", "have", "please". */
extern const char *const kontor_english_skipped;
/* Say little: "time", "car trip tomorrow" is still about a trip. */
extern const char *const kontor_english_light;
/* Ask for a price; the passage must then speak of money. */
extern const char *const kontor_english_price;
/* Money as passages write it: a currency beside a number, or any of the words of money. */
extern const char *const kontor_english_currency;
extern const char *const kontor_english_money;
/* What answers "how long", "how far" and, beside digits, "how many". */
extern const char *const kontor_english_spans;
extern const char *const kontor_english_distances;
extern const char *const kontor_english_counts;
/* Asks what can be had or done, so that a name in a list answers it. */
extern const char *const kontor_english_offers;
/* "Do you have kids" is not about child seats: such questions must name what a passage is about. */
extern const char *const kontor_english_possession;

/* What may stand before a question: "hi there, one more question". */
extern const char *const kontor_english_intros;
/* What a question begins with. */
extern const char *const kontor_english_leads;
/* What makes a question of a sentence, wherever it stands. */
extern const char *const kontor_english_asks;
/* Two or three words with one of these ask without being a sentence: "child seat price". */
extern const char *const kontor_english_topics;
/* Words of which a sentence without a question is made; a topic has none. */
extern const char *const kontor_english_telling;

/* About us as people, about work with us, or about nothing: never a question to the shop. */
extern const char *const kontor_english_chat;
/* Trouble, or the wish for a person: the whole message is left to people. */
extern const char *const kontor_english_people;
/* The customer's own case, which only the book knows: "where is my driver". */
extern const char *const kontor_english_case;
/* With "is my", "has my" and the like before them the same. */
extern const char *const kontor_english_case_nouns;
/* What stands before "my" in such a question. */
extern const char *const kontor_english_case_leads;
/* "Is the driver here?": a state that changes with the hour. */
extern const char *const kontor_english_states;
/* "Can you pick me up on Friday?": something is to be done, not told. */
extern const char *const kontor_english_requests;
extern const char *const kontor_english_days;

/* Real words, never slips for others that look alike. */
extern const char *const kontor_english_plain;

G_END_DECLS
