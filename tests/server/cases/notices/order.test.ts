import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, read, site } from '../../../support/running/birthdays.ts'

// Acts are written down when somebody hears of them, and not in the order of their days. One that cut the time before what is counted is
// the nearer; the end in law that was told is taken from nobody.

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const obliged = async (notifiedOn: string) => {
  const id = await site.tell.flagged()
  await asso(id, 'removal.notified', { decisionOn: notifiedOn, notifiedOn, appealWithin: 'one_month' })
  return id
}
const changes = (id: string, what: string, on: string, more: object = {}) =>
  asso(id, 'appeal.time', { what, about: 'removal', on, ...more })
const clocks = async (id: string) =>
  (await read('asso.rhone', id)).deadlines.filter(({ code }) => code.startsWith('D-APPEAL-LEAVE'))
const told = async (id: string) =>
  (await clocks(id)).map(({ code, dueOn, legalEnd }) => [code, dueOn, legalEnd?.on])
const reserve = async (id: string) => JSON.stringify(await clocks(id))

describe('what cut the month, written down after a later one (CESEDA R921-1, R921-2)', () => {
  it('in the order of its days leaves nothing to be checked', async () => {
    const id = await obliged('2026-11-09')
    await changes(id, 'prison', '2026-11-16')
    await changes(id, 'house_arrest', '2026-11-20')
    expect((await told(id)).map(([code, safe]) => [code, safe])).toEqual([
      ['D-APPEAL-LEAVE-7D', '2026-11-23']
    ])
    expect(await reserve(id)).not.toMatch(/noté/)
  })

  it('moves the safe day back and no end in law; a detention centre moves it further, and a later day no more', async () => {
    const id = await obliged('2026-11-09')
    await changes(id, 'house_arrest', '2026-11-20')
    const [[code, safe, law] = []] = await told(id)
    expect([code, safe]).toEqual(['D-APPEAL-LEAVE-7D', '2026-11-27'])
    await changes(id, 'prison', '2026-11-16')
    expect(await told(id)).toEqual([[code, '2026-11-23', law]])
    await changes(id, 'prison', '2026-11-18')
    expect(await told(id)).toEqual([[code, '2026-11-23', law]])
    await changes(id, 'detention_centre', '2026-11-18', { at: '09:00' })
    await changes(id, 'prison', '2026-11-19')
    expect(await told(id)).toEqual([['D-APPEAL-LEAVE-48H', '2026-11-20', undefined]])
  })

  it('leaves the end of the 48 hours as the end in law, where the safe day was that end', async () => {
    const id = await obliged('2026-11-09')
    await changes(id, 'detention_centre', '2026-11-20', { at: '09:00' })
    const [[, safe, law = safe] = []] = await told(id)
    await changes(id, 'prison', '2026-11-12')
    expect(await told(id)).toEqual([['D-APPEAL-LEAVE-7D', '2026-11-19', law]])
  })

  it('by a house arrest that was notified before aid gave the month again, is the nearer (R921-3)', async () => {
    const id = await obliged('2026-10-26')
    await changes(id, 'aid_asked', '2026-11-12')
    await changes(id, 'aid_decided', '2026-11-20')
    const [[code, safe, law] = []] = await told(id)
    expect([code, safe]).toEqual(['D-APPEAL-LEAVE', '2026-12-21'])
    const day = '2026-11-16'
    const arrest = { decisionOn: day, notifiedOn: day, appealWithin: 'seven_days' }
    await asso(id, 'house_arrest.notified', { ...arrest, informed: 'no' })
    expect(await told(id)).toEqual([[code, safe, law]])
    await asso(id, 'house_arrest.notified', arrest)
    expect(await told(id)).toEqual([['D-APPEAL-LEAVE-7D', '2026-11-23', law]])
  })

  it('of a month that was over wakes nobody again, and is the nearer once aid is known to have kept it open', async () => {
    const id = await obliged('2026-10-19')
    await comesBy('2026-11-24T11:00:00Z')
    const before = await clocks(id)
    expect(before).toMatchObject([{ state: 'fired' }])
    const [decisionOn, notifiedOn] = ['2026-11-23', '2026-11-23']
    const arrest = { decisionOn, notifiedOn, appealWithin: 'seven_days', informed: 'yes' }
    await asso(id, 'house_arrest.notified', arrest)
    expect(await clocks(id)).toEqual(before)
    await changes(id, 'aid_asked', '2026-11-10')
    await changes(id, 'aid_decided', '2026-11-24')
    expect((await told(id)).map(([, safe]) => safe)).toEqual(['2026-11-30'])
  })

  it('of which the person was told once the month was over gives its seven days in law alone (R921-1)', async () => {
    const id = await obliged('2026-10-19')
    await comesBy('2026-11-24T11:00:00Z')
    await changes(id, 'house_arrest', '2026-11-23')
    expect(await told(id)).toEqual([['D-APPEAL-LEAVE', '2026-11-20', '2026-12-01']])
    expect(await clocks(id)).toMatchObject([{ legalEnd: { stillOpen: true } }])
  })
})
