import { expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { actionFor } from '../../support/running/actions.ts'
import { child, inChildhood, report, world } from '../../support/child.ts'
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
