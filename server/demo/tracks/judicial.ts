import type { InputOf } from '../../../workflows/case/commands.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

type JirsCode = InputOf<'jirs.seized'>['jirs']

export type ProcedureEnd = 'reported' | 'investigation' | 'trial' | 'dismissed' | 'convicted' | 'compensated'

const needed = ['dismissed', 'convicted', 'compensated']

/** What the prosecution of the place of the acts says, and what follows for her: a complaint was recorded before. */
export const prosecute = (script: Script, from: Hour, prosecution: string, end: ProcedureEnd): Hour => {
  const { cast, met } = script
  const line = script.thread(from).wait(2, 40)
  const factsTerritory = met.flag.territory
  line.act(cast.referent ?? cast.cell, 'prosecutor.inform', { factsTerritory, told: 'before' })
  line.wait(days(1), days(6)).refer(prosecution, 'prosecutor', 'accept')
  if (end === 'reported') return line.hour
  line.wait(days(3), days(20)).act(prosecution, 'stage.investigation', {})
  if (end === 'investigation') return line.hour
  if (end === 'dismissed')
    return line.wait(days(90), days(200)).act(prosecution, 'procedure.closed', (day) => ({ notifiedOn: day }))
      .hour
  line.wait(days(60), days(150)).act(prosecution, 'stage.trial', {})
  if (!needed.includes(end)) return line.hour
  line
    .wait(days(60), days(120))
    .act(prosecution, 'conviction.final', (day) => ({ finalOn: day, accused: 'same' }))
  line.wait(days(1), days(5)).act(prosecution, 'judgment.recognised', (day) => ({ on: day }))
  if (end === 'compensated') compensate(script, line.hour)
  return line.hour
}

/** The claim to the CIVI, and what the Fund pays. */
export const compensate = ({ cast, chance, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(days(10), days(60))
  line.act(cast.referent, 'civi.claim', (day) => ({ ground: 'listed', receivedOn: day, agrees: true }))
  line.wait(days(40), days(90)).act(cast.referent, 'civi.awarded', (day) => ({ notifiedOn: day }))
  return line.wait(days(10), days(28)).act(cast.referent, 'civi.paid', (day) => ({
    amount: chance.pick(['5_20', '20_50', '50_100'] as const),
    on: day
  })).hour
}

/** An official who met her reports the facts (article 40). */
export const reportFacts = (
  { cast, met, thread }: Script,
  from: Hour,
  by: string | null = cast.police
): Hour => {
  const line = thread(from).wait(2, 48)
  return line.act(by, 'art40.report', { factsTerritory: met.flag.territory, told: 'before' }).hour
}

/** She is suspected of what she was made to do: told with her lawyer's agreement, within forty-eight hours to both. */
export const tellConstraint = ({ cast, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(2, 24)
  line.act(cast.referent, 'forced.criminality', { lawyerAgrees: true })
  return line.wait(2, 40).act(cast.referent, 'forced.told', {}).hour
}

/** The labour inspection is asked to record what it can, with her agreement; `inspection` answers, or nobody yet. */
export const labourRecord = ({ cast, thread }: Script, from: Hour, inspection: string | null): Hour => {
  const line = thread(from).wait(2, 60)
  if (!cast.inspection) return line.hour
  line.act(cast.referent ?? cast.cell, 'labour.refer', { findings: ['unpaid', 'housing'] })
  if (inspection === null) return line.hour
  line.wait(days(1), days(9)).refer(inspection, 'labour_inspection', 'accept')
  return line.wait(days(1), days(9)).act(inspection, 'inspection.open', (day) => ({ on: day })).hour
}

/** An investigation begins by itself: nobody complained. */
export const openProcedure = ({ cast, met, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(4, 60)
  return line.act(cast.police, 'procedure.opened', { factsTerritory: met.flag.territory }).hour
}

/** The interregional court takes the procedure over from the prosecution of the place. */
export const takeOver = ({ cast, thread }: Script, from: Hour, answered: boolean): Hour => {
  const { jirs, prosecution } = cast
  const line = thread(from).wait(days(3), days(20))
  if (!jirs) return line.hour
  line.act(prosecution, 'jirs.seized', (day) => ({ jirs: jirs.code as JirsCode, on: day }))
  if (!answered) return line.hour
  line.wait(10, 60).refer(jirs.key, 'prosecutor', 'accept')
  return line.wait(days(10), days(40)).act(jirs.key, 'stage.instruction', {}).hour
}

export type Acquittal = 'decided' | 'on_appeal' | 'final'

/** Acquitted is not over: the prosecution may appeal, and the permit follows the procedure until then (CPP 497). */
export const acquit = ({ cast, thread }: Script, from: Hour, end: Acquittal): Hour => {
  const by = cast.prosecution
  const line = thread(from).wait(days(60), days(120))
  line.act(by, 'procedure.acquitted', (day) => ({
    court: 'criminal',
    pronouncedOn: day,
    presence: 'present'
  }))
  if (end === 'decided') return line.hour
  if (end === 'on_appeal')
    return line.wait(days(2), days(8)).act(by, 'acquittal.appealed', (day) => ({
      on: day,
      against: 'judgment'
    })).hour
  return line.wait(days(12), days(20)).act(by, 'acquittal.final', (day) => ({ finalOn: day })).hour
}

/** A lawyer is asked, who answers through a link. */
export const seeLawyer = ({ cast, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(6, 60)
  return line.act(cast.referent, 'lawyer.refer', { address: 'cabinet@avocate.invalid' }).hour
}
