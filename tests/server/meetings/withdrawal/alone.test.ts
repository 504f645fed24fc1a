import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { minutesPdf } from '../../../../server/meetings/pdf.ts'
import { forFile } from '../../../support/for-file.ts'
import { members, openCell, textOfPdf } from '../../../support/meetings.ts'
import { why } from '../../../support/refusals.ts'
import { openWithdrawals } from './withdrawals.ts'

const cell = await forFile(openCell())
const { world, tell, meet, session } = cell
const { owner } = world.db
beforeEach(async () => {
  await cell.clearAgenda()
  await owner.query(
    `update membership set until = now() where person_id in (select id from person where issuer = 'x')`
  )
})

const { beside, withdraws, rejoins, votes, comes, asked, reads, seen, sitting, minutesFor } =
  openWithdrawals(cell)
const [police, association] = [world.as('membre.69.police'), world.as('membre.69')]

describe('one person who withdraws', () => {
  it('reads the case no more; a colleague who sits as well goes on', async () => {
    const colleague = await beside('membre.69.police')
    const { caseId, id, itemId } = await session()
    await withdraws(police, id, itemId)
    expect(await reads(police, caseId)).toBe(false)
    expect(await reads(colleague, caseId)).toBe(true)
    await expect(votes(police, id, itemId)).rejects.toThrow()
    await comes(colleague, id)
    await votes(colleague, id, itemId)
    expect(await seen(police, id, itemId)).toMatchObject({
      ...{ caseId: null, withdraw: false, vote: null },
      withdrawn: { said: expect.stringContaining('Votre retrait'), reasons: { length: 3 } }
    })
  })

  it('closes it to an institution of which nobody else sits', async () => {
    const { caseId, id, itemId } = await session()
    await withdraws(police, id, itemId)
    const open = `select from participation where case_id = $1 and org_id = $2 and until is null`
    expect((await owner.query(open, [caseId, police.orgId])).rowCount).toBe(0)
  })

  it('has an alternate called at once, who votes on that case and on no other', async () => {
    const alternate = await beside('membre.69.police', { alternate: true })
    const other = await cell.triaged()
    const { caseId, id, itemId } = await session()
    expect(await seen(alternate, id, itemId).catch(() => null)).toBeNull()
    await withdraws(police, id, itemId)
    await comes(alternate, id)
    expect(await sitting(id)).toMatchObject({ members: 3, institutions: 3 })
    expect(await reads(alternate, caseId)).toBe(true)
    const otherItem = await meet.item(id, other)
    expect(await why(votes(alternate, id, otherItem))).toContain('votre titulaire s’est retiré')
    await votes(alternate, id, itemId)
    for (const login of ['membre.69', 'membre.69.sante']) await meet.vote(login, id, itemId)
    await meet.decide(id, itemId)
    const { rows } = await owner.query('select tally from meeting_item where id = $1', [itemId])
    expect(rows[0].tally).toMatchObject({ members: 3, institutions: 3, inFavour: 3 })
    await meet.act('cellule.69', id, 'close')
    // One seat, one voice, in the numbers of the sitting as well.
    expect((await minutesFor(association, id)).quorum.reached).toContain('3 membres')
  })

  it('has no alternate called at once who is away', async () => {
    const alternate = await beside('membre.69.police', { alternate: true })
    const { id, itemId } = await session()
    await owner.query('update membership set absent_from = current_date - 2 where person_id = $1', [
      alternate.personId
    ])
    await withdraws(police, id, itemId)
    const called = 'select person_id as who from meeting_member where meeting_id = $1 and org_id = $2'
    expect((await owner.query(called, [id, police.orgId])).rows).toEqual([{ who: police.personId }])
  })

  it('has one alternate called to the next meeting as well', async () => {
    const alternate = await beside('membre.69.police', { alternate: true })
    const { caseId, id, itemId } = await session()
    await withdraws(police, id, itemId)
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    await meet.act('cellule.69', id, 'close')
    const next = await meet.planned()
    await meet.act('cellule.69', next, 'convene')
    const called = `select person_id as who, stands_in as stands from meeting_member where meeting_id = $1 and org_id = $2 order by 2`
    expect((await owner.query(called, [next, police.orgId])).rows).toEqual([
      { who: police.personId, stands: false },
      { who: alternate.personId, stands: true }
    ])
    expect([await reads(alternate, caseId), await reads(police, caseId)]).toEqual([true, false])
  })

  it('has no alternate called to the next meeting who is away by then', async () => {
    const alternate = await beside('membre.69.police', { alternate: true })
    const { id, itemId } = await session()
    await withdraws(police, id, itemId)
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    await meet.act('cellule.69', id, 'close')
    await owner.query('update membership set absent_from = current_date - 2 where person_id = $1', [
      alternate.personId
    ])
    const next = await meet.planned()
    await meet.act('cellule.69', next, 'convene')
    const called = 'select person_id as who from meeting_member where meeting_id = $1 and org_id = $2'
    expect((await owner.query(called, [next, police.orgId])).rows).toEqual([{ who: police.personId }])
  })

  it('calls nobody by another way: who did not withdraw, nor whoever is no alternate of theirs', async () => {
    const [alternate, holder] = [
      await beside('membre.69.police', { alternate: true }),
      await beside('membre.69.police')
    ]
    const { id, itemId } = await session(['membre.69'])
    await owner.query('delete from meeting_member where person_id = $1', [holder.personId])
    const call = (by: Actor, whom: Actor, stands = true) =>
      asked(
        by,
        `insert into meeting_member (meeting_id, person_id, org_id, org_type, cell_org_id, stands_in) values ($1, $2, $3, 'police', $4, $5)`,
        [id, whom.personId, whom.orgId, world.as('cellule.69').orgId, stands]
      )
    await expect(call(police, alternate)).rejects.toThrow(/row-level/)
    await withdraws(police, id, itemId)
    await owner.query('delete from meeting_member where person_id = $1', [alternate.personId])
    await expect(call(police, holder)).rejects.toThrow(/row-level/)
    await expect(call(police, alternate, false)).rejects.toThrow(/row-level/)
    await expect(call(association, alternate)).rejects.toThrow(/row-level/)
    await call(police, alternate)
  })
})

describe('a voice that a colleague gave', () => {
  it('stands: the institution withdraws no more before that item is settled, and is told what to do', async () => {
    const colleague = await beside('membre.69.police')
    const { caseId, id, itemId } = await session(['membre.69', 'membre.69.sante'])
    await comes(colleague, id)
    await votes(colleague, id, itemId)
    const refused = await why(withdraws(police, id, itemId, 'institution'))
    expect(refused).toMatch(/ce vote tient.*à titre personnel.*ajourner ce point/)
    await withdraws(police, id, itemId, 'person')
    for (const login of ['membre.69', 'membre.69.sante']) await meet.vote(login, id, itemId)
    await meet.decide(id, itemId)
    const { rows } = await owner.query('select tally from meeting_item where id = $1', [itemId])
    expect(rows[0].tally).toMatchObject({ members: 3, inFavour: 3 })
    expect(await reads(colleague, caseId)).toBe(false)
  })
})

describe('a withdrawal', () => {
  it('is taken back by whoever said it, who says why; not by a colleague, nor by the secretary', async () => {
    const colleague = await beside('membre.69.police')
    const { caseId, id, itemId } = await session()
    await expect(rejoins(police, id, itemId)).rejects.toThrow(/no withdrawal/)
    await withdraws(police, id, itemId, 'institution')
    for (const who of [colleague, association, world.as('cellule.69')])
      await expect(rejoins(who, id, itemId)).rejects.toThrow()
    expect(await seen(colleague, id, itemId)).toMatchObject({ withdrawn: { reasons: [] } })
    await expect(meet.doAs(police, id, 'item.rejoin', { itemId, reason: 'whatever' })).rejects.toThrow()
    expect(await reads(police, caseId)).toBe(false)
    await rejoins(police, id, itemId)
    expect(await reads(police, caseId)).toBe(true)
    await votes(police, id, itemId)
    const kept = 'select ended_by as by, reason from meeting_recusal where case_id = $1'
    expect((await owner.query(kept, [caseId])).rows).toEqual([{ by: police.personId, reason: 'mistake' }])
    const trace = `select from audit_event where action = 'meeting.item.rejoin' and object = $1 and detail = 'mistake'`
    expect((await owner.query(trace, [`case:${caseId}`])).rowCount).toBe(1)
  })

  it('holds once the alternate has voted, and where the case waits for the cell no more opens nothing', async () => {
    const alternate = await beside('membre.69.police', { alternate: true })
    const first = await session()
    await withdraws(police, first.id, first.itemId)
    await comes(alternate, first.id)
    await votes(alternate, first.id, first.itemId)
    expect(await why(rejoins(police, first.id, first.itemId))).toContain('suppléante a déjà voté')
    await cell.clearAgenda()
    const second = await session()
    await withdraws(police, second.id, second.itemId, 'institution')
    await owner.query(`update "case" set identification = 'presumed' where id = $1`, [second.caseId])
    await rejoins(police, second.id, second.itemId)
    expect(await reads(police, second.caseId)).toBe(false)
  })
})

describe('a kind that the quorum asks for and that withdrew', () => {
  const four = [...members, 'membre.69.ase']
  const others = four.filter((login) => login !== 'membre.69')

  it('is not waited for on that case; the item and the minutes say so, and of no other case', async () => {
    await cell.triaged()
    const { id, itemId, caseId } = await session(four)
    await withdraws(association, id, itemId)
    const secretary = world.as('cellule.69')
    expect(await seen(secretary, id, itemId)).toMatchObject({
      without: 'Quorum compté sans : associations (retrait pour conflit d’intérêts).'
    })
    for (const login of others) await meet.vote(login, id, itemId)
    await meet.decide(id, itemId)
    await meet.act('cellule.69', id, 'close')
    const { items } = await minutesFor(police, id)
    const said = items.map(({ without }) => without)
    expect(said.filter((one) => one?.includes('associations'))).toHaveLength(1)
    expect(said).toContain(null)
    expect(textOfPdf(await minutesPdf(await minutesFor(police, id), 'fr'))).toContain('sans : associations')
    expect((await tell.row(caseId))['identification']).toBe('presumed')
  })

  it('is waited for as long as somebody of that kind may still vote on it, there or not', async () => {
    const colleague = await beside('membre.69')
    const { id, itemId } = await session(four)
    await withdraws(association, id, itemId)
    for (const login of others) await meet.vote(login, id, itemId)
    expect(await why(meet.decide(id, itemId))).toContain('Il manque : associations')
    await comes(colleague, id)
    await votes(colleague, id, itemId)
    await meet.decide(id, itemId)
  })
})

describe('what became of a case is not told to who withdrew', () => {
  it('on the agenda, in the minutes, in their PDF, in PostgreSQL; another member reads it', async () => {
    const { id, itemId } = await session([...members, 'membre.69.ase'])
    await withdraws(police, id, itemId, 'institution')
    const colleague = await beside('membre.69.police')
    await owner.query(
      `insert into meeting_member (meeting_id, person_id, org_id, org_type, cell_org_id) values ($1, $2, $3, 'police', $4)`,
      [id, colleague.personId, colleague.orgId, world.as('cellule.69').orgId]
    )
    for (const login of ['membre.69', 'membre.69.sante', 'membre.69.ase']) await meet.vote(login, id, itemId)
    expect(await seen(police, id, itemId)).toMatchObject({ outcome: null, tally: null })
    await meet.decide(id, itemId)
    await meet.act('cellule.69', id, 'close')
    const shown = (await minutesFor(association, id)).items[0]!.code
    for (const who of [police, colleague]) {
      expect(await seen(who, id, itemId)).toBeUndefined()
      expect(await asked(who, 'select id from meeting_item where id = $1', [itemId])).toEqual([])
      const minutes = await minutesFor(who, id)
      expect(minutes).toMatchObject({ items: [], withheld: 1 })
      const pdf = textOfPdf(await minutesPdf(minutes, 'fr'))
      expect(pdf).toContain('non communiqués')
      for (const word of [shown, 'unanimité']) expect(pdf).not.toContain(word)
    }
    expect(await seen(association, id, itemId)).toMatchObject({ tally: { inFavour: 3 } })
    expect(await minutesFor(association, id)).toMatchObject({ items: [{ code: shown }], withheld: 0 })
    expect(textOfPdf(await minutesPdf(await minutesFor(association, id), 'fr'))).toContain(shown)
  })
})
