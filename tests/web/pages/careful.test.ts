import { describe, expect, it, vi } from 'vitest'
import { emptyDraft } from '../../../web/src/lib/flag/answers.ts'
import { answering } from '../../support/answering.ts'
import { press, type Action } from './pressed/pressing.ts'

vi.mock('$app/state', () => ({ page: {} }))

const routes = '../../../web/src/routes/'
type Page = { actions?: Record<string, Action>; load?: (event: object) => Promise<unknown> }
const modules = import.meta.glob<Page>('../../../web/src/routes/**/+page.server.ts', { eager: true })
const pageAt = (at: string) => modules[`${routes}(app)/${at}/+page.server.ts`]!
const every = Object.entries(modules).flatMap(([file, { actions = {} }]) =>
  Object.entries(actions).map(([name, action]) => ({
    at: `${file.slice(routes.length, -'/+page.server.ts'.length)} ${name}`,
    action
  }))
)

/** Acts that are not done by one press: the box of each is ticked first. */
const sure = [
  '(app)/chiffres/publications publish',
  '(app)/configuration/[version]/bascule default',
  '(app)/configuration/[version]/publier default',
  '(app)/configuration/bascules/[id] undo',
  '(app)/organisations/[id] close',
  '(app)/organisations/[id] endRegime',
  '(app)/organisations/[id]/personnes end',
  '(app)/organisations/[id]/reunir default',
  '(app)/personnes end',
  '(app)/personnes/revue default',
  '(app)/protocoles/[name]/bascule default',
  '(app)/protocoles/[name]/signer default'
]

it('what is not done by one press writes nothing where its box was not ticked', async () => {
  const unsure: string[] = []
  for (const { at, action } of every) {
    const { end, written } = await press(action, { status: 200, typed: { sure: '' } })
    const data = 'failed' in end ? JSON.stringify(end.data) : ''
    if (data.includes('"code":"unsure"') && written.length === 0) unsure.push(at)
  }
  expect(unsure.toSorted()).toEqual(sure)
})

describe('what is taken over from a file', () => {
  const begin = async (data: string | null) => {
    const { end, written } = await press(pageAt('signaler/reprendre').actions!['begin']!, {
      status: 200,
      data
    })
    return { end, written: written.map(({ method, path }) => `${method} ${path}`) }
  }
  const looks = 'POST /api/exchange/htcds/preview'

  it('writes over no flag that somebody is writing', async () => {
    const typing = JSON.stringify(emptyDraft('key'))
    expect(await begin(typing)).toEqual({ end: { redirect: '/signaler' }, written: [looks] })
  })

  it('begins one where there is none', async () => {
    expect(await begin(null)).toEqual({
      end: { redirect: '/signaler' },
      written: [looks, 'PUT /api/drafts/flag']
    })
  })
})

it('a flag that begins where somebody was met writes over none that is being typed, and begins where there is none', async () => {
  const flag = async (draft: object | null) => {
    const data = draft && JSON.stringify(draft)
    const { end, written } = await press(pageAt('lieux-de-vie').actions!['flag']!, { status: 200, data })
    return { end, written: written.map(({ method, path }) => `${method} ${path}`) }
  }
  const typing = { ...emptyDraft('key'), seen: ['maintenant'] }
  expect(await flag(typing)).toEqual({ end: { redirect: '/page?commence' }, written: [] })
  for (const none of [null, emptyDraft('key')])
    expect((await flag(none)).written).toEqual(['PUT /api/drafts/flag'])
})

it('no flag begins in a place that is closed', async () => {
  const items = [{ id: 'one', open: false, label: 'Lieu', kind: 'hotel', commune: 'Lyon', territory: '69' }]
  const pressed = { status: 200, data: null, reads: { items } }
  const { end, written } = await press(pageAt('lieux-de-vie').actions!['flag']!, pressed)
  expect([end, written]).toEqual([{ failed: 404, data: {} }, []])
})

it('exact numbers leave by a press that says so, and by no other', async () => {
  const settled = async (how: string) => {
    const { written } = await press(pageAt('chiffres/demandes/exact').actions!['settle']!, {
      status: 200,
      typed: { how }
    })
    return written.map(({ path }) => path.split('/').at(-1))
  }
  for (const how of ['', 'yes', 'refuse']) expect(await settled(how), how).toEqual(['refuse'])
  expect([await settled('withdraw'), await settled('allow')]).toEqual([['withdraw'], ['allow']])
})

it('the paper of a case says that its beginning is left out where it holds as many lines as were asked for', async () => {
  const older = async (lines: number) => {
    const view = { nextStep: { is: 'nothing' }, deadlines: [], classes: [], timeline: Array(lines).fill({}) }
    const { fetcher } = answering({ status: 200, body: view })
    const event = { fetch: fetcher, params: { id: 'one' }, locals: { now: new Date() } }
    return ((await pageAt('dossiers/[id]/papier').load!(event)) as { older: boolean }).older
  }
  expect([await older(49), await older(50)]).toEqual([false, true])
})
