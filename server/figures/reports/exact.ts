import { reports } from '../../../figures/reports/reports.ts'
import type { ReportId } from '../../../figures/reports/ids.ts'
import { entersBeside, readsBeside } from '../../../policies/figures/outside.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { audit } from '../../acts/audit.ts'
import type { Gate } from '../../acts/command-validation.ts'
import { actOnce, type Keyed } from '../../acts/once.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotAllowed, NotFound, RuleRefused, wrongField } from '../../errors.ts'
import type { Locale } from '../../locale.ts'
import { alone } from '../releases/store.ts'
import type { ExactExport, ExactExportList } from '../../views/figures/reports.ts'

type State = ExactExport['state']
export type ExactRow = {
  id: string
  report: ReportId
  year: number
  purpose: string
  askedBy: string
  askedByName: string
  askedAt: Date
  state: State
  settledByName: string | null
  settledAt: Date | null
}

const day = 24 * 3_600_000
/** How many days a request waits for a second person, and how many what was allowed stays open. PostgreSQL holds the same. */
export const waitsFor = 14
const openFor = 1

const columns = `e.id, e.report, e.year, e.purpose, e.asked_by as "askedBy", asking.display_name as "askedByName", e.asked_at as "askedAt",
  e.state, settling.display_name as "settledByName", e.settled_at as "settledAt"`
const from = `from exact_export e join person asking on asking.id = e.asked_by left join person settling on settling.id = e.settled_by`

const states: Record<State, Bilingual> = {
  waiting: { fr: 'attend une seconde personne', en: 'waits for a second person' },
  allowed: { fr: 'permis', en: 'allowed' },
  refused: { fr: 'refusé', en: 'refused' },
  withdrawn: { fr: 'retiré', en: 'taken back' },
  lapsed: {
    fr: `échu : sans réponse en ${waitsFor} jours`,
    en: `lapsed: no answer within ${waitsFor} days`
  }
}

/** Nobody answers any more what has waited too long. */
const stateOf = ({ state, askedAt }: Pick<ExactRow, 'state' | 'askedAt'>, now: Date): State =>
  state === 'waiting' && now.getTime() >= askedAt.getTime() + waitsFor * day ? 'lapsed' : state

export const openUntil = ({ state, settledAt }: Pick<ExactRow, 'state' | 'settledAt'>): Date | null =>
  state === 'allowed' && settledAt ? new Date(settledAt.getTime() + openFor * day) : null

const paris = (at: Date) => civilDate(at, 'Europe/Paris')

const lineOf = (row: ExactRow, { actor, locale, now }: Reader): ExactExport => {
  const until = openUntil(row)
  const own = row.askedBy === actor.personId
  const open = until !== null && now < until
  const state = stateOf(row, now)
  const waits = state === 'waiting' && entersBeside(actor)
  return {
    id: row.id,
    report: row.report,
    title: reports[row.report].title[locale],
    year: row.year,
    purpose: row.purpose,
    askedBy: row.askedByName,
    askedOn: paris(row.askedAt),
    state,
    stateLabel: states[state][locale],
    settledBy: row.settledByName,
    openUntil: open ? until.toISOString() : null,
    may: { settle: waits && !own, withdraw: waits && own, take: open && own && entersBeside(actor) }
  }
}

const reportChoices = (locale: Locale) =>
  Object.values(reports).map(({ id, title }) => ({ code: id, label: title[locale] }))

/** What was asked for and what became of it. @throws NotFound for whoever does not read the nation's figures. */
export const listExact = async (tx: Tx, reader: Reader): Promise<ExactExportList> => {
  const { actor, locale, now } = reader
  if (!readsBeside(actor)) throw new NotFound('no exact exports for this role')
  const rows = await runQuery<ExactRow>(
    tx,
    `select ${columns} ${from} order by e.asked_at desc limit 200`,
    []
  )
  return {
    items: rows.map((row) => lineOf(row, reader)),
    asks: entersBeside(actor),
    reports: reportChoices(locale),
    thisYear: Number(paris(now).slice(0, 4))
  }
}

type Deed = { action: string; id?: string; request: object }

const settling = (
  gate: Gate,
  by: Keyed,
  { action, id, request }: Deed,
  work: (tx: Tx, at: Date, id: string) => Promise<string>
) =>
  actOnce(
    gate,
    by,
    { command: action, object: 'exact_export', aggregate: 'exact_export', ...(id && { id }), request },
    async (tx, at, made) => {
      if (!readsBeside(by.actor)) throw new NotFound('no exact exports for this role')
      if (!entersBeside(by.actor)) throw new NotAllowed('oversight reads and sends nothing')
      const detail = await work(tx, at, made)
      await audit(tx, by.actor, at, { chain: 'system', action, object: `exact_export:${made}`, detail })
    }
  )

const insert = `insert into exact_export (id, report, year, purpose, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)`
/** What lapsed is taken back by the one who asked for it, who then may ask anew. */
const letLapse = `update exact_export set state = 'withdrawn', settled_by = asked_by, settled_at = $2
  where asked_by = $1 and state = 'waiting' and asked_at <= $2::timestamptz - make_interval(days => $3::int)`
export type AskedExact = { report: ReportId; year: number; purpose: string }

/** Exact numbers are asked for with a purpose, and nothing is open before another person has allowed it. */
export const askExact = (gate: Gate, by: Keyed, asked: AskedExact) =>
  settling(gate, by, { action: 'exact.ask', request: asked }, async (tx, at, id) => {
    const purpose = asked.purpose.trim()
    if (purpose.length < 10)
      throw wrongField('purpose', 'too_short', {
        fr: 'Dites à qui ces nombres sont envoyés et pour quelle collecte.',
        en: 'Say to whom these numbers are sent and for which collection.'
      })
    if (asked.year >= Number(paris(at).slice(0, 4)))
      throw wrongField('year', 'future', {
        fr: 'Cette année n’est pas finie : ses nombres exacts se demandent quand elle l’est.',
        en: 'That year is not over: its exact numbers are asked for once it is.'
      })
    await runQuery(tx, letLapse, [by.actor.personId, at, waitsFor])
    const same = await runQuery(
      tx,
      `select from exact_export where report = $1 and year = $2 and asked_by = $3 and state = 'waiting'`,
      [asked.report, asked.year, by.actor.personId]
    )
    if (same.length > 0)
      throw new RuleRefused('asked already', {
        fr: 'Vous l’avez déjà demandé : une autre personne doit répondre.',
        en: 'You have asked for it already: another person must answer.'
      })
    await runQuery(tx, insert, [id, asked.report, asked.year, purpose, by.actor.personId, at])
    return `${asked.report},${asked.year}`
  })

/** @throws NotFound */
export const exactOf = async (tx: Tx, id: string, lock = false): Promise<ExactRow> => {
  if (lock) await runQuery(tx, 'select from exact_export where id = $1 for update', [id])
  const [row] = await runQuery<ExactRow>(tx, `select ${columns} ${from} where e.id = $1`, [id])
  if (!row) throw new NotFound('no such export')
  return row
}

/** Which reports of the same year were allowed before this one, in their order: whoever reads it may hold them. */
export const leftBefore = async (
  tx: Tx,
  { id, year, settledAt }: Pick<ExactRow, 'id' | 'year' | 'settledAt'>
): Promise<ReportId[]> => {
  const rows = await runQuery<Pick<ExactRow, 'report'>>(
    tx,
    `select report from exact_export where year = $1 and state = 'allowed' and (settled_at, id) < ($2, $3) order by settled_at, id`,
    [year, settledAt, id]
  )
  return rows.map(({ report }) => report)
}

const answers = { allow: 'allowed', refuse: 'refused', withdraw: 'withdrawn' } as const
export type Answering = keyof typeof answers
export const answerings = Object.keys(answers) as Answering[]

const refusedBecause = (
  row: ExactRow,
  how: Answering,
  { personId, at }: { personId: string; at: Date }
): Bilingual | null => {
  const state = stateOf(row, at)
  if (state === 'lapsed')
    return {
      fr: `Cette demande a attendu plus de ${waitsFor} jours : elle est à refaire.`,
      en: `This request has waited for more than ${waitsFor} days: it must be made anew.`
    }
  if (state !== 'waiting')
    return { fr: 'Cette demande a déjà reçu sa réponse.', en: 'This request has been answered already.' }
  const own = row.askedBy === personId
  if (how === 'withdraw')
    return own
      ? null
      : {
          fr: 'La personne qui a demandé peut retirer sa demande.',
          en: 'Only the person who asked may take it back.'
        }
  return own
    ? {
        fr: 'La demande est la vôtre : une autre personne doit y répondre.',
        en: 'The request is yours: another person must answer it.'
      }
    : null
}

const settle = `update exact_export set state = $2, settled_by = $3, settled_at = $4 where id = $1 and state = 'waiting'`

/** The second person allows or refuses; the first may take back what waits. What is allowed PostgreSQL counts at that moment, once. */
export const settleExact = (gate: Gate, by: Keyed, { id, how }: { id: string; how: Answering }) =>
  settling(gate, by, { action: `exact.${how}`, id, request: { id, how } }, async (tx, at) => {
    // Nothing leaves while a release is published: each is held against what the other has let out.
    await alone(tx)
    const row = await exactOf(tx, id, true)
    const why = refusedBecause(row, how, { personId: by.actor.personId, at })
    if (why) throw new RuleRefused('two people', why)
    await runQuery(tx, settle, [id, answers[how], by.actor.personId, at])
    return `${row.report},${row.year}`
  })
