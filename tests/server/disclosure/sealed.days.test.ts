import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { listCases } from '../../../server/reading/list.ts'
import {
  acts,
  amongBirthdays,
  comesBy,
  complaint,
  flagged,
  grownUp,
  only,
  ordered,
  read,
  reader,
  site,
  standAt
} from '../../support/running/birthdays.ts'
import { writtenAs } from '../../support/running/days.ts'

amongBirthdays()

const lineIn = async (view: 'all' | 'late', login: string, id: string) =>
  (
    await inContext(site.db.app, site.as(login), (tx) => listCases(tx, { view, limit: 100 }, reader(login)))
  ).items.find((one) => one.id === id)

describe('who reads the day', () => {
  const of = (view: { deadlines: { code: string }[] }, code: string) =>
    view.deadlines.find((one) => one.code === code)

  it('whoever may read the birth date reads it as before, in the case, the deadlines and the list', async () => {
    const id = await flagged('2009-12-17')
    await ordered(id)
    await only('D-MAJORITY', 'D-MAJORITY-PREPARED')
    const view = (await site.get('asso.rhone', `/api/cases/${id}`)).json()
    expect(of(view, 'D-MAJORITY')).toMatchObject({
      startsOn: '2009-12-17',
      dueOn: '2027-12-17',
      dueAt: '2027-12-16T23:00:00.000Z',
      daysLeft: 388,
      computation: ['17 déc. 2009 + 18 ans = 17 déc. 2027']
    })
    const { items } = (await site.get('asso.rhone', '/api/deadlines')).json()
    const mine = items.filter((one: { caseId: string }) => one.caseId === id)
    expect(mine.map(({ code, dueOn }: Record<string, string>) => [code, dueOn])).toEqual([
      ['D-MAJORITY-PREPARED', '2026-12-17'],
      ['D-MAJORITY', '2027-12-17']
    ])
    expect(await lineIn('all', 'ase.69', id)).toMatchObject({
      due: { dueOn: '2026-12-17', daysLeft: 23, late: false }
    })
    // Its line comes by its month, and counts as late when that is over.
    await comesBy('2026-12-31T12:00:00Z')
    expect(await lineIn('late', 'ase.69', id)).toBeUndefined()
    await comesBy('2027-01-01T12:00:00Z')
    expect(await lineIn('late', 'ase.69', id)).toMatchObject({ due: { dueOn: '2026-12-17', late: true } })
  })

  it('whoever may not reads the month of a time that runs from the eighteenth birthday, and no day', async () => {
    const id = await grownUp()
    expect(of(await read('asso.rhone', id), 'D-CIVI-OFFENCE')).toMatchObject({
      startsOn: '2025-03-17',
      dueOn: '2028-03-17',
      computation: expect.arrayContaining(['N’a pas couru avant ses dix-huit ans, le 17 mars 2025'])
    })
    const told = of(await read('cellule.69', id), 'D-CIVI-OFFENCE')
    expect(told).toMatchObject({ startsOn: '2025-03-01', dueOn: '2028-03-01', late: false })
    expect(JSON.stringify(told)).toContain('Se compte d’une date de naissance : seul le mois en est dit')
    for (const day of [
      ...writtenAs('2025-03-17', 'Europe/Paris'),
      ...writtenAs('2028-03-17', 'Europe/Paris')
    ])
      expect(JSON.stringify(await read('cellule.69', id))).not.toContain(day)
    // Once that day is over it is so for whoever reads it, and foreclosed is not late.
    const view = async (login: string) => of(await read(login, id), 'D-CIVI-OFFENCE')
    await standAt('2028-03-16T12:00:00Z')
    expect(await view('asso.rhone')).toMatchObject({ state: 'running', late: false })
    await standAt('2028-03-20T12:00:00Z')
    expect(await view('asso.rhone')).toMatchObject({ state: 'fired', late: false })
    // Within that month nothing is late yet, and nothing is left.
    await standAt('2028-03-20T12:00:00Z')
    expect(of(await read('cellule.69', id), 'D-CIVI-OFFENCE')).toMatchObject({ daysLeft: 0, late: false })
  })

  it('whose time runs from the acts alone has nothing to hide', async () => {
    const id = await site.tell.consenting(['C', 'E', 'F'])
    await acts('asso.rhone', id, 'complaint.file', { ...complaint, lastFactsOn: '2026-10-01' })
    expect(of(await read('cellule.69', id), 'D-CIVI-OFFENCE')).toMatchObject({ dueOn: '2029-10-01' })
  })
})
