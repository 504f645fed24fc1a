import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
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

/** What moves no state of the procedure and stands all the same, told to who may read it whole. */
const beside = ({ civilParty, compensation }: DisclosedFacts, story: Told['story']): (Bilingual | null)[] => [
  civilParty ? joined : null,
  compensation === 'claimed' ? commandRow('civi.claim').done : null,
  compensation === 'paid' ? paid : null,
  inspection(story)
]

type Told = { story: Pick<DisclosedStory, 'events' | 'earlier'>; locale: Locale }

/** What is said under the word of justice, or null: the day of a final judgment, claims, the labour inspection. */
export const judicialDetail = (facts: DisclosedFacts, { story, locale }: Told): string | null => {
  const day = facts.finalOn ? [finalDate(facts.finalOn, locale)] : []
  const said = beside(facts, story).flatMap((one) => (one ? [one[locale]] : []))
  const words = [...day, ...said].join(' · ')
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}
