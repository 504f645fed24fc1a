import { expect, test } from 'vitest'
import { consentScopes } from '../../workflows/vocabulary/vocabulary.ts'
import { testApp } from '../support/running/app.ts'
import { aFlag } from '../support/world.ts'
import { differences } from './compare.ts'
import { openHouse } from './house/house.ts'
import { act } from './lives/beginnings.ts'
import { beginLife, play, type Step } from './lives/play.ts'
import type { Read } from './readings/reading.ts'
import { readAll } from './readings/readings.ts'
import { operatorReads } from './results.ts'
import { forFile } from '../support/for-file.ts'

// The whole life of a claim, told twice over a stay that goes on beside it.

const how = { language: 'bin', means: 'in_person', interpreter: true }
const on = '2026-05-04'
const offered = { on, language: 'bin', means: 'in_person', confidential: true, wishes: true }

const before = [
  { type: 'flag', by: 'asso.rhone', input: { ...aFlag({ metOn: on }) } },
  act('cellule.69', 'triage.start'),
  act('membre.69', 'grounds.propose', { opinion: 'positive', elements: ['harboured'] }),
  act('cellule.69', 'grounds.positive'),
  act('asso.rhone', 'person.inform', { on, ...how, helpWithoutConsent: true }),
  act('asso.rhone', 'consent.record', { scopes: Object.keys(consentScopes), ...how }),
  act('asso.rhone', 'reflection.offer', offered),
  act('asso.rhone', 'prefecture.request', { domiciliation: true }),
  { type: 'referral', by: 'prefecture.69', of: 'act7:referral:prefecture#1', command: 'accept', input: {} },
  act('asso.rhone', 'acse.request', { adhesion: true }),
  { type: 'referral', by: 'acse', of: 'act9:referral:acse#1', command: 'accept', input: {} }
] as Step[]

const lodged = act('asso.rhone', 'asylum.lodged', { attestedOn: on, wishes: true })
const invited = act('asso.rhone', 'asylum.invited', { invitedOn: on })
const decided = (decision: string) => act('asso.rhone', 'asylum.decision', { decision, decisionOn: on })

/** The two months after the invitation pass, and the prefecture acts. */
const since = [
  { type: 'wait', days: 90 },
  act('prefecture.69', 'receipt.handed', { handedOn: '2026-08-02', number: 'R-1' })
] as Step[]

const blind = ['cellule.69', 'membre.69', 'prefecture.69', 'acse']
const house = await forFile(openHouse(testApp))

const told = async (claim: readonly Step[]): Promise<Read> => {
  const life = await beginLife(house)
  const lived: [Step, boolean][] = [
    ...before.map((step): [Step, boolean] => [step, false]),
    ...claim.map((step): [Step, boolean] => [step, true]),
    ...since.map((step): [Step, boolean] => [step, false])
  ]
  for (const [step, hidden] of lived) {
    const outcome = await play(life, step, hidden)
    if (!outcome.done) throw new Error(`${JSON.stringify(step)}: ${outcome.status} ${outcome.code}`)
  }
  return readAll(life, { readers: [...blind, 'asso.rhone'], held: new Map() })
}

const without = await told([])

const apart = (read: Read, login: string) =>
  differences(without.byReader.get(login) ?? [], read.byReader.get(login) ?? [])

test.each([
  ['known from the flag', [act('asso.rhone', 'facts.complete', { asylumClaim: true })]],
  [
    'refused, and made again until it is granted',
    [lodged, invited, decided('refused'), lodged, decided('protected')]
  ],
  ['on which another way was to be found', [lodged, invited, decided('refused')]]
])(
  'a claim %s differs in nothing for whoever may not know of it',
  async (_name, claim) => {
    const read = await told(claim)
    for (const login of blind) expect([login, apart(read, login)]).toEqual([login, []])
    const all = () => true
    expect(differences(operatorReads(without, all), operatorReads(read, all))).toEqual([])
    // The referring association follows it.
    expect(apart(read, 'asso.rhone').length).toBeGreaterThan(0)
  },
  120_000
)
