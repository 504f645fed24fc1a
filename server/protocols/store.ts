import { preparesProtocol, signatureRefused, signingSide } from '../../policies/protocols.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { departmentOf } from '../../workflows/configuration/local/place.ts'
import type { Institutions } from '../../workflows/configuration/problems.cell.ts'
import { signingProblems } from '../../workflows/configuration/local/problems.ts'
import type { LocalProtocol, SignatorySide } from '../../workflows/configuration/local/protocol.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { configurationAt } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { localProtocols } from '../db/schema/schema.ts'
import { InvalidInput, NotAllowed, NotFound, RuleRefused, VersionConflict, wrongField } from '../errors.ts'
import { amongCourts } from './courts.ts'
import { settled, tellConcerned } from './telling.ts'

export type Signature = { side: SignatorySide; personId: string; organisation: string; at: string }
export type ProtocolRow = typeof localProtocols.$inferSelect & {
  state: 'draft' | 'signed' | 'withdrawn'
  given: Signature[]
}

export const selectProtocols = `select p.id, p.name, p.place, p.territory, p.state, p.effective_on::text as "effectiveOn", p.body, p.revision,
  p.based_on as "basedOn", p.created_by as "createdBy", p.org_id as "orgId", p.writers, p.created_at as "createdAt", p.signed_at as "signedAt",
  p.withdrawn_by as "withdrawnBy", p.withdrawn_at as "withdrawnAt",
  coalesce((select jsonb_agg(jsonb_build_object('side', s.side, 'personId', s.person_id, 'at', s.at,
    'organisation', (select o.name from organisation o where o.id = s.org_id)) order by s.at)
    from local_protocol_signature s where s.protocol_id = p.id), '[]') as given from local_protocol p`

/** @throws NotFound, as for a draft of somewhere else. */
export const readProtocol = async (tx: Tx, name: string, lock = false): Promise<ProtocolRow> => {
  if (lock) await runQuery(tx, 'select from local_protocol where name = $1 for update', [name])
  const [row] = await runQuery<ProtocolRow>(tx, `${selectProtocols} where p.name = $1`, [name])
  if (!row) throw new NotFound('no such protocol')
  return row
}

export const todayIn = (place: string, at: Date) => civilDate(at, zoneOf(departmentOf(place)))

const accredited = `select type, count(*)::int as n from organisation
  where territory = $1 and status = 'accredited' group by type`

const institutionsIn = async (tx: Tx, territory: string): Promise<Institutions> =>
  Object.fromEntries(
    (await runQuery<{ type: string; n: number }>(tx, accredited, [territory])).map(({ type, n }) => [type, n])
  )

/** What stands against signing it today, over the national version of its first day. */
export const standsAgainst = async (tx: Tx, body: LocalProtocol, at: Date): Promise<InputProblem[]> => {
  const today = todayIn(body.place, at)
  const first = body.effectiveOn > today ? body.effectiveOn : today
  const there = await institutionsIn(tx, departmentOf(body.place))
  const national = await configurationAt(tx, first)
  return [
    ...signingProblems(body, national, today, there),
    ...(await amongCourts(tx, body, { national, first, there }))
  ]
}

const mustPrepare = ({ actor }: Keyed, place: string) => {
  if (!preparesProtocol(actor, place)) throw new NotAllowed(`${actor.role} prepares no protocol there`)
}

const notADraft = () =>
  new RuleRefused('not a draft', {
    fr: 'Ce qui a été signé ne change plus : préparez un autre protocole, copié de celui-ci.',
    en: 'What was signed never changes: prepare another protocol, copied from this one.'
  })

/** @throws RuleRefused, VersionConflict */
const mustBeDraft = (row: ProtocolRow, revision: number) => {
  if (row.state !== 'draft') throw notADraft()
  if (row.revision !== revision) throw new VersionConflict(`revision ${row.revision}`)
}

const taken = () =>
  wrongField('name', 'taken', {
    fr: 'Ce nom de protocole est déjà pris',
    en: 'This protocol name is already taken'
  })
const otherPlace = (place: string) =>
  wrongField('name', 'other_place', {
    fr: `Le nom d’un protocole commence par son lieu : ${place}-`,
    en: `The name of a protocol begins with its place: ${place}-`
  })

export type NewProtocol = {
  name: string
  place: string
  title: string
  effectiveOn: string
  from?: string | null
}

const empty = ({ name, place, title, effectiveOn }: NewProtocol): LocalProtocol => ({
  ...{ name, place, title, effectiveOn },
  ...{ text: '', reference: '', parties: [], signedOn: null, rules: {} }
})

const insert = `insert into local_protocol (id, name, place, territory, state, effective_on, body, based_on, created_by, org_id, writers, created_at)
  values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, array[$8::uuid], $10) on conflict (name) do nothing returning id`

const one = (name: string) => ({ aggregate: 'protocol', object: `protocol:${name}` })

/** A draft starts empty, or as the copy of a protocol of the same territory. */
export const createProtocol = (gate: Gate, asked: Keyed, draft: NewProtocol) =>
  acting(
    gate,
    asked,
    { action: 'protocol.draft', ...one(draft.name), request: draft },
    async (tx, at, id) => {
      const { name, place, from = null, effectiveOn } = draft
      mustPrepare(asked, place)
      if (!name.startsWith(`${place}-`)) throw otherPlace(place)
      const source = from === null ? null : await readProtocol(tx, from)
      if (source && (source.signedAt === null || source.territory !== departmentOf(place)))
        throw new NotFound('only a signed protocol of the territory is copied')
      const body = source ? { ...source.body, ...empty(draft), ...kept(source.body) } : empty(draft)
      const { personId, orgId } = asked.actor
      const values = [
        id,
        name,
        place,
        departmentOf(place),
        effectiveOn,
        JSON.stringify(body),
        from,
        personId,
        orgId,
        at
      ]
      const [row] = await runQuery<{ id: string }>(tx, insert, values)
      if (!row) throw taken()
    }
  )

const kept = ({ text, reference, parties, rules }: LocalProtocol) => ({ text, reference, parties, rules })

const underSignature = () =>
  new RuleRefused('a side has signed', {
    fr: 'Un côté a déjà signé ce texte : retirez ce projet et préparez-en un autre, copié de celui-ci.',
    en: 'One side has signed this text already: withdraw this draft and prepare another.'
  })

const save = `update local_protocol set body = $2, effective_on = $3, revision = revision + 1,
  writers = case when $4::uuid = any (writers) then writers else writers || $4::uuid end where name = $1`

/** Saves a draft whole, with or without problems, until a side has signed it. */
export const saveProtocol = (gate: Gate, asked: Keyed, body: LocalProtocol, revision: number) =>
  acting(
    gate,
    asked,
    { action: 'protocol.save', ...one(body.name), request: { body, revision } },
    async (tx) => {
      const row = await readProtocol(tx, body.name, true)
      mustBeDraft(row, revision)
      mustPrepare(asked, row.place)
      if (body.place !== row.place) throw otherPlace(row.place)
      if (row.given.length > 0) throw underSignature()
      await runQuery(tx, save, [row.name, JSON.stringify(body), body.effectiveOn, asked.actor.personId])
    }
  )

const sign = `insert into local_protocol_signature (protocol_id, side, person_id, org_id, revision, at) values ($1, $2, $3, $4, $5, $6)`

/** Each side signs exactly the revision that was read; with the second signature it is signed. */
export const signProtocol = (gate: Gate, asked: Keyed, name: string, revision: number) =>
  acting(
    gate,
    asked,
    { action: 'protocol.sign', ...one(name), request: { name, revision } },
    async (tx, at) => {
      const row = await readProtocol(tx, name, true)
      const { actor } = asked
      const side = signingSide(actor, row.place)
      if (side === null) throw new NotAllowed(`${actor.role} signs no protocol there`)
      mustBeDraft(row, revision)
      const refused = signatureRefused(row, { personId: actor.personId, side })
      if (refused) throw new RuleRefused('another person signs', refused)
      const problems = await standsAgainst(tx, row.body, at)
      if (problems.length > 0) throw new InvalidInput(problems)
      await runQuery(tx, sign, [row.id, side, actor.personId, actor.orgId, revision, at])
      if (row.given.length === 0) return
      await runQuery(tx, `update local_protocol set state = 'signed', signed_at = $2 where name = $1`, [
        name,
        at
      ])
      await tellConcerned(tx, row, { seq: settled.signed, at })
    }
  )

const inForceAlready = () =>
  new RuleRefused('in force', {
    fr: 'Ce protocole est déjà en vigueur : des dossiers vivent sous lui. Préparez-en un autre.',
    en: 'This protocol is already in force: cases live under it. Prepare another one.'
  })

const takeBack = `update local_protocol set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = $3 where name = $1`

/** A draft is given up, or a signed protocol taken back before its day, by the cell that prepared it. */
export const withdrawProtocol = (gate: Gate, asked: Keyed, name: string) =>
  acting(gate, asked, { action: 'protocol.withdraw', ...one(name), request: { name } }, async (tx, at) => {
    const row = await readProtocol(tx, name, true)
    mustPrepare(asked, row.place)
    if (row.state === 'withdrawn') throw notADraft()
    if (row.state === 'signed' && row.effectiveOn <= todayIn(row.place, at)) throw inForceAlready()
    await runQuery(tx, takeBack, [name, asked.actor.personId, at])
    if (row.state === 'signed') await tellConcerned(tx, row, { seq: settled.withdrawn, at })
  })
