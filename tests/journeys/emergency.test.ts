import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from './support/person.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())
beforeAll(async () => {
  // What an emergency opens is open by the clock of PostgreSQL: this journey is of today.
  await stage.wait()
})

const words = 'CANARI-URGENCE : elle a appelé, puis plus rien'
const opened = 'Votre accès d’urgence est ouvert'

const opensInEmergency = async (person: Person, path: string) => {
  await person.open(path)
  await person.follow('Accès d’urgence')
  expect(await person.text()).toMatch(/appelez d’abord le 17 ou le 112/)
  await person.pick('L’urgence', 'sa vie ou son intégrité est en danger')
  await person.pick('Ce qu’il faut lire', 'Identité et contact')
  await person.write('Ce qui se passe', words)
  await person.pick('Prévenir l’association référente serait dangereux', 'Non')
  await person.page.getByRole('button', { name: 'Ouvrir un accès d’urgence' }).click()
  await person.page.getByText(opened).first().waitFor()
  await person.look()
}

/** From the list of the day to the answer of the second person. */
const answers = async (person: Person, act: string, fill: () => Promise<unknown> = async () => undefined) => {
  await person.open('/aujourdhui')
  expect(await person.text()).toMatch(/Accès d’urgence à confirmer/)
  await person.follow(/^Répondre/)
  expect(await person.text()).toContain('CANARI-URGENCE')
  await person.follow(act)
  await fill()
  await person.page.getByRole('button', { name: act }).click()
  await person.page.waitForURL(/\/acces-urgence\/[0-9a-f-]{36}$/)
  await person.look()
}

describe('an emergency access, then its review', () => {
  it('shows who she is to one person for a while, and ends as a colleague refuses it', async () => {
    const path = `/dossiers/${await stage.tell.flagged('asso.rhone', { metOn: stage.day() })}`
    const cell = await stage.enter('cellule.69')
    const second = await stage.enter('cellule.69.bis')
    const asso = await stage.enter('asso.rhone')
    const officer = await stage.enter('dpo')
    keepPictures(cell, second, asso, officer)

    await opensInEmergency(cell, path)
    await cell.page
      .getByRole('button', { name: /^Afficher/ })
      .first()
      .click()
    await cell.page.getByText('CANARI-NOM').first().waitFor()
    await cell.look()

    await asso.open(path)
    expect(await asso.text()).toMatch(/Hélène Marchand, Cellule départementale du Rhône/)
    expect(await asso.text()).not.toContain('CANARI-URGENCE')
    expect(await second.statusOf(`/api${path.replace('/dossiers', '/cases')}/compartments/B`)).toBe(404)

    await answers(second, 'Refuser l’accès', () =>
      second.pick('Pourquoi l’accès est refusé', 'il n’y avait pas d’urgence')
    )
    expect(await second.text()).toMatch(/refusé/)

    await cell.open(path)
    expect(await cell.text()).not.toContain(opened)
    expect(await cell.statusOf(`/api${path.replace('/dossiers', '/cases')}/compartments/B`)).toBe(404)

    await officer.open('/journal')
    expect(await officer.text()).toMatch(/N’ouvre plus rien · Refusé\s: il n’y avait pas d’urgence/)
    expect(await officer.text()).not.toContain('CANARI')
  })

  it('works without JavaScript, from the form to the confirmation', async () => {
    const path = `/dossiers/${await stage.tell.flagged('asso.rhone', { metOn: stage.day() })}`
    const cell = await stage.enter('cellule.69', { javaScript: false })
    const second = await stage.enter('cellule.69.bis', { javaScript: false })
    keepPictures(cell, second)
    await opensInEmergency(cell, path)
    await answers(second, 'Confirmer l’accès')
    expect(await second.text()).toMatch(/confirmé/)
    await cell.open('/acces-urgence')
    expect(await cell.text()).toMatch(/Ouvert jusqu’au/)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
