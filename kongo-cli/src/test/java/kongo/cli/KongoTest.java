package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class KongoTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine kongo = Kongo.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void everyCommandHelps() {
    assertThat(kongo.getSubcommands()).isNotEmpty().allSatisfy((name, command) -> {
      assertThat(kongo.execute(name, "--help")).isZero();
      assertThat(out.toString()).contains("Usage: kongo " + name);
    });
  }

  @Test
  void anUnknownCommandIsAMatterOfUsage() {
    assertThat(kongo.execute("fly")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("'fly'");
  }

  @Test
  void aWrongDurationIsToldWithAnExample() {
    assertThat(kongo.execute("demo", "--for", "soon")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("[soon]").contains("60s");
  }

  @Test
  void nodesAreCounted() {
    assertThat(kongo.execute("demo", "--nodes", "0")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("--nodes must be 1 to 9");
  }

  @Test
  void withoutCommandTheHelpIsShown() {
    assertThat(kongo.execute()).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("demo", "local", "status", "logs", "stop", "rules");
  }
}
