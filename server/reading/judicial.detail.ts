import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { amountBands, assetsStand } from '../../workflows/regions/judicial/words.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedFacts } from '../disclosure/facts.ts'
import type { DisclosedStory } from '../disclosure/story.ts'
import type { Locale } from '../locale.ts'
import { longDate } from '../views/words.ts'
import { lastDone } from './timeline.ts'

const joined: Bilingual = { fr: 'partie civile', en: 'civil party' }
const paid: Bilingual = { fr: 'indemnité versée', en: 'compensation paid' }

const finalDate = (on: string, locale: Locale): string => {
  const day = longDate(on, locale)
  return locale === 'fr' ? `Définitive le ${day}` : `Final on ${day}`
}

/** Each of them says what the last one left standing; nothing stands once it has ended. */
const inspections: readonly string[] = [
  'inspection.open',
  'inspection.report',
  'inspection.ended'
] satisfies CommandType[]

const inspection = (story: Told['story']): Bilingual | null => {
  const last = lastDone(story, inspections)
  return last && last !== 'inspection.ended' ? commandRow(last as CommandType).done : null
}

const assetActs: readonly string[] = [
  'investigation.act',
  'conviction.pronounced',
  'conviction.final'
] satisfies CommandType[]
const eitherWay: Bilingual = { fr: 'saisis ou confisqués', en: 'seized or confiscated' }

/**
 * What was taken of what the exploitation earned, and where it stands, as the acts that were read say it last: each of them may say
 * one of the two alone. Further back it is said by the history of the case.
 */
const assets = ({ events }: Told['story']): Bilingual | null => {
  const said = (field: 'seized' | 'seizedStand') =>
    events.findLast(
      ({ row }) => row?.struckBy === null && assetActs.includes(row.command) && row.input[field] !== undefined
    )?.row?.input[field]
  const band = amountBands[said('seized') as keyof typeof amountBands] as Bilingual | undefined
  const stand = assetsStand[said('seizedStand') as keyof typeof assetsStand] as Bilingual | undefined
  if (!band && !stand) return null
  const { fr, en } = stand ?? eitherWay
  return { fr: `avoirs ${fr}${band ? ` : ${band.fr}` : ''}`, en: `assets ${en}${band ? `: ${band.en}` : ''}` }
}

/** What moves no state of the procedure and stands all the same, told to who may read it whole. */
const beside = ({ civilParty, compensation }: DisclosedFacts, story: Told['story']): (Bilingual | null)[] => [
  civilParty ? joined : null,
  compensation === 'claimed' ? commandRow('civi.claim').done : null,
  compensation === 'paid' ? paid : null,
  assets(story),
  inspection(story)
]

type Told = { story: Pick<DisclosedStory, 'events' | 'earlier'>; locale: Locale }

/** What is said under the word of justice, or null: the day of a final judgment, claims, assets, the labour inspection. */
export const judicialDetail = (facts: DisclosedFacts, { story, locale }: Told): string | null => {
  const day = facts.finalOn ? [finalDate(facts.finalOn, locale)] : []
  const said = beside(facts, story).flatMap((one) => (one ? [one[locale]] : []))
  const words = [...day, ...said].join(' · ')
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}
