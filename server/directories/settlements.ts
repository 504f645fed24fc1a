import { saysAddress } from '../../policies/organisations/address.ts'
import {
  keepsSettlements,
  readsSettlements,
  settlementKinds,
  type SettlementKind
} from '../../policies/organisations/settlements.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotAllowed, NotFound, wrongField } from '../errors.ts'
import type { SettlementList } from '../views/organisations/directories.ts'

type Row = {
  id: string
  label: string
  kind: SettlementKind
  commune: string
  territory: string
  open: boolean
}

const own = `select id, label, kind, commune, territory, closed_at is null as open from settlement where org_id = $1
  order by closed_at is not null, territory, label, id limit 500`

/** The settlements where the reader's own organisation mediates, those that it closed last. @throws NotFound for all others. */
export const listSettlements = async (tx: Tx, { actor, locale }: Reader): Promise<SettlementList> => {
  if (!readsSettlements(actor)) throw new NotFound('no settlements for this reader')
  const rows = await runQuery<Row>(tx, own, [actor.orgId])
  return {
    items: rows.map((row) => ({ ...row, kindLabel: settlementKinds[row.kind][locale] })),
    keeper: actor.orgName,
    keeps: keepsSettlements(actor),
    kinds: Object.entries(settlementKinds).map(([code, words]) => ({ code, label: words[locale] })),
    territories: territories.map(({ code, name }) => ({ code, label: `${name} (${code})` }))
  }
}

type Deed = { action: string; id?: string; request: object }

/** To who mediates nowhere there is no register; to a colleague who does not keep it, a refusal. */
const keeping = (gate: Gate, by: Keyed, deed: Deed, work: (tx: Tx, at: Date, id: string) => Promise<void>) =>
  acting(gate, by, { ...deed, aggregate: 'settlement' }, async (tx, at, id) => {
    if (!readsSettlements(by.actor)) throw new NotFound('no settlements for this reader')
    if (!keepsSettlements(by.actor)) throw new NotAllowed('who manages access keeps the settlements')
    await work(tx, at, id)
  })

const required = { fr: 'À dire', en: 'To be said' }
const address = {
  fr: 'Donnez le nom que les équipes lui donnent, sans adresse ni coordonnées.',
  en: 'Give the name that teams use, without address or coordinates.'
}

const named = (field: 'label' | 'commune', typed: string): string => {
  const words = typed.trim()
  if (words === '') throw wrongField(field, 'required', required)
  if (saysAddress(words)) throw wrongField(field, 'address', address)
  return words
}

export type Described = { label: string; kind: SettlementKind; commune: string; territory: string }

const add = `insert into settlement (id, org_id, label, kind, commune, territory, added_by, added_at)
  select $1, $2, $3, $4, $5, $6, $7, $8 where not exists (
    select from settlement where org_id = $2 and territory = $6 and lower(label) = lower($3) and closed_at is null) returning id`

export const addSettlement = (gate: Gate, by: Keyed, typed: Described) =>
  keeping(gate, by, { action: 'settlement.add', request: typed }, async (tx, at, id) => {
    const [label, commune] = [named('label', typed.label), named('commune', typed.commune)]
    const { orgId, personId } = by.actor
    const made = await runQuery(tx, add, [
      id,
      orgId,
      label,
      typed.kind,
      commune,
      typed.territory,
      personId,
      at
    ])
    if (made.length === 0)
      throw wrongField('label', 'taken', {
        fr: 'Un lieu ouvert de ce département porte déjà ce nom.',
        en: 'An open settlement of this département already has this name.'
      })
  })

const close = `update settlement set closed_at = $3, closed_by = $4 where id = $1 and org_id = $2 and closed_at is null returning id`

/** Nobody flags from it any more; flags that named it keep the words that they said. @throws NotFound where it is closed, or another's. */
export const closeSettlement = (gate: Gate, by: Keyed, id: string) =>
  keeping(gate, by, { action: 'settlement.close', id, request: { id } }, async (tx, at) => {
    const done = await runQuery(tx, close, [id, by.actor.orgId, at, by.actor.personId])
    if (done.length === 0) throw new NotFound('no such open settlement')
  })
