package kongo.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads paths. An empty one would be the folder that one happens to be in, and mostly comes from a variable that is not set. */
final class PathText implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException problem) {
      // Told below.
    }
    throw new TypeConversionException("[" + text + "] is no path");
  }
}
