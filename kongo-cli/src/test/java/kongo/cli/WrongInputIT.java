package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kongo.local.KnownProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes of users: each command tells them in a sentence. */
@Timeout(180)
class WrongInputIT {

  @TempDir Path data;

  private record Outcome(int exit, String said) {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(Exit.USAGE, "--lines must be at least 0", "tail", "-n", "-1"),
        mistake(Exit.USAGE, "--lines must be at least 0", "logs", "-n", "-1"),
        mistake(Exit.USAGE, "--kafka-port must be a port from 1 to 65535", "local", "--kafka-port", "99999999"),
        mistake(Exit.USAGE, "--cassandra-port must be a port from 1 to 65535", "local", "--cassandra-port", "-5"),
        mistake(Exit.USAGE, "Unknown option: '--fres'", "local", "--fres"),
        mistake(Exit.USAGE, "Missing required parameter: 'FILE'", "rules", "check"),
        mistake(Exit.USAGE, "There is no scenario sleep", "drill", "sleep"),
        mistake(Exit.USAGE, "'--data': [] is no path", "local", "--data", ""),
        mistake(Exit.USAGE, "no duration", "verify", "--wait", "soon"),
        mistake(Exit.USAGE, "no time", "replay", "--from", "yesterday"),
        mistake(Exit.WRONG, "NAME/none.conf", "rules", "check", "NAME/none.conf"),
        mistake(Exit.FAILED, "NAME/none: there is no such file", "send", "--file", "NAME/none", "--kafka", "127.0.0.1:1"),
        mistake(Exit.FAILED, "NAME: a folder is where a file has to be", "send", "--file", "NAME", "--kafka", "127.0.0.1:1"),
        mistake(Exit.FAILED, "bootstrap", "send", "{\"id\":\"w\",\"type\":\"WAREHOUSE\"}", "--kafka", "abc"),
        mistake(Exit.FAILED, "bootstrap", "tail", "--kafka", "127.0.0.1:x"),
        mistake(Exit.FAILED, "bootstrap", "simulate", "--events", "1", "--kafka", "abc"),
        mistake(Exit.FAILED, "bootstrap", "verify", "--kafka", "abc"),
        mistake(Exit.FAILED, "Nothing runs in NAME", "tail"),
        mistake(Exit.FAILED, "Nothing runs in NAME", "simulate", "--events", "1"),
        mistake(Exit.FAILED, "Nothing runs in NAME", "verify"),
        mistake(Exit.FAILED, "Nothing runs in NAME", "ledger"),
        mistake(Exit.FAILED, "Nothing runs in NAME", "doctor"),
        mistake(Exit.FAILED, "bootstrap", "doctor", "--kafka", "abc"),
        mistake(Exit.FAILED, "none.conf", "doctor", "--rules", "NAME/none.conf", "--kafka", "127.0.0.1:1"),
        mistake(Exit.USAGE, "--remember must be at least 1", "doctor", "--remember", "0"),
        mistake(Exit.FAILED, "Nothing runs in NAME", "replay"),
        mistake(Exit.FAILED, "none.conf", "verify", "--config", "NAME/none.conf"),
        mistake(Exit.FAILED, "none.conf", "verify", "--rules", "NAME/none.conf", "--kafka", "127.0.0.1:1"),
        mistake(Exit.FAILED, "NAME/none", "replay", "--against", "NAME/none"),
        mistake(Exit.FAILED, "nothing was started", "logs", "kafka"),
        mistake(Exit.WRONG, "No logs in NAME", "logs"),
        mistake(Exit.WRONG, "Nothing runs in NAME", "status"),
        mistake(Exit.OK, "Nothing runs in NAME", "stop"));
  }

  private static Arguments mistake(int exit, String told, String... arguments) {
    return Arguments.of(List.of(arguments), exit, told);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isToldInASentence(List<String> arguments, int exit, String told) {
    var outcome = run(arguments.stream().map(this::inData).toArray(String[]::new));
    assertThat(outcome.said()).contains(inData(told)).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(outcome.said().lines()).as(outcome.said()).hasSizeLessThanOrEqualTo(3);
    assertThat(outcome.exit()).isEqualTo(exit);
  }

  @Test
  void aFileAsDataFolderIsNamed() throws Exception {
    var file = Files.writeString(data.resolve("file"), "");
    for (var command : List.of("local", "demo")) {
      var outcome = run(command, "--data", file.toString());
      assertThat(outcome.said()).contains(file + ": a file is where a folder has to be; give another --data folder.");
      assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    }
  }

  @Test
  void aNodeOfItsOwnIsKnownToStatusLogsAndStop() throws Exception {
    var log = Files.writeString(data.resolve("out"), "the last words\n");
    new LoneNode("node-1", "127.0.0.1:1", "127.0.0.1:11", KnownProcess.current(), log.toString()).keep(data);
    new LoneNode("node-2", "127.0.0.1:2", "127.0.0.1:12", KnownProcess.current(), "").keep(data);
    new LoneNode("node-3", "127.0.0.1:3", "127.0.0.1:13", new KnownProcess(ProcessHandle.current().pid(), 1), "").keep(data);
    Files.writeString(data.resolve("nodes/node-4.json"), "{");

    assertThat(run("status").said()).contains("node-1").contains("http://127.0.0.1:2").contains("does not answer").hasLineCount(2);
    assertThat(run("logs").said()).contains("node-1").contains("node-2").hasLineCount(2);
    assertThat(run("logs", "node-1").said()).isEqualTo("the last words\n");
    assertThat(run("logs", "node-2").said()).contains("terminal");
    assertThat(run("stop").said()).contains("node-1 (process " + ProcessHandle.current().pid() + ") was started by ./kongo node");
  }

  private String inData(String text) {
    return text.replace("NAME", data.toString());
  }

  private Outcome run(String... arguments) {
    var said = new StringWriter();
    var all = Stream.concat(Stream.of(arguments), Stream.of(arguments).anyMatch("--data"::equals) || arguments[0].equals("rules") ? Stream.of() : Stream.of("--data", data.toString()));
    int exit = Kongo.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(all.toArray(String[]::new));
    return new Outcome(exit, said.toString());
  }
}
