import type { Pool } from 'pg'
import { referenceOf, showCode } from '../../../server/cases/code.ts'

// What an answer calls by an id or a code is compared under the name of the act that made it: `act3:deadline:D-OPP#1`. What
// the hidden act made is named after it, and shows wherever it stands.

const made = `
  select 'case' as what, id::text as id, '' as part from "case"
  union all select 'code', code, '' from "case"
  union all select 'deadline', id::text, code from deadline
  union all select 'referral', id::text, kind from referral
  union all select 'stay', id::text, '' from stay
  union all select 'link', id::text, '' from referral_link
  union all select 'organisation', id::text, '' from organisation where type = 'external'
  union all select 'opening', id::text, '' from glass_opening
  union all select 'meeting', id::text, '' from meeting
  union all select 'handing', id::text, '' from case_handing
  union all select 'common', id::text, kind from case_link
  union all select 'item', id::text, '' from meeting_item
  union all select 'followup', id::text, '' from meeting_followup
  -- By what it tells: of what a house is told, not all of its people are shown all.
  union all select 'notice', n.id::text, concat_ws('-', o.key, n.about, e.command, e.input ->> 'deadline')
    from notice n join organisation o on o.id = n.org_id
    left join case_event e on n.about = 'case' and e.case_id = n.about_id and e.seq = n.seq
  order by 1, 3, 2`

/** By what an act is taken back: keyed by its number and its case, it says nothing to whoever reads it, and names no act of another life. */
const takenBackBy = /(\bref"?:"|\/annuler\/)[\w-]{22}(?![\w-])/g

type Made = { what: string; id: string; part: string }

/** Under which words an answer may show one row. */
const shownAs = ({ what, id }: Made): string[] => {
  if (what === 'code') return [showCode(id), id]
  return what === 'referral' ? [id, referenceOf(id)] : [id]
}

export type Names = {
  /** Names what has been made since the last time after this act. */
  note: (owner: Pool, act: string) => Promise<void>
  named: (text: string) => string
  /** The id that a name stands for in this life. */
  idOf: (name: string) => string | undefined
  nameOf: (id: string) => string | undefined
  copy: () => Names
}

export const newNames = (given?: { byWord: Map<string, string>; byName: Map<string, string> }): Names => {
  const byWord = new Map(given?.byWord)
  const byName = new Map(given?.byName)
  let words: RegExp | null = null
  return {
    note: async (owner, act) => {
      const { rows } = await owner.query<Made>(made)
      const counts = new Map<string, number>()
      for (const row of rows) {
        if (byWord.has(row.id)) continue
        const kind = [act, row.what, ...(row.part ? [row.part] : [])].join(':')
        const number = (counts.get(kind) ?? 0) + 1
        counts.set(kind, number)
        const name = `${kind}#${number}`
        byName.set(name, row.id)
        for (const word of shownAs(row)) byWord.set(word, name)
        words = null
      }
    },
    named: (text) => {
      const bare = text.replace(takenBackBy, '$1…')
      if (byWord.size === 0) return bare
      words ??= new RegExp([...byWord.keys()].join('|'), 'g')
      return bare.replace(words, (word) => byWord.get(word)!)
    },
    idOf: (name) => byName.get(name),
    nameOf: (id) => byWord.get(id),
    copy: () => newNames({ byWord, byName })
  }
}
