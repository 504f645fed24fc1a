import { penalCode, type LegalBasis } from './origin.ts'

/** Duties, secrecy and constraint; the offences stand in offences.ts. */
export const penalBases = {
  'CP.122-2': penalCode('Acte commis sous la contrainte', 'Act done under compulsion'),
  'CP.223-6': penalCode('Secours à personne en danger', 'Duty to help a person in danger'),
  'CP.226-13': penalCode('Secret professionnel', 'Professional secrecy'),
  'CP.226-14': penalCode('Quand le secret peut être levé', 'When secrecy may be lifted'),
  'CP.434-1': penalCode(
    'Taire un crime que l’on pouvait empêcher',
    'Keeping silent on a crime that could be prevented'
  ),
  'CP.434-3': penalCode(
    'Taire des mauvais traitements, hors secret',
    'Keeping silent on ill-treatment, secrecy excepted'
  )
} as const satisfies Record<string, LegalBasis>
