export const fontPath = '/oidc/lettres.woff2'

/** The product's own tokens, for pages that must look right before the product is open. */
export const pageStyle = `
@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: 200 800; font-display: swap; src: url('${fontPath}') format('woff2'); }
:root { --ink: #1b2430; --ink-2: #4a5563; --line: #c9d0d8; --paper: #fff; --ground: #f5f6f4; --accent: #0f4c5c; --wash: #e4f0f2; --ribbon: #2b2c5e; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceeeb; --ink-2: #b9c2cc; --line: #465362; --paper: #1b2430; --ground: #121820; --accent: #8fd0de; --wash: #21343c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 'Atkinson Hyperlegible Next', system-ui, sans-serif; }
.ribbon { margin: 0; padding: 4px 16px; background: var(--ribbon); color: #fff; text-align: center; font-size: 0.875rem; }
.ribbon span { color: #dfe3f5; }
.brand { margin: 0; padding: 12px 24px; background: var(--paper); border-bottom: 1px solid var(--line); }
.brand span, h1 span, h2 span, .why span { color: var(--ink-2); font-weight: 400; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { margin: 0 0 8px; font-size: 1.75rem; line-height: 1.2; }
h1 span { font-size: 1rem; }
h2 { margin: 24px 0 8px; font-size: 1.125rem; }
h2 span { font-size: 0.9375rem; }
.why { max-width: 75ch; margin: 0; }
.why span { display: block; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr)); gap: 8px; margin: 0; padding: 0; list-style: none; }
li { display: flex; }
button { display: flex; flex: 1; flex-direction: column; min-height: 44px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; text-align: left; cursor: pointer; }
button:hover { border-color: var(--accent); background: var(--wash); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong { color: var(--accent); font-size: 1.0625rem; }
button small { color: var(--ink-2); font-size: 0.875rem; }
button code { margin-top: 4px; color: var(--ink-2); font: 0.875rem/1.4 ui-monospace, monospace; }
button.plain { display: inline-block; flex: none; margin-top: 16px; }
button.plain span { color: var(--ink-2); }
a { color: var(--accent); }
.letter { max-width: 75ch; margin: 8px 0; padding: 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); white-space: pre-wrap; overflow-wrap: anywhere; }
`
