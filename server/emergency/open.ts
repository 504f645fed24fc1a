import { abilityFor, asCase } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { openable } from '../../policies/emergency-access.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import {
  aloneMinutes,
  emergencyClock,
  emergencyForm,
  type EmergencyInput
} from '../../workflows/case/emergency-access.ts'
import { isClosed } from '../../workflows/vocabulary/states.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { audit, auditDenial } from '../acts/audit.ts'
import { deadlineRow } from '../deadlines/openings.ts'
import { mustFit, type Done, type Gate } from '../acts/command-validation.ts'
import { actOnce } from '../acts/once.ts'
import { seal } from '../db/sealing.ts'
import { capacitiesOf, lockCase, type CaseRow } from '../cases/store.ts'
import { configurationOf } from '../cases/configuration.ts'
import { setCaseScope, type Tx } from '../db/context.ts'
import { deadlines, glassOpenings } from '../db/schema/schema.ts'
import { NotAllowed, NotFound, RuleRefused, TooManyRequests } from '../errors.ts'
import { minuteOf, tell } from '../outbox/enqueue.ts'
import { notAgain, withinDay } from './limits.ts'
import { confirmers, markMoved, whoIsTold } from './second.ts'
import { dangerTold, wordsAt } from './store.ts'

export type OpeningRequest = { actor: Actor; caseId: string; input: EmergencyInput; key: string | null }

const reopenFirst: Bilingual = {
  fr: 'Ce dossier est clos : rouvrez-le d’abord, ou appelez le 17.',
  en: 'This case is closed: reopen it first, or call 17.'
}

/** In which capacity the classes asked for may be opened: all of them in one. @throws NotFound for who takes no part. */
const authorised = async (tx: Tx, { actor, caseId, input }: OpeningRequest) => {
  const row = await lockCase(tx, caseId)
  const held = row ? await capacitiesOf(tx, caseId, actor) : []
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  const policy = abilityFor(actor)
  const dangerToldByAnother = await dangerTold(tx, caseId)
  const capacity = held.find(
    (as) =>
      policy.can('glass.open', asCase({ participants: [actor.orgId], capacity: as })) &&
      input.classes.every((one) =>
        openable(actor.role, { as, held, facts: row.facts, dangerToldByAnother }).includes(one)
      )
  )
  if (!capacity) throw new NotAllowed(`${actor.role} may not open ${input.classes.join()} in an emergency`)
  if (isClosed(row.closure)) throw new RuleRefused('the case is closed', reopenFirst)
  return { row, capacity }
}

type Opened = { id: string; row: CaseRow; capacity: Capacity; confirmOrgId: string; at: Date }

/** The opening, and the clock of the same id by which a second person must have spoken. */
const writeOpening = async (gate: Gate, tx: Tx, asked: OpeningRequest, opened: Opened) => {
  const { actor, caseId, input } = asked
  const { id, row, capacity, confirmOrgId, at } = opened
  const { territory } = row.facts
  const told = await whoIsTold(tx, { caseId, territory, unsafe: input.unsafe, by: actor.orgId })
  const { personId, orgId, role } = actor
  await tx.insert(glassOpenings).values({
    ...{ id, caseId, personId, orgId, role, capacity, confirmOrgId, ...told },
    classes: [...input.classes],
    reason: input.reason,
    words: seal(gate.keys, wordsAt(id), input.words),
    openedAt: at,
    until: new Date(at.getTime() + aloneMinutes * 60_000),
    state: 'open'
  })
  const config = await configurationOf(tx, row.configVersion)
  const origin = { caseId, territory, met: row.facts.met, at, config }
  await tx.insert(deadlines).values({ ...deadlineRow(emergencyClock, at, origin), id })
  return { toldAs: told.toldAs, hearing: [...new Set([confirmOrgId, ...told.toldOrgs])] }
}

const opening = (gate: Gate, asked: OpeningRequest): Promise<Done> => {
  const { actor, caseId, input } = asked
  const object = `case:${caseId}`
  const deed = { command: 'glass.open', object, aggregate: 'opening', request: { caseId, input } }
  return actOnce(gate, asked, deed, async (tx, at, id) => {
    mustFit(emergencyForm, input)
    await withinDay(tx, actor, at)
    const { row, capacity } = await authorised(tx, asked)
    await notAgain(tx, actor, caseId)
    await setCaseScope(tx, caseId)
    const confirmOrgId = await confirmers(tx, actor, { caseId, capacity, territory: row.facts.territory })
    const { toldAs, hearing } = await writeOpening(gate, tx, asked, { id, row, capacity, confirmOrgId, at })
    await markMoved(tx, caseId, { orgs: hearing, opened: { capacity, toldAs } }, at)
    const detail = [...input.classes, input.reason, ...(input.unsafe ? ['unsafe'] : [])].join()
    await audit(tx, actor, at, { action: 'glass.open', object, detail })
    const line = { about: 'opening', id, seq: minuteOf(at) } as const
    if (gate.telling !== false) await tell(tx, { about: 'case', id: caseId, to: hearing, line })
  })
}

/**
 * Opens classes of one case to one person for an hour: one transaction in which the opening, its clock, its trace and
 * the word to those who must know are written, or nothing is. Refused, it leaves its trace too.
 */
export const openInEmergency = async (gate: Gate, asked: OpeningRequest): Promise<Done> => {
  try {
    return await opening(gate, asked)
  } catch (error) {
    if (error instanceof TooManyRequests) {
      const object = `case:${asked.caseId}`
      await auditDenial(gate.pool, asked.actor, {
        chain: 'system',
        action: 'glass.open',
        object,
        detail: 'limit'
      })
    }
    throw error
  }
}
