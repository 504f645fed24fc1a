import { civilDate, daysBetween } from '../../workflows/calendar/calendar.ts'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { isTerritory, territory, type Zone } from '../../workflows/calendar/territories.ts'
import { stateRow } from '../../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { permitsAsked } from '../../workflows/regions/residence/words.ts'
import type { ListedRegion } from '../../workflows/lists/stages.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { residenceWord } from '../../workflows/vocabulary/words.union.ts'
import { sexes } from '../../workflows/vocabulary/words.ts'
import { childrenWord } from '../disclosure/badges.ts'
import type { Locale } from '../locale.ts'
import type { Running, ShownLine } from '../outbox/worklist.line.ts'
import type { CaseLine } from '../views/schemas.ts'
import { badgeTone } from '../views/words.ts'

type Said = ShownLine['facts']

const words = {
  positive: { fr: 'un premier avis : motifs raisonnables', en: 'one opinion: reasonable grounds' },
  insufficient: { fr: 'un premier avis : éléments insuffisants', en: 'one opinion: insufficient elements' },
  documents: { fr: 'pièces demandées', en: 'documents asked for' },
  renewal: { fr: 'renouvellement demandé', en: 'renewal asked for' },
  leave: { fr: 'obligation de quitter le territoire', en: 'obligation to leave' },
  away: { fr: 'à éloigner de : ', en: 'to be kept away from: ' },
  rehousing: {
    fr: 'asile décidé : suite de l’accueil à dire',
    en: 'asylum decided: what follows to be said'
  },
  facts: { fr: 'faits : ', en: 'facts: ' },
  protection: { fr: 'protection de témoin demandée', en: 'witness protection asked for' },
  civilParty: { fr: 'partie civile', en: 'civil party' },
  missing: { fr: 'recherche en cours', en: 'being searched for' },
  guardian: { fr: 'administrateur ad hoc désigné', en: 'ad hoc guardian named' }
} as const satisfies Record<string, Bilingual>

const placeNames = (codes: readonly string[]) =>
  codes.map((code) => (isTerritory(code) ? territory(code).name : code)).join(', ')

type Kept = (keyof typeof words | null | undefined | false)[]
const those = (...kept: Kept): Bilingual[] => kept.flatMap((one) => (one ? [words[one]] : []))
const both = (label: Bilingual, value: string): Bilingual => ({
  fr: label.fr + value,
  en: label.en + value
})

const roof = ({ sex = 'unknown', children, forbiddenZones = [] }: Said): Bilingual[] => [
  ...(sex === 'unknown' ? [] : [sexes[sex]]),
  ...(children ? [{ fr: childrenWord(children, 'fr'), en: childrenWord(children, 'en') }] : []),
  ...(forbiddenZones.length > 0 ? [both(words.away, placeNames(forbiddenZones))] : [])
]

/** How many signs speak of each element; a form that was flagged speaks of the purpose, as beside the vote. */
const signs = ({ indicators, forms = [] }: Said): Bilingual[] => {
  const of = indicators?.of
  if (!of) return []
  const { act, means } = of
  const purpose = of.purpose + forms.length
  return [
    {
      fr: `éléments de la traite connus : acte ${act}, moyen ${means}, but ${purpose}`,
      en: `elements of trafficking known: act ${act}, means ${means}, purpose ${purpose}`
    }
  ]
}

/** What each trade looks at beside where a case stands: of what the line holds, which is what its reader is told. */
const beside: Record<ListedRegion, (facts: Said) => Bilingual[]> = {
  identification: (facts) => [...signs(facts), ...those(facts.opinion)],
  residence: ({ permitAsked, documentsAsked, renewalAsked, leaveStands }) => [
    ...(permitAsked ? [permitsAsked[permitAsked]] : []),
    ...those(documentsAsked && 'documents', renewalAsked && 'renewal', leaveStands && 'leave')
  ],
  housing: roof,
  asylum_housing: (facts) => [...roof(facts), ...those(facts.rehousing && 'rehousing')],
  judicial: ({ factsTerritory, court, protection, civilParty }) => [
    ...(factsTerritory ? [both(words.facts, placeNames([factsTerritory]))] : []),
    ...(court && courtLabels[court] ? [courtLabels[court]] : []),
    ...those(protection && 'protection', civilParty && 'civilParty')
  ],
  minor: ({ missing, guardianNamed }) => those(missing && 'missing', guardianNamed && 'guardian')
}

/** What a trade looks at beside where a case stands, of what its reader is told: in a list, and beside the act that waits for them. */
export const notesOfTrade = (region: ListedRegion, facts: Said, locale: Locale): string[] =>
  beside[region](facts).map((one) => one[locale])

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Trade = Omit<CaseLine['trade'], 'day' | 'ends'>

/** Where the case stands, in the words of the reader’s trade. */
export const tradeOf = ({ trade: { region, state }, facts }: ShownLine, locale: Locale): Trade => {
  const { label, tone } = stateRow(region, state)
  const own = region === 'residence' ? residenceWord(state, facts.nationality) : null
  const notes = notesOfTrade(region, facts, locale)
  return {
    region,
    label: (own ?? label)[locale],
    tone: badgeTone(tone),
    notes: capital(notes.join(' · '))
  }
}

type Days = Pick<CaseLine['trade'], 'day' | 'ends'>

const labelOf = (code: string, locale: Locale) => deadlineRegister[code as DeadlineCode].label[locale]

/** « jour 12 sur 30 », while there is a day to count: on the last one, and behind it, its end says enough. */
export const daysOf = (
  runs: string | null,
  { now, zone, locale }: { now: Date; zone: Zone; locale: Locale }
): Days => {
  const running = JSON.parse(runs ?? '[]') as Running[]
  const today = civilDate(now, zone)
  const counted = running.find(({ total }) => total !== null)
  const n = counted ? daysBetween(counted.from, today) : 0
  const day =
    counted && n >= 0 && n <= counted.total!
      ? { n, of: counted.total!, from: counted.from, until: counted.until }
      : null
  return {
    day,
    ends: running
      .filter(({ total }) => total === null)
      .map(({ code, until }) => ({ label: labelOf(code, locale), on: until }))
  }
}
