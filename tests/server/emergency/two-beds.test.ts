import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { readAddress } from '../../../server/places/address.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { glass, inEmergencies, now, readerOf, sees, tell, withPolice, world } from './stories.ts'

inEmergencies()

/** She sleeps in one house, where she is in danger, and another holds a place for her. */
const betweenTwo = async () => {
  const [here, there] = [world.places['foyer.azur']![0]!, world.places['foyer.ouest']![0]!]
  const id = await tell.housed(here)
  await tell.act('foyer.azur', id, 'housing.alert', { incident: 'located' })
  await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  await tell.act('acse', id, 'acse.offer', { placeId: there })
  await tell.move('foyer.ouest', await tell.referral(id, 'acse_place'), 'accept')
  await withPolice(id)
  return id
}
const addressOf = async (stayId: string) => {
  const police = world.as('police.69')
  const { lines } = await inContext(world.db.app, police, (tx) =>
    readAddress(tx, world.db, world.db.keys, { stayId, reader: readerOf(police) })
  )
  return lines.join()
}

describe('an emergency access, where she sleeps in one house and is awaited in another', () => {
  it('leads the police to where she sleeps, and after she has moved to the other', async () => {
    const police = world.as('police.69')
    const id = await betweenTwo()
    expect(await sees(police, id), 'without an access').toMatchObject({ stay: null })
    await glass.opens('police.69', id, ['A'])
    const { stay } = await sees(police, id)
    expect(stay).toMatchObject({ state: 'admitted' })
    expect(await addressOf(stay!.id)).toContain('CANARI-ADRESSE-foyer.azur')
    await tell.act('foyer.ouest', id, 'housing.moved', { on: civilDate(now, 'Europe/Paris') })
    const moved = (await sees(police, id)).stay
    expect(await addressOf(moved!.id)).toContain('CANARI-ADRESSE-foyer.ouest')
  })
})
