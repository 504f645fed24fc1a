import { requirementsOf } from '../../../policies/requirements/table.ts'
import { describe, expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { holderOf } from '../../../server/places/holder.ts'
import { releaseHeld } from '../../../server/places/stays.ts'
import { inContext } from '../../../server/db/context.ts'
import { commandTypes } from '../../../workflows/case/commands.ts'
import { unknownFacts, type Facts } from '../../../workflows/facts/facts.ts'
import { acting } from '../../support/acting.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const name = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: Error) => error.constructor.name
  )
const stays = async (id: string) => {
  const { rows } = await world.db.owner.query<{ line: string }>(
    `select o.key || ' ' || s.state as line from stay s join place p on p.id = s.place_id
       join organisation o on o.id = p.org_id where s.case_id = $1 and s.state <> 'ended' order by 1`,
    [id]
  )
  return rows.map(({ line }) => line)
}
const [azur, ouest] = ['foyer.azur', 'foyer.ouest'] as const

/** She sleeps at Azur, which is no longer safe, and a place at Ouest is held for her. */
const fleeing = async () => {
  await world.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`)
  const id = await tell.housed(world.places[azur]![0]!)
  await tell.act('asso.rhone', id, 'housing.alert', { incident: 'located' })
  await tell.act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'loin' })
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  await tell.act('acse', id, 'acse.offer', { placeId: world.places[ouest]![0]! })
  await tell.move(ouest, await tell.referral(id, 'acse_place'), 'accept')
  expect(await stays(id)).toEqual(['foyer-azur admitted', 'foyer-ouest reserved'])
  return id
}

describe('the house she flees', () => {
  it.each([
    ['acse.refused_after', { reason: 'too_close' }],
    ['acse.place_declined', { reason: 'distance' }],
    ['housing.moved', { on: '2026-11-24' }],
    ['acse.visio', { at: '2026-11-24T10:00:00Z' }],
    ['acse.hold_extended', { reason: 'travel' }],
    ['housing.left', { on: '2026-11-24' }]
  ])('does not touch the place that waits for her by %s', async (command, input) => {
    const id = await fleeing()
    expect(await name(tell.act(azur, id, command as never, input))).toMatch(/^(RuleRefused|NotAllowed)$/)
    expect(await stays(id)).toEqual(['foyer-azur admitted', 'foyer-ouest reserved'])
  })

  it('gives back nothing that waits elsewhere, were its act let through', async () => {
    const id = await fleeing()
    const actor = world.as(azur)
    const asked = { caseId: id, pools: ['acse'], facts: unknownFacts as Facts, actor, at: noon } as const
    // Under a reading that PostgreSQL shows both places: the house itself is shown its own alone.
    const over = await inContext(world.db.app, world.as('asso.rhone'), (tx) => releaseHeld(tx, asked))
    expect(over).toBeNull()
    expect(await stays(id)).toEqual(['foyer-azur admitted', 'foyer-ouest reserved'])
  })

  it('reads no day on which her bed would lapse, though the place that waits has one', async () => {
    await fleeing()
    const until = async (login: typeof azur | typeof ouest) => {
      const actor = world.as(login)
      const holder = await inContext(world.db.app, actor, (tx) =>
        holderOf(tx, world.places[login]![0]!, { actor, locale: 'fr', now: noon })
      )
      return holder!.until
    }
    expect(await until(azur)).toBeNull()
    expect(await until(ouest)).toMatch(/^2026-1/)
  })

  it('does not say that she stays: no house has this act', async () => {
    const id = await fleeing()
    expect(await name(tell.act(azur, id, 'housing.stays'))).toBe('NotAllowed')
  })
})

describe('the house that waits for her', () => {
  it('keeps its clock through another alert, and its place through another search', async () => {
    const id = await fleeing()
    const holds = async () =>
      (
        await world.db.owner.query<{ state: string }>(
          `select state from deadline where case_id = $1 and code = 'MNIO-HOLD' and state = 'running'`,
          [id]
        )
      ).rows[0]?.state
    await tell.act(ouest, id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await tell.act('asso.rhone', id, 'housing.alert', { incident: 'located' })
    expect(await holds()).toBe('running')
    expect(await name(tell.act('asso.rhone', id, 'acse.request', { adhesion: true }))).toBe('RuleRefused')
    expect(await stays(id)).toEqual(['foyer-azur admitted', 'foyer-ouest reserved'])
    await tell.act(ouest, id, 'housing.moved', { on: '2026-11-24' })
    expect(await stays(id)).toEqual(['foyer-ouest admitted'])
  })

  it('does not end the bed she still sleeps in', async () => {
    const id = await fleeing()
    expect(await name(tell.act(ouest, id, 'housing.left', { on: '2026-11-24' }))).toBe('RuleRefused')
    expect(await stays(id)).toEqual(['foyer-azur admitted', 'foyer-ouest reserved'])
  })

  it('records that she has arrived, and the first bed is free', async () => {
    const id = await fleeing()
    await tell.act(ouest, id, 'housing.moved', { on: '2026-11-24' })
    expect(await stays(id)).toEqual(['foyer-ouest admitted'])
  })
})

it('what waits for her is given back alone: where she sleeps goes on being agreed', async () => {
  const id = await fleeing()
  await tell.act('asso.rhone', id, 'acse.place_declined', { reason: 'distance' })
  expect(await stays(id)).toEqual(['foyer-azur admitted'])
  const { rows } = await world.db.owner.query(
    `select o.key, r.state from referral r join organisation o on o.id = r.recipient_org_id
     where r.case_id = $1 and r.kind = 'acse_place' order by 1`,
    [id]
  )
  expect(rows).toEqual([
    { key: 'foyer-azur', state: 'accepted' },
    { key: 'foyer-ouest', state: 'ended' }
  ])
})

it('whoever accompanies her may give back what waits for her, and end what she leaves', async () => {
  const id = await fleeing()
  await tell.act('asso.rhone', id, 'housing.left', { on: '2026-11-24' })
  expect(await stays(id)).toEqual([])
})

describe('what a house is offered is what it may do', () => {
  const offered = async (login: string, id: string) => {
    const actor = world.as(login)
    const { actions } = await inContext(world.db.app, actor, (tx) =>
      viewCase(tx, id, { actor, locale: 'fr', now: noon })
    )
    return actions
  }
  const touching = commandTypes.filter((type) =>
    requirementsOf(type).some((one) => ['placeHeld', 'ownHeld', 'ownPlaces'].includes(one))
  )

  it('of a place that waits elsewhere, or a bed that is another’s, nothing, with the reason', async () => {
    const id = await fleeing()
    const open = async (login: string) =>
      (await offered(login, id)).filter(
        ({ command, enabled }) => enabled && touching.some((type) => type === command)
      )
    expect(await open(azur)).toEqual([])
    expect((await open(ouest)).map(({ command }) => command)).not.toContain('housing.left')
    expect((await open(ouest)).map(({ command }) => command)).toContain('housing.moved')
    const left = (await offered(azur, id)).find(({ command }) => command === 'housing.absconded')
    expect(left!.reason).toMatch(/^Vous ne pouvez enregistrer que/)
  })

  it('once she is promised to the second house, the first neither admits nor declines her', async () => {
    const id = await fleeing()
    await tell.act(ouest, id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    const of = async (login: string) =>
      Object.fromEntries((await offered(login, id)).map(({ command, enabled }) => [command, enabled]))
    for (const command of ['acse.admission', 'acse.refused_after']) {
      expect([command, (await of(azur))[command] ?? false]).toEqual([command, false])
      expect([command, (await of(ouest))[command]]).toEqual([command, true])
    }
  })
})
