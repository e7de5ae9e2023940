// Controlled, and with an own idea of what may stand in it: blanks at the start are dropped at every change.
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Reply() {
  const [text, setText] = useState('Yth. Ibu Sari, salam.')
  window.held = () => text
  const onChange = (event) => setText(event.target.value.trimStart())
  return [
    h('input', { key: 1, id: 'tanggapan', size: 60, value: text, onChange }),
    h('input', { key: 2, type: 'hidden', name: 'tanggapan', value: text }),
  ]
}

createRoot(document.getElementById('app')).render(h(Reply))
