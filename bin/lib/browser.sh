# Sees to Chromium and Chinese fonts for the tests; sets CHROMIUM. To be sourced.

has_fonts() {
    ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh-cn family)" ]
}

install_packages() {
    local sudo=()
    if [ "$(id -u)" != 0 ]; then sudo=(sudo -n); fi
    command -v apt-get >/dev/null && "${sudo[@]}" true 2>/dev/null || return 1
    echo "installing Chromium and Chinese fonts ..."
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-cjk >/dev/null
}

browser() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$name" ] && command -v "$name"; then return; fi
    done
    return 1
}

find_browser() {
    if ! browser >/dev/null || ! has_fonts; then
        install_packages || {
            echo "The tests need Chromium and a Chinese font such as Noto Sans CJK. Install both; where Chromium" >&2
            echo "stands somewhere unusual, name its program in CHROMIUM." >&2
            return 1
        }
    fi
    CHROMIUM="$(browser)"
    export CHROMIUM
}
