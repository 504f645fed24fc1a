import { roles, roleOfType } from '../../policies/actor.ts'
import { capacities } from '../../workflows/vocabulary/capacities.ts'
import { outcomeWords } from '../../workflows/configuration/changes.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { alertWord, unitWord } from '../../workflows/deadlines/explanation.ts'
import { september2026 as firstVersion } from '../../workflows/configuration/versions/2026-09.ts'
import { durationOf, deadlineRegister, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import { guards, type GuardId } from '../../workflows/guards/guards.ts'
import type { Route } from '../../workflows/referral/kinds/kind.ts'
import { linkDays, linkGraceDays } from '../../workflows/referral/link.ts'
import { kindRow, type KindRow } from '../../workflows/referral/kinds/kinds.ts'
import { consequence, sendingActs, type FollowUp } from '../../workflows/referral/refusal.ts'
import {
  dataClasses,
  referralKindIds,
  type DataClass,
  type ReferralKind
} from '../../workflows/vocabulary/vocabulary.ts'
import { previewed } from './previews.ts'
import { lines, page, table, weights } from './markdown.ts'
import { consentNeeded, sightIn } from './sight.ts'

const routes: Record<Route, string> = {
  national: 'l’organisme national',
  territory: 'celui du territoire du dossier',
  factsPlace: 'le parquet du lieu des faits, ou du lieu où l’enfant a été trouvé ; la JIRS une fois saisie',
  childPlace: 'celui du département où l’enfant a été trouvé, ou de celui du dossier',
  juvenile: 'le tribunal pour enfants dont relève le tribunal du lieu',
  guardian:
    'celui du ressort du parquet ou du juge qui désigne, du département où l’enfant a été trouvé, ou de celui du dossier',
  placeOwner: 'la structure de la place proposée',
  transferTarget: 'la cellule du territoire demandé',
  chosen: 'celui que l’expéditeur choisit'
}

const sentBy = (kind: ReferralKind) => sendingActs(kind).map((type) => commandRow(type).label.fr)

const refusals = (some: readonly GuardId[]) =>
  some.map((guard) => `« ${guards[guard].reason.fr} »`).join(' ; ')

/** What refuses the kind whoever sends it, then what each act that sends it asks besides. */
const eligibility = (kind: ReferralKind) => {
  const { eligible } = kindRow(kind)
  const acts = sendingActs(kind).map(commandRow)
  const asked = acts.flatMap(({ label, guards: its }) =>
    its.length > 0 ? [`« ${label.fr} », sinon : ${refusals(its)}`] : []
  )
  const always = eligible.length > 0 ? [`toujours, sinon : ${refusals(eligible)}`] : []
  return always.length + asked.length > 0 ? [...always, ...asked] : ['aucune de plus']
}

const classesSeen = ({ capacity }: KindRow) => {
  const seen = (Object.keys(dataClasses) as DataClass[]).flatMap((one) => {
    const how = sightIn(capacity, one)
    return how ? [`${one} · ${dataClasses[one].fr} : ${how}`] : []
  })
  return lines([`**${capacities[capacity].fr}**`, ...seen])
}

const rank = (kind: ReferralKind) => {
  const row = kindRow(kind)
  const { label, recipient, route } = row
  const role = roleOfType[recipient]
  return [
    label.fr,
    `${role ? roles[role].fr : recipient}<br>${routes[route]}`,
    lines(sentBy(kind)),
    lines(eligibility(kind)),
    consentNeeded(row.consent, row.opensAtOnce),
    row.opensAtOnce ? `dès l’envoi, le dossier ; aperçu : ${previewed(kind)}` : previewed(kind),
    classesSeen(row)
  ]
}

const within = ({ answerWithin }: KindRow) => {
  const { n, unit } = durationOf(answerWithin, firstVersion)
  const { status } = deadlineRegister[answerWithin] as DeadlineRow
  return `${n} ${unitWord(n, unit, 'fr')} (${weights[status]})`
}

const reminder = ({ answerWithin }: KindRow) => {
  const { alerts } = deadlineRegister[answerWithin] as DeadlineRow
  return alerts.length > 0 ? alerts.map((days) => alertWord(days, 'fr')).join(', ') : 'à l’échéance'
}

const told = ({ escalatesTo }: KindRow) =>
  escalatesTo === 'cell' ? 'le secrétariat de la cellule' : 'l’organisation qui a envoyé'

const done = (command: CommandType | null | undefined) =>
  command ? ` ; le dossier retient : « ${commandRow(command).done.fr} »` : ''

const waited: Record<FollowUp, string> = {
  reoffer: ' ; à renvoyer ou à noter par qui l’a envoyée',
  escalate: ' ; à décider par la personne nommée'
}

const refusalsOf = (kind: ReferralKind) =>
  Object.values(kindRow(kind).refusals).map(({ label, leadsTo }) => {
    const { act, awaits } = consequence(kind, leadsTo)
    return `${label.fr} → ${outcomeWords[leadsTo].fr}${done(act)}${awaits ? waited[awaits] : ''}`
  })

const answered = ({ onAccept, opensAtOnce }: KindRow) =>
  `${opensAtOnce ? 'prend en charge' : 'ouvre le dossier, dans sa qualité'}${done(onAccept)}`

const after = (kind: ReferralKind) => {
  const row = kindRow(kind)
  return [
    row.label.fr,
    within(row),
    reminder(row),
    `« sans réponse » est dit à : ${told(row)} ; une réponse reste possible`,
    answered(row),
    lines(refusalsOf(kind)),
    row.onWithdraw
      ? `retirée ou terminée${done(row.onWithdraw)}`
      : row.onEnd
        ? `retirée : le dossier ne bouge pas ; terminée${done(row.onEnd)}`
        : 'retirée ou terminée : le dossier ne bouge pas',
    row.byLink
      ? `oui, un lien de ${linkDays} jours au moins, ouvert ${linkGraceDays} jours au-delà du jour de la réponse`
      : 'non'
  ]
}

export const recipients = () =>
  page(
    'Les destinataires',
    `À qui un dossier peut être orienté, ce que le destinataire sait avant et après sa réponse, le temps qu’il a, et où mène chaque refus. Le silence ne ferme jamais une orientation ; un refus ne retire rien à la personne. Durées de la configuration ${firstVersion.version}. Ce que voit chaque qualité : [visibilité](visibility.md). Les actes : [matrice](matrix.md).`,
    [
      `## Avant et après la réponse\n\n${table(
        [
          'Orientation',
          'Destinataire, et comment il est trouvé',
          'Envoyée par',
          'Conditions',
          'Accord de la personne majeure',
          'Avant la réponse',
          'Après acceptation, en qualité de'
        ],
        referralKindIds.map(rank)
      )}`,
      `## La réponse\n\n${table(
        [
          'Orientation',
          'Délai de réponse',
          'Rappel',
          'Sans réponse',
          'Acceptée',
          'Refusée',
          'Fin',
          'Par lien, sans compte'
        ],
        referralKindIds.map(after)
      )}`
    ]
  )
