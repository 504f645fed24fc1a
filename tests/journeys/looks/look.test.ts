import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { launchBrowser } from '../../support/running/browser.ts'
import { person, type Sight } from '../support/person.ts'

// What holds the pages of every journey is itself seen to see.

const paper = (body: string) =>
  `<!doctype html><html lang="fr"><title>MNIO</title><body><main><h1>Une page</h1>${body}</main></body></html>`

const server = createServer(({ url }, answer) => {
  const fault = url === '/tests/fautive' ? '<img src="data:,">' : '<p>Rien.</p>'
  answer.setHeader('content-type', 'text/html; charset=utf-8').end(paper(fault))
})
const house = await forFile(
  new Promise<{ base: string; close: () => void }>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        base: `http://localhost:${(server.address() as AddressInfo).port}`,
        close: () => server.close()
      })
    )
  )
)
const browser = await forFile(launchBrowser())
const sight: Sight = { problems: [] }
const page = await (await browser.newContext({ baseURL: house.base })).newPage()
const reader = await person(page, { login: 'lectrice', sight, javaScript: true, signsIn: false })

test('a page without a fault leaves nothing to say', async () => {
  await reader.open('/tests/juste')
  expect(sight.problems).toEqual([])
})

test('a fault is told of each time it is shown, and not once for the whole run', async () => {
  for (const times of [1, 2]) {
    await reader.open('/tests/fautive')
    expect(sight.problems.filter((one) => one.includes('axe: image-alt'))).toHaveLength(times)
  }
})
