package kongo.simulator;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * How far a run came, kept in a file so that another can continue it.
 *
 * @param world the settings of world and disorder as text, the start included
 * @param start event time of the first record, milliseconds since the epoch
 * @param made how many of the world's records need not be made again
 */
public record SavedRun(String world, long start, long made) {

  private static final String WORLD = "world";
  private static final String START = "start";
  private static final String MADE = "made";

  /** @throws IOException if it cannot be read or is damaged, with a sentence that names it */
  public static SavedRun read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
      return new SavedRun(
          required(properties, WORLD), Long.parseLong(required(properties, START)), Long.parseLong(required(properties, MADE)));
    } catch (IllegalArgumentException | CharacterCodingException damaged) {
      throw new IOException(file + " is no saved run, or is damaged: delete it and begin anew, without --continue", damaged);
    }
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  /** Replaces the file as a whole. */
  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(WORLD, world);
    properties.setProperty(START, Long.toString(start));
    properties.setProperty(MADE, Long.toString(made));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      properties.store(out, "How far the simulated world came");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
