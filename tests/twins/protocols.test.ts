import { expect, test } from 'vitest'
import type { CommandType } from '../../workflows/case/commands.ts'
import { signingProblems } from '../../workflows/configuration/local/problems.ts'
import type { LocalProtocol } from '../../workflows/configuration/local/protocol.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { consentScopes } from '../../workflows/vocabulary/vocabulary.ts'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { aFlag } from '../support/world.ts'
import { chanceFrom } from '../../verify/chance.ts'
import { sightOf } from '../../policies/sight.ts'
import { seatTypes } from '../../workflows/configuration/cell.ts'
import { tryingBy } from './attempts/drawn.ts'
import { differences } from './compare.ts'
import { logins, openHouse } from './house/house.ts'
import { beginning } from './house/settled.ts'
import { allSetIn } from './house/protocols.ts'
import { standingOf, type Standing } from './house/standing.ts'
import { act } from './lives/beginnings.ts'
import { inputOf } from './lives/inputs.ts'
import { beginLife, play, type Life, type Step } from './lives/play.ts'
import type { Read } from './readings/reading.ts'
import { readAll } from './readings/readings.ts'
import { operatorReads } from './results.ts'

// One life, told once where nothing was signed and once under a protocol that sets all that a territory may: whoever may not
// know where the person was met is told neither that there is one, nor which.

const on = '2026-05-04'
const how = { language: 'bin', means: 'in_person', interpreter: true }
const house = await forFile(openHouse((given) => testApp({ ...given, web: true })))
const given = { house, at: beginning, pick: <T>(list: readonly T[]) => list[0]! }
const filled = (by: string, command: CommandType) => act(by, command, inputOf(command, given))
const answered = (by: string, of: string, command: 'accept' | 'decline', input = {}) =>
  ({ type: 'referral', by, of, command, input }) as Step

/** Met in Paris, housed by Ac.Sé, followed in the Rhône since. */
const moved: Step[] = [
  { type: 'flag', by: 'asso.paris', input: { ...aFlag({ metOn: on, territory: '75' }) } },
  act('cellule.75', 'triage.start'),
  act('asso.paris', 'person.inform', { on, ...how, helpWithoutConsent: true }),
  act('asso.paris', 'consent.record', { scopes: Object.keys(consentScopes), ...how }),
  act('asso.paris', 'acse.request', { adhesion: true, needs: 'x' }),
  answered('acse', 'act4:referral:acse#1', 'accept'),
  act('acse', 'acse.offer', { placeId: house.places['foyer.azur']![0]! }),
  answered('foyer.azur', 'act6:referral:acse_place#1', 'accept'),
  act('foyer.azur', 'acse.visio', { at: '2026-05-04T10:00:00Z' }),
  act('foyer.azur', 'acse.admission', { on }),
  filled('asso.paris', 'needs.assess'),
  filled('asso.paris', 'plan.sign'),
  act('cellule.75', 'territory.transfer', { to: '69', reason: 'sheltered' }),
  answered('cellule.69', 'act12:referral:cell#1', 'accept'),
  act('cellule.69', 'territory.take_up')
]

const suspended = (reason: string) =>
  act('asso.paris', 'plan.suspend', { ...inputOf('plan.suspend', given), reason })

const played = async (local: LocalProtocol | null, steps: readonly Step[]): Promise<Life> => {
  const life = await beginLife(house, local)
  for (const step of steps) {
    const outcome = await play(life, step)
    if (!outcome.done) throw new Error(`${JSON.stringify(step)}: ${outcome.status} ${outcome.code}`)
  }
  return life
}

/** Those who take part and may not know whence the person came, and all who take none. */
const untold = ({ held, situation }: Standing) =>
  logins.filter((login) => !sightOf(held(login), situation.facts).origin)
const everyLink = () => true
const trying = tryingBy(chanceFrom(1), {})
const strangers = ['asso.rhone', 'prefecture.75', 'miprof']
const toldBy = (one: Read, other: Read, readers: readonly string[]) =>
  readers.flatMap((login) =>
    differences(one.byReader.get(login)!, other.byReader.get(login)!).map((found) => ({ login, ...found }))
  )

const whole = allSetIn('75-2026-05', on)
const { durations: _slower, concludes: _who, ...rest } = whole.rules
/** The same, but for what decides what may be done and until when. */
const silent: LocalProtocol = { ...whole, name: '75-2026-05-b', rules: rest }

const plain = await played(null, [...moved, suspended('person')])
const standing = await standingOf(house, plain.caseId)
const blind = untold(standing)
const taking = logins.filter((login) => standing.held(login).length > 0)
const readOf = (life: Life) =>
  readAll(life, { readers: [...taking, ...strangers], browsing: ['membre.69.sante'], trying })
const own = whole.rules.added!.find(({ of }) => of === 'lists.plan.suspend.reason')!.code

/** As it would be read if nothing hid from members whence the person came. */
const spoiltOf = async (life: Life): Promise<Read> => {
  await house.db.owner.query(`update "case" set facts = facts || '{"host": null}'`)
  return readAll(life, { readers: ['membre.69'], held: null })
}
const bothOf = async (life: Life) => ({ read: await readOf(life), spoilt: await spoiltOf(life) })

const without = await bothOf(plain)
const under = await bothOf(await played(silent, [...moved, suspended(own)]))

test('what sets all that a territory may set could be signed', () => {
  const some = Object.fromEntries(seatTypes.map((type) => [type, 9]))
  expect(signingProblems(whole, september2026, on, some)).toEqual([])
})

test('of whoever may not know of the place no exit tells what its protocol sets, nor that there is one', () => {
  const asked = [...taking, ...strangers].filter((login) => blind.includes(login))
  expect(asked).toEqual(expect.arrayContaining(['membre.69', 'membre.69.sante', ...strangers]))
  expect(toldBy(without.read, under.read, asked)).toEqual([])
  const [one, other] = [without, under].map(({ read }) => operatorReads(read, everyLink))
  expect(differences(one!, other!)).toEqual([])
})

test('whoever may know of it reads it, and so would its members if nothing hid it', () => {
  const told = taking.filter((login) => !blind.includes(login))
  const known = toldBy(without.read, under.read, told)
  expect([...new Set(known.map(({ login }) => login))].toSorted()).toEqual(told.toSorted())
  const seen = toldBy(without.spoilt, under.spoilt, ['membre.69'])
  expect(JSON.stringify(seen)).toContain(silent.name)
  const exits = ['actions', 'case', 'deadline list', 'deadlines']
  expect([...new Set(seen.map(({ exit }) => exit))].toSorted()).toEqual(exits)
})

// Until when an act is awaited decides what is done: it is told in words that name no place, and the pages draw it. Who concludes
// between meetings is for the cell that has the case in charge to say.
const decisive = [
  /^pages tags\[\]|^(deadlines|deadline list|worklist|case) .*\b(dueOn|dueAt|daysLeft|total|computation\[\].*)$/,
  // A list reads day so much of so many, and a mail and a calendar the first day and how many fall on each.
  /^worklist .*\btrade\.day\.(of|until)$|^calls \[\]$|^calendar body$/
]

test('how long its clocks run is all that they could read it from', async () => {
  const all = await readOf(await played(whole, [...moved, suspended(own)]))
  const asked = taking.filter((login) => blind.includes(login))
  const found = toldBy(without.read, all, asked)
  const seen = [...new Set(found.map(({ exit, kind }) => `${exit} ${kind}`))]
  expect(seen.filter((kind) => !decisive.some((one) => one.test(kind)))).toEqual([])
  expect(JSON.stringify(found)).not.toMatch(/75-2026|\.75_|du 75/)
  expect(decisive.filter((one) => !seen.some((kind) => one.test(kind)))).toEqual([])
})
