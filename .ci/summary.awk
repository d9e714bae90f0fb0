# Prints one line per test class and a total, then each failing test with its message, from Surefire and Failsafe reports.

function attribute(line, name,    start, value) {
  start = index(line, " " name "=\"")
  if (start == 0) return ""
  value = substr(line, start + length(name) + 3)
  return plain(substr(value, 1, index(value, "\"") - 1))
}

function plain(text) {
  gsub(/&#10;|&#xA;/, "\n      ", text)
  gsub(/&#13;|&#xD;/, "", text)
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

function row(tests, failures, errors, skipped, seconds, name) {
  printf "%7d %8d %6d %7d %9.1f  %s\n", tests, failures, errors, skipped, seconds, name
}

BEGIN {
  printf "\n%7s %8s %6s %7s %9s  %s\n", "tests", "failures", "errors", "skipped", "seconds", "class"
}

# What a test printed, and stack traces, may look like anything.
in_text {
  if (!index($0, "]]>")) next
  $0 = substr($0, index($0, "]]>") + 3)
  in_text = 0
}

/<!\[CDATA\[/ {
  after = substr($0, index($0, "<![CDATA["))
  in_text = !index(after, "]]>")
  $0 = substr($0, 1, index($0, "<![CDATA[") - 1)
}

/<testsuite / {
  seconds = attribute($0, "time")
  gsub(/,/, "", seconds)
  row(attribute($0, "tests"), attribute($0, "failures"), attribute($0, "errors"), attribute($0, "skipped"), seconds, attribute($0, "name"))
  classes++
  tests += attribute($0, "tests")
  failures += attribute($0, "failures")
  errors += attribute($0, "errors")
  skipped += attribute($0, "skipped")
  total += seconds
}

/<testcase / {
  test = attribute($0, "classname") "." attribute($0, "name")
}

/<(failure|error)[ >]/ {
  failed[++count] = test "\n      " attribute($0, "type") ": " attribute($0, "message")
}

END {
  row(tests, failures, errors, skipped, total, "total, " classes " classes")
  if (count > 0) printf "\nFailing tests:\n"
  for (i = 1; i <= count; i++) printf "  %s\n", failed[i]
}
