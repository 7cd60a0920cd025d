# Builds the application where its sources changed and prepares a fast start; sets JAVA, the command that starts it.
# To be sourced from the root folder, after java.sh.

# one folder per state of the sources and the JDK: a running server keeps its own files while the next is built
sources_key() {
    {
        find pom.xml .mvn src/main bin/lib -type f -exec cksum {} + | LC_ALL=C sort
        cat "$JAVA_HOME/release"
    } | cksum | tr -d ' '
}

build_app() {
    echo "building UnionGrid (the first time, Maven also fetches what it needs) ..." >&2
    build -q -Dmaven.test.skip=true package
    local draft=target/run/draft.$$
    mkdir -p target/run
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/uniongrid.jar extract --destination "$draft"
    mv "$draft" "$APP"
    # the one before stays, a server may still run from it
    ls -dt target/run/*/ | tail -n +3 | xargs rm -rf
}

# A short life on throw-away data, from which the JVM learns what to keep ready (JEP 514). Halves the CPU of a start.
# The server is stopped by a signal: Spring's own exit after the refresh would leave its PostgreSQL behind.
train() (
    echo "preparing fast starts (once after a build; up to a minute) ..." >&2
    data="$PWD/$APP/training" log="$APP/training.log" draft="$APP/draft.aot" pid=
    trap 'trap "" INT TERM HUP; kill $pid 2>/dev/null || true; wait; rm -rf "$data" "$draft"*' EXIT
    trap 'echo "stopping ..." >&2; exit 130' INT TERM HUP
    env -u UNIONGRID_DATABASE_URL -u UNIONGRID_DATABASE_USER -u UNIONGRID_DATABASE_PASSWORD \
        UNIONGRID_DATA="$data" UNIONGRID_PORT=0 \
        "${JAVA[@]}" -XX:AOTCacheOutput="$draft" -jar "$APP/uniongrid.jar" --empty >"$log" 2>&1 &
    pid=$!
    port=
    while [ -z "$port" ] && kill -0 $pid 2>/dev/null; do
        sleep 0.2
        port="$(sed -n 's/.*ready: http:.*:\([0-9]*\).*/\1/p' "$log")"
    done
    if [ -n "$port" ]; then curl -s -o /dev/null "http://localhost:$port/sign-in" || true; fi
    kill $pid 2>/dev/null || true
    wait $pid || true
    # an empty file says that it was tried: a plain start works without
    if [ -n "$port" ] && [ -s "$draft" ]; then
        mv "$draft" "$APP/app.aot"
        rm "$log"
    else
        echo "that did not work (see $log); starts are slower, nothing else" >&2
        : >"$APP/app.aot"
    fi
)

APP="target/run/$(sources_key)"
JAVA=("$JAVA_HOME/bin/java" @bin/lib/java.options)
if [ ! -d "$APP" ]; then build_app; fi
if [ ! -e "$APP/app.aot" ]; then train; fi
if [ -s "$APP/app.aot" ]; then JAVA+=(-XX:AOTCache="$APP/app.aot" -XX:AOTMode=auto -Xlog:aot*=off -Xlog:cds*=off); fi
# words of its own, as in a shell
# shellcheck disable=SC2206
JAVA+=(${JAVA_OPTS:-} -jar "$APP/uniongrid.jar")
