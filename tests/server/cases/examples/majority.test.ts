import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, flagged, only, read } from '../../../support/running/birthdays.ts'

amongBirthdays()

const code = 'D-MAJORITY-PREPARED'
const clockOf = async (login: string, id: string) =>
  (await read(login, id)).deadlines.find((one) => one.code === code)
const held = { on: '2026-11-24', prepared: ['young_adult', 'permit'] }

// CASF L222-5-1: « au plus tard un an avant sa majorité ». The article names no day of seventeen years and a half.
describe('the interview that prepares majority (CASF L222-5-1)', () => {
  it('is due at seventeen: born on 17 March 2010, by 17 March 2027', async () => {
    const id = await flagged('2010-03-17')
    await only(code)
    expect(await clockOf('asso.rhone', id)).toMatchObject({
      label: 'Entretien d’autonomie (17 ans)',
      dueOn: '2027-03-17',
      computation: ['17 mars 2010 + 17 ans = 17 mars 2027']
    })
  })

  it('is due at once for whoever is met at seventeen and two months (« dans les meilleurs délais »)', async () => {
    const id = await flagged('2009-09-17')
    expect(await clockOf('asso.rhone', id)).toMatchObject({ dueOn: '2026-11-24', late: false })
  })

  it('is written down with the day on which it was held, and the clock stops', async () => {
    const id = await flagged('2010-03-17')
    await acts('asso.rhone', id, 'majority.prepare', held)
    expect((await clockOf('asso.rhone', id))?.state).not.toBe('running')
    const [line] = (await read('asso.rhone', id)).timeline
    expect(line).toMatchObject({ label: 'Entretien d’autonomie tenu' })
  })

  it('tells a member of the cell, who may not know a birth date, nothing of its day', async () => {
    const id = await flagged('2010-03-17')
    await only(code)
    await acts('cellule.69', id, 'triage.start')
    const told = JSON.stringify(await read('membre.69', id))
    expect(/2027-03-17|17 mars|Entretien d’autonomie/.test(told)).toBe(false)
  })
})
