/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-inside.h — a line that is a linked device of the owner's phone; for the files
 * linked-device*.c alone.
 *
 *   linked-device.c           life, settings and health
 *   linked-device-place.c     where WhatsApp is
 *   linked-device-keys.c      one-time keys at the server
 *   linked-device-users.c     who is who, and with which devices
 *   linked-device-receive.c   what came in: decrypted, handed over, acknowledged once it is kept
 *   linked-device-said.c      contents → messages (pure)
 *   linked-device-presence.c  read, typing, online
 *   linked-device-retry.c     what could not be read, here or there, once more
 *   linked-device-send.c      saying: devices, sessions, a stanza, the server's word
 *   linked-device-write.c     messages → what is said (pure but for names)
 *   linked-device-fan.c       who reads it, and a ciphertext for each
 *   linked-device-mend.c      who was forgotten, by the server's word, is told after all
 *   linked-device-trust.c     tokens of people who know each other, and keys that changed
 *   linked-device-groups.c    how groups are called, who is in them and who has our key
 *   linked-device-seal.c      sessions, and the ciphertext for one device
 *   linked-device-kept.c      what was said lately, for whoever could not read it
 *   linked-device-allow.c     whether it may be said now
 *   linked-device-pace.c      how much a number may say (pure)
 *   linked-device-table.c     keys, sessions and the rest, sealed
 *
 * The line's own id of a message is the address of who said it, a slash, and WhatsApp's id, in a
 * group with the group's address and a space before; what was said on our side has "me" there.
 * Users are named by their address without device: the LID where it is known, else the phone's.
 */
#pragma once

#include "channels/channel.h"
#include "channels/linked-device-pace.h"
#include "channels/linked-device-table.h"
#include "protocol/content.h"
#include "protocol/groups.h"
#include "protocol/jid.h"
#include "protocol/receipts.h"
#include "protocol/session.h"
#include "protocol/signal.h"

G_BEGIN_DECLS

#define KONTOR_LINKED_OWN "me"

#define KONTOR_TYPE_LINKED_DEVICE (kontor_linked_device_get_type ())
G_DECLARE_FINAL_TYPE (KontorLinkedDevice, kontor_linked_device, KONTOR, LINKED_DEVICE,
                      KontorChannel)

struct _KontorLinkedDevice
{
  KontorChannel     parent_instance;

  char             *phone;         /* (nullable): to link by letters */
  KontorLinkedKeys *keys;
  KontorSignal     *signal;
  KontorSession    *session;       /* NULL: it is not up */
  guint8            root[KONTOR_KEY_SIZE];
  gboolean          has_asked_letters;
  guint             again;         /* alarm */
  gboolean          hides_writing; /* customers are not shown that somebody writes */
  guint             present;       /* alarm: until we are not shown as online any more; 0: not */

  gboolean          is_bringing;   /* one-time keys are under way to the server */
  GHashTable       *sendings;      /* WhatsApp's id → Sending, until the server has it */
  KontorLinkedLimits limits;
  guint             jitter_ms;     /* up to so long a message waits by chance */
  KontorLinkedDay   day;
  KontorLinkedBeat  beat;
  GHashTable       *beats;         /* user → KontorLinkedBeat */
  GHashTable       *retries;       /* external id → how often it was asked for once more */
};

/* What was said, as it can be said once more. */
typedef struct {
  char   *token;   /* (nullable): ours */
  char   *user;    /* to whom, or which group */
  char   *type;    /* of the stanza */
  char   *media;   /* (nullable) */
  char   *edit;    /* (nullable): "1" of an edit, "7" of what is taken back */
  GBytes *plain;
} KontorLinkedKept;

/* Somebody whose devices read what is said in a chat. */
typedef struct {
  char *user;     /* as Signal names it */
  char *address;  /* as the chat does */
} KontorLinkedReader;

/* Sends and forgets: what is lost with the connection is sent again by the server or asked for. */
void  kontor_linked_tell (KontorLinkedDevice *self, const KontorNode *node);
/* "got it" to the server. */
void  kontor_linked_acknowledge (KontorLinkedDevice *self, const KontorNode *node);
/* Logs and returns FALSE where what was changed could not be kept. */
gboolean kontor_linked_flush (KontorLinkedDevice *self, GError **error);

/* Something was not kept, and the server was not told: it brings it again with a new connection,
 * which is made in a while. */
void  kontor_linked_begin_again (KontorLinkedDevice *self);

/* linked-device-place.c */
/* @credentials: taken. @events are copied. */
KontorSession *kontor_linked_make_session (KontorLinkedDevice *self,
                                           KontorCredentials *credentials,
                                           const KontorDeviceKeys *keys,
                                           const KontorSessionEvents *events);
/* For tests: @place (nullable: WhatsApp) is lent until another one is given. */
void  kontor_linked_play_place (const KontorSessionPlace *place);

/* linked-device-keys.c */
void  kontor_linked_bring_keys (KontorLinkedDevice *self, gint64 left);
void  kontor_linked_ask_count  (KontorLinkedDevice *self);

/* linked-device-users.c; all (transfer full) texts. */
/* How Signal names the user of @address. */
char *kontor_linked_dup_user  (KontorLinkedDevice *self, const char *address);
/* The same user by phone number or by LID, without device; NULL where it is not known. */
char *kontor_linked_dup_other (KontorLinkedDevice *self, const char *user);
/* @phone and @lid are one user: told by the server. Sessions move to the LID. */
void  kontor_linked_learn     (KontorLinkedDevice *self, const char *phone, const char *lid);
gboolean kontor_linked_is_own (KontorLinkedDevice *self, const char *user);
guint kontor_linked_get_device (KontorLinkedDevice *self);
/* Ours, as users are named here. */
char *kontor_linked_dup_own   (KontorLinkedDevice *self);
/* What the server said of users: KontorWireUser. */
void  kontor_linked_take_users (KontorLinkedDevice *self, const GPtrArray *users);
/* Which devices @user has: (transfer full) (nullable): guint; NULL: they must be asked for. */
GArray *kontor_linked_find_devices   (KontorLinkedDevice *self, const char *user);
void  kontor_linked_keep_devices     (KontorLinkedDevice *self, const char *user,
                                      const GArray *devices);
/* @devices: (nullable) */
void  kontor_linked_forget_devices   (KontorLinkedDevice *self, const char *user);
/* As a contact is known: @name: (nullable) */
KontorPerson *kontor_linked_dup_person (KontorLinkedDevice *self, const char *user,
                                        const char *name);

/* linked-device-receive.c */
void  kontor_linked_hear      (KontorLinkedDevice *self, const KontorNode *node);
/* Hands @batch over with what was changed since, and then tells @node's sender. @receipt:
 * (nullable) (transfer full): what to send besides the acknowledgement. Takes @batch. */
void  kontor_linked_hand_over (KontorLinkedDevice *self, KontorBatch *batch,
                               const KontorNode *node, KontorNode *receipt);

/* linked-device-groups.c */
/* (transfer full) (nullable): as told last; without members where those must be asked for */
KontorWireGroup *kontor_linked_find_group (KontorLinkedDevice *self, const char *address);
/* Every group in @node. */
void  kontor_linked_keep_groups    (KontorLinkedDevice *self, const KontorNode *node);
/* Into @batch: that it is called otherwise now. */
void  kontor_linked_hear_group     (KontorLinkedDevice *self, const KontorNode *notification,
                                    KontorBatch *batch);
/* Online: asks for all, the first time, before the line goes active. */
void  kontor_linked_ask_groups     (KontorLinkedDevice *self);
void  kontor_linked_forget_members (KontorLinkedDevice *self, const char *group);
KontorPerson *kontor_linked_dup_group_person (KontorLinkedDevice *self, const char *group);
/* (transfer full): of char *: the devices, "USER DEVICE", that have our sender key. */
GPtrArray *kontor_linked_list_knowing (KontorLinkedDevice *self, const char *group);
void  kontor_linked_keep_knowing   (KontorLinkedDevice *self, const char *group,
                                    GPtrArray *knowing);

/* linked-device-presence.c */
/* A customer writes, or stopped. */
void  kontor_linked_hear_typing (KontorLinkedDevice *self, const KontorNode *state);
void  kontor_linked_mark_read (KontorChannel *channel, const char *external_id, gboolean typing);

/* linked-device-said.c */
/* (transfer full): @group: (nullable): the one it was said in, where others said it. */
char *kontor_linked_make_id   (const char *group, const char *user, const char *id);
/* FALSE where it has another form. All (transfer full); *group may be NULL. */
gboolean kontor_linked_read_id (const char *external_id, char **group, char **user, char **id);
/* What @content says, by @user, into @batch. @own: one of our devices. */
void  kontor_linked_take_content (KontorLinkedDevice *self, KontorBatch *batch,
                                  KontorContent *content, const KontorNode *node,
                                  const char *user, gboolean own);

/* linked-device-retry.c */
/* @node could not be read: its sender is asked to say it once more. */
void  kontor_linked_ask_again  (KontorLinkedDevice *self, const KontorNode *node,
                                KontorSignalOutcome outcome);
/* Somebody could not read what we said. */
void  kontor_linked_say_again  (KontorLinkedDevice *self, const KontorNode *receipt);
/* To one device alone, there being a session with it; @count: of its asking, 0: it did not. */
void  kontor_linked_say_to     (KontorLinkedDevice *self, const char *id, const char *address,
                                const KontorLinkedKept *kept, guint count);

/* linked-device-mend.c: who was not among @reached is told of message @id after all. */
void  kontor_linked_mend       (KontorLinkedDevice *self, const char *id, GPtrArray *reached);

/* linked-device-trust.c */
void  kontor_linked_hear_token (KontorLinkedDevice *self, const KontorNode *notification,
                                const char *user);
/* Puts the token of @user into @message, where there is one. */
void  kontor_linked_add_token  (KontorLinkedDevice *self, const char *user, KontorNode *message);
/* Online: @user gets one from us, where this week's was not given. */
void  kontor_linked_give_token (KontorLinkedDevice *self, const char *user);
/* Into @batch: the keys of @user are new ones; @id: of what showed it. Nothing where nobody here
 * and @user ever wrote. */
void  kontor_linked_name_change (KontorLinkedDevice *self, KontorBatch *batch, const char *user,
                                 const char *id);

/* linked-device-send.c */
void  kontor_linked_send_async (KontorChannel *channel, const KontorMessage *message,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
char *kontor_linked_send_finish (KontorChannel *channel, GAsyncResult *result,
                                 KontorSetback *setback, GError **error);
/* The server's word on a message of ours; FALSE: on none that waits. */
gboolean kontor_linked_settle  (KontorLinkedDevice *self, const KontorNode *ack);
/* Nobody will say any more what became of those that wait. */
void  kontor_linked_give_up    (KontorLinkedDevice *self);

/* linked-device-write.c */
gboolean kontor_linked_check   (const KontorMessage *message, GError **error);
/* (transfer full): NULL with error */
KontorLinkedKept *kontor_linked_write (KontorLinkedDevice *self, const KontorMessage *message,
                                       GError **error);
/* (transfer full): WhatsApp's id: the same for the same @token (nullable) */
char *kontor_linked_make_token_id (const char *token);

/* linked-device-fan.c */
/* (transfer full): of KontorLinkedReader; NULL: who is in the group must be asked. */
GPtrArray *kontor_linked_list_readers (KontorLinkedDevice *self, const char *chat);
/* (transfer full): addresses of devices there is no session with, and that need one. */
GPtrArray *kontor_linked_find_missing (KontorLinkedDevice *self, const char *chat,
                                       const GPtrArray *readers);
/* (transfer full): guint: the known devices of @user but this one, and but those in @but
 * (nullable), "USER DEVICE". */
GArray *kontor_linked_list_devices (KontorLinkedDevice *self, const char *user, GPtrArray *but);
/* (transfer full): that of a device of @reader, as the chat has it. */
char *kontor_linked_make_address (const KontorLinkedReader *reader, guint device);
/* (transfer full): NULL with error. Into @reached (of char *): the devices that can read it but
 * this one, by name. What it changes is flushed before it leaves. */
KontorNode *kontor_linked_make_message (KontorLinkedDevice *self, const char *id,
                                        const KontorLinkedKept *kept, const GPtrArray *readers,
                                        GPtrArray *reached, GError **error);
/* (transfer full): what a member needs to read ours in @group, with @plain (nullable) beside it. */
GBytes *kontor_linked_distribute (KontorLinkedDevice *self, const char *group, GBytes *plain,
                                  GError **error);

/* linked-device-allow.c */
/* Counts a message to @user; FALSE: @task was told that it is too much, and until when. */
gboolean kontor_linked_allow   (KontorLinkedDevice *self, GTask *task, const char *user);
/* With the keys of the message. */
gboolean kontor_linked_keep_day (KontorLinkedDevice *self, const char *user, GError **error);
/* Somebody wrote, and is no stranger any more; and whether somebody ever did, or was written to. */
void  kontor_linked_meet       (KontorLinkedDevice *self, const char *user);
gboolean kontor_linked_has_met (KontorLinkedDevice *self, const char *user);

/* linked-device-seal.c; what they change is flushed before it leaves. */
gboolean kontor_linked_begin   (KontorLinkedDevice *self, const char *address,
                                const KontorPrekeyBundle *bundle);
/* With everybody whose keys stand in @answer. */
void  kontor_linked_begin_all  (KontorLinkedDevice *self, const KontorNode *answer);
/* (transfer full): what a device of @user is to read: our own other ones are told to whom it was
 * said. */
GBytes *kontor_linked_write_plain (KontorLinkedDevice *self, const char *user,
                                   const KontorLinkedKept *kept);
/* (transfer full): @kept: (nullable): NULL: nobody sees what is in it */
KontorNode *kontor_linked_new_enc (KontorCipher cipher, const KontorLinkedKept *kept);
/* (transfer full) (nullable): "enc" with @plain. *begins becomes TRUE where the other side learns
 * of a session by it. */
KontorNode *kontor_linked_seal (KontorLinkedDevice *self, const KontorSignalAddress *to,
                                GBytes *plain, const KontorLinkedKept *kept, gboolean *begins);
/* That this device is the account's. */
void  kontor_linked_add_proof  (KontorLinkedDevice *self, KontorNode *message);

/* linked-device-kept.c; @id: WhatsApp's */
gboolean kontor_linked_keep_sent (KontorLinkedDevice *self, const char *id,
                                  const KontorLinkedKept *kept, GError **error);
/* (transfer full) (nullable) */
KontorLinkedKept *kontor_linked_find_sent (KontorLinkedDevice *self, const char *id);
void  kontor_linked_kept_free  (KontorLinkedKept *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorLinkedKept, kontor_linked_kept_free)

G_END_DECLS
