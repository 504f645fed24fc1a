import type { Facts } from '../../workflows/facts/facts.ts'
import type { Life, LifeStep } from './living.ts'
import type { Translation } from './translated.ts'

// What she agreed to moved the word of the region until it was told scope by scope. A log is what was done: its acts and what
// they teach stay as they are, and the word is translated.

/** No word tells any more that something was given, taken back or ended: she was informed, or heard. */
const wordsNow: Record<string, string> = {
  consent_recorded: 'informed',
  consent_modified: 'informed',
  consent_withdrawn: 'informed'
}

/** The acts that move the word now, and where to. */
const moves: Record<string, string> = { 'person.inform': 'informed', 'child.heard': 'heard' }

type Told = { word: string; informed: boolean; steps: LifeStep[] }

/** Of age, she is informed anew: that was written as a move, and still is. */
const wordAfter = ({ command, moved }: LifeStep, word: string) =>
  moves[command] ?? (moved?.consent === 'not_informed' ? 'not_informed' : word)

const told = ({ word, informed, steps }: Told, step: LifeStep): Told => {
  const next = wordAfter(step, word)
  const { moved = {}, ...act } = step
  const { consent: _old, ...others } = moved
  const now = next === word ? others : { ...others, consent: next as 'informed' }
  return {
    word: next,
    informed: step.command === 'person.inform' || (informed && step.command !== 'majority.reached'),
    steps: [...steps, Object.keys(now).length > 0 ? { ...act, moved: now } : act]
  }
}

/**
 * Taking a consent back from somebody who was not informed led to a word from which others could be asked: whoever asks them
 * now has informed her first, and that stands in the log before it. Informed so, she is not informed once more.
 */
const stepTold = (before: Told, step: LifeStep): Told => {
  if (step.command === 'person.inform' && before.informed) return before
  const asks = ['consent.record', 'child.heard'].includes(step.command)
  const first = { command: 'person.inform', input: {}, by: step.by }
  return told(asks && before.word === 'not_informed' ? told(before, first) : before, step)
}

/** A life as the log of an earlier version tells it, in the words of today: whether a child was heard stands in the log alone. */
const lifeToday = (life: Life): Life => {
  const start: Told = { word: life.regions.consent, informed: false, steps: [] }
  const { word, informed, steps } = life.steps.reduce(stepTold, start)
  const { childHeard: _unread, ...facts } = life.end.facts as Facts & { childHeard?: boolean }
  return {
    ...life,
    steps,
    end: { regions: { ...life.end.regions, consent: word as 'informed' }, facts: { ...facts, informed } }
  }
}

export const consentsApart: Translation = (recorded) => ({
  ...recorded,
  states: {
    ...recorded.states,
    consent: (recorded.states['consent'] ?? []).map((state) => wordsNow[state] ?? state)
  },
  lives: recorded.lives.map(lifeToday)
})
