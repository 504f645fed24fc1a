import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { longest, walksLane } from '../../walk/lane.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { alertsCell } from '../support/steps.danger.ts'

const stage = await forFile(openStage())
let tristan: Person
/** The same with a script, so that the pages are examined. */
let seeing: Person

const register = '/lieux-de-vie'
const whereMet = 'Où la personne a été rencontrée'
const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()

beforeAll(async () => {
  await stage.manages('mediation.69')
  tristan = await stage.enter('mediation.69', { javaScript: false })
  seeing = await stage.enter('mediation.69')
}, 120_000)

describe('a school mediator in informal settlements, without a script', () => {
  it('adds the settlement where the team works, by its name, and no address', async () => {
    keepPictures(tristan)
    await tristan.open(register)
    await reads(tristan, 'Aucun lieu de vie enregistré')
    await tristan.page.locator('#label').fill('12 rue des Brosses')
    await tristan.page.locator('#commune').fill('Villeurbanne')
    await tristan.inVain(async () => {
      await press(tristan, /^Ajouter$/)
      await reads(tristan, 'sans adresse ni coordonnées')
    })
    expect(await tristan.page.locator('#commune').inputValue()).toBe('Villeurbanne')
    await tristan.page.locator('#label').fill('Terrain des Brosses')
    await press(tristan, /^Ajouter$/)
    await reads(tristan, 'C’est enregistré.')
    await reads(tristan, /bidonville · Villeurbanne, Rhône/)
  })

  it('is told before they write anything that a flag would be refused, for want of what, and who gives it', async () => {
    keepPictures(tristan)
    expect(
      await tristan.page.getByRole('button', { name: 'Signaler une personne rencontrée ici' }).count()
    ).toBe(0)
    await reads(tristan, /habilitation à signaler/i)
    // Who comes by the address of the form reads it as well, before any field.
    await tristan.open('/signaler')
    await reads(tristan, /habilitation à signaler/i)
    expect(await tristan.page.locator('main form textarea').count()).toBe(0)
  })

  it('flags from it: how and where the person was met is answered', async () => {
    keepPictures(tristan)
    await stage.db.owner.query(
      `insert into habilitation (org_id, regime, since) select org_id, 'flag', '2026-01-01' from membership where role = 'school_mediation'`
    )
    await tristan.open(register)
    await press(tristan, 'Signaler une personne rencontrée ici')
    await tristan.page.waitForURL('**/signaler/maintenant')
    expect(await tristan.page.locator('[name="site"]').inputValue()).toBe('Terrain des Brosses')
    expect(await tristan.page.locator('[name="territory"]').inputValue()).toBe('69')
  })

  it('in danger says a place that the register does not have by its name', async () => {
    keepPictures(tristan)
    await tristan.open('/signaler/danger')
    const where = tristan.page.getByRole('group', { name: whereMet })
    expect(await where.getByRole('textbox').isVisible()).toBe(false)
    await where.getByLabel('Un autre lieu de vie').check()
    await where.getByRole('textbox').fill('Camp du canal')
    await alertsCell(tristan)
  })
})

describe('in danger', () => {
  it('warns the cell by five questions and eight presses, of which one says the place and its département', async () => {
    keepPictures(seeing)
    await seeing.open('/aujourdhui')
    await seeing.follow('Danger immédiat')
    await seeing.pressesInVain('Prévenir la cellule maintenant', /attend une réponse/)
    const where = seeing.page.getByRole('group', { name: whereMet })
    expect(await where.locator('.error').first().innerText()).toMatch(/Lieu de vie/)
    await where.getByLabel('Terrain des Brosses').check()
    const { questions, presses } = await walksLane(seeing)
    // To open the lane and to say the place are two more.
    expect([questions, presses + 2]).toEqual([longest.questions, 8])
  })
})

describe('a place where the team works no more', () => {
  it('closes it, and nobody flags from it any more', async () => {
    keepPictures(tristan)
    await tristan.open(register)
    await press(tristan, 'Fermer ce lieu')
    await reads(tristan, 'C’est enregistré.')
    expect(
      await tristan.page.getByRole('button', { name: 'Signaler une personne rencontrée ici' }).count()
    ).toBe(0)
  })
})

describe('on pages that are clean', () => {
  it('in French and in English, on a phone as on a desk', async () => {
    keepPictures(seeing)
    await seeing.open(register)
    await seeing.page.setViewportSize({ width: 360, height: 720 })
    expect(await seeing.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      360
    )
    await seeing.page.setViewportSize({ width: 1360, height: 900 })
    await seeing.look()
    await press(seeing, 'English')
    await reads(seeing, 'Informal settlements')
    await seeing.look()
    stage.expectCleanPages()
  })
})
