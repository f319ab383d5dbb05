// Asks for the page anew when the monitor says that something has changed. Without this script it is asked every minute.
(() => {
  const now = () => document.getElementById('now');
  if (!now()?.dataset.events) return;
  const source = new EventSource(now().dataset.events);
  source.addEventListener('changed', () => htmx.trigger(now(), 'live'));
  // A stream that was cut may have missed something.
  let open = false;
  source.addEventListener('open', () => {
    if (open) htmx.trigger(now(), 'live');
    open = true;
  });
})();
