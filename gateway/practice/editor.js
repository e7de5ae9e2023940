// Starts and ends the rich box (TinyMCE) of a dialog. The library is loaded by the page before this module.

const words = {
  Undo: 'Urungkan',
  Redo: 'Ulangi',
  Bold: 'Tebal',
  Italic: 'Miring',
  'Bullet list': 'Daftar butir',
  'Numbered list': 'Daftar bernomor',
  'Insert/edit link': 'Sisipkan tautan',
  'Reveal or hide additional toolbar items': 'Tombol lainnya',
  URL: 'Alamat',
  'Text to display': 'Teks yang ditampilkan',
  Title: 'Judul',
  'Open link in...': 'Buka tautan di',
  'Current window': 'Jendela ini',
  'New window': 'Jendela baru',
  Save: 'Simpan',
  Cancel: 'Batal',
  Close: 'Tutup',
}

export async function startEditor(box, { label, onEscape }) {
  if (!window.tinymce) return // the plain textarea still works
  const [editor] = await window.tinymce.init({
    target: box,
    base_url: '/latihan/tinymce',
    suffix: '.min',
    language: 'id',
    menubar: false,
    statusbar: false,
    branding: false,
    promotion: false,
    plugins: 'lists link',
    toolbar: 'undo redo | bold italic | bullist numlist | link',
    height: 220,
    iframe_aria_text: label,
    setup: (starting) =>
      starting.on('keydown', (event) => {
        // Afterwards: closing ends the editor, which is still at work on this very key.
        if (event.key === 'Escape' && !event.isDefaultPrevented()) queueMicrotask(onEscape)
      }),
  })
  if (box.closest('[hidden]')) editor?.remove() // the dialog was closed meanwhile
}

/** An editor that is still starting can't be removed without an error; it looks by itself when it is ready. */
export function endEditor(box) {
  const editor = window.tinymce?.get(box.id)
  if (editor?.initialized) editor.remove()
}

export function editorContent(box) {
  return window.tinymce?.get(box.id)?.getContent() ?? box.value
}

window.tinymce?.addI18n('id', words)
