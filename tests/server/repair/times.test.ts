import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, read, site } from '../../support/running/birthdays.ts'
import { openRepair } from './support.ts'

// A time to appeal hangs on all the acts that are on file: what one of them hid of another counts once it is taken back.

amongBirthdays()

const code = 'D-APPEAL-LEAVE'
const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const changes = (id: string, what: string, on: string, more: object = {}) =>
  asso(id, 'appeal.time', { what, about: 'removal', on, noticeOn: '2026-11-09', ...more })
const clocks = async (id: string) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => one.code.startsWith(code))
const told = async (id: string) =>
  (await clocks(id)).map((one) => [one.code, one.startsOn, one.dueOn, one.legalEnd?.on ?? null])

const obliged = async () => {
  const id = await site.tell.flagged()
  const [decisionOn, notifiedOn] = ['2026-11-09', '2026-11-09']
  await asso(id, 'removal.notified', { decisionOn, notifiedOn, appealWithin: 'one_month' })
  return id
}

/** Detained by error of person, whatever the hour: its act is the first of the two upon the time. */
const detained = (id: string) => changes(id, 'detention_centre', '2026-11-16', { at: '09:00' })
const takenBack = async (id: string, number: number) => {
  const { undo, rows } = openRepair(site)
  const { refOf } = await import('../../../server/cases/act-ref.ts')
  const [row] = await rows<{ seq: number }>(
    `select seq from case_event where case_id = $1 and command = 'appeal.time' order by seq offset $2 limit 1`,
    [id, number]
  )
  return undo('asso.rhone', id, refOf(site.db.keys, { caseId: id, seq: row!.seq }))
}

describe('an act upon a time to appeal that is taken back', () => {
  it('gives the month back with nothing else, where nothing else is upon it', async () => {
    const id = await obliged()
    const before = await clocks(id)
    await detained(id)
    expect(await told(id)).not.toEqual(before.map((one) => [one.code, one.startsOn, one.dueOn, null]))
    expect((await takenBack(id, 0)).statusCode).toBe(200)
    expect((await clocks(id)).map(({ dueOn, legalEnd }) => [dueOn, legalEnd])).toEqual(
      before.map(({ dueOn, legalEnd }) => [dueOn, legalEnd])
    )
  })

  it('leaves what it hid: aid that was asked for keeps the month open (decree 2020-1717, art. 43)', async () => {
    const id = await obliged()
    await detained(id)
    const cut = await told(id)
    await changes(id, 'aid_asked', '2026-11-18')
    // The 48 hours allow no extension (CESEDA R921-3).
    expect(await told(id)).toEqual(cut)
    expect((await takenBack(id, 0)).statusCode).toBe(200)
    const [clock, ...others] = await clocks(id)
    expect(others).toEqual([])
    expect([clock!.code, clock!.dueOn]).toEqual([code, '2026-12-10'])
    expect(JSON.stringify(clock)).toMatch(/Aide juridictionnelle demandée/)
  })
})
