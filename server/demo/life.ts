import { closingReason, close, reopen, withdraw } from './closure.thread.ts'
import { figures } from './figures.ts'
import { distantShelter, emergency, type HousingEnd } from './housing.thread.ts'
import { formal, identify, inform, protect, review } from './identification.thread.ts'
import { complain, permit, reflect, type PermitEnd, type ReflectionEnd } from './residence.thread.ts'
import { days, type Script } from './script.ts'
import type { Hour } from './timeline.ts'

type Scope = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

/** How far along each line a life goes, drawn once so that consents, acts and closing agree. */
type Course = {
  housing: HousingEnd | null
  reflection: ReflectionEnd | null
  permit: PermitEnd | null
  formal: 'yes' | 'no' | null | undefined
}

// What is only on its way is not drawn: the present cuts lives wherever they stand.
const housingEnds: Partial<Record<HousingEnd, number>> = {
  refused_by_desk: 9,
  refused_by_shelter: 7,
  waiting: 2,
  declined: 12,
  left: 24,
  absconded: 8,
  ended: 38
}
const reflectionEnds: Partial<Record<ReflectionEnd, number>> = {
  silent: 2,
  declined: 5,
  accepted: 2,
  interrupted: 4,
  ended: 42,
  permit: 45
}
const permitEnds: Record<PermitEnd, number> = { applied: 6, receipt: 10, issued: 60, renewed: 24 }

const courseOf = ({ met, cast, chance, adult }: Script): Course => {
  const { flag } = met
  const foreign =
    flag.nationality === 'third_country' && ['irregular', 'asylum', 'unknown'].includes(flag.stay)
  const mayOffer = (cast.mayOfferReflection && cast.referent !== null) || cast.police?.startsWith('police')
  const reflection =
    adult && foreign && mayOffer && chance.chance(0.45) ? chance.weighted(reflectionEnds) : null
  return {
    housing: adult && flag.localDanger && chance.chance(0.5) ? chance.weighted(housingEnds) : null,
    reflection,
    permit:
      reflection === 'permit' || (reflection === 'ended' && chance.chance(0.15))
        ? chance.weighted(permitEnds)
        : null,
    formal: cast.police && adult && chance.chance(0.5) ? chance.weighted({ yes: 65, no: 30 }) : undefined
  }
}

const scopesOf = ({ chance }: Script, course: Course): Scope[] => {
  const wished: [Scope, boolean][] = [
    ['A', chance.chance(0.6)],
    ['B', chance.chance(0.8)],
    ['C', course.housing !== null],
    ['E', course.reflection !== null],
    ['F', course.formal !== undefined || chance.chance(0.1)],
    ['G', chance.chance(0.35)]
  ]
  return wished.filter(([, yes]) => yes).map(([scope]) => scope)
}

const followRights = (script: Script, course: Course, from: Hour): Hour => {
  const trafficking = course.permit !== null
  const complainedAt = trafficking || script.chance.chance(0.15) ? complain(script, from, trafficking) : from
  if (!course.reflection) return complainedAt
  const reflectedAt = reflect(script, from, course.reflection)
  if (reflectedAt === null || !course.permit) return Math.max(complainedAt, reflectedAt ?? from)
  return permit(script, Math.max(complainedAt, reflectedAt), course.permit)
}

/** Whether a life stands where it may rest without being closed, or cannot be closed by law. */
const unclosable = ({ housing, permit: step }: Course) =>
  step === 'applied' || step === 'receipt' || housing === 'waiting'

const leave = (script: Script, from: Hour) => {
  const { chance } = script
  const closedAt = from + days(chance.whole(20, 240))
  if (!chance.chance(script.adult ? 0.88 : 0.55)) return
  close(script, closedAt, closingReason(script))
  if (chance.chance(0.04)) reopen(script, closedAt)
}

const rejected = (script: Script, at: Hour) => {
  const { chance } = script
  if (chance.chance(0.1)) {
    const outcome = script.cast.referent && chance.chance(0.6) ? 'positive' : 'insufficient'
    const reviewedAt = review(script, at, outcome)
    return leave(script, outcome === 'positive' ? inform(script, reviewedAt, []) : reviewedAt)
  }
  if (!chance.chance(0.93)) return
  close(script, at + days(chance.whole(4, 60)), chance.weighted({ not_victim: 3, lost: 4, by_person: 2 }))
}

const assisted = (script: Script, presumedAt: Hour) => {
  const { chance } = script
  const course = courseOf(script)
  const informedAt = inform(script, presumedAt, scopesOf(script, course))
  const ends = [
    followRights(script, course, informedAt),
    course.housing ? distantShelter(script, informedAt, course.housing) : informedAt,
    course.formal !== undefined ? formal(script, informedAt, course.formal) : informedAt
  ]
  const last = Math.max(...ends)
  if (course.formal === 'no' && chance.chance(0.4)) review(script, last, 'positive')
  if (chance.chance(0.05))
    withdraw(
      script,
      last,
      course.reflection || course.formal !== undefined ? ['B', 'G'] : ['A', 'B', 'F', 'G']
    )
  if (!unclosable(course) && !script.seeking) leave(script, last + days(50))
}

const child = (script: Script, presumedAt: Hour) => {
  const informedAt = inform(script, presumedAt, [])
  protect(script, informedAt)
  const complainedAt = script.chance.chance(0.2) ? complain(script, informedAt) : informedAt
  leave(script, complainedAt + days(90))
}

/** A whole life in the mechanism, drawn from the figures. It is played until the present, and no further. */
export const ordinaryLife = (script: Script) => {
  const { chance, cast, met, adult } = script
  const by = cast.police && chance.chance(0.6) ? 'police' : 'cell'
  const opinion = by === 'cell' && chance.chance(figures.insufficient.value) ? 'insufficient' : 'positive'
  if (met.flag.danger === 'immediate' && adult && chance.chance(0.6)) emergency(script, 0)
  const concludedAt = identify(script, { by, opinion, slow: chance.chance(0.06) })!
  if (!adult && opinion === 'insufficient') protect(script, null)
  if (opinion === 'insufficient') return rejected(script, concludedAt)
  return adult ? assisted(script, concludedAt) : child(script, concludedAt)
}
