/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c — the table of commands. Read from top to bottom it is the help: what people do most
 * stands first. */
#include "ctl/command.h"

#include <string.h>

#include <glib/gi18n.h>

static const KontorCtlOption common[] = {
  { "json", NULL, N_("one JSON document on standard output") },
  { "no-start", NULL, N_("does not start the daemon where it does not run") },
  { "help", NULL, N_("says what the command does") },
  { "version", NULL, N_("says the version") },
  { NULL }
};

static const KontorCtlOption practice_options[] = {
  { "from", "PHONE", N_("the customer's number (+12025550123 unless told)") },
  { "name", "NAME", N_("the customer's name in WhatsApp") },
  { "channel", "ID", N_("a practice channel; the first one unless told") },
  { "wait", "SECONDS", N_("how long to wait for an answer (30 unless told)") },
  { NULL }
};

static const KontorCtlOption list_options[] = {
  { "limit", "N", N_("no more than so many") },
  { "descending", NULL, N_("the last one first") },
  { "columns", "NAME,…", N_("these fields, in this order") },
  { NULL }
};

static const KontorCtlOption sum_options[] = {
  { "field", "NAME", N_("the amount to add up; the first one of the kind unless told") },
  { "by", "NAME", N_("a sum for each value of this field; the first choice unless told") },
  { NULL }
};

static const KontorCtlOption save_options[] = {
  { "id", "ID", N_("changes this record instead of making a new one") },
  { NULL }
};

static const KontorCtlOption import_options[] = {
  { "dry-run", NULL, N_("says what would happen and changes nothing") },
  { "map", "COLUMN=FIELD,…",
    N_("the fields for columns of other names; COLUMN= leaves one out") },
  { "same", "WORD",
    N_("who is there already is refuse, change or skip; new unless told") },
  { NULL }
};

static const KontorCtlOption do_options[] = {
  { "once", "WORD", N_("under the same word it is done once, however often this is run") },
  { NULL }
};

static const KontorCtlOption lock_options[] = {
  { "idle", "MINUTES", N_("closes after so long without anybody (5 unless told; 0: never)") },
  { NULL }
};

static const KontorCtlOption understand_options[] = {
  { "service", "CODE", N_("the service that is talked about; guessed unless told") },
  { "now", "TIME", N_("as if it were then: \"2026-11-20 12:00\"") },
  { "zone", "ZONE", N_("an IANA name such as Asia/Dubai; the shop's unless told") },
  { "asked", "FIELD", N_("the field the customer was asked for") },
  { "about", NULL,
    N_("with --json: {fields, intent, service, problems} instead of the fields alone") },
  { NULL }
};

static const KontorCtlOption preview_options[] = {
  { "language", "CODE", N_("that of the customer, such as de; the shop's unless told") },
  { NULL }
};

#define SIDE_OPTIONS \
  { "assistant", "ID", N_("this assistant; the default one unless told") }, \
  { "prompt", "VERSION", N_("with this version of a prompt, such as \"PR1 v3\"") }, \
  { "text", "FILE", N_("with the text of a file in place of the prompt to reply") }, \
  { "built-in", NULL, N_("asks no model") }

static const KontorCtlOption try_options[] = {
  SIDE_OPTIONS,
  { "contact", "ID", N_("as if this contact wrote; somebody new unless told") },
  { NULL }
};

static const KontorCtlOption bench_options[] = {
  { "golden", "ID", N_("this golden conversation; all of them unless told; may be given again") },
  { "prompt", "VERSION",
    N_("with this version of a prompt, such as \"PR1 v3\"; may be given again") },
  { NULL }
};

static const KontorCtlOption link_options[] = {
  { "qr", NULL, N_("of a linked device: draws the code for the phone's camera, and waits") },
  { "code", "PHONE", N_("of a linked device: shows letters to type on that phone, and waits") },
  { NULL }
};

static const KontorCtlOption limit_options[] = {
  { "limit", "N", N_("no more than the latest N") },
  { NULL }
};

static const KontorCtlOption send_options[] = {
  { "at", "TIME", N_("sends it then and not now: 2026-11-21T05:00:00Z") },
  { "about", "MESSAGE", N_("answers a message, or with --kind reaction reacts to it") },
  { "body", "JSON", N_("what the kind holds besides the text") },
  { "despite-stop", NULL, N_("even to a customer who said STOP") },
  { "file", "PATH", N_("sends a file, with the text under it") },
  { "once", "NAME", N_("the same message is not sent again under the same name") },
  { "reply", "REPLY", N_("does what this saved reply says besides its text") },
  { "kind", "KIND", N_("what it is, such as location or buttons; text, or what the file is") },
  { NULL }
};

static const KontorCtlOption state_options[] = {
  { "until", "TIME", N_("when a snoozed one opens again: 2026-11-21T05:00:00Z") },
  { NULL }
};

static const KontorCtlOption watch_options[] = {
  { "count", "N", N_("ends after so many") },
  { NULL }
};

#define FILTER_MORE N_( \
  "A condition is FIELD=VALUE, FIELD!=VALUE, FIELD>=VALUE, FIELD<=VALUE, FIELD>VALUE or\n" \
  "FIELD<VALUE, in quotes where the shell would read it. The same FIELD=VALUE twice means\n" \
  "either. ~=TEXT searches names, addresses and whole numbers; FIELD~=WORD finds one of several\n" \
  "words. “kontorctl kinds KIND” tells the fields.")

static const KontorCtlCommand commands[] = {
  { "status", "", N_("how the business and the daemon are"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_status },
  { "practice", "[TEXT…]", N_("plays the customer on the practice channel"),
    N_("Without a text, lines are read and answered until the end of input or /quit.\n"
       "/from PHONE writes as somebody else, /name NAME goes by another name."),
    practice_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_practice },
  { "kinds", "[KIND]", N_("the kinds of records, or the fields of one"), NULL,
    NULL, 0, 1, KONTOR_CTL_PLAIN, kontor_ctl_kinds },
  { "list", "KIND [FIELD=VALUE…]", N_("the records of a kind"), FILTER_MORE,
    list_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_list },
  { "get", "KIND ID", N_("one record, whole"), NULL,
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_get },
  { "save", "KIND [ID] FIELD=VALUE…", N_("makes a record, or changes one where an id is given"),
    N_("FIELD= empties a field. Prints the id."),
    save_options, 2, -1, KONTOR_CTL_PLAIN, kontor_ctl_save },
  { "remove", "KIND ID", N_("removes a record"), NULL,
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_remove },
  { "import", "KIND FILE",
    N_("takes records from a CSV file; knowledge from text and Markdown too"),
    N_("FILE may be - for standard input, which is read as CSV. Ends with 1 when a row was "
       "refused."),
    import_options, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_import },
  { "export", "KIND [FIELD=VALUE…]", N_("the records of a kind as CSV"), FILTER_MORE,
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_export },
  { "calendar", "[FIELD=VALUE…]", N_("bookings as a file for calendars, in iCalendar"),
    FILTER_MORE, NULL, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_calendar },
  { "sum", "KIND [FIELD=VALUE…]", N_("what money adds up to, for each currency"),
    N_("A condition is FIELD=VALUE, FIELD!=VALUE, FIELD>=VALUE, FIELD<=VALUE, FIELD>VALUE or\n"
       "FIELD<VALUE, in quotes where the shell would read it. The same FIELD=VALUE twice means\n"
       "either. ~=TEXT searches names, addresses and whole numbers; FIELD~=WORD finds one of\n"
       "several words. “kontorctl kinds KIND” tells the fields.\n"
       "A month is two: 'at>=2026-11-01' 'at<2026-12-01'. amount-currency=AED is one\n"
       "currency."),
    sum_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_sum },
  { "do", "[ACTION [NAME=VALUE…]]",
    N_("does what the business can do; alone, lists the actions"), NULL,
    do_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_do },
  { "inbox", "[FILTER=VALUE…]", N_("the conversations, the latest first"),
    N_("Filters: channel, contact, label, state, assignee, unread (yes or no), mentioned\n"
       "(a teammate), words, view (a saved view), id."),
    limit_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_inbox },
  { "messages", "ID", N_("what was said in a conversation, the oldest first"), NULL,
    limit_options, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_messages },
  { "search", "TEXT…", N_("messages with these words, the latest first"),
    N_("The latest 50, unless --limit tells otherwise."),
    limit_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_search },
  { "why", "MESSAGE", N_("why a message was said: the rule, the passages, what was done"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_why },
  { "send", "ID TEXT…", N_("writes to the customer; you hold the conversation from then on"),
    N_("With --file or --body, the text may be left out. docs/architecture.md has the kinds and "
       "what\n"
       "the body of each is."),
    send_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_send },
  { "cancel", "MESSAGE", N_("takes back what was to be sent later"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_cancel },
  { "fill", "ID REPLY",
    N_("prints a saved reply with its blanks filled in for a conversation"), NULL,
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_fill },
  { "again", "MESSAGE", N_("sends a message again that failed, or of which nobody knows"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_again },
  { "note", "ID TEXT…", N_("writes a note that only the team sees"), NULL,
    NULL, 2, -1, KONTOR_CTL_PLAIN, kontor_ctl_note },
  { "hold", "ID", N_("people answer from now on"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_hold },
  { "release", "ID", N_("hands the conversation back to the assistant"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_release },
  { "mode", "ID MODE", N_("what the assistant may do: automatic, draft, off, or channel"),
    N_("automatic: it answers. draft: what it would say waits for “accept” or “discard”. off: it "
       "is\n"
       "silent. channel: as the channel has it (“kontorctl save channel CH1 mode=draft”)."),
    NULL, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_mode },
  { "accept", "MESSAGE [TEXT…]",
    N_("sends a draft of the assistant, or your own words instead"), NULL,
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_accept },
  { "discard", "MESSAGE", N_("throws a draft of the assistant away"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_discard },
  { "assign", "ID [TEAMMATE]", N_("gives a conversation to a teammate, or to nobody"), NULL,
    NULL, 1, 2, KONTOR_CTL_PLAIN, kontor_ctl_assign },
  { "state", "ID STATE", N_("opens, snoozes or closes: open, pending, snoozed or closed"), NULL,
    state_options, 2, 2, KONTOR_CTL_PLAIN, kontor_ctl_state },
  { "read", "ID", N_("marks a conversation as read"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_read },
  { "understand", "TEXT…", N_("what would be understood of a message; keeps nothing"), NULL,
    understand_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_understand },
  { "ask", "TEXT…",
    N_("what the knowledge has on a question, and whether it would be answered"), NULL,
    NULL, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_ask },
  { "preview", "SERVICE", N_("the conversation that a service makes; keeps nothing"), NULL,
    preview_options, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_preview },
  { "try", "[TEXT…]", N_("tries an answer as it would be given, and says what it comes from"),
    N_("Nothing is sent, done or stored but the calls of models, which cost what they cost. What\n"
       "the model writes is shown as it comes; what would be said follows where it is something\n"
       "else. Without a text, lines are read and answered as one conversation until the end of\n"
       "input or /quit."),
    try_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_try },
  { "bench", "[ASSISTANT…]", N_("runs golden conversations, and says what does not hold"),
    N_("Each prompt that is given, and each assistant, is laid beside the others. What came of\n"
       "it is kept (“kontorctl list golden-run”). Ends with 1 where anything does not hold. A\n"
       "golden conversation is made with “kontorctl do make-golden conversation=1 name=Booking”."),
    bench_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_bench },
  { "provider offers", "", N_("servers of models that are found on this computer"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_provider_offers },
  { "channel list", "", N_("the lines to the outside and how they are"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_channel_list },
  { "channel kinds", "[KIND]", N_("the kinds of channels, or the settings of one"), NULL,
    NULL, 0, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_kinds },
  { "channel add", "KIND [NAME] [NAME=VALUE…]", N_("adds a channel and turns it on"),
    N_("“kontorctl channel kinds KIND” tells the settings. A secret given as - is read from\n"
       "standard input. Prints the id."),
    link_options, 1, -1, KONTOR_CTL_PLAIN, kontor_ctl_channel_add },
  { "channel link", "ID",
    N_("links a linked device with a phone, anew where it was linked before"),
    N_("Without --code the code for the phone's camera is drawn."),
    link_options, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_link },
  { "channel set", "ID NAME=VALUE…", N_("changes the settings of a channel"),
    N_("A secret given as - is read from standard input."),
    NULL, 2, -1, KONTOR_CTL_PLAIN, kontor_ctl_channel_set },
  { "channel remove", "ID", N_("removes a channel"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_remove },
  { "channel test", "ID", N_("tries a channel step by step and says what to mend"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_channel_test },
  { "demo list", "", N_("the demo businesses that are installed"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_demo_list },
  { "demo load", "NAME", N_("opens a demo business beside your own"), NULL,
    NULL, 1, 1, KONTOR_CTL_PLAIN, kontor_ctl_demo_load },
  { "demo remove", "", N_("takes every trace of the demo away"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_demo_remove },
  { "lock set", "", N_("sets the word of the lock, or another one"),
    N_("Reads from standard input: the word until now where there is one, then the new one twice."),
    lock_options, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_lock_set },
  { "lock unlock", "", N_("opens Kontor with the word"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_lock_unlock },
  { "lock lock", "", N_("locks it now; customers are answered all the same"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_lock_lock },
  { "lock remove", "", N_("takes the lock away, with its word"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_lock_remove },
  { "audit", "[FIELD=VALUE…]", N_("who did what and when"), FILTER_MORE,
    list_options, 0, -1, KONTOR_CTL_PLAIN, kontor_ctl_audit },
  { "check-store", "", N_("looks whether what is kept is sound; ends with 1 where it is not"), NULL,
    NULL, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_check_store },
  { "watch", "", N_("prints what changes, as it changes"),
    N_("With --json one object a line. Ends with the daemon, or when it is stopped."),
    watch_options, 0, 0, KONTOR_CTL_PLAIN, kontor_ctl_watch },
  { "quit", "", N_("stops the daemon when what is being written stands"), NULL,
    NULL, 0, 0, KONTOR_CTL_NO_START, kontor_ctl_quit },
  { "help", "[COMMAND]", N_("what kontorctl can do, or how a command is used"), NULL,
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
                           _("say what to do; “kontorctl help” lists the commands"));
      return NULL;
    }
  command = find_named (words[0], NULL);
  if (command != NULL)
    return command;

  members = dup_members (words[0]);
  *used = words[1] == NULL || g_str_has_prefix (words[1], "-") ? 1 : 2;
  command = *members != '\0' ? find_named (words[0], *used == 1 ? "list" : words[1]) : NULL;
  if (command != NULL)
    return command;

  if (*members != '\0')
    g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                 _("after “%s” comes one of: %s"), words[0], members);
  else
    g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                 _("there is no command “%s”; “kontorctl help” lists them"), words[0]);

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

      g_string_append_printf (help, "  %s%*s  %s\n", left, padding, "", _(options->help));
    }
}

char *
kontor_ctl_command_dup_help (const KontorCtlCommand *command)
{
  GString *help = g_string_new (NULL);
  const char *words = _(command->help);
  g_autofree char *first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  /* TRANSLATORS: above the form of a command; "kontorctl" is not translated */
  g_string_append_printf (help, "%s kontorctl %s%s%s%s\n\n%s%s.\n", _("Usage:"), command->name,
                          command->options != NULL ? _(" [OPTION…]") : "",
                          *command->takes != '\0' ? " " : "", command->takes, first,
                          g_utf8_next_char (words));
  if (command->more != NULL)
    g_string_append_printf (help, "\n%s\n", _(command->more));
  g_string_append_printf (help, "\n%s\n", _("Options:"));
  append_options (help, command->options);
  append_options (help, common);

  return g_string_free (help, FALSE);
}
