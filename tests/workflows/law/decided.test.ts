import { describe, expect, it } from 'vitest'
import { grants } from '../../../policies/grants.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'

// The third rule by who decides, whatever an act is called: what an authority has really taken, it can always record.

const offered = commandTypes.filter((type) => commandRow(type).offered)
const records = offered.filter((type) => commandRow(type).records)

/** The capacities in which a service of the State or of a département, or a magistrate, decides. */
const authorities: readonly string[] = [
  ...['prosecutor', 'juvenile_judge', 'police', 'labour', 'prefecture', 'exit_programme'],
  ...['ofii', 'ofii_return', 'child_protection']
]

/** What these do that decides nothing. */
const decidesNothing: Record<string, readonly CommandType[]> = {
  'reports, tells or sends on': [
    ...(['art40.report', 'prosecutor.inform', 'inspection.report', 'concern.report'] as const),
    ...(['concern.again', 'minor.report_prosecutor', 'minor.report_again', 'runaway.report'] as const),
    ...(['abroad.refer', 'health.refer', 'forced.criminality', 'forced.told'] as const)
  ],
  'asks somebody else': [
    ...(['acse.request', 'dna.request', 'dna.offer', 'minor.placement_offer'] as const),
    ...(['protection.request', 'young_adult.ask'] as const)
  ],
  'what the person says, brings or does': [
    ...(['complaint.file', 'complaint.add', 'identity.record', 'child.heard'] as const),
    ...(['held.contest', 'held.appeal'] as const),
    'young_adult.time',
    ...(['dna.declined_by_person', 'return.depart'] as const)
  ],
  'what is known or told to the person': [
    ...(['facts.complete', 'facts.detail', 'indicators.add', 'person.inform'] as const),
    ...(['reflection.offer', 'union.stay_checked', 'age.dispute', 'permit.lapsed'] as const),
    ...(['majority.prepare', 'placement.review', 'search.review', 'runaway.found'] as const)
  ],
  'a bed, or a danger met at once': [
    ...(['danger.immediate', 'minor.placement_alert', 'minor.placement_cancelled'] as const),
    ...(['minor.placement_ended', 'dna.no_place', 'dna.review', 'dna.rehouse'] as const)
  ]
}

const byAuthority = offered.filter((type) =>
  Object.values(grants)
    .flat()
    .some(({ as, may }) => authorities.includes(as) && (may as readonly string[]).includes(type))
)

describe('what an authority does in the capacity in which it decides', () => {
  it('is a record, or decides nothing', () => {
    const named = Object.values(decidesNothing).flat()
    const unheld = (marked: readonly CommandType[]) =>
      byAuthority.filter((type) => !marked.includes(type) && !named.includes(type))
    expect(byAuthority.length).toBeGreaterThan(80)
    expect(unheld(records)).toEqual([])
    expect(unheld(records.filter((type) => type !== 'reflection.interrupt'))).toEqual([
      'reflection.interrupt'
    ])
    expect(named.filter((type) => !byAuthority.includes(type) || records.includes(type))).toEqual([])
  })

  // A transfer is decided by a prefecture and tells of asylum, which no prefecture is told here: whoever is shown the paper writes
  // it down, and its author cannot. The protection of the person comes before the record of the authority.
  it('but for what tells its author of asylum: a transfer is written down by whoever is shown the paper (CESEDA L572-1)', () => {
    const writes = (type: CommandType) =>
      Object.entries(grants).flatMap(([role, lines]) =>
        lines.some(({ may }) => (may as readonly string[]).includes(type)) ? [role] : []
      )
    const prefecture = records.filter((type) => writes(type).includes('prefecture'))
    expect(prefecture).toContain('removal.notified')
    for (const type of ['transfer.notified', 'transfer.judged', 'transfer.ended'] as const) {
      expect(records).toContain(type)
      expect(writes(type)).toEqual(expect.arrayContaining(['asso', 'ofii', 'ad_hoc_guardian']))
      expect(writes(type)).not.toContain('prefecture')
    }
    expect(prefecture.filter((type) => commandRow(type).region === 'asylum')).toEqual([])
  })
})
