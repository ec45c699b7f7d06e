package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kongo.local.Jdk;
import kongo.local.StartCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a project of its own, with JDKs that say what they are asked to do. */
@Timeout(180)
class LauncherIT {

  private static final String SAY = "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n";

  @TempDir private Path folder;
  private Path project;
  private Path home;

  private record Said(int status, String text) {

    List<String> lines() {
      return text.lines().toList();
    }
  }

  @BeforeEach
  void aProjectThatIsBuilt() throws IOException {
    project = Files.createDirectories(folder.resolve("a project with ä"));
    home = Files.createDirectories(folder.resolve("home"));
    Files.copy(Path.of(System.getProperty("basedir", ".")).resolve("../kongo"), project.resolve("kongo"));
    write("pom.xml", "");
    write("hocon/node.jvmopts", "");
    write("kongo-x/pom.xml", "");
    write("kongo-x/src/main/x", "");
    String jar = write("kongo-cli/target/kongo-cli-1.jar", "jar").toString();
    write("kongo-cli/target/classpath", write("library.jar", "library").toString());
    Files.setLastModifiedTime(write("target/built", ""), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(jar).endsWith("jar");
  }

  @Test
  void aVersionFrom17To25Runs() throws Exception {
    for (String version : List.of("17.0.15", "18", "21.0.2", "25.0.3")) {
      Path jdk = jdk("main-" + version, version);
      assertThat(run(Map.of("JAVA_HOME", jdk.toString()), "status").lines()).startsWith(jdk.resolve("bin/java").toString()).contains("kongo.cli.Kongo", "status");
    }
  }

  @Test
  void anotherVersionIsRefusedInOneSentence() throws Exception {
    for (String version : List.of("11.0.1", "16", "26")) {
      Said said = run(Map.of("JAVA_HOME", jdk("main-" + version, version).toString()), "status");
      assertThat(said.status()).isEqualTo(3);
      assertThat(said.text()).startsWith("Kongo needs a JDK from 17 to 25, and ").hasLineCount(1);
    }
  }

  @Test
  void aNodeRunsOnTheNewestThatIsFoundWithTheFlagsOfNodes() throws Exception {
    Path newest = jdk("home/.jdks/b", "25.0.3");
    jdk("home/.jdks/a", "21");
    jdk("home/.jdks/c", "26");

    List<String> node = run(Map.of("JAVA_HOME", jdk("main", "17.0.1").toString()), "node").lines();

    assertThat(node.get(0)).isEqualTo(newest.resolve("bin/java").toString());
    assertThat(node).contains("@" + project.resolve("hocon/node.jvmopts"), "--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void aNamedJdkRunsTheNode() throws Exception {
    Path named = jdk("named", "17.0.15");
    jdk("home/.jdks/a", "25");
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("main", "21").toString(), "KONGO_NODE_JAVA_HOME", named.toString());

    assertThat(run(environment, "node").lines()).startsWith(named.resolve("bin/java").toString());

    Said refused = run(Map.of("JAVA_HOME", named.toString(), "KONGO_NODE_JAVA_HOME", folder.toString()), "node");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.text()).startsWith("KONGO_NODE_JAVA_HOME is ").hasLineCount(1);
  }

  @Test
  void aNodeStartsByWhatWasKeptForItsClassPathAlone() throws Exception {
    Path jdk = jdk("main", "25.0.3");
    Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString(), "KONGO_NODE_JAVA_HOME", jdk.toString());
    assertThat(run(environment, "node").text()).doesNotContain("AOTCache");
    Path kept = write("target/start/" + StartCache.nameOf("node", new Jdk(jdk, 25), classPath()) + "-5", "cache");

    assertThat(run(environment, "node").lines()).contains("-XX:AOTCache=" + kept, "-XX:+VerifySharedSpaces");
    assertThat(run(environment, "status").text()).doesNotContain("AOTCache");

    Files.writeString(kept, "cut");
    assertThat(run(environment, "node").text()).doesNotContain("AOTCache");

    Files.writeString(kept, "cache");
    write("library.jar", "another one");
    assertThat(run(environment, "node").text()).doesNotContain("AOTCache");
  }

  private List<String> classPath() {
    return List.of(project.resolve("kongo-cli/target/kongo-cli-1.jar").toString(), project.resolve("library.jar").toString());
  }

  private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", project.resolve("kongo").toString()).redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    var all = new HashMap<>(environment);
    all.put("HOME", home.toString());
    all.put("PATH", System.getenv("PATH"));
    // Those of this machine must not decide.
    all.putIfAbsent("KONGO_JDKS", home.resolve(".jdks").toString());
    builder.environment().clear();
    builder.environment().putAll(all);
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private Path write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    assertThat(Files.writeString(jdk.resolve("bin/java"), SAY).toFile().setExecutable(true)).isTrue();
    return jdk.toRealPath();
  }
}
