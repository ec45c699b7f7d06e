package kongo.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration file of a store, with places to be filled in. */
final class Template {

  private Template() {}

  /** Writes the resource of this name below the folder, each ${key} replaced by its value. */
  static Path write(String resource, Path folder, Map<String, String> values) {
    try (var in = Template.class.getResourceAsStream(resource)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (var value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", escaped(value.getValue(), resource));
      }
      var file = new KeptFile(OwnerOnly.folder(folder).resolve(resource));
      file.write(text);
      return file.path();
    } catch (IOException e) {
      throw FileProblem.of(folder, e, "move it out of the way, or start with --fresh, which deletes the kept data");
    }
  }

  /** Kafka reads properties as Latin-1; both formats give a backslash a meaning, YAML also a quote. */
  private static String escaped(String value, String resource) {
    boolean isYaml = resource.endsWith(".yaml");
    return value.codePoints().mapToObj(each -> isPlain(each, isYaml) ? Character.toString(each) : unicode(each)).collect(Collectors.joining());
  }

  private static boolean isPlain(int character, boolean isYaml) {
    return character >= ' ' && (character <= '~' || isYaml && character > 0x9f) && character != '\\' && !(isYaml && character == '"');
  }

  private static String unicode(int character) {
    return Character.toString(character).chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }
}
