import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import {
  isTerritory,
  territories as territoryTable,
  territory
} from '../../workflows/calendar/territories.ts'
import { unmetNeeds, type UnmetNeed } from '../../workflows/places/unmet.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Locale } from '../locale.ts'
import { badgeTone, orNull, text, type Badge } from '../views/schemas.ts'
import { longDate } from '../views/words.ts'
import { branches, outcomes, type Branch, type Outcome } from './cells.ts'
import { threshold, type Shown } from './disclosure.ts'
import { current, dayAfter, next } from './quarters.ts'
import type { FlowRelease, MonthsRelease, TerritoriesRelease } from './release.ts'

/** Null is hidden, and never means zero. */
const Count = orNull(Type.Integer())
export const frame = {
  /** Which release is read, by its number; null before the first. */
  release: orNull(Type.Integer()),
  /** Which release this is, when it was made, when the next is due: in words. */
  published: text,
  /** The civil day at whose end it was so. */
  asOf: orNull(text),
  year: orNull(Type.Integer()),
  years: Type.Array(Type.Integer()),
  threshold: Type.Integer(),
  total: Count,
  note: text
}

export const FlowNode = closed({ id: text, label: text, value: Count })
export const FlowLink = closed({ source: text, target: text, value: Count })

export const Flow = closed({
  ...frame,
  nodes: Type.Array(FlowNode),
  links: Type.Array(FlowLink),
  figures: Type.Array(
    closed({ id: text, label: text, value: orNull(Type.Number()), unit: orNull(text), tone: badgeTone })
  )
})
export const Unmet = closed({
  ...frame,
  items: Type.Array(closed({ id: text, label: text, value: Count }))
})
export const Territories = closed({
  ...frame,
  items: Type.Array(closed({ code: text, name: text, value: Count, per100k: orNull(Type.Number()) }))
})
export const TerritoryMonths = closed({
  ...frame,
  territory: closed({ code: text, name: text }),
  months: Type.Array(closed({ month: text, value: Count }))
})

const words = {
  flagged: { fr: 'Signalées', en: 'Flagged' },
  flaggedPersons: { fr: 'signalées', en: 'flagged' },
  grounds: { fr: 'jusqu’à l’avis, médiane', en: 'until the decision on grounds, median' },
  wait: { fr: 'attente d’une place Ac.Sé, 9e décile', en: 'wait for an Ac.Sé place, 9th decile' },
  unmet: { fr: 'sans place adaptée', en: 'without a suitable place' },
  reflections: { fr: 'délais de réflexion courus', en: 'reflection periods run' },
  days: { fr: 'j', en: 'd' },
  published: {
    fr: 'Publication n° {number}, {quarter}, établie le {made}. Rien n’y change plus ; la suivante est due le {due}.',
    en: 'Release {number}, {quarter}, made on {made}. Nothing in it changes any more; the next is due on {due}.'
  },
  unpublished: {
    fr: 'Aucun chiffre n’est encore publié. Une publication est établie à la fin de chaque trimestre civil et ne change plus ; la prochaine est due le {due} au plus tard.',
    en: 'No figure is published yet. A release is made at the end of each quarter and never changes; the next is due by {due}.'
  },
  note: {
    fr: `Chaque personne est comptée une fois, dans l’année de son signalement. Sous ${threshold} personnes, un effectif est masqué ; d’autres, plus grands, le sont pour qu’on ne puisse pas le calculer.`,
    en: `Each person is counted once, in the year of the flag. A count under ${threshold} persons is hidden; larger ones are hidden too, so that it cannot be worked out.`
  }
} as const satisfies Record<string, Bilingual>

/** Adults and children are sought places for by different desks, and counted apart. */
export type Whose = 'adults' | 'children'

type ReleaseRow = { number: number; quarter: string; asOf: Date; madeAt: Date }

/** The last release, and which year is read among those in it; null while there is none. */
export type Reading<R> = {
  release: ReleaseRow | null
  now: Date
  chosen: R | null
  years: number[]
  locale: Locale
}

const ordinals = { fr: ['1er', '2e', '3e', '4e'], en: ['first', 'second', 'third', 'fourth'] } as const
const quarterIn = (quarter: string, locale: Locale) => {
  const rank = ordinals[locale][Number(quarter.slice(6)) - 1]
  const year = quarter.slice(0, 4)
  return locale === 'fr' ? `${rank} trimestre ${year}` : `${rank} quarter of ${year}`
}

/** A release is found, and told from another, by its number, its quarter and the day it was made. */
const publishedIn = ({ release, now, locale }: Pick<Reading<unknown>, 'release' | 'now' | 'locale'>) => {
  const due = longDate(dayAfter(release ? next(release.quarter) : current(now)), locale)
  if (!release) return words.unpublished[locale].replace('{due}', due)
  return words.published[locale]
    .replace('{number}', `${release.number}`)
    .replace('{quarter}', quarterIn(release.quarter, locale))
    .replace('{made}', longDate(civilDate(release.madeAt, 'Europe/Paris'), locale))
    .replace('{due}', due)
}

const dayOf = (at: Date | string | null) => (at === null ? null : civilDate(at, 'Europe/Paris'))

export const frameOf = ({
  chosen,
  years,
  ...reading
}: Reading<{ asOf: string; year: number; total: number }>) => ({
  release: reading.release?.number ?? null,
  published: publishedIn(reading),
  asOf: dayOf(chosen?.asOf ?? reading.release?.asOf ?? null),
  year: chosen?.year ?? null,
  years,
  threshold,
  total: chosen?.total ?? null,
  note: words.note[reading.locale]
})

const figuresOf = ({ chosen, locale }: Reading<FlowRelease>) => {
  const day = words.days[locale]
  const figure = (
    id: string,
    row: { label: Bilingual; value: number | null | undefined; unit?: string; tone?: Badge['tone'] }
  ): Static<typeof Flow>['figures'][number] => ({
    id,
    label: row.label[locale],
    value: row.value ?? null,
    unit: row.unit ?? null,
    tone: row.tone ?? 'plain'
  })
  return [
    figure('flagged', { label: words.flaggedPersons, value: chosen?.total }),
    figure('grounds', { label: words.grounds, value: chosen?.measures.grounds, unit: day }),
    figure('wait', { label: words.wait, value: chosen?.measures.wait, unit: day, tone: 'late' }),
    figure('unmet', { label: words.unmet, value: chosen?.cells.no_place, tone: 'danger' }),
    figure('reflections', { label: words.reflections, value: chosen?.measures.reflections })
  ]
}

/** The flow from the flag to a roof. Every link leads to a node that nothing else feeds, hence the same count. */
export const viewFlow = (reading: Reading<FlowRelease>): Static<typeof Flow> => {
  const { chosen, locale } = reading
  const cell = (id: Branch | Outcome) => chosen?.cells[id] ?? null
  const codes = { branches: Object.keys(branches) as Branch[], outcomes: Object.keys(outcomes) as Outcome[] }
  const labels: Record<Branch | Outcome, Bilingual> = { ...branches, ...outcomes }
  const link = (source: string) => (target: Branch | Outcome) => ({ source, target, value: cell(target) })
  return {
    ...frameOf(reading),
    nodes: [
      { id: 'flagged', label: words.flagged[locale], value: chosen?.total ?? null },
      ...[...codes.branches, ...codes.outcomes].map((id) => ({
        id,
        label: labels[id][locale],
        value: cell(id)
      }))
    ],
    links: [...codes.branches.map(link('flagged')), ...codes.outcomes.map(link('positive'))],
    figures: figuresOf(reading)
  }
}

/** Needs for a place that were not met, by why. */
export const viewUnmet = (reading: Reading<FlowRelease>, of: Whose): Static<typeof Unmet> => {
  const { chosen, locale } = reading
  const shown: Partial<Shown> =
    of === 'children'
      ? { ...chosen?.unmetOfChildren }
      : { ...chosen?.unmet, person: chosen?.cells.declined ?? null }
  return {
    ...frameOf(reading),
    items: (Object.keys(unmetNeeds) as UnmetNeed[]).map((id) => ({
      id,
      label: unmetNeeds[id][locale],
      value: shown[id] ?? null
    }))
  }
}

/** A rate is given only with the count that it comes from. */
const per100k = (value: number | null, population: number) =>
  value === null || population <= 0 ? null : Math.round((value / population) * 1e7) / 100

export const viewTerritories = (reading: Reading<TerritoriesRelease>): Static<typeof Territories> => ({
  ...frameOf(reading),
  items: territoryTable.map(({ code, name, population }) => {
    const value = reading.chosen?.cells[code] ?? null
    return { code, name, value, per100k: per100k(value, population) }
  })
})

/** One territory's own months: the national total is no part of it. */
export const viewMonths = (reading: Reading<MonthsRelease>, code: string): Static<typeof TerritoryMonths> => {
  const { chosen } = reading
  const own = chosen?.territories[code]
  return {
    ...frameOf(reading),
    total: own?.total ?? null,
    territory: { code, name: isTerritory(code) ? territory(code).name : code },
    months: (own?.months ?? []).map((value, index) => ({
      month: `${chosen!.year}-${String(index + 1).padStart(2, '0')}`,
      value
    }))
  }
}
