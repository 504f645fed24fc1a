import { describe, expect, it } from 'vitest'
import { openRemoval } from './removal.ts'

const { tell, on, acts, badge, clock, body } = await openRemoval()

// CESEDA L341-2 and L741-1: four days, then a judge; L741-5: no minor in detention.
describe('a person held', () => {
  const held = { where: 'waiting_zone', on, territory: '95', told: true }

  it('in detention as a minor is written down, and said to be against L741-5', async () => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
    expect(await acts('asso.rhone', id, 'held.record', { ...held, where: 'detention' })).toBe(200)
    expect(await badge('asso.rhone', id, 'held')).toMatch(/contraire à L741-5/)
  })

  it('has the day of the judge, and may be offered reflection where they are (R425-1)', async () => {
    const id = await tell.consenting()
    await acts('asso.rhone', id, 'held.record', held)
    expect(await badge('asso.rhone', id, 'held')).toBe('En zone d’attente')
    expect(await clock('asso.rhone', id, 'D-HELD-ZONE')).toMatchObject({
      dueOn: '2026-11-27',
      legalEnd: { on: '2026-11-28' }
    })
    const offer = { on, language: 'bin', means: 'in_person', confidential: true, wishes: true }
    expect(await acts('asso.rhone', id, 'reflection.offer', offer)).toBe(200)
  })

  const clockOf = (id: string, code: string) => clock('asso.rhone', id, code)

  it('in detention has four days of which that of the notice is the first, and as long to contest it (L741-10)', async () => {
    const id = await tell.flagged()
    await acts('asso.rhone', id, 'held.record', { ...held, where: 'detention' })
    expect(await clockOf(id, 'D-HELD-DETENTION')).toMatchObject({ dueOn: '2026-11-27' })
    const contest = await clockOf(id, 'D-HELD-CONTEST')
    expect(contest).toMatchObject({ dueOn: '2026-11-27' })
    expect(JSON.stringify(contest)).toMatch(/compte pour le premier jour.*L742-8.*par tout moyen/)
    expect(await acts('asso.rhone', id, 'held.contest', { on, wishes: true })).toBe(200)
    expect((await clockOf(id, 'D-HELD-CONTEST'))?.state).not.toBe('running')
    expect(await clockOf(id, 'D-HELD-DETENTION')).toMatchObject({ state: 'running' })
  })

  it('has twenty-four hours to appeal against the order, moved in law where they end on a Saturday (R743-10)', async () => {
    const id = await tell.flagged()
    await acts('asso.rhone', id, 'held.record', { ...held, where: 'detention', on: '2026-11-17' })
    const order = { on: '2026-11-20', at: '15:37', outcome: 'held_on', until: '2026-12-16' }
    expect(await acts('asso.rhone', id, 'held.judged', order)).toBe(200)
    expect((await clockOf(id, 'D-HELD-DETENTION'))?.state).not.toBe('running')
    expect(await clockOf(id, 'D-HELD-APPEAL')).toMatchObject({
      dueOn: '2026-11-21',
      legalEnd: { on: '2026-11-23' }
    })
    expect(await clockOf(id, 'D-HELD-UNTIL')).toMatchObject({ dueOn: '2026-12-16', state: 'running' })
    expect(await acts('asso.rhone', id, 'held.appeal', { on: '2026-11-20', wishes: true })).toBe(200)
  })

  it.each([
    ['detention', 'D-HELD-DETENTION', 'L742-1'],
    ['waiting_zone', 'D-HELD-ZONE', 'L342-1']
  ])(
    'in %s keeps its four days as the safe date after an order of which nobody knows the end (%s, CESEDA %s)',
    async (where, code) => {
      const id = await tell.flagged()
      await acts('asso.rhone', id, 'held.record', { ...held, where, on: '2026-11-23' })
      await acts('asso.rhone', id, 'held.judged', { on, outcome: 'held_on' })
      expect(await clockOf(id, code)).toMatchObject({ state: 'running', dueOn: '2026-11-26' })
      expect(await clockOf(id, 'D-HELD-UNTIL')).toMatchObject({ legalEnd: { on: null } })
      await acts('asso.rhone', id, 'held.judged', { on, outcome: 'held_on', until: '2026-12-19' })
      expect((await clockOf(id, code))?.state).not.toBe('running')
      expect(await clockOf(id, 'D-HELD-UNTIL')).toMatchObject({ dueOn: '2026-12-19', legalEnd: null })
    }
  )

  it('in Mayotte has four days as the safe date, and five in law: L761-8 replaces words that are gone', async () => {
    const id = await tell.flagged()
    await acts('asso.rhone', id, 'held.record', { ...held, where: 'detention', territory: '976' })
    // The claim of the person has a day more in law where its first day is not counted (CPC 641).
    for (const [code, on] of [
      ['D-HELD-DETENTION', '2026-11-28'],
      ['D-HELD-CONTEST', '2026-11-29']
    ] as const) {
      const found = await clockOf(id, code)
      expect(found).toMatchObject({ dueOn: '2026-11-27', legalEnd: { on } })
      expect(JSON.stringify(found)).toMatch(/L761-8 \(5°\)/)
    }
  })

  it('freed by the judge has no four days left to wait for (CESEDA L742-1)', async () => {
    const id = await tell.flagged()
    await acts('asso.rhone', id, 'held.record', { ...held, where: 'detention', on: '2026-11-23' })
    await acts('asso.rhone', id, 'held.judged', { on, outcome: 'freed' })
    expect((await clockOf(id, 'D-HELD-DETENTION'))?.state).not.toBe('running')
  })

  it('is written down by the prefecture that decided it, which is told nothing more of where they live', async () => {
    const id = await tell.reflecting()
    expect(await acts('prefecture.69', id, 'held.record', { ...held, where: 'detention' })).toBe(200)
    expect(await badge('asso.rhone', id, 'held')).toBe('En rétention')
    expect(await badge('prefecture.69', id, 'held')).toBeUndefined()
    expect(await clock('prefecture.69', id, 'D-HELD-DETENTION')).toBeUndefined()
  })

  it('is told where to nobody who may not know where the person lives', async () => {
    const id = await tell.reflecting()
    const before = await body('prefecture.69', id)
    await acts('asso.rhone', id, 'held.record', held)
    expect(await body('prefecture.69', id)).toBe(before)
    await acts('asso.rhone', id, 'held.ended', { on, outcome: 'freed' })
    expect(await badge('asso.rhone', id, 'held')).toBeUndefined()
  })
})
