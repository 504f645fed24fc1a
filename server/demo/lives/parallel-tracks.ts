import {
  asylumHousing,
  housedElsewhere,
  needsNoHousing,
  type AsylumHousingEnd
} from '../tracks/asylum-housing.ts'
import { planExit, support, treat, type CareEnd, type HealthEnd } from '../tracks/care.ts'
import { labourRecord, prosecute, reportFacts, type ProcedureEnd } from '../tracks/judicial.ts'
import {
  leave as leaveProstitution,
  regularise,
  seekAsylum,
  type AsylumEnd,
  type OtherEnd,
  type ProgrammeEnd
} from '../tracks/stay.ts'
import type { MinorEnd } from '../tracks/minor.ts'
import { days, type Script } from './script.ts'
import { changeTerritory, merge } from '../tracks/territory.ts'
import type { Hour } from './timeline.ts'

// No publication gives these shares: they belong to the demonstration, so that every desk has something to do.

const careEnds: Record<CareEnd, number> = {
  assessed: 2,
  signed: 5,
  reviewed: 3,
  suspended: 1,
  resumed: 1,
  completed: 4
}
const healthEnds: Record<HealthEnd, number> = { asked: 1, accepted: 7, declined: 2 }
const procedureEnds: Record<ProcedureEnd, number> = {
  reported: 3,
  investigation: 4,
  trial: 2,
  dismissed: 5,
  convicted: 2,
  compensated: 1
}
const asylumPlaceEnds: Partial<Record<AsylumHousingEnd, number>> = {
  refused: 2,
  waiting: 1,
  housed: 3,
  reviewed: 1,
  left: 4
}
const asylumEnds: Record<AsylumEnd, number> = { lodged: 3, invited: 2, protected: 3, refused: 4 }
const programmeEnds: Record<ProgrammeEnd, number> = { asked: 1, authorised: 4, permit: 3, ended: 3 }
const otherEnds: Record<OtherEnd, number> = { asked: 2, granted: 3, refused: 3, appeal: 2 }
export const minorEnds: Partial<Record<MinorEnd, number>> = {
  concern: 8,
  reported: 4,
  ordered: 1,
  seized: 1,
  measured: 2,
  placed: 3,
  secure: 1,
  common: 4,
  sheltered: 2,
  runaway: 2,
  found: 2,
  disputed: 1
}

// A permit rests on the procedure: while she has one, the courts have not closed it.
const openProcedureEnds = { reported: 3, investigation: 4, trial: 2 } as const

const programmeOf = (end: ProgrammeEnd, lacksPermit: boolean): ProgrammeEnd =>
  end === 'permit' && !lacksPermit ? 'authorised' : end

/** What else goes on in a life, drawn beforehand so that she has agreed to it. */
export type Beside = {
  asylumPlace: AsylumHousingEnd | null
  programme: ProgrammeEnd | null
  other: OtherEnd | null
  asylum: AsylumEnd | null
  labour: boolean
}

export const besideOf = (
  { met, cast, chance, adult }: Script,
  { housed, permitted }: { housed: boolean; permitted: boolean }
): Beside => {
  const { nationality, stay, sex, asylumClaim, forms } = met.flag
  const accompanied = adult && cast.referent !== null
  const foreign = accompanied && nationality === 'third_country' && !permitted
  const asking = foreign && asylumClaim
  const programme = accompanied && !permitted && forms.includes('sexual') && chance.chance(0.05)
  const roams = foreign && stay === 'irregular' && !programme
  const other = roams && chance.chance(0.1)
  return {
    asylumPlace:
      asking && sex === 'female' && !housed && chance.chance(0.3) ? chance.weighted(asylumPlaceEnds) : null,
    programme: programme
      ? programmeOf(chance.weighted(programmeEnds), foreign && stay === 'irregular')
      : null,
    other: other ? chance.weighted(otherEnds) : null,
    asylum: roams && !other && chance.chance(0.1) ? chance.weighted(asylumEnds) : null,
    labour:
      adult &&
      cast.inspection !== null &&
      cast.police !== cast.inspection &&
      forms.some((form) => form === 'labour' || form === 'domestic') &&
      chance.chance(0.25)
  }
}

/** A roof found elsewhere, or no need of one, where no shelter was asked for. */
const roof = (script: Script, from: Hour) => {
  const { chance, cast } = script
  if (!cast.referent) return
  if (chance.chance(0.04)) {
    housedElsewhere(script, from)
    script.heldOpen = true
  } else if (chance.chance(0.05)) needsNoHousing(script, from)
}

const residence = (script: Script, { asylumPlace, programme, other, asylum }: Beside, from: Hour): Hour[] => {
  if (other === 'asked') script.heldOpen = true
  return [
    ...(programme ? [leaveProstitution(script, from, programme)] : []),
    ...(other ? [regularise(script, from, other)] : []),
    ...(asylum ? [seekAsylum(script, from, asylum)] : []),
    ...(asylumPlace ? [asylumHousing(script, from, asylumPlace)] : [])
  ]
}

const housedStill: readonly (AsylumHousingEnd | null)[] = ['housed', 'reviewed']

/** All of it, side by side; says when the last of it ended. */
export const goOnBeside = (
  script: Script,
  from: Hour,
  {
    beside,
    housed,
    permitted,
    complainedAt
  }: { beside: Beside; housed: boolean; permitted: boolean; complainedAt: Hour | null }
): Hour => {
  const { chance, cast } = script
  const ends = [from, ...residence(script, beside, from)]
  if (housedStill.includes(beside.asylumPlace)) script.heldOpen = true
  if (beside.labour) ends.push(labourRecord(script, from, chance.chance(0.85) ? cast.inspection : null))
  if (complainedAt !== null && chance.chance(0.45))
    ends.push(
      prosecute(
        script,
        complainedAt,
        cast.prosecution,
        chance.weighted<ProcedureEnd>(permitted ? openProcedureEnds : procedureEnds)
      )
    )
  else if (complainedAt === null && cast.police && chance.chance(0.25)) ends.push(reportFacts(script, from))
  if (!housed && beside.asylumPlace === null) roof(script, from)
  if (cast.referent && chance.chance(0.3)) ends.push(support(script, from, chance.weighted(careEnds)))
  if (script.consents.has('G') && chance.chance(0.25))
    ends.push(treat(script, from, chance.weighted(healthEnds)))
  if (chance.chance(0.08)) ends.push(planExit(script, Math.max(...ends)))
  return Math.max(...ends)
}

/** Some files turn out to be of one person, and some people move; the case is then followed elsewhere. */
export const changeHands = (script: Script, from: Hour): boolean => {
  const { chance } = script
  if (script.heldOpen) return false
  if (script.cast.double !== null && chance.chance(0.01)) {
    merge(script, from, chance.weighted({ proposed: 1, dropped: 2, confirmed: 3, undone: 1 } as const))
    return true
  }
  if (!chance.chance(0.012)) return false
  changeTerritory(
    script,
    from + days(2),
    chance.weighted({ asked: 1, refused: 2, moved: 1, taken_up: 4 } as const)
  )
  return true
}
