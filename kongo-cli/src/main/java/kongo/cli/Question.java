package kongo.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** Asks whoever sits at the terminal; where nobody does, the answer is no. */
final class Question {

  private Question() {}

  static boolean isYes(String question, PrintWriter err) {
    Console console = System.console();
    if (console == null) {
      err.println("There is no terminal to ask at: say it with --yes.");
      return false;
    }
    String answer = console.readLine("%s", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
