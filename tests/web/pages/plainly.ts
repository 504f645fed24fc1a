import { randomUUID } from 'node:crypto'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { peopled } from '../../support/world.ts'

export const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The pages of organisations as a browser without scripts sends and reads them; the administrators and one association manage. */
export const readPlainly = async () => {
  const served = await forFile(testApp({ web: true, now: () => new Date() }))
  const world = await peopled(served.db, served.config.publicUrl)
  const { owner } = served.db
  for (const login of ['admin', 'admin.bis', 'asso.rhone'])
    await owner.query('update membership set manager = true where person_id = $1', [world.as(login).personId])

  const cookies = new Map<string, string>()
  const cookie = async (login: string) => {
    const known = cookies.get(login) ?? (await signIn(served.app, login))
    cookies.set(login, known)
    return known
  }
  const page = async (login: string, url: string, language = 'fr') => {
    const headers = { cookie: await cookie(login), accept: 'text/html', 'accept-language': language }
    const answer = await served.app.inject({ url, headers })
    const to = answer.headers['location']
    return { status: answer.statusCode, body: answer.body, text: plain(answer.body), to }
  }
  const post = async (
    login: string,
    url: string,
    fields: Record<string, string>,
    more: readonly (readonly [string, string])[] = []
  ) => {
    const sent = {
      ...fromPage(await cookie(login)),
      ...{ host: 'localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
    }
    const payload = new URLSearchParams([...Object.entries({ _key: randomUUID(), ...fields }), ...more] as [
      string,
      string
    ][]).toString()
    const answer = await served.app.inject({ method: 'POST', url, headers: sent, payload })
    return { status: answer.statusCode, body: answer.body, to: answer.headers['location'] }
  }
  return { served, world, owner, page, post }
}
