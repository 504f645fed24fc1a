import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { errorPagesAtOnce } from './error-pages.plugin.ts'
import { files, goesTo } from './first-page.ts'
import { wordsByModule } from './words.plugin.ts'

// The one style attribute the framework writes: it hides the region that announces each new page.
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='

export default defineConfig({
  build: {
    assetsInlineLimit: 0,
    // One file of styles, kept by the browser: split by component, a page would name some thirty.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'styles', test: /type=style|\.css$/, priority: 9 },
            ...files.map((file, nth) => ({
              name: goesTo(file),
              test: /\.(js|ts|svelte)$/,
              priority: files.length - nth
            }))
          ]
        }
      }
    }
  },
  plugins: [
    wordsByModule(),
    errorPagesAtOnce(),
    sveltekit({
      // A class of this kind stands on almost every element: its name says no more than it must.
      compilerOptions: { cssHash: ({ hash, css }) => `s${hash(css)}` },
      adapter: adapter({ out: 'build' }),
      // Only where somebody has signed in: `serveOffline`.
      serviceWorker: { register: false },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', announcerStyle],
          'img-src': ['self'],
          'media-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
          'font-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'object-src': ['none'],
          'frame-ancestors': ['none'],
          'require-trusted-types-for': ['script'],
          'trusted-types': ['svelte-trusted-html', 'worker']
        }
      }
    })
  ]
})
