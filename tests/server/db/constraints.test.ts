import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'
import { again, answered, standing } from './again.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const { owner, app } = world.db
const [azur, ouest] = [world.places['foyer.azur']!, world.places['foyer.ouest']!]

const cases = { housed: '', asked: '' }
beforeAll(async () => {
  cases.housed = await tell.housed(azur[0]!)
  const { id } = await tell.offered(ouest[0]!)
  cases.asked = id
})

/** A row of a case written once more with what is different, in the course of an act of a case: what PostgreSQL says. */
const written = async (
  { table, of, scope = of }: { table: string; of: string; scope?: string },
  ...different: object[]
) => {
  const row = await standing(owner, table, `case_id = '${of}' order by state`)
  return answered(
    inContext(app, world.as('asso.rhone'), async (tx) => {
      await setCaseScope(tx, scope)
      for (const one of different) await again(tx, row, { id: randomUUID(), ...one })
    })
  )
}

describe('whatever the application asks', () => {
  it('nobody sleeps in two beds', async () => {
    const second = { state: 'admitted', place_id: ouest[1] }
    expect(await written({ table: 'stay', of: cases.housed }, second)).toBe('23505 stay_one_bed_for_a_person')
  })

  it('nobody holds two places of one side', async () => {
    const [one, other] = [
      { state: 'reserved', place_id: azur[1] },
      { state: 'reserved', place_id: ouest[1] }
    ]
    expect(await written({ table: 'stay', of: cases.housed }, one, other)).toBe(
      '23505 stay_one_held_for_a_person'
    )
  })

  it('no place is that of two persons', async () => {
    const moved = { state: 'reserved', case_id: cases.asked }
    expect(await written({ table: 'stay', of: cases.housed, scope: cases.asked }, moved)).toBe(
      '23505 stay_one_active_for_a_place'
    )
  })

  it('one recipient is asked once', async () => {
    const sent = { state: 'sent', kind: 'acse_place' }
    const waiting = await written({ table: 'referral', of: cases.asked }, { ...sent, place_id: null }, sent)
    expect(waiting).toBe('23505 referral_one_unanswered_for_sides_and_case')
  })

  it('a person is proposed to one association at a time', async () => {
    const [from, to] = ['asso.rhone', 'asso.paris'].map((login) => world.as(login))
    const propose = () =>
      owner.query(
        `insert into case_handing (id, case_id, from_org_id, to_org_id, state, territory, agreed_on, language, means, interpreter,
           proposed_by, proposed_at, expires_at)
         values ($1, $2, $3, $4, 'proposed', '69', current_date, 'bin', 'in_person', true, $5, now(), now() + interval '1 day')`,
        [randomUUID(), cases.housed, from!.orgId, to!.orgId, from!.personId]
      )
    await propose()
    await expect(propose()).rejects.toMatchObject({ constraint: 'case_handing_open' })
  })
})
