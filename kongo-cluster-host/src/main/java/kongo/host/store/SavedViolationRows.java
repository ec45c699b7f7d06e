package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import kongo.host.violations.SavedForm;
import kongo.host.violations.SavedViolations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open violations of a topic as some node saved them, a row in Cassandra that any node writes and reads. It saves
 * reading only: without it the whole topic is read.
 */
public final class SavedViolationRows implements SavedViolations.Store {

  private static final Logger LOG = LoggerFactory.getLogger(SavedViolationRows.class);
  /** Half of what Cassandra takes in a write. */
  private static final int LARGEST = 8 << 20;

  private final CqlSession session;
  private final String table;
  private final String topic;

  public SavedViolationRows(CqlSession session, String keyspace, String topic) {
    this.session = session;
    this.table = keyspace + ".open_violations";
    this.topic = topic;
  }

  @Override
  public Optional<SavedViolations> last() {
    try {
      return Optional.ofNullable(session.execute("SELECT saved FROM %s WHERE topic = ?".formatted(table), topic).one())
          .map(row -> row.getByteBuffer("saved"))
          .map(SavedViolationRows::read);
    } catch (DriverException | IllegalArgumentException | UncheckedIOException e) {
      LOG.warn("The saved open violations cannot be used, the whole topic is read: {}", e.toString());
      return Optional.empty();
    }
  }

  private static SavedViolations read(ByteBuffer saved) {
    byte[] form = new byte[saved.remaining()];
    saved.get(form);
    return SavedForm.read(form);
  }

  @Override
  public void keep(SavedViolations saved) {
    byte[] form = SavedForm.write(saved);
    if (form.length > LARGEST) {
      LOG.debug("The open violations are too many to be saved: {} bytes", form.length);
      return;
    }
    try {
      session.execute("INSERT INTO %s (topic, saved) VALUES (?, ?)".formatted(table), topic, ByteBuffer.wrap(form));
    } catch (DriverException e) {
      LOG.warn("The open violations cannot be saved now: {}", e.toString());
    }
  }
}
