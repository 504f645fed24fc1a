import { describe, expect, it } from 'vitest'
import { decide } from '../../../server/commands/decide.ts'
import { inContext } from '../../../server/db/context.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { child, inChildhood, partsOf, report, rows, sees, tell, world } from '../../support/child.ts'
import { refusal } from '../../support/refusals.ts'
import { insertOrganisation, noon } from '../../support/world.ts'

inChildhood()

const protection = (territory: string) =>
  insertOrganisation(world.db, { key: `ase-${territory}`, name: `ASE ${territory}`, type: 'ase', territory })

/** Told of a child found there, and to which child protections its form lets the one of the Rhône pass her on. */
const toldOf = async (foundIn: string) => {
  const id = await child()
  await report(id, foundIn)
  return { id, asked: await tell.referral(id, 'child_protection') }
}
const passes = (asked: string, orgId: string) => tell.move('ase.69', asked, 'transfer', { orgId })
const offered = async (asked: string) => {
  const actor = world.as('ase.69')
  const { actions } = await inContext(world.db.app, actor, (tx) =>
    viewReferral(tx, asked, { actor, locale: 'fr', now: noon })
  )
  return JSON.stringify(actions.find(({ command }) => command === 'transfer')?.input ?? null)
}

describe('the whole file of a child', () => {
  it('goes to no département but where she is or was found, before or after it is taken up', async () => {
    const elsewhere = await protection('38')
    const { id, asked } = await toldOf('69')
    expect(await offered(asked)).toBe('null')
    expect(await refusal(passes(asked, elsewhere))).toBe('RuleRefused')
    await tell.move('ase.69', asked, 'accept')
    expect(await refusal(passes(asked, elsewhere))).toBe('RuleRefused')
    expect((await partsOf(id)).join()).not.toContain('ase-38')
  })

  it('goes to nobody who is no child protection, were they of the place', async () => {
    const { asked } = await toldOf('69')
    for (const login of ['asso.rhone', 'juge.69', 'foyer.ouest'])
      expect([login, await refusal(passes(asked, world.as(login).orgId))]).toEqual([login, 'RuleRefused'])
  })

  it('goes to the one of where she was found, which reads her in the same moment', async () => {
    const { id, asked } = await toldOf('13')
    const [elsewhere, there] = [await protection('38'), await protection('13')]
    expect(await offered(asked)).toContain(there)
    expect(await offered(asked)).not.toContain(elsewhere)
    await passes(asked, there)
    expect(await partsOf(id)).toContain('ase-13 child_protection')
    expect(await refusal(sees('ase.69', id))).toBe('NotFound')
  })

  it('goes from the first day to the one of where she was found, and her judge is the one of that place', async () => {
    await protection('26')
    const [prosecution, judge] = await Promise.all(
      (['prosecution', 'juvenile_court'] as const).map((type) =>
        insertOrganisation(world.db, { key: `${type}-26`, name: type, type, territory: '26' })
      )
    )
    const { id } = await toldOf('26')
    const told = (await partsOf(id)).join()
    expect(told).toContain('ase-26 child_protection')
    expect(told).not.toContain('ase-69')
    const actor = { ...world.as('parquet.lyon'), orgId: prosecution!, territory: '26' }
    const act = { actor, command: 'judge.petition', input: { on: '2026-11-24' }, key: null } as const
    await decide(world.gate, { ...act, caseId: id, version: null })
    const sent = await rows<{ kind: string; org: string }>(
      `select kind, recipient_org_id as org from referral where case_id = $1 and kind = any('{prosecutor,juvenile_judge}')`,
      [id]
    )
    expect(sent.map(({ org }) => org).toSorted()).toEqual([prosecution, judge].toSorted())
  })
})
