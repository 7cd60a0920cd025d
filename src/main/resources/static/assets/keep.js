/* What a device keeps for itself: a few values by name, in the browser's own database. */
(function () {
  'use strict';
  var NAME = 'uniongrid', STORE = 'kept', db;
  function open() {
    db = db || new Promise(function (done, failed) {
      var asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = function () { asked.result.createObjectStore(STORE); };
      asked.onsuccess = function () { done(asked.result); };
      asked.onerror = function () { failed(asked.error); };
    });
    return db;
  }
  function run(mode, deed) {
    return open().then(function (base) {
      return new Promise(function (done, failed) {
        var work = base.transaction(STORE, mode), asked = deed(work.objectStore(STORE));
        work.oncomplete = function () { done(asked.result); };
        work.onerror = work.onabort = function () { failed(work.error); };
      });
    });
  }
  function below(prefix) { return IDBKeyRange.bound(prefix, prefix + '\uffff'); }
  window.UG = window.UG || {};
  window.UG.keep = {
    get: function (name) { return run('readonly', function (s) { return s.get(name); }); },
    put: function (name, value) { return run('readwrite', function (s) { return s.put(value, name); }); },
    /* fails where the name is there already */
    add: function (name, value) { return run('readwrite', function (s) { return s.add(value, name); }); },
    drop: function (name) { return run('readwrite', function (s) { return s.delete(name); }); },
    names: function (prefix, most) { return run('readonly', function (s) { return s.getAllKeys(below(prefix), most); }); },
    count: function (prefix) { return run('readonly', function (s) { return s.count(below(prefix)); }); },
    forget: function () { db = undefined; return indexedDB.deleteDatabase(NAME); }
  };
})();
