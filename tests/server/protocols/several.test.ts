import { beforeAll, expect, it } from 'vitest'
import type { Seat } from '../../../workflows/configuration/configuration.ts'
import { withdrawProtocol } from '../../../server/protocols/store.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { workOff } from '../../support/running/queue.ts'
import { noon } from '../../support/world.ts'
import { openProtocols } from './two-desks.ts'

// Several protocols of one place: one that another replaced, one that begins later, one that was given up, one of elsewhere.

const logins = ['cellule.69', 'cellule.75', 'prefecture.69', 'parquet.lyon', 'asso.rhone', 'admin'] as const
const { site, world, ask, create, write, sign, rules } = await openProtocols(logins)
const shown = async (name: string, login = 'cellule.69') => (await ask(login, `/protocols/${name}`)).body
const [earlier, now, later, elsewhere] = ['69-2026-10', '69-2026-11', '69-2027-02', '75-2026-11']

beforeAll(async () => {
  world.at(new Date(noon.getTime() - 86_400_000))
  await signedProtocol(world, earlier, {}, '2026-11-23')
  world.at(noon)
  await signedProtocol(world, now, rules)
  await signedProtocol(world, later, { decidesBy: 'majority' }, '2027-02-01')
  await signedProtocol(world, elsewhere, {})
})

it('a draft is copied from a signed protocol of its territory, with its text, parties and rules, and from no other', async () => {
  const copy = (name: string, from: string) => create('cellule.69', name, { from })
  await create('cellule.69', '69-2026-11-d')
  for (const from of [elsewhere, '69-2026-11-d', '69-2026-11-no'])
    expect([from, (await copy('69-2026-11-c', from)).status]).toEqual([from, 404])
  const { status, body } = await copy('69-2026-11-c', now)
  const { text, parties, rules: set } = (await shown(now)).body
  expect([status, body.body]).toMatchObject([
    201,
    { text, parties, rules: set, title: 'Protocole 69-2026-11-c', signedOn: null }
  ])
  expect([text, parties.length, Object.keys(set).length]).toEqual([
    'Article 1er.',
    2,
    Object.keys(rules).length
  ])
})

it('of those that were signed one is in force, the one before is replaced, and the one to come is neither', async () => {
  const { items } = (await ask('asso.rhone', '/protocols?territory=69')).body
  const stands = items.map((one: Record<string, unknown>) => [one['name'], one['stateLabel'], one['inForce']])
  expect(stands).toEqual([
    [earlier, 'remplacé', false],
    [now, 'signé', true],
    [later, 'signé', false]
  ])
  const may = async (name: string) => (await shown(name)).may.withdraw.enabled
  expect([await may(now), await may(later)]).toEqual([false, true])
})

it('what it changes is told over the one that is in force on its first day', async () => {
  const day = { effectiveOn: '2027-03-01' }
  await create('cellule.69', '69-2027-03', day)
  await create('cellule.69', '69-2027-01', { effectiveOn: '2027-01-15' })
  expect([(await shown('69-2027-03')).since, (await shown('69-2027-01')).since]).toEqual([later, now])
  expect((await shown(earlier)).since).toBe(now)
  // What the one before says already is no change, whatever the country says.
  await create('cellule.69', '69-2027-03-b', { ...day, from: later })
  expect((await shown('69-2027-03-b')).changes).toEqual([])
  expect((await shown('69-2027-03')).changes).toHaveLength(1)
})

it('a draft that is put off begins on the day that was written last', async () => {
  await create('cellule.69', '69-2027-04', { effectiveOn: '2027-04-01' })
  await write('cellule.69', '69-2027-04', rules, { effectiveOn: '2027-04-10' })
  const { effectiveOn, body } = await shown('69-2027-04')
  expect([effectiveOn, body.effectiveOn]).toEqual(['2027-04-10', '2027-04-10'])
})

it('the day on the paper is told as that of its signature; what one side has signed is written no more, and says so', async () => {
  const name = '69-2026-12'
  await create('cellule.69', name)
  await write('cellule.69', name, rules, { signedOn: '2026-11-20' })
  expect((await shown(name)).may.edit.enabled).toBe(true)
  await sign('prefecture.69', name)
  expect((await shown(name)).may.edit).toEqual({ enabled: false, reason: 'Un côté a déjà signé ce texte.' })
  expect((await sign('parquet.lyon', name)).status).toBe(200)
  expect([(await shown(name)).signedOn, (await shown(now)).signedOn]).toEqual(['2026-11-20', '2026-11-24'])
})

it('a draft that is given up is told to nobody', async () => {
  const heard = async (of: string) => {
    await workOff(site.db, world.gate)
    const { items } = (await ask('cellule.69', '/notices')).body
    return items.filter(({ opens }: { opens: { id: string } }) => opens.id === of).length
  }
  const by = { actor: world.as('cellule.69'), key: null }
  await create('cellule.69', '69-2026-11-g')
  await withdrawProtocol(world.gate, by, '69-2026-11-g')
  expect(await heard('69-2026-11-g')).toBe(0)
  const moves = async (name: string) => (await shown(name, 'admin')).may.move
  expect([await moves(now), await moves(later)]).toEqual([true, true])
  await withdrawProtocol(world.gate, by, later)
  expect(await heard(later)).toBeGreaterThan(0)
  // To one that is given up no case is moved.
  expect([await moves(now), await moves(later)]).toEqual([true, false])
})

it('a court is told what its cell cannot reach, as its département sits on that day', async () => {
  const composition: Seat[] = [
    { type: 'association', seats: 2, votes: true },
    { type: 'prefecture', seats: 1, votes: true }
  ]
  const quorum = (members: number) => ({ quorum: { members, institutions: 2, mustInclude: [] } })
  const [before, from] = [{ effectiveOn: '2027-05-31' }, { effectiveOn: '2027-06-01' }]
  await signedProtocol(world, '69-2027-06', { composition, ...quorum(2) }, from.effectiveOn)
  const problems = async (name: string, on: object, members: number) => {
    await create('cellule.69', name, on)
    const { body } = await write('cellule.69', name, quorum(members))
    return body.problems.map(({ code }: { code: string }) => code)
  }
  expect(await problems('69.lyon-2027-06', from, 4)).toContain('unreachable')
  expect(await problems('69.lyon-2027-06-a', from, 3)).not.toContain('unreachable')
  expect(await problems('69.lyon-2027-05', before, 4)).not.toContain('unreachable')
})
