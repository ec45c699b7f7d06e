package kongo.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kongo.local.DataFolder;
import kongo.local.KnownProcess;
import kongo.local.LocalFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends what runs in a data folder, and waits until it is gone. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stop what ./kongo local or ./kongo demo has started; the data is kept.")
final class StopCommand implements Callable<Integer> {

  private static final int GRACE_SECONDS = 60;

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var launcher = launcher();
    launcher.ifPresent(this::end);
    LoneNode.running(data.folder()).forEach(node ->
        say("%s (process %d) was started by ./kongo node and goes on; end it where it was started.".formatted(node.name(), node.process().pid())));
    say(launcher.isPresent() ? "Stopped." : "Nothing runs in %s.".formatted(data.folder()));
    return Exit.OK;
  }

  /** The owner of the folder, even while it starts or when its environment cannot be read. */
  private Optional<ProcessHandle> launcher() {
    return DataFolder.owner(data.folder()).flatMap(KnownProcess::alive)
        .or(() -> LocalEnvironment.running(data.folder()).flatMap(found -> found.launcher().alive()))
        .or(this::nobody);
  }

  private Optional<ProcessHandle> nobody() {
    if (!DataFolder.unused(data.folder())) {
      throw new LocalFailure("%s is in use, but not by a process that this user can find: end it with Ctrl-C where it was started."
          .formatted(data.folder()));
    }
    return Optional.empty();
  }

  private void end(ProcessHandle launcher) {
    launcher.destroy();
    try {
      launcher.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // Its children end with it, however it ends.
      launcher.destroyForcibly();
      launcher.onExit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
  }
}
