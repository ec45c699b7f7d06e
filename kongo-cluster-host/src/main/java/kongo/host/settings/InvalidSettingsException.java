package kongo.host.settings;

import java.util.List;

/** Settings that a node cannot start with; the message has one line for each problem. */
public final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidSettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
