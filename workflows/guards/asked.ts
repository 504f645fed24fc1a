import type { AskedBeside, Facts, PermitAsked } from '../facts/facts.ts'
import { isApplied, regular } from '../vocabulary/states.ts'
import type { Guard, Situation } from './guard.ts'

// Another permit may always be asked for beside what is asked for: no text closes one application by another.

type Beside = Pick<Facts, 'otherPermit' | 'asksBeside' | 'besideAsked' | 'alsoAsked' | 'lapsed'>

/** Of what the prefecture has before it, whether there is nothing but what was asked for beside a permit that has ended since. */
export const onlyBesideAsked = ({ otherPermit, permitAsked }: Pick<Facts, 'otherPermit' | 'permitAsked'>) =>
  otherPermit === 'asked' && permitAsked === null

/** Of a case written before each had its day: two at most, and the silence that is over is of the first. */
const undated = ({
  besideAsked,
  alsoAsked,
  lapsed
}: Pick<Beside, 'besideAsked' | 'alsoAsked' | 'lapsed'>): AskedBeside[] =>
  [alsoAsked, besideAsked]
    .filter((one) => one !== null)
    .map((permit, at) => ({ permit, on: null, over: at === 0 && lapsed.includes('D-SILENCE-OTHER') }))

/** What is asked for beside and unanswered, as it was recorded. */
export const besideUnanswered = (facts: Beside): AskedBeside[] => {
  if (facts.otherPermit !== 'asked') return []
  return facts.asksBeside.length > 0 ? facts.asksBeside : undated(facts)
}

export const earliestOf = (some: readonly AskedBeside[]): AskedBeside | null =>
  some.toSorted((one, other) => (one.on ?? '').localeCompare(other.on ?? ''))[0] ?? null

/** What is asked for so once this one is answered. */
export const besideWithout = (facts: Beside, answered: AskedBeside | null): AskedBeside[] => {
  const asked = besideUnanswered(facts)
  const at = asked.findIndex(({ permit, on }) => permit === answered?.permit && on === answered.on)
  return asked.filter((_one, index) => index !== at)
}

const named = (some: readonly AskedBeside[], permit: unknown) => some.filter((one) => one.permit === permit)

/** Which of them an answer is about: unsaid, the earliest. */
export const answeredBeside = (facts: Beside, permit?: unknown): AskedBeside | null => {
  const asked = besideUnanswered(facts)
  return earliestOf(named(asked, permit)) ?? earliestOf(asked)
}

/** Which of them a silence refuses (R432-2): one on which it has lasted its time, and unsaid the earliest of these. */
export const silentBeside = (facts: Beside, permit?: unknown): AskedBeside | null => {
  const over = besideUnanswered(facts).filter((one) => one.over)
  return earliestOf(named(over, permit)) ?? earliestOf(over) ?? answeredBeside(facts, permit)
}

/** As which permit the one held is renewed; of another stay the case does not know. */
const renewedAs: Readonly<Record<string, PermitAsked>> = {
  ...{ cst_valid: 'l425_1', cst_renewed: 'l425_1' },
  ...{ l425_11: 'l425_11', humanitarian_discretion: 'discretion' }
}

/** A renewal is of the permit held when it was asked for. */
export const renewalOf = (
  { renewalAsked }: Pick<Facts, 'renewalAsked'>,
  residence: string
): PermitAsked | null =>
  renewalAsked && regular.some((state) => state === residence) ? (renewedAs[residence] ?? 'unsaid') : null

/** Of another stay nobody is waited for by its name. */
const renewedByName = ({ facts, regions }: Situation): PermitAsked[] => {
  const permit = renewalOf(facts, regions.residence)
  return permit === null || permit === 'unsaid' ? [] : [permit]
}

/** What the prefecture has before it: first, for renewal, and beside it. */
export const askedOfPrefecture = (situation: Situation): (PermitAsked | null)[] => {
  const { facts, regions } = situation
  return [
    ...(isApplied(regions.residence) && !onlyBesideAsked(facts) ? [facts.permitAsked] : []),
    ...renewedByName(situation),
    ...besideUnanswered(facts).map(({ permit }) => permit)
  ]
}

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
  firstGoesOn: {
    holds: ({ facts }) =>
      facts.permitAsked === null &&
      facts.permitAskedOn !== null &&
      besideUnanswered(facts).some(({ on }) => on === facts.permitAskedOn),
    sees: 'E',
    rests: ['CESEDA.R432-2'],
    reason: {
      fr: 'La première demande n’attend plus de réponse, ou le dossier ne sait pas de quel jour elle est.',
      en: 'The first application waits for no answer, or the case does not know its day.'
    }
  },
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
