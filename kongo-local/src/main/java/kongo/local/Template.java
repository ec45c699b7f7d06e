package kongo.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A configuration file of a store, with places to be filled in. */
final class Template {

  private Template() {}

  /** Writes the resource of this name below the folder, each ${key} replaced by its value. */
  static Path write(String resource, Path folder, Map<String, String> values) {
    try (var in = Template.class.getResourceAsStream(resource)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (var value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", value.getValue());
      }
      var file = new KeptFile(OwnerOnly.folder(folder).resolve(resource));
      file.write(text);
      return file.path();
    } catch (IOException e) {
      throw FileProblem.of(folder, e, "move it out of the way, or start with --fresh, which deletes the kept data");
    }
  }
}
