import { describe, expect, it } from 'vitest'
import { configuredProblems } from '../../../policies/requirements/form.ts'
import { requirementsOf, saidOf } from '../../../policies/requirements/table.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { fits } from '../../../workflows/case/input.ts'
import { unusualReason } from '../../../workflows/case/records.ts'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import { formUnder, requirable } from '../../../workflows/configuration/forms.ts'
import { codedLists } from '../../../workflows/configuration/lists.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { anInput } from '../../support/cases.ts'

const records = commandTypes.filter((type) => commandRow(type).offered && commandRow(type).records)

describe('what a version asks for or withdraws never refuses a decision that was really taken', () => {
  /** The strictest version that may be published for an act: every field asked for, one reason left of its list. */
  const strictest = (type: CommandType): Configuration => {
    const list = codedLists.find(({ command }) => command === type)
    return {
      ...september2026,
      required: { [type]: requirable(type) },
      reasons: {
        ...september2026.reasons,
        lists: list ? { [list.id]: Object.keys(list.codes).slice(0, 1) } : {}
      }
    }
  }
  /** The last of its reasons, and nothing that the law itself does not ask for. */
  const bare = (type: CommandType) => {
    const list = codedLists.find(({ command }) => command === type)
    return anInput(type, list ? { reason: Object.keys(list.codes).at(-1) } : {})
  }
  const missedBy = (type: CommandType) => configuredProblems(type, bare(type), strictest(type))
  const configured = records.filter((type) => missedBy(type).length > 0)

  it('would be seen: an act that is no record is refused for it', () => {
    expect(missedBy('case.close').map(({ code }) => code)).toEqual(['required', 'withdrawn'])
    expect(requirementsOf('case.close')).toContain('configured')
    expect(fits(formUnder('case.close', strictest('case.close')), bare('case.close'))).toBe(false)
  })

  it('concerns records of decisions, and is no empty rule', () => {
    expect(configured).toEqual(expect.arrayContaining(['permit.refuse', 'opp.issue', 'measure.order']))
  })

  it.each(records)('%s', (type) => {
    expect(requirementsOf(type)).not.toContain('configured')
    expect(saidOf(type)).toContain('configured')
    expect(fits(formUnder(type, strictest(type)), bare(type))).toBe(true)
    for (const { field, code } of missedBy(type)) {
      const said = unusualReason(type, `form.${code === 'required' ? `required.${field}` : code}`)
      expect(said?.reason.fr).toMatch(code === 'required' ? /n’est pas dit$/ : /ne propose plus$/)
    }
  })
})
