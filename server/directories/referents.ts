import { keepsReferentsOf, readsReferents, verifiedMonths } from '../../policies/organisations/directories.ts'
import { addMonths, civilDate } from '../../workflows/calendar/calendar.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotAllowed, NotFound, wrongField } from '../errors.ts'
import type { ReferentList } from '../views/organisations/directories.ts'

type Court = { id: string; name: string; territory: string }
type Row = {
  id: string
  courtId: string
  court: string
  territory: string
  name: string
  service: string
  contact: string
  verifiedOn: string
  verifier: string
}

// An interregional court is spoken to from everywhere.
const listed = `select r.id, r.court_id as "courtId", o.name as court, o.territory, r.name, r.service, r.contact,
  r.verified_on::text as "verifiedOn", who.display_name || ' · ' || own.name as verifier
  from court_referent r join organisation o on o.id = r.court_id join organisation own on own.id = r.verified_org
    join person who on who.id = r.verified_by
  where r.removed_at is null and o.status = 'accredited' and ($1::text is null or o.territory = $1 or o.type = 'jirs')
  order by o.type, o.name, r.name, r.id limit 1000`
const courts = `select id, name, territory from organisation where type in ('prosecution', 'jirs') and status = 'accredited'
  and territory is not null order by type, name limit 400`

/** Whom to speak to in the prosecutions of a territory, and in every JIRS. @throws NotFound for who refers to none. */
export const listReferents = async (
  tx: Tx,
  { actor, now }: Reader,
  { territory }: { territory?: string | undefined }
): Promise<ReferentList> => {
  if (!readsReferents(actor)) throw new NotFound('no directory of referents for this reader')
  const [rows, all] = await settleAll([
    runQuery<Row>(tx, listed, [territory ?? null]),
    runQuery<Court>(tx, courts, [])
  ])
  const staleBefore = addMonths(civilDate(now, 'Europe/Paris'), -verifiedMonths)
  return {
    items: rows.map(({ courtId, court, territory: place, verifier, ...row }) => ({
      ...row,
      court: { id: courtId, name: court, territory: place },
      verifiedBy: verifier,
      stale: row.verifiedOn < staleBefore,
      mayKeep: keepsReferentsOf(actor, courtId)
    })),
    territories: territories.map(({ code, name }) => ({ code, label: `${name} (${code})` })),
    keeps: all.filter(({ id }) => keepsReferentsOf(actor, id))
  }
}

export type Described = { name: string; service: string; contact: string }

const required = { fr: 'À dire', en: 'To be said' }
const trimmed = ({ name, service, contact }: Described): Described => {
  const each = { name: name.trim(), service: service.trim(), contact: contact.trim() }
  for (const [field, value] of Object.entries(each))
    if (value === '') throw wrongField(field, 'required', required)
  return each
}

type Deed = { action: string; id?: string; request: object }

/** To who reads no directory there is none; to who keeps others, a refusal. */
const keeping = (
  gate: Gate,
  by: Keyed,
  deed: Deed,
  work: (tx: Tx, today: string, id: string) => Promise<void>
) =>
  acting(gate, by, { ...deed, aggregate: 'court_referent' }, async (tx, at, id) => {
    if (!readsReferents(by.actor)) throw new NotFound('no directory of referents for this reader')
    await work(tx, civilDate(at, 'Europe/Paris'), id)
  })

const mustKeep = ({ actor }: Keyed, courtId: string) => {
  if (!keepsReferentsOf(actor, courtId)) throw new NotAllowed('the contacts of another court')
}

const add = `insert into court_referent (id, court_id, name, service, contact, verified_on, verified_by, verified_org)
  select $1, id, $3, $4, $5, $6, $7, $8 from organisation
  where id = $2 and type in ('prosecution', 'jirs') and status = 'accredited' returning id`

export const addReferent = (gate: Gate, by: Keyed, { courtId, ...typed }: Described & { courtId: string }) =>
  keeping(gate, by, { action: 'referent.add', request: { courtId, ...typed } }, async (tx, today, id) => {
    mustKeep(by, courtId)
    const { name, service, contact } = trimmed(typed)
    const { personId, orgId } = by.actor
    const done = await runQuery(tx, add, [id, courtId, name, service, contact, today, personId, orgId])
    if (done.length === 0)
      throw wrongField('courtId', 'unknown', {
        fr: 'Choisissez un parquet ou une JIRS',
        en: 'Choose a prosecution or a JIRS'
      })
  })

const courtOf = `select court_id as "courtId" from court_referent where id = $1 and removed_at is null`

/** @throws NotFound where it is gone, or was never there. */
const mustKeepOne = async (tx: Tx, by: Keyed, id: string) => {
  const [row] = await runQuery<{ courtId: string }>(tx, courtOf, [id])
  if (!row) throw new NotFound('no such referent')
  mustKeep(by, row.courtId)
}

const change = `update court_referent set name = $2, service = $3, contact = $4, verified_on = $5, verified_by = $6, verified_org = $7
  where id = $1`

/** Whoever writes it down has verified it, on that day. */
export const verifyReferent = (gate: Gate, by: Keyed, id: string, typed: Described) =>
  keeping(gate, by, { action: 'referent.verify', id, request: { id, ...typed } }, async (tx, today) => {
    await mustKeepOne(tx, by, id)
    const { name, service, contact } = trimmed(typed)
    const { personId, orgId } = by.actor
    await runQuery(tx, change, [id, name, service, contact, today, personId, orgId])
  })

const remove = `update court_referent set removed_at = wall_clock(), verified_by = $2, verified_org = $3 where id = $1`

export const removeReferent = (gate: Gate, by: Keyed, id: string) =>
  keeping(gate, by, { action: 'referent.remove', id, request: { id } }, async (tx) => {
    await mustKeepOne(tx, by, id)
    await runQuery(tx, remove, [id, by.actor.personId, by.actor.orgId])
  })
