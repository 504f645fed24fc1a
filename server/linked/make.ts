import type { Actor } from '../../policies/actor.ts'
import { mayEndLink } from '../../policies/correction-rights.ts'
import { linkKinds, type LinkKind } from '../../workflows/case/linked.ts'
import { audit, fieldsFilled } from '../acts/audit.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { readCode } from '../cases/code.ts'
import { capacitiesOf, selectAll, type CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { cases } from '../db/schema/schema.ts'
import { linksKnown, type Side } from '../disclosure/linked/known.ts'
import { NotFound, StandsAlready, wrongField } from '../errors.ts'
import { linksOf, readHere } from './store.ts'

type Making = { caseId: string; code: string; kind: LinkKind }
type Ending = { caseId: string; id: string }

const named = `${selectAll(cases)} where code = $1 and id <> $2`
const add = `insert into case_link (id, low_id, high_id, kind, data_class, made_by, made_org, made_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (low_id, high_id, kind) where ended_at is null do nothing returning id`
const end = `update case_link set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null returning id`

/** Absent, unreadable, mistyped or the case itself: the answer is one, and each attempt leaves its trace. */
const noSuchCase = () => {
  const refused = wrongField('code', 'unknown_case', {
    fr: 'Aucun autre dossier que vous lisez ne porte ce code.',
    en: 'No other case that you read has this code.'
  })
  refused.cause = new NotFound('no such case for this organisation')
  return refused
}

const otherOf = async (tx: Tx, { caseId, code }: Making, actor: Actor): Promise<Side & { id: string }> => {
  const [row] = await runQuery<CaseRow>(tx, named, [readCode(code) ?? '', caseId])
  const held = row ? await capacitiesOf(tx, row.id, actor) : []
  if (!row || held.length === 0) throw noSuchCase()
  return { id: row.id, held, facts: row.facts }
}

/** Both files keep it, in their chains of audit, each under its own name, since what is erased of one leaves the other; in one order by everyone, or two would wait for each other. */
const keepOnBoth = async (
  tx: Tx,
  { actor, at }: { actor: Actor; at: Date },
  entry: { both: readonly string[]; action: string; detail: string }
) => {
  const { both, action, detail } = entry
  for (const one of both.toSorted())
    await audit(tx, actor, at, { chain: `case:${one}`, action, object: `case:${one}`, detail })
}

/**
 * Says that two cases have something in common. Who knows one of them alone is told nothing, and neither case moves.
 * @throws NotFound for whoever reads no such case; InvalidInput where the other is not one that they read, or where they may not
 * know in both what the link says.
 */
export const makeLink = (gate: Gate, by: Keyed, asked: Making): Promise<Done> => {
  const { actor } = by
  const { caseId, kind } = asked
  const deed = { command: 'link.make', object: `case:${caseId}`, aggregate: 'link', request: asked }
  return actOnce(gate, by, deed, async (tx, at, id) => {
    const here = await readHere(tx, caseId, actor)
    const there = await otherOf(tx, asked, actor)
    if (!linksKnown(here, there).includes(kind))
      throw wrongField('kind', 'not_known', {
        fr: 'Dans l’un des deux dossiers, ce que dirait ce lien ne vous est pas ouvert.',
        en: 'In one of the two cases, what this link would say is not open to you.'
      })
    const both = [caseId, there.id]
    const row = [id, ...both.toSorted(), kind, linkKinds[kind].dataClass, actor.personId, actor.orgId, at]
    if ((await runQuery(tx, add, row)).length === 0)
      throw new StandsAlready('linked already', {
        fr: 'Ces deux dossiers sont déjà liés ainsi.',
        en: 'These two cases are linked so already.'
      })
    const detail = fieldsFilled({ code: '', kind })
    await keepOnBoth(tx, { actor, at }, { both, action: 'link.make', detail })
  })
}

/**
 * Takes a link back: it stays written in both files, with the day of its end.
 * @throws NotFound where it is not theirs to take back.
 */
export const endLink = (gate: Gate, by: Keyed, asked: Ending): Promise<Done> => {
  const { actor } = by
  const { caseId, id } = asked
  const deed = { command: 'link.end', object: `link:${id}`, aggregate: 'link', id, request: asked }
  return actOnce(gate, by, deed, async (tx, at) => {
    const here = await readHere(tx, caseId, actor)
    const [one] = await linksOf(tx, here, actor, id)
    if (!one || !mayEndLink(one, [here, one.there], actor)) throw new NotFound('no such link for this reader')
    if ((await runQuery(tx, end, [id, at, actor.personId])).length === 0)
      throw new NotFound('ended in the meantime')
    const both = [caseId, one.otherId]
    await keepOnBoth(tx, { actor, at }, { both, action: 'link.end', detail: '' })
  })
}
