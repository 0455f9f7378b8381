/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tree-inside.h — what tree.c and tree-read.c share. */
#pragma once

#include "model/tree.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_TREE_NULL, KONTOR_TREE_YES_NO, KONTOR_TREE_INT, KONTOR_TREE_DOUBLE, KONTOR_TREE_TEXT,
  KONTOR_TREE_ARRAY, KONTOR_TREE_OBJECT,
} KontorTreeType;

struct _KontorTree {
  KontorTreeType type;
  const char    *name;   /* where it is a member of an object */
  KontorTree    *next;
  union {
    gboolean     yes;
    gint64       number;
    double       real;
    const char  *text;
    KontorTree  *first;
  };
};

/* Room for more of them. */
typedef struct _KontorTreeRoom KontorTreeRoom;
struct _KontorTreeRoom {
  KontorTreeRoom *before;
  gsize           used, size;
  KontorTree      trees[];
};

typedef struct {
  KontorTree      value;   /* first: who frees it has this one */
  KontorTreeRoom *room;    /* (nullable): the last one */
  char           *texts;   /* all of them, one after the other */
} KontorTreeRoot;

/* tree-read.c: (transfer full): what @bytes say, which must be UTF-8. NULL where something is wrong
 * with them: *fault (lent for good) says what, and *at the byte where it was found. */
KontorTree *kontor_tree_read (const char *bytes, gsize size, const char **fault, gsize *at);

G_END_DECLS
