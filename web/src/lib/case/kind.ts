import type { ReferralLine } from '#lib/api.types.ts'

/** What is asked, without whom it is asked of: the table writes « Ac.Sé · accueil éloigné ». */
export function kindName({ kindLabel }: Pick<ReferralLine, 'kindLabel'>): string {
  const name = kindLabel.split(' · ').at(-1) ?? kindLabel
  return name.charAt(0).toLocaleLowerCase() + name.slice(1)
}
