import type { HandingLine, LeftAloneLine, Me, ProtocolList, UndoRequestLine } from '#lib/api.types.ts'
import { codeGroups } from '#lib/case/code.ts'
import { actHref, undoHref } from '#lib/case/links.ts'
import { translate, type Locale } from '#lib/messages.ts'
import { dateIn } from '#lib/ordinal.ts'

export type Line = { href: string; says: string; more?: string }

type Asked = {
  /** Protocols that wait for the signature of this person. */
  toSign: ProtocolList['awaitsYou']
  /** Cases that another association proposes. */
  handings?: readonly HandingLine[]
  /** Acts that those who entered them ask to have undone, by whoever accompanies the person. */
  toUndo?: readonly UndoRequestLine[]
  /** Of the cell, the cases that nobody accompanies any more. */
  left?: readonly LeftAloneLine[]
}
type Reading = { locale: Locale; me: Pick<Me, 'organisation'> }

const spaced = (code: string) => codeGroups(code).join(' ')

/**
 * What others ask of a reader, or leave to them, line by line and kind by kind. Put into words on the server: all that a first page may say
 * is waited for by everybody, and most days nothing of this is said.
 */
export function linesOf(
  { toSign, handings = [], toUndo = [], left = [] }: Asked,
  { locale, me }: Reading
): Line[][] {
  const timeZone = me.organisation.zone
  const day = (at: string) =>
    dateIn(locale, new Date(at), { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
  const kinds: Line[][] = [
    toSign.map(({ name, title, placeName }) => ({
      href: `/protocoles/${name}/signer`,
      says: translate(locale, 'today.toSign', { title }),
      more: placeName
    })),
    handings.map(({ id, other, expiresAt }) => ({
      href: `/passages/${id}`,
      says: translate(locale, 'today.proposed', { other }),
      more: translate(locale, 'handing.until', { day: day(expiresAt) })
    })),
    toUndo.map(({ caseId, ref, label, caseCode, askedAt }) => ({
      href: undoHref(caseId, ref),
      says: translate(locale, 'today.toUndo', { label }),
      more: translate(locale, 'today.toUndo.of', { code: spaced(caseCode), day: day(askedAt) })
    })),
    left.map(({ caseId, caseCode }) => ({
      href: actHref(caseId, 'referent.name'),
      says: translate(locale, 'today.left', { code: spaced(caseCode) })
    }))
  ]
  return kinds.filter((lines) => lines.length > 0)
}
