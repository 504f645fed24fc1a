import type { PublicationView, PublishedTable } from '#lib/api.types.ts'
import { pathOf, referralsOf, type FlowWords } from './flows.ts'
import { along, at, largestFirst, lineOf, tableIn, totalOf, type Bar } from './pictures.ts'

/** What is drawn of one table: the bars of one of its dimensions. */
type Shown = { table: string; dimension?: string; title: string; tone?: string; most?: number }

/** The questions that the first page answers, in the order in which they are asked; titles are keys of messages. */
export const cards = [
  { table: 'form_age_sex', dimension: 'forms', title: 'publication.forms' },
  { table: 'form_age_sex', dimension: 'sex', title: 'publication.sex' },
  { table: 'form_age_sex', dimension: 'age', title: 'publication.age' },
  { table: 'zone_sex_form', dimension: 'zone', title: 'publication.zone' },
  { table: 'channel_status', dimension: 'channel', title: 'publication.channel' },
  { table: 'channel_status', dimension: 'status', title: 'publication.status' },
  { table: 'found_minors', dimension: 'minor_path', title: 'publication.minors' },
  { table: 'reflection_zone', dimension: 'reflection', title: 'publication.reflection' },
  { table: 'residence_zone', dimension: 'residence', title: 'publication.residence' },
  { table: 'judicial_form', dimension: 'judicial', title: 'publication.judicial' },
  { table: 'refusal_age', dimension: 'refusals', title: 'publication.refusals', tone: 'danger' },
  { table: 'need_age', dimension: 'need', title: 'publication.need' },
  { table: 'accommodation', dimension: 'beds', title: 'publication.beds' }
] as const satisfies readonly Shown[]

/** What is told of one département: the tables that have it, along their other dimension. */
export const ofPlace = [
  ['territory_form', 'territory'],
  ['territory_sex', 'territory'],
  ['territory_age', 'territory'],
  ['territory_outcome', 'territory'],
  ['territory_wait', 'territory'],
  ['territory_refusal', 'territory'],
  ['territory_reflection', 'territory'],
  ['territory_decision', 'territory'],
  ['territory_residence', 'territory'],
  ['territory_judicial', 'territory'],
  ['territory_compensation', 'territory'],
  ['found_minors', 'found']
] as const

export type Card = { id: string; table: string; title: string; bars: Bar[] }

const isTold = ({ value }: Bar) => value !== 0
const barsOf = (table: PublishedTable, dimension: string | undefined, tone?: string): Bar[] =>
  largestFirst(along(table, dimension).filter(isTold)).map((bar) => ({ ...bar, ...(tone && { tone }) }))

const cardsOf = (view: PublicationView): Card[] =>
  cards.flatMap(({ table: id, dimension, title, ...more }) => {
    const table = tableIn(view, id)
    const tone = 'tone' in more ? more.tone : undefined
    return table ? [{ id: `${id}-${dimension}`, table: id, title, bars: barsOf(table, dimension, tone) }] : []
  })

const placeCards = (view: PublicationView, code: string): Card[] =>
  ofPlace.flatMap(([id, dimension]) => {
    const table = tableIn(view, id)
    if (!table?.dimensions.some((one) => one.id === dimension)) return []
    const line = lineOf(table, dimension, code)
    const other = line.dimensions[0]
    return other ? [{ id, table: id, title: other.label, bars: barsOf(line, other.id) }] : []
  })

/** How many persons were flagged there, as every table of that département gives it. */
const placeTotal = (view: PublicationView, code: string): number | null => {
  const table = tableIn(view, 'territory_form')
  return table ? at(table, { territory: code }) : null
}

/** What a partner asks first, each as it is published for it. */
const askedCards = (view: PublicationView): Card[] =>
  view.questions.flatMap(({ id, label, published, table: of }) => {
    const table = published === 'here' && of !== null ? tableIn(view, of) : undefined
    return table ? [{ id: `asked-${id}`, table: table.id, title: label, bars: barsOf(table, id) }] : []
  })

/** Of a partner of one territory each table is already that line; what it asked first stands above. */
const ownCards = (view: PublicationView): Card[] => {
  const asked = new Set(view.questions.map(({ id }) => id))
  return view.tables.flatMap((table) => {
    const other = table.dimensions.find(({ id }) => !asked.has(id))
    return other ? [{ id: table.id, table: table.id, title: other.label, bars: barsOf(table, other.id) }] : []
  })
}

/** Where people wait longest: the ten départements whose middle lies in the highest bands. */
const waits = (view: PublicationView) => {
  const order =
    tableIn(view, 'territory_wait')?.dimensions.find(({ id }) => id === 'match_span')?.values ?? []
  const rank = (band: string) => order.findIndex(({ code }) => code === band)
  return (view.measures.find(({ id }) => id === 'match')?.values ?? [])
    .flatMap(({ code, label, band }) =>
      code === 'tot' || band === null ? [] : [{ id: code, label, band: band.label, rank: rank(band.code) }]
    )
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, 10)
}

const middle = (view: PublicationView, id: string): string | null =>
  view.measures.find((one) => one.id === id)?.values.find(({ code }) => code === 'tot')?.band?.label ?? null

const headline = (view: PublicationView) => {
  const [status, reflection] = [tableIn(view, 'channel_status'), tableIn(view, 'reflection_zone')]
  const count = (id: string, value: number | null) => ({ id, label: null, value, band: null })
  const band = (id: string) => ({ id, label: null, value: null, band: middle(view, id) })
  return [
    count('flagged', status ? totalOf(status) : null),
    count('presumed', status ? at(status, { status: 'presumed' }) : null),
    count('formal', status ? at(status, { status: 'formally_identified' }) : null),
    band('opinion'),
    band('match'),
    count('reflection', reflection ? at(reflection, { reflection: 'ran' }) : null)
  ]
}

/** Of one territory: how many were flagged there, and the durations that thirty persons stand for. */
const localHeadline = (view: PublicationView) => {
  const table = tableIn(view, 'territory_sex')
  const lengths = view.measures.flatMap(({ id, label, values }) => {
    const band = values[0]?.band?.label ?? null
    return band === null ? [] : [{ id, label, value: null, band }]
  })
  return [{ id: 'flagged', label: null, value: table ? totalOf(table) : null, band: null }, ...lengths]
}

/** Small multiples: for each form its quarters, one after the other over the years. */
const multiplesOf = ({ series }: PublicationView) => {
  const forms = series[0]?.table.dimensions.find(({ id }) => id === 'forms')?.values ?? []
  const points = (form: string) =>
    series.flatMap(({ year, table }) =>
      along(table, 'quarter', { forms: form }).map(({ id, value }) => ({
        id: `${year}-${id}`,
        label: `${id.replace('q', 'T')} ${year}`,
        value
      }))
    )
  return forms
    .map(({ code, label }) => ({ id: code, label, points: points(code) }))
    .filter((one) => one.points.some(({ value }) => value !== null && value > 0))
}

/** Everything that a page draws of a release, and nothing that it does not. */
export const picturesOf = (view: PublicationView, asked: { place: string; words: FlowWords }) => {
  const places =
    tableIn(view, 'territory_form')?.dimensions.find(({ id }) => id === 'territory')?.values ?? []
  const place = places.find(({ code }) => code === asked.place) ?? null
  const national = view.territory === null
  return {
    ...{ publication: view.publication, publications: view.publications, territory: view.territory },
    ...{ note: view.note, nextDue: view.nextDue, map: view.map, places, place },
    headline: national ? headline(view) : view.publication ? localHeadline(view) : [],
    asked: askedCards(view),
    unpublished: view.questions.filter(({ published }) => published !== 'here'),
    cards: national ? cardsOf(view) : ownCards(view),
    placeCards: place ? placeCards(view, place.code) : [],
    placeTotal: place ? placeTotal(view, place.code) : null,
    waits: waits(view),
    flow: national ? pathOf(view, asked.words) : null,
    referrals: national ? referralsOf(view) : null,
    multiples: multiplesOf(view),
    tables: view.tables.map(({ id, label }) => ({ id, label }))
  }
}
export type Pictures = ReturnType<typeof picturesOf>
