import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { why } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'

// What stands beside a merge or a move and is not its business: a file of elsewhere, a clock that stopped, what others sent or decide.

const world = await forFile(openWorld())
const tell = acting(world)
const rows = async <R extends object>(text: string, values: unknown[]) =>
  (await world.db.owner.query<R>(text, values)).rows

describe('a merge', () => {
  const proposing = async (duplicate: string, stays: string) => {
    const into = String((await tell.row(stays))['code'])
    return tell.act('cellule.69', duplicate, 'merge.propose', { into, proofs: ['identity'] })
  }
  const unknown = { fields: [{ field: 'into', code: 'unknown_case' }] }

  it('is into no file of another territory, though the cell reads it still, nor into one that was merged itself', async () => {
    for (const gone of [`territory = '75'`, `identification = 'duplicate_merged'`]) {
      const [stays, duplicate] = [await tell.presumed(), await tell.presumed()]
      await rows(`update "case" set ${gone} where id = $1`, [stays])
      await expect(proposing(duplicate, stays), gone).rejects.toMatchObject(unknown)
    }
  })

  it('is held up by no clock of the law that has stopped, nor by one of which no day is known on either side', async () => {
    const counting = async (on: string) => {
      const id = await tell.presumed()
      await tell.act('asso.rhone', id, 'facts.complete', { lastFactsOn: on })
      return id
    }
    const stand = (id: string, state: string) =>
      rows(
        `update deadline set state = $2, next_at = null, suspended_at = case when $2 = 'suspended' then now() end
          where case_id = $1 and state = 'running'`,
        [id, state]
      )
    const [stays, early] = [await counting('2026-10-01'), await counting('2026-09-01')]
    expect(await why(proposing(early, stays))).toMatch(/^La loi compte ici un délai/)
    await stand(stays, 'suspended')
    expect(await why(proposing(early, stays))).toBeNull()
    const [without, stopped] = [await tell.presumed(), await counting('2026-09-01')]
    expect(await why(proposing(stopped, without))).toMatch(/^La loi compte ici un délai/)
    await stand(stopped, 'stopped')
    expect(await why(proposing(stopped, without))).toBeNull()
  })
})

describe('once a case has gone to another cell', () => {
  it('what the old one had sent and was refused stays its own, as does what others sent or have to decide', async () => {
    const id = await tell.consenting(undefined, { forms: ['labour'] })
    const sentBy = async () =>
      rows<{ kind: string; state: string; sender: string; awaits: string | null }>(
        `select kind, state, sender_org_id as sender, awaits_org_id as awaits from referral where case_id = $1 order by kind, state`,
        [id]
      )
    const [old, next, asso] = (['cellule.69', 'cellule.75', 'asso.rhone'] as const).map(
      (login) => world.as(login).orgId
    )
    await tell.act('cellule.69', id, 'labour.refer', { findings: ['unpaid'] })
    const first = await tell.referral(id, 'labour_inspection')
    await tell.move('travail.69', first, 'accept')
    await rows(
      `insert into referral (id, case_id, kind, state, sender_org_id, recipient_org_id, version, preview, sent_at, moved_at, told_at, answer_by)
       select gen_random_uuid(), case_id, kind, 'declined', sender_org_id, recipient_org_id, 1, preview, sent_at, moved_at, told_at, answer_by
       from referral where id = $1`,
      [first]
    )
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    const waiting = await tell.referral(id, 'prefecture')
    await rows(`update referral set follow_up = 'reoffer', awaits_org_id = sender_org_id where id = $1`, [
      waiting
    ])
    await tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    await tell.move('cellule.75', await tell.referral(id, 'cell'), 'accept')
    expect(await sentBy()).toEqual([
      { kind: 'cell', state: 'accepted', sender: old, awaits: null },
      { kind: 'labour_inspection', state: 'accepted', sender: next, awaits: null },
      { kind: 'labour_inspection', state: 'declined', sender: old, awaits: null },
      { kind: 'prefecture', state: 'sent', sender: asso, awaits: asso }
    ])
  })
})
