import type { Actor } from '../../policies/actor.ts'
import type { MeetingCommand, meetingCommands } from '../../workflows/meeting/machine.ts'
import { tooEarly } from '../../workflows/meeting/opening.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Static } from 'typebox'
import type { Gate } from '../acts/command-validation.ts'
import { deskOf } from '../outbox/notify-participants.ts'
import type { Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import { minuteOf, tell } from '../outbox/enqueue.ts'
import { addItem, removeItem } from './agenda.ts'
import { convene } from './convene.ts'
import { addFollowup, noteFollowup, putOffFollowups, removeFollowup } from './followup.ts'
import { writeTo } from './invitation.ts'
import { minutesOf } from './minutes.ts'
import { readmit, rejoin, uphold, withdraw } from './recusal.ts'
import { forgetCourts, nameCourt, rulesInForce, rulesOfItems } from './rules.ts'
import { leaveRest, settleItem } from './settle.ts'
import { giveVoice, recordPresence } from './sitting.ts'
import { membersOf, type Meeting } from './store.ts'

export type Act<C extends MeetingCommand> = {
  gate: Gate
  tx: Tx
  meeting: Meeting
  actor: Actor
  at: Date
  input: Static<(typeof meetingCommands)[C]['input']>
}

type Handlers = { [C in MeetingCommand]: (act: Act<C>) => Promise<Partial<Meeting> | void> }

/** Everyone convened hears that the meeting moved. */
const tellMembers = async ({
  gate,
  tx,
  meeting: { id, orgId: own },
  at
}: Pick<Act<'open'>, 'gate' | 'tx' | 'meeting' | 'at'>) => {
  if (gate.telling === false) return
  const to = (await membersOf(tx, id))
    .filter(({ sits, orgId }) => sits && orgId !== own)
    .map(({ orgId }) => orgId)
  await tell(tx, { about: 'meeting', id, to, line: { about: 'meeting', id, seq: minuteOf(at) } })
}

/** The secretary hears that somebody withdrew or came back; whoever is called in their stead gets the letter of the meeting. */
const tellCell = async (
  { gate, tx, meeting, at }: Pick<Act<'open'>, 'gate' | 'tx' | 'meeting' | 'at'>,
  called: readonly string[]
) => {
  if (gate.telling === false) return
  const line = { about: 'meeting', id: meeting.id, seq: minuteOf(at) } as const
  await tell(tx, { about: 'meeting', id: meeting.id, to: [meeting.orgId], line })
  if (called.length > 0) await writeTo(tx, meeting.id, called)
}

/** What each act does beyond the state of the meeting, and what it changes of it. A missing one does not compile. */
export const handlers: Handlers = {
  'item.add': ({ tx, meeting, input }) => addItem(tx, meeting, input.caseId),
  'item.remove': ({ tx, meeting, input }) => removeItem(tx, meeting, input.itemId),
  'item.court': ({ tx, meeting, at, input }) => nameCourt(tx, meeting, { ...input, at }),
  'followup.add': ({ tx, meeting, input }) => addFollowup(tx, meeting, input),
  'followup.remove': ({ tx, meeting, input }) => removeFollowup(tx, meeting, input.followupId),
  'followup.note': ({ tx, meeting, at, input }) => noteFollowup(tx, meeting, { ...input, at }),
  // The rules of the day on which members are called are those of the meeting, whatever changes before it is held.
  convene: async (act) => {
    const rules = await rulesInForce(act.tx, act.meeting.territory, act.at)
    await convene({ desk: deskOf(act.gate, act.tx), actor: act.actor, at: act.at }, { ...act.meeting, rules })
    const ofItems = await rulesOfItems(act.tx, act.meeting, act.at)
    await forgetCourts(act.tx, act.meeting)
    return { rules: { ...rules, ...ofItems }, convenedAt: act.at }
  },
  open: async (act) => {
    const early = tooEarly(act.meeting.startsAt, act.at, zoneOf(act.meeting.territory))
    if (early) throw new RuleRefused('before its day', early)
    await tellMembers(act)
    return { openedAt: act.at }
  },
  attend: ({ tx, meeting, input }) => recordPresence(tx, meeting, input),
  vote: ({ tx, meeting, actor, at, input }) =>
    giveVoice(tx, meeting, { ...input, actor, recordedBy: 'member', at }),
  'item.recuse': async (act) => {
    const { tx, meeting, actor, at, input } = act
    const called = await withdraw(tx, meeting, { ...input, actor, at })
    await tellCell(act, called)
  },
  'item.rejoin': async (act) => {
    const { tx, meeting, actor, at, input } = act
    await rejoin(tx, meeting, { ...input, actor, at })
    await tellCell(act, [])
  },
  'item.readmit': async (act) => {
    const { tx, meeting, actor, at, input } = act
    await readmit(tx, meeting, { ...input, actor, at })
    await tellMembers(act)
  },
  'item.uphold': async (act) => {
    const { tx, meeting, actor, at, input } = act
    await uphold(tx, meeting, { ...input, actor, at })
    await tellMembers(act)
  },
  'vote.record': ({ tx, meeting, at, input }) =>
    giveVoice(tx, meeting, { ...input, recordedBy: 'secretary', at }),
  'item.decide': ({ gate, tx, meeting, actor, at, input }) =>
    settleItem(gate, tx, meeting, { ...input, adjourning: false, actor, at }),
  'item.adjourn': ({ gate, tx, meeting, actor, at, input }) =>
    settleItem(gate, tx, meeting, { ...input, adjourning: true, actor, at }),
  close: async (act) => {
    const { tx, meeting, at } = act
    await leaveRest(tx, meeting.id, at)
    await putOffFollowups(tx, meeting.id, at)
    await tellMembers(act)
    return { closedAt: at, minutes: await minutesOf(tx, meeting, at) }
  },
  // Who was called is told by letter too; one that was never convened is known to its cell alone.
  cancel: async (act) => {
    await tellMembers(act)
    if (act.gate.telling === false) return
    const seats = (await membersOf(act.tx, act.meeting.id)).filter(({ sits }) => sits)
    await writeTo(
      act.tx,
      act.meeting.id,
      seats.map(({ personId }) => personId)
    )
  }
}
