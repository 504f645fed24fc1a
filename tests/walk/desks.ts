import { makeRelease } from '../../server/figures/releases/making.ts'
import type { Gate } from '../../figures/release/gate.ts'
import { drawAlike } from '../server/figures/alike.ts'
import type { Person } from '../journeys/support/person.ts'
import type { Stage } from '../journeys/support/stage.ts'
import { reportsByArticle40 } from '../journeys/support/steps.labour.ts'
import { plansMeeting, presses } from '../journeys/support/steps.meeting.ts'
import { choosesPlace } from '../journeys/support/steps.place.ts'
import { accepts } from '../journeys/support/steps.ts'
import { agreeing, type Desk } from './agreeing.ts'
import { costOf, type Cost } from './count.ts'

/** The main act of each further desk, each in a case of its own; `aim`: screens and clicks at the most. */
export const deskActs = {
  meeting: { words: 'cell: a meeting planned and convened', aim: null },
  inspection: { words: 'labour inspection yes → report to the prosecutor', aim: null },
  prosecutor: { words: 'prosecutor: the report read → investigation', aim: null },
  childhood: { words: 'child protection yes → place asked for', aim: null },
  ofii: { words: 'OFII yes → asylum place offered', aim: null },
  care: { words: 'care yes', aim: null },
  lawyer: { words: 'lawyer’s link → yes', aim: null },
  release: { words: 'MIPROF: a release read and published', aim: null },
  access: { words: 'administrator: somebody invited', aim: null }
} as const satisfies Record<string, { words: string; aim: readonly [number, number] | null }>

type Walked<Act extends keyof typeof deskActs> = Record<Act, Cost>

const press = ({ page }: Person, button: string | RegExp) =>
  page.getByRole('button', { name: button }).first().click()

/** By the names that stand on a phone, or by the word that holds the others. */
const leads = async (who: Person, desk: string) => {
  const nav = who.page.locator('nav').first()
  if (!(await nav.getByRole('link', { name: desk }).first().isVisible())) await nav.locator('summary').click()
  await nav.getByRole('link', { name: desk }).locator('visible=true').first().click()
  await who.page.getByRole('heading', { level: 1, name: desk }).waitFor()
}

async function ofMeeting(stage: Stage, enter: Desk): Promise<Walked<'meeting'>> {
  // A meeting is convened for the cases that wait for it.
  await stage.tell.act(
    'cellule.69',
    await stage.tell.flagged('asso.rhone', { metOn: stage.day() }),
    'triage.start'
  )
  const cell = await enter('cellule.69')
  const meeting = await costOf(cell, async () => {
    await leads(cell, 'Réunions')
    await plansMeeting(cell, `${stage.day(1)}T10:00`, 'Salle haute')
    await presses(cell, 'Convoquer les membres', 'convoquée')
  })
  return { meeting }
}

async function ofJustice(stage: Stage, enter: Desk): Promise<Walked<'inspection' | 'prosecutor'>> {
  const id = await agreeing(stage, ['F'], { forms: ['labour'] })
  await stage.tell.act('asso.rhone', id, 'labour.refer', { findings: ['unpaid'] })
  const official = await enter('travail.69')
  const inspection = await costOf(official, async () => {
    await accepts(official, 'constat')
    await reportsByArticle40(official, 'Rhône')
  })
  const desk = await enter('parquet.lyon')
  const prosecutor = await costOf(desk, async () => {
    await accepts(desk, 'faits signalés')
    await desk.does('Noter que l’enquête est en cours')
  })
  return { inspection, prosecutor }
}

async function ofChildhood({ tell, day }: Stage, enter: Desk): Promise<Walked<'childhood'>> {
  const minor = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
  const id = await tell.flagged('asso.rhone', { metOn: day(), ...minor })
  await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'Un mot.' })
  const desk = await enter('ase.69')
  const childhood = await costOf(desk, async () => {
    await accepts(desk, 'protection de l’enfance')
    await desk.does('Demander une place pour mineur', () => choosesPlace(desk, 'Foyer de l’Ouest'))
  })
  return { childhood }
}

async function ofHousingAndCare(stage: Stage, enter: Desk): Promise<Walked<'ofii' | 'care' | 'lawyer'>> {
  const { tell } = stage
  const claimant = await agreeing(stage, ['B', 'D'], { asylumLink: true, asylumClaim: true })
  await tell.act('asso.rhone', claimant, 'dna.request', { title: 'attestation', agrees: true })
  const desk = await enter('ofii')
  const ofii = await costOf(desk, async () => {
    await accepts(desk, 'place du dispositif d’asile')
    await desk.does('Proposer une place à un centre', () => choosesPlace(desk, 'Centre du dispositif'))
  })
  const id = await agreeing(stage, ['A', 'B', 'G', 'H'])
  await tell.act('asso.rhone', id, 'health.refer', { destination: 'psychological' })
  const doctor = await enter('soin.69')
  const care = await costOf(doctor, () => accepts(doctor, 'structure de soins'))
  const address = 'avocate@barreau.test'
  await tell.act('asso.rhone', id, 'lawyer.refer', { address })
  const letter = (await stage.letters()).findLast(({ to }) => to === address)!
  const counsel = await stage.visitor('avocate')
  await counsel.page.setViewportSize({ width: 390, height: 844 })
  await counsel.open(/\/lien\/[\w-]{64}/.exec(letter.text)![0])
  const lawyer = await costOf(counsel, async () => {
    await press(counsel, 'Accepter')
    await counsel.page.getByText(/^Vous avez accepté le/).waitFor()
  })
  return { ofii, care, lawyer }
}

// What an attack finds is tried elsewhere: here a release withstands.
const withstands: Gate = async ({ tables }) => ({
  tables,
  attacks: [{ id: 'public.programme', passed: true, tried: 9, found: 0 }],
  masked: [{ audience: 'public', table: 'territory_form', cells: 1 }],
  beside: { public: [], partner: [], lifted: [] },
  failed: []
})

async function ofFigures(stage: Stage, enter: Desk): Promise<Walked<'release'>> {
  const year = Number(stage.day().slice(0, 4)) - 1
  await drawAlike(stage.db.owner, 60, year, { territory: '93', found: '93', forms: ['sexual'] })
  // No release is made while something waits to be counted.
  await stage.letters()
  const first = await enter('miprof')
  await first.open('/chiffres/publications')
  await first.page.getByLabel('Publication', { exact: true }).selectOption(`${year}-Q4.final`)
  await press(first, 'Préparer une publication')
  await first.page.waitForURL(/fait=demande/)
  await makeRelease(stage.db, { number: 1 }, withstands)
  const second = await enter('miprof.bis')
  const release = await costOf(second, async () => {
    await second.follow('Préparer et publier')
    await second.page.getByLabel('J’ai lu ce qui est masqué').check()
    await press(second, 'Publier')
    await second.page.waitForURL(/fait=publiee/)
  })
  return { release }
}

async function ofAccess(_stage: Stage, enter: Desk): Promise<Walked<'access'>> {
  const admin = await enter('admin')
  const access = await costOf(admin, async () => {
    await leads(admin, 'Organisations')
    await admin.follow('Association du Rhône')
    await admin.follow('Personnes et invitations')
    await admin.write('Courriel professionnel', 'alix@exemple.invalid')
    await press(admin, /^(Envoyer|Proposer) l’invitation$/)
    await admin.page.getByText(/^Invitation (envoyée|proposée)$/).waitFor()
  })
  return { access }
}

/** Each done once by hand on a phone, from the page on which the desk's day begins. */
export const deskParts = [ofMeeting, ofJustice, ofChildhood, ofHousingAndCare, ofFigures, ofAccess]
