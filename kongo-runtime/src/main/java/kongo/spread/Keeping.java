package kongo.spread;

import java.util.ArrayList;
import java.util.List;

/** Keeps how far the rule books have come: one write at a time, the newest next. Used on one thread. */
final class Keeping {

  private final SpreadShell shell;
  private List<Runnable> waiting = new ArrayList<>();
  private Spreading newest;
  private boolean isDirty;
  private boolean writes;

  Keeping(SpreadShell shell, Spreading kept) {
    this.shell = shell;
    this.newest = kept;
  }

  Spreading newest() {
    return newest;
  }

  void keep(Spreading spreading) {
    isDirty |= !spreading.equals(newest);
    newest = spreading;
    writeIfDirty();
  }

  /** @param kept is run when it is durable */
  void keep(Spreading spreading, Runnable kept) {
    waiting.add(kept);
    isDirty = true;
    keep(spreading);
  }

  private void writeIfDirty() {
    if (writes || !isDirty) {
      return;
    }
    List<Runnable> told = waiting;
    waiting = new ArrayList<>();
    isDirty = false;
    writes = true;
    shell.keep(newest, () -> written(told));
  }

  private void written(List<Runnable> told) {
    writes = false;
    told.forEach(Runnable::run);
    writeIfDirty();
  }
}
