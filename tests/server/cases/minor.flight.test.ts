import { describe, expect, it } from 'vitest'
import {
  child,
  clocks,
  housed,
  inChildhood,
  partsOf,
  report,
  rows,
  sees,
  stayOf,
  tell,
  world
} from '../../support/child.ts'
import { refOf } from '../../../server/cases/act-ref.ts'
import { undo } from '../../../server/repair/undo.ts'
import { actionFor } from '../../support/running/actions.ts'
import { refusal } from '../../support/refusals.ts'
import { insertOrganisation, noon } from '../../support/world.ts'

inChildhood()

it('the place is kept for a child who has run away, and freed by the departure', async () => {
  const id = await housed()
  expect((await tell.row(id))['housing']).toBe('minor_placement')
  await tell.act('foyer.azur', id, 'runaway.report', {
    lastSeenOn: '2026-11-24',
    how: 'called',
    policeTold: true
  })
  expect(await partsOf(id)).toContain('police-69 police')
  expect(await clocks(id)).toMatchObject({ 'MNIO-SEARCH': '2026-12-01 running' })
  expect(await stayOf(id)).toEqual(['admitted'])
  expect(await refusal(tell.closed(id))).not.toBeNull()
  await tell.act('police.69', id, 'runaway.found', { on: '2026-11-24', how: 'police', foundIn: '13' })
  expect((await tell.row(id))['minor']).toBe('placed_distanced')
  expect(await clocks(id)).not.toHaveProperty('MNIO-SEARCH')
  await tell.act('ase.69', id, 'minor.placement_ended', { on: '2026-11-24', reason: 'elsewhere' })
  expect(await stayOf(id)).toEqual([])
  expect(await refusal(sees('foyer.azur', id))).toBe('NotFound')
})

it('who would search for a child is not named to her shelter, wherever she was found before', async () => {
  const flight = { lastSeenOn: '2026-11-24', how: 'called', policeTold: true }
  const told = async (login: string, id: string) => {
    const reader = { actor: world.as(login), locale: 'fr' as const, now: noon }
    return (await actionFor(world.db, reader, [id, 'runaway.report'])).ahead!.told
  }
  const said: unknown[] = []
  for (const foundIn of ['69', '13']) {
    const id = await housed()
    await tell.act('foyer.azur', id, 'runaway.report', flight)
    await tell.act('police.69', id, 'runaway.found', { on: '2026-11-24', how: 'police', foundIn })
    said.push(await told('foyer.azur', id))
    await tell.act('ase.69', id, 'minor.placement_ended', { on: '2026-11-24', reason: 'elsewhere' })
    // Whoever protects her reads who that is, where anybody is there.
    expect(JSON.stringify(await told('ase.69', id)).includes('Police judiciaire')).toBe(foundIn === '69')
  }
  expect(said[0]).toEqual(said[1])
})

describe('the police', () => {
  const flight = { lastSeenOn: '2026-11-24', how: 'unknown', policeTold: true }
  const identity = async (id: string) =>
    (await sees('police.69', id)).classes.find((one) => one.class === 'B')!.access

  it('do not let themselves in by reporting a flight, strangers or not', async () => {
    const unknown = await child()
    expect(await refusal(tell.act('police.69', unknown, 'runaway.report', flight))).toBe('NotAllowed')
    const own = await tell.flagged('police.69', { ageGroup: 'minor', ageBand: '15-17' })
    expect(await refusal(tell.act('police.69', own, 'runaway.report', flight))).toBe('NotAllowed')
    for (const id of [unknown, own]) expect((await tell.row(id))['minor']).not.toBe('runaway')
    expect(await partsOf(unknown)).not.toContain('police-69 police')
  })

  it('are let in by whoever protects her, and read who she is while they search for her alone', async () => {
    const id = await child()
    expect(await refusal(identity(id))).toBe('NotFound')
    await tell.act('asso.rhone', id, 'runaway.report', flight)
    expect(await partsOf(id)).toContain('police-69 police')
    expect(await identity(id)).not.toBe('closed')
    await tell.act('police.69', id, 'runaway.found', { on: '2026-11-24', how: 'police' })
    expect(await identity(id)).toBe('closed')
  })

  it('of where she was found search for her, wherever the case is, and the form names them', async () => {
    const [key, name] = ['police-75-test', 'Police · essai']
    await insertOrganisation(world.db, { key, name, type: 'police', territory: '75' })
    const id = await child()
    await report(id)
    await world.db.owner.query(
      `update "case" set territory = '75', facts = jsonb_set(facts, '{territory}', '"75"') where id = $1`,
      [id]
    )
    const reader = { actor: world.as('asso.rhone'), locale: 'fr' as const, now: noon }
    const { ahead } = await actionFor(world.db, reader, [id, 'runaway.report'])
    expect(ahead!.told!.join()).toContain(world.as('police.69').orgName)
    await tell.act('asso.rhone', id, 'runaway.report', flight)
    const parts = await partsOf(id)
    expect(parts).toContain('police-69 police')
    expect(parts).not.toContain(`${key} police`)
  })

  it('not of where she was found by an act that was taken back', async () => {
    const [key, name] = ['police-38-test', 'Police de l’Isère · essai']
    await insertOrganisation(world.db, { key, name, type: 'police', territory: '38' })
    const id = await child()
    await report(id)
    await tell.act('asso.rhone', id, 'runaway.report', flight)
    world.at(new Date(noon.getTime() + 3_600_000))
    await tell.act('asso.rhone', id, 'runaway.found', { on: '2026-11-24', how: 'police', foundIn: '38' })
    const reader = { actor: world.as('asso.rhone'), locale: 'fr' as const, now: noon }
    const told = async () => (await actionFor(world.db, reader, [id, 'runaway.report'])).ahead!.told!.join()
    expect(await told()).toContain(name)
    const [found] = await rows<{ seq: number }>(
      `select seq from case_event where case_id = $1 and command = 'runaway.found'`,
      [id]
    )
    await undo(
      world.gate,
      { actor: world.as('asso.rhone'), key: 'in-error' },
      {
        caseId: id,
        ref: refOf(world.db.keys, { caseId: id, seq: found!.seq }),
        reason: 'wrong_person',
        version: null
      }
    )
    await tell.act('police.69', id, 'runaway.found', { on: '2026-11-24', how: 'police' })
    expect(await told()).toContain(world.as('police.69').orgName)
    await tell.act('asso.rhone', id, 'runaway.report', flight)
    expect(await partsOf(id)).not.toContain(`${key} police`)
  })
})
