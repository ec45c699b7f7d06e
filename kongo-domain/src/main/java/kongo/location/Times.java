package kongo.location;

/** Event times plus and minus spans, which stay within what a time can be. */
final class Times {

  private Times() {}

  static long plus(long time, long span) {
    return time > Long.MAX_VALUE - span ? Long.MAX_VALUE : time + span;
  }

  static long minus(long time, long span) {
    return time < Long.MIN_VALUE + span ? Long.MIN_VALUE : time - span;
  }
}
