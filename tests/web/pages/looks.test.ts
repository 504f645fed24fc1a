import { describe, expect, it } from 'vitest'
import { askedAgain, look } from '../../../web/src/lib/shell/right.ts'

const id = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

describe('a page of a case that hears the stream', () => {
  it('asks nothing where another case moved, and no other page asks', () => {
    expect(askedAgain(other, `/dossiers/${id}`)).toBeNull()
    expect(askedAgain(look, '/dossiers')).toBeNull()
    expect(askedAgain(id, '/aujourdhui')).toBeNull()
  })

  it('looks for its case where that one moved, or where one was lost that is not named', () => {
    expect(askedAgain(id, `/dossiers/${id}`)).toBe(id)
    expect(askedAgain(look, `/dossiers/${id}`)).toBe(id)
    expect(askedAgain(look, `/dossiers/${id}/agir/triage.start`)).toBe(id)
  })
})
