import { describe, expect, it } from 'vitest'
import { answersWarning, liftedBy, lifting } from '../../../policies/next/lifting.ts'
import { sightOf } from '../../../policies/sight.ts'
import { advance } from '../../../workflows/case/advance.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { guards, type GuardId, type Situation } from '../../../workflows/guards/guards.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { starts } from '../../../verify/walk/starts.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

const by = { personId: 'p', orgId: 'o', orgType: 'association', today: '2026-11-24' }

const done = (before: Situation, type: CommandType, input: object): Situation | null => {
  try {
    return advance(before, { type, input, by })
  } catch {
    // A form without what it needs, or a case in which the act is not open.
    return null
  }
}

const after = (situations: readonly Situation[], type: CommandType): Situation[] =>
  situations.flatMap((one) => inputsOf(type).flatMap((input) => done(one, type, input as object) ?? []))

/** Where cases begin, are closed, pursued, weighed, safe where they are and without an agreement: from there each reason is met. */
const places = (): Situation[] => [
  ...starts(),
  ...after(starts(), 'complaint.file'),
  aCase({ regions: { identification: 'under_triage' }, facts: { presumed: false } }),
  aCase({ regions: { closure: 'closed_inserted' } }),
  aCase({ regions: { consent: 'informed' }, facts: { informed: true, consents: [] } }),
  aCase({ facts: { localDanger: false } }),
  aCase({ regions: { housing: 'housed_acse' }, facts: { bed: 'acse' } }),
  aMinorCase({ regions: { minor: 'je_seized' } }),
  aMinorCase({ regions: { minor: 'runaway' }, facts: { missing: true, minorBefore: 'je_seized' } })
]

/** Reasons that say what comes first, and lead to no act. */
const leadNowhere: Partial<Record<GuardId, string>> = {
  factsPlaceKnown: 'it closes no act: the place is a field of the acts that it refuses',
  informAgain: 'it takes agreements back at eighteen, and is no reason that anybody is told',
  recoveringOpen: 'it warns, of an article: which of the two is asked is a choice',
  complaintPermitNotAsked: 'the first application is spoken of, and nothing comes before another',
  residentCardNotAsked: 'as above',
  housingPermitNotAsked: 'as above',
  discretionNotAsked: 'as above',
  youngAdultPermitNotAsked: 'as above',
  firstGoesOn: 'as above'
}
const saysFirst = ({ fr, en }: Bilingual) => /\bd’abord\b/i.test(fr) || /\bfirst\b/i.test(en)

describe('the act to which a reason leads', () => {
  const all = places()

  it.each(Object.entries(lifting) as [GuardId, readonly CommandType[]][])(
    '%s is lifted by it',
    (guard, acts) => {
      const shut = all.filter((one) => !guards[guard].holds(one))
      for (const act of acts)
        expect([act, after(shut, act).some((one) => guards[guard].holds(one))]).toEqual([act, true])
    }
  )

  it('has its row wherever a reason says what comes first, or it is written why it has none', () => {
    const said = (Object.keys(guards) as GuardId[]).filter((guard) => saysFirst(guards[guard].reason))
    expect(said.length).toBeGreaterThan(5)
    const unled = said.filter((guard) => !(guard in lifting))
    expect(unled.toSorted()).toEqual(Object.keys(leadNowhere).toSorted())
  })

  it('is, beside an act that is open, the one of which its warning speaks', () => {
    const [before, weighed] = [aCase(), aCase({ facts: { returnAssessed: true } })]
    const asked = (one: Situation, role: Capacity) =>
      answersWarning('return.depart', one, sightOf([role], one.facts))
    expect(asked(before, 'prefecture')).toEqual([])
    expect(asked(before, 'referent')).toEqual(lifting.returnWeighed)
    expect(asked(weighed, 'referent')).toEqual([])
    expect(liftedBy('return.depart', before, sightOf(['referent'], before.facts))).toEqual([])
  })

  it('is the recording of an agreement where one is missing', () => {
    const situation = aCase({
      regions: { identification: 'presumed' },
      facts: { presumed: true, consents: [] }
    })
    expect(liftedBy('acse.request', situation, sightOf(['referent'], situation.facts))).toContain(
      'consent.record'
    )
  })

  it('is not told to whoever may not learn why', () => {
    const situation = aCase({ facts: { localDanger: false, consents: ['C'] } })
    const knows = sightOf(['referent'], situation.facts)
    const not = sightOf(['prefecture'], situation.facts)
    expect(liftedBy('acse.request', situation, knows)).toEqual(['facts.complete'])
    expect(liftedBy('acse.request', situation, not)).toEqual([])
  })
})
