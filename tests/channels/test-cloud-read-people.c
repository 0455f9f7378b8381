/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote: by a number, by a business-scoped user id, by both, and how the two come together. */
#include "channels/cloud-read.h"

#include "tests/channels/cloud-body.h"

#define TEXT "\"type\":\"text\",\"text\":{\"body\":\"Hola\"}"

static const struct {
  const char *path, *contact, *from, *phone, *user_id, *name;
} people[] = {
  { "/cloud-read/a-number-is-who-wrote",
    "\"profile\":{\"name\":\"Mina Torres\"},\"wa_id\":\"971500000002\"",
    "\"from\":\"971500000002\"", "+971500000002", NULL, "Mina Torres" },
  { "/cloud-read/a-user-id-alone-is-who-wrote",
    "\"profile\":{\"name\":\"Mina Torres\",\"username\":\"@mina\"},\"user_id\":\"AE.134912086\"",
    "\"from_user_id\":\"AE.134912086\"", NULL, "AE.134912086", "Mina Torres" },
  { "/cloud-read/a-user-name-stands-for-a-missing-name",
    "\"profile\":{\"name\":\"\",\"username\":\"@mina\"},\"user_id\":\"AE.134912086\"",
    "\"from_user_id\":\"AE.134912086\"", NULL, "AE.134912086", "@mina" },
  { "/cloud-read/a-number-and-a-user-id-are-one-person",
    "\"profile\":{\"name\":\"Mina Torres\"},\"wa_id\":\"971500000002\",\"user_id\":\"AE.1\"",
    "\"from\":\"971500000002\",\"from_user_id\":\"AE.1\"", "+971500000002", "AE.1",
    "Mina Torres" },
  { "/cloud-read/the-contact-gives-the-user-id-of-a-number",
    "\"profile\":{\"name\":\"Mina Torres\"},\"wa_id\":\"971500000002\",\"user_id\":\"AE.1\"",
    "\"from\":\"971500000002\"", "+971500000002", "AE.1", "Mina Torres" },
  { "/cloud-read/an-enterprise-user-id-is-kept-as-it-is",
    "\"user_id\":\"US.ENT.9aZ\"", "\"from_user_id\":\"US.ENT.9aZ\"", NULL, "US.ENT.9aZ", NULL },
  { "/cloud-read/another-contact-gives-nothing",
    "\"profile\":{\"name\":\"Somebody Else\"},\"wa_id\":\"971500000003\",\"user_id\":\"AE.2\"",
    "\"from\":\"971500000002\"", "+971500000002", NULL, NULL },
  { "/cloud-read/an-empty-user-id-is-nobody",
    "\"profile\":{\"name\":\"Mina Torres\"},\"wa_id\":\"971500000002\",\"user_id\":\"\"",
    "\"from\":\"971500000002\",\"from_user_id\":\"\"", "+971500000002", NULL, "Mina Torres" },
  { "/cloud-read/empty-ids-do-not-make-strangers-the-same",
    "\"profile\":{\"name\":\"Somebody Else\"},\"wa_id\":\"971500000003\",\"user_id\":\"\"",
    "\"from\":\"971500000002\",\"from_user_id\":\"\"", "+971500000002", NULL, NULL },
  { "/cloud-read/a-user-id-saves-who-has-no-number-that-can-be-read",
    "\"user_id\":\"AE.1\"", "\"from\":\"unknown\",\"from_user_id\":\"AE.1\"", NULL, "AE.1", NULL },
  { "/cloud-read/wrong-types-of-a-contact-are-nothing",
    "\"profile\":[\"x\"],\"wa_id\":971500000002,\"user_id\":{}", "\"from\":\"971500000002\"",
    "+971500000002", NULL, NULL },
};

static void
test_person (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *value = g_strdup_printf (
    "\"contacts\":[7,{},{%s}],\"messages\":[{%s,\"id\":\"wamid.A1\",\"timestamp\":\"1794000000\","
    TEXT "}]", people[i].contact, people[i].from);
  g_autoptr(GPtrArray) parts = cloud_read_value (value, 0);
  KontorCloudPart *part = parts->pdata[0];
  KontorMessage *message;

  g_assert_cmpuint (part->messages->len, ==, 1);
  message = part->messages->pdata[0];
  g_assert_cmpstr (message->person->phone, ==, people[i].phone);
  g_assert_cmpstr (message->person->user_id, ==, people[i].user_id);
  g_assert_cmpstr (message->person->name, ==, people[i].name);
  g_assert_null (message->person->was);
  g_assert_cmpstr (message->text, ==, "Hola");
}

static const struct {
  const char *path, *from, *system, *phone, *user_id, *was_phone, *was_user_id;
} changes[] = {
  { "/cloud-read/a-changed-number-names-both",
    "\"from\":\"971500000002\"", "\"type\":\"user_changed_number\",\"wa_id\":\"971500000009\"",
    "+971500000009", NULL, "+971500000002", NULL },
  { "/cloud-read/a-changed-number-of-older-graphs-names-both",
    "\"from\":\"971500000002\"", "\"type\":\"user_changed_number\",\"new_wa_id\":\"971500000009\"",
    "+971500000009", NULL, "+971500000002", NULL },
  { "/cloud-read/a-changed-number-brings-a-new-user-id",
    "\"from\":\"971500000002\",\"from_user_id\":\"AE.1\"",
    "\"type\":\"user_changed_number\",\"wa_id\":\"971500000009\",\"user_id\":\"AE.2\","
    "\"previous_user_id\":\"AE.1\"", "+971500000009", "AE.2", "+971500000002", "AE.1" },
  { "/cloud-read/a-changed-user-id-names-both",
    "\"from_user_id\":\"AE.2\"", "\"type\":\"user_changed_user_id\",\"user_id\":\"AE.2\","
    "\"previous_user_id\":\"AE.1\"", NULL, "AE.2", NULL, "AE.1" },
  { "/cloud-read/a-changed-user-id-needs-no-sender",
    "\"to\":\"x\"", "\"type\":\"user_changed_user_id\",\"user_id\":\"AE.2\",\"previous_user_id\":"
    "\"AE.1\"", NULL, "AE.2", NULL, "AE.1" },
  { "/cloud-read/a-new-number-that-is-the-old-one-changes-nothing",
    "\"from\":\"971500000002\"", "\"type\":\"customer_identity_changed\",\"wa_id\":"
    "\"971500000002\"", "+971500000002", NULL, NULL, NULL },
  { "/cloud-read/a-system-message-without-ids-changes-nothing",
    "\"from\":\"971500000002\"", "\"type\":\"user_changed_number\",\"wa_id\":\"soon\","
    "\"user_id\":\"\"", "+971500000002", NULL, NULL, NULL },
};

static void
test_change (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *value = g_strdup_printf (
    "\"messages\":[{%s,\"id\":\"wamid.A1\",\"timestamp\":\"1794000000\",\"type\":\"system\","
    "\"system\":{\"body\":\"Changed\",%s}}]", changes[i].from, changes[i].system);
  g_autoptr(GPtrArray) parts = cloud_read_value (value, 0);
  KontorMessage *message = ((KontorCloudPart *) parts->pdata[0])->messages->pdata[0];
  KontorPerson *was = message->person->was;

  g_assert_cmpstr (message->kind, ==, "system");
  g_assert_cmpstr (message->text, ==, "Changed");
  g_assert_cmpstr (message->person->phone, ==, changes[i].phone);
  g_assert_cmpstr (message->person->user_id, ==, changes[i].user_id);
  g_assert_true ((was != NULL) == (changes[i].was_phone != NULL || changes[i].was_user_id != NULL));
  if (was == NULL)
    return;
  g_assert_cmpstr (was->phone, ==, changes[i].was_phone);
  g_assert_cmpstr (was->user_id, ==, changes[i].was_user_id);
}

static void
test_what_nobody_sent_is_left_out_and_counted (void)
{
  g_autoptr(GPtrArray) parts = cloud_read_value (
    "\"messages\":[{\"id\":\"wamid.A1\"," TEXT "},{\"from\":\"\",\"id\":\"wamid.A2\"," TEXT "},"
    "{\"from\":\"12\",\"id\":\"wamid.A3\"," TEXT "},{\"from\":15550100002,\"id\":\"wamid.A4\"," TEXT
    "},7,null,{\"from\":\"971500000002\",\"id\":\"wamid.A5\"," TEXT "}]", 6);
  KontorCloudPart *part = parts->pdata[0];

  g_assert_cmpuint (part->messages->len, ==, 1);
  g_assert_cmpstr (((KontorMessage *) part->messages->pdata[0])->external_id, ==, "wamid.A5");
}

static void
test_phones_are_digits_and_nothing_else (void)
{
  static const struct { const char *from, *phone; } phones[] = {
    { "971500000002", "+971500000002" }, { "+971500000002", "+971500000002" },
    { "12345", "+12345" }, { "123456789012345", "+123456789012345" },
    { "1234", NULL }, { "1234567890123456", NULL }, { "971 500000002", NULL },
    { "++971500000002", NULL }, { "97150000000x", NULL }, { "", NULL }, { "+", NULL },
    { NULL, NULL }, { "٩٧١٥٠٠٠٠٠٠٠٢", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *phone = kontor_cloud_read_phone (phones[i].from);

      g_assert_cmpstr (phone, ==, phones[i].phone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_test_add_data_func (people[i].path, GUINT_TO_POINTER (i), test_person);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_test_add_data_func (changes[i].path, GUINT_TO_POINTER (i), test_change);
  g_test_add_func ("/cloud-read/what-nobody-sent-is-left-out-and-counted",
                   test_what_nobody_sent_is_left_out_and_counted);
  g_test_add_func ("/cloud-read/phones-are-digits-and-nothing-else",
                   test_phones_are_digits_and_nothing_else);

  return g_test_run ();
}
