import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { refusal } from '../../support/refusals.ts'
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
    await world.db.owner.query('delete from membership where person_id = $1', [colleague.personId])
  })

  it('speaks once: what was settled stays, and a day late is too late', async () => {
    const bis = world.as('cellule.69.bis')
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    await glass.settles(bis, opening, 'confirm')
    expect(await refusal(glass.settles(bis, opening, 'refuse'))).toBe('RuleRefused')
    const late = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await refusal(glass.settles(bis, late, 'confirm'))).toBe('RuleRefused')
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

  it('every link of the audit chains', async () => {
    const client = await world.db.owner.connect()
    expect((await verifyChains(client as never)).faults).toEqual([])
    client.release()
  })
})
