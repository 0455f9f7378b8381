/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts that an owner edits, compares and takes back, and which assistant answers where. */
#include "assistant/line-diff.h"
#include "assistant/prompts.h"

#include "fakes/kept.h"
#include "journal/action.h"

typedef struct {
  KontorStore *store;
} Shop;

static void
shop_set_up (Shop *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->store = kept_open (":memory:");
  kept_add (self->store, "channel", "{'name': <'One'>, 'kind': <'practice'>}");
  g_assert_true (kontor_assistants_furnish (self->store, &error));
  g_assert_no_error (error);
}

static void
shop_tear_down (Shop *self, gconstpointer data)
{
  kontor_store_close (self->store);
}

static KontorAssistant *
load (Shop *self, const char *channel)
{
  g_autoptr(GError) error = NULL;
  KontorAssistant *assistant = kontor_assistant_load (self->store, channel, &error);

  g_assert_no_error (error);

  return assistant;
}

static GVariant *
act (Shop *self, const KontorActor *actor, const char *action, const char *arguments,
     GError **error)
{
  g_autoptr(GVariant) given = kept_make (arguments);

  return kontor_action_run (self->store, actor, action, given, NULL, error);
}

static void
edit (Shop *self, const char *prompt, const char *text)
{
  g_autofree char *values = g_strdup_printf ("{'text': <'%s'>}", text);

  g_free (kept_save (self->store, "prompt", prompt, values));
}

static void
test_a_new_business_has_an_assistant_with_all_prompts (Shop *self, gconstpointer data)
{
  g_autoptr(KontorAssistant) assistant = load (self, "CH1");
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (assistant->id, ==, "AS1");
  for (guint i = 0; i < KONTOR_N_PROMPTS; i++)
    {
      g_assert_true (g_str_has_suffix (assistant->prompts[i].version, " v1"));
      g_assert_cmpuint (strlen (assistant->prompts[i].text), >, 100);
    }
  g_assert_true (kontor_assistants_furnish (self->store, &error));
  g_assert_cmpint (kept_count (self->store, "assistant"), ==, 1);
}

static void
test_an_edit_counts_at_once_and_keeps_what_was (Shop *self, gconstpointer data)
{
  g_autoptr(KontorAssistant) assistant = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;

  edit (self, "PR1", "Be kind.");
  edit (self, "PR1", "Be kind.");
  g_free (kept_save (self->store, "prompt", "PR1", "{'name': <'Other'>}"));
  assistant = load (self, "CH1");
  g_assert_cmpstr (assistant->prompts[KONTOR_PROMPT_REPLY].text, ==, "Be kind.");
  g_assert_cmpstr (assistant->prompts[KONTOR_PROMPT_REPLY].version, ==, "PR1 v2");
  first = kontor_prompt_dup_version (self->store, "PR1", 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (first, "You are {assistant}"));
  kept_assert_text (self->store, "prompt-version", "PW6", "who", "teammate:TM1");
}

static void
test_a_version_is_restored_as_a_new_one (Shop *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) prompt = NULL;
  g_autofree char *third = NULL;

  edit (self, "PR1", "Be kind.");
  edit (self, "PR1", "Be brief.");
  prompt = act (self, &kept_owner, "restore-prompt",
                "{'prompt': <'PR1'>, 'version': <int64 2>}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (prompt, "text"), ==, "Be kind.");
  g_assert_cmpint (kontor_record_get_int (prompt, "version", 0), ==, 4);
  third = kontor_prompt_dup_version (self->store, "PR1", 3, &error);
  g_assert_cmpstr (third, ==, "Be brief.");
  g_assert_null (act (self, &kept_owner, "restore-prompt",
                      "{'prompt': <'PR1'>, 'version': <int64 9>}", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
}

static void
test_only_a_manager_restores (Shop *self, gconstpointer data)
{
  const KontorActor seller = { "teammate", "TM2", KONTOR_ROLE_SELLER, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_null (act (self, &seller, "restore-prompt",
                      "{'prompt': <'PR1'>, 'version': <int64 1>}", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_versions_are_compared_line_by_line (Shop *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) told = NULL;

  edit (self, "PR1", "Be kind.\\nBe brief.");
  edit (self, "PR1", "Be kind.\\nBe exact.");
  told = act (self, &kept_owner, "compare-prompt", "{'prompt': <'PR1'>}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (told, "difference"), ==,
                   " Be kind.\n-Be brief.\n+Be exact.\n");
}

static void
test_versions_cannot_be_written_or_changed (Shop *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kept_try (self->store, &kept_owner, "prompt-version", "PW1",
                           "{'text': <'Other'>}", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_null (kept_try (self->store, &kept_owner, "prompt", "PR1", "{'version': <int64 9>}",
                           &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_a_channel_has_its_own_assistant_or_the_default (Shop *self, gconstpointer data)
{
  g_autoptr(KontorAssistant) own = NULL, other = NULL;

  kept_add (self->store, "assistant", "{'name': <'Night'>, 'sources': <'faq.md, night.md'>,"
            "'languages': <'en, pt-BR'>}");
  kept_add (self->store, "channel", "{'name': <'Two'>, 'kind': <'practice'>,"
            "'assistant': <'AS2'>}");
  own = load (self, "CH2");
  g_assert_cmpstr (own->name, ==, "Night");
  g_assert_cmpstr (own->sources[1], ==, "night.md");
  g_assert_cmpstr (own->languages[1], ==, "pt-BR");
  g_assert_cmpstr (own->prompts[KONTOR_PROMPT_REPLY].version, ==, "shipped");
  other = load (self, "CH1");
  g_assert_cmpstr (other->name, ==, "Assistant");
}

static void
test_one_assistant_is_the_default (Shop *self, gconstpointer data)
{
  g_autoptr(KontorAssistant) assistant = NULL;
  g_autoptr(GVariant) first = NULL;

  kept_add (self->store, "assistant", "{'name': <'Night'>, 'is-default': <true>}");
  assistant = load (self, "CH1");
  g_assert_cmpstr (assistant->name, ==, "Night");
  first = kept_get (self->store, "assistant", "AS1");
  g_assert_false (kontor_record_get_yes (first, "is-default"));
}

static void
test_a_prompt_is_used_for_its_own_purpose (Shop *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kept_try (self->store, &kept_owner, "assistant", "AS1", "{'reply': <'PR2'>}",
                           &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_a_difference_keeps_what_both_have (void)
{
  static const struct { const char *before, *after, *told; } cases[] = {
    { "a", "a", " a\n" },
    { "", "a", "+a\n" },
    { "a\nb\nc", "a\nc", " a\n-b\n c\n" },
    { "a\nc", "a\nb\nc", " a\n+b\n c\n" },
    { "a\nb", "c\nd", "-a\n-b\n+c\n+d\n" },
    { "a\nb\nc\nd", "b\nx\nd\na", "-a\n b\n-c\n+x\n d\n+a\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = kontor_line_diff (cases[i].before, cases[i].after);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

#define CASE(name, test) \
  g_test_add ("/prompts/" name, Shop, NULL, shop_set_up, test, shop_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("a-new-business-has-an-assistant-with-all-prompts",
        test_a_new_business_has_an_assistant_with_all_prompts);
  CASE ("an-edit-counts-at-once-and-keeps-what-was",
        test_an_edit_counts_at_once_and_keeps_what_was);
  CASE ("a-version-is-restored-as-a-new-one", test_a_version_is_restored_as_a_new_one);
  CASE ("only-a-manager-restores", test_only_a_manager_restores);
  CASE ("versions-are-compared-line-by-line", test_versions_are_compared_line_by_line);
  CASE ("versions-cannot-be-written-or-changed", test_versions_cannot_be_written_or_changed);
  CASE ("a-channel-has-its-own-assistant-or-the-default",
        test_a_channel_has_its_own_assistant_or_the_default);
  CASE ("one-assistant-is-the-default", test_one_assistant_is_the_default);
  CASE ("a-prompt-is-used-for-its-own-purpose", test_a_prompt_is_used_for_its_own_purpose);
  g_test_add_func ("/prompts/a-difference-keeps-what-both-have",
                   test_a_difference_keeps_what_both_have);

  return g_test_run ();
}
