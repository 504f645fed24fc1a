import { describe, expect, it } from 'vitest'
import en from '../../../web/messages/en.json' with { type: 'json' }
import fr from '../../../web/messages/fr.json' with { type: 'json' }
import { kept, type Kept } from '../../../web/src/lib/audit/kept.ts'
import { id, rowsOf, site, withJournal } from '../../support/running/audit.ts'
import { anEmergency } from '../../support/emergency.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { versionOf } from '../../support/running/site.ts'

withJournal()

type Line = { line: string; action: string; outcome: string }
const journal = () => rowsOf<Line>(`select chain || ' ' || seq as line, action, outcome from audit_event`)
/** What one request adds to the journal. */
const added = async (work: () => Promise<unknown>) => {
  const before = new Set((await journal()).map(({ line }) => line))
  await work()
  const after = (await journal()).filter(({ line }) => !before.has(line))
  return after.map(({ action, outcome }) => ({ action, outcome }))
}
const ok = async (answer: Promise<{ statusCode: number }>, status: number) =>
  expect((await answer).statusCode).toBe(status)
const completing = (login: string, version: string) =>
  site.act(login, [id, 'facts.complete'], { language: 'fr' }, { version })
const version = async () => versionOf(await site.get('asso.rhone', `/api/cases/${id}`))

let flagged: string
/** Each claim of the footer, done through HTTP, with the line that it must leave. */
const claims: Record<Kept, { does: () => Promise<unknown>; leaves: { action: string; outcome: string } }> = {
  acts: {
    does: async () => ok(completing('asso.rhone', await version()), 200),
    leaves: { action: 'facts.complete', outcome: 'allowed' }
  },
  denials: {
    does: async () => ok(completing('asso.paris', await version()), 404),
    leaves: { action: 'facts.complete', outcome: 'denied' }
  },
  signIns: {
    does: () => signIn(site.app, 'miprof'),
    leaves: { action: 'sign_in', outcome: 'allowed' }
  },
  sealed: {
    does: () => ok(site.get('asso.rhone', `/api/cases/${id}/compartments/B`), 200),
    leaves: { action: 'read', outcome: 'allowed' }
  },
  searches: {
    does: () => ok(site.send('asso.rhone', '/api/search', { q: 'nom' }, { key: null }), 200),
    leaves: { action: 'search', outcome: 'allowed' }
  },
  emergency: {
    does: () =>
      ok(site.send('police.69', `/api/cases/${flagged}/emergency/commands/open`, anEmergency(['B'])), 201),
    leaves: { action: 'glass.open', outcome: 'allowed' }
  }
}
it('a sign-in is written down with the proof by which it was', async () => {
  await signIn(site.app, 'miprof')
  const { rows } = await site.db.owner.query<{ detail: string }>(
    `select detail from audit_event where action = 'sign_in' order by seq desc limit 1`
  )
  expect(rows[0]!.detail).toMatch(/^eidas[23]$/)
})

describe('« Chaque lecture est journalisée » was untrue', () => {
  it('a reading of a case, its story, a list, a referral or the journal itself leaves no line', async () => {
    const referral = await site.tell.referral(id, 'acse_place')
    const pages: [string, string][] = [
      ['asso.rhone', `/api/cases/${id}`],
      ['asso.rhone', `/api/cases/${id}/events`],
      ['asso.rhone', '/api/cases'],
      ['foyer.azur', `/api/referrals/${referral}`],
      ['foyer.azur', '/api/referrals?box=in'],
      ['asso.rhone', '/api/notices'],
      ['dpo', `/api/audit?case=${id}`]
    ]
    // Sessions first: a sign-in is a line of its own.
    for (const [login] of pages) await site.cookie(login)
    for (const [login, url] of pages)
      expect([url, await added(() => ok(site.get(login, url), 200))]).toEqual([url, []])
    expect(await added(() => ok(site.get('asso.rhone', `/api/cases/${referral}`), 404))).toEqual([])
  })

  it('and no sentence says that it does', () => {
    const every = /(chaque|toute) (lecture|consultation)|every (reading|view)|each (reading|view)/i
    // The page of a link and that of minutes each speak of what they alone open, and that leaves its line.
    const ofTheirOwn = ['link.classes.note', 'meetings.minutes.text']
    for (const messages of [fr, en] as Record<string, string>[])
      for (const [key, words] of Object.entries(messages))
        if (!ofTheirOwn.includes(key)) expect([key, every.test(words)]).toEqual([key, false])
    expect(every.test(fr['link.classes.note'])).toBe(true)
  })
})

describe('what the footer says is written in the journal', () => {
  it.each(kept)('%s: leaves its line', async (claim) => {
    flagged = await site.tell.flagged('police.69')
    for (const login of ['asso.rhone', 'asso.paris', 'police.69']) await site.cookie(login)
    const { does, leaves } = claims[claim]
    expect(await added(does)).toContainEqual(leaves)
  })

  it.each([
    ['fr', fr],
    ['en', en]
  ] as [string, Record<string, string>][])(
    'is that list, in words, and nothing beside it (%s)',
    (_, messages) => {
      expect(messages['app.footer']).toMatch(/: \{kept\}\.$/)
      const words = kept.map((claim) => messages[`audit.kept.${claim}`])
      expect(words).not.toContain(undefined)
      expect(new Set(words).size).toBe(kept.length)
    }
  )
})
