# Finds a JDK that can build and run this project. For POSIX shells, to be sourced: `. .mvn/find-jdk.sh`.
#
# find_jdk <least version>
#   sets `jdk` to the home of a JDK of that version or newer and returns 0; else returns 1 and leaves in `jdk_looked_at`
#   one line for each place that was looked at. JAVA_HOME comes first, then PATH, then of the usual folders the JDK whose
#   version is nearest to the one asked for.

find_jdk() {
  jdk=
  jdk_looked_at=
  if [ -n "${JAVA_HOME-}" ]; then
    if consider_jdk "JAVA_HOME" "$JAVA_HOME" "$1"; then jdk=$JAVA_HOME; return 0; fi
  else
    note_jdk 'JAVA_HOME: not set'
  fi
  jdk_on_path "$1" && return 0
  jdk_in_usual_folders "$1"
}

jdk_on_path() {
  if ! jdk_command=$(command -v java); then
    note_jdk 'PATH: no java'
    return 1
  fi
  jdk_command_file=$(readlink -f "$jdk_command" 2>/dev/null || printf '%s' "$jdk_command")
  jdk_home=${jdk_command_file%/bin/java}
  if [ ! -x "$jdk_home/bin/javac" ]; then
    # A version manager's stand-in for java is not inside the JDK it starts.
    jdk_home=$("$jdk_command" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  consider_jdk "PATH" "$jdk_home" "$1" || return 1
  jdk=$jdk_home
}

jdk_in_usual_folders() {
  jdk_nearest=
  for jdk_home in /usr/lib/jvm/* /usr/java/* /opt/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
    [ -x "$jdk_home/bin/java" ] || continue
    consider_jdk "found" "$jdk_home" "$1" || continue
    if [ -z "$jdk_nearest" ] || [ "$jdk_major" -lt "$jdk_nearest" ]; then
      jdk_nearest=$jdk_major
      jdk=$jdk_home
    fi
  done
  [ -n "$jdk" ] && return 0
  note_jdk 'no other JDK that would do in /usr/lib/jvm, /usr/java, /opt, ~/.sdkman/candidates/java, ~/.jdks'
  return 1
}

# consider_jdk <where from> <home> <least version>: whether it will do; leaves its version in jdk_major.
consider_jdk() {
  if [ ! -x "$2/bin/java" ] || [ ! -x "$2/bin/javac" ]; then
    note_jdk "$1: $2 is not a JDK"
    return 1
  fi
  read_jdk_major "$2"
  [ "${jdk_major:-0}" -ge "$3" ] && return 0
  note_jdk "$1: $2 is Java ${jdk_major:-of an unknown version}"
  return 1
}

read_jdk_major() {
  jdk_version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r jdk_key jdk_value; do
      [ "$jdk_key" != JAVA_VERSION ] || jdk_version=${jdk_value#\"}
    done <"$1/release"
  fi
  if [ -z "$jdk_version" ]; then
    jdk_version=$("$1/bin/java" -version 2>&1 | sed -n 's/^[^"]* version "\([^"]*\)".*/\1/p')
  fi
  jdk_version=${jdk_version#1.}
  jdk_major=${jdk_version%%[!0-9]*}
}

note_jdk() {
  jdk_looked_at="$jdk_looked_at  $1
"
}
