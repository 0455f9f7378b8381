/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of an answer is read from lines that an owner writes, and judged strictly. */
#include "assistant/bench.h"

#include <string.h>

#include "model/error.h"

static const struct {
  const char *outcome, *reply, *why, *must;
  gboolean    holds;
} cases[] = {
  { "answered", "It is 250.00 AED.", NULL, "must say 250.00 aed", TRUE },
  { "answered", "It is 250.00 AED.", NULL, "must say 90", FALSE },
  { "answered", "It is 250.00 AED.", NULL, "must not say 90", TRUE },
  { "answered", "ÄPFEL", NULL, "must say äpfel", TRUE },
  { "draft", "90 % off", NULL, "must say 90", FALSE },
  { "draft", "90 % off", NULL, "must not say 90", TRUE },
  { "draft", "90 % off", NULL, "must wait", TRUE },
  { "draft", "90 % off", NULL, "must answer", FALSE },
  { "people", NULL, NULL, "must hand over", TRUE },
  { "people", NULL, NULL, "must be silent", TRUE },
  { "silent", NULL, NULL, "must be silent", TRUE },
  { "silent", NULL, NULL, "must hand over", FALSE },
  { "answered", "Yes.", NULL, "must be silent", FALSE },
  { "answered", "Yes.", "{\"tools\":[\"collect done\"]}", "must call collect", TRUE },
  { "answered", "Yes.", "{\"tools\":[\"collect refused\"]}", "must call collect", FALSE },
  { "answered", "Yes.", "{\"tools\":[\"collect refused\"]}", "must not call collect", TRUE },
  { "answered", "Yes.", NULL, "must call collect", FALSE },
  { "answered", "Yes.", NULL, "must do book", FALSE },
  { "answered", "Yes.", NULL, "must not do book", TRUE },
};

static void
test_judged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script = g_strdup_printf ("> hi\n%s", cases[i].must), *fault = NULL;
      g_autoptr(GPtrArray) items = kontor_golden_read (script, NULL);
      g_autoptr(GPtrArray) done = g_ptr_array_new ();
      const KontorRehearsed answer = {
        .outcome = cases[i].outcome, .by = "model", .reply = (char *) cases[i].reply,
        .why = (char *) cases[i].why, .done = done,
      };

      g_assert_nonnull (items);
      if (kontor_golden_judge (items->pdata[1], &answer, &fault) != cases[i].holds)
        g_error ("%s of %s “%s”", cases[i].must, cases[i].outcome, cases[i].reply);
      g_assert_true ((fault == NULL) == cases[i].holds);
    }
}

static void
test_lines (void)
{
  g_autoptr(GPtrArray) items = kontor_golden_read (
    ">  Hello \n\n< Hi\nMUST ANSWER\n= I do it\n> so?\nmust be silent", NULL);
  static const KontorGoldenKind kinds[] = {
    KONTOR_GOLDEN_CUSTOMER, KONTOR_GOLDEN_ANSWER, KONTOR_GOLDEN_PERSON, KONTOR_GOLDEN_CUSTOMER,
    KONTOR_GOLDEN_SILENT,
  };

  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpint (((KontorGoldenItem *) items->pdata[i])->kind, ==, kinds[i]);
  g_assert_cmpstr (((KontorGoldenItem *) items->pdata[0])->text, ==, "Hello");
}

static void
test_refused (void)
{
  static const struct { const char *script, *words; } bad[] = {
    { "", "nothing is expected" }, { "> hi", "nothing is expected" },
    { "must answer", "must begin" }, { "= hi\nmust answer", "must begin" },
    { "> hi\nmust", "line 2" }, { "> hi\nmust saying x", "line 2" }, { "> hi\nmust say", "line 2" },
    { "> hi\nmust answer now", "line 2" }, { ">\nmust answer", "line 1" }, { "hi", "line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_golden_read (bad[i].script, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      if (strstr (error->message, bad[i].words) == NULL)
        g_error ("“%s”: %s", bad[i].script, error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/what-is-expected-is-judged", test_judged);
  g_test_add_func ("/golden/a-script-is-read-line-by-line", test_lines);
  g_test_add_func ("/golden/a-line-that-is-none-is-named", test_refused);

  return g_test_run ();
}
