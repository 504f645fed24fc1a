import { rowsOf, type Region, type Settling } from '../../act/command.ts'
import { isMinor, type Facts } from '../../facts/facts.ts'
import { choice, closed, longText, optional, yes } from '../../vocabulary/fields.ts'
import { age, disputable } from './age.ts'
import { courtOfPlace, foundIn, opinion } from './fields.ts'
import { guardianship } from './guardian.ts'
import { justice } from './justice.ts'
import { flight } from './flight.ts'
import { placing } from './place.ts'
import { receiving } from './reception.ts'
import { youngAdult } from './young.adult.ts'
import { minorStates as states } from '../../vocabulary/states.ts'
import { parentsInformed, protecting, reportGrounds } from '../../vocabulary/words.minor.ts'

const row = rowsOf('minor', { sees: 'D' })

const told = {
  parentsInformed: choice(parentsInformed, {
    label: { fr: 'Parents informés', en: 'Parents informed' },
    hint: {
      fr: 'En matière de traite, l’information des parents est le plus souvent contraire à l’intérêt de l’enfant.',
      en: 'In trafficking, informing parents is most often contrary to the child’s interest.'
    }
  }),
  childHeard: optional(
    yes({
      label: {
        fr: 'L’enfant a pu dire ce qu’il en pense',
        en: 'The child could say what they think'
      }
    })
  ),
  opinion,
  facts: longText({ label: { fr: 'Ce qui inquiète', en: 'What gives concern' }, dataClass: 'C' })
}

const reporting = {
  'concern.report': row({
    transition: 'T601',
    from: ['presumed_minor', 'age_disputed', 'runaway'],
    to: 'information_preoccupante',
    label: { fr: 'Transmettre l’information préoccupante', en: 'Send the report of concern' },
    done: { fr: 'Information préoccupante transmise', en: 'Report of concern sent' },
    input: closed(told),
    guards: ['minorOrDoubt', 'concernDue'],
    basis: ['CASF.L226-2-1', 'CASF.L226-3', 'COE197.10'],
    // Whoever saw the signs reads that the child was reported.
    aloud: { word: protecting },
    effects: [{ type: 'openReferral', kind: 'child_protection' }],
    duty: true,
    apply: (facts) => ({
      concernAssessed: false,
      ...(facts.missing && { minorBefore: 'information_preoccupante' })
    })
  }),
  // The département has its copy at once (CASF L226-4 II): it need not be told a second time.
  'minor.report_prosecutor': row({
    transition: 'T602',
    from: ['presumed_minor', 'age_disputed', 'information_preoccupante', 'runaway'],
    to: 'signalement',
    label: {
      fr: 'Signaler un enfant en danger au parquet, pour sa protection',
      en: 'Report a child in danger to the prosecutor, for protection'
    },
    done: {
      fr: 'Situation signalée au parquet, copie au département',
      en: 'Reported to the prosecutor, copy to child protection'
    },
    input: closed({
      foundIn,
      court: courtOfPlace,
      ground: choice(reportGrounds, { label: { fr: 'Pourquoi', en: 'Why' } }),
      ...told
    }),
    guards: ['minorOrDoubt', 'beforeJudge'],
    basis: ['CASF.L226-4', 'CESEDA.R425-10', 'CP.226-14', 'CC.375'],
    aloud: { word: protecting },
    opens: [{ code: 'MNIO-GUARDIAN', when: 'guardianMissing' }],
    effects: [
      { type: 'openReferral', kind: 'prosecutor' },
      { type: 'openReferral', kind: 'child_protection' }
    ],
    duty: 'prosecutorAwaited',
    apply: (facts, input) => ({
      foundIn: input.foundIn,
      ...(facts.missing && { minorBefore: 'signalement' })
    })
  })
}

/** Found to be an adult by a decision, and still held to be one. */
const foundAdult = {
  to: 'not_applicable',
  when: (facts: Facts) => facts.ageDecision === 'adult' && !isMinor(facts)
} as const
/** What justice and the services decide while a child is searched for does not stop the search. */
const searched = { to: 'runaway', when: (facts: Facts) => facts.missing } as const
const protectedStates = [
  'information_preoccupante',
  'signalement',
  'opp_issued',
  'je_seized',
  'measure_ordered',
  'placed_distanced',
  'placed_secure',
  'placed_common'
] as const

/** Back to where protection stood: for a child who was found, or whose age was decided. */
const backTo = (over: (facts: Facts) => boolean) => [
  ...protectedStates.map((to) => ({ to, when: (facts: Facts) => over(facts) && facts.minorBefore === to })),
  { to: 'presumed_minor', when: over } as const
]

/**
 * Whether the child fled while the age was disputed and nobody has decided since: once found, the age is disputed as
 * before.
 */
export const fledDisputed = ({ fledFrom, ageDecision, minorBefore }: Facts): boolean =>
  fledFrom === 'age_disputed' &&
  ageDecision === 'disputed' &&
  (disputable as readonly (string | null)[]).includes(minorBefore)
const stillDisputed = {
  to: 'age_disputed',
  when: (facts: Facts) => !facts.missing && fledDisputed(facts)
} as const

const always: Settling<typeof states> = {
  not_applicable: [{ to: 'presumed_minor', when: 'minorOrDoubt' }],
  presumed_minor: [{ to: 'not_applicable', when: 'adult' }],
  age_disputed: [foundAdult, ...backTo((facts) => facts.ageDecision !== 'disputed')],
  ...Object.fromEntries(protectedStates.map((state) => [state, [foundAdult, searched]])),
  runaway: [foundAdult, stillDisputed, ...backTo((facts) => !facts.missing)],
  // Where a birth date turns out to be wrong, the person is a child again.
  majority_reached: [{ to: 'presumed_minor', when: 'minorOrDoubt' }]
}

export const minor = {
  initial: 'not_applicable',
  states,
  always,
  commands: {
    ...reporting,
    ...receiving,
    ...justice,
    ...guardianship,
    ...placing,
    ...flight,
    ...age,
    ...youngAdult
  }
} as const satisfies Region
