import { keptForDays } from '../../../server/worker/kept.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import { deadlineRegister, durationOf, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { unitWord } from '../../../workflows/deadlines/explanation.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { linkDays, linkGraceDays } from '../../../workflows/referral/link.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import {
  consentClocks,
  consentScopes,
  dataClasses,
  referralKindIds,
  type ConsentScope,
  type DataClass
} from '../../../workflows/vocabulary/vocabulary.ts'
import { className, sealedMark } from '../classes.ts'
import { lines, page, table } from '../markdown.ts'
import { consentNeeded, sightIn } from '../sight.ts'
import { aboutWords, holdings } from './holdings.ts'
import { tablesThere } from './tables.ts'

const everyCapacity = Object.keys(capacities) as Capacity[]

const readers = (dataClass: DataClass) =>
  everyCapacity.flatMap((capacity) => {
    const how = sightIn(capacity, dataClass)
    return how ? [`${capacities[capacity].fr} : ${how}`] : []
  })

const categories = () =>
  (Object.keys(dataClasses) as DataClass[]).map((one) => [
    `${className(one)}${sealedMark(one)}`,
    lines(readers(one)) || 'personne : des chiffres publiés, sans dossier derrière eux'
  ])

const recipients = () =>
  referralKindIds.map((kind) => {
    const { label, consent, opensAtOnce, capacity } = kindRow(kind)
    return [label.fr, capacities[capacity].fr, consentNeeded(consent, opensAtOnce)]
  })

const keeping = [
  'MNIO-INSUFFICIENT',
  'MNIO-RETENTION',
  'MNIO-ERASURE'
] as const satisfies readonly DeadlineCode[]

const length = (code: DeadlineCode) => {
  const { n, unit } = durationOf(code, firstVersion)
  return `${n} ${unitWord(n, unit, 'fr')}`
}

const byClocks = () =>
  keeping.map((code) => {
    const { startsOn, fires } = deadlineRegister[code]
    return [code, startsOn.fr, length(code), commandRow(fires as CommandType).done.fr]
  })

const consents = () =>
  Object.entries(consentClocks).flatMap(([code, scopes]) =>
    scopes.map((scope: ConsentScope) => [scope, consentScopes[scope].fr, length(code as DeadlineCode)])
  )

const inDays = () =>
  keptForDays.map(({ table: name, fr, days }) => [
    name,
    fr,
    days === 0 ? 'aussitôt' : `${days} jour${days > 1 ? 's' : ''}`
  ])

const tables = () =>
  tablesThere().flatMap((name) => {
    const held = holdings[name]
    return held ? [[name, held.of.map((one) => aboutWords[one]).join(', '), held.holds, held.gone]] : []
  })

/** What an article 30 register says that the code already knows; the rest is written by hand beside it. */
export const processing = () =>
  page(
    'Registre : ce que le code sait',
    `Annexe du [registre](registre.md) : catégories de données, destinataires, durées et tables, tels que le code les applique. Durées de la configuration ${firstVersion.version} ; une autre version publiée les change, pas cette page. Le détail par qualité : [visibilité](../visibility.md) ; par acte : [formulaires](../forms.md), [matrice](../matrix.md).`,
    [
      `## Catégories de données, et qui les lit\n\nUne fois tout accord donné. « (chiffré) » : n’existe en base que chiffré. Les professionnels ont en outre un nom affiché et un identifiant.\n\n${table(['Classe', 'Qui lit'], categories())}`,
      `## Catégories de destinataires\n\n${table(['Orientation', 'Qualité après acceptation', 'Accord de la personne majeure'], recipients())}\n\nUn destinataire sans compte répond par un lien de ${linkDays} jours au moins, ouvert ${linkGraceDays} jours au-delà du jour de la réponse.`,
      `## Durées du dossier\n\n${table(['Délai', 'Compté depuis', 'Durée', 'Ce qui se passe'], byClocks())}`,
      `## Durée d’un accord\n\n${table(['Lettre', 'La personne accepte', 'À confirmer après'], consents().toSorted())}`,
      `## Durées en jours\n\n${table(['Table', 'Compté depuis', 'Effacé après'], inDays())}`,
      `## Les tables\n\n${table(['Table', 'De qui elle parle', 'Ce qu’elle garde', 'Effacé'], tables())}`
    ]
  )
