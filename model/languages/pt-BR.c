/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Portuguese as it is typed on phones in Brazil, with accents or without. "Sexta que vem" and
 * "a próxima sexta" are the one to come. "Segunda", "quarta" and "quinta" are also numbers. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "segunda-feira|segunda feira|2ª feira|2a feira" },
  { KONTOR_WORD_WEEKDAY, 2, "terça-feira|terça|terca|3ª feira|3a feira" },
  { KONTOR_WORD_WEEKDAY, 3, "quarta-feira|4ª feira|4a feira" },
  { KONTOR_WORD_WEEKDAY, 4, "quinta-feira|5ª feira|5a feira" },
  { KONTOR_WORD_WEEKDAY, 5, "sexta-feira|sexta|6ª feira|6a feira" },
  { KONTOR_WORD_WEEKDAY, 6, "sábado|sabado" },
  { KONTOR_WORD_WEEKDAY, 7, "domingo" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 1, "segunda|seg" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 3, "quarta|qua" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 4, "quinta|qui" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 5, "sex" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 6, "sab" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 7, "dom" },
  { KONTOR_WORD_MONTH, 1, "janeiro|jan" },
  { KONTOR_WORD_MONTH, 2, "fevereiro|fev" },
  { KONTOR_WORD_MONTH_MAYBE, 3, "março|mar" },
  { KONTOR_WORD_MONTH, 4, "abril|abr" },
  { KONTOR_WORD_MONTH, 5, "maio" },
  { KONTOR_WORD_MONTH, 6, "junho|jun" },
  { KONTOR_WORD_MONTH, 7, "julho|jul" },
  { KONTOR_WORD_MONTH, 8, "agosto|ago" },
  { KONTOR_WORD_MONTH, 9, "setembro|set" },
  { KONTOR_WORD_MONTH, 10, "outubro|out" },
  { KONTOR_WORD_MONTH, 11, "novembro|nov" },
  { KONTOR_WORD_MONTH, 12, "dezembro" },
  { KONTOR_WORD_MONTH_MAYBE, 12, "dez" },
  { KONTOR_WORD_DAY, 0, "hoje|hj|oje|hoje mesmo|no dia de hoje" },
  { KONTOR_WORD_DAY, 1, "amanhã|amanha|amanhan|amnha|amanhã mesmo|amãnha" },
  { KONTOR_WORD_DAY, 2, "depois de amanhã|depois d amanhã|depois amanhã" },
  { KONTOR_WORD_DAY, -1, "ontem" },
  { KONTOR_WORD_DAY, -2, "anteontem|antes de ontem" },
  { KONTOR_WORD_NAMED_DAY, 1224, "véspera de natal|noite de natal" },
  { KONTOR_WORD_NAMED_DAY, 1225, "dia de natal|no natal" },
  { KONTOR_WORD_NAMED_DAY, 1231, "réveillon|véspera de ano novo|virada do ano" },
  { KONTOR_WORD_NAMED_DAY, 101, "ano novo|dia de ano novo" },
  { KONTOR_WORD_NAMED_DAY, 612, "dia dos namorados" },
  { KONTOR_WORD_WEEK, 0, "esta semana|essa semana|nesta semana|nessa semana|a semana" },
  { KONTOR_WORD_WEEK, 1,
    "semana que vem|na semana que vem|a semana que vem|próxima semana|na próxima semana|"
    "a próxima semana|semana próxima|semana seguinte|a semana seguinte" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "este mês|esse mês|neste mês|nesse mês|mês corrente" },
  { KONTOR_WORD_MONTH_AHEAD, 1,
    "mês que vem|o mês que vem|próximo mês|o próximo mês|no próximo mês|mês seguinte" },
  { KONTOR_WORD_THIS, 0,
    "esta|essa|este|esse|nesta|nessa|neste|nesse|próximo|próxima|na próxima|no próximo|"
    "a próxima|o próximo" },
  { KONTOR_WORD_LAST, 0, "último|última|passada" },
  { KONTOR_WORD_NEXT_AFTER, 1, "que vem|próximo|próxima|agora|seguinte" },
  { KONTOR_WORD_NEXT_AFTER, 2, "passado|passada|retrasada" },
  { KONTOR_WORD_EVERY, 0, "toda|todo|todas as|todos os|cada|toda a|todo o" },
  { KONTOR_WORD_ORDINAL, 1, "primeiro" },
  { KONTOR_WORD_ORDINAL_SIGN, 0, "º|ª" },
  { KONTOR_WORD_ON, 0, "para|pra|de|desde|a partir de|na|no|p" },
  { KONTOR_WORD_ON, 1,
    "dia|no dia|para o dia|pro dia|do dia|data|a data|data é|p dia|pra o dia|para dia|pra dia" },
  { KONTOR_WORD_ARTICLE, 0, "o|a|os" },
  { KONTOR_WORD_OF, 1, "de" },
  { KONTOR_WORD_OF, 0, "do|da|deste|desse|em" },
  { KONTOR_WORD_WEEK_NOUN, 7, "em uma semana" },

  /* hours */
  { KONTOR_WORD_PART, 1,
    "manhã|de manhã|da manhã|pela manhã|na parte da manhã|manhãzinha|da madrugada|"
    "de madrugada|madrugada|na madrugada|de manhãzinha|cedo" },
  { KONTOR_WORD_PART, 2, "tarde|à tarde|da tarde|de tarde|na parte da tarde|pela tarde|a tarde" },
  { KONTOR_WORD_PART, 4, "noite|à noite|da noite|de noite|a noite|na parte da noite|pela noite" },
  { KONTOR_WORD_PART_TODAY, 1, "hoje de manhã|hoje pela manhã|esta manhã|essa manhã|hj de manhã" },
  { KONTOR_WORD_PART_TODAY, 2, "hoje à tarde|hoje de tarde|esta tarde|essa tarde|hj à tarde" },
  { KONTOR_WORD_PART_TODAY, 4,
    "hoje à noite|hoje de noite|esta noite|essa noite|hj à noite|nesta noite|hj de noite" },
  { KONTOR_WORD_CLOCK, 1200,
    "meio-dia|meio dia|ao meio-dia|meiodia|12 do dia|doze do dia|12h do dia" },
  { KONTOR_WORD_CLOCK, 1230, "meio-dia e meia|meio-dia e meio|12 e meia da tarde" },
  { KONTOR_WORD_CLOCK, 1215, "meio-dia e quinze" },
  { KONTOR_WORD_CLOCK, 0, "meia-noite|meia noite|à meia-noite|meianoite|zero hora" },
  { KONTOR_WORD_CLOCK, 30, "meia-noite e meia" },
  { KONTOR_WORD_CLOCK, 1300, "uma da tarde|à uma da tarde|uma hora da tarde|à uma hora da tarde" },
  { KONTOR_WORD_CLOCK, 1330, "uma e meia da tarde|à uma e meia da tarde" },
  { KONTOR_WORD_CLOCK, 100,
    "uma da manhã|uma hora da manhã|uma da madrugada|uma hora da madrugada|à uma da manhã" },
  { KONTOR_WORD_AM, 0, "am" },
  { KONTOR_WORD_PM, 0, "pm" },
  { KONTOR_WORD_OCLOCK, 1, "h|hs|hrs|hr" },
  { KONTOR_WORD_OCLOCK, 2, "horas|hora" },
  { KONTOR_WORD_HOURS_SIGN, 0, "h|hs|hrs|hr|horas" },
  { KONTOR_WORD_HALF, 0, "meia" },
  { KONTOR_WORD_QUARTER, 0, "um quarto" },
  { KONTOR_WORD_UNTIL_HOUR, 0, "para as|pra as|para a|pras|p as|pro|para o" },
  { KONTOR_WORD_MINUTES_MORE, 2, "e" },
  { KONTOR_WORD_MINUTES_LESS, 0, "menos" },
  { KONTOR_WORD_ZERO, 0, "zero" },
  { KONTOR_WORD_AT, 0,
    "às|as|ás|a partir das|à partir das|horário|hora|pelas|lá pelas|@|horário de saída|"
    "pras|seria às|é às|desde as|saída às" },
  { KONTOR_WORD_ABOUT, 0,
    "por volta das|por volta de|por volta da|umas|lá pelas|lá por|tipo|tipo umas|cerca de|"
    "cerca das|mais ou menos às|aproximadamente às|~|aprox|perto das|quase às|em torno das|"
    "em torno de|aproximadamente|mais ou menos umas|às umas" },
  { KONTOR_WORD_ISH, 0, "e pouco|mais ou menos|aproximadamente|e pouquinho|por aí|e alguma coisa" },
  { KONTOR_WORD_SHARP, 0,
    "em ponto|cravado|cravadas|exatamente|está bom|tá bom|fica bom|seria bom|seria ótimo|"
    "pontualmente|pode ser|tá ótimo|fica ótimo|me atende" },
  { KONTOR_WORD_NOW, 0,
    "agora|agora mesmo|imediatamente|já já|o quanto antes|quanto antes|o mais rápido possível|"
    "neste momento|nesse momento|agorinha|urgente agora|o mais breve possível|de imediato" },
  { KONTOR_WORD_BOUND, 0,
    "antes de|antes das|antes da|depois de|depois das|depois da|após|até|"
    "no máximo até|não depois de|no mais tardar|a não ser depois" },
  { KONTOR_WORD_BETWEEN, 0, "entre|entre as" },
  { KONTOR_WORD_BETWEEN, 1, "de|das|desde|desde as" },
  { KONTOR_WORD_RANGE, 0, "a|às|até|ou|para|pra|–|—|/" },
  { KONTOR_WORD_EVENT, 1, "voo|vôo|avião|trem|ônibus|meu voo|ferry|voos|balsa|embarco" },
  { KONTOR_WORD_EVENT, 2,
    "reunião|pouso|pousa|pousamos|chego|chega|chegamos|chegada|aterrissagem|aterrisso|"
    "conferência|casamento|evento|entrevista|embarque|saída|sai|decola|decolagem|check in|"
    "checkin|jantar|almoço|café da manhã|festa|show|jogo|prova|abre|abrem|fecha|fecham|aula|"
    "cerimônia|culto|missa|formatura" },
  { KONTOR_WORD_OURS, 0,
    "buscar|busquem|me busque|pegar|me pegar|pegue|preciso|quero|reservar|reserva|carro|táxi|"
    "uber|motorista|chofer|transfer|traslado|horário|consulta|enviar|mandar|agendar|corrida|"
    "serviço|vir|venham|gostaria" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "zero" },
  { KONTOR_WORD_NUMBER, 2, "dois|duas" },
  { KONTOR_WORD_NUMBER, 3, "três|tres" },
  { KONTOR_WORD_NUMBER, 4, "quatro" },
  { KONTOR_WORD_NUMBER, 5, "cinco" },
  { KONTOR_WORD_NUMBER, 6, "seis" },
  { KONTOR_WORD_NUMBER, 7, "sete" },
  { KONTOR_WORD_NUMBER, 8, "oito" },
  { KONTOR_WORD_NUMBER, 9, "nove" },
  { KONTOR_WORD_NUMBER, 10, "dez" },
  { KONTOR_WORD_NUMBER, 11, "onze" },
  { KONTOR_WORD_NUMBER, 12, "doze" },
  { KONTOR_WORD_NUMBER, 13, "treze" },
  { KONTOR_WORD_NUMBER, 14, "quatorze|catorze" },
  { KONTOR_WORD_NUMBER, 15, "quinze" },
  { KONTOR_WORD_NUMBER, 16, "dezesseis|dezasseis" },
  { KONTOR_WORD_NUMBER, 17, "dezessete|dezassete" },
  { KONTOR_WORD_NUMBER, 18, "dezoito" },
  { KONTOR_WORD_NUMBER, 19, "dezenove|dezanove" },
  { KONTOR_WORD_NUMBER, 20, "vinte" },
  { KONTOR_WORD_NUMBER, 21, "vinte e um|vinte e uma" },
  { KONTOR_WORD_NUMBER, 22, "vinte e dois|vinte e duas" },
  { KONTOR_WORD_NUMBER, 23, "vinte e três" },
  { KONTOR_WORD_NUMBER, 24, "vinte e quatro" },
  { KONTOR_WORD_NUMBER, 25, "vinte e cinco" },
  { KONTOR_WORD_NUMBER, 26, "vinte e seis" },
  { KONTOR_WORD_NUMBER, 27, "vinte e sete" },
  { KONTOR_WORD_NUMBER, 28, "vinte e oito" },
  { KONTOR_WORD_NUMBER, 29, "vinte e nove" },
  { KONTOR_WORD_NUMBER, 30, "trinta" },
  { KONTOR_WORD_NUMBER, 31, "trinta e um" },
  { KONTOR_WORD_NUMBER, 35, "trinta e cinco" },
  { KONTOR_WORD_NUMBER, 40, "quarenta" },
  { KONTOR_WORD_NUMBER, 45, "quarenta e cinco" },
  { KONTOR_WORD_NUMBER, 50, "cinquenta" },
  { KONTOR_WORD_NUMBER, 55, "cinquenta e cinco" },
  { KONTOR_WORD_NUMBER, 60, "sessenta" },
  { KONTOR_WORD_NUMBER, 90, "noventa" },
  { KONTOR_WORD_ONE, 0, "um|uma" },
  { KONTOR_WORD_COUPLE, 2, "um par de|par de" },
  { KONTOR_WORD_HALF_MORE, 0, "e meia|e meio" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "segundo|segundos|seg" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "minuto|minutos|min|mins|minutinhos|minutinho" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR, "hora|horas|h|hs|hrs|hr|horinha|horinhas" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "dia|dias" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "semana|semanas" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "mês|meses" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "ano|anos" },
  { KONTOR_WORD_UNITS, 1501, "um quarto de hora|quinze minutinhos" },
  { KONTOR_WORD_UNITS, 3001, "meia horinha" },
  { KONTOR_WORD_IN, 0, "em|daqui a|daqui|dentro de|depois de|daqui há|daki a" },
  { KONTOR_WORD_IN, 1,
    "em cerca de|em mais ou menos|em torno de|em umas|em uns|daqui a umas|daqui a uns|"
    "daqui umas|daqui uns|em menos de|em aproximadamente|em até|em no máximo" },
  { KONTOR_WORD_FROM_NOW, 0, "mais tarde|depois|a partir de agora" },
  { KONTOR_WORD_FROM_DAY, 0, "depois de|a partir de|depois do|depois da" },
  { KONTOR_WORD_AGO, 0, "atrás" },
  { KONTOR_WORD_AGO, 1, "há|faz|tem" },
  { KONTOR_WORD_BEFORE, 0, "antes|antes do|antes da|antes de|de antecedência" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "bom dia|boa tarde|boa noite|boa noitinha|boa madrugada|ótimo dia|ótima tarde|ótima noite|"
    "um bom dia|tenha um bom dia|feliz natal|feliz ano novo|feliz ano|24/7|24 horas|24h|24 h|"
    "24hrs|o dia todo|o dia inteiro|todo dia|todos os dias|cada dia|por dia|por hora|algum dia|"
    "um dia|um dia desses|outro dia|dia e noite|dia a dia|por enquanto|até agora|agora não|"
    "agora que|só agora|um momento|um minuto|um minutinho|1 minuto|um segundo|1 segundo|"
    "um instante|ontem à noite|noite passada|chego tarde|chegar tarde|muito tarde|tarde demais|"
    "mais cedo|muito cedo|é tarde|está tarde|tão tarde|até amanhã|até segunda|até logo|"
    "primeira classe|primeira vez|segunda vez|pela primeira vez|segunda via|segunda opção|"
    "em segundo|primeiro andar|quinta avenida|quinta da boa vista|quarta avenida|"
    "daqui a quinze dias|daqui a oito dias|em quinze dias|sexta-feira santa|sexta santa|"
    "quarta-feira de cinzas|quarta de cinzas|terça de carnaval|domingo de páscoa|"
    "domingo de ramos|black friday|rua 25 de março|na 25 de março|da 25 de março|"
    "avenida 9 de julho|av 9 de julho|na 9 de julho|avenida nove de julho|rua nove de julho|"
    "rua 7 de setembro|avenida 7 de setembro|av 7 de setembro|rua sete de setembro|"
    "avenida sete de setembro|rua 15 de novembro|rua quinze de novembro|praça 15 de novembro|"
    "praça xv|rua xv|50/50|1/2|3/4|"
    "meia pensão|meia entrada|meio período|meia idade|uma a uma|um por um|de hora em hora|"
    "hora de pico|meia dúzia|minha vez|uma vez" },
  { KONTOR_WORD_COUNTED, 0,
    "pessoas|pessoa|pax|passageiros|passageiro|adultos|adulto|crianças|criança|bebês|bebê|"
    "hóspedes|convidados|amigos|amigas|colegas|homens|mulheres|gente|malas|mala|bolsas|bolsa|"
    "bagagens|bagagem|mochilas|volumes|caixas|pacotes|carros|veículos|vans|táxis|ônibus|"
    "assentos|lugares|cadeiras|cadeirinhas|cadeirinha|km|kms|quilômetros|metros|kg|quilos|"
    "quartos|camas|noites|diárias|estrelas|por cento|vezes|vez|x|anos de idade|aninhos|paradas|"
    "viagens|corridas|portas|cachorros|cachorro|gatos|ingressos|bilhetes|andares|outros|outras|"
    "gb|litros|porções|garrafas|reservas|horários|séries|série|de nós|famílias|quadras|rodas|"
    "cilindros|reais|itens|peças|cortes" },
  { KONTOR_WORD_LABELLED, 0,
    "quarto|qto|portão|terminal|torre|andar|apartamento|apto|apt|ap|sala|loja|número|num|no|nº|n|"
    "nro|bloco|bl|quadra|qd|lote|lt|casa|rua|r|av|avenida|alameda|travessa|rodovia|br|km|saída|"
    "plataforma|assento|poltrona|fila|mesa|#|tel|telefone|fone|cel|celular|whatsapp|zap|ref|"
    "referência|id|cpf|rg|cnpj|passaporte|nota|conta|agência|pix|cartão|cvv|preço|valor|custo|"
    "tarifa|total|máximo|mínimo|max|min|voo|vôo|trem|ônibus|linha|rota|código|cep|pin|senha|bmw|"
    "audi|mercedes|classe|modelo|série|iphone|versão|página|passo|pedido|caixa|vila|setor|zona|"
    "opção|idade|tenho|só|somente|prédio|edifício|galpão|doca|posto|protocolo|nid" },
  { KONTOR_WORD_LABELLED, 1, "nascido em|nascida em|nasci em|nascimento|data de nascimento|"
    "validade" },
  { KONTOR_WORD_COUNT_LEAD, 0,
    "para|pra|somos|seremos|são|tem|total de|grupo de|com|e|mais|quero|preciso|reservar|levo|"
    "levamos|trago|todos|outros|de|no total|uns|por|cada|queremos|em|vamos em|estamos em" },
  { KONTOR_WORD_CURRENCY, 0,
    "real|reais|r$|$|brl|€|euro|euros|£|%|dólar|dólares|usd|aed|dirham|dirhams|dh|dhs|por cento|"
    "centavos|mil|libras|gbp|conto|contos|pila|pilas|mangos|eur" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "manha|manhas|manias|manhoso|amanda|amanhece|ameno|maior|maiores|marco|marcos|marca|março|"
    "marina|maria|junto|juntos|junta|julgo|julio|júlio|juliana|júnior|juninho|abrir|abril|sextas|"
    "sexto|cesta|sábados|sabão|sabida|domingos|dominga|segundas|terças|terços|terço|quintas|"
    "quartas|janeiras|outrora|nova|novo|novos|novas|noiva|noite|noites|norte|tarda|tardes|trade|"
    "horário|horta|honra|minuta|minutas|semanal|hotel|hoje|obrigar|claro|clara|carlo|carla|"
    "carlos|beleza|belezas|certa|certas|cena|perfeita|confirma|cancela|canela|candela|cancun|"
    "canal|ontem|ordem|statue|isso|isto|pode|podem|foda|moda|roda|setembrino|outubrino" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "ou|/" },
  { KONTOR_WORD_AND, 0, "e|&|e às|e as" },
  { KONTOR_WORD_NOT, 0,
    "não|nao|não é|não posso|não quero|não mais|exceto|menos a|não dá|não para|não no|não na|"
    "não pode ser" },
  { KONTOR_WORD_BUT, 0, "mas|mas sim|e sim|mas não|porém" },
  { KONTOR_WORD_INSTEAD_OF, 0, "em vez de|em vez das|ao invés de|ao invés das|no lugar de|"
    "no lugar das|e não" },
  { KONTOR_WORD_INSTEAD, 0, "em vez disso|melhor|de preferência|no lugar" },
  { KONTOR_WORD_CORRECTION, 0,
    "melhor|aliás|ou melhor|quis dizer|quero dizer|digo|na verdade|me enganei|errei|corrigindo|"
    "correção|mudar para|muda para|mude para|mudar pra|muda pra|mude pra|trocar para|"
    "trocar pra|alterar para|altera para|alterar pra|passar para|passar pra|passa para|"
    "passa pra|adiar para|adiar pra|remarcar para|remarcar pra|remarca para|remarca pra|"
    "antecipar para|pode ser melhor|desculpa|*|que tal|não pera|pera|perdão|sorry|erro meu" },
  { KONTOR_WORD_CORRECTION, 1, "não|nao|ah não|hum|hmm|espera|espere|peraí|opa|ops|ih" },
  { KONTOR_WORD_CHANGE, 0,
    "mudar|mude|mudança|trocar|troque|troca|alterar|altere|alteração|remarcar|remarque|adiar|"
    "antecipar|atrasar|modificar|reagendar|transferir|atualizar|adiantar|corrigir|uma mudança|"
    "muda|mudem|altera|alterem" },
  { KONTOR_WORD_YES, 0,
    "sim|siim|ss|s|isso|isso mesmo|isso aí|exato|exatamente|claro|claro que sim|com certeza|"
    "certo|certinho|tá certo|está certo|correto|tudo certo|tudo correto|ok|okay|okey|oki|blz|"
    "beleza|pode ser|pode|pode sim|pode reservar|pode confirmar|pode marcar|pode agendar|"
    "confirmo|confirmado|confirmada|confirma|confirmar|sim confirmo|perfeito|ótimo|otimo|"
    "excelente|maravilha|show|joia|jóia|legal|fechado|combinado|feito|bora|vamos|manda ver|"
    "tá bom|ta bom|está bom|tá ótimo|tudo bem|de acordo|concordo|quero|quero sim|sim por favor|"
    "sim pfv|sim obrigado|sim obrigada|reserve|reserva|pode reservar sim|aham|uhum|positivo|👍|"
    "👌|✅|✔|yes|é isso|é isso mesmo|é isso aí|sem problema|sem problemas|por favor sim|valendo" },
  { KONTOR_WORD_NO, 0,
    "não|nao|n|nn|naum|não obrigado|não obrigada|ainda não|agora não|incorreto|não está certo|"
    "não tá certo|errado|está errado|tá errado|não é isso|não reserve|não reservar|não precisa|"
    "de jeito nenhum|nunca|nem pensar|👎|❌|negativo|melhor não|não quero|no|nope|deixa não" },
  { KONTOR_WORD_CANCEL, 0,
    "cancelar|cancela|cancele|cancelem|cancelo|cancelamento|cancelado|cancelada|cancelá-la|"
    "desmarcar|desmarca|desmarque|desmarcado|desistir|desisti|desisto|não preciso mais|"
    "não vou mais precisar|deixa pra lá|deixa para lá|esquece|esqueça|não quero mais|"
    "mudei de ideia|anular|suspender" },
  { KONTOR_WORD_STATUS, 0,
    "status|situação da minha reserva|minha reserva|status da minha reserva|meu agendamento|"
    "status da reserva|andamento|como está minha reserva|cadê o motorista|onde está o motorista|"
    "cadê meu carro|onde está meu carro|está confirmada|está confirmado|tá confirmado|"
    "tá confirmada|está de pé|tá de pé|alguma novidade|meu pedido|minha corrida|meu horário|"
    "detalhes da minha reserva|status do meu pedido|como está meu pedido|minha consulta|"
    "status da minha consulta|minha solicitação|status da minha solicitação|meu processo" },
  { KONTOR_WORD_GREETING, 0,
    "oi|oii|oie|olá|ola|opa|e aí|eai|eae|bom dia|boa tarde|boa noite|oi tudo bem|tudo bem|"
    "tudo bom|td bem|tudo certo|oi boa tarde|oi bom dia|oi boa noite|olá tudo bem|alô|alo|"
    "prezados|prezado|prezada|caros|caro|senhores|equipe|pessoal|galera|salve|fala|hello|hi|hey|"
    "como vai|como está|como vocês estão|saudações|boa|bd|bt|bn" },
  { KONTOR_WORD_THANKS, 0,
    "obrigado|obrigada|obg|obgd|obgda|brigado|brigada|muito obrigado|muito obrigada|"
    "mto obrigado|mto obrigada|agradeço|agradecido|agradecida|valeu|vlw|grato|grata|gratidão|"
    "obrigadão|obrigadinho|desde já agradeço|obrigado desde já|obrigada desde já|"
    "muito grato|muito grata|thanks|obrigados" },
  { KONTOR_WORD_POLITE, 0,
    "por favor|pfv|pf|porfa|por gentileza|gentileza|favor|senhor|senhora|sr|sra|moço|moça|amigo|"
    "amiga|então|bem|isso|tudo|tá|ta|ah|oh|eh|hum|muito|mto|bom|aí|viu|né|ne|já|a|o|eu|você|vc|"
    "agora|querido|querida|chefe|patrão|please|vou|ser|sem" },
  { KONTOR_WORD_STOP, 0,
    "stop|parar|pare|parem|sair|descadastrar|descadastre|me descadastrar|cancelar inscrição|"
    "cancelar cadastro|não quero mais receber mensagens|não quero receber mensagens|"
    "não me mande mais mensagens|não me mandem mais mensagens|não me mandem mensagens|"
    "não enviar mais|não envie mais mensagens|pare de enviar|parem de mandar mensagem|"
    "remover|me remova|me tire da lista|sem mais mensagens|chega de mensagens|fim|encerrar" },
  { KONTOR_WORD_START, 0, "start|voltar|iniciar|começar|retomar|cadastrar|reativar|início|"
    "inscrever" },
  { KONTOR_WORD_PLACE_FROM, 2, "de|do|da|dos|das" },
  { KONTOR_WORD_PLACE_FROM, 1,
    "desde|desde o|desde a|saindo de|saindo do|saindo da|partindo de|partindo do|partindo da|"
    "saio de|saio do|saio da|sair de|sair do|sair da|vou sair de|vou sair do|vou sair da|"
    "saída de|saída do|saída da|a partir do|a partir da" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "embarque|local de embarque|endereço de embarque|ponto de embarque|origem|partida|"
    "local de partida|endereço de partida|ponto de partida|saída|local de saída|"
    "me buscar em|me buscar no|me buscar na|nos buscar em|nos buscar no|nos buscar na|"
    "me pegar em|me pegar no|me pegar na|nos pegar no|nos pegar na|me busque no|me busque na|"
    "me busque em|me pegue no|me pegue na|me pegue em|buscar no|buscar na|pegar no|pegar na|"
    "ponto de encontro|local de busca" },
  { KONTOR_WORD_PLACE_TO, 1,
    "para|pra|pro|para o|para a|pra o|pra a|até|até o|até a|ao|à|a|aos|às|p|rumo a|rumo ao|"
    "com destino a|com destino ao|em direção a|em direção ao|sentido|ir para|ir pra|ir pro|"
    "ir até|ir ao|vou para|vou pra|vou pro|vamos para|vamos pra|vamos pro|indo para|indo pra" },
  { KONTOR_WORD_PLACE_TO, 0,
    "destino|destino final|local de destino|endereço de destino|desembarque|"
    "local de desembarque|me levar para|me levar pra|me levar pro|me levar ao|me levar até|"
    "nos levar para|nos levar ao|nos levar até|me leve para|me leve ao|me leve até|me deixar no|"
    "me deixar na|me deixar em|me deixe no|me deixe na|nos deixar no|nos deixar na|chegada em|"
    "chegada no|ponto final" },
  { KONTOR_WORD_PLACE_AT, 0,
    "em|no|na|nos|nas|em frente ao|em frente à|em frente|perto de|perto do|perto da|ao lado do|"
    "ao lado da|atrás do|@|dentro do|na frente do|na frente da|na porta do" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "voo para|voo pra|voo de|voo do|voos para|voo a|passagem para|trem para|trem de|ônibus para|"
    "obrigado a|graças a|graças ao|devido a|devido ao|em relação a|em relação ao|quanto a|"
    "quanto ao|a respeito|a partir|a tempo|a pé|a fim|à disposição|à espera|à vista|à noite|"
    "à tarde|à toa|às vezes|ao vivo|ao todo|ao contrário|ao menos|ao motorista|ao cliente|"
    "ao invés|a cargo|a mais|a menos|a ver|a gente|a vez|a hora|a data|a reserva|a viagem|"
    "a corrida|a placa|a resposta|a cor|para mim|pra mim|para nós|pra nós|pra gente|"
    "para a gente|para você|para vocês|para minha|para meu|pra minha|pra meu|pro meu|para uma|"
    "para um|pra uma|pra um|para duas|pra duas|para dois|pra dois|para três|pra três|"
    "para quatro|pra quatro|para cinco|pra cinco|para seis|para quantas|para quantos|"
    "para que|pra que|para quando|pra quando|para quem|para o dia|pro dia|para a data|para hoje|"
    "para amanhã|pra hoje|pra amanhã|para reservar|para saber|pra saber|para fazer|para o evento|"
    "para a reunião|para a festa|para o casamento|para o senhor|para a senhora|para o sr|"
    "para a sra|para ele|para ela|até logo|até mais|até breve|até amanhã|até lá|até agora|"
    "até já|por aí|em nome de|no nome de|em nome do|em nome da|no nome do|no nome da|no total|"
    "no momento|no máximo|no mínimo|na verdade|na hora|no dia|de volta|de novo|de nada|"
    "de acordo|de graça|de repente|para viagem|pra viagem|vou precisar|a mesma|a próxima" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "aeroporto|terminal|torre|tower|hotel|pousada|rodoviária|estação|rua|avenida|av|alameda|"
    "travessa|praça|parque|praia|porto|marina|hospital|clínica|escola|colégio|faculdade|"
    "universidade|escritório|casa|vila|villa|apartamento|apto|residência|residencial|condomínio|"
    "prédio|edifício|centro|shopping|mall|resort|clube|museu|estádio|arena|mercado|mesquita|"
    "igreja|catedral|ponte|portão|jardim|bairro|cidade|ilha|embaixada|consulado|restaurante|"
    "cafeteria|padaria|banco|feira|zoológico|teatro|cinema|lobby|rodovia|estrada|metrô|fábrica|"
    "galpão|airport|street|road|gru|cgh|gig|sdu|dxb|dwc|t1|t2|t3" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "viagem|corrida|transfer|traslado|trajeto|preço|valor|custo|reserva|tarifa|ida|volta|"
    "ida e volta|só|somente|cedo|tarde|urgente|mesmo|dia|data|hora|horário|próximo|este|esta|o|"
    "pontual|primeiro|antes|depois|quando|onde|que" },
  { KONTOR_WORD_PICK, 1,
    "me buscar|nos buscar|me pegar|nos pegar|me busque|me busquem|me pegue|me peguem|"
    "buscar a gente|pegar a gente|vir me buscar|venha me buscar|venham me buscar|me apanhar|"
    "buscar-me" },
  { KONTOR_WORD_PICK, 2,
    "me levar|nos levar|me leve|me levem|me deixar|nos deixar|me deixe|me deixem|"
    "levar a gente|deixar a gente" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "estou em|estou no|estou na|estamos em|estamos no|estamos na|tô no|tô na|tô em|to no|to na|"
    "estou hospedado no|estou hospedada no|estou hospedado em|estamos hospedados no|moro em|"
    "moro na|moro no|meu endereço é|nosso endereço é|meu hotel é|nosso hotel é|"
    "minha localização é|me encontro no|me encontro na|fico no|ficamos no" },
  { KONTOR_WORD_LABEL_TAIL, 0, "endereço|local|lugar|ponto|localização|me|nos" },
  { KONTOR_WORD_COPULA, 0,
    "é|são|era|será|seria|deve ser|agora é|está em|é em|é no|é na|é o|é a|seja|está|seria no|"
    "seria na|fica em|fica no|fica na|vai ser" },
  { KONTOR_WORD_MINE, 0, "meu|minha|meus|nosso|nossa|seu|sua" },
  { KONTOR_WORD_PRONOUN, 0,
    "eu|me|mim|tu|te|ti|ele|ela|nós|nos|gente|vocês|você|vc|vcs|eles|elas|lhe|se|aqui|cá|lá|ali|aí|"
    "isso|isto|aquilo|esses|estes|alguém|algo|nada|tudo|todos|ninguém|qualquer|comigo|conosco" },
  { KONTOR_WORD_NAME, 0,
    "meu nome é|meu nome|me chamo|nome|em nome de|em nome do|em nome da|no nome de|no nome do|"
    "no nome da|o nome é|nome é|nome completo|nome do passageiro|nome da passageira|"
    "o passageiro é|a passageira é|passageiro é|sob o nome|chamo-me|o hóspede é|nome seria" },
  { KONTOR_WORD_NAME, 1,
    "sou|sou o|sou a|aqui é|aqui é o|aqui é a|aqui quem fala é|quem fala é|falo com|"
    "quem escreve é|eu sou o|eu sou a|eu sou" },
  { KONTOR_WORD_NAME, 3,
    "para o senhor|para a senhora|para o sr|para a sra|sou o senhor|sou a senhora|para dona|"
    "para seu" },
  { KONTOR_WORD_NAME, 2, "é|é o|é a|coloca|coloque|põe|só|pode colocar" },
  { KONTOR_WORD_NAME_AFTER, 0, "falando|aqui|do outro lado" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "urgente|tarde|cedo|pronto|pronta|interessado|interessada|de|do|da|em|no|na|com|sem|não|muito|"
    "aqui|ali|lá|cliente|hóspede|turista|morador|moradora|estudante|passageiro|passageira|"
    "motorista|recepcionista|gerente|assistente|secretária|secretário|novo|nova|eu|ele|ela|o|a|"
    "um|uma|alérgico|alérgica|vegetariano|vegetariana|feliz|contente|chateado|chateada|cansado|"
    "cansada|doente|grávida|brasileiro|brasileira|português|portuguesa|paulista|carioca|mineiro|"
    "dubai|londres|paris|são|rio|ainda|também|sozinho|sozinha|bem|mal|agora|já|quase|que|como|"
    "onde|quando|quem|maior|menor|oi|olá|obrigado|obrigada|perfeito|correto|certo|possível|"
    "para|pra|por|quanto|só|todo|toda|isso|casado|casada|deficiente|idoso|idosa" },
  { KONTOR_WORD_REGARDS, 0,
    "abraço|abraços|atenciosamente|att|cordialmente|um abraço|abs|grato|grata|obrigado|obrigada|"
    "muito obrigado|muito obrigada|atte|saudações|beijos|bjs" },
  { KONTOR_WORD_PEOPLE, 0,
    "pessoas|pessoa|passageiros|passageiro|pax|adultos|adulto|crianças|criança|bebês|bebê|"
    "hóspedes|hóspede|convidados|homens|mulheres|amigos|de nós|viajantes|menores|idosos|moças" },
  { KONTOR_WORD_PEOPLE_LEAD, 0,
    "somos|seremos|vamos ser|no total somos|somos em|estamos em|vamos em|grupo de|total de|"
    "família de|número de pessoas|quantidade de pessoas|número de passageiros|"
    "quantidade de passageiros|seríamos|iremos em|vão ser" },
  { KONTOR_WORD_ALONE, 1,
    "só eu|somente eu|apenas eu|eu sozinho|eu sozinha|vou sozinho|vou sozinha|sozinho|sozinha|"
    "uma pessoa|só uma pessoa|uma pessoa só|uma única pessoa|só para mim|só pra mim" },
  { KONTOR_WORD_WITH, 0, "com|e|mais|incluindo|incluso|preciso|quero|gostaria" },
  { KONTOR_WORD_WITHOUT, 0, "sem|não preciso de|não precisa de|não quero" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "não sei|nao sei|sei não|não faço ideia|não tenho certeza|sem ideia|deixa eu ver|vou ver|"
    "vou verificar|te falo depois|te aviso|aviso depois|depois te falo|mais tarde|ainda não|"
    "tanto faz|qualquer um|qualquer uma|não importa|um momento|um minuto|espera|espere|peraí|"
    "depende|me liga|me ligue|a confirmar|a definir" },
  { KONTOR_WORD_VERB, 0,
    "reservar|fazer|ter|obter|ser|estar|saber|perguntar|cancelar|mudar|alterar|alugar|pedir|"
    "pagar|ver|vir|tomar|combinar|confirmar|agendar|marcar|viajar|enviar|mandar|verificar|usar|"
    "buscar|pegar|falar|conversar|encontrar|querer|remarcar|solicitar|adicionar|chegar|sair|"
    "comprar|precisar|visitar|conhecer|consultar|agradecer|informar|deixar|tentar|voltar|"
    "esperar|aguardar|comer|dormir|aproveitar|trazer|levar|colocar|dizer|contar|ajudar|evitar|"
    "garantir|ouvir|olhar|aprender|entender|comemorar|celebrar|dar|ligar|escrever|responder|"
    "reclamar|avisar|compartilhar|atualizar|estender|tirar|cobrar|mostrar|ficar|gastar|dirigir|"
    "receber|esclarecer|continuar|terminar|procurar|contratar|trabalhar|poder|jantar|almoçar|"
    "andar|passear|desmarcar|trocar|adiar" },
  { KONTOR_WORD_CONNECTOR, 0,
    "e|com|por favor|pfv|pf|meu|minha|eu|nós|preciso|quero|gostaria|obrigado|obrigada|mas|se|é|são|"
    "porque|pois|então|também|nome|aprox|urgente|será|pode|poderia|podem|poderiam|passageiros|"
    "pessoas|somos|ok|oi|olá|carro|voo|nosso|antes|depois|quando|enquanto|como|quanto|tal|malas|"
    "bagagem|bagagens|só|ida|volta|telefone|tel|cel|celular|email|abraço|att|você|vocês|vc|seu|me|"
    "nos|ou|não|sim|sem|mais|que|onde|além|levo|levamos|viajo|viajamos|vamos|vou|de preferência|"
    "custa|sou|incluindo|tenho|temos|tem|há|um|uma|em nome|no nome|queria|precisamos|por|valeu|"
    "saindo|passando" },
  { KONTOR_WORD_WISH, 0,
    "preciso|precisamos|precisaria|precisava|preciso de|quero|queremos|queria|queríamos|"
    "gostaria|gostaríamos|reservar|fazer uma reserva|uma reserva para|agendar|"
    "fazer um agendamento|marcar|pedir um|pedir uma|peço|solicito|solicitar|procuro|"
    "estou procurando|estamos procurando|contratar|alugar|me buscar|nos buscar|me pegar|"
    "podem me buscar|pode me buscar|poderia me buscar|poderiam me buscar|pode me pegar|"
    "me levar|nos levar|podem enviar|pode enviar|poderia enviar|pode mandar|podem mandar|"
    "mande um|mandem um|envie um|enviem um|um carro para|um táxi para|um carro pra|"
    "um táxi pra|um carro de|um táxi de|um transfer|um traslado|carro para|táxi para|"
    "outra reserva|nova reserva|um horário|uma corrida|desejo|desejamos|tô precisando|"
    "estou precisando|vou precisar|vamos precisar|necessito|tenho interesse|temos interesse|"
    "me interessa|nos interessa|me interesso|estou interessado em|estou interessada em|"
    "estamos interessados em|estamos interessadas em|interessado em|interessada em|"
    "interessado no|interessada no|interessados em|interessados no|interessado na|"
    "interessada na|interessados na" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "preciso de ajuda|preciso da sua ajuda|preciso de uma ajuda|preciso de nota|"
    "preciso da nota|preciso de uma nota|preciso de recibo|preciso de um recibo|preciso do recibo|"
    "preciso de informação|preciso de informações|preciso de mais informações|preciso saber|"
    "preciso cancelar|preciso mudar|preciso alterar|preciso remarcar|preciso falar|"
    "não preciso|não precisa|quero saber|quero cancelar|quero mudar|quero alterar|"
    "quero remarcar|quero falar|quero perguntar|quero reclamar|quero reembolso|quero um reembolso|"
    "quero meu|quero minha|quero pagar|quero agradecer|quero desmarcar|não quero|"
    "queria saber|queria cancelar|queria mudar|queria alterar|queria remarcar|queria falar|"
    "queria perguntar|queria uma informação|queria informações|queria agradecer|queria desmarcar|"
    "gostaria de saber|gostaria de cancelar|gostaria de mudar|gostaria de alterar|"
    "gostaria de remarcar|gostaria de falar|gostaria de perguntar|gostaria de informações|"
    "gostaria de uma informação|gostaria de agradecer|gostaria de desmarcar|procuro emprego|"
    "procuro trabalho|estou procurando emprego|estou procurando trabalho|cancelar a reserva|"
    "pedir uma informação|solicito nota|solicitar informações|desejo saber|desejo cancelar|"
    "desejo alterar|quero uma nota|quero a nota|preciso desmarcar|não tenho interesse|"
    "não temos interesse|tenho interesse em saber|tenho interesse em trabalhar|"
    "tenho interesse na vaga|interessado em trabalhar|interessada em trabalhar|"
    "interessado na vaga|interessada na vaga" },
  { KONTOR_WORD_QUESTION, 0,
    "qual|quais|quem|o que|que|por que|porque|como|quando|onde|aonde|quanto|quanta|quantos|"
    "quantas|vocês têm|vocês tem|vcs tem|tem|têm|há|existe|existem|é grátis|é gratuito|"
    "é necessário|é seguro|é obrigatório|é verdade|pode fumar|pode levar|posso pagar|"
    "posso cancelar|posso mudar|posso levar|posso fumar|posso usar|posso comer|podemos pagar|"
    "podemos levar|aceita|aceitam|vocês aceitam|vcs aceitam|oferecem|vocês oferecem|fazem|"
    "vocês fazem|vcs fazem|falam|o motorista fala|inclui|incluem|está incluso|está incluído|"
    "são|devo|tenho que|preciso pagar|pode me dizer|poderia me dizer|pode me informar|"
    "poderia me informar|sabe se|vão até|cobram|cobra|custa|custam|trabalham|atendem|vocês atendem|"
    "os carros|o preço|o valor|o carro tem|dá para pagar|dá pra pagar|será que aceita|cadê" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "a|o|as|os|um|uma|uns|umas|de|do|da|dos|das|em|no|na|nos|nas|por|pelo|pela|para|pra|pro|com|"
    "sem|sobre|entre|até|e|ou|mas|se|que|qual|quais|quem|como|quando|onde|quanto|quantos|é|são|era|"
    "foi|ser|está|estão|estar|estou|há|tem|têm|tenho|ter|eu|tu|você|vocês|vc|vcs|ele|ela|nós|me|te|"
    "lhe|meu|minha|meus|seu|sua|nosso|nossa|este|esta|esse|essa|isso|isto|oi|olá|bom|boa|dia|tarde|"
    "noite|obrigado|obrigada|favor|muito|mais|também|já|posso|pode|podem|poderia|quero|queria|"
    "gostaria|preciso|saber|dizer|algum|alguma|todo|todos|porque|então|só|fazer|fazem|ok|sim|não|"
    "ao|à|aos|às|dá|vocês" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_pt_BR = {
  .code = "pt-BR",
  .name = "Português (Brasil)",
  .month_first = FALSE,
  .bare_half = 30,
  .words = words,
};
