import { describe, expect, it } from 'vitest'
import { showCode } from '../../../server/cases/code.ts'
import { acting } from '../../support/acting.ts'
import { partsHeld } from '../../support/participations.ts'
import { why } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const story = acting(world)

const participates = (caseId: string, login: string) => partsHeld(world, caseId, login)

const stillCounted = /^La loi compte ici un délai que le dossier qui reste ne compte pas encore/

describe('a merge through the gate', () => {
  it('is refused into a case that the cell does not read, and into itself', async () => {
    const id = await story.presumed()
    const { code } = (await story.row(id)) as unknown as { code: string }
    for (const into of ['AAAA-AAAA', code])
      await expect(
        story.act('cellule.69', id, 'merge.propose', { into, proofs: ['identity'] })
      ).rejects.toMatchObject({ fields: [{ field: 'into', code: 'unknown_case' }] })
  })

  it('is refused while a referral is live, or while the law counts what the case that stays does not', async () => {
    const [stays, duplicate] = [await story.presumed(), await story.consenting()]
    const { code } = (await story.row(stays)) as unknown as { code: string }
    const propose = () =>
      story.act('cellule.69', duplicate, 'merge.propose', { into: code, proofs: ['identity'] })
    await story.act('asso.rhone', duplicate, 'prefecture.request', { signalledBy: 'PJ' })
    expect(await why(propose())).toMatch(/^Des orientations de ce dossier sont encore en cours/)
    await story.move('asso.rhone', await story.referral(duplicate, 'prefecture'), 'withdraw')
    await story.act('asso.rhone', duplicate, 'facts.complete', { lastFactsOn: '2026-10-01' })
    expect(await why(propose())).toMatch(stillCounted)
    await story.act('asso.rhone', stays, 'facts.complete', { lastFactsOn: '2026-10-01' })
    await propose()
    await story.act('cellule.69.bis', duplicate, 'merge.confirm')
    expect((await story.row(duplicate))['identification']).toBe('duplicate_merged')
  })

  it('is refused while the law counts to an earlier day than in the case that stays, and not while to a later one', async () => {
    const [early, late] = [await story.presumed(), await story.presumed()]
    await story.act('asso.rhone', early, 'facts.complete', { lastFactsOn: '2026-09-01' })
    await story.act('asso.rhone', late, 'facts.complete', { lastFactsOn: '2026-10-01' })
    const propose = async (duplicate: string, stays: string) => {
      const { code: into } = (await story.row(stays)) as unknown as { code: string }
      return story.act('cellule.69', duplicate, 'merge.propose', { into, proofs: ['identity'] })
    }
    expect(await why(propose(early, late))).toMatch(stillCounted)
    await propose(late, early)
  })

  it('takes two people, stops the file, and is undone within its time', async () => {
    const [stays, duplicate] = [await story.presumed(), await story.presumed()]
    const { code } = (await story.row(stays)) as unknown as { code: string }
    await story.act('cellule.69', duplicate, 'merge.propose', { into: code, proofs: ['identity'] })
    await expect(story.act('cellule.69', duplicate, 'merge.confirm')).rejects.toThrow()
    await expect(story.act('asso.rhone', duplicate, 'merge.confirm')).rejects.toThrow()
    await story.act('cellule.69.bis', duplicate, 'merge.confirm')
    await expect(
      story.act('asso.rhone', duplicate, 'contact.note', { on: '2026-11-24', means: 'phone' })
    ).rejects.toThrow()
    await story.act('cellule.69', duplicate, 'merge.undo')
    expect((await story.row(duplicate))['identification']).toBe('presumed')
  })
})

describe('a move to another cell', () => {
  it('leaves the first cell without a view once the other has accepted', async () => {
    const id = await story.consenting()
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    expect(await participates(id, 'cellule.75')).toEqual([])
    await expect(story.act('cellule.75', id, 'territory.take_up')).rejects.toThrow()
    await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    expect(await participates(id, 'cellule.75')).toEqual(['cell'])
    expect(await participates(id, 'cellule.69')).toEqual([])
    await story.act('cellule.75', id, 'territory.take_up')
    expect(await story.row(id)).toMatchObject({ territory: '75', identification: 'presumed' })
  })

  it('lets the members of the new cell in where it is being weighed, from its taking up on and not before', async () => {
    const child = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
    const id = await story.flagged('asso.paris', { territory: '75', ...child })
    await story.act('cellule.75', id, 'triage.start')
    await story.act('cellule.75', id, 'territory.transfer', { to: '69', reason: 'moved' })
    await story.move('cellule.69', await story.referral(id, 'cell'), 'accept')
    expect(await participates(id, 'membre.69')).toEqual([])
    await story.act('cellule.69', id, 'territory.take_up')
    expect(await participates(id, 'membre.69')).toEqual(['cell_member'])
    await story.act('cellule.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await story.act('membre.69', id, 'grounds.positive')
    expect(await story.row(id)).toMatchObject({ territory: '69', identification: 'presumed' })
  })

  it('puts the members of the cell that weighed it out', async () => {
    const child = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
    const id = await story.flagged('asso.rhone', child)
    await story.act('cellule.69', id, 'triage.start')
    expect(await participates(id, 'membre.69')).toEqual(['cell_member'])
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    expect(await participates(id, 'membre.69')).toEqual(['cell_member'])
    await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    expect(await participates(id, 'membre.69')).toEqual([])
  })

  it('asks the prefecture of the new département for what that of the old one had accepted, and no other', async () => {
    const [asked, never] = [await story.reflecting(), await story.consenting()]
    for (const id of [asked, never]) {
      await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
      await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    }
    const { rows } = await world.db.owner.query(
      `select r.case_id as id, r.state, o.territory from referral r join organisation o on o.id = r.recipient_org_id
        where r.kind = 'prefecture' and r.case_id = any($1) order by o.territory`,
      [[asked, never]]
    )
    expect(rows).toEqual([
      { id: asked, state: 'accepted', territory: '69' },
      { id: asked, state: 'sent', territory: '75' }
    ])
    await story.move('prefecture.75', await story.referral(asked, 'prefecture'), 'accept')
    expect(await participates(asked, 'prefecture.75')).toEqual(['prefecture'])
  })

  it('stays where it is when the other cell declines', async () => {
    const id = await story.consenting()
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    await story.move('cellule.75', await story.referral(id, 'cell'), 'decline', { reason: 'not_concerned' })
    expect(await story.row(id)).toMatchObject({ territory: '69', facts: { transfer: null } })
    expect(await participates(id, 'cellule.75')).toEqual([])
  })
})

describe('care', () => {
  it('opens to health its own referral and nothing before acceptance, and closes with it', async () => {
    const id = await story.consenting(['A', 'G'])
    await story.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    expect(await participates(id, 'soin.69')).toEqual([])
    const referral = await story.referral(id, 'health')
    await story.move('soin.69', referral, 'accept')
    expect(await participates(id, 'soin.69')).toEqual(['health'])
    await story.move('soin.69', referral, 'end')
    expect(await participates(id, 'soin.69')).toEqual([])
  })
})

describe('a service that declines formal identification', () => {
  it('leaves her presumed, and the request open again', async () => {
    const id = await story.consenting()
    await story.act('asso.rhone', id, 'formal.request', { unit: 'OCRTEH' })
    await story.move('police.69', await story.referral(id, 'police'), 'decline', { reason: 'overloaded' })
    expect((await story.row(id))['identification']).toBe('presumed')
    await story.act('asso.rhone', id, 'formal.request', { unit: 'CROSS' })
    expect((await story.row(id))['identification']).toBe('formal_pending')
  })
})

describe('what a move leaves behind', () => {
  it('hands to the new cell what the old one had sent, and cannot be passed on', async () => {
    const id = await story.consenting(undefined, { forms: ['labour'] })
    await story.act('cellule.69', id, 'labour.refer', { findings: ['unpaid'] })
    const labour = await story.referral(id, 'labour_inspection')
    await story.move('travail.69', labour, 'accept')
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    const asked = await story.referral(id, 'cell')
    await expect(
      story.move('cellule.75', asked, 'transfer', { orgId: world.as('cellule.976').orgId })
    ).rejects.toThrow()
    await story.move('cellule.75', asked, 'accept')
    await expect(story.move('cellule.69', labour, 'withdraw')).rejects.toThrow()
    await story.move('cellule.75', labour, 'withdraw')
    expect(await participates(id, 'travail.69')).toEqual([])
  })

  it('waits, for what the old cell had to decide, for the new one and for nobody by name', async () => {
    const id = await story.consenting()
    await story.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const refused = await story.referral(id, 'prefecture')
    await story.move('prefecture.69', refused, 'decline', { reason: 'public_order' })
    const waited = async () =>
      (
        await world.db.owner.query(
          `select awaits_org_id as org, awaits_person_id as person, escalated_to as name from referral where id = $1`,
          [refused]
        )
      ).rows[0]
    const { orgId: org, personId: person, name } = world.as('cellule.69')
    expect(await waited()).toEqual({ org, person, name })
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    expect(await waited()).toEqual({ org, person, name })
    await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    expect(await waited()).toEqual({ org: world.as('cellule.75').orgId, person: null, name: null })
  })

  it('two files are never merged into one another', async () => {
    const [one, other] = [await story.presumed(), await story.presumed()]
    const codeOf = async (id: string) => String((await story.row(id))['code'])
    await story.act('cellule.69', one, 'merge.propose', {
      into: showCode(await codeOf(other)),
      proofs: ['identity']
    })
    await expect(
      story.act('cellule.69', other, 'merge.propose', { into: await codeOf(one), proofs: ['identity'] })
    ).rejects.toThrow()
    await story.act('cellule.69.bis', one, 'merge.confirm')
    expect(await story.row(one)).toMatchObject({ identification: 'duplicate_merged' })
  })
})

it('a live file is not merged into a closed one: that one is reopened first', async () => {
  const [gone, living] = [await story.presumed(), await story.presumed()]
  await story.closed(gone)
  const into = String((await story.row(gone))['code'])
  const propose = () => story.act('cellule.69', living, 'merge.propose', { into, proofs: ['person'] })
  const closed = /^Le dossier qui resterait est clos : rouvrez-le d’abord/
  expect(await why(propose())).toMatch(closed)
  await story.act('asso.rhone', gone, 'case.reopen', { reason: 'Elle est revenue.' })
  await propose()
  await story.closed(gone)
  expect(await why(story.act('cellule.69.bis', living, 'merge.confirm'))).toMatch(closed)
  expect(await story.row(living)).toMatchObject({ identification: 'presumed' })
})
