import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import { printed, type Write } from '../printed/tagged.ts'
import { longDate } from '../views/words.ts'
import type { MinutesView } from '../views/meetings.ts'

const words = {
  territory: { fr: 'Territoire', en: 'Territory' },
  held: { fr: 'Séance', en: 'Session' },
  opened: { fr: 'Ouverte à', en: 'Opened at' },
  closed: { fr: 'close à', en: 'closed at' },
  present: { fr: 'Institutions présentes', en: 'Institutions present' },
  absent: {
    fr: 'Institutions dont un membre convoqué était absent',
    en: 'Institutions of which a convened member was absent'
  },
  nobody: { fr: 'Aucune', en: 'None' },
  here: { fr: 'Présence', en: 'Attendance' },
  quorum: { fr: 'Quorum', en: 'Quorum' },
  decides: { fr: 'Décision', en: 'Decision' },
  reason: { fr: 'Motif', en: 'Reason' },
  cases: { fr: 'Dossiers', en: 'Cases' },
  voting: { fr: 'Membres avec voix', en: 'Voting members' },
  favour: { fr: 'Pour', en: 'In favour' },
  against: { fr: 'Contre', en: 'Against' },
  abstained: { fr: 'Abstentions', en: 'Abstentions' },
  unanimous: { fr: 'à l’unanimité', en: 'unanimously' },
  noted: { fr: 'Dont voix notées par le secrétariat', en: 'Of which noted by the secretariat' },
  withheld: {
    fr: 'Dossiers non communiqués, à la suite d’un retrait',
    en: 'Cases not told, after a withdrawal'
  },
  basis: { fr: 'Fondement', en: 'Basis' },
  version: { fr: 'Règles de la cellule, version', en: 'Rules of the cell, version' },
  inForce: { fr: 'en vigueur depuis le', en: 'in force since' },
  given: { fr: 'du', en: 'of' },
  asOf: { fr: 'texte lu au', en: 'text read as of' },
  followed: { fr: 'Dossiers en cours revus', en: 'Running cases looked at again' },
  foot: { fr: 'Ce relevé ne nomme aucune personne.', en: 'This record names no person.' }
} as const satisfies Record<string, Bilingual>

type Words = Record<keyof typeof words, string>
const wordsIn = (locale: Locale) =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[locale]])) as Words

const dayIn = (locale: Locale) => (day: string) => longDate(day, locale)

type Item = MinutesView['items'][number]

const tallyLine = (tally: NonNullable<Item['tally']>, locale: Locale) => {
  const w = wordsIn(locale)
  const counts = [
    `${w.voting} : ${tally.members}`,
    `${w.favour} : ${tally.inFavour}`,
    `${w.against} : ${tally.against}`,
    `${w.abstained} : ${tally.abstained}`
  ].join(' · ')
  return tally.unanimous ? `${counts} (${w.unanimous})` : counts
}

const basisLine = (basis: Item['basis'], locale: Locale) => {
  const [w, day] = [wordsIn(locale), dayIn(locale)]
  return basis
    .map(({ code, label, inForceFrom, textAsOf, given }) => {
      const since = inForceFrom === null ? null : `${given ? w.given : w.inForce} ${day(inForceFrom)}`
      const read = textAsOf === null ? null : `${w.asOf} ${day(textAsOf)}`
      return [`${code} (${label})`, since, read].filter(Boolean).join(', ')
    })
    .join(' ; ')
}

const writeItem = (write: Write, item: Item, locale: Locale) => {
  const w = wordsIn(locale)
  write('H2', `${item.code} : ${item.state}`)
  if (item.decision) write('P', `${w.decides} : ${item.decision}`)
  if (item.reason) write('P', `${w.reason} : ${item.reason}`)
  if (item.tally) write('P', tallyLine(item.tally, locale))
  if (item.noted) write('P', `${w.noted} : ${item.noted}`)
  if (item.rule) write('P', item.rule)
  if (item.without) write('P', item.without)
  if (item.basis.length > 0) write('P', `${w.basis} : ${basisLine(item.basis, locale)}`)
}

const writeInstitutions = (
  write: Write,
  { title, of, nobody }: { title: string; of: MinutesView['institutions']; nobody: string }
) => {
  write('H2', title)
  for (const { name, members } of of) write('P', `${name} (${members})`)
  if (of.length === 0) write('P', nobody)
}

/** The minutes as a tagged PDF in the reader's language. The same minutes give the same bytes: its dates are theirs. */
export const minutesPdf = (view: MinutesView, locale: Locale): Promise<Buffer> => {
  const [w, day] = [wordsIn(locale), dayIn(locale)]
  const { write, end } = printed({ title: view.title, locale, at: new Date(view.closedAt) })
  write('H1', view.title)
  write('P', `${w.territory} : ${view.territory}`)
  write('P', `${w.held} : ${day(view.day)}`)
  write('P', `${w.opened} ${view.hours.opened}, ${w.closed} ${view.hours.closed}`)
  write('P', `${w.quorum} : ${view.quorum.required} ; ${view.quorum.decidesBy}.`)
  write('P', `${w.here} : ${view.quorum.reached}.`)
  write('P', `${w.version} ${view.version}`)
  writeInstitutions(write, { title: w.present, of: view.institutions, nobody: w.nobody })
  writeInstitutions(write, { title: w.absent, of: view.absent, nobody: w.nobody })
  write('H2', w.cases)
  for (const item of view.items) writeItem(write, item, locale)
  if (view.withheld > 0) write('P', `${w.withheld} : ${view.withheld}`)
  // How many, whoever prints it: minutes are sent to all who sat, and what was noted of a running case is for the secretary.
  if (view.followed > 0) write('H2', `${w.followed} : ${view.followed}`)
  write('P', w.foot)
  return end()
}
