import type { Role } from '../../policies/actor.ts'
import type { Stage } from '../journeys/support/stage.ts'
import { flagsSomeone } from '../journeys/support/steps.flag.ts'
import { choosesPlace } from '../journeys/support/steps.place.ts'
import { holdsConversation } from '../journeys/support/steps.conversation.ts'
import { alertsCell, reachesShelterTonight } from '../journeys/support/steps.danger.ts'
import { accepts, adultMet, asksForShelter, tellsPrefecture } from '../journeys/support/steps.ts'
import { costOf, type Cost } from './count.ts'
import { deskActs, deskParts } from './desks.ts'
import { otherActs, otherParts } from './others.ts'

/** The acts of a story, in its order, in the words of the table; `aim`: screens and clicks at the most. */
export const walkedActs = {
  flag: { words: 'flag, four indicators, named', aim: [7, 22] },
  triage: { words: 'triage', aim: null },
  first: { words: 'first opinion', aim: [1, 5] },
  second: { words: 'second opinion', aim: null },
  conversation: { words: 'inform + five consents + reflection, on the sheet', aim: [1, 10] },
  told: { words: 'prefecture told', aim: null },
  request: { words: 'Ac.Sé request', aim: null },
  desk: { words: 'Ac.Sé yes + offer', aim: [3, 5] },
  shelter: { words: 'shelter yes → interview → arrival', aim: [4, 7] },
  prefecture: { words: 'prefecture yes → receipt', aim: [3, 5] },
  danger: { words: 'danger lane, five questions → shelter tonight', aim: [4, 8] },
  ...deskActs,
  ...otherActs
} as const satisfies Record<string, { words: string; aim: readonly [number, number] | null }>

export type WalkedAct = keyof typeof walkedActs

/** Whose main act is which; null: they read, and do nothing in a case. */
export const walkedBy: Partial<Record<Role, WalkedAct | null>> = {
  asso: 'flag',
  cell_secretary: 'triage',
  cell_member: 'first',
  prefecture: 'prefecture',
  police: 'police',
  labour_inspection: 'inspection',
  prosecutor: 'prosecutor',
  juvenile_judge: 'judge',
  shelter: 'shelter',
  siao: 'siao',
  chrs: 'chrs',
  acse_desk: 'desk',
  ofii: 'ofii',
  health: 'care',
  psp: 'programme',
  child_protection: 'childhood',
  ad_hoc_guardian: 'guardian',
  school: 'alert',
  school_mediation: 'alert',
  prison: 'alert',
  probation: 'alert',
  helpline: 'alert',
  external: 'lawyer',
  miprof: 'release',
  admin: 'access',
  womens_rights: null,
  oversight: null,
  dpo: null,
  system: null
}
export type Walked = Record<WalkedAct, Cost>

const met = {
  ...adultMet,
  identity: { 'Nom et prénom': 'Blessing Osei' },
  signs: 4
} as const

/** Each act of the table, done once by hand on a phone: every desk in a session of its own, from the page on which its day begins. */
export async function walkAll(stage: Stage): Promise<Walked> {
  const enter = (login: string) => stage.enter(login, { phone: true })
  let path = ''

  const worker = await enter('asso.rhone')
  const flag = await costOf(worker, async () => {
    await worker.follow('Signaler')
    path = await flagsSomeone(worker, stage.day(), met)
  })

  const cell = await enter('cellule.69')
  const triage = await costOf(cell, async () => {
    await cell.follow('Examiner la recevabilité')
    await cell.does('Examiner la recevabilité')
  })

  const member = await enter('membre.69')
  await member.open(path)
  const first = await costOf(member, () =>
    member.does('Donner un premier avis sur les motifs', async () => {
      await member.pick('Avis sur les motifs', 'motifs raisonnables de croire à une traite')
      for (const element of ['acte : héberger ou accueillir', 'but : l’exploitation signalée'])
        await member.pick('Ce qui fonde cet avis', element)
    })
  )
  await cell.open(path)
  const second = await costOf(cell, () => cell.does('Retenir les motifs raisonnables (second avis)'))

  // It is opened before the person sits down: one press further from the case.
  await worker.open(`${path}/entretien`)
  const conversation = await costOf(worker, () => holdsConversation(worker))
  await worker.open(path)
  const told = await costOf(worker, () => tellsPrefecture(worker))
  const request = await costOf(worker, () => asksForShelter(worker))

  const desk = await enter('acse')
  const offer = await costOf(desk, async () => {
    await accepts(desk, 'accueil éloigné')
    await desk.does('Proposer une place à une structure', () => choosesPlace(desk, 'Foyer Azur'))
  })

  const house = await enter('foyer.azur')
  const shelter = await costOf(house, async () => {
    await accepts(house, 'proposition de place')
    await house.does('Fixer l’entretien de pré-accueil', () =>
      house.write('Date et heure', `${stage.day()}T10:00`)
    )
    await house.does('Enregistrer l’arrivée', () => house.write('Date d’arrivée', stage.day()))
  })

  const office = await enter('prefecture.69')
  const prefecture = await costOf(office, async () => {
    await accepts(office, 'droit au séjour')
    await office.does('Remettre le récépissé', async () => {
      await office.write('Récépissé remis le', stage.day())
      await office.write('Numéro du récépissé', 'R-1')
    })
  })

  // In a session of its own: nothing that the story opened is at hand.
  const anew = await enter('asso.rhone')
  const danger = await costOf(anew, async () => {
    await anew.follow('Danger immédiat')
    await alertsCell(anew)
    await reachesShelterTonight(anew)
  })
  const further = {} as Record<keyof typeof deskActs | keyof typeof otherActs, Cost>
  for (const part of [...deskParts, ...otherParts]) Object.assign(further, await part(stage, enter))
  return {
    flag,
    triage,
    first,
    second,
    conversation,
    told,
    request,
    desk: offer,
    shelter,
    prefecture,
    danger,
    ...further
  }
}
