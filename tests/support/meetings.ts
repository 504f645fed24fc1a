import { randomUUID } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import type { Actor } from '../../policies/actor.ts'
import { decideMeeting, planMeeting } from '../../server/meetings/decide.ts'
import type { MeetingCommand } from '../../workflows/meeting/machine.ts'
import { acting } from './acting.ts'
import { signedProtocol } from './running/protocols.ts'
import { noon, openWorld, type TestWorld } from './world.ts'

type Input = Record<string, unknown>
export const members = ['membre.69', 'membre.69.police', 'membre.69.sante'] as const

/** Short sentences for meetings held through their real gate. */
export const meeting = (world: TestWorld) => {
  const doAs = (actor: Actor, meetingId: string, command: MeetingCommand, input: Input = {}) =>
    decideMeeting(world.gate, { actor, meetingId, command, input, version: null, key: randomUUID() })
  const act = (login: string, meetingId: string, command: MeetingCommand, input: Input = {}) =>
    doAs(world.as(login), meetingId, command, input)
  const planned = async (login = 'cellule.69', startsAt = noon.toISOString()) =>
    (
      await planMeeting(world.gate, {
        actor: world.as(login),
        startsAt,
        place: 'Salle CANARI-SALLE',
        key: randomUUID()
      })
    ).id
  const item = async (meetingId: string, caseId: string) => {
    const { rows } = await world.db.owner.query<{ id: string }>(
      'select id from meeting_item where meeting_id = $1 and case_id = $2',
      [meetingId, caseId]
    )
    return rows[0]!.id
  }
  const attend = (meetingId: string, login: string, presence = 'in_person') =>
    act('cellule.69', meetingId, 'attend', { personId: world.as(login).personId, presence })
  /** In session, these members there. */
  const inSession = async (present: readonly string[] = members) => {
    const id = await planned()
    await act('cellule.69', id, 'convene')
    await act('cellule.69', id, 'open')
    for (const login of present) await attend(id, login)
    return id
  }
  const vote = (login: string, meetingId: string, itemId: string, voice = 'in_favour') =>
    act(login, meetingId, 'vote', { itemId, voice })
  const voted = async (meetingId: string, itemId: string, voices: readonly string[]) => {
    for (const [index, voice] of voices.entries()) await vote(members[index]!, meetingId, itemId, voice)
  }
  const decide = (meetingId: string, itemId: string, reason?: string) =>
    act('cellule.69', meetingId, 'item.decide', { itemId, ...(reason && { reason }) })
  return { act, doAs, planned, item, attend, inSession, vote, voted, decide }
}

/** The cell of the Rhône in a country of its own, and the openings of its meetings. */
export const openCell = async () => {
  const world = await openWorld()
  // By consensus, as elsewhere, one voice against would settle nothing: this cell votes.
  await signedProtocol(world, '69-2026-11', { decidesBy: 'majority' })
  const [tell, meet] = [acting(world), meeting(world)]
  const triaged = async (login = 'asso.rhone') => {
    const id = await tell.flagged(login)
    await tell.act('cellule.69', id, 'triage.start')
    return id
  }
  return {
    world,
    tell,
    meet,
    triaged,
    stands: async (id: string) => (await tell.row(id))['identification'],
    /** One case on the agenda of a meeting in session, these members there. */
    session: async (present: readonly string[] = members) => {
      const caseId = await triaged()
      const id = await meet.inSession(present)
      return { caseId, id, itemId: await meet.item(id, caseId) }
    },
    /** Each story has its own agenda: what another left waiting would stand on it. */
    clearAgenda: () =>
      world.db.owner.query(
        `update "case" set identification = 'flagged' where identification in ('under_triage', 'review_open')`
      ),
    close: () => world.close()
  }
}

const opened = (pdf: string) =>
  [...pdf.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')
    } catch {
      return body!
    }
  })

/** What is read in a PDF, in the order in which it is written. */
export const readInPdf = (pdf: Buffer): string[] =>
  opened(pdf.toString('latin1')).flatMap((stream) =>
    [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, parts]) =>
      [...parts!.matchAll(/<([0-9a-f]+)>/g)]
        .map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
        .join('')
    )
  )

/** All the text of a PDF, its streams opened and its strings decoded: what a search for a name would find. */
export const textOfPdf = (pdf: Buffer): string => {
  const source = pdf.toString('latin1')
  return [source, ...opened(source), ...readInPdf(pdf)].join('\n')
}
