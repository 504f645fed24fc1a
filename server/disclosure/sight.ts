import {
  accessTo,
  knowsOrigin,
  maySee,
  scopesShownTo,
  seesWhole,
  sightOf as matrixOf
} from '../../policies/data-classes.ts'
import type { ClassAccess, Seen } from '../../policies/data-classes.ts'
import {
  actClass,
  deadlineClass,
  heardInAWord,
  mayHearOf,
  mayReadValue,
  referralClass,
  type Happening
} from '../../policies/disclosure.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { metTerritory, type Facts } from '../../workflows/case/facts.ts'
import type { FieldNotes } from '../../workflows/vocabulary/fields.ts'
import { ownPool, type PlaceKind } from '../../workflows/places/places.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import {
  consentScopes,
  type Bilingual,
  type ConsentScope,
  type DataClass,
  type ReferralKind
} from '../../workflows/vocabulary/vocabulary.ts'

/**
 * What a reader may see of one case: whatever one of their capacities in it does. PostgreSQL decides by each part that their
 * organisation takes, and what they may do follows all of them as well.
 */
export type Sight = {
  /** In which capacities they read it, the strongest first. */
  held: readonly Capacity[]
  facts: Facts
  /** If only as a coarse word. */
  sees: (dataClass: DataClass | null) => boolean
  whole: (seen: Seen) => boolean
  accessTo: (dataClass: DataClass) => ClassAccess
  /** The consents of which they may be told. */
  scopes: readonly ConsentScope[]
  /** May know where the person is now. */
  placed: boolean
  /** May know whence the person came there. */
  origin: boolean
  /** Where they are told that the person is. */
  territory: string
  /** May know that the person has a place of this pool, and which. */
  stay: (pool: PlaceKind) => boolean
  /** Keeps children: where they are kept outlives no majority. */
  keepsChildren: boolean
  clock: (code: string) => boolean
  referral: (kind: string) => boolean
  act: (type: CommandType) => boolean
  hearsOf: (happening: Happening) => boolean
  /** The one word in which they learn that something moved which they see, where they may not follow the act. */
  inAWord: (happening: Happening) => Bilingual | null
  readsValue: (field: { command: string; notes: FieldNotes }) => boolean
}

export const sightOf = (held: readonly Capacity[], facts: Facts): Sight => {
  const any = (may: (capacity: Capacity) => boolean) => held.some(may)
  const whole = (seen: Seen) => any((one) => seesWhole(seen, one, facts))
  const placed = whole('K')
  const scopes = new Set(held.flatMap((one) => scopesShownTo(one, facts)))
  const words = (happening: Happening) => held.flatMap((one) => heardInAWord(happening, one, facts) ?? [])
  return {
    held,
    facts,
    sees: (dataClass) => any((one) => maySee(dataClass, one, facts)),
    whole,
    accessTo: (dataClass) => {
      const each = held.map((one) => accessTo(dataClass, one, facts))
      const open = each.find(({ access }) => access !== 'closed')
      const waiting = each.find(({ opensWith }) => opensWith !== null)
      return open ?? waiting ?? { access: 'closed', opensWith: null }
    },
    scopes: (Object.keys(consentScopes) as ConsentScope[]).filter((scope) => scopes.has(scope)),
    placed,
    origin: any((one) => knowsOrigin(one, facts)),
    territory: placed ? facts.territory : metTerritory(facts),
    // PostgreSQL decides by the organisation; in a capacity that has a pool of its own it learns no place of another.
    stay: (pool) => any((one) => maySee('A', one, facts) && (ownPool[one] ?? pool) === pool),
    keepsChildren: any((one) => matrixOf(one).minorsOnly === true),
    clock: (code) => whole(deadlineClass(code)),
    referral: (kind) => whole(referralClass(kind as ReferralKind)),
    act: (type) => whole(actClass(type)),
    hearsOf: (happening) => any((one) => mayHearOf(happening, one, facts)),
    inAWord: (happening) => words(happening)[0] ?? null,
    readsValue: (field) => any((one) => mayReadValue(field, one, facts))
  }
}
