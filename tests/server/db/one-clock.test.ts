import { describe, expect, it } from 'vitest'
import { cellMemberOrganisations } from '../../../server/cases/participation.ts'
import { activeParticipations } from '../../../server/cases/store.ts'
import { regimesOf } from '../../../server/cases/habilitations.ts'
import { inContext } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const { app, owner } = world.db
const asso = world.as('asso.rhone')

const rights = async (caseId: string) => {
  const held = await inContext(app, asso, (tx) => regimesOf(tx, asso.orgId))
  const parties = await inContext(app, asso, (tx) => activeParticipations(tx, caseId))
  const sitting = await inContext(app, asso, (tx) => cellMemberOrganisations(tx, asso.territory!))
  const own = parties.find(({ orgId }) => orgId === asso.orgId) as { regimes?: string[] } | undefined
  return { held: held.length, taking: own?.regimes?.length, sitting: sitting.length }
}

describe('a right that ends in twenty days', () => {
  it('is held today, and is not once the clock of the walls has passed its day', async () => {
    const caseId = await acting(world).flagged('asso.rhone')
    await owner.query(`update habilitation set until = current_date + 20 where org_id = $1`, [asso.orgId])
    await owner.query(`update membership set until = now() + interval '20 days' where role = 'cell_member'`)
    const today = await rights(caseId)
    expect(Object.values(today).map((held) => Number(held) > 0)).toEqual([true, true, true])
    await owner.query(`insert into demonstration_clock (ahead) values ('40 days')`)
    expect(await rights(caseId)).toEqual({ held: 0, taking: 0, sitting: 0 })
  })
})
