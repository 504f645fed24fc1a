import type { TObject, TSchema } from 'typebox'
import { table } from '../docs/generate/markdown.ts'
import { advance, open } from '../workflows/case/advance.ts'
import { commandRow, type CommandType } from '../workflows/case/commands.ts'
import type { FlagInput } from '../workflows/facts/flag.ts'
import { regionTables } from '../workflows/case/commands.ts'
import type { Situation } from '../workflows/guards/guards.ts'
import { isClosed } from '../workflows/vocabulary/states.ts'
import { aFlagged } from './flags.ts'
import { shortest, type Schema } from './inputs.ts'

// The mechanism’s six stories, act by act through its own rules: each act must be open where the one before has led, and the last
// closes the file. A journey of `tests/journeys` starts from the same situation in a browser.

type Act = CommandType | readonly [CommandType, Record<string, unknown>]
export type Story = { title: string; journey: string; flag: Partial<FlagInput>; acts: readonly Act[] }

const agreeing: readonly Act[] = [
  'triage.start',
  ['grounds.propose', { opinion: 'positive', elements: ['harboured'] }],
  'grounds.positive',
  'person.inform',
  ['consent.record', { scopes: ['A', 'B', 'C', 'E', 'F', 'H'] }],
  'needs.assess',
  'plan.sign'
]
const housed: readonly Act[] = ['acse.request', 'acse.offer', 'acse.matched', 'acse.visio', 'acse.admission']
const complained: Act = ['complaint.file', { offences: ['225-4-1'] }]

export const stories: readonly Story[] = [
  {
    title: 'Une personne, du signalement à la carte de dix ans',
    journey: 'road/accepted',
    flag: {},
    acts: [
      ...agreeing,
      ...housed,
      ...(['reflection.offer', 'prefecture.request', 'receipt.handed'] as const),
      complained,
      ...([
        'permit.apply',
        'permit.receipt',
        'permit.issue',
        'stage.trial',
        'conviction.pronounced'
      ] as const),
      ...(['conviction.final', 'resident.apply', 'resident.issue', 'housing.left', 'plan.complete'] as const),
      ['case.close', { reason: 'inserted' }]
    ]
  },
  {
    title: 'Une personne qui refuse de porter plainte',
    journey: 'refuses',
    flag: {},
    acts: [...agreeing, 'discretion.apply', 'discretion.issue', ['case.close', { reason: 'inserted' }]]
  },
  {
    title: 'Une plainte classée sans suite',
    journey: 'dismissed',
    flag: {},
    acts: [
      ...agreeing,
      complained,
      ...(['permit.apply', 'permit.issue', 'procedure.closed', 'residence.route'] as const),
      ['case.close', { reason: 'by_person' }]
    ]
  },
  {
    title: 'Une enfant de seize ans, jusqu’à sa majorité',
    journey: 'child',
    flag: { ageGroup: 'minor', nominativeConsent: false, danger: 'immediate' },
    acts: [
      'grounds.record',
      'minor.report_prosecutor',
      'opp.issue',
      'guardian.name',
      'measure.order',
      'place.distanced',
      'majority.reached',
      ['case.close', { reason: 'by_person' }]
    ]
  },
  {
    title: 'Un citoyen de l’Union, exploité dans une récolte',
    journey: 'harvest',
    flag: { nationality: 'eu', stay: 'unknown', sex: 'male', forms: ['labour'] },
    acts: [
      ...agreeing,
      'union.stay_checked',
      'labour.refer',
      'wages.claim',
      ['case.close', { reason: 'by_person' }]
    ]
  },
  {
    title: 'Une personne d’une opération de police, retournée dans son pays',
    journey: 'operation',
    flag: {},
    acts: [
      'grounds.record',
      'person.inform',
      ['consent.record', { scopes: ['A', 'B', 'H'] }],
      'return.assess',
      'return.request',
      'return.depart',
      ['case.close', { reason: 'returned' }]
    ]
  }
]

const by = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }

/** Where the acts of a story lead, each in its turn. @throws IllegalTransition where one of them is not open. */
export const lived = ({ flag, acts }: Story): Situation =>
  acts.reduce<Situation>(
    (situation, act, at) => {
      const [type, said] = typeof act === 'string' ? [act, {}] : act
      const schema = commandRow(type).input as TObject & TSchema as Schema
      const input = { ...shortest(schema), ...said }
      // The second voice is another institution’s.
      return advance(situation, { type, input, by: { ...by, orgId: `org-${at}`, personId: `p-${at}` } })
    },
    open(aFlagged({ nominativeConsent: true, ...flag }))
  )

const endOf = (story: Story) => {
  const { closure } = lived(story).regions
  const { states } = regionTables.closure
  return isClosed(closure) ? states[closure as keyof typeof states].label.fr : '**ne finit pas**'
}

/** How each ends, as the rules stand today. */
export const storiesPart = () =>
  `## Les six histoires du mécanisme\n\nChacune est rejouée par les règles, acte par acte, jusqu’à la clôture ; un parcours de \`tests/journeys\`, dans un navigateur, part de la même situation.\n\n${table(
    ['Histoire', 'Parcours', 'Actes', 'Elle finit par'],
    stories.map((story) => [story.title, `\`${story.journey}\``, String(story.acts.length), endOf(story)])
  )}`
