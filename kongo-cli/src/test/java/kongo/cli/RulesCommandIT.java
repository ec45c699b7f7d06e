package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandIT {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aValidBookIsToldWithItsHash() throws IOException {
    assertThat(check("rules { dry { metric = humidity, max = 60, for = [DRY] } }")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("1 rules, hash ");
  }

  @Test
  void aWrongBookIsToldByFileRuleAndKey() throws IOException {
    assertThat(check("rules { dry { metric = humidity, for = [DRY] } }")).isEqualTo(Exit.WRONG);
    assertThat(err.toString()).contains("rules.conf", "dry", "max");
  }

  @Test
  void aValidBookThatNoRecordHoldsIsToldSo() throws IOException {
    String many = IntStream.range(0, 1_200).mapToObj(i -> "r%d { metric = humidity, max = 60, for = [DRY] }\n".formatted(i)).collect(Collectors.joining());
    assertThat(check("rules { " + many + "}")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("1200 rules, hash ", "A running cluster cannot be sent it: ", "at most 65536");
  }

  private int check(String book) throws IOException {
    var file = Files.writeString(folder.resolve("rules.conf"), book);
    return Kongo.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute("rules", "check", file.toString());
  }
}
