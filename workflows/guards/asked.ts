import { onlyBesideAsked, type Facts, type PermitAsked } from '../facts/facts.ts'
import { isApplied } from '../vocabulary/states.ts'
import type { Guard, Situation } from './guard.ts'

// Another permit may always be asked for beside what is asked for: no text closes one application by another.

type Beside = Pick<Facts, 'otherPermit' | 'besideAsked' | 'alsoAsked'>

/** What is asked for beside and unanswered, the earliest first. */
const besideUnanswered = ({ otherPermit, besideAsked, alsoAsked }: Beside): PermitAsked[] =>
  otherPermit === 'asked' ? [alsoAsked, besideAsked].filter((one) => one !== null) : []

/** Which of them an answer is about: unsaid, the earliest. */
export const answeredBeside = (facts: Beside, permit?: unknown): PermitAsked | null => {
  const asked = besideUnanswered(facts)
  return asked.find((one) => one === permit) ?? asked[0] ?? null
}

/** What is asked for so once that one is answered. */
export const stillBeside = ({ besideAsked, alsoAsked }: Beside, about: PermitAsked | null) =>
  alsoAsked === null
    ? null
    : { besideAsked: about === besideAsked && about !== alsoAsked ? alsoAsked : besideAsked, alsoAsked: null }

/** What the prefecture has before it: first, and beside it. */
export const askedOfPrefecture = ({ facts, regions }: Situation): (PermitAsked | null)[] => [
  ...(isApplied(regions.residence) && !onlyBesideAsked(facts) ? [facts.permitAsked] : []),
  ...besideUnanswered(facts)
]

const notAsked = (permit: PermitAsked) =>
  ({
    holds: (situation) => !askedOfPrefecture(situation).includes(permit),
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Ce titre est déjà demandé à la préfecture, qui n’a pas encore répondu. Une nouvelle demande s’enregistre, et la première garde son délai.',
      en: 'This permit is already asked of the prefecture, which has not answered yet. A new application is recorded, and the first keeps its time limit.'
    }
  }) as const satisfies Guard

/** They warn: whoever has new grounds may ask anew before the first answer. */
export const askedGuards = {
  complaintPermitNotAsked: notAsked('l425_1'),
  residentCardNotAsked: notAsked('l425_3'),
  housingPermitNotAsked: notAsked('l425_11'),
  discretionNotAsked: notAsked('discretion'),
  youngAdultPermitNotAsked: notAsked('coming_of_age')
} as const satisfies Record<string, Guard>

/** By which each permit that is asked for beside another is said to be asked for already. */
export const askedTwice = {
  l425_1: 'complaintPermitNotAsked',
  l425_11: 'housingPermitNotAsked',
  discretion: 'discretionNotAsked',
  coming_of_age: 'youngAdultPermitNotAsked'
} as const satisfies Partial<Record<PermitAsked, keyof typeof askedGuards>>
