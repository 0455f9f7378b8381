/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal.h — end-to-end encryption of one linked device: X3DH, the double ratchet and sender keys
 * (signal.org/docs). No type of the library behind it is seen here.
 *
 * What an operation changed is given to the store once it succeeded, and nothing of one that
 * failed. Nothing is kept in memory but the identity: what a store takes back is taken back.
 * It sends nothing, pads nothing and knows no WhatsApp.
 *
 * Every outcome but FINE sets an error, with words for the log; the outcome says what is to be
 * done. Users are named as the caller likes, without a space, and always the same.
 */
#pragma once

#include "protocol/curve.h"
#include "protocol/signal-outcome.h"
#include "protocol/signal-store.h"

G_BEGIN_DECLS

typedef struct _KontorSignal KontorSignal;

typedef struct {
  const char *user;
  guint32     device;
} KontorSignalAddress;

typedef struct {
  guint32 id;       /* 1 to KONTOR_PREKEY_LAST */
  guint8  public_key[KONTOR_KEY_SIZE];
} KontorPrekey;

typedef struct {
  guint32 id;
  guint8  public_key[KONTOR_KEY_SIZE];
  guint8  signature[KONTOR_SIGNATURE_SIZE];
  gint64  made_at_us;  /* of our own only */
} KontorSignedPrekey;

/* What another device offers, for a session to begin with. */
typedef struct {
  guint32            registration_id;
  guint8             identity[KONTOR_KEY_SIZE];
  KontorSignedPrekey signed_prekey;
  gboolean           has_prekey;  /* the server may have run out of them */
  KontorPrekey       prekey;
} KontorPrekeyBundle;

typedef enum {
  KONTOR_CIPHER_MSG,    /* in a session that the other side knows */
  KONTOR_CIPHER_PKMSG,  /* with what begins the session on the other side */
  KONTOR_CIPHER_SKMSG,  /* with a sender key, to a group */
} KontorCipher;

#define KONTOR_PREKEY_LAST 0xFFFFFF

/* As on the wire: "msg", "pkmsg", "skmsg"; FALSE for another name. */
const char    *kontor_cipher_get_name (KontorCipher cipher);
gboolean       kontor_cipher_parse    (const char *name, KontorCipher *cipher);

/* The device that @store holds; where it holds none, a new one with its first signed prekey is
 * made and stored. @store is copied. */
KontorSignal  *kontor_signal_new      (const KontorSignalStore *store, gint64 now_us,
                                       GError **error);
void           kontor_signal_free     (KontorSignal *self);

guint32              kontor_signal_get_registration_id (KontorSignal *self);
const KontorKeyPair *kontor_signal_get_identity        (KontorSignal *self);

/* Makes one-time keys until @count are there that were never told anyone, and gives those:
 * KontorPrekey (transfer full). They are given again until they are said to have been told, which
 * is said before they leave: nobody else takes one then. */
GArray        *kontor_signal_list_prekeys    (KontorSignal *self, guint count, GError **error);
gboolean       kontor_signal_tell_prekeys    (KontorSignal *self, guint32 last_id, GError **error);
/* Those of ours with @ids (guint32), in their order; one that is gone is left out. (transfer full):
 * KontorPrekey */
GArray        *kontor_signal_find_prekeys    (KontorSignal *self, const GArray *ids,
                                              GError **error);
/* The current one, and a new one in its place; the two before it stay for what is under way. */
gboolean       kontor_signal_find_signed     (KontorSignal *self, KontorSignedPrekey *found,
                                              GError **error);
gboolean       kontor_signal_rotate          (KontorSignal *self, gint64 now_us, GError **error);

/* *has: whether @whom can be written to. */
gboolean       kontor_signal_has_session     (KontorSignal *self, const KontorSignalAddress *whom,
                                              gboolean *has, GError **error);
/* Whatever session there was stays for what is still under way. INVALID_KEY: the signature of the
 * signed prekey is not the identity's. */
KontorSignalOutcome kontor_signal_begin      (KontorSignal *self, const KontorSignalAddress *whom,
                                              const KontorPrekeyBundle *bundle, GError **error);
/* *sealed: (transfer full) */
KontorSignalOutcome kontor_signal_encrypt    (KontorSignal *self, const KontorSignalAddress *to,
                                              GBytes *plain, KontorCipher *cipher, GBytes **sealed,
                                              GError **error);
/* @cipher: MSG or PKMSG. *plain: (transfer full) */
KontorSignalOutcome kontor_signal_decrypt    (KontorSignal *self, const KontorSignalAddress *from,
                                              KontorCipher cipher, GBytes *sealed, GBytes **plain,
                                              GError **error);

/* *distribution: (transfer full): what @own's readers need to read from here on; the first makes
 * the key. */
KontorSignalOutcome kontor_signal_distribute (KontorSignal *self, const char *group,
                                              const KontorSignalAddress *own,
                                              GBytes **distribution, GError **error);
KontorSignalOutcome kontor_signal_accept     (KontorSignal *self, const char *group,
                                              const KontorSignalAddress *sender,
                                              GBytes *distribution, GError **error);
KontorSignalOutcome kontor_signal_encrypt_group (KontorSignal *self, const char *group,
                                                 const KontorSignalAddress *own, GBytes *plain,
                                                 GBytes **sealed, GError **error);
KontorSignalOutcome kontor_signal_decrypt_group (KontorSignal *self, const char *group,
                                                 const KontorSignalAddress *sender, GBytes *sealed,
                                                 GBytes **plain, GError **error);
/* The next message needs a new key, which those who left do not have. */
gboolean       kontor_signal_forget_sender_key (KontorSignal *self, const char *group,
                                                const KontorSignalAddress *own, GError **error);

/* *base_key: (transfer full): what the session began with, NULL where there is none: a retry that
 * still names it did not get a newer one. */
gboolean       kontor_signal_find_base_key   (KontorSignal *self, const KontorSignalAddress *whom,
                                              GBytes **base_key, guint32 *registration_id,
                                              GError **error);
/* From now on @identity is who @whom is. A session with another identity is forgotten. */
gboolean       kontor_signal_trust           (KontorSignal *self, const KontorSignalAddress *whom,
                                              const guint8 identity[KONTOR_KEY_SIZE],
                                              GError **error);
/* The session and the identity. */
gboolean       kontor_signal_forget          (KontorSignal *self, const KontorSignalAddress *whom,
                                              GError **error);
/* Those of all devices. */
gboolean       kontor_signal_forget_user     (KontorSignal *self, const char *user,
                                              GError **error);
/* @from and @to are one user: sessions and identities of all devices go to @to, where a session
 * that is there already is the newer one and stays. *moved: how many sessions went. */
gboolean       kontor_signal_move            (KontorSignal *self, const char *from, const char *to,
                                              guint *moved, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSignal, kontor_signal_free)

G_END_DECLS
