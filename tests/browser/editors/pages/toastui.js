import Editor from '@toast-ui/editor'

const editor = new Editor({
  el: document.getElementById('kotak'),
  height: '300px',
  initialValue: 'Yth. Ibu Sari, salam.',
  initialEditType: new URLSearchParams(location.search).has('wysiwyg') ? 'wysiwyg' : 'markdown',
  usageStatistics: false,
  autofocus: false,
})
// Its history makes one step of all that comes within half a second, of loading and what a hasty person does then.
setTimeout(() => {
  // Its Markdown marks what HTML or Markdown would read otherwise.
  window.held = () =>
    editor
      .getMarkdown()
      .replaceAll('<br>', '\n')
      .replace(/\\([\\<>&_*.[\]()#+-])/g, '$1')
}, 600)
