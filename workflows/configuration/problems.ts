import { addDays, isCivilDate } from '../calendar/calendar.ts'
import { isCommandType } from '../case/commands.ts'
import { deadlineRegister, type DeadlineRow, type OpenCode } from '../deadlines/register.ts'
import type { DurationUnit } from '../deadlines/row.ts'
import type { InputProblem } from '../vocabulary/input.ts'
import { indicators } from '../vocabulary/indicators.ts'
import { openCodes, type Configuration } from './configuration.ts'
import { requirable } from './forms.ts'
import { indicatorLists, indicatorsOffered } from './lists.ts'
import { quorumProblems } from './problems.cell.ts'
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

const durationProblems = ({ durations }: Configuration): InputProblem[] =>
  openCodes.flatMap((code) => {
    const field = `durations.${code}`
    const { fr, en } = labelOf(code)
    const duration = durations[code]
    if (!duration)
      return [
        { field, code: 'missing', message: { fr: `« ${fr} » n’a pas de durée`, en: `“${en}” has no length` } }
      ]
    if (!(duration.n > 0))
      return [
        {
          field,
          code: 'not_positive',
          message: { fr: `« ${fr} » doit durer plus que zéro`, en: `“${en}” must last more than zero` }
        }
      ]
    const most = longest[duration.unit]
    return duration.n > most
      ? [
          {
            field,
            code: 'too_long',
            message: {
              fr: `« ${fr} » : au plus ${most} dans cette unité`,
              en: `“${en}”: at most ${most} in this unit`
            }
          }
        ]
      : []
  })

const alertProblems = ({ alerts, durations }: Configuration): InputProblem[] =>
  openCodes
    .filter((code) => alerts[code] && durations[code])
    .filter((code) =>
      alerts[code]!.some((days) => days < 0 || days >= durations[code].n * inDays[durations[code].unit])
    )
    .map((code) => ({
      field: `alerts.${code}`,
      code: 'outside',
      message: {
        fr: `« ${labelOf(code).fr} » : une alerte tomberait avant le début, ou ce jour-là`,
        en: `“${labelOf(code).en}”: an alert would fall before the start, or on that day`
      }
    }))

const requiredFieldProblems = ({ required }: Configuration): InputProblem[] =>
  Object.entries(required).flatMap(([command, fields]) => {
    if (!isCommandType(command))
      return [
        {
          field: `required.${command}`,
          code: 'unknown_act',
          message: { fr: `Acte inconnu : ${command}`, en: `Unknown act: ${command}` }
        }
      ]
    const possible = requirable(command)
    return fields
      .filter((field) => !possible.includes(field))
      .map((field) => ({
        field: `required.${command}.${field}`,
        code: 'not_requirable',
        message: {
          fr: `« ${field} » ne peut pas être exigé ici : ce n’est pas un champ facultatif de cet acte`,
          en: `“${field}” cannot be asked for here: it is not an optional field of this act`
        }
      }))
  })

const unknownIndicators = ({ indicators: chosen }: Configuration): InputProblem[] => [
  ...chosen.lists
    .filter((list) => !Object.hasOwn(indicatorLists, list))
    .map((list) => ({
      field: 'indicators.lists',
      code: 'unknown_list',
      message: { fr: `Liste d’indices inconnue : ${list}`, en: `Unknown list of indicators: ${list}` }
    })),
  ...chosen.withdrawn
    .filter((code) => !Object.hasOwn(indicators, code))
    .map((code) => ({
      field: 'indicators.withdrawn',
      code: 'unknown_indicator',
      message: { fr: `Indice inconnu : ${code}`, en: `Unknown indicator: ${code}` }
    }))
]

const noIndicator: InputProblem = {
  field: 'indicators.lists',
  code: 'none',
  message: {
    fr: 'Il faut au moins une liste d’indices : sans indice, personne ne peut être signalé',
    en: 'At least one list of indicators is needed: without any, nobody can be flagged'
  }
}

const dateProblems = ({ effectiveOn }: Configuration): InputProblem[] =>
  isCivilDate(effectiveOn)
    ? []
    : [
        {
          field: 'effectiveOn',
          code: 'not_a_date',
          message: { fr: 'Cette date n’existe pas', en: 'This date does not exist' }
        }
      ]

/** Everything that stands against publishing this version, field by field; nothing when it may be lived under. */
export const problemsOf = (configuration: Configuration): InputProblem[] => [
  ...dateProblems(configuration),
  ...durationProblems(configuration),
  ...alertProblems(configuration),
  ...quorumProblems(configuration),
  ...reasonProblems(configuration),
  ...unknownIndicators(configuration),
  ...(indicatorsOffered(configuration).length === 0 ? [noIndicator] : []),
  ...requiredFieldProblems(configuration)
]

/** A version takes effect on a day to come, or today: never on cases that were opened before anyone knew it. */
export const effectProblems = ({ effectiveOn }: Configuration, today: string): InputProblem[] => {
  if (effectiveOn < today)
    return [
      {
        field: 'effectiveOn',
        code: 'in_past',
        message: {
          fr: 'Une version ne prend pas effet dans le passé',
          en: 'A version does not take effect in the past'
        }
      }
    ]
  return effectiveOn > addDays(today, 731)
    ? [
        {
          field: 'effectiveOn',
          code: 'too_far',
          message: { fr: 'Au plus deux ans à l’avance', en: 'At most two years ahead' }
        }
      ]
    : []
}
