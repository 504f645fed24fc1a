import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

describe('a request is refused', () => {
  it('with an invented cursor, with 400', async () => {
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
    const id = randomUUID()
    const at = '2026-11-24T11:00:00.000Z'
    const invented = [
      'x',
      cursor(null),
      cursor([]),
      cursor(['1']),
      cursor([at]),
      cursor([id, at]),
      cursor(['9', '2026-99-99T99:99Z', id]),
      cursor([at, '------------------------------------']),
      cursor([at, id, id, id, id]),
      cursor([{}, {}, {}])
    ]
    for (const url of [
      '/api/cases?view=todo&',
      '/api/cases?view=all&',
      '/api/cases?view=late&',
      '/api/cases?view=moved&',
      '/api/referrals?',
      '/api/deadlines?'
    ])
      for (const one of invented)
        expect([url, one, (await site.get('asso.rhone', `${url}cursor=${one}`)).statusCode]).toEqual([
          url,
          one,
          400
        ])
    for (const one of invented)
      expect([one, (await site.get('dpo', `/api/audit?cursor=${one}`)).statusCode]).toEqual([one, 400])
  })
})
