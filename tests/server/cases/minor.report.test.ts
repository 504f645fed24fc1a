import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import {
  inChildhood,
  world,
  tell,
  elsewhere,
  rows,
  clocks,
  partsOf,
  sees,
  child,
  report,
  seized,
  measure
} from '../../support/child.ts'
import { refusal, why } from '../../support/refusals.ts'
import { insertOrganisation, noon } from '../../support/world.ts'

inChildhood()

describe('who may', () => {
  it('nobody of child protection or justice reads a case before it is told', async () => {
    const id = await child()
    for (const login of ['ase.69', 'parquet.lyon', 'juge.69', 'adhoc.69'])
      expect([login, await refusal(sees(login, id))]).toEqual([login, 'NotFound'])
  })

  it('only the prosecutor orders, only the judge measures, only child protection places', async () => {
    const id = await seized()
    const order = { on: '2026-11-24', distanced: true }
    const where = { on: '2026-11-24', zone: 'south_west', adhesion: 'agrees' }
    for (const login of ['asso.rhone', 'ase.69', 'juge.69'])
      expect(await refusal(tell.act(login, id, 'opp.issue', order))).toBe('NotAllowed')
    for (const login of ['asso.rhone', 'ase.69', 'parquet.lyon'])
      expect(
        await refusal(
          tell.act(login, id, 'measure.order', {
            on: '2026-11-24',
            decision: 'merits',
            measure: 'home',
            childHeard: 'heard'
          })
        )
      ).toBe('NotAllowed')
    for (const login of ['asso.rhone', 'parquet.lyon', 'juge.69'])
      expect(await refusal(tell.act(login, id, 'place.secure', where))).toBe('NotAllowed')
    await measure(id)
    await tell.act('ase.69', id, 'place.secure', where)
    expect((await tell.row(id))['minor']).toBe('placed_secure')
    expect(await clocks(id)).toMatchObject({
      'MNIO-SECURE-STAY': '2027-05-24 running',
      'MNIO-PLACEMENT-REVIEW': '2027-02-24 running'
    })
  })
})

describe('telling', () => {
  it('the prosecutor of where the child was found is told, not the one of the cell', async () => {
    const id = await child()
    await report(id, '13')
    expect(await partsOf(id)).toEqual(
      expect.arrayContaining(['ase-69 child_protection', 'parquet-13 prosecutor'])
    )
    expect(await refusal(sees('parquet.lyon', id))).toBe('NotFound')
    const [sent] = await rows<{ org: string }>(
      `select recipient_org_id as org from referral where case_id = $1 and kind = 'prosecutor'`,
      [id]
    )
    expect(sent!.org).toBe(elsewhere)
  })

  it('where several courts share a département, the one that is named is told, and no other by chance', async () => {
    const of = async (court: string) => {
      const key = `parquet-${court}`
      const org = await insertOrganisation(world.db, { key, name: key, type: 'prosecution', territory: '06' })
      await world.db.owner.query('update organisation set court = $2 where id = $1', [org, court])
      return org
    }
    await of('06.grasse')
    const nice = await of('06.nice')
    const id = await child()
    const told = { ground: 'grave', parentsInformed: 'contrary', facts: 'mot', foundIn: '06' }
    expect(await why(tell.act('asso.rhone', id, 'minor.report_prosecutor', told))).toBe(
      'Plusieurs tribunaux se partagent ce département : dites lequel.'
    )
    const elsewhereCourt = { ...told, court: '69.lyon' }
    expect(await refusal(tell.act('asso.rhone', id, 'minor.report_prosecutor', elsewhereCourt))).toBe(
      'InvalidInput'
    )
    await tell.act('asso.rhone', id, 'minor.report_prosecutor', { ...told, court: '06.nice' })
    const sent = await rows<{ org: string }>(
      `select recipient_org_id as org from referral where case_id = $1 and kind = 'prosecutor'`,
      [id]
    )
    expect(sent).toEqual([{ org: nice }])
  })

  it('a report of concern nobody has answered yet does not stop the one to the prosecutor', async () => {
    const id = await child()
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'un mot' })
    expect(await clocks(id)).not.toHaveProperty('D-IP')
    await report(id)
    expect((await tell.row(id))['minor']).toBe('signalement')
    const sent = await rows(`select from referral where case_id = $1 and kind = 'child_protection'`, [id])
    expect(sent).toHaveLength(1)
  })

  it('the three months of the département run from its reception, and end with its assessment', async () => {
    const id = await child()
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'un mot' })
    await tell.move('ase.69', await tell.referral(id, 'child_protection'), 'accept')
    expect(await clocks(id)).toMatchObject({ 'D-IP': '2027-02-24 running' })
    await tell.act('ase.69', id, 'concern.received', { on: '2026-11-20' })
    expect(await clocks(id)).toMatchObject({ 'D-IP': '2027-02-20 running' })
    const assessment = { on: '2026-11-24', outcome: 'judicial' }
    expect(await refusal(tell.act('asso.rhone', id, 'concern.assess', assessment))).toBe('NotAllowed')
    await tell.act('ase.69', id, 'concern.assess', assessment)
    expect(await clocks(id)).not.toHaveProperty('D-IP')
  })

  it('police who flag a child have the prosecutor to tell, whatever the danger', async () => {
    const id = await tell.flagged('police.69', { ageGroup: 'minor', ageBand: '15-17', danger: 'possible' })
    expect(await clocks(id)).toMatchObject({ 'MNIO-MINOR-VICTIM': '2026-11-25 running' })
    await report(id, '69', 'police.69')
    expect(await clocks(id)).not.toHaveProperty('MNIO-MINOR-VICTIM')
    expect(await clocks(await child())).not.toHaveProperty('MNIO-MINOR-VICTIM')
  })

  it('in immediate danger the two hours run until it is done, and the guardian is then awaited', async () => {
    const id = await child({ danger: 'immediate' })
    expect(await clocks(id)).toMatchObject({ 'MNIO-SIGNALEMENT': '2026-11-24 running' })
    await report(id)
    expect(await clocks(id)).not.toHaveProperty('MNIO-SIGNALEMENT')
    expect(await clocks(id)).not.toHaveProperty('MNIO-IP')
    expect(await clocks(id)).toMatchObject({ 'MNIO-GUARDIAN': '2026-11-26 running' })
  })
})

describe('who was told and acts', () => {
  const answers = (id: string) =>
    rows<{ told: string }>(
      `select r.kind || ' ' || r.state || ' ' || coalesce(d.state, '-') as told from referral r
       left join deadline d on d.referral_id = r.id where r.case_id = $1 and r.kind <> 'ad_hoc_guardian' order by 1`,
      [id]
    ).then((found) => found.map(({ told }) => told))

  it('answers for itself alone: the act of another leaves its own referral waiting', async () => {
    const id = await child()
    await report(id)
    await tell
      .act('police.69', id, 'runaway.report', {
        lastSeenOn: '2026-11-24',
        how: 'unknown',
        policeTold: true
      })
      .catch(() => null)
    expect(await answers(id)).toEqual(['child_protection sent running', 'prosecutor sent running'])
  })

  it('has answered by it: its clock stops, and its silence is told to nobody', async () => {
    const id = await child()
    await report(id)
    await tell.act('parquet.lyon', id, 'opp.issue', { on: '2026-11-24', distanced: true })
    expect(await answers(id)).toEqual(['child_protection sent running', 'prosecutor accepted stopped'])
    world.at(new Date(noon.getTime() + 3 * 24 * 3_600_000))
    await fireDue(world.gate)
    expect(await answers(id)).toEqual(['child_protection escalated fired', 'prosecutor accepted stopped'])
    await tell.act('ase.69', id, 'runaway.report', {
      lastSeenOn: '2026-11-24',
      how: 'unknown',
      policeTold: true
    })
    // A flight is told to fewer than read where she was sent: it answers nothing before them.
    expect(await answers(id)).toEqual(['child_protection escalated fired', 'prosecutor accepted stopped'])
    await tell.act('ase.69', id, 'person.inform', { on: '2026-11-24', ...tell.how, helpWithoutConsent: true })
    expect(await answers(id)).toEqual(['child_protection accepted stopped', 'prosecutor accepted stopped'])
  })
})
