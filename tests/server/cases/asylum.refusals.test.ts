import { describe, expect, it } from 'vitest'
import { openRemoval } from './examples/removal.ts'

const { tell, on, acts, clock, body } = await openRemoval()

describe('a rejection by OFPRA', () => {
  const rejected = async (notice: object = {}) => {
    const id = await tell.reflecting()
    expect(await acts('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-06-01', wishes: true })).toBe(
      200
    )
    expect(await acts('asso.rhone', id, 'asylum.rejected', { notifiedOn: '2026-11-20', ...notice })).toBe(200)
    return id
  }

  it('gives a month to go to the asylum court, of which the prefecture is told nothing', async () => {
    const id = await rejected()
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toMatchObject({
      ...{ startsOn: '2026-11-20', dueOn: '2026-12-20', legalEnd: { on: '2026-12-21' }, state: 'running' }
    })
    expect(await body('prefecture.69', id)).not.toMatch(/CNDA|OFPRA|asile/)
    expect(await acts('prefecture.69', id, 'asylum.rejected', { notifiedOn: on })).toBe(403)
    expect(await acts('asso.rhone', id, 'asylum.appealed', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toBeUndefined()
  })

  it('is told with its day of arrival: posted in time is not enough (R532-8)', async () => {
    const told = JSON.stringify(await clock('asso.rhone', await rejected(), 'D-APPEAL-CNDA'))
    expect(told).toMatch(/doit arriver à la cour avant la fin du délai.*R532-8/)
  })

  it('that states less than a month has that day as the safe one, and the month of the code in law (2024/1348, art. 67)', async () => {
    const id = await rejected({ lastDay: '2026-11-30' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA-STATED')).toMatchObject({
      ...{ dueOn: '2026-11-30', legalEnd: { on: '2026-12-21' }, state: 'running' }
    })
    // One safe day, and not the month beside it.
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toBeUndefined()
    expect(JSON.stringify(await clock('asso.rhone', await rejected(), 'D-APPEAL-CNDA'))).toMatch(
      /Vérifiez le délai que dit la notification.*12 juin 2026/
    )
    expect(await clock('prefecture.69', id, 'D-APPEAL-CNDA-STATED')).toBeUndefined()
    await acts('asso.rhone', id, 'asylum.appealed', { on, wishes: true })
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA-STATED')).toBeUndefined()
    expect(await clock('asso.rhone', await rejected(), 'D-APPEAL-CNDA-STATED')).toBeUndefined()
  })

  it('is not over by an older decision that is written down for completeness, and is by one that came after', async () => {
    const id = await rejected()
    await acts('asso.rhone', id, 'asylum.decision', { decision: 'refused', decisionOn: '2026-07-01' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toMatchObject({ state: 'running' })
    const settled = await rejected()
    await acts('asso.rhone', settled, 'asylum.decision', { decision: 'refused', decisionOn: '2026-11-23' })
    expect(await clock('asso.rhone', settled, 'D-APPEAL-CNDA')).toBeUndefined()
  })

  it('with legal aid asked for has the same safe day and no end in law (law 91-647, art. 9-4, not read)', async () => {
    const id = await rejected()
    expect(await acts('prefecture.69', id, 'asylum.aid_asked', { on, wishes: true })).toBe(403)
    expect(await acts('asso.rhone', id, 'asylum.aid_asked', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toMatchObject({
      ...{ dueOn: '2026-12-20', legalEnd: { on: null } }
    })
  })

  it('with legal aid asked for, the stated day stays the safe one, and its end in law is in doubt as well', async () => {
    const id = await rejected({ lastDay: '2026-11-30' })
    expect(await acts('asso.rhone', id, 'asylum.aid_asked', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA-STATED')).toMatchObject({
      ...{ dueOn: '2026-11-30', legalEnd: { on: null } }
    })
  })

  it('by subsidiary protection leaves a month against the refusal of refugee status (L532-1), which an appeal answers', async () => {
    const id = await rejected()
    const decided = { decision: 'subsidiary', decisionOn: '2026-11-22', notifiedOn: '2026-11-23' }
    expect(await acts('asso.rhone', id, 'asylum.decision', decided)).toBe(200)
    const counted = await clock('asso.rhone', id, 'D-APPEAL-CNDA')
    expect(counted).toMatchObject({ state: 'running' })
    expect(await clock('prefecture.69', id, 'D-APPEAL-CNDA')).toBeUndefined()
    const anew = await tell.reflecting()
    await acts('asso.rhone', anew, 'asylum.lodged', { attestedOn: '2026-06-01', wishes: true })
    await acts('asso.rhone', anew, 'asylum.decision', decided)
    expect(await clock('asso.rhone', anew, 'D-APPEAL-CNDA')).toMatchObject({
      ...{ startsOn: '2026-11-23', dueOn: '2026-12-23', state: 'running' }
    })
    expect(await acts('asso.rhone', anew, 'asylum.appealed', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', anew, 'D-APPEAL-CNDA')).toBeUndefined()
  })

  const decidedAfter = async (said: object) => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-06-01', wishes: true })
    const decision = { decision: 'subsidiary', decisionOn: '2026-11-20', notifiedOn: '2026-11-23' }
    expect(await acts('asso.rhone', id, 'asylum.decision', { ...decision, ...said })).toBe(200)
    return id
  }

  it('by subsidiary protection bears the notice of a rejection: stated day, ways, unknown day (2024/1348, art. 67, par. 7; R532-10)', async () => {
    const ofpra = { decidedBy: 'ofpra' }
    const month = await clock('asso.rhone', await decidedAfter(ofpra), 'D-APPEAL-CNDA')
    expect(month).toMatchObject({ dueOn: '2026-12-23', legalEnd: { on: '2026-12-24' } })
    const short = await decidedAfter({ ...ofpra, lastDay: '2026-12-07' })
    expect(await clock('asso.rhone', short, 'D-APPEAL-CNDA-STATED')).toMatchObject({
      ...{ dueOn: '2026-12-07', legalEnd: { on: '2026-12-24' } }
    })
    expect(await clock('asso.rhone', short, 'D-APPEAL-CNDA')).toBeUndefined()
    const unstated = await decidedAfter({ ...ofpra, remediesStated: 'no' })
    expect(await clock('asso.rhone', unstated, 'D-APPEAL-CNDA')).toMatchObject({ legalEnd: { on: null } })
    const unnoticed = await decidedAfter({ ...ofpra, notifiedOn: undefined })
    const told = await clock('asso.rhone', unnoticed, 'D-APPEAL-CNDA')
    expect(told).toMatchObject({ dueOn: '2026-12-20', legalEnd: { on: null } })
    expect(JSON.stringify(told)).toMatch(/ne court que de ce jour \(L532-1\)/)
  })

  it('by subsidiary protection from the asylum court itself opens no month to that court, and the two months above it (CJA R821-1)', async () => {
    const id = await decidedAfter({ decidedBy: 'cnda' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toBeUndefined()
    expect(await clock('asso.rhone', id, 'D-ASYLUM-CE')).toMatchObject({
      ...{ startsOn: '2026-11-23', dueOn: '2027-01-25', legalEnd: null }
    })
    // Of whoever decided, where nobody said so, the month is the safe date and the end in law is not known.
    const unsaid = await clock('asso.rhone', await decidedAfter({}), 'D-APPEAL-CNDA')
    expect(unsaid).toMatchObject({ dueOn: '2026-12-23', legalEnd: { on: null } })
  })

  it('that states a last day beyond the month, or before itself, is recorded all the same and counts the month (L532-1)', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-06-01', wishes: true })
    expect(
      await acts('asso.rhone', id, 'asylum.rejected', { notifiedOn: '2026-11-20', lastDay: '2026-12-20' })
    ).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA-STATED')).toMatchObject({ dueOn: '2026-12-20' })
    for (const [lastDay, day, said] of [
      ['2026-12-21', /2026-12-21|21 déc/, /dernier jour indiqué plus d’un mois après la notification/],
      ['2026-11-19', /2026-11-19|19 nov/, /dernier jour indiqué avant la notification/]
    ] as const) {
      const odd = await rejected({ lastDay })
      expect(await clock('asso.rhone', odd, 'D-APPEAL-CNDA')).toMatchObject({
        ...{ dueOn: '2026-12-20', legalEnd: { on: '2026-12-21' }, state: 'running' }
      })
      expect(await clock('asso.rhone', odd, 'D-APPEAL-CNDA-STATED')).toBeUndefined()
      const story = await body('asso.rhone', `${odd}?events=50`)
      expect(story).toMatch(said)
      // What was stated is kept as it was.
      expect(story).toMatch(day)
    }
  })

  it('that states a last day which no notice bounds is counted by it, and said to be read again (L532-1)', async () => {
    const unbounded = await decidedAfter({ decidedBy: 'ofpra', notifiedOn: undefined, lastDay: '2026-12-21' })
    expect(await clock('asso.rhone', unbounded, 'D-APPEAL-CNDA-STATED')).toMatchObject({
      dueOn: '2026-12-21'
    })
    const said = /sans le jour de la notification \(L532-1\)/
    expect(await body('asso.rhone', `${unbounded}?events=50`)).toMatch(said)
    for (const bounded of [{ lastDay: '2026-12-20' }, { notifiedOn: '2026-11-23', lastDay: '2026-12-21' }]) {
      const id = await decidedAfter({ decidedBy: 'ofpra', notifiedOn: undefined, ...bounded })
      expect(await body('asso.rhone', `${id}?events=50`)).not.toMatch(said)
    }
  })

  it('that became final without the asylum court opens no two months above it; by that court, it does, lengthened by distance (R821-2)', async () => {
    const final = { decision: 'refused', decidedBy: 'ofpra' }
    expect(await clock('asso.rhone', await decidedAfter(final), 'D-ASYLUM-CE')).toBeUndefined()
    const far = await decidedAfter({ ...final, decidedBy: 'cnda', livesFar: 'overseas' })
    expect(await clock('asso.rhone', far, 'D-ASYLUM-CE')).toMatchObject({
      ...{ dueOn: '2027-01-25', legalEnd: { on: '2027-02-24' } }
    })
  })

  it('made final by the asylum court opens the two months of the Conseil d’État (CJA R821-1), told to no prefecture', async () => {
    const id = await rejected()
    const decided = { decision: 'refused', decisionOn: '2026-11-22', notifiedOn: '2026-11-23' }
    expect(await acts('asso.rhone', id, 'asylum.decision', decided)).toBe(200)
    expect(await clock('asso.rhone', id, 'D-ASYLUM-CE')).toMatchObject({
      startsOn: '2026-11-23',
      state: 'running'
    })
    expect(await clock('prefecture.69', id, 'D-ASYLUM-CE')).toBeUndefined()
  })

  it('whose notice says neither ways nor time has no end in law', async () => {
    const unstated = await clock('asso.rhone', await rejected({ remediesStated: 'no' }), 'D-APPEAL-CNDA')
    expect(unstated).toMatchObject({ dueOn: '2026-12-20', legalEnd: { on: null } })
    expect(JSON.stringify(unstated)).toContain('R. 532-10')
    const unknown = await clock('asso.rhone', await rejected({ remediesStated: 'unknown' }), 'D-APPEAL-CNDA')
    expect(JSON.stringify(unknown)).toContain('À vérifier')
  })
})

// L555-1: « peuvent être contestées devant le tribunal administratif selon la procédure prévue à l'article L. 921-1 », in seven days.
describe('reception conditions refused or ended', () => {
  it.each(['refused', 'ended'])('%s, are contested in seven days, which nothing extends', async (what) => {
    const id = await tell.reflecting()
    const decision = { what, notifiedOn: '2026-11-20' }
    expect(await acts('prefecture.69', id, 'reception.refused', decision)).toBe(403)
    expect(await acts('asso.rhone', id, 'reception.refused', decision)).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CMA-7D')).toMatchObject({
      dueOn: '2026-11-27',
      legalEnd: null
    })
    expect(await body('prefecture.69', id)).not.toMatch(/CMA|conditions d’accueil|asile/)
    expect(await acts('asso.rhone', id, 'reception.appealed', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CMA-7D')).toBeUndefined()
  })
})
