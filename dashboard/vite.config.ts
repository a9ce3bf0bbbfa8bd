/** Builds the dashboard and the explorer: two pages, so that nobody pays for Monaco who does not open it. */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where `npm run dev` finds the gateway. */
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:4000'

/** As its own page: it turns away what another origin asks. Sign in at the gateway's address first; the cookie holds here too. */
const throughGateway = { target: gateway, headers: { origin: gateway } }

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFont()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4_000, // Monaco, in the explorer alone.
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One chunk for what both pages and every route need: packed together it is smaller than apart.
          groups: [
            {
              name: 'react',
              priority: 2,
              test: /node_modules\/(react|react-dom|scheduler|i18next|use-sync-external-store|@urql|urql|wonka|@0no-co|gql\.tada)\//,
            },
            // Of our own what both pages need, and with the overview all that it rests on: forty small parts take nine kilobytes more.
            {
              name: 'both',
              priority: 3,
              test: /dashboard\/src\/(api\/(session|sealed)|format\/calendar)\.ts|vite\/preload-helper/,
            },
            { name: 'overview', priority: 1, test: /dashboard\/src\/(pages\/overview-page|app\/app)\.tsx/ },
          ],
        },
      },
      input: {
        index: `${import.meta.dirname}/index.html`,
        explorer: `${import.meta.dirname}/explorer.html`,
      },
    },
  },
  // Workers are imported by a suffix that only vite itself understands.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite'] },
  server: { proxy: { '/graphql': throughGateway, '/session': throughGateway } },
})

/** The letters are asked for with the page, not after its styles. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const font = Object.keys(bundle ?? {}).find((name) => name.includes('latin-wght-normal'))
        if (!font || filename.endsWith('explorer.html')) return html
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' }
        return { html, tags: [{ tag: 'link', attrs, injectTo: 'head-prepend' }] }
      },
    },
  }
}
