import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { sendsEmpty, sent } from '../support/state.ts'
import { isThere, plansMeeting, presses } from '../support/steps.meeting.ts'
import { ofCases, watching } from '../support/told.ts'

// Pages to which something must happen first, each in the states that a reader meets, on a phone.

const stage = await forFile(openStage())
const { met, faulty, wide, notEnglish, meets, on, visits } = watching(stage)
const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()
const asksNothing = async (who: Person, form?: string) => {
  await sendsEmpty(who.page, form)
  await meets(who, 'sent empty')
}
const how = { language: 'bin', means: 'in_person', interpreter: true }
/** Of an association that follows it: informed, and agreed to what is passed on. */
const agreeing = async (...scopes: string[]) => {
  const { tell, day } = stage
  const id = await tell.presumed({ metOn: day() })
  await tell.act('asso.rhone', id, 'person.inform', { on: day(), ...how, helpWithoutConsent: true })
  await tell.act('asso.rhone', id, 'consent.record', { scopes, ...how })
  return id
}

/** A request that nobody answers while days pass: cases are opened before those do. */
let silent = ''

beforeAll(() => stage.wait(), 60_000)

describe('an emergency access', () => {
  it('is asked for, opened, and refused by a second person', async () => {
    const id = await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
    const [cell, second] = [await on('cellule.69'), await on('cellule.69.bis')]
    keepPictures(cell, second)
    await cell.open(`/dossiers/${id}/urgence`)
    await meets(cell, 'as it opens')
    await asksNothing(cell)
    await cell.pick('L’urgence', 'sa vie ou son intégrité est en danger')
    await cell.pick('Ce qu’il faut lire', 'Identité et contact')
    await cell.write('Ce qui se passe', 'Un appel, puis plus rien.')
    await cell.pick('Prévenir l’association référente serait dangereux', 'Non')
    await press(cell, 'Ouvrir un accès d’urgence')
    await reads(cell, 'Votre accès d’urgence est ouvert')
    await meets(cell, 'opened in an emergency')
    await second.open('/acces-urgence')
    await meets(second, 'with one to confirm')
    await second.open('/aujourdhui')
    await second.follow(/^Répondre/)
    await meets(second, 'to be answered')
    await second.follow('Refuser l’accès')
    await meets(second, 'as it opens')
    await asksNothing(second)
    await second.pick('Pourquoi l’accès est refusé', 'il n’y avait pas d’urgence')
    await press(second, 'Refuser l’accès')
    await second.page.waitForURL(/\/acces-urgence\/[0-9a-f-]{36}$/)
    await meets(second, 'refused')
  })
}, 300_000)

describe('a request', () => {
  it('waits, is declined with a reason, and says so to both; another is left without an answer', async () => {
    const { tell } = stage
    const id = await agreeing('C', 'E', 'F')
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    const path = `/orientations/${await tell.referral(id, 'prefecture')}`
    const [office, worker] = [await on('prefecture.69'), await on('asso.rhone')]
    keepPictures(office, worker)
    await office.open(path)
    await meets(office, 'to be answered')
    await office.open(`${path}/agir/decline`)
    await asksNothing(office)
    await office.page.locator('main [name=reason]').first().check()
    await press(office, 'Refuser avec un motif')
    await office.page.waitForURL((url) => !url.pathname.endsWith('/decline'))
    await office.open(path)
    await meets(office, 'declined')
    await worker.open(path)
    await meets(worker, 'declined, as its sender reads it')
    await office.open(`${path}/hors-perimetre`)
    await meets(office, 'as it opens')
    const other = await agreeing('C', 'E', 'F')
    await tell.act('asso.rhone', other, 'prefecture.request', { signalledBy: 'PJ' })
    silent = `/orientations/${await tell.referral(other, 'prefecture')}`
  })
}, 300_000)

describe('a case', () => {
  it('says that an agreement was taken back, that somebody was first, what is to be decided, and that it is closed', async () => {
    const { tell, day } = stage
    const id = await agreeing('C')
    const [worker, cell] = [await on('asso.rhone'), await on('cellule.69')]
    keepPictures(worker, cell)
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['C'], ...how })
    await worker.open(`/dossiers/${id}`)
    await meets(worker, 'with an agreement that was taken back')
    await worker.open(`/dossiers/${id}/agir/contact.note`)
    await tell.act('asso.rhone', id, 'contact.note', { on: day(), means: 'phone' })
    await worker.write('Le', day())
    await worker.page.locator('main form[data-keeps] input[type=radio]').first().check()
    await worker.inVain(
      () => worker.page.locator('main form[data-keeps] .buttons button').first().click(),
      /Quelqu’un a agi|entre-temps/
    )
    await meets(worker, 'somebody was first')
    const fresh = await tell.flagged('asso.rhone', { metOn: day() })
    await tell.act('cellule.69', fresh, 'triage.start')
    await tell.act('membre.69', fresh, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await cell.open(`/dossiers/${fresh}`)
    await meets(cell, 'as the cell is to decide it')
    await worker.open(`/dossiers/${await agreeing('H')}/exporter`)
    await sent('', 'main form[method=post]', '#record').enters(worker.page)
    await meets(worker, 'as a file')
    await tell.closed(id, { reason: 'lost' })
    await worker.open(`/dossiers/${id}`)
    await meets(worker, 'closed')
  })
}, 300_000)

describe('a case that is handed on', () => {
  it('is proposed, answered, taken back and taken up', async () => {
    const id = await agreeing('B', 'C', 'E', 'F')
    const [worker, other] = [await on('asso.rhone'), await on('asso.paris')]
    keepPictures(worker, other)
    const proposes = async () => {
      const { page } = worker
      const paris = page.locator('#orgId option', { hasText: 'Paris' })
      await page.locator('#orgId').selectOption(await paris.getAttribute('value'))
      await page.locator('#on').fill(stage.day())
      await page.locator('#language').selectOption('bin')
      await page.locator('#means').selectOption('in_person')
      await page.locator('#agrees').check()
      await press(worker, 'Proposer le passage')
      await page.waitForURL(/\/passages\//)
      return new URL(page.url()).pathname
    }
    const travel = `/dossiers/${id}/passer`
    await worker.open(travel)
    await asksNothing(worker, 'main form.stack[method=post]')
    let passage = await proposes()
    await meets(worker, 'proposed')
    await worker.open(travel)
    await meets(worker, 'while a proposal waits')
    await other.open(passage)
    await meets(other, 'to be answered')
    await sendsEmpty(other.page, 'main form[action="?/refuse"]')
    await meets(other, 'refused empty')
    await other.page.locator('#reason').selectOption('full')
    await press(other, 'Ne pas reprendre')
    await reads(other, 'Pas de place dans l’accompagnement')
    await meets(other, 'refused')
    await worker.open(travel)
    passage = await proposes()
    await worker.page.locator('#reason').selectOption('by_person')
    await press(worker, 'Retirer la proposition')
    await reads(worker, 'La personne n’est plus d’accord')
    await meets(worker, 'taken back')
    await worker.open(travel)
    await other.open(await proposes())
    await press(other, 'Reprendre l’accompagnement')
    await reads(other, 'accepté')
    await meets(other, 'accepted')
  })
}, 300_000)

describe('a meeting', () => {
  it('is planned, convened, held and ended, and another is called off', async () => {
    const { tell, day } = stage
    const id = await tell.flagged('asso.rhone', { metOn: day() })
    await tell.act('cellule.69', id, 'triage.start')
    const [cell, member] = [await on('cellule.69'), await on('membre.69')]
    keepPictures(cell, member)
    const meeting = await plansMeeting(cell, `${day()}T23:00`, 'Salle haute')
    await meets(cell, 'planned')
    await presses(cell, 'Convoquer les membres', 'convoquée')
    await meets(cell, 'convened')
    await member.open(`${meeting}/convocation`)
    await meets(member, 'convened')
    await member.open(meeting)
    await member.page.getByRole('link', { name: 'Je me retire de ce dossier' }).first().click()
    await reads(member, 'Qui a un lien avec ce dossier')
    await meets(member, 'with a withdrawal asked')
    await cell.open(meeting)
    await presses(cell, 'Ouvrir la séance', 'en séance')
    await isThere(cell, 'Idris Benali', 'sur place', '1/3')
    await meets(cell, 'in session')
    await cell.page.getByRole('link', { name: 'Clore la séance' }).click()
    await reads(cell, /n’(a|ont) pas de suite/)
    await meets(cell, 'with its end asked')
    await press(cell, 'Clore et reporter ces dossiers')
    await reads(cell, 'tenue')
    await meets(cell, 'held')
    await plansMeeting(cell, `${day(1)}T10:00`, 'Salle basse')
    await press(cell, /^Annuler/)
    await reads(cell, 'annulée')
    await meets(cell, 'cancelled')
  })
}, 300_000)

describe('a link', () => {
  it('is answered, runs out, is renewed, and opens nothing once its part is over', async () => {
    const { tell } = stage
    const id = await agreeing('A', 'B', 'G')
    const address = 'accueil@maison-medicale.test'
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address })
    const newest = async () =>
      /\/lien\/[\w-]{64}/.exec((await stage.letters()).findLast(({ to }) => to === address)!.text)![0]
    const first = await newest()
    const doctor = await visits('médecin')
    keepPictures(doctor)
    await doctor.open(first)
    await meets(doctor, 'to be answered')
    await stage.wait(70)
    await doctor.open(first)
    await meets(doctor, 'expired')
    const worker = await on('asso.rhone')
    await worker.open(silent)
    await meets(worker, 'left without an answer')
    await press(doctor, 'Demander un nouveau lien')
    await doctor.page.waitForURL(/\/lien\/envoye/)
    await meets(doctor, 'as it opens')
    const second = await newest()
    await doctor.open(`${second}/agir/decline`)
    await meets(doctor, 'as it opens')
    await asksNothing(doctor)
    await doctor.open(second)
    await press(doctor, 'Accepter')
    await reads(doctor, /^Vous avez accepté le/)
    await meets(doctor, 'accepted')
    await doctor.follow('Terminer')
    await press(doctor, 'Terminer')
    await reads(doctor, /^Vous avez répondu le/)
    await meets(doctor, 'over')
    await doctor.page.goto(`/lien/${'x'.repeat(64)}`)
    await meets(doctor, 'not found')
  })
}, 300_000)

describe('in each of those states', () => {
  it('there is nothing that axe finds', () => expect(faulty).toEqual([]))
  it('nothing is wider than a screen of 320 pixels', () => expect(wide).toEqual([]))
  it('all is in English for whoever reads English', () => expect(notEnglish).toEqual([]))
  it('and every state of the table was met', () => expect(met).toEqual(ofCases))
})
