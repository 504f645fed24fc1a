import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { showCode } from '../../../server/cases/code.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// As a browser without scripts sends and reads them.

const served = await forFile(testApp({ web: true, now: () => noon }))
const world = await peopled(served.db, served.config.publicUrl)
const tell = acting(world)
const cookies = new Map<string, string>()
const cookie = async (login: string) => {
  const known = cookies.get(login) ?? (await signIn(served.app, login))
  cookies.set(login, known)
  return known
}
const page = async (login: string, url: string) =>
  served.app.inject({
    url,
    headers: { cookie: await cookie(login), accept: 'text/html', 'accept-language': 'fr' }
  })
const post = async (login: string, url: string, fields: Record<string, string>) =>
  served.app.inject({
    method: 'POST',
    url,
    headers: {
      ...fromPage(await cookie(login)),
      ...{ host: 'localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
    },
    payload: new URLSearchParams({ _key: randomUUID(), ...fields }).toString()
  })
const codeOf = async (id: string) => showCode(String((await tell.row(id))['code']))
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('linked cases, without scripts', () => {
  it('a code of a case that one does not read comes back as it was typed, with why', async () => {
    const id = await tell.consenting()
    const refused = await post('asso.rhone', `/dossiers/${id}/lies?/make`, {
      code: 'teh 2222 2222',
      kind: 'site'
    })
    expect(refused.statusCode).toBe(400)
    expect(refused.body).toContain('value="teh 2222 2222"')
    expect(plain(refused.body)).toContain('Aucun autre dossier que vous lisez ne porte ce code.')
  })

  it('are linked from a page, told on the case, and taken back', async () => {
    const [one, other] = [await tell.consenting(), await tell.consenting()]
    expect((await page('asso.rhone', `/dossiers/${one}`)).body).toContain(`/dossiers/${one}/lies`)
    const code = await codeOf(other)
    const made = await post('asso.rhone', `/dossiers/${one}/lies?/make`, { code, kind: 'family' })
    expect([made.statusCode, made.headers['location']]).toEqual([303, `/dossiers/${one}/lies?fait=lie`])
    const told = (await page('asso.rhone', `/dossiers/${other}`)).body
    expect([plain(told).includes('Même famille'), told.includes(`/dossiers/${one}`)]).toEqual([true, true])
    const shown = await page('asso.rhone', `/dossiers/${one}/lies?fait=lie`)
    const [, link] = /name="link" value="([^"]+)"/.exec(shown.body) ?? []
    const ended = await post('asso.rhone', `/dossiers/${one}/lies?/end`, { link: link! })
    expect(ended.statusCode).toBe(303)
    expect(plain((await page('asso.rhone', `/dossiers/${one}/lies?fait=retire`)).body)).toContain('retiré le')
    expect((await page('asso.rhone', `/dossiers/${other}`)).body).not.toContain(one)
  })
})

describe('one’s own convocation', () => {
  it('is there for who is convened, with the sheets that they may see, and not for who is not', async () => {
    const meet = meeting(world)
    const caseId = await tell.flagged()
    await tell.act('cellule.69', caseId, 'triage.start')
    const id = await meet.planned('cellule.69', '2026-12-03T09:30:00.000Z')
    expect((await page('membre.69', `/reunions/${id}/convocation`)).statusCode).toBe(404)
    await meet.act('cellule.69', id, 'convene')
    expect((await page('cellule.69', `/reunions/${id}/convocation`)).statusCode).toBe(404)
    const mine = await page('membre.69', `/reunions/${id}/convocation`)
    expect(mine.statusCode).toBe(200)
    expect(plain(mine.body)).toContain('3 décembre')
    expect(mine.body).toContain(`/api/meetings/${id}/reunion.ics`)
    expect(mine.body).toContain(`/dossiers/${caseId}`)
    expect((await page('membre.69', `/reunions/${id}`)).body).toContain(`/reunions/${id}/convocation`)
  })
})
