import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { plansMeeting, presses } from '../support/steps.meeting.ts'

const stage = await forFile(openStage())
const how = { language: 'bin', means: 'in_person', interpreter: true }
let worker: Person
let id: string

const consents = (...scopes: string[]) =>
  stage.tell.act('asso.rhone', id, 'consent.record', { scopes, ...how })

beforeAll(async () => {
  id = await stage.tell.presumed({ metOn: stage.day() })
  await stage.tell.act('asso.rhone', id, 'person.inform', {
    on: stage.day(),
    ...how,
    helpWithoutConsent: true
  })
  await consents('B', 'E')
  await stage.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
  await stage.wait()
  worker = await stage.enter('asso.rhone')
}, 120_000)

describe('a form that comes back', () => {
  it('says of each field what is wrong with it, until that field is written in', async () => {
    keepPictures(worker)
    const { page } = worker
    await worker.open(`/dossiers/${id}/agir/contact.note`)
    await worker.pressesInVain('Noter un contact', /attend une réponse/)
    const wrong = page.locator('main [id$="-error"]')
    const links = page.locator('main .alert.danger li')
    expect([await wrong.count(), await links.count()]).toEqual([2, 2])
    await worker.write('Le', stage.day())
    await expect.poll(() => wrong.count()).toBe(1)
    expect(await links.count()).toBe(1)
    await worker.pick('Par quel moyen', 'par téléphone')
    await expect.poll(() => wrong.count()).toBe(0)
    expect(await page.locator('main .alert.danger').count()).toBe(0)
    await worker.does('Noter un contact')
  })
})

describe('a case that goes on', () => {
  it('stands on the agenda again for what is to be followed, of which a member reads nothing', async () => {
    const cell = await stage.enter('cellule.69')
    const member = await stage.enter('membre.69')
    keepPictures(cell, member)
    const meeting = await plansMeeting(cell, `${stage.day(1)}T14:00`, 'Salle haute')
    const card = cell.page.locator('section', { hasText: 'Suivi' }).last()
    await cell.page.getByLabel(/^Dossier en cours/).selectOption({ index: 1 })
    await cell.page.getByLabel('Motif du suivi').selectOption({ label: 'échéance proche ou passée' })
    await presses(cell, 'Inscrire au suivi', 'échéance proche ou passée')
    expect(await card.locator(`a[href="/dossiers/${id}"]`).count()).toBe(1)
    await presses(cell, 'Convoquer les membres', 'convoquée')
    await member.open(meeting)
    expect(await member.text()).not.toContain('échéance proche ou passée')
  })

  it('leads to its file for a system abroad, which waits for the person’s agreement', async () => {
    keepPictures(worker)
    await worker.open(`/dossiers/${id}`)
    await worker.page.getByText('L’accord pour l’étranger manque').waitFor()
    await worker.follow('Exporter à l’étranger (HTCDS)')
    await worker.pressesInVain('Préparer le fichier', /accord/)
    expect(await worker.page.locator('textarea').count()).toBe(0)
    await consents('H')
    await worker.open(`/dossiers/${id}`)
    expect(await worker.text()).not.toContain('L’accord pour l’étranger manque')
    await worker.follow('Exporter à l’étranger (HTCDS)')
    await worker.page.getByRole('button', { name: 'Préparer le fichier' }).click()
    await worker.page.getByRole('link', { name: 'Télécharger le fichier' }).waitFor()
    await worker.look()
    const file = await worker.page.locator('textarea').inputValue()
    expect(JSON.parse(file)).toBeTypeOf('object')
    stage.expectCleanPages()
  })

  it('leads nobody else to that file', async () => {
    const cell = await stage.enter('cellule.69')
    await cell.open(`/dossiers/${id}`)
    expect(await cell.page.getByRole('link', { name: /HTCDS/ }).count()).toBe(0)
    expect(await cell.statusOf(`/api/cases/${id}/htcds`)).toBe(404)
  })
})
