import { roles, type Role } from '../../policies/actor.ts'
import { firedBySystem, flagging, grants } from '../../policies/grants.ts'
import { needs } from '../../policies/habilitations.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { consentScopes, regions, type RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { eachRegion, lines, page, stateLabel, table } from './markdown.ts'
import { required } from './requirements.ts'

const everyRole = Object.keys(roles) as Role[]

const holder = (role: Role, as: Capacity) => {
  const [who, how] = [roles[role].fr, capacities[as].fr]
  return who === how ? who : `${who} (${how})`
}

const holders = (type: CommandType): string[] => {
  if (type === 'case.flag') return Object.keys(flagging).map((role) => roles[role as Role].fr)
  if ((firedBySystem as readonly CommandType[]).includes(type))
    return ['délai échu, ou réponse d’un partenaire']
  return everyRole.flatMap((role) =>
    grants[role].filter(({ may }) => may.includes(type)).map(({ as }) => holder(role, as))
  )
}

const steps = (type: CommandType): string => {
  const { region, from, to } = commandRow(type)
  if (region === null) return 'tous les états → inchangé'
  const start =
    from === 'any'
      ? 'tous les états'
      : from.map((state) => stateLabel(region, state)).join(', ') || 'nouveau dossier'
  return `${start} → ${to === 'same' ? 'inchangé' : stateLabel(region, to)}`
}

const firstSentence = (text: string) => text.split(/(?<=\.) /)[0]!.replace(/\.$/, '')

const conditions = (type: CommandType): string[] => {
  const { guards: asked, evenWhenClosed } = commandRow(type)
  const need = needs[type]
  return [
    ...asked.map((guard) => `sinon : « ${firstSentence(guards[guard].reason.fr)} »`),
    ...(need ? [`sinon : « ${firstSentence(need.reason.fr)} »`] : []),
    ...required(type),
    ...(evenWhenClosed ? ['même dans un dossier clos'] : [])
  ]
}

const consentOf = (type: CommandType) => {
  const { consent } = commandRow(type)
  return consent ? `accord ${consent} · ${consentScopes[consent].fr}` : ''
}

const head = [
  'N°',
  'Acte',
  'De → vers',
  'Qui (en quelle qualité)',
  'Accord de la personne majeure',
  'Conditions'
]

const rowOf = (type: CommandType) => {
  const { transition, label } = commandRow(type)
  return [
    transition,
    `${label.fr}<br>\`${type}\``,
    steps(type),
    lines(holders(type)),
    consentOf(type),
    lines(conditions(type))
  ]
}

const part = (title: string, region: RegionId | null) => {
  const types = commandTypes.filter((type) => commandRow(type).region === region)
  return [
    `## ${title}`,
    types.length > 0 ? table(head, types.map(rowOf)) : 'Aucun acte n’est encore construit.'
  ].join('\n\n')
}

const perRole = () => {
  const rows = everyRole.flatMap((role) => {
    const flags = flagging[role]
      ? [[roles[role].fr, 'hors de tout dossier', commandRow('case.flag').label.fr]]
      : []
    const given = grants[role].map(({ as, may }) => [
      roles[role].fr,
      capacities[as].fr,
      may.map((type) => commandRow(type).label.fr).join(' ; ')
    ])
    return [...flags, ...given]
  })
  const idle = everyRole.filter((role) => role !== 'system' && grants[role].length === 0 && !flagging[role])
  return [
    '## Par rôle',
    table(['Rôle', 'En qualité de', 'Actes'], rows),
    `Sans aucun acte sur un dossier : ${idle.map((role) => roles[role].fr).join(', ')}.`
  ].join('\n\n')
}

export const matrix = () =>
  page(
    'Qui peut faire quoi, et quand',
    'Un acte n’est possible que si la ligne le permet : état de départ, qualité de l’organisation dans le dossier, accord de la personne majeure, conditions. Ce qui n’est pas écrit est refusé. L’accord n’est jamais attendu pour protéger une personne mineure ou dont l’âge est en doute. Un dossier clos n’admet aucun acte, sauf mention contraire. Les deux avis sur les motifs viennent de deux personnes de deux institutions ; pour les retenir, l’une est une association.',
    [...eachRegion((region) => part(regions[region].fr, region)), part('Délais', null), perRole()]
  )
