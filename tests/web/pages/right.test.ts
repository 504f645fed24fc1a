import { expect, it } from 'vitest'
import { isTheirs } from '../../../web/src/lib/shell/right.ts'

const shown = {
  person: { id: 'a', name: 'Camille Martin' },
  role: 'association',
  organisation: { id: 'one', name: 'Une association' },
  accredited: true
}

const namesake = { ...shown, organisation: { id: 'other', name: 'Une association' } }
const colleague = { ...shown, person: { id: 'b', name: 'Camille Martin' } }

it('a page that is open is for the person it was read for: a colleague of the same name at the same browser is another', () => {
  expect(isTheirs(colleague, shown)).toBe(false)
  expect(isTheirs({ ...shown, role: 'cell_member' }, shown)).toBe(false)
  expect(isTheirs(namesake, shown)).toBe(false)
  expect(isTheirs({ ...shown, accredited: false }, shown)).toBe(false)
  expect(isTheirs({ ...shown }, shown)).toBe(true)
})
