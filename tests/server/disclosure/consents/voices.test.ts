import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { viewCase } from '../../../../server/reading/view.ts'
import { flag } from '../../../../server/commands/flag.ts'
import { inContext } from '../../../../server/db/context.ts'
import { acting } from '../../../support/acting.ts'
import { aFlag, noon, openWorld } from '../../../support/world.ts'
import { forFile } from '../../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const member = world.as('membre.69')
beforeAll(async () => {
  const { owner } = world.db
  await owner.query(`insert into habilitation (org_id, regime, since) values ($1, 'flag', '2026-01-01')`, [
    member.orgId
  ])
  await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'asso')`, [
    member.personId,
    member.orgId
  ])
})

/** Flagged by the member's own hand, in their association's name. */
const flaggedByMember = async () => {
  const actor: Actor = { ...member, role: 'asso' }
  const { id } = await flag(world.gate, { actor, command: 'case.flag', input: aFlag(), key: null })
  await tell.act('cellule.69', id, 'triage.start')
  return id
}

const voiceOf = async (login: string, id: string, command: string) => {
  const actor = world.as(login)
  const seen = await inContext(world.db.app, actor, (tx) =>
    viewCase(tx, id, { actor, locale: 'fr', now: noon })
  )
  return seen.actions.find((one) => one.command === command)
}

const recused = { reason: { fr: expect.stringMatching(/signalé.*Une autre institution/) } }

it('neither the first nor the deciding one, and the button says why', async () => {
  const id = await flaggedByMember()
  await expect(
    tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  ).rejects.toMatchObject(recused)
  await tell.act('cellule.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  await expect(tell.act('membre.69', id, 'grounds.positive')).rejects.toMatchObject(recused)
  const insufficient = await flaggedByMember()
  await tell.act('cellule.69', insufficient, 'grounds.propose', { opinion: 'insufficient', reason: 'means' })
  await expect(tell.act('membre.69', insufficient, 'triage.reject')).rejects.toMatchObject(recused)
  expect((await tell.row(id))['identification']).toBe('under_triage')
  expect(await voiceOf('membre.69', id, 'grounds.positive')).toMatchObject({
    enabled: false,
    reason: expect.stringContaining('vous pouvez parler, pas voter')
  })
})

it('nor a colleague of the association that follows the person', async () => {
  const id = await tell.flagged('police.69')
  await tell.act('cellule.69', id, 'triage.start')
  await tell.act('cellule.69', id, 'referent.name', { orgId: member.orgId })
  await tell.act('cellule.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  await expect(tell.act('membre.69', id, 'grounds.positive')).rejects.toMatchObject({
    reason: { fr: expect.stringMatching(/accompagne.*Une autre institution/) }
  })
  await expect(
    tell.act('membre.69.police', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  ).rejects.toMatchObject(recused)
})

it('while another institution gives it', async () => {
  const id = await tell.flagged('asso.rhone')
  await tell.act('cellule.69', id, 'triage.start')
  expect((await voiceOf('membre.69', id, 'grounds.propose'))!.label).toMatch(/premier avis/)
  await tell.act('cellule.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  expect(await voiceOf('membre.69', id, 'grounds.positive')).toMatchObject({ enabled: true })
  // A voice beside one that stands is not the first.
  expect((await voiceOf('membre.69', id, 'grounds.propose'))!.label).toMatch(/avis de plus/)
  await tell.act('membre.69', id, 'grounds.positive')
  expect((await tell.row(id))['identification']).toBe('presumed')
})
