import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { soundsOf } from '../../workflows/case/duplicates.ts'
import { audit } from '../acts/audit.ts'
import { readCode, readHalf, readReference, showCode } from '../cases/code.ts'
import type { Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Keys } from '../keys.ts'
import { listCases } from '../reading/list.ts'
import { mostFound, type Found } from '../views/worklist.ts'
import { casesNamed, type Named } from './named.ts'
import { referralsReferenced } from './referenced.ts'
import { kindsSought, traceSearch, type Kind } from '../acts/searched.ts'

/** What the form of the words leaves open that they are: four letters are half of a code and a name as well. */
const mayBe: Record<Kind, (typed: string) => boolean> = {
  code: (typed) => (readCode(typed) ?? readHalf(typed)) !== null,
  referral: (typed) => readReference(typed) !== null,
  name: (typed) => !/\d/.test(typed) && soundsOf(typed).length > 0
}

const codeOf = async (tx: Tx, typed: string, reader: Reader): Promise<Found['cases']> => {
  const { items } = await listCases(tx, { view: 'all', limit: mostFound, q: typed }, reader)
  return items.map(({ id, code, openedOn }) => ({ id, code, openedOn, because: null }))
}

const namedOf = ({ id, code, openedAt, territory, because }: Named): Found['cases'][number] => ({
  ...{ id, code: showCode(code), because },
  openedOn: civilDate(openedAt, zoneOf(territory))
})

/** Whoever is found by their name has been read of: as the opening of their identity is. In one order by everyone, or two would wait for each other's chain. */
const traceNamed = async (tx: Tx, shown: readonly Named[], { actor, now }: Reader) => {
  for (const id of shown.map(({ id }) => id).sort())
    await audit(tx, actor, now, {
      ...{ chain: `case:${id}`, action: 'read', object: `case:${id}`, detail: 'search' }
    })
}

/**
 * What a reader finds by a code, a reference or a name. A name finds those cases only whose identity they may open: of others no count and
 * no word, as if there were none.
 */
export const search = async (tx: Tx, keys: Keys, typed: string, reader: Reader): Promise<Found> => {
  const kinds = kindsSought.filter((kind) => mayBe[kind](typed))
  const byCode = kinds.includes('code') ? await codeOf(tx, typed, reader) : []
  const referrals = kinds.includes('referral') ? await referralsReferenced(tx, typed, reader) : []
  const named = kinds.includes('name') ? await casesNamed(tx, keys, typed, reader) : []
  const known = new Set(byCode.map(({ id }) => id))
  const others = named.filter(({ id }) => !known.has(id))
  const shown = others.slice(0, mostFound - byCode.length)
  await traceNamed(tx, shown, reader)
  const found = { code: byCode.length > 0, referral: referrals.length > 0, name: named.length > 0 }
  // Said of every full list: of who is not shown nothing is said, since nothing is traced.
  const further = byCode.length + shown.length === mostFound
  await traceSearch(tx, reader, Object.fromEntries(kinds.map((kind) => [kind, found[kind]])))
  return { cases: [...byCode, ...shown.map(namedOf)], further, referrals }
}
