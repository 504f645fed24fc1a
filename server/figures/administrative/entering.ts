import { createHash } from 'node:crypto'
import { subjectOf } from '../../../figures/administrative/figure.ts'
import { measures, sources, units } from '../../../figures/administrative/terms.ts'
import { entersBeside, readsBeside } from '../../../policies/figures/outside.ts'
import { isTerritory } from '../../../workflows/calendar/territories.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { audit } from '../../acts/audit.ts'
import type { Gate } from '../../acts/command-validation.ts'
import { actOnce, type Keyed } from '../../acts/once.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { InvalidInput, NotAllowed, NotFound, type FieldProblem } from '../../errors.ts'
import { problemsOf, readFigures, type EnteredFigure, type FigureLine, type LineProblem } from './lines.ts'
import { ofLabel, placeName } from './read.ts'
import type { BesidePreview } from '../../views/figures/beside.ts'

const mustEnter = ({ actor }: Pick<Keyed, 'actor'>) => {
  if (!readsBeside(actor)) throw new NotFound('no figures of other bodies for this role')
  if (!entersBeside(actor)) throw new NotAllowed('oversight reads and enters nothing')
}

const yearOf = (at: Date) => Number(civilDate(at, 'Europe/Paris').slice(0, 4))

const replace = `update administrative_figure set replaced_at = $3 where subject = $1 and edition = $2 and replaced_at is null`
const insert = `insert into administrative_figure (id, subject, source, measure, year, since, territory, breakdown, value_of, value, unit,
    respondents, edition, link, licence, reading, entered_by, entered_at)
  values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`

const keep = async (tx: Tx, one: EnteredFigure, { by, at }: { by: string; at: Date }) => {
  const subject = subjectOf(one)
  await runQuery(tx, replace, [subject, one.edition, at])
  await runQuery(tx, insert, [
    ...[subject, one.source, one.measure, one.year, one.since ?? null, one.territory ?? null],
    ...[one.breakdown ?? null, one.of ?? null, one.value, one.unit, one.respondents ?? null],
    ...[one.edition, one.link ?? null, one.licence, one.reading, by, at]
  ])
}

type Deed = { action: string; request: object }

const entering = (
  gate: Gate,
  by: Keyed,
  { action, request }: Deed,
  work: (tx: Tx, at: Date) => Promise<string>
) =>
  actOnce(gate, by, { command: action, object: 'figures', aggregate: 'figures', request }, async (tx, at) => {
    mustEnter(by)
    const detail = await work(tx, at)
    await audit(tx, by.actor, at, { chain: 'system', action, object: 'figures', detail })
  })

const territoryProblem = ({ territory }: EnteredFigure): FieldProblem[] =>
  territory === undefined || isTerritory(territory)
    ? []
    : [
        {
          field: 'territory',
          code: 'unknown',
          message: { fr: 'Ce code n’est pas celui d’un département.', en: 'No département has this code.' }
        }
      ]

/** One value of another body, entered by hand; entered again for the same edition, it takes the place of the one before. */
export const enterFigure = (gate: Gate, by: Keyed, figure: EnteredFigure) =>
  entering(gate, by, { action: 'beside.enter', request: figure }, async (tx, at) => {
    const problems = problemsOf(figure, yearOf(at)).map(({ field, fr, en }) => ({
      field,
      code: 'figure',
      message: { fr, en }
    }))
    const all = [...problems, ...territoryProblem(figure)]
    if (all.length > 0) throw new InvalidInput(all)
    await keep(tx, figure, { by: by.actor.personId, at })
    return figure.source
  })

const asFields = (problems: readonly LineProblem[]): FieldProblem[] =>
  problems.map(({ line, column, message }) => ({
    field: `${line}.${column}`,
    code: 'line',
    message: {
      fr: `Ligne ${line}, colonne « ${column} » : ${message.fr}`,
      en: `Line ${line}, column “${column}”: ${message.en}`
    }
  }))

/** All lines of a file or none. */
export const importFigures = (gate: Gate, by: Keyed, text: string) => {
  const digest = createHash('sha256').update(text).digest('hex')
  return entering(gate, by, { action: 'beside.import', request: { digest } }, async (tx, at) => {
    const { lines, problems } = readFigures(text, yearOf(at))
    if (problems.length > 0) throw new InvalidInput(asFields(problems))
    for (const one of lines) await keep(tx, one, { by: by.actor.personId, at })
    return `${lines.length}`
  })
}

const there = `select subject, edition, value from administrative_figure where replaced_at is null and subject = any($1::text[])`
type There = { subject: string; edition: string; value: string }

const doesOf = (one: FigureLine, rows: readonly There[]) => {
  const found = rows.find(({ subject, edition }) => subject === subjectOf(one) && edition === one.edition)
  if (!found) return 'add'
  return Number(found.value) === one.value ? 'none' : 'replace'
}

/** What a file would enter, line by line, and all that stands against it. Nothing is written. */
export const previewFigures = async (
  tx: Tx,
  { actor, locale, now }: Reader,
  text: string
): Promise<BesidePreview> => {
  mustEnter({ actor })
  const { lines, problems } = readFigures(text, yearOf(now))
  const right = problems.length > 0 ? [] : lines
  const rows = right.length > 0 ? await runQuery<There>(tx, there, [right.map(subjectOf)]) : []
  return {
    lines: right.map((one) => ({
      line: one.line,
      sourceLabel: sources[one.source][locale],
      measureLabel: measures[one.measure][locale],
      ofLabel: ofLabel(one, locale),
      territoryName: placeName(one.territory),
      year: one.year,
      value: one.value,
      unitLabel: units[one.unit][locale],
      edition: one.edition,
      does: doesOf(one, rows)
    })),
    problems: problems.map(({ line, column, message }) => ({ line, column, message: message[locale] }))
  }
}
