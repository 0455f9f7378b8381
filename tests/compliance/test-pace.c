/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a line is spoken on: never faster than its vendor allows, never slower for long. */
#include "compliance/pace.h"

#define SECOND_US ((gint64) G_USEC_PER_SEC)
#define MINUTE_US (60 * SECOND_US)
#define T0_US (G_GINT64_CONSTANT (1795237200) * SECOND_US)

static const KontorPacing free_line = { 0 };
static const KontorPacing ten = { .per_second = 10 };
static const KontorPacing pair = { .contact_every_us = 6 * SECOND_US, .contact_burst = 2 };

static void
goes (KontorPace *pace, const char *line, const char *contact, const KontorPacing *pacing,
      gint64 now_us)
{
  g_assert_cmpint (kontor_pace_ask (pace, line, contact, pacing, now_us), ==, 0);
}

static void
waits (KontorPace *pace, const char *line, const char *contact, const KontorPacing *pacing,
       gint64 now_us, gint64 wait_us)
{
  g_assert_cmpint (kontor_pace_ask (pace, line, contact, pacing, now_us), ==, wait_us);
}

static void
learns (KontorPace *pace, KontorSetbackScope scope, gint64 wait_us, guint attempts, gint64 now_us)
{
  const KontorSetback setback = { .scope = scope, .wait_us = wait_us };

  kontor_pace_learn (pace, "CH1", "CT1", &setback, attempts, now_us);
}

/* How many go in @seconds when each goes as soon as it may. */
static guint
count_in (KontorPace *pace, const KontorPacing *pacing, gint64 from_us, guint seconds)
{
  gint64 now_us = from_us;
  guint n = 0;

  while (now_us < from_us + seconds * SECOND_US)
    {
      g_autofree char *contact = g_strdup_printf ("CT%u", n);
      gint64 wait_us = kontor_pace_ask (pace, "CH1", contact, pacing, now_us);

      n += wait_us == 0;
      now_us += wait_us;
    }

  return n;
}

static void
test_free (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  for (guint i = 0; i < 1000; i++)
    goes (pace, "CH1", "CT1", &free_line, T0_US);
}

static void
test_line (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  /* A second's worth at once, then one each tenth. */
  g_assert_cmpuint (count_in (pace, &ten, T0_US, 1), ==, 10 + 9);
  g_assert_cmpuint (count_in (pace, &ten, T0_US + 100 * SECOND_US, 60), ==, 10 + 599);
}

static void
test_asking (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  goes (pace, "CH1", "CT1", &pair, T0_US);
  goes (pace, "CH1", "CT1", &pair, T0_US);
  for (guint i = 0; i < 100; i++)
    waits (pace, "CH1", "CT1", &pair, T0_US, 6 * SECOND_US);
  waits (pace, "CH1", "CT1", &pair, T0_US + 6 * SECOND_US - 1, 1);
  goes (pace, "CH1", "CT1", &pair, T0_US + 6 * SECOND_US);
  waits (pace, "CH1", "CT1", &pair, T0_US + 6 * SECOND_US, 6 * SECOND_US);
}

static void
test_apart (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  goes (pace, "CH1", "CT1", &pair, T0_US);
  goes (pace, "CH1", "CT1", &pair, T0_US);
  waits (pace, "CH1", "CT1", &pair, T0_US, 6 * SECOND_US);
  goes (pace, "CH1", "CT2", &pair, T0_US);
  goes (pace, "CH2", "CT1", &pair, T0_US);
}

static void
test_contact_setback (void)
{
  static const gint64 powers_s[] = { 4, 16, 64, 256, 1024, 4096, 4096 };

  for (guint attempts = 0; attempts < G_N_ELEMENTS (powers_s); attempts++)
    {
      g_autoptr(KontorPace) pace = kontor_pace_new ();

      learns (pace, KONTOR_SETBACK_CONTACT, 0, attempts, T0_US);
      waits (pace, "CH1", "CT1", &free_line, T0_US, powers_s[attempts] * SECOND_US);
      goes (pace, "CH1", "CT2", &free_line, T0_US);
      goes (pace, "CH2", "CT1", &free_line, T0_US);
      goes (pace, "CH1", "CT1", &free_line, T0_US + powers_s[attempts] * SECOND_US);
    }
}

static void
test_vendor_wait (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  learns (pace, KONTOR_SETBACK_CONTACT, 5 * MINUTE_US, 0, T0_US);
  waits (pace, "CH1", "CT1", &free_line, T0_US, 5 * MINUTE_US);
  learns (pace, KONTOR_SETBACK_LINE, 10 * MINUTE_US, 0, T0_US);
  waits (pace, "CH1", "CT2", &free_line, T0_US, 10 * MINUTE_US);
  goes (pace, "CH2", "CT2", &free_line, T0_US);
  goes (pace, "CH1", "CT2", &free_line, T0_US + 10 * MINUTE_US);
}

static void
test_other_setbacks (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  learns (pace, KONTOR_SETBACK_MESSAGE, MINUTE_US, 3, T0_US);
  learns (pace, KONTOR_SETBACK_WINDOW, MINUTE_US, 3, T0_US);
  learns (pace, KONTOR_SETBACK_TEMPLATE, MINUTE_US, 3, T0_US);
  goes (pace, "CH1", "CT1", &ten, T0_US);
}

static void
test_slower (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();
  guint first, later, last;

  learns (pace, KONTOR_SETBACK_LINE, 0, 0, T0_US);
  waits (pace, "CH1", "CT1", &ten, T0_US, SECOND_US);
  first = count_in (pace, &ten, T0_US + SECOND_US, 10);
  later = count_in (pace, &ten, T0_US + 5 * MINUTE_US, 10);
  last = count_in (pace, &ten, T0_US + 60 * MINUTE_US, 10);
  /* Half the rate, and never more than the whole one again. */
  g_assert_cmpuint (first, >=, 10 + 10 * 5 - 1);
  g_assert_cmpuint (first, <=, 10 + 10 * 5 + 2);
  g_assert_cmpuint (later, >, first);
  g_assert_cmpuint (last, ==, 10 + 99);
}

static void
test_slowest (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();
  guint n;

  for (guint i = 0; i < 100; i++)
    learns (pace, KONTOR_SETBACK_LINE, 0, i, T0_US);
  waits (pace, "CH1", "CT1", &ten, T0_US, SECOND_US);
  n = count_in (pace, &ten, T0_US + SECOND_US, 60);
  g_assert_cmpuint (n, >=, 10 + 8); /* one in seven seconds still goes */
  g_assert_cmpuint (count_in (pace, &ten, T0_US + 120 * MINUTE_US, 10), ==, 10 + 99);
}

/* The computer's clock was an hour fast and is put right. */
static void
test_clock (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();
  gint64 hour_us = 60 * MINUTE_US;

  goes (pace, "CH1", "CT1", &pair, T0_US + hour_us);
  goes (pace, "CH1", "CT1", &pair, T0_US + hour_us);
  waits (pace, "CH1", "CT1", &pair, T0_US, 6 * SECOND_US);
  g_assert_cmpuint (count_in (pace, &ten, T0_US + hour_us, 10), ==, 10 + 99);
  g_assert_cmpuint (count_in (pace, &ten, T0_US, 10), >=, 99);
}

static void
test_many (void)
{
  g_autoptr(KontorPace) pace = kontor_pace_new ();

  learns (pace, KONTOR_SETBACK_CONTACT, 60 * MINUTE_US, 0, T0_US);
  for (guint i = 2; i < 20010; i++)
    {
      g_autofree char *contact = g_strdup_printf ("CT%u", i);

      goes (pace, "CH1", contact, &pair, T0_US + i * (SECOND_US / 100));
    }
  waits (pace, "CH1", "CT1", &pair, T0_US + 30 * MINUTE_US, 30 * MINUTE_US);
  goes (pace, "CH1", "CT20009", &pair, T0_US + 20009 * (SECOND_US / 100));
  waits (pace, "CH1", "CT20009", &pair, T0_US + 20009 * (SECOND_US / 100), 6 * SECOND_US);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/a-line-without-limits-never-waits", test_free);
  g_test_add_func ("/pace/a-line-speaks-as-often-as-it-may-and-no-more", test_line);
  g_test_add_func ("/pace/asking-costs-nothing-and-the-wait-is-exact", test_asking);
  g_test_add_func ("/pace/one-contact-never-holds-up-another", test_apart);
  g_test_add_func ("/pace/a-contact-is-left-alone-longer-each-time", test_contact_setback);
  g_test_add_func ("/pace/the-vendors-word-is-obeyed-where-it-is-longer", test_vendor_wait);
  g_test_add_func ("/pace/what-is-wrong-with-a-message-slows-nothing", test_other_setbacks);
  g_test_add_func ("/pace/a-line-told-to-slow-down-comes-back-by-itself", test_slower);
  g_test_add_func ("/pace/a-line-never-falls-silent-for-good", test_slowest);
  g_test_add_func ("/pace/a-clock-that-is-put-right-holds-nothing-up", test_clock);
  g_test_add_func ("/pace/forgetting-contacts-forgets-no-setback", test_many);

  return g_test_run ();
}
