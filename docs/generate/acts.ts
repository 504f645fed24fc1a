import type { TObject } from 'typebox'
import type { Known } from '../../policies/data-classes.ts'
import { mayHearOf, capacitiesHearing } from '../../policies/disclosure.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { answersOf } from '../../workflows/deadlines/running/stopping.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { transitionIds, transitionRow } from '../../workflows/vocabulary/transitions.ts'
import { consentScopes, regions, type RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { fieldsOf, ofTheClock, readBy, toWhomTheClock } from './classes.ts'
import { basisText, eachRegion, lines, page, table } from './markdown.ts'
import { clock, clocksOf, unless } from './openings.ts'
import { allScopes } from './sight.ts'

type Invited = Extract<Effect, { type: 'invite' }>['who']

const invited: Record<Invited, string> = {
  territoryCell: 'celle du territoire',
  cellMembers: 'chacun de ses membres',
  namedReferent: 'celle qui est nommée',
  territoryChildProtection: 'celle du département',
  childPlacePolice: 'celle du lieu de l’enfant'
}

const effectWords: { [T in Effect['type']]: (effect: Extract<Effect, { type: T }>) => string } = {
  invite: ({ capacity, who }) => `associe : ${capacities[capacity].fr} (${invited[who]})`,
  relieveReferent: () => 'met fin à la part de l’association référente fermée ou suspendue depuis',
  openReferral: ({ kind }) => `envoie : ${kinds[kind].label.fr}`,
  ensureReferral: ({ kind }) => `envoie, si ce n’est fait : ${kinds[kind].label.fr}`,
  withdrawReferrals: ({ kinds: which }) => `retire : ${which.map((kind) => kinds[kind].label.fr).join(', ')}`,
  reserveStay: () => 'réserve la place',
  admitStay: () => 'ouvre le séjour',
  releaseStay: () => 'libère la place',
  releaseHeld: () => 'rend la place tenue, jamais le lit où la personne dort',
  refuseHeld: () => 'rend la place tenue et compte le refus de la structure',
  changePlace: () => 'donne une autre place de la même maison',
  endOffers: () => 'retire toute proposition, jamais le lit où la personne dort',
  endConsentedSharing: () => 'met fin aux partages fondés sur cet accord',
  endMinorSharing: () => 'met fin aux partages ouverts pour une personne mineure',
  endCellSheet: () => 'referme la fiche de la cellule',
  endParticipation: ({ capacities: whose }) =>
    `met fin à la part de : ${whose.map((one) => capacities[one].fr).join(', ')}`,
  moveTerritory: () => 'passe le dossier d’une cellule à l’autre',
  endEverySharing: () => 'met fin à tous les partages, sauf celui de la cellule',
  eraseSealed: () => 'détruit ce qui était chiffré, et les mots libres du journal',
  eraseIdentity: () => 'détruit l’identité',
  checkMergeTarget: () => 'vérifie le dossier qui reste',
  checkNothingLive: () => 'vérifie que rien n’y est encore en cours',
  pinToDistrict: () => 'passe le dossier au protocole du ressort'
}

const effectOf = (effect: Effect) =>
  `${(effectWords[effect.type] as (one: Effect) => string)(effect)}${effect.when ? `, ${unless(effect.when)}` : ''}`

const writtenBy = (type: CommandType) => {
  const fields = fieldsOf(commandRow(type).input).filter(({ notes }) => !notes.addressee)
  const readers = [...new Set(fields.map(({ notes }) => readBy(type, notes)))].toSorted()
  return readers.map((reader) => {
    const labels = fields
      .filter(({ notes }) => readBy(type, notes) === reader)
      .map(({ notes }) => notes.label.fr)
    return `**${reader}** : ${labels.join(', ')}`
  })
}

const requiredIn = (schema: TObject): string[] =>
  fieldsOf(schema)
    .filter(({ required }) => required)
    .map(({ notes }) => notes.label.fr)

/** Somebody is waited for: always, or unless the reason of a guard says otherwise; and to what clocks the act answers. */
const awaited = (type: CommandType): string[] => {
  const { duty, answersWhile } = commandRow(type)
  return [
    ...(duty ? [`attendu${duty === true ? '' : `, ${unless(duty)}`}`] : []),
    ...answersOf(type).map(
      (code) => `répond à ${clock(code)}${answersWhile ? `, ${unless(answersWhile)}` : ''}`
    )
  ]
}

const names = (type: CommandType, some: readonly Capacity[], facts: Known) =>
  some
    .map((one) =>
      mayHearOf({ command: type, input: {} }, one, facts)
        ? capacities[one].fr
        : `${capacities[one].fr} (en un mot)`
    )
    .join(', ')
const agreed = { consents: allScopes }

/** Once everything is agreed to; those who take part for a child's sake learn what concerns a child. */
const learntBy = (type: CommandType): string[] => {
  if (ofTheClock(type)) return [toWhomTheClock]
  const happening = { command: type, input: {} }
  const adult = capacitiesHearing(happening, { ...agreed, ageGroup: 'adult' })
  const child = capacitiesHearing(happening, { ...agreed, ageGroup: 'minor' })
  const more = child.filter((one) => !adult.includes(one))
  const everyone = adult.length === Object.keys(capacities).length
  return [
    everyone ? 'tous les participants' : names(type, adult, { ...agreed, ageGroup: 'adult' }),
    ...(more.length > 0
      ? [`si la personne est mineure : ${names(type, more, { ...agreed, ageGroup: 'minor' })}`]
      : []),
    ...sentBy(type).map((kind) => `à qui l’on demande : ${kinds[kind].label.fr}`)
  ]
}

const rowOf = (type: CommandType) => {
  const { transition, label, basis, effects, consent, input } = commandRow(type)
  return [
    transition,
    `${label.fr}<br>\`${type}\``,
    lines(requiredIn(input)),
    consent ? `accord ${consent} · ${consentScopes[consent].fr}` : '',
    lines(basis.map(basisText)),
    lines(clocksOf(type)),
    lines(awaited(type)),
    lines(writtenBy(type)),
    lines(effects.map(effectOf)),
    lines(learntBy(type))
  ]
}

const head = [
  'N°',
  'Acte',
  'Exigé',
  'Accord de la personne majeure',
  'Fondement (poids)',
  'Délais',
  'Attendu',
  'Ce qui est écrit, par classe',
  'Suites dans le même geste',
  'Qui l’apprend'
]

const part = (title: string, region: RegionId | null) => {
  const types = commandTypes.filter((type) => commandRow(type).region === region)
  return [
    `## ${title}`,
    types.length > 0 ? table(head, types.map(rowOf)) : 'Aucun acte n’est encore construit.',
    ...(region ? settledRows(region) : [])
  ].join('\n\n')
}

const writes = (type: CommandType, fields: readonly string[]) => {
  const { properties } = commandRow(type).input
  return fields.some((field) => field in properties)
}

/** Transitions without an act of their own: where the case stands follows from what any of these acts has written. */
const settledRows = (region: RegionId) =>
  transitionIds.flatMap((id) => {
    const { region: its, label, settledBy } = transitionRow(id)
    if (its !== region || !settledBy) return []
    const by = commandTypes.filter((type) => writes(type, settledBy))
    return [
      `**${id}**, ${label} : sans acte propre. ${by.map((type) => `« ${commandRow(type).label.fr} » (\`${type}\`)`).join(', ')} l’écrit, et la machine s’y règle d’elle-même ; rien d’autre ne change dans le dossier.`
    ]
  })

export const acts = () =>
  page(
    'Les actes',
    'Ce que chaque acte écrit, ce qu’il exige, sur quoi il repose, les délais qu’il ouvre ou arrête, quand il est attendu, et qui l’apprend aussitôt. « Non là où il serait répondu : … » cite ce que le logiciel répond quand la condition n’est pas remplie. Ses champs : [formulaires](forms.md). Qui peut le faire : [matrice](matrix.md). Les textes : [registre](law.md). Chaque acte garde aussi qui l’a fait, pour quelle organisation, dans quel rôle et quel territoire, le jour, le fondement daté et l’accord invoqué.',
    [...eachRegion((region) => part(regions[region].fr, region)), part('Délais', null)]
  )
