import { describe, expect, it } from 'vitest'
import type { Opening } from '../../../workflows/act/command.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import type { DeadlineRow } from '../../../workflows/deadlines/row.ts'
import { answersOf } from '../../../workflows/deadlines/running/opening.ts'
import { stopsOf } from '../../../workflows/deadlines/running/stopping.ts'
import { given, issued } from '../../../workflows/deadlines/clocks/stops.ts'
import { legalBases, type LegalCode } from '../../../workflows/law/register.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { withRow } from '../../support/cases.ts'

// A right is lost unseen in two ways: a time stops by an act that does not end it, and a decision opens none. Each act that takes a
// time of the law away is argued by an article here, and each answer that reads as a decision against the person opens a time or says why not.

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]
const goneOf = (code: DeadlineCode): readonly CommandType[] => stopsOf(code).gone ?? []
const ofLaw = deadlineCodes.filter((code) => rowOf(code).status !== 'design' && goneOf(code).length > 0)

type Argued = { of: RegExp; acts: readonly CommandType[]; article: LegalCode; because: string }

const final = ['acquittal.final', 'conviction.final'] as const
const argued: readonly Argued[] = [
  {
    of: /^D-REFLEX$/,
    acts: ['reflection.interrupt'],
    article: 'CESEDA.R425-2',
    because: 'ties renewed or a grave threat end it, by a decision; no permit does'
  },
  {
    of: /^D-SILENCE$/,
    acts: [...issued, 'psp.permit', 'permit.refuse', 'permit.withdraw', 'other_permit.ended'],
    article: 'CESEDA.R432-2',
    because: 'what was asked is answered, or its silence goes on under the name of what is asked beside'
  },
  {
    of: /^D-SILENCE$/,
    acts: ['permit.lapsed'],
    article: 'CESEDA.R431-5',
    because: 'the act is closed while a renewal is asked for: no silence is left to stop'
  },
  {
    of: /^D-RECEP$/,
    acts: [...issued, 'psp.permit', 'permit.refuse', 'permit.refused'],
    article: 'CESEDA.R431-13',
    because: 'the receipt is of an application, which is answered'
  },
  {
    of: /^D-(CST|CARD|APS)$/,
    acts: [...issued, 'psp.permit', 'permit.renew', 'permit.withdraw', 'other_permit.ended'],
    article: 'CESEDA.R431-5',
    because: 'another card bears a day of its own, or this one was taken or has ended'
  },
  { of: /^D-IP$/, acts: ['opp.issue', 'judge.petition'], article: 'CC.375-5', because: 'a judge decides' },
  { of: /^D-ADA$/, acts: ['allowance.end'], article: 'CESEDA.L425-2', because: 'it is what has ended' },
  {
    of: /^D-ASILE-SEJOUR$/,
    acts: commandTypes.filter((type) => /\.apply(_beside)?$/.test(type) && type !== 'resident.apply'),
    article: 'CESEDA.D431-7',
    because: 'the invitation is answered; that the first answer ends it for the others: docs/limits.md'
  },
  {
    of: /^D-APPEAL-(TA|OQTF|7D|48H|CAA|CAA-OQTF|CE)$/,
    acts: [...given, 'resident.issue'],
    article: 'CJA.R421-1',
    because: 'the permit that was refused takes the place of its refusal, or the ten-year card gives more'
  },
  {
    of: /^D-APPEAL-LEAVE/,
    acts: ['removal.ended'],
    article: 'CESEDA.L614-1',
    because: 'annulled or withdrawn, no obligation is left; carried out, it spares the time'
  },
  {
    of: /^D-(APPEAL-TRANSFER-48H|TRANSFER-CAA)$/,
    acts: ['asylum.entry_contested'],
    article: 'CESEDA.L352-4',
    because: 'one appeal is against the refusal of entry and the transfer notified with it, where it says so'
  },
  {
    of: /TRANSFER/,
    acts: ['transfer.ended'],
    article: 'CESEDA.L572-4',
    because: 'annulled or withdrawn, no transfer is left; carried out, it spares the times to appeal'
  },
  { of: /^D-HELD/, acts: ['held.ended'], article: 'CESEDA.L741-10', because: 'nobody is held any more' },
  {
    of: /^D-(APPEAL-CNDA|ASYLUM-CE)/,
    acts: ['asylum.decision'],
    article: 'CESEDA.L532-1',
    because: 'the application is decided for good; a lesser protection spares the time'
  },
  {
    of: /^D-APPEAL-CNDA/,
    acts: ['asylum.protection_lost'],
    article: 'CESEDA.L424-6',
    because: 'the end of the protection is final, which it is only once no appeal is left'
  },
  {
    of: /^D-APPEAL-CIVIL$/,
    acts: ['procedure.reopened', 'no_case.final', ...final],
    article: 'CPP.186',
    because: 'the order is final or stands no more; of another accused it spares the time'
  },
  {
    of: /^D-(APPEAL-(JUDGMENT|ASSIZES|INTERESTS|INCIDENT)|CASSATION)/,
    acts: [...final, 'no_case.final', 'civil_interests.final'],
    article: 'CPP.498',
    because:
      'what is final can be appealed no more, and is not within the time; of another accused it spares it'
  },
  {
    of: /^D-FGTI-OFFER$/,
    acts: ['civi.offered', 'civi.awarded', 'civi.refused', 'civi.paid'],
    article: 'CPP.706-5-1',
    because: 'the fund has answered, or the commission has decided'
  },
  {
    of: /^D-FGTI-PAY$/,
    acts: ['civi.refused', 'civi.paid'],
    article: 'CPP.R50-24',
    because: 'paid, or nothing'
  },
  {
    of: /^D-CIVI-ADVANCE$/,
    acts: ['civi.refused', 'civi.paid', 'civi.advance_decided'],
    article: 'CPP.706-6',
    because: 'it is decided'
  },
  {
    of: /^D-LIMIT/,
    acts: ['case.erase'],
    article: 'CPP.8',
    because: 'it closes nothing, and outlives no file: nothing is left that it would tell of'
  },
  {
    of: /^D-SARVI-OPEN$/,
    acts: ['sarvi.request'],
    article: 'CPP.706-15-2',
    because: 'it only says when the request opens'
  },
  {
    of: /^D-MERITS$/,
    acts: ['merits.extend'],
    article: 'CPC.1185',
    because: 'the longer one takes its place'
  },
  { of: /^D-RECEPTION/, acts: ['judge.petition'], article: 'CASF.L223-2', because: 'the judge is asked' },
  { of: /^D-MAJORITY/, acts: ['majority.reached'], article: 'CC.388', because: 'it is the day itself' },
  {
    of: /^D-(WAGES|LABOUR)/,
    acts: ['wages.settled'],
    article: 'CTRAV.L3245-1',
    because: 'paid, judged or given up; paid in part, the rest is owed and the time spared'
  },
  {
    of: /^D-YOUNG-PERMIT/,
    acts: ['coming_of_age.issue'],
    article: 'CESEDA.L423-22',
    because: 'this permit is given; another is no application for it'
  },
  { of: /^D-YOUNG-ADULT$/, acts: ['young_adult.ended'], article: 'CASF.L222-5', because: 'it has ended' }
]

const unargued = (code: DeadlineCode) =>
  goneOf(code).filter((act) => !argued.some(({ of, acts }) => of.test(code) && acts.includes(act)))

describe('an act that takes a time of the law away', () => {
  it.each(ofLaw)('%s: each is argued by an article', (code) => {
    expect(unargued(code)).toEqual([])
  })

  it('argues nothing of an act that takes nothing away, and by articles of the register alone', () => {
    for (const { of, acts, article, because } of argued) {
      const codes = ofLaw.filter((code) => of.test(code))
      expect(acts.filter((act) => !codes.some((code) => goneOf(code).includes(act)), because)).toEqual([])
      expect(Object.keys(legalBases)).toContain(article)
    }
  })

  it('would be seen: any permit that ends the thirty days (R425-2), or the year after eighteen (L423-22)', () => {
    const seen = (code: DeadlineCode, act: CommandType) => {
      const row = rowOf(code) as { stopsWhen: DeadlineRow['stopsWhen'] }
      const before = row.stopsWhen
      row.stopsWhen = { ...before, gone: [...(before.gone ?? []), act] }
      const left = unargued(code)
      row.stopsWhen = before
      return left
    }
    for (const [code, act] of [
      ['D-REFLEX', 'other_permit.record'],
      ['D-YOUNG-PERMIT', 'other_permit.record'],
      ['D-APPEAL-TA', 'other_permit.record'],
      ['D-APPEAL-TA', 'psp.permit']
    ] as const)
      expect(seen(code, act), code).toEqual([act])
  })

  it('is spared by the answer that ends nothing: expired, paid in part, of another accused', () => {
    const spared = (code: DeadlineCode, act: CommandType) => stopsOf(code).sparedBy?.[act]
    expect(spared('D-SILENCE', 'other_permit.ended')).toEqual({ field: 'because', is: 'expired' })
    for (const code of ['D-WAGES', 'D-LABOUR-CONTRACT', 'D-LABOUR-END', 'D-WAGES-EMPLOYER'] as const)
      expect(spared(code, 'wages.settled')).toEqual({ field: 'outcome', is: 'partly' })
    expect(spared('D-APPEAL-CIVIL', 'no_case.final')).toEqual({ field: 'accused', is: 'another' })
  })
})

/** Words by which an answer, or a whole act, says that an authority decided against the person. */
const against = /(?:refusée?s?|retirée?s?|rejetée?s?|terminée?s?|plus réunies)(?!\p{L})/iu

type Answer = { type: CommandType; field: string | null; is: string }
const answers: readonly Answer[] = commandTypes.flatMap((type) => {
  const { input, done, records } = commandRow(type)
  const whole = records && against.test(done.fr) ? [{ type, field: null, is: done.fr }] : []
  const each = Object.entries(input.properties).flatMap(([field, schema]) =>
    Object.entries(notesOf(schema)?.choices ?? {}).flatMap(([is, { fr }]) =>
      against.test(fr) ? [{ type, field, is }] : []
    )
  )
  return [...whole, ...each]
})

const allows = (field: string | null, is: string) => (asked: Pick<Opening, 'whenInput' | 'unlessInput'>) =>
  answersOf(asked).every((one) => one.field !== field || one.is === is) &&
  ![asked.unlessInput ?? []].flat().some((one) => one.field === field && one.is === is)

const isTime = (code: DeadlineCode) => rowOf(code).filed !== null || rowOf(code).forecloses
/** Whether it opens a time by which a right is used, or has one count anew. */
const opensTime = ({ type, field, is }: Answer) => {
  const { opens, recounts, upon } = commandRow(type)
  const asked = [...recounts, ...upon].flatMap(({ whenInput }) => whenInput)
  const anew = asked.some((one) => one.field === field && one.is === is)
  return anew || opens.some((one) => isTime(one.code) && allows(field, is)(one))
}

const opensNone: Readonly<Record<string, string>> = {
  'held.ended': 'the person is held no more',
  'removal.ended': 'it ends what was decided against the person',
  'removal.ended withdrawn': 'it ends what was decided against the person',
  'transfer.ended': 'it ends what was decided against the person',
  'transfer.ended withdrawn': 'it ends what was decided against the person',
  'allowance.end': 'the form does not say who ended it, nor why: docs/limits.md',
  'minor.reception_ended': 'the reception of a child leads to a measure, or home: a judge is asked',
  'civi.advance_decided refused': 'no text that was read gives a time against it: docs/limits.md',
  'wages.settled rejected': 'one month (CTRAV R1461-1, CPC 538), which nobody has read here: docs/limits.md'
}
const named = ({ type, field, is }: Answer) => (field === null ? type : `${type} ${is}`)

describe('an answer that reads as a decision against the person', () => {
  const all = answers.map((one) => [named(one), one] as const)
  it.each(all)('%s: opens a time, or says why none', (name, one) => {
    expect(opensTime(one) || name in opensNone).toBe(true)
  })

  it('says why of none that opens one, and of nothing that is no such answer', () => {
    const without = answers.filter((one) => !opensTime(one)).map(named)
    expect(Object.keys(opensNone).toSorted()).toEqual([...new Set(without)].toSorted())
  })

  it('would be seen: another permit whose renewal is refused, and no time to contest it (CJA R421-1)', () => {
    const refused = answers.filter(({ type, field }) => type === 'other_permit.ended' && field === 'because')
    expect(refused.map(({ is }) => is)).toEqual(['refused', 'withdrawn'])
    withRow('other_permit.ended', { opens: [] }, () => expect(refused.some(opensTime)).toBe(false))
    expect(refused.every(opensTime)).toBe(true)
  })
})
