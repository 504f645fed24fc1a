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
import { adult, assisted, foreigner, leftAt, recent, safe, settled, type Recipe, woman } from './recipe.ts'
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

const calm = { ...foreigner, ...safe } as const
const exile = {
  ...woman,
  ...foreigner,
  localDanger: false,
  stay: 'unknown',
  asylumClaim: true,
  asylumLink: true
} as const

const dna = leftAt<AsylumHousingEnd>(asylumHousing, { facts: exile, rest: recent })
const programme = leftAt<ProgrammeEnd>(leave, { facts: { ...calm, forms: ['sexual'] } })
const asylum = leftAt<AsylumEnd>(seekAsylum, { facts: calm })
const other = leftAt<OtherEnd>(regularise, { facts: calm })

/** Roofs that are not Ac.Sé’s, and stays that are not the one-year permit’s. */
export const rightsRecipes: readonly Recipe[] = [
  dna('requested', [2, 20]),
  dna('offered', [2, 20]),
  programme('asked', recent),
  {
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
    designated: true,
    facts: calm,
    tell: (script) => {
      const complainedAt = complain(script, assisted(script), true)
      permit(script, askPrefecture(script, complainedAt), 'issued')
      return residentCard(script, prosecute(script, complainedAt, script.cast.prosecution, 'convicted'))
    }
  },
  other('appeal', recent),
  { facts: adult, tell: (script) => housedElsewhere(script, assisted(script)) },
  { facts: adult, tell: (script) => needsNoHousing(script, assisted(script)) },
  programme('permit'),
  {
    facts: { ...woman, danger: 'immediate' },
    rest: [days(1), days(9)],
    tell: (script) => moveForSafety(script, distantShelter(script, assisted(script), 'matched'))
  },
  { facts: calm, tell: (script) => housedUnworthily(script, assisted(script)) },
  dna('waiting'),
  asylum('refused'),
  other('refused'),
  { facts: calm, tell: (script) => otherPermit(script, assisted(script)) },
  dna('refused'),
  programme('ended'),
  dna('reviewed', settled),
  dna('alert', settled),
  dna('refused_late'),
  dna('absconded', settled),
  dna('declined'),
  {
    ...dna('requested'),
    tell: (script) => {
      const closedAt = asylumHousing(script, assisted(script), 'requested') + days(3)
      close(script, closedAt, 'by_person')
      return closedAt
    }
  },
  dna('left', settled),
  asylum('invited', recent),
  {
    designated: true,
    facts: calm,
    tell: (script) => {
      const complainedAt = complain(script, assisted(script), true)
      const issuedAt = permit(script, askPrefecture(script, complainedAt), 'issued')
      const closedAt = prosecute(script, complainedAt, script.cast.prosecution, 'dismissed')
      return prepareRoute(script, Math.max(issuedAt, closedAt))
    }
  }
]
