import type { Static, TObject } from 'typebox'
import type { CommandRow, Effect, Apply, Opening } from '../act/command.ts'
import { asylumTwin } from '../deadlines/clocks/asylum.ts'
import type { DeadlineCode } from '../deadlines/deadlines.ts'
import type { GuardId } from '../guards/guards.ts'
import type { LegalCode } from '../law/register.ts'
import type { Bilingual, ReferralKind } from '../vocabulary/vocabulary.ts'
import { asylumHousingStates as states } from '../vocabulary/states.housing.ts'

// An act of any place, as the asylum scheme does it: the same form, its own states, clocks and facts. It is told to those
// alone who may know of asylum, so that it touches nothing that is told to others.

type Row<I extends TObject> = Omit<CommandRow, 'input'> & { input: I }

const here = ({ fr, en }: Bilingual): Bilingual => ({
  fr: `${fr} (place d’asile)`,
  en: `${en} (asylum place)`
})

const sleptIn = ['housed_acse', 'moved']
const stateHere = (state: string): string[] => {
  if (sleptIn.includes(state)) return ['housed']
  return state in states ? [state] : []
}
const fromHere = (from: CommandRow['from']) => (from === 'any' ? from : [...new Set(from.flatMap(stateHere))])

const clockHere = (code: DeadlineCode): DeadlineCode[] => {
  const one = code === 'MNIO-REHOUSE' ? code : asylumTwin[code]
  return one ? [one] : []
}
const openedHere = (opening: Opening): Opening[] => {
  // Its condition looks at what is told to others, and does not hold here: this clock opens with the act alone.
  const { when: _when, ...alone } = opening
  return clockHere(opening.code).map((code) => ({ ...alone, code }))
}

const guardsHere: Partial<Record<GuardId, GuardId>> = {
  hasBed: 'sleepsInAsylumPlace',
  noBed: 'noAsylumBed',
  underRoof: 'inAsylumPlace',
  holdNotExtended: 'asylumHoldNotExtended'
}
const basisHere = (code: LegalCode): LegalCode => (code === 'MNIO.ACSE' ? 'CESEDA.L552-8' : code)
const kindsHere: Partial<Record<ReferralKind, ReferralKind>> = { acse: 'dna', acse_place: 'dna_place' }
const effectHere = (effect: Effect): Effect =>
  effect.type === 'withdrawReferrals'
    ? { ...effect, kinds: effect.kinds.flatMap((kind) => kindsHere[kind] ?? []) }
    : effect

const ofSearch = ['T202', 'T203', 'T206']

export const likewise = <I extends TObject>(
  act: Row<I>,
  differs: { opens?: readonly Opening[]; apply?: Apply<Static<I>> } = {}
): Row<I> => ({
  ...act,
  transition: ofSearch.includes(act.transition) ? 'T207' : 'T208',
  region: 'asylum_housing',
  from: fromHere(act.from),
  to: stateHere(act.to)[0] ?? 'same',
  label: here(act.label),
  done: here(act.done),
  // It writes nothing that all see: there is nothing to tell them.
  aloud: null,
  guards: act.guards.map((guard) => guardsHere[guard] ?? guard),
  basis: act.basis.map(basisHere),
  opens: differs.opens ?? act.opens.flatMap(openedHere),
  effects: act.effects.map(effectHere),
  apply: (differs.apply ?? null) as CommandRow['apply']
})
