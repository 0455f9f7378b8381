/* SPDX-License-Identifier: GPL-3.0-or-later */
/* German as it is typed on phones, with umlauts or without, from Kiel to Vienna and Zurich. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "montag" },
  { KONTOR_WORD_WEEKDAY, 2, "dienstag|diensttag" },
  { KONTOR_WORD_WEEKDAY, 3, "mittwoch|mitwoch" },
  { KONTOR_WORD_WEEKDAY, 4, "donnerstag|donerstag" },
  { KONTOR_WORD_WEEKDAY, 5, "freitag" },
  { KONTOR_WORD_WEEKDAY, 6, "samstag|sonnabend" },
  { KONTOR_WORD_WEEKDAY, 7, "sonntag|sontag" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 1, "mo" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 2, "di" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 3, "mi" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 4, "do" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 6, "sa" },
  { KONTOR_WORD_MONTH, 1, "januar|jan|jänner|jaenner" },
  { KONTOR_WORD_MONTH, 2, "februar|feb|feber" },
  { KONTOR_WORD_MONTH, 3, "märz|maerz|mrz" },
  { KONTOR_WORD_MONTH, 4, "april|apr" },
  { KONTOR_WORD_MONTH, 5, "mai" },
  { KONTOR_WORD_MONTH, 6, "juni|jun|juno" },
  { KONTOR_WORD_MONTH, 7, "juli|jul" },
  { KONTOR_WORD_MONTH, 8, "august|aug" },
  { KONTOR_WORD_MONTH, 9, "september|sept|sep" },
  { KONTOR_WORD_MONTH, 10, "oktober|okt" },
  { KONTOR_WORD_MONTH, 11, "november|nov" },
  { KONTOR_WORD_MONTH, 12, "dezember|dez" },
  { KONTOR_WORD_DAY, 0, "heute|heut|heite" },
  { KONTOR_WORD_DAY, 1, "morgen|morgn|moin morgen" },
  { KONTOR_WORD_DAY, 2, "übermorgen|uebermorgen|uebermorge|übermorgn" },
  { KONTOR_WORD_DAY, 7, "heute in einer woche|heute in 1 woche|heute in acht tagen" },
  { KONTOR_WORD_DAY, 8, "morgen in einer woche|morgen in 1 woche|morgen in acht tagen" },
  { KONTOR_WORD_DAY, 14, "heute in zwei wochen|heute in 2 wochen|heute in vierzehn tagen" },
  { KONTOR_WORD_DAY, -1, "gestern" },
  { KONTOR_WORD_DAY, -2, "vorgestern" },
  { KONTOR_WORD_NAMED_DAY, 1224, "heiligabend|heilig abend|heiliger abend|weihnachtsabend" },
  { KONTOR_WORD_NAMED_DAY, 1225,
    "erster weihnachtstag|ersten weihnachtstag|ersten weihnachtsfeiertag|1 weihnachtstag|"
    "1 weihnachtsfeiertag|weihnachtstag" },
  { KONTOR_WORD_NAMED_DAY, 1226,
    "zweiter weihnachtstag|zweiten weihnachtstag|zweiten weihnachtsfeiertag|2 weihnachtstag|"
    "2 weihnachtsfeiertag|stephanstag|stefanitag" },
  { KONTOR_WORD_NAMED_DAY, 1231, "silvester|silvesterabend|sylvester" },
  { KONTOR_WORD_NAMED_DAY, 101, "neujahr|neujahrstag" },
  { KONTOR_WORD_NAMED_DAY, 1206, "nikolaus|nikolaustag" },
  { KONTOR_WORD_NAMED_DAY, 1003, "tag der deutschen einheit" },
  { KONTOR_WORD_NAMED_DAY, 214, "valentinstag" },
  { KONTOR_WORD_WEEK, 0, "diese woche|dieser woche" },
  { KONTOR_WORD_WEEK, 1,
    "nächste woche|nächster woche|nächsten woche|der nächsten woche|naechste woche|"
    "naechster woche|naechsten woche|kommende woche|kommender woche|kommenden woche|"
    "der kommenden woche|der folgenden woche" },
  { KONTOR_WORD_WEEK, 2, "übernächste woche|übernächster woche|uebernaechste woche" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "dieses monats|diesen monat|diesem monat|des monats" },
  { KONTOR_WORD_MONTH_AHEAD, 1,
    "nächsten monats|nächsten monat|nächster monat|naechsten monats|naechsten monat|"
    "kommenden monats|kommenden monat|des nächsten monats|des kommenden monats" },
  { KONTOR_WORD_NEXT, 0,
    "nächsten|nächster|nächste|nächstes|nächstem|naechsten|naechster|naechste|naechstes|nexten|"
    "nächst" },
  { KONTOR_WORD_THIS, 0,
    "diesen|dieser|diese|dieses|diesem|kommenden|kommender|kommende|kommendes|den kommenden|"
    "am kommenden" },
  { KONTOR_WORD_LAST, 0, "letzten|letzter|letzte|letztes|vergangenen|vorigen|vorige" },
  { KONTOR_WORD_EVERY, 0, "jeden|jeder|jede|jedes|immer|immer am|alle" },
  { KONTOR_WORD_ORDINAL, 1, "erste|ersten|erster|erstes" },
  { KONTOR_WORD_ORDINAL, 2, "zweite|zweiten|zweiter" },
  { KONTOR_WORD_ORDINAL, 3, "dritte|dritten|dritter" },
  { KONTOR_WORD_ORDINAL, 4, "vierte|vierten|vierter" },
  { KONTOR_WORD_ORDINAL, 5, "fünfte|fünften|fünfter|fuenfte|fuenften" },
  { KONTOR_WORD_ORDINAL, 6, "sechste|sechsten|sechster" },
  { KONTOR_WORD_ORDINAL, 7, "siebte|siebten|siebter|siebenten" },
  { KONTOR_WORD_ORDINAL, 8, "achte|achten|achter" },
  { KONTOR_WORD_ORDINAL, 9, "neunte|neunten|neunter" },
  { KONTOR_WORD_ORDINAL, 10, "zehnte|zehnten|zehnter" },
  { KONTOR_WORD_ORDINAL, 11, "elfte|elften|elfter" },
  { KONTOR_WORD_ORDINAL, 12, "zwölfte|zwölften|zwölfter|zwoelften" },
  { KONTOR_WORD_ORDINAL, 13, "dreizehnte|dreizehnten|dreizehnter" },
  { KONTOR_WORD_ORDINAL, 14, "vierzehnte|vierzehnten|vierzehnter" },
  { KONTOR_WORD_ORDINAL, 15, "fünfzehnte|fünfzehnten|fünfzehnter|fuenfzehnten" },
  { KONTOR_WORD_ORDINAL, 16, "sechzehnte|sechzehnten|sechzehnter" },
  { KONTOR_WORD_ORDINAL, 17, "siebzehnte|siebzehnten|siebzehnter" },
  { KONTOR_WORD_ORDINAL, 18, "achtzehnte|achtzehnten|achtzehnter" },
  { KONTOR_WORD_ORDINAL, 19, "neunzehnte|neunzehnten|neunzehnter" },
  { KONTOR_WORD_ORDINAL, 20, "zwanzigste|zwanzigsten|zwanzigster" },
  { KONTOR_WORD_ORDINAL, 21, "einundzwanzigste|einundzwanzigsten|einundzwanzigster" },
  { KONTOR_WORD_ORDINAL, 22, "zweiundzwanzigste|zweiundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 23, "dreiundzwanzigste|dreiundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 24, "vierundzwanzigste|vierundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 25, "fünfundzwanzigste|fünfundzwanzigsten|fuenfundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 26, "sechsundzwanzigste|sechsundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 27, "siebenundzwanzigste|siebenundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 28, "achtundzwanzigste|achtundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 29, "neunundzwanzigste|neunundzwanzigsten" },
  { KONTOR_WORD_ORDINAL, 30, "dreißigste|dreißigsten|dreissigsten" },
  { KONTOR_WORD_ORDINAL, 31, "einunddreißigste|einunddreißigsten|einunddreissigsten" },
  { KONTOR_WORD_ORDINAL_SIGN, 0, "ten|ter|te" },
  { KONTOR_WORD_ON, 0, "für|fuer|ab|vom|für den|fuer den" },
  { KONTOR_WORD_ON, 1, "am|zum|ab dem|bis zum|datum|tag|datum ist|termin am" },
  { KONTOR_WORD_ARTICLE, 0, "der|die|das|den|dem|des" },
  { KONTOR_WORD_OF, 0, "des|der|im|vom|von|in der|in" },
  { KONTOR_WORD_WEEK_NOUN, 7, "in einer woche|in 1 woche|in acht tagen" },
  { KONTOR_WORD_WEEK_NOUN, 14, "in zwei wochen|in 2 wochen|in vierzehn tagen|in 14 tagen" },

  /* hours */
  { KONTOR_WORD_PART, 1,
    "vormittag|vormittags|morgens|früh|frueh|frühmorgens|am morgen|am vormittag|am frühen morgen|"
    "in der früh|in der frueh|in der frühe" },
  { KONTOR_WORD_PART, 2,
    "nachmittag|nachmittags|mittags|am nachmittag|am frühen nachmittag|am späten nachmittag" },
  { KONTOR_WORD_PART, 3, "abend|abends|am abend|am frühen abend|am späten abend" },
  { KONTOR_WORD_PART, 4, "nacht|nachts|in der nacht" },
  { KONTOR_WORD_PART_TODAY, 1,
    "heute morgen|heut morgen|heute früh|heut früh|heute frueh|heute vormittag|heute morgens" },
  { KONTOR_WORD_PART_TODAY, 2, "heute nachmittag|heut nachmittag|heute am nachmittag" },
  { KONTOR_WORD_PART_TODAY, 3, "heute abend|heut abend|heute abends|heute am abend" },
  { KONTOR_WORD_PART_TODAY, 4, "heute nacht|heut nacht|heute in der nacht" },
  { KONTOR_WORD_CLOCK, 1200,
    "mittag|12 uhr mittags|zwölf uhr mittags|zwoelf uhr mittags|am mittag|mittagszeit" },
  { KONTOR_WORD_CLOCK, 0, "mitternacht|24 uhr|0 uhr|null uhr" },
  { KONTOR_WORD_AM, 0, "a m" },
  { KONTOR_WORD_PM, 0, "pm|p m" },
  { KONTOR_WORD_OCLOCK, 0, "uhr|ur|uhrs" },
  { KONTOR_WORD_HOURS_SIGN, 0, "h|uhr" },
  { KONTOR_WORD_HALF, 0, "halb|halber" },
  { KONTOR_WORD_QUARTER, 0, "viertel|1/4" },
  { KONTOR_WORD_PAST, 0, "nach" },
  { KONTOR_WORD_UNTIL_HOUR, 0, "vor" },
  { KONTOR_WORD_HOUR_SHIFT, -45, "viertel" },
  { KONTOR_WORD_HOUR_SHIFT, -15, "dreiviertel|drei viertel|3/4" },
  { KONTOR_WORD_HOUR_AND_HALF, 90, "anderthalb|eineinhalb" },
  { KONTOR_WORD_HOUR_AND_HALF, 150, "zweieinhalb" },
  { KONTOR_WORD_HOUR_AND_HALF, 210, "dreieinhalb" },
  { KONTOR_WORD_ZERO, 0, "null" },
  { KONTOR_WORD_AT, 0,
    "um|ab|uhrzeit|zeit|abholzeit|punkt|um punkt|um genau|genau um|pünktlich um|@|abholung um|"
    "ab ca|zeit ist|zeitpunkt" },
  { KONTOR_WORD_ABOUT, 0,
    "gegen|etwa|ca|circa|zirka|ungefähr|ungefaehr|so gegen|so um|rund|um die|um etwa|um ca|"
    "um circa|um ungefähr|~|um rund|irgendwann um|so etwa um|so circa um" },
  { KONTOR_WORD_ISH, 0, "rum|herum|oder so|ungefähr|ungefaehr|circa|ca|etwa" },
  { KONTOR_WORD_SHARP, 0,
    "pünktlich|puenktlich|genau|exakt|geht|passt|ist gut|wäre gut|waere gut|ginge|passt mir|"
    "passt gut|ist ok|ist okay|ist super" },
  { KONTOR_WORD_NOW, 0,
    "jetzt|sofort|so schnell wie möglich|so schnell wie moeglich|schnellstmöglich|umgehend|asap|"
    "jetzt gleich|ab sofort|so bald wie möglich|jetzt sofort" },
  { KONTOR_WORD_BOUND, 0,
    "vor|nach|bis|spätestens|spaetestens|bis spätestens|nicht später als|nicht vor|nicht nach|"
    "frühestens|fruehestens|seit|erst nach|irgendwann nach|irgendwann vor" },
  { KONTOR_WORD_BETWEEN, 0, "zwischen" },
  { KONTOR_WORD_BETWEEN, 1, "von|vom" },
  { KONTOR_WORD_RANGE, 0, "bis|oder|auf|–|—|/|bzw" },
  { KONTOR_WORD_EVENT, 1,
    "flug|flieger|flüge|zug|bus|maschine|mein flug|fliege|flugzeug|bahn|fähre" },
  { KONTOR_WORD_EVENT, 2,
    "meeting|besprechung|landung|lande|landet|landen|ankunft|konferenz|hochzeit|check in|checkin|"
    "boarding|abflug|abfahrt|startet|seminar|abendessen|mittagessen|frühstück|fruehstueck|feier|"
    "party|konzert|messe|prüfung|öffnet|öffnen|schließt|schließen|macht auf|macht zu|spiel|"
    "vorstellung|trauung|empfang|vorlesung|arzttermin" },
  { KONTOR_WORD_OURS, 0,
    "abholen|abholung|abgeholt|holen|hol|brauche|benötige|benoetige|buchen|buchung|reservieren|"
    "reservierung|auto|wagen|fahrt|taxi|fahrer|chauffeur|transfer|termin|schicken|bestellen|"
    "möchte|moechte|kommen" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "null" },
  { KONTOR_WORD_NUMBER, 1, "eins" },
  { KONTOR_WORD_NUMBER, 2, "zwei|zwo" },
  { KONTOR_WORD_NUMBER, 3, "drei" },
  { KONTOR_WORD_NUMBER, 4, "vier" },
  { KONTOR_WORD_NUMBER, 5, "fünf|fuenf" },
  { KONTOR_WORD_NUMBER, 6, "sechs" },
  { KONTOR_WORD_NUMBER, 7, "sieben" },
  { KONTOR_WORD_NUMBER, 8, "acht" },
  { KONTOR_WORD_NUMBER, 9, "neun" },
  { KONTOR_WORD_NUMBER, 10, "zehn" },
  { KONTOR_WORD_NUMBER, 11, "elf" },
  { KONTOR_WORD_NUMBER, 12, "zwölf|zwoelf" },
  { KONTOR_WORD_NUMBER, 13, "dreizehn" },
  { KONTOR_WORD_NUMBER, 14, "vierzehn" },
  { KONTOR_WORD_NUMBER, 15, "fünfzehn|fuenfzehn" },
  { KONTOR_WORD_NUMBER, 16, "sechzehn" },
  { KONTOR_WORD_NUMBER, 17, "siebzehn" },
  { KONTOR_WORD_NUMBER, 18, "achtzehn" },
  { KONTOR_WORD_NUMBER, 19, "neunzehn" },
  { KONTOR_WORD_NUMBER, 20, "zwanzig" },
  { KONTOR_WORD_NUMBER, 21, "einundzwanzig" },
  { KONTOR_WORD_NUMBER, 22, "zweiundzwanzig" },
  { KONTOR_WORD_NUMBER, 23, "dreiundzwanzig" },
  { KONTOR_WORD_NUMBER, 24, "vierundzwanzig" },
  { KONTOR_WORD_NUMBER, 25, "fünfundzwanzig|fuenfundzwanzig" },
  { KONTOR_WORD_NUMBER, 30, "dreißig|dreissig|dreisig" },
  { KONTOR_WORD_NUMBER, 35, "fünfunddreißig|fuenfunddreissig" },
  { KONTOR_WORD_NUMBER, 40, "vierzig" },
  { KONTOR_WORD_NUMBER, 45, "fünfundvierzig|fuenfundvierzig" },
  { KONTOR_WORD_NUMBER, 50, "fünfzig|fuenfzig" },
  { KONTOR_WORD_NUMBER, 55, "fünfundfünfzig|fuenfundfuenfzig" },
  { KONTOR_WORD_NUMBER, 60, "sechzig" },
  { KONTOR_WORD_NUMBER, 90, "neunzig" },
  { KONTOR_WORD_ONE, 0, "ein|eine|einer|einem|einen|ner|nem|ne" },
  { KONTOR_WORD_HALF_MORE, 0, "einhalb|und eine halbe|und ne halbe" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "sekunde|sekunden|sek" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "minute|minuten|min|mins|minütchen" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR, "stunde|stunden|std|h|stündchen" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "tag|tage|tagen" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "woche|wochen" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "monat|monate|monaten" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "jahr|jahre|jahren" },
  { KONTOR_WORD_UNITS, 1501, "viertelstunde|einer viertelstunde|ner viertelstunde" },
  { KONTOR_WORD_UNITS, 3001,
    "halben stunde|halbe stunde|einer halben stunde|ner halben stunde|halbstunde" },
  { KONTOR_WORD_UNITS, 4501,
    "dreiviertelstunde|einer dreiviertelstunde|einer dreiviertel stunde|ner dreiviertelstunde" },
  { KONTOR_WORD_IN, 0, "in|in genau|in den nächsten|nach" },
  { KONTOR_WORD_IN, 1, "innerhalb von|in etwa|in ca|in circa|in ungefähr|in rund|binnen|in so" },
  { KONTOR_WORD_FROM_NOW, 0, "ab jetzt|von jetzt an|später|spaeter|ab heute|von heute an" },
  { KONTOR_WORD_FROM_DAY, 0, "ab|nach|von" },
  { KONTOR_WORD_AGO, 0, "her" },
  { KONTOR_WORD_BEFORE, 0, "vor|vorher|davor|früher|frueher" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "guten morgen|gutn morgen|guten tag|guten abend|gute nacht|schönen tag|schönen abend|"
    "schoenen tag|schoenen abend|schönes wochenende|schönen nachmittag|morgen zusammen|"
    "24/7|24 stunden|24h|24 h|rund um die uhr|eines tages|jeden tag|jeden morgen|jeden abend|"
    "den ganzen tag|ganzen tag|tag und nacht|pro tag|pro stunde|am tag|je stunde|einen moment|"
    "eine minute|ne minute|eine sekunde|1 minute|1 sekunde|minütchen bitte|letzte nacht|"
    "erste klasse|erster klasse|1 klasse|ersten mal|erste mal|erstes mal|zweites mal|"
    "zweiten mal|zum ersten|als erstes|in acht tagen|black friday|frohe weihnachten|"
    "frohes neues jahr|frohes neues|guten rutsch|bis morgen|bis montag|bis dienstag|"
    "bis mittwoch|bis donnerstag|bis freitag|bis samstag|bis sonntag|bis jetzt|erst jetzt|"
    "von jetzt|7 eleven|50/50|1/2|3/4|halb so|halbe stunde fahrt|halbtags|halber preis|"
    "eins a|1a|vor ort|vor allem|nach hause|unter anderem|ein tag|den tag|dieser tage|"
    "vier augen|acht geben|pass acht" },
  { KONTOR_WORD_NEVER, 0,
    "karfreitag|rosenmontag|faschingsdienstag|aschermittwoch|gründonnerstag|ostersonntag|"
    "ostermontag|pfingstsonntag|pfingstmontag|grünen sonntag|schwarzer freitag" },
  { KONTOR_WORD_COUNTED, 0,
    "personen|person|leute|leuten|passagiere|passagieren|fahrgäste|fahrgast|gäste|gästen|"
    "erwachsene|erwachsenen|kinder|kindern|kind|kids|babys|baby|männer|frauen|freunde|kollegen|"
    "mann|koffer|koffern|taschen|tasche|gepäckstücke|gepaeckstuecke|gepäckstück|stück|stueck|"
    "stk|rucksäcke|kisten|pakete|autos|wagen|fahrzeuge|busse|taxis|limousinen|plätze|sitze|"
    "sitzplätze|kindersitze|km|kilometer|kilometern|meter|kg|kilo|zimmer|betten|nächte|sterne|"
    "prozent|mal|x|jahre alt|jährige|jahrig|stopps|fahrten|türer|sitzer|hunde|hund|katzen|"
    "tickets|karten|etagen|stockwerke|weitere|andere|verschiedene|gb|liter|portionen|flaschen|"
    "termine|buchungen|strich|bmw|mercedes|klasse|stationen|cm|ps" },
  { KONTOR_WORD_LABELLED, 0,
    "zimmer|zi|zimmernummer|gate|terminal|turm|tower|wohnung|apartment|villa|stock|etage|nummer|"
    "nr|no|hausnummer|block|ausgang|tor|gleis|platz|sitz|reihe|bahnsteig|#|tel|telefon|telefonnr|"
    "telefonnummer|handy|handynummer|mobil|whatsapp|ref|referenz|pin|code|plz|postfach|bmw|audi|"
    "mercedes|klasse|modell|serie|iphone|version|seite|rechnung|konto|kontonummer|iban|preis|"
    "kosten|betrag|max|maximal|mindestens|flug|flugnummer|flug nr|linie|bus|zug|ice|ic|rb|"
    "buchung|kundennummer|straße|str|strasse|weg|allee|gasse|damm|haus|halle|tisch|stand|aufgang|"
    "autobahn|route|kapitel|punkt nr|ausweis|passnummer|galaxy|tesla|modell|alter|alt|größe|nur|"
    "nid" },
  { KONTOR_WORD_LABELLED, 1, "geboren|geboren am|geb|geb am|geburtsdatum|gültig bis" },
  { KONTOR_WORD_COUNT_LEAD, 0,
    "für|fuer|wir sind|es sind|sind|insgesamt|mit|und|plus|haben|habe|brauche|brauchen|je|alle|"
    "weitere|mal|nehme|bringe|kaufe|bestelle|von|gesamt|noch" },
  { KONTOR_WORD_CURRENCY, 0,
    "euro|euros|eur|€|$|£|¥|%|usd|dollar|dollars|aed|dirham|dirhams|dhs|chf|franken|fr|cent|"
    "cents|pfund|gbp|prozent|rappen|tausend" },
  { KONTOR_WORD_STREET, 0,
    "straße|strasse|str|weg|platz|allee|gasse|ring|ufer|damm|chaussee|promenade|boulevard|street|"
    "road|avenue|tor|markt|graben|steig" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "morgan|borgen|sorgen|norgen|montags|dienstags|mittwochs|donnerstags|freitags|samstags|"
    "sonntags|montage|freitage|julia|julie|julian|juliane|juna|augusta|augustus|marc|marz|maria|"
    "marie|mario|klara|clara|minuten|miniatur|stunden|kunde|kunden|kundin|abende|tages|nächten|"
    "yacht|recht|macht|achten|dankt|status|statt|stadt|starten|staat|genauso|gerade|"
    "richtung|richtige|richtigen|passende|passt|passat|superb|supermarkt|korrektur|mitternachts|"
    "mittagessen|mittagspause|bestätigung|stornierung|novembers|aprilia|jana|janna|janne|"
    "felder|monats|monatlich|wochenende|wochentag|täglich|stündlich|nachricht|nachrichten" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "oder|/|bzw|beziehungsweise" },
  { KONTOR_WORD_AND, 0, "und|&|u" },
  { KONTOR_WORD_NOT, 0,
    "nicht|nicht um|nicht am|nicht mehr|kein|keine|keinen|nicht der|nicht die|nicht das|"
    "nicht den|ausser|außer|nicht für|nicht fuer" },
  { KONTOR_WORD_BUT, 0, "sondern|aber|sondern um|sondern am" },
  { KONTOR_WORD_INSTEAD_OF, 0, "statt|anstatt|anstelle von|anstelle|statt um|statt am|und nicht" },
  { KONTOR_WORD_INSTEAD, 0, "stattdessen|lieber|eher|doch lieber|statt dessen|besser" },
  { KONTOR_WORD_CORRECTION, 0,
    "sorry|entschuldigung|entschuldige|verzeihung|pardon|tut mir leid|doch lieber|lieber|"
    "ich meine|ich meinte|meinte|meine natürlich|korrektur|ach nein|nein doch|nee doch|"
    "machen wir|machen sie|ändern auf|aendern auf|ändern sie auf|ändern in|"
    "verschieben auf|verschieben wir auf|umbuchen auf|verlegen auf|mein fehler|vertippt|"
    "tippfehler|ups|hoppla|falsch|verschrieben|*|wie wäre es mit|wie wäre|wie waere es mit|"
    "moment doch|besser doch|sagen wir|nein|nee|nö" },
  { KONTOR_WORD_CORRECTION, 1, "nein|nee|nö|ne|ach|äh|aeh|ähm|hm|hmm|moment|warte|halt" },
  { KONTOR_WORD_CHANGE, 0,
    "ändern|aendern|geändert|umbuchen|umbuchung|verschieben|verlegen|verschiebung|änderung|"
    "aenderung|tauschen|wechseln|abändern|korrigieren|ändere|verschiebe|aktualisieren" },
  { KONTOR_WORD_YES, 0,
    "ja|jaa|jo|jep|jup|yes|yep|jawohl|ja bitte|bitte ja|ja gerne|ja gern|gerne|gern|genau|"
    "genau so|passt|passt so|das passt|passt alles|passt gut|stimmt|das stimmt|stimmt so|"
    "stimmt alles|richtig|das ist richtig|korrekt|das ist korrekt|ist korrekt|alles korrekt|"
    "alles richtig|ok|okay|oki|okey|k|klar|na klar|alles klar|in ordnung|einverstanden|perfekt|"
    "super|prima|toll|wunderbar|sehr gut|gut|alles gut|bestätigt|bestaetigt|ich bestätige|"
    "ich bestaetige|bestätige|bestaetige|bestätigen|bitte bestätigen|bitte buchen|buchen|"
    "ja buchen|bitte buchen sie|buchen sie|bitte reservieren|selbstverständlich|natürlich|"
    "natuerlich|auf jeden fall|unbedingt|absolut|freilich|sicher|aber sicher|aber ja|doch|j|👍|"
    "👌|✅|✔|ja genau|ja passt|ja stimmt|ja korrekt|ja richtig|machen sie das|so machen wir das|"
    "machen wir so|geht klar|läuft|top|so ist es|das wäre toll|von mir aus|kein problem" },
  { KONTOR_WORD_NO, 0,
    "nein|nee|nö|noe|ne|nicht|nein danke|noch nicht|falsch|das ist falsch|nicht richtig|"
    "stimmt nicht|das stimmt nicht|nicht korrekt|bitte nicht|lieber nicht|doch nicht|"
    "nicht buchen|bitte nicht buchen|auf keinen fall|keinesfalls|niemals|👎|❌|passt nicht|"
    "das passt nicht|kein|no|nope" },
  { KONTOR_WORD_CANCEL, 0,
    "stornieren|storniere|storno|stornierung|storniert|absagen|absage|abbrechen|abbruch|"
    "sage ab|sagen sie ab|muss absagen|annullieren|canceln|cancel|rückgängig|rückgängig machen|"
    "vergessen sie es|vergiss es|hat sich erledigt|nicht mehr nötig|brauche ich nicht mehr|"
    "brauche nicht mehr|nicht mehr gebraucht|brauche kein auto mehr|streichen sie" },
  { KONTOR_WORD_STATUS, 0,
    "status|meine buchung|meiner buchung|buchungsstatus|stand der buchung|wo ist mein|"
    "wo bleibt|wo ist der fahrer|wo ist der wagen|wo ist das auto|ist es bestätigt|"
    "ist meine buchung bestätigt|ist die buchung bestätigt|meine reservierung|meiner reservierung|"
    "gibt es neuigkeiten|gibt es etwas neues|buchungsdetails|stand meiner|hat es geklappt|"
    "stand meines|wie ist der stand|wie weit ist" },
  { KONTOR_WORD_GREETING, 0,
    "hallo|hi|hey|guten tag|guten morgen|guten abend|moin|moin moin|servus|grüß gott|gruess gott|"
    "grüezi|gruezi|grüß sie|grüss gott|tag|schönen tag|schönen guten tag|schönen guten morgen|"
    "schönen guten abend|gute nacht|hallo zusammen|hallöchen|na|liebes team|sehr geehrte|"
    "sehr geehrte damen und herren|damen und herren|morgen zusammen|tach|mahlzeit|hello|"
    "wie geht es ihnen|wie gehts|wie geht es|team" },
  { KONTOR_WORD_THANKS, 0,
    "danke|dankeschön|danke schön|dankeschoen|danke schoen|danke sehr|vielen dank|besten dank|"
    "herzlichen dank|tausend dank|lieben dank|merci|dank|danke ihnen|danke vielmals|"
    "vielen lieben dank|dankesehr|thx|thanks|ich danke|wir danken|danke dir|herzlichst dank" },
  { KONTOR_WORD_POLITE, 0,
    "bitte|bitteschön|bitte schön|gerne|gern|dann|also|so|es|das|alles|ich|mal|doch|denn|eben|"
    "oh|ah|äh|ähm|hm|hmm|sehr|herr|frau|ihnen|sie|jetzt|pls|super|gut|dafür|im voraus|freundlich" },
  { KONTOR_WORD_STOP, 0,
    "stop|stopp|abmelden|abbestellen|austragen|keine nachrichten mehr|keine nachrichten|"
    "keine weiteren nachrichten|bitte keine nachrichten mehr|nicht mehr schreiben|"
    "schreiben sie mir nicht mehr|keine werbung|keine werbung mehr|abo beenden|beenden|ende|"
    "nachrichten stoppen|abmeldung|unsubscribe|lassen sie mich in ruhe" },
  { KONTOR_WORD_START, 0,
    "start|starten|anmelden|wieder anmelden|fortsetzen|weiter|neu starten|abonnieren|"
    "wieder starten|nachrichten wieder" },
  { KONTOR_WORD_PLACE_FROM, 1,
    "von|vom|ab|aus|von der|von dem|von meinem|startend von|ausgehend von|beginnend" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "abholung|abholung von|abholung am|abholung in|abholung im|abholung bei|abholort|"
    "abholadresse|abholpunkt|startadresse|startpunkt|startort|abfahrt von|abfahrt|abfahrtsort|"
    "treffpunkt|abholen von|abholen am|abholen in|abholen im|abholen bei|abholen vom|abholen|"
    "abgeholt am|abgeholt im|abgeholt in|abgeholt|einsteigen|einstieg|start in|start am|start" },
  { KONTOR_WORD_PLACE_TO, 1,
    "nach|zum|zur|zu|bis|bis zum|bis zur|bis nach|ins|in die|in den|richtung|in richtung|an den|"
    "an die|zu der|zu dem" },
  { KONTOR_WORD_PLACE_TO, 0,
    "ziel|zielort|zieladresse|fahrziel|ziel ist|endpunkt|ausstieg|aussteigen|fahrt nach|"
    "fahrt zum|fahrt zur|weiter nach|weiter zum|weiter zur|hin zum|hin zur" },
  { KONTOR_WORD_PLACE_AT, 0,
    "am|im|in|an|bei|beim|vor|vor dem|vor der|gegenüber|neben|in der|in dem|an der|an dem|@|nahe" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "flug nach|flug von|flüge nach|flüge von|fliege nach|fliegen nach|fliege von|zug nach|"
    "zug von|ticket nach|frage zu|fragen zu|frage zur|frage zum|fragen zur|fragen zum|"
    "zum beispiel|zur zeit|zu zweit|zu dritt|zu viert|zu fünft|zu fuenft|zu sechst|zum ersten|"
    "nach ihnen|von ihnen|von uns|von mir|von mir aus|von euch|zu ihnen|zu uns|zu mir|"
    "nach absprache|zum thema|information zu|informationen zu|auskunft zu|infos zu|von wo|"
    "von wann|je nach|nach dem|nach der|zu spät|zu spaet|zu früh|zu teuer|zu viel|zu viele|"
    "zu klein|zu groß|zu wenig|zum preis|bis zu|gruß von|grüße von|nachricht von|anruf von|"
    "antwort von|antwort auf|zur info|zur bestätigung|zur sicherheit|zur not|in ordnung|in bar|"
    "zu den preisen|zum fahrer|vom fahrer|von heute|von morgen|ab heute|ab morgen|ab sofort|"
    "ab wann|bis wann|bis morgen|bis dann|bis bald|bis später|bis gleich|von der art|um zu|"
    "ich komme aus|wir kommen aus|komme aus|kommen aus|sieht aus|von der firma|zum glück|"
    "von anfang|nach wie vor|zu ende|ab und zu|zu fuß|aus versehen|von daher|unterlagen zu|"
    "hin und zurück|zur verfügung|zu tun|zum abendessen|zum essen|zur arbeit" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "flughafen|terminal|tower|turm|mall|hotel|bahnhof|hauptbahnhof|hbf|station|straße|strasse|str|"
    "platz|allee|gasse|weg|park|strand|marina|hafen|krankenhaus|klinik|praxis|schule|universität|"
    "uni|büro|haus|hause|zuhause|villa|wohnung|apartment|residenz|gebäude|zentrum|center|centre|"
    "resort|pension|club|museum|stadion|arena|markt|moschee|kirche|dom|brücke|tor|garten|dorf|"
    "stadt|innenstadt|altstadt|insel|palm|ufer|kai|botschaft|konsulat|restaurant|café|bank|messe|"
    "zoo|theater|oper|kino|lobby|rathaus|schloss|burg|haltestelle|airport|street|road|fabrik|"
    "werk|firma|halle|einkaufszentrum|kaufhaus|dxb|dwc|auh|t1|t2|t3" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "fahrt|transfer|preis|kosten|buchung|reise|termin|rückfahrt|hinfahrt|einfache|einfach|früh|"
    "spät|asap|dringend|tag|täglich|datum|uhrzeit|nächste|diese|am|um|nur|pünktlich|erst|dann|"
    "vor|nach|wann|wo|uhr" },
  { KONTOR_WORD_PICK, 1,
    "holen sie mich|holen sie uns|hol mich|holt mich|hol uns|mich abholen|uns abholen|"
    "mich bitte|holen sie meine|holen sie meinen|abholen lassen|mich jemand|jemand abholen" },
  { KONTOR_WORD_PICK, 2,
    "bringen sie mich|bringen sie uns|bring mich|bringt mich|fahren sie mich|fahren sie uns|"
    "fahr mich|absetzen|setzen sie mich|mich bringen|uns bringen" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "ich bin am|ich bin im|ich bin in|ich bin beim|wir sind am|wir sind im|wir sind in|"
    "ich wohne in|ich wohne im|wir wohnen im|wir wohnen in|ich stehe am|ich stehe vor dem|"
    "ich warte am|ich warte im|meine adresse ist|ich befinde mich am|ich befinde mich im|"
    "ich befinde mich in|unser hotel ist|mein hotel ist|unsere adresse ist|bin gerade am|"
    "bin gerade im" },
  { KONTOR_WORD_LABEL_TAIL, 0, "adresse|ort|punkt|stelle|standort|hotel am|mich|uns" },
  { KONTOR_WORD_COPULA, 0,
    "ist|sind|war|wäre|waere|wird|soll sein|soll|sollte|lautet|ist jetzt|ist der|ist die|ist das|"
    "ist am|ist im|wäre am|wäre im|muss|muss sein|sei" },
  { KONTOR_WORD_MINE, 0,
    "mein|meine|meinem|meiner|meinen|unser|unsere|unserem|unserer|unseren|ihrem|ihrer|seinem" },
  { KONTOR_WORD_PRONOUN, 0,
    "ich|mich|mir|du|dich|dir|sie|ihnen|er|ihn|ihm|es|wir|uns|euch|hier|dort|da|dies|man|jemand|"
    "jemanden|niemand|etwas|nichts|alles|selbst|irgendwo|überall|dorthin|hierher|dahin|ihr" },
  { KONTOR_WORD_NAME, 0,
    "mein name ist|mein name|name ist|name|ich heiße|ich heisse|heiße|heisse|auf den namen|"
    "unter dem namen|auf namen|name lautet|der name ist|fahrgast ist|fahrgast heißt|"
    "der gast heißt|gast ist|name des gastes|name des fahrgasts|vorname|nachname|buchen auf|"
    "unter namen|lautend auf" },
  { KONTOR_WORD_NAME, 1,
    "ich bin|hier ist|hier spricht|hier schreibt|hier ist der|hier ist die|bin der|bin die|"
    "ich bins|für herrn|für frau|fuer herrn|fuer frau|unter" },
  { KONTOR_WORD_NAME, 2, "das ist|es ist|einfach|schreiben sie" },
  { KONTOR_WORD_NAME_AFTER, 0, "hier|am apparat|mein name" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "dringend|spät|früh|interessiert|bereit|nicht|so|sehr|gerade|unterwegs|da|zurück|noch|auch|"
    "nur|gut|fertig|frei|verfügbar|flexibel|allein|alleine|sicher|neu|draußen|drinnen|unten|oben|"
    "krank|müde|im|in|am|an|auf|aus|mit|ohne|bei|um|ab|gast|kunde|kundin|tourist|touristin|"
    "student|studentin|mitarbeiter|assistent|assistentin|sekretärin|schwanger|verloren|zuhause|"
    "jetzt|schon|fast|etwa|von|fahrer|chauffeur|empfang|manager|ja|nein|hallo|verheiratet|"
    "allergisch|froh|begeistert|aufgeregt|enttäuscht|verärgert|wütend|hungrig|ernst|einer|eine|"
    "ein|der|die|das|dein|ihr|dubai|london|paris|berlin|hamburg|münchen|wien|zürich|deutsch|"
    "deutscher|deutsche|österreicher|schweizer|englisch|beim|zum|zur|es|was|wie|wo|wann|warum|"
    "wer|wirklich|derzeit|zur|zeit|angekommen|gelandet|stammkunde|stammgast|rentner|vegetarier" },
  { KONTOR_WORD_REGARDS, 0,
    "mit freundlichen grüßen|freundliche grüße|mit freundlichen gruessen|viele grüße|"
    "liebe grüße|beste grüße|schöne grüße|herzliche grüße|grüße|gruß|gruss|lg|mfg|vg|bg|"
    "viele gruesse|liebe gruesse|beste gruesse|mit besten grüßen|hochachtungsvoll|danke|"
    "vielen dank|danke und gruß" },
  { KONTOR_WORD_PEOPLE, 0,
    "personen|person|leute|leuten|passagiere|passagier|fahrgäste|fahrgast|gäste|gast|erwachsene|"
    "erwachsenen|erwachsener|kinder|kindern|kind|kids|babys|baby|kleinkinder|kleinkind|damen|"
    "herren|männer|frauen|mann|pax|mitfahrer|mitreisende|reisende|menschen|von uns" },
  { KONTOR_WORD_PEOPLE_LEAD, 0,
    "wir sind|es sind|insgesamt sind wir|wir wären|wir waeren|wir werden|gruppe von|"
    "anzahl personen|anzahl der personen|personenanzahl|personenzahl|insgesamt|familie von|"
    "anzahl fahrgäste|anzahl passagiere|sind wir|wir fahren zu" },
  { KONTOR_WORD_ALONE, 1,
    "nur ich|allein|alleine|nur eine person|ich allein|ich alleine|nur für mich|nur fuer mich|"
    "bin allein|eine person|einzelperson" },
  { KONTOR_WORD_ALONE, 2, "zu zweit|wir beide|zwei von uns" },
  { KONTOR_WORD_ALONE, 3, "zu dritt" },
  { KONTOR_WORD_ALONE, 4, "zu viert" },
  { KONTOR_WORD_ALONE, 5, "zu fünft|zu fuenft" },
  { KONTOR_WORD_ALONE, 6, "zu sechst" },
  { KONTOR_WORD_WITH, 0, "mit|und|plus|inklusive|inkl|samt|sowie|brauche|möchte|moechte" },
  { KONTOR_WORD_WITHOUT, 0, "ohne|kein|keine|keinen|brauche keinen|brauche kein" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "weiß nicht|weiss nicht|weiß ich nicht|weiss ich nicht|keine ahnung|bin nicht sicher|"
    "nicht sicher|noch nicht|egal|ist egal|mir egal|muss nachsehen|muss schauen|ich schaue nach|"
    "melde mich|sage ich später|später|spaeter|kommt darauf an|moment|einen moment|"
    "eine minute|warten sie|rufen sie mich an|muss fragen|noch unklar|steht noch nicht fest" },
  { KONTOR_WORD_VERB, 0,
    "buchen|reservieren|machen|haben|bekommen|sein|gehen|wissen|fragen|stornieren|ändern|aendern|"
    "mieten|bestellen|bezahlen|zahlen|sehen|kommen|nehmen|bestätigen|planen|reisen|schicken|"
    "senden|prüfen|tun|holen|abholen|sprechen|reden|treffen|verschieben|wollen|verlangen|finden|"
    "ankommen|losfahren|verlassen|kaufen|brauchen|besuchen|erreichen|besprechen|danken|"
    "erkundigen|informieren|lassen|versuchen|warten|essen|schlafen|genießen|bringen|sagen|"
    "erzählen|helfen|vermeiden|hören|schauen|lernen|verstehen|feiern|werden|geben|schreiben|"
    "antworten|beschweren|teilen|organisieren|arrangieren|vereinbaren|absagen|umbuchen|fahren|"
    "fliegen|bleiben|klären|erfahren|vermieten|sitzen|stehen|liegen|lesen|spielen" },
  { KONTOR_WORD_CONNECTOR, 0,
    "und|mit|bitte|für|fuer|mein|meine|ich|wir|brauche|brauchen|möchte|moechte|in einem|per|"
    "danke|vielen|aber|wenn|falls|ist|sind|weil|also|auch|name|gegen|ca|dann|passagiere|personen|"
    "leute|fahrgäste|es|ok|okay|hallo|auto|wagen|flug|wie|was|wann|pro|oder|nein|ja|nur|hin|"
    "taschen|gepäck|koffer|telefon|handy|tel|email|gruß|grüße|lg|mfg|sie|uns|mich|abholen|"
    "bringen|fahren|fährt|los|buchen|reservieren|bestellen|benötige|hätte|haette|kann|können|"
    "könnten|soll|sollte|würde|werden|wird|anschließend|danach|kostet|kosten|zurück|geht|da|denn|"
    "damit|dass|ob|nachdem|bevor|während|sofort|dringend|ab|im namen|inklusive|inkl|ohne" },
  { KONTOR_WORD_WISH, 0,
    "ich interessiere mich|interessiere mich|wir interessieren uns|interesse an|interessiert an|"
    "ich brauche|brauche|wir brauchen|brauchen|ich bräuchte|bräuchte|braeuchte|wir bräuchten|"
    "ich möchte|möchte|moechte|wir möchten|möchten|moechten|hätte gern|hätte gerne|haette gern|"
    "haette gerne|hätten gern|hätten gerne|ich will|wir wollen|ich wollte|ich suche|suche|buchen|"
    "zu buchen|buche|reservieren|reserviere|bestellen|bestelle|bitte schicken|schicken sie|"
    "können sie mich|koennen sie mich|können sie uns|könnten sie mich|könnten sie uns|"
    "können sie einen|können sie ein auto|könnten sie einen|könnten sie ein|kann ich ein|"
    "kann ich einen|kann ich bei ihnen|könnte ich|können wir ein|bitte abholen|holen sie|abholen|"
    "bringen sie|fahren sie mich|fahren sie uns|benötige|benoetige|benötigen|wünsche|"
    "mieten|fahrt von|taxi von|auto von|wagen von|limousine von|transfer von|wagen nach|"
    "taxi zum|taxi nach|auto zum|einen termin|bitte ein auto|bitte einen wagen|bitte ein taxi|"
    "noch eine buchung|neue buchung|anmieten|ordern" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "brauche hilfe|brauche ihre hilfe|brauche eine rechnung|brauche die rechnung|"
    "brauche eine quittung|brauche informationen|brauche infos|brauche mehr informationen|"
    "brauche keine|brauche kein|brauche nicht|brauche nichts|möchte wissen|möchte gern wissen|"
    "möchte gerne wissen|möchte fragen|möchte stornieren|möchte absagen|möchte ändern|"
    "möchte meine buchung|möchte meine fahrt|möchte die buchung|möchte nicht|möchte nur|"
    "möchte mich beschweren|möchte mich erkundigen|möchte mich bedanken|möchte sprechen|"
    "möchte bezahlen|möchte zahlen|möchte verschieben|möchte umbuchen|möchte wissen ob|"
    "moechte wissen|moechte fragen|moechte stornieren|moechte absagen|moechte aendern|"
    "will wissen|wollte fragen|wollte wissen|wollte mich bedanken|wollte nur|"
    "reservierung stornieren|reservierung ändern|buchung stornieren|buchung ändern|suche arbeit|"
    "suche einen job|suche job|suche meine|suche mein|suche stelle|können sie mir sagen|"
    "könnten sie mir sagen|nicht buchen|hätte gerne gewusst|hätte gern gewusst|"
    "hätte eine frage|habe eine frage|hätte gerne informationen|möchte informationen" },
  { KONTOR_WORD_QUESTION, 0,
    "was|welche|welcher|welches|welchen|wer|wessen|warum|wieso|weshalb|wie|wieviel|wann|wo|wohin|"
    "woher|haben sie|habt ihr|hast du|gibt es|gibts|ist es|ist das|ist der|ist die|ist ein|"
    "ist eine|ist im|sind sie|sind die|sind ihre|sind eure|sind kinder|kann man|kann ich mit|"
    "kann ich bar|kann ich stornieren|kann ich bezahlen|kann ich zahlen|kann ich im|kann ich auch|"
    "kann der|kann ich rauchen|kann ich kostenlos|können wir mit|können wir zahlen|"
    "können sie mir sagen|können sie sagen|können sie erklären|könnten sie mir sagen|darf ich|"
    "darf man|dürfen|muss ich|muss man|müssen wir|soll ich|bieten sie|akzeptieren sie|nehmen sie|"
    "fahren sie auch|fahren sie nach|sprechen sie|spricht|kostet|wird|werden|wurde|liegt|"
    "lohnt|gilt|akzeptiert ihr|habt|darf|sprecht ihr|war|hat" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|ist|sind|war|waren|sein|bin|bist|"
    "habe|haben|hat|hatte|ich|du|sie|wir|er|es|man|mich|mir|uns|ihnen|ihr|ihre|ihren|ihrem|mein|"
    "meine|meinen|meinem|unser|unsere|in|im|an|am|auf|zu|zum|zur|von|vom|bei|beim|mit|für|fuer|"
    "über|um|und|oder|aber|wenn|als|wie|was|wer|wo|wann|warum|welche|welcher|welches|kann|können|"
    "könnte|könnten|würde|werden|wird|soll|sollte|darf|muss|müssen|bitte|hallo|guten|tag|danke|"
    "vielen|dank|auch|nur|sehr|viel|mehr|noch|schon|da|hier|dort|dass|ob|nicht|kein|keine|nein|"
    "ja|ok|okay|aus|nach|vor|bis|so|dann|denn|doch|mal|gibt|geht|gern|gerne|möchte|moechte|will|"
    "brauche|sagen|wissen|frage|etwas|alle|alles|eigentlich|eventuell|vielleicht|damit|dafür" },

  /* how words are written */
  { KONTOR_WORD_SUFFIX, -1, "straße|str|allee|gasse|platz" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_de = {
  .code = "de",
  .name = "Deutsch",
  .month_first = FALSE,
  .dotted_days = TRUE,
  .bare_half = -30,
  .words = words,
};
