import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const said = async (id: string) =>
  (
    await world.db.owner.query<{ command: string; input: object }>(
      `select command, input from case_event where case_id = $1
         and (command like 'care.%' or command like 'inspection.%') order by seq`,
      [id]
    )
  ).rows
const on = '2026-11-24'

const inCare = async () => {
  const id = await tell.consenting(['A', 'B', 'E', 'G'])
  await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
  const referral = await tell.referral(id, 'health')
  await tell.move('soin.69', referral, 'accept')
  return { id, referral }
}

describe('care', () => {
  it('says nothing before it has accepted, and nothing of what it treats', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    expect(await refusal(tell.act('soin.69', id, 'care.begin', { on }))).toBe('NotFound')
    const { id: accepted } = await inCare()
    const diagnosis = { on, diagnosis: 'CANARI-SANTE' }
    expect(await refusal(tell.act('soin.69', accepted, 'care.begin', diagnosis))).toBe('InvalidInput')
    expect(await refusal(tell.act('asso.rhone', accepted, 'care.begin', { on }))).toBe('NotAllowed')
    expect(await refusal(tell.act('soin.69', accepted, 'care.ended'))).toBe('NotAllowed')
  })

  it('begins, then ends with its referral, and takes part no more', async () => {
    const { id, referral } = await inCare()
    await tell.act('soin.69', id, 'care.begin', { on })
    await tell.move('soin.69', referral, 'end')
    expect(await said(id)).toEqual([
      { command: 'care.begin', input: { on } },
      { command: 'care.ended', input: {} }
    ])
    expect(await refusal(tell.act('soin.69', id, 'care.begin', { on }))).toBe('NotFound')
  })

  it('that it accepted is not asked for a second time by who sent her', async () => {
    const { id, referral } = await inCare()
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    const { rows } = await world.db.owner.query(
      `select id from referral where case_id = $1 and kind = 'health'`,
      [id]
    )
    expect(rows).toEqual([{ id: referral }])
  })

  it('has not ended because who sent her withdrew', async () => {
    const { id, referral } = await inCare()
    await tell.move('asso.rhone', referral, 'withdraw')
    expect(await said(id)).toEqual([])
  })
})

describe('the labour inspection', () => {
  it('opens, reports to the prosecutor without a word of what it found, and is done', async () => {
    const id = await tell.consenting(['B', 'F'], { forms: ['labour'] })
    await tell.act('asso.rhone', id, 'labour.refer', { findings: ['unpaid'] })
    const referral = await tell.referral(id, 'labour_inspection')
    await tell.move('travail.69', referral, 'accept')
    await tell.act('travail.69', id, 'inspection.open', { on })
    await tell.act('travail.69', id, 'inspection.report', { on, factsTerritory: '69' })
    expect(await tell.referral(id, 'prosecutor')).toMatch(/^[0-9a-f-]{36}$/)
    await tell.move('travail.69', referral, 'end')
    expect((await said(id)).map(({ command }) => command)).toEqual([
      'inspection.open',
      'inspection.report',
      'inspection.ended'
    ])
    expect(await refusal(tell.act('travail.69', id, 'inspection.open', { on }))).toBe('NotFound')
  })
})
