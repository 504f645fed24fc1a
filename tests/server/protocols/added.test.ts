import { beforeAll, describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openProtocols } from './two-desks.ts'

const { site, world, ask } = await openProtocols(['cellule.75', 'asso.rhone', 'soin.69'])
const tell = acting(world)

const interpreter = {
  of: 'referrals.health',
  code: 'overloaded.69_interpreter',
  label: { fr: 'Pas d’interprète avant trois semaines', en: 'No interpreter within three weeks' },
  leadsTo: 'escalate'
} as const
const abroad = {
  of: 'lists.plan.suspend.reason',
  code: 'person.69_season',
  label: { fr: 'Travail saisonnier choisi par la personne', en: 'Seasonal work that the person chose' },
  leadsTo: null
} as const
beforeAll(() => signedProtocol(world, '69-2026-11', { added: [interpreter, abroad] }))

describe('a reason that the protocol adds', () => {
  const refused = async (id: string, reason: string) => {
    const referral = await tell.referral(id, 'health')
    const { body } = await ask('soin.69', `/referrals/${referral}`)
    return {
      referral,
      answer: await ask('soin.69', `/referrals/${referral}/commands/decline`, {
        method: 'POST',
        tag: body.version,
        body: { reason }
      })
    }
  }
  const toHealth = async (different = {}) => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'], different)
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    return id
  }

  it('is offered in the form, leads where it says, and stands in the tables as the reason that it makes more precise', async () => {
    const id = await toHealth()
    const referral = await tell.referral(id, 'health')
    const { actions } = (await ask('soin.69', `/referrals/${referral}`)).body
    const form = actions.find(({ command }: { command: string }) => command === 'decline').input
    expect(form.properties.reason.oneOf).toContainEqual({
      const: 'overloaded.69_interpreter',
      title: interpreter.label.fr
    })
    expect((await refused(id, 'overloaded.69_unheard')).answer.status).toBe(400)
    expect((await refused(id, 'overloaded.69_interpreter')).answer.status).toBe(200)
    const { rows } = await site.db.owner.query(
      'select reason, reason_added, follow_up from referral where id = $1',
      [referral]
    )
    expect(rows).toEqual([
      {
        reason: 'overloaded',
        reason_added: { code: interpreter.code, ...interpreter.label },
        follow_up: 'escalate'
      }
    ])
    const shown = (await ask('asso.rhone', `/referrals/${referral}`)).body
    expect(shown.summary).toContain(interpreter.label.fr)
    expect(JSON.stringify(shown.events)).toContain(interpreter.label.fr)
  })

  it('of an act is told in its words, and a case of elsewhere does not know it', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'needs.assess', inputFor('needs.assess'))
    await tell.act('asso.rhone', id, 'plan.sign', inputFor('plan.sign'))
    const suspend = async (reason: string) => {
      const { body } = await ask('asso.rhone', `/cases/${id}`)
      return ask('asso.rhone', `/cases/${id}/commands/plan.suspend`, {
        method: 'POST',
        tag: body.version,
        body: { ...inputFor('plan.suspend'), reason }
      })
    }
    expect((await suspend('person.69_other')).body.errors[0]).toMatchObject({
      field: 'reason',
      code: 'withdrawn'
    })
    expect((await suspend(abroad.code)).status).toBe(200)
    const { rows } = await site.db.owner.query(
      `select input from case_event where case_id = $1 and command = 'plan.suspend'`,
      [id]
    )
    expect(rows[0].input).toMatchObject({ reason: 'person', reasonAdded: { code: abroad.code } })
    expect(JSON.stringify((await ask('asso.rhone', `/cases/${id}/events`)).body)).toContain(abroad.label.fr)
  })
})

describe('who concludes between meetings', () => {
  it('is whom the protocol names, and others are told to go to a meeting', async () => {
    await signedProtocol(world, '75-2026-11', { concludes: ['police', 'association'] })
    const id = await tell.flagged('asso.paris', { territory: '75' })
    await tell.act('cellule.75', id, 'triage.start')
    const { body } = await ask('cellule.75', `/cases/${id}?acts=closed`)
    const button = body.actions.find(({ command }: { command: string }) => command === 'grounds.propose')
    expect(button).toMatchObject({ enabled: false })
    expect(button.reason).toContain('police et gendarmerie')
  })
})

describe('where a département and its court have each a protocol', () => {
  it('that of the court stands, whichever took effect last', async () => {
    const { protocolAt } = await import('../../../server/cases/configuration.ts')
    const { inContext } = await import('../../../server/db/context.ts')
    await signedProtocol(world, '75.paris-2026-11', { decidesBy: 'majority' })
    await signedProtocol(world, '75-2026-12', { decidesBy: 'consensus' }, '2026-12-01')
    const inForce = (day: string) =>
      inContext(site.db.app, world.as('cellule.75'), (tx) => protocolAt(tx, '75', day))
    expect([await inForce('2026-11-30'), await inForce('2026-12-02')]).toEqual([
      '75.paris-2026-11',
      '75.paris-2026-11'
    ])
  })
})
