// People think in their own zone.
document.addEventListener('DOMContentLoaded', () => {
  const zone = document.getElementById('zone');
  if (zone && zone.value === 'UTC') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
});
