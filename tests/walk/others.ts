import type { Person } from '../journeys/support/person.ts'
import type { Stage } from '../journeys/support/stage.ts'
import { alertsCell } from '../journeys/support/steps.danger.ts'
import { ordersMeasure } from '../journeys/support/steps.minor.ts'
import { accepts } from '../journeys/support/steps.ts'
import { costOf, type Cost } from './count.ts'
import { agreeing, type Desk } from './agreeing.ts'

/** The main act of the desks that come later in a life, each in a case of its own. */
export const otherActs = {
  police: { words: 'police yes → person identified', aim: null },
  judge: { words: 'juvenile judge: the request acknowledged → measure ordered', aim: null },
  guardian: { words: 'ad hoc guardian yes', aim: null },
  siao: { words: 'SIAO yes → place asked of a CHRS', aim: null },
  chrs: { words: 'CHRS yes', aim: null },
  programme: { words: 'commission yes → exit programme authorised', aim: null },
  alert: { words: 'who only flags: the cell warned, the dearest of five desks', aim: null }
} as const satisfies Record<string, { words: string; aim: readonly [number, number] | null }>

type Walked<Act extends keyof typeof otherActs> = Record<Act, Cost>

async function ofPolice(stage: Stage, enter: Desk): Promise<Walked<'police'>> {
  const id = await agreeing(stage, ['B', 'F'])
  await stage.tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
  const desk = await enter('police.69')
  const police = await costOf(desk, async () => {
    await accepts(desk, 'rencontre')
    await desk.does('Enregistrer l’identification formelle', async () => {
      await desk.write('Service', 'Police judiciaire')
      await desk.write('Numéro de procédure', '2026/1')
      await desk.write('Date', stage.day())
    })
  })
  return { police }
}

async function ofChild(stage: Stage, enter: Desk): Promise<Walked<'judge' | 'guardian'>> {
  const { tell, day } = stage
  const minor = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
  const id = await tell.flagged('asso.rhone', { metOn: day(), ...minor })
  const concern = { ground: 'grave', parentsInformed: 'contrary', facts: 'Un homme l’attend.' }
  await tell.act('asso.rhone', id, 'minor.report_prosecutor', { foundIn: '69', ...concern })
  await tell.act('parquet.lyon', id, 'opp.issue', { on: day(), distanced: true, place: 'Un foyer' })
  await tell.act('parquet.lyon', id, 'judge.seize', { on: day() })
  const desk = await enter('juge.69')
  const judge = await costOf(desk, async () => {
    await accepts(desk, 'juge des enfants')
    await ordersMeasure(desk, day())
  })
  await tell.act('juge.69', id, 'guardian.name', { on: day(), missions: ['criminal'], reason: 'absent' })
  const named = await enter('adhoc.69')
  return { judge, guardian: await costOf(named, () => accepts(named, 'administrateur ad hoc')) }
}

async function ofRoof(stage: Stage, enter: Desk): Promise<Walked<'siao' | 'chrs'>> {
  const id = await agreeing(stage, ['B', 'J'])
  await stage.tell.act('asso.rhone', id, 'siao.request', { wanted: 'stay', household: 'alone' })
  const desk = await enter('siao.69')
  const siao = await costOf(desk, async () => {
    await accepts(desk, 'hébergement')
    await desk.does('Demander une place en CHRS', async () => {
      await desk.pick('Ce qui est demandé', 'un hébergement qui dure')
      await desk.pick('Pour qui', 'une personne seule')
      await desk.pick('Service', 'CHRS des Deux-Fleuves')
    })
  })
  const house = await enter('chrs.69')
  return { siao, chrs: await costOf(house, () => accepts(house, 'accueil')) }
}

async function ofProgramme(stage: Stage, enter: Desk): Promise<Walked<'programme'>> {
  const id = await agreeing(stage, ['B', 'E'])
  await stage.tell.act('asso.rhone', id, 'exit.request', { wishes: true })
  const desk = await enter('psp.69')
  const programme = await costOf(desk, async () => {
    await accepts(desk, 'parcours de sortie')
    await desk.does('Autoriser le parcours de sortie', async () => {
      await desk.write('Avis de la commission du', stage.day())
      await desk.write('Décision du préfet du', stage.day())
    })
  })
  return { programme }
}

/** They see nothing of what follows: to warn is all that they do. */
const flaggers = ['ecole.69', 'mediation.69', 'prison.69', 'spip.69', 'ecoute']

async function warns(who: Person): Promise<void> {
  await who.follow('Danger immédiat')
  const place = who.page.locator('[name=territory]')
  // A helpline answers the whole country: its desk is in no département.
  if ((await place.inputValue()) !== '69') await place.selectOption({ label: 'Rhône' })
  // Who meets people where they live says in which of the places that their team keeps.
  const settlement = who.page.getByLabel('Camp du canal')
  if ((await settlement.count()) > 0) await settlement.check()
  await alertsCell(who)
}

async function ofFlaggers({ db }: Stage, enter: Desk): Promise<Walked<'alert'>> {
  await db.owner.query(
    `insert into habilitation (org_id, regime, since) select distinct m.org_id, 'flag', date '2026-01-01'
     from membership m join person p on p.id = m.person_id where p.subject = any($1) and not exists (
       select from habilitation h where h.org_id = m.org_id and h.regime = 'flag')`,
    [flaggers]
  )
  await db.owner.query(
    `insert into settlement (id, org_id, label, kind, commune, territory, added_by, added_at)
     select gen_random_uuid(), org_id, 'Camp du canal', 'camp', 'Vénissieux', '69', person_id, now()
     from membership where role = 'school_mediation'`
  )
  const costs: Cost[] = []
  for (const login of flaggers) {
    const who = await enter(login)
    costs.push(await costOf(who, () => warns(who)))
  }
  return { alert: costs.reduce((dearest, one) => (one.clicks > dearest.clicks ? one : dearest)) }
}

/** Each done once by hand on a phone, from the page on which the desk's day begins. */
export const otherParts = [ofPolice, ofChild, ofRoof, ofProgramme, ofFlaggers]
