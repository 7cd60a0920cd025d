/* Pages of workers on the phone. All of them work without this. */
(function () {
  'use strict';
  var d = document;

  /* good news fades */
  d.querySelectorAll('[data-fade]').forEach(function (t) { setTimeout(function () { t.remove(); }, 6000); });
  function focusProblems() {
    var problem = d.querySelector('[data-focus]');
    if (problem) problem.focus();
  }
  focusProblems();

  /* the button that sends a code counts down until another may be asked for */
  function count() {
    var button = d.querySelector('[data-wait]'), left = button ? Number(button.dataset.wait) : 0, words;
    if (!left) return;
    words = button.textContent;
    button.disabled = true;
    (function tick() {
      if (!button.isConnected) return;
      button.textContent = left > 0 ? words + ' (' + left + ')' : words;
      button.disabled = left > 0;
      if (left-- > 0) setTimeout(tick, 1000);
    })();
  }
  count();

  /* asking for a code changes the form in place, as the page that would come does */
  d.addEventListener('submit', function (e) {
    var button = e.submitter, form = e.target, sent;
    if (!button || !button.hasAttribute('data-in-place') || !window.fetch || !window.URLSearchParams) return;
    e.preventDefault();
    sent = new URLSearchParams(new FormData(form));
    button.disabled = true;
    fetch(button.getAttribute('formaction'), { method: 'POST', body: sent, credentials: 'same-origin' })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        var fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(form.id);
        if (!fresh) throw new Error('another page');
        form.replaceWith(d.adoptNode(fresh));
        focusProblems();
        if (!d.querySelector('[data-focus]') && fresh.querySelector('[name=code]')) fresh.querySelector('[name=code]').focus();
        count();
      })
      .catch(function () {
        form.action = button.getAttribute('formaction');
        form.noValidate = true;
        form.submit();
      });
  });

  /* whoever signs out leaves no code on the phone */
  d.addEventListener('submit', function (e) {
    if (e.target.hasAttribute('data-forget') && window.indexedDB) indexedDB.deleteDatabase('uniongrid');
  });

  /* offline, the phone shows a page that says so, or its own code; no page of a person is kept */
  if ('serviceWorker' in navigator && d.body.dataset.sw)
    navigator.serviceWorker.register(d.body.dataset.sw, { scope: '/m/' }).catch(function () { });
})();
