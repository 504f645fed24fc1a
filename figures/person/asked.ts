import type { CommandType } from '../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { referralKindIds, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { codes, type Words } from './column.ts'
import type { Asked, Clock, Life } from './life.ts'
import { bandOf, bandWords, daysFrom, has } from './spans.ts'

const both = (one: Bilingual, other: Bilingual): Bilingual => ({
  fr: `${one.fr} : ${other.fr}`,
  en: `${one.en}: ${other.en}`
})

/** What tells that somebody seeks asylum is counted nowhere: `stat.life_of` does not give it. */
const tellsOfAsylum = (classes: unknown) => [classes].flat().includes('I')

const kinds = referralKindIds.filter((kind) => !tellsOfAsylum(kindRow(kind).dataClass))
const kindWords: Words = Object.fromEntries(kinds.map((kind) => [kind, kindRow(kind).label]))

const crossed = (some: Words, others: Words): Words =>
  Object.fromEntries(
    Object.entries(some).flatMap(([one, label]) =>
      Object.entries(others).map(([other, word]) => [`${one}:${other}`, both(label, word)])
    )
  )

const outcomeWords: Words = {
  accepted: { fr: 'acceptée', en: 'accepted' },
  declined: { fr: 'refusée', en: 'declined' },
  passed_on: { fr: 'transmise', en: 'passed on' },
  silent: { fr: 'sans réponse dans le délai', en: 'no answer in time' },
  withdrawn: { fr: 'retirée', en: 'withdrawn' },
  waiting: { fr: 'en attente', en: 'waiting' }
}

/** A first answer stays what it was, whatever became of it; who kept silent beyond the time has not answered. */
const outcomeOf = ({ state, answer }: Asked): string => {
  const said = answer ?? state
  if (said === 'transferred') return 'passed_on'
  if (said === 'ended') return 'accepted'
  if (said === 'accepted' || said === 'declined') return said
  if (state === 'escalated') return 'silent'
  return state === 'withdrawn' ? 'withdrawn' : 'waiting'
}

const answersOf = ({ referrals }: Life) =>
  referrals.flatMap((one) =>
    one.answeredAt === null ? [] : [`${one.kind}:${bandOf(daysFrom(one.sentAt, one.answeredAt))}`]
  )

/** Clocks that wait for somebody's act or answer. */
const duties = deadlineCodes.filter((id) => {
  const { stopsWhen, dataClass }: DeadlineRow = deadlineRegister[id]
  const waits = (stopsWhen.done?.length ?? 0) > 0 || dataClass === 'referral'
  return waits && !tellsOfAsylum(dataClass) && !id.startsWith('MNIO-DNA') && id !== 'MNIO-OFII-ANSWER'
})

const clockWords = crossed(Object.fromEntries(duties.map((id) => [id, deadlineRegister[id].label])), {
  kept: { fr: 'tenu', en: 'kept' },
  lifted: {
    fr: 'arrêté avant son terme par autre chose que ce qu’il attendait',
    en: 'stopped before its day by something else than it waited for'
  },
  missed: { fr: 'dépassé', en: 'missed' },
  running: { fr: 'en cours', en: 'running' }
})

/** Whose answer a clock waits for, where it waits for one. */
const awaited = Map.groupBy(kinds, (kind): string => kindRow(kind).answerWithin)

/** Whether what a clock waits for was ever done, by its name: of two clocks of one code it is not told which one it stopped. */
const isDone = ({ code }: Clock, life: Life): boolean => {
  const { stopsWhen }: DeadlineRow = deadlineRegister[code as keyof typeof deadlineRegister]
  const asks = (kind: string) => (awaited.get(code) as readonly string[] | undefined)?.includes(kind) ?? false
  const isAnswered = life.referrals.some(({ kind, answeredAt }) => answeredAt !== null && asks(kind))
  return isAnswered || has(life, ...((stopsWhen.done ?? []) as readonly CommandType[]))
}

const stateOf = (clock: Clock, life: Life) => {
  if (clock.missed || clock.state === 'fired') return 'missed'
  if (clock.state !== 'stopped') return 'running'
  return isDone(clock, life) ? 'kept' : 'lifted'
}

const none = { fr: 'aucune', en: 'none' }

export const asked = {
  referrals: codes(
    { fr: 'Orientation et réponse', en: 'Referral and answer' },
    { none, ...crossed(kindWords, outcomeWords) },
    { empty: 'none', of: ({ referrals }) => referrals.map((one) => `${one.kind}:${outcomeOf(one)}`) }
  ),
  answers: codes(
    { fr: 'Orientation et délai de réponse', en: 'Referral and time to answer' },
    { none, ...crossed(kindWords, bandWords) },
    { empty: 'none', of: answersOf }
  ),
  clocks: codes(
    { fr: 'Délai', en: 'Time limit' },
    { none: { fr: 'aucun délai', en: 'no time limit' }, ...clockWords },
    { empty: 'none', of: (life) => life.clocks.map((one) => `${one.code}:${stateOf(one, life)}`) }
  )
}
