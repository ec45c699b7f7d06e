package kongo.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How to start a JVM: its class path, flags, main class, arguments, extra environment, log file, the command that it is run by, mostly none, and its JDK, mostly that of this process. */
public record JvmCommand(
    List<String> classPath, List<String> flags, String mainClass, List<String> arguments, Map<String, String> environment, Path log,
    List<String> within, Jdk jdk) {

  public JvmCommand {
    classPath = List.copyOf(classPath);
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    within = List.copyOf(within);
  }

  public JvmCommand(
      List<String> classPath, List<String> flags, String mainClass, List<String> arguments, Map<String, String> environment, Path log) {
    this(classPath, flags, mainClass, arguments, environment, log, List.of(), Jdk.running());
  }

  /** The same run by another command, such as one that enters a network namespace; it has to become the JVM, not to start it. */
  public JvmCommand within(List<String> command) {
    return new JvmCommand(classPath, flags, mainClass, arguments, environment, log, command, jdk);
  }

  static List<String> thisClassPath() {
    return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
  }

  /** The same with these flags. */
  JvmCommand withFlags(List<String> others) {
    return new JvmCommand(classPath, others, mainClass, arguments, environment, log, within, jdk);
  }

  /** The same on another JDK. */
  public JvmCommand on(Jdk other) {
    return new JvmCommand(classPath, flags, mainClass, arguments, environment, log, within, other);
  }

  /** A main class on this JVM's own class path. */
  public static JvmCommand ofThisClassPath(String mainClass, List<String> flags, Map<String, String> environment, Path log) {
    return new JvmCommand(thisClassPath(), flags, mainClass, List.of(), environment, log);
  }

  /** The same with arguments for the main class. */
  public JvmCommand with(List<String> given) {
    return new JvmCommand(classPath, flags, mainClass, given, environment, log, within, jdk);
  }

  List<String> commandLine() {
    var line = new ArrayList<>(within);
    // A JVM leaves signals alone that it finds ignored: Ctrl-C reaches the whole terminal, but only the launcher decides who ends when.
    line.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    line.add(jdk.java().toString());
    line.addAll(jdk.quiet());
    line.addAll(flags);
    line.addAll(List.of("-cp", String.join(java.io.File.pathSeparator, classPath)));
    line.add(kongo.child.Child.class.getName());
    line.add(mainClass);
    line.addAll(arguments);
    return line;
  }
}
