import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
const [asso, cell] = ['asso.rhone', 'cellule.69']
const how = { language: 'bin', means: 'in_person', interpreter: true }
let nadia: Person
/** The same with a script, so that the pages are examined. */
let seeing: Person
let karim: Person
let id: string

const story = () => `/dossiers/${id}/histoire`
const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()
const offered = (who: Person, act: string) =>
  who.page.getByRole('link', { name: `Saisi par erreur ? ${act}`, exact: true })

/** An act, a minute after the one before: no two are done at one instant. */
const act = async (login: string, command: CommandType, input: Record<string, unknown> = {}) => {
  await stage.wait(1 / 1440)
  await stage.tell.act(login, id, command, input)
}

beforeAll(async () => {
  id = await stage.tell.flagged(asso, { metOn: stage.day() })
  await act(cell, 'triage.start')
  await act('membre.69', 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  await act(cell, 'grounds.positive')
  await act(asso, 'person.inform', { on: stage.day(), ...how, helpWithoutConsent: true })
  await act(asso, 'consent.record', { scopes: ['B', 'C', 'E', 'F'], ...how })
  await act(asso, 'prefecture.request', { signalledBy: 'PJ' })
  await act(asso, 'contact.note', { on: stage.day(), means: 'phone' })
  nadia = await stage.enter(asso, { javaScript: false })
  seeing = await stage.enter(asso)
  karim = await stage.enter(cell)
}, 120_000)

describe('an act that was entered on the wrong person, without a script', () => {
  it('is offered to be undone to whoever entered it, and to nobody else', async () => {
    keepPictures(nadia, karim)
    await nadia.open(story())
    expect(await offered(nadia, 'Contact').count()).toBe(1)
    await karim.open(story())
    await reads(karim, 'Contact')
    expect(await offered(karim, 'Contact').count()).toBe(0)
    const href = await offered(nadia, 'Contact').getAttribute('href')
    expect((await nadia.page.request.get(href!)).status()).toBe(200)
    expect(await karim.statusOf(href!)).toBe(404)
  })

  it('says before what that comes to, and who is told', async () => {
    keepPictures(nadia)
    await offered(nadia, 'Contact').click()
    await reads(nadia, 'Ce que l’annulation change')
    await reads(nadia, 'Les organisations à qui cet acte avait été dit apprennent qu’il est annulé')
    await reads(nadia, 'Ont eu connaissance de cet acte : Cellule départementale du Rhône')
    await reads(nadia, 'Apprendront son annulation : Cellule départementale du Rhône')
  })

  it('asks why, and does nothing as long as that is not said', async () => {
    keepPictures(nadia)
    await nadia.inVain(async () => {
      await press(nadia, 'Annuler cet acte')
      await nadia.page.locator('.alert.danger').waitFor()
    })
    expect(await nadia.page.locator('#reason[aria-invalid="true"]').count()).toBe(1)
  })

  it('stays in the journal, struck, with why; whoever was told of it reads that it was taken back', async () => {
    keepPictures(nadia, karim)
    await nadia.page.locator('#reason').selectOption('wrong_person')
    await press(nadia, 'Annuler cet acte')
    await nadia.page.waitForURL((url) => url.pathname === `/dossiers/${id}`)
    await reads(nadia, /Qui apprend l’annulation.+Cellule départementale du Rhône/)
    await nadia.open(story())
    await reads(nadia, /annulé le .* saisi sur la mauvaise personne/)
    expect(await nadia.page.locator('s', { hasText: 'Contact' }).count()).toBe(1)
    expect(await offered(nadia, 'Contact').count()).toBe(0)
    await karim.open(story())
    await reads(karim, /saisi sur la mauvaise personne/)
  })
})

describe('an act that is not taken back', () => {
  it('because others rest on it says which, and what to do first', async () => {
    keepPictures(nadia)
    await nadia.open(story())
    await offered(nadia, 'Accord donné').click()
    await reads(nadia, 'D’autres actes reposent sur celui-ci : annulez-les d’abord')
    await reads(nadia, 'Dossier transmis à la préfecture')
    expect(await nadia.page.getByRole('button', { name: 'Annuler cet acte' }).count()).toBe(0)
  })

  it('because it was answered meanwhile says to whom to write, though the form was open before', async () => {
    keepPictures(nadia)
    await nadia.open(story())
    await offered(nadia, 'Dossier transmis à la préfecture').click()
    await reads(nadia, 'est retirée à')
    await stage.wait(1 / 1440)
    await stage.tell.move('prefecture.69', await stage.tell.referral(id, 'prefecture'), 'accept')
    await nadia.page.locator('#reason').selectOption('wrong_person')
    await nadia.inVain(async () => {
      await press(nadia, 'Annuler cet acte')
      await reads(nadia, 'retirez-la, ou écrivez l’erreur à son destinataire')
    })
    expect(await nadia.page.getByRole('button', { name: 'Annuler cet acte' }).count()).toBe(0)
  })
})

describe('a cell that entered an act on the wrong person', () => {
  it('is told on its own page why it is not taken back, and what to do', async () => {
    keepPictures(karim)
    await karim.open(story())
    await karim.follow(/^Saisi par erreur \?/)
    await reads(karim, 'ne suit pas tout le dossier, et une annulation lui dirait')
    expect(await karim.page.getByRole('button', { name: 'Annuler cet acte' }).count()).toBe(0)
  })
})

describe('a prefecture that recorded a receipt on the wrong person', () => {
  const receipt = 'Récépissé remis'
  let prefect: Person

  it('asks for it to be undone, with a reason, and reads that it was passed on and nothing else', async () => {
    await act('prefecture.69', 'receipt.handed', { handedOn: stage.day(), number: 'R-1' })
    prefect = await stage.enter('prefecture.69', { javaScript: false })
    keepPictures(prefect)
    await prefect.open(story())
    await prefect.follow(new RegExp(`^Saisi par erreur \\?.*${receipt}`))
    await reads(prefect, 'ne suit pas tout le dossier')
    expect(await prefect.page.getByRole('button', { name: 'Annuler cet acte' }).count()).toBe(0)
    await prefect.inVain(async () => {
      await press(prefect, 'Demander l’annulation')
      await prefect.page.locator('.alert.danger').waitFor()
    })
    await prefect.page.locator('#reason').selectOption('wrong_person')
    await press(prefect, 'Demander l’annulation')
    await reads(prefect, /saisi sur la mauvaise personne\).: transmise à qui suit tout le dossier/)
    expect(await prefect.page.getByRole('button', { name: 'Demander l’annulation' }).count()).toBe(0)
  })

  it('is heard by whoever accompanies, on the day’s page, who says that it stays', async () => {
    keepPictures(nadia, seeing)
    await seeing.open('/aujourdhui')
    await seeing.follow(new RegExp(`^Annulation demandée : ${receipt}`))
    await reads(seeing, 'Qui a saisi cet acte demande qu’il soit annulé')
    await seeing.look()
    await nadia.open('/aujourdhui')
    await nadia.follow(new RegExp(`^Annulation demandée : ${receipt}`))
    await press(nadia, 'Maintenir cet acte')
    await nadia.page.waitForURL((url) => url.pathname === `/dossiers/${id}`)
    await nadia.open('/aujourdhui')
    expect(await nadia.page.getByText('Annulation demandée').count()).toBe(0)
    await prefect.page.reload()
    await reads(prefect, /non retenue/)
  })

  it('asks again, and it is undone: it reads so in the journal', async () => {
    keepPictures(nadia, prefect)
    await prefect.page.locator('#reason').selectOption('wrong_entry')
    await press(prefect, 'Demander l’annulation')
    await reads(prefect, /transmise à qui suit tout le dossier/)
    await stage.wait(1 / 1440)
    await nadia.open('/aujourdhui')
    await nadia.follow(new RegExp(`^Annulation demandée : ${receipt}`))
    expect(await nadia.page.locator('#reason').inputValue()).toBe('wrong_entry')
    await press(nadia, 'Annuler cet acte')
    await nadia.page.waitForURL((url) => url.pathname === `/dossiers/${id}`)
    await prefect.open(story())
    await reads(prefect, /annulé le .* erreur de saisie/)
    expect(await prefect.page.locator('s', { hasText: receipt }).count()).toBe(1)
  })
})

describe('on pages that are clean', () => {
  it('in French and in English, on a phone as on a desk', async () => {
    keepPictures(seeing)
    await act(asso, 'contact.note', { on: stage.day(), means: 'phone' })
    await seeing.open(story())
    await seeing.follow('Saisi par erreur ? Contact')
    await seeing.page.setViewportSize({ width: 360, height: 720 })
    expect(await seeing.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      360
    )
    await seeing.page.setViewportSize({ width: 1360, height: 900 })
    await press(seeing, 'English')
    await reads(seeing, 'What undoing it changes')
    await seeing.look()
    stage.expectCleanPages()
  })
})
