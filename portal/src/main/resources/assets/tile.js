// The preview follows what is typed, and a chosen picture is sent at once; without this script, "Preview" does it.
(() => {
  for (const shown of document.querySelectorAll('[data-preview]')) {
    const field = document.getElementById(shown.dataset.preview);
    field?.addEventListener('input', () => { shown.textContent = field.value; });
  }
  const file = document.getElementById('file');
  file?.addEventListener('change', () => { if (file.files.length) file.form.requestSubmit(); });
})();
