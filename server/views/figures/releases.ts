import { Type, type Static } from 'typebox'
import { releaseStates } from '../../../figures/release/rules.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from '../shapes.ts'

type Words = keyof typeof releaseStates
const states = Object.keys(releaseStates) as Words[]

/** A release as anybody may know of it, once it is out. */
export const Publication = closed({
  number: Type.Integer(),
  title: text,
  kind: oneOf('provisional', 'final'),
  quarter: text,
  year: Type.Integer(),
  version: Type.Integer(),
  erratum: orNull(text),
  asOf: text,
  publishedOn: orNull(text),
  /** By name, the tables that this version is without. */
  leftOut: Type.Array(text),
  /** When the places beside it were counted, which is not when the quarter ended; null where it was not kept. */
  placesAt: orNull(text)
})
const Labelled = closed({ code: text, label: text })
const Found = closed({ id: text, label: text, passed: Type.Boolean(), said: text })
const MaskedBeside = closed({ table: text, audience: text, audienceLabel: text, cells: Type.Integer() })
/** Of the counts of twenty and more, how many percent are shown; `enough`: as many as are asked for. */
const ShownOf = closed({ audience: text, label: text, percent: Type.Number(), enough: Type.Boolean() })
/** Which cells are masked beyond the rule, by what is counted in them. */
const Beside = closed({ audience: text, label: text, cells: Type.Array(text) })

/** The cells of a table that an attack still narrows down. */
const Failed = closed({ table: text, audience: text, audienceLabel: text, cells: Type.Array(text) })
/** What may be asked for after a refusal, and without which tables; `failed`: those that hold what was narrowed down. */
const Again = closed({
  ...{ quarter: text, kind: oneOf('provisional', 'final'), erratum: orNull(text) },
  tables: Type.Array(closed({ code: text, label: text, failed: Type.Boolean() }))
})

/** The same, for those who prepare and publish. */
export const ReleaseLine = closed({
  ...Publication.properties,
  state: oneOf(...states),
  stateLabel: text,
  askedBy: text,
  askedOn: text,
  publishedBy: orNull(text),
  step: orNull(text),
  done: Type.Integer(),
  attacks: Type.Array(Found),
  maskedBeside: Type.Array(MaskedBeside),
  shown: Type.Array(ShownOf),
  /** Of one that waits to be published; of others they are not told again. */
  beside: Type.Array(Beside),
  /** Of one that was refused. */
  failed: Type.Array(Failed),
  again: orNull(Again),
  /** Why the reader may not publish it; null where nothing stands against it. */
  notPublished: orNull(text),
  dropped: Type.Boolean()
})
export const ReleaseList = closed({
  releases: Type.Array(ReleaseLine),
  /** What may be asked for and would not be refused for what it is, the newest first; an erratum of one that is out. */
  askable: Type.Array(closed({ quarter: text, kind: oneOf('provisional', 'final'), label: text })),
  nextDue: text,
  /** What was done and is not counted yet: how many files, and for how many minutes the oldest of them has waited. */
  uncounted: closed({ cases: Type.Integer(), minutes: Type.Integer() })
})

const Dimension = closed({
  id: text,
  label: text,
  several: Type.Boolean(),
  values: Type.Array(Labelled)
})
/** One table, in the order of its grid: along each dimension the values, then the total, the last turning fastest. Null is masked. */
export const PublishedTable = closed({
  id: text,
  label: text,
  dimensions: Type.Array(Dimension),
  shown: Type.Array(orNull(Type.Integer())),
  threshold: Type.Integer()
})
/** In which band of days the middle lies; null where it is not told. */
export const PublishedMeasure = closed({
  id: text,
  label: text,
  values: Type.Array(closed({ code: text, label: text, band: orNull(Labelled) }))
})
export const TerritoryCount = closed({
  code: text,
  name: text,
  value: orNull(Type.Integer()),
  per100k: orNull(Type.Number())
})
export const PublicationView = closed({
  publication: orNull(Publication),
  publications: Type.Array(Publication),
  tables: Type.Array(PublishedTable),
  measures: Type.Array(PublishedMeasure),
  /** Flags by territory, with what they are to its population; empty for a partner of one territory. */
  map: Type.Array(TerritoryCount),
  /** The quarters of each year by form, from its newest release, the oldest year first. */
  series: Type.Array(closed({ year: Type.Integer(), table: PublishedTable })),
  /** What this partner asks first, and where it is published: in what it reads, for the country alone, or in no table. */
  questions: Type.Array(
    closed({
      id: text,
      label: text,
      published: oneOf('here', 'country', 'nowhere'),
      table: orNull(text)
    })
  ),
  /** Whose counts they are: of one territory, or of the country. */
  territory: orNull(Labelled),
  note: text,
  nextDue: text
})

export type Publication = Static<typeof Publication>
export type ReleaseLine = Static<typeof ReleaseLine>
export type ReleaseList = Static<typeof ReleaseList>
export type PublishedTable = Static<typeof PublishedTable>
export type PublishedMeasure = Static<typeof PublishedMeasure>
export type TerritoryCount = Static<typeof TerritoryCount>
export type PublicationView = Static<typeof PublicationView>
