/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asked-unit.h — one word of a question, with all that may stand for it. Pure. */
#pragma once

#include "assistant/terms.h"

G_BEGIN_DECLS

typedef struct {
  char       *word;       /* as typed, folded */
  char       *stem;
  GHashTable *stems;      /* stem → GINT_TO_POINTER (how well it stands for it, in percent) */
  GPtrArray  *words;      /* of char *: the same unstemmed, for the index */
  gboolean    is_light;   /* says little in any shop */
  gboolean    is_common;  /* much of this shop is about it: it tells no passage from another */
  gboolean    is_price;   /* asks for a price: money must be spoken of */
  gboolean    is_subject; /* "will the driver …": if common, it says no more than "you" */
  gboolean    is_slip;    /* mended, and not beyond doubt */
  double      weight;     /* set when the shop's knowledge was asked how rare it is */
} KontorAskedUnit;

KontorAskedUnit *kontor_asked_unit_new  (const KontorTerm *term);
void             kontor_asked_unit_free (KontorAskedUnit *self);

/* Takes @wanted, a word of the shop's or of the tables, for what was meant. */
void             kontor_asked_unit_mend    (KontorAskedUnit *self, const char *wanted,
                                            gboolean is_sure);
/* Mends what the tables mend by themselves ("avalable"); TRUE when the word says nothing then. */
gboolean         kontor_asked_unit_is_idle (KontorAskedUnit *self);
/* Whether the tables have the word, so that it is no slip. */
gboolean         kontor_asked_unit_is_real (const KontorAskedUnit *self);

/* Whether @word, folded, says nothing about a subject; whether it asks for a price. */
gboolean         kontor_word_is_skipped (const char *word);
gboolean         kontor_word_is_price   (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAskedUnit, kontor_asked_unit_free)

G_END_DECLS
