import { authors, type RightsText } from '../sentences.ts'

export const english = {
  language: 'en',
  tag: 'en',
  name: 'English',
  direction: 'ltr',
  status: 'whole',
  translator: authors,
  from: '2026-11-28',
  code: 'm9td',
  sentences: {
    title: 'Your rights',
    choice:
      'To each question you can answer yes, no, or not now. Refusing does not take any help away from you.',
    change:
      'Each consent lasts 12 months at most. You can withdraw it at any time: the service concerned then stops reading.',
    secret:
      'Without your consent, your name is given only if the law says so: to the justice system, to child protection if you are under 18, or in serious and immediate danger.',
    interpreter: 'You can ask for an interpreter, and ask for this text to be read to you. It is free.',
    help: 'An association can support you: housing, health, papers, work. You do not need to file a complaint to be helped.',
    shelter:
      'You can ask for accommodation, near here, or far from here if you are in danger. The address is kept apart.',
    care: 'You can ask for care, for the body and for the mind. Without papers or insurance, the access-to-care desk of a hospital (PASS) can receive you.',
    complaint:
      'You can file a complaint with the police or the gendarmerie, who give you a receipt at once. You can also choose not to.',
    lawyer:
      'You can be assisted by a lawyer. If your means are low, legal aid can pay for it, in whole or in part.',
    compensation:
      'You can ask for compensation for what you suffered, at the trial or from the compensation commission for victims (CIVI).',
    danger:
      'If somebody threatens you, say so: the police can protect you. In danger now: call 17 or 112, or send a text message to 114.',
    child:
      'If you are under 18, you have a right to protection, which does not wait for your consent. You have the right to give your view.',
    foreign:
      'If you are a national neither of a country of the European Union or the European Economic Area, nor of Switzerland:',
    reflection:
      'You can ask for a reflection period of 30 days. During it, no obligation to leave France can be decided against you or carried out.',
    receipt:
      'This period begins on the day when the prefecture hands you a receipt. The receipt allows you to work.',
    stopping:
      'The prefecture can stop this period if you resume contact of your own accord with the persons concerned, or if your presence is a serious threat to public order.',
    permit:
      'If you file a complaint or testify, and have broken every tie with these persons, you can ask for a residence permit of one year, free of charge, which allows you to work. It is renewed while the proceedings go on, as long as these conditions are met.',
    asylum: 'If you are afraid to go back to your country, you can ask for asylum.',
    return: 'You can ask for help to go back to your country or to another one, only if you want to.',
    data: 'What you say is written in a protected file. You can ask to read it, to correct it, and write to the CNIL if nobody answers you.',
    agrees: 'Your consent',
    wishes: 'Do you want to ask for these 30 days to think?',
    yes: 'Yes',
    no: 'No',
    later: 'Not now',
    consents: {
      A: 'Do you agree that your name is given to the service that receives the flag, and to your lawyer?',
      B: 'Do you agree that the cell of your département reads your name and a sheet about your situation?',
      C: 'Do you agree that your name is given to the scheme that looks for accommodation far from here (Ac.Sé)?',
      D: 'Do you agree that your name is given to the OFII, for a place in accommodation for asylum seekers?',
      E: 'Do you agree that your name is given to the prefecture, for your papers?',
      F: 'Do you agree that your name is given to the police, the gendarmerie or the labour inspection, and to meet them?',
      G: 'Do you agree that your name is given to a place of care?',
      H: 'Do you agree that your name is given to a service in another country?',
      J: 'Do you agree that your name is given to the services of ordinary accommodation (SIAO, 115, CHRS)?'
    }
  }
} as const satisfies RightsText
