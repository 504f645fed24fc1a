import { expect, it } from 'vitest'
import { addDays } from '../../../../workflows/calendar/calendar.ts'
import { todayOf } from '../../../../server/organisations/today.ts'
import { forFile } from '../../../support/for-file.ts'
import { openDirectory } from '../directory.ts'

const { ask, post, owner, world } = await forFile(openDirectory())
const own = world.as('asso.rhone').orgId
const today = todayOf(new Date())
const runs = { since: addDays(today, -200), until: addDays(today, 300) }

const put = ({ since, until }: typeof runs) =>
  owner.query(
    `insert into habilitation (org_id, regime, since, until, decision) values ($1, 'psp', $2, $3, 'Arrêté')
      on conflict (org_id, regime) do update set since = $2, until = $3, asked_on = null, complete_on = null`,
    [own, since, until]
  )
const days = { askedOn: addDays(today, -10), completeOn: addDays(today, -5) }
const waiting = async () => (await ask('admin', `/organisations/${own}`)).body.proposals
const propose = async () => {
  await put(runs)
  const asked = { kind: 'regime', regime: 'psp', decision: 'Demande reçue', ...days }
  expect((await post('admin', `/organisations/${own}/proposals`, asked)).status).toBe(200)
  return async () => post('admin.bis', `/proposals/${(await waiting())[0].id}/confirm`)
}
const kept = async () =>
  (
    await owner.query(
      `select since::text, until::text, asked_on::text as "askedOn", complete_on::text as "completeOn"
        from habilitation where org_id = $1 and regime = 'psp'`,
      [own]
    )
  ).rows[0]

it.each([
  ['began', { ...runs, since: addDays(runs.since, 1) }],
  ['ends', { ...runs, until: addDays(runs.until, -1) }]
])(
  'a renewal is not confirmed where the approval that runs %s on another day by then',
  async (_what, moved) => {
    const confirm = await propose()
    await put(moved)
    const refused = await confirm()
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('Ce régime a changé depuis : les jours proposés')
    ])
    expect(await kept()).toEqual({ ...moved, askedOn: null, completeOn: null })
    await post('admin', `/proposals/${(await waiting())[0].id}/withdraw`)
  }
)

it('a renewal is confirmed where nothing moved, and leaves the approval that runs as it is', async () => {
  const confirm = await propose()
  expect((await confirm()).status).toBe(200)
  expect(await kept()).toEqual({ ...runs, ...days })
})
