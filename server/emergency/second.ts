import type { Actor } from '../../policies/actor.ts'
import { speakersOf } from '../../policies/emergency-access.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { organisationsOf, referentsOf } from '../cases/participation.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'

const speaker = `select from membership m join organisation o on o.id = m.org_id
  where m.org_id = $1 and m.person_id <> $2 and m.role = any($3::text[]) and o.status = 'accredited'
    and (m.until is null or m.until > (select wall_clock()))
    and not is_away(m.absent_from, m.absent_until) and m.person_id in (select readers_of($4, $1)) limit 1`

const nobody: Bilingual = {
  fr: 'Personne d’autre ne peut confirmer cet accès. En cas de danger, appelez le 17 ou le 112.',
  en: 'Nobody else can confirm this access. In danger, call 17 or 112.'
}

/**
 * Whose people must confirm: those of one's own organisation who read the case and speak in the same capacity, or the territory's cell
 * where one is alone. @throws RuleRefused when there is no second person at all: an access nobody answers for is not opened.
 */
export const confirmers = async (
  tx: Tx,
  { personId, orgId }: Actor,
  { caseId, capacity, territory }: { caseId: string; capacity: Capacity; territory: string }
): Promise<string> => {
  const speaks = async (org: string, as: Capacity) =>
    (await runQuery(tx, speaker, [org, personId, speakersOf(as), caseId])).length > 0
  if (await speaks(orgId, capacity)) return orgId
  for (const cell of await organisationsOf(tx, 'cell', territory)) if (await speaks(cell, 'cell')) return cell
  throw new RuleRefused('no second person', nobody)
}

export type Told = { toldAs: 'referent' | 'cell'; toldOrgs: string[] }

/** Who hears of it at once: who accompanies the person and can tell her; the cell where that is unsafe, or nobody does. */
export const whoIsTold = async (
  tx: Tx,
  { caseId, territory, unsafe, by }: { caseId: string; territory: string; unsafe: boolean; by: string }
): Promise<Told> => {
  const referents = await referentsOf(tx, caseId)
  const accompanying = { toldAs: 'referent', toldOrgs: referents } as const
  if (!unsafe && referents.length > 0) return accompanying
  const cells = await organisationsOf(tx, 'cell', territory)
  // The cell does not answer to itself alone: where it opened, whoever accompanies the person is told even if that
  // was called unsafe.
  if (!cells.includes(by)) return { toldAs: 'cell', toldOrgs: cells }
  return referents.length > 0 ? accompanying : { toldAs: 'cell', toldOrgs: cells }
}

const moved = `update participation set moved_at = $3, told = told + 1
  where case_id = $1 and org_id = any($2::uuid[]) and capacity = any($4::text[]) and until is null`

type Hearing = { orgs: readonly string[]; opened: { capacity: Capacity; toldAs: Told['toldAs'] } }

/**
 * The case is among what has moved for those who must know: in the capacity of who opened it, in that in which others are told,
 * and for the cell that confirms in its stead. Another capacity of the same organisation hears nothing.
 */
export const markMoved = (tx: Tx, caseId: string, { orgs, opened }: Hearing, at: Date) =>
  runQuery(tx, moved, [caseId, orgs, at, [opened.capacity, opened.toldAs, 'cell']])
