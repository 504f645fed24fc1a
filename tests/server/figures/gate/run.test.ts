import { expect, test } from 'vitest'
import { examineAside, hardenAside } from '../../../../server/figures/gate/run.ts'
import { counted, given, release } from '../../../figures/gate/given.ts'

const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 4, 30, 40])
const asked = given(release([sex], { 'territory=93': -3, 'sex=f & territory=93': 4 }))

test('the gate works beside whoever asked, and says how far it is', async () => {
  const told: string[] = []
  const refused = await examineAside(asked, (done, of) => told.push(`${done} of ${of}`))
  expect(refused).toMatchObject({ passes: false })
  expect(told).toEqual(['1 of 1'])
  const hardened = await hardenAside(asked, () => {})
  expect(hardened.verdict.passes).toBe(true)
  expect(await examineAside(given(hardened.release), () => {})).toMatchObject({ passes: true })
})

test('what cannot be read is an error, not a silence', async () => {
  const broken = { ...asked, release: { ...asked.release, tables: null as never } }
  await expect(examineAside(broken, () => {})).rejects.toThrow()
})
