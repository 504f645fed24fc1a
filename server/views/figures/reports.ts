import { Type, type Static } from 'typebox'
import { reportIds } from '../../../figures/reports/ids.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from '../shapes.ts'

const id = oneOf(...reportIds)
const whole = Type.Integer()

export const ReportList = closed({
  items: Type.Array(closed({ id, title: text, asks: text })),
  years: Type.Array(whole)
})
export type ReportList = Static<typeof ReportList>

export const ReportView = closed({
  id,
  title: text,
  asks: text,
  population: text,
  year: whole,
  years: Type.Array(whole),
  /** Which release it is filled from; null where none of the year is out. */
  drawn: orNull(text),
  sections: Type.Array(
    closed({
      label: text,
      lines: Type.Array(
        closed({
          id: text,
          label: text,
          value: orNull(Type.Number()),
          state: oneOf('filled', 'masked', 'unreleased', 'left_out', 'unentered', 'missing'),
          stateLabel: text,
          origin: text,
          note: text
        })
      )
    })
  ),
  asksExact: Type.Boolean()
})
export type ReportView = Static<typeof ReportView>

export const ExactExport = closed({
  id: text,
  report: id,
  title: text,
  year: whole,
  purpose: text,
  askedBy: text,
  askedOn: text,
  state: oneOf('waiting', 'allowed', 'refused', 'withdrawn', 'lapsed'),
  stateLabel: text,
  settledBy: orNull(text),
  /** Until when the one who asked may take it. */
  openUntil: orNull(text),
  may: closed({ settle: Type.Boolean(), withdraw: Type.Boolean(), take: Type.Boolean() })
})
export const ExactExportList = closed({
  items: Type.Array(ExactExport),
  asks: Type.Boolean(),
  reports: Type.Array(closed({ code: id, label: text })),
  thisYear: whole
})
export type ExactExport = Static<typeof ExactExport>
export type ExactExportList = Static<typeof ExactExportList>
