/* SPDX-License-Identifier: GPL-3.0-or-later */
/* French as it is typed on phones, with accents and apostrophes or without. What loses a vowel is
 * parted at its apostrophe, unless the whole is listed ("jai" for "j'ai"). */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "lundi" },
  { KONTOR_WORD_WEEKDAY, 2, "mardi" },
  { KONTOR_WORD_WEEKDAY, 3, "mercredi|mecredi" },
  { KONTOR_WORD_WEEKDAY, 4, "jeudi" },
  { KONTOR_WORD_WEEKDAY, 5, "vendredi|vendredy" },
  { KONTOR_WORD_WEEKDAY, 6, "samedi" },
  { KONTOR_WORD_WEEKDAY, 7, "dimanche|dimanch" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 1, "lun" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 4, "jeu" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 5, "ven" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 7, "dim" },
  { KONTOR_WORD_MONTH, 1, "janvier|janv" },
  { KONTOR_WORD_MONTH, 2, "février|fevr|fev" },
  { KONTOR_WORD_MONTH_MAYBE, 3, "mars" },
  { KONTOR_WORD_MONTH, 4, "avril|avr" },
  { KONTOR_WORD_MONTH, 5, "mai" },
  { KONTOR_WORD_MONTH, 6, "juin" },
  { KONTOR_WORD_MONTH, 7, "juillet|juil|juilet" },
  { KONTOR_WORD_MONTH, 8, "août|aout" },
  { KONTOR_WORD_MONTH, 9, "septembre" },
  { KONTOR_WORD_MONTH_MAYBE, 9, "sept" },
  { KONTOR_WORD_MONTH, 10, "octobre|oct" },
  { KONTOR_WORD_MONTH, 11, "novembre|nov" },
  { KONTOR_WORD_MONTH, 12, "décembre|dec" },
  { KONTOR_WORD_DAY, 0, "aujourd'hui|ajd|auj|aujourd hui|ojd|ce jour|aujourdui" },
  { KONTOR_WORD_DAY, 1, "demain|dmain|demin|2main|dem" },
  { KONTOR_WORD_DAY, 2, "après-demain|apres demain|aprèsdemain|surlendemain" },
  { KONTOR_WORD_DAY, 8, "demain en huit" },
  { KONTOR_WORD_DAY, -1, "hier" },
  { KONTOR_WORD_DAY, -2, "avant-hier|avanthier" },
  { KONTOR_WORD_NAMED_DAY, 1224, "veille de noël|réveillon de noël|24 décembre au soir" },
  { KONTOR_WORD_NAMED_DAY, 1225, "noël|jour de noël" },
  { KONTOR_WORD_NAMED_DAY, 1231,
    "saint-sylvestre|st sylvestre|réveillon du nouvel an|veille du nouvel an|nuit du nouvel an" },
  { KONTOR_WORD_NAMED_DAY, 101, "jour de l an|nouvel an|premier de l an" },
  { KONTOR_WORD_NAMED_DAY, 214, "saint-valentin|st valentin" },
  { KONTOR_WORD_WEEK, 0, "cette semaine|la semaine" },
  { KONTOR_WORD_WEEK, 1,
    "la semaine prochaine|semaine prochaine|la semaine suivante|semaine suivante|semaine pro|"
    "la semaine qui vient|semaine qui vient|la semaine d après" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "ce mois|ce mois ci|mois en cours|ce mois-ci" },
  { KONTOR_WORD_MONTH_AHEAD, 1, "le mois prochain|mois prochain|mois suivant" },
  { KONTOR_WORD_THIS, 0, "ce|cette|prochain|prochaine|ce prochain" },
  { KONTOR_WORD_LAST, 0, "dernier|dernière" },
  { KONTOR_WORD_NEXT_AFTER, 0, "prochain|prochaine" },
  { KONTOR_WORD_NEXT_AFTER, 1, "qui vient|à venir|qui arrive" },
  { KONTOR_WORD_NEXT_AFTER, 2, "dernier|passé" },
  { KONTOR_WORD_EVERY, 0, "tous les|chaque|les|toutes les" },
  { KONTOR_WORD_ORDINAL, 1, "premier" },
  { KONTOR_WORD_ORDINAL_SIGN, 0, "er" },
  { KONTOR_WORD_ON, 0, "pour|de|dès|à partir du|du|jusqu au" },
  { KONTOR_WORD_ON, 1, "date|jour|date du|en date du|à compter du|la date" },
  { KONTOR_WORD_ARTICLE, 1, "le" },
  { KONTOR_WORD_ARTICLE, 0, "la|les|l" },
  { KONTOR_WORD_OF, 0, "de|du|en|d|de la" },
  { KONTOR_WORD_WEEK_NOUN, 7, "en huit" },
  { KONTOR_WORD_WEEK_NOUN, 14, "en quinze" },

  /* hours */
  { KONTOR_WORD_PART, 1,
    "matin|du matin|le matin|au matin|matinée|dans la matinée|en matinée|dans la matinee|mat" },
  { KONTOR_WORD_PART, 2,
    "après-midi|de l après-midi|l après-midi|dans l après-midi|aprem|apm|aprm|dans l aprem|"
    "de l aprem|en après-midi" },
  { KONTOR_WORD_PART, 3, "soir|du soir|le soir|au soir|soirée|en soirée|dans la soirée" },
  { KONTOR_WORD_PART, 4, "nuit|de la nuit|la nuit|dans la nuit" },
  { KONTOR_WORD_PART_TODAY, 1, "ce matin|aujourd'hui matin" },
  { KONTOR_WORD_PART_TODAY, 2, "cet après-midi|cet aprem|cette après-midi|cette aprem" },
  { KONTOR_WORD_PART_TODAY, 3, "ce soir|aujourd'hui soir|ce soir même" },
  { KONTOR_WORD_PART_TODAY, 4, "cette nuit" },
  { KONTOR_WORD_CLOCK, 1200, "midi|12h midi" },
  { KONTOR_WORD_CLOCK, 1215, "midi et quart|midi un quart" },
  { KONTOR_WORD_CLOCK, 1230, "midi et demi|midi et demie|midi trente|midi 30" },
  { KONTOR_WORD_CLOCK, 1145, "midi moins le quart|midi moins quart" },
  { KONTOR_WORD_CLOCK, 0, "minuit" },
  { KONTOR_WORD_CLOCK, 30, "minuit et demi|minuit et demie|minuit trente" },
  { KONTOR_WORD_AM, 0, "am" },
  { KONTOR_WORD_PM, 0, "pm" },
  { KONTOR_WORD_OCLOCK, 1, "h|heure|heures|hrs" },
  { KONTOR_WORD_HOURS_SIGN, 0, "h|heures|heure|hrs" },
  { KONTOR_WORD_HALF, 0, "demie|demi" },
  { KONTOR_WORD_QUARTER, 0, "quart|le quart|un quart" },
  { KONTOR_WORD_MINUTES_MORE, 1, "et" },
  { KONTOR_WORD_MINUTES_LESS, 0, "moins" },
  { KONTOR_WORD_ZERO, 0, "zéro" },
  { KONTOR_WORD_AT, 0,
    "à|dès|à partir de|à partir d|heure|à compter de|@|heure de prise en charge|horaire|pour les|"
    "rdv à|pile à|précisément à|disons" },
  { KONTOR_WORD_ABOUT, 0,
    "vers|vers les|environ|aux alentours de|aux alentours d|autour de|autour d|à peu près à|"
    "sur les coups de|~|aux environs de|à environ|env|plus ou moins à|vers environ|genre" },
  { KONTOR_WORD_ISH, 0, "environ|à peu près|et quelques|plus ou moins|env" },
  { KONTOR_WORD_SHARP, 0,
    "pile|précises|précise|tapantes|sonnantes|serait bien|serait parfait|serait idéal|ça va|"
    "ça me va|c est bon|convient|me convient|exactement|parfait" },
  { KONTOR_WORD_NOW, 0,
    "maintenant|tout de suite|immédiatement|dès que possible|le plus vite possible|de suite|"
    "à l instant|asap|au plus vite|le plus tôt possible|dès maintenant|sur le champ" },
  { KONTOR_WORD_BOUND, 0,
    "avant|après|jusqu à|jusqua|au plus tard|au plus tard à|pas avant|pas après|passé|"
    "pas plus tard que" },
  { KONTOR_WORD_BETWEEN, 0, "entre" },
  { KONTOR_WORD_BETWEEN, 1, "de|depuis" },
  { KONTOR_WORD_RANGE, 0, "à|jusqu à|jusqua|ou|ou à|–|—|/|au" },
  { KONTOR_WORD_EVENT, 1,
    "vol|avion|train|bus|tgv|eurostar|ferry|vols|mon vol|thalys|bateau|autocar" },
  { KONTOR_WORD_EVENT, 2,
    "réunion|atterris|atterrit|atterrissage|atterrissons|arrive|arrivée|arrivons|arrivent|"
    "conférence|mariage|entretien|embarquement|départ|décolle|décollage|check in|checkin|dîner|"
    "déjeuner|petit déjeuner|fête|concert|match|examen|ouvre|ouvrent|ouverture|ferme|ferment|"
    "fermeture|cours|cérémonie|spectacle|messe|séminaire|part" },
  { KONTOR_WORD_OURS, 0,
    "chercher|prendre|récupérer|venir|besoin|voudrais|réserver|réservation|voiture|taxi|vtc|"
    "chauffeur|transfert|course|rendez-vous|rdv|envoyer|prise en charge|navette|venez|souhaite|"
    "service" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "zéro" },
  { KONTOR_WORD_NUMBER, 2, "deux" },
  { KONTOR_WORD_NUMBER, 3, "trois" },
  { KONTOR_WORD_NUMBER, 4, "quatre" },
  { KONTOR_WORD_NUMBER, 5, "cinq" },
  { KONTOR_WORD_NUMBER, 6, "six" },
  { KONTOR_WORD_NUMBER, 7, "sept" },
  { KONTOR_WORD_NUMBER, 8, "huit" },
  { KONTOR_WORD_NUMBER, 9, "neuf" },
  { KONTOR_WORD_NUMBER, 10, "dix" },
  { KONTOR_WORD_NUMBER, 11, "onze" },
  { KONTOR_WORD_NUMBER, 12, "douze" },
  { KONTOR_WORD_NUMBER, 13, "treize" },
  { KONTOR_WORD_NUMBER, 14, "quatorze" },
  { KONTOR_WORD_NUMBER, 15, "quinze" },
  { KONTOR_WORD_NUMBER, 16, "seize" },
  { KONTOR_WORD_NUMBER, 17, "dix-sept" },
  { KONTOR_WORD_NUMBER, 18, "dix-huit" },
  { KONTOR_WORD_NUMBER, 19, "dix-neuf" },
  { KONTOR_WORD_NUMBER, 20, "vingt|vint" },
  { KONTOR_WORD_NUMBER, 21, "vingt et un|vingt et une" },
  { KONTOR_WORD_NUMBER, 30, "trente" },
  { KONTOR_WORD_NUMBER, 31, "trente et un" },
  { KONTOR_WORD_NUMBER, 40, "quarante" },
  { KONTOR_WORD_NUMBER, 50, "cinquante" },
  { KONTOR_WORD_NUMBER, 60, "soixante" },
  { KONTOR_WORD_NUMBER, 90, "quatre-vingt-dix|nonante" },
  { KONTOR_WORD_ONE, 0, "un|une" },
  { KONTOR_WORD_HALF_MORE, 0, "et demie|et demi" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "seconde|secondes|sec" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "minute|minutes|min|mins|mn|minutes" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR, "heure|heures|h|hrs" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "jour|jours|journée" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "semaine|semaines|sem" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "mois" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "an|année|années" },
  { KONTOR_WORD_UNITS, 1501, "quart d heure|un quart d heure|petit quart d heure" },
  { KONTOR_WORD_UNITS, 3001,
    "demi-heure|une demi-heure|demie heure|une demie heure|une petite demi-heure|demi heure" },
  { KONTOR_WORD_UNITS, 4501, "trois quarts d heure|3 quarts d heure" },
  { KONTOR_WORD_IN, 0, "dans|d ici|dans les" },
  { KONTOR_WORD_IN, 1,
    "dans environ|dans à peu près|dans moins de|dans moins d|d ici environ|d ici à|sous" },
  { KONTOR_WORD_FROM_NOW, 0, "plus tard|à partir de maintenant" },
  { KONTOR_WORD_FROM_DAY, 0, "après|à partir de|à compter de" },
  { KONTOR_WORD_AGO, 1, "il y a|ya|y a" },
  { KONTOR_WORD_BEFORE, 0, "avant|plus tôt|à l avance|auparavant" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "bon après-midi|bonne après-midi|bonne soirée|bonne nuit|bonne journée|bon matin|bonsoir|"
    "bonjour|joyeux noël|bonne année|24/7|24h/24|24 h/24|24h|24 heures|7j/7|24h sur 24|"
    "toute la journée|tous les jours|chaque jour|par jour|par heure|de l heure|l heure|un jour|"
    "jour et nuit|nuit et jour|jour férié|pour l instant|jusqu à maintenant|pas maintenant|"
    "un instant|un moment|une seconde|une minute|1 minute|deux minutes svp|2 secondes|"
    "la nuit dernière|hier soir|première fois|la première|1ère classe|première classe|"
    "premier étage|premier ministre|au premier|d un jour|à demain|à lundi|à mardi|à mercredi|"
    "à jeudi|à vendredi|à samedi|à dimanche|à ce soir|à tout à l heure|en huit jours|"
    "dans huit jours|dans quinze jours|d ici quinze jours|d ici huit jours|quinze jours|"
    "quinzaine|mardi gras|vendredi saint|lundi de pâques|lundi de pentecôte|dimanche de pâques|"
    "mercredi des cendres|black friday|champ de mars|champ-de-mars|50/50|1/2|3/4|7 eleven|"
    "demi pension|demi-tour|demi tarif|demi-tarif|mi-temps|chaque matin|chaque soir|"
    "tous les matins|tous les soirs|en retard|plus ou moins bien|l un|un peu|d une part|"
    "heure de pointe|à l heure|une fois" },
  { KONTOR_WORD_COUNTED, 0,
    "personnes|personne|pers|pax|passagers|passager|adultes|adulte|enfants|enfant|bébés|bébé|"
    "gens|invités|voyageurs|amis|collègues|hommes|femmes|clients|valises|valise|sacs|sac|"
    "bagages|bagage|colis|cartons|paquets|voitures|véhicules|taxis|bus|vans|places|sièges|siège|"
    "rehausseurs|portes|km|kms|kilomètres|mètres|kg|kilos|chambres|lits|nuits|étoiles|pour cent|"
    "fois|x|ans|étages|étage|arrêts|trajets|courses|chiens|chien|chats|billets|tickets|pièces|"
    "autres|autre|go|litres|portions|bouteilles|rendez-vous|réservations|couverts|d entre nous|"
    "séries|série|cylindres|roues|ème|ième|eme|arrondissement" },
  { KONTOR_WORD_LABELLED, 0,
    "chambre|porte|terminal|tour|étage|appartement|appt|apt|numéro|num|n|no|nr|bâtiment|bat|bloc|"
    "sortie|quai|voie|place|siège|rang|salle|#|tél|tel|téléphone|portable|mobile|whatsapp|ref|"
    "référence|id|passeport|facture|compte|iban|carte|prix|tarif|montant|total|max|maximum|"
    "minimum|vol|train|bus|ligne|route|autoroute|code|cp|pin|bmw|audi|mercedes|classe|modèle|"
    "série|iphone|version|page|étape|commande|boîte|villa|maison|zone|secteur|âge|paris|lyon|"
    "marseille|article|tva|siret|budget|seulement|hall|poste|nid" },
  { KONTOR_WORD_LABELLED, 1, "né le|née le|né|née|naissance|date de naissance|expire" },
  { KONTOR_WORD_COUNT_LEAD, 0,
    "pour|nous sommes|on est|on sera|nous serons|sommes|serons|total de|groupe de|avec|et|plus|"
    "veux|besoin de|réserver|j ai|nous avons|tous|de|les|au total|ces|deux fois|encore|par" },
  { KONTOR_WORD_CURRENCY, 0,
    "euro|euros|eur|€|$|£|%|dollar|dollars|usd|aed|dirham|dirhams|dh|dhs|mad|chf|francs|franc|"
    "cfa|fcfa|xof|pour cent|centimes|mille|livres|gbp|balles|dinars|tnd" },
  { KONTOR_WORD_STREET, 1,
    "rue|avenue|av|ave|bd|bld|boulevard|place|allée|allee|impasse|chemin|quai|route|cours|square|"
    "bis|ter|villa|passage|esplanade|faubourg" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "martin|martine|satin|latin|patin|marin|malin|matins|mutin|marie|marc|mario|mardis|lundis|"
    "jeudis|samedis|midis|main|mains|demande|demandes|demander|domaine|humain|juillard|julien|"
    "julie|juliette|juine|avrile|janviers|augusta|aoûts|minutie|heurt|heureux|heureuse|hors|"
    "soirs|soirées|nuits|semaines|mercis|mercedes|merci|parfaite|parfaits|volonté|statuts|statue|"
    "stature|annuaire|annuel|annulaire|annonce|conforme|confirme|exacte|dimanches|vendredis|"
    "septembres|décembres|octobres|novembres|maintien|maintenir|maine|jour|journal|jouer|joue|"
    "mais|mois|moins|février|minuits|nuitée|secondaire|second|seconds" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "ou|/|soit" },
  { KONTOR_WORD_AND, 0, "et|&|et à" },
  { KONTOR_WORD_NOT, 0, "pas|non pas|pas le|pas la|ne|plus le|sauf|plutôt que|sauf le|hormis" },
  { KONTOR_WORD_BUT, 0, "mais|mais plutôt|mais le" },
  { KONTOR_WORD_INSTEAD_OF, 0, "au lieu de|au lieu d|à la place de|plutôt que|et non|et pas" },
  { KONTOR_WORD_INSTEAD, 0, "plutôt|à la place|de préférence|finalement" },
  { KONTOR_WORD_CORRECTION, 0,
    "finalement|plutôt|en fait|je veux dire|je voulais dire|correction|je me suis trompé|"
    "je me suis trompée|je corrige|erreur|oups|pardon|désolé plutôt|changer pour|mettez plutôt|"
    "disons plutôt|décaler à|décaler au|reporter à|reporter au|avancer à|avancer au|reculer à|"
    "changer à|changez pour|déplacer à|déplacer au|et si on disait|faute de frappe|*|"
    "mieux vaut|ah non|non plutôt|sorry|mettre à|non" },
  { KONTOR_WORD_CORRECTION, 1, "non|euh|attendez|attends|hum|ah|zut|mince" },
  { KONTOR_WORD_CHANGE, 0,
    "changer|changez|modifier|modifiez|modification|déplacer|décaler|décalez|reporter|reportez|"
    "avancer|retarder|repousser|reprogrammer|actualiser|un changement|rectifier" },
  { KONTOR_WORD_YES, 0,
    "oui|ouais|ouai|wi|yes|ok|okay|okey|d accord|daccord|dacc|bien sûr|c est bon|cest bon|"
    "c est ok|c est correct|cest correct|correct|c est exact|exact|exactement|c est ça|cest ca|"
    "parfait|c est parfait|je confirme|confirme|confirmé|je valide|valide|validé|oui merci|"
    "oui svp|oui s il vous plaît|oui sil vous plait|volontiers|avec plaisir|allez-y|allons-y|"
    "allez y|ça marche|ca marche|ça me va|ça me convient|cela me convient|très bien|tres bien|"
    "bien|super|génial|entendu|impeccable|nickel|absolument|tout à fait|certainement|évidemment|"
    "réservez|vous pouvez réserver|oui réservez|vas-y|go|top|pas de problème|pas de souci|👍|👌|"
    "✅|✔|oui parfait|oui c est ça|oui cest ca|tout est bon|tout est correct|oui bien sûr|"
    "oui d accord|oui daccord|c est noté|affirmatif|y|o" },
  { KONTOR_WORD_NO, 0,
    "non|nan|nn|non merci|pas encore|pas maintenant|ce n est pas ça|ce nest pas ca|incorrect|"
    "c est faux|cest faux|faux|ce n est pas correct|pas correct|surtout pas|jamais|"
    "ne réservez pas|ne pas réserver|pas du tout|👎|❌|négatif|non pas du tout|plutôt pas|"
    "ça ne va pas|ca ne va pas|no|n" },
  { KONTOR_WORD_CANCEL, 0,
    "annuler|annule|annulez|annulé|annulée|annulation|anuler|anulez|j annule|jannule|"
    "laissez tomber|laisse tomber|oubliez|je n en ai plus besoin|plus besoin|"
    "je ne veux plus|j ai changé d avis|jai changé davis|je me désiste|désistement|"
    "supprimer la réservation|cancel" },
  { KONTOR_WORD_STATUS, 0,
    "statut|status|ma réservation|état de ma réservation|statut de ma réservation|"
    "où en est ma|où en est|où est mon|où est ma|où est le chauffeur|où est la voiture|"
    "est-elle confirmée|est-ce confirmé|c est confirmé|cest confirmé|des nouvelles|"
    "suivi de ma réservation|ma commande|mon rendez-vous|mon rdv|détails de ma réservation|"
    "ma demande|état de ma commande|statut de ma commande|suivi de ma commande|"
    "état de ma demande|statut de ma demande|mon dossier|ça avance|ca avance|où ça en est|"
    "vous en êtes où" },
  { KONTOR_WORD_GREETING, 0,
    "bonjour|bjr|bonsoir|bsr|salut|slt|coucou|cc|hello|hi|hey|bonne journée|bonne soirée|"
    "madame|monsieur|madame monsieur|messieurs|mesdames|chère équipe|cher monsieur|"
    "chère madame|bonjour à tous|salutations|comment allez-vous|comment ça va|ça va|ca va|"
    "bonjour madame|bonjour monsieur|salam|allô|allo|rebonjour|re|bien le bonjour|l équipe" },
  { KONTOR_WORD_THANKS, 0,
    "merci|mercii|merci beaucoup|merci bien|merci infiniment|grand merci|mille mercis|"
    "un grand merci|je vous remercie|vous remercie|mrc|mci|remerciements|merci à vous|"
    "merci d avance|merci davance|thanks|c est gentil|cest gentil|avec mes remerciements" },
  { KONTOR_WORD_POLITE, 0,
    "s il vous plaît|sil vous plait|s il te plaît|sil te plait|svp|stp|madame|monsieur|alors|"
    "donc|bien|très|tres|tout|ça|ca|cela|le|la|je|vous|te|tu|oh|ah|euh|hum|merci|mademoiselle|"
    "volontiers|aussi|c est|cest|bon|cher|chère|chers|pour|encore" },
  { KONTOR_WORD_STOP, 0,
    "stop|arrêt|arret|arrêter|arrêtez|arrete|désabonner|désabonnement|me désabonner|"
    "désinscription|désinscrire|me désinscrire|plus de messages|plus de message|"
    "ne m écrivez plus|ne mecrivez plus|arrêtez de m écrire|arrêtez de mecrire|"
    "je ne veux plus recevoir de messages|ne plus recevoir de messages|stop sms|résilier|fin|"
    "arrêtez les messages|laissez-moi tranquille" },
  { KONTOR_WORD_START, 0,
    "start|reprendre|recommencer|commencer|réactiver|démarrer|s abonner|réabonner|début" },
  { KONTOR_WORD_PLACE_FROM, 2, "de|du|de la|de l|des|d" },
  { KONTOR_WORD_PLACE_FROM, 1,
    "depuis|depuis le|depuis la|au départ de|au départ du|en partant de|en partant du|"
    "partant de|partant du|en provenance de|je pars de|je pars du|nous partons de|à partir de" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "départ|départ de|départ du|départ à|point de départ|adresse de départ|lieu de départ|"
    "prise en charge|prise en charge à|prise en charge au|lieu de prise en charge|"
    "adresse de prise en charge|point de prise en charge|ramassage|origine|rdv à|"
    "rendez-vous à|point de rencontre" },
  { KONTOR_WORD_PLACE_TO, 1,
    "à|au|aux|à la|à l|vers|vers le|vers la|vers l|jusqu à|jusqua|jusqu au|jusquau|pour|pour l|"
    "à destination de|à destination du|direction|en direction de|en direction du|pour aller à|"
    "pour aller au|pour aller à la|aller à|aller au|aller à la|me rendre à|me rendre au|"
    "pour me rendre à|pour me rendre au|et aller à|et aller au|chez" },
  { KONTOR_WORD_PLACE_TO, 0,
    "destination|arrivée|adresse d arrivée|lieu d arrivée|point d arrivée|adresse de destination|"
    "me déposer à|me déposer au|nous déposer à|nous déposer au|me conduire à|me conduire au|"
    "m emmener à|m emmener au|memmener à|memmener au|nous emmener à|nous emmener au|"
    "déposez-moi à|déposez-moi au|emmenez-moi à|emmenez-moi au|conduisez-moi à|dépose" },
  { KONTOR_WORD_PLACE_AT, 0,
    "à|au|aux|à la|à l|dans|devant|chez|près de|près du|en face de|en face du|à côté de|"
    "à côté du|derrière|@|devant le|devant la|en bas de|au pied de" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "vol pour|vol à|vol vers|vols pour|avion pour|train pour|train à|billet pour|au nom de|"
    "au nom|à vous|à nous|à moi|à toi|à tous|à partir d|à bientôt|à demain|à plus|à tout|"
    "à propos|à cause|à côté|à l avance|à l heure|à quelle heure|à quel|à combien|à bord|"
    "à peu près|à pied|à domicile|à jour|à votre|à vos|à ma place|à savoir|à payer|à réserver|"
    "à confirmer|à disposition|à l hôtel vous|au plus|au plus vite|au plus tard|au plus tôt|"
    "au moins|au total|au revoir|au sujet|au chauffeur|au cas|au fait|au lieu|au niveau|"
    "au téléphone|grâce à|suite à|quant à|rapport à|face à|grâce au|suite au|jusqu à présent|"
    "pour un|pour une|pour le|pour la|pour les|pour ma|pour mon|pour mes|pour moi|pour nous|"
    "pour me|pour mme|pour madame|pour monsieur|pour m|pour mr|pour ce|pour cette|pour votre|"
    "pour vos|pour quelle|pour quel|pour combien|pour savoir|pour que|pour info|pour réserver|"
    "pour deux|pour trois|pour quatre|pour cinq|pour six|pour une personne|pour demain|"
    "pour l instant|pour l heure|pour l horaire|pour lui|pour elle|pour eux|merci pour|"
    "chez vous|chez nous|chez moi|je suis à|je suis au|nous sommes à|nous sommes au|"
    "je loge à|je loge au|nous logeons à|nous logeons au|j habite à|jhabite à|j habite au|"
    "je me trouve à|je me trouve au|mon hôtel est à|de rien|à la place|à la suite|à la fois|"
    "à aujourd'hui|à main|à deux|à trois|à quatre|à cinq|à six|aux enfants|aux environs|"
    "aller à pied" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "aéroport|terminal|tour|tower|hôtel|gare|rue|avenue|av|boulevard|bd|place|parc|plage|port|"
    "marina|hôpital|clinique|école|université|bureau|bureaux|maison|villa|appartement|résidence|"
    "immeuble|bâtiment|centre|centre commercial|mall|club|musée|stade|arena|marché|mosquée|église|"
    "cathédrale|pont|porte|jardin|village|ville|île|ambassade|consulat|restaurant|café|banque|"
    "salon|zoo|théâtre|cinéma|opéra|hall|lobby|quai|château|station|métro|domicile|usine|quartier|"
    "airport|street|road|t1|t2|t3|dxb|dwc|cdg|orly|roissy" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "trajet|transfert|course|prix|tarif|coût|réservation|voyage|aller|retour|aller-retour|simple|"
    "tôt|tard|urgent|même|jour|date|heure|prochain|ce|cette|le|seulement|précise|premier|puis|"
    "avant|après|quand|où|qui" },
  { KONTOR_WORD_PICK, 1,
    "venir me chercher|venez me chercher|me chercher|venir nous chercher|venez nous chercher|"
    "nous chercher|me prendre|passer me prendre|passez me prendre|me récupérer|nous récupérer|"
    "nous prendre|vient me chercher|me prendre en charge|nous prendre en charge|"
    "viennent me chercher" },
  { KONTOR_WORD_PICK, 2,
    "me déposer|déposez-moi|emmenez-moi|m emmener|memmener|conduisez-moi|me conduire|nous emmener|"
    "nous déposer|nous conduire|m amener|nous amener" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "je suis à|je suis au|je suis à l|nous sommes à|nous sommes au|nous sommes à l|je loge à|"
    "je loge au|je loge à l|nous logeons à|nous logeons au|j habite à|jhabite à|j habite au|"
    "mon adresse est|notre adresse est|mon hôtel est|je me trouve à|je me trouve au|"
    "je séjourne à|je séjourne au|nous séjournons à|je suis dans" },
  { KONTOR_WORD_LABEL_TAIL, 0, "adresse|lieu|point|endroit|me|nous|moi" },
  { KONTOR_WORD_COPULA, 0,
    "est|sont|était|sera|serait|doit être|c est|cest|est à|est au|est maintenant|est le|est la|"
    "devrait être|sera à|sera au" },
  { KONTOR_WORD_MINE, 0, "mon|ma|mes|notre|nos|son|sa" },
  { KONTOR_WORD_PRONOUN, 0,
    "je|j|me|m|moi|tu|te|toi|il|elle|on|nous|vous|ils|elles|lui|leur|eux|ici|là|y|ça|ca|cela|ceci|"
    "quelqu un|quelquun|quelque chose|rien|tout|personne|partout|celui|celle|qui" },
  { KONTOR_WORD_NAME, 0,
    "mon nom est|je m appelle|je mappelle|mon nom|nom|au nom de|au nom d|le nom est|nom est|"
    "nom du passager|nom de la passagère|le passager est|la passagère est|mon nom c est|"
    "mon nom cest|sous le nom de|nom complet|nom et prénom|prénom|c est au nom de|cest au nom de|"
    "passager est|le client s appelle|il s appelle|elle s appelle" },
  { KONTOR_WORD_NAME, 1, "je suis|moi c est|moi cest|ici|de la part de" },
  { KONTOR_WORD_NAME, 3,
    "pour monsieur|pour madame|pour mr|pour mme|je suis monsieur|je suis madame|pour m" },
  { KONTOR_WORD_NAME, 2, "c est|cest|mettez|juste|écrivez" },
  { KONTOR_WORD_NAME_AFTER, 0, "à l appareil|ici présent|à lappareil" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "urgent|pressé|pressée|en|à|au|dans|de|du|pas|très|ici|là|prêt|prête|intéressé|intéressée|"
    "disponible|libre|occupé|occupée|seul|seule|sûr|sûre|nouveau|nouvelle|dehors|bloqué|bloquée|"
    "malade|fatigué|fatiguée|client|cliente|touriste|résident|résidente|étudiant|étudiante|"
    "passager|passagère|chauffeur|assistant|assistante|secrétaire|directeur|enceinte|perdu|"
    "perdue|content|contente|heureux|heureuse|ravi|ravie|déçu|déçue|fâché|fâchée|français|"
    "française|belge|suisse|canadien|marocain|marocaine|dubai|dubaï|londres|paris|lyon|un|une|le|"
    "la|les|mon|ma|votre|son|sa|arrivé|arrivée|allergique|végétarien|végétarienne|mariée|"
    "quoi|comment|où|quand|qui|vraiment|actuellement|déjà|encore|aussi|toujours|bien|désolé|"
    "désolée|bonjour|merci|parfait|bon|noté|confirmé|correct|possible|combien|pour|avec|sans" },
  { KONTOR_WORD_REGARDS, 0,
    "cordialement|bien cordialement|cdt|cdlt|bien à vous|sincèrement|salutations|"
    "sincères salutations|meilleures salutations|amicalement|respectueusement|merci|"
    "merci d avance|merci beaucoup|à bientôt|belle journée" },
  { KONTOR_WORD_PEOPLE, 0,
    "personnes|personne|pers|passagers|passager|adultes|adulte|enfants|enfant|bébés|bébé|gens|"
    "invités|voyageurs|voyageur|pax|hommes|femmes|amis|d entre nous|clients|dames|messieurs" },
  { KONTOR_WORD_PEOPLE_LEAD, 0,
    "nous sommes|on est|on sera|nous serons|nous serions|groupe de|famille de|un total de|"
    "au total|nombre de personnes|nombre de passagers|on voyage à|nous voyageons à|on sera à" },
  { KONTOR_WORD_ALONE, 1,
    "moi seul|moi seule|juste moi|seulement moi|seul|seule|une personne|une seule personne|"
    "rien que moi|je suis seul|je suis seule|je voyage seul|je voyage seule|que moi" },
  { KONTOR_WORD_ALONE, 2, "à deux|tous les deux" },
  { KONTOR_WORD_WITH, 0, "avec|et|plus|y compris|incluant|besoin d|besoin de|voudrais" },
  { KONTOR_WORD_WITHOUT, 0, "sans|pas de|pas besoin de|pas besoin d|pas d" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "je ne sais pas|je sais pas|jsp|sais pas|aucune idée|pas sûr|pas sûre|pas certain|"
    "je vais voir|je vais vérifier|je vérifie|je vous dirai|je vous redis|je vous tiens|"
    "plus tard|pas encore|peu importe|ça m est égal|n importe|nimporte|un instant|un moment|"
    "une minute|attendez|ça dépend|appelez-moi|à voir|à confirmer plus tard" },
  { KONTOR_WORD_VERB, 0,
    "réserver|faire|avoir|obtenir|être|aller|savoir|demander|annuler|changer|louer|commander|"
    "payer|régler|voir|venir|prendre|organiser|confirmer|planifier|voyager|envoyer|vérifier|"
    "utiliser|chercher|récupérer|parler|discuter|rencontrer|modifier|vouloir|décaler|trouver|"
    "ajouter|arriver|partir|quitter|acheter|assister|visiter|rejoindre|remercier|informer|"
    "laisser|essayer|retourner|rentrer|attendre|manger|dormir|profiter|découvrir|apporter|"
    "amener|emmener|conduire|déposer|mettre|dire|aider|éviter|garder|assurer|entendre|regarder|"
    "apprendre|comprendre|fêter|célébrer|devenir|donner|appeler|écrire|répondre|plaindre|"
    "signaler|partager|mettre|prolonger|enlever|facturer|montrer|rester|dépenser|voler|"
    "recevoir|préciser|continuer|finir|rendre|bénéficier|connaître|disposer|dîner|travailler" },
  { KONTOR_WORD_CONNECTOR, 0,
    "et|avec|s il vous plaît|sil vous plait|svp|stp|mon|ma|mes|je|j|nous|besoin|voudrais|"
    "voudrions|souhaite|merci|mais|si|est|sont|parce que|car|donc|aussi|nom|environ|vers|"
    "passagers|personnes|c est|cest|ok|bonjour|bonsoir|voiture|vol|notre|avant|après|quand|"
    "pendant|comme|comment|que|qui|combien|bagages|valises|seulement|aller-retour|retour|"
    "téléphone|tel|tél|portable|email|mail|cordialement|vous|votre|me|ou|non|oui|sans|plus|puis|"
    "ensuite|où|pouvez|pourriez|serait|sera|faut|faudrait|afin|dès|un|une|ce|cette|il|on|prix|"
    "coûte|possible|est-ce|combien|pour|venez|merci" },
  { KONTOR_WORD_WISH, 0,
    "je voudrais|j aimerais|jaimerais|je veux|je souhaite|je souhaiterais|nous voudrions|"
    "nous aimerions|nous souhaitons|nous souhaiterions|j ai besoin|jai besoin|j aurais besoin|"
    "jaurais besoin|nous avons besoin|on a besoin|nous aurions besoin|besoin d un|besoin d une|"
    "il me faut|il me faudrait|il nous faut|il nous faudrait|réserver|une réservation pour|"
    "faire une réservation|commander|je cherche|nous cherchons|pouvez-vous m envoyer|"
    "pouvez-vous menvoyer|pouvez-vous venir|pourriez-vous venir|pourriez-vous m envoyer|"
    "pouvez-vous me prendre|pourriez-vous me prendre|pouvez-vous me chercher|pouvez-vous nous|"
    "pourriez-vous nous|pouvez-vous m emmener|pouvez-vous me déposer|envoyez-moi|"
    "venir me chercher|venez me chercher|un taxi pour|une voiture pour|un chauffeur pour|"
    "un taxi de|une voiture de|un chauffeur de|un vtc|un transfert|taxi pour|voiture pour|"
    "taxi de|voiture de|prendre rendez-vous|prendre rdv|un rendez-vous|un rdv|louer|"
    "nouvelle réservation|autre réservation|je désire|serait-il possible d avoir|"
    "je suis intéressé par|je suis intéressée par|nous sommes intéressés par|"
    "nous sommes intéressées par|intéressé par|intéressée par|intéressés par|intéressées par|"
    "m intéresse|mintéresse|nous intéresse|m intéresserait|mintéresserait|nous intéresserait|"
    "on aimerait|on voudrait|on souhaite|on souhaiterait|on veut|on cherche" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "besoin d aide|besoin de votre aide|besoin d une facture|besoin de la facture|"
    "besoin d un reçu|besoin d informations|besoin d information|besoin de renseignements|"
    "besoin de savoir|besoin d annuler|besoin de parler|besoin de modifier|besoin de changer|"
    "plus besoin|pas besoin|je voudrais savoir|je voudrais annuler|je voudrais changer|"
    "je voudrais modifier|je voudrais parler|je voudrais demander|je voudrais me plaindre|"
    "je voudrais un remboursement|je voudrais payer|je voudrais une facture|je voudrais ma|"
    "je voudrais connaître|je voudrais des informations|je voudrais des renseignements|"
    "je voudrais vous remercier|je voudrais vérifier|je voudrais reporter|je voudrais décaler|"
    "je souhaite savoir|je souhaite annuler|je souhaite changer|je souhaite modifier|"
    "je souhaite parler|je souhaite connaître|je souhaite reporter|je souhaiterais savoir|"
    "je souhaiterais annuler|je souhaiterais modifier|je souhaiterais connaître|"
    "je souhaiterais avoir des|j aimerais savoir|jaimerais savoir|j aimerais annuler|"
    "jaimerais annuler|j aimerais changer|jaimerais changer|j aimerais modifier|"
    "jaimerais modifier|j aimerais connaître|jaimerais connaître|je veux savoir|je veux annuler|"
    "je veux changer|je veux modifier|je veux parler|je veux un remboursement|je cherche un emploi|"
    "je cherche du travail|je cherche mon|je cherche ma|je ne veux|annuler ma réservation|"
    "m intéresse de savoir|intéressé par un emploi|intéressée par un emploi|"
    "intéressé par un poste|intéressée par un poste|on voudrait savoir|on aimerait savoir|"
    "on voudrait annuler|on aimerait annuler|on voudrait changer|on aimerait changer|"
    "on voudrait modifier|on veut annuler|on veut savoir" },
  { KONTOR_WORD_QUESTION, 0,
    "quel|quelle|quels|quelles|qui|quoi|que|qu est ce|quest ce|pourquoi|comment|quand|où est|"
    "où sont|où se|d où|combien|avez-vous|as-tu|vous avez|est-ce que vous|est-ce que le|"
    "est-ce que la|est-ce que les|est-ce que c est|est-ce que cest|est-ce qu il|est-ce quil|"
    "est-ce qu on|est-ce quon|y a t il|y a-t-il|ya t il|il y a|est-il possible de payer|"
    "est-il obligatoire|est-il nécessaire|peut-on|on peut|puis-je payer|puis-je annuler|"
    "puis-je fumer|puis-je modifier|puis-je amener|pouvons-nous payer|acceptez-vous|"
    "vous acceptez|prenez-vous|proposez-vous|vous proposez|offrez-vous|faites-vous|"
    "vous faites|parlez-vous|dois-je|faut-il|doit-on|pouvez-vous me dire|"
    "pourriez-vous me dire|pouvez-vous m indiquer|pouvez-vous mindiquer|"
    "pourriez-vous m indiquer|savez-vous|ça coûte|ca coute|c est combien|cest combien|le prix|"
    "vos|les chauffeurs|les voitures|le wifi|l eau|les enfants|sont-ils|sont-elles|allez-vous|"
    "desservez-vous|êtes-vous" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "le|la|les|l|un|une|des|de|du|d|à|au|aux|en|dans|sur|sous|par|pour|avec|sans|chez|vers|et|ou|"
    "mais|donc|car|ni|si|que|qu|qui|quoi|quel|quelle|quels|quelles|dont|où|quand|comment|combien|"
    "pourquoi|est|sont|suis|es|êtes|sommes|était|être|ai|as|a|avons|avez|ont|avoir|je|j|tu|il|elle|"
    "on|nous|vous|ils|elles|me|m|te|t|se|s|lui|leur|y|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|"
    "votre|vos|ce|cet|cette|ces|c|ça|ca|cela|ne|n|pas|plus|très|bien|aussi|tout|tous|toute|bonjour|"
    "bonsoir|merci|svp|stp|plaît|peut|peux|pouvez|puis|pourriez|voudrais|veux|souhaite|savoir|"
    "dire|faire|fait|faut|oui|non|ok|possible|proposez|alors|quelque|certains|besoin" },

  /* how words are written */
  { KONTOR_WORD_PREFIX, -1, "l'|d'|j'|m'|t'|s'|c'|n'|qu'|jusqu'" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_fr = {
  .code = "fr",
  .name = "Français",
  .month_first = FALSE,
  .bare_half = 30,
  .words = words,
};
