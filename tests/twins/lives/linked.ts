import { linksKnown } from '../../../server/disclosure/linked/known.ts'
import { linkKinds, type LinkKind } from '../../../workflows/case/linked.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Answer } from '../house/answer.ts'
import type { Standing } from '../house/standing.ts'
import type { Candidate } from './candidates.ts'
import { pickOf, type Below } from './inputs.ts'
import type { Life } from './play.ts'

// A second file of the same life, and what the two have in common.

/** `of`: the other file where a link is made, and the link where it is taken back, each by the name that it has in every life. */
export type LinkStep = { type: 'link'; by: string; command: 'make' | 'end'; kind: LinkKind; of: string }

/** What somebody must see, in each of the two, to know of it. */
export const linkClass = ({ kind }: Pick<LinkStep, 'kind'>): DataClass => linkKinds[kind].dataClass

export const linked = ({ house, names, caseId }: Life, step: LinkStep): Promise<Answer> => {
  const url = `/api/cases/${caseId}/links`
  const { by, command, kind, of } = step
  if (command === 'end') return house.post(by, `${url}/${names.idOf(of)}/end`, {})
  return house.post(by, url, { code: names.idOf(of.replace(':case#', ':code#')), kind })
}

/** What those may say of two files, and take back, who know it of both. */
export const links = (
  { house, names }: Life,
  { held, situation, others, links: made }: Standing
): Candidate[] =>
  others.flatMap((other) => {
    const knowing = (kind: LinkKind) =>
      [...house.actors.keys()].filter((login) => {
        const here = { held: held(login), facts: situation.facts }
        const there = { held: other.held(login), facts: other.facts }
        return here.held.length > 0 && there.held.length > 0 && linksKnown(here, there).includes(kind)
      })
    return (Object.keys(linkKinds) as LinkKind[]).flatMap((kind): Candidate[] => {
      const stands = made.find((one) => one.other === other.id && one.kind === kind)
      // Taken back by the house that said it, as long as somebody there still knows of both.
      const doers = knowing(kind).filter((login) => !stands || house.actors.get(login)!.orgId === stands.org)
      if (doers.length === 0) return []
      const make = (below: Below): LinkStep =>
        stands
          ? {
              type: 'link',
              by: doers[0]!,
              command: 'end',
              kind,
              of: names.nameOf(stands.id)!
            }
          : { type: 'link', by: pickOf(below)(doers), command: 'make', kind, of: names.nameOf(other.id)! }
      return [{ name: `link.${stands ? 'end' : 'make'}:${kind}`, make }]
    })
  })
