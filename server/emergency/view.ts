import { abilityFor, asOpening } from '../../policies/abilities.ts'
import type { Actor, OrgType } from '../../policies/actor.ts'
import { overseesOpenings } from '../../policies/emergency-access.ts'
import { capacities } from '../../workflows/vocabulary/capacities.ts'
import {
  emergencyReasons,
  emergencyRefusals,
  emergencyStates,
  isIncident
} from '../../workflows/case/emergency-access.ts'
import { dataClasses } from '../../workflows/vocabulary/vocabulary.ts'
import { showCode } from '../cases/code.ts'
import { namesFor } from '../disclosure/names.ts'
import { unseal } from '../db/sealing.ts'
import { selectAll } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { glassOpenings } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { acquaintedBy, whereaboutsIn, type Whereabouts } from '../referrals/whereabouts.ts'
import type { OpeningView } from '../views/emergency.ts'
import { badgeTone } from '../views/words.ts'
import { wordsAt, type Opening } from './store.ts'

type Named = Opening & {
  code: string | null
  dueAt: Date | null
  name: string | null
  organisation: string
  orgType: OrgType
  confirmer: string
  confirmerType: OrgType
}

/** Rows as PostgreSQL shows them to whoever asks; `where` ends in what orders and limits them. */
const selection = (
  where: string
) => `select g.*, c.code, d.due_at as "dueAt", p.display_name as name, o.name as organisation,
    o.type as "orgType", s.name as confirmer, s.type as "confirmerType"
  from (${selectAll(glassOpenings)}) g
    join organisation o on o.id = g."orgId" join organisation s on s.id = g."confirmOrgId"
    left join "case" c on c.id = g."caseId" left join deadline d on d.id = g.id and d.state = 'running'
    left join person p on p.id = g."personId"
  ${where}`

const readsWords = (row: Named, actor: Actor, mayConfirm: boolean) =>
  row.words !== null && (row.personId === actor.personId || mayConfirm)

/** Who opened and who must confirm, as services of the case are told; to who looks into all of them, by name. */
const namesOf = (row: Named, { actor, locale }: Reader, where: Whereabouts | undefined) => {
  const known = acquaintedBy(where, [], actor)
  const services = new Map([
    [row.orgId, { id: row.orgId, name: row.organisation, type: row.orgType }],
    [row.confirmOrgId, { id: row.confirmOrgId, name: row.confirmer, type: row.confirmerType }]
  ])
  return namesFor(services, { ...known, placed: known.placed || overseesOpenings(actor.role) }, locale)
}

const isSecond = (row: Named, actor: Actor) => abilityFor(actor).can('glass.settle', asOpening(row))

/** Whether it waits for this reader's word. */
const waitsFor = (row: Named, { actor, now }: Pick<Reader, 'actor' | 'now'>): boolean =>
  row.state === 'open' && row.dueAt !== null && row.dueAt > now && isSecond(row, actor)

type Reading = { keys: Keys; reader: Reader; where: Whereabouts | undefined }

const lineOf = (row: Named, { keys, reader, where }: Reading): OpeningView => {
  const { actor, locale, now } = reader
  const names = namesOf(row, reader, where)
  const opened = { orgId: row.orgId, role: row.role, command: 'glass.open' }
  const { state } = row
  const second = isSecond(row, actor)
  const due = state === 'open' ? row.dueAt : null
  const follows = row.code !== null || overseesOpenings(actor.role)
  return {
    id: row.id,
    caseId: follows ? row.caseId : null,
    caseCode: row.code && showCode(row.code),
    openedAt: row.openedAt.toISOString(),
    by: { ...names.by(opened), name: names.isNamed(row.orgId, opened) ? (row.name ?? '') : '' },
    reason: emergencyReasons[row.reason][locale],
    words: readsWords(row, actor, second) ? String(unseal(keys, wordsAt(row.id), row.words!)) : null,
    classes: row.classes.map((one) => dataClasses[one][locale]),
    state,
    stateLabel: emergencyStates[state].label[locale],
    tone: badgeTone(emergencyStates[state].tone),
    refusal: row.refusal && emergencyRefusals[row.refusal][locale],
    until: row.until.toISOString(),
    showing: !isIncident(state) && row.until > now,
    confirmBy: due?.toISOString() ?? null,
    confirmer: names.of(row.confirmOrgId),
    told: capacities[row.toldAs][locale],
    mine: row.personId === actor.personId,
    mayConfirm: waitsFor(row, reader),
    incident: isIncident(state)
  }
}

export const openingRows = (
  tx: Tx,
  { where, values }: { where: string; values: unknown[] }
): Promise<Named[]> => runQuery<Named>(tx, selection(where), values)

/** The openings that this reader may know of: PostgreSQL gave the rows, the policy is asked again. */
export const openingsKnown = (rows: readonly Named[], { actor }: Pick<Reader, 'actor'>): Named[] => {
  const policy = abilityFor(actor)
  return rows.filter((row) => policy.can('read', asOpening(row)))
}

/** Which openings are listed: that wait for the reader's word or all, of one case or of any, behind the line where a page ended. */
type Listed = { view: 'waiting' | 'all'; caseId?: string; after?: readonly string[]; most: number }

const inOrder = (most: number) => `where ($1::timestamptz is null or (g."openedAt", g.id) < ($1, $2::uuid))
  and ($3::text = 'all' or g.state = 'open') and ($4::uuid is null or g."caseId" = $4)
  order by g."openedAt" desc, g.id desc limit ${most}`

export const openingKey = ({ openedAt, id }: Pick<Named, 'openedAt' | 'id'>) => [openedAt.toISOString(), id]

/**
 * So many of them, the latest first, and one more where there is one. Those of which this reader may not know are left out
 * before anything is cut: neither the length of a page nor where the next one begins tells of them.
 */
export const openingsListed = async (
  tx: Tx,
  { view, caseId, after, most }: Listed,
  reader: Reader
): Promise<Named[]> => {
  const listed: Named[] = []
  let from: readonly (string | null)[] = after ?? [null, null]
  for (let more = true; more && listed.length <= most;) {
    const values = [...from, view, caseId ?? null]
    const rows = await openingRows(tx, { where: inOrder(most + 1), values })
    const known = openingsKnown(rows, reader)
    listed.push(...(view === 'all' ? known : known.filter((row) => waitsFor(row, reader))))
    more = rows.length > most
    from = more ? openingKey(rows.at(-1)!) : from
  }
  return listed
}

export const openingViews = async (
  tx: Tx,
  rows: readonly Named[],
  keys: Keys,
  reader: Reader
): Promise<OpeningView[]> => {
  const known = openingsKnown(rows, reader)
  const places = await whereaboutsIn(tx, [...new Set(known.map(({ caseId }) => caseId))], reader.actor)
  return known.map((row) => lineOf(row, { keys, reader, where: places.get(row.caseId) }))
}
