import { expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const appeals = async (id: string) => {
  const { rows } = await world.db.owner.query<{ is: string }>(
    `select code || ' ' || due_on || ' ' || state as is from deadline
     where case_id = $1 and code like 'D-APPEAL-%' order by code, due_on`,
    [id]
  )
  return rows.map((row) => row.is)
}

const filed = { on: '2026-11-24', number: '1', wishes: true }
const refused = (notifiedOn: string) => ({
  reason: 'condition_missing',
  tenYears: false,
  decisionOn: notifiedOn,
  notifiedOn,
  appealWithin: 'two_months'
})

const known = async () => {
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}

const applies = (id: string, on: string) =>
  tell.act('asso.rhone', id, 'discretion.apply', { on, grounds: 'victim', domiciliation: true })

const refusedTwice = async () => {
  const id = await known()
  await applies(id, '2026-09-01')
  await tell.act('prefecture.69', id, 'permit.refuse', refused('2026-10-01'))
  await applies(id, '2026-11-01')
  await tell.act('prefecture.69', id, 'permit.refuse', refused('2026-11-20'))
  return id
}

it('the refusal of the programme hides no refusal of a permit, and each appeal stops its own', async () => {
  const id = await known()
  await tell.act('asso.rhone', id, 'exit.request', { wishes: true })
  await tell.act('prefecture.69', id, 'psp.refuse', { reason: 'not_engaged', notifiedOn: '2026-10-01' })
  await applies(id, '2026-11-01')
  await tell.act('prefecture.69', id, 'permit.refuse', refused('2026-11-20'))
  expect(await appeals(id)).toEqual(['D-APPEAL-PSP 2026-12-02 running', 'D-APPEAL-TA 2027-01-21 running'])
  await tell.act('asso.rhone', id, 'ta.filed', filed)
  expect(await appeals(id)).toEqual(['D-APPEAL-PSP 2026-12-02 running', 'D-APPEAL-TA 2027-01-21 stopped'])
  await tell.act('asso.rhone', id, 'psp.appeal', filed)
  expect((await appeals(id))[0]).toBe('D-APPEAL-PSP 2026-12-02 stopped')
  // Written down once more, as a record may be, it takes no other clock.
  await tell.act('asso.rhone', id, 'psp.appeal', filed)
  expect(await appeals(id)).toEqual(['D-APPEAL-PSP 2026-12-02 stopped', 'D-APPEAL-TA 2027-01-21 stopped'])
})

it('a second refusal of the permit has its own time beside the first, whose time an appeal leaves running', async () => {
  const id = await refusedTwice()
  const both = ['D-APPEAL-TA 2026-12-02 running', 'D-APPEAL-TA 2027-01-21 running']
  expect(await appeals(id)).toEqual(both)
  // Nobody says which of the two is contested: no time stops.
  await tell.act('asso.rhone', id, 'ta.filed', filed)
  expect(await appeals(id)).toEqual(both)
  await tell.act('asso.rhone', id, 'ta.filed', { ...filed, noticeOn: '2026-11-20' })
  expect(await appeals(id)).toEqual(['D-APPEAL-TA 2026-12-02 running', 'D-APPEAL-TA 2027-01-21 stopped'])
})

it('the interruption of reflection has its own time, and a permit refused later leaves it', async () => {
  const id = await tell.reflecting()
  await tell.act('prefecture.69', id, 'reflection.interrupt', {
    reason: 'public_order',
    decisionOn: '2026-11-24',
    notifiedOn: '2026-11-24',
    evidence: 'x'
  })
  await applies(id, '2026-11-24')
  await tell.act('prefecture.69', id, 'permit.refuse', refused('2026-11-24'))
  await tell.act('asso.rhone', id, 'ta.filed', filed)
  expect(await appeals(id)).toEqual([
    'D-APPEAL-REFLECTION 2027-01-25 running',
    'D-APPEAL-TA 2027-01-25 stopped'
  ])
})
