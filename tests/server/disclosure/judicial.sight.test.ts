import { beforeAll, describe, expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import type { IllegalTransition } from '../../../workflows/case/advance.ts'
import { acting } from '../../support/acting.ts'
import { clocksOf, complaint, report } from '../../support/regions/judicial.ts'
import { refusal } from '../../support/refusals.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
beforeAll(async () => {
  await insertOrganisation(world.db, {
    key: 'parquet-13',
    name: 'Parquet de Marseille',
    type: 'prosecution',
    territory: '13'
  })
})

const view = (login: string, id: string) => {
  const actor = world.as(login)
  return inContext(world.db.app, actor, (tx) => viewCase(tx, id, { actor, locale: 'fr', now: noon }))
}
const clocks = (id: string) => clocksOf(world, id)

describe('what the prefecture knows of justice (I-13)', () => {
  const judicial = async (id: string) => {
    const seen = await view('prefecture.69', id)
    const { state, stateLabel, detail, clock } = seen.regions.find(({ id: region }) => region === 'judicial')!
    expect(seen.deadlines.filter(({ code }) => /CIVI|LIMIT|EVVI|APPEAL-CIVIL|ACK|ROUTE/.test(code))).toEqual(
      []
    )
    expect(
      seen.timeline.filter(({ command }) => /complaint|stage|procedure|conviction/.test(command))
    ).toEqual([])
    expect(seen.referrals.map(({ kind }) => kind)).toEqual(['prefecture'])
    expect(JSON.stringify(seen)).not.toMatch(/instruction|enquête|Enquête|225-4-1/)
    return { state, stateLabel, detail, clock }
  }

  it('is whether a procedure is open or closed, and when a conviction became final', async () => {
    const id = await tell.reflecting()
    expect((await judicial(id)).stateLabel).toBe('Aucune procédure')
    await tell.act('cellule.69', id, 'art40.report', { ...report, factsTerritory: '69' })
    expect((await judicial(id)).stateLabel).toBe('Aucune procédure')
    await tell.act('asso.rhone', id, 'complaint.file', complaint)
    const filed = await judicial(id)
    await tell.act('parquet.lyon', id, 'stage.instruction')
    expect(await judicial(id)).toEqual(filed)
    expect(filed).toMatchObject({ stateLabel: 'Procédure ouverte', detail: null, clock: null })
    await tell.act('parquet.lyon', id, 'conviction.final', { finalOn: '2026-11-20' })
    expect(await judicial(id)).toMatchObject({
      stateLabel: 'Condamnation définitive',
      detail: 'Définitive le 20 novembre 2026'
    })
    expect(await clocks(id)).toContain('D-CIVI-DECISION')
  })
})

describe('what only a few may know', () => {
  it('a constraint told is read by the referent, the prosecutor and nobody who houses or permits', async () => {
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'complaint.file', complaint)
    expect(await refusal(tell.act('cellule.69', id, 'forced.criminality', { lawyerAgrees: true }))).toBe(
      'NotAllowed'
    )
    expect(await refusal(tell.act('asso.rhone', id, 'forced.criminality', { lawyerAgrees: false }))).toBe(
      'InvalidInput'
    )
    await tell.act('asso.rhone', id, 'forced.criminality', { lawyerAgrees: true })
    for (const [login, known] of [
      ['asso.rhone', true],
      ['parquet.lyon', true],
      ['prefecture.69', false],
      ['cellule.69', false]
    ] as const) {
      const seen = JSON.stringify(await view(login, id))
      expect([login, /forced\.|MNIO-FORCED|Contrainte signalée/.test(seen)]).toEqual([login, known])
    }
  })

  it('nor does the alarm of its clock tell it', async () => {
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'forced.criminality', { lawyerAgrees: true })
    await world.db.owner.query(
      `insert into case_event (case_id, seq, at, command, input, sealed, role, basis, basis_on, late)
       select $1, max(seq) + 1, now(), 'clock.lapse', '{"deadline":"MNIO-FORCED"}', '{}', 'system', '{MNIO.CLOCK}', '2026-11-24', false from case_event where case_id = $1`,
      [id]
    )
    const said = async (login: string) =>
      (await view(login, id)).timeline.filter(({ command }) => command === 'clock.lapse').length
    expect([await said('prefecture.69'), await said('asso.rhone')]).toEqual([0, 1])
  })

  it('protection of a witness is known to police and prosecutor alone', async () => {
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'complaint.file', complaint)
    await tell.act('parquet.lyon', id, 'protection.request', {
      testified: true,
      endangered: true,
      agrees: true,
      relatives: false,
      domicile: 'lawyer'
    })
    const told = async (login: string) =>
      (await view(login, id)).timeline.some(({ command }) => command === 'protection.request')
    expect([await told('parquet.lyon'), await told('asso.rhone'), await told('cellule.69')]).toEqual([
      true,
      false,
      false
    ])
  })

  it('a reason is told only to who may know its fact', async () => {
    const id = await tell.flagged('police.69', { nationality: 'third_country', stay: 'irregular' })
    const why = { on: '2026-11-24', language: 'bin', means: 'in_person', confidential: true, wishes: true }
    const error = await tell
      .act('police.69', id, 'grounds.record', { unit: 'PJ', on: '2026-11-24' })
      // Another service has offered reflection, of which this one is told nothing.
      .then(() =>
        world.db.owner.query(`update "case" set residence = 'reflection_offered' where id = $1`, [id])
      )
      .then(() => tell.act('police.69', id, 'reflection.offer', why))
      .catch((refused: unknown) => refused)
    expect((error as IllegalTransition).reason.fr).toBe(
      'Les conditions de cet acte ne sont pas réunies à ce jour.'
    )
    // A button that were closed by that fact would tell it: the gate is met by whoever presses, and leaves a trace.
    const action = (await view('police.69', id)).actions.find(({ command }) => command === 'reflection.offer')
    expect(action).toMatchObject({ enabled: true })
  })
})
