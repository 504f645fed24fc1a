import { commandRow, commandTypes, isCommandType } from '../../workflows/case/commands.ts'
import { quietIn } from '../../workflows/case/records.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { caseEvents, type Alike, type CountedStory } from '../db/schema/schema.ts'
import { selectAll, type CaseRow, type EventRow } from './store.ts'

// What a reader is told of a journal hangs on what they may know today, so that no count of it can be kept for them. Kept is how
// many acts of a kind there are, of kinds that are told or not told alike: the door asks of each kind what it asks of an act.

const heardIn = (command: string): string | undefined =>
  isCommandType(command) ? commandRow(command).aloud?.when?.field : undefined

/** A story that was counted by other values is of no use: its journal is counted anew. */
export const heardBy = commandTypes
  .flatMap((command) => (heardIn(command) ? [`${command} ${heardIn(command)}`] : []))
  .concat('quiet', 'struck')
  .join(', ')

/** Whether it hangs on the value of a field, and not on its name alone, who is told of an act. */
const decides = (command: string, field: string): boolean =>
  (command === 'act.undone' && !['of', 'reason', 'toldTo'].includes(field)) ||
  field === 'scopes' ||
  (field === 'deadline' && command.startsWith('clock.')) ||
  field === heardIn(command)

/** The fields that were filled in, with the values that decide who is told of the act. */
export const outlined = (command: string, input: EventRow['input']) =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => [field, decides(command, field) ? value : true])
  )

const asAlike = ({
  seq,
  at,
  command,
  orgId,
  role,
  sealed,
  input,
  metAt,
  metInput,
  unusual,
  struckBy
}: EventRow): Alike => ({
  ...{ command, orgId, role, sealed, struck: struckBy !== null },
  input: outlined(command, input),
  unusual: quietIn(unusual),
  metInput: metInput && outlined(command, metInput),
  metAt: metAt && metAt > at ? metAt.toISOString() : null,
  n: 1,
  last: seq
})

const keyOf = ({ command, orgId, role, sealed, input, unusual, metInput, metAt, struck }: Alike) =>
  JSON.stringify([command, orgId, role, sealed, input, unusual, metInput, metAt, struck])

/** A story with the acts that came next. */
export const lengthened = (story: CountedStory, events: readonly EventRow[]): CountedStory => {
  const acts = new Map(story.acts.map((one) => [keyOf(one), one]))
  for (const event of events) {
    const one = asAlike(event)
    const key = keyOf(one)
    acts.set(key, { ...one, n: (acts.get(key)?.n ?? 0) + 1 })
  }
  return { upTo: events.at(-1)?.seq ?? story.upTo, heardBy, acts: [...acts.values()] }
}

export const untold: CountedStory = { upTo: 0, heardBy, acts: [] }

/** The story as it was counted; of no act where it was not, or by other values. */
export const storyOf = ({ story }: Pick<CaseRow, 'story'>): CountedStory =>
  story?.heardBy === heardBy ? story : untold

/** A reading takes so many acts from the journal, besides those that it shows. */
export const countedEvery = 50

const counted = `select story from "case" where id = $1`
const further = `${selectAll(caseEvents)} where case_id = $1 and seq > coalesce(
  (select (story ->> 'upTo')::int from "case" where id = $1 and story ->> 'heardBy' = $2), 0) order by seq`

/** Counts the journal of a locked case that has just become so long. */
export const keepStory = async (tx: Tx, { id, version }: Pick<CaseRow, 'id' | 'version'>) => {
  if (version % countedEvery !== 0) return
  const [[kept], events] = await settleAll([
    runQuery<Pick<CaseRow, 'story'>>(tx, counted, [id]),
    runQuery<EventRow>(tx, further, [id, heardBy])
  ])
  await runQuery(tx, 'update "case" set story = $2 where id = $1', [id, lengthened(storyOf(kept!), events)])
}

/** What its acts said is no longer as it was counted. */
export const forgetStory = (tx: Tx, caseId: string) =>
  runQuery(tx, 'update "case" set story = null where id = $1', [caseId])
