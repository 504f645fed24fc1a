import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from './support/stage.ts'
import { readsPlace } from './support/steps.place.ts'
import {
  accepts,
  asksForShelter,
  consents,
  flags,
  offersPlace,
  offersReflection,
  presumes,
  secrets
} from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

let path: string

const stage = await forFile(openStage())

describe('a person, from the flag to a bed and a receipt', () => {
  it('is flagged without JavaScript, presumed by two voices, housed far away, and protected for thirty days', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(plain)
    path = await flags(plain, stage.day())

    const cell = await stage.enter('cellule.69')
    const member = await stage.enter('membre.69')
    keepPictures(cell, member)
    await presumes(path, { cell, member })

    const worker = await stage.enter('asso.rhone')
    const desk = await stage.enter('acse')
    keepPictures(worker, desk)
    await worker.open(path)
    await consents(worker, stage.day(), ['dispositif Ac.Sé', 'préfecture'])
    await asksForShelter(worker)
    await accepts(desk, 'accueil éloigné')
    await offersPlace(path, desk, 'Foyer Azur')

    const shelter = await stage.enter('foyer.azur')
    keepPictures(shelter)
    await accepts(shelter, 'proposition de place')
    await shelter.open(path)
    await shelter.does('Fixer l’entretien de pré-accueil', () =>
      shelter.write('Date et heure', `${stage.day(1)}T10:00`)
    )
    await stage.wait(1)
    await shelter.open(path)
    await shelter.does('Enregistrer l’arrivée', () => shelter.write('Date d’arrivée', stage.day()))
    expect(await shelter.text()).toContain('Accueil par Ac.Sé')

    const prefecture = await stage.enter('prefecture.69')
    keepPictures(prefecture)
    await worker.open(path)
    await offersReflection(worker, stage.day())
    await accepts(prefecture, 'droit au séjour')
    await prefecture.open(path)
    await prefecture.does('Remettre le récépissé', async () => {
      await prefecture.write('Récépissé remis le', stage.day())
      await prefecture.write('Numéro du récépissé', 'R-1')
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
