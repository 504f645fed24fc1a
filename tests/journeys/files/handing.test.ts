import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
const [from, to] = ['asso.rhone', 'asso.paris']
let nadia: Person
let paris: Person
/** The same two with a script, so that their pages are examined. */
let seeing: Person
let seeingTo: Person
let id: string
let passage: string

/** As a form takes them, of the tests' person. */
const how = { language: 'bin', means: 'in_person', interpreter: true }

beforeAll(async () => {
  id = await stage.tell.flagged(from, { metOn: stage.day() })
  await stage.tell.act('cellule.69', id, 'triage.start')
  await stage.tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  await stage.tell.act('cellule.69', id, 'grounds.positive')
  await stage.tell.act(from, id, 'person.inform', { on: stage.day(), ...how, helpWithoutConsent: true })
  await stage.tell.act(from, id, 'consent.record', { scopes: ['B', 'C', 'E', 'F'], ...how })
  await stage.tell.act(from, id, 'prefecture.request', { signalledBy: 'PJ' })
  nadia = await stage.enter(from, { javaScript: false })
  paris = await stage.enter(to, { javaScript: false })
  seeing = await stage.enter(from)
  seeingTo = await stage.enter(to)
}, 120_000)

const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()
const refused = (who: Person, button: string) =>
  who.inVain(async () => {
    await press(who, button)
    await who.page.locator('.alert.danger').waitFor()
  })
const fits = async (who: Person) => {
  const desk = who.page.viewportSize()!
  await who.page.setViewportSize({ width: 360, height: 720 })
  expect(await who.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await who.page.setViewportSize(desk)
}

/** Fills the form of a proposal, but for the agreement itself. */
const saysHow = async () => {
  await nadia.page.locator('#orgId').selectOption({ label: await associationNamed() })
  await nadia.page.locator('#on').fill(stage.day())
  await nadia.page.locator('#language').selectOption('bin')
  await nadia.page.locator('#means').selectOption('in_person')
  await nadia.page.locator('#interpreter').check()
}
const associationNamed = async () =>
  (await nadia.page.locator('#orgId option').allTextContents()).find((one) => one.includes('Paris'))!

const proposes = async () => {
  await nadia.open(`/dossiers/${id}/passer`)
  await saysHow()
  await nadia.page.locator('#agrees').check()
  await press(nadia, 'Proposer le passage')
  await reads(nadia, 'proposé, sans réponse')
  passage = new URL(nadia.page.url()).pathname
}

describe('an association hands a case on, without a script', () => {
  it('reads what would travel before it says to whom, class by class', async () => {
    keepPictures(nadia)
    await nadia.open(`/dossiers/${id}`)
    await nadia.page.locator('summary', { hasText: 'Orienter vers' }).click()
    await nadia.follow('Passer le dossier à une autre association')
    const told = await nadia.text()
    for (const words of [
      'Ce que l’autre association lirait',
      'Séjour',
      'Orientations que l’autre association suivrait',
      'ne lit plus ce dossier'
    ])
      expect(told).toContain(words)
  })

  it('is told beside each field what is missing, and keeps what it typed', async () => {
    keepPictures(nadia)
    await nadia.page.locator('#on').fill(stage.day())
    await nadia.page.locator('#language').selectOption('bin')
    await nadia.page.locator('#agrees').check()
    await refused(nadia, 'Proposer le passage')
    expect(await nadia.page.locator('#on').inputValue()).toBe(stage.day())
    expect(await nadia.page.locator('#language').inputValue()).toBe('bin')
    expect(await nadia.page.locator('#agrees').isChecked()).toBe(true)
    expect(await nadia.page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0)
  })

  it('proposes it with the agreement of the person, and there is no second proposal beside', async () => {
    keepPictures(nadia)
    await proposes()
    await nadia.open(`/dossiers/${id}/passer`)
    await reads(nadia, 'Une proposition attend déjà une réponse')
    expect(await nadia.page.locator('#orgId').count()).toBe(0)
  })
})

describe('the other association', () => {
  it('is told of it, reads from whom, where and which classes, and nothing of the case', async () => {
    keepPictures(paris)
    await stage.letters()
    await paris.open('/informations')
    await paris.follow('Une association vous propose de reprendre un accompagnement')
    expect(new URL(paris.page.url()).pathname).toBe(passage)
    await reads(paris, 'Ce que vous liriez')
    await reads(paris, 'Rhône (69)')
    expect(await paris.page.locator('main a[href^="/dossiers/"]').count()).toBe(0)
    expect(await paris.statusOf(`/dossiers/${id}`)).toBe(404)
  })

  it('must say why it refuses; whoever proposed it is told, and nothing has changed', async () => {
    keepPictures(paris, nadia)
    await paris.open(passage)
    await refused(paris, 'Ne pas reprendre')
    await paris.page.locator('#reason').selectOption('full')
    await press(paris, 'Ne pas reprendre')
    await reads(paris, 'Pas de place dans l’accompagnement')
    await stage.letters()
    await nadia.open('/informations')
    await nadia.follow('Passage d’un dossier : refusé')
    await reads(nadia, 'Pas de place dans l’accompagnement')
    expect(await nadia.statusOf(`/dossiers/${id}`)).toBe(200)
    expect(await paris.statusOf(`/dossiers/${id}`)).toBe(404)
  })
})

describe('a proposal that comes to nothing', () => {
  it('is taken back where the person changes their mind, and the other can accept it no more', async () => {
    keepPictures(paris, nadia)
    await proposes()
    await paris.open(passage)
    await nadia.open(passage)
    await nadia.page.locator('#reason').selectOption('by_person')
    await press(nadia, 'Retirer la proposition')
    await reads(nadia, 'La personne n’est plus d’accord')
    await paris.inVain(async () => {
      await press(paris, 'Reprendre l’accompagnement')
      await reads(paris, 'La personne n’est plus d’accord')
    })
    expect(await paris.page.getByRole('button', { name: 'Reprendre l’accompagnement' }).count()).toBe(0)
    expect(await paris.statusOf(`/dossiers/${id}`)).toBe(404)
  })

  it('ends with an agreement that is withdrawn in the case, without another word', async () => {
    keepPictures(nadia)
    await proposes()
    await stage.tell.act(from, id, 'consent.withdraw', { scopes: ['F'], ...how })
    await nadia.open(passage)
    await reads(nadia, 'Un accord de la personne a pris fin')
    expect(await nadia.page.getByRole('button', { name: 'Retirer la proposition' }).count()).toBe(0)
  })
})

describe('on pages that are clean', () => {
  it('in French and in English, on a phone as on a desk, for either side', async () => {
    keepPictures(seeing, seeingTo)
    await seeing.open(`/dossiers/${id}/passer`)
    await fits(seeing)
    await proposes()
    for (const who of [seeing, seeingTo]) {
      await who.open(passage)
      await fits(who)
      await press(who, 'English')
      await reads(who, 'Where the proposal stands')
      await who.look()
      await press(who, 'Français')
      await who.open('/orientations')
    }
    await seeing.open(`/dossiers/${id}/passer`)
    await press(seeing, 'English')
    await reads(seeing, 'A proposal is already waiting for an answer')
    await press(seeing, 'Français')
    stage.expectCleanPages()
  })
})

describe('once it is accepted', () => {
  it('the one opens the case from there, and the other reads it no more', async () => {
    keepPictures(paris, nadia)
    await paris.open(passage)
    await press(paris, 'Reprendre l’accompagnement')
    await reads(paris, 'accepté')
    await paris.follow('Ouvrir le dossier')
    await reads(paris, 'Accompagnement repris par une autre association')
    expect(await nadia.statusOf(`/dossiers/${id}`)).toBe(404)
    await nadia.open(passage)
    expect(await nadia.page.locator('main a[href^="/dossiers/"]').count()).toBe(0)
  })

  it('it is proposed on from there, and its time runs out: whoever proposed it is told so', async () => {
    keepPictures(paris)
    await paris.open(`/dossiers/${id}/passer`)
    const back = (await paris.page.locator('#orgId option').allTextContents()).find((one) =>
      one.includes('Rhône')
    )!
    await paris.page.locator('#orgId').selectOption({ label: back })
    await paris.page.locator('#on').fill(stage.day())
    await paris.page.locator('#language').selectOption('bin')
    await paris.page.locator('#means').selectOption('phone')
    await paris.page.locator('#agrees').check()
    await press(paris, 'Proposer le passage')
    await reads(paris, 'proposé, sans réponse')
    await stage.wait()
    await stage.letters()
    await paris.open('/informations')
    await paris.follow('Passage d’un dossier : resté sans réponse dans le délai')
    await reads(paris, 'resté sans réponse dans le délai')
    expect(await paris.page.locator('main form').count()).toBe(0)
    stage.expectCleanPages()
  })
})
