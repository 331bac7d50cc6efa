import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

// A page that was open while a new version was installed asks for code that is no longer there: it starts anew, once.
window.addEventListener('vite:preloadError', event => {
  const key = 'rapport.reloaded'
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 10_000) return
  event.preventDefault()
  sessionStorage.setItem(key, String(Date.now()))
  location.reload()
})

createRoot(document.getElementById('root')!).render(<App />)
