import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { alertWord, unitWord } from '../../workflows/deadlines/explanation.ts'
import { september2026 as firstVersion } from '../../workflows/configuration/versions/2026-09.ts'
import {
  durationOf,
  deadlineCodes,
  deadlineRegister,
  type DeadlineCode,
  type DeadlineRow
} from '../../workflows/deadlines/deadlines.ts'
import { lengths as lengthsOfLaw, type LengthId } from '../../workflows/law/lengths.ts'
import { opensOf } from '../../workflows/deadlines/running/opening.ts'
import { closesOf, stopsOf } from '../../workflows/deadlines/running/stopping.ts'
import type { Stops } from '../../workflows/deadlines/row.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { basisRow, basisText, lines, page, table, weightOf, weights } from './markdown.ts'

const fires: Record<NonNullable<DeadlineRow['fires']>, string> = {
  'reflection.expire': 'le délai de réflexion prend fin de lui-même',
  expire: 'l’orientation passe à « sans réponse » et une personne est désignée',
  'acse.hold_lapsed': 'la place n’est plus tenue',
  'dna.hold_lapsed': 'la place d’asile n’est plus tenue',
  'minor.placement_lapsed': 'la place de l’enfant n’est plus tenue',
  'majority.reached': 'la personne devient majeure : ses accords sont à recueillir',
  'opp.lapsed': 'le placement provisoire a perdu son appui : le parquet et la cellule sont prévenus',
  'consent.lapsed': 'les accords qui n’ont pas été confirmés prennent fin',
  'contact.lost': 'la perte de contact est dite ; une personne décide de clore',
  'merge.settle': 'la fusion de dossiers devient définitive',
  'identity.erase': 'l’identité est effacée',
  'case.archive': 'le dossier passe en archive restreinte',
  'case.erase': 'les données scellées sont effacées',
  'glass.lapse': 'l’accès se ferme ; le délégué à la protection des données le voit'
}

const lengthOf = (code: DeadlineCode) => {
  const { n, unit } = durationOf(code, firstVersion)
  return n === 0 ? 'date écrite sur le document' : `${n} ${unitWord(n, unit, 'fr')}`
}

const openedBy = (code: DeadlineCode) => [
  ...commandTypes
    .filter((type) => opensOf(type).some((one) => one.code === code))
    .map((type) => commandRow(type).label.fr),
  ...Object.values(kinds)
    .filter(({ answerWithin }) => answerWithin === code)
    .map(({ label }) => label.fr)
]

const extensionOf = ({ extendToWorkingDay, extendedBy, alertsBeforeExtension }: DeadlineRow) => {
  if (!extendToWorkingDay) return 'non'
  const moved = extendedBy === null ? 'oui' : `oui (${extendedBy.replace('.', ' ')})`
  return alertsBeforeExtension ? `${moved} ; alertes comptées avant report` : moved
}

const standsStill = (code: DeadlineCode, { frozenWhile }: DeadlineRow) =>
  lines([
    ...(frozenWhile === null ? [] : ['minorité, ou âge en doute']),
    ...commandTypes
      .filter((type) => commandRow(type).suspends.includes(code))
      .map((type) => commandRow(type).done.fr),
    ...(isAnswer(code) ? ['question sans réponse'] : [])
  ])

const isAnswer = (code: DeadlineCode) =>
  Object.values(kinds).some(({ answerWithin }) => answerWithin === code)

/** The answers by which an act spares it, or without which it does. */
const byAnswer = (word: string, answers: Stops['sparedBy'] = {}) =>
  Object.entries(answers).flatMap(([type, said]) => {
    const { label, input } = commandRow(type as CommandType)
    const choice = said && notesOf(input.properties[said.field]!)?.choices?.[said.is]
    return choice ? [`${word} « ${choice.fr} » : ${label.fr.toLowerCase()}`] : []
  })

const stoppedBy = (code: DeadlineCode) => {
  const { goneByDay, livesWhile, otherwise, onlyItsDay, sparedBy, onlyBy, replacing } = stopsOf(code)
  const acts = commandTypes.filter((type) => closesOf(type).includes(code))
  return lines([
    ...new Set(acts.map((type) => commandRow(type).label.fr)),
    ...byAnswer('sauf', sparedBy),
    ...byAnswer('seulement', onlyBy),
    ...(replacing ? ['d’un titre d’un an, seul celui qui a été refusé ou retiré'] : []),
    ...(goneByDay ? ['pas par une décision d’un jour antérieur à son départ'] : []),
    ...(livesWhile ? [`dès qu’il serait répondu : « ${guards[livesWhile].reason.fr} »`] : []),
    ...(otherwise ? [otherwise.fr] : []),
    ...(onlyItsDay ? [`rien que son jour : ${onlyItsDay.fr}`] : [])
  ])
}

/** What happens on the day, and what else where the case has gone another way. */
const atDue = ({ fires: act, firesElse, repeats }: DeadlineRow) => {
  const first = act ? fires[act] : repeats ? 'alerte, puis repart du même jour' : 'alerte seulement'
  return lines([first, ...firesElse.map((one) => `à défaut : ${commandRow(one).done.fr.toLowerCase()}`)])
}

/** The length, and what it was under an earlier text. */
const lengths = (code: DeadlineCode, { was }: DeadlineRow) =>
  lines([
    lengthOf(code),
    ...was.map(
      ({ until, duration: { n, unit }, basis }) =>
        `${n} ${unitWord(n, unit, 'fr')} si elle a couru avant le ${until} (${basis.replace('.', ' ')})`
    )
  ])

/** A length that the text itself sets weighs what the text weighs. */
const lengthWeight = ({ status, basis }: DeadlineRow) =>
  status === basisRow(basis).status ? weightOf(basisRow(basis)) : weights[status]

/** Of a clock from whose day a birth date is read, the month alone decides when it speaks. */
const alertsOf = ({ alerts, secretDay }: DeadlineRow) => {
  const days = alerts.map((one) => alertWord(one, 'fr')).join(', ')
  return secretDay === 'always' ? `${days}, compté du premier jour du mois` : days
}

const deadlineLine = (code: DeadlineCode) => {
  const row: DeadlineRow = deadlineRegister[code]
  return [
    `\`${code}\``,
    row.label.fr,
    lengths(code, row),
    row.startsOn.fr,
    lines(openedBy(code)),
    alertsOf(row),
    atDue(row),
    extensionOf(row),
    standsStill(code, row),
    stoppedBy(code),
    `${basisText(row.basis)}<br>durée : ${lengthWeight(row)}`
  ]
}

/** What a text sets for a document, a programme or an approval: it refuses a date, and rings nowhere. */
const lengthLine = ({ label, length: { n, unit }, basis }: (typeof lengthsOfLaw)[LengthId]) => [
  label.fr,
  `${n} ${unitWord(n, unit, 'fr')}`,
  basisText(basis)
]

export const deadlines = () =>
  page(
    'Les délais',
    `Durées de la configuration ${firstVersion.version} ; un dossier garde la version sous laquelle il a été ouvert. Un délai en jours finit au dernier instant de son dernier jour, à l’heure du territoire ; les heures sont des heures pleines. Aucun délai ne ferme un dossier ni ne retire à une personne sa qualité de victime présumée.`,
    [
      table(
        [
          'Code',
          'Délai',
          'Durée',
          'Court depuis',
          'Ouverte par',
          'Alertes',
          'À l’échéance',
          'Report au jour ouvré',
          'Suspendue par',
          'Ce qui l’arrête',
          'Fondement'
        ],
        deadlineCodes.map(deadlineLine)
      ),
      `## Durées qu’aucun délai de dossier ne compte\n\n${table(['Durée', 'Longueur', 'Fondement'], Object.values(lengthsOfLaw).map(lengthLine))}`
    ]
  )
