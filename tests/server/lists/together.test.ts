import { describe, expect, it } from 'vitest'
import type { Fetch } from '../../../web/src/lib/api.ts'
import type { CaseList } from '../../../web/src/lib/api.types.ts'
import { actTogether, sharedAct, ticksOf } from '../../../web/src/lib/worklist/together.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { fromPage } from '../../support/running/sign-in.ts'

const site = await forFile(openSite())
const secretary = 'cellule.69'

/** The pages’ own client, asking the real application. */
const fetcherOf = async (login: string): Promise<Fetch> => {
  const headers = fromPage(await site.cookie(login))
  return (async (
    url: string,
    { method, body, headers: own }: { method: 'POST'; body: string; headers: object }
  ) => {
    const path = url.replace(/^http:\/\/[^/]+/, '')
    const answer = await site.app.inject({
      method,
      url: path,
      headers: { ...headers, ...own },
      payload: body
    })
    const { statusCode: status } = answer
    return new Response(status === 204 ? null : answer.body, {
      status,
      headers: { 'content-type': 'application/json' }
    })
  }) as unknown as Fetch
}

const listed = async () => (await site.get(secretary, '/api/cases?view=todo&limit=50')).json<CaseList>().items
const stands = async (id: string) => (await site.tell.row(id))['identification']

/** What the page sends when these lines are ticked. */
const ticked = async (ids: readonly string[]) => {
  const lines = await listed()
  const [act, ticks] = [sharedAct(lines), ticksOf(lines)]
  const form = new FormData()
  form.set('_command', act!.command)
  for (const id of ids) {
    form.append('case', id)
    form.set(`_key-${id}`, ticks[id]!.key)
    form.set(`_version-${id}`, ticks[id]!.version)
    form.set(`_code-${id}`, lines.find((line) => line.id === id)!.code)
  }
  return form
}

describe('flags taken up for examination at one go', () => {
  it('are refused line by line: what somebody did in between stops one case, and none behind it', async () => {
    const [first, middle, last] = [
      await site.tell.flagged(),
      await site.tell.flagged(),
      await site.tell.flagged()
    ]
    const form = await ticked([first, middle, last])
    const code = form.get(`_code-${middle}`)
    await site.tell.act(secretary, middle, 'triage.start')
    const result = await actTogether(await fetcherOf(secretary), form)
    expect(result).toMatchObject({ done: 2, refused: [{ code, href: `/dossiers/${middle}` }] })
    expect([409, 412]).toContain(result.refused[0]!.problem.status)
    const { detail, title } = result.refused[0]!.problem
    expect(detail ?? title).not.toBe('')
    expect(await Promise.all([first, middle, last].map(stands))).toEqual(Array(3).fill('under_triage'))
  })

  it('are each an act of its own case, once, even where the form is sent again', async () => {
    const ids = [await site.tell.flagged(), await site.tell.flagged()]
    const form = await ticked(ids)
    const fetcher = await fetcherOf(secretary)
    expect(await actTogether(fetcher, form)).toEqual({ done: 2, refused: [] })
    expect(await actTogether(fetcher, form)).toEqual({ done: 2, refused: [] })
    const { rows } = await site.db.owner.query(
      `select case_id from case_event where command = 'triage.start' and case_id = any($1)`,
      [ids]
    )
    expect(rows).toHaveLength(2)
  })

  it('do nothing of a case that the reader does not have', async () => {
    const id = await site.tell.flagged()
    const form = await ticked([id])
    const result = await actTogether(await fetcherOf('cellule.75'), form)
    expect(result).toMatchObject({ done: 0, refused: [{ problem: { status: 404 } }] })
    expect(await stands(id)).toBe('flagged')
  })
})
