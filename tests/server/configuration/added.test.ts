import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { inputFor } from '../../support/inputs.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// Lists of reasons can be extended by the whole country, not only cut; and a version says who concludes.

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const tell = acting(world)
const logins = ['admin', 'admin.bis', 'cellule.75', 'soin.69']
const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const login of logins) cookies[login] = await signIn(site.app, login)
})

type Asked = { method?: 'GET' | 'POST' | 'PUT'; body?: object; tag?: number | string }
const ask = async (login: string, path: string, { method = 'GET', body, tag }: Asked = {}) => {
  const answer = await site.app.inject({
    method,
    url: `/api${path}`,
    headers: {
      ...fromPage(cookies[login]!),
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(tag === undefined ? {} : { 'if-match': `"${tag}"` })
    },
    ...(body ? { payload: body } : {})
  })
  return { status: answer.statusCode, body: answer.json() }
}

const version = '2026-11-m'
const path = `/configuration/${version}`
const interpreter = {
  of: 'referrals.health',
  code: 'overloaded.interpreter',
  label: { fr: 'Pas d’interprète avant trois semaines', en: 'No interpreter within three weeks' },
  leadsTo: 'escalate'
}
/** What is left of the reasons of its table. */
const fewer = { health: { overloaded: 'escalate', not_concerned: 'escalate' } }
type Change = { added?: object[]; concludes?: string[]; referrals?: object }
const saved = async (change: Change) => {
  const { body } = await ask('admin', path)
  const { concludes: _, ...rest } = body.body
  const referrals = change.referrals ?? rest.reasons.referrals
  const reasons = { ...rest.reasons, referrals, added: change.added ?? [] }
  return ask('admin', path, {
    method: 'PUT',
    tag: body.revision,
    body: { ...rest, ...(change.concludes && { concludes: change.concludes }), reasons }
  })
}
const problemsAfter = async (change: Change): Promise<string[]> => {
  const { status, body } = await saved(change)
  expect(status).toBe(200)
  return body.problems.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
}
beforeAll(() =>
  ask('admin', '/configuration', {
    method: 'POST',
    body: { from: '2026-09', version, effectiveOn: '2026-11-24', note: 'circulaire' }
  })
)

describe('a national version', () => {
  it('adds no reason to refuse what a text gives', async () => {
    const { status, body } = await saved({ added: [{ ...interpreter, of: 'referrals.prefecture' }] })
    expect(status).toBe(400)
    expect(body.errors[0].field).toBe('reasons.added.0.of')
  })

  it('says of each reason what is wrong, and lets nobody conclude who has no vote', async () => {
    const lost = { ...interpreter, code: 'tired.of_it', leadsTo: 'park' }
    expect(await problemsAfter({ added: [interpreter, lost, interpreter] })).toEqual([
      'reasons.added.1.code unknown_reason',
      'reasons.added.1.leadsTo leads_nowhere',
      'reasons.added.2.code twice'
    ])
    expect(await problemsAfter({ concludes: ['prosecution'] })).toEqual([
      'concludes not_voting',
      'concludes must_include',
      'concludes alone'
    ])
  })

  it('is written from the lists that it may extend, those that a text founds left out', async () => {
    const { extendable } = (await ask('admin', path)).body.catalogue
    const lists = Object.fromEntries(extendable.map((one: { of: string }) => [one.of, one]))
    expect(lists['referrals.health'].reasons.map(({ code }: { code: string }) => code)).toContain(
      'overloaded'
    )
    // National services too: a version is theirs, as no local protocol is.
    expect(Object.keys(lists)).toContain('referrals.acse')
    for (const kind of ['prefecture', 'dna', 'exit_programme'])
      expect(Object.keys(lists)).not.toContain(`referrals.${kind}`)
  })

  it('says in words what it adds and who concludes, and is what new cases live under', async () => {
    const concludes = ['police', 'association']
    expect(await problemsAfter({ added: [interpreter], concludes, referrals: fewer })).toEqual([])
    const draft = (await ask('admin.bis', path)).body
    expect(draft.changes.join('\n')).toMatch(
      /Concluent entre deux réunions : .* \(avant : toutes les institutions de la cellule\)[\s\S]*« Pas d’interprète avant trois semaines » ajouté/
    )
    const old = await tell.flagged('asso.paris', { territory: '75' })
    const published = await ask('admin.bis', `${path}/publish`, { method: 'POST', tag: draft.revision })
    expect(published.status).toBe(200)
    const proposed = async (id: string) => {
      await tell.act('cellule.75', id, 'triage.start')
      const { body } = await ask('cellule.75', `/cases/${id}?acts=closed`)
      return body.actions.find(({ command }: { command: string }) => command === 'grounds.propose')
    }
    expect((await proposed(old)).enabled).toBe(true)
    const fresh = await tell.flagged('asso.paris', { territory: '75' })
    expect((await proposed(fresh)).reason).toContain('police et gendarmerie')
  })

  it('offers the reason that it adds to whoever answers', async () => {
    const id = await tell.flagged()
    await tell.act('asso.rhone', id, 'person.inform', inputFor('person.inform'))
    await tell.act('asso.rhone', id, 'consent.record', {
      ...inputFor('consent.record'),
      scopes: ['A', 'B', 'E', 'G']
    })
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    const referral = await tell.referral(id, 'health')
    const { body } = await ask('soin.69', `/referrals/${referral}`)
    const { input } = body.actions.find(({ command }: { command: string }) => command === 'decline')
    expect(input.properties.reason.oneOf).toContainEqual({
      const: interpreter.code,
      title: interpreter.label.fr
    })
    // And takes no answer by one that it has withdrawn.
    const answering = (reason: string) => tell.move('soin.69', referral, 'decline', { reason })
    await expect(answering('other_territory')).rejects.toMatchObject({
      fields: [{ field: 'reason', message: { fr: 'Ce motif n’est plus proposé pour ce dossier' } }]
    })
    expect((await ask('soin.69', `/referrals/${referral}`)).body.state).toBe('sent')
    await answering(interpreter.code)
    expect((await ask('soin.69', `/referrals/${referral}`)).body.state).toBe('declined')
  })
})
