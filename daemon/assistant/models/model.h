/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model.h — a family of model providers: how one is spoken to.
 *
 * A family writes a request and reads the stream that answers it, both pure: no I/O, no keys kept,
 * no retries, nothing decided. Who asks, whom and how often is for choose.h; what a model may do
 * and whether what it says is true is for whoever uses the answer.
 *
 * To add a family: models/<name>.c with a KontorModel named kontor_<name>_model, and <name> in the
 * list in daemon/assistant/models/meson.build.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "model/error.h"

G_BEGIN_DECLS

/* Of an answer as it comes, in bytes, whatever a vendor sends. */
#define KONTOR_MODEL_ANSWER_LIMIT (10 * 1024 * 1024)
/* Of one event, and of what a call is given: what is parsed at once must not take long. */
#define KONTOR_MODEL_EVENT_LIMIT (1024 * 1024)
/* More than any turn needs; a model that calls more has lost its way. */
#define KONTOR_MODEL_MAX_CALLS 32
/* For families that want to be told; a reply to a customer is far shorter. */
#define KONTOR_MODEL_DEFAULT_TOKENS 1024
/* Under this name families without a wanted form of their own are given it as a tool. */
#define KONTOR_MODEL_FORM_NAME "answer"

/* What the model may call. @form: JSON Schema of its arguments, an object. */
typedef struct {
  char     *name;
  char     *description;
  JsonNode *form;
} KontorModelTool;

/**
 * KontorModelCall:
 * @id: the vendor's, or made by us; never empty
 * @arguments: JSON, always an object
 * @fault: (nullable): what was wrong with the arguments that came; then @arguments is "{}"
 * @signature: (nullable): the vendor's, to be given back with the call
 */
typedef struct {
  char *id;
  char *name;
  char *arguments;
  char *fault;
  char *signature;
} KontorModelCall;

typedef enum {
  KONTOR_MODEL_USER,
  KONTOR_MODEL_ASSISTANT,
  KONTOR_MODEL_TOOL,       /* the result of a call */
} KontorModelRole;

/* What was said before. @calls: (nullable): of KontorModelCall, the assistant's. @call_id,
 * @call_name, @failed: of a result, which is @text. */
typedef struct {
  KontorModelRole  role;
  char            *text;
  GPtrArray       *calls;
  char            *call_id;
  char            *call_name;
  gboolean         failed;
} KontorModelSaid;

/**
 * KontorModelRequest:
 * @system: (nullable): what the model is told before everything
 * @said: of KontorModelSaid, the oldest first
 * @tools: of KontorModelTool
 * @form: (nullable): JSON Schema of an object: the text of the answer is to be such JSON. Not
 *   together with tools: some vendors take one of them only
 * @temperature_milli: −1: as the vendor has it
 * @max_tokens: of the answer; 0: as the vendor has it
 */
typedef struct {
  char      *system;
  GPtrArray *said;
  GPtrArray *tools;
  JsonNode  *form;
  int        temperature_milli;
  int        max_tokens;
} KontorModelRequest;

/* Whom it is for. @key: (nullable) */
typedef struct {
  const char *base;   /* "https://api.openai.com/v1", without a slash at the end */
  const char *model;
  const char *key;
} KontorModelTarget;

/* A request as it goes out, by POST. @headers: names and values in turn. */
typedef struct {
  char      *url;
  GPtrArray *headers;
  GBytes    *body;
} KontorModelLetter;

/* All tokens that are paid for; @cached is that part of @in which the vendor had already. */
typedef struct {
  gint64   in, out, cached;
  gboolean known;
} KontorModelUsage;

typedef enum {
  KONTOR_MODEL_UNSAID,    /* not whole yet */
  KONTOR_MODEL_STOPPED,   /* it has said what it wanted */
  KONTOR_MODEL_CALLS,     /* it waits for results */
  KONTOR_MODEL_CUT,       /* at the most tokens: what there is may stop in a word */
  KONTOR_MODEL_FILTERED,  /* the vendor, or the model, refuses */
  KONTOR_MODEL_OTHERWISE,
} KontorModelFinish;

/* @text: never NULL, UTF-8. @calls: of KontorModelCall. */
typedef struct {
  char              *text;
  GPtrArray         *calls;
  KontorModelUsage   usage;
  KontorModelFinish  finish;
} KontorModelAnswer;

/* What an answer that is none means. @wait_ms: 0: the vendor did not say. */
typedef struct {
  KontorError  code;
  gint64       wait_ms;
  const char  *text;     /* (nullable): the vendor's, lent by the answer */
} KontorModelVerdict;

typedef struct _KontorModelReader KontorModelReader;

/**
 * KontorModel:
 * @name: as in "openai"
 * @title: what people read, marked with N_()
 * @base: where the vendor's own is
 * @form_is_tool: it is asked for a form by a tool of the name KONTOR_MODEL_FORM_NAME
 * @write: fills @letter's url and headers and gives the body
 * @read: one event of the stream; FALSE with error ends it
 * @judge: what an error in the vendor's own words means; @verdict says already what its status
 *   does (status 0: the error came inside the stream)
 */
typedef struct {
  const char *name;
  const char *title;
  const char *base;
  gboolean    form_is_tool;
  JsonObject *(*write) (const KontorModelRequest *request, const KontorModelTarget *target,
                        KontorModelLetter *letter);
  gboolean    (*read)  (KontorModelReader *reader, JsonObject *event, GError **error);
  void        (*judge) (JsonObject *answer, KontorModelVerdict *verdict);
} KontorModel;

/* Ended by NULL. */
const KontorModel *const *kontor_models_get_all (void);
/* Lent for good; NULL where there is no such family. */
const KontorModel *kontor_model_find (const char *name);

/* (transfer full): BAD_INPUT for a key that cannot stand in a header. */
KontorModelLetter *kontor_model_write (const KontorModel *self, const KontorModelRequest *request,
                                       const KontorModelTarget *target, GError **error);
void               kontor_model_letter_free (KontorModelLetter *self);
/* For families. */
void               kontor_model_letter_set_header (KontorModelLetter *self, const char *name,
                                                   const char *value);
/* Whether it is neither text nor call nor result: most vendors refuse such. */
gboolean           kontor_model_said_is_empty (const KontorModelSaid *said);
/* (transfer full): one message {"role", @parts: […]} for all that one side said in a row, as
 * some vendors want the sides to take turns; empty ones left out. @model: the role of the model.
 * @add: adds what @said has to the parts. */
JsonArray         *kontor_model_write_sides (GPtrArray *said, const char *model, const char *parts,
                                             void (*add) (JsonArray *parts,
                                                          const KontorModelSaid *said));
/* A number of tokens, 0 and up; @usage: (nullable). */
gint64             kontor_model_read_count (JsonObject *usage, const char *name);
/* (transfer full): a JSON Schema without what only files of them need. */
JsonObject        *kontor_model_dup_form (JsonNode *form);

/* Sets @error to what an answer of @status, no success, with this body means; or 0 and the body of
 * an error that came inside the stream:
 *   TRY_LATER: passing trouble, *wait_ms (out) (optional) when the vendor says how long
 *   NOT_ALLOWED: the vendor says stop: quota, spend limit, billing
 *   NOT_LINKED: the key is refused     NOT_FOUND: there is no such model or address
 *   BAD_INPUT: this request cannot be answered, others may     FAILED: all else */
void               kontor_model_fail (const KontorModel *self, guint status, const char *bytes,
                                      gsize size, gint64 *wait_ms, GError **error);

KontorModelRequest *kontor_model_request_new  (void);
void                kontor_model_request_free (KontorModelRequest *self);
/* Each gives back what was added, which the request owns. @text: (nullable) */
KontorModelSaid    *kontor_model_request_say  (KontorModelRequest *self, KontorModelRole role,
                                               const char *text);
/* A result for @call. */
KontorModelSaid    *kontor_model_request_tell (KontorModelRequest *self,
                                               const KontorModelCall *call, const char *text,
                                               gboolean failed);
/* What the model said goes into the history, calls and all. */
KontorModelSaid    *kontor_model_request_add_answer (KontorModelRequest *self,
                                                     const KontorModelAnswer *answer);
/* @form: (transfer full) */
void                kontor_model_request_offer (KontorModelRequest *self, const char *name,
                                                const char *description, JsonNode *form);

KontorModelCall    *kontor_model_call_copy   (const KontorModelCall *call);
void                kontor_model_call_free   (KontorModelCall *call);
KontorModelAnswer  *kontor_model_answer_copy (const KontorModelAnswer *answer);
void                kontor_model_answer_free (KontorModelAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorModelRequest, kontor_model_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorModelAnswer, kontor_model_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorModelLetter, kontor_model_letter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorModelCall, kontor_model_call_free)

G_END_DECLS
