import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import type { EventRow } from '../../../server/cases/store.ts'
import { discloseEvents } from '../../../server/disclosure/events.ts'
import { discloseFacts } from '../../../server/disclosure/facts.ts'
import { sightOf } from '../../../policies/sight.ts'
import { judicialDetail } from '../../../server/reading/judicial.detail.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { acting } from '../../support/acting.ts'
import { clocksOf, complaint, report } from '../../support/regions/judicial.ts'
import { aCase } from '../../support/cases.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal } from '../../support/refusals.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let marseille: Actor

const world = await forFile(openWorld())
const tell = acting(world)
beforeAll(async () => {
  const orgId = await insertOrganisation(world.db, {
    key: 'parquet-13',
    name: 'Parquet de Marseille',
    type: 'prosecution',
    territory: '13'
  })
  marseille = { ...world.as('parquet.lyon'), orgId, orgName: 'Parquet de Marseille', territory: '13' }
})

const viewAs = (actor: Actor, id: string) =>
  inContext(world.db.app, actor, (tx) => viewCase(tx, id, { actor, locale: 'fr', now: noon }))
const view = (login: string, id: string) => viewAs(world.as(login), id)
const clocks = (id: string) => clocksOf(world, id)

describe('a report to the prosecutor', () => {
  it('is of article 40 for officials alone: an association reports otherwise', async () => {
    const id = await tell.presumed()
    expect(await refusal(tell.act('asso.rhone', id, 'art40.report', report))).toBe('NotAllowed')
    expect(
      await refusal(tell.act('cellule.69', id, 'prosecutor.report', { ...report, secrecy: 'agreed' }))
    ).toBe('NotAllowed')
  })

  it('goes to the place of the acts, never to the seat of the cell for want of better (I-14)', async () => {
    const id = await tell.presumed()
    await tell.act('cellule.69', id, 'art40.report', report)
    expect(await refusal(view('parquet.lyon', id))).toBe('NotFound')
    expect((await viewAs(marseille, id)).capacity.id).toBe('prosecutor')
    expect(await clocks(id)).toContain('MNIO-ACK')
    await tell.act('asso.rhone', id, 'complaint.file', { ...complaint, factsTerritory: undefined })
    expect(await refusal(view('parquet.lyon', id))).toBe('NotFound')
  })

  it('is declined by who is not competent, who then reads nothing', async () => {
    const id = await tell.presumed()
    await tell.act('cellule.69', id, 'art40.report', report)
    await tell.moveAs(marseille, await tell.referral(id, 'prosecutor'), 'decline', {
      reason: 'other_territory'
    })
    expect(await refusal(viewAs(marseille, id))).toBe('NotFound')
    await tell.act('cellule.69', id, 'art40.report', { ...report, factsTerritory: '69' })
    expect((await view('parquet.lyon', id)).capacity.id).toBe('prosecutor')
  })

  it('a complaint without a place sends nothing anywhere', async () => {
    const id = await tell.presumed()
    await tell.act('asso.rhone', id, 'complaint.file', { ...complaint, factsTerritory: undefined })
    expect(await refusal(view('parquet.lyon', id))).toBe('NotFound')
    await tell.act('asso.rhone', id, 'prosecutor.inform', { factsTerritory: '69', told: 'before' })
    expect((await view('parquet.lyon', id)).capacity.id).toBe('prosecutor')
  })
})

describe('the interregional court', () => {
  it('takes the procedure over: the first prosecution reads no more', async () => {
    const id = await tell.presumed()
    await tell.act('asso.rhone', id, 'complaint.file', complaint)
    const seize = (jirs: string) => tell.act('parquet.lyon', id, 'jirs.seized', { jirs, on: '2026-11-24' })
    expect(await refusal(view('jirs.lyon', id))).toBe('NotFound')
    await seize('69')
    expect(await refusal(view('parquet.lyon', id))).toBe('NotFound')
    expect((await view('jirs.lyon', id)).capacity.id).toBe('prosecutor')
    await tell.act('jirs.lyon', id, 'stage.instruction')
    expect((await tell.row(id))['judicial']).toBe('instruction')
  })
})

describe('the line of justice', () => {
  const line = async (login: string, id: string) => {
    const { stateLabel, detail } = (await view(login, id)).regions.find(({ id: one }) => one === 'judicial')!
    return [stateLabel, detail]
  }

  it('says what stands where no procedure is open, and nothing of it to who may not follow justice', async () => {
    const id = await tell.reflecting()
    expect(await line('asso.rhone', id)).toEqual(['Aucune procédure pénale', null])
    await tell.act('asso.rhone', id, 'civi.claim', inputFor('civi.claim'))
    expect(await line('asso.rhone', id)).toEqual(['Aucune procédure pénale', 'CIVI saisie'])
    expect(await line('prefecture.69', id)).toEqual(['Aucune procédure', null])
  })

  it('says what was seized and where it stands, to who may follow justice', async () => {
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'complaint.file', complaint)
    const act = { kind: 'investigation', on: '2026-11-24' }
    await tell.act('parquet.lyon', id, 'investigation.act', { ...act, seized: '5_20', seizedStand: 'seized' })
    await tell.act('parquet.lyon', id, 'investigation.act', { ...act, seizedStand: 'agrasc' })
    expect((await line('prefecture.69', id))[1]).toBeNull()
    for (const login of ['asso.rhone', 'parquet.lyon'])
      expect((await line(login, id))[1]).toBe('Avoirs remis à l’AGRASC : 5 000 à 20 000 €')
  })

  it('says what the labour inspection did last, until it has ended', () => {
    const says = (commands: string[], capacity: Capacity = 'prosecutor') => {
      const sight = sightOf([capacity], aCase().facts)
      const rows = commands.map(
        (command) => ({ command, input: {}, at: noon, struckBy: null }) as unknown as EventRow
      )
      const events = discloseEvents(rows, {
        sight,
        actor: { orgId: 'other', role: 'cell_member' } as const
      })
      return judicialDetail(discloseFacts(sight), { story: { events, earlier: [] }, locale: 'fr' })
    }
    expect(says(['inspection.report'], 'prefecture')).toBeNull()
    expect(says(['inspection.open', 'inspection.report', 'inspection.ended'])).toBeNull()
    expect(says(['inspection.open', 'inspection.report'])).toMatch(/^Procès-verbal de l’inspection/)
  })
})

describe('police and labour inspection', () => {
  it('police asked to identify reads the case once it has accepted', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'formal.request', { unit: 'PJ' })
    expect(await refusal(view('police.69', id))).toBe('NotFound')
    await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
    await tell.act('police.69', id, 'formal.yes', { unit: 'PJ', procedureNumber: 'P-1', on: '2026-11-24' })
    expect((await tell.row(id))['identification']).toBe('formally_identified')
  })

  it('police that flagged is not referred what it holds', async () => {
    const id = await tell.flagged('police.69')
    await tell.act('police.69', id, 'grounds.record', { unit: 'PJ', on: '2026-11-24' })
    await tell.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    await tell.act('asso.rhone', id, 'person.inform', {
      on: '2026-11-24',
      ...tell.how,
      helpWithoutConsent: true
    })
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['F'], ...tell.how })
    await tell.act('asso.rhone', id, 'formal.request', { unit: 'PJ' })
    await tell.act('police.69', id, 'formal.no', { unit: 'PJ', reason: 'CANARI' })
    expect(await clocks(id)).not.toContain('MNIO-POLICE-ANSWER')
  })

  it('the labour inspection takes part as itself, when it flags or accepts', async () => {
    const flagged = await tell.flagged('travail.69', { forms: ['labour'] })
    expect((await view('travail.69', flagged)).capacity.id).toBe('labour')
    const id = await tell.consenting(['F'], { forms: ['labour'] })
    await tell.act('asso.rhone', id, 'labour.refer', { findings: ['unpaid'] })
    expect(await refusal(view('travail.69', id))).toBe('NotFound')
    await tell.move('travail.69', await tell.referral(id, 'labour_inspection'), 'accept')
    await tell.act('travail.69', id, 'art40.report', { factsTerritory: '69', told: 'before' })
    expect((await view('parquet.lyon', id)).capacity.id).toBe('prosecutor')
  })
})
