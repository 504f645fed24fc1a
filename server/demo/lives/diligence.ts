import type { CommandType, InputOf } from '../../../workflows/case/commands.ts'
import type { Chance } from '../world/random.ts'
import { days, policeOf, type Said, type Script, type Step } from './script.ts'
import type { Hour } from './timeline.ts'

const needs = ['safety', 'health', 'psychological', 'income', 'legal'] as const
const longest = days(730)

/** How often somebody forgets: a world where all is done in time would show nobody what being late looks like. */
const forgotten = 0.1

type Act = Extract<Step, { type: 'act' }>

const told = ({ steps }: Script, ...commands: CommandType[]) =>
  steps.find((step): step is Act => step.type === 'act' && commands.includes(step.command))

type Doing<C extends CommandType> = { by: string | null; at: Hour; said: Said<InputOf<C>> }

const add = <C extends CommandType>({ steps }: Script, command: C, { by, at, said }: Doing<C>) => {
  if (by !== null)
    steps.push({ type: 'act', at, by, command, said: said as Said<Record<string, unknown>>, ifOpen: true })
}

const addCare = (script: Script, from: Hour, chance: Chance) => {
  if (told(script, 'needs.assess', 'plan.sign')) return
  const by = script.cast.referent
  const goals = chance.sample(needs, chance.whole(2, 4))
  const seenAt = from + chance.between(8, 40)
  const signedAt = seenAt + days(chance.whole(3, 12))
  const withHer = true
  add(script, 'needs.assess', { by, at: seenAt, said: (on) => ({ on, domains: goals, urgent: [], withHer }) })
  add(script, 'plan.sign', { by, at: signedAt, said: (on) => ({ on, goals, withHer }) })
  for (let at = signedAt + days(80); at < from + longest; at += days(80))
    add(script, 'plan.review', { by, at, said: (on) => ({ on, goals, withHer }) })
}

const addReflection = (script: Script, from: Hour, chance: Chance) => {
  const { cast, met, adult } = script
  const { nationality, stay, language } = met.flag
  if (!adult || nationality !== 'third_country' || stay === 'regular' || told(script, 'reflection.offer'))
    return
  add(script, 'reflection.offer', {
    by: cast.mayOfferReflection ? cast.referent : policeOf(cast),
    at: from + chance.between(20, 60),
    said: (on) => ({ on, language, means: 'in_person', confidential: true, wishes: false })
  })
}

/** By whoever houses her, for as long as she sleeps there. */
const addStayReviews = (script: Script) => {
  const arrival = told(script, 'acse.admission', 'dna.admission')
  if (!arrival || told(script, 'housing.moved')) return
  const review = arrival.command === 'dna.admission' ? 'dna.stay_review' : 'stay.review'
  for (let at = arrival.at + days(85); at < arrival.at + longest; at += days(175))
    add(script, review, { by: arrival.by, at, said: (on) => ({ on, outcome: 'goes_on' }) })
}

/**
 * What people do unasked and the story does not tell: needs within two days, a plan with her and its reviews, those of her
 * stay, and the reflection period, which most do not want. Each is left out where the case has moved on.
 */
export const addDiligence = (script: Script, chance: Chance) => {
  const start = told(script, 'grounds.positive', 'grounds.record')
  if (!start || chance.chance(forgotten)) return
  addCare(script, start.at, chance)
  addReflection(script, start.at, chance)
  addStayReviews(script)
}
