import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { saidOf } from '../../../policies/requirements/table.ts'
import type { RequirementId } from '../../../workflows/act/requirements.ts'
import type { CheckId } from '../../../workflows/case/checks.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { unusualReason } from '../../../workflows/case/records.ts'
import { formWords } from '../../../workflows/case/records.words.ts'

// A record is never refused for what is odd in it: a code without words would be kept with it and tell nobody why.

const records = commandTypes.filter((type) => commandRow(type).records)
const folder = 'workflows/case/'
const sources = readdirSync(folder).filter((name) => name.endsWith('problems.ts') || name === 'precedence.ts')
const source = sources.map((name) => readFileSync(folder + name, 'utf8')).join('\n')

/** `problem(field, code, …)`, over one line or several, and the two codes that a length says. */
const codes = [
  ...source.matchAll(/problem\(\s*(?:'\w+'|\w+),\s*'(\w+)'/g),
  ...source.matchAll(/\['(too_\w+)'|, \['(too_\w+)'/g),
  ...source.matchAll(/refused\(\s*'(\w+)'/g)
].flatMap(([, one, other]) => one ?? other ?? [])

type Asked = { check: CheckId } | { field: string } | { askedOf: 'adults' }

/** What refuses, in the form of an act that is no record: by which check or field it is asked. */
const ofNoRecord: Record<string, Asked> = {
  from_sixteen: { check: 'oldEnough' },
  silence_not_over: { check: 'silenceOfIt' },
  visa_unsaid: { field: 'mayotteVisa' },
  new_circumstances: { field: 'newCircumstances' },
  adults_alone: { field: 'sexualKinds' },
  other_age: { check: 'ageFits' },
  age_decided_by_justice: { check: 'ageFits' },
  born_too_late: { check: 'bornSo' },
  born_too_early: { check: 'bornSo' },
  age_in_doubt: { check: 'yearFitsAge' },
  other_reason: { check: 'sameReason' },
  minor_never_lost: { check: 'closable' },
  still_presumed: { check: 'closable' },
  no_error: { check: 'closable' },
  measure_awaited: { check: 'closable' },
  concern_awaited: { check: 'closable' },
  return_unweighed: { check: 'closable' }
}

const asks = (asked: Asked) =>
  records.filter((type) => {
    const { checks, input } = commandRow(type)
    return 'check' in asked
      ? checks.includes(asked.check)
      : 'field' in asked && asked.field in input.properties
  })

describe('each code that a record may be kept with has its words, in both languages', () => {
  it('finds the codes of the checks', () => {
    expect(codes.length).toBeGreaterThan(20)
    expect(codes).toEqual(
      expect.arrayContaining(['too_early', 'too_short', 'before_final', 'before_earlier'])
    )
  })

  it.each([...new Set(codes)].filter((code) => !(code in ofNoRecord)))('%s', (code) => {
    const told = unusualReason('permit.refuse', `form.${code}`)
    expect(told?.reason.fr.length).toBeGreaterThan(5)
    expect(told?.reason.en.length).toBeGreaterThan(5)
  })

  it.each(Object.entries(ofNoRecord))('%s is a code of no record', (code, asked) => {
    expect(codes).toContain(code)
    expect(asks(asked)).toEqual([])
  })

  /** What a requirement says of a record, instead of refusing it. */
  const said: Partial<Record<RequirementId, string>> = {
    inOrder: 'before_earlier',
    handedAfterOffer: 'before_offer',
    configured: 'withdrawn',
    approved: 'not_approved'
  }
  it('and so has what a requirement says of one', () => {
    const saying = new Set(records.flatMap(saidOf))
    expect([...saying].toSorted()).toEqual(Object.keys(said).toSorted())
    expect(Object.values(said).filter((code) => !(code in formWords))).toEqual([])
  })

  it('would be seen: a code without words tells nothing', () => {
    expect(unusualReason('permit.refuse', 'form.never_written')).toBeNull()
    expect(asks({ check: 'removalOpen' })).not.toEqual([])
    expect(asks({ field: 'decisionOn' })).not.toEqual([])
  })
})
