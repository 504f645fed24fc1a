import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from '../support/stage.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())

describe('what others count, and what is asked of France', () => {
  it('fills a report, says what it does not know, and asks for exact numbers, on pages that axe finds nothing on', async () => {
    const reader = await stage.enter('miprof')
    keepPictures(reader)
    await reader.open('/chiffres/sources?annee=2023')
    await reader.look()
    await reader.open('/chiffres/sources/saisir')
    await reader.look()
    await reader.open('/chiffres/demandes')
    await reader.look()
    await reader.open('/chiffres/demandes/greta?annee=2023')
    expect(await reader.text()).toMatch(/OFPRA[^]*1\s900/)
    await reader.look()
    await reader.open('/chiffres/demandes/exact')
    await reader.page.getByLabel('À qui, et pour quelle collecte').fill('Collecte Eurostat, point de contact')
    await reader.page.getByRole('button', { name: 'Demander' }).click()
    await reader.page.waitForURL(/fait/)
    expect(await reader.text()).toContain('attend une seconde personne')
    await reader.look()
    stage.expectCleanPages()
  })

  it('is read and entered without JavaScript, a wrong value being said at its field and kept', async () => {
    const plain = await stage.enter('miprof', { javaScript: false })
    keepPictures(plain)
    const { page } = plain
    await page.setViewportSize({ width: 320, height: 700 })
    await plain.open('/chiffres/sources?annee=2024')
    expect(await plain.text()).toMatch(/44 associations ont répondu/)
    await plain.open('/chiffres/sources/saisir')
    await page.getByLabel('Source', { exact: true }).selectOption('dsed')
    await page.getByLabel('Ce qui est compté', { exact: true }).selectOption('permits')
    await page.getByLabel('Année', { exact: true }).fill('2024')
    await page.getByLabel('Valeur', { exact: true }).fill('cent')
    await page.getByLabel('Unité', { exact: true }).selectOption('permits')
    await page.getByLabel('Édition', { exact: true }).fill('DSED 2025')
    await page.getByLabel('Licence', { exact: true }).fill('Licence Ouverte 2.0')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    expect(await page.getByLabel('Valeur', { exact: true }).inputValue()).toBe('cent')
    await page.getByLabel('Valeur', { exact: true }).fill('178')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    expect(await plain.text()).toMatch(/C’est enregistré[^]*178 titres[^]*DSED 2025/)
  })
})
