import { expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { actionFor } from '../../support/running/actions.ts'
import { child, inChildhood, report, rows, tell, world } from '../../support/child.ts'
import { why } from '../../support/refusals.ts'
import { insertOrganisation, noon } from '../../support/world.ts'

inChildhood()

const formFor = async (actor: Actor, id: string, command: string) => {
  const { input } = await actionFor(world.db, { actor, locale: 'fr', now: noon }, [id, command])
  return input.properties as Record<string, { title: string }>
}

it('asks which court by the place where the child was found, and nothing where there is one', async () => {
  const id = await child()
  await report(id)
  expect((await formFor(world.as('parquet.lyon'), id, 'judge.petition'))['court']!.title).toBe(
    'Tribunal judiciaire où l’enfant a été trouvé'
  )
  const orgId = await insertOrganisation(world.db, {
    key: 'parquet-93-test',
    name: 'Parquet · essai',
    type: 'prosecution',
    territory: '93'
  })
  const inBobigny = await child()
  await report(inBobigny, '93')
  const ofBobigny = { ...world.as('parquet.lyon'), orgId, territory: '93' }
  expect(await formFor(ofBobigny, inBobigny, 'judge.petition')).not.toHaveProperty('court')
})

it('asks no answer of the prosecutor who acts, and one of the prosecutor whom another tells', async () => {
  const id = await child()
  await report(id)
  const asksOf = async (login: string, command: string, of = id) => {
    const reader = { actor: world.as(login), locale: 'fr' as const, now: noon }
    return (await actionFor(world.db, reader, [of, command])).ahead!.asks.map(({ kind }) => kind)
  }
  const asked = 'Parquet · faits signalés'
  expect(await asksOf('parquet.lyon', 'procedure.opened')).not.toContain(asked)
  expect(await asksOf('asso.rhone', 'minor.report_prosecutor', await child())).toContain(asked)
})

/** A house of justice of one court of the Alpes-Maritimes, where two share the département. */
const ofCourt = async (type: 'prosecution' | 'juvenile_court', court: string) => {
  const key = `${type}-${court}`
  const id = await insertOrganisation(world.db, { key, name: key, type, territory: '06' })
  await world.db.owner.query('update organisation set court = $2 where id = $1', [id, court])
  return id
}
const toldOf = async (id: string, kind: string) =>
  (
    await rows<{ org: string }>(
      'select recipient_org_id as org from referral where case_id = $1 and kind = $2',
      [id, kind]
    )
  ).map(({ org }) => org)

it('tells no other court of a child where the one that is named has no house, however alone the other is', async () => {
  const [grasse, judges] = [
    await ofCourt('prosecution', '06.grasse'),
    await ofCourt('juvenile_court', '06.grasse')
  ]
  const told = { ground: 'grave', parentsInformed: 'contrary', facts: 'mot', foundIn: '06' }
  const nobody = 'Aucune organisation habilitée ne peut recevoir cette orientation.'
  const id = await child()
  const of = (court: string) => tell.act('asso.rhone', id, 'minor.report_prosecutor', { ...told, court })
  expect(await why(of('06.nice'))).toBe(nobody)
  expect(await toldOf(id, 'prosecutor')).toEqual([])
  await of('06.grasse')
  expect(await toldOf(id, 'prosecutor')).toEqual([grasse])
  const prosecutor = { ...world.as('parquet.lyon'), orgId: grasse, territory: '06' }
  const petition = (court: string) =>
    tell.actAs(prosecutor, id, 'judge.petition', { on: '2026-11-24', court })
  expect(await why(petition('06.nice'))).toBe(nobody)
  expect(await toldOf(id, 'juvenile_judge')).toEqual([])
  await petition('06.grasse')
  expect(await toldOf(id, 'juvenile_judge')).toEqual([judges])
})
