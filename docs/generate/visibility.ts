import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import {
  consentScopes,
  dataClasses,
  referralKindIds,
  type DataClass
} from '../../workflows/vocabulary/vocabulary.ts'
import { className, sealedMark } from './classes.ts'
import { previewed } from './previews.ts'
import { page, table } from './markdown.ts'
import { allScopes, consentNeeded, sightIn } from './sight.ts'

const classes = Object.keys(dataClasses) as DataClass[]
const everyCapacity = Object.keys(capacities) as Capacity[]

const previews = () =>
  referralKindIds.map((kind) => {
    const { label, consent, opensAtOnce, capacity } = kindRow(kind)
    return [label.fr, previewed(kind), consentNeeded(consent, opensAtOnce), capacities[capacity].fr]
  })

export const visibility = () =>
  page(
    'Qui voit quoi',
    'Refus par défaut : une case vide ne se lit pas. « Sur demande » : une lecture à la fois, inscrite au journal. « En gros » : hébergée ou non ; procédure ouverte, close ou jugée, avec le jour d’une condamnation définitive et, au bouton du titre, si une infraction qui l’ouvre est poursuivie, sans dire laquelle (CESEDA L425-1, L425-3, L425-11). « (accord X) » : pour une personne majeure, seulement avec son accord ; la protection d’une personne mineure ne l’attend pas. « (mineure) » : seulement tant que la personne est mineure ou que son âge est en doute.',
    [
      table(
        ['Qualité', ...classes.map((one) => `${className(one)}${sealedMark(one)}`)],
        everyCapacity.map((capacity) => [
          capacities[capacity].fr,
          ...classes.map((one) => sightIn(capacity, one))
        ])
      ),
      `## Consentement\n\n${table(
        ['Lettre', 'La personne accepte'],
        allScopes.map((scope) => [scope, consentScopes[scope].fr])
      )}`,
      `## Avant d’accepter une orientation\n\nLe destinataire ne voit que ceci, en mots codés, jamais qui, avec qui ni où, et aucun texte libre ; la suite de chaque orientation : [destinataires](recipients.md).\n\n${table(
        ['Orientation', 'Aperçu', 'Accord', 'Qualité après acceptation'],
        previews()
      )}`
    ]
  )
