import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from './support/person.ts'
import { openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())
let id: string
beforeAll(async () => {
  await stage.wait()
  id = await stage.tell.flagged()
}, 60_000)

const narrow = async ({ page }: Person) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { wide, seen } = await page.evaluate<{ wide: number; seen: number }>(
    '({ wide: document.documentElement.scrollWidth, seen: document.documentElement.clientWidth })'
  )
  expect(wide).toBeLessThanOrEqual(seen)
}

describe('what a person is told of their data', () => {
  it('is read without an account, from any page, in two languages, and left at once', async () => {
    const visitor = await stage.visitor('a person')
    await visitor.open('/')
    await visitor.follow('Données personnelles')
    expect(await visitor.text()).toContain('n’a pas encore été relu par des personnes concernées')
    expect(await visitor.text()).toMatch(/Responsable de ce dossier\s:\s+pas encore décidé/)
    await narrow(visitor)
    await visitor.page.getByRole('button', { name: 'English' }).click()
    await visitor.page.getByRole('heading', { name: 'Who can read it' }).waitFor()
    await visitor.look()
    await visitor.page.getByRole('button', { name: 'Quick exit' }).click()
    await visitor.page.waitForURL('about:blank')
  })

  it('has no version that was never told', async () => {
    const visitor = await stage.visitor('a reader')
    await visitor.open('/donnees?version=2026-11-28')
    expect(await visitor.statusOf('/donnees?version=2026-11-28')).toBe(200)
    expect(await visitor.statusOf('/donnees?version=2020-01-01')).toBe(404)
  })

  it('stands beside the documents of the desk, each of which is read on a phone too', async () => {
    const dpo = await stage.enter('dpo')
    await dpo.open('/journal')
    await dpo.follow('Violation de données : 72 heures')
    for (const name of ['Registre', 'Analyse d’impact', 'Textes']) {
      await dpo.follow(name)
      await narrow(dpo)
    }
  })

  it('opens from the act that informs the person, and from the account', async () => {
    const worker = await stage.enter('asso.rhone')
    await worker.open(`/dossiers/${id}/agir/person.inform`)
    await worker.follow(/^Le texte à lire avec la personne/)
    expect(worker.page.url()).toMatch(/\/donnees$/)
    await worker.open('/compte')
    await worker.follow('Ce qui est dit aux personnes de leurs données')
  })
})

describe('the declaration of accessibility', () => {
  it('stands behind the words of the decree, at the foot of each page', async () => {
    const visitor = await stage.visitor('a visitor')
    await visitor.open('/')
    await visitor.follow(/^Accessibilité\s: non conforme$/)
    expect(await visitor.text()).toMatch(/aucun résultat d’audit en cours de validité/)
    expect(await visitor.text()).toContain('Défenseur des droits')
    await narrow(visitor)
  })

  it('has no fault that axe knows', () => stage.expectCleanPages())
}, 240_000)
