/* The gate with a network: takes along what it needs without one, and hands in what it took then. */
(function () {
  'use strict';
  var keep = window.UG.keep, MOST = 200, form = document.getElementById('late'), out = document.getElementById('late-out');
  if (!window.indexedDB || !form) return;
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/membership/gate/sw.js', { scope: '/membership/gate' }).catch(function () { });
  fetch('/membership/gate/pack', { credentials: 'same-origin' }).then(function (answer) {
    if (!answer.ok || answer.redirected) throw new Error('no pack');
    return answer.json();
  }).then(function (pack) {
    pack.ahead = pack.now - Math.floor(Date.now() / 1000);
    return keep.put('pack', pack);
  }).then(handIn).catch(function () { });

  function handIn() {
    return keep.names('taken:', MOST).then(function (names) {
      if (!names.length) return undefined;
      return Promise.all(names.map(keep.get)).then(function (lates) { return send(names, lates); });
    });
  }
  function send(names, lates) {
    form.elements.late.value = JSON.stringify(lates);
    return fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok || answer.redirected) throw new Error('not taken');
      return answer.json();
    }).then(function (it) {
      out.textContent = it.words;
      out.hidden = false;
      return Promise.all(names.map(keep.drop));
    }).then(function () { return names.length === MOST ? handIn() : undefined; });
  }
})();
