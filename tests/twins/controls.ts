import { isBlind } from './classes.ts'
import { sight } from '../../policies/data-classes.ts'
import { keepSight } from '../../server/db/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { shortest, type Schema } from '../../verify/inputs.ts'
import { consentScopes, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { chanceFrom } from '../../verify/chance.ts'
import { aFlag } from '../support/world.ts'
import { differences, type Difference } from './compare.ts'
import type { House } from './house.ts'
import { act } from './lives/lives.ts'
import { beginLife, play, type Life, type Step } from './lives/play.ts'
import { readAll, type Read, type Refused } from './readings.ts'
import { hide } from './secrets.ts'
import { standingOf } from './standing.ts'

// Positive controls: a product that does tell what it should hide is seen to tell it.

const how = { language: 'bin', means: 'in_person', interpreter: true }
const on = '2026-05-04'

/** Flagged by OFII, weighed by the cell that meets, followed by an association, in care, and offered a place far away. */
const common = ({ actors, places }: House): Step[] => [
  { type: 'flag', by: 'ofii', input: { ...aFlag({ metOn: on }) } },
  act('cellule.69', 'triage.start'),
  { type: 'meeting' },
  act('cellule.69', 'referent.name', { orgId: actors.get('asso.rhone')!.orgId }),
  act('asso.rhone', 'person.inform', { on, ...how, helpWithoutConsent: true }),
  act('asso.rhone', 'consent.record', { scopes: Object.keys(consentScopes), ...how }),
  act('asso.rhone', 'health.refer', {
    destination: 'general',
    recipientId: actors.get('soin.69')!.orgId
  }),
  { type: 'referral', by: 'soin.69', of: 'act6:referral:health#1', command: 'accept', input: {} },
  act('asso.rhone', 'acse.request', { adhesion: true, needs: 'au calme' }),
  { type: 'referral', by: 'acse', of: 'act8:referral:acse#1', command: 'accept', input: {} },
  act('asso.rhone', 'lawyer.refer', { address: 'cabinet@exemple.test' }),
  act('acse', 'acse.offer', { placeId: places['foyer.azur']![0]! })
]

const lived = async (house: House): Promise<Life> => {
  const life = await beginLife(house)
  for (const step of common(house)) {
    const outcome = await play(life, step)
    if (!outcome.done) throw new Error(`${step.type} was refused: ${outcome.status} ${outcome.code}`)
  }
  return life
}

type Control = { secret: string | Step; reader: string; capacity: Capacity }

const toFlagger = (secret: string | Step): Control => ({ secret, reader: 'ofii', capacity: 'flagger' })

const reported = act('asso.rhone', 'prosecutor.report', {
  ...shortest(commandRow('prosecutor.report').input as Schema),
  factsTerritory: '69',
  account: 'autrement'
})

/** What is hidden of each class, and from whom. An emergency (L) is told by name, and to no capacity: PostgreSQL and the policy keep it. */
export const controls: Partial<Record<DataClass, Control>> = {
  // The place that the house has agreed to keep: of the housing by the act, of the address by what is told of the stay.
  A: toFlagger('referral.accept'),
  B: toFlagger(act('asso.rhone', 'identity.record', { contact: 'autrement' })),
  C: toFlagger('return.assess'),
  D: { secret: 'indicators.add', reader: 'soin.69', capacity: 'health' },
  E: toFlagger('other_permit.record'),
  F: toFlagger('complaint.file'),
  // The cell knows that the facts were reported, and not in which words.
  G: { secret: reported, reader: 'cellule.69', capacity: 'cell' },
  H: toFlagger('needs.assess'),
  I: toFlagger('asylum.lodged'),
  J: toFlagger('forced.criminality'),
  K: toFlagger('housing.other')
}

const hideIn = async (life: Life, secret: string | Step) => {
  const done =
    typeof secret === 'string'
      ? await hide(life, await standingOf(life.house, life.caseId), secret, chanceFrom(1))
      : (await play(life, secret, true)).done
  if (!done) throw new Error(`${JSON.stringify(secret)} could not be hidden`)
}

const dayAfter: Step = { type: 'wait', days: 1 }

type Asked = { readers: readonly string[]; sealed?: readonly DataClass[]; browsing?: readonly string[] }

/** What two lives that differ in one secret let out to these readers and to whoever keeps the machine. */
export const pairOf = async (house: House, secret: string | Step | null, given: Asked) => {
  const asked = { browsing: [], ...given }
  const held: Refused = new Map()
  const first = await lived(house)
  await play(first, dayAfter)
  const one = await readAll(first, { ...asked, held })
  const life = await lived(house)
  if (secret !== null) await hideIn(life, secret)
  await play(life, dayAfter)
  const other = await readAll(life, { ...asked, held })
  return between(one, other)
}

const between = (one: Read, other: Read): Difference[] => [
  ...[...one.byReader].flatMap(([login, readings]) => differences(readings, other.byReader.get(login) ?? [])),
  ...differences(one.operator, other.operator)
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

/** Runs with one class shown to one capacity more than the matrix says, by both walls. */
const disclosing = async <T>(
  house: House,
  { capacity, dataClass }: Disclosed,
  run: () => Promise<T>
): Promise<T> => {
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
  const { reader, capacity } = controls[dataClass]!
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
  for (const one of Object.keys(controls) as DataClass[]) plain.set(one, await readTwice(life, one))
  return plain
}

/** What is seen of a secret once its class is disclosed to a capacity, beyond what is seen of it today. */
export const seenOnce = async (house: House, plain: Plain, dataClass: DataClass): Promise<string[]> => {
  const life = await lived(house)
  await hideIn(life, controls[dataClass]!.secret)
  await play(life, dayAfter)
  const [one, other] = [plain.get(dataClass)!, await readTwice(life, dataClass)]
  const today = between(one.today, other.today).map(kindOf)
  return between(one.disclosed, other.disclosed)
    .map(kindOf)
    .filter((kind) => !today.includes(kind))
}

/** A product each of whose exits tells how many acts the case has, hidden ones too. */
export const leaking = (house: House): House => {
  const count = async () => {
    const { rows } = await house.db.owner.query<{ n: number }>('select count(*)::int as n from case_event')
    return rows[0]!.n
  }
  const telling = (body: string, acts: number) =>
    body.startsWith('{') ? JSON.stringify({ ...(JSON.parse(body) as object), acts }) : body
  const splitting = (body: string, acts: number) => {
    const view = JSON.parse(body) as Record<string, unknown>
    if (!('timeline' in view)) return telling(body, acts)
    const parts = Object.fromEntries(
      ['timeline', 'deadlines', 'referrals', 'actions'].map((part) => [part, [...(view[part] as []), acts]])
    )
    return JSON.stringify({ ...view, ...parts, version: acts, acts })
  }
  return {
    ...house,
    get: async (login, url) => {
      const answer = await house.get(login, url)
      const acts = await count()
      const body = answer.body.startsWith('{') ? splitting(answer.body, acts) : answer.body
      return { ...answer, body, etag: answer.etag && `"${acts}"` }
    },
    page: async (login, url) => {
      const answer = await house.page(login, url)
      return { ...answer, body: `${answer.body}<p>${await count()}</p>` }
    },
    open: async (url) => {
      const answer = await house.open(url)
      return { ...answer, body: telling(answer.body, await count()) }
    },
    post: async (...asked) => {
      const answer = await house.post(...asked)
      return answer.status < 300 ? answer : { ...answer, body: telling(answer.body, await count()) }
    },
    heard: async () => {
      const acts = await count()
      const heard = await house.heard()
      return Object.fromEntries(
        Object.entries(heard).map(([login, said]) => [login, `${said}event: ${acts}\n\n`])
      )
    },
    workOff: async () => {
      await house.workOff()
      const text = String(await count())
      house.letters.push({ to: text, subject: text, text, url: text })
      house.lines.push(JSON.stringify({ text }))
    }
  }
}

export const isHidden = ({ capacity }: Control, dataClass: DataClass) =>
  isBlind([dataClass], [capacity], { consents: Object.keys(consentScopes), ageGroup: 'adult' } as never)
