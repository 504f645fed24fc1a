import { accessTo, sightOf } from '../../policies/data-classes.ts'
import { capacities, type Capacity } from '../../workflows/capacities.ts'
import { kinds } from '../../workflows/referral.kinds.ts'
import {
  dataClasses,
  sealedClasses,
  consentScopes,
  type ConsentScope,
  type DataClass
} from '../../workflows/vocabulary.ts'
import { page, table } from './markdown.ts'

const classes = Object.keys(dataClasses) as DataClass[]
const everyCapacity = Object.keys(capacities) as Capacity[]
const allScopes = Object.keys(consentScopes) as ConsentScope[]

const sightIn = (capacity: Capacity, dataClass: DataClass) => {
  const { access } = accessTo(dataClass, capacity, { consents: allScopes, ageGroup: 'adult' })
  if (access === 'closed') return ''
  const { coarse, consent } = sightOf(capacity)
  const scope = consent[dataClass]
  const shown = coarse.includes(dataClass) ? 'en gros' : access === 'masked' ? 'sur demande' : 'oui'
  return scope ? `${shown} (accord ${scope})` : shown
}

const factWords = {
  territory: 'territoire',
  danger: 'danger',
  ageGroup: 'majorité',
  ageBand: 'tranche d’âge',
  sex: 'sexe',
  nationality: 'nationalité (catégorie)',
  forms: 'formes d’exploitation',
  children: 'enfants',
  language: 'langue',
  localDanger: 'danger local',
  presumed: 'présomption'
} as const satisfies Record<(typeof kinds)[keyof typeof kinds]['preview'][number], string>

const previews = () =>
  Object.values(kinds).map(({ label, preview, consent, capacity }) => [
    label.fr,
    preview.map((fact) => factWords[fact]).join(', '),
    `${consent} · ${consentScopes[consent].fr}`,
    capacities[capacity].fr
  ])

export const visibility = () =>
  page(
    'Qui voit quoi',
    'Refus par défaut : une case vide ne se lit pas. « Sur demande » : une lecture à la fois, inscrite au journal. « En gros » : hébergée ou non ; procédure ouverte, close ou jugée. « (accord X) » : pour une personne majeure, seulement avec son accord ; la protection d’une personne mineure ne l’attend pas.',
    [
      table(
        [
          'Qualité',
          ...classes.map(
            (one) =>
              `${one} · ${dataClasses[one].fr}${(sealedClasses as readonly DataClass[]).includes(one) ? ' (chiffré)' : ''}`
          )
        ],
        everyCapacity.map((capacity) => [
          capacities[capacity].fr,
          ...classes.map((one) => sightIn(capacity, one))
        ])
      ),
      `## Accords\n\n${table(
        ['Lettre', 'La personne accepte'],
        allScopes.map((scope) => [scope, consentScopes[scope].fr])
      )}`,
      `## Avant d’accepter une orientation\n\nLe destinataire ne voit que ces besoins, jamais qui ni où.\n\n${table(
        ['Orientation', 'Aperçu', 'Accord', 'Qualité après acceptation'],
        previews()
      )}`
    ]
  )
