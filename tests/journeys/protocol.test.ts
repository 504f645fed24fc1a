import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { forces } from './support/api.ts'
import type { Person } from './support/person.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { lasts, unfolds } from './support/steps.configuration.ts'

let cell: Person
let prefecture: Person
let prosecutor: Person
let name: string
let running: string
const title = 'Protocole du Rhône'

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
  name = `69-${stage.day().slice(0, 7)}-b`
  running = await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
  cell = await stage.enter('cellule.69')
  prefecture = await stage.enter('prefecture.69')
  prosecutor = await stage.enter('parquet.lyon')
}, 60_000)

const press = (who: Person, button: string) =>
  who.page.getByRole('button', { name: button, exact: true }).click()

const signs = async (who: Person) => {
  await who.open(`/protocoles/${name}`)
  await who.follow('Signer')
  const words = await who.text()
  for (const read of ['Article 1er. La cellule vote.', 'Préfecture du Rhône', 'Parquet de Lyon'])
    expect(words).toContain(read)
  await who.page.getByLabel('J’ai lu le texte').check()
  await press(who, 'Signer')
  await who.page.getByText('Signature enregistrée').waitFor()
  await who.look()
}

describe('a territory declines the mechanism', () => {
  it('by a draft of its cell, which no other desk finds, and which says what it lacks', async () => {
    keepPictures(cell, prefecture)
    await cell.open('/protocoles')
    await cell.write('Nom du protocole', name)
    await cell.write('Titre', title)
    await cell.write('Prend effet le', stage.day())
    await press(cell, 'Créer le projet')
    await cell.page.getByRole('heading', { level: 1, name: `Projet ${name}` }).waitFor()
    await cell.look()
    for (const outsider of ['admin', 'cellule.75', 'asso.rhone'])
      expect(await (await stage.enter(outsider)).statusOf(`/protocoles/${name}`)).toBe(404)
    await prefecture.open(`/protocoles/${name}`)
    expect(await prefecture.page.getByRole('button', { name: 'Signer' }).isDisabled()).toBe(true)
  })

  it('whose form keeps what was typed, and names the field that is wrong', async () => {
    await cell.page.getByLabel('Texte du protocole').fill('Article 1er. La cellule vote.')
    const parties = cell.page.getByRole('group', { name: 'Parties', exact: true })
    await parties.getByLabel('Nom').nth(0).fill('Préfecture du Rhône')
    await parties.getByLabel('Nom').nth(1).fill('Parquet de Lyon')
    await unfolds(cell, 'Délais du mécanisme')
    await lasts(cell, 'Premier examen', '0')
    await press(cell, 'Enregistrer le brouillon')
    await cell.page.getByRole('link', { name: /Premier examen.*plus que zéro/ }).waitFor()
    const first = cell.page.getByRole('group', { name: 'Premier examen', exact: true })
    expect(await first.getByLabel('Nombre').inputValue()).toBe('0')
    expect(await cell.page.getByLabel('Texte du protocole').inputValue()).toContain('La cellule vote')
    await lasts(cell, 'Premier examen', '1')
    await press(cell, 'Enregistrer le brouillon')
    await cell.page
      .getByText(/1 jour ouvré|Projet enregistré/)
      .first()
      .waitFor()
    await cell.page.getByRole('link', { name: /plus que zéro/ }).waitFor({ state: 'detached' })
    await cell.look()
  })

  it('that both sign once, and that nobody signs who wrote it', async () => {
    await signs(prefecture)
    const sign = { path: `/api/protocols/${name}/sign`, version: 3 }
    expect(await forces(prefecture, sign)).toBe(409)
    expect(await forces(cell, sign)).toBe(403)
    await signs(prosecutor)
    expect(await prosecutor.text()).toMatch(
      /1 jour ouvré[\s\S]*au lieu de\s: 2 jours ouvrés[\s\S]*protocole 69-/
    )
  })

  it('is what new cases live under, and a case that ran before says that it does not', async () => {
    const fresh = await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
    await cell.open(`/dossiers/${fresh}`)
    await cell.follow('Règles applicables')
    expect(await cell.text()).toMatch(new RegExp(`${title}[\\s\\S]*1 jour ouvré`))
    await cell.open(`/dossiers/${running}/regles`)
    expect(await cell.text()).toContain('la version nationale vaut seule')
  })

  it('moves the cases that run after a preview, by the administration, and back', async () => {
    const admin = await stage.enter('admin')
    await admin.open(`/protocoles/${name}`)
    await admin.follow('Faire passer des dossiers à ce protocole')
    await press(admin, 'Voir ce qui changerait')
    await admin.page.getByRole('heading', { name: 'Par délai' }).waitFor()
    await admin.look()
    expect(await admin.text()).toMatch(/Premier examen/)
    await admin.page.getByLabel('J’ai lu l’aperçu').check()
    await admin.page.getByRole('button', { name: /^Faire passer \d+ dossiers?$/ }).click()
    await admin.page.waitForURL(/bascules/)
    const move = new URL(admin.page.url()).pathname.split('/').at(-1)!
    await stage.movesCases(move)
    await cell.open(`/dossiers/${running}/regles`)
    expect(await cell.text()).toContain(title)
    await admin.open(`/configuration/bascules/${move}`)
    await admin.page.locator('input[name=sure]').check()
    await press(admin, 'Défaire ce passage')
    await admin.page.getByText('retour en cours').waitFor()
    await stage.movesCases(move)
    await cell.open(`/dossiers/${running}/regles`)
    expect(await cell.text()).toContain('la version nationale vaut seule')
  })

  it('fits a phone', async () => {
    await cell.page.setViewportSize({ width: 390, height: 800 })
    for (const path of ['/protocoles', `/protocoles/${name}`, `/dossiers/${running}/regles`]) {
      await cell.open(path)
      const wide = await cell.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wide]).toEqual([path, 0])
    }
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
