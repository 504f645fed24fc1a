import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { openCell } from '../../../support/meetings.ts'
import { refusal } from '../../../support/refusals.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWithdrawals } from './withdrawals.ts'

const cell = await forFile(openCell())
const { beside } = openWithdrawals(cell)
beforeEach(() => cell.clearAgenda())

describe('what is not theirs does not exist', () => {
  it.each(['cellule.75', 'police.69', 'soin.69', 'asso.rhone', 'prefecture.69', 'miprof', 'admin'])(
    'for %s, whatever the act',
    async (login) => {
      const { id, itemId } = await cell.session()
      const personId = cell.world.as('membre.69').personId
      const inputs = { attend: { personId, presence: 'video' }, vote: { itemId, voice: 'against' } } as const
      for (const command of ['attend', 'vote', 'convene', 'close', 'cancel'] as const)
        expect([
          command,
          await refusal(
            cell.meet.act(login, id, command, (inputs as Record<string, object>)[command] as never)
          )
        ]).toEqual([command, 'NotFound'])
    }
  )

  it('for a member who was not convened, and for the police who are no member of the cell, in the database itself', async () => {
    const { id } = await cell.session()
    const of = async ({ orgId, personId, role }: Actor) => {
      const client = await cell.world.db.app.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('app.org', $1, true), set_config('app.person', $2, true), set_config('app.role', $3, true)`,
          [orgId, personId, role]
        )
        const seen = []
        for (const table of ['meeting', 'meeting_member', 'meeting_item'])
          seen.push(
            (
              await client.query(
                `select count(*)::int as n from ${table} where ${table === 'meeting' ? 'id' : 'meeting_id'} = $1`,
                [id]
              )
            ).rows[0].n
          )
        return seen
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const counts = (login: string) => of(cell.world.as(login))
    expect(await counts('cellule.69')).toEqual([1, 4, 1])
    expect(await counts('membre.69.police')).toEqual([1, 4, 1])
    for (const login of ['police.69', 'cellule.75', 'asso.rhone', 'dpo'])
      expect([login, ...(await counts(login))]).toEqual([login, 0, 0, 0])
    // A member of the cell, whom this meeting did not convene: of another institution, and beside one of those who were convened.
    expect(await of({ ...cell.world.as('asso.rhone'), role: 'cell_member' })).toEqual([0, 0, 0])
    expect(await of(await beside('membre.69.police'))).toEqual([0, 0, 0])
  })

  it('and a member conducts nothing: neither attendance, nor a decision', async () => {
    const { id, itemId } = await cell.session()
    for (const [command, input] of [
      ['attend', { personId: cell.world.as('membre.69').personId, presence: 'video' }],
      ['item.decide', { itemId }],
      ['vote.record', { itemId, personId: cell.world.as('membre.69.sante').personId, voice: 'against' }],
      ['close', {}]
    ] as const)
      expect(await refusal(cell.meet.act('membre.69', id, command, input))).toBe('NotAllowed')
  })

  it.each(['membre.69', 'asso.rhone', 'police.69', 'miprof'])('%s plans no meeting', async (login) => {
    expect(await refusal(cell.meet.planned(login))).toBe('NotAllowed')
  })
})
