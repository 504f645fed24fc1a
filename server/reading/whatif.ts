import { Type, type Static } from 'typebox'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { whatIf } from '../../workflows/deadlines/whatif.ts'
import { pinOf, pinPattern } from '../../workflows/configuration/local/pin.ts'
import {
  deadlineCodes,
  deadlineRegister,
  explain,
  groundsOf,
  type Deadline,
  type DeadlineCode
} from '../../workflows/deadlines/deadlines.ts'
import { isOfADay } from '../../workflows/deadlines/doubting.ts'
import { doubts, type Doubted } from '../../workflows/deadlines/doubts.ts'
import { doubtsAbout } from '../../workflows/deadlines/counted/doubtable.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { territories, territoryCodes, zoneOf } from '../../workflows/calendar/territories.ts'
import type { Reader } from '../disclosure/reader.ts'
import { configurationAt, configurationOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { hoursOf, legalView } from '../deadlines/view.ts'
import { wrongField } from '../errors.ts'
import type { WhatIfView } from '../views/whatif.ts'
import { oneOf } from '../views/shapes.ts'
import { basesOf } from '../views/words.ts'

export const whatIfQuery = closed({
  code: Type.Optional(oneOf(...deadlineCodes)),
  startsOn: Type.Optional(Type.String({ format: 'date' })),
  territory: Type.Optional(Type.String({ enum: [...territoryCodes] })),
  version: Type.Optional(Type.String({ pattern: pinPattern })),
  suspendedDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  doubts: Type.Optional(
    Type.String({
      pattern: '^[a-zA-Z]+(,[a-zA-Z]+)*$',
      maxLength: 400,
      description:
        'What may give more than the safe day, of the doubts that the clock can have, with commas between them'
    })
  ),
  otherDay: Type.Optional(
    Type.String({ format: 'date', description: 'The other day, of the doubts that count from one' })
  )
})

type Asked = Static<typeof whatIfQuery>

const published = `select version from config_version where state = 'published' order by effective_on desc, version desc`

const unknownVersion = () =>
  wrongField('version', 'unknown', {
    fr: 'Cette version n’est pas publiée',
    en: 'This version is not published'
  })

const signed = `select from local_protocol where name = $1 and signed_at is not null`

const configFor = async (tx: Tx, { version, startsOn }: Asked, versions: readonly string[]) => {
  if (version === undefined) return configurationAt(tx, startsOn!)
  const { national, local } = pinOf(version)
  const known = local === null || (await runQuery(tx, signed, [local])).length > 0
  if (!known || !versions.includes(national)) throw unknownVersion()
  return configurationOf(tx, version)
}

const dayMissing = () =>
  wrongField('otherDay', 'required', {
    fr: 'Indiquez l’autre date : ce doute compte à partir d’elle',
    en: 'Give the other date: this doubt counts from it'
  })

const notOfClock = () =>
  wrongField('doubts', 'unknown', {
    fr: 'Ce délai ne connaît pas ce doute',
    en: 'This clock does not have this doubt'
  })

/** What is supposed to leave the end in law in doubt. */
const doubtsIn = (code: DeadlineCode, { doubts: said, otherDay }: Asked): Doubted[] =>
  (said?.split(',') ?? []).map((asked) => {
    const id = doubtsAbout(code).find((one) => one === asked)
    if (id === undefined) throw notOfClock()
    if (!isOfADay(id)) return { id }
    if (otherDay === undefined) throw dayMissing()
    return { id, from: otherDay }
  })

const resultOf = (deadline: Deadline, territory: string, { locale, now }: Reader) => {
  const { code, startsOn, dueOn, dueAt, configVersion, steps, computation } = deadline
  const row = deadlineRegister[code]
  const zone = zoneOf(territory)
  return {
    code,
    label: row.label[locale],
    runsFrom: row.startsOn[locale],
    startsOn,
    dueOn,
    dueAt,
    legalEnd: legalView(
      { code, computation, dueAt: new Date(dueAt), state: 'running' },
      { territory, now, locale }
    ),
    hours: hoursOf(deadline),
    version: configVersion,
    computation: explain(deadline, locale),
    alerts: steps.flatMap((step) =>
      step.kind === 'alert' ? [{ on: civilDate(step.at, zone), daysBefore: step.daysBefore }] : []
    ),
    basis: basesOf(groundsOf(row, startsOn), civilDate(now, zone), locale)
  }
}

const beyondTables = (field: 'startsOn' | 'otherDay') =>
  wrongField(field, 'out_of_range', {
    fr: 'Choisissez une date entre 1990 et 2100',
    en: 'Choose a date between 1990 and 2100'
  })

/** What a clock would say from another day, elsewhere or under another version: for anyone who has signed in. */
export const suppose = async (tx: Tx, reader: Reader, asked: Asked): Promise<WhatIfView> => {
  for (const field of ['startsOn', 'otherDay'] as const)
    if (asked[field] && (asked[field] < '1990' || asked[field] >= '2101')) throw beyondTables(field)
  const versions = (await runQuery<{ version: string }>(tx, published, [])).map(({ version }) => version)
  const { code, startsOn, territory, suspendedDays = 0 } = asked
  const counted =
    code && startsOn && territory
      ? whatIf(
          { code, startsOn, territory, config: await configFor(tx, asked, versions) },
          { suspendedDays, doubts: doubtsIn(code, asked) }
        )
      : null
  return {
    choices: {
      clocks: deadlineCodes.map((id) => ({ id, label: deadlineRegister[id].label[reader.locale] })),
      territories: territories.map(({ code: id, name }) => ({ id, label: `${id} ${name}` })),
      versions,
      doubts: (code ? doubtsAbout(code) : []).map((id) => ({
        id,
        label: doubts[id].says[reader.locale],
        ofDay: isOfADay(id)
      }))
    },
    result: counted && resultOf(counted, territory!, reader)
  }
}
