import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { viewEmergency } from '../../../server/emergency/list.ts'
import { openingKey, openingsListed } from '../../../server/emergency/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { refusal, why } from '../../support/refusals.ts'
import {
  inEmergencies,
  world,
  tell,
  glass,
  now,
  anHour,
  reads,
  unknownToCell,
  withPolice,
  journal
} from './stories.ts'

inEmergencies()

describe('the second person', () => {
  it('is not who opened it, nor anybody who may not know of it', async () => {
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    expect(await refusal(glass.settles(world.as('cellule.69'), opening, 'confirm'))).toBe('NotAllowed')
    expect(await refusal(glass.settles(world.as('asso.rhone'), opening, 'confirm'))).toBe('NotAllowed')
    expect(await refusal(glass.settles(world.as('dpo'), opening, 'confirm'))).toBe('NotAllowed')
    for (const login of ['asso.paris', 'cellule.75', 'membre.69', 'admin'])
      expect([login, await refusal(glass.settles(world.as(login), opening, 'confirm'))]).toEqual([
        login,
        'NotFound'
      ])
    expect(await glass.row(opening)).toMatchObject({ state: 'open', settled_by: null })
  })

  it('is a colleague in the same capacity, or the cell where there is none', async () => {
    const id = await withPolice()
    const alone = await glass.row(await glass.opens('police.69', id, ['B']))
    expect(alone['confirm_org_id']).toBe(world.as('cellule.69').orgId)
    const colleague = await glass.colleague('police.69')
    const opening = await glass.opens('police.69', await withPolice(), ['B'])
    expect((await glass.row(opening))['confirm_org_id']).toBe(world.as('police.69').orgId)
    expect(await refusal(glass.settles(world.as('cellule.69'), opening, 'confirm'))).toMatch(
      /NotFound|NotAllowed/
    )
    expect(await refusal(glass.settles(world.as('membre.69.police'), opening, 'confirm'))).toBe('NotFound')
    expect(await refusal(glass.settles(colleague, opening, 'confirm'))).toBeNull()
    expect(await glass.row(opening)).toMatchObject({ state: 'confirmed', settled_by: colleague.personId })
    await world.db.owner.query(
      `update membership set absent_from = current_date - 1, absent_until = current_date + 1 where person_id = $1`,
      [colleague.personId]
    )
    const away = await glass.row(await glass.opens('police.69', await withPolice(), ['B']))
    expect(away['confirm_org_id']).toBe(world.as('cellule.69').orgId)
    await world.db.owner.query('delete from membership where person_id = $1', [colleague.personId])
  })

  it('is offered it until its hour, and no more from then on, though the clock has not come by yet', async () => {
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    const actor = world.as('cellule.69.bis')
    const { due_at: due } = (
      await world.db.owner.query<{ due_at: Date }>('select due_at from deadline where id = $1', [opening])
    ).rows[0]!
    const waiting = (at: number) =>
      inContext(world.db.app, actor, async (tx) => {
        const reader = { actor, locale: 'fr' as const, now: new Date(due.getTime() + at) }
        const listed = await openingsListed(tx, { view: 'waiting', most: 10 }, reader)
        return listed.some(({ id }) => id === opening)
      })
    expect([await waiting(-1), await waiting(0), await waiting(1)]).toEqual([true, false, false])
  })

  it('moves the line of who must know, and of nobody of the same organisation in another capacity', async () => {
    const { orgId } = world.as('asso.rhone')
    const id = await withPolice()
    const told = async () =>
      (
        await world.db.owner.query<{ capacity: string; told: number }>(
          `select capacity, told from participation where case_id = $1 and org_id = $2 order by capacity`,
          [id, orgId]
        )
      ).rows
    await world.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'cell_member', now() - interval '1 day', 'test', now()) on conflict do nothing`,
      [id, orgId]
    )
    const before = await told()
    await glass.opens('police.69', id, ['B'])
    const moved = (await told()).filter((one, at) => one.told !== before[at]!.told)
    expect(before.map(({ capacity }) => capacity)).toContain('cell_member')
    expect(moved.map(({ capacity }) => capacity)).toEqual(['referent'])
  })

  it('speaks once: what was settled stays, and a day late is too late', async () => {
    const bis = world.as('cellule.69.bis')
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    await expect(glass.settles(bis, opening, 'refuse', {})).rejects.toMatchObject({
      fields: [{ message: { fr: 'Valeur non valide' } }]
    })
    await glass.settles(bis, opening, 'confirm')
    expect(await why(glass.settles(bis, opening, 'refuse'))).toBe('Cet accès est déjà confirmé.')
    const late = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await why(glass.settles(bis, late, 'confirm'))).toBe('Cet accès est déjà jamais confirmé.')
    expect((await glass.row(late)).state).toBe('open')
  })

  it('who says nothing in a day lets it lapse: the clock ends it once, and the log of the case says nothing of it', async () => {
    const id = await unknownToCell()
    const opening = await glass.opens('cellule.69', id, ['B'])
    const clock = async () =>
      (await world.db.owner.query(`select code, state from deadline where id = $1`, [opening])).rows[0]
    expect(await clock()).toEqual({ code: 'MNIO-GLASS', state: 'running' })
    await world.db.owner.query(`update deadline set state = 'stopped', next_at = null where id <> $1`, [
      opening
    ])
    const { version } = await tell.row(id)
    world.at(new Date(now.getTime() + 24 * anHour - 1000))
    expect(await fireDue(world.gate)).toBe(0)
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await fireDue(world.gate)).toBe(1)
    expect(await fireDue(world.gate)).toBe(0)
    expect(await glass.row(opening)).toMatchObject({ state: 'lapsed', settled_by: null })
    expect(await refusal(reads(world.as('cellule.69'), id, 'B'))).toBe('NotFound')
    expect((await tell.row(id)).version).toBe(version)
    expect((await journal(id)).map(({ action }) => action)).toEqual(['glass.open', 'glass.lapse'])
  })

  it('confirmed or refused, it stops the clock; and closing the case does not', async () => {
    const id = await unknownToCell()
    const opening = await glass.opens('cellule.69', id, ['B'])
    await tell.closed(id, { reason: 'by_person' })
    const state = async () =>
      (await world.db.owner.query<{ state: string }>(`select state from deadline where id = $1`, [opening]))
        .rows[0]!.state
    expect(await state()).toBe('running')
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect(await state()).toBe('stopped')
  })
})

describe('of two people and two openings', () => {
  const listed = (id: string, later = 0) => {
    const actor = world.as('cellule.69')
    const reader = { actor, locale: 'fr' as const, now: new Date(now.getTime() + later) }
    return inContext(world.db.app, actor, (tx) => viewEmergency(tx, world.db.keys, id, reader))
  }

  it('a colleague who has left confirms nothing: the cell does', async () => {
    const colleague = await glass.colleague('police.69')
    await world.db.owner.query(
      `update membership set since = now() - interval '2 days', until = now() - interval '1 day' where person_id = $1`,
      [colleague.personId]
    )
    const { confirm_org_id: confirming } = await glass.row(
      await glass.opens('police.69', await withPolice(), ['B'])
    )
    expect(confirming).toBe(world.as('cellule.69').orgId)
    await world.db.owner.query('delete from membership where person_id = $1', [colleague.personId])
  })

  it('a cell that calls it unsafe does not answer to itself alone, and the journal says what it was called', async () => {
    const id = await unknownToCell()
    const told = await glass.row(await glass.opens('cellule.69', id, ['B'], { unsafe: true }))
    expect([told['told_as'], told['told_orgs']]).toEqual(['referent', [world.as('asso.rhone').orgId]])
    expect((await journal(id)).map(({ detail }) => detail)).toEqual(['B,life,unsafe'])
  })

  it('the line of the cell that confirms in the stead of another house moves', async () => {
    const id = await withPolice()
    const told = async () =>
      (
        await world.db.owner.query<{ told: number }>(
          `select told from participation where case_id = $1 and org_id = $2 and capacity = 'cell'`,
          [id, world.as('cellule.69').orgId]
        )
      ).rows[0]!.told
    const before = await told()
    await glass.opens('police.69', id, ['B'])
    expect(await told()).toBe(before + 1)
  })

  it('what was over after its hour alone is not said to have shown until it was refused', async () => {
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    const { until } = await glass.row(opening)
    world.at(new Date(now.getTime() + 2 * anHour))
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect((await glass.row(opening)).until).toEqual(until)
  })

  it('both stand on the page of the case, one page after the other where they are of one moment, and show for their hour', async () => {
    const id = await unknownToCell()
    const opened = [
      await glass.opens('cellule.69', id, ['B']),
      await glass.opens('cellule.69.bis', id, ['B'])
    ]
    const { openings } = await listed(id)
    expect(openings.map((one) => one.id).sort()).toEqual(opened.toSorted())
    expect(openings.map(({ showing }) => showing)).toEqual([true, true])
    expect((await listed(id, 2 * anHour)).openings.map(({ showing }) => showing)).toEqual([false, false])
    const actor = world.as('cellule.69')
    const reader = { actor, locale: 'fr' as const, now }
    const paged = await inContext(world.db.app, actor, async (tx) => {
      const [first] = await openingsListed(tx, { view: 'all', caseId: id, most: 1 }, reader)
      const asked = { view: 'all', caseId: id, most: 1, after: openingKey(first!) } as const
      return [first!, ...(await openingsListed(tx, asked, reader))]
    })
    expect(paged.map((one) => one.id).sort()).toEqual(opened.toSorted())
  })
})

it('what waits for a second person goes on behind what waits for another', async () => {
  const opened: string[] = []
  for (const login of ['cellule.69', 'cellule.69.bis', 'cellule.69'] as const) {
    await world.db.owner.query(
      `update glass_opening set opened_at = opened_at - interval '1 minute' where id = any($1::uuid[])`,
      [opened]
    )
    opened.push(await glass.opens(login, await unknownToCell(), ['B']))
  }
  const actor = world.as('cellule.69.bis')
  const listed = await inContext(world.db.app, actor, (tx) =>
    openingsListed(tx, { view: 'waiting', most: 1 }, { actor, locale: 'fr', now })
  )
  expect(listed.map(({ id }) => id).slice(0, 2)).toEqual([opened[2], opened[0]])
})

describe('what is left of it', () => {
  it('a repeated key opens nothing more, and another request under it is refused', async () => {
    const [id, key] = [await unknownToCell(), randomUUID()]
    const first = await glass.opens('cellule.69', id, ['B'], { key })
    expect(await glass.opens('cellule.69', id, ['B'], { key })).toBe(first)
    expect(await refusal(glass.opens('cellule.69', id, ['C'], { key }))).toBe('IdempotencyMismatch')
  })

  it('tells the referring association, or the cell alone where that is not safe', async () => {
    const safe = await glass.row(await glass.opens('police.69', await withPolice(), ['B']))
    expect(safe['told_orgs']).toEqual([world.as('asso.rhone').orgId])
    const unsafe = await glass.row(
      await glass.opens('police.69', await withPolice(), ['B'], { unsafe: true })
    )
    expect([unsafe['told_as'], unsafe['told_orgs']]).toEqual(['cell', [world.as('cellule.69').orgId]])
  })

  it('nobody spoke: whoever was to confirm hears of it, who was told nothing else', async () => {
    const opening = await glass.opens('police.69', await withPolice(), ['B'])
    await world.db.owner.query(`update deadline set state = 'stopped', next_at = null where id <> $1`, [
      opening
    ])
    await world.db.owner.query('delete from outbox')
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await fireDue({ ...world.gate, telling: true })).toBe(1)
    const { rows } = await world.db.owner.query<{ to: string[] }>(
      `select payload -> 'to' as to from outbox where kind = 'tell' and payload -> 'line' ->> 'id' = $1`,
      [opening]
    )
    const hearing = ['asso.rhone', 'cellule.69', 'police.69'].map((login) => world.as(login).orgId)
    expect(rows.flatMap(({ to }) => to).toSorted()).toEqual(hearing.toSorted())
  })

  it('every link of the audit chains', async () => {
    const client = await world.db.owner.connect()
    expect((await verifyChains(client as never)).faults).toEqual([])
    client.release()
  })
})
