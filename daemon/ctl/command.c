/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c — the table of commands. Read from top to bottom it is the help: what people do most
 * stands first. */
#include "ctl/command.h"

#include <string.h>

static const KontorCtlOption common[] = {
  { "json", NULL, "one JSON document on standard output" },
  { "no-start", NULL, "does not start the daemon where it does not run" },
  { "help", NULL, "says what the command does" },
  { "version", NULL, "says the version" },
  { NULL }
};

static const KontorCtlOption practice_options[] = {
  { "from", "PHONE", "the customer's number (+12025550123 unless told)" },
  { "name", "NAME", "the customer's name in WhatsApp" },
  { "channel", "ID", "a practice channel; the first one unless told" },
  { "wait", "SECONDS", "how long to wait for an answer (30 unless told)" },
  { NULL }
};

static const KontorCtlOption list_options[] = {
  { "limit", "N", "no more than so many" },
  { "descending", NULL, "the last one first" },
  { "columns", "NAME,…", "these fields, in this order" },
  { NULL }
};

static const KontorCtlOption sum_options[] = {
  { "field", "NAME", "the amount to add up; the first one of the kind unless told" },
  { "by", "NAME", "a sum for each value of this field; the first choice unless told" },
  { NULL }
};

static const KontorCtlOption save_options[] = {
  { "id", "ID", "changes this record instead of making a new one" },
  { NULL }
};

static const KontorCtlOption import_options[] = {
  { "dry-run", NULL, "says what would happen and changes nothing" },
  { NULL }
};

static const KontorCtlOption do_options[] = {
  { "once", "WORD", "under the same word it is done once, however often this is run" },
  { NULL }
};

static const KontorCtlOption understand_options[] = {
  { "service", "CODE", "the service that is talked about; guessed unless told" },
  { "now", "TIME", "as if it were then: \"2026-11-20 12:00\"" },
  { "zone", "ZONE", "an IANA name such as Asia/Dubai; the shop's unless told" },
  { "asked", "FIELD", "the field the customer was asked for" },
  { "about", NULL, "with --json: {fields, intent, service, problems} instead of the fields alone" },
  { NULL }
};

#define SIDE_OPTIONS \
  { "assistant", "ID", "this assistant; the default one unless told" }, \
  { "prompt", "VERSION", "with this version of a prompt, such as \"PR1 v3\"" }, \
  { "text", "FILE", "with the text of a file in place of the prompt to reply" }, \
  { "built-in", NULL, "asks no model" }

static const KontorCtlOption try_options[] = {
  SIDE_OPTIONS,
  { "contact", "ID", "as if this contact wrote; somebody new unless told" },
  { NULL }
};

static const KontorCtlOption bench_options[] = {
  { "golden", "ID", "this golden conversation; all of them unless told; may be given again" },
  { "prompt", "VERSION", "with this version of a prompt, such as \"PR1 v3\"; may be given again" },
  { NULL }
};

static const KontorCtlOption limit_options[] = {
  { "limit", "N", "no more than the latest N" },
  { NULL }
};

static const KontorCtlOption send_options[] = {
  { "at", "TIME", "sends it then and not now: 2026-11-21T05:00:00Z" },
  { "about", "MESSAGE", "answers a message, or with --kind reaction reacts to it" },
  { "body", "JSON", "what the kind holds besides the text" },
  { "despite-stop", NULL, "even to a customer who said STOP" },
  { "file", "PATH", "sends a file, with the text under it" },
  { "once", "NAME", "the same message is not sent again under the same name" },
  { "reply", "REPLY", "does what this saved reply says besides its text" },
  { "kind", "KIND", "what it is, such as location or buttons; text, or what the file is" },
  { NULL }
};

static const KontorCtlOption state_options[] = {
  { "until", "TIME", "when a snoozed one opens again: 2026-11-21T05:00:00Z" },
  { NULL }
};

static const KontorCtlOption watch_options[] = {
  { "count", "N", "ends after so many" },
  { NULL }
};

#define FILTER_MORE \
  "A condition is FIELD=VALUE, FIELD!=VALUE, FIELD>=VALUE, FIELD<=VALUE, FIELD>VALUE or\n" \
  "FIELD<VALUE, in quotes where the shell would read it. The same FIELD=VALUE twice means\n" \
  "either. “kontorctl kinds KIND” tells the fields."

static const KontorCtlCommand commands[] = {
  { "status", "", "how the business and the daemon are", NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_status },
  { "practice", "[TEXT…]", "plays the customer on the practice channel",
    "Without a text, lines are read and answered until the end of input or /quit.\n"
    "/from PHONE writes as somebody else, /name NAME goes by another name.",
    practice_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_practice },
  { "kinds", "[KIND]", "the kinds of records, or the fields of one", NULL,
    NULL, 0, 1, KONTOR_CTL_PLAIN, kontor_ctl_kinds },
  { "list", "KIND [FIELD=VALUE…]", "the records of a kind", FILTER_MORE,
    list_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_list },
  { "get", "KIND ID", "one record, whole", NULL,
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_get },
  { "save", "KIND [ID] FIELD=VALUE…", "makes a record, or changes one where an id is given",
    "FIELD= empties a field. Prints the id.",
    save_options, 2, -1, KONTOR_CTL_PLAIN, kontor_ctl_save },
  { "remove", "KIND ID", "removes a record", NULL,
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_remove },
  { "import", "KIND FILE", "takes records from a CSV file; knowledge from text and Markdown too",
    "FILE may be - for standard input, which is read as CSV. Ends with 1 when a row was refused.",
    import_options, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_import },
  { "export", "KIND [FIELD=VALUE…]", "the records of a kind as CSV", FILTER_MORE,
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_export },
  { "sum", "KIND [FIELD=VALUE…]", "what money adds up to, for each currency",
    FILTER_MORE "\nA month is two: 'at>=2026-11-01' 'at<2026-12-01'. amount-currency=AED is one\n"
    "currency.",
    sum_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_sum },
  { "do", "[ACTION [NAME=VALUE…]]", "does what the business can do; alone, lists the actions", NULL,
    do_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_do },
  { "inbox", "[FILTER=VALUE…]", "the conversations, the latest first",
    "Filters: channel, contact, label, state, assignee, unread (yes or no), id.",
    limit_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_inbox },
  { "messages", "ID", "what was said in a conversation, the oldest first", NULL,
    limit_options, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_messages },
  { "search", "TEXT…", "messages with these words, the latest first",
    "The latest 50, unless --limit tells otherwise.",
    limit_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_search },
  { "why", "MESSAGE", "why a message was said: the rule, the passages, what was done", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_why },
  { "send", "ID TEXT…", "writes to the customer; you hold the conversation from then on",
    "With --file or --body, the text may be left out. docs/architecture.md has the kinds and what\n"
    "the body of each is.",
    send_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_send },
  { "cancel", "MESSAGE", "takes back what was to be sent later", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_cancel },
  { "fill", "ID REPLY", "prints a saved reply with its blanks filled in for a conversation", NULL,
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_fill },
  { "again", "MESSAGE", "sends a message again that failed, or of which nobody knows", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_again },
  { "note", "ID TEXT…", "writes a note that only the team sees", NULL,
    NULL, 2, -1, KONTOR_CTL_PLAIN, kontor_ctl_note },
  { "hold", "ID", "people answer from now on", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_hold },
  { "release", "ID", "hands the conversation back to the assistant", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_release },
  { "mode", "ID MODE", "what the assistant may do: automatic, draft, off, or channel",
    "automatic: it answers. draft: what it would say waits for “accept” or “discard”. off: it is\n"
    "silent. channel: as the channel has it (“kontorctl save channel CH1 mode=draft”).",
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_mode },
  { "accept", "MESSAGE [TEXT…]", "sends a draft of the assistant, or your own words instead", NULL,
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_accept },
  { "discard", "MESSAGE", "throws a draft of the assistant away", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_discard },
  { "assign", "ID [TEAMMATE]", "gives a conversation to a teammate, or to nobody", NULL,
    NULL, 1, 2, KONTOR_CTL_PLAIN, kontor_ctl_assign },
  { "state", "ID STATE", "opens, snoozes or closes: open, pending, snoozed or closed", NULL,
    state_options, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_state },
  { "read", "ID", "marks a conversation as read", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_read },
  { "understand", "TEXT…", "what would be understood of a message; keeps nothing", NULL,
    understand_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_understand },
  { "ask", "TEXT…", "what the knowledge has on a question, and whether it would be answered", NULL,
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_ask },
  { "try", "[TEXT…]", "tries an answer as it would be given, and says what it comes from",
    "Nothing is sent, done or stored but the calls of models, which cost what they cost. What the\n"
    "model writes is shown as it comes; what would be said follows where it is something else.\n"
    "Without a text, lines are read and answered as one conversation until the end of input or\n"
    "/quit.",
    try_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_try },
  { "bench", "[ASSISTANT…]", "runs golden conversations, and says what does not hold",
    "Each prompt that is given, and each assistant, is laid beside the others. What came of it is\n"
    "kept (“kontorctl list golden-run”). Ends with 1 where anything does not hold. A golden\n"
    "conversation is made with “kontorctl do make-golden conversation=1 name=Booking”.",
    bench_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_bench },
  { "provider offers", "", "servers of models that are found on this computer", NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_provider_offers },
  { "channel list", "", "the lines to the outside and how they are", NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_channel_list },
  { "channel kinds", "[KIND]", "the kinds of channels, or the settings of one", NULL,
    NULL, 0, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_kinds },
  { "channel add", "KIND [NAME=VALUE…]", "adds a channel and turns it on",
    "“kontorctl channel kinds KIND” tells the settings. A secret given as - is read from\n"
    "standard input. Prints the id.",
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_channel_add },
  { "channel set", "ID NAME=VALUE…", "changes the settings of a channel",
    "A secret given as - is read from standard input.",
    NULL, 2, -1, KONTOR_CTL_PLAIN, kontor_ctl_channel_set },
  { "channel remove", "ID", "removes a channel", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_remove },
  { "channel test", "ID", "tries a channel step by step and says what to mend", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_test },
  { "demo list", "", "the demo businesses that are installed", NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_demo_list },
  { "demo load", "NAME", "opens a demo business beside your own", NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_demo_load },
  { "demo remove", "", "takes every trace of the demo away", NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_demo_remove },
  { "audit", "[FIELD=VALUE…]", "who did what and when", FILTER_MORE,
    list_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_audit },
  { "check-store", "", "looks whether what is kept is sound; ends with 1 where it is not", NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_check_store },
  { "watch", "", "prints what changes, as it changes",
    "With --json one object a line. Ends with the daemon, or when it is stopped.",
    watch_options, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_watch },
  { "quit", "", "stops the daemon when what is being written stands", NULL,
    NULL, 0, 0, KONTOR_CTL_NO_START, kontor_ctl_quit },
  { "help", "[COMMAND]", "what kontorctl can do, or how a command is used", NULL,
    NULL, 0, 2, KONTOR_CTL_ALONE, kontor_ctl_help },
  { NULL }
};

const KontorCtlCommand *
kontor_ctl_commands_get_all (void)
{
  return commands;
}

const KontorCtlOption *
kontor_ctl_commands_get_common (void)
{
  return common;
}

static const KontorCtlCommand *
find_named (const char *first, const char *second)
{
  g_autofree char *name = second != NULL ? g_strjoin (" ", first, second, NULL) : g_strdup (first);

  for (const KontorCtlCommand *command = commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;

  return NULL;
}

/* What follows the group's name in its commands; empty when there is no such group. */
static char *
dup_members (const char *group)
{
  g_autofree char *start = g_strconcat (group, " ", NULL);
  GString *members = g_string_new (NULL);

  for (const KontorCtlCommand *command = commands; command->name != NULL; command++)
    if (g_str_has_prefix (command->name, start))
      g_string_append_printf (members, "%s%s", members->len > 0 ? ", " : "",
                              command->name + strlen (start));

  return g_string_free (members, FALSE);
}

const KontorCtlCommand *
kontor_ctl_command_find (const char *const *words, guint *used, GError **error)
{
  const KontorCtlCommand *command;
  g_autofree char *members = NULL;

  *used = 1;
  if (words[0] == NULL)
    {
      g_set_error_literal (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                           "say what to do; “kontorctl help” lists the commands");
      return NULL;
    }
  command = find_named (words[0], NULL);
  if (command != NULL)
    return command;

  members = dup_members (words[0]);
  if (*members != '\0' && (words[1] == NULL || g_str_has_prefix (words[1], "-")))
    return find_named (words[0], "list");
  *used = 2;
  command = *members != '\0' ? find_named (words[0], words[1]) : NULL;
  if (command != NULL)
    return command;

  if (*members != '\0')
    g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                 "after “%s” comes one of: %s", words[0], members);
  else
    g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                 "there is no command “%s”; “kontorctl help” lists them", words[0]);

  return NULL;
}

static void
append_options (GString *help, const KontorCtlOption *options)
{
  for (; options != NULL && options->name != NULL; options++)
    {
      g_autofree char *left = options->value != NULL
                              ? g_strdup_printf ("--%s %s", options->name, options->value)
                              : g_strdup_printf ("--%s", options->name);

      int padding = MAX (0, 18 - (int) g_utf8_strlen (left, -1));

      g_string_append_printf (help, "  %s%*s  %s\n", left, padding, "", options->help);
    }
}

char *
kontor_ctl_command_dup_help (const KontorCtlCommand *command)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, "Usage: kontorctl %s%s%s%s\n\n%c%s.\n", command->name,
                          command->options != NULL ? " [OPTION…]" : "",
                          *command->takes != '\0' ? " " : "", command->takes,
                          g_ascii_toupper (*command->help), command->help + 1);
  if (command->more != NULL)
    g_string_append_printf (help, "\n%s\n", command->more);
  g_string_append (help, "\nOptions:\n");
  append_options (help, command->options);
  append_options (help, common);

  return g_string_free (help, FALSE);
}
