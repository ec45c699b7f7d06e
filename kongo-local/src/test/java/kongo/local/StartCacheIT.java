package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(360)
class StartCacheIT {

  private static final Jdk JDK = Jdk.running();

  @TempDir private Path folder;
  private List<String> classPath;

  @BeforeEach
  void aClassPathOfJars() throws IOException {
    classPath = List.of(jarOf(GreetingProgram.class).toString(), jarOf(kongo.child.Child.class).toString());
  }

  @Test
  void whatARunLeavesBehindIsUsedByTheNext() {
    var cache = cache();
    assertThat(cache.use()).isEmpty();

    run(cache.make());

    assertThat(cache.keep()).isPresent();
    assertThat(run(cache.use())).containsExactly("Hello");
    assertThat(run(with(cache.use(), "-Xlog:class+load"))).anyMatch(line -> line.contains("GreetingProgram source: shared objects file"));
  }

  @Test
  void aRunThatLeavesNothingBehindKeepsNothing() {
    assertThat(cache().keep()).isEmpty();
    assertThat(cache().file()).isEmpty();
  }

  @Test
  void aChangedClassPathHasAnotherAndTheOldOneGoes() throws IOException {
    Path old = made().file().orElseThrow();
    Path jar = Path.of(classPath.get(0));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));

    var changed = cache();
    assertThat(changed.use()).isEmpty();

    run(changed.make());
    assertThat(changed.keep()).isPresent();
    assertThat(old).doesNotExist();
  }

  @Test
  void aDamagedOneIsNotInTheWay() throws IOException {
    var cache = made();
    Path file = cache.file().orElseThrow();
    byte[] bytes = Files.readAllBytes(file);
    assertThat(file.toFile().setWritable(true)).isTrue();

    byte[] damaged = bytes.clone();
    Arrays.fill(damaged, bytes.length / 3, bytes.length / 2, (byte) 7);
    Files.write(file, damaged);
    assertThat(run(cache.use())).contains("Hello");

    Files.write(file, new byte[bytes.length]);
    assertThat(run(cache.use())).contains("Hello");

    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(cache.use()).isEmpty();
  }

  @Test
  void oneThatDoesNotFitIsNotInTheWayAndSaysSo() throws IOException {
    var cache = made();
    Files.setLastModifiedTime(Path.of(classPath.get(0)), FileTime.fromMillis(1_700_000_000_000L));

    List<String> said = run(cache.use());

    assertThat(said).contains("Hello");
    assertThat(said).hasSizeBetween(2, 6);
  }

  private StartCache cache() {
    return StartCache.in(folder.resolve("start"), "greeting", JDK, classPath);
  }

  private StartCache made() {
    var cache = cache();
    run(cache.make());
    assertThat(cache.keep()).isPresent();
    return cache;
  }

  private static List<String> with(List<String> flags, String more) {
    return java.util.stream.Stream.concat(flags.stream(), java.util.stream.Stream.of(more)).toList();
  }

  /** What it says. */
  private List<String> run(List<String> flags) {
    var log = folder.resolve("log-" + System.nanoTime());
    var child = ChildProcess.start("greeting", new JvmCommand(classPath, flags, GreetingProgram.class.getName(), List.of(), Map.of(), log));
    assertThat(child.ended().join()).isZero();
    return child.lastLines(10_000);
  }

  private Path jarOf(Class<?> type) throws IOException {
    var name = type.getName().replace('.', '/') + ".class";
    var jar = folder.resolve(type.getSimpleName() + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar)); var in = type.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
      out.closeEntry();
    }
    return jar;
  }
}
