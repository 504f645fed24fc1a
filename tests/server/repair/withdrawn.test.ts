import { describe, expect, it } from 'vitest'
import { inContext, runQuery, setCaseScope } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { openAsking } from './asking.ts'

const site = await forFile(openSite())
const asking = openAsking(site)
const { act, ask, later, part, rows, seen, requestsOf } = asking

/** The police have recorded a complaint in the file of somebody else. */
const complained = async () => {
  const id = await site.tell.consenting()
  await part(id, 'police.69', 'police')
  const complaint = { on: '2026-11-24', unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }
  await act('police.69', id, 'complaint.file', complaint)
  return id
}

describe('a request that nobody answers', () => {
  it('is taken back by the house that asked, and by no other, and may be asked again', async () => {
    const id = await complained()
    expect((await asking.withdraw('police.69', id, 'complaint.file')).statusCode).toBe(404)
    expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
    expect((await seen('police.69', id, 'complaint.file')).may).toMatchObject({ ask: false, withdraw: true })
    expect((await seen('asso.rhone', id, 'complaint.file')).may).toMatchObject({ withdraw: false })
    expect((await asking.noticesOf('asso.rhone')).join()).toContain('est à annuler')
    for (const login of ['asso.rhone', 'cellule.69'])
      expect((await asking.withdraw(login, id, 'complaint.file')).statusCode).toBe(404)
    const past = (login: string, state: string) =>
      inContext(site.db.app, site.as(login), async (tx) => {
        await setCaseScope(tx, id)
        return runQuery(
          tx,
          `update undo_request set state = $3, settled_by = $2, settled_at = now() where case_id = $1 and state = 'asked' returning state`,
          [id, site.as(login).personId, state]
        )
      })
    await expect(past('asso.rhone', 'withdrawn')).rejects.toThrow(/row-level/)
    await expect(past('police.69', 'declined')).rejects.toThrow(/row-level/)
    expect((await asking.withdraw('police.69', id, 'complaint.file')).statusCode).toBe(200)
    expect((await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)).not.toContain(id)
    // A colleague may have asked: their own house hears of it, and who was to answer is called no more.
    expect((await asking.noticesOf('police.69')).join()).toMatch(/Annulation demandée.*retirée/)
    expect((await asking.noticesOf('asso.rhone')).join()).not.toContain('est à annuler')
    later()
    expect((await seen('police.69', id, 'complaint.file')).request?.label).toContain('retirée')
    expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
    expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['withdrawn', 'asked'])
  })
})

describe('what was asked and answered twice', () => {
  it('is shown by its last answer, on the day of that answer', async () => {
    const id = await complained()
    for (let n = 0; n < 2; n += 1) {
      later()
      expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
      later()
      expect((await asking.decline('asso.rhone', id, 'complaint.file')).statusCode).toBe(200)
    }
    const [last] = await rows<{ at: Date }>(
      'select max(settled_at) as at from undo_request where case_id = $1',
      [id]
    )
    const { request } = (await asking.viewOf('police.69', id, 'complaint.file')).json()
    expect(request).toMatchObject({ state: 'declined', on: last!.at.toISOString() })
  })
})

describe('what waits for whoever concludes', () => {
  it('is told to who accompanies the person now, and not to who did before', async () => {
    const id = await complained()
    await part(id, 'asso.paris', 'referent')
    await rows(
      `update participation set until = now() where case_id = $1 and org_id = $2 and capacity = 'referent'`,
      [id, site.as('asso.rhone').orgId]
    )
    const made = (await ask('police.69', id, 'complaint.file')).json().id
    const told = await rows<{ to: string[] }>(
      `select payload -> 'to' as to from outbox where kind = 'tell' and payload -> 'line' ->> 'id' = $1`,
      [made]
    )
    expect(told).toEqual([{ to: [site.as('asso.paris').orgId] }])
  })

  it('stands in the order in which it was asked', async () => {
    const [first, second] = [await complained(), await complained()]
    for (const id of [second, first]) {
      later()
      expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
    }
    const waiting = (await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)
    expect(waiting.filter((id) => [first, second].includes(id))).toEqual([second, first])
  })

  it('is not hidden behind what asks nothing of them', async () => {
    const id = await complained()
    // Of acts that are in no log, or were struck: they are shown to nobody.
    await rows(
      `insert into undo_request (id, case_id, seq, reason, state, asked_by, asked_at)
       select gen_random_uuid(), $1, n, 'wrong_entry', 'asked', $2, '2026-01-01' from generate_series(500, 600) n`,
      [id, site.as('police.69').personId]
    )
    expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
    expect((await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)).toContain(id)
  })

  it('ends with its file, archived or merged into another', async () => {
    let lapsed = 0
    for (const over of [`facts = facts || '{"archived": true}'`, `identification = 'duplicate_merged'`]) {
      const id = await complained()
      expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
      await rows(`update "case" set updated_at = updated_at where id = $1`, [id])
      expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['asked'])
      await rows(`update "case" set ${over} where id = $1`, [id])
      expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['lapsed'])
      expect((await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)).not.toContain(id)
      // Who asked is told, and nobody else, though the act is looked at no more.
      const told = async (login: string) => (await asking.noticesOf(login)).join().split('sans suite').length
      expect([await told('police.69'), await told('asso.rhone')]).toEqual([++lapsed + 1, 1])
    }
  })
})
