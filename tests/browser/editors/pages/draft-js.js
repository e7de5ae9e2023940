import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ContentState, Editor, EditorState } from 'draft-js'

function Reply() {
  const [state, setState] = useState(() =>
    EditorState.createWithContent(ContentState.createFromText('Yth. Ibu Sari, salam.')),
  )
  const text = state.getCurrentContent().getPlainText()
  window.held = () => text
  return [
    h(Editor, { key: 1, editorState: state, onChange: setState, ariaLabel: 'Tanggapan' }),
    h('input', { key: 2, type: 'hidden', name: 'tanggapan', value: text }),
  ]
}

createRoot(document.getElementById('app')).render(h(Reply))
