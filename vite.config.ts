import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  build: {
    // The content security policy knows no data: fonts, and a file of its own is cached for a year.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
})
