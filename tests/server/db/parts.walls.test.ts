import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { setCaseScope, inContext } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'
import { again, answered, standing } from './again.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const { owner, app } = world.db

/** Tables whose rows are of one case. */
const tables = [
  '"case"',
  'case_event',
  'compartment',
  'identity_mark',
  'consent',
  'deadline',
  'referral',
  'referral_event',
  'stay'
] as const
type Table = (typeof tables)[number] | 'participation'

const cases = { own: '', other: '' }
/** Of the case, whoever may see them: the walls of referrals are not those of what is said under one. */
let referrals: string[] = []
beforeAll(async () => {
  cases.own = await tell.housed(world.places['foyer.azur']![0]!)
  const { rows } = await owner.query<{ id: string }>('select id from referral where case_id = $1', [
    cases.own
  ])
  referrals = rows.map((one) => one.id)
  cases.other = await tell.consenting(undefined, { identity: { name: 'AUTRE Personne', contact: 'autre' } })
})

const ofCase = (table: Table): string =>
  table === '"case"'
    ? 'id = $1'
    : table === 'referral_event'
      ? `referral_id = any('{${referrals.join()}}')`
      : 'case_id = $1'
const counting = (table: Table, id: string) =>
  sql.raw(`select from ${table} where ${ofCase(table).replace('$1', `'${id}'`)}`)

/** How many rows of each table somebody reads of a case, in their own right or in the course of an act of it. */
const read = (login: string, { id = cases.own, within = false } = {}) =>
  inContext(app, world.as(login), async (tx) => {
    if (within) await setCaseScope(tx, id)
    const counts: [Table, number][] = []
    for (const table of tables) counts.push([table, (await tx.execute(counting(table, id))).rows.length])
    return Object.fromEntries(counts)
  })
const part = (change: string) =>
  owner.query(`update participation set ${change} where case_id = $1 and org_id = $2`, [
    cases.own,
    world.as('asso.rhone').orgId
  ])
const nothing = Object.fromEntries(tables.map((table) => [table, 0]))

describe('what is of a case', () => {
  it('is read by who takes part in it', async () => {
    for (const [table, count] of Object.entries(await read('asso.rhone')))
      expect([table, count > 0]).toEqual([table, true])
  })

  it('is read by no organisation that takes no part, of the same kind or of another', async () => {
    for (const login of ['asso.paris', 'cellule.75', 'police.69'])
      expect([login, await read(login)]).toEqual([login, nothing])
  })

  it('is read no more from the instant at which its part ended, nor before it begins', async () => {
    await part(`until = now()`)
    expect(await read('asso.rhone')).toEqual(nothing)
    await part(`until = null, since = now() + interval '1 hour'`)
    expect(await read('asso.rhone')).toEqual(nothing)
    await part(`until = now() + interval '1 hour', since = now()`)
    expect(await read('asso.rhone')).not.toEqual(nothing)
    await part(`until = null`)
  })

  it('is unsealed for nobody whose part ended or has not begun, in the course of an act of the case either', async () => {
    const unsealed = async () => {
      const { compartment, identity_mark } = await read('asso.rhone', { within: true })
      return [compartment, identity_mark]
    }
    await part(`until = now()`)
    expect(await unsealed()).toEqual([0, 0])
    await part(`until = null, since = now() + interval '1 hour'`)
    expect(await unsealed()).toEqual([0, 0])
    await part(`until = null, since = now()`)
    expect(await unsealed()).not.toContain(0)
  })

  it('shows each organisation its own part alone', async () => {
    const seen = await inContext(app, world.as('asso.rhone'), async (tx) => {
      const { rows } = await tx.execute<{ org: string }>(
        sql`select distinct org_id as org from participation where case_id = ${cases.own}`
      )
      return rows.map(({ org }) => org)
    })
    expect(seen).toEqual([world.as('asso.rhone').orgId])
  })

  it('lends nobody the classes of another during an act: a sealed value stays that of its class', async () => {
    const { compartment, identity_mark } = await read('asso.paris', { within: true })
    expect([compartment, identity_mark]).toEqual([0, 0])
  })

  it('marks an identity for those alone who see it', async () => {
    const blind = await owner.query<{ capacity: string }>(
      `select capacity from sight group by capacity having not bool_or(data_class = 'B') order by 1 limit 1`
    )
    await part(`capacity = '${blind.rows[0]!.capacity}'`)
    expect(await read('asso.rhone')).toMatchObject({ '"case"': 1, identity_mark: 0 })
    await part(`capacity = 'referent'`)
  })
})

/** A row that stands, written once more in the course of an act of a case. */
const rewritten = async (table: Table, scope: string) => {
  const row = await standing(owner, table, ofCase(table).replace('$1', `'${cases.own}'`))
  return answered(
    inContext(app, world.as('asso.rhone'), async (tx) => {
      await setCaseScope(tx, scope)
      await again(tx, row)
    })
  )
}

describe('a row of a case', () => {
  it.each<Table>([...tables, 'participation'])(
    'of %s is written in the course of an act of that case alone',
    async (table) => {
      expect(await rewritten(table, cases.other)).toBe('42501')
      expect(await rewritten(table, cases.own)).toMatch(/^23505 /)
    }
  )

  it.each([
    'update case_event set input = input where case_id = ctx_case()',
    'delete from case_event',
    'update consent set case_id = case_id where case_id = ctx_case()',
    'delete from consent',
    'update compartment set body = body where case_id = ctx_case()',
    'delete from compartment',
    'delete from "case"',
    'delete from participation',
    'select from place_address'
  ])('is kept from the application’s own role: %s', async (statement) => {
    // In the course of an act of its own case, where policies let it write.
    const asked = inContext(app, world.as('asso.rhone'), async (tx) => {
      await setCaseScope(tx, cases.own)
      return tx.execute(sql.raw(statement))
    })
    expect(await answered(asked)).toBe('42501')
  })
})

describe('without the wall around who takes part', () => {
  it('each other wall still asks whose part it is', async () => {
    await owner.query('alter policy participation_own_or_gate on participation using (true)')
    for (const login of ['asso.paris', 'cellule.75', 'police.69'])
      expect([login, await read(login)]).toEqual([login, nothing])
    expect(await read('asso.rhone')).not.toEqual(nothing)
  })
})
