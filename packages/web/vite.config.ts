import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './tools/first-load.ts'
import { staticTheme } from './tools/theme-plugin.ts'
import { compiledWords } from './tools/words-plugin.ts'

/** The policy under which the server sends the application; previews obey it too, so that a breach is seen. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types notes-worker',
].join('; ')

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const first = firstLoad(own('src/main.tsx'), [
  own('src/platform/sign-in/sign-in-screen.tsx'),
  own('src/protection/my-day/my-day-screen.tsx'),
])

const server = process.env['SETU_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: own('.'),
  plugins: [react(), compiledWords(own('src/words')), staticTheme(), first.plugin],
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // One style sheet of 14 KB packed: each of thirty small ones costs a way there and back on a slow line.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What everybody needs to begin comes as one file, for the same reason, and what other screens share as another.
            { name: 'first', test: (id) => id.includes('packages/web/src/') && first.needs(id), priority: 2 },
            { name: 'shared', test: /packages\/web\/src\//, minShareCount: 2 },
          ],
        },
      },
      treeshake: { moduleSideEffects: (id) => !/packages\/(vocabulary|records)\/src\//.test(id) },
    },
  },
  server: { proxy: { '/api': server, '/enter': server } },
  preview: { proxy: { '/api': server, '/enter': server }, headers: { 'content-security-policy': policy } },
})
