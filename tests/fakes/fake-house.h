/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake-house.h — the whole house in a folder of its own, with a clock that is set and one line that
 * the test scripts: the channel CH2. The owner is the teammate TM1. Every failure ends the test. */
#pragma once

#include "fakes/fake-channel.h"
#include "house.h"

G_BEGIN_DECLS

#define FAKE_NOON_US (G_GINT64_CONSTANT (1795521600) * G_USEC_PER_SEC) /* 2026-11-24 12:00 UTC */
#define FAKE_ANA "+971500000001"
#define FAKE_BEN "+971500000002"

typedef struct {
  char        *folder;
  KontorHouse *house;
  KontorStore *store;  /* the house's */
  FakeChannel *line;   /* the house's */
} FakeHouse;

/* @kind: of the line, NULL for "fake". */
typedef struct {
  const char *path;
  void      (*run) (FakeHouse *house, gconstpointer kind);
  const char *kind;
} FakeCase;

extern const KontorActor fake_owner;
extern const KontorActor fake_assistant;

/* Runs @cases, ended by a path of NULL, each in a house of its own. */
int    fake_house_run       (int argc, char **argv, const FakeCase *cases);

/* Closes the house in the middle of whatever it does, and opens it again: what a crash leaves. */
void   fake_house_restart   (FakeHouse *self);
/* Everything that can be done now is done. */
void   fake_house_settle    (void);
/* Moves the clock and does what is due then. */
void   fake_house_later     (gint64 seconds);

/* Saves a record, @values as g_variant_new_parsed() reads them; @id: NULL for a new one.
 * (transfer full): its id. */
char  *fake_house_save      (FakeHouse *self, const char *kind, const char *id, const char *values);
/* (transfer full): the text of a field, "" where there is none. */
char  *fake_house_get       (FakeHouse *self, const char *kind, const char *id, const char *field);
/* The conversation with the contact of @phone on the line, made when there is none. */
gint64 fake_house_converse  (FakeHouse *self, const char *phone);
/* The owner writes to @phone: the message's id. */
gint64 fake_house_say       (FakeHouse *self, const char *phone, const char *text);
gint64 fake_house_say_as    (FakeHouse *self, const KontorActor *actor, const char *phone,
                             const char *text, KontorSayFlags flags);
/* The contact said STOP. */
void   fake_house_stop      (FakeHouse *self, const char *contact);
/* One number the database tells. */
gint64 fake_house_count     (FakeHouse *self, const char *sql);

/* Ends the test unless that is all the line was asked to say, separated by "|". */
void   fake_house_assert_said  (FakeHouse *self, const char *said);
/* Ends the test unless the message has this state, and after a colon this reason where it has
 * one: "failed: there is no such number". */
void   fake_house_assert_state (FakeHouse *self, gint64 message, const char *state);

G_END_DECLS
