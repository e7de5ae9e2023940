import { basicSetup, EditorView } from 'codemirror'

const view = new EditorView({
  parent: document.getElementById('kotak'),
  doc: 'Yth. Ibu Sari, salam.',
  extensions: [basicSetup, EditorView.lineWrapping],
})
window.held = () => view.state.doc.toString()
