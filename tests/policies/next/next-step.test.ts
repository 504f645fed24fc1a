import { describe, expect, it } from 'vitest'
import {
  nextStep,
  type AsTold,
  type ToldAct,
  type ToldClock,
  type ToldReferral
} from '../../../policies/next/next-step.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'

const at = new Date('2026-11-24T11:00:00Z')
const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000)

const anAct = (command: CommandType, different: Partial<ToldAct> = {}): ToldAct => ({
  ...{ command, enabled: true, unusual: false, awaited: false },
  ...different
})
const aClock = (code: string, days: number): ToldClock => ({
  id: code,
  code,
  state: 'running',
  dueAt: inDays(days)
})
const aReferral = (id: string, different: Partial<ToldReferral> = {}): ToldReferral => ({
  ...{ id, answers: false, settles: false, open: false, dueAt: null },
  ...different
})
const told = (different: Partial<AsTold> = {}): AsTold => ({
  ...{ acts: [], referrals: [], clocks: [], duties: [], at },
  ...different
})

const answer = [false, true]
/** Every way in which three acts may be offered, with and without a clock and an answer of one's own. */
const everyOffer: AsTold[] = answer.flatMap((enabled) =>
  answer.flatMap((unusual) =>
    answer.flatMap((awaited) =>
      answer.flatMap((other) =>
        answer.flatMap((clock) =>
          answer.map((answers) =>
            told({
              acts: [
                anAct('triage.start', { enabled, unusual, awaited }),
                anAct('person.inform', { enabled: other, awaited: !other }),
                anAct('case.close', { enabled: true })
              ],
              clocks: clock ? [aClock('MNIO-TRIAGE', 1), aClock('MNIO-RG', 3)] : [],
              referrals: answers ? [aReferral('r', { answers })] : []
            })
          )
        )
      )
    )
  )
)

describe('the next step', () => {
  it('is never an act that is closed, or a record that would be unexpected', () => {
    const named = everyOffer.flatMap((one) => {
      const step = nextStep(one)
      return step.is === 'act' ? [one.acts.find(({ command }) => command === step.command)] : []
    })
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((act) => !act?.enabled || act.unusual)).toEqual([])
  })

  it('is never the end of a case, which nobody is waited for to bring about', () => {
    const step = nextStep(told({ acts: [anAct('case.close')], clocks: [aClock('MNIO-CLOSE', 2)] }))
    expect(step.is).toBe('nothing')
  })

  it('names no clock and no referral of which the reader is not told', () => {
    for (const one of everyOffer) {
      const step = nextStep(one)
      if (step.is === 'referral') expect(one.referrals.map(({ id }) => id)).toContain(step.id)
      if (step.is === 'act' && step.clock) expect(one.clocks.map(({ id }) => id)).toContain(step.clock)
    }
  })

  it('is what is waited for, with the clock that it answers', () => {
    const acts = [anAct('person.inform'), anAct('triage.start', { awaited: true })]
    expect(nextStep(told({ acts, clocks: [aClock('MNIO-TRIAGE', 1)] }))).toEqual({
      ...{ is: 'act', command: 'triage.start', clock: 'MNIO-TRIAGE', awaited: true }
    })
  })

  it('is an answer of one’s own before an act without a clock, and after one that has one', () => {
    const acts = [anAct('triage.start', { awaited: true })]
    const referrals = [
      aReferral('late', { answers: true, dueAt: inDays(9) }),
      aReferral('r', { answers: true, dueAt: inDays(1) })
    ]
    expect(nextStep(told({ acts, referrals }))).toEqual({ is: 'referral', id: 'r' })
    expect(nextStep(told({ acts, referrals, clocks: [aClock('MNIO-TRIAGE', 1)] })).is).toBe('act')
  })

  it('is a refusal to settle for whoever is waited for to do so, and for nobody else', () => {
    const referrals = [aReferral('r', { settles: true })]
    expect(nextStep(told({ referrals })).is).toBe('nothing')
    expect(nextStep(told({ referrals, duties: ['referral.declined'] }))).toEqual({ is: 'referral', id: 'r' })
  })

  it('is an answer before a refusal to settle, one that has a day before one that has none, and nothing before a day that is over', () => {
    const referrals = [
      aReferral('undated', { answers: true }),
      aReferral('dated', { answers: true, dueAt: inDays(1) }),
      aReferral('refused', { settles: true, dueAt: inDays(0) })
    ]
    const duties = ['referral.declined']
    expect(nextStep(told({ referrals, duties }))).toEqual({ is: 'referral', id: 'dated' })
    const clocks = [aClock('MNIO-TRIAGE', -1)]
    expect(nextStep(told({ acts: [anAct('triage.start')], clocks })).is).toBe('nothing')
  })

  it('is what can be done already before the next day, where nothing is waited for yet', () => {
    const clocks = [aClock('MNIO-TRIAGE', 1)]
    expect(nextStep(told({ acts: [anAct('triage.start')], clocks }))).toMatchObject({
      ...{ is: 'act', command: 'triage.start', awaited: false }
    })
  })
})

describe('where nothing is the reader’s to do', () => {
  it('says which act is closed, else whose answer is awaited, else what comes due, else that nothing does', () => {
    const acts = [anAct('triage.start', { enabled: false, awaited: true })]
    const referrals = [aReferral('r', { open: true })]
    const clocks = [aClock('MNIO-CLOSE', 2)]
    const why = (one: Partial<AsTold>) => {
      const step = nextStep(told(one))
      return step.is === 'nothing' ? step.waitsFor : step
    }
    expect(why({ acts, referrals, clocks })).toEqual({ closed: 'triage.start' })
    expect(why({ referrals, clocks })).toEqual({ referral: 'r' })
    expect(why({ clocks })).toEqual({ clock: 'MNIO-CLOSE' })
    expect(why({ clocks: [aClock('MNIO-RG', 9), ...clocks, aClock('MNIO-TRIAGE', 3)] })).toEqual({
      clock: 'MNIO-CLOSE'
    })
    expect(why({})).toBe(null)
  })
})
