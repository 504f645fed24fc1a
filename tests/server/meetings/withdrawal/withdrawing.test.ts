import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openCell } from '../../../support/meetings.ts'
import { why } from '../../../support/refusals.ts'
import { inContext, runQuery } from '../../../../server/db/context.ts'

const { world, tell, meet } = await forFile(openCell())
const { owner } = world.db

/** A case before a meeting that is in session, and its item. */
const sitting = async () => {
  const caseId = await tell.flagged('asso.rhone')
  await tell.act('cellule.69', caseId, 'triage.start')
  const id = await meet.inSession()
  return { caseId, id, itemId: await meet.item(id, caseId) }
}
const withdraws = (
  login: string,
  id: string,
  itemId: string,
  tie: 'person' | 'institution' = 'institution'
) => meet.act(login, id, 'item.recuse', { itemId, tie })
const asked = (login: string, text: string, values: unknown[]) =>
  inContext(world.db.app, world.as(login), (tx) => runQuery(tx, text, values))
const reads = async (login: string, caseId: string) =>
  (await asked(login, 'select id from "case" where id = $1', [caseId])).length === 1

describe('a member of the cell who is too close to a case', () => {
  it('is nobody else: who was not called, whom the case does not concern, the secretary', async () => {
    const { id, itemId } = await sitting()
    for (const login of ['cellule.69', 'asso.paris', 'prefecture.69'])
      await expect(withdraws(login, id, itemId), login).rejects.toThrow()
    const { rowCount } = await owner.query('select from meeting_recusal')
    expect(rowCount).toBe(0)
  })

  it('does not withdraw once they have voted, whoever noted it', async () => {
    const { id, itemId } = await sitting()
    await meet.vote('membre.69', id, itemId)
    for (const tie of ['person', 'institution'] as const)
      await expect(withdraws('membre.69', id, itemId, tie)).rejects.toThrow(/voted/)
    const { personId } = world.as('membre.69.sante')
    await meet.act('cellule.69', id, 'vote.record', { itemId, personId, voice: 'in_favour' })
    await expect(withdraws('membre.69.sante', id, itemId, 'person')).rejects.toThrow(/voted/)
  })

  it('does not withdraw from what is settled', async () => {
    const { id, itemId } = await sitting()
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    await expect(withdraws('membre.69', id, itemId)).rejects.toThrow(/settled/)
  })

  it('withdraws once: it is written, their institution reads the case no more, and a colleague as little', async () => {
    const { caseId, id, itemId } = await sitting()
    expect(await reads('membre.69.police', caseId)).toBe(true)
    await withdraws('membre.69.police', id, itemId)
    expect(await reads('membre.69.police', caseId)).toBe(false)
    expect(await reads('membre.69.sante', caseId)).toBe(true)
    await expect(withdraws('membre.69.police', id, itemId)).rejects.toThrow(/withdrew/)
    const { rows } = await owner.query(
      'select person_id as by, case_id as "of", whole from meeting_recusal where item_id = $1',
      [itemId]
    )
    expect(rows).toEqual([{ by: world.as('membre.69.police').personId, of: caseId, whole: true }])
    const { rows: trace } = await owner.query(
      `select detail from audit_event where action = 'meeting.item.recuse' and outcome = 'allowed' and object = $1`,
      [`case:${caseId}`]
    )
    expect(trace).toEqual([{ detail: 'institution' }])
  })

  it('does not vote on it and is not counted in its quorum, whose absence is said', async () => {
    const { id, itemId } = await sitting()
    await withdraws('membre.69.police', id, itemId)
    await expect(meet.vote('membre.69.police', id, itemId)).rejects.toThrow()
    await expect(
      meet.act('cellule.69', id, 'vote.record', {
        ...{ itemId, personId: world.as('membre.69.police').personId, voice: 'in_favour' }
      })
    ).rejects.toThrow(/too close/)
    for (const login of ['membre.69', 'membre.69.sante']) await meet.vote(login, id, itemId)
    expect(await why(meet.decide(id, itemId))).toContain('2 membres sur 3')
  })

  it('is not called for it again, by any meeting', async () => {
    const { caseId, id, itemId } = await sitting()
    await withdraws('membre.69.police', id, itemId)
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    await meet.act('cellule.69', id, 'close')
    const next = await meet.planned()
    await meet.act('cellule.69', next, 'convene')
    expect(await reads('membre.69.sante', caseId)).toBe(true)
    expect(await reads('membre.69.police', caseId)).toBe(false)
    const part = `select from participation where case_id = $1 and org_id = $2 and until is null`
    expect((await owner.query(part, [caseId, world.as('membre.69.police').orgId])).rowCount).toBe(0)
  })

  it('is held by PostgreSQL: nobody withdraws for another, nor from a case that is not before them', async () => {
    const { caseId, itemId } = await sitting()
    const add = (by: string, whom: string) =>
      asked(
        by,
        `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at, whole) values ($1, $2, $3, $4, $5, now(), true)`,
        [itemId, caseId, world.as(whom).personId, world.as(whom).orgId, world.as('cellule.69').orgId]
      )
    await expect(add('cellule.69', 'membre.69')).rejects.toThrow(/row-level/)
    await expect(add('membre.69', 'membre.69.sante')).rejects.toThrow(/row-level/)
    await expect(add('asso.paris', 'asso.paris')).rejects.toThrow(/row-level/)
    await add('membre.69', 'membre.69')
    const gone = asked('membre.69', 'delete from meeting_recusal where item_id = $1', [itemId])
    await expect(gone).rejects.toThrow(/permission denied/)
    const moved = asked('membre.69', 'update meeting_recusal set whole = false where item_id = $1', [itemId])
    await expect(moved).rejects.toThrow(/permission denied/)
    const { personId } = world.as('membre.69')
    const voice = `insert into meeting_vote (item_id, person_id, cell_org_id, voice, recorded_by, at) values ($1, $2, $3, 'against', 'member', now())`
    await expect(asked('membre.69', voice, [itemId, personId, world.as('cellule.69').orgId])).rejects.toThrow(
      /withdrew does not vote/
    )
  })
})
