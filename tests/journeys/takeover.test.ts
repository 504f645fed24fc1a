import { beforeAll, describe, expect, it } from 'vitest'
import { aLine, informed, spreadsheet } from '../server/takeover/spreadsheet.ts'
import { forFile } from '../support/for-file.ts'
import type { Person } from './support/person.ts'
import { openStage } from './support/stage.ts'

const stage = await forFile(openStage())
let nadia: Person

beforeAll(async () => {
  await stage.wait()
  nadia = await stage.enter('asso.rhone', { javaScript: false })
}, 60_000)

const press = (button: string | RegExp) => nadia.page.getByRole('button', { name: button }).first().click()
const reads = (words: string | RegExp) => nadia.page.getByText(words).first().waitFor()

/** As Excel writes it in French on Windows. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', "'"), 'latin1')
const chooses = async (text: string) => {
  await nadia.page
    .locator('#file')
    .setInputFiles({ name: 'dossiers.csv', mimeType: 'text/csv', buffer: windows1252(text) })
  await press('Lire sans rien écrire')
}

const good = aLine({
  ...informed,
  reference: 'D-7',
  nom: 'Zoé Ékambi',
  naissance: '02/07/1998',
  motifs_le: '02/04/2026',
  motifs_service: 'OCRTEH'
})

describe('an association brings its running files, without a script', () => {
  it('from its own page, with a template to fill in', async () => {
    await nadia.open('/equipe')
    await nadia.follow('Reprendre des dossiers d’un tableau')
    const template = await nadia.page.request.get('/api/files/template.csv')
    expect(await template.text()).toContain('departement;rencontre_le')
    await nadia.look()
  })

  it('is told line and column of what is wrong, and nothing is taken over', async () => {
    await chooses(spreadsheet([good, aLine({ departement: '999' })]))
    await reads('À corriger')
    expect(await nadia.text()).toContain('departement')
    await nadia.look()
  })

  it('writes the wrong cell anew on the page, and sees what would be made; nothing is taken over', async () => {
    expect(await nadia.page.locator('#cell-3-departement').getAttribute('aria-invalid')).toBe('true')
    await nadia.page.locator('#cell-3-departement').selectOption('69')
    await press('Corriger et relire')
    await reads('2 dossiers seraient créés')
    await nadia.look()
  })

  it('sees each case as it would stand, then takes all of them over', async () => {
    await chooses(spreadsheet([good], ','))
    await reads('1 dossier serait créé')
    expect(await nadia.text()).toContain('D-7')
    await nadia.look()
    await press('Reprendre ces dossiers')
    await reads('1 dossier a été repris.')
    // The reference is the file's own word: it stands beside the code, and in no address.
    expect(await nadia.page.locator('tr', { hasText: 'D-7' }).locator('a.code').innerText()).toMatch(/\w{3}/)
    expect(nadia.page.url()).not.toMatch(/D-7|repris=/)
    await nadia.look()
  })

  it('says of a person who may be known already whether the line is taken', async () => {
    await chooses(spreadsheet([good]))
    await reads('Personnes peut-être déjà connues')
    await nadia.look()
    await nadia.page.getByLabel('C’est la même personne : laisser la ligne').check()
    await press('Reprendre ces dossiers')
    await reads('0 dossier')
    await nadia.open('/dossiers?vue=all')
    expect(await nadia.page.locator('a[href^="/dossiers/"]').count()).toBeGreaterThan(0)
  })

  it('on pages that are clean, on a phone as on a desk', async () => {
    await nadia.open('/reprise')
    await nadia.page.setViewportSize({ width: 360, height: 720 })
    const wide = await nadia.page.evaluate<number>('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(360)
    stage.expectCleanPages()
  })
})
