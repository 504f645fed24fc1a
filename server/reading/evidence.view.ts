import { commandRow, isCommandType, type CommandType } from '../../workflows/case/commands.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import { elementOf, elements, type ElementId } from '../../workflows/vocabulary/elements.ts'
import { indicators, type IndicatorCode } from '../../workflows/vocabulary/indicators.ts'
import { forms, sources } from '../../workflows/vocabulary/words.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { DisclosedLine } from '../disclosure/line.ts'
import type { Locale } from '../locale.ts'
import type { Evidence } from '../views/actions.ts'
import { holdsLast } from './timeline.ts'
import { unweighedBecause, weighingOf } from './weighing.view.ts'

const readingAid: Bilingual = {
  fr: 'Repère de lecture, d’après ce qui a été signalé : il ne décide de rien, et ce que personne n’a noté n’est pas absent pour autant. Une tromperie ou une contrainte pour faire venir la personne parle aussi du moyen.',
  en: 'A reading aid, from what was flagged: nothing is decided by it, and what nobody noted may be there all the same. Lies or force used to bring the person speak of the means as well.'
}
const noMeansAsked: Bilingual = {
  fr: 'Pour une personne mineure, ou dont l’âge est en doute, aucun moyen n’est exigé.',
  en: 'For a minor, or where age is in doubt, no means is required.'
}
const flaggedForm: Bilingual = { fr: 'forme signalée', en: 'form flagged' }

/** An act in which somebody says whether there are grounds: it rests on what was seen and heard. */
const weighsGrounds = (type: CommandType): boolean => {
  const { requires } = commandRow(type)
  return requires.includes('firstVoice') || requires.includes('secondVoice')
}

type Observed = { code: string; source: string }

/** As one reader is told them: the facts, and the acts by which they were noted. */
type Told = Pick<DisclosedLine, 'facts'> & Pick<DisclosedCase['story'], 'events'>

/** How each sign is known, as the lines of the story that this reader is told have it. */
const sourcesTold = (events: Told['events']): Map<string, string> =>
  new Map(
    events
      .flatMap(
        ({ row }) =>
          (row?.struckBy === null ? (row.input['indicators'] as (Observed | string)[] | undefined) : []) ?? []
      )
      .flatMap((one) => (typeof one === 'object' ? [[one.code, one.source] as const] : []))
  )

const signsOf = ({ facts, events }: Told, locale: Locale) => {
  const told = sourcesTold(events)
  const seen = (facts.indicators ?? []).map((code) => {
    const { dimension, label } = indicators[code as IndicatorCode]
    const source = sources[told.get(code) as keyof typeof sources]?.[locale] ?? null
    return { of: elementOf[dimension], label: label[locale], source }
  })
  const flagged = (facts.forms ?? []).map((form) => ({
    of: 'purpose' as const,
    label: forms[form as keyof typeof forms][locale],
    source: flaggedForm[locale]
  }))
  return [...seen, ...flagged]
}

/** Whether the line that says how each sign is known is among those that were read, where an act is weighed by it. */
export const holdsEvidence = ({ awaited, story }: Pick<DisclosedCase, 'awaited' | 'story'>): boolean =>
  !awaited.some((act) => isCommandType(act) && weighsGrounds(act)) || holdsLast(story, ['case.flag'])

/** Whether what decides this act is among the lines that were read. */
export const holdsEvidenceOf =
  (command: string) =>
  (told: Pick<DisclosedCase, 'story'>): boolean =>
    holdsEvidence({ ...told, awaited: [command] })

/** What was seen and heard, under the elements of the law; null for whoever is not told of it. */
export const evidenceIn = (told: Told, locale: Locale): Evidence | null => {
  const { facts } = told
  if (facts.indicators === undefined) return null
  const signs = signsOf(told, locale)
  const known = {
    indicators: facts.indicators,
    ...{ forms: facts.forms ?? [], ageGroup: facts.ageGroup ?? ('doubt' as const) }
  }
  const minor = facts.ageGroup !== undefined && isMinor({ ageGroup: facts.ageGroup })
  return {
    elements: (Object.keys(elements) as ElementId[]).map((id) => ({
      id,
      label: elements[id][locale],
      signs: signs.filter(({ of }) => of === id).map(({ label, source }) => ({ label, source }))
    })),
    weighing: weighingOf(known, locale),
    note: [minor ? noMeansAsked[locale] : null, readingAid[locale], unweighedBecause(known, locale)]
      .filter(Boolean)
      .join(' ')
  }
}

/** Of an act in which somebody says whether there are grounds: what it rests on, for whoever is told of it and weighs it. */
export const evidenceFor = (type: CommandType, { facts, story, reader }: DisclosedCase): Evidence | null =>
  weighsGrounds(type) ? evidenceIn({ facts, events: story.events }, reader.locale) : null
