import { addDays, isCivilDate } from '../calendar/calendar.ts'
import { isCommandType } from '../case/commands.ts'
import { deadlineRegister, type DeadlineRow, type OpenCode } from '../deadlines/register.ts'
import type { Duration, DurationUnit } from '../deadlines/row.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { indicators } from '../vocabulary/indicators.ts'
import { openCodes, type Configuration } from './configuration.ts'
import { requirable } from './forms.ts'
import { indicatorLists, indicatorsOffered } from './lists.ts'
import { quorumProblems } from './problems.cell.ts'
import { addedProblems } from './problems.added.ts'
import { reasonProblems } from './problems.reasons.ts'

/** Above these a clock would warn of nothing any more: a slip of the keyboard, not a decision. */
export const longest: Record<DurationUnit, number> = {
  hours: 720,
  days: 366,
  workingDays: 260,
  months: 120,
  years: 30
}

const inDays: Record<DurationUnit, number> = {
  hours: 1 / 24,
  days: 1,
  workingDays: 1,
  months: 28,
  years: 365
}

const labelOf = (code: OpenCode) => (deadlineRegister[code] as DeadlineRow).label

const daysIn = ({ n, unit }: Duration): number => n * inDays[unit]

export const durationProblem = (code: OpenCode, duration: Duration, field: string): InputProblem[] => {
  const { fr, en } = labelOf(code)
  if (!(duration.n > 0))
    return [
      problem(field, 'not_positive', `« ${fr} » doit durer plus que zéro`, `“${en}” must last more than zero`)
    ]
  const most = longest[duration.unit]
  return duration.n > most
    ? [
        problem(
          field,
          'too_long',
          `« ${fr} » : au plus ${most} dans cette unité`,
          `“${en}”: at most ${most} in this unit`
        )
      ]
    : []
}

const durationProblems = ({ durations }: Configuration): InputProblem[] =>
  openCodes.flatMap((code) => {
    const field = `durations.${code}`
    const { fr, en } = labelOf(code)
    return durations[code]
      ? durationProblem(code, durations[code], field)
      : [problem(field, 'missing', `« ${fr} » n’a pas de durée`, `“${en}” has no length`)]
  })

const alertProblems = ({ alerts, durations }: Configuration): InputProblem[] =>
  openCodes
    .filter((code) => alerts[code] && durations[code])
    .filter((code) => alerts[code]!.some((days) => days < 0 || days >= daysIn(durations[code])))
    .map((code) =>
      problem(
        `alerts.${code}`,
        'outside',
        `« ${labelOf(code).fr} » : une alerte tomberait avant le début, ou ce jour-là`,
        `“${labelOf(code).en}”: an alert would fall before the start, or on that day`
      )
    )

const requiredFieldProblems = ({ required }: Configuration): InputProblem[] =>
  Object.entries(required).flatMap(([command, fields]) => {
    if (!isCommandType(command))
      return [
        problem(`required.${command}`, 'unknown_act', `Acte inconnu : ${command}`, `Unknown act: ${command}`)
      ]
    const possible = requirable(command)
    return fields
      .filter((field) => !possible.includes(field))
      .map((field) =>
        problem(
          `required.${command}.${field}`,
          'not_requirable',
          `« ${field} » ne peut pas être exigé ici : ce n’est pas un champ facultatif de cet acte`,
          `“${field}” cannot be asked for here: it is not an optional field of this act`
        )
      )
  })

const unknownIndicators = ({ indicators: chosen }: Configuration): InputProblem[] => [
  ...chosen.lists
    .filter((list) => !Object.hasOwn(indicatorLists, list))
    .map((list) =>
      problem(
        'indicators.lists',
        'unknown_list',
        `Liste d’indices inconnue : ${list}`,
        `Unknown list of indicators: ${list}`
      )
    ),
  ...chosen.withdrawn
    .filter((code) => !Object.hasOwn(indicators, code))
    .map((code) =>
      problem(
        'indicators.withdrawn',
        'unknown_indicator',
        `Indice inconnu : ${code}`,
        `Unknown indicator: ${code}`
      )
    )
]

const noIndicator: InputProblem = problem(
  'indicators.lists',
  'none',
  'Il faut au moins une liste d’indices : sans indice, personne ne peut être signalé',
  'At least one list of indicators is needed: without any, nobody can be flagged'
)

const dateProblems = ({ effectiveOn }: Configuration): InputProblem[] =>
  isCivilDate(effectiveOn)
    ? []
    : [problem('effectiveOn', 'not_a_date', 'Cette date n’existe pas', 'This date does not exist')]

/** Everything that stands against publishing this version, field by field; nothing when it may be lived under. */
export const problemsOf = (configuration: Configuration): InputProblem[] => [
  ...dateProblems(configuration),
  ...durationProblems(configuration),
  ...alertProblems(configuration),
  ...quorumProblems(configuration),
  ...reasonProblems(configuration),
  ...addedProblems(configuration.reasons.added ?? [], configuration),
  ...unknownIndicators(configuration),
  ...(indicatorsOffered(configuration).length === 0 ? [noIndicator] : []),
  ...requiredFieldProblems(configuration)
]

const aVersion: Bilingual = { fr: 'Une version', en: 'A version' }

/** What is decided takes effect on a day to come, or today: never on cases that were opened before anyone knew it. */
export const effectProblems = (
  { effectiveOn }: Pick<Configuration, 'effectiveOn'>,
  today: string,
  { fr, en } = aVersion
): InputProblem[] => {
  if (effectiveOn < today)
    return [
      problem(
        'effectiveOn',
        'in_past',
        `${fr} ne prend pas effet dans le passé`,
        `${en} does not take effect in the past`
      )
    ]
  return effectiveOn > addDays(today, 731)
    ? [problem('effectiveOn', 'too_far', 'Au plus deux ans à l’avance', 'At most two years ahead')]
    : []
}
