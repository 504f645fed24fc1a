const before = String.raw`(?<![\p{L}\d])`
const after = String.raw`(?![\p{L}\d])`

/** Ways that are nothing else behind a number; and how they are shortened, where a dot or a capital tells them from words. */
const ways =
  'rue|ruelle|avenue|boulevard|chemin|impasse|all[ée]es?|faubourg|square|esplanade|venelle|traverse|sentier|voie|street|road'
const shortened = 'r|av|ave|bd|bld|blvd|boul|ch|chem|imp|all|fg|fbg|sq|pl|rte'
/** Ways that are also words of the trade: « 2 cours de français », « 1 place d’urgence », « 3 passages par mois ». */
const trade =
  'place|passage|quai|route|cour|villa|mont[ée]e|parvis|cit[ée]|lotissement|r[ée]sidence|hameau|promenade'
const eitherCase = (words: string) =>
  words
    .split('|')
    .flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)])
    .join('|')

const bis = String.raw`(?:\s?(?:bis|ter|quater|[a-d]))?`
const number = String.raw`\d{1,4}${bis}(?:\s?[-/]\s?\d{1,4}${bis})?`
/** « 12 », « 12, », « 12 de la ». */
const ofWay = String.raw`${before}${number}\s*,?\s+(?:de\s+(?:la\s+|l['’])?|du\s+)?`
const link = String.raw`(?:(?:de\s+la|des|de|du|la|le|les)\s+|(?:de\s+)?l['’]\s?|d['’]\s?)*`
const named = String.raw`\s+${link}\p{Lu}[\p{L}'’-]*`
/** A number that counts something is none of a door. */
const counted = String.raw`(?!\s?(?:fois|h|heures?|jours?|nuits?|semaines?|mois|ans?|ann[ée]es?|minutes?|mn|min|km|m|personnes?|femmes?|hommes?|enfants?|mineurs?|familles?|places?|lits?|e|er|è?me|%|€|[:/.]\s?\d|\s\d{2}\s)${after})(?![\p{L}\d%€])`
const atEnd = String.raw`,?\s*(?:n\s?°\s?)?\d{1,4}(?:\s?(?:bis|ter|quater))?`

const anyCase = (source: string) => new RegExp(source, 'iu')
const asWritten = (source: string) => new RegExp(source, 'u')

/** How a door is said in France: each is one habit of writing it. */
const doors: readonly RegExp[] = [
  // « 12 rue Pasteur », « au 12 de la rue Pasteur », « 12-14, chemin des Prés »
  anyCase(String.raw`${ofWay}(?:${ways})${after}`),
  // « 12 bis r. Pasteur », « 3 bd Victor-Hugo »
  anyCase(String.raw`${ofWay}(?:${shortened})\.\s?\p{L}`),
  asWritten(String.raw`${ofWay}(?:${eitherCase(shortened)})${named}`),
  // « 12 place bellecour »: behind more than one, the word of the trade would bear an s.
  anyCase(String.raw`${before}(?!0?1\s)${number}\s*,?\s+(?:${trade})\s+\p{L}`),
  // « 1 place de la république »
  anyCase(String.raw`${before}0?1${bis}\s*,?\s+(?:${trade})\s+(?:de\s+la|de\s+l['’]|du|des)\s?\p{L}`),
  // « 1 place Bellecour », « 2 cours Gambetta »
  asWritten(String.raw`${before}${number}\s*,?\s+(?:${eitherCase(`${trade}|cours`)})${named}`),
  // « Rue Pasteur 12 », « place de la République, n° 3 »
  asWritten(
    String.raw`(?<!(?:^|[^\p{L}])(?:de|en|d')\s)${before}(?:${eitherCase(`${ways}|${trade}|cours`)}|(?:${eitherCase(shortened)})\.)${named}(?:[\s-]+(?:de\s+|du\s+|des\s+|la\s+|l['’])*\p{Lu}[\p{L}'’-]*){0,4}${atEnd}${counted}`
  ),
  // « rue pasteur 12 » at the end of what is said, or before a postcode
  anyCase(
    String.raw`(?<!(?:^|[^\p{L}])(?:de|en|à la)\s)${before}(?:rue|avenue|boulevard|chemin|impasse)(?:\s+[\p{L}'’-]+){1,4}${atEnd}\s*(?:$|[,;]|\d{5})`
  ),
  // « appt 12 », « porte n° 3 »
  anyCase(
    String.raw`${before}(?:appt?|appart|appartement|porte|escalier|b[âa]t|b[âa]timent)\.?\s?(?:n\s?°\s?)?\d{1,4}${counted}`
  ),
  // « 45.7640, 4.8357 », « 45° 45′ »
  /\d{1,3}[.,]\d{3,}|\d\s*°/
]

/** Whether words say where a door is: what people are told of a place names it, and says no address. */
export const saysAddress = (words: string): boolean => {
  const said = words.normalize('NFC')
  return doors.some((door) => door.test(said))
}
