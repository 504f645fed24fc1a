import { beforeAll, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { plansMeeting, presses } from '../support/steps.meeting.ts'

const stage = await forFile(openStage())
let cell: Person
let meeting: string

beforeAll(async () => {
  const id = await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
  await stage.tell.act('cellule.69', id, 'triage.start')
  await stage.wait()
  cell = await stage.enter('cellule.69')
  meeting = await plansMeeting(cell, `${stage.day(1)}T14:00`, 'Salle haute')
  await presses(cell, 'Convoquer les membres', 'convoquée')
}, 120_000)

it('a member withdraws from a case on a phone, without JavaScript, and comes back to it with a reason', async () => {
  const member = await stage.enter('membre.69', { javaScript: false, phone: true })
  keepPictures(member)
  await member.open(meeting)
  await member.page.getByRole('link', { name: 'Je me retire de ce dossier' }).click()
  await member.page.getByText('Qui a un lien avec ce dossier').waitFor()
  await presses(member, 'Me retirer', 'Votre retrait de ce dossier est noté')
  expect(await member.page.getByRole('link', { name: /^Ouvrir/ }).count()).toBe(0)
  await member.page.getByRole('link', { name: 'Reprendre ma place sur ce dossier' }).click()
  await member.page.getByLabel('Motif de la reprise').selectOption({ label: 'Retrait fait par erreur' })
  await presses(member, 'Reprendre ma place', 'Je me retire de ce dossier')
})

it('another withdraws their institution, and the secretary reads who may not vote', async () => {
  const member = await stage.enter('membre.69.sante')
  keepPictures(member, cell)
  await member.open(meeting)
  await member.follow('Je me retire de ce dossier')
  await presses(member, 'Retirer mon institution', 'Votre institution s’est retirée de ce dossier')
  await stage.wait(1)
  await cell.open(meeting)
  await presses(cell, 'Ouvrir la séance', 'en séance')
  const line = cell.page
    .locator('li', { hasText: 'Agathe Lemoine' })
    .filter({ has: cell.page.locator('select') })
  await line.getByRole('combobox').selectOption({ label: 'en visio' })
  await line.getByRole('button', { name: /^Noter/ }).click()
  await cell.page.getByText('Son institution s’est retirée de ce dossier').waitFor()
  await cell.look()
  stage.expectCleanPages()
})
