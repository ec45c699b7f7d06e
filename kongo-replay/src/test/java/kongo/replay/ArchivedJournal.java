package kongo.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The journal and the snapshots that an earlier version wrote, from the file that {@link ArchiveJournal} made of them. */
final class ArchivedJournal implements Rows {

  private final SortedMap<String, List<JournalRow>> events = new TreeMap<>();
  private final SortedMap<String, List<JournalRow>> snapshots = new TreeMap<>();

  static ArchivedJournal of(String resource) throws IOException {
    ArchivedJournal journal = new ArchivedJournal();
    try (InputStream file = ArchivedJournal.class.getResourceAsStream(resource);
        BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      lines.lines().forEach(journal::add);
    }
    journal.events.values().forEach(rows -> rows.sort(Comparator.comparing(JournalRow::sequenceNr)));
    return journal;
  }

  private void add(String line) {
    String[] fields = line.split("\t", -1);
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(fields[6]));
    JournalRow row = new JournalRow(Long.parseLong(fields[2]), fields[3], Integer.parseInt(fields[4]), fields[5], bytes);
    (fields[0].equals("event") ? events : snapshots).computeIfAbsent(fields[1], id -> new ArrayList<>()).add(row);
  }

  @Override
  public List<JournalId> ids() {
    return events.keySet().stream().map(id -> new JournalId(id, 0)).toList();
  }

  @Override
  public void rows(JournalId id, Consumer<JournalRow> action) {
    events.get(id.persistenceId()).forEach(action);
  }

  @Override
  public Optional<JournalRow> snapshot(JournalId id) {
    return snapshots(id).stream().max(Comparator.comparing(JournalRow::sequenceNr));
  }

  /** No version that has an archive deleted any. */
  @Override
  public long deletedTo(JournalId id) {
    return 0;
  }

  /** Of one entity; a snapshot's sequence number is that of the last event in it. */
  List<JournalRow> snapshots(JournalId id) {
    return snapshots.getOrDefault(id.persistenceId(), List.of());
  }

  /** The types of everything stored. */
  List<String> manifests() {
    return List.of(events, snapshots).stream()
        .flatMap(kind -> kind.values().stream()).flatMap(List::stream).map(JournalRow::manifest).distinct().toList();
  }
}
