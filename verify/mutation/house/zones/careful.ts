import { inFile } from '../in-file.ts'

const careful = 'tests/web/pages/careful.test.ts'

/** What a page asks before it writes, and says of what it leaves out. */
export const carefulMistakes = [
  ...inFile('web/src/routes/(app)/personnes/revue/+page.server.ts', careful, [
    [
      'a review of access would be confirmed by one press',
      "if (!isSure(form)) return comesBack(unsure(locals.locale, 'review.unsure'))",
      ''
    ]
  ]),
  ...inFile('web/src/routes/(app)/signaler/reprendre/+page.server.ts', careful, [
    [
      'what is taken over from a file would write over a flag that somebody is writing',
      "if ((await readDraft(fetch)).draft) redirect(303, '/signaler')",
      ''
    ]
  ]),
  ...inFile('web/src/routes/(app)/lieux-de-vie/+page.server.ts', careful, [
    [
      'a flag that begins where somebody was met would write over another that is being typed',
      'if (draft && draft.seen.length > 0) redirect(303, `${url.pathname}?commence`)',
      'void draft'
    ]
  ]),
  ...inFile('web/src/routes/(app)/chiffres/demandes/exact/+page.server.ts', careful, [
    ['exact numbers would leave by a press that says nothing', "?? 'refuse'", "?? 'allow'"]
  ]),
  ...inFile('web/src/routes/(app)/dossiers/[id]/papier/+page.server.ts', careful, [
    [
      'the paper of a case would not say that its beginning is left out',
      'view.timeline.length >= lines',
      'view.timeline.length > lines'
    ]
  ])
]
