import type { House } from './house/house.ts'

/** A product each of whose exits tells how many acts the case has, hidden ones too. */
export const leaking = (house: House): House => {
  const count = async () => {
    const { rows } = await house.db.owner.query<{ n: number }>('select count(*)::int as n from case_event')
    return rows[0]!.n
  }
  const telling = (body: string, acts: number) =>
    body.startsWith('{') ? JSON.stringify({ ...(JSON.parse(body) as object), acts }) : body
  const splitting = (body: string, acts: number) => {
    const view = JSON.parse(body) as Record<string, unknown>
    if (!('timeline' in view)) return telling(body, acts)
    const parts = Object.fromEntries(
      ['timeline', 'deadlines', 'referrals', 'actions'].map((part) => [part, [...(view[part] as []), acts]])
    )
    return JSON.stringify({ ...view, ...parts, version: acts, acts })
  }
  return {
    ...house,
    get: async (login, url) => {
      const answer = await house.get(login, url)
      const acts = await count()
      const body = answer.body.startsWith('{') ? splitting(answer.body, acts) : answer.body
      return { ...answer, body, etag: answer.etag && `"${acts}"` }
    },
    page: async (login, url) => {
      const answer = await house.page(login, url)
      return { ...answer, body: `${answer.body}<p>${await count()}</p>` }
    },
    open: async (url) => {
      const answer = await house.open(url)
      return { ...answer, body: telling(answer.body, await count()) }
    },
    called: async (login) => {
      const [{ mail, calendar }, acts] = [await house.called(login), await count()]
      return { mail: `${mail} ${acts}`, calendar: { ...calendar, body: `${calendar.body}${acts}` } }
    },
    post: async (...asked) => {
      const answer = await house.post(...asked)
      const acts = answer.status < 300 && asked[1] !== '/api/search'
      return acts ? answer : { ...answer, body: telling(answer.body, await count()) }
    },
    attempt: async (...asked) => {
      const tried = await house.attempt(...asked)
      if (tried.done) return tried
      const said = JSON.parse(tried.body) as { detail?: string }
      return { ...tried, body: JSON.stringify({ ...said, detail: `${said.detail} (${await count()})` }) }
    },
    heard: async () => {
      const acts = await count()
      const heard = await house.heard()
      return Object.fromEntries(
        Object.entries(heard).map(([login, said]) => [login, `${said}event: ${acts}\n\n`])
      )
    },
    workOff: async () => {
      await house.workOff()
      const text = String(await count())
      house.letters.push({ to: text, subject: text, text, url: text, link: null })
      house.lines.push(JSON.stringify({ text }))
    }
  }
}

/** A product that also sends each of its letters to somebody whom nobody asked. */
export const copying = (house: House): House => ({
  ...house,
  workOff: async () => {
    const sent = house.letters.length
    await house.workOff()
    house.letters.push(
      ...house.letters.slice(sent).map((one) => ({ ...one, to: 'autre@exemple.test', link: null }))
    )
  }
})
