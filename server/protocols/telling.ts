import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { concernedBy } from '../../workflows/configuration/local/concerned.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { configurationAt } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { tell } from '../outbox/enqueue.ts'
import { longDate } from '../views/words.ts'
import type { ProtocolRow } from './store.ts'

/** Of a protocol: that both sides have signed it, and that it was taken back before its day. */
export const settled = { signed: 1, withdrawn: 2 } as const

const there = `select id from organisation where territory = $1 and status = 'accredited' and type = any($2::text[]) order by id`

/** The institutions of its territory that it concerns hear of it, with the act: whom a convention for minors names as well. */
export const tellConcerned = async (
  tx: Tx,
  { id, body, territory, effectiveOn }: ProtocolRow,
  { seq, at }: { seq: number; at: Date }
): Promise<void> => {
  const today = civilDate(at, zoneOf(territory))
  const national = await configurationAt(tx, effectiveOn > today ? effectiveOn : today)
  const found = await runQuery<{ id: string }>(tx, there, [territory, concernedBy(national, body)])
  const line = { about: 'protocol', id, seq } as const
  await tell(tx, { about: 'protocol', id, to: found.map((one) => one.id), line })
}

const words = {
  signed: { fr: 'Protocole local signé', en: 'Local protocol signed' },
  forMinors: {
    fr: 'Protocole local signé, avec une convention pour les mineurs',
    en: 'Local protocol signed, with a convention for minors'
  },
  withdrawn: {
    fr: 'Protocole local retiré avant son entrée en vigueur',
    en: 'Local protocol withdrawn before it began'
  }
} as const satisfies Record<string, Bilingual>

const from: Bilingual = { fr: 'En vigueur le', en: 'In force on' }

type Row = Pick<ProtocolRow, 'id' | 'name' | 'body' | 'effectiveOn'>
const rowsOf = `select id, name, body, effective_on::text as "effectiveOn" from local_protocol where id = any($1::uuid[])`

/** What a notice of one says, to whoever may read it today. */
export const protocolsTold = async (tx: Tx, ids: readonly string[], { locale }: Reader) => {
  const rows = new Map((await runQuery<Row>(tx, rowsOf, [ids])).map((row) => [row.id, row]))
  return (id: string, seq: number) => {
    const row = rows.get(id)
    if (!row) return null
    const { title, rules } = row.body
    const opens = { what: 'protocol', id: row.name } as const
    if (seq === settled.withdrawn) return { label: `${words.withdrawn[locale]}. ${title}`, opens }
    const said = words[rules.minors ? 'forMinors' : 'signed'][locale]
    return { label: `${said}. ${title}. ${from[locale]} ${longDate(row.effectiveOn, locale)}`, opens }
  }
}
