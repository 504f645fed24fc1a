import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Actor } from '../../policies/actor.ts'
import { decide } from '../../server/commands/decide.ts'
import { flag } from '../../server/commands/flag.ts'
import { decideReferral } from '../../server/referrals/decide.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { FlagInput } from '../../workflows/facts/flag.ts'
import type { ReferralCommand } from '../../workflows/referral/machine.ts'
import { aFlag, type TestWorld } from './world.ts'

const how = { language: 'bin', means: 'in_person', interpreter: true }

/** Short sentences for stories told through the real gate. */
export const acting = (world: TestWorld) => {
  const flagged = async (login = 'asso.rhone', different: Partial<FlagInput> = {}) => {
    const { id } = await flag(world.gate, {
      actor: world.as(login),
      command: 'case.flag',
      input: aFlag(different),
      key: null
    })
    return id
  }
  const actAs = (actor: Actor, caseId: string, command: CommandType, input: Record<string, unknown> = {}) =>
    decide(world.gate, { actor, caseId, command, input, version: null, key: null })
  const moveAs = (
    actor: Actor,
    referralId: string,
    command: ReferralCommand,
    input: Record<string, unknown> = {}
  ) => decideReferral(world.gate, { actor, referralId, command, input, version: null, key: null })
  const act = (login: string, caseId: string, command: CommandType, input: Record<string, unknown> = {}) =>
    actAs(world.as(login), caseId, command, input)
  const move = (
    login: string,
    referralId: string,
    command: ReferralCommand,
    input: Record<string, unknown> = {}
  ) => moveAs(world.as(login), referralId, command, input)
  const referral = async (caseId: string, kind: string) => {
    const { rows } = await world.db.owner.query<{ id: string }>(
      `select id from referral where case_id = $1 and kind = $2 order by state in ('sent', 'questioned', 'escalated') desc, sent_at desc, id limit 1`,
      [caseId, kind]
    )
    return rows[0]!.id
  }
  const presumed = async (different: Partial<FlagInput> = {}) => {
    const id = await flagged('asso.rhone', different)
    await act('cellule.69', id, 'triage.start')
    await act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await act('cellule.69', id, 'grounds.positive')
    return id
  }
  const consenting = async (scopes = ['B', 'C', 'E', 'F'], different: Partial<FlagInput> = {}) => {
    const id = await presumed(different)
    await act('asso.rhone', id, 'person.inform', { on: '2026-11-24', ...how, helpWithoutConsent: true })
    await act('asso.rhone', id, 'consent.record', { scopes, ...how })
    return id
  }
  /** Requested, taken up by the desk; no place offered yet. */
  const sought = async (different: Partial<FlagInput> = {}) => {
    const id = await consenting(undefined, different)
    await act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'au calme' })
    await move('acse', await referral(id, 'acse'), 'accept')
    return id
  }
  const offered = async (placeId: string) => {
    const id = await sought()
    await act('acse', id, 'acse.offer', { placeId })
    return { id, offer: await referral(id, 'acse_place') }
  }
  const matched = async (placeId: string) => {
    const { id, offer } = await offered(placeId)
    await move('foyer.azur', offer, 'accept')
    return id
  }
  const housed = async (placeId: string) => {
    const id = await matched(placeId)
    const now = world.gate.now?.() ?? new Date()
    await act('foyer.azur', id, 'acse.visio', { at: new Date(now.getTime() - 3_600_000).toISOString() })
    await act('foyer.azur', id, 'acse.admission', { on: civilDate(now, 'Europe/Paris') })
    return id
  }
  const reflecting = async (handedOn = '2026-11-24') => {
    const id = await consenting()
    await act('asso.rhone', id, 'reflection.offer', {
      on: '2026-11-24',
      language: 'bin',
      means: 'in_person',
      confidential: true,
      wishes: true
    })
    await act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await move('prefecture.69', await referral(id, 'prefecture'), 'accept')
    await act('prefecture.69', id, 'receipt.handed', { handedOn, number: 'R-1' })
    return id
  }
  /** The police, to whom it is not told where she is housed, ask Ac.Sé for a place; no answer yet. */
  const askedByPolice = async () => {
    const id = await consenting(['B', 'C', 'E'])
    await world.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'police', now() - interval '1 day', 'danger.immediate', now())`,
      [id, world.as('police.69').orgId]
    )
    await act('police.69', id, 'acse.request', { adhesion: true })
    return { id, request: await referral(id, 'acse') }
  }
  /** Asked for by the association, validated by the cell. */
  const closed = async (
    caseId: string,
    { reason = 'inserted', ...input }: Record<string, unknown> & { reason?: string } = {}
  ) => {
    await act('asso.rhone', caseId, 'closing.ask', { because: reason })
    await act('cellule.69', caseId, 'case.close', { reason, notificationsPlanned: true, ...input })
  }
  const row = async (caseId: string) => {
    const { rows } = await world.db.owner.query(`select * from "case" where id = $1`, [caseId])
    return rows[0] as Record<string, unknown> & { version: number; facts: Record<string, unknown> }
  }
  return {
    flagged,
    act,
    actAs,
    move,
    moveAs,
    referral,
    presumed,
    consenting,
    sought,
    offered,
    matched,
    housed,
    reflecting,
    closed,
    askedByPolice,
    row,
    how
  }
}
