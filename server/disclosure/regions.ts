import { regionClass } from '../../policies/disclosure.ts'
import { regionIds, stateRow } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { housingIn } from '../../workflows/vocabulary/states.housing.ts'
import { openProcedure } from '../../workflows/regions/judicial/stages.ts'
import { procedureWords } from '../../workflows/regions/judicial/words.ts'
import { residenceWord } from '../../workflows/vocabulary/words.union.ts'
import { isClosed, minorStates, unprotected, type RegionState } from '../../workflows/vocabulary/states.ts'
import type { Bilingual, RegionId, Tone } from '../../workflows/vocabulary/vocabulary.ts'
import type { Sight } from '../../policies/sight.ts'
import { toldState } from '../../policies/told-state.ts'

const hidden: Bilingual = { fr: 'Non communiqué', en: 'Not shared' }
/** Why it was closed may tell that she returned, or where: that is for who may read her account. */
const justClosed = { state: 'closed', label: { fr: 'Clos', en: 'Closed' }, tone: 'none' } as const

type Coarse = { states: readonly string[]; word: Bilingual; tone: Tone }

/** What a capacity that sees a region only coarsely is told: housed or not; procedure open, closed or convicted. */
const coarse: Partial<Record<RegionId, { some: readonly Coarse[]; none: Bilingual }>> = {
  housing: {
    some: [
      {
        states: housingIn('housed'),
        word: { fr: 'Hébergement en cours', en: 'Housed' },
        tone: 'done'
      }
    ],
    none: { fr: 'Sans hébergement', en: 'Not housed' }
  },
  judicial: {
    some: [
      {
        states: openProcedure,
        word: procedureWords.open,
        tone: 'running'
      },
      {
        states: ['convicted_final'],
        word: procedureWords.convicted,
        tone: 'done'
      },
      {
        states: ['dismissed', 'acquitted_final'],
        word: procedureWords.closed,
        tone: 'none'
      }
    ],
    none: { fr: 'Aucune procédure', en: 'No procedure' }
  },
  minor: {
    some: [
      {
        states: Object.keys(minorStates).filter(
          (state) => !unprotected.includes(state as RegionState<'minor'>)
        ),
        word: { fr: 'Protection comme personne mineure', en: 'Protected as a minor' },
        tone: 'running'
      }
    ],
    none: { fr: 'Sans objet', en: 'Not applicable' }
  }
}

/** A region as one reader may see it: in full, coarsely, or not at all. */
export type DisclosedRegion = { id: RegionId; state: string; label: Bilingual; tone: Tone }

export const discloseRegion = (id: RegionId, situation: Situation, sight: Sight): DisclosedRegion => {
  const { regions: at } = situation
  const dataClass = regionClass(id)
  const open = sight.sees(dataClass)
  if (!open && id !== 'minor') return { id, state: 'hidden', label: hidden, tone: 'none' }
  if (id === 'closure' && isClosed(at.closure) && !sight.sees('C')) return { id, ...justClosed }
  const state = toldState(id, at[id], situation.facts, sight)
  const row = stateRow(id, state)
  if (open && sight.whole(dataClass)) {
    const word = id === 'residence' ? residenceWord(state, situation.facts.nationality) : null
    return { id, state, label: word ?? row.label, tone: row.tone }
  }
  const told = coarse[id]?.some.find(({ states }) => states.includes(at[id]))
  return {
    id,
    state: told ? told.states[0]! : 'none',
    label: told?.word ?? coarse[id]!.none,
    tone: told?.tone ?? 'none'
  }
}

/** One of asylum is not told at all to whoever may not know of it: its name alone would make them ask. */
export const discloseRegions = (situation: Situation, sight: Sight): DisclosedRegion[] =>
  regionIds
    .filter((id) => regionClass(id) !== 'I' || sight.sees('I'))
    .map((id) => discloseRegion(id, situation, sight))
