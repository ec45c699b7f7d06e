package kongo.local;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A process by its number and its start time, since numbers are given out again: what is recorded of a process that has to be found, and perhaps ended, later.
 *
 * @param startedMillis 0 if it was not to be known; then it is never found
 */
public record KnownProcess(long pid, long startedMillis) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18})\\s*");

  public static KnownProcess current() {
    return of(ProcessHandle.current());
  }

  public static KnownProcess of(ProcessHandle process) {
    return new KnownProcess(process.pid(), startOf(process));
  }

  /** Nothing for what {@link #toText} never wrote. */
  static Optional<KnownProcess> parse(String text) {
    return Optional.of(TEXT.matcher(text)).filter(match -> match.matches())
        .map(match -> new KnownProcess(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))));
  }

  String toText() {
    return pid + " " + startedMillis;
  }

  /** The very process that was recorded; nothing if it has ended, whoever has its number now. */
  public Optional<ProcessHandle> alive() {
    return startedMillis == 0 ? Optional.empty() : ProcessHandle.of(pid).filter(found -> startOf(found) == startedMillis);
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
