# Finds a JDK of at least 25 and Maven; sets JAVA_HOME and MAVEN. To be sourced.

jdk_version() {
    [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
    local home on_path
    on_path="$(command -v java || true)"
    if [ -n "$on_path" ]; then on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"; fi
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/* /opt/java/* ~/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        local version
        version="$(jdk_version "$home" || true)"
        if [ "${version:-0}" -ge 25 ]; then
            echo "$home"
            return
        fi
    done
    echo "UnionGrid needs a JDK 25 or newer, and none was found. Install one, for example Eclipse Temurin 25" >&2
    echo "(https://adoptium.net), or set JAVA_HOME to the folder of the one you have." >&2
    return 1
}

find_maven() {
    local mvn
    for mvn in "$(command -v mvn || true)" /opt/*maven*/bin/mvn ~/.sdkman/candidates/maven/current/bin/mvn; do
        if [ -x "$mvn" ]; then
            echo "$mvn"
            return
        fi
    done
    echo "UnionGrid is built with Maven, and none was found. Install it (Debian: apt-get install maven;" >&2
    echo "elsewhere: https://maven.apache.org), then try again." >&2
    return 1
}

JAVA_HOME="$(find_jdk)"
export JAVA_HOME

# quiet about Maven's own use of old interfaces of the JDK
build() {
    local mvn
    mvn="$(find_maven)"
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" "$mvn" -B -Dstyle.color=never "$@"
}
