import { describe, expect, it } from 'vitest'
import { localizeSchema } from '../../../server/views/words.ts'
import type { JsonForm } from '../../../web/src/lib/api.types.ts'
import { fieldsOf, isOptional } from '../../../web/src/lib/form/schema.ts'
import { commandRow } from '../../../workflows/case/commands.ts'

const opinion = fieldsOf(localizeSchema(commandRow('grounds.propose').input, 'fr') as JsonForm)
const field = (name: string) => opinion.find((one) => one.name === name) ?? expect.fail(name)

describe('a field that another answer asks for', () => {
  it('is not called optional beside words that say when it is needed; one that is, still is', () => {
    expect(field('elements').hint).toMatch(/^Nécessaire si/)
    expect(['elements', 'reason', 'note'].map((name) => isOptional(field(name)))).toEqual([
      false,
      false,
      true
    ])
  })

  it('says which answer it goes with, and goes with no other', () => {
    expect(field('elements').onlyIf).toEqual({ field: 'opinion', is: 'positive' })
    expect(field('reason').onlyIf).toEqual({ field: 'opinion', is: 'insufficient' })
    expect(field('opinion').onlyIf).toBeNull()
  })
})
