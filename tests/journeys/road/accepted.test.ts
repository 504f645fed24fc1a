import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from '../support/stage.ts'
import { readsPlace } from '../support/steps.place.ts'
import { walksTheRoad } from './road.ts'
import { flags, secrets } from '../support/steps.ts'
import { forFile } from '../../support/for-file.ts'

let path: string

const stage = await forFile(openStage())

describe('a person, from the flag to a bed and a receipt', () => {
  it('is flagged without JavaScript, presumed by two voices, housed far away, and protected for thirty days', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(plain)
    path = await flags(plain, stage.day())

    const { cell, worker, desk, shelter, prefecture } = await walksTheRoad(stage, path, {
      keeps: keepPictures
    })
    await worker.open(path)
    expect(await worker.text()).toMatch(/Réflexion en cours/)
    expect(await worker.text()).toMatch(/Délai de réflexion/)
    expect(await worker.page.getByText(/sur 30/).count()).toBeGreaterThan(0)

    for (const reader of [desk, shelter, worker])
      expect(await readsPlace(reader, path)).toContain(secrets.address)
    for (const reader of [cell, prefecture]) {
      const seen = await readsPlace(reader, path)
      expect(seen).not.toContain(secrets.address)
      expect(seen).not.toContain('Foyer Azur')
    }
  })

  it('has no name for whoever only counts, and no case for whoever takes no part', async () => {
    const nation = await stage.enter('miprof')
    expect(new URL(nation.page.url()).pathname).toBe('/chiffres')
    expect(await nation.page.content()).not.toMatch(/CANARI|TEH [0-9A-Z]{4}/)
    for (const login of ['miprof', 'asso.paris', 'police.69']) {
      const outsider = login === 'miprof' ? nation : await stage.enter(login)
      expect(await outsider.statusOf(path)).toBe(404)
    }
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
