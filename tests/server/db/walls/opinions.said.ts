import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import type { CommandType } from '../../../../workflows/case/commands.ts'
import { openCell } from '../../../support/meetings.ts'
import { adding, openWalls, type Asked } from './asked.ts'

export const positive = { opinion: 'positive' }
const at = new Date().toISOString()

type Said = { seq: number; input?: object }
const line = (who: Actor, caseId: string, command: CommandType, { seq, input = {} }: Said) => ({
  ...{ case_id: caseId, seq, at, command, input, sealed: [], basis: [], basis_on: '2026-11-24', late: false },
  ...{ person_id: who.personId, org_id: who.orgId, role: who.role, unusual: [], traced: true }
})
/** Somebody's own opinion, unless it is said to be another's. */
const says =
  (command: CommandType, input: object = {}) =>
  (who: Actor, caseId: string, as: Actor = who): Asked => ({
    who,
    within: caseId,
    says: adding('case_event', line(as, caseId, command, { seq: 90, input }))
  })

/** The cell of a territory, its cases, and what is written of them past the code. */
export const openOpinions = async () => {
  const cell = await openCell()
  const { world } = cell
  const { owner } = world.db
  const { put, stand } = await openWalls(world)
  const people = {
    ...{ member: world.as('membre.69'), police: world.as('membre.69.police') },
    ...{ health: world.as('membre.69.sante'), secretary: world.as('cellule.69') },
    ...{ elsewhere: world.as('cellule.75'), asso: world.as('asso.rhone') }
  }
  /** Somebody else who holds this seat. */
  const beside = async (who: Actor): Promise<Actor> => {
    const personId = randomUUID()
    await put('person', { id: personId, issuer: 'x', subject: personId, display_name: 'Y' })
    await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, $3)`, [
      personId,
      who.orgId,
      who.role
    ])
    return { ...who, personId }
  }
  const changed = async (change: (caseId: string) => Promise<unknown>) => {
    const caseId = await cell.triaged()
    await change(caseId)
    return caseId
  }
  const withdraws = (who: Actor, whole: boolean) => async (caseId: string) => {
    const itemId = await cell.meet.item(await cell.meet.planned(), caseId)
    await put('meeting_recusal', {
      ...{
        id: randomUUID(),
        item_id: itemId,
        case_id: caseId,
        cell_org_id: people.secretary.orgId,
        at,
        whole
      },
      ...{ person_id: who.personId, org_id: who.orgId }
    })
  }
  const spoken = (...lines: [Actor, CommandType, object?, object?][]) =>
    changed(async (caseId) => {
      for (const [index, [who, command, input = {}, different = {}]] of lines.entries())
        await put('case_event', { ...line(who, caseId, command, { seq: 10 + index, input }), ...different })
    })
  return {
    ...{ cell, world, owner, put, stand, people, line, beside, changed, withdraws, spoken },
    ...{ proposing: says('grounds.propose', positive) },
    ...{ confirming: says('grounds.positive'), rejecting: says('triage.reject') },
    close: () => world.close()
  }
}
