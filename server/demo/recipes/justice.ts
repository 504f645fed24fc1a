import { inform } from '../tracks/identification.ts'
import {
  acquit,
  labourRecord,
  openProcedure,
  prosecute,
  reportFacts,
  seeLawyer,
  takeOver,
  tellConstraint,
  type Acquittal,
  type ProcedureEnd
} from '../tracks/judicial.ts'
import { assisted, leftAt, presumed, recent, safe, type Recipe } from './recipe.ts'
import { complain } from '../tracks/residence.ts'
import type { Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

const followed = (script: Script, end: ProcedureEnd): Hour =>
  prosecute(script, complain(script, assisted(script), true), script.cast.prosecution, end)

const procedure = leftAt<ProcedureEnd>(
  (script, _, end) => followed(script, end),
  { facts: safe },
  () => 0
)

const acquitted = leftAt<Acquittal>(acquit, { facts: safe }, (script) => followed(script, 'trial'))

/** Before the courts: reports, complaints, procedures, compensation. */
export const justiceRecipes: readonly Recipe[] = [
  { channel: 'police', facts: safe, rest: recent, tell: (script) => reportFacts(script, presumed(script)) },
  procedure('reported', recent),
  {
    facts: { ...safe, forms: ['labour'] },
    rest: recent,
    tell: (script) => labourRecord(script, assisted(script), null)
  },
  { facts: safe, rest: recent, tell: (script) => takeOver(script, followed(script, 'investigation'), false) },
  procedure('investigation'),
  {
    channel: 'work',
    facts: { ...safe, forms: ['labour'] },
    rest: [4, 40],
    tell: (script) => presumed(script)
  },
  { channel: 'police', facts: safe, tell: (script) => openProcedure(script, presumed(script)) },
  procedure('trial'),
  { facts: safe, tell: (script) => takeOver(script, followed(script, 'investigation'), true) },
  { facts: safe, rest: recent, tell: (script) => seeLawyer(script, followed(script, 'investigation')) },
  procedure('dismissed'),
  procedure('convicted'),
  {
    facts: { ...safe, forms: ['criminality'] },
    tell: (script) => tellConstraint(script, inform(script, presumed(script), ['A', 'F']))
  },
  acquitted('final'),
  procedure('compensated'),
  {
    facts: { ...safe, forms: ['domestic'] },
    tell: (script) => labourRecord(script, assisted(script), script.cast.inspection)
  },
  acquitted('decided', recent),
  acquitted('on_appeal', recent)
]
