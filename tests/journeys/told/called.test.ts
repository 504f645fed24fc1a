import { describe, expect, it } from 'vitest'
import { openStage } from '../support/stage.ts'
import type { Person } from '../support/person.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())

const press = ({ page }: Person, button: string) => page.getByRole('button', { name: button }).first().click()
const reads = ({ page }: Person, words: string | RegExp) => page.getByText(words).first().waitFor()
const narrow = async ({ page }: Person) => {
  await page.setViewportSize({ width: 320, height: 740 })
  const tooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
  expect(await page.evaluate(tooWide)).toBe(false)
}

describe('what comes to somebody without their signing in', () => {
  it('is chosen in the account: when to be written to, at which hour, and when not', async () => {
    const worker = await stage.enter('asso.rhone')
    await worker.open('/compte')
    await worker.follow('Courriels : quand et comment vous écrire')
    await reads(worker, 'Aucune adresse connue')
    await reads(worker, 'Vous n’avez encore rien choisi')
    await worker.look()
    await worker.page.getByLabel('Dès qu’il y a du nouveau').check()
    await worker.page.getByLabel('Heures calmes : de').selectOption('20')
    await press(worker, 'Enregistrer')
    await reads(worker, 'C’est enregistré.')
    expect(await worker.page.getByLabel('Dès qu’il y a du nouveau').isChecked()).toBe(true)
    expect(await worker.page.getByLabel('Heures calmes : de').inputValue()).toBe('20')
    await narrow(worker)
    await worker.look()
  })

  it('is a calendar whose address is shown once, without JavaScript too, and opens nothing once it is revoked', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    await worker.open('/compte/agenda')
    await reads(worker, 'Aucune adresse n’est ouverte.')
    await press(worker, 'Créer une adresse')
    const address = await worker.page.getByLabel('Adresse à copier').inputValue()
    await worker.look()
    await narrow(worker)
    const asked = async () => (await fetch(address)).status
    expect(await asked()).toBe(200)
    await worker.open('/compte/agenda')
    expect(await worker.text()).not.toContain(address)
    await press(worker, 'Révoquer l’adresse')
    await reads(worker, 'L’adresse n’ouvre plus rien.')
    expect(await asked()).toBe(404)
  })

  it('has no fault that axe knows', () => stage.expectCleanPages())
}, 240_000)
