import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { configurationAt } from '../../../server/cases/configuration.ts'
import { listVersions } from '../../../server/configuration/read.ts'
import {
  createDraft,
  publish,
  readVersion,
  standsAgainst,
  withdraw
} from '../../../server/configuration/versions.ts'
import { inContext } from '../../../server/db/context.ts'
import { withdrawProtocol } from '../../../server/protocols/store.ts'
import { forFile } from '../../support/for-file.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { noon, openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const by = (login: string) => ({ actor: world.as(login), key: randomUUID() })
const hoursBefore = (n: number) => world.at(new Date(noon.getTime() - n * 3_600_000))

const versioned = async (version: string) => {
  await createDraft(world.gate, by('admin'), {
    ...{ from: '2026-09', version },
    ...{ effectiveOn: '2026-11-24', note: '' }
  })
  await publish(world.gate, by('admin.bis'), version, 1)
}
const listed = () =>
  inContext(world.db.app, world.as('admin'), (tx) =>
    listVersions(tx, { actor: world.as('admin'), locale: 'fr', now: noon })
  )

it('of three versions of one day the last that was published and not taken back holds, from that day on', async () => {
  for (const [hours, version] of [
    [40, '2026-11'],
    [39, '2026-11-b'],
    [38, '2026-11-c']
  ] as const) {
    hoursBefore(hours)
    await versioned(version)
  }
  await withdraw(world.gate, by('admin'), '2026-11-c')
  world.at(noon)
  const { items } = await listed()
  expect(items.map(({ version }) => version)).toEqual(['2026-11-c', '2026-11-b', '2026-11', '2026-09'])
  expect(items.filter(({ inForce }) => inForce).map(({ version }) => version)).toEqual(['2026-11-b'])
  expect(items.find(({ version }) => version === '2026-11-b')!.since).toBe('2026-11')
  const on = (day: string) =>
    inContext(world.db.app, world.as('admin'), async (tx) => (await configurationAt(tx, day)).version)
  expect([await on('2026-11-23'), await on('2026-11-24')]).toEqual(['2026-09', '2026-11-b'])
})

it('of the moves the last that was begun stands first', async () => {
  const begun = (day: string) =>
    world.db.owner.query(
      `insert into config_move (id, from_version, to_version, state, started_by, started_at, total)
       values (gen_random_uuid(), '2026-09', '2026-11', 'moved', $1, $2, 0)`,
      [world.as('admin').personId, day]
    )
  for (const day of ['2026-11-20', '2026-11-22', '2026-11-21']) await begun(day)
  const { moves } = await listed()
  expect(moves.map(({ startedAt }) => startedAt.slice(0, 10))).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-20'
  ])
})

it('against a version stand the protocols that were signed and hold on its first day, or later, and no other', async () => {
  const within = (n: number) => ({ durations: { 'MNIO-TRIAGE': { n, unit: 'workingDays' } } }) as const
  hoursBefore(1)
  await signedProtocol(world, '69-2026-11', within(2))
  world.at(noon)
  // Of one day the last that was signed holds.
  await signedProtocol(world, '69-2026-11-b', within(1))
  await signedProtocol(world, '69-2027-02', within(2), '2027-02-01')
  await signedProtocol(world, '75-2026-11', within(2))
  // What was taken back before its day holds nowhere, and hides nothing.
  await signedProtocol(world, '75-2026-12', within(2), '2026-12-01')
  await withdrawProtocol(world.gate, by('cellule.75'), '75-2026-12')
  const fields = await inContext(world.db.app, world.as('admin'), async (tx) => {
    const { body } = await readVersion(tx, '2026-09')
    const durations = { ...body.durations, 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' as const } }
    const faster = { ...body, version: '2027-01', effectiveOn: '2027-01-01', durations }
    return (await standsAgainst(tx, faster, noon)).map(({ field }) => field)
  })
  expect(fields).toEqual([
    'protocols.69-2027-02.rules.durations.MNIO-TRIAGE',
    'protocols.75-2026-11.rules.durations.MNIO-TRIAGE'
  ])
})
