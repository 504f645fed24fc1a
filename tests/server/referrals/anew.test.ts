import { expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { anInput } from '../../support/cases.ts'
import { forFile } from '../../support/for-file.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'

// What is asked again: of the service of the new place what that of the old one accepted, and of one that has not answered no less than before.

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)

const askedOf = async (id: string) =>
  (
    await owner(
      `select r.kind || ' ' || o.key || ' ' || r.state as one from referral r join organisation o on o.id = r.recipient_org_id
        where r.case_id = $1 and r.kind in ('prefecture', 'exit_programme') order by 1`,
      [id]
    )
  ).rows.map((row) => row['one'] as string)
const moveTo = async (id: string, from: string, to: string) => {
  await tell.act(`cellule.${from}`, id, 'territory.transfer', { to, reason: 'moved' })
  await tell.move(`cellule.${to}`, await tell.referral(id, 'cell'), 'accept')
  await tell.act(`cellule.${to}`, id, 'territory.take_up')
}

it('a move asks of the new place what the old one had accepted, nothing that it had not answered, and nobody twice', async () => {
  await insertOrganisation(world.db, { key: 'psp-75', name: 'Sortie, Paris', type: 'psp', territory: '75' })
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  await owner(
    `insert into referral (id, case_id, kind, state, version, sender_org_id, recipient_org_id, preview, sent_at, moved_at, told_at, answer_by)
      select gen_random_uuid(), case_id, 'exit_programme', 'sent', 1, sender_org_id, $2, '{"told": {}}', sent_at, moved_at, told_at, answer_by
      from referral where case_id = $1 and kind = 'prefecture'`,
    [id, world.as('psp.69').orgId]
  )
  await moveTo(id, '69', '75')
  const first = ['exit_programme psp-69 sent', 'prefecture pref-69 accepted', 'prefecture pref-75 sent']
  expect(await askedOf(id)).toEqual(first)
  await tell.move('prefecture.75', await tell.referral(id, 'prefecture'), 'accept')
  world.at(new Date(noon.getTime() + 3_600_000))
  await moveTo(id, '75', '69')
  expect(await askedOf(id)).toEqual([...first.slice(0, 2), 'prefecture pref-75 accepted'])
})

it('who has yet to answer reads what is asked now with what was asked before, and nothing of what another is asked', async () => {
  world.at(noon)
  const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
  await tell.act('asso.rhone', id, 'minor.report_prosecutor', {
    ...{ foundIn: '69', ground: 'grave', parentsInformed: 'contrary', facts: 'CANARI-RECIT' }
  })
  const previewOf = async (kind: string) =>
    (await owner('select preview from referral where case_id = $1 and kind = $2', [id, kind])).rows[0]![
      'preview'
    ]
  const before = {
    prosecutor: await previewOf('prosecutor'),
    protection: await previewOf('child_protection')
  }
  expect(before.protection.told).toMatchObject({ ground: 'grave' })
  await owner(
    `update referral set preview = jsonb_set(preview, '{told,kept}', '"CANARI-AVANT"') where case_id = $1`,
    [id]
  )
  await tell.act('asso.rhone', id, 'concern.again', anInput('concern.again'))
  const after = await previewOf('child_protection')
  expect(after.told).toMatchObject({ kept: 'CANARI-AVANT' })
  expect(await previewOf('prosecutor')).toEqual({
    ...before.prosecutor,
    told: { ...before.prosecutor.told, kept: 'CANARI-AVANT' }
  })
})
