import { roleOfType, type Actor } from '../../../policies/actor.ts'
import { sight } from '../../../policies/data-classes.ts'
import { overseesOpenings } from '../../../policies/emergency-access.ts'
import { handsCases } from '../../../policies/organisations/handing.ts'
import { poolOfRole, poolsOf } from '../../../policies/pools.ts'
import { isUnanswered } from '../../../workflows/referral/machine.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { isBlind, movesPlace, poolMoved, previewed, scopesOf } from '../classes.ts'
import { between, logins, outside, type House } from '../house/house.ts'
import type { Sent, Standing } from '../house/standing.ts'
import type { Read, Reading } from '../readings/reading.ts'
import type { Below } from './inputs.ts'
import type { Names } from './names.ts'
import { doerOf, type Life, type Step } from './play.ts'

// Who may not know of what one life has in secret: all whom the matrix keeps blind to it, but those who did it or were told.

/** Answers that are the sender's to read; what becomes of it after them is not, where the sender may not know. */
const toldToSender: readonly string[] = ['accept', 'decline', 'ask', 'transfer']

/** Whether what is told in this capacity rests on a consent that one of these steps is about. */
export const restsOn = (steps: readonly Step[], capacity: Capacity): boolean => {
  const scopes = steps.flatMap(scopesOf)
  return Object.values(sight[capacity].consent).some((scope) => scopes.includes(scope))
}

/**
 * Accounts whose own people did it, to whom it was sent, who were answered by it, who keep the places of which it moved one, or
 * whose part rests on a consent that it is about: they know of it whatever the matrix says.
 */
export const partiesTo = (
  house: House,
  { steps, made }: { steps: readonly Step[]; made: string },
  { sent, openings, handings, held }: Standing,
  { names }: Life
): Set<string> => {
  const answers = steps.filter((step) => step.type === 'referral')
  const orgs = sent.flatMap(({ id, recipient, sender, awaited }) => {
    const name = names.nameOf(id) ?? ''
    const own = answers.filter(({ of }) => of === name)
    if (name.startsWith(made) || own.some(({ command }) => toldToSender.includes(command)))
      return [recipient, sender, awaited]
    return own.length > 0 ? [recipient, awaited] : []
  })
  const settled = steps.flatMap((step) => (step.type === 'handing' && 'of' in step ? [step.of] : []))
  const sides = handings.flatMap(({ id, from, to }) => {
    const name = names.nameOf(id) ?? ''
    return name.startsWith(made) || settled.includes(name) ? [from, to] : []
  })
  const opened = steps.some(({ type }) => type === 'emergency')
    ? openings.flatMap(({ opener, told }) => [opener, ...told])
    : []
  const doers = steps.flatMap((step) => house.actors.get(doerOf(step)) ?? [])
  const rests = (login: string) => held(login).some((one) => restsOn(steps, one))
  const moved = new Set(steps.flatMap(poolMoved))
  const keeps = (actor: Actor) =>
    [...poolsOf(actor), poolOfRole(actor.role)].some((pool) => pool && moved.has(pool))
  const isParty = ([login, actor]: [string, Actor]) => {
    const { orgId, orgType, role } = actor
    return (
      rests(login) ||
      keeps(actor) ||
      opened.includes(orgId) ||
      (sides.includes(orgId) && handsCases(actor)) ||
      (opened.length > 0 && overseesOpenings(role)) ||
      doers.some((doer) => orgId === doer.orgId && role === doer.role) ||
      (orgs.includes(orgId) && role === roleOfType[orgType])
    )
  }
  return new Set([...house.actors].filter(isParty).map(([login]) => login))
}

export type Blind = {
  house: House
  classes: readonly DataClass[]
  stood: readonly Standing[]
  base: Standing
  parties: Set<string>
  hidden: readonly Step[]
  /** What rows are called in the life without the secret, and in that with it. */
  names: readonly [Names, Names]
}

/** Whether what one was shown of a referral, of one of these classes by the table of previews, is what is hidden in the other life. */
export const wasShown = ({ classes, stood, names: [one, other] }: Blind, sent: readonly Sent[]) =>
  sent.some(({ id, kind, preview }) => {
    if (!previewed(kind).some((each) => classes.includes(each))) return false
    const twin = other.idOf(one.nameOf(id) ?? '')
    const shown = stood.at(-1)!.sent.find((each) => each.id === twin)?.preview
    return JSON.stringify(shown) !== JSON.stringify(preview)
  })

/** Whoever was asked and has not answered learns that no answer is awaited any more, whatever took the request back. */
const wasReleased = ({ stood, names: [one, other] }: Blind, sent: readonly Sent[]) =>
  sent.some(({ id, state }) => {
    const twin = other.idOf(one.nameOf(id) ?? '')
    const then = stood.at(-1)!.sent.find((each) => each.id === twin)?.state
    return isUnanswered({ state }) && then !== undefined && !isUnanswered({ state: then })
  })

/** The same of a proposal to hand the case on: it ends with an agreement of the person, whichever. */
const wasSpared = (orgId: string, { stood, base, names: [one, other] }: Blind) =>
  base.handings.some(({ id, from, to, state }) => {
    const twin = other.idOf(one.nameOf(id) ?? '')
    const then = stood.at(-1)!.handings.find((each) => each.id === twin)?.state
    return [from, to].includes(orgId) && then !== undefined && then !== state
  })

type Hidden = Pick<Blind, 'classes' | 'hidden'>

/** The classes that show something of the secret to whoever opens them in an emergency. */
const shownOf = ({ classes, hidden }: Hidden): readonly DataClass[] =>
  hidden.some(movesPlace) ? [...classes, 'A'] : classes

/** The same reading, without what its author found who had just opened the secret in an emergency: there it may be told. */
export const withoutOpened = (read: Read, of: Hidden): Read => {
  const after = shownOf(of).map((one) => `after glass.open ${one}: `)
  const isKept = (reading: Reading) => !after.some((start) => reading.of.startsWith(start))
  return {
    ...read,
    byReader: new Map([...read.byReader].map(([login, readings]) => [login, readings.filter(isKept)]))
  }
}

/** Whether an emergency, which both lives share, opened one of these classes to the people of an account. */
const hasOpened = (orgId: string, seeing: Blind) => {
  const { base, stood } = seeing
  const shown = shownOf(seeing)
  return [base, ...stood].some(({ openings }) =>
    openings.some((one) => one.opener === orgId && one.classes.some((each) => shown.includes(each)))
  )
}

export const blindTo = (seeing: Blind, below: Below): Map<string, string> => {
  const { house, classes, stood, base, parties } = seeing
  const twin = stood.at(-1)!
  const taking = (login: string) => stood.some(({ held }) => held(login).length > 0)
  const orgs = new Set([
    ...logins.filter(taking).map((login) => house.actors.get(login)!.orgId),
    ...base.handings.map(({ to }) => to)
  ])
  // Of no part of any life: whatever it hides, nothing of it is told to a colleague of another team.
  const readers = new Map<string, string>(house.readers.includes(outside) ? [[outside, 'other team']] : [])
  const told = new Set<string>()
  for (const login of logins) {
    const [before, after] = [base.held(login), twin.held(login)]
    const gained = after.some((capacity) => !before.includes(capacity))
    const blind = [...stood, base].every(({ held, situation }) =>
      isBlind(classes, held(login), situation.facts)
    )
    const asked = base.sent.filter(({ recipient }) => recipient === house.actors.get(login)!.orgId)
    const knows =
      parties.has(login) ||
      wasShown(seeing, asked) ||
      wasReleased(seeing, asked) ||
      wasSpared(house.actors.get(login)!.orgId, seeing) ||
      hasOpened(house.actors.get(login)!.orgId, seeing)
    if (knows || gained || !blind) {
      told.add(login)
      continue
    }
    if (before.length > 0) readers.set(login, before.join('+'))
    else if (orgs.has(house.actors.get(login)!.orgId) || below(20) === 0) readers.set(login, 'outsider')
  }
  // Whoever works for two houses may know of it from the other one.
  if (house.second !== null && told.has(house.second)) readers.delete(between)
  return readers
}
