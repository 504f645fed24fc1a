import { legi, unread, type LegalBasis } from './origin.ts'

/** Slavery, trafficking, procuring, begging and labour exploitation; the graver forms with their prison term, where it was read. */
export const offenceBases = {
  'CP.224-1A': legi('Réduction en esclavage : vingt ans', 'Enslavement: twenty years'),
  'CP.224-1B': legi(
    'Exploiter une personne en esclavage : vingt ans',
    'Exploiting an enslaved person: twenty years'
  ),
  'CP.224-1C': legi('Esclavage aggravé : trente ans', 'Aggravated enslavement: thirty years'),
  'CP.225-4-1': legi('Traite des êtres humains', 'Trafficking in human beings'),
  'CP.225-4-2': legi(
    'Traite aggravée : dix ans, quinze sur un mineur',
    'Aggravated trafficking: ten years, fifteen for a minor'
  ),
  'CP.225-4-3': legi(
    'Traite en bande organisée : vingt ans',
    'Trafficking by an organised gang: twenty years'
  ),
  'CP.225-4-4': legi('Traite avec tortures : perpétuité', 'Trafficking with torture: for life'),
  'CP.225-4-5': legi(
    'Traite punie comme l’infraction plus grave qu’elle sert',
    'Trafficking punished as the graver offence it served'
  ),
  'CP.225-4-6': unread('Traite par une société ou un organisme', 'Trafficking by a legal person'),
  'CP.225-4-8': legi(
    'Traite commise à l’étranger par un·e Français·e',
    'Trafficking abroad by a French national'
  ),
  'CP.225-4-9': legi(
    'Peine levée ou réduite pour qui avertit',
    'Penalty lifted or reduced for whoever warns'
  ),
  'CP.225-5': legi('Proxénétisme', 'Procuring'),
  'CP.225-6': unread('Proxénétisme par entremise ou entrave', 'Procuring as go-between'),
  'CP.225-7': legi('Proxénétisme aggravé : dix ans', 'Aggravated procuring: ten years'),
  'CP.225-7-1': legi(
    'Proxénétisme, enfant de moins de 15 ans : vingt ans',
    'Procuring of a child under 15: twenty years'
  ),
  'CP.225-8': unread('Proxénétisme en bande organisée', 'Procuring by an organised gang'),
  'CP.225-9': unread('Proxénétisme avec tortures', 'Procuring with torture'),
  'CP.225-10': unread('Lieu de prostitution', 'Premises used for prostitution'),
  'CP.225-12-1': legi(
    'Achat d’un acte sexuel ; à un mineur : cinq ans',
    'Buying sex; from a minor: five years'
  ),
  'CP.225-12-5': legi('Exploitation de la mendicité : trois ans', 'Exploitation of begging: three years'),
  'CP.225-12-6': legi(
    'Exploitation aggravée de la mendicité : cinq ans',
    'Aggravated exploitation of begging: five years'
  ),
  'CP.225-12-7': legi(
    'Mendicité exploitée en bande organisée : dix ans',
    'Begging exploited by an organised gang: ten years'
  ),
  'CP.225-13': legi('Travail sans salaire ou presque', 'Unpaid or underpaid work'),
  'CP.225-14': legi('Travail ou logement indignes', 'Degrading work or housing'),
  'CP.225-14-1': legi('Travail forcé', 'Forced labour'),
  'CP.225-14-2': legi('Réduction en servitude', 'Servitude'),
  'CP.225-15': legi(
    'Peines accrues : plusieurs victimes, ou un enfant',
    'Higher penalties: several victims, or a child'
  ),
  'CP.225-15-1': legi(
    'Mineur ou nouveau venu : tenu pour vulnérable',
    'Minor or newly arrived: held to be vulnerable'
  )
} as const satisfies Record<string, LegalBasis>
