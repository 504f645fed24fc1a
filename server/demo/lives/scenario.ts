import type { CommandType } from '../../../workflows/case/commands.ts'
import { besideOf, changeHands, goOnBeside, minorEnds, type Beside } from './parallel-tracks.ts'
import { closingReason, close, reopen, withdraw } from '../tracks/closure.ts'
import { figures } from '../world/figures.ts'
import { distantShelter, emergency, type HousingEnd } from '../tracks/housing.ts'
import { confirm, formal, identify, inform, protect, review } from '../tracks/identification.ts'
import { prepareMajority, protectMinor, protectorsOf } from '../tracks/minor.ts'
import { complain, permit, reflect, type PermitEnd, type ReflectionEnd } from '../tracks/residence.ts'
import { days, offersReflection, type Script } from './script.ts'
import type { Hour } from './timeline.ts'

type Scope = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

/** How far along each line a life goes, drawn once so that consents, acts and closing agree. */
type Course = {
  housing: HousingEnd | null
  reflection: ReflectionEnd | null
  permit: PermitEnd | null
  formal: 'yes' | 'no' | null | undefined
  beside: Beside
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

const courseOf = (script: Script): Course => {
  const { met, cast, chance, adult } = script
  const { flag } = met
  const foreign =
    flag.nationality === 'third_country' && ['irregular', 'unknown'].includes(flag.stay ?? 'unknown')
  const mayOffer = offersReflection(cast) !== null
  const reflection =
    adult && foreign && mayOffer && chance.chance(0.45) ? chance.weighted(reflectionEnds) : null
  const housing = adult && flag.localDanger && chance.chance(0.5) ? chance.weighted(housingEnds) : null
  return {
    housing,
    reflection,
    permit:
      reflection === 'permit' || (reflection === 'ended' && chance.chance(0.15))
        ? chance.weighted(permitEnds)
        : null,
    formal:
      adult && chance.chance(cast.police ? 0.5 : 0.05) ? chance.weighted({ yes: 65, no: 30 }) : undefined,
    beside: besideOf(script, { housed: housing !== null, permitted: reflection !== null })
  }
}

const scopesOf = ({ chance }: Script, course: Course): Scope[] => {
  const { asylumPlace, programme, other, labour } = course.beside
  const wished: [Scope, boolean][] = [
    ['A', chance.chance(0.6)],
    ['B', chance.chance(0.8)],
    ['C', course.housing !== null],
    ['D', asylumPlace !== null],
    ['E', course.reflection !== null || programme !== null || other !== null],
    ['F', course.formal !== undefined || labour || chance.chance(0.1)],
    ['G', chance.chance(0.35)]
  ]
  return wished.filter(([, yes]) => yes).map(([scope]) => scope)
}

/** When she complained, if she did: it is always her choice. */
const complaint = (script: Script, course: Course, from: Hour): Hour | null => {
  const trafficking = course.permit !== null
  return trafficking || script.chance.chance(0.15) ? complain(script, from, trafficking) : null
}

const followRights = (
  script: Script,
  course: Course,
  { from, complainedAt }: { from: Hour; complainedAt: Hour }
) => {
  if (!course.reflection) return complainedAt
  const reflectedAt = reflect(script, from, course.reflection)
  if (reflectedAt === null || !course.permit) return Math.max(complainedAt, reflectedAt ?? from)
  return permit(script, Math.max(complainedAt, reflectedAt), course.permit)
}

const told = ({ steps }: Script, command: CommandType) =>
  steps.some((step) => step.type === 'act' && step.command === command)

/** Whether a life stands where it may rest without being closed, or cannot be closed by law. */
const unclosable = ({ housing, permit: step }: Course) =>
  step === 'applied' ||
  step === 'receipt' ||
  (housing !== null && ['waiting', 'refused_by_desk', 'refused_by_shelter'].includes(housing))

/** What is under way still rests on what she agreed to. */
const needsAgreement = ({ reflection, formal: asked, beside }: Course) =>
  reflection !== null ||
  asked !== undefined ||
  Object.values(beside).some((part) => part !== null && part !== false)

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
  const complainedAt = complaint(script, course, informedAt)
  const ends = [
    followRights(script, course, { from: informedAt, complainedAt: complainedAt ?? informedAt }),
    goOnBeside(script, informedAt, {
      beside: course.beside,
      housed: course.housing !== null,
      permitted: course.permit !== null,
      complainedAt: complained(script) ? complainedAt : null
    }),
    course.housing ? distantShelter(script, informedAt, course.housing) : informedAt,
    course.formal !== undefined ? formal(script, informedAt, course.formal) : informedAt
  ]
  const last = Math.max(...ends)
  if (script.adult) confirm(script, presumedAt, last + days(50))
  if (course.formal === 'no' && !told(script, 'judgment.recognised') && chance.chance(0.4))
    review(script, last, 'positive')
  if (chance.chance(0.05)) withdraw(script, last + days(40), needsAgreement(course) ? ['G'] : ['A', 'F', 'G'])
  if (unclosable(course) || changeHands(script, last + days(45)) || script.heldOpen) return
  leave(script, last + days(50))
}

/** Somebody may have wished to complain without anyone to go with her. */
const complained = (script: Script) => told(script, 'complaint.file')

/** Whoever protects her, from the report of concern to where this life leaves it. */
const guarded = (script: Script): Hour => {
  const { chance, met } = script
  const end = chance.weighted(minorEnds)
  const until = protectMinor(script, 0, { end, by: protectorsOf(script) })
  if (end === 'sheltered') script.heldOpen = true
  const near = !['0-12', '13-14'].includes(met.flag.ageBand ?? '')
  return near && chance.chance(0.1) ? prepareMajority(script, until) : until
}

const child = (script: Script, presumedAt: Hour) => {
  const informedAt = inform(script, presumedAt, [])
  const protectedAt = script.chance.chance(0.45) ? guarded(script) : presumedAt
  if (protectedAt === presumedAt) protect(script, informedAt)
  const complainedAt = script.chance.chance(0.2) ? complain(script, informedAt) : informedAt
  if (!script.heldOpen) leave(script, Math.max(complainedAt, protectedAt) + days(90))
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
