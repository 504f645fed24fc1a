import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { inContext } from '../../../../server/db/context.ts'
import { viewCase } from '../../../../server/reading/view.ts'
import { forFile } from '../../../support/for-file.ts'
import { openCell } from '../../../support/meetings.ts'
import { refusal, why } from '../../../support/refusals.ts'
import { noon } from '../../../support/world.ts'
import { openWithdrawals } from './withdrawals.ts'

// Who is close to a case is the same in a meeting and between two, and follows a person into each of their houses.

const cell = await forFile(openCell())
const { world, tell, meet, session } = cell
const { owner } = world.db
const { asked, votes, withdraws, reads, seen } = openWithdrawals(cell)
const [police, health, secretary] = [
  world.as('membre.69.police'),
  world.as('membre.69.sante'),
  world.as('cellule.69')
]
const noMore = () => owner.query(`delete from membership where since = '2020-02-02'`)
beforeEach(async () => {
  await cell.clearAgenda()
  await noMore()
})

const alsoAs = ({ personId }: Actor, { orgId }: Actor, role: Actor['role']) =>
  owner.query(`insert into membership (person_id, org_id, role, since) values ($1, $2, $3, '2020-02-02')`, [
    personId,
    orgId,
    role
  ])
const opinion = { opinion: 'positive', elements: ['harboured'] }
const offered = async (actor: Actor, caseId: string, command: string) => {
  const reader = { actor, locale: 'fr' as const, now: noon }
  const { actions } = await inContext(world.db.app, actor, (tx) =>
    viewCase(tx, caseId, reader, { form: true })
  )
  return actions.find((one) => one.command === command)
}

describe('between two meetings', () => {
  it('who works as well for the house that flagged gives no opinion, by the act and by its button', async () => {
    const caseId = await cell.triaged()
    await alsoAs(police, world.as('asso.rhone'), 'asso')
    expect(await why(tell.actAs(police, caseId, 'grounds.propose', opinion))).toContain(
      'Une autre institution où vous travaillez a signalé'
    )
    expect(await offered(police, caseId, 'grounds.propose')).toMatchObject({
      enabled: false,
      reason: expect.stringContaining('a signalé')
    })
    await noMore()
    expect(await offered(police, caseId, 'grounds.propose')).toMatchObject({ enabled: true })
    await tell.actAs(police, caseId, 'grounds.propose', opinion)
  })

  it('nor does a secretary who works for it, or who withdrew from the case as a member', async () => {
    const caseId = await cell.triaged()
    await tell.act('membre.69', caseId, 'grounds.propose', opinion)
    await alsoAs(secretary, world.as('asso.rhone'), 'asso')
    expect(await why(tell.actAs(secretary, caseId, 'grounds.positive'))).toContain('a signalé')
    await noMore()
    await alsoAs(secretary, health, 'cell_member')
    const meeting = await meet.inSession(['membre.69'])
    const itemId = await meet.item(meeting, caseId)
    await owner.query(
      `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at, whole) values ($1, $2, $3, $4, $5, now(), false)`,
      [itemId, caseId, secretary.personId, health.orgId, secretary.orgId]
    )
    expect(await why(tell.actAs(secretary, caseId, 'grounds.positive'))).toContain('Votre retrait')
    expect(await offered(secretary, caseId, 'grounds.positive')).toMatchObject({ enabled: false })
    await owner.query('delete from meeting_recusal where case_id = $1', [caseId])
    await tell.actAs(secretary, caseId, 'grounds.positive')
  })
})

describe('a house that withdraws', () => {
  const voice = `insert into meeting_vote (item_id, person_id, cell_org_id, voice, recorded_by, at) values ($1, $2, $3, 'against', $4, now())`

  it('takes with it who works for it and was convened for another, nor past the page; they read and vote once they left', async () => {
    const { caseId, id, itemId } = await session()
    await alsoAs(health, police, 'police')
    expect(await reads(health, caseId)).toBe(true)
    await withdraws(police, id, itemId, 'institution')
    expect(await reads(health, caseId)).toBe(false)
    expect(await refusal(offered(health, caseId, 'grounds.propose'))).toBe('NotFound')
    expect(await why(votes(health, id, itemId))).toContain('s’est retirée de ce dossier')
    expect(await refusal(tell.actAs(health, caseId, 'grounds.propose', opinion))).toBe('NotFound')
    const own = [itemId, health.personId, secretary.orgId, 'member']
    await expect(asked(health, voice, own)).rejects.toThrow(/who withdrew/)
    await owner.query(`update membership set until = '2020-03-03' where since = '2020-02-02'`)
    expect(await reads(health, caseId)).toBe(true)
    await votes(health, id, itemId)
  })

  it('says to who works for it no more than that the case is looked at without them, and nothing to the others', async () => {
    const { caseId, id, itemId } = await session()
    await alsoAs(health, police, 'police')
    await withdraws(police, id, itemId, 'institution')
    // Of the institution they sit for they may still say that it withdraws: its alternate is then called.
    expect(await seen(health, id, itemId)).toMatchObject({
      ...{ caseId: null, sheet: null, vote: null, withdraw: true },
      withdrawn: {
        said: 'Ce dossier est examiné sans vous : vous ne le lisez pas et n’y votez pas.',
        reasons: []
      }
    })
    expect(await seen(world.as('membre.69'), id, itemId)).toMatchObject({ caseId, withdrawn: null })
    expect(await seen(secretary, id, itemId)).toMatchObject({ caseId, withdrawn: null })
  })

  it('leaves to who works for it what another part of a house of theirs does for the person, and the secretariat its file', async () => {
    const { caseId, id, itemId } = await session()
    await alsoAs(secretary, police, 'police')
    const accompanies = world.as('asso.rhone')
    await alsoAs(accompanies, police, 'police')
    await withdraws(police, id, itemId, 'institution')
    for (const who of [secretary, accompanies]) expect(await reads(who, caseId)).toBe(true)
    expect(await why(tell.actAs(secretary, caseId, 'grounds.propose', opinion))).toContain('s’est retirée')
  })

  it('leaves the voice that was given before', async () => {
    const { id, itemId } = await session()
    await alsoAs(health, police, 'police')
    for (const login of ['membre.69', 'membre.69.sante']) await meet.vote(login, id, itemId)
    await withdraws(police, id, itemId, 'institution')
    await meet.decide(id, itemId).catch(() => null)
    const { rows } = await owner.query(
      `select count(*)::int as n from meeting_vote where item_id = $1 and person_id = $2`,
      [itemId, health.personId]
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('says nothing of ties to who is neither of the house nor in the case', async () => {
    const { caseId, id, itemId } = await session()
    await alsoAs(health, police, 'police')
    await withdraws(police, id, itemId, 'institution')
    const ties = 'select person_id from ties_of($1)'
    expect(await asked(world.as('membre.69'), ties, [caseId])).toEqual([])
    expect(await asked(health, ties, [caseId])).toEqual([{ person_id: health.personId }])
    // Nor to who is tied to it, where the house that they act for takes no part.
    await owner.query(
      `insert into membership (person_id, org_id, role, since) values ($1, $2, 'asso', '2020-02-02')`,
      [health.personId, world.as('asso.paris').orgId]
    )
    const elsewhere = { ...world.as('asso.paris'), personId: health.personId }
    expect(await asked(elsewhere, ties, [caseId])).toEqual([])
  })

  it('is asked of a secretary who notes a voice: of another cell, nobody notes one', async () => {
    const { id, itemId } = await session()
    const elsewhere = world.as('cellule.976')
    const noted = [itemId, police.personId, elsewhere.orgId, 'secretary']
    await expect(asked(elsewhere, voice, noted)).rejects.toThrow(/row-level/)
    // Nor of a meeting that they would read.
    await owner.query('create policy open_to_all on meeting for select to mnio_app using (true)')
    await expect(asked(elsewhere, voice, noted))
      .rejects.toThrow(/row-level/)
      .finally(() => owner.query('drop policy open_to_all on meeting'))
    await meet.act('cellule.69', id, 'vote.record', { itemId, personId: police.personId, voice: 'in_favour' })
    const { rows } = await owner.query('select voice from meeting_vote where item_id = $1', [itemId])
    expect(rows).toEqual([{ voice: 'in_favour' }])
  })
})
