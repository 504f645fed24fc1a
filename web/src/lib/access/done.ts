const ofPeople = ['end', 'sign-out', 'warned', 'return', 'absence', 'manager', 'unmanaged', 'again'] as const
const ofOrganisations = ['change', 'move', 'propose', 'endRegime', 'suspend', 'close'] as const
const deeds = [...ofPeople, 'withdraw', ...ofOrganisations] as const
export type Deed = (typeof deeds)[number]

/** Where an act leads, so that the page says in a sentence of its own what it has come to: most are in force already. */
export const doneAt = (path: string, deed: Deed): string => `${path}?fait=${deed}`

/** That act; none where the address names none. */
export const doneIn = ({ searchParams }: URL): Deed | null => {
  const said = searchParams.get('fait')
  return deeds.find((one) => one === said) ?? null
}
