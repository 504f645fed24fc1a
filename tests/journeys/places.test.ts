import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())

describe('a structure keeps its places', () => {
  it('adds one without JavaScript, says where it is, closes and opens it; nobody else may', async () => {
    const plain = await stage.enter('foyer.azur', { javaScript: false })
    keepPictures(plain)
    await plain.open('/places')
    await plain.does('Ajouter une place', async () => {
      await plain.pick('Dispositif', 'Ac.Sé')
      await plain.write('Nom de la place', 'Chambre du jardin')
      await plain.pick('Public accueilli', 'femme')
      await plain.write('Enfants au plus', '2')
      await plain.pick('Langues parlées', 'edo')
      await plain.pick('Accessible', 'Oui')
      await plain.page.locator('summary', { hasText: 'Auvergne' }).click()
      await plain.pick('Départements d’où personne ne vient', 'Rhône')
    })
    const shelter = await stage.enter('foyer.azur')
    keepPictures(shelter)
    await shelter.open('/places')
    await shelter.follow('Chambre du jardin')
    const place = new URL(shelter.page.url()).pathname

    for (const login of ['foyer.ouest', 'acse', 'asso.rhone']) {
      const other = await stage.enter(login)
      expect(await other.statusOf(place)).toBe(404)
    }

    await shelter.does('Modifier ses conditions', () => shelter.write('Enfants au plus', '1'))
    expect(await shelter.text()).toContain('Chambre du jardin')
    await shelter.does('Écrire son adresse', () => shelter.write('Adresse', 'CANARI-ADRESSE 1\nRennes'))
    expect(await shelter.page.content()).not.toContain('CANARI-ADRESSE')
    await shelter.does('La fermer pour un temps', () =>
      shelter.choose('Pourquoi la place est fermée', 'travaux')
    )
    expect(await shelter.text()).toContain('Cette place est déjà fermée.')

    const desk = await stage.enter('acse')
    keepPictures(desk)
    await desk.open('/places?etat=toutes')
    expect(await desk.text()).toMatch(/1\s*hors service/)
    await shelter.does('La rouvrir')
    await shelter.open('/places')
    const seen = await shelter.text()
    expect(seen).toMatch(/femme, 1 enfant[^]*pas depuis Rhône/)
    expect(seen).not.toContain('CANARI-ADRESSE')
  })

  it('on pages that are not broken, inaccessible, or too talkative', () => stage.expectCleanPages())
}, 120_000)
