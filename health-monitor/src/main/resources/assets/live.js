// Asks for the page anew when the monitor says that something has changed. Without this script it is asked every minute.
(() => {
  const now = () => document.getElementById('now');
  if (!now()?.dataset.events) return;
  const source = new EventSource(now().dataset.events);
  source.addEventListener('changed', () => htmx.trigger(now(), 'live'));
  // Whatever has happened since the page was made, or while the stream was cut.
  source.addEventListener('open', () => htmx.trigger(now(), 'live'));
})();
