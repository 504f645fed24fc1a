import {
  accessTo,
  knowsOrigin,
  maySee,
  scopesShownTo,
  seesWhole,
  sight,
  type ClassAccess
} from './data-classes.ts'
import * as disclosure from './disclosure.ts'
import type { CommandType } from '../workflows/case/commands.ts'
import { metTerritory, type Facts } from '../workflows/facts/facts.ts'
import type { Guard } from '../workflows/guards/guards.ts'
import { ownPool, type PlaceKind } from '../workflows/places/places.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import type { FieldNotes } from '../workflows/vocabulary/fields.ts'
import {
  consentScopes,
  type ConsentScope,
  type DataClass,
  type ReferralKind,
  type Seen
} from '../workflows/vocabulary/vocabulary.ts'

type Happening = disclosure.Happening
export type Sight = ReturnType<typeof sightOf>

/**
 * What a reader may see of one case: whatever one of their capacities in it does. PostgreSQL decides by each part that their
 * organisation takes, and what they may do follows all of them as well. `held`: the strongest first.
 */
export const sightOf = (held: readonly Capacity[], facts: Facts) => {
  const any = (may: (capacity: Capacity) => boolean) => held.some(may)
  const whole = (seen: Seen) => any((one) => seesWhole(seen, one, facts))
  const placed = whole('K')
  const shown = held.flatMap((one) => scopesShownTo(one, facts))
  return {
    held,
    facts,
    /** If only as a coarse word. */
    sees: (seen: Seen) => [seen].flat().every((each) => any((one) => maySee(each, one, facts))),
    whole,
    /** Whole, or, of what is told with the coarse word, if only as that word. */
    learns: ({ sees, coarse = false }: Pick<Guard, 'sees' | 'coarse'>) =>
      [sees].flat().every((each) => any((one) => (coarse ? maySee : seesWhole)(each, one, facts))),
    accessTo: (dataClass: DataClass): ClassAccess => {
      const each = held.map((one) => accessTo(dataClass, one, facts))
      const opens = each.find(({ access }) => access !== 'closed')
      const waits = each.find(({ opensWith }) => opensWith !== null)
      return opens ?? waits ?? { access: 'closed', opensWith: null }
    },
    /** The consents of which they may be told. */
    scopes: (Object.keys(consentScopes) as ConsentScope[]).filter((scope) => shown.includes(scope)),
    /** May know where the person is now. */
    placed,
    /** May know whence the person came there. */
    origin: any((one) => knowsOrigin(one, facts)),
    /** Where they are told that the person is. */
    territory: placed ? facts.territory : metTerritory(facts),
    // PostgreSQL decides by the organisation; in a capacity that has a pool of its own it learns no place of another.
    stay: (pool: PlaceKind | null) =>
      any((one) => maySee('A', one, facts) && (ownPool[one] ?? pool) === pool),
    /** Where children are kept is for those who keep them, and outlives no majority. */
    keepsChildren: any((one) => sight[one].minorsOnly === true),
    clock: (code: string) => whole(disclosure.deadlineClass(code)),
    referral: (kind: string) => whole(disclosure.referralClass(kind as ReferralKind)),
    act: (type: CommandType) => whole(disclosure.actClass(type)),
    hearsOf: (happening: Happening) => any((one) => disclosure.mayHearOf(happening, one, facts)),
    /** The one word in which they learn that something moved which they see, where they may not follow the act. */
    inAWord: (happening: Happening) =>
      held.flatMap((one) => disclosure.heardInAWord(happening, one, facts) ?? [])[0] ?? null,
    readsValue: (field: { command: string; notes: FieldNotes }) =>
      any((one) => disclosure.mayReadValue(field, one, facts))
  }
}
