import { describe, expect, it } from 'vitest'
import { abilityFor } from '../../../policies/abilities.ts'
import { decide } from '../../../server/commands/decide.ts'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { referralCommandTypes } from '../../../workflows/referral/machine.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'
import { colleaguesOf, inTwoTeams } from './drawn.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const lead = world.as('asso.rhone')
const [colleague] = await colleaguesOf(world, 'asso.rhone', 1)
const id = await tell.consenting(['A', 'B', 'E', 'G'], {})
await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
const referralId = await tell.referral(id, 'health')
await inTwoTeams(world, { lead, others: [colleague!] })

describe('whoever works in another team', () => {
  it('is told of every act that their role ever does that there is no such case, and of others what anybody is', async () => {
    const policy = abilityFor(colleague!)
    const offered = commandTypes.filter((type) => commandRow(type).offered)
    expect(offered.filter((command) => policy.can(command, 'Case')).length).toBeGreaterThan(50)
    for (const command of offered) {
      const asked = { command, caseId: id, input: inputFor(command), version: null, key: null }
      const met = await refusal(decide(world.gate, { ...asked, actor: colleague! }))
      expect([command, met]).toEqual([command, policy.can(command, 'Case') ? 'NotFound' : 'NotAllowed'])
    }
  })

  it('moves no request of the case, which is not there for them', async () => {
    for (const command of referralCommandTypes) {
      const asked = { command, referralId, input: {}, version: null, key: null }
      const met = await refusal(decideReferral(world.gate, { ...asked, actor: colleague! }))
      expect([command, met]).toEqual([command, 'NotFound'])
    }
  })
})
