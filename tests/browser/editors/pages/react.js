// A controlled field: what React does not hold is gone at the next render, and only its state is sent.
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Reply() {
  const [text, setText] = useState('Yth. Ibu Sari, salam.')
  window.held = () => text
  return [
    h('textarea', {
      key: 1,
      id: 'tanggapan',
      rows: 8,
      cols: 50,
      value: text,
      onChange: (event) => setText(event.target.value),
    }),
    h('input', { key: 2, type: 'hidden', name: 'tanggapan', value: text }),
  ]
}

createRoot(document.getElementById('app')).render(h(Reply))
