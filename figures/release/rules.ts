import type { TableId } from '../fixed/tables.ts'
import { thresholds } from '../mask/mask.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** For whom a release is made: anybody, or partners under agreement, who read smaller counts of the same noise. */
export const audiences = thresholds
export type Audience = keyof typeof audiences

export const releaseKinds = {
  provisional: { fr: 'provisoire', en: 'provisional' },
  final: { fr: 'définitive', en: 'final' }
} as const satisfies Record<string, Bilingual>
export type ReleaseKind = keyof typeof releaseKinds

/** `ready` was made, has withstood the attacks, and waits for a second person; `refused` has not withstood them. */
export const releaseStates = {
  asked: { fr: 'En préparation', en: 'Being prepared' },
  ready: { fr: 'Prête, à publier', en: 'Ready to publish' },
  refused: {
    fr: 'Refusée : un petit effectif se laisse serrer',
    en: 'Refused: a small count can be narrowed down'
  },
  failed: { fr: 'Interrompue', en: 'Interrupted' },
  published: { fr: 'Publiée', en: 'Published' },
  dropped: { fr: 'Abandonnée', en: 'Given up' }
} as const satisfies Record<string, Bilingual>
export type ReleaseState = keyof typeof releaseStates

/** Why one was interrupted. What broke off is told to whoever runs the server, in its log. */
export const failures = {
  late: {
    fr: 'Interrompue : l’attaque n’a pas fini en dix minutes',
    en: 'Interrupted: the attack did not end within ten minutes'
  },
  broken: {
    fr: 'Interrompue : le programme qui attaque a rencontré une erreur, inscrite au journal du serveur',
    en: 'Interrupted: the program that attacks met an error, written in the log of the server'
  },
  stopped: {
    fr: 'Interrompue : la machine s’est arrêtée',
    en: 'Interrupted: the machine stopped'
  }
} as const satisfies Record<string, Bilingual>
export type Failure = keyof typeof failures

/** What a release is of, and which tables it is without. A final one is of a whole year, and is named by its last quarter. */
export type Asked = {
  quarter: string
  kind: ReleaseKind
  erratum: string | null
  leftOut: readonly TableId[]
}
type Quarter = { code: string; name: Bilingual }
type Known = {
  quarter: string
  kind: ReleaseKind
  version: number
  state: ReleaseState
  /** Asked for before the store was lost and counted anew: the same persons bear another noise now. */
  otherNoise?: boolean
}

const isLast = (quarter: string) => quarter.endsWith('-Q4')
const yearOf = (quarter: string) => quarter.slice(0, 4)

const refused = {
  busy: {
    fr: 'Une publication est déjà en préparation : publiez-la ou abandonnez-la d’abord.',
    en: 'A release is being prepared already: publish it or give it up first.'
  },
  running: { fr: 'Ce trimestre n’est pas fini.', en: 'This quarter is not over.' },
  before: {
    fr: 'Le décompte n’a commencé qu’ensuite : le premier trimestre possible est le {quarter}.',
    en: 'Counting began later: the first quarter that can be counted is the {quarter}.'
  },
  notAYear: {
    fr: 'Une publication définitive est celle d’une année : choisissez le quatrième trimestre.',
    en: 'A final release is of a year: choose the fourth quarter.'
  },
  overtaken: {
    fr: 'La publication définitive de cette année est parue : seul un erratum la change.',
    en: 'The final release of this year is out: only an erratum changes it.'
  },
  later: {
    fr: 'Une publication d’un trimestre plus récent de cette année est parue : on ne revient pas avant elle.',
    en: 'A release of a later quarter of this year is out: none is made before it.'
  },
  otherNoise: {
    fr: 'Le décompte a été perdu et refait depuis la dernière publication de cette année : les mêmes effectifs paraîtraient sous deux bruits, dont la moyenne les trahit. Rien de plus ne paraît de cette année.',
    en: 'The counts were lost and made anew since the last release of this year: the same counts would be out under two noises, whose mean gives them away. Nothing more of this year comes out.'
  },
  unsaid: {
    fr: 'Cette publication existe : dites ce que la nouvelle version corrige.',
    en: 'This release exists: say what the new version mends.'
  },
  nothingToMend: {
    fr: 'Il n’y a rien à corriger : cette publication n’est pas parue.',
    en: 'There is nothing to mend: this release is not out.'
  },
  notRefused: {
    fr: 'On ne laisse un tableau de côté qu’après un refus : cette publication n’a pas été refusée.',
    en: 'A table is left out only after a refusal: this release was not refused.'
  },
  ownRelease: {
    fr: 'Vous avez préparé cette publication : une autre personne la publie.',
    en: 'You prepared this release: another person publishes it.'
  },
  sentSince: {
    fr: 'Des nombres exacts de cette année sont partis depuis que cette publication a été attaquée, et n’ont pas été tenus contre elle : abandonnez-la, puis demandez-la de nouveau.',
    en: 'Exact numbers of this year have left since this release was attacked, and were not held against it: give it up, then ask for it again.'
  },
  notReady: {
    fr: 'Cette publication n’est pas prête, ou ne l’est plus.',
    en: 'This release is not ready, or is not any more.'
  }
} as const satisfies Record<string, Bilingual>
export type Refusal = { field: 'quarter' | 'kind' | 'erratum' | 'leftOut' | null; why: Bilingual }

type Of = Pick<Known, 'quarter' | 'kind' | 'version'>

/** Whether an attack has refused this very release: asked for again as it was, it would be refused again. */
export const wasRefused = (known: readonly Known[], { quarter, kind, version }: Of): boolean =>
  known.some(
    (one) =>
      one.state === 'refused' && one.quarter === quarter && one.kind === kind && one.version === version
  )

const naming = ({ fr, en }: Bilingual, { name }: Quarter): Bilingual => ({
  fr: fr.replace('{quarter}', name.fr),
  en: en.replace('{quarter}', name.en)
})

/** The version that is to be made, or why none is. `lastEnded`: the last quarter that is over, `2026-Q3`; `first`: the first that was not over when counting began, with its name. */
export const askedVersion = (
  { quarter, kind, erratum, leftOut }: Asked,
  { known, lastEnded, first }: { known: readonly Known[]; lastEnded: string; first: Quarter }
): { version: number } | Refusal => {
  if (known.some(({ state }) => state === 'asked' || state === 'ready'))
    return { field: null, why: refused.busy }
  if (quarter > lastEnded) return { field: 'quarter', why: refused.running }
  // A year is final as it is known now; how a quarter stood when it ended, a later count does not know.
  if (kind === 'provisional' && quarter < first.code)
    return { field: 'quarter', why: naming(refused.before, first) }
  if (kind === 'final' && !isLast(quarter)) return { field: 'kind', why: refused.notAYear }
  const out = known.filter(({ state }) => state === 'published')
  if (out.some((one) => one.otherNoise && yearOf(one.quarter) === yearOf(quarter)))
    return { field: 'quarter', why: refused.otherNoise }
  // Each release is attacked with those before it: none comes in between.
  if (out.some((one) => yearOf(one.quarter) === yearOf(quarter) && one.quarter > quarter))
    return { field: 'quarter', why: refused.later }
  const same = out.filter((one) => one.quarter === quarter && one.kind === kind)
  const final = out.some((one) => one.kind === 'final' && yearOf(one.quarter) === yearOf(quarter))
  if (kind === 'provisional' && final) return { field: 'quarter', why: refused.overtaken }
  if (same.length > 0 && erratum === null) return { field: 'erratum', why: refused.unsaid }
  if (same.length === 0 && erratum !== null) return { field: 'erratum', why: refused.nothingToMend }
  const version = 1 + Math.max(0, ...same.map((one) => one.version))
  // What is left out of one that would pass is hidden, and protects nobody.
  if (leftOut.length > 0 && !wasRefused(known, { quarter, kind, version }))
    return { field: 'leftOut', why: refused.notRefused }
  return { version }
}

type Waiting = { state: ReleaseState; askedBy: string; overtaken: boolean }

/**
 * Why this person may not publish it, or null: who asked for a release does not decide on it alone, and what has left since it was attacked
 * was not held against it.
 */
export const publishingRefused = (
  { state, askedBy, overtaken }: Waiting,
  { personId }: { personId: string }
): Bilingual | null => {
  if (state !== 'ready') return refused.notReady
  if (overtaken) return refused.sentSince
  return askedBy === personId ? refused.ownRelease : null
}

/** Whether it may be given up: what is out, or was refused, stays as it is. */
export const droppingRefused = ({ state }: { state: ReleaseState }): Bilingual | null =>
  state === 'asked' || state === 'ready' || state === 'failed' ? null : refused.notReady
