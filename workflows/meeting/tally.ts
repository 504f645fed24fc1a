import type { Bilingual } from '../vocabulary/vocabulary.ts'
import type { DecisionRule, SeatType } from '../configuration/cell.ts'
import { institutionsOf, quorumRefused, type MeetingRules, type Seat } from './quorum.ts'

/** One voice on the question « are there reasonable grounds? ». */
export const voices = {
  in_favour: { fr: 'Pour', en: 'In favour' },
  against: { fr: 'Contre', en: 'Against' },
  abstained: { fr: 'Abstention', en: 'Abstention' }
} as const satisfies Record<string, Bilingual>

export type Voice = keyof typeof voices
export const voiceIds = Object.keys(voices) as Voice[]

/** `own`: given under the member's own account, and not noted by the secretary for somebody without a device. */
export type Vote = Seat & { voice: Voice; own: boolean }

/** What a decision keeps of the votes: numbers, never who. `members` could vote; abstaining is not a vote cast. */
export type Tally = {
  members: number
  institutions: number
  inFavour: number
  against: number
  abstained: number
  unanimous: boolean
}

export const tallyOf = (voters: readonly Seat[], votes: readonly Vote[]): Tally => {
  const count = (voice: Voice) => votes.filter((vote) => vote.voice === voice).length
  return {
    members: voters.length,
    institutions: institutionsOf(voters),
    inFavour: count('in_favour'),
    against: count('against'),
    abstained: count('abstained'),
    unanimous: new Set(votes.map(({ voice }) => voice)).size === 1
  }
}

export type Outcome = 'positive' | 'insufficient'

type Rule = (tally: Tally) => Outcome | null

const decides: Record<DecisionRule, Rule> = {
  majority: ({ inFavour, against }) =>
    inFavour === against ? null : inFavour > against ? 'positive' : 'insufficient',
  // Nobody objects, and somebody has spoken for it: silence alone decides nothing.
  consensus: ({ inFavour, against }) => {
    if (inFavour > 0 && against === 0) return 'positive'
    return against > 0 && inFavour === 0 ? 'insufficient' : null
  }
}

export const outcomeOf = (tally: Tally, decidesBy: DecisionRule): Outcome | null => decides[decidesBy](tally)

/** One case before an open meeting: who is there, who may only speak on it, what was voted. */
export type Question = {
  present: readonly Seat[]
  recused: ReadonlySet<string>
  votes: readonly Vote[]
  rules: MeetingRules
  /** Kinds that the quorum asks for and cannot have on this case: all of them withdrew. */
  without?: readonly SeatType[]
}

const mayVote = ({ orgType }: Seat, { voting }: MeetingRules) =>
  (voting as readonly string[]).includes(orgType)

export const votersOf = ({ present, recused, rules }: Omit<Question, 'votes'>): Seat[] =>
  present.filter((seat) => mayVote(seat, rules) && !recused.has(seat.personId))

/** Voices of those who are there and may vote: one of a person who is not counts for nothing. */
const counted = (question: Question) => {
  const voters = votersOf(question)
  const votes = question.votes.filter(({ personId }) => voters.some((seat) => seat.personId === personId))
  return { voters, votes }
}

/** Why those who may vote on this case may not decide it, or null: a kind that withdrew from it altogether is not waited for. */
export const quorumUnmet = (question: Question): Bilingual | null => {
  const { rules, without = [] } = question
  const mustInclude = rules.quorum.mustInclude.filter((kind) => !without.includes(kind))
  return quorumRefused(votersOf(question), { ...rules.quorum, mustInclude })
}

export type Verdict = { refused: Bilingual } | { refused: null; outcome: Outcome; tally: Tally }

const stillAwaited = (spoken: number, expected: number): Bilingual => ({
  fr: `${spoken} voix sur ${expected} : attendez que chaque membre présent se soit exprimé, ou ajournez.`,
  en: `${spoken} of ${expected} votes: wait until every member present has spoken, or adjourn.`
})

/**
 * How many voices the secretary may still note on a case: as many as leave more than half to the members' own hands. A
 * voice does not change once given, so one too many would make the decision impossible. Pure.
 */
export const voicesToNote = (question: Question): number => {
  const { voters, votes } = counted(question)
  return Math.max(0, Math.ceil(voters.length / 2) - 1 - votes.filter(({ own }) => !own).length)
}

/** The rule, told before the first voice is noted, with what it leaves. */
export const notingRule = (left: number): Bilingual => ({
  fr: `Plus de la moitié des voix doivent être données par les membres sous leur propre compte : le secrétariat ${left === 0 ? 'n’en note aucune de plus' : `peut encore en noter ${left}`}.`,
  en: `More than half of the votes must be given by members under their own account: the secretariat may note ${left === 0 ? 'no other' : `${left} more`}.`
})

/** Why the secretary may not note one voice more, or null. Pure. */
export const notingRefused = (question: Question): Bilingual | null =>
  voicesToNote(question) === 0 ? notingRule(0) : null

const tooFewOwn: Bilingual = {
  fr: 'Plus de la moitié des voix doivent être données par les membres sous leur propre compte : le secrétariat ne décide pas seul.',
  en: 'More than half of the votes must be given by members under their own account: the secretariat does not decide alone.'
}
const noOutcome = {
  majority: {
    fr: 'Aucune majorité ne se dégage : ajournez, ou demandez une nouvelle réunion.',
    en: 'There is no majority: adjourn, or plan another meeting.'
  },
  consensus: {
    fr: 'Il n’y a pas de consensus : ajournez, ou demandez une nouvelle réunion.',
    en: 'There is no consensus: adjourn, or plan another meeting.'
  }
} as const satisfies Record<DecisionRule, Bilingual>

/**
 * What the meeting decides on one case, or why it may not. The quorum is counted among those who may vote on it, and
 * everyone of them must have spoken, more than half by their own hand: nobody closes a vote early on the voices that suit
 * them, nor writes them all. Pure.
 */
export const verdictOf = (question: Question): Verdict => {
  const { voters, votes } = counted(question)
  const unmet = quorumUnmet(question)
  if (unmet) return { refused: unmet }
  if (votes.length < voters.length) return { refused: stillAwaited(votes.length, voters.length) }
  if (votes.filter(({ own }) => own).length * 2 <= votes.length) return { refused: tooFewOwn }
  const tally = tallyOf(voters, votes)
  const outcome = outcomeOf(tally, question.rules.decidesBy)
  return outcome ? { refused: null, outcome, tally } : { refused: noOutcome[question.rules.decidesBy] }
}

/** What was said so far, for a case that is put off: it decides nothing, needs no quorum and is nobody's unanimity. */
export const saidSoFar = (question: Question): Tally => {
  const { voters, votes } = counted(question)
  return { ...tallyOf(voters, votes), unanimous: false }
}
