import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { partsHeld } from '../../support/participations.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { inputFor } from '../../support/inputs.ts'
import { openRepair } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { refOf, undoAt, undo, rows, rowOf, offersOf, leftToOthers } = openRepair(site)
let minutes = 0
const later = () => site.at(new Date(noon.getTime() + ++minutes * 60_000))
const act = async (login: string, id: string, command: string, input: object = {}) => {
  later()
  await tell.act(login, id, command as never, input as never)
  later()
}
const referrals = (id: string) =>
  rows('select state, preview from referral where case_id = $1 order by sent_at', [id])

/** What is answered to whoever looks at an act and then asks to take it back. */
const asked = async (login: string, id: string, command: string) => {
  const ref = await refOf(id, command)
  const view = await site.get(login, undoAt(id, ref))
  const done = await undo(login, id, ref)
  return { kept: view.json().kept, detail: done.json().detail, status: done.statusCode, view: view.json() }
}

const refusedAs = async (login: string, id: string, [command, word]: [string, string]) => {
  const before = [await rowOf(id), await referrals(id)]
  const said = await asked(login, id, command)
  expect(said).toMatchObject({
    ...{ status: 409, kept: expect.stringContaining(word), detail: expect.stringContaining(word) }
  })
  expect([await rowOf(id), await referrals(id)]).toEqual(before)
}

const replied = 'Sa demande est déjà transmise ou déjà répondue'

describe('what others were told is not taken back', () => {
  const child = (login: string, more: object = {}) =>
    tell.flagged(login, {
      ...{ ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false, ...more },
      identity: { name: 'CANARI-NOM', birthDate: '2010-12-01' }
    } as never)

  it('where the law told it to a prosecutor, before the answer and after it', async () => {
    const id = await child('asso.rhone')
    await act('asso.rhone', id, 'minor.report_prosecutor', {
      ...{ foundIn: '69', ground: 'grave', parentsInformed: 'contrary', facts: 'CANARI-RECIT' }
    })
    const still = await partsHeld(site, id, 'parquet.lyon')
    expect(still.length).toBeGreaterThan(0)
    await refusedAs('asso.rhone', id, [
      'minor.report_prosecutor',
      'Ce que la loi a fait transmettre ne se reprend pas'
    ])
    expect(await partsHeld(site, id, 'parquet.lyon')).toEqual(still)
    await tell.move('parquet.lyon', await tell.referral(id, 'prosecutor'), 'accept').catch(() => null)
    expect((await asked('asso.rhone', id, 'minor.report_prosecutor')).status).toBe(409)
    expect(await partsHeld(site, id, 'parquet.lyon')).toEqual(still)
  })

  it('where it let an organisation into the case', async () => {
    const id = await child('asso.rhone')
    await act('asso.rhone', id, 'runaway.report', inputFor('runaway.report'))
    await refusedAs('asso.rhone', id, [
      'runaway.report',
      'Cet acte a fait plus que ce qu’une annulation peut rendre'
    ])
  })

  it('where a school told its concern for a child', async () => {
    const id = await child('ecole.69', { channel: 'school' })
    await act('ecole.69', id, 'concern.report', { parentsInformed: 'contrary', facts: 'CANARI-RECIT' })
    expect((await asked('ecole.69', id, 'concern.report')).status).toBe(409)
  })

  it('where its recipient accepted it, and reads the case since', async () => {
    const id = await tell.consenting()
    await act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await refusedAs('asso.rhone', id, ['prefecture.request', replied])
    expect(await partsHeld(site, id, 'prefecture.69')).toEqual(['prefecture'])
  })

  it('where its recipient passed it on, to one that reads the case', async () => {
    const id = await tell.consenting()
    await act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    const first = await tell.referral(id, 'prefecture')
    await tell.move('prefecture.69', first, 'transfer', { orgId: site.as('prefecture.75').orgId })
    later()
    await tell.move('prefecture.75', await tell.referral(id, 'prefecture'), 'accept')
    await refusedAs('asso.rhone', id, ['prefecture.request', replied])
  })

  it('where its recipient asked another in turn', async () => {
    const id = await tell.consenting(['B', 'C', 'J'])
    await act('asso.rhone', id, 'siao.request', { wanted: 'stay', household: 'alone' })
    await tell.move('siao.69', await tell.referral(id, 'siao'), 'accept')
    const recipientId = site.as('chrs.69').orgId
    await act('siao.69', id, 'chrs.request', { wanted: 'stay', household: 'alone', recipientId })
    await refusedAs('asso.rhone', id, ['siao.request', replied])
  })
})

describe('an act is taken back by who entered it alone', () => {
  it('and the alarm of a shelter by nobody who accompanies', async () => {
    const id = await tell.housed(site.places['foyer.azur']![0]!)
    await act('foyer.azur', id, 'housing.alert', { incident: 'located', facts: 'CANARI-ALERTE' })
    const before = await rowOf(id)
    const ref = await refOf(id, 'housing.alert')
    expect(await offersOf('asso.rhone', id)).not.toContain('housing.alert')
    expect((await site.get('asso.rhone', undoAt(id, ref))).statusCode).toBe(404)
    expect((await undo('asso.rhone', id, ref)).statusCode).toBe(404)
    expect(await rowOf(id)).toEqual(before)
  })
})

describe('whoever does not follow a whole case', () => {
  it('reads one answer, whatever was done since of which they are told nothing', async () => {
    const id = await tell.consenting(undefined, { nationality: 'unknown' } as never)
    await act('cellule.69', id, 'facts.complete', { nationality: 'third_country' })
    expect(await offersOf('cellule.69', id)).toContain('facts.complete')
    expect(await offersOf('asso.rhone', id)).not.toContain('facts.complete')
    expect(await leftToOthers('cellule.69', id)).toContain('facts.complete')
    const before = await asked('cellule.69', id, 'facts.complete')
    expect(before).toMatchObject({
      status: 409,
      kept: expect.stringContaining('Votre organisation ne suit pas tout le dossier : une')
    })
    expect(before.detail).toBe(before.kept)
    expect(before.view).toMatchObject({ resting: [], regions: [], again: [], annulled: [], withdrawn: [] })
    await act('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true })
    expect(await asked('cellule.69', id, 'facts.complete')).toEqual(before)
  })

  it('is not the association, though justice alone is told of one act: nothing hangs on that one', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await act('asso.rhone', id, 'complaint.file', inputFor('complaint.file'))
    expect(await offersOf('asso.rhone', id)).toContain('complaint.file')
    expect(await leftToOthers('asso.rhone', id)).toEqual([])
    expect((await undo('asso.rhone', id, await refOf(id, 'complaint.file'))).statusCode).toBe(200)
  })

  it('does not unmake alone what a cell decided, nor the naming by which an association was let in', async () => {
    const id = await tell.flagged('police.69')
    await act('cellule.69', id, 'triage.start')
    await act('cellule.69', id, 'referent.name', { orgId: site.as('asso.rhone').orgId })
    await refusedAs('cellule.69', id, [
      'referent.name',
      'Votre organisation ne suit pas tout le dossier, et une'
    ])
    expect(await partsHeld(site, id, 'asso.rhone')).toEqual(['referent'])
  })
})
