// A controlled field: what React does not hold is gone at the next render, and only its state is sent.
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Reply() {
  const [text, setText] = useState('Yth. Ibu Sari, salam.')
  const send = async (event) => {
    event.preventDefault()
    await fetch('/kirim', { method: 'POST', body: new URLSearchParams({ tanggapan: text }) })
    location.assign('/kirim')
  }
  return h(
    'form',
    { onSubmit: send },
    h('label', { htmlFor: 'tanggapan' }, 'Tanggapan'),
    h('textarea', {
      id: 'tanggapan',
      rows: 8,
      cols: 50,
      value: text,
      onChange: (event) => setText(event.target.value),
    }),
    h('output', { id: 'state' }, text),
    h('button', null, 'Kirim'),
  )
}

createRoot(document.getElementById('app')).render(h(Reply))
