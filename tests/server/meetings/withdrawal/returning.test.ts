import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { forFile } from '../../../support/for-file.ts'
import { openCell } from '../../../support/meetings.ts'
import { why } from '../../../support/refusals.ts'
import { openWithdrawals } from './withdrawals.ts'

const cell = await forFile(openCell())
const { world, meet, session } = cell
const { owner } = world.db
beforeEach(() => cell.clearAgenda())

const { beside, withdraws, rejoins, asked, reads, seen, viewed } = openWithdrawals(cell)
const [police, association] = [world.as('membre.69.police'), world.as('membre.69')]

describe('the withdrawal', () => {
  it('of an institution whose member sits no more is taken back by two: who sits for it now asks, the secretary confirms', async () => {
    const [author, colleague] = [await beside('membre.69.police'), police]
    const { caseId, id, itemId } = await session()
    await withdraws(author, id, itemId, 'institution')
    await expect(rejoins(colleague, id, itemId)).rejects.toThrow(/no withdrawal/)
    await owner.query(
      `update membership set until = now() - interval '1 day', since = now() - interval '2 days' where person_id = $1`,
      [author.personId]
    )
    const readmits = async (actor: Actor, act: 'item.readmit' | 'item.uphold' = 'item.readmit') => {
      const [{ withdrawal }] = (
        await owner.query('select id as withdrawal from meeting_recusal where case_id = $1', [caseId])
      ).rows
      const read = { itemId, withdrawalId: withdrawal, askedBy: colleague.personId }
      return meet.doAs(actor, id, act, read)
    }
    const secretary = world.as('cellule.69')
    await expect(readmits(secretary)).rejects.toThrow(/nobody asks/)
    await rejoins(colleague, id, itemId)
    expect(await reads(colleague, caseId)).toBe(false)
    expect((await seen(colleague, id, itemId))?.withdrawn).toMatchObject({
      ...{ said: expect.stringContaining('le secrétariat le confirme'), reasons: [] }
    })
    await expect(rejoins(colleague, id, itemId)).rejects.toThrow(/no withdrawal/)
    const alone = `update meeting_recusal set ended_at = now(), ended_by = $2, reason = 'mistake' where case_id = $1 returning id`
    const ends = (actor: Actor) => asked(actor, alone, [caseId, actor.personId])
    await expect(ends(colleague)).rejects.toThrow(/row-level/)
    for (const who of [colleague, association, world.as('cellule.976')])
      await expect(readmits(who)).rejects.toThrow()
    // Nor whoever asked, where they hold the secretariat as well.
    const both = { ...secretary, personId: colleague.personId }
    await expect(readmits(both)).rejects.toThrow(/asked it themselves/)
    const back = [{ reason: 'Retrait fait par erreur', askedBy: colleague.personId }]
    expect(await seen(secretary, id, itemId)).toMatchObject({ back })
    // Who asked refuses their own request as the secretary, so that it bars nobody; then it is asked again.
    await readmits(both, 'item.uphold')
    expect(await seen(secretary, id, itemId)).toMatchObject({ back: [] })
    await expect(readmits(secretary)).rejects.toThrow(/nobody asks/)
    await rejoins(colleague, id, itemId)
    for (const who of [colleague, association, world.as('cellule.976')])
      await expect(readmits(who, 'item.uphold')).rejects.toThrow()
    // Neither while its author sits again, nor once who asked sits no more; past the page neither.
    const confirming = `update meeting_recusal set ended_at = now(), ended_by = $2, reason = back_reason where case_id = $1 returning id`
    const sits = (who: Actor, until: string | null) =>
      owner.query(`update membership set until = $2 where person_id = $1 and role = 'cell_member'`, [
        who.personId,
        until
      ])
    for (const [who, now, before] of [
      [author, null, '2026-01-01'],
      [colleague, '2026-01-01', null]
    ] as const) {
      await sits(who, now)
      await expect(readmits(secretary)).rejects.toThrow(/nobody asks/)
      await expect(asked(secretary, confirming, [caseId, secretary.personId])).rejects.toThrow(/row-level/)
      await sits(who, before)
    }
    await readmits(secretary)
    expect(await reads(colleague, caseId)).toBe(true)
    const kept = 'select ended_by as by, back_by as asked, reason from meeting_recusal where case_id = $1'
    expect((await owner.query(kept, [caseId])).rows).toEqual([
      { by: secretary.personId, asked: colleague.personId, reason: 'mistake' }
    ])
  })
})

it('whoever comes back to a case that has gone to another cell reads it no more for that', async () => {
  const opens = async (left: boolean) => {
    await cell.clearAgenda()
    const { caseId, id, itemId } = await session()
    await withdraws(police, id, itemId)
    if (left)
      await owner.query(
        `update participation set until = wall_clock() where case_id = $1 and capacity = 'cell'`,
        [caseId]
      )
    await rejoins(police, id, itemId)
    return reads(police, caseId)
  }
  expect(await opens(true)).toBe(false)
  expect(await opens(false), 'positive control').toBe(true)
})

describe('who is called in the stead of whoever withdrew', () => {
  const called = async (id: string) =>
    (
      await owner.query<{ who: string }>(
        'select person_id as who from meeting_member where meeting_id = $1 and org_id = $2 and stands_in',
        [id, police.orgId]
      )
    ).rows.map(({ who }) => who)
  const gone = ({ personId }: Actor) =>
    owner.query(
      `update membership set since = '2020-01-01', until = now() - interval '1 day' where person_id = $1`,
      [personId]
    )
  beforeEach(() =>
    owner.query(
      `update membership set until = now() where person_id in (select id from person where issuer = 'x')`
    )
  )

  it('is nobody whose seat has ended, nor who withdrew from it themselves and did not come back', async () => {
    const [left, apart] = [
      await beside('membre.69.police', { alternate: true }),
      await beside('membre.69.police', { alternate: true })
    ]
    const { caseId, id, itemId } = await session()
    await gone(left)
    await owner.query(
      `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at, whole) values ($1, $2, $3, $4, $5, now(), false)`,
      [itemId, caseId, apart.personId, police.orgId, world.as('cellule.69').orgId]
    )
    await withdraws(police, id, itemId)
    expect(await called(id)).toEqual([])
    await rejoins(police, id, itemId)
    await owner.query(
      `update meeting_recusal set ended_at = now(), ended_by = person_id, reason = 'mistake' where person_id = $1`,
      [apart.personId]
    )
    await withdraws(police, id, itemId)
    expect(await called(id)).toEqual([apart.personId])
  })

  it('is of its alternates the one who has stood in for longest', async () => {
    const alternates = [
      await beside('membre.69.police', { alternate: true }),
      await beside('membre.69.police', { alternate: true })
    ].toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
    for (const [index, { personId }] of alternates.entries())
      await owner.query(
        `update membership set since = wall_clock() - make_interval(days => $2) where person_id = $1`,
        [personId, 3 + index]
      )
    const { id, itemId } = await session()
    await withdraws(police, id, itemId)
    expect(await called(id)).toEqual([alternates[1]!.personId])
  })

  it('is nobody at the next meeting, where it was taken back or the whole institution withdrew', async () => {
    await beside('membre.69.police', { alternate: true })
    const calledNext = async (tie: 'person' | 'institution', isBack: boolean) => {
      await cell.clearAgenda()
      const { id, itemId } = await session()
      await withdraws(police, id, itemId, tie)
      if (isBack) await rejoins(police, id, itemId)
      await meet.act('cellule.69', id, 'item.adjourn', { itemId })
      await meet.act('cellule.69', id, 'close')
      const next = await meet.planned()
      await meet.act('cellule.69', next, 'convene')
      return (await called(next)).length
    }
    expect(await calledNext('person', true)).toBe(0)
    expect(await calledNext('institution', false)).toBe(0)
    expect(await calledNext('person', false), 'positive control').toBe(1)
  })

  it('is one alternate of an institution, of whom the members read as of any other', async () => {
    const colleague = await beside('membre.69.police')
    const alternates = [
      await beside('membre.69.police', { alternate: true }),
      await beside('membre.69.police', { alternate: true })
    ].map(({ personId }) => personId)
    const { id, itemId } = await session()
    await withdraws(police, id, itemId)
    const [first, ...others] = await called(id)
    expect([alternates.includes(first!), others]).toEqual([true, []])
    await withdraws(colleague, id, itemId)
    expect(await called(id)).toEqual([first])
    const standing = async (actor: Actor) =>
      (await viewed(actor, id)).members.filter(({ standsIn }) => standsIn).length
    expect([await standing(association), await standing(world.as('cellule.69'))]).toEqual([0, 1])
  })

  it('has the item that was put off bear no word of whom a quorum would have done without', async () => {
    const { id, itemId } = await session()
    await withdraws(association, id, itemId)
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    const { rows } = await owner.query('select without from meeting_item where id = $1', [itemId])
    expect(rows).toEqual([{ without: null }])
  })

  it('is waited for by nobody where the only colleague left to the kind sits no more', async () => {
    const colleague = await beside('membre.69')
    const others = ['membre.69.police', 'membre.69.sante', 'membre.69.ase']
    const { id, itemId } = await session(['membre.69', ...others])
    await withdraws(association, id, itemId)
    for (const login of others) await meet.vote(login, id, itemId)
    expect(await why(meet.decide(id, itemId))).toContain('Il manque : associations')
    await gone(colleague)
    expect(await why(meet.decide(id, itemId))).toBeNull()
  })
})
