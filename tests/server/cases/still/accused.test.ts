import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, on, read, site } from '../../../support/running/birthdays.ts'

// What is final for one accused ends nothing of what is pursued of the others.

amongBirthdays()

const court = (id: string, command: string, input: object = {}) => acts('parquet.lyon', id, command, input)
const clock = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.find((one) => one.code === code && one.state === 'running')
const word = async (id: string) =>
  (await read('asso.rhone', id)).regions.find((one) => one.id === 'judicial')?.stateLabel

/** A complaint, a civil party, and what a court did since. */
const tried = async (...steps: readonly (readonly [string, object])[]) => {
  const id = await site.tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, lastFactsOn: '2026-11-01' })
  await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on, agrees: true })
  for (const [command, input] of steps) await court(id, command, input)
  return id
}
const acquitted = [
  'procedure.acquitted',
  { court: 'criminal', pronouncedOn: '2026-11-16', presence: 'present' }
] as const
const final = { finalOn: on }

describe('a decision that is final for one of several accused (CPP 706-5, CESEDA L425-1)', () => {
  it.each([
    ['acquittal.final', 'decided', 'Décision rendue, recours possible'],
    ['no_case.final', 'decided', 'Décision rendue, recours possible'],
    ['conviction.final', 'convicted_final', 'Condamnation définitive']
  ])(
    '%s of another leaves the procedure open, and the CIVI’s year without an end',
    async (type, state, told) => {
      const id = await tried(acquitted)
      await court(id, type, { ...final, accused: 'another' })
      expect(await site.tell.row(id)).toMatchObject({ judicial: state, facts: { procedureOpen: true } })
      expect(await word(id)).toBe(told)
      expect(await clock(id, 'D-APPEAL-JUDGMENT')).toBeDefined()
      expect(await clock(id, 'D-CIVI-DECISION')).toMatchObject({
        dueOn: '2027-11-16',
        legalEnd: { on: null }
      })
      expect(await clock(id, 'D-CIVI-OFFENCE')).toMatchObject({ legalEnd: { on: null } })
    }
  )

  it('of another stops no time against the last judgment, even once its ten days are over (CPP 498)', async () => {
    for (const [accused, states] of [
      ['another', ['running']],
      ['same', ['stopped']]
    ] as const) {
      const id = await tried(['procedure.acquitted', { ...acquitted[1], pronouncedOn: '2026-11-02' }])
      await court(id, 'conviction.final', { finalOn: '2026-11-13', accused })
      const { rows } = await site.db.owner.query<{ state: string }>(
        `select state from deadline where case_id = $1 and code = 'D-APPEAL-JUDGMENT'`,
        [id]
      )
      expect(rows.map(({ state }) => state)).toEqual(states)
    }
  })

  it.each(['acquittal.final', 'no_case.final'])(
    '%s of which nobody said whose leaves a trial and an appeal open',
    async (type) => {
      const appealed = ['acquittal.appealed', { on: '2026-11-20', against: 'judgment' }] as const
      for (const [state, steps] of [
        ['trial', [['stage.trial', {}]]],
        ['on_appeal', [acquitted, appealed]]
      ] as const) {
        const id = await tried(...steps)
        await court(id, type, final)
        expect(await site.tell.row(id)).toMatchObject({ judicial: state, facts: { procedureOpen: true } })
      }
    }
  )

  it('a conviction of which nobody said whose closes nothing, and of the last accused it closes the procedure', async () => {
    for (const [said, open] of [
      [{}, true],
      [{ accused: 'same' }, false]
    ] as const) {
      const id = await tried(['stage.trial', {}])
      await court(id, 'conviction.final', { ...final, ...said })
      expect(await site.tell.row(id)).toMatchObject({
        ...{ judicial: 'convicted_final', facts: { procedureOpen: open } }
      })
    }
  })

  it('tells a prefecture of no closed procedure: the permit is still renewed', async () => {
    const id = await tried(['stage.trial', {}])
    await acts('asso.rhone', id, 'prefecture.request')
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await acts('prefecture.69', id, 'permit.issue', { issuedOn: '2026-11-02', number: 'T-1' })
    await court(id, 'acquittal.final', { ...final, accused: 'another' })
    const { regions, timeline, actions } = await read('prefecture.69', id)
    expect(regions.find((one) => one.id === 'judicial')?.stateLabel).toBe('Procédure ouverte')
    expect(timeline.map(({ label }) => label)).not.toContain('Procédure close')
    expect(actions.find(({ command }) => command === 'permit.renew')).toMatchObject({ enabled: true })
  })

  it('ends the procedure where it is said to be of the same, or of nobody else', async () => {
    for (const [type, state] of [
      ['acquittal.final', 'acquitted_final'],
      ['no_case.final', 'dismissed']
    ] as const) {
      const id = await tried(['stage.trial', {}])
      await court(id, type, { ...final, accused: 'same' })
      expect(await site.tell.row(id)).toMatchObject({ judicial: state, facts: { procedureOpen: false } })
    }
  })

  it('beside a conviction, the last acquittal ends what was still pursued, and the conviction stays', async () => {
    const id = await tried(acquitted)
    await court(id, 'conviction.final', { ...final, accused: 'another' })
    await court(id, 'acquittal.final', { ...final, accused: 'same' })
    expect(await site.tell.row(id)).toMatchObject({
      ...{ judicial: 'convicted_final', facts: { procedureOpen: false, finalOn: on } }
    })
    expect((await clock(id, 'D-CIVI-DECISION'))?.legalEnd).toMatchObject({ on: '2027-11-24' })
  })
})
