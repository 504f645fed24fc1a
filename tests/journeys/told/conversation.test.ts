import { describe, expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import {
  answers,
  confidential,
  isRecorded,
  recordsAnswers,
  saysHowHeld
} from '../support/steps.conversation.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())
const phone = { width: 390, height: 844 }
const link = 'Mener l’entretien : droits, accords, réflexion'

const tooWide = ({ page }: Person) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
/** Answers of which a word stands out of its frame. */
const cut = ({ page }: Person) =>
  page.evaluate(`[...document.querySelectorAll('fieldset label')].filter((one) => {
    const words = document.createRange()
    words.selectNodeContents(one)
    const right = Math.max(...[...words.getClientRects()].map((each) => each.right))
    return right > one.getBoundingClientRect().right
  }).map((one) => one.textContent.trim())`)
const standing = async (id: string) => {
  const { consent, residence, facts } = await stage.tell.row(id)
  return [consent, residence, facts['consents']]
}

describe('the conversation with the person', () => {
  it('is held on a phone, in Arabic beside plain French, and one press records its three acts', async () => {
    const id = await stage.tell.presumed({ metOn: stage.day(), language: 'ar' })
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    const { page } = worker
    await page.setViewportSize(phone)
    await worker.open(`/dossiers/${id}`)
    await worker.follow(link)
    const arabic = page.locator('[lang=ar][dir=rtl]')
    expect(await arabic.count()).toBeGreaterThan(35)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('[lang=ar]')).direction`)).toBe('rtl')
    expect([await tooWide(worker), await cut(worker)]).toEqual([false, []])
    expect(await worker.text()).toContain('à relire par un traducteur assermenté')
    await answers(worker, 'prefecture', 'Oui')
    await answers(worker, 'cell', 'Oui')
    await answers(worker, 'police', 'Non')
    await answers(worker, 'reflection', 'Oui')
    await saysHowHeld(worker, 'en présence')
    await page.getByText(/En l’état\s:\spersonne informée.*refus gardé/).waitFor()
    // The setting was not said to be confidential: all that was answered comes back.
    const before = await standing(id)
    await worker.inVain(() => recordsAnswers(worker), /se propose dans un cadre confidentiel/)
    expect(
      await page
        .getByRole('group', { name: /demander ces 30 jours/ })
        .getByLabel(/^\s*Oui/)
        .isChecked()
    ).toBe(true)
    expect(await standing(id)).toEqual(before)
    await worker.tick(confidential)
    await recordsAnswers(worker)
    await isRecorded(page)
    // The person sits before the screen: it shows what they take away, and never leads to their file by itself.
    expect(page.url()).toContain('/entretien?fait=')
    for (const done of ['Personne informée', 'Accord refusé', 'Accord donné', 'Délai de réflexion proposé'])
      expect(await worker.text()).toContain(`C’est fait\u00a0: ${done}`)
    expect(await page.getByRole('img', { name: /Code à photographier/ }).isVisible()).toBe(true)
    await page.getByText(/dit non le .* que si elle le souhaite/).waitFor()
    await worker.look()
    expect(await standing(id)).toEqual(['informed', 'reflection_offered', ['A', 'B', 'E']])
    stage.expectCleanPages()
  })

  it('is held without JavaScript, in another language and at 320 pixels', async () => {
    const id = await stage.tell.presumed({ metOn: stage.day() })
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(worker)
    const { page } = worker
    await page.setViewportSize({ width: 320, height: 800 })
    await worker.open(`/dossiers/${id}/entretien`)
    expect(await page.locator('[lang=bin]').count()).toBe(0)
    await page.getByLabel('Texte montré à la personne').selectOption('es-2026-11-29')
    await page.getByRole('button', { name: 'Montrer ce texte' }).click()
    await page.getByText('Sus derechos').or(page.getByText('Puede pedir un intérprete')).first().waitFor()
    await worker.look()
    expect(await cut(worker)).toEqual([])
    await answers(worker, 'care', 'Oui')
    await saysHowHeld(worker, 'par téléphone, avec interprète')
    await recordsAnswers(worker)
    await isRecorded(page)
    expect(await standing(id)).toEqual(['informed', 'irregular', ['A', 'G']])
    stage.expectCleanPages()
  })

  it('leaves a text that anybody reads again by its code, which names nothing of this site', async () => {
    const reader = await stage.visitor('passant')
    keepPictures(reader)
    await reader.page.setViewportSize(phone)
    await reader.open('/t/r8hj')
    expect(await reader.page.locator('article[lang=ar][dir=rtl] p').count()).toBeGreaterThan(15)
    expect(await reader.page.title()).toBe('Lecture')
    expect(await reader.text()).toMatch(/\/t\/r8hj/)
    for (const word of ['MNIO', 'traite', 'victime', 'dossier'])
      expect(await reader.text()).not.toContain(word)
    expect(await reader.page.locator('a[href="/"]').count()).toBe(0)
    expect(await tooWide(reader)).toBe(false)
    await reader.open('/t/r8hj?grand')
    expect(await reader.page.locator('article.large[dir=rtl]').count()).toBe(1)
    expect(await tooWide(reader)).toBe(false)
    await reader.open('/t/r8hj?carte')
    expect(await reader.page.getByRole('img', { name: 'Code à photographier' }).count()).toBe(1)
    expect(await reader.page.locator('article').count()).toBe(0)
    expect(await reader.statusOf('/t/r8hk')).toBe(404)
    stage.expectCleanPages()
  })
}, 180_000)
