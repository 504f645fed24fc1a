import {
  asylumHousing,
  housedElsewhere,
  needsNoHousing,
  type AsylumHousingEnd
} from '../tracks/asylum-housing.ts'
import { close } from '../tracks/closure.ts'
import { distantShelter, moveForSafety } from '../tracks/housing.ts'
import { formal } from '../tracks/identification.ts'
import { prosecute } from '../tracks/judicial.ts'
import { adult, assisted, foreigner, recent, settled, woman, type Recipe } from './recipe.ts'
import { complain, permit } from '../tracks/residence.ts'
import {
  askPrefecture,
  housedUnworthily,
  leave,
  otherPermit,
  prepareRoute,
  regularise,
  residentCard,
  seekAsylum,
  type AsylumEnd,
  type OtherEnd,
  type ProgrammeEnd
} from '../tracks/stay.ts'
import { days } from '../lives/script.ts'

const calm = { ...foreigner, localDanger: false, danger: 'none' } as const
const exile = {
  ...woman,
  ...foreigner,
  localDanger: false,
  stay: 'unknown',
  asylumClaim: true,
  asylumLink: true
} as const

const dna = (end: AsylumHousingEnd, rest: Recipe['rest'] = recent): Recipe => ({
  key: `asylum place ${end}`,
  facts: exile,
  rest,
  tell: (script) => asylumHousing(script, assisted(script), end)
})
const programme = (end: ProgrammeEnd, rest: Recipe['rest'] = settled): Recipe => ({
  key: `exit programme ${end}`,
  facts: { ...calm, forms: ['sexual'] },
  rest,
  tell: (script) => leave(script, assisted(script), end)
})
const asylum = (end: AsylumEnd, rest: Recipe['rest'] = settled): Recipe => ({
  key: `asylum ${end}`,
  facts: calm,
  rest,
  tell: (script) => seekAsylum(script, assisted(script), end)
})
const other = (end: OtherEnd, rest: Recipe['rest'] = settled): Recipe => ({
  key: `discretion ${end}`,
  facts: calm,
  rest,
  tell: (script) => regularise(script, assisted(script), end)
})

/** Roofs that are not Ac.Sé’s, and stays that are not the one-year permit’s. */
export const rightsRecipes: readonly Recipe[] = [
  dna('requested', [2, 20]),
  dna('offered', [2, 20]),
  programme('asked', recent),
  {
    key: 'formal asked of the police',
    facts: { ...adult, localDanger: false },
    rest: recent,
    tell: (script) => formal(script, assisted(script), null)
  },
  dna('matched', [2, 20]),
  asylum('lodged', recent),
  other('asked', recent),
  dna('housed', [days(5), days(60)]),
  programme('authorised'),
  asylum('protected'),
  other('granted'),
  {
    key: 'resident card',
    designated: true,
    facts: calm,
    rest: settled,
    tell: (script) => {
      const complainedAt = complain(script, assisted(script), true)
      permit(script, askPrefecture(script, complainedAt), 'issued')
      return residentCard(script, prosecute(script, complainedAt, script.cast.prosecution, 'convicted'))
    }
  },
  other('appeal', recent),
  {
    key: 'housed elsewhere',
    facts: adult,
    rest: settled,
    tell: (script) => housedElsewhere(script, assisted(script))
  },
  {
    key: 'no housing need',
    facts: adult,
    rest: settled,
    tell: (script) => needsNoHousing(script, assisted(script))
  },
  programme('permit'),
  {
    key: 'moved for safety',
    facts: { ...woman, danger: 'immediate' },
    rest: [days(1), days(9)],
    tell: (script) => moveForSafety(script, distantShelter(script, assisted(script), 'matched'))
  },
  {
    key: 'unworthy housing',
    facts: calm,
    rest: settled,
    tell: (script) => housedUnworthily(script, assisted(script))
  },
  dna('waiting'),
  asylum('refused'),
  other('refused'),
  {
    key: 'other permit',
    facts: calm,
    rest: settled,
    tell: (script) => otherPermit(script, assisted(script))
  },
  dna('refused'),
  programme('ended'),
  dna('reviewed', settled),
  dna('alert', settled),
  dna('refused_late'),
  dna('absconded', settled),
  dna('declined'),
  {
    ...dna('requested'),
    key: 'asylum place closed',
    tell: (script) => {
      const closedAt = asylumHousing(script, assisted(script), 'requested') + days(3)
      close(script, closedAt, 'by_person')
      return closedAt
    }
  },
  dna('left', settled),
  asylum('invited', recent),
  {
    key: 'another route prepared',
    designated: true,
    facts: calm,
    rest: settled,
    tell: (script) => {
      const complainedAt = complain(script, assisted(script), true)
      const issuedAt = permit(script, askPrefecture(script, complainedAt), 'issued')
      const closedAt = prosecute(script, complainedAt, script.cast.prosecution, 'dismissed')
      return prepareRoute(script, Math.max(issuedAt, closedAt))
    }
  }
]
