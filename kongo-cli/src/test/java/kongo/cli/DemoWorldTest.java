package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DemoWorldTest {

  private static final List<String> EVENTFUL =
      List.of("--mistakes", "--profile-changes", "--loggers", "--silent", "--faulty", "--units", "--books");

  @Test
  void hasSomeOfEverything() {
    assertThat(simulate(List.of())).containsAll(EVENTFUL);
  }

  @Test
  void isAsTheUserSays() {
    List<String> given = List.of("--units=0", "--books", "2,5s");
    assertThat(simulate(given)).endsWith("--units=0", "--books", "2,5s").doesNotContain("--units").doesNotContain("4,20m").contains("--loggers");
  }

  @Test
  void leavesTheClassicWorldAsItIs() {
    assertThat(simulate(List.of(), "--world", "classic")).doesNotContainAnyElementsOf(EVENTFUL);
  }

  /** What ./kongo simulate is told, which has to understand it. */
  private static List<String> simulate(List<String> others, String... own) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(own);
    List<String> arguments = holder.world.simulate("localhost:1", Path.of("folder"), false, Optional.empty(), others);
    Kongo.commandLine().parseArgs(arguments.toArray(String[]::new));
    return arguments;
  }

  @Command(name = "demo")
  private static final class Holder {
    @Mixin private DemoWorld world;
  }
}
