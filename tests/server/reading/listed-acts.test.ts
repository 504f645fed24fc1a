import { expect, it } from 'vitest'
import type { CaseView } from '../../../server/views/schemas.ts'
import { actLists } from '../../../server/reading/actions.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())

it('how many acts are closed, and how many would be unexpected, is told whichever of them are listed', async () => {
  const id = await site.tell.reflecting()
  for (const login of ['asso.rhone', 'prefecture.69', 'cellule.69']) {
    const read = async (acts: string) =>
      (await site.get(login, `/api/cases/${id}?acts=${acts}`)).json<CaseView>()
    const { actions } = await read('all')
    const closed = actions.filter(({ enabled }) => !enabled)
    const unexpected = actions.filter(({ enabled, unusual }) => enabled && unusual !== undefined)
    expect(closed.every(({ reason }) => reason !== undefined)).toBe(true)
    for (const acts of actLists) {
      const view = await read(acts)
      expect([view.closedActs, view.unexpectedActs]).toEqual([closed.length, unexpected.length])
      expect(view.actions.map(({ rank }) => rank)).toEqual(view.actions.map((_, before) => before + 1))
      const left = (acts === 'none' || acts === 'unexpected' ? closed : []).length
      const quiet = (acts === 'none' || acts === 'closed' ? unexpected : []).length
      expect(view.actions).toHaveLength(actions.length - left - quiet)
    }
    if (login === 'asso.rhone') expect([closed.length > 0, unexpected.length > 0]).toEqual([true, true])
  }
})
