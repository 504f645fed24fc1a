import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../server/outbox/notify-participants.ts'
import { caseCode } from '../../../server/cases/code.ts'
import { flagIn } from '../../../server/commands/flag.ts'
import { setCaseScope, inContext } from '../../../server/db/context.ts'
import { chanceFrom } from '../../../verify/chance.ts'
import type { Dossier, Step } from '../../../verify/dossier.ts'
import { step } from '../../../verify/walk/moves.ts'
import { stepsFrom } from '../../../verify/walk/steps.ts'
import { aFlag, noon } from '../../support/world.ts'
import { openLives, type Told } from './lived.ts'

const { world, read, plain, unlessKnown, apart, dated, tried } = await openLives()

/** They read another case, or name someone whom only the database knows. */
const leftOut = ['merge.propose', 'merge.confirm', 'referent.name']

class Over extends Error {}

type Life = { taken: number; refused: number; differences: string[]; ends: Dossier | null }

const nameOf = (one: Step) => (one.type === 'act' ? one.command : one.type)

/** What a life is led to: an act, or the acceptance of one kind of referral. */
const leads = (one: Step, { referrals }: Dossier, way: string) =>
  one.type === 'referral'
    ? one.command === 'accept' && referrals[one.index]!.kind === way
    : nameOf(one) === way

const scopesIn = (one: Step) => (one.type === 'act' ? ((one.input['scopes'] as []) ?? []).length : 0)
/** Who agrees to all goes on by every way. */
const withMore = (one: Step, other: Step) => scopesIn(other) - scopesIn(one)

type Led = { flag: Parameters<typeof aFlag>[0]; ways: readonly string[] }

const live = async (seed: number, length: number, led?: Led): Promise<Life> => {
  const chance = chanceFrom(seed)
  const life: Life = { taken: 0, refused: 0, differences: [], ends: null }
  const work = inContext(world.gate.pool, { orgId: null, personId: null, role: 'system' }, async (tx) => {
    const desk: Desk = { tx, keys: world.db.keys, telling: false }
    const minor = chance(3) === 0
    const row = await flagIn(desk, {
      actor: world.as('asso.rhone'),
      command: 'case.flag',
      input: aFlag(led?.flag ?? (minor ? { ageGroup: 'minor', ageBand: '15-17' } : {})),
      key: null,
      at: noon,
      id: randomUUID(),
      code: caseCode(Buffer.from(randomUUID().slice(0, 8)))
    })
    await setCaseScope(tx, row.id)
    const told: Told = { desk, row, at: noon, order: [] }
    let model = await read(tx, told)
    for (let turn = 0; turn < length; turn += 1) {
      const steps = stepsFrom(model).filter((one) => one.type !== 'act' || !leftOut.includes(one.command))
      const names = [...new Set(steps.map(nameOf))]
      const name = names[chance(names.length)]
      const way = led?.ways[turn]
      const these = steps.filter((one) => (way ? leads(one, model, way) : nameOf(one) === name))
      const drawn = way ? these.toSorted(withMore)[0] : these[chance(these.length)]
      if (!drawn) break
      const next = await dated(told, drawn)
      const expected = step(model, next)
      // What the model refuses (an answer's own act, without the answer) the tables never get to see.
      if (expected === null) continue
      const after = await tried(told, next)
      told.at = new Date(told.at.getTime() + 1000)
      if (after === null) {
        life.refused += 1
        continue
      }
      told.row = after
      life.taken += 1
      const held = await read(tx, told)
      life.differences = apart(plain(await unlessKnown(told, expected, held)), plain(held))
      if (life.differences.length > 0) life.differences.unshift(`turn ${turn}: ${JSON.stringify(next)}`)
      if (life.differences.length > 0) break
      model = life.ends = held
    }
    throw new Over()
  })
  await work.catch((error: unknown) => {
    if (!(error instanceof Over)) throw error
  })
  return life
}

describe('the model that is walked and the tables that are lived in', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))(
    'agree after every step of life %i',
    async (seed) => {
      const { differences, taken } = await live(seed, 40)
      expect(differences).toEqual([])
      expect(taken).toBeGreaterThan(0)
    }
  )

  const ways = [
    ...['triage.start', 'grounds.record', 'person.inform', 'consent.record'],
    ...['acse.request', 'acse', 'acse.offer', 'acse_place'],
    ...['dna.request', 'dna', 'dna.offer', 'dna_place']
  ]
  const flag = { stay: 'unknown', asylumClaim: true, asylumLink: true } as const
  const along = (...further: string[]) => {
    const all = [...ways, ...further]
    return live(1, all.length, { flag, ways: all })
  }

  it('agree where a place of Ac.Sé and an asylum place are held at once', async () => {
    const { differences, ends } = await along()
    expect(differences).toEqual([])
    expect(Object.keys(ends!.held).toSorted()).toEqual(['acse', 'dna'])
  })

  it('agree that the arrival at the one beside asylum gives the asylum place back', async () => {
    const { differences, ends } = await along('acse.visio', 'acse.admission')
    expect(differences).toEqual([])
    expect([ends!.held, ends!.bed]).toEqual([{}, { place: expect.any(Number), by: 1 }])
  })

  it('agree that the asylum place alone stays once the other is given back', async () => {
    const { differences, ends } = await along('acse.declined_by_person')
    expect(differences).toEqual([])
    expect(Object.keys(ends!.held)).toEqual(['dna'])
  })
})
