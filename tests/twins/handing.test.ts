import { expect, test } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import type { Difference } from './compare.ts'
import { controls, lifeWithout, pairOf, toldOf } from './controls.ts'
import { openHouse, outside, type House } from './house/house.ts'
import { act } from './lives/beginnings.ts'
import type { HandingStep } from './lives/handed.ts'
import type { Step } from './lives/play.ts'

// A case that passes from one association to another: who is told of the proposal, what whoever is asked learns of her, and what the
// first association learns once the other accompanies her.

const house = await forFile(openHouse((given) => testApp({ ...given, web: true }), { inTeams: true }))
/** Who takes part beside the one side, and a colleague of another team of it. */
const others = ['cellule.69', 'ofii', 'soin.69', 'acse', 'foyer.azur', outside]

const proposed: HandingStep = { type: 'handing', by: 'asso.rhone', command: 'propose', to: 'asso.paris' }
/** Proposed in both lives, as their thirteenth step, and in one alone. */
const [open, hidden] = ['act12:handing#1', 'hidden12.0:handing#1']
const refused = (of: string): Step => ({
  ...{ type: 'handing', by: 'asso.paris', command: 'refuse', of },
  reason: 'full'
})
const withdrawn: Step = {
  ...{ type: 'handing', by: 'asso.rhone', command: 'withdraw', of: hidden },
  reason: 'by_person'
}
const accepted: Step = { type: 'handing', by: 'asso.paris', command: 'accept', of: open }

const exitsOf = (found: readonly Difference[]) => new Set(found.map(({ exit }) => exit))

const toOthers = await lifeWithout(house, { readers: others, browsing: [outside] })
const toAsked = await lifeWithout(house, { readers: ['asso.paris'] })

test.each([
  ['waits for an answer', [proposed]],
  ['was refused', [proposed, refused(hidden)]],
  ['was taken back', [proposed, withdrawn]]
])(
  'that it was proposed to hand a case on, and %s, is told to its two sides alone',
  async (_what, secret) => {
    expect(await toldOf(secret, toOthers)).toEqual([])
    const told = await toldOf(secret, toAsked)
    for (const exit of ['notices', 'calls', 'stream'] as const) expect(exitsOf(told)).toContain(exit)
  },
  240_000
)

test('a colleague of another team would read it, if their association read all that it follows', async () => {
  await house.db.owner.query('update organisation set by_team = false')
  const told = await pairOf(house, [proposed], { readers: [outside] })
  await house.db.owner.query('update organisation set by_team = true where id in (select org_id from team)')
  expect(exitsOf(told)).toContain('referral list')
})

const secrets = {
  'who she is': [act('asso.rhone', 'identity.record', { contact: 'autrement' })],
  'that she filed a complaint': controls.F.secret,
  'what she needs': controls.H.secret,
  'that her place was accepted': controls.A.secret
}
const asked = { shared: [proposed], readers: ['asso.paris'], browsing: ['asso.paris'] }

const whileAsked = await lifeWithout(house, asked)

test.each(Object.entries(secrets))('whoever is asked is not told %s', async (_what, secret) => {
  expect(await toldOf(secret, whileAsked)).toEqual([])
})

const joining = `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
  select id, $1, 'referent', opened_at, 'test', opened_at from "case"`

/** A product that makes of whoever is asked somebody who takes part already. */
const openedEarly = (): House => ({
  ...house,
  heard: async () => {
    await house.db.owner.query(`${joining} on conflict do nothing`, [house.as('asso.paris').orgId])
    return house.heard()
  }
})

test('they would be, if to be asked were to take part', async () => {
  const found = await pairOf(openedEarly(), secrets['that she filed a complaint'], asked)
  expect(exitsOf(found)).toContain('events')
})

const since = { shared: [proposed, accepted], readers: ['asso.rhone', outside], browsing: ['asso.rhone'] }
const later = {
  'who she is': [act('asso.paris', 'identity.record', { contact: 'autrement' })],
  'that she filed a complaint': controls.F.secret,
  'what she needs': controls.H.secret
}

const onceHanded = await lifeWithout(house, since)

test.each(Object.entries(later))(
  'once the other association accompanies her, the first one is not told %s',
  async (_what, secret) => {
    expect(await toldOf(secret, onceHanded)).toEqual([])
  }
)

const left = `update participation set until = null where org_id = $1 and capacity = 'referent'`

/** A product that leaves the first association its part. */
const leavingAPart = (): House => ({
  ...house,
  heard: async () => {
    await house.db.owner.query(left, [house.as('asso.rhone').orgId])
    return house.heard()
  }
})

test('it would be, if it kept its part', async () => {
  const found = await pairOf(leavingAPart(), later['who she is'], since)
  expect(exitsOf(found)).toContain('events')
})
