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
  type ProcedureEnd
} from '../tracks/judicial.ts'
import { adult, assisted, presumed, recent, settled, type Recipe } from './recipe.ts'
import { complain } from '../tracks/residence.ts'
import type { Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

const facts = { ...adult, localDanger: false, danger: 'none' } as const

const followed = (script: Script, end: ProcedureEnd): Hour =>
  prosecute(script, complain(script, assisted(script), true), script.cast.prosecution, end)

const procedure = (end: ProcedureEnd, rest: Recipe['rest'] = settled): Recipe => ({
  key: `procedure ${end}`,
  facts,
  rest,
  tell: (script) => followed(script, end)
})

/** Before the courts: reports, complaints, procedures, compensation. */
export const justiceRecipes: readonly Recipe[] = [
  {
    key: 'facts reported',
    channel: 'police',
    facts,
    rest: recent,
    tell: (script) => reportFacts(script, presumed(script))
  },
  procedure('reported', recent),
  {
    key: 'labour inspection asked',
    facts: { ...facts, forms: ['labour'] },
    rest: recent,
    tell: (script) => labourRecord(script, assisted(script), null)
  },
  {
    key: 'jirs asked',
    facts,
    rest: recent,
    tell: (script) => takeOver(script, followed(script, 'investigation'), false)
  },
  procedure('investigation'),
  {
    key: 'met by the labour inspection',
    channel: 'work',
    facts: { ...facts, forms: ['labour'] },
    rest: [4, 40],
    tell: (script) => presumed(script)
  },
  {
    key: 'procedure opened',
    channel: 'police',
    facts,
    rest: settled,
    tell: (script) => openProcedure(script, presumed(script))
  },
  procedure('trial'),
  {
    key: 'jirs instruction',
    facts,
    rest: settled,
    tell: (script) => takeOver(script, followed(script, 'investigation'), true)
  },
  {
    key: 'lawyer asked',
    facts,
    rest: recent,
    tell: (script) => seeLawyer(script, followed(script, 'investigation'))
  },
  procedure('dismissed'),
  procedure('convicted'),
  {
    key: 'constraint told',
    facts: { ...facts, forms: ['criminality'] },
    rest: settled,
    tell: (script) => tellConstraint(script, inform(script, presumed(script), ['A', 'F']))
  },
  {
    key: 'acquitted',
    facts,
    rest: settled,
    tell: (script) => acquit(script, followed(script, 'trial'))
  },
  procedure('compensated'),
  {
    key: 'labour inspection recorded',
    facts: { ...facts, forms: ['domestic'] },
    rest: settled,
    tell: (script) => labourRecord(script, assisted(script), script.cast.inspection)
  }
]
