/* The camera at a gate, where the browser reads codes itself; typing works without this. */
(function () {
  'use strict';
  var button = document.querySelector('[data-scan]'), video = document.querySelector('[data-scan-video]');
  if (!button || !video) return;
  button.hidden = false;
  function sorry() { document.querySelector('[data-scan-none]').hidden = false; button.hidden = true; }
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices) { sorry(); return; }
  button.addEventListener('click', function () {
    var detector = new BarcodeDetector({ formats: ['qr_code'] });
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (stream) {
      video.srcObject = stream;
      video.hidden = false;
      return video.play().then(function look() {
        detector.detect(video).then(function (found) {
          if (!found.length) { requestAnimationFrame(look); return; }
          stream.getTracks().forEach(function (track) { track.stop(); });
          document.querySelector(button.dataset.scan).value = found[0].rawValue;
          document.getElementById('gate').requestSubmit();
        }, function () { requestAnimationFrame(look); });
      });
    }).catch(sorry);
  });
})();
