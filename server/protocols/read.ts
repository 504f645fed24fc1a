import { preparesProtocol, readsProtocol, signatureRefused, signingSide } from '../../policies/protocols.ts'
import { abilityFor } from '../../policies/abilities.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/calendar/territories.ts'
import { changesBetween } from '../../workflows/configuration/changes.ts'
import { effective } from '../../workflows/configuration/local/effective.ts'
import { originsOf, type Layers } from '../../workflows/configuration/local/origins.ts'
import { pinOf } from '../../workflows/configuration/local/pin.ts'
import { departmentOf, placeName, placesOf, whyThere } from '../../workflows/configuration/local/place.ts'
import { partyKinds, signatorySideIds, signatorySides } from '../../workflows/configuration/local/protocol.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { configurationAt, configurationOf, protocolAmong, protocolOf } from '../cases/configuration.ts'
import { inWords } from '../configuration/read.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { discloseCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { pageOf } from '../http/requested.ts'
import type { Locale } from '../locale.ts'
import type { CaseRules, ProtocolLine, ProtocolList, ProtocolView } from '../views/protocols.ts'
import { longDate } from '../views/words.ts'
import { catalogueOver } from './catalogue.ts'
import { namedBefore } from './named.ts'
import { readProtocol, selectProtocols, standsAgainst, todayIn, type ProtocolRow } from './store.ts'

const stateWords = {
  draft: { fr: 'projet', en: 'draft' },
  signed: { fr: 'signé', en: 'signed' },
  withdrawn: { fr: 'retiré', en: 'withdrawn' }
} as const satisfies Record<ProtocolRow['state'], Bilingual>

/** The day on the paper, else that of the last signature given here. */
const signedOn = ({ body, signedAt, place }: ProtocolRow): string | null =>
  signedAt === null ? null : (body.signedOn ?? civilDate(signedAt, zoneOf(departmentOf(place))))

const replaced: Bilingual = { fr: 'remplacé', en: 'replaced' }

/** Signed, begun, and in force no more: another has come after it. */
const isReplaced = (row: ProtocolRow, inForce: string | null, now: Date) =>
  row.state === 'signed' && row.name !== inForce && row.effectiveOn <= todayIn(row.place, now)

export const lineOf = (
  row: ProtocolRow,
  inForce: string | null,
  { locale, now }: Pick<Reader, 'locale' | 'now'>
): ProtocolLine => ({
  name: row.name,
  place: row.place,
  placeName: placeName(row.place)[locale],
  territory: row.territory,
  title: row.body.title,
  state: row.state,
  stateLabel: (isReplaced(row, inForce, now) ? replaced : stateWords[row.state])[locale],
  inForce: row.name === inForce,
  effectiveOn: row.effectiveOn,
  signedOn: signedOn(row),
  revision: row.revision
})

const sources = (layers: Layers, signed: string | null, locale: Locale) => {
  const on = signed === null ? null : longDate(signed, locale)
  const local = {
    fr: `protocole ${layers.local?.name ?? ''}, ${on === null ? 'non signé' : `signé le ${on}`}`,
    en: `protocol ${layers.local?.name ?? ''}, ${on === null ? 'not signed' : `signed on ${on}`}`
  }
  const { version } = layers.national
  return {
    local: local[locale],
    national: { fr: `version nationale ${version}`, en: `national version ${version}` }[locale]
  }
}

const rulesOf = (layers: Layers, signed: string | null, locale: Locale) => {
  const said = sources(layers, signed, locale)
  return originsOf(layers).map(({ rule, label, value, from, national }) => ({
    ...{ rule, label: label[locale], value: value[locale], from },
    ...{ source: said[from], national: national && national[locale] }
  }))
}

const isRead = ({ place, signedAt }: ProtocolRow, { actor }: Reader) =>
  readsProtocol(actor, { place, signed: signedAt !== null })

const listSize = 25
const listing = `${selectProtocols} where p.name > $1 and ($2::text is null or p.territory = $2) order by p.name limit ${listSize + 1}`
const there = `select distinct territory as code from local_protocol order by territory`

const inForceAmong = async (tx: Tx, rows: readonly ProtocolRow[], now: Date) => {
  const places = [...new Set(rows.map((row) => row.place))]
  const found = new Map<string, string | null>()
  for (const place of places) found.set(place, await protocolAmong(tx, placesOf(place), todayIn(place, now)))
  return found
}

const territoryName = (code: string) => (isTerritory(code) ? territory(code).name : code)

/** Signed protocols, and the drafts of where the reader prepares or signs them, place by place. */
export const listProtocols = async (
  tx: Tx,
  { territory: of, cursor }: { territory?: string | undefined; cursor?: string | undefined },
  reader: Reader
): Promise<Omit<ProtocolList, 'awaitsYou'>> => {
  const { actor, locale, now } = reader
  const after = cursor === undefined ? '' : decodeCursor(cursor, ['name'])[0]!
  const rows = (await runQuery<ProtocolRow>(tx, listing, [after, of ?? null])).filter((row) =>
    isRead(row, reader)
  )
  const { page, last } = pageOf(rows, listSize)
  const inForce = await inForceAmong(tx, page, now)
  const territories = await runQuery<{ code: string }>(tx, there, [])
  return {
    items: page.map((row) => lineOf(row, inForce.get(row.place) ?? null, { locale, now })),
    next: last && encodeCursor([last.name]),
    prepares: actor.territory !== null && preparesProtocol(actor, actor.territory) ? actor.territory : null,
    territories: territories.map(({ code }) => ({ code, label: `${code} ${territoryName(code)}` }))
  }
}

const may = (refused: Bilingual | null, locale: Locale) => ({
  enabled: refused === null,
  reason: refused?.[locale] ?? null
})

const notYours: Bilingual = {
  fr: 'Le secrétariat de la cellule du territoire prépare, la préfecture et le parquet du territoire signent.',
  en: 'The secretariat of the territory’s cell prepares, the prefecture and the public prosecutor of the territory sign.'
}
const settled: Bilingual = {
  fr: 'Ce protocole n’est plus un projet.',
  en: 'This protocol is no longer a draft.'
}
const halfSigned: Bilingual = {
  fr: 'Un côté a déjà signé ce texte.',
  en: 'One side has signed this text already.'
}
const begun: Bilingual = { fr: 'Ce protocole est déjà en vigueur.', en: 'This protocol is already in force.' }

export const mayDo = (row: ProtocolRow, { actor, locale, now }: Reader): ProtocolView['may'] => {
  const [prepares, side] = [preparesProtocol(actor, row.place), signingSide(actor, row.place)]
  const drafted = row.state === 'draft' ? null : settled
  const over =
    row.state === 'withdrawn'
      ? settled
      : row.state === 'signed' && row.effectiveOn <= todayIn(row.place, now)
        ? begun
        : null
  const signing = side && signatureRefused(row, { personId: actor.personId, side })
  return {
    edit: may(prepares ? (drafted ?? (row.given.length > 0 ? halfSigned : null)) : notYours, locale),
    sign: may(side ? (drafted ?? signing) : notYours, locale),
    withdraw: may(prepares ? over : notYours, locale),
    move: row.state === 'signed' && abilityFor(actor).can('read', 'Configuration')
  }
}

const signaturesOf = ({ given }: ProtocolRow, locale: Locale) =>
  signatorySideIds.map((side) => {
    const one = given.find((signature) => signature.side === side)
    return {
      side,
      label: signatorySides[side][locale],
      organisation: one?.organisation ?? null,
      at: one ? new Date(one.at).toISOString() : null
    }
  })

const before = `select name from local_protocol where place = any($1) and name <> $2 and state = 'signed' and effective_on <= $3
  order by array_position($1, place), effective_on desc, signed_at desc limit 1`

/** One protocol: its text, who signed, each rule with where it comes from, and what it changes. @throws NotFound */
export const viewProtocol = async (tx: Tx, name: string, reader: Reader): Promise<ProtocolView> => {
  const row = await readProtocol(tx, name)
  if (!isRead(row, reader)) throw new NotFound('a draft of somewhere else')
  const { locale, now } = reader
  const today = todayIn(row.place, now)
  const first = row.effectiveOn > today ? row.effectiveOn : today
  const national = await configurationAt(tx, first)
  const [since] = await runQuery<{ name: string }>(tx, before, [placesOf(row.place), name, first])
  const earlier = since ? await protocolOf(tx, since.name) : null
  const doing = mayDo(row, reader)
  const line = lineOf(row, await protocolAmong(tx, placesOf(row.place), today), reader)
  return {
    ...line,
    body: row.body as ProtocolView['body'],
    parties: row.body.parties.map(({ kind, name: named }) => ({
      kind: partyKinds[kind][locale],
      name: named
    })),
    version: national.version,
    rules: rulesOf({ national, local: row.body }, signedOn(row), locale),
    changes: changesBetween(effective(national, earlier), effective(national, row.body)).map(
      (one) => one[locale]
    ),
    since: since?.name ?? null,
    problems: row.state === 'draft' ? inWords(await standsAgainst(tx, row.body, now), locale) : [],
    signatures: signaturesOf(row, locale),
    may: doing,
    named: line.inForce ? await namedBefore(tx, row, reader) : [],
    catalogue: doing.edit.enabled ? catalogueOver(national, locale) : null
  }
}

const untold: Bilingual = {
  fr: 'D’où la personne est venue ne vous est pas dit : un protocole du lieu où la personne a été rencontrée peut régler autrement les délais et les motifs.',
  en: 'Whence the person came is not told to you: a protocol of the place where the person was met may set other delays and reasons.'
}

/**
 * Under what a case stands, rule by rule. Its protocol names where the person was met: whoever may not know of it is told the
 * national version alone, and that there may be more, in every case alike. @throws NotFound for whoever may not see the case.
 */
export const rulesOfCase = async (tx: Tx, id: string, reader: Reader): Promise<CaseRules> => {
  const { configVersion, origin } = await discloseCase(tx, id, reader, { holds: () => true })
  const pin = pinOf(configVersion)
  const national = await configurationOf(tx, pin.national)
  const row = pin.local === null ? null : await readProtocol(tx, pin.local)
  const local = row && (await protocolOf(tx, row.name))
  const { locale, now } = reader
  const inForce = row && (await protocolAmong(tx, placesOf(row.place), todayIn(row.place, now)))
  return {
    version: pin.national,
    protocol: row && lineOf(row, inForce, reader),
    why: row && whyThere(row.place)[locale],
    rules: rulesOf({ national, local }, row && signedOn(row), locale),
    untold: origin ? null : untold[locale]
  }
}
