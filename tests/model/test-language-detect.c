/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that were written for this test, and not looked at when the tables were made. */
#include "model/language.h"

typedef struct {
  const char *code;
  const char *text;
} Written;

static const Written whole[] = {
  { "en", "Could you send somebody to pick up the keys before noon?" },
  { "en", "We were very happy with the driver last week, thanks again" },
  { "en", "how much would it be for six people and two dogs" },
  { "de", "Könnte jemand vor Mittag die Schlüssel abholen?" },
  { "de", "Wir waren letzte Woche sehr zufrieden mit dem Fahrer, danke nochmal" },
  { "de", "was würde das für sechs Leute und zwei Hunde kosten" },
  { "es", "¿Podrían mandar a alguien a recoger las llaves antes del mediodía?" },
  { "es", "La semana pasada quedamos muy contentos con el chofer, gracias de nuevo" },
  { "es", "cuanto saldria para seis personas y dos perros" },
  { "fr", "Pourriez-vous envoyer quelqu'un chercher les clés avant midi ?" },
  { "fr", "Nous étions très contents du chauffeur la semaine dernière, merci encore" },
  { "fr", "ca couterait combien pour six personnes et deux chiens" },
  { "pt-BR", "Vocês poderiam mandar alguém buscar as chaves antes do meio-dia?" },
  { "pt-BR", "Semana passada ficamos muito felizes com o motorista, obrigado de novo" },
  { "pt-BR", "quanto ficaria pra seis pessoas e dois cachorros" },
  { "id", "Bisa kirim orang untuk ambil kuncinya sebelum siang?" },
  { "id", "Minggu lalu kami sangat senang dengan supirnya, terima kasih lagi" },
  { "id", "kalau untuk enam orang dan dua anjing jadinya berapa ya" },
  { "hi", "क्या दोपहर से पहले किसी को चाबी लेने भेज सकते हैं?" },
  { "hi", "पिछले हफ्ते ड्राइवर बहुत अच्छा था, फिर से शुक्रिया" },
  { "hi", "dopahar se pehle kisi ko chabi lene bhej sakte ho kya" },
  { "hi", "chhe logon aur do kutton ke liye kitna lagega" },
  { "bn", "দুপুরের আগে কাউকে চাবি নিতে পাঠাতে পারবেন?" },
  { "bn", "গত সপ্তাহে ড্রাইভার খুব ভালো ছিল, আবার ধন্যবাদ" },
  { "ar", "هل يمكنكم إرسال شخص لأخذ المفاتيح قبل الظهر؟" },
  { "ar", "كنا سعداء جدا بالسائق الأسبوع الماضي، شكرا مرة أخرى" },
};

/* What says little: whoever wrote before goes on. */
static const char *const little[] = {
  "ok", "👍", "10:30", "BMW", "Jeffrey", "BK000001", "+971 50 123 4567", "no", "Taxi?",
  "Binary Tower",
  "https://example.org/de/la/le", "hotel", "",
};

/* No table, no guess. */
static const char *const foreign[] = {
  "Buongiorno, vorrei prenotare una macchina per domani mattina alle nove",
  "Dzień dobry, potrzebuję samochodu na jutro rano",
  "Здравствуйте, мне нужна машина завтра утром",
  "明天早上九点我需要一辆车",
  "Yarın sabah dokuzda bir araba istiyorum",
};

static void
test_whole (void)
{
  const KontorLanguage *usual = kontor_language_find ("en");
  guint missed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      const KontorLanguage *found = kontor_language_detect (whole[i].text, usual, FALSE);

      if (!g_str_equal (found->code, whole[i].code))
        {
          g_test_message ("%s, not %s: %s", found->code, whole[i].code, whole[i].text);
          missed++;
        }
    }
  g_assert_cmpuint (missed, ==, 0);
}

static void
test_change (void)
{
  const KontorLanguage *german = kontor_language_find ("de");

  g_assert_cmpstr (kontor_language_detect ("Hello, could you tell me when you open?", german,
                                           TRUE)->code, ==, "en");
  g_assert_cmpstr (kontor_language_detect ("gracias", german, TRUE)->code, ==, "de");
  g_assert_cmpstr (kontor_language_detect ("gracias", german, FALSE)->code, ==, "es");
}

static void
test_little (void)
{
  const KontorLanguage *const *all = kontor_language_get_all ();

  for (guint i = 0; all[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (little); j++)
      {
        const KontorLanguage *found = kontor_language_detect (little[j], all[i], TRUE);

        if (found != all[i])
          g_error ("“%s” turned %s into %s", little[j], all[i]->code, found->code);
      }
}

static void
test_foreign (void)
{
  const KontorLanguage *usual = kontor_language_find ("en");

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      const KontorLanguage *found = kontor_language_detect (foreign[i], usual, FALSE);

      if (found != usual)
        g_error ("“%s” was taken for %s", foreign[i], found->code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language-detect/sentences-are-known-by-their-words", test_whole);
  g_test_add_func ("/language-detect/a-word-changes-nothing-and-a-sentence-does", test_change);
  g_test_add_func ("/language-detect/what-says-little-goes-on-as-before", test_little);
  g_test_add_func ("/language-detect/other-languages-are-not-guessed", test_foreign);

  return g_test_run ();
}
