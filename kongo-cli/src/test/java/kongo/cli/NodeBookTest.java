package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kongo.local.LocalFailure;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class NodeBookTest {

  private static final String HOME = "kongo.home";

  @TempDir private Path folder;

  private final Optional<String> before = Optional.ofNullable(System.getProperty(HOME));

  @BeforeEach
  void beAtHome() {
    System.setProperty(HOME, "..");
  }

  @AfterEach
  void leave() {
    before.ifPresentOrElse(home -> System.setProperty(HOME, home), () -> System.clearProperty(HOME));
  }

  @Test
  void isTheOriginalOneForTheClassicWorldAndElseTheShippedOne() {
    assertThat(book().file(true).map(RuleBooks::load)).contains(RuleBooks.original());
    assertThat(book().file(false)).isEmpty();
  }

  @Test
  void isWhatTheUserNames() throws Exception {
    Path own = Files.writeString(folder.resolve("own.conf"), "rules {}");
    assertThat(book("--rules", own.toString()).file(true)).contains(own);
    assertThat(book("--rules", own.toString()).file(false)).contains(own);
  }

  @Test
  void isRefusedBeforeAnythingStarts() {
    assertThatThrownBy(() -> book("--rules", "none.conf").file(false)).isInstanceOf(LocalFailure.class).hasMessageContaining("none.conf");
  }

  private static NodeBook book(String... arguments) {
    return CommandLine.populateCommand(new Holder(), arguments).book;
  }

  @Command
  private static final class Holder {
    @Mixin private NodeBook book;
  }
}
