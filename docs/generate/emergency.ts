import { roles, type Role } from '../../policies/actor.ts'
import { accessTo } from '../../policies/data-classes.ts'
import { mayEverOpen, openable, overseers, speakersOf } from '../../policies/emergency-access.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { unitWord } from '../../workflows/deadlines/explanation.ts'
import { september2026 as firstVersion } from '../../workflows/configuration/versions/2026-09.ts'
import { durationOf } from '../../workflows/deadlines/deadlines.ts'
import {
  aloneMinutes,
  emergencyBasis,
  emergencyClasses,
  emergencyClock,
  emergencyReasons,
  emergencyRefusals,
  emergencyStates,
  isIncident,
  openingsADay,
  type EmergencyClass,
  type EmergencyState
} from '../../workflows/case/emergency-access.ts'
import { dataClasses } from '../../workflows/vocabulary/vocabulary.ts'
import { basisText, page, table } from './markdown.ts'
import { allScopes } from './sight.ts'

const everyCapacity = Object.keys(capacities) as Capacity[]

const opensTo = (role: Role, as: Capacity, dataClass: EmergencyClass, danger: 'none' | 'immediate') =>
  openable(role, {
    as,
    held: [as],
    facts: { consents: [], ageGroup: 'adult', danger },
    dangerToldByAnother: danger === 'immediate'
  }).includes(dataClass)

/** Whether one's own sight reaches it as soon as the person agrees: an emergency then has nothing to open. */
const readByConsent = (as: Capacity, dataClass: EmergencyClass) =>
  accessTo(dataClass, as, { consents: allScopes, ageGroup: 'adult' }).access !== 'closed'

const opened = (role: Role, as: Capacity) => (dataClass: EmergencyClass) => {
  if (!opensTo(role, as, dataClass, 'immediate')) return ''
  if (!opensTo(role, as, dataClass, 'none'))
    return 'oui, si une autre organisation a enregistré le danger comme immédiat'
  return readByConsent(as, dataClass) ? 'oui, tant que l’accord manque' : 'oui'
}

const mayOpen = everyCapacity.flatMap((as) =>
  speakersOf(as)
    .filter((role) => mayEverOpen(role).includes(as))
    .map((role) => ({ as, role, cells: emergencyClasses.map(opened(role, as)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
)
const closedTo = everyCapacity.filter((as) => !mayOpen.some((one) => one.as === as))

const within = () => {
  const { n, unit } = durationOf(emergencyClock, firstVersion)
  return `${n} ${unitWord(n, unit, 'fr')}`
}

const overseeing = overseers.map((role) => roles[role].fr)

const rules = () => [
  ['Une personne voit seule', `${aloneMinutes} minutes`],
  ['Une seconde personne confirme ou refuse', `dans ${within()}, sinon l’accès s’éteint`],
  [
    'Ouvertures d’une même personne',
    `${openingsADay} en vingt-quatre heures au plus, tous dossiers confondus`
  ],
  ['Qui confirme', 'une autre personne de la même qualité ; à défaut, le secrétariat de la cellule'],
  [
    'Qui est prévenu',
    'l’association référente, ou le secrétariat de la cellule si la prévenir serait dangereux'
  ],
  ['Qui contrôle après coup', overseeing.join(', ')]
]

const words = (table: Record<string, { fr: string }>) => Object.values(table).map(({ fr }) => `- ${fr}`)

const endings = () =>
  Object.entries(emergencyStates).map(([state, { label }]) => [
    label.fr,
    isIncident(state as EmergencyState) ? 'oui' : ''
  ])

/** What an emergency access opens, to whom, on what grounds, and how it is answered for. */
export const emergency = () =>
  page(
    'Ce qu’ouvre un accès d’urgence',
    `Un accès d’urgence fait lire, parce qu’une vie en dépend, ce que la [qualité](visibility.md) de l’organisation ne fait pas lire. Il ne s’ouvre qu’à qui a déjà part au dossier ; une case vide ne s’ouvre à personne, quel que soit le motif. Fondement : ${emergencyBasis.map(basisText).join(' ; ')}.`,
    [
      `## Qui ouvre quoi\n\n${table(
        ['Qualité', 'Rôle', ...emergencyClasses.map((one) => `${one} · ${dataClasses[one].fr}`)],
        mayOpen.map(({ as, role, cells }) => [capacities[as].fr, roles[role].fr, ...cells])
      )}\n\nN’ouvrent rien : ${closedTo.map((as) => capacities[as].fr).join(', ')}.`,
      `## Motifs admis\n\n${words(emergencyReasons).join('\n')}`,
      `## Comment il en est répondu\n\n${table(['Règle', 'Mesure'], rules())}`,
      `## Comment il finit\n\n${table(['Suite', 'Incident à examiner'], endings())}`,
      `## Motifs d’un refus\n\n${words(emergencyRefusals).join('\n')}`
    ]
  )
