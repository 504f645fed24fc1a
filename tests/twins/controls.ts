import type { Role } from '../../policies/actor.ts'
import { isBlind } from './classes.ts'
import { sight } from '../../policies/data-classes.ts'
import { overseers } from '../../policies/emergency-access.ts'
import { keepSight } from '../../server/db/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { shortest, type Schema } from '../../verify/inputs.ts'
import { consentScopes, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { chanceFrom } from '../../verify/chance.ts'
import { anEmergency } from '../support/emergency.ts'
import { differences, type Difference } from './compare.ts'
import type { House } from './house/house.ts'
import { beginning } from './house/settled.ts'
import { withDays } from './lives/inputs.ts'
import { act } from './lives/beginnings.ts'
import { lived } from './lives/common.ts'
import { hidden, nameOf, play, type Life, type Step } from './lives/play.ts'
import { tryingBy, type Trying } from './attempts/drawn.ts'
import type { Read } from './readings/reading.ts'
import { readAll, type Refused } from './readings/readings.ts'
import { operatorReads } from './results.ts'
import { hide } from './secrets.ts'
import { standingOf } from './house/standing.ts'

// Positive controls: a product that does tell what it should hide is seen to tell it.

type Secret = string | readonly Step[]
type Control = { secret: Secret; reader: string; capacity: Capacity }

const toFlagger = (secret: Secret): Control => ({ secret, reader: 'ofii', capacity: 'flagger' })

const reported = act('asso.rhone', 'prosecutor.report', {
  ...shortest(commandRow('prosecutor.report').input as Schema),
  factsTerritory: '69',
  account: 'autrement'
})

const inEmergency: Step = { type: 'emergency', by: 'ofii', as: 'flagger', input: anEmergency(['B']) }

/** What is hidden of each class, and from whom. */
export const controls: Record<DataClass, Control> = {
  // The place that the house has agreed to keep: of the housing by the act, of the address by what is told of the stay.
  A: toFlagger('referral.accept'),
  B: toFlagger([act('asso.rhone', 'identity.record', { contact: 'autrement' })]),
  C: toFlagger('return.assess'),
  D: { secret: 'indicators.add', reader: 'soin.69', capacity: 'health' },
  E: toFlagger('other_permit.record'),
  F: toFlagger('complaint.file'),
  // The cell knows that the facts were reported, and not in which words.
  G: { secret: [reported], reader: 'cellule.69', capacity: 'cell' },
  H: toFlagger('needs.assess'),
  I: toFlagger('asylum.lodged'),
  J: toFlagger('forced.criminality'),
  K: toFlagger('housing.other'),
  L: { secret: [inEmergency], reader: 'acse', capacity: 'acse' }
}

export const classesControlled = Object.keys(controls) as DataClass[]

const asked = (command: 'return.assess' | 'return.iom', house: House): Step =>
  act(
    'asso.rhone',
    command,
    withDays(commandRow(command).input, shortest(commandRow(command).input as Schema), {
      house,
      at: beginning,
      pick: (list) => list[0]!
    })
  )

/** A secret that itself asks somebody who answers by link. */
export const askedOfGuest = (house: House): Step[] => [
  asked('return.assess', house),
  asked('return.iom', house)
]

const hideIn = async (life: Life, secret: Secret) => {
  if (typeof secret === 'string') {
    if (!(await hide(life, await standingOf(life.house, life.caseId), secret, chanceFrom(1))))
      throw new Error(`${secret} could not be hidden`)
    return
  }
  for (const step of secret) {
    const outcome = await play(life, step, true)
    if (!outcome.done) throw new Error(`${nameOf(step)} could not be hidden: ${outcome.code}`)
  }
}

const after = (days: number): Step => ({ type: 'wait', days })
const dayAfter = after(1)

type Asked = {
  readers: readonly string[]
  /** What both lives have done before the secret. */
  shared?: readonly Step[]
  sealed?: readonly DataClass[]
  browsing?: readonly string[]
  /** How many days later it is read. */
  days?: number
  /** Whether what stands open is tried. */
  tries?: boolean
}

type Without = { house: House; asked: Asked; trying: Trying | null; held: Refused; read: Read }

/** What the life in which nothing is hidden lets out, to be held against several in which something is. */
export const lifeWithout = async (house: House, asked: Asked): Promise<Without> => {
  const { shared = [], days = 1, tries = false, ...given } = asked
  const trying = tries ? tryingBy(chanceFrom(1), {}) : null
  const held: Refused = new Map()
  const life = await lived(house, shared)
  await play(life, after(days))
  return { house, asked, trying, held, read: await readAll(life, { ...given, trying, held }) }
}

/** What the life with this secret lets out beyond the one without it, to the same readers and to whoever keeps the machine. */
export const toldOf = async (secret: Secret, { house, asked, trying, held, read }: Without) => {
  const { shared = [], days = 1, tries: _tries, ...given } = asked
  const life = await lived(house, shared)
  await hideIn(life, secret)
  await play(life, after(days))
  return between(read, await readAll(life, { ...given, trying, held: new Map(held) }))
}

/** What two lives that differ in one secret let out to these readers and to whoever keeps the machine. */
export const pairOf = async (house: House, secret: Secret, asked: Asked) =>
  toldOf(secret, await lifeWithout(house, asked))

/** Whoever was asked by the secret itself knows of it. */
const isShared = (link: string) => !link.startsWith(`link ${hidden}`)

const between = (one: Read, other: Read): Difference[] => [
  ...[...one.byReader].flatMap(([login, readings]) => differences(readings, other.byReader.get(login) ?? [])),
  ...differences(operatorReads(one, isShared), operatorReads(other, isShared))
]

const migrated = async ({ db }: House) => {
  const client = await db.owner.connect()
  try {
    await keepSight(client)
  } finally {
    client.release()
  }
}

type Disclosed = Pick<Control, 'capacity'> & { dataClass: DataClass }

const everyOpening = 'create policy opening_for_all on glass_opening for select to mnio_app using (true)'

/** Emergencies are told by name and to no capacity: here one role more looks into all of them, by both walls. */
const disclosingOpenings = async <T>({ db }: House, role: Role, run: () => Promise<T>): Promise<T> => {
  const all = overseers as Role[]
  all.push(role)
  await db.owner.query(everyOpening)
  try {
    return await run()
  } finally {
    all.pop()
    await db.owner.query('drop policy opening_for_all on glass_opening')
  }
}

/** Runs with one class shown to one capacity more than the matrix says, by both walls. */
const disclosing = async <T>(
  house: House,
  { capacity, dataClass }: Disclosed,
  run: () => Promise<T>
): Promise<T> => {
  if (dataClass === 'L') return disclosingOpenings(house, 'acse_desk', run)
  const row = sight[capacity] as { classes: readonly DataClass[] }
  const { classes } = row
  row.classes = [...classes, dataClass]
  try {
    await migrated(house)
    return await run()
  } finally {
    row.classes = classes
    await migrated(house)
  }
}

const kindOf = ({ exit, kind }: Difference) => `${exit} ${kind}`

/** What a reader finds of a life today, and once a class is disclosed to its capacity. */
const readTwice = async (life: Life, dataClass: DataClass) => {
  const { reader, capacity } = controls[dataClass]
  const read = () => readAll(life, { readers: [reader], sealed: [dataClass], held: null })
  const today = await read()
  return { today, disclosed: await disclosing(life.house, { capacity, dataClass }, read) }
}

export type Plain = Map<DataClass, Awaited<ReturnType<typeof readTwice>>>

/** The life in which nothing is hidden, as it is read under each of the controls. */
export const plainLife = async (house: House): Promise<Plain> => {
  const life = await lived(house)
  await play(life, dayAfter)
  const plain: Plain = new Map()
  for (const one of classesControlled) plain.set(one, await readTwice(life, one))
  return plain
}

/** What is seen of a secret once its class is disclosed to a capacity, beyond what is seen of it today. */
export const seenOnce = async (house: House, plain: Plain, dataClass: DataClass): Promise<string[]> => {
  const life = await lived(house)
  await hideIn(life, controls[dataClass].secret)
  await play(life, dayAfter)
  const [one, other] = [plain.get(dataClass)!, await readTwice(life, dataClass)]
  const today = between(one.today, other.today).map(kindOf)
  return between(one.disclosed, other.disclosed)
    .map(kindOf)
    .filter((kind) => !today.includes(kind))
}

export const isHidden = ({ capacity }: Control, dataClass: DataClass) =>
  isBlind([dataClass], [capacity], { consents: Object.keys(consentScopes), ageGroup: 'adult' } as never)
