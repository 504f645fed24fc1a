import type { MeetingView } from '#lib/api.types.ts'

type Gauged = Pick<MeetingView, 'quorum' | 'rules'>
export type Chair = { x: number; y: number; taken: boolean; needed: boolean }

const width = 240
const radius = 96
const middle = { x: width / 2, y: 112 }

/** Chairs around half a table: as many as are needed, or as many as are taken if more came. Pure. */
export function chairsOf({ quorum, rules }: Gauged): Chair[] {
  const count = Math.max(rules.members, quorum.members, 1)
  return Array.from({ length: count }, (_, index) => {
    const angle = count === 1 ? Math.PI / 2 : Math.PI - (Math.PI * index) / (count - 1)
    return {
      x: Math.round(middle.x + radius * Math.cos(angle)),
      y: Math.round(middle.y - radius * Math.sin(angle)),
      taken: index < quorum.members,
      needed: index < rules.members
    }
  })
}
