/* Before the first paint: who leaves light or dark to the device gets what the device asks for. */
(function () {
  'use strict';
  var root = document.documentElement, dark = matchMedia('(prefers-color-scheme: dark)');
  root.classList.add('has-js');
  if (root.dataset.theme !== 'auto') return;
  function apply() { root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light'); }
  apply();
  if (dark.addEventListener) dark.addEventListener('change', apply);
})();
