package kongo.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.ClusterSettings;
import kongo.bench.Training;
import kongo.local.Jdks;
import kongo.local.NodeJvm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets a node run once, so that those after it start faster. */
@Command(name = "train", mixinStandardHelpOptions = true,
    description = "Let a node run once beside stores of its own and keep what its JVM learned in target/start, so that later nodes start "
        + "with a half of the work or less. It is made for the JDK that nodes run on and for what was built, and made anew by "
        + "./kongo build when either changes.")
final class TrainCommand implements Callable<Integer> {

  private static final String HEAP = "1g";

  @Mixin private DataOption data;

  @Option(names = "--if-needed", description = "Only if there is nothing yet for this build and JDK.")
  private boolean ifNeeded;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var jdk = Jdks.ofThisMachine().ofNodes();
    if (ifNeeded && new NodeJvm(HEAP, List.of()).startsByCache()) {
      say("Nodes on JDK %d start by what was learned.".formatted(jdk.feature()));
      return Exit.OK;
    }
    say("Training for quicker starts: a node on JDK %d runs once (--without-training leaves that out)".formatted(jdk.feature()));
    var settings = new ClusterSettings(data.folder().resolve("train"), 1, HEAP, List.of(), Optional.empty(), Optional.empty(), line -> say("  " + line));
    List<Path> kept = Training.run(settings);
    kept.forEach(file -> say("  kept " + file));
    boolean learned = new NodeJvm(HEAP, List.of()).startsByCache();
    say(learned ? "Nodes start by it from now on." : "The node left nothing behind; nodes start as before.");
    return learned ? Exit.OK : Exit.FAILED;
  }

  private void say(String line) {
    var err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
