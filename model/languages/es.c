/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spanish as it is typed on phones, in Spain and in America, with accents or without. "El próximo
 * viernes" and "el viernes que viene" are the one to come. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "lunes" },
  { KONTOR_WORD_WEEKDAY, 2, "martes" },
  { KONTOR_WORD_WEEKDAY, 3, "miércoles|miercole|miercoles" },
  { KONTOR_WORD_WEEKDAY, 4, "jueves|juebes" },
  { KONTOR_WORD_WEEKDAY, 5, "viernes|biernes" },
  { KONTOR_WORD_WEEKDAY, 6, "sábado|sabado" },
  { KONTOR_WORD_WEEKDAY, 7, "domingo" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 1, "lun" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 3, "mie|mier" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 4, "jue" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 5, "vie" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 6, "sab" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 7, "dom" },
  { KONTOR_WORD_MONTH, 1, "enero|ene" },
  { KONTOR_WORD_MONTH, 2, "febrero|feb" },
  { KONTOR_WORD_MONTH, 3, "marzo" },
  { KONTOR_WORD_MONTH, 4, "abril|abr" },
  { KONTOR_WORD_MONTH, 5, "mayo" },
  { KONTOR_WORD_MONTH, 6, "junio|jun" },
  { KONTOR_WORD_MONTH, 7, "julio|jul" },
  { KONTOR_WORD_MONTH, 8, "agosto|ago" },
  { KONTOR_WORD_MONTH, 9, "septiembre|setiembre|sept|sep" },
  { KONTOR_WORD_MONTH, 10, "octubre|oct" },
  { KONTOR_WORD_MONTH, 11, "noviembre|nov" },
  { KONTOR_WORD_MONTH, 12, "diciembre|dic" },
  { KONTOR_WORD_DAY, 0, "hoy|oy|el día de hoy|hoy mismo|hoy día" },
  { KONTOR_WORD_DAY, 1, "mañana|maniana|mñn|mñana|el día de mañana|mañana mismo" },
  { KONTOR_WORD_DAY, 2, "pasado mañana|pasado maniana|pasao mañana|pasadomañana" },
  { KONTOR_WORD_DAY, -1, "ayer" },
  { KONTOR_WORD_DAY, -2, "anteayer|antes de ayer|antier" },
  { KONTOR_WORD_NAMED_DAY, 1224, "nochebuena|noche buena" },
  { KONTOR_WORD_NAMED_DAY, 1225, "navidad|día de navidad" },
  { KONTOR_WORD_NAMED_DAY, 1231, "nochevieja|noche vieja|fin de año|noche de fin de año" },
  { KONTOR_WORD_NAMED_DAY, 101, "año nuevo|día de año nuevo" },
  { KONTOR_WORD_NAMED_DAY, 106, "día de reyes|los reyes" },
  { KONTOR_WORD_NAMED_DAY, 214, "san valentín|día de los enamorados" },
  { KONTOR_WORD_WEEK, 0, "esta semana|la semana" },
  { KONTOR_WORD_WEEK, 1,
    "la semana que viene|semana que viene|la próxima semana|próxima semana|la semana próxima|"
    "semana próxima|la semana entrante|semana entrante|la semana siguiente|semana siguiente" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "este mes|mes en curso|mes corriente|presente mes" },
  { KONTOR_WORD_MONTH_AHEAD, 1,
    "el mes que viene|mes que viene|el próximo mes|próximo mes|mes próximo|mes entrante|"
    "el mes entrante" },
  { KONTOR_WORD_THIS, 0,
    "este|esta|próximo|próxima|el próximo|siguiente|el siguiente|este próximo" },
  { KONTOR_WORD_LAST, 0, "último|última" },
  { KONTOR_WORD_NEXT_AFTER, 1, "que viene|próximo|siguiente|entrante" },
  { KONTOR_WORD_NEXT_AFTER, 2, "pasado|último" },
  { KONTOR_WORD_EVERY, 0, "todos los|cada|los|todas las" },
  { KONTOR_WORD_ORDINAL, 1, "primero|primer" },
  { KONTOR_WORD_ORDINAL_SIGN, 0, "ro|ero|º" },
  { KONTOR_WORD_ON, 0, "para|de|desde|a partir de|por" },
  { KONTOR_WORD_ON, 1, "día|fecha|del día|el día|para el día|fecha es" },
  { KONTOR_WORD_ARTICLE, 1, "el" },
  { KONTOR_WORD_ARTICLE, 0, "la|lo" },
  { KONTOR_WORD_OF, 1, "de|del" },
  { KONTOR_WORD_OF, 0, "de este|en|de la" },
  { KONTOR_WORD_WEEK_NOUN, 7, "en una semana|en ocho días" },

  /* hours */
  { KONTOR_WORD_PART, 1,
    "por la mañana|de la mañana|en la mañana|a la mañana|madrugada|de la madrugada|"
    "en la madrugada|por la madrugada|de madrugada|a primera hora|temprano en la mañana" },
  { KONTOR_WORD_PART, 2,
    "tarde|por la tarde|de la tarde|en la tarde|a la tarde|a media tarde|tardecita" },
  { KONTOR_WORD_PART, 4, "noche|por la noche|de la noche|en la noche|a la noche" },
  { KONTOR_WORD_PART_TODAY, 1,
    "esta mañana|hoy por la mañana|hoy en la mañana|hoy a la mañana|esta madrugada" },
  { KONTOR_WORD_PART_TODAY, 2,
    "esta tarde|hoy por la tarde|hoy en la tarde|hoy a la tarde|hoy tarde" },
  { KONTOR_WORD_PART_TODAY, 4,
    "esta noche|hoy por la noche|hoy en la noche|hoy a la noche|hoy noche" },
  { KONTOR_WORD_CLOCK, 1200,
    "mediodía|medio día|al mediodía|12 del mediodía|doce del mediodía|12 del día|doce del día" },
  { KONTOR_WORD_CLOCK, 0, "medianoche|media noche|12 de la noche|doce de la noche" },
  { KONTOR_WORD_CLOCK, 1300, "una de la tarde|la una de la tarde|a la una de la tarde" },
  { KONTOR_WORD_CLOCK, 1330,
    "una y media de la tarde|la una y media de la tarde|a la una y media de la tarde" },
  { KONTOR_WORD_CLOCK, 100,
    "una de la madrugada|una de la mañana|la una de la madrugada|la una de la mañana|"
    "a la una de la mañana|a la una de la madrugada" },
  { KONTOR_WORD_AM, 0, "am|a m" },
  { KONTOR_WORD_PM, 0, "pm|p m" },
  { KONTOR_WORD_OCLOCK, 1, "h|hs|hrs|hr" },
  { KONTOR_WORD_OCLOCK, 2, "horas|hora" },
  { KONTOR_WORD_HOURS_SIGN, 0, "h|hs|hrs|hr|horas" },
  { KONTOR_WORD_HALF, 0, "media" },
  { KONTOR_WORD_QUARTER, 0, "cuarto|un cuarto|quarto|1/4" },
  { KONTOR_WORD_UNTIL_HOUR, 0, "para las|para la|pa las" },
  { KONTOR_WORD_MINUTES_MORE, 2, "y" },
  { KONTOR_WORD_MINUTES_LESS, 0, "menos" },
  { KONTOR_WORD_ZERO, 0, "cero" },
  { KONTOR_WORD_AT, 0,
    "a las|a la|las|alas|a las de|hora|desde las|desde la|a partir de las|a partir de la|"
    "hora de recogida|horario|@|es a las|sería a las|recogida a las|a ls" },
  { KONTOR_WORD_ABOUT, 0,
    "sobre las|sobre la|a eso de las|a eso de la|hacia las|hacia la|alrededor de las|"
    "alrededor de la|como a las|como a la|tipo|tipo las|cerca de las|casi a las|~|aprox|"
    "aproximadamente a las|más o menos a las|más o menos las|aproximadamente|a aprox" },
  { KONTOR_WORD_ISH, 0,
    "y pico|y algo|más o menos|aprox|aproximadamente|o así|o por ahí|por ahí" },
  { KONTOR_WORD_SHARP, 0,
    "en punto|exactas|exacto|está bien|me va bien|me viene bien|clavadas|puntual|puntuales|"
    "sería ideal|me queda bien|estaría bien" },
  { KONTOR_WORD_NOW, 0,
    "ahora|ahora mismo|ya mismo|ahorita|ahorita mismo|cuanto antes|lo antes posible|"
    "inmediatamente|de inmediato|en este momento|lo más pronto posible" },
  { KONTOR_WORD_BOUND, 0,
    "antes de|después de|hasta|no más tarde de|como muy tarde|pasadas|antes del|pasado|"
    "después del|a más tardar" },
  { KONTOR_WORD_BETWEEN, 0, "entre" },
  { KONTOR_WORD_BETWEEN, 1, "de|desde" },
  { KONTOR_WORD_RANGE, 0, "a|a las|hasta|hasta las|o|o a las|o las|–|—|/|al|ó" },
  { KONTOR_WORD_EVENT, 1, "vuelo|avión|tren|bus|autobús|mi vuelo|ave|ferry|vuelos|guagua" },
  { KONTOR_WORD_EVENT, 2,
    "reunión|aterrizo|aterriza|aterrizamos|llego|llega|llegamos|llegada|aterrizaje|conferencia|"
    "boda|evento|entrevista|embarque|salida|sale|check in|checkin|cena|comida|almuerzo|desayuno|"
    "fiesta|concierto|partido|examen|abre|abren|cierra|cierran|clase|ceremonia|junta|función" },
  { KONTOR_WORD_OURS, 0,
    "recoger|recogerme|recogernos|recojan|recogida|recoja|recójanme|necesito|quiero|reservar|"
    "reserva|coche|carro|auto|taxi|chofer|chófer|conductor|traslado|cita|enviar|manden|pasen|"
    "buscarme|servicio|venir|vengan" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "cero" },
  { KONTOR_WORD_NUMBER, 1, "uno" },
  { KONTOR_WORD_NUMBER, 2, "dos" },
  { KONTOR_WORD_NUMBER, 3, "tres" },
  { KONTOR_WORD_NUMBER, 4, "cuatro" },
  { KONTOR_WORD_NUMBER, 5, "cinco" },
  { KONTOR_WORD_NUMBER, 6, "seis" },
  { KONTOR_WORD_NUMBER, 7, "siete" },
  { KONTOR_WORD_NUMBER, 8, "ocho" },
  { KONTOR_WORD_NUMBER, 9, "nueve" },
  { KONTOR_WORD_NUMBER, 10, "diez|dies" },
  { KONTOR_WORD_NUMBER, 11, "once" },
  { KONTOR_WORD_NUMBER, 12, "doce" },
  { KONTOR_WORD_NUMBER, 13, "trece" },
  { KONTOR_WORD_NUMBER, 14, "catorce" },
  { KONTOR_WORD_NUMBER, 15, "quince" },
  { KONTOR_WORD_NUMBER, 16, "dieciséis|diez y seis" },
  { KONTOR_WORD_NUMBER, 17, "diecisiete" },
  { KONTOR_WORD_NUMBER, 18, "dieciocho" },
  { KONTOR_WORD_NUMBER, 19, "diecinueve" },
  { KONTOR_WORD_NUMBER, 20, "veinte" },
  { KONTOR_WORD_NUMBER, 21, "veintiuno|veintiún" },
  { KONTOR_WORD_NUMBER, 22, "veintidós" },
  { KONTOR_WORD_NUMBER, 23, "veintitrés" },
  { KONTOR_WORD_NUMBER, 24, "veinticuatro" },
  { KONTOR_WORD_NUMBER, 25, "veinticinco|veinte y cinco" },
  { KONTOR_WORD_NUMBER, 26, "veintiséis" },
  { KONTOR_WORD_NUMBER, 27, "veintisiete" },
  { KONTOR_WORD_NUMBER, 28, "veintiocho" },
  { KONTOR_WORD_NUMBER, 29, "veintinueve" },
  { KONTOR_WORD_NUMBER, 30, "treinta" },
  { KONTOR_WORD_NUMBER, 31, "treinta y uno" },
  { KONTOR_WORD_NUMBER, 35, "treinta y cinco" },
  { KONTOR_WORD_NUMBER, 40, "cuarenta" },
  { KONTOR_WORD_NUMBER, 45, "cuarenta y cinco" },
  { KONTOR_WORD_NUMBER, 50, "cincuenta" },
  { KONTOR_WORD_NUMBER, 55, "cincuenta y cinco" },
  { KONTOR_WORD_NUMBER, 60, "sesenta" },
  { KONTOR_WORD_NUMBER, 90, "noventa" },
  { KONTOR_WORD_ONE, 0, "un" },
  { KONTOR_WORD_ONE, 1, "una" },
  { KONTOR_WORD_COUPLE, 2, "un par|un par de|par de" },
  { KONTOR_WORD_HALF_MORE, 0, "y media|y medio" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "segundo|segundos|seg" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "minuto|minutos|min|mins|minutitos" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR, "hora|horas|h|hs|hrs|hr|horita|horitas" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "día|días" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "semana|semanas" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "mes|meses" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "año|años" },
  { KONTOR_WORD_UNITS, 1501, "cuarto de hora|un cuarto de hora" },
  { KONTOR_WORD_UNITS, 3001, "media horita" },
  { KONTOR_WORD_UNITS, 4501, "tres cuartos de hora" },
  { KONTOR_WORD_IN, 0, "en|dentro de|después de|de aquí a|en exactamente" },
  { KONTOR_WORD_IN, 1,
    "en unas|en unos|en como|en aproximadamente|en menos de|dentro de unas|dentro de unos|"
    "en cosa de|dentro de aproximadamente|como en" },
  { KONTOR_WORD_FROM_NOW, 0, "más tarde|después|a partir de ahora|desde ahora" },
  { KONTOR_WORD_FROM_DAY, 0, "después de|desde|a partir de|de|después del" },
  { KONTOR_WORD_AGO, 0, "atrás" },
  { KONTOR_WORD_AGO, 1, "hace" },
  { KONTOR_WORD_BEFORE, 0, "antes|antes de|antes del|de antelación|de anticipación" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "buenos días|buen día|buenas tardes|buenas noches|buena tarde|buena noche|feliz tarde|"
    "lindo día|excelente día|excelente tarde|feliz navidad|feliz año nuevo|feliz año|"
    "que tenga buen día|24/7|24 horas|24h|24 h|las 24 horas|todo el día|todos los días|"
    "cada día|al día|por día|por hora|la hora|algún día|el otro día|un día|día y noche|"
    "por ahora|hasta ahora|ahora no|ahora que|desde ahora no|un momento|un segundo|"
    "un minuto|un minutito|1 minuto|un ratito|anoche|ayer por la noche|"
    "llego tarde|llegar tarde|llegaré tarde|llegará tarde|llegamos tarde|voy tarde|muy tarde|"
    "demasiado tarde|tan tarde|es tarde|se hace tarde|tarde o temprano|hasta mañana|"
    "hasta el lunes|nos vemos mañana|primera clase|primera vez|segunda vez|la primera|"
    "uno de|uno a uno|una de|en una hora pico|en quince días|en ocho días|dentro de quince días|"
    "dentro de ocho días|santo domingo|san julio|viernes santo|jueves santo|domingo de ramos|"
    "domingo de resurrección|black friday|viernes negro|martes de carnaval|plaza de mayo|"
    "avenida de mayo|avenida 9 de julio|av 9 de julio|la 9 de julio|calle 9 de julio|"
    "avenida 5 de mayo|av 5 de mayo|calle 5 de mayo|plaza 2 de mayo|plaza dos de mayo|"
    "plaza del dos de mayo|calle 2 de mayo|calle dos de mayo|avenida 20 de noviembre|"
    "av 20 de noviembre|calle 20 de noviembre|50/50|1/2|3/4|7 eleven|media pensión|"
    "media jornada|medio día libre|cuarto doble" },
  { KONTOR_WORD_COUNTED, 0,
    "personas|persona|pax|pasajeros|pasajero|adultos|adulto|niños|niño|niñas|niña|bebés|bebé|"
    "huéspedes|invitados|amigos|colegas|compañeros|gente|hombres|mujeres|maletas|maleta|bolsas|"
    "bolsos|bultos|equipajes|valijas|valija|mochilas|cajas|paquetes|coches|carros|autos|"
    "vehículos|camionetas|furgonetas|taxis|buses|asientos|plazas|puestos|sillas|sillitas|km|kms|"
    "kilómetros|metros|kg|kilos|habitaciones|camas|noches|estrellas|por ciento|veces|vez|x|"
    "años de edad|añitos|paradas|viajes|puertas|perros|perro|gatos|boletos|billetes|entradas|"
    "pisos|más|otros|otras|diferentes|gb|litros|porciones|botellas|citas|reservas|series|serie|"
    "de nosotros|familias|cuadras|manzanas|ruedas|cilindros" },
  { KONTOR_WORD_LABELLED, 0,
    "habitación|hab|puerta|terminal|torre|piso|planta|apartamento|apto|apt|departamento|depto|"
    "dpto|local|oficina|edificio|edif|número|num|no|nro|n|bloque|manzana|lote|calle|av|avda|"
    "avenida|carrera|cra|kilómetro|km|salida|andén|vía|asiento|fila|sala|mesa|#|tel|teléfono|"
    "telefono|cel|celular|móvil|whatsapp|ref|referencia|id|dni|nie|pasaporte|factura|cuenta|"
    "iban|tarjeta|cvv|precio|costo|coste|tarifa|monto|total|máximo|mínimo|max|min|vuelo|tren|"
    "bus|línea|ruta|autopista|código|cp|pin|clave|bmw|audi|mercedes|clase|modelo|serie|iphone|"
    "versión|página|paso|pedido|caja|casa|villa|nave|muelle|sector|zona|casilla|opción|edad|"
    "tengo|solo|sólo|talla|nid" },
  { KONTOR_WORD_LABELLED, 1, "nacido|nacida|nací|nacimiento|fecha de nacimiento|caduca" },
  { KONTOR_WORD_COUNT_LEAD, 0,
    "para|somos|seremos|son|hay|total de|grupo de|con|y|más|quiero|necesito|reservar|llevo|"
    "llevamos|traigo|todos|otros|de|en total|unas|unos|por|cada|queremos" },
  { KONTOR_WORD_CURRENCY, 0,
    "euro|euros|eur|€|$|£|%|dólar|dólares|usd|peso|pesos|mxn|cop|ars|clp|soles|aed|dirham|"
    "dirhams|dirhames|dh|dhs|por ciento|centavos|céntimos|mil|libras|gbp|bs|quetzales|colones|"
    "lempiras|reales|lucas|pavos" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "manzana|manzanas|mariana|marina|mañanas|mananitas|semanal|marta|martin|martina|marte|"
    "mártir|mayor|mayores|maya|mayra|junior|juniors|juana|julia|julian|juliana|julieta|augusta|"
    "augusto|abrir|abrirá|enera|febrera|octava|octavio|novia|novios|noviazgo|domingue|dominga|"
    "domínguez|sabana|sábana|sábanas|lunas|lunar|jueves|juegos|viena|vienes|vierne|vienen|"
    "tardes|tarda|tardan|tarta|nochecita|hora|horario|horarios|minutero|valle|vales|valen|"
    "viale|clara|carlos|carlo|lista|listas|listado|bueno|buenos|gratis|gracia|graciela|"
    "estados|correo|correos|correa|confirma|perfecta|cancela|canela|candela|cancún|cancha" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "o|ó|u|/" },
  { KONTOR_WORD_AND, 0, "y|e|&|y las|y a las|y la" },
  { KONTOR_WORD_NOT, 0,
    "no a|no el|no las|no es|no son|no|no puedo|no quiero|ya no|no para|no en|excepto|menos el|"
    "salvo|no puede ser" },
  { KONTOR_WORD_BUT, 0, "sino|sino a|pero|sino el|sino que" },
  { KONTOR_WORD_INSTEAD_OF, 0,
    "en vez de|en lugar de|en vez del|en lugar del|en vez de a|y no|y no a" },
  { KONTOR_WORD_INSTEAD, 0, "mejor|en su lugar|preferiblemente|preferiría" },
  { KONTOR_WORD_CORRECTION, 0,
    "perdón|mejor|más bien|quise decir|quería decir|quiero decir|me equivoqué|"
    "me he equivocado|corrijo|corrección|cámbialo a|cambiarlo a|cambiarla a|cámbielo a|"
    "cambiar a|cambiarlo para|cambiarla para|pónganlo a|ponlo a|digo|que sea|que sean|"
    "no mejor|*|y si mejor|moverlo a|moverla a|moverlo al|moverla al|pasarlo a|pasarla a|"
    "pasarlo al|pasarla al|error mío|me confundí|sorry" },
  { KONTOR_WORD_CORRECTION, 1, "no|ah no|eh|mmm|espera|espere|uy|ay" },
  { KONTOR_WORD_CHANGE, 0,
    "cambiar|cambie|cambien|cámbienla|cambiarla|cambiarlo|modificar|modifique|modificación|mover|"
    "moverlo|moverla|reprogramar|aplazar|posponer|adelantar|retrasar|atrasar|actualizar|"
    "reagendar|un cambio|correr la|cambia" },
  { KONTOR_WORD_YES, 0,
    "sí|si|sii|sip|yes|claro|claro que sí|por supuesto|vale|ok|okay|okey|oki|de acuerdo|correcto|"
    "es correcto|está correcto|todo correcto|correctísimo|perfecto|confirmo|confirmado|"
    "confirmada|sí confirmo|confirmar|sí confirmado|adelante|está bien|esta bien|todo bien|dale|"
    "listo|bueno|muy bien|exacto|exactamente|así es|eso es|genial|excelente|afirmativo|"
    "sí por favor|si por favor|sí gracias|resérvelo|resérvalo|reserve|reserva|reserva por favor|"
    "hágalo|hazlo|proceda|procede|venga|va|órale|sale|s|me parece bien|con gusto|seguro|sin duda|"
    "sí está bien|sí quiero|👍|👌|✅|✔|sí señor|sí señora|simón|sip|cierto|sí claro|va bien" },
  { KONTOR_WORD_NO, 0,
    "no|nop|nope|no gracias|todavía no|aún no|incorrecto|no es correcto|está mal|no está bien|"
    "mal|no así no|no lo reserve|no reservar|no reserves|para nada|de ninguna manera|jamás|👎|❌|"
    "negativo|mejor no|no quiero|no por favor|ahora no|n" },
  { KONTOR_WORD_CANCEL, 0,
    "cancelar|cancela|cancelen|cancele|cancelo|cancelación|cancelado|cancelada|cancelarla|"
    "cancelarlo|cáncelala|anular|anula|anulen|anule|anulación|anularla|ya no lo necesito|"
    "ya no la necesito|ya no necesito|no hace falta|déjalo|olvídalo|olvídelo|déjelo así|"
    "ya no quiero|cambié de opinión|me arrepentí|ya no voy a" },
  { KONTOR_WORD_STATUS, 0,
    "estatus|status|estado de mi reserva|estado de la reserva|mi reserva|mi reservación|"
    "estado de mi reservación|estado de mi cita|mi cita|dónde está mi|donde viene mi|"
    "dónde está el conductor|dónde está el chofer|dónde está el coche|está confirmada|"
    "está confirmado|sigue en pie|cómo va mi|hay novedades|alguna novedad|mi pedido|"
    "detalles de mi reserva|estado de mi pedido|mi consulta|estado de mi consulta|mi solicitud|"
    "estado de mi solicitud|mi trámite|estado de mi trámite|cómo va lo mío|cómo va eso" },
  { KONTOR_WORD_GREETING, 0,
    "hola|ola|buenas|buenos días|buen día|buenas tardes|buenas noches|muy buenas|"
    "muy buenos días|muy buenas tardes|qué tal|que tal|hola qué tal|saludos|estimados|estimado|"
    "estimada|estimado equipo|hey|hi|hello|cómo está|cómo están|cómo estás|hola buenas|holaa|"
    "buenass|hola hola|aló|alo|señores|equipo|buena tarde|buena noche|hola buen día|cómo le va" },
  { KONTOR_WORD_THANKS, 0,
    "gracias|muchas gracias|mil gracias|muchísimas gracias|gracias por todo|se lo agradezco|"
    "te lo agradezco|agradecido|agradecida|le agradezco|grax|graciass|thanks|ok gracias|"
    "muy amable|muy amables|gracias de antemano|desde ya gracias|de antemano gracias" },
  { KONTOR_WORD_POLITE, 0,
    "por favor|porfa|porfavor|pf|porfis|señor|señora|señorita|don|doña|amigo|amiga|pues|entonces|"
    "bueno|eso|lo|la|así|todo|bien|muy|oh|ah|eh|mmm|ya|tan|amable|le|te|ahora|nomás|jefe|eh|a|"
    "sería|si es tan amable|xfa|plis|please" },
  { KONTOR_WORD_STOP, 0,
    "stop|alto|parar|pare|paren|baja|dar de baja|darme de baja|denme de baja|darse de baja|"
    "cancelar suscripción|no más mensajes|no mas mensajes|no me escriban|no me escriban más|"
    "no escribir más|dejen de escribirme|deja de escribirme|dejar de recibir mensajes|"
    "no quiero más mensajes|no quiero recibir mensajes|detener|desuscribir|desuscribirme|"
    "eliminar|fin|basta" },
  { KONTOR_WORD_START, 0, "start|iniciar|inicio|alta|reanudar|comenzar|empezar|volver|activar" },
  { KONTOR_WORD_PLACE_FROM, 2, "de|del|de la|de los|de las" },
  { KONTOR_WORD_PLACE_FROM, 1,
    "desde|desde el|desde la|saliendo de|saliendo del|saliendo desde|partiendo de|salgo de|"
    "salgo del|salimos de|salimos del|saldría de|saldríamos de" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "recogida en|recogida|recoger en|recogerme en|recogerme del|recogerme de|recogernos en|"
    "recogernos del|recógeme en|recójame en|recójanme en|recójanos en|me recojan en|"
    "me recoja en|nos recojan en|origen|punto de recogida|lugar de recogida|"
    "dirección de recogida|punto de partida|buscarme en|buscarme a|pasen por mí a|pasar por mí a|"
    "me recogen en|me pueden recoger en|recogerme a|desde dónde" },
  { KONTOR_WORD_PLACE_TO, 3, "al" },
  { KONTOR_WORD_PLACE_TO, 1,
    "a|a la|a los|hasta|hasta el|hasta la|hacia|hacia el|hacia la|para el|para la|rumbo a|"
    "rumbo al|con destino a|con destino al|voy a|voy al|vamos a|vamos al|ir a|ir al|ir hasta|"
    "ir para|voy para|pal" },
  { KONTOR_WORD_PLACE_TO, 0,
    "destino|destino final|punto de destino|lugar de destino|dirección de destino|llevarme a|"
    "llevarme al|llevarme hasta|llevarnos a|llevarnos al|lléveme a|lléveme al|llévenos a|"
    "llévenme a|me lleve a|me lleve al|me lleven a|me lleven al|nos lleven a|nos lleven al|"
    "dejarme en|dejarnos en|déjeme en|déjenme en|me deje en|me dejen en|bajada en|llegada a" },
  { KONTOR_WORD_PLACE_AT, 0,
    "en|en el|en la|en los|en las|cerca de|cerca del|frente a|frente al|delante de|delante del|"
    "junto a|junto al|afuera de|afuera del|fuera de|@|por" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "vuelo a|vuelos a|vuelo de|vuelo desde|vuelo para|tren a|tren de|tren desde|volar a|"
    "vuelo hacia|a nombre de|a ver|a mí|a mi nombre|a ti|a usted|a ustedes|a partir|a tiempo|"
    "a cargo|a domicilio|a bordo|a veces|a pie|a mano|a todo|a todos|gracias a|debido a|"
    "en cuanto a|respecto a|igual a|a cambio|a través|a menudo|a la vez|a la hora|a eso|"
    "a lo mejor|a uno|al menos|al mes|al día|al final|al contado|al cliente|al conductor|"
    "al chofer|al chófer|ayuda a|a qué hora|a que hora|a cuánto|a cuanto|a cómo|a dónde|a donde|"
    "llamar a|llamo a|pasen a|pasar a|para la reserva|para la boda|para la cena|para la reunión|"
    "para el señor|para la señora|para el sr|para la sra|para el día|para la noche|"
    "para la tarde|para el evento|para el viaje|para el traslado|para el servicio|para la mañana|"
    "para la fecha|para la hora|de parte de|a favor|a mediodía|al mediodía|a medianoche|"
    "hasta luego|hasta pronto|hasta mañana|hasta la vista|hasta ahora|al respecto|de acuerdo a|"
    "de nada|de repente|de todo|voy a necesitar|vamos a necesitar|para el pago|a la espera|"
    "al tanto|al salir|al llegar|al aterrizar|me gustaría a" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "aeropuerto|terminal|torre|tower|hotel|estación|calle|avenida|av|avda|plaza|paseo|parque|"
    "playa|puerto|marina|hospital|clínica|escuela|colegio|universidad|oficina|casa|villa|"
    "apartamento|departamento|residencia|edificio|centro|centro comercial|mall|resort|club|museo|"
    "estadio|arena|mercado|mezquita|iglesia|catedral|puente|puerta|jardín|pueblo|ciudad|isla|"
    "embajada|consulado|restaurante|cafetería|banco|feria|zoo|teatro|cine|lobby|carretera|"
    "carrera|ronda|rambla|barrio|colonia|muelle|fábrica|almacén|metro|hostal|airport|street|"
    "road|t1|t2|t3|t4|dxb|dwc|auh" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "viaje|traslado|trayecto|precio|costo|coste|reserva|tarifa|ida|vuelta|ida y vuelta|solo|"
    "temprano|tarde|urgente|mismo|día|fecha|hora|próximo|este|esta|el|por|puntual|primero|luego|"
    "antes|después|cuando|donde|que" },
  { KONTOR_WORD_PICK, 1,
    "recogerme|recogernos|recójanme|recójame|recójanos|recógeme|recógenos|pasen por mí|"
    "me pueden recoger|me puede recoger|me podrían recoger|me podría recoger|nos pueden recoger|"
    "nos podrían recoger|me puedes recoger|pasar por mí|buscarme|búsquenme|me recojan|me recoja|"
    "me recogen|nos recojan|nos recogen|"
    "me busquen|me pasen a buscar|vengan por mí|venir por mí|nos busquen|que me recojan" },
  { KONTOR_WORD_PICK, 2,
    "llevarme|llevarnos|lléveme|llévenos|llévenme|me lleve|me lleven|nos lleve|nos lleven|"
    "dejarme|dejarnos|me deje|me dejen|nos dejen" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "estoy en|estoy en el|estoy en la|estamos en|estamos en el|estamos en la|me hospedo en|"
    "me hospedo en el|me alojo en|me alojo en el|nos hospedamos en|nos alojamos en|vivo en|"
    "mi dirección es|mi ubicación es|mi hotel es|nuestro hotel es|me encuentro en|"
    "nos encontramos en|estoy hospedado en|estoy alojado en|me quedo en" },
  { KONTOR_WORD_LABEL_TAIL, 0, "dirección|lugar|punto|ubicación|sitio|me|nos" },
  { KONTOR_WORD_COPULA, 0,
    "es|son|era|será|sería|debe ser|debe|ahora es|está en|es en|es el|es la|sea|está|sería en|"
    "sería el|tiene que ser" },
  { KONTOR_WORD_MINE, 0, "mi|mis|nuestro|nuestra|su|tu" },
  { KONTOR_WORD_PRONOUN, 0,
    "yo|me|mí|tú|te|ti|él|ella|nosotros|nosotras|nos|ustedes|usted|ellos|ellas|le|les|se|aquí|acá|"
    "allí|allá|ahí|eso|esto|esos|estos|alguien|algo|nada|todo|todos|ninguno|cualquier|conmigo" },
  { KONTOR_WORD_NAME, 0,
    "mi nombre es|mi nombre|me llamo|nombre|a nombre de|el nombre es|nombre es|nombre completo|"
    "nombre del pasajero|el pasajero es|la pasajera es|pasajero es|bajo el nombre de|"
    "bajo el nombre|reserva a nombre de|a nombre|con el nombre de|el huésped es|nombre sería" },
  { KONTOR_WORD_NAME, 1, "soy|soy el|soy la|habla|le habla|le escribe|te escribe|les escribe|"
    "aquí" },
  { KONTOR_WORD_NAME, 3,
    "para el señor|para la señora|para el sr|para la sra|soy el señor|soy la señora" },
  { KONTOR_WORD_NAME, 2, "es|ponga|pon|escriba|solo" },
  { KONTOR_WORD_NAME_AFTER, 0, "al habla|por aquí|de este lado" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "urgente|tarde|temprano|listo|lista|interesado|interesada|de|del|en|con|sin|no|muy|aquí|allí|"
    "cliente|clienta|huésped|turista|residente|estudiante|pasajero|pasajera|conductor|chofer|"
    "recepcionista|gerente|asistente|secretaria|secretario|nuevo|nueva|yo|él|ella|la|el|un|una|"
    "alérgico|alérgica|vegetariano|vegetariana|feliz|contento|contenta|enojado|enojada|molesto|"
    "molesta|cansado|cansada|enfermo|enferma|embarazada|español|española|mexicano|mexicana|"
    "argentino|argentina|colombiano|colombiana|dubai|dubái|londres|parís|madrid|barcelona|méxico|"
    "todavía|también|solo|sola|bien|mal|ahora|ya|casi|qué|cómo|dónde|cuándo|quién|mayor|menor|"
    "hola|gracias|perfecto|correcto|que|quien|parte|mucho|poco" },
  { KONTOR_WORD_REGARDS, 0,
    "saludos|un saludo|saludos cordiales|cordialmente|atentamente|un abrazo|abrazos|gracias|"
    "muchas gracias|atte|un cordial saludo|slds" },
  { KONTOR_WORD_PEOPLE, 0,
    "personas|persona|pasajeros|pasajero|pax|adultos|adulto|niños|niño|niñas|niña|bebés|bebé|"
    "huéspedes|huésped|invitados|gente|hombres|mujeres|amigos|de nosotros|señores|señoras|menores|"
    "viajeros" },
  { KONTOR_WORD_PEOPLE_LEAD, 0,
    "somos|seremos|vamos a ser|en total somos|somos en total|grupo de|un total de|familia de|"
    "número de personas|cantidad de personas|número de pasajeros|cantidad de pasajeros|"
    "viajamos|seríamos|iremos|vamos" },
  { KONTOR_WORD_ALONE, 1,
    "solo yo|sólo yo|solamente yo|yo solo|yo sola|voy solo|voy sola|viajo solo|viajo sola|"
    "una persona|una sola persona|solo una persona|nada más yo|nomás yo|para mí solo" },
  { KONTOR_WORD_WITH, 0, "con|y|más|incluyendo|incluido|necesito|quiero|quisiera" },
  { KONTOR_WORD_WITHOUT, 0, "sin|no necesito|no hace falta|no quiero" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "no sé|no lo sé|no se|ni idea|no estoy seguro|no estoy segura|no tengo idea|déjame ver|"
    "déjeme ver|voy a ver|voy a revisar|te digo luego|le digo luego|le aviso|te aviso|luego|"
    "más tarde|todavía no|aún no|da igual|me da igual|cualquiera|no importa|un momento|"
    "un minuto|espera|espere|depende|llámeme|por confirmar" },
  { KONTOR_WORD_VERB, 0,
    "reservar|hacer|tener|obtener|ser|estar|saber|preguntar|cancelar|cambiar|alquilar|pedir|"
    "pagar|ver|venir|tomar|coordinar|confirmar|programar|viajar|enviar|mandar|revisar|usar|"
    "recoger|recogerme|hablar|querer|mover|reprogramar|solicitar|encontrar|agregar|llegar|salir|"
    "comprar|necesitar|asistir|visitar|consultar|agradecer|informar|dejar|tratar|volver|esperar|"
    "comer|dormir|disfrutar|conocer|traer|llevar|llevarme|poner|decir|contar|ayudar|evitar|"
    "asegurar|oír|mirar|aprender|entender|celebrar|dar|llamar|escribir|responder|quejarme|"
    "reportar|compartir|actualizar|extender|quitar|cobrar|mostrar|quedar|quedarme|gastar|"
    "manejar|conducir|recibir|aclarar|seguir|terminar|buscar|buscarme|agendar|contratar|"
    "trabajar|poder|ocupar|haber|cenar|almorzar|andar" },
  { KONTOR_WORD_CONNECTOR, 0,
    "y|con|por favor|porfa|mi|yo|nosotros|necesito|quiero|quisiera|gracias|pero|si|es|son|porque|"
    "entonces|también|nombre|sobre|aprox|urgente|será|puede|podría|pueden|podrían|pasajeros|"
    "personas|somos|ok|vale|hola|buenas|coche|carro|vuelo|nuestro|antes|después|cuando|mientras|"
    "como|cómo|qué|cuánto|tal|maletas|equipaje|solo|ida|vuelta|teléfono|tel|cel|correo|email|"
    "saludos|usted|su|me|nos|o|no|sí|para|sin|más|que|luego|además|donde|llevo|llevamos|viajo|"
    "viajamos|vamos|voy|preferiblemente|cuesta|vale|a nombre|soy|incluido|incluyendo|he|tengo|"
    "tenemos|hay|un|una" },
  { KONTOR_WORD_WISH, 0,
    "necesito|necesitamos|necesitaría|necesitaríamos|quiero|queremos|quisiera|quisiéramos|"
    "querría|me gustaría|nos gustaría|reservar|hacer una reserva|hacer una reservación|"
    "una reserva para|una reservación para|agendar|pedir|pido|solicito|solicitar|busco|"
    "buscamos|contratar|alquilar|recogerme|recogernos|recójanme|recójame|me recojan|nos recojan|"
    "me pueden recoger|pueden recogerme|podrían recogerme|podría recogerme|puede recogerme|"
    "llevarme|me pueden llevar|me lleven|me podrían llevar|pueden enviar|pueden mandar|"
    "podrían enviar|podrían mandar|manden|mándenme|envíen|envíenme|ocupo|ocupamos|deseo|"
    "deseamos|un coche para|un taxi para|un carro para|un auto para|un coche de|un taxi de|"
    "un traslado|programar|una cita|otra reserva|nueva reserva|coche de|taxi de|carro de|"
    "me interesa|nos interesa|me interesaría|nos interesaría|estoy interesado en|"
    "estoy interesada en|estamos interesados en|estamos interesadas en|interesado en|"
    "interesada en|interesados en|interesadas en" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "necesito ayuda|necesito su ayuda|necesito factura|necesito una factura|necesito la factura|"
    "necesito un recibo|necesito recibo|necesito información|necesito más información|"
    "necesito saber|necesito cancelar|necesito cambiar|necesito modificar|necesito hablar|"
    "no necesito|ya no necesito|quiero saber|quiero cancelar|quiero cambiar|quiero modificar|"
    "quiero hablar|quiero preguntar|quiero quejarme|quiero un reembolso|quiero pagar|quiero mi|"
    "quiero consultar|quiero agradecer|no quiero|ya no quiero|quisiera saber|quisiera cancelar|"
    "quisiera cambiar|quisiera consultar|quisiera hablar|quisiera preguntar|"
    "quisiera información|quisiera modificar|me gustaría saber|me gustaría cancelar|"
    "me gustaría cambiar|me gustaría hablar|me gustaría preguntar|me gustaría consultar|"
    "busco trabajo|busco empleo|cancelar la reserva|pedir información|solicitar información|"
    "solicito información|quiero decir|deseo saber|deseo cancelar|deseo cambiar|"
    "deseo información|quiero información|quiero una factura|pedir una factura|"
    "solicito factura|quiero poner una queja|quiero reprogramar|necesito reprogramar|"
    "me interesa saber|nos interesa saber|me interesaría saber|me interesa trabajar|"
    "interesado en trabajar|interesada en trabajar" },
  { KONTOR_WORD_QUESTION, 0,
    "qué|que|cuál|cuáles|quién|quiénes|por qué|cómo|cuándo|dónde|a dónde|cuánto|cuánta|cuántos|"
    "cuántas|tienen|tiene|tienes|hay|es gratis|es necesario|es seguro|es obligatorio|"
    "es verdad|se puede|se aceptan|se permite|puedo pagar|puedo cancelar|puedo cambiar|"
    "puedo llevar|puedo fumar|puedo traer|puedo usar|puedo comer|podemos pagar|podemos llevar|"
    "puede el|aceptan|acepta|ofrecen|ofrece|hacen|hablan|habla el|incluye|incluyen|están|"
    "está el|está la|está incluido|está incluida|son|debo|tengo que|hace falta|me puede decir|"
    "me podría decir|puede decirme|podría decirme|me pueden decir|sabe si|van a|llegan|cobran|"
    "cobra|cuesta|cuestan|trabajan|atienden|dan|existe|existen|los coches|el precio" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "a|al|ante|con|de|del|desde|en|entre|hasta|para|por|sin|sobre|el|la|los|las|lo|un|una|unos|"
    "unas|y|e|o|u|pero|si|no|sí|que|qué|cual|cuál|como|cómo|cuando|cuándo|donde|dónde|quien|quién|"
    "cuanto|cuánto|es|son|era|fue|ser|está|están|estar|estoy|hay|ha|han|he|tengo|tiene|tienen|"
    "tener|yo|tú|él|ella|usted|ustedes|nosotros|me|te|se|nos|le|les|mi|mis|su|sus|tu|tus|nuestro|"
    "nuestra|este|esta|esto|ese|esa|eso|hola|buenos|buenas|días|tardes|noches|gracias|favor|muy|"
    "más|también|ya|puedo|puede|pueden|podría|quiero|quisiera|necesito|saber|decir|algo|algún|"
    "alguna|todo|todos|porque|entonces|solo|gustaría|hacer|hacen|ok|vale" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_es = {
  .code = "es",
  .name = "Español",
  .month_first = FALSE,
  .bare_half = 30,
  .words = words,
};
