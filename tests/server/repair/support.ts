import { refOf as nameOf } from '../../../server/cases/act-ref.ts'
import type { Sent, Site } from '../../support/running/site.ts'

type Story = {
  items: {
    command: string
    label: string
    ref?: string
    undoneByOthers?: true
    struck?: object
    fields: object[]
  }[]
}

/** Short sentences for acts that are taken back through the API. */
export const openRepair = (site: Site) => {
  const rows = async <R extends object>(text: string, values: unknown[]) =>
    (await site.db.owner.query<R>(text, values)).rows
  const undoAt = (id: string, ref: string) => `/api/cases/${id}/acts/${ref}/undo`
  const storyOf = async (login: string, id: string) =>
    (await site.get(login, `/api/cases/${id}/events`)).json<Story>().items
  return {
    rows,
    undoAt,
    storyOf,
    /** The last act of a name, by the name under which it is taken back. */
    refOf: async (caseId: string, command: string) => {
      const [last] = await rows<{ seq: number }>(
        'select seq from case_event where case_id = $1 and command = $2 order by seq desc limit 1',
        [caseId, command]
      )
      return nameOf(site.db.keys, { caseId, seq: last!.seq })
    },
    undo: async (
      login: string,
      id: string,
      ref: string,
      { reason = 'wrong_person', version, ...sent }: Sent & { reason?: string } = {}
    ) =>
      site.send(
        login,
        undoAt(id, ref),
        { reason },
        { version: version ?? (await site.version(login, id)), ...sent }
      ),
    rowOf: async (id: string) =>
      (await rows<{ facts: object }>('select * from "case" where id = $1', [id]))[0]!,
    /** The acts of which somebody may ask whether they are taken back. */
    offersOf: async (login: string, id: string) =>
      (await storyOf(login, id)).flatMap(({ command, ref }) => (ref ? [command] : [])),
    /** Of them, those of which they are told whom to tell. */
    leftToOthers: async (login: string, id: string) =>
      (await storyOf(login, id)).flatMap(({ command, undoneByOthers }) => (undoneByOthers ? [command] : [])),
    clocksOf: (id: string) =>
      rows<{ code: string; state: string; due_on: string }>(
        'select code, state, due_on::text, next_at, steps from deadline where case_id = $1 order by code, due_on',
        [id]
      )
  }
}
