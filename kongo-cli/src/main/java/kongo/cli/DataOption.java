package kongo.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where a local environment keeps its data, logs and addresses. */
final class DataOption {

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of data, logs and addresses (default: .kongo beside the launcher).")
  private Path folder;

  boolean isGiven() {
    return folder != null;
  }

  Path folder() {
    var chosen = folder != null ? folder : Path.of(System.getProperty("kongo.home", ""), ".kongo");
    return chosen.toAbsolutePath().normalize();
  }
}
