import type { MessageKey } from '#lib/messages.ts'

const ofPeople = ['end', 'sign-out', 'warned', 'return', 'absence', 'manager', 'unmanaged', 'again'] as const
const ofOrganisations = ['change', 'move', 'propose', 'endRegime', 'suspend', 'close'] as const
const deeds = [...ofPeople, 'withdraw', ...ofOrganisations] as const
type Deed = (typeof deeds)[number]

/** Where an act leads, so that the page says in a sentence of its own what it has come to: most are in force already. */
export const doneAt = (path: string, deed: Deed): string => `${path}?fait=${deed}`

/** That sentence; none where the address names no act. */
export const doneIn = ({ searchParams }: URL): MessageKey | null => {
  const said = searchParams.get('fait')
  const deed = deeds.find((one) => one === said)
  return deed ? `access.done.${deed}` : null
}
