package kongo.cli;

import picocli.CommandLine.Help.Ansi;

/** What standard output is: a terminal that can be drawn on, or a file or pipe that gets plain lines. */
final class Terminal {

  private Terminal() {}

  /** The launcher tells it, since Java only knows of standard input and output together. */
  static boolean drawable() {
    var told = System.getProperty("kongo.terminal");
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }

  static Ansi ansi() {
    return drawable() && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;
  }

  /** A line of which the first word is in a style. The rest is not looked through for markup, since it may have any text. */
  static String firstStyled(Ansi ansi, String style, String word, String line) {
    return ansi.string("@|" + style + " " + word + "|@") + line.substring(word.length());
  }

  static int columns() {
    return Integer.getInteger("kongo.columns", 80);
  }

  static int rows() {
    return Integer.getInteger("kongo.rows", 24);
  }
}
