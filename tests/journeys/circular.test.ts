import { beforeAll, describe, expect, it } from 'vitest'
import { asks, forces } from './support/api.ts'
import type { Person } from './support/person.ts'
import { everything } from './support/reading.ts'
import { keepPictures, openStage } from './support/stage.ts'
import {
  lasts,
  moves,
  previews,
  saves,
  unfolds,
  writesVersion,
  type Version
} from './support/steps.configuration.ts'
import { plansMeeting, presses } from './support/steps.meeting.ts'
import { forFile } from '../support/for-file.ts'

type Clock = { code: string; dueAt: string }
let writer: Person
let publisher: Person
let cell: Person
let cases: string[]
let before: string[]
let move: string

const many = 36
const circular: Version = { version: '', effectiveOn: '', note: 'Circulaire du ministère' }

/** When the grounds are due in each case, as the cell reads it. */
async function groundsDue(): Promise<string[]> {
  const found: string[] = []
  for (const id of cases) {
    const { deadlines } = await asks<{ deadlines: Clock[] }>(cell, `/api/cases/${id}`)
    found.push(deadlines.find(({ code }) => code === 'MNIO-RG')!.dueAt)
  }
  return found
}

/** A reason more in a list, and who concludes between meetings: each is refused by name first, and kept as it was typed. */
async function widens(admin: Person): Promise<void> {
  await unfolds(admin, 'Motifs ajoutés')
  const first = admin.page.getByRole('group', { name: 'Motif 1', exact: true })
  await first.locator('[name="added:of"]').selectOption('referrals.health')
  await first.getByLabel('Code').fill('tired.interprete')
  await first.getByLabel('En français').fill('Pas d’interprète')
  await first.getByLabel('En anglais').fill('No interpreter')
  await first.locator('[name="added:leadsTo"]').selectOption('escalate')
  await unfolds(admin, 'Quorum et composition')
  const concluding = admin.page.getByRole('group', { name: 'Concluent entre deux réunions', exact: true })
  await admin.page.getByLabel('Cette version fixe qui conclut').check()
  await concluding.locator('[value=police]').check()
  await concluding.locator('[value=association]').check()
  await saves(admin, /Le code commence par un motif/)
  expect(await first.getByLabel('Code').inputValue()).toBe('tired.interprete')
  await first.getByLabel('Code').fill('overloaded.interprete')
  await saves(admin, /«\sPas d’interprète\s» ajouté/)
  expect(await admin.text()).toMatch(/Concluent entre deux réunions\s: .*\(avant\s: toutes les institutions/)
}

const counted = async (version: string) =>
  (await asks<{ items: { version: string; cases: number }[] }>(writer, '/api/configuration')).items.find(
    (one) => one.version === version
  )!.cases

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
  Object.assign(circular, { version: stage.day().slice(0, 7) + '-b', effectiveOn: stage.day() })
  cases = []
  for (let nth = 0; nth < many; nth++) {
    const id = await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
    if (nth % 3 === 0) await stage.tell.act('cellule.69', id, 'triage.start')
    cases.push(id)
  }
  writer = await stage.enter('admin')
  publisher = await stage.enter('admin.bis')
  cell = await stage.enter('cellule.69')
  before = await groundsDue()
}, 60_000)

describe('a circular changes the quorum and two durations while cases run', () => {
  it('is written by one person of the administration, and by nobody of a cell', async () => {
    keepPictures(writer, cell)
    for (const outsider of [cell, await stage.enter('miprof'), await stage.enter('dpo')])
      expect(await outsider.statusOf('/configuration')).toBe(404)
    await writesVersion(writer, circular)
    await unfolds(writer, 'Quorum et composition')
    await writer.write('Membres avec voix, au moins', '4')
    await unfolds(writer, 'Durées')
    await lasts(writer, 'Motifs raisonnables', '3')
    await lasts(writer, 'Premier examen', '0')
    await saves(writer, /doit durer plus que zéro/)
    const publish = writer.page.getByRole('button', { name: 'Publier cette version' })
    expect(await publish.isDisabled()).toBe(true)
    await lasts(writer, 'Premier examen', '1')
    await saves(writer, /1 jour ouvré \(avant\s: 2 jours ouvrés\)/)
    await widens(writer)
    expect(await publish.isDisabled()).toBe(true)
    expect(await writer.text()).toContain('une autre personne doit le publier')
    const { revision } = await asks<{ revision: number }>(writer, `/api/configuration/${circular.version}`)
    const path = `/api/configuration/${circular.version}/publish`
    expect(await forces(writer, { path, version: revision })).toBe(409)
  })

  it('is published by another, and the cases that run do not move', async () => {
    keepPictures(publisher, cell)
    const convened = await plansMeeting(cell, `${stage.day(1)}T09:00`, 'Salle 1')
    await presses(cell, 'Convoquer les membres', 'convoquée')
    await publisher.open(`/configuration/${circular.version}`)
    expect(await publisher.text()).toMatch(/Quorum, membres\s: 4 \(avant\s: 3\)/)
    await publisher.follow('Publier cette version')
    expect(await publisher.text()).toMatch(/Quorum, membres\s: 4 \(avant\s: 3\)[\s\S]*C’est sans retour/)
    expect((await asks<{ state: string }>(publisher, `/api/configuration/${circular.version}`)).state).toBe(
      'draft'
    )
    await publisher.page.getByLabel('J’ai lu ce qui change').check()
    await publisher.page.getByRole('button', { name: 'Publier cette version' }).click()
    await publisher.page.getByText(`Version ${circular.version} publiée`, { exact: true }).waitFor()
    await publisher.look()
    await publisher.open('/configuration')
    expect(await publisher.text()).toMatch(/Pourquoi cette version\s: Circulaire du ministère/)
    expect(await counted('2026-09')).toBe(many)
    expect(await counted(circular.version)).toBe(0)
    expect(await groundsDue()).toEqual(before)
    cases.push(await stage.tell.flagged('asso.rhone', { metOn: stage.day() }))
    expect(await counted(circular.version)).toBe(1)
    cases.pop()
    await plansMeeting(cell, `${stage.day(2)}T09:00`, 'Salle 2')
    expect(await cell.text()).toContain('0/4')
    await cell.open(convened)
    expect(await cell.text()).toContain('0/3')
  })

  it('is previewed for every case before anything is written', async () => {
    keepPictures(publisher)
    const words = await previews(publisher, circular.version, '2026-09')
    expect(words).toMatch(/Motifs raisonnables\s+36\s+36/)
    expect(words).toMatch(/en attente d’une décision/)
    expect(await everything(publisher)).toMatch(/TEH \w{4} \w{4}/)
    expect(await everything(publisher)).not.toMatch(/CANARI/)
    expect(await groundsDue()).toEqual(before)
  })

  it('is lived under by all of them, once somebody moves them', async () => {
    keepPictures(publisher, cell)
    move = await moves(publisher)
    await stage.movesCases(move)
    await publisher.open(`/configuration/bascules/${move}`)
    expect(await publisher.text()).toMatch(/terminé[\s\S]*36 dossiers sur 36/)
    expect(await counted('2026-09')).toBe(0)
    const after = await groundsDue()
    expect(after.every((due, nth) => due < before[nth]!)).toBe(true)
    await cell.open(`/dossiers/${cases[0]!}/echeances`)
    expect(await everything(cell)).toMatch(/\+ 3 jours ouvrés/)
  })

  it('is left again, and every due date is what it was', async () => {
    keepPictures(publisher)
    await publisher.open(`/configuration/bascules/${move}`)
    await publisher.page.getByLabel(`${many} dossiers reviennent sous : 2026-09`).check()
    await publisher.page.getByRole('button', { name: 'Défaire ce passage' }).click()
    await publisher.page.getByText('retour en cours').waitFor()
    expect(await publisher.text()).toContain('Retour demandé par')
    await stage.movesCases(move)
    await publisher.open(`/configuration/bascules/${move}`)
    expect(await publisher.text()).toMatch(/défait[\s\S]*36 dossiers sur 36/)
    expect(await groundsDue()).toEqual(before)
    expect(await counted('2026-09')).toBe(many)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
